"""Slope charts that a person should look at."""

from briefing.charts import draw
from briefing.model.chart import Chart, SlopeChart
from briefing.model.country import Amount
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.grids import Value, grid
from tests.charts.samples import COUNT, DOLLARS, FONTS, FULL, HALF, PERCENT, STYLE, chart, scale

THIRD = Pt(148)
WHOLE = scale(PERCENT, 0)


def gallery() -> dict[str, Drawing]:
    samples = {
        "women": women(),
        "trade": trade(),
        "arms": arms(),
        "support": support(),
        "bounds": bounds(),
        "missing": missing(),
        "alike": alike(),
        "long-names": long_names(),
        "two": two(),
    }
    drawn = {
        f"slopes-{name}-{part}": draw(one, width=width, style=STYLE, fonts=FONTS)
        for name, one in samples.items()
        for part, width in (("full", FULL), ("half", HALF), ("third", THIRD))
    }
    return drawn | {"slopes-many": draw(many(), width=FULL, style=STYLE, fonts=FONTS)}


def women() -> Chart:
    rows = {
        "Turkmenistan": (25.8, 25.2), "Kazakhstan": (25.2, 18.4), "Kyrgyzstan": (23.3, 22.2),
        "Uzbekistan": (22.0, 38.2), "Tajikistan": (16.9, 27.0),
    }  # fmt: skip
    figures = grid(("2014", "2024"), rows, on=WHOLE, highlighted=["Kazakhstan"])
    title = "Women gained seats in Uzbekistan and Tajikistan, and lost them in Kazakhstan"
    return chart(SlopeChart(figures, WHOLE), title=title, height=190)


def trade() -> Chart:
    on = scale(COUNT, 0)
    rows = {
        "Kazakhstan": (17, 30), "Uzbekistan": (4, 13), "Turkmenistan": (10, 11),
        "Kyrgyzstan": (5, 22), "Tajikistan": (3, 4),
    }  # fmt: skip
    figures = grid(("2014", "2024"), rows, on=on)
    return chart(SlopeChart(figures, on), title="All five states trade more", height=170)


def arms() -> Chart:
    rows = {
        "Russia": (Amount(60, None, "over"), Amount(50, None, "over")),
        "China": (Amount(None, 2, "up to"), Amount(16, 18)),
    }
    figures = grid(("2010–2014", "2015–2019"), rows, on=WHOLE, highlighted=["China"])
    title = "China’s share of the region’s arms imports grew"
    return chart(SlopeChart(figures, WHOLE), title=title, height=150)


def support() -> Chart:
    rows = {
        "Uzbekistan": (65, 48), "Kyrgyzstan": (None, 9), "Kazakhstan": (None, 7),
    }  # fmt: skip
    figures = grid(("2019", "2020"), rows, on=WHOLE, highlighted=["Kazakhstan"])
    return chart(SlopeChart(figures, WHOLE), title="Strong support fell", height=150)


def bounds() -> Chart:
    on = scale(DOLLARS, 1)
    rows: dict[str, tuple[Value, ...]] = {
        "A range to a range": (Amount(7e6, 11e6), Amount(8e6, 14e6)),
        "A number to a range": (5e6, Amount(2e6, 3e6)),
        "At least to over": (Amount(6e6, None, "at least"), Amount(8.1e6, None, "over")),
        "Up to, to about": (Amount(None, 3e6, "up to"), Amount(9e6, 9e6, "about")),
    }
    figures = grid(
        ("Budget of 2019", "Budget of 2020"), rows, on=on, highlighted=["Up to, to about"]
    )
    return chart(SlopeChart(figures, on), height=190)


def missing() -> Chart:
    rows = {
        "Kazakhstan": (25.0, None), "Kyrgyzstan": (None, 22.0), "Uzbekistan": (22.0, 38.0),
        "Tajikistan": (None, None), "Turkmenistan": (22.5, None),
    }  # fmt: skip
    figures = grid(("2014", "2024"), rows, on=WHOLE, highlighted=["Kazakhstan"])
    return chart(SlopeChart(figures, WHOLE), height=170)


def alike() -> Chart:
    rows = {
        "Armenia": (20, 20), "Belarus": (20, 20), "Georgia": (20, 20.3), "Moldova": (20, -20),
        "Ukraine": (-20, 20),
    }  # fmt: skip
    figures = grid(("Rural", "Urban"), rows, on=WHOLE, highlighted=["Georgia"])
    return chart(SlopeChart(figures, WHOLE), height=150)


def long_names() -> Chart:
    columns = ("Before the pandemic of the coronavirus", "After the end of the pandemic")
    rows = {
        "Organization for Security and Co-operation in Europe": (42.2, 12.0),
        "Collective Security Treaty Organization": (31.0, 55.0),
        "Shanghai Cooperation Organization": (8.0, 17.0),
        "North Atlantic Treaty Organization": (9.0, 17.1),
    }
    figures = grid(columns, rows, highlighted=["Shanghai Cooperation Organization"])
    return chart(SlopeChart(figures, scale()), height=160)


def two() -> Chart:
    rows = {"Women": (62.5, 71.0), "Men": (70.1, 66.0)}
    return chart(SlopeChart(grid(("2000", "2020"), rows), scale()), height=110)


def many() -> Chart:
    rows = {
        f"District {number}": (20 + number * 0.37 % 3, 18 + (number * 7) % 11)
        for number in range(1, 31)
    }
    figures = grid(("2010", "2020"), rows, highlighted=["District 7"])
    return chart(SlopeChart(figures, scale()), height=300)
