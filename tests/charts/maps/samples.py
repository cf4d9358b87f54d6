"""Maps to test and to look at."""

from collections.abc import Mapping, Sequence
from typing import Any

from briefing.charts.draw import draw
from briefing.model.boundaries import Boundaries, Outline, Ring
from briefing.model.chart import Area, Chart, LocatorMap, MapChart, Mark, Scale
from briefing.model.country import Amount
from briefing.model.drawing import Clipped, Drawing, Label, Painted
from briefing.units import Pt
from tests.charts.samples import FONTS, STYLE, WHERE, chart, exactly, scale, worded

NATURAL_EARTH = Boundaries(None, "", "", WHERE)

MILITARY: Mapping[str, float] = {
    "UZB": 4.0, "RUS": 3.9, "TJK": 2.2, "CHN": 1.9, "TKM": 1.8, "KGZ": 1.5, "KAZ": 1.1,
}  # fmt: skip
NAMES = {
    "UZB": "Uzbekistan", "RUS": "Russia", "TJK": "Tajikistan", "CHN": "China",
    "TKM": "Turkmenistan", "KGZ": "Kyrgyzstan", "KAZ": "Kazakhstan",
}  # fmt: skip
FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
MARKS = (Mark("Khorgos dry port", 80.28, 44.22), Mark("Aktau sea port", 51.2, 43.6))


def locator(key: str, *, height: float = 260, language: str = "en", **given: Any) -> Chart:
    data = LocatorMap(key, given.pop("names", ()), NATURAL_EARTH, **given)
    return chart(data, title="Where it lies", height=height, language=language)


def area(
    key: str, value: float | Amount | None, *, picked: Sequence[str] = (), on: Scale | None = None
) -> Area:
    on = on or scale()
    amount = exactly(value) if isinstance(value, int | float) else value
    text = worded(amount, on) if amount else ""
    return Area(key, NAMES.get(key, key), amount, text, key in picked)


def figures(
    values: Mapping[str, float | Amount | None], *, picked: Sequence[str] = (), **given: Any
) -> MapChart:
    areas = tuple(area(key, value, picked=picked) for key, value in values.items())
    return MapChart(areas, scale(), given.pop("boundaries", NATURAL_EARTH), **given)


def drawn(one: Chart, width: float = 482) -> Drawing:
    return draw(one, width=Pt(width), style=STYLE, fonts=FONTS)


def labels_of(items: Sequence[Painted]) -> list[Label]:
    found: list[Label] = []
    for item in items:
        if isinstance(item, Label):
            found.append(item)
        elif isinstance(item, Clipped):
            found += labels_of(item.items)
    return found


def texts(drawing: Drawing) -> set[str]:
    return {label.text for label in labels_of(drawing.items)}


def square(west: float, south: float, side: float = 10.0) -> Ring:
    east, north = west + side, south + side
    return ((west, south), (east, south), (east, north), (west, north))


OWN = Boundaries(
    (
        Outline("KAZ", "Left land", ((square(60, 40),),)),
        Outline("KGZ", "Right land", ((square(70, 40),),)),
        Outline("", "No man’s land", ((square(60, 50),),)),
    ),
    "An institute’s own outlines",
    "",
    WHERE,
)
"""Two countries side by side, and an area without a code."""
