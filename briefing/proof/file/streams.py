"""Follows content streams: what is shown, with which font, and as which marked content.

Nothing is measured: whether a string is on the line of the one before is all that is noted.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from briefing.proof.file.codes import BEGIN, END, MOVED, NEW_LINE, SIGNS
from briefing.proof.file.filters import DEFLATED, decode, is_deflated
from briefing.proof.file.fonts import Font, Fonts
from briefing.proof.file.instructions import PAINT, STEPS, Lines, instructions, lines_of
from briefing.proof.file.marks import INLINE, Properties, read_mark
from briefing.proof.file.objects import File, Stream
from briefing.proof.file.page import Segment, Shown, read_steps
from briefing.proof.file.syntax import (
    HEXADECIMAL,
    LITERAL,
    NAME,
    Dictionary,
    Reference,
    UnreadableError,
    read_name,
)

_DEEPEST = 12
_LARGEST_KEPT = 1 << 16
_STATE = re.compile(rb"/[A-Za-z0-9]++[ \n]++gs(?=\s)")
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
        self._means: dict[int, _Means] = {}
        self._silent: set[int] = set()

    def read(self, code: bytes, resources: Dictionary) -> Shown:
        """Read a stream of content, with all that it draws.

        Raises:
            UnreadableError: There is something in it that is not understood.
        """
        reader = _ContentReader(self._file, self)
        reader.read(code, resources)
        return Shown(reader.segments, reader.marks, reader.comments)

    def means(self, resources: Dictionary) -> "_Means":
        """What resources give to the streams that have them, worked out once."""
        found = self._means.get(id(resources))
        if found is None:
            self._refuse_hidden_fonts(resources)
            found = _Means(resources, self._fonts.spaces(resources))
            self._means[id(resources)] = found
        return found

    def font(self, resources: Dictionary, instruction: bytes) -> Font:
        """The font that Tf sets."""
        name, size, _ = instruction.rsplit(None, 2)
        if self._sized:
            return self._fonts.sized(resources, name, size)
        return self._fonts.get(resources, name)

    def text_of_form(self, stream: Stream) -> bytes:
        """The code of a drawing; empty where it has lines and colours alone."""
        if is_deflated(stream.entries) and len(stream.data) <= _LARGEST_KEPT:
            is_silent = _is_silent_deflated(stream.data)
        else:
            is_silent = _is_silent(stream.plain())
        if not is_silent:
            return stream.plain()
        self._silent.add(stream.number)
        return b""

    def _refuse_hidden_fonts(self, resources: Dictionary) -> None:
        """See to it that fonts are chosen by Tf alone, not by a graphics state as well."""
        states = self._file.dictionary(resources.get("ExtGState"))
        if any("Font" in self._file.dictionary(state) for state in states.values()):
            raise UnreadableError("a graphics state that chooses a font")

    def has_read(self, stream: int) -> bool:
        """Whether a stream was of use in reading content, or says nothing where it is drawn."""
        return stream in self._fonts.tables or stream in self._silent


class _Means:
    """What a set of resources gives.

    Attributes:
        resources: Kept, so that their identity stays theirs.
        spaces: Codes that are spaces in every font.
        fonts: What each Tf sets.
        quiet: Instructions that say nothing.
    """

    __slots__ = ("fonts", "quiet", "resources", "spaces")

    def __init__(self, resources: Dictionary, spaces: frozenset[bytes]) -> None:
        self.resources = resources
        self.spaces = spaces
        self.fonts: dict[bytes, Font] = {}
        self.quiet: set[bytes] = set()


class _ContentReader:
    """Follows the instructions of one page.

    Attributes:
        segments: What was shown so far.
        marks: The marked content that was begun.
        comments: Folded.
    """

    def __init__(self, file: File, contents: Contents) -> None:
        self.segments: list[Segment] = []
        self.marks: list[Properties] = []
        self.comments: list[str] = []
        self._file = file
        self._contents = contents
        self._means = _Means({}, frozenset())
        self._depth = 0
        self._font: Font | None = None
        self._saved: list[Font | None] = []
        self._line = b""
        self._items: list[bytes] = []

    def read(self, code: bytes, resources: Dictionary) -> None:
        """Follow a stream of content, in the state that the last one left."""
        outer, self._means = self._means, self._contents.means(resources)
        state = self._state()
        if not self._read_lines(lines_of(code, self._means.spaces)):
            self._go_back(state)
            for operands, instruction in instructions(code, self.comments):
                _HANDLERS[instruction[0]](self, operands, instruction)
        self._flush()
        self._means = outer

    def _read_lines(self, parts: Iterable[Lines]) -> bool:
        """Follow lines; false where one of them is not understood by itself."""
        items, begin, means = self._items, self.marks.append, self._means
        quiet, fonts, inline, alone = means.quiet, means.fonts, INLINE, _ALONE
        for lines, slope, level, body in parts:
            for line in lines:
                if line in quiet:
                    continue
                if line in alone:
                    items.append(alone[line])
                elif line in inline:
                    items.append(BEGIN)
                    begin(inline[line])
                elif line in fonts:
                    self._set_font(fonts[line])
                    items = self._items
                elif self._read_line(line):
                    items = self._items
                else:
                    return False
            if level is not None:
                items.append(self._move(slope, level))
            if body:
                items.append(body)
        return True

    def _read_line(self, line: bytes) -> bool:
        """Follow a line that is none of the many; false where it is not understood by itself."""
        if PAINT.fullmatch(line):
            self._means.quiet.add(line)
        elif found := STEPS.fullmatch(line):
            slope, level, array = found.groups()
            if level is not None:
                self._items.append(self._move(slope, level))
            self._array(b"", array)
        elif line in (b"q", b"Q"):
            self._transform(b"", line)
        elif _MATRIX.fullmatch(line):
            self._items.append(MOVED)
        elif _NAMED.fullmatch(line):
            self._named(b"", line)
        else:
            return False
        return True

    def _state(self) -> "_State":
        counts = len(self.segments), len(self.marks), len(self._items), len(self.comments)
        return counts, self._items, self._font, self._saved.copy(), self._line

    def _go_back(self, state: "_State") -> None:
        """Forget what was read since."""
        (segments, marks, items, comments), self._items, self._font, saved, self._line = state
        del self.segments[segments:], self.marks[marks:], self.comments[comments:]
        del self._items[items:]
        self._saved = saved

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
        """Follow what begins with T; only a move within the line is told from other moves."""
        if instruction == b"Tm":
            matrix = operands.split()
            self._items.append(self._move(b"".join(matrix[-5:-4]), matrix[-1]))
        elif instruction in (b"Td", b"TD"):
            self._items.append(MOVED if _is_level(operands) else NEW_LINE)
        elif instruction == b"T*":
            self._items.append(NEW_LINE)

    def _move(self, slope: bytes | None, level: bytes) -> bytes:
        """Tell where Tm moves to; what is turned may be on the line of what was before."""
        last, self._line = self._line, level
        return MOVED if level == last or slope != b"0" else NEW_LINE

    def _begin(self, _: bytes, instruction: bytes) -> None:
        if instruction == b"BI":
            raise UnreadableError("a picture inside a content stream")
        self._items.append(MOVED)

    def _end(self, _: bytes, __: bytes) -> None:
        self._items.append(END)

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
                fonts, resources = self._means.fonts, self._means.resources
                if instruction not in fonts:
                    fonts[instruction] = self._contents.font(resources, instruction)
                self._set_font(fonts[instruction])
            case b"DC" | b"MC":
                self._items.append(BEGIN)
                self.marks.append(read_mark(instruction, self._file, self._means.resources))
            case _:
                if not self._draw(instruction[:-2].rstrip()):
                    self._means.quiet.add(instruction)

    def _set_font(self, font: Font | None) -> None:
        if font is not self._font:
            self._flush()
            self._font = font

    def _draw(self, name: bytes) -> bool:
        """Paint another stream of content, and say whether it may have text; a picture has none."""
        resources = self._means.resources
        objects = self._file.dictionary(resources.get("XObject"))
        value = objects.get(read_name(name))
        stream = self._file.streams.get(value.number) if isinstance(value, Reference) else None
        if stream is None or stream.entries.get("Subtype") != "Form":
            return False
        code = self._contents.text_of_form(stream)
        if not code:
            return False
        if self._depth > _DEEPEST:
            raise UnreadableError("drawings inside drawings without an end")
        self._depth += 1
        font = self._font
        self._items.append(NEW_LINE)
        self.read(code, own_resources(self._file, stream) or resources)
        self._set_font(font)
        self._items.append(NEW_LINE)
        self._depth -= 1
        return True


_State = tuple[tuple[int, int, int, int], list[bytes], Font | None, list[Font | None], bytes]
"""What `_ContentReader` goes back to."""

_ALONE = {b"EMC": END, b"BT": MOVED, b"cm": MOVED, b"T*": NEW_LINE}
"""What instructions without operands come to."""

_MATRIX = re.compile(rb"[-\d. ]++cm")
_NAMED = re.compile(
    NAME
    + rb" (?:[\d.]++ Tf|Do)|/[A-Za-z\d]++<<(?:[^<>()%%]++|%b|%b)*+>>BDC" % (HEXADECIMAL, LITERAL),
    re.DOTALL,
)
"""Lines that begin with a name."""

_HANDLERS: dict[int, Callable[[_ContentReader, bytes, bytes], None]] = {
    ord("T"): _ContentReader._text,
    ord("["): _ContentReader._array,
    ord("("): _ContentReader._string,
    ord("<"): _ContentReader._string,
    ord("/"): _ContentReader._named,
    ord("B"): _ContentReader._begin,
    ord("E"): _ContentReader._end,
    ord("q"): _ContentReader._transform,
    ord("Q"): _ContentReader._transform,
    ord("c"): _ContentReader._transform,
}


@lru_cache(maxsize=128)  # markers and maps, the same in many files; bounded: 8 MB
def _is_silent_deflated(data: bytes) -> bool:
    return _is_silent(decode(data, DEFLATED))


def _is_silent(code: bytes) -> bool:
    """Whether a drawing has lines and colours alone; opacities may be called by their names."""
    bare = _STATE.sub(b" ", code) if b"/" in code else code
    return not any(sign in bare for sign in _SPOKEN)


def _is_level(operands: bytes) -> bool:
    """Whether a move keeps to the line."""
    return float(operands.split()[-1]) == 0


def own_resources(file: File, stream: Stream) -> Dictionary:
    """The resources that a stream of content brings along."""
    return file.dictionary(stream.entries.get("Resources"))
