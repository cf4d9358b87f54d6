"""Maps: the countries and marks that may be shown, and what is said of the borders."""

from collections.abc import Sequence

from briefing.errors import Location
from briefing.model import chart as drawn
from briefing.model.boundaries import Boundaries
from briefing.model.chart_spec import ChartSpec, LocatorOptions, MapMark, MapOptions
from briefing.model.manuscript import CitedWork, Inline, Text
from briefing.tailor.charts.chosen import Chosen, chosen
from briefing.tailor.charts.classes import breaks_of
from briefing.tailor.charts.find import find
from briefing.tailor.charts.from_rows import keys_of, works_of
from briefing.tailor.charts.map_words import map_words
from briefing.tailor.places import own_or_given, resolved_places
from briefing.tailor.work import Work


def choose_map(spec: ChartSpec, options: MapOptions, at: Work) -> Chosen | None:
    """Choose the figures of a map; None, and the reason noted, where there are none."""
    found = find(spec, at)
    if found is None:
        return None
    areas = tuple(
        [
            drawn.Area(own_or_given(row.key, at), row.label, amount, text, row.highlighted)
            for row in found.rows
            for amount, text, *_ in row.data[:1]
        ]
    )
    data = drawn.MapChart(
        areas=areas,
        scale=found.scale,
        boundaries=_boundaries(spec, at),
        breaks=breaks_of(options.breaks, found, spec, at),
        around=_around(options, spec.where, at),
        labels=options.labels,
    )
    return chosen(data, found)


def choose_locator(spec: ChartSpec, options: LocatorOptions, at: Work) -> Chosen | None:
    """Choose what a locator map points out; None where it is of the brief's own place of none."""
    keys = resolved_places([options.place], spec.where, at)
    if not keys:
        return None
    marks = [mark for mark in options.marks if _keeps(mark, spec, at)]
    works: dict[tuple[str, str], CitedWork] = {}
    for mark in marks:
        at.mark(mark.conditions, mark)
        for work in works_of(mark.sourced, mark.where):
            works.setdefault((work.key, work.locator), work)
    places = at.content.places.values()
    data = drawn.LocatorMap(
        key=keys[0],
        names=tuple([(place.key, at.facts.name(place.key)) for place in places if place.iso2]),
        boundaries=_boundaries(spec, at),
        cities=options.cities,
        marks=tuple([drawn.Mark(mark.name, mark.longitude, mark.latitude) for mark in marks]),
        globe=options.globe,
    )
    return Chosen(data, "", works=tuple(works.values()), said=tuple(marks))


def told_below(data: drawn.ChartData, where: Location, language: str) -> tuple[Inline, ...]:
    """Say whose borders a map draws, and that they settle nothing; nothing below other charts."""
    if not isinstance(data, drawn.MapChart | drawn.LocatorMap):
        return ()
    given, words = data.boundaries, map_words(language)
    credit = words.own(given.credit) if given.credit else words.packaged
    return (Text(f"{credit} {given.disclaimer or words.disclaimer}", where),)


def _keeps(mark: MapMark, spec: ChartSpec, at: Work) -> bool:
    what, sourced = f"mark of chart {spec.id!r}", mark.sourced
    return at.keeps(mark.conditions, mark.where, what, at.names) and at.keeps_sources(
        keys_of(sourced), mark.where, what
    )


def _around(options: MapOptions, where: Location, at: Work) -> tuple[str, ...]:
    """Name the countries that must be in sight; of a region, all its members."""
    keys: list[str] = []
    for key in resolved_places(options.around, where, at):
        members: Sequence[str] = at.content.places[key].members
        keys += members or (key,)
    return tuple(dict.fromkeys(keys))


def _boundaries(spec: ChartSpec, at: Work) -> Boundaries:
    boundaries = at.content.project.boundaries
    if boundaries is None:
        raise ValueError(f"the map {spec.id!r} of a project without boundaries")
    return boundaries
