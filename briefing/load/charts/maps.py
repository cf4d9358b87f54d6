"""Maps: countries in shades, and where a country lies."""

from collections.abc import Iterable
from typing import Literal

from briefing.load.charts.checks import check_inside, check_size
from briefing.load.charts.names import COUNTRY, read_known, read_place
from briefing.load.charts.parts import read_breaks
from briefing.load.charts.reader import Read, Reader
from briefing.load.charts.readings import read_places
from briefing.load.charts.rows import in_one_line, read_single
from briefing.load.charts.written import has_rows
from briefing.load.conditions import read_conditions
from briefing.load.project.boundaries import WHAT_TO_WRITE
from briefing.load.readings.sourced import read_optional
from briefing.load.syntax.fields import Fields, read_number
from briefing.load.syntax.yaml_doc import YamlText
from briefing.load.values.texts import plain_text, said_at
from briefing.model.chart_spec import (
    ChartSource,
    FromReadings,
    FromRows,
    LocatorOptions,
    MapMark,
    MapOptions,
)

MOST_MARKS = 30

_MOST_COUNTRIES = 300  # more than there are
_LABELS: tuple[Literal["values", "names", "none"], ...] = ("values", "names", "none")
_NO_CITIES = "none"


def read_map(reader: Reader) -> Read:
    """Read a map of figures, one for each country."""
    fields = reader.fields
    _check_boundaries(reader)
    data = read_single(reader, "places") if has_rows(fields) else read_places(reader)
    check_size(reader, data, _MOST_COUNTRIES, 1)
    given = next((name for name in ("rows", "data") if fields.has(name)), "countries")
    _check_countries(_keys(data), reader, given)
    breaks = read_breaks(reader)
    check_inside(reader, data, breaks)
    around = read_known(fields, "around", "place", reader.checker)
    return MapOptions(breaks, around, fields.choice("labels", _LABELS, "values")), data


def read_locator(reader: Reader) -> Read:
    """Read a map that shows where a country lies."""
    fields = reader.fields
    _check_boundaries(reader)
    if not fields.has("place"):
        fields.missing("place", "the key of a country, or 'country' for the brief's own")
    place = read_place(fields, "place", reader.checker)
    _check_countries([place], reader, "place")
    marks = tuple([mark for each in fields.each("marks") if (mark := _mark(each, reader))])
    if len(marks) > MOST_MARKS:
        hint = f"at most {MOST_MARKS} can be read on one map"
        reader.problems.error(fields.place("marks"), f"there are {len(marks)} marks", hint)
    fields.refuse("readings", "a locator map shows no figures", "draw them with 'chart: map'")
    return LocatorOptions(place, _cities(fields), marks, fields.truth("globe", True)), None


def _check_boundaries(reader: Reader) -> None:
    """Refuse a map where the project does not say whose borders it draws."""
    if not reader.has_boundaries:
        message = "a map needs 'boundaries' in content/project.yaml"
        reader.problems.error(reader.fields.place("chart"), message, WHAT_TO_WRITE)


def _keys(data: ChartSource | None) -> Iterable[str]:
    match data:
        case FromReadings(places=places):
            return places
        case FromRows(rows=rows):
            return dict.fromkeys(row.label for row in rows)
        case None:
            return ()


def _check_countries(keys: Iterable[str], reader: Reader, field: str) -> None:
    """Refuse regions, which have no outline."""
    places = reader.checker.known.places or {}
    for key in keys:
        if key != COUNTRY and key in places and places[key].members:
            members = ", ".join(places[key].members)
            message = f"{key!r} is a region, and a map shows countries"
            reader.problems.error(
                reader.fields.place(field), message, f"name its members: {members}"
            )


def _cities(fields: Fields) -> tuple[str, ...] | None:
    """Read which cities are shown: names of the packaged list, which may hold blanks, or none."""
    node = fields.node("cities")
    if node is None:
        return None
    if type(node) is YamlText:
        return () if node.text == _NO_CITIES else (node.text,)
    names = fields.names("cities") or ()
    return tuple(dict.fromkeys(name.text for name in names))


def _mark(fields: Fields, reader: Reader) -> MapMark | None:
    name = in_one_line(plain_text(fields, "name"))
    if not name:
        fields.missing("name", "what stands there, in a few words")
    longitude = _degrees(fields, "longitude", 180)
    latitude = _degrees(fields, "latitude", 90)
    sourced = read_optional(fields, reader.checker)
    conditions = read_conditions(fields, reader.checker)
    fields.done()
    if not name or longitude is None or latitude is None:
        return None
    place = said_at(fields, "name")
    return MapMark(name, longitude, latitude, sourced, fields.where, conditions, place)


def _degrees(fields: Fields, name: str, most: int) -> float | None:
    node, wanted = fields.node(name), f"degrees from -{most} to {most}, such as 43.25"
    if node is None:
        fields.missing(name, wanted)
        return None
    number = read_number(node, name, fields.problems, wanted)
    if number is not None and abs(number) > most:
        fields.problems.error(node.where, f"{name!r} is {number:g}", f"wanted: {wanted}")
        return None
    return number
