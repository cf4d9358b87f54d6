"""A content stream: operators, and as few of them as its state allows (ISO 32000-1 7.8, 9)."""

from briefing.pdf.fonts.looks import Look
from briefing.pdf.painting.artifacts import Box, Cover

Mark = int | str
"""What paint belongs to: a leaf of the structure, or the kind of an artifact."""

State = tuple[Look | None, str]

Cut = tuple[int, State]
"""A place in the code, and the state there."""


class ContentStream:
    """Collects operators, and remembers which font, colour and marked content are current.

    Attributes:
        code: Operators; each text ends in a line end.
        is_blended: One sees through something in it.
    """

    __slots__ = ("_begun", "_cover", "_fill", "_inside", "_look", "_mark", "code", "is_blended")

    def __init__(self) -> None:
        self.code: list[str] = []
        self.is_blended = False
        self._look: Look | None = None
        self._fill = ""
        self._mark: Mark | None = None
        self._begun = 0  # where in the code the current artifact begins
        self._cover = Cover()
        self._inside = False

    def enter(self, mark: Mark, *, text: bool) -> bool:
        """See to it that what follows can be part of `mark`, in a text object or outside.

        Marked content and text objects may not overlap (ISO 32000-1 14.6.1), so either ends
        with the other.

        Returns:
            Whether a new sequence begins; its first operator is still to be written.
        """
        if mark == self._mark and text is self._inside:
            return False
        self.leave()
        self._turn(text=text)
        self._mark = mark
        return True

    def paint_artifact(self, kind: str, box: Box, *, text: bool) -> None:
        """See to it that what follows, within a box, is an artifact.

        Args:
            kind: Its properties, but for its place.
            box: Around what follows.
            text: It is text.
        """
        if self.enter(kind, text=text):
            self._begun = len(self.code)
            self._cover = Cover()
            self.code.append("")  # its operator, which tells the box around all of it
        self._cover.take(box)

    def leave(self) -> None:
        """End the current marked content."""
        mark = self._mark
        if mark is not None:
            if type(mark) is str:
                self.code[self._begun] = self._cover.operator(mark)
            self.code.append("EMC\n")
            self._mark = None

    def close(self) -> str:
        """End whatever is open; the whole stream is returned."""
        self.leave()
        self._turn(text=False)
        return "".join(self.code)

    def fill(self, operands: str) -> None:
        """Set the colour of text and grounds."""
        if operands != self._fill:
            self.code.append(f"{operands} rg\n")
            self._fill = operands

    def show(
        self,
        look: Look,
        text: str,
        place: str,
        *,
        word_space: float = 0.0,
        lead: str = "",
        tail: str = "",
    ) -> None:
        """Paint words that are separated by single spaces.

        Args:
            look: How they look.
            text: The words.
            place: The operands of Tm.
            word_space: Added to each space, in points.
            lead: More of a TJ array, at its beginning.
            tail: Likewise, at its end.
        """
        if look is not self._look:
            self._dress(look)
        self.fill(look.fill)  # a ground painted since may have left its own
        if "\u00a0" in text:
            text = text.replace("\u00a0", " ")  # it only differs where lines are broken
        words = look.words
        array = look.gap(word_space).join([words[word] for word in text.split(" ")])
        self.code.append(f"{place} Tm[{lead}{array}{tail}]TJ\n".replace(")(", ""))

    def save(self) -> State:
        """Save the graphics state (q); give what was returned to `restore`."""
        self.code.append("q\n")
        return self._look, self._fill

    def restore(self, state: State) -> None:
        """Go back to the graphics state that was saved last (Q)."""
        self.code.append("Q\n")
        self._look, self._fill = state

    def mark(self) -> Cut:
        """Note how far the code is, for what follows to be cut out again."""
        return len(self.code), (self._look, self._fill)

    def since(self, mark: Cut) -> int:
        """How many signs were written since."""
        return sum(map(len, self.code[mark[0] :]))

    def cut(self, mark: Cut) -> str:
        """Take out what was written since, and go back to the state that it found."""
        taken = "".join(self.code[mark[0] :])
        del self.code[mark[0] :]
        self._look, self._fill = mark[1]
        return taken

    def _turn(self, *, text: bool) -> None:
        """Begin a text object, or end one."""
        if text is not self._inside:
            self.code.append("BT\n" if text else "ET\n")
            self._inside = text

    def _dress(self, look: Look) -> None:
        """Set what differs from the look before."""
        last, code = self._look, self.code
        if last is None or look.face != last.face or look.size != last.size:
            code.append(f"/{look.face} {look.size} Tf\n")
        if look.tracking != (last.tracking if last else "0"):
            code.append(f"{look.tracking} Tc\n")
        if look.rise != (last.rise if last else "0"):
            code.append(f"{look.rise} Ts\n")
        self._look = look
