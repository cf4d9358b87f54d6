"""Follows content streams: what is shown, with which font, and as which marked content.

Nothing is measured: whether a piece is on the line of the one before is all that is noted.
"""

from collections.abc import Callable

from briefing.proof.file import File, Stream
from briefing.proof.fonts import Font, Fonts
from briefing.proof.instructions import instructions
from briefing.proof.marks import read_mark
from briefing.proof.page import Page, Said, Shown, assemble
from briefing.proof.strand import GUESSED
from briefing.proof.syntax import Dictionary, Reference, UnreadableError, read_name

_DEEPEST = 12
_M = ord("m")


def read_content(file: File, fonts: Fonts, code: bytes, resources: Dictionary) -> Page:
    """Read a stream of content, with all that it draws.

    Raises:
        UnreadableError: There is something in it that is not understood.
    """
    reader = _ContentReader(file, fonts)
    reader.read(code, resources)
    return assemble(reader.shown, reader.asides)


class _ContentReader:
    """Follows the instructions of one page.

    Attributes:
        shown: What was shown so far.
        asides: Texts that are not painted, folded.
    """

    def __init__(self, file: File, fonts: Fonts) -> None:
        self.shown: list[Shown] = []
        self.asides: list[str] = []
        self._file = file
        self._fonts = fonts
        self._resources: Dictionary = {}
        self._known: dict[bytes, Font] = {}
        self._depth = 0
        self._font: Font | None = None
        self._saved: list[Font | None] = []
        self._marks: list[tuple[int | None, Said | None]] = []
        self._leaf: int | None = None
        self._said: Said | None = None
        self._line = b""
        self._between = ""

    def read(self, code: bytes, resources: Dictionary) -> None:
        """Follow a stream of content, in the state that the last one left."""
        outer = self._resources, self._known
        self._resources, self._known = resources, {}
        follow = _HANDLERS
        spaces = self._fonts.spaces(resources)
        for operands, instruction in instructions(code, spaces, self.asides):
            follow[instruction[0]](self, operands, instruction)
        self._resources, self._known = outer

    # --- where text stands

    def _text(self, operands: bytes, instruction: bytes) -> None:
        """Follow Tm, which may bring an array along, and its kin."""
        if instruction[1] == _M:
            line = operands[operands.rfind(b" ", 0, -1) :]
            if line != self._line:
                self._line = line
                self._between = " "
            elif not self._between:
                self._between = GUESSED
            if len(instruction) > 2:
                self._array(b"", instruction[instruction.index(b"[") :])
        elif instruction == b"T*" or (instruction in (b"Td", b"TD") and not _is_level(operands)):
            self._between = " "
        elif instruction in (b"Td", b"TD") and not self._between:
            self._between = GUESSED

    def _begin(self, _: bytes, instruction: bytes) -> None:
        if instruction == b"BI":
            raise UnreadableError("a picture inside a content stream")
        self._between = self._between or GUESSED

    def _transform(self, _: bytes, instruction: bytes) -> None:
        if instruction == b"q":
            self._saved.append(self._font)
        elif instruction == b"Q" and self._saved:
            self._font = self._saved.pop()
        self._between = self._between or GUESSED

    # --- what is shown

    def _array(self, _: bytes, instruction: bytes) -> None:
        end = instruction.rfind(b")")
        if instruction[1:2] == b"(" and b">" not in instruction[end:]:
            self._show(instruction[2:end], flat=True)
        else:
            self._show(instruction, flat=False)

    def _string(self, _: bytes, instruction: bytes) -> None:
        if not instruction.endswith(b"Tj"):
            self._between = " "
        self._show(instruction, flat=False)

    def _show(self, operand: bytes, *, flat: bool) -> None:
        self.shown.append((self._font, operand, flat, self._between, self._leaf, self._said))
        self._between = ""

    # --- marked content, fonts, other streams

    def _named(self, _: bytes, instruction: bytes) -> None:
        match instruction[-2:]:
            case b"DC" | b"MC":
                self._begin_mark(instruction)
            case b"Tf":
                self._font = self._known.get(instruction)
                if self._font is None:
                    name = instruction.rsplit(None, 2)[0]
                    self._font = self._fonts.get(self._resources, name)
                    self._known[instruction] = self._font
            case _:
                self._draw(instruction[:-2].rstrip())

    def _begin_mark(self, instruction: bytes) -> None:
        self._marks.append((self._leaf, self._said))
        leaf, said, texts = read_mark(instruction, self._file, self._resources)
        if leaf is not None:
            self._leaf = leaf
        if said is not None and self._said is None:
            self._said = Said(said)
        self.asides += texts

    def _end_mark(self, _: bytes, __: bytes) -> None:
        if not self._marks:
            raise UnreadableError("marked content that ends before it begins")
        leaf, said = self._marks.pop()
        if self._said is not said:
            self.shown.append((None, b"", False, "", self._leaf, self._said))
        self._leaf, self._said = leaf, said

    def _draw(self, name: bytes) -> None:
        """Paint another stream of content; a picture has no text that could be read."""
        objects = self._file.dictionary(self._resources.get("XObject"))
        value = objects.get(read_name(name))
        stream = self._file.streams.get(value.number) if isinstance(value, Reference) else None
        if stream is None or stream.entries.get("Subtype") != "Form":
            return
        if self._depth > _DEEPEST:
            raise UnreadableError("drawings inside drawings without an end")
        self._depth += 1
        font, marks = self._font, len(self._marks)
        self._between = " "
        self.read(stream.plain(), own_resources(self._file, stream) or self._resources)
        self._between = " "
        if len(self._marks) != marks:
            raise UnreadableError("a drawing with marked content that does not end in it")
        self._font = font
        self._depth -= 1


_HANDLERS: dict[int, Callable[[_ContentReader, bytes, bytes], None]] = {
    ord("T"): _ContentReader._text,
    ord("["): _ContentReader._array,
    ord("("): _ContentReader._string,
    ord("<"): _ContentReader._string,
    ord("/"): _ContentReader._named,
    ord("B"): _ContentReader._begin,
    ord("E"): _ContentReader._end_mark,
    ord("q"): _ContentReader._transform,
    ord("Q"): _ContentReader._transform,
    ord("c"): _ContentReader._transform,
}


def _is_level(operands: bytes) -> bool:
    """Whether a move keeps to the line."""
    return float(operands.split()[-1]) == 0


def own_resources(file: File, stream: Stream) -> Dictionary:
    """The resources that a stream of content brings along."""
    return file.dictionary(stream.entries.get("Resources"))
