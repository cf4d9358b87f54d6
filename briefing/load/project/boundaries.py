"""``boundaries`` of ``content/project.yaml``: whose outlines of countries maps are drawn with."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import isfinite
from typing import Any, NamedTuple

from briefing.errors import Location
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.files import Files, TextFile
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, YamlText
from briefing.load.values.texts import plain_text
from briefing.model.boundaries import Boundaries, Outline, Ring

PACKAGED = "natural-earth"
"""The packaged set, which draws who holds a territory in fact."""

WHAT_TO_WRITE = (
    f"borders are disputed, so there is no default; write 'boundaries: {PACKAGED}' for a set that "
    "draws who holds a territory in fact, or 'boundaries: {file: borders.geojson, key: ISO_A3, "
    "credit: …}' for outlines of your own"
)

_ALPHA_3 = re.compile("[A-Z]{3}")  # Source: ISO 3166-1
_NO_KEY = (None, "", "-99")  # Natural Earth writes the last
_LEAST_POINTS = 4  # Source: RFC 7946, 3.1.6
_MOST_PROBLEMS = 20  # of one file


def read_boundaries(fields: Fields, files: Files) -> Boundaries | None:
    """Read what maps are drawn with; None where it is not stated, or cannot be read."""
    node = fields.node("boundaries")
    if node is None:
        return None
    if type(node) is YamlMap:
        return _own(Fields(node, fields.problems), files)
    if type(node) is YamlText and node.text == PACKAGED:
        return Boundaries(None, "", "", node.where)
    got = repr(node.text) if type(node) is YamlText else "a list"
    hint = f"wanted: {PACKAGED}, or a mapping with file, key and credit"
    fields.problems.error(node.where, f"'boundaries' is {got}", hint)
    return None


def _own(fields: Fields, files: Files) -> Boundaries | None:
    node, key = fields.scalar("file", "the name of a file"), fields.text("key")
    name = fields.text("name", "name")
    credit, disclaimer = plain_text(fields, "credit"), plain_text(fields, "disclaimer")
    if not credit:
        fields.missing("credit", "whose work the outlines are, as it is printed below every map")
    if node is None:
        fields.missing("file", "a GeoJSON file beside this one, such as borders.geojson")
    fields.done()
    if node is None or not key:
        return None
    if "/" in node.text or "\\" in node.text:
        message = f"{node.text!r} does not stand beside this file"
        fields.problems.error(node.where, message, "put it into 'content', and give its name alone")
        return None
    file = files.read(f"content/{node.text}", node.where)
    outlines = _read(file, key, name, fields.problems) if file else None
    return Boundaries(outlines, credit, disclaimer, fields.where) if outlines else None


# --- GeoJSON -----------------------------------------------------------------------------------


def _read(file: TextFile, key: str, name: str, problems: Problems) -> tuple[Outline, ...] | None:
    """Read a collection of features.

    Source:
        RFC 7946, The GeoJSON Format.
    """
    data = _parse(file, problems)
    if data is None:
        return None
    top = Location(file.path, 1)
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        problems.error(top, "the file holds no FeatureCollection", "wanted: GeoJSON, RFC 7946")
        return None
    features = data.get("features")
    if not isinstance(features, list) or not features:
        problems.error(top, "the file holds no features", "wanted: a feature for each country")
        return None
    reader = _Reader(top, key, name, Problems())
    found = [reader.outline(number, one) for number, one in enumerate(features, start=1)]
    _check_keys([one for one in found if one], reader)
    for problem in reader.problems.all()[:_MOST_PROBLEMS]:
        problems.error(problem.where, problem.message, problem.hint)
    outlines = [one for one in found if one]
    return tuple(outlines) if outlines and not reader.problems.failed else None


def _parse(file: TextFile, problems: Problems) -> Any:
    try:
        return json.loads(file.text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = Location(file.path, error.lineno, error.colno)
        problems.error(where, f"this is no JSON: {error.msg.lower()}", "wanted: GeoJSON, RFC 7946")
    except _NoNumberError as error:
        problems.error(Location(file.path, 1), f"{error} is no number", "wanted: degrees")
    except ValueError:  # Python reads no number of thousands of digits
        problems.error(Location(file.path, 1), "a number is too long", "wanted: degrees")
    except RecursionError:
        problems.error(Location(file.path, 1), "lists stand too deep inside one another")
    return None


class _NoNumberError(Exception):
    """A constant that JSON does not have."""


def _no_number(text: str) -> float:
    raise _NoNumberError(text)


class _Reader(NamedTuple):
    """Reads features; what is wrong is told by their number, for JSON has no places."""

    where: Location
    key: str
    name: str
    problems: Problems

    def outline(self, number: int, feature: Any) -> Outline | None:
        """Read one country; None, and why, if it cannot be drawn."""
        what = f"feature {number}"
        if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
            self._wrong(what, "has no geometry", "wanted: a Polygon or a MultiPolygon")
            return None
        given = feature.get("properties")
        properties: Mapping[str, Any] = given if isinstance(given, dict) else {}
        key = self._key(what, properties)
        name = properties.get(self.name)
        what = f"{what} ({key})" if key else what
        polygons = tuple(self._polygons(what, feature["geometry"]))
        name = name if isinstance(name, str) else key or ""
        return Outline(key, name, polygons) if polygons and key is not None else None

    def _key(self, what: str, properties: Mapping[str, Any]) -> str | None:
        if self.key not in properties:
            known = ", ".join(sorted(map(repr, properties))) or "none"
            self._wrong(what, f"has no property {self.key!r}", f"it has: {known}")
            return None
        key = properties[self.key]
        if key in _NO_KEY:
            return ""
        if not isinstance(key, str) or not _ALPHA_3.fullmatch(key):
            hint = "wanted: three capital letters such as KAZ; or null for an area without a code"
            self._wrong(what, f"has the {self.key} {key!r}", hint)
            return None
        return key

    def _polygons(self, what: str, geometry: Mapping[str, Any]) -> Iterator[tuple[Ring, ...]]:
        kind, coordinates = geometry.get("type"), geometry.get("coordinates")
        if kind not in ("Polygon", "MultiPolygon"):
            self._wrong(what, f"is a {kind}", "wanted: a Polygon or a MultiPolygon")
            return
        polygons = [coordinates] if kind == "Polygon" else coordinates
        if not isinstance(polygons, list) or not polygons:
            self._wrong(what, "has no coordinates", "wanted: rings of points in degrees")
            return
        for polygon in polygons:
            rings = [self._ring(what, ring) for ring in polygon or [None]]
            if all(rings):
                yield tuple([ring for ring in rings if ring])

    def _ring(self, what: str, given: Any) -> Ring | None:
        if not isinstance(given, list) or len(given) < _LEAST_POINTS:
            self._wrong(what, "has a ring of less than four points", "the last repeats the first")
            return None
        points = [self._point(what, one) for one in given]
        ring = tuple([point for point in points if point])
        if len(ring) < len(points):
            return None
        if ring[0] != ring[-1]:
            self._wrong(what, "has a ring that is not closed", "the last point repeats the first")
            return None
        if any(abs(x1 - x0) > 180 for (x0, _), (x1, _) in pairwise(ring)):
            hint = "cut it there into two polygons (RFC 7946, 3.1.9)"
            self._wrong(what, "lies across 180 degrees", hint)
            return None
        return ring[:-1]

    def _point(self, what: str, given: Any) -> tuple[float, float] | None:
        if isinstance(given, list) and len(given) >= 2:
            x, y = given[:2]
            if _is_number(x) and _is_number(y) and abs(x) <= 180 and abs(y) <= 90:
                return float(x), float(y)
        hint = "wanted: [longitude, latitude] in degrees, longitude first"
        self._wrong(what, f"has a point {json.dumps(given)[:60]}", hint)
        return None

    def _wrong(self, what: str, message: str, hint: str) -> None:
        self.problems.error(self.where, f"{what} {message}", hint)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _check_keys(outlines: list[Outline], reader: _Reader) -> None:
    seen: set[str] = set()
    for outline in outlines:
        if outline.key and outline.key in seen:
            hint = "join them into one MultiPolygon"
            reader.problems.error(reader.where, f"two features are {outline.key!r}", hint)
        seen.add(outline.key)
