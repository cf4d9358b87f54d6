"""Locator maps: where a country lies, among its neighbours, with its cities."""

from functools import lru_cache
from math import atan2, cos, degrees, radians

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.look import Frame
from briefing.charts.maps.gazetteer import country_name
from briefing.charts.maps.layers import borders
from briefing.charts.maps.locator_plot import plot_locator
from briefing.charts.maps.outlines import Atlas, Land, Ring, atlas_of
from briefing.charts.maps.sites import Site
from briefing.charts.plot import Named, Plot, plain, write_csv
from briefing.charts.shapes.paths import Point
from briefing.charts.words import Words
from briefing.charts.words.maps import Direction, MapWords, map_words
from briefing.model.chart import LocatorMap
from briefing.numbers import format_number

_ROUND: tuple[Direction, ...] = ("e", "ne", "n", "nw", "w", "sw", "s", "se")


class Locator(Struct, frozen=True):
    """The kind.

    Attributes:
        sites: What has found room on the drawing, in order.
    """

    data: LocatorMap
    sites: tuple[Site, ...] = ()

    def amounts(self) -> list[Named]:
        """There are none."""
        return []

    def plot(self, frame: Frame) -> Plot:
        """Draw the country, what lies around it, and where on earth that is."""
        drawn = plot_locator(self.data, frame)
        told = replace(self, sites=drawn.sites)
        return Plot(drawn.items, frame.height, in_order=True, told_by=told)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell where the country lies, its neighbours, and what is pointed out."""
        return _describe(self, title, words)

    def table(self) -> str:
        """Write what is pointed out, with coordinates."""
        rows = [
            (site.kind, site.name, plain(site.longitude), plain(site.latitude))
            for site in self.sites
        ]
        return write_csv(("kind", "name", "longitude", "latitude"), rows)


def _describe(kind: Locator, title: str, words: Words) -> list[str]:
    data, told = kind.data, map_words(words.language)
    atlas = atlas_of(data.boundaries, "50m")
    land = atlas.find(data.key)
    sentences = [told.locator(title)]
    if land is not None:
        sentences += _where(land, atlas, data, words.language, told)
    cities = [
        told.capital(site.name) if site.kind == "capital" else site.name
        for site in kind.sites
        if site.kind != "mark"
    ]
    marks = [site.name for site in kind.sites if site.kind == "mark"]
    sentences += [told.cities(cities)] if cities else []
    return [*sentences, told.marks(marks)] if marks else sentences


def _where(land: Land, atlas: Atlas, data: LocatorMap, language: str, told: MapWords) -> list[str]:
    names = dict(data.names)
    east, north = _middle(atlas, land)
    latitude = format_number(round(abs(north)), decimals=0, language=language)
    longitude = format_number(round(abs(east)), decimals=0, language=language)
    lies = told.lies(
        names.get(land.key) or country_name(land, language),
        told.north(latitude, southern=north < 0),
        told.east(longitude, western=east < 0),
    )
    neighbours = [
        (names.get(other.key) or country_name(other, language), _direction((east, north), at))
        for other, at in borders(atlas, land.key)
        if other.key or other.iso2  # what has no code is not named on the map either
    ]
    return [lies, told.borders(neighbours) if neighbours else told.no_border()]


def _direction(start: Point, end: Point) -> Direction:
    across = ((end[0] - start[0] + 180) % 360 - 180) * cos(radians(start[1]))
    angle = degrees(atan2(end[1] - start[1], across))
    return _ROUND[round(angle / 45) % 8]


@lru_cache(maxsize=256)
def _middle(atlas: Atlas, land: Land) -> Point:
    return middle_of(atlas.rings(land.pieces[0])[0])


def middle_of(ring: Ring) -> Point:
    """Find the centre of gravity of a ring, in degrees.

    Source:
        Bourke, Calculating the area and centroid of a polygon (1988).
    """
    twice = x = y = 0.0
    x0, y0 = ring[-1]
    for x1, y1 in ring:
        part = x0 * y1 - x1 * y0
        twice += part
        x += (x0 + x1) * part
        y += (y0 + y1) * part
        x0, y0 = x1, y1
    return (x / (3 * twice), y / (3 * twice)) if twice else ring[0]
