"""Charts to test and to look at: the example project's figures, and hard cases."""

from collections.abc import Mapping
from pathlib import Path

from briefing.errors import Location
from briefing.model.chart import (
    Bar,
    BarChart,
    Chart,
    ChartData,
    Line,
    LineChart,
    LinePoint,
    ReferenceLine,
    Scale,
)
from briefing.model.country import Amount, Date, Qualifier, Unit
from briefing.model.style import ChartStyle, Family, TextStyle
from briefing.numbers import format_amount
from briefing.text.fonts import Fonts
from briefing.units import Pt

_FACES = Path(__file__).parents[2] / "styles" / "fonts" / "source-sans-3"
FAMILY = Family(
    regular=str(_FACES / "SourceSans3-Regular.ttf"),
    italic=str(_FACES / "SourceSans3-It.ttf"),
    bold=str(_FACES / "SourceSans3-Semibold.ttf"),
    bold_italic=str(_FACES / "SourceSans3-SemiboldIt.ttf"),
    fallback=(),
)
FONTS = Fonts({"sans": FAMILY})
WHERE = Location("content/charts/test.yaml", 1)
TEXT = TextStyle("sans", 8.5, "#1c2733")
STYLE = ChartStyle(
    accent="#b3402a",
    neutral="#8296a8",
    series=("#12436d", "#3d9bad", "#c9851b", "#8e63b8", "#6d6d6d"),
    grid="#dde3e8",
    axis="#5d6b78",
    label=TEXT,
    value=TEXT,
)
FULL, HALF = Pt(482), Pt(230)

PERCENT = Unit("percent-of-gdp", "{value}% of GDP", "", "{value}%", "% of GDP", compact=False)
COUNT = Unit("instruments", "{value} instruments", "", "{value}", "instruments", compact=False)
DOLLARS = Unit("usd", "US${value}", "", "US${value}", "US$", compact=True)


def scale(unit: Unit = PERCENT, decimals: int = 1) -> Scale:
    return Scale(unit, decimals, "en")


def exactly(value: float) -> Amount:
    return Amount(value, value)


def bar(
    label: str,
    low: float | None,
    high: float | None = None,
    qualifier: Qualifier = "",
    *,
    on: Scale | None = None,
    highlighted: bool = False,
) -> Bar:
    """A plain number by `low` alone, a bound by its qualifier, no data by None."""
    if low is None and high is None:
        return Bar(label, None, "", highlighted)
    on = on or scale()
    if high is None and qualifier in ("", "about", "nearly"):
        high = low
    amount = Amount(low, high, qualifier)
    return Bar(label, amount, worded(amount, on), highlighted)


def worded(amount: Amount, on: Scale) -> str:
    return format_amount(amount, on.unit, decimals=on.decimals, language=on.language, form="short")


def line(
    label: str,
    values: Mapping[int, float | Amount],
    *,
    on: Scale | None = None,
    highlighted: bool = False,
) -> Line:
    on = on or scale(decimals=0)
    points = []
    for year, value in values.items():
        amount = value if isinstance(value, Amount) else exactly(value)
        points.append(LinePoint(Date(year), str(year), amount, worded(amount, on)))
    return Line(label, tuple(points), highlighted)


def chart(
    data: ChartData, *, title: str = "A finding", height: float = 156, language: str = "en"
) -> Chart:
    return Chart(
        "test", title, "What is measured", "A source", data, "full", Pt(height), language, WHERE
    )


def military(highlight: str = "Kazakhstan", *, reference: bool = True) -> Chart:
    values = {
        "Uzbekistan": 4.0, "Russia": 3.9, "Tajikistan": 2.2, "China": 1.9, "Turkmenistan": 1.8,
        "Kyrgyzstan": 1.5, "Kazakhstan": 1.1,
    }  # fmt: skip
    bars = tuple(bar(name, value, highlighted=name == highlight) for name, value in values.items())
    line = ReferenceLine(1.9, "Median of the seven") if reference else None
    return Chart(
        "military-expenditure",
        "Kazakhstan spends the smallest share of GDP on its military",
        "Military expenditure, % of GDP, latest year available",
        "IndexMundi",
        BarChart(bars, scale(), line),
        "full",
        Pt(156),
        "en",
        WHERE,
    )


def nato() -> Chart:
    on = scale(decimals=0)
    values = {
        "Tajikistan": 34, "Kazakhstan": 31, "Kyrgyzstan": 30, "Turkmenistan": None,
        "Uzbekistan": None,
    }  # fmt: skip
    bars = tuple(
        bar(name, value, on=on, highlighted=name == "Kyrgyzstan") for name, value in values.items()
    )
    return Chart(
        "nato-threat",
        "About a third of those asked in three states see NATO as a threat",
        "Respondents who see NATO as a threat, %, 2016",
        "Gallup",
        BarChart(bars, on, None),
        "half",
        Pt(127),
        "en",
        WHERE,
    )


def arms() -> Chart:
    on = scale(decimals=0)
    bars = (bar("2010–2014", None, 2, "up to", on=on), bar("2015–2019", 16, 18, on=on))
    return chart(BarChart(bars, on, None), title="China’s share grew", height=127)


def instruments() -> Chart:
    on = scale(COUNT, 0)
    counts = {2001: 1, 2002: 2, 2004: 3, 2006: 4, 2007: 5, 2008: 6, 2009: 7}
    one = line("Central Asia", counts, on=on)
    return Chart(
        "sco-instruments",
        "In nine years the Organization adopted seven instruments",
        "Instruments adopted since 2001, running total",
        "SCO",
        LineChart((one,), on, None),
        "half",
        Pt(127),
        "en",
        WHERE,
    )


def crossing() -> Chart:
    years = range(2012, 2025)
    values = {
        "Uzbekistan": (11.9, 11.7, 9.1, 8.5, 8.8, 13.9, 17.5, 14.5, 12.9, 10.8, 11.4, 10, 9.6),
        "Kazakhstan": (5.1, 5.8, 6.7, 6.7, 14.6, 7.4, 6, 5.2, 6.8, 8, 15, 14.5, 8.7),
        "Kyrgyzstan": (2.8, 6.6, 7.5, 6.5, 0.4, 3.2, 1.5, 1.1, 6.3, 11.9, 13.9, 10.8, 5),
        "Tajikistan": (5.8, 5, 6.1, 5.8, 5.9, 7.3, None, 7.8, 8.6, 9, 6.6, 3.7, 3.5),
    }
    on = scale(decimals=0)
    lines = tuple(
        line(
            name,
            {year: value for year, value in zip(years, row, strict=True) if value is not None},
            on=on,
            highlighted=name == "Kazakhstan",
        )
        for name, row in values.items()
    )
    return Chart(
        "inflation",
        "Prices rose fastest in 2022",
        "Consumer price inflation, year on year",
        "Invented",
        LineChart(lines, on, None),
        "full",
        Pt(190),
        "en",
        WHERE,
    )
