"""The order of the stages. Nothing else knows it.

In: a project's folder and a request. Out: a finished, proved file. What an audience may not see is
computed apart from tailoring and handed to the proof alone.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from briefing.charts import draw
from briefing.compose import compose
from briefing.errors import ContentError, Diagnostic
from briefing.layout import layout
from briefing.load import Loaded, load, readings_of
from briefing.model.content import Content
from briefing.model.drawing import Drawing
from briefing.model.flow import Flow
from briefing.model.manuscript import Manuscript, Tailored
from briefing.model.page import Pages
from briefing.model.request import Made, Request
from briefing.model.style import Style
from briefing.pdf import write_pdf
from briefing.pipeline.manifest import entry
from briefing.pipeline.select import check_names, requests
from briefing.proof import forbidden, prove
from briefing.tailor import tailor
from briefing.text.fonts import fonts_of
from briefing.units import Pt

__all__ = [
    "Loaded",
    "check",
    "flow_of",
    "make",
    "open_project",
    "pages_of",
    "requests",
    "tailored_of",
    "with_readings",
]

Tick = Callable[[str], None]
"""Told the name of each stage as it ends: for measuring."""


def open_project(root: Path) -> Loaded:
    """Read and check the project in the folder `root`.

    Raises:
        ContentError: With every problem found.
    """
    loaded = load(root, packaged_styles())
    check_names(loaded.content)
    return loaded


def packaged_styles() -> Path:
    """Find the house styles that travel with the package, or stand beside it in its repository."""
    package = Path(__file__).parents[1]
    inside = package / "styles"
    return inside if inside.is_dir() else package.parent / "styles"


def with_readings(content: Content, rows: Iterable[Mapping[str, Any]]) -> Content:
    """Add figures from elsewhere; one for the same indicator, place and period replaces the old.

    Raises:
        ContentError: With every row that cannot be used.
    """
    return readings_of(content, rows)


def tailored_of(content: Content, request: Request) -> Tailored:
    """Choose and word the text of one brief."""
    return tailor(
        content,
        request.document,
        place=request.place,
        audience=request.audience,
        language=request.language,
    )


def flow_of(content: Content, manuscript: Manuscript, tick: Tick | None = None) -> Flow:
    """Draw and compose one brief."""
    style = content.styles[manuscript.style]
    drawings = _draw(manuscript, style)
    _told(tick, "charts")
    flow = compose(manuscript, drawings, style)
    _told(tick, "compose")
    return flow


def pages_of(flow: Flow, tick: Tick | None = None) -> Pages:
    """Lay out one brief."""
    pages = layout(flow, fonts_of(flow.style.families))
    _told(tick, "layout")
    return pages


def make(content: Content, request: Request, tick: Tick | None = None) -> Made:
    """Make one brief and prove that nothing leaks.

    Raises:
        ContentError: The author must mend something.
        ProofError: The file holds what its audience may not see.
    """
    tailored = tailored_of(content, request)
    _told(tick, "tailor")
    pages = pages_of(flow_of(content, tailored.manuscript, tick), tick)
    pdf = write_pdf(pages, fonts_of(pages.style.families))
    _told(tick, "pdf")
    withheld = forbidden(
        content,
        request.document,
        place=request.place,
        audience=request.audience,
        language=request.language,
    )
    listed = entry(content, request, tailored, pdf, len(pages.pages))
    prove(pdf, withheld, name=request.name, manifest=json.dumps(listed, ensure_ascii=False))
    _told(tick, "proof")
    return Made(request, pdf, listed, tailored.omitted)


def check(content: Content) -> tuple[Diagnostic, ...]:
    """Lay out every brief of a project without writing one, and list every problem."""
    problems: list[Diagnostic] = []
    for request in requests(content):
        try:
            pages_of(flow_of(content, tailored_of(content, request).manuscript))
        except ContentError as error:
            problems += error.problems
    return tuple(sorted(set(problems)))


def _draw(manuscript: Manuscript, style: Style) -> dict[str, Drawing]:
    fonts = fonts_of(style.families)
    full = style.paper.measure
    half = Pt((full - style.paper.column_gap) / 2)
    return {
        key: draw(
            chart, width=half if chart.span == "half" else full, style=style.chart, fonts=fonts
        )
        for key, chart in manuscript.charts.items()
    }


def _told(tick: Tick | None, stage: str) -> None:
    if tick is not None:
        tick(stage)
