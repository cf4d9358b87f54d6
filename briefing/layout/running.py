"""What only finished pages know: running heads and feet, and numbers left open in the text."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.layout.paragraphs import Setter
from briefing.layout.pieces import SetLine
from briefing.model.flow import Field, Run, RunningLine
from briefing.model.page import Placed, PlacedLine, PlacedRect, PlacedRun
from briefing.model.style import Alignment, Colour, PaperStyle, ParagraphStyle
from briefing.text.fonts import Fonts
from briefing.units import Pt

RULE = 0.4
"""Weight of the hairline between the text and a running line, in points."""

ELLIPSIS = "…"
STRETCHING = " \u00a0"
"""Spaces that take part when a line is stretched."""

Values = Mapping[Field, str]


def filled(line: SetLine, values: Values, fonts: Fonts) -> SetLine:
    """The line with its open numbers written in.

    The difference in width is spread over the spaces of the line, which so keeps its width; a
    line without spaces is moved to where its alignment wants it.
    """
    texts = [_text(run, values) for run in line.runs]
    widths = [
        run.width if run.field is None else fonts.width(text, run.style)
        for run, text in zip(line.runs, texts, strict=True)
    ]
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
                word_space=run.word_space + stretch, field=None,
            )
        )  # fmt: skip
        shift += wide - run.width
    end = runs[-1].x + runs[-1].width
    return line._replace(runs=tuple(runs), width=end, varies=None)


def _text(run: PlacedRun, values: Values) -> str:
    return run.text if run.field is None else values[run.field]


def _shift(align: Alignment | None, more: float) -> float:
    return {"right": -more, "centre": -more / 2}.get(align or "left", 0.0)


class Running(Struct, frozen=True):
    """Sets the running head and foot of every page."""

    head: RunningLine | None
    foot: RunningLine | None
    paper: PaperStyle
    setter: Setter

    def lines(self, values: Values, first: bool) -> list[Placed]:
        """The running lines of a page.

        Args:
            values: Of all fields on this page.
            first: It is the first page.
        """
        paper, placed = self.paper, list[Placed]()
        head, foot = self.head, self.foot
        if head is not None and (head.on_first_page or not first):
            placed += self._line(head, paper.head, "running-head", values)
            if head.rule is not None:
                y = paper.head + head.left_style.leading / 2
                placed.append(self._rule(y, head.rule, "running-head rule"))
        if foot is not None and (foot.on_first_page or not first):
            baseline = paper.height - paper.foot
            placed += self._line(foot, baseline, "running-foot", values)
            if foot.rule is not None:
                y = baseline - foot.left_style.leading * 1.25
                placed.append(self._rule(y, foot.rule, "running-foot rule"))
        return placed

    def _rule(self, y: float, colour: Colour, role: str) -> PlacedRect:
        paper = self.paper
        return PlacedRect(paper.inner, Pt(y), paper.measure, Pt(RULE), colour, role)

    def _line(
        self, line: RunningLine, baseline: float, role: str, values: Values
    ) -> list[PlacedLine]:
        measure = self.paper.measure
        right = self._set(line.right, values, measure)
        width = _end(right)
        room = measure - width - (line.right_style.text.size if right else 0.0)
        left = self._set(line.left, values, room)
        placed: list[PlacedLine] = []
        for runs, style, x in (
            (left, line.left_style, 0.0),
            (right, line.right_style, measure - width),
        ):
            if runs:
                placed.append(self._placed(runs, style, x, baseline, role))
        return placed

    def _placed(
        self,
        runs: tuple[PlacedRun, ...],
        style: ParagraphStyle,
        x: float,
        baseline: float,
        role: str,
    ) -> PlacedLine:
        top = Pt(baseline - self.setter.baseline(style))
        left = Pt(self.paper.inner + x)
        return PlacedLine(runs, Pt(baseline), left, top, Pt(_end(runs)), style.leading, role)

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
        """The runs without their last word; nothing if it is the only one."""
        last = runs[-1]
        before = last.text.rstrip().rpartition(" ")[0].rstrip(" ,;:–—")
        if before:
            lacking = self.setter.fonts.missing(ELLIPSIS, last.style)
            return [*runs[:-1], replace(last, text=before + ("" if lacking else ELLIPSIS))]
        return runs[:-1]


def _end(runs: tuple[PlacedRun, ...]) -> float:
    return runs[-1].x + runs[-1].width if runs else 0.0
