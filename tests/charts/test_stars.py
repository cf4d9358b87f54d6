"""What is of another period than most has a star on the drawing, and its period in the data."""

from __future__ import annotations

import csv
import io

import pytest
from msgspec.structs import replace

from briefing.charts import draw
from briefing.model import chart as d
from briefing.model.boundaries import Boundaries
from briefing.model.drawing import Drawing, Label
from briefing.units import Pt
from tests.charts.plain import PLAIN_FONTS, PLAIN_STYLE
from tests.charts.samples import COUNT, WHERE, chart, exactly, scale

TENS = scale(COUNT, 0)
NAMES, YEARS = ("Kazakhstan", "Uzbekistan"), ("2019", "2018")
TIMES = "Period: 2019. Uzbekistan: 2018."

BARS = tuple(
    d.Bar(name, exactly(value), str(value), False, year, year == "2018")
    for name, value, year in zip(NAMES, (40, 60), YEARS, strict=True)
)
GRID = d.Grid(
    rows=(d.Head("Kazakhstan"), d.Head("Uzbekistan", starred=True)),
    columns=(d.Head("Arms"), d.Head("Aid")),
    cells=(
        (d.Datum(exactly(40), "40", period="2019"), d.Datum(exactly(60), "60", period="2019")),
        (d.Datum(exactly(50), "50", period="2018"), d.Datum(exactly(50), "51", period="2019")),
    ),
)
AREAS = tuple(
    d.Area(key, bar.label, bar.amount, bar.text, False, bar.period, bar.starred)
    for key, bar in zip(("KAZ", "UZB"), BARS, strict=True)
)
BORDERS = Boundaries(None, "", "", WHERE)

CHARTS: list[d.ChartData] = [
    d.BarChart(BARS, TENS, None),
    d.DonutChart(BARS, TENS),
    d.GroupedChart(GRID, TENS),
    d.StackedChart(GRID, TENS),
    d.SlopeChart(GRID, TENS),
    d.RangeChart(GRID, TENS),
    d.HeatMap(GRID, TENS),
    d.MapChart(AREAS, TENS, BORDERS, labels="names"),
]


def drawn(data: d.ChartData) -> Drawing:
    one = replace(chart(data, height=200), times=TIMES)
    return draw(one, width=Pt(300), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def lettering(data: d.ChartData) -> list[str]:
    return [item.text for item in drawn(data).items if isinstance(item, Label)]


@pytest.mark.parametrize("data", CHARTS, ids=lambda data: type(data).__name__)
def test_the_star_is_at_the_name_on_the_drawing_alone(data):
    made = drawn(data)

    on_it = " ".join(lettering(data))
    assert "Uzbekistan*" in on_it
    assert "Kazakhstan*" not in on_it
    assert "*" not in made.alt + made.data


def test_on_a_map_with_values_it_is_at_the_value():
    on_it = lettering(d.MapChart(AREAS, TENS, BORDERS))

    assert "60*" in on_it
    assert "40*" not in on_it


@pytest.mark.parametrize("data", CHARTS, ids=lambda data: type(data).__name__)
def test_the_alternative_text_ends_with_the_periods(data):
    assert drawn(data).alt.endswith(f" {TIMES}")


def test_the_author_s_own_alternative_text_has_them_too():
    one = replace(chart(CHARTS[0], height=200), times=TIMES, alt="Two bars.")

    made = draw(one, width=Pt(300), style=PLAIN_STYLE, fonts=PLAIN_FONTS)

    assert made.alt == f"Two bars. {TIMES}"


@pytest.mark.parametrize("data", CHARTS, ids=lambda data: type(data).__name__)
def test_the_data_have_a_column_of_periods(data):
    rows = list(csv.DictReader(io.StringIO(drawn(data).data)))

    periods = {row["text"]: row["period"] for row in rows}
    assert (periods.get("40"), periods.get("50", periods.get("60"))) == ("2019", "2018")


def test_data_of_one_period_have_no_such_column():
    plain = d.BarChart(tuple([replace(bar, period="", starred=False) for bar in BARS]), TENS, None)

    assert "period" not in drawn(plain).data
