"""Paints the items of a page in order, each as part of the structure or as an artifact.

Pages grow downwards, PDF upwards: this module and `pictures` turn them over, beside the areas of
links nothing else does.
"""

from typing import assert_never

from briefing.model.page import Page, PlacedDrawing, PlacedLine, PlacedRect, PlacedRun
from briefing.pdf.fonts.looks import SOFT_HYPHEN, Look
from briefing.pdf.objects.colour import components
from briefing.pdf.objects.syntax import number
from briefing.pdf.painting.artifacts import artifact
from briefing.pdf.painting.pictures import paint_drawing
from briefing.pdf.painting.tools import Tools


def paint_page(page: Page, index: int, tools: Tools) -> str:
    """Paint one page, the `index`-th from 0, and tell the recorder what is painted.

    Returns:
        Its content stream.
    """
    painter = _Painter(page.height, index, tools)
    for item in page.items:
        match item:
            case PlacedLine():
                painter.line(item)
            case PlacedRect():
                painter.rect(item)
            case PlacedDrawing():
                painter.drawing(item)
            case _:
                assert_never(item)
    return painter.done()


class _Painter:
    __slots__ = ("_height", "_index", "_looks", "_recorder", "_stream", "_tools")

    def __init__(self, height: float, index: int, tools: Tools) -> None:
        self._height = height
        self._index = index
        self._tools, self._looks, self._recorder = tools, tools.looks, tools.recorder
        self._stream = tools.recorder.stream()

    def line(self, line: PlacedLine) -> None:
        stream, looks, start = self._stream, self._looks, line.x
        baseline = f"{self._height - line.baseline:.2f}"
        before = " "
        for run in line.runs:
            if run.leaf is None:
                left, top = start + run.x, self._height - line.top
                box = left, top - line.height, left + run.width, top
                stream.paint_artifact(artifact(line.role), box, text=True)
            else:
                self._enter(run.leaf, text=True)
            look = looks.of(run.style)
            tail = _tail(run, look) if run.space_after or run.soft_hyphen else ""
            place = f"1 0 0 1 {start + run.x:.2f} {baseline}"
            lead = look.apart if look.apart and not before.isspace() else ""
            stream.show(look, run.text, place, word_space=run.word_space, lead=lead, tail=tail)
            before = run.text[-1:] or before

    def rect(self, rect: PlacedRect) -> None:
        top = self._height - rect.y
        box = rect.x, top - rect.height, rect.x + rect.width, top
        self._stream.paint_artifact(artifact(rect.role), box, text=False)
        self._stream.fill(components(rect.fill))
        corner = f"{number(rect.x)} {number(top - rect.height)}"
        size = f"{number(rect.width)} {number(rect.height)}"
        self._stream.code.append(f"{corner} {size} re f\n")

    def drawing(self, placed: PlacedDrawing) -> None:
        drawing, top = placed.drawing, self._height - placed.y
        box = (placed.x, top - drawing.height, placed.x + drawing.width, top)
        if placed.leaf is None:
            self._stream.paint_artifact(artifact(placed.role), box, text=False)
        else:
            self._enter(placed.leaf, text=False)
            self._recorder.boxes[placed.leaf] = box
        paint_drawing(drawing, (placed.x, top), self._stream, self._tools)
        if self._stream.is_blended:
            self._recorder.blended.add(self._index)

    def done(self) -> str:
        return self._stream.close()

    def _enter(self, leaf: int, *, text: bool) -> None:
        if self._stream.enter(leaf, text=text):
            self._stream.code.append(self._recorder.begin(leaf, self._index))


def _tail(run: PlacedRun, look: Look) -> str:
    """What the end of a line adds to its text."""
    hyphen = look.words[SOFT_HYPHEN] if run.soft_hyphen else ""
    return hyphen + look.space if run.space_after else hyphen
