"""What a person should look at before a change of the charts' look is kept."""

from briefing.charts import draw
from briefing.model.chart import BarChart, Chart, LineChart, ReferenceLine
from briefing.model.country import Amount
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.samples import (
    DOLLARS,
    FONTS,
    FULL,
    HALF,
    STYLE,
    arms,
    bar,
    chart,
    crossing,
    instruments,
    line,
    military,
    nato,
    scale,
)


def gallery() -> dict[str, Drawing]:
    full = {
        "military": military(),
        "bounds": _bounds(),
        "negative": _negative(),
        "long-names": _long_names(),
        "crossing": crossing(),
        "many-lines": _many_lines(),
        "ranges": _ranges(),
        "far-from-zero": _far_from_zero(),
        "early-end": _early_end(),
        "reference": _reference(),
    }
    half = {
        "military": military(),
        "nato": nato(),
        "arms": arms(),
        "instruments": instruments(),
        "crossing": crossing(),
        "long-names": _long_names(),
        "negative": _negative(),
        "reference": _reference(),
    }
    return {f"{name}-full": _drawn(one, FULL) for name, one in full.items()} | {
        f"{name}-half": _drawn(one, HALF) for name, one in half.items()
    }


def _drawn(one: Chart, width: Pt) -> Drawing:
    return draw(one, width=width, style=STYLE, fonts=FONTS)


def _bounds() -> Chart:
    on = scale(DOLLARS, 1)
    bars = (
        bar("A plain number", 14.5e6, on=on),
        bar("About", 12e6, qualifier="about", on=on),
        bar("At least", 6e6, None, "at least", on=on, highlighted=True),
        bar("Over", 8.1e6, None, "over", on=on),
        bar("Up to", None, 3e6, "up to", on=on),
        bar("A range", 7e6, 11e6, on=on),
        bar("A range, highlighted", 2e6, 5e6, on=on, highlighted=True),
        bar("Up to, highlighted", None, 9e6, "up to", on=on, highlighted=True),
        bar("None", None, on=on),
    )
    return chart(BarChart(bars, on, ReferenceLine(8e6, "A line to compare with")), height=190)


def _negative() -> Chart:
    values = {"Armenia": 5.1, "Kazakhstan": 2.4, "Georgia": -0.4, "Mongolia": -3.2, "China": -1}
    bars = (
        *(bar(name, value, highlighted=name == "Georgia") for name, value in values.items()),
        bar("A range", -2, 1.5),
        bar("A low range", -4, -2.5),
        bar("Nobody", None),
    )
    return chart(BarChart(bars, scale(), ReferenceLine(-1.5, "Mean")), height=160)


def _long_names() -> Chart:
    bars = (
        bar("Organization for Security and Co-operation in Europe", 42.2),
        bar("China", 17.0),
        bar("Collective Security Treaty Organization", 31.0, highlighted=True),
        bar(
            "Regional Anti-Terrorist Structure of the Shanghai Cooperation Organization with its "
            "executive committee in Tashkent", 8.0
        ),
    )  # fmt: skip
    return chart(BarChart(bars, scale(), None))


def _many_lines() -> Chart:
    years = range(2010, 2023)
    lines = tuple(
        line(
            f"Country {number}",
            {year: 20 + number * 0.7 + (year - 2010) * (number - 5) * 0.22 for year in years},
            highlighted=number == 4,
        )
        for number in range(1, 10)
    )
    return chart(LineChart(lines, scale(decimals=0), None), height=180)


def _ranges() -> Chart:
    lines = (
        line("Arms", {2010: Amount(None, 2, "up to"), 2012: 5, 2014: Amount(16, 18), 2016: 12}),
        line(
            "Outposts",
            {year: Amount(year - 2006, year - 2003) for year in range(2010, 2016)}
            | {2016: Amount(9, None, "at least")},
            highlighted=True,
        ),
    )
    return chart(LineChart(lines, scale(decimals=0), None))


def _far_from_zero() -> Chart:
    lines = (
        line("Kazakhstan", {2000: 65.5, 2005: 66.1, 2010: 68.3, 2015: 71.9, 2020: 71.4}),
        line("Kyrgyzstan", {2000: 68.6, 2005: 68.0, 2010: 69.3, 2015: 70.7, 2020: 71.8}),
    )
    return chart(LineChart(lines, scale(decimals=0), None))


def _early_end() -> Chart:
    lines = (
        line("Tajikistan", {2012: 34, 2013: 31, 2014: 36}),
        line("Kazakhstan", {year: 20 + (year % 4) * 3 for year in range(2012, 2021)}),
        line("Kyrgyzstan", {2016: 28}, highlighted=True),
    )
    return chart(LineChart(lines, scale(decimals=0), None))


def _reference() -> Chart:
    lines = (
        line("Kazakhstan", {2017: 1.0, 2018: 0.9, 2019: 1.1, 2020: 1.1}, on=scale()),
        line("Uzbekistan", {2017: -0.5, 2018: 1.8, 2019: 2.9, 2020: 2.2}, on=scale()),
    )
    return chart(LineChart(lines, scale(), ReferenceLine(1.9, "Median of the seven")), height=127)
