"""Follows content streams: what is shown, with which font, and as which marked content.

Nothing is measured: whether a string is on the line of the one before is all that is noted.
"""

from collections.abc import Callable

from briefing.proof.file.codes import BEGIN, END, MOVED, NEW_LINE, SIGNS
from briefing.proof.file.fonts import Font, Fonts
from briefing.proof.file.instructions import instructions
from briefing.proof.file.marks import INLINE, Properties, read_mark
from briefing.proof.file.objects import File, Stream
from briefing.proof.file.page import Segment, Shown, read_steps
from briefing.proof.file.syntax import Dictionary, Reference, UnreadableError, read_name

_DEEPEST = 12
_SPOKEN = (b"(", b"<", b"/", b"%")
"""What begins a string, a name or a comment: without them a stream has lines and colours alone."""


class Contents:
    """Reads the streams of content of a file.

    Args:
        file: That they are in.
        sized: Texts of different sizes are told apart.
    """

    def __init__(self, file: File, *, sized: bool = False) -> None:
        self._file = file
        self._fonts = Fonts(file)
        self._sized = sized
        self._silent: set[int] = set()

    def read(self, code: bytes, resources: Dictionary) -> Shown:
        """Read a stream of content, with all that it draws.

        Raises:
            UnreadableError: There is something in it that is not understood.
        """
        reader = _ContentReader(self._file, self._fonts, self._silent, sized=self._sized)
        reader.read(code, resources)
        return Shown(reader.segments, reader.marks, reader.comments)

    def has_read(self, stream: int) -> bool:
        """Whether a stream was of use in reading content, or says nothing where it is drawn."""
        return stream in self._fonts.tables or stream in self._silent


