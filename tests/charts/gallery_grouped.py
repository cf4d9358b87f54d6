"""Grouped bar charts that a person should look at."""

from collections.abc import Mapping, Sequence

from briefing.charts import draw
from briefing.model.chart import Chart, GroupedChart, ReferenceLine
from briefing.model.country import Amount
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.grids import Value, grid
from tests.charts.samples import COUNT, DOLLARS, FONTS, FULL, HALF, PERCENT, STYLE, chart, scale

THIRD = Pt(148)
WHOLE = scale(PERCENT, 0)


def gallery() -> dict[str, Drawing]:
    samples = {
        "trade": trade(),
        "highlighted-series": trade("2024"),
        "support": support(),
        "two-views": two_views(),
        "arms": arms(),
        "bounds": bounds(),
        "negative": negative(),
        "three": three(),
        "six-series": many_series(),
        "long-names": long_names(),
        "low-first": low_first(),
    }
    drawn = {
        f"grouped-{name}-{part}": draw(one, width=width, style=STYLE, fonts=FONTS)
        for name, one in samples.items()
        for part, width in (("full", FULL), ("half", HALF), ("third", THIRD))
    }
    many = draw(many_groups(), width=FULL, style=STYLE, fonts=FONTS)
    return drawn | {"grouped-many": many}


def trade(highlighted: str = "Kazakhstan") -> Chart:
    on = scale(COUNT, 0)
    rows = {
        "Kazakhstan": (17, 30), "Uzbekistan": (4, 13), "Turkmenistan": (10, 11),
        "Kyrgyzstan": (5, 22), "Tajikistan": (3, 4),
    }  # fmt: skip
    figures = grid(("2014", "2024"), rows, on=on, highlighted=[highlighted])
    title = "Kyrgyzstan’s trade with China quadrupled in ten years"
    return chart(GroupedChart(figures, on), title=title, height=190)


def support() -> Chart:
    """Two years of a survey; most states have one only."""
    rows = {"Uzbekistan": (65, 48), "Kyrgyzstan": (None, 9), "Kazakhstan": (None, 7)}
    figures = grid(("2019", "2020"), rows, on=WHOLE, highlighted=["Kazakhstan"])
    title = "Strong support for Chinese projects is rare, except in Uzbekistan"
    return chart(GroupedChart(figures, WHOLE), title=title, height=110)


def two_views() -> Chart:
    columns = ("Strong support for Chinese projects", "See NATO as a threat")
    rows: Mapping[str, Sequence[Value]] = {
        "Kazakhstan": (7, 31), "Kyrgyzstan": (9, 30), "Tajikistan": (None, 34),
        "Turkmenistan": (None, None), "Uzbekistan": (48, None),
    }  # fmt: skip
    title = "Few strongly support Chinese projects, and more see a threat in NATO"
    return chart(GroupedChart(grid(columns, rows, on=WHOLE), WHOLE), title=title, height=190)


def arms() -> Chart:
    """Shares of arms imports as they were published: ranges and bounds."""
    rows = {
        "2010–2014": (Amount(None, 2, "up to"), None),
        "2015–2019": (Amount(16, 18), Amount(50, None, "over")),
    }
    figures = grid(("China", "Russia"), rows, on=WHOLE)
    title = "China’s share of the region’s arms imports grew"
    return chart(GroupedChart(figures, WHOLE), title=title, height=110)


def bounds() -> Chart:
    on = scale(DOLLARS, 1)
    rows: Mapping[str, Sequence[Value]] = {
        "Plain": (14.5e6, 9e6, 1e6),
        "Ranges": (Amount(7e6, 11e6), Amount(0.0, 3e6), Amount(2e6, 12e6)),
        "Lower bounds": (Amount(6e6, None, "at least"), None, Amount(8.1e6, None, "over")),
        "Upper bounds": (Amount(None, 3e6, "up to"), Amount(None, 9e6, "up to"), 0.0),
    }
    figures = grid(("Army", "Police", "Border guard"), rows, on=on, highlighted=["Ranges"])
    line = ReferenceLine(8e6, "A line to compare with")
    return chart(GroupedChart(figures, on, line), height=230)


def negative() -> Chart:
    rows: Mapping[str, Sequence[Value]] = {
        "Armenia": (5.1, -2.2), "Kazakhstan": (2.4, 3.1), "Georgia": (-0.4, -6.3),
        "Mongolia": (-3.2, None), "A range": (Amount(-2, 1.5), Amount(-4, -2.5)),
    }  # fmt: skip
    figures = grid(("2019", "2020"), rows, highlighted=["Georgia"])
    return chart(GroupedChart(figures, scale(), ReferenceLine(-1.5, "Mean")), height=190)


def three() -> Chart:
    rows = {"Women": (62.5, 71.0, 74.1), "Men": (58.1, 60.2, 66.0)}
    return chart(GroupedChart(grid(("2000", "2010", "2020"), rows), scale()), height=110)


def many_series() -> Chart:
    columns = ("Coal", "Gas", "Hydropower", "Nuclear", "Wind and solar", "Other")
    rows = {
        "Kazakhstan": (66.0, 20.0, 9.0, 0.0, 5.0, 1.0),
        "Kyrgyzstan": (11.0, 2.0, 87.0, None, 0.0, 0.0),
    }
    figures = grid(columns, rows, highlighted=["Kyrgyzstan"])
    return chart(GroupedChart(figures, scale()), height=170)


def long_names() -> Chart:
    columns = ("Respondents who see it as a threat", "Respondents who approve of it")
    rows = {
        "Organization for Security and Co-operation in Europe": (42.2, 12.0),
        "Collective Security Treaty Organization": (31.0, 55.0),
        "Shanghai Cooperation Organization": (8.0, 17.0),
    }
    figures = grid(columns, rows, highlighted=["Shanghai Cooperation Organization"])
    return chart(GroupedChart(figures, scale(), ReferenceLine(25.0, "Mean of all")), height=160)


def low_first() -> Chart:
    rows = {"Tajikistan": (2.0, 4.0), "Kyrgyzstan": (5.0, 8.0), "Kazakhstan": (50.0, 80.0)}
    figures = grid(("Girls in secondary school", "Boys in secondary school"), rows)
    return chart(GroupedChart(figures, scale()), height=130)


def many_groups() -> Chart:
    rows = {f"District {number}": (number % 17, 3.0 * (number % 7)) for number in range(40)}
    return chart(GroupedChart(grid(("Urban", "Rural"), rows), scale()), height=300)
