"""What only finished pages know: running heads and feet, and numbers left open in the text."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from briefing.layout.lines.leaders import led
from briefing.layout.lines.paragraphs import Setter
from briefing.layout.lines.pieces import Leader, SetLine
from briefing.layout.stamps import Stamps
from briefing.model.flow import Field, Run, RunningLine
from briefing.model.page import Placed, PlacedLine, PlacedRect, PlacedRun
from briefing.model.style import Alignment, Colour, PaperStyle
from briefing.text.fonts import Fonts
from briefing.units import Pt

RULE = 0.4
"""Weight of the hairline between the text and a running line, in points."""

ELLIPSIS = "…"
STRETCHING = " \u00a0"
"""Spaces that take part when a line is stretched."""

Values = Mapping[Field, str]
"""What fields say on one page; ``page-of`` is not among them."""

Labels = Mapping[str, str]
"""The label of the page on which each anchor lies."""

NO_LABELS: Labels = MappingProxyType({})


def filled(line: SetLine, values: Values, fonts: Fonts, labels: Labels = NO_LABELS) -> SetLine:
    """The line with its open numbers written in.

    The difference in width is spread over the spaces of the line, which so keeps its width; a
    line without spaces is moved to where its alignment wants it. What stands at the right edge
    behind dots stays there.

    Raises:
        ValueError: There is no page label for an anchor.
    """
    texts = [_text(run, values, labels) for run in line.runs]
    widths = [
        run.width if run.field is None else fonts.width(text, run.style)
        for run, text in zip(line.runs, texts, strict=True)
    ]
    if isinstance(line.varies, Leader):
        return led(_pushed(line, texts, widths), line.varies, fonts)
    spaces = [sum(map(run.text.count, STRETCHING)) for run in line.runs]
    more = sum(widths) - sum(run.width for run in line.runs)
    stretch = -more / sum(spaces) if sum(spaces) else 0.0
    runs: list[PlacedRun] = []
    shift = 0.0 if sum(spaces) else _shift(line.varies, more)
    for run, text, width, count in zip(line.runs, texts, widths, spaces, strict=True):
        wide = width + stretch * count
        runs.append(
            replace(
                run, text=text, x=run.x + shift, width=wide,
                word_space=run.word_space + stretch, field=None, target="",
            )
        )  # fmt: skip
        shift += wide - run.width
    end = runs[-1].x + runs[-1].width
    return line._replace(runs=tuple(runs), width=end, varies=None)


def _text(run: PlacedRun, values: Values, labels: Labels) -> str:
    if run.field is None:
        return run.text
    if run.field != "page-of":
        return values[run.field]
    if run.target not in labels:
        raise ValueError(f"no page for the anchor {run.target!r}")
    return labels[run.target]


def _pushed(line: SetLine, texts: list[str], widths: list[float]) -> SetLine:
    """The line with these texts, each as far on as those before it take it."""
    runs: list[PlacedRun] = []
    shift = 0.0
    for run, text, width in zip(line.runs, texts, widths, strict=True):
        runs.append(replace(run, text=text, x=run.x + shift, width=width, field=None, target=""))
        shift += width - run.width
    return line._replace(runs=tuple(runs))


def _shift(align: Alignment | None, more: float) -> float:
    return {"right": -more, "centre": -more / 2}.get(align or "left", 0.0)


class Running(Struct, frozen=True):
    """Sets the running head and foot of every page."""

    head: RunningLine | None
    foot: RunningLine | None
    paper: PaperStyle
    setter: Setter
    stamps: Stamps

    def lines(self, values: Values, first: bool, even: bool = False) -> list[Placed]:
        """The running lines of a page.

        Args:
            values: Of all fields on this page.
            first: It is the first page.
            even: It is a left-hand page; that matters where pages face each other.
        """
        paper, placed = self.paper, list[Placed]()
        head, foot = self.head, self.foot
        if head is not None and (head.on_first_page or not first):
            placed += self._line(head, paper.head, "running-head", values, even)
            if head.rule is not None:
                y = max(paper.head + head.left_style.leading / 2, self.stamps.head_end)
                placed.append(self._rule(y, head.rule, "running-head rule", even))
        if foot is not None and (foot.on_first_page or not first):
            baseline = paper.height - paper.foot
            placed += self._line(foot, baseline, "running-foot", values, even)
            if foot.rule is not None:
                y = min(baseline - foot.left_style.leading * 1.25, self.stamps.foot_start - RULE)
                placed.append(self._rule(y, foot.rule, "running-foot rule", even))
        return placed

    def _rule(self, y: float, colour: Colour, role: str, even: bool) -> PlacedRect:
        paper = self.paper
        return PlacedRect(self._left(even), Pt(y), paper.measure, Pt(RULE), colour, role)

    def _left(self, even: bool) -> Pt:
        """The left edge of the text."""
        paper = self.paper
        return paper.outer if even and paper.facing else paper.inner

    def _line(
        self, line: RunningLine, baseline: float, role: str, values: Values, even: bool
    ) -> list[PlacedLine]:
        """Set what is at the right first: what is at the left is shortened where it must be.

        A marking has its place at the right of both.
        """
        measure, edge = self.paper.measure - self.stamps.room, self._left(even)
        right = self._set(line.right, values, measure)
        room = measure - _end(right) - (line.right_style.text.size if right else 0.0)
        left = self._set(line.left, values, room)
        sides = [(left, line.left_style), (right, line.right_style)]
        if even and line.mirrored:
            sides.reverse()
        placed: list[PlacedLine] = []
        for (runs, style), share in zip(sides, (0.0, 1.0), strict=True):
            if runs:
                x = Pt(edge + share * (measure - _end(runs)))
                top = Pt(baseline - self.setter.baseline(style))
                width, height = Pt(_end(runs)), style.leading
                placed.append(PlacedLine(runs, Pt(baseline), x, top, width, height, role))
        return placed

    def _set(self, runs: Sequence[Run], values: Values, room: float) -> tuple[PlacedRun, ...]:
        """Set runs on one line, words at the end left out where there is no room for them."""
        worded = [
            run if run.field is None else replace(run, text=values[run.field], field=None)
            for run in runs
        ]
        placed = self.setter.unbroken(worded)
        while _end(placed) > room and (shorter := self._shortened(worded)):
            worded = shorter
            placed = self.setter.unbroken(worded)
        return placed

    def _shortened(self, runs: list[Run]) -> list[Run]:
        """The runs without their last word, or its last letter if it is the only one."""
        last = runs[-1]
        words = last.text.rstrip().removesuffix(ELLIPSIS)
        before = words.rpartition(" ")[0].rstrip(" ,;:–—") or words[:-1]
        if before:
            lacking = self.setter.fonts.missing(ELLIPSIS, last.style)
            return [*runs[:-1], replace(last, text=before + ("" if lacking else ELLIPSIS))]
        return runs[:-1]


def _end(runs: tuple[PlacedRun, ...]) -> float:
    return runs[-1].x + runs[-1].width if runs else 0.0
