"""Prints drawings for people to look at: ``python -m tests.charts.press DIRECTORY [MODULE]``.

They are painted as they are in papers. `MODULE` is one of ``tests.charts`` with a ``gallery()``.
"""

import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from briefing.model.drawing import Drawing
from briefing.model.page import Page, Pages, PlacedDrawing
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from briefing.text.fonts import Fonts
from briefing.units import Pt
from tests.charts.samples import FONTS
from tests.pdf.typesetter import METADATA, style

_MARGIN = 12.0


def print_drawings(drawings: Iterable[Drawing], fonts: Fonts = FONTS) -> bytes:
    """Make a PDF with a page for each drawing."""
    pages, figures = [], []
    for number, drawing in enumerate(drawings, start=1):
        placed = PlacedDrawing(drawing, Pt(_MARGIN), Pt(_MARGIN), number)
        size = Pt(drawing.width + 2 * _MARGIN), Pt(drawing.height + 2 * _MARGIN)
        pages.append(Page(number, str(number), *size, (placed,), ()))
        figures.append(Node("Figure", (number,), alt=drawing.alt or drawing.id))
    structure = Node("Document", tuple(figures))
    whole = Pages(tuple(pages), (), (), structure, (), METADATA, (), style({}))
    return write_pdf(whole, fonts)


def main(folder: Path, module: str = "gallery") -> None:
    """Write every sample as PNG: at 100 and 200 per cent, and in grey."""
    import pypdfium2

    folder.mkdir(parents=True, exist_ok=True)
    for name, drawing in import_module(f"tests.charts.{module}").gallery().items():
        document = pypdfium2.PdfDocument(print_drawings([drawing]))
        for percent in (100, 200):
            picture = document[0].render(scale=percent / 72).to_pil()
            picture.save(folder / f"{name}-{percent}.png")
        document[0].render(scale=100 / 72).to_pil().convert("L").save(folder / f"{name}-grey.png")
        document.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
