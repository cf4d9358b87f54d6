"""Where the tokens of markdown-it stand in their file."""

import re

from markdown_it.token import Token

from briefing.errors import Location
from briefing.load.syntax.places import Places

MARKERS = re.compile(r"(?:[ \t>]|[-+*][ \t]|[0-9]{1,9}[.)][ \t]|:[ \t])*")
"""The signs before a block: of the lists, definitions and quotations it stands in."""

QUOTE_MARKERS = re.compile(r"(?:[ \t>]|:[ \t](?=[ \t]*[-+*0-9]))*")
"""The signs before a list or an item, whose own marker is part of it."""


class Source:
    """The lines of one file, in which expressions are hidden; `file` is as authors are shown it."""

    __slots__ = ("file", "lines")

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines

    def place(self, token: Token, markers: re.Pattern[str] = MARKERS) -> Location:
        """Locate the first sign of a block behind the markers of what it stands in."""
        line, _ = lines_of(token)
        match = markers.match(self.lines[line])
        return Location(self.file, line + 1, (match.end() if match else 0) + 1)

    def places(self, token: Token) -> Places:
        """Find a text in its lines, which begin with the markers of lists and quotations.

        Only the ends of lines are the same in both, blanks aside.
        """
        line, _ = lines_of(token)
        segments: list[tuple[int, int, int]] = []
        offset = 0
        for piece in token.content.split("\n"):
            source = self.lines[line]
            line += 1
            segments.append((offset, line, len(source.rstrip()) - len(piece.rstrip()) + 1))
            offset += len(piece) + 1
        return Places(self.file, segments)


def lines_of(token: Token) -> tuple[int, int]:
    """Give the first line of a block and the one behind its last, counted from 0."""
    assert token.map is not None  # markdown-it maps every opening token
    return token.map[0], token.map[1]
