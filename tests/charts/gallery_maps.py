"""Maps to look at."""

from briefing.charts.maps.outlines import packed_atlas
from briefing.model.chart import Mark
from briefing.model.drawing import Drawing
from tests.charts.maps.samples import FIVE, MARKS, MILITARY, NAMES, drawn, figures, locator
from tests.charts.samples import chart

_WIDTHS = {"full": (482.0, 280.0), "half": (230.0, 170.0), "third": (152.0, 125.0)}
_SHAPES = ("RUS", "USA", "FJI", "ATA", "NOR", "IDN", "CHL", "SGP", "VAT", "MDV", "CHE", "CAN")


def gallery() -> dict[str, Drawing]:
    """Locators of the five states at all widths, countries of all shapes, maps of figures."""
    found: dict[str, Drawing] = {}
    for name, (width, height) in _WIDTHS.items():
        for key in FIVE:
            found[f"locator-{key.lower()}-{name}"] = drawn(locator(key, height=height), width)
        data = figures(MILITARY, picked=("KAZ",), breaks=(1.5, 2.0, 3.0))
        found[f"map-seven-{name}"] = drawn(chart(data, height=height), width)
        values = {**{key: MILITARY[key] for key in FIVE}, "TKM": None}
        data = figures(values, picked=("UZB",))
        found[f"map-five-{name}"] = drawn(chart(data, height=height), width)
        world = {
            land.key: float(number * 7 % 41) if number % 9 else None
            for number, land in enumerate(packed_atlas("countries-110m").lands)
            if land.key and land.key != "ATA"
        }
        found[f"map-world-{name}"] = drawn(
            chart(figures(world, picked=("KAZ",)), height=300), width
        )
    for key in _SHAPES:
        found[f"locator-{key.lower()}"] = drawn(locator(key, height=200), 312)
    cities = ("Astana", "Almaty", "Tashkent")
    found["locator-marks"] = drawn(locator("KAZ", cities=cities, marks=MARKS), 312)
    far = Mark("A port far away", 151.2, -33.9)
    found["locator-world"] = drawn(locator("VAT", marks=(far,)))
    small = figures({"VAT": 1.0, "USA": 2.0, "AUS": 3.0, "SGP": None})
    found["map-dots"] = drawn(chart(small, height=280))
    found["map-names"] = drawn(chart(figures(dict.fromkeys(NAMES, 2.0), labels="names")))
    return found
