"""Lines over time, to be looked at."""

from msgspec.structs import replace

from briefing.charts import draw
from briefing.model.chart import (
    Chart,
    Line,
    LineChart,
    LinePoint,
    ReferenceLine,
    Remark,
    TimeBand,
    ValueBand,
)
from briefing.model.country import Date
from briefing.model.drawing import Drawing
from briefing.numbers import format_date
from briefing.units import Pt
from tests.charts.samples import (
    DOLLARS,
    FONTS,
    FULL,
    HALF,
    STYLE,
    chart,
    crossing,
    exactly,
    line,
    scale,
    worded,
)

THIRD = Pt(150)


def gallery() -> dict[str, Drawing]:
    charts = {
        "picked-out": picked_out(),
        "two-stretches": two_stretches(),
        "many-remarks": many_remarks(),
        "logarithmic": logarithmic(),
        "logarithmic-dollars": logarithmic_dollars(),
        "months": months(),
        "days": days(),
        "century": century(),
        "below-zero": below_zero(),
    }
    widths = {"full": FULL, "half": HALF, "third": THIRD}
    return {
        f"lines-{name}-{span}": draw(one, width=width, style=STYLE, fonts=FONTS)
        for name, one in charts.items()
        for span, width in widths.items()
    }


def picked_out() -> Chart:
    """The picture of an inflation that everybody remembers."""
    one = crossing()
    bands = (TimeBand(Date(2020), Date(2021), "Pandemic"), ValueBand(4, 6, "Target of the bank"))
    remarks = (Remark(1, 10, "Food prices up a quarter"),)
    return replace(one, data=replace(one.data, bands=bands, remarks=remarks))


def two_stretches() -> Chart:
    years = range(1990, 2023)
    values = {year: 40 + (year * 7) % 23 + (year - 1990) * 0.8 for year in years}
    data = LineChart(
        (line("Exports", values), line("Imports", {y: v * 0.8 + 9 for y, v in values.items()})),
        scale(decimals=0),
        ReferenceLine(55, "Mean of the world"),
        (
            TimeBand(Date(1997), Date(1998), "Crisis in Asia and in Russia"),
            TimeBand(Date(2000), Date(2000), "A bad year"),
            TimeBand(Date(2008), Date(2009), "Financial crisis"),
            TimeBand(Date(2020), Date(2024), "Pandemic and war"),
        ),
    )
    return chart(data, height=170)


def many_remarks() -> Chart:
    one = crossing()
    remarks = (
        Remark(1, 10, "Food prices up a quarter"),
        Remark(0, 6, "Prices of gas and bread set free"),
        Remark(2, 4, "The som falls no more after the central bank has stepped in twice"),
        Remark(1, 4, "Tenge floated"),
        Remark(3, 11, "Lowest of the five"),
    )
    return replace(one, data=replace(one.data, remarks=remarks), height=Pt(220))


def logarithmic() -> Chart:
    years = range(2000, 2023)
    lines = (
        line("China", {year: 1.2e3 * 1.14 ** (year - 2000) for year in years}, highlighted=True),
        line("Kazakhstan", {year: 18 * 1.11 ** (year - 2000) for year in years}),
        line("Tajikistan", {year: 0.9 * 1.09 ** (year - 2000) for year in years}),
    )
    data = LineChart(
        lines,
        scale(decimals=0),
        None,
        (TimeBand(Date(2008), Date(2009), "Crisis"),),
        logarithmic=True,
    )
    return chart(data, height=190)


def logarithmic_dollars() -> Chart:
    on = scale(DOLLARS, 1)
    values = {year: 3e5 * 2.4 ** (year - 2010) for year in range(2010, 2021)}
    one = line("Trade", values, on=on, highlighted=True)
    return chart(LineChart((one,), on, ReferenceLine(5e7, "Plan"), logarithmic=True))


def dated(label: str, values: dict[Date, float], language: str = "en") -> Line:
    on = scale(decimals=0)
    points = []
    for date, value in values.items():
        parts = (f"{date.year:04}", f"{date.month:02}", f"{date.day:02}")
        text = "-".join(parts[: 1 + bool(date.month) + bool(date.day)])
        amount = exactly(value)
        points.append(LinePoint(date, format_date(text, language), amount, worded(amount, on)))
    return Line(label, tuple(points), False)


def months() -> Chart:
    values = {Date(2022, month): 8 + month * 0.9 - (month % 4) for month in range(1, 13)}
    bands = (TimeBand(Date(2022, 2, 24), Date(2022, 4), "First weeks of the war"),)
    data = LineChart((dated("Prices", values),), scale(decimals=0), None, bands)
    return chart(data, height=130)


def days() -> Chart:
    values = {Date(2022, 1, day): (day * 5) % 17 + day * 0.4 for day in range(2, 30, 2)}
    data = LineChart(
        (dated("Unrest", values),),
        scale(decimals=0),
        None,
        (TimeBand(Date(2022, 1, 6), Date(2022, 1, 13), "Troops of the CSTO in the country"),),
        (Remark(0, 4, "State of emergency"),),
    )
    return chart(data, height=140)


def century() -> Chart:
    values = {year: 3 + (year - 1870) ** 1.3 / 9 + (year * 3) % 11 for year in range(1870, 2021)}
    data = LineChart(
        (line("Population", values), line("Land", {y: 30 + (y % 13) for y in values})),
        scale(decimals=0),
        None,
        (
            TimeBand(Date(1914), Date(1918), "First World War"),
            TimeBand(Date(1939), Date(1945), "Second World War"),
        ),
    )
    return chart(data, height=150)


def below_zero() -> Chart:
    lines = (
        line("Balance", {2014: 2.4, 2015: -3.1, 2016: -5.9, 2017: -1.2, 2018: 0.4, 2019: -4.0}),
        line("Debt", {2014: -8, 2015: -6, 2016: -7.5, 2017: -4, 2018: -9, 2019: -2.5}),
    )
    bands = (ValueBand(-3, 0, "Allowed by the treaty"),)
    remarks = (Remark(0, 2, "Worst year"),)
    return chart(LineChart(lines, scale(decimals=0), None, bands, remarks), height=150)
