"""Papers that the product words itself, beside those of a project: no audience, no proof."""

from functools import lru_cache
from pathlib import Path

from briefing.compose import compose
from briefing.layout import layout
from briefing.load import read_packaged
from briefing.model.conformance import UA1_A3A
from briefing.model.manuscript import Manuscript
from briefing.model.style import Style
from briefing.pdf import write_pdf
from briefing.text.fonts import fonts_of


def packaged_styles() -> Path:
    """Find the house styles that travel with the package, or stand beside it in its repository."""
    package = Path(__file__).parents[1]
    inside = package / "styles"
    return inside if inside.is_dir() else package.parent / "styles"


@lru_cache(maxsize=8)  # of a handful of names
def packaged_style(name: str) -> Style:
    """A house style that travels with the package."""
    return read_packaged(packaged_styles(), name)


def set_alone(manuscript: Manuscript) -> bytes:
    """Set a manuscript without charts in a packaged style, as PDF/UA-1 and PDF/A-3a.

    Raises:
        ContentError: A character has no glyph, or something fits no page.
    """
    style = packaged_style(manuscript.style)
    fonts = fonts_of(style.families)
    pages = layout(compose(manuscript, {}, style), fonts)
    return write_pdf(pages, fonts, conformance=UA1_A3A)
