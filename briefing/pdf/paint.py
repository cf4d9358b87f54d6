"""Paints the items of a page in order, each as part of the structure or as an artifact.

Pages grow downwards, PDF upwards: this module and `pictures` turn them over, nothing else does.
"""

from typing import assert_never

from briefing.model.page import Page, PlacedDrawing, PlacedLine, PlacedRect
from briefing.pdf.colour import components
from briefing.pdf.content import ContentStream
from briefing.pdf.looks import SOFT_HYPHEN, Look, Looks
from briefing.pdf.pictures import paint_drawing
from briefing.pdf.recorder import Recorder
from briefing.pdf.syntax import number

_LAYOUT = "/Artifact<</Type/Layout>>BDC\n"
_HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"
_FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"


def paint_page(page: Page, index: int, looks: Looks, recorder: Recorder) -> str:
    """Paint one page, the `index`-th from 0, and tell `recorder` what is painted.

    Returns:
        Its content stream.
    """
    stream = ContentStream()
    for item in page.items:
        match item:
            case PlacedLine():
                _line(item, page, index, stream, looks, recorder)
            case PlacedRect():
                _rect(item, page, stream)
            case PlacedDrawing():
                _drawing(item, page, index, stream, looks, recorder)
            case _:
                assert_never(item)
    return stream.close()


def _line(
    line: PlacedLine,
    page: Page,
    index: int,
    stream: ContentStream,
    looks: Looks,
    recorder: Recorder,
) -> None:
    start, baseline = line.x, f"{page.height - line.baseline:.2f}"
    for run in line.runs:
        leaf = run.leaf
        if leaf is None:
            _enter_artifact(line.role, stream, text=True)
        elif stream.enter(leaf, text=True):
            stream.code.append(recorder.begin(leaf, index))
        look = looks.of(run.style)
        tail = _tail(look, run.soft_hyphen, run.space_after)
        place = f"1 0 0 1 {start + run.x:.2f} {baseline}"
        stream.show(look, run.text, place, word_space=run.word_space, tail=tail)


def _tail(look: Look, soft_hyphen: bool, space_after: bool) -> str:
    """What a line's end adds to its text."""
    hyphen = look.words[SOFT_HYPHEN] if soft_hyphen else ""
    return hyphen + look.space if space_after else hyphen


def _rect(rect: PlacedRect, page: Page, stream: ContentStream) -> None:
    _enter_artifact(rect.role, stream, text=False)
    stream.fill(components(rect.fill))
    x, y = number(rect.x), number(page.height - rect.y - rect.height)
    stream.code.append(f"{x} {y} {number(rect.width)} {number(rect.height)} re f\n")


def _drawing(
    placed: PlacedDrawing,
    page: Page,
    index: int,
    stream: ContentStream,
    looks: Looks,
    recorder: Recorder,
) -> None:
    drawing, top = placed.drawing, page.height - placed.y
    if stream.enter(placed.leaf, text=False):
        stream.code.append(recorder.begin(placed.leaf, index))
    right, bottom = placed.x + drawing.width, top - drawing.height
    recorder.boxes[placed.leaf] = (placed.x, bottom, right, top)
    paint_drawing(drawing, placed.x, top, stream, looks)
    stream.leave()


def _enter_artifact(role: str, stream: ContentStream, *, text: bool) -> None:
    operator = _artifact(role)
    if stream.enter(operator, text=text):
        stream.code.append(operator)


def _artifact(role: str) -> str:
    """The operator for what is no part of the structure (ISO 32000-1 14.8.2.2)."""
    if role.startswith("running-head"):
        return _HEADER
    if role.startswith("running-foot"):
        return _FOOTER
    return _LAYOUT
