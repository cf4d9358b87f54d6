"""Fonts and styles of the tests of text, and what a PDF would show of a line."""

from collections.abc import Iterable
from pathlib import Path

from briefing.model.flow import Run
from briefing.model.page import PlacedRun
from briefing.model.style import Alignment, Family, ParagraphStyle, TextStyle
from briefing.text.fonts import Fonts, Part, fonts_of
from briefing.text.lines import Line
from briefing.units import Pt

FOLDER = Path(__file__).parents[2] / "styles" / "fonts"


def family(folder: str, name: str, *fallback: str) -> Family:
    faces = ("Regular", "It", "Semibold", "SemiboldIt")
    regular, italic, bold, both = (str(FOLDER / folder / f"{name}-{face}.ttf") for face in faces)
    return Family(regular, italic, bold, both, fallback)


CORPUS = (Path(__file__).parent / "corpus.txt").read_text("utf-8").strip()
"""A text of our own of 4,000 words, with long words and addresses; a paragraph a line."""

NAMES = (Path(__file__).parent / "names.txt").read_text("utf-8").strip()
"""Another of 2,800, with many long names, with notes, Cyrillic titles and long addresses."""


FAMILIES = {
    "serif": family("source-serif-4", "SourceSerif4", "sans"),
    "sans": family("source-sans-3", "SourceSans3"),
}
FONTS: Fonts = fonts_of(FAMILIES)
SERIF = TextStyle("serif", 10, "#000000")
SANS = TextStyle("sans", 8, "#000000")
BOLD = TextStyle("serif", 10, "#000000", bold=True)
SUPERIOR = TextStyle("serif", 10, "#000000", features=("sups",))


def paragraph(align: Alignment = "justify", *, hyphenate: bool = True, indent: float = 0.0):
    return ParagraphStyle(SERIF, Pt(13), align, first_indent=Pt(indent), hyphenate=hyphenate)


def run(text: str, style: TextStyle = SERIF, language: str = "en-GB", **more) -> Run:
    return Run(text, style, leaf=more.pop("leaf", 1), language=language, **more)


def text_of(lines: Iterable[Line]) -> str:
    """What a reader extracts from lines."""
    runs = (run for line in lines for run in line.runs)
    return "".join(run.text + (" " if run.space_after else "") for run in runs)


def rows(lines: Iterable[Line]) -> list[str]:
    """Each line as it looks."""
    return ["".join(r.text + ("-" if r.soft_hyphen else "") for r in line.runs) for line in lines]


def drawn_width(run: PlacedRun, fonts: Fonts = FONTS) -> float:
    """How wide a run is when its words are drawn one by one."""
    width = fonts.width(run.text, run.style) + run.word_space * run.text.count(" ")
    if run.soft_hyphen:
        width += fonts.hyphen(run.style).em * run.style.size / 1000 + run.style.tracking
    return width


def glyph_texts(parts: Iterable[Part]) -> list[str]:
    return [text for part in parts for _, text in part.glyphs]
