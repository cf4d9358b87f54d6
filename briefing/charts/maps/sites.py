"""What a locator map points out: cities from the list, and marks of the author's own."""

from typing import Literal

from msgspec import Struct

from briefing.charts.maps.gazetteer import cities
from briefing.errors import ContentError, Location, unknown_name
from briefing.model.chart import LocatorMap

_MOST = 10


class Site(Struct, frozen=True):
    """A named point; degrees east and north.

    Attributes:
        name: In the language of the map.
        wanted: The author asks for it, so it must be there.
    """

    name: str
    longitude: float
    latitude: float
    kind: Literal["capital", "city", "mark"]
    wanted: bool


def sites_of(data: LocatorMap, language: str, where: Location) -> tuple[Site, ...]:
    """List what may be pointed out: what must be there first, then the capital, then the largest.

    Raises:
        ContentError: A city is not in the list.
    """
    marks = [Site(one.name, one.longitude, one.latitude, "mark", True) for one in data.marks]
    known = cities()
    if data.cities is None:
        found = [city for city in known.values() if city.country == data.key][:_MOST]
    else:
        unknown = [name for name in data.cities if name not in known]
        if unknown:
            problems = [unknown_name(where, "city", name, tuple(known)) for name in unknown]
            raise ContentError(problems)
        found = [known[name] for name in data.cities]
    wanted = data.cities is not None
    listed = [
        Site(
            city.called(language),
            city.longitude,
            city.latitude,
            "capital" if city.capital else "city",
            wanted,
        )
        for city in sorted(found, key=lambda city: not city.capital)
    ]
    return (*marks, *listed)
