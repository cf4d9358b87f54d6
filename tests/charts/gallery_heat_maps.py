"""Heat maps that a person should look at."""

from briefing.charts import draw
from briefing.model.chart import Chart, HeatMap
from briefing.model.country import Amount, Unit
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.grids import Value, grid
from tests.charts.samples import COUNT, DOLLARS, FONTS, FULL, HALF, PERCENT, STYLE, chart, scale

THIRD = Pt(148)
WHOLE = scale(PERCENT, 0)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DUST = Unit("dust", "{value} µg/m³", "", "{value} µg/m³", "µg/m³", compact=False)


def gallery() -> dict[str, Drawing]:
    wide = {"air": air(), "turned": turned(), "many": many()}
    any_width = {
        "threats": threats(),
        "ranges": ranges(),
        "money": money(),
        "alike": alike(),
        "one-column": one_column(),
        "long-names": long_names(),
        "negative": negative(),
    }
    drawn = {
        f"heat-maps-{name}-{part}": draw(one, width=width, style=STYLE, fonts=FONTS)
        for name, one in any_width.items()
        for part, width in (("full", FULL), ("half", HALF), ("third", THIRD))
    }
    return {
        f"heat-maps-{name}-{part}": draw(one, width=width, style=STYLE, fonts=FONTS)
        for name, one in wide.items()
        for part, width in (("full", FULL), ("half", HALF))
        if (name, part) != ("many", "half")
    } | drawn


def air() -> Chart:
    on = scale(DUST, 0)
    rows = {
        "Almaty": (92, 71, 38, 21, 13, 11, 10, 12, 15, 27, 55, 88),
        "Astana": (41, 36, 24, 14, 10, 8, 9, 9, 11, 18, 30, 43),
        "Bishkek": (98, 66, 33, 18, 12, 11, 12, 13, 16, 29, 61, 94),
        "Tashkent": (72, 55, 31, 20, 17, 18, 21, 22, 27, 39, 58, 76),
        "Dushanbe": (68, 52, None, None, 24, 31, 38, 41, 44, 46, 57, 70),
    }
    figures = grid(MONTHS, rows, on=on, highlighted=["Almaty"])
    title = "In winter, Almaty’s air is far above the WHO guideline"
    return chart(HeatMap(figures, on, (15, 25, 35, 55)), title=title, height=150)


def threats() -> Chart:
    columns = ("Russia", "China", "United States", "NATO")
    rows = {
        "Kazakhstan": (11, 18, 28, 31), "Kyrgyzstan": (4, 29, 41, 30),
        "Tajikistan": (3, 7, 35, 34), "Uzbekistan": (6, 9, None, None),
    }  # fmt: skip
    figures = grid(columns, rows, on=WHOLE, highlighted=["Kyrgyzstan"])
    return chart(HeatMap(figures, WHOLE), height=130)


def ranges() -> Chart:
    rows: dict[str, tuple[Value, ...]] = {
        "Russia": (Amount(60, None, "over"), Amount(50, None, "over"), 62),
        "China": (Amount(None, 2, "up to"), Amount(16, 18), 13),
        "Turkey": (Amount(4, 11), Amount(None, 30, "up to"), None),
    }
    figures = grid(("2005–2009", "2010–2014", "2015–2019"), rows, on=WHOLE)
    return chart(HeatMap(figures, WHOLE, (5, 10, 20, 55)), height=110)


def money() -> Chart:
    on = scale(DOLLARS, 1)
    rows = {
        "Army": (14.5e6, 9e6, 1e6), "Police": (7e5, 11e6, 3.2e9), "Border guard": (2e6, 12e6, 4e4),
    }  # fmt: skip
    return chart(HeatMap(grid(("2018", "2019", "2020"), rows, on=on), on), height=110)


def alike() -> Chart:
    rows = {"Armenia": (20, 20), "Georgia": (20, None)}
    return chart(HeatMap(grid(("Rural", "Urban"), rows, on=WHOLE), WHOLE), height=80)


def one_column() -> Chart:
    rows: dict[str, list[Value]] = {
        "Kazakhstan": [31],
        "Tajikistan": [34],
        "Kyrgyzstan": [30],
        "Uzbekistan": [None],
    }
    return chart(HeatMap(grid([""], rows, on=WHOLE, highlighted=["Kyrgyzstan"]), WHOLE), height=90)


def long_names() -> Chart:
    columns = ("Respondents who live in a village", "Respondents who live in a town", "All")
    rows = {
        "Organization for Security and Co-operation in Europe": (42.2, 12.0, 20.0),
        "Collective Security Treaty Organization": (31.0, 55.0, 39.1),
        "Shanghai Cooperation Organization": (8.0, 17.0, 13.3),
    }
    figures = grid(columns, rows, highlighted=["All"])
    return chart(HeatMap(figures, scale()), height=130)


def negative() -> Chart:
    rows = {
        "Armenia": (-7.2, 5.8, 12.6), "Kazakhstan": (-2.5, 4.3, 3.2), "Georgia": (-6.8, 10.5, 11.0),
        "Mongolia": (-4.6, 1.6, 5.0),
    }  # fmt: skip
    return chart(HeatMap(grid(("2020", "2021", "2022"), rows), scale()), height=120)


def turned() -> Chart:
    on = scale(COUNT, 0)
    columns = (
        "Counter-terrorism", "Border protection", "Drugs", "Organized crime",
        "Cyber security of states", "Peacekeeping", "Disaster relief", "Military education",
    )  # fmt: skip
    rows = {
        name: tuple((number * 7 + at * 5) % 13 for at in range(8))
        for number, name in enumerate(("Shanghai", "Collective Security", "CIS", "NATO", "OSCE"))
    }
    return chart(HeatMap(grid(columns, rows, on=on), on), height=190)


def many() -> Chart:
    on = scale(DUST, 0)
    rows = {
        f"District {number}": tuple((number * 37 + at * at * 11) % 97 for at in range(12))
        for number in range(1, 31)
    }
    return chart(HeatMap(grid(MONTHS, rows, on=on, highlighted=["District 7"]), on), height=300)
