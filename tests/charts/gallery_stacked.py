"""Stacked bar charts that a person should look at."""

from collections.abc import Mapping, Sequence

from briefing.charts import draw
from briefing.model.chart import Chart, StackedChart
from briefing.model.country import Amount
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.grids import Value, grid
from tests.charts.samples import COUNT, DOLLARS, FONTS, FULL, HALF, PERCENT, STYLE, chart, scale

THIRD = Pt(148)
WHOLE = scale(PERCENT, 0)
COUNTS = scale(COUNT, 0)


def gallery() -> dict[str, Drawing]:
    samples = {
        "power": power(),
        "highlighted-part": power("Hydro"),
        "sites": sites(),
        "unknown-parts": unknown_parts(),
        "own-sums": own_sums(),
        "tiny": tiny(),
        "eight-parts": eight_parts(),
        "long-names": long_names(),
        "rest": rest(),
    }
    drawn = {
        f"stacked-{name}-{part}": draw(one, width=width, style=STYLE, fonts=FONTS)
        for name, one in samples.items()
        for part, width in (("full", FULL), ("half", HALF), ("third", THIRD))
    }
    many = draw(many_bars(), width=FULL, style=STYLE, fonts=FONTS)
    return drawn | {"stacked-many": many}


def power(highlighted: str = "Kazakhstan") -> Chart:
    columns = ("Coal", "Gas and oil", "Hydro", "Wind and solar")
    rows = {
        "Kazakhstan": (66, 20, 9, 5), "Uzbekistan": (9, 81, 8, 2), "Turkmenistan": (0, 100, 0, 0),
        "Kyrgyzstan": (11, 2, 87, 0), "Tajikistan": (6, 2, 92, 0),
    }  # fmt: skip
    figures = grid(columns, rows, on=WHOLE, highlighted=[highlighted])
    title = "Coal makes two-thirds of Kazakhstan’s power"
    return chart(StackedChart(figures, WHOLE, 100.0), title=title, height=150)


def sites() -> Chart:
    """The border sites of Tajikistan that were paid for by others."""
    columns = ("Command centres", "Outposts", "Checkpoints", "Training centre")
    figures = grid(columns, {"Tajikistan": (3, 5, 5, 1)}, on=COUNTS)
    return chart(StackedChart(figures, COUNTS), title="Fourteen sites at the border", height=60)


def unknown_parts() -> Chart:
    columns = ("Agree", "Disagree", "Do not know")
    rows = {
        "Kazakhstan": (61, 30, 9), "Kyrgyzstan": (44, None, 12), "Tajikistan": (88, 4, None),
        "Uzbekistan": (20, None, None), "Turkmenistan": (None, None, None),
    }  # fmt: skip
    figures = grid(columns, rows, on=WHOLE, highlighted=["Kyrgyzstan"])
    return chart(StackedChart(figures, WHOLE, 100.0), height=150)


def own_sums() -> Chart:
    on = scale(DOLLARS, 1)
    columns = ("Loans", "Grants", "Equipment")
    rows: Mapping[str, Sequence[Value]] = {
        "Kazakhstan": (82e6, 14.5e6, 8.5e6), "Kyrgyzstan": (40e6, None, 12e6),
        "Tajikistan": (Amount(20e6, 30e6), 10e6, 0), "Uzbekistan": (0, 0, 0),
        "Turkmenistan": (None, None, None),
        "China": (Amount(50e6, None, "over"), 5e6, Amount(2e6, 2e6, "about")),
    }  # fmt: skip
    figures = grid(columns, rows, on=on, highlighted=["Kyrgyzstan"])
    return chart(StackedChart(figures, on), height=190)


def tiny() -> Chart:
    rows = {"A": (1e-12, 99.9, 0.05), "B": (30.0, 0.4, 69.6), "C": (0.0, 0.0, 100.0)}
    return chart(StackedChart(grid(("One", "Two", "Three"), rows), scale(), 100.0), height=110)


def eight_parts() -> Chart:
    columns = tuple(f"Part {number}" for number in range(1, 9))
    rows = {"First": tuple(range(1, 9)), "Second": tuple(range(8, 0, -1))}
    return chart(StackedChart(grid(columns, rows, on=COUNTS), COUNTS), height=90)


def long_names() -> Chart:
    columns = (
        "Counter-terrorism, separatism and extremism",
        "Drugs and organized crime",
        "Security of information",
        "Other subjects of security",
    )
    rows = {
        "Shanghai Cooperation Organization": (40, 30, 20, 10),
        "Collective Security Treaty Organization": (10, 20, 30, 40),
    }
    return chart(StackedChart(grid(columns, rows, on=COUNTS), COUNTS), height=100)


def rest() -> Chart:
    columns = ("Italy", "China", "Russia", "Netherlands", "Other")
    rows = {"2014": (20, 12, 8, 11, 49), "2024": (24, 18, 12, 7, 39)}
    figures = grid(columns, rows, on=WHOLE)
    return chart(StackedChart(figures, WHOLE, 100.0), height=80)


def many_bars() -> Chart:
    rows = {
        str(year): (year % 7, year % 11, year % 5 if year % 4 else None)
        for year in range(1990, 2024)
    }
    figures = grid(("Arms", "Aid", "Training"), rows, on=COUNTS)
    return chart(StackedChart(figures, COUNTS), height=300)
