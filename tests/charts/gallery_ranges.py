"""Range charts that a person should look at."""

from briefing.charts import draw
from briefing.model.chart import Chart, RangeChart, ReferenceLine
from briefing.model.country import Amount
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.grids import Value, grid
from tests.charts.samples import COUNT, DOLLARS, FONTS, FULL, HALF, PERCENT, STYLE, chart, scale

THIRD = Pt(148)
WHOLE = scale(PERCENT, 0)


def gallery() -> dict[str, Drawing]:
    samples = {
        "internet": internet(),
        "trade": trade(),
        "arms": arms(),
        "own": own(),
        "bounds": bounds(),
        "missing": missing(),
        "negative": negative(),
        "long-names": long_names(),
        "one": one(),
    }
    drawn = {
        f"ranges-{name}-{part}": draw(sample, width=width, style=STYLE, fonts=FONTS)
        for name, sample in samples.items()
        for part, width in (("full", FULL), ("half", HALF), ("third", THIRD))
    }
    return drawn | {"ranges-many": draw(many(), width=FULL, style=STYLE, fonts=FONTS)}


def internet() -> Chart:
    rows = {
        "Kazakhstan": (90, 95), "Uzbekistan": (78, 92), "Azerbaijan": (81, 90),
        "Kyrgyzstan": (74, 89), "Georgia": (69, 88), "Tajikistan": (34, 58),
    }  # fmt: skip
    figures = grid(("Rural", "Urban"), rows, on=WHOLE, highlighted=["Kazakhstan"])
    title = "The gap between town and village in internet use has not closed"
    return chart(RangeChart(figures, WHOLE), title=title, height=160)


def trade() -> Chart:
    on = scale(COUNT, 0)
    rows = {
        "Kazakhstan": (17, 30), "Uzbekistan": (4, 13), "Turkmenistan": (10, 11),
        "Kyrgyzstan": (22, 5), "Tajikistan": (4, 4),
    }  # fmt: skip
    line = ReferenceLine(14.8, "Mean of 2024")
    figures = grid(("2014", "2024"), rows, on=on, highlighted=["Kyrgyzstan"])
    return chart(RangeChart(figures, on, line), height=150)


def arms() -> Chart:
    """Shares of arms imports as they were published: ranges and bounds."""
    rows: dict[str, list[Value]] = {
        "China, 2010–2014": [Amount(None, 2, "up to")],
        "China, 2015–2019": [Amount(16, 18)],
        "Russia, 2015–2019": [Amount(50, None, "over")],
        "Turkey, 2015–2019": [7.0],
        "Others": [None],
    }
    figures = grid([""], rows, on=WHOLE, highlighted=["China, 2015–2019"])
    return chart(RangeChart(figures, WHOLE, ReferenceLine(25, "A quarter")), height=130)


def own() -> Chart:
    on = scale(DOLLARS, 1)
    rows: dict[str, list[Value]] = {
        "A range": [Amount(7e6, 11e6)],
        "A narrow range": [Amount(8e6, 8.1e6)],
        "About": [Amount(12e6, 12e6, "about")],
        "At least": [Amount(6e6, None, "at least")],
        "Up to": [Amount(None, 9e6, "up to")],
    }
    return chart(RangeChart(grid(["Budget of 2020"], rows, on=on), on), height=130)


def bounds() -> Chart:
    rows = {
        "Ranges": (Amount(7, 11), Amount(14, 22)),
        "Ranges that overlap": (Amount(7, 16), Amount(12, 24)),
        "Bounds outwards": (Amount(None, 9, "up to"), Amount(21, None, "over")),
        "Bounds inwards": (Amount(7, None, "at least"), Amount(None, 25, "up to")),
        "A fall": (Amount(25, None, "over"), Amount(3, 5)),
    }
    figures = grid(("2010–2014", "2015–2019"), rows, on=WHOLE, highlighted=["Bounds inwards"])
    return chart(RangeChart(figures, WHOLE), height=150)


def missing() -> Chart:
    rows = {
        "Kazakhstan": (None, 95), "Uzbekistan": (78, None), "Turkmenistan": (None, None),
        "Tajikistan": (34, 58),
    }  # fmt: skip
    figures = grid(("Rural", "Urban"), rows, on=WHOLE, highlighted=["Uzbekistan"])
    return chart(RangeChart(figures, WHOLE), height=130)


def negative() -> Chart:
    rows = {
        "Armenia": (-7.2, 5.8), "Kazakhstan": (-2.5, 4.3), "Georgia": (-6.8, 10.5),
        "Mongolia": (-4.6, -4.6), "Tajikistan": (4.4, 9.4), "A fall": (3.0, -8.0),
    }  # fmt: skip
    figures = grid(("2020", "2021"), rows, highlighted=["Georgia"])
    return chart(RangeChart(figures, scale(), ReferenceLine(2.7, "Mean of both years")), height=170)


def long_names() -> Chart:
    columns = ("Respondents who live in a village", "Respondents who live in a town")
    rows = {
        "Organization for Security and Co-operation in Europe": (42.2, 12.0),
        "Collective Security Treaty Organization": (31.0, 55.0),
        "Shanghai Cooperation Organization": (8.0, 17.0),
    }
    figures = grid(columns, rows, highlighted=["Shanghai Cooperation Organization"])
    return chart(RangeChart(figures, scale(), ReferenceLine(25.0, "Mean of all")), height=130)


def one() -> Chart:
    figures = grid(("Women", "Men"), {"Kazakhstan": (73.1, 65.2)})
    return chart(RangeChart(figures, scale()), height=80)


def many() -> Chart:
    rows = {f"District {number}": (number % 17, 3.0 * (number % 7) + 9) for number in range(40)}
    return chart(RangeChart(grid(("Urban", "Rural"), rows), scale()), height=300)
