"""Cuts content streams into instructions: by lines where that is all it takes, else by values.

Our own files have an instruction on each line, or a few that paint and say nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from briefing.proof.file.syntax import Operator, read_value
from briefing.proof.fold import fold

_BODY = rb"(?:[^()\\\n]++|\\[^\n])*+"  # the inside of a literal string without parentheses
_PLACE = rb"(?:[-\d.]++ ([-\d.]++) [-\d.]++ [-\d.]++ [-\d.]++ ([-\d.]++) Tm)?+"
_TEXT = re.compile(rb"\n%b\[(?:[-\d. ]*+\((%b)\)[-\d. ]*+)?+\]TJ(?![^\n])" % (_PLACE, _BODY))
"""A line that shows one string: the second and the last number of the matrix that places it, where
there is one, and the inside of the string."""

STEPS = re.compile(rb"%b(\[(?:\(%b\)|[-\d. ]++)*+\]TJ)" % (_PLACE, _BODY))
"""Likewise, with steps between strings, which may part words: gives the array, not a string."""

PAINT = re.compile(
    rb"(?:(?:[-\d.]++ )*+(?:\[[\d. ]*+\][\d.]++ d|rg|RG|re|[lmchfBSnwWJjM]\*?|T[csr]|ET)(?: |\Z))*+"
    rb"|/[A-Za-z\d]++ (?:gs|sh)"
)
"""A line that says nothing."""

_ESCAPED = frozenset(b"()\\\r\n")
_WITH_OPERANDS = frozenset((b"TJ", b"Tf", b"BDC", b"BMC", b"Do"))
_WITH_STRING = frozenset((b"Tj", b"'", b'"'))
_ALONE = frozenset((b"Tm", b"Td", b"TD", b"T*", b"BT", b"EMC", b"q", b"Q", b"cm"))
_COMMENT = re.compile(rb"[\0\t\n\f\r ]*+(?:%([^\r\n]*+))?")

Lines = tuple[Sequence[bytes], bytes | None, bytes | None, bytes | None]
"""Lines as they are; and of the one behind them that shows one string the slope, the level and the
inside of the string, None for what is not there."""

Instruction = tuple[bytes, bytes]
"""What stands before it, numbers among it, and the instruction itself. Strings and names belong to
the instruction."""


def lines_of(code: bytes, spaces: frozenset[bytes]) -> Iterator[Lines]:
    """Cut a stream into lines, without the steps between two strings that part no words.

    All lines that show one string are found at once, as they are many.

    Args:
        code: The stream.
        spaces: Codes of two bytes that stand for a space in every font there is.
    """
    plain = b"".join(_small_steps(spaces).split(code))
    parts = iter(_TEXT.split(b"\n" + plain))
    for others, slope, level, body in zip_longest(parts, parts, parts, parts):
        yield others[1:].split(b"\n") if others else (), slope, level, body


@lru_cache(maxsize=256)
def _small_steps(spaces: frozenset[bytes]) -> re.Pattern[bytes]:
    """A pattern of the steps between two strings of an array that part no words.

    They are narrow, or stand behind a space. What of them is inside a string is not touched, as
    no opening parenthesis stands there by itself.
    """
    plain = sorted(space for space in spaces if _ESCAPED.isdisjoint(space))
    behind = b"|".join([rb"%b\)" % re.escape(space) for space in plain])
    wide = rb"|(?<=%b)[-\d. ]*+\(" % behind if plain else b""
    return re.compile(rb"\)(?:[-\d. ]{0,3}+\(" + wide + rb")")


def instructions(code: bytes, comments: list[str]) -> Iterator[Instruction]:
    """Read value by value; gives the instructions that matter to text, in order.

    Args:
        code: The stream.
        comments: Where comments are added, folded.

    Raises:
        UnreadableError: Something in the stream is not understood.
    """
    place = start = last = _skip_comments(code, 0, comments)
    while place < len(code):
        value, end = read_value(code, place)
        if not isinstance(value, Operator):
            last = place
            place = _skip_comments(code, end, comments)
            continue
        operator = bytes(value)
        if operator in _ALONE or operator == b"BI":
            yield code[start:place], operator
        elif operator in _WITH_STRING:
            yield code[start:last], code[last:end]
        elif operator in _WITH_OPERANDS:
            yield b"", code[start:end]
        place = start = last = _skip_comments(code, end, comments)


def _skip_comments(code: bytes, place: int, comments: list[str]) -> int:
    while True:
        match = _COMMENT.match(code, place)
        if match is None or match.end() == place:
            return place
        if match[1] is not None:
            comments.append(fold(match[1].decode("utf-8", "replace")))
        place = match.end()
