"""A figure as we print it beside matplotlib's own PDF."""

from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib
import numpy as np
import pypdfium2
from fontTools.ttLib import TTFont
from matplotlib.figure import Figure
from msgspec.structs import astuple

from briefing.charts.figures.house import families_of
from briefing.charts.figures.record import record
from briefing.errors import Location
from briefing.model.drawing import Drawing, Painted
from briefing.model.page import Page, Pages, PlacedDrawing
from briefing.model.structure import Node
from briefing.model.style import Family
from briefing.pdf import write_pdf
from briefing.text.fonts import Fonts
from briefing.units import Pt
from tests.charts.samples import FAMILY, TEXT
from tests.pdf.typesetter import METADATA, style

RESOLUTION = 150
WHERE = Location("content/charts/test.yaml", 1)
_HINTS = ("fpgm", "prep", "cvt ", "gasp", "hdmx", "VDMX")


class Faces(NamedTuple):
    """The font files of both sides."""

    family: Family
    fonts: Fonts


def faces(family: Family = FAMILY) -> Faces:
    return Faces(family, Fonts({"sans": family}))


def unhinted(folder: Path) -> Faces:
    """Write the faces without hints, for we embed none, and matplotlib does.

    A renderer of PDF moves the outlines of letters by them, which is not what is compared here.
    """
    paths = []
    for name in astuple(FAMILY)[:4]:
        font = TTFont(name)
        for table in _HINTS:
            if table in font:
                del font[table]
        glyphs = font["glyf"]
        for glyph in glyphs.keys():  # noqa: SIM118  # it is no mapping
            glyphs[glyph].expand(glyphs)
            glyphs[glyph].removeHinting()
        paths.append(str(folder / Path(name).name))
        font.save(paths[-1])
    regular, italic, bold, bold_italic = paths
    return faces(Family(regular, italic, bold, bold_italic, ()))


def settings(faces: Faces) -> dict[str, Any]:
    """Give both sides the same faces, and matplotlib's own looks otherwise."""
    defaults: Any = matplotlib.rcParamsDefault
    return {
        **defaults,
        "backend": "agg",
        "font.family": list(families_of(faces.fonts, TEXT)),
        "pdf.fonttype": 42,
    }


def recorded(figure: Figure, faces: Faces) -> list[Painted]:
    width, height = figure.get_size_inches() * 72
    return record(
        figure, width=Pt(width), height=Pt(height), fonts=faces.fonts, style=TEXT, where=WHERE
    )


def drawing_of(figure: Figure, faces: Faces) -> Drawing:
    width, height = figure.get_size_inches() * 72
    items = tuple(recorded(figure, faces))
    return Drawing("figure", Pt(width), Pt(height), items, "A figure.", "", WHERE)


def printed(drawing: Drawing, faces: Faces) -> bytes:
    """Print a drawing on a page of its own size."""
    placed = PlacedDrawing(drawing, Pt(0), Pt(0), 1)
    page = Page(1, "1", drawing.width, drawing.height, (placed,), ())
    node = Node("Document", (Node("Figure", (1,), alt=drawing.alt),))
    pages = Pages((page,), (), (), node, (), METADATA, (), style({"sans": faces.family}))
    return write_pdf(pages, faces.fonts)


def saved(figure: Figure) -> bytes:
    """Let matplotlib write it."""
    file = BytesIO()
    figure.savefig(file, format="pdf", dpi=300)
    return file.getvalue()


class Seen(NamedTuple):
    """A page as it looks and as it reads."""

    levels: Any
    text: str


def seen(pdf: bytes) -> Seen:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    levels = page.render(scale=RESOLUTION / 72).to_numpy()[..., :3].astype(float)
    text = page.get_textpage().get_text_range()
    document.close()
    return Seen(levels, text)


def difference(one: Seen, other: Seen) -> float:
    """Give the root of the mean square, of 255."""
    assert one.levels.shape == other.levels.shape
    return float(np.sqrt(((one.levels - other.levels) ** 2).mean()))
