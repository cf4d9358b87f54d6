"""A figure as we print it beside matplotlib's own PDF."""

from io import BytesIO

import matplotlib
import numpy as np
import pypdfium2
from matplotlib.figure import Figure

from briefing.charts.figures.house import families_of
from briefing.charts.figures.record import record
from briefing.errors import Location
from briefing.model.drawing import Drawing, Painted
from briefing.model.page import Page, Pages, PlacedDrawing
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from briefing.units import Pt
from tests.charts.samples import FAMILY, FONTS, TEXT
from tests.pdf.typesetter import METADATA, style

RESOLUTION = 150
WHERE = Location("content/charts/test.yaml", 1)


def settings():
    """Both sides have the same font files, and matplotlib's own looks otherwise."""
    families = list(families_of(FONTS, TEXT))
    return {
        **matplotlib.rcParamsDefault,
        "backend": "agg",
        "font.family": families,
        "pdf.fonttype": 42,
    }


def recorded(figure: Figure) -> list[Painted]:
    width, height = figure.get_size_inches() * 72
    return record(figure, width=Pt(width), height=Pt(height), fonts=FONTS, style=TEXT, where=WHERE)


def drawing_of(figure: Figure) -> Drawing:
    width, height = figure.get_size_inches() * 72
    items = tuple(recorded(figure))
    return Drawing("figure", Pt(width), Pt(height), items, "A figure.", "", WHERE)


def printed(drawing: Drawing) -> bytes:
    """Print a drawing on a page of its own size."""
    placed = PlacedDrawing(drawing, Pt(0), Pt(0), 1)
    page = Page(1, "1", drawing.width, drawing.height, (placed,), ())
    node = Node("Document", (Node("Figure", (1,), alt=drawing.alt),))
    families = {"sans": FAMILY}
    return write_pdf(Pages((page,), (), (), node, (), METADATA, (), style(families)), FONTS)


def saved(figure: Figure) -> bytes:
    """Let matplotlib write it."""
    file = BytesIO()
    figure.savefig(file, format="pdf", dpi=300)
    return file.getvalue()


def seen(pdf: bytes):
    """Give the first page as grey levels, and its text."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    levels = page.render(scale=RESOLUTION / 72).to_numpy()[..., :3].astype(float)
    text = page.get_textpage().get_text_bounded()
    document.close()
    return levels, text


def difference(one, other) -> float:
    """The root of the mean square, of 255."""
    assert one.shape == other.shape
    return float(np.sqrt(((one - other) ** 2).mean()))
