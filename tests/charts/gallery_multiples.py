"""Small multiples, to be looked at."""

from msgspec.structs import replace

from briefing.charts import draw
from briefing.model.chart import (
    Chart,
    Line,
    LineChart,
    MultiplesChart,
    ReferenceLine,
    TimeBand,
    ValueBand,
)
from briefing.model.country import Amount, Date
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.samples import DOLLARS, FONTS, FULL, HALF, STYLE, chart, crossing, line, scale

THIRD = Pt(150)
WHOLE = scale(decimals=0)


def gallery() -> dict[str, Drawing]:
    charts = {
        "capacity": capacity(),
        "everything": everything(),
        "two": two(),
        "thirty": thirty(),
        "dollars": dollars(),
        "ranges": ranges(),
    }
    widths = {"full": FULL, "half": HALF, "third": THIRD}
    return {
        f"multiples-{name}-{span}": draw(one, width=width, style=STYLE, fonts=FONTS)
        for name, one in charts.items()
        for span, width in widths.items()
    }


def capacity() -> Chart:
    rows = {
        "Kazakhstan": (9, 12, 22, 46, 78, 92, 104, 118, 132),
        "Uzbekistan": (0, 0, 0, 0, 0, 4, 7, 14, 88),
        "Kyrgyzstan": (0, 0, 0, 0, 0, 0, 1, 2, 6),
        "Tajikistan": (0, 0, 0, 0, 0, 0, 0, 0, 0),
        "Turkmenistan": (),
        "Azerbaijan": (4, 5, 7, 8, 9, 9, 10, 34, 41),
        "Georgia": (6, 6, 6, 7, 8, 9, 11, 13, 24),
        "Armenia": (3, 7, 14, 22, 36, 61, 81, 112, 140),
    }
    lines = tuple(
        line(
            name,
            dict(zip(range(2016, 2025), row, strict=False)),
            on=WHOLE,
            highlighted=name == "Kazakhstan",
        )
        for name, row in rows.items()
    )
    return chart(MultiplesChart(lines, WHOLE), height=220)


def everything() -> Chart:
    one = crossing()
    assert isinstance(one.data, LineChart)
    data = MultiplesChart(
        one.data.lines,
        one.data.scale,
        0,
        ReferenceLine(8, "Mean of the four"),
        (TimeBand(Date(2020), Date(2021), "Pandemic"), ValueBand(3, 5, "Target of the banks")),
    )
    return replace(one, data=data, height=Pt(150))


def two() -> Chart:
    lines = (
        line("Imports from the neighbours, by land and by sea", {2014: -2, 2016: 3, 2020: 5}),
        line("Exports", {2014: 4, 2015: -3.5, 2016: 1, 2020: -1}, highlighted=True),
    )
    return chart(MultiplesChart(lines, WHOLE), height=120)


def thirty() -> Chart:
    lines = [
        line(
            f"Country {number}",
            {
                year: 20 + (number * 7) % 31 + (year - 2000) * ((number * 5) % 11 - 5) * 0.4
                for year in range(2000, 2023)
            },
            on=WHOLE,
            highlighted=number == 7,
        )
        for number in range(1, 30)
    ]
    lines.append(Line("Nowhere", (), False))
    return chart(MultiplesChart(tuple(lines), WHOLE), height=300)


def dollars() -> Chart:
    on = scale(DOLLARS, 1)
    lines = tuple(
        line(name, {year: base * 1.3 ** (year - 2010) for year in range(2010, 2021)}, on=on)
        for name, base in (("Kazakhstan", 2e6), ("Kyrgyzstan", 3e5), ("Tajikistan", 1.4e5))
    )
    return chart(MultiplesChart(lines, on, 2), height=200)


def ranges() -> Chart:
    lines = (
        line("Arms", {2010: Amount(None, 2, "up to"), 2012: 5, 2014: Amount(16, 18), 2016: 12}),
        line("Posts", {2010: Amount(3, 5), 2011: Amount(4, 7), 2012: Amount(9, None, "at least")}),
        line("Drills", {2013: 8}),
    )
    return chart(MultiplesChart(lines, WHOLE), height=110)
