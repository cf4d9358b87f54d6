"""Where the characters of a text stand in its file."""

from bisect import bisect_right
from collections.abc import Sequence

from briefing.errors import Location
from briefing.load.syntax.yaml_doc import YamlText


class Places:
    """Maps the offsets of a text to lines and columns of its file."""

    __slots__ = ("_file", "_segments", "_starts")

    def __init__(self, file: str, segments: Sequence[tuple[int, int, int]]) -> None:
        """Take a text of one or more pieces.

        Args:
            file: As authors are shown it.
            segments: Of each piece its offset in the text, its line and its column, in order; the
                first offset is 0.
        """
        self._file = file
        self._segments = segments
        self._starts = [start for start, _, _ in segments] if len(segments) > 1 else ()

    def at(self, offset: int) -> Location:
        """Locate the character at `offset`."""
        index = bisect_right(self._starts, offset) - 1 if self._starts else 0
        start, line, column = self._segments[index]
        return Location(self._file, line, column + offset - start)

    def since(self, offset: int) -> "Places":
        """Give the places of the text that begins at `offset`."""
        later = [(s - offset, line, column) for s, line, column in self._segments if s > offset]
        first = self.at(offset)
        return Places(self._file, [(0, first.line, first.column), *later])


def places_of_scalar(node: YamlText, lines: Sequence[str]) -> Places:
    """Follow a YAML text through the lines of its file, folded and indented as it may be.

    Behind a quotation mark that is doubled or escaped all columns count from the beginning of that
    line's piece.

    Args:
        node: The text.
        lines: All lines of the file it stands in.
    """
    block = node.style in ("|", ">")
    line = node.line + 1 if block else node.line
    column = 1 if block else node.column + (1 if node.style else 0)
    text, offset = node.text, 0
    segments: list[tuple[int, int, int]] = []
    while offset < len(text) and line <= len(lines):
        rest = lines[line - 1][column - 1 :]
        piece = rest.strip()
        if piece:
            column += len(rest) - len(rest.lstrip())
            segments.append((offset, line, column))
            offset = _end_of_piece(text, offset, piece)
        line, column = line + 1, 1
    return Places(node.file, segments or [(0, node.line, node.column)])


def _end_of_piece(text: str, offset: int, piece: str) -> int:
    """Give the offset at which the text of the next line begins."""
    if not text.startswith(piece, offset):
        return len(text)  # the last piece, with a quotation mark or a comment behind it
    offset += len(piece)
    return offset + len(text[offset:]) - len(text[offset:].lstrip())
