"""Close the gaps in a line from which words were left out, so that what is left reads cleanly.

Blanks and punctuation that only stood around these words go with them: "a lease [of a site], and"
becomes "a lease, and", "(seen, [by staff])" becomes "(seen)", and an empty "( )" goes altogether.
What stands elsewhere in the line is never touched, and no word is.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import count
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model.manuscript import (
    Abbreviation,
    Citation,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Quantity,
    Reference,
    Span,
    Strong,
    Text,
)

_SIGN, _CAPITAL_SIGN = "\0", "\1"
_SIGNS = f"{_SIGN}{_CAPITAL_SIGN}"
GAP, CAPITAL_GAP = Text(_SIGN, Location("", 0)), Text(_CAPITAL_SIGN, Location("", 0))
"""Stand where words were left out, until the line is closed; the second where these began with a
capital."""

BLANKS = f" \n{_SIGNS}"
"""What a text may have and still say nothing."""

_THING, _BREAK = "\ufffc", "\v"  # what is no text, such as a figure; a new line
_ANY_BLANK = f"{BLANKS}{_BREAK}"
_GAPS = re.compile(rf"[{_ANY_BLANK}]*[{_SIGNS}][{_ANY_BLANK}]*")

_PAIRS = frozenset(("()", "[]", "“”", "‘’", "„“", "‚‘", "«»", "»«"))
_OPENING, _CLOSING = frozenset("([“‘„‚"), frozenset(",.;:!?)]”’…")
_SPACED_IN_FRENCH = frozenset(";:!?»")
_STOPS, _COMMAS, _DASHES, _ENDS = ".!?", ",;:", "–—", ".!?)]"
_SMALL = re.compile(
    rf"(?:^|(?P<end>[^\W\d_]{{2,}})[.!?…][”’»)]?(?=[{_ANY_BLANK}]))[ \n{_SIGN}{_BREAK}]*"
    rf"{_CAPITAL_SIGN}[{_ANY_BLANK}{_COMMAS}{_DASHES}“„«(‘]*(?P<letter>[^\W\d_])"
)
_SHORTENED = frozenset(("approx", "bzw", "ca", "cf", "env", "etc", "resp", "sog", "vgl", "vs"))
_LEAST_ENDING = 4  # letters, of a word with a capital at the end of a sentence: not Dr., No., St.


def close_gaps(inlines: Sequence[Inline], language: str) -> list[Inline]:
    """Close every gap of a line, and those of each note in it.

    Args:
        inlines: With `GAP` wherever words were left out.
        language: Of the line; French keeps blanks before some marks.
    """
    line = "".join(_signs(inlines))
    is_french = language.partition("-")[0] == "fr"
    gone: set[int] = set()
    signs = list(_standing(inlines))
    for gap in _GAPS.finditer(line):
        gone.update(_around(line, signs, *gap.span(), is_french=is_french))
    return _left(inlines, gone, count(), language)


def begins_small(inlines: Sequence[Inline]) -> Iterator[Location]:
    """Find sentences whose first words were left out, so that they begin with a small letter.

    Args:
        inlines: As `close_gaps` takes them.

    Returns:
        Where these letters are.
    """
    line = "".join(_signs(inlines))
    places: list[Location | None] | None = None
    for found in _SMALL.finditer(line) if _CAPITAL_SIGN in line else ():
        if found["letter"].islower() and _may_end(found["end"] or ""):
            places = places or list(_places(inlines))
            where = places[found.start("letter")]
            if where is not None:
                yield where
    for child in inlines:
        if isinstance(child, Footnote):
            yield from begins_small(child.children)


def _may_end(word: str) -> bool:
    """Whether a word before a full stop may end a sentence; empty at the start of a line."""
    is_long = not word or word.islower() or len(word) >= _LEAST_ENDING
    return is_long and word not in _SHORTENED


def _places(inlines: Sequence[Inline]) -> Iterator[Location | None]:
    """Where each sign of a line is from; None for what is no text."""
    for child in inlines:
        match child:
            case Text(text=text, where=where):
                yield from (replace(where, column=where.column + at) for at in range(len(text)))
            case Emphasis() | Strong() | Link() | Span():
                yield from _places(child.children)
            case _:
                yield from (None for _ in "".join(_signs((child,))))


def _signs(inlines: Sequence[Inline]) -> Iterator[str]:
    """What stands in a line; notes and citations are none of its signs."""
    for child in inlines:
        match child:
            case Text(text=text):
                yield text
            case Emphasis() | Strong() | Link() | Span():
                yield from _signs(child.children)
            case LineBreak():
                yield _BREAK
            case Quantity() | Abbreviation() | Reference():
                yield _THING
            case Footnote() | Citation():
                pass
            case _:
                assert_never(child)


class _Standing(NamedTuple):
    """Where a sign of a line stands: behind how many notes, and in how many groups of words."""

    notes: int
    depth: int


def _standing(
    inlines: Sequence[Inline], notes: int = 0, depth: int = 0
) -> Generator[_Standing, None, int]:
    for child in inlines:
        match child:
            case Text(text=text):
                yield from (_Standing(notes, depth) for _ in text)
            case Emphasis() | Strong() | Link() | Span():
                notes = yield from _standing(child.children, notes, depth + 1)
            case Footnote() | Citation():
                notes += 1
            case LineBreak() | Quantity() | Abbreviation() | Reference():
                yield _Standing(notes, depth)
            case _:
                assert_never(child)
    return notes


def _around(
    line: str, signs: Sequence[_Standing], start: int, end: int, *, is_french: bool
) -> Iterator[int]:
    """The places of signs that go: a gap, marks beside it that part nothing, and blanks."""
    while True:
        before, after = line[start - 1 : start] if start else "", line[end : end + 1]
        left, right = _idle(before, after)
        if not left and not right:
            break
        start, end = start - left, end + right
        while start and line[start - 1] in _ANY_BLANK:
            start -= 1
        while end < len(line) and line[end] in _ANY_BLANK:
            end += 1
    kept = None
    if _are_parted(before, after, is_french=is_french):
        blanks = [at for at in range(start, end) if line[at] in f" \n{_BREAK}"]
        kept = max(blanks, key=lambda at: _worth(line[at], signs[at], at), default=None)
    yield from (at for at in range(start, end) if at != kept)


def _worth(sign: str, standing: _Standing, at: int) -> tuple[bool, int, int, int]:
    """How much a blank is worth that parts what is left: one behind a note, so that this is not."""
    return sign == _BREAK, standing.notes, -standing.depth, -at


def _idle(before: str, after: str) -> tuple[int, int]:
    """How many of the marks before and behind a gap go with it; empty at an end of the line."""
    if before and after and before + after in _PAIRS:
        return 1, 1
    if after and after in _COMMAS:
        return 0, int(not before or before in _COMMAS + _DASHES + _STOPS or before in _OPENING)
    if after and after in _DASHES:
        return 0, int(not before or before in _COMMAS + _DASHES or before in _OPENING)
    if before and before in _COMMAS + _DASHES:
        return int(after in _ENDS if after else before != ":"), 0
    return 0, 0


def _are_parted(before: str, after: str, *, is_french: bool) -> bool:
    if not before or not after or before in _OPENING:
        return False
    return after not in _CLOSING or (is_french and after in _SPACED_IN_FRENCH)


def _left(
    inlines: Sequence[Inline], gone: set[int], places: Iterator[int], language: str
) -> list[Inline]:
    """What is left of a line, whose signs have these places in it."""
    out: list[Inline] = []
    for child in inlines:
        match child:
            case Text(text=text, where=where):
                kept = [
                    at
                    for at, place in zip(range(len(text)), places, strict=False)
                    if place not in gone
                ]
                if kept:
                    start, end = kept[0], kept[-1] + 1
                    where = replace(where, column=where.column + start) if start else where
                    _append(out, Text(text[start:end], where))
            case Emphasis() | Strong() | Link() | Span():
                words = _left(child.children, gone, places, language)
                if words:
                    out.append(replace(child, children=tuple(words)))
            case LineBreak():
                if next(places) not in gone:
                    out.append(child)
            case Quantity() | Abbreviation() | Reference():
                next(places)
                out.append(child)
            case Footnote():
                words = close_gaps(child.children, language)
                out.append(replace(child, children=tuple(words)))
            case Citation():
                out.append(child)
            case _:
                assert_never(child)
    return out


def _append(out: list[Inline], text: Text) -> None:
    """Append words; a blank that a gap has left joins what it stands beside.

    By itself it would be set by itself, and tell where something was left out.
    """
    last = out[-1] if out else None
    if not isinstance(last, Text) or not (last.text.isspace() or text.text.isspace()):
        out.append(text)
    elif last.text.isspace():
        column = text.where.column - len(last.text)
        out[-1] = Text(last.text + text.text, replace(text.where, column=column))
    else:
        out[-1] = Text(last.text + text.text, last.where)
