"""Prints drawings for people to look at: ``python -m tests.charts.press DIRECTORY``."""

import io
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from briefing.model.drawing import Drawing, Label, Shape
from briefing.model.style import TextStyle
from tests.charts.samples import FAMILY, FONTS

_MARGIN = 12.0
_CAPS = {"butt": 0, "round": 1}


def print_drawings(drawings: Iterable[Drawing]) -> bytes:
    """Make a PDF with a page for each drawing."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    for drawing in drawings:
        width, height = drawing.width + 2 * _MARGIN, drawing.height + 2 * _MARGIN
        canvas.setPageSize((width, height))
        canvas.translate(_MARGIN, height - _MARGIN)
        for item in drawing.items:
            if isinstance(item, Label):
                _label(canvas, item)
            elif isinstance(item, Shape):
                _shape(canvas, item)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _shape(canvas: Canvas, shape: Shape) -> None:
    path = canvas.beginPath()
    for segment in shape.path:
        points = [-value if number % 2 else value for number, value in enumerate(segment[1:])]
        {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}[segment[0]](
            *points
        )
    canvas.setLineJoin(1)
    canvas.setLineCap(_CAPS[shape.cap])
    canvas.setLineWidth(shape.width)
    canvas.setDash(*([list(shape.dash)] if shape.dash else []))
    if shape.fill:
        canvas.setFillColor(HexColor(shape.fill))
    if shape.stroke:
        canvas.setStrokeColor(HexColor(shape.stroke))
    canvas.drawPath(path, stroke=int(bool(shape.stroke)), fill=int(bool(shape.fill)))


def _label(canvas: Canvas, label: Label) -> None:
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    x = label.x - share * FONTS.width(label.text, label.style)
    canvas.setFont(_font(label.style), label.style.size)
    canvas.setFillColor(HexColor(label.style.colour))
    canvas.drawString(x, -label.y, label.text)


def _font(style: TextStyle) -> str:
    if style.bold:
        return _registered(FAMILY.bold_italic if style.italic else FAMILY.bold)
    return _registered(FAMILY.italic if style.italic else FAMILY.regular)


@cache
def _registered(path: str) -> str:
    pdfmetrics.registerFont(TTFont(Path(path).stem, path))
    return Path(path).stem


def main(folder: Path) -> None:
    """Write every sample as PNG: at 100 and 200 per cent, and in grey."""
    import pypdfium2

    from tests.charts.gallery import gallery

    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in gallery().items():
        document = pypdfium2.PdfDocument(print_drawings([drawing]))
        for percent in (100, 200):
            picture = document[0].render(scale=percent / 72).to_pil()
            picture.save(folder / f"{name}-{percent}.png")
        document[0].render(scale=100 / 72).to_pil().convert("L").save(folder / f"{name}-grey.png")
        document.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
