"""A text engine for tests of pages: every letter is half an em wide, lines are filled greedily.

It stands in for `briefing.text` where thousands of documents are laid out and only their pages
matter.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.flow import Run
from briefing.model.page import PlacedRun
from briefing.model.style import ParagraphStyle, TextStyle
from briefing.text.fonts import Fonts
from briefing.text.lines import Line


class _Face(Struct, frozen=True):
    ascent: float = 0.75
    descent: float = -0.25
    cap_height: float = 0.65


class _Part(NamedTuple):
    face: _Face


class MonospaceFonts(Fonts):
    """Has every character but the clef."""

    def width(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size / 2

    def space(self, style: TextStyle) -> _Part:  # type: ignore[override]  # noqa: ARG002
        return _Part(_Face())

    def missing(self, text: str, style: TextStyle) -> str:  # noqa: ARG002
        return "𝄞" if "𝄞" in text else ""


class _Token(NamedTuple):
    """A part of a word in one run; a space follows it, or its run leads with one."""

    run: Run
    text: str
    space: bool
    lead: bool = False
    feed: bool = False


def break_greedily(
    runs: Sequence[Run],
    style: ParagraphStyle,
    measure: float | Callable[[int], float],
    fonts: Fonts,
) -> tuple[Line, ...]:
    at = measure if callable(measure) else lambda _: measure
    rows: list[list[_Token]] = [[]]
    used: float = style.first_indent
    for word in _words(runs):
        width = sum(fonts.width(token.text, token.run.style) for token in word)
        space = fonts.width(" ", style.text) if rows[-1] else 0.0
        if rows[-1] and (rows[-1][-1].feed or used + space + width > at(len(rows) - 1)):
            rows.append([])
            used, space = 0.0, 0.0
        rows[-1] += word
        used += space + width
    if rows == [[]]:
        return ()
    last = len(rows) - 1
    return tuple(
        _line(row, style, at(k), fonts, first=k == 0, last=k == last) for k, row in enumerate(rows)
    )


def _words(runs: Sequence[Run]) -> list[list[_Token]]:
    words: list[list[_Token]] = []
    word: list[_Token] = []
    lead = False
    for run in runs:
        if run.text == "\n":
            if word:
                word[-1] = word[-1]._replace(feed=True, space=True)
                words.append(word)
                word = []
            continue
        parts = run.text.split(" ")
        for k, part in enumerate(parts):
            ended = k < len(parts) - 1
            if part:
                word.append(_Token(run, part, ended, lead))
            lead = ended and not part and bool(word)
            if ended and word:
                words.append(word)
                word = []
    if word:
        words.append(word)
    return words


def _line(
    row: list[_Token],
    style: ParagraphStyle,
    measure: float,
    fonts: Fonts,
    *,
    first: bool,
    last: bool,
) -> Line:
    placed: list[PlacedRun] = []
    start: float = style.first_indent if first else 0.0
    x = start
    for k, token in enumerate(row):
        run, text = token.run, token.text
        if token.lead and k:
            text = " " + text
        if token.space and k < len(row) - 1:
            text += " "
        width = fonts.width(text, run.style)
        before = placed[-1] if placed else None
        mine = (run.style, run.leaf, run.link, run.field, run.target)
        if before and mine == (
            before.style, before.leaf, before.link, before.field, before.target
        ):  # fmt: skip
            placed.pop()
            text, width = before.text + text, before.width + width
            start_x = before.x
        else:
            start_x = x
        placed.append(
            PlacedRun(
                text, run.style, start_x, width, 0.0, run.leaf, run.link,
                field=run.field, target=run.target,
            )
        )  # fmt: skip
        x = start_x + width
    spare = {"right": measure - x, "centre": (measure - x) / 2}.get(style.align, 0.0)
    shifted = [_moved(run, spare) for run in placed]
    shifted[-1] = _ended(shifted[-1], space_after=not last)
    notes = tuple(token.run.note for token in row if token.run.note is not None)
    return Line(tuple(shifted), x - start, notes, False, 1.0)


def _moved(run: PlacedRun, by: float) -> PlacedRun:
    return replace(run, x=run.x + by)


def _ended(run: PlacedRun, *, space_after: bool) -> PlacedRun:
    return replace(run, space_after=space_after)