class _ContentReader:
    """Follows the instructions of one page.

    Attributes:
        segments: What was shown so far.
        marks: The marked content that was begun.
        comments: Folded.
    """

    def __init__(self, file: File, fonts: Fonts, silent: set[int], *, sized: bool) -> None:
        self.segments: list[Segment] = []
        self.marks: list[Properties] = []
        self.comments: list[str] = []
        self._file = file
        self._fonts = fonts
        self._silent = silent
        self._sized = sized
        self._resources: Dictionary = {}
        self._known: dict[bytes, Font] = {}
        self._quiet: set[bytes] = set()
        self._depth = 0
        self._font: Font | None = None
        self._saved: list[Font | None] = []
        self._line = b""
        self._items: list[bytes] = []

    def read(self, code: bytes, resources: Dictionary) -> None:
        """Follow a stream of content, in the state that the last one left.

        What most instructions are is dealt with here: lines of text, and plain marked content.
        """
        outer = self._resources, self._known, self._quiet
        self._resources, self._known, self._quiet = resources, {}, set()
        items, begin = self._items, self.marks.append
        spaces = self._fonts.spaces(resources)
        self._refuse_hidden_fonts(resources)
        for operands, instruction in instructions(code, spaces, self.comments):
            if instruction[:4] == b"Tm[(":
                line = operands[operands.rfind(b" ", 0, -1) :]
                same = line == self._line or _is_turned(operands)
                items.append(MOVED if same else NEW_LINE)
                items.append(instruction[4:-1])
                self._line = line
            elif instruction in INLINE:
                items.append(BEGIN)
                begin(INLINE[instruction])
            elif instruction == b"EMC":
                items.append(END)
            elif instruction not in self._quiet:
                _HANDLERS[instruction[0]](self, operands, instruction)
                items = self._items
        self._flush()
        self._resources, self._known, self._quiet = outer

    def _refuse_hidden_fonts(self, resources: Dictionary) -> None:
        """See to it that fonts are chosen by Tf alone, not by a graphics state as well."""
        states = self._file.dictionary(resources.get("ExtGState"))
        if any("Font" in self._file.dictionary(state) for state in states.values()):
            raise UnreadableError("a graphics state that chooses a font")

    def _flush(self) -> None:
        """End what is read with one font."""
        items, font = self._items, self._font
        if items and font is None:
            if any(item not in SIGNS for item in items):
                raise UnreadableError("text without a font")
            self.segments.append((None, "".join([SIGNS[item] for item in items])))
        elif items and font is not None:
            self.segments.append((font, items))
        self._items = []

    # --- where text stands

    def _text(self, operands: bytes, instruction: bytes) -> None:
        """Follow what begins with T; only a move within the line is told from other moves.

        What is turned may be on the line of what was before, wherever it stands.
        """
        if instruction == b"Tm":
            line = operands[operands.rfind(b" ", 0, -1) :]
            same = line == self._line or _is_turned(operands)
            self._items.append(MOVED if same else NEW_LINE)
            self._line = line
        elif instruction in (b"Td", b"TD"):
            self._items.append(MOVED if _is_level(operands) else NEW_LINE)
        elif instruction == b"T*":
            self._items.append(NEW_LINE)

    def _begin(self, _: bytes, instruction: bytes) -> None:
        if instruction == b"BI":
            raise UnreadableError("a picture inside a content stream")
        self._items.append(MOVED)

    def _transform(self, _: bytes, instruction: bytes) -> None:
        self._items.append(MOVED)
        if instruction == b"q":
            self._saved.append(self._font)
        elif instruction == b"Q" and self._saved:
            self._set_font(self._saved.pop())

    # --- what is shown

    def _array(self, _: bytes, instruction: bytes) -> None:
        """Show an array as it comes, such as one with wide steps."""
        self._flush()
        if self._font is None:
            raise UnreadableError("text without a font")
        self.segments.append((self._font, read_steps(self._font, instruction)))

    def _string(self, _: bytes, instruction: bytes) -> None:
        if not instruction.endswith(b"Tj"):
            self._items.append(NEW_LINE)
        self._array(b"", instruction)

    # --- fonts, marked content, other streams

    def _named(self, _: bytes, instruction: bytes) -> None:
        match instruction[-2:]:
            case b"Tf":
                if instruction not in self._known:
                    self._known[instruction] = self._find_font(instruction)
                self._set_font(self._known[instruction])
            case b"DC" | b"MC":
                self._items.append(BEGIN)
                self.marks.append(read_mark(instruction, self._file, self._resources))
            case _:
                if not self._draw(instruction[:-2].rstrip()):
                    self._quiet.add(instruction)

    def _find_font(self, instruction: bytes) -> Font:
        name, size, _ = instruction.rsplit(None, 2)
        if self._sized:
            return self._fonts.sized(self._resources, name, size)
        return self._fonts.get(self._resources, name)

    def _set_font(self, font: Font | None) -> None:
        if font is not self._font:
            self._flush()
            self._font = font

    def _draw(self, name: bytes) -> bool:
        """Paint another stream of content, and say whether it may have text; a picture has none."""
        objects = self._file.dictionary(self._resources.get("XObject"))
        value = objects.get(read_name(name))
        stream = self._file.streams.get(value.number) if isinstance(value, Reference) else None
        if stream is None or stream.entries.get("Subtype") != "Form":
            return False
        code = stream.plain()
        if not any(sign in code for sign in _SPOKEN):
            self._silent.add(stream.number)
            return False
        if self._depth > _DEEPEST:
            raise UnreadableError("drawings inside drawings without an end")
        self._depth += 1
        font = self._font
        self._items.append(NEW_LINE)
        self.read(code, own_resources(self._file, stream) or self._resources)
        self._set_font(font)
        self._items.append(NEW_LINE)
        self._depth -= 1
        return True


_HANDLERS: dict[int, Callable[[_ContentReader, bytes, bytes], None]] = {
    ord("T"): _ContentReader._text,
    ord("["): _ContentReader._array,
    ord("("): _ContentReader._string,
    ord("<"): _ContentReader._string,
    ord("/"): _ContentReader._named,
    ord("B"): _ContentReader._begin,
    ord("q"): _ContentReader._transform,
    ord("Q"): _ContentReader._transform,
    ord("c"): _ContentReader._transform,
}


def _is_turned(operands: bytes) -> bool:
    """Whether a line of text runs otherwise than from left to right."""
    return operands.rsplit(None, 6)[-5:-4] != [b"0"]


def _is_level(operands: bytes) -> bool:
    """Whether a move keeps to the line."""
    return float(operands.split()[-1]) == 0


def own_resources(file: File, stream: Stream) -> Dictionary:
    """The resources that a stream of content brings along."""
    return file.dictionary(stream.entries.get("Resources"))
