"""Cities, lakes and seas by name; names of countries."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from briefing.charts.maps.outlines import DATA, Land
from briefing.numbers import territory

_LANGUAGES = ("de", "fr", "ru")


class City(Struct, frozen=True):
    """A city; degrees east and north.

    Attributes:
        name: In English, by which charts name it.
        country: ISO 3166-1 alpha-3.
        names: In other languages, where they differ.
    """

    name: str
    country: str
    longitude: float
    latitude: float
    capital: bool
    names: tuple[tuple[str, str], ...]

    def called(self, language: str) -> str:
        """Name it in a language, else in English."""
        return dict(self.names).get(language.partition("-")[0].lower(), self.name)


class Water(Struct, frozen=True):
    """The name of a lake or sea, and a point in it, in degrees east and north."""

    name: str
    longitude: float
    latitude: float
    names: tuple[tuple[str, str], ...]

    def called(self, language: str) -> str:
        """Name it in a language, else in English."""
        return dict(self.names).get(language.partition("-")[0].lower(), self.name)


@cache  # one table
def cities() -> Mapping[str, City]:
    """List all cities by name; of each country the capital comes first, then the largest."""
    return {
        row["name"]: City(
            row["name"],
            row["country"],
            float(row["longitude"]),
            float(row["latitude"]),
            bool(row["capital"]),
            _names(row),
        )
        for row in _rows("cities")
    }


@cache  # one table
def lakes() -> Mapping[str, Water]:
    """List the lakes that have names, by their name."""
    return {water.name: water for water in _waters("lakes")}


@cache  # one table
def seas() -> tuple[Water, ...]:
    """List seas."""
    return tuple(_waters("seas"))


def _waters(table: str) -> Iterator[Water]:
    for row in _rows(table):
        yield Water(row["name"], float(row["longitude"]), float(row["latitude"]), _names(row))


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _names(row: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple([(language, row[language]) for language in _LANGUAGES if row[language]])


def country_name(land: Land, language: str) -> str:
    """Name a country in a language, else as its source has it."""
    return territory(land.iso2 or _iso2(land.key), language) or land.name


@cache  # as many entries as there are countries
def _iso2_by_iso3() -> Mapping[str, str]:
    from briefing.charts.maps.outlines import packed_atlas

    return {land.key: land.iso2 for land in packed_atlas("countries-50m").lands if land.key}


def _iso2(key: str) -> str:
    return _iso2_by_iso3().get(key, "")
