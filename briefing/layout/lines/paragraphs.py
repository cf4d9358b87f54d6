"""Set paragraphs: every one is broken into lines once, at the width of its place."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from briefing.layout.lines.leaders import kept_for, led
from briefing.layout.lines.pieces import Leader, SetLine
from briefing.model.flow import ParagraphItem, Run
from briefing.model.page import PlacedRun
from briefing.model.style import ParagraphStyle, Style, TextStyle
from briefing.text.fonts import Fonts
from briefing.text.lines import Line, Steps, break_lines
from briefing.text.opportunities import READABLE
from briefing.units import Pt

LABEL_GAP = 0.45
"""White between a list's number or bullet and the text, in em."""


class Notch(NamedTuple):
    """What the first lines of a paragraph leave free: a place beside them.

    Attributes:
        lines: How many they are.
        by: How much narrower they are.
        left: It is at their left.
    """

    lines: int
    by: float
    left: bool


class Setter:
    """Sets paragraphs in one house style.

    Keeps what follows from a style alone for as long as it lives, by the style's identity: to
    hash a style takes longer than to set a line of it.
    """

    def __init__(self, style: Style, fonts: Fonts) -> None:
        self.fonts = fonts
        self.note = style.paragraphs["note"]
        named = list(style.paragraphs.items())
        self._names = {paragraph: name for name, paragraph in reversed(named)}
        self._by_text = {paragraph.text: name for name, paragraph in reversed(named)}
        self._roles: dict[int, tuple[ParagraphStyle, str]] = {}
        self._baselines: dict[tuple[int, float], tuple[TextStyle, float]] = {}

    def role(self, style: ParagraphStyle) -> str:
        """The name that the house style gives it, or gives another style of the same type."""
        known = self._roles.get(id(style))
        if known is None:
            name = self._names.get(style) or self._by_text.get(style.text, "text")
            known = self._roles[id(style)] = (style, name)
        return known[1]

    def baseline(self, style: ParagraphStyle) -> float:
        """From the top of a line's box to its baseline: the leading is halved around the type."""
        text, leading = style.text, style.leading
        known = self._baselines.get((id(text), leading))
        if known is None:
            face, size = self.fonts.space(text).face, text.size
            half = (leading - (face.ascent - face.descent) * size) / 2
            known = self._baselines[id(text), leading] = (text, half + face.ascent * size)
        return known[1]

    def above(self, style: ParagraphStyle) -> float:
        """From the top of a line's box to the top of its capitals."""
        return self.baseline(style) - self.capitals(style.text)

    def capitals(self, style: TextStyle) -> float:
        """Height of capitals."""
        share: float = self.fonts.space(style).face.cap_height
        return share * style.size

    def lines(
        self,
        item: ParagraphItem,
        x: float,
        width: float,
        *,
        y: float | None = None,
        note: int | None = None,
        role: str = "",
        notch: Notch | None = None,
    ) -> list[SetLine]:
        """Set a paragraph in a place `width` wide whose left edge is at `x`.

        A paragraph without words takes one empty line, so that what leads to it finds a place.
        The first line's top is at `y`; without it each line is a box of its own. `note` is the
        number of the note that it is, `role` what it is called if not after its style.
        """
        style = item.style
        label = self.unbroken(item.label) if item.label else ()
        end = self.unbroken(item.end) if item.end else ()
        lines = self._broken(item, label, end, width, notch)
        left, height, down = x + style.left, style.leading, self.baseline(style)
        role = role or self.role(style)
        varies = None
        for run in item.runs:
            if run.field is not None:
                varies = style.align
        made: list[SetLine] = []
        top, step = (0.0, 0.0) if y is None else (y, height)
        for line in lines or (_NO_WORDS,):
            runs = line.runs
            right = runs[-1].x + runs[-1].width if runs else 0.0
            made.append(
                SetLine(runs, left, top, right, height, top + down, role, line.notes, note, varies)
            )
            top += step
        edge = x + width - style.right
        if notch is not None:
            if notch.left:
                made = _moved(made, notch)
            elif len(made) <= notch.lines:
                edge -= notch.by
        if label:
            made[0] = _labelled(made[0], label, made[0].x - style.left, style)
        if end:
            made[-1] = self._ended(made[-1], end, edge, style)
        return made

    def _broken(
        self,
        item: ParagraphItem,
        label: tuple[PlacedRun, ...],
        end: tuple[PlacedRun, ...],
        width: float,
        notch: Notch | None,
    ) -> tuple[Line, ...]:
        """Break a paragraph into lines, with room for its label, its end and what is beside it."""
        style = item.style
        room = width - style.left - style.right
        if end:
            room = max(room - kept_for(end, style), room / 2)
        if label:
            style = _indented(style, label)
        if notch is None:
            return break_lines(item.runs, style, room, self.fonts)
        return break_lines(item.runs, style, Steps(notch.lines, room - notch.by, room), self.fonts)

    def _ended(
        self, line: SetLine, end: tuple[PlacedRun, ...], edge: float, style: ParagraphStyle
    ) -> SetLine:
        """Put the end of an entry at the right edge; its dots wait until all is filled in."""
        leader = Leader(len(line.runs), edge - line.x, style.text)
        line = line._replace(runs=(*line.runs, *end), width=leader.right, varies=leader)
        if any(run.field is not None for run in line.runs):
            return line
        return led(line, leader, self.fonts)

    def unbroken(self, runs: Iterable[Run]) -> tuple[PlacedRun, ...]:
        """Runs one after the other, as wide as they come."""
        placed: list[PlacedRun] = []
        x = 0.0
        for run in runs:
            text = run.text if run.text.isascii() else run.text.translate(READABLE)
            width = self.fonts.width(text, run.style)
            placed.append(
                PlacedRun(
                    text, run.style, x, width, 0.0, run.leaf, run.link,
                    field=run.field, target=run.target,
                )
            )  # fmt: skip
            x += width
        return tuple(placed)


_NO_WORDS = Line((), 0.0, (), False, 1.0)


def _moved(lines: list[SetLine], notch: Notch) -> list[SetLine]:
    """Lines with the first of them further right."""
    count, by = notch.lines, notch.by
    return [*(line._replace(x=line.x + by) for line in lines[:count]), *lines[count:]]


def _indented(style: ParagraphStyle, label: tuple[PlacedRun, ...]) -> ParagraphStyle:
    """Make room in the first line for a label that is wider than the indent."""
    room = style.left + style.first_indent
    missing = _end(label) + _gap(style.text) - room
    return replace(style, first_indent=Pt(style.first_indent + missing)) if missing > 0 else style


def _labelled(
    line: SetLine, label: tuple[PlacedRun, ...], x: float, style: ParagraphStyle
) -> SetLine:
    """Put a label before a line, its right edge a gap away from the text, inside the indent."""
    width = _end(label)
    start = max(x, x + style.left + style.first_indent - _gap(style.text) - width)
    shift = line.x - start
    last = replace(label[-1], space_after=True)
    moved = tuple(replace(run, x=run.x + shift) for run in line.runs)
    return line._replace(
        runs=(*label[:-1], last, *moved), x=start, width=max(line.width + shift, width)
    )


def _end(runs: tuple[PlacedRun, ...]) -> float:
    return runs[-1].x + runs[-1].width


def _gap(style: TextStyle) -> float:
    return LABEL_GAP * style.size
