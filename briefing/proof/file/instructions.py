"""Cuts content streams into the instructions that matter to text, skipping all paint at speed."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefing.proof.file.syntax import (
    HEXADECIMAL,
    NAME,
    Operator,
    read_value,
)
from briefing.proof.fold import fold

_FLAT = rb"\((?:[^()\\]++|\\.)*+\)"  # a literal string without parentheses inside
_APART = rb"(?=[\s\[(</])"
_BEHIND = rb"(?<=[\s)>\]]%b)"
# Each alternative begins with a letter of its own, so that what is not text is passed at speed.
_INSTRUCTION = re.compile(
    rb"(Tm" + _BEHIND % b"Tm" + rb"(?:\[" + _FLAT + rb"(?=[\s\d.-]*+\]\s*+TJ))?"
    rb"|\[(?:" + _FLAT + rb"|[\s\d.+-]++|" + HEXADECIMAL + rb")*+\]\s*+TJ"
    rb"|" + _FLAT + rb"\s*+(?:Tj|'|\")"
    rb"|" + HEXADECIMAL + rb"\s*+(?:Tj|'|\")"
    rb"|" + NAME + rb"(?:\s++[\d.+-]++\s++Tf|\s*+<<(?:[^<>()]++|" + HEXADECIMAL + rb"|" + _FLAT +
    rb")*+>>\s*+BDC|\s*+(?:BMC|Do|" + NAME + rb"\s*+BDC))"
    rb"|T[dD*]" + _BEHIND % b".." + _APART +
    rb"|BT" + _BEHIND % b"BT" + rb"|BI" + _BEHIND % b"BI" + rb"|EMC"
    rb"|q" + _BEHIND % b"q" + _APART + rb"|Q" + _BEHIND % b"Q" + _APART +
    rb"|cm" + _BEHIND % b"cm" + _APART + rb")",
    re.DOTALL,
)  # fmt: skip
_LINES = bytes([b"xl"[sign in b"-0123456789. \nmlh"] for sign in range(256)])
_LONG_LINES = b"l" * 400  # from such a length on they are worth being cut out
_CUT = b"\n{}\n"
_NOT_PAINT = (b"(", b")", b"<", b">", b"%")
_ESCAPED = frozenset(b"()\\\r")
_WITH_OPERANDS = frozenset((b"TJ", b"Tf", b"BDC", b"BMC", b"Do"))
_WITH_STRING = frozenset((b"Tj", b"'", b'"'))
_ALONE = frozenset(
    (b"Tm", b"Td", b"TD", b"T*", b"BT", b"EMC", b"q", b"Q", b"cm")
)  # fmt: skip
_COMMENT = re.compile(rb"[\0\t\n\f\r ]*+(?:%([^\r\n]*+))?")

Instruction = tuple[bytes, bytes]
"""What stands before it, numbers among it, and the instruction itself. Strings and names belong to
the instruction, and Tm may bring the TJ that follows along."""


def instructions(
    code: bytes, spaces: frozenset[bytes], comments: list[str]
) -> Iterable[Instruction]:
    """Give the instructions that matter to text, in order.

    Args:
        code: The stream.
        spaces: Codes of two bytes that stand for a space in every font there is.
        comments: Where comments are added, folded.

    Raises:
        UnreadableError: Something in the stream is not understood.
    """
    brief, cuts = _without_paths(code)
    ready = b"".join(_small_steps(spaces).split(b"\n%b\n" % brief))
    parts = _INSTRUCTION.split(ready)
    skipped = b" ".join(parts[::2])
    if skipped.count(_CUT) != cuts or any(sign in skipped for sign in _NOT_PAINT):
        return _read_strictly(code, comments)
    return zip(parts[::2], parts[1::2], strict=False)


def _without_paths(code: bytes) -> tuple[bytes, int]:
    """Cut long paths out, such as those of maps.

    Returns:
        The rest, and how many cuts are marked in it. One that turns out to be in a string was none.
    """
    if b" l\n" not in code or _CUT in code:
        return code, 0
    signs = code.translate(_LINES) + b"x"
    parts: list[bytes] = []
    last, at = 0, signs.find(_LONG_LINES)
    while at >= 0:
        after = signs.find(b"x", at)
        start = code.find(b"\n", at, after) + 1
        end = code.rfind(b" l\n", start, after) + 3  # what follows may have operands before it
        if at < start < end:
            parts.append(code[last:start])
            last = end
        at = signs.find(_LONG_LINES, after)
    parts.append(code[last:])
    return _CUT.join(parts), len(parts) - 1


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


def _read_strictly(code: bytes, comments: list[str]) -> Iterator[Instruction]:
    """Read value by value: for comments, deep parentheses, and whatever is out of the ordinary."""
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
