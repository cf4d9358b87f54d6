"""What is untold: its place stays empty, and no word is said of it."""

import pytest
from msgspec.structs import replace

from briefing.charts import draw, draw_in_cell
from briefing.model.chart import (
    ChartData,
    Datum,
    Grid,
    GroupedChart,
    HeatMap,
    Line,
    LineChart,
    LinePoint,
    MultiplesChart,
    Sketch,
    Spark,
)
from briefing.model.country import Amount, Date
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.grids import UNTOLD, Value, grid
from tests.charts.plain import PLAIN_FONTS, PLAIN_STYLE
from tests.charts.samples import COUNT, WHERE, chart, scale

TENS = scale(COUNT, 0)


def drawn(data: ChartData) -> Drawing:
    return draw(chart(data, height=120), width=Pt(300), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def said(drawing: Drawing) -> str:
    labels = [item.text for item in drawing.items if isinstance(item, Label)]
    return " | ".join([*labels, drawing.alt]).lower()


def figures(second: Value | Datum, rows: int = 3) -> Grid:
    values: dict[str, tuple[Value | Datum, ...]] = {"A": (8, 10), "B": (4, second)}
    more: dict[str, tuple[Value | Datum, ...]] = {
        f"C{number}": (5, number) for number in range(2, rows)
    }
    return grid(("2014", "2024"), {**values, **more}, on=TENS)


@pytest.mark.parametrize("rows", [3, 9])
@pytest.mark.parametrize("kind", [GroupedChart, HeatMap])
def test_a_place_in_a_grid_stays_empty(kind, rows):
    missing, untold = (drawn(kind(figures(each, rows), TENS)) for each in (None, UNTOLD))

    assert "no data" in said(missing)
    assert "no data" not in said(untold)
    assert ("B,2024," in missing.data, "B,2024," in untold.data) == (True, False)
    assert "B,2014,4" in untold.data


def test_a_group_of_what_is_untold_and_what_there_is_not_tells_the_latter_alone():
    rows: dict[str, tuple[Value | Datum, ...]] = {"A": (8, 10, 3), "B": (None, UNTOLD, 2)}
    drawing = drawn(GroupedChart(grid(("X", "Y", "Z"), rows, on=TENS), TENS))

    assert said(drawing).count("no data") == 2  # beside the bar, and in the alternative text


def points(*years: int, untold: int = 0) -> tuple[LinePoint, ...]:
    return tuple(
        LinePoint(Date(year), str(year), Amount(year % 7, year % 7), str(year % 7), year == untold)
        for year in years
    )


YEARS = (2010, 2011, 2012, 2015, 2016)


@pytest.mark.parametrize("kind", [LineChart, MultiplesChart])
def test_a_line_has_a_gap_that_nothing_bridges(kind):
    def of(untold: int) -> ChartData:
        lines = (Line("A", points(*YEARS, untold=untold), highlighted=False),)
        return LineChart(lines, TENS, None) if kind is LineChart else MultiplesChart(lines, TENS)

    missing, untold = drawn(of(0)), drawn(of(2015))

    assert (_dotted(missing), _dotted(untold)) == (1, 0)
    assert ("no data" in said(missing), "no data" in said(untold)) == (True, False)
    assert [_course(drawing) for drawing in (missing, untold)] == [_course(missing)] * 2


def test_a_small_line_in_a_cell_has_one_likewise():
    line = Line("A", points(*YEARS, untold=2015), highlighted=False)
    spark = Spark(line, TENS, Date(2010), Date(2016))
    told, untold = (
        draw_in_cell(Sketch("s", one, "en", WHERE), width=Pt(70), height=Pt(11), style=PLAIN_STYLE)
        for one in (replace(spark, line=replace(line, points=points(*YEARS))), spark)
    )

    assert (_dotted(told), _dotted(untold)) == (1, 0)
    assert ("no data" in told.alt, "no data" in untold.alt) == (True, False)


def _dotted(drawing: Drawing) -> int:
    return sum(isinstance(item, Shape) and item.dash == (0.9, 1.7) for item in drawing.items)


def _course(drawing: Drawing) -> object:
    strokes = [item for item in drawing.items if isinstance(item, Shape) and item.stroke]
    return max(strokes, key=lambda shape: (shape.width, len(shape.path))).path


def test_what_is_untold_has_neither_amount_nor_words():
    assert (UNTOLD.amount, UNTOLD.text) == (None, "")
    assert replace(UNTOLD, untold=False) == figures(None).cells[1][1]
