"""Charts tailored alone, and what they say, for the tests of every kind."""

from __future__ import annotations

from typing import Any

from briefing.model import chart as d
from briefing.model import chart_spec as s
from briefing.model import manuscript as m
from briefing.model.country import Date, Period, Reading
from briefing.model.manuscript import Tailored
from tests.tailor.build import (
    Drawn,
    chart,
    content,
    paragraph,
    placed,
    reading,
    tailored,
)

GREEN: dict[str, Any] = {"marking": "GREEN"}


def year(number: int) -> Period:
    return Period(Date(number), Date(number))


def made_of(drawn: Drawn, readings: list[Reading] | None = None, **given: Any) -> Tailored:
    """Tailor a document with a paragraph and a chart ``x``."""
    of_brief = {key: given.pop(key) for key in ("place", "audience", "language") if key in given}
    spec = chart("x", drawn, **given)
    held: dict[str, Any] = {} if readings is None else {"readings": readings}
    return tailored(
        content(paragraph("y"), placed("chart", "x"), charts=[spec], **held), **of_brief
    )


def data_of(drawn: Drawn, readings: list[Reading] | None = None, **given: Any) -> d.ChartData:
    return made_of(drawn, readings, **given).manuscript.charts["x"].data


def figure_of(made: Tailored) -> m.Figure:
    block = made.manuscript.blocks[1]
    assert isinstance(block, m.Figure)
    return block


def told(grid: d.Grid) -> dict[str, list[str]]:
    """What a grid says, by row."""
    return {
        head.label: [datum.text for datum in cells]
        for head, cells in zip(grid.rows, grid.cells, strict=True)
    }


def labels(heads: tuple[d.Head, ...]) -> list[str]:
    return [f"{head.label}*" if head.highlighted else head.label for head in heads]


CROSSED = [
    reading("mil-exp", "KAZ", 1, 2018),
    reading("mil-exp", "KAZ", 2, 2019),
    reading("mil-exp", "KGZ", 3, 2019),
    reading("mil-exp", "UZB", 4, 2018),
    reading("rank", "KAZ", 5, 2019),
    reading("rank", "KGZ", 6, 2019),
]
PLACES = ("KAZ", "KGZ", "UZB")


def of_readings(
    *indicators: str,
    places: tuple[str, ...] = PLACES,
    periods: tuple[Period, ...] = (),
    down: s.Dimension = "places",
    across: s.Dimension | None = None,
) -> s.FromReadings:
    return s.FromReadings(indicators, places, periods, down, across)
