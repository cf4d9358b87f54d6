"""Maps and the boundaries they are drawn with: what is read, and what is refused."""

import json

import pytest

from briefing.errors import ContentError, Location
from briefing.load import load
from briefing.model.boundaries import Boundaries, Outline
from briefing.model.chart_spec import (
    DataRow,
    FromReadings,
    FromRows,
    LocatorOptions,
    MapMark,
    MapOptions,
    Sourced,
)
from briefing.model.country import Amount
from briefing.model.prose import Conditions
from tests.load.conftest import CASES, STYLES

PROJECT = (CASES / "_project" / "content" / "project.yaml").read_text()
STATED = {"content/project.yaml": PROJECT + "boundaries: natural-earth\n"}
FILE = "content/charts/water.yaml"
BORDERS = "content/borders.geojson"
OWN = "boundaries: {file: borders.geojson, key: ISO_A3, credit: The survey}\n"
SQUARE = [[60, 40], [70, 40], [70, 50], [60, 50], [60, 40]]
LINE = PROJECT.count("\n") + 1


def a_project(project, files):
    return load(project(files), STYLES).content


def refused(project, files):
    with pytest.raises(ContentError) as caught:
        a_project(project, files)
    return str(caught.value)


def a_map(project, text):
    files = {**STATED, FILE: f"title: Water\n{text}"}
    return a_project(project, files).charts["water"]


def refused_map(project, text):
    return refused(project, {**STATED, FILE: f"title: Water\n{text}"})


def feature(key="KAZ", kind="Polygon", coordinates=None, **properties):
    return {
        "type": "Feature",
        "properties": {"ISO_A3": key, **properties},
        "geometry": {"type": kind, "coordinates": [SQUARE] if coordinates is None else coordinates},
    }


def geojson(*features):
    return json.dumps({"type": "FeatureCollection", "features": features})


def with_borders(text, stated=OWN):
    return {"content/project.yaml": PROJECT + stated, BORDERS: text}


# --- boundaries ----------------------------------------------------------------------------------


def test_a_project_states_no_boundaries_unless_it_says_so(project):
    assert a_project(project, {}).project.boundaries is None


def test_the_packaged_boundaries_are_named(project):
    found = a_project(project, STATED).project.boundaries

    assert found == Boundaries(None, "", "", Location("content/project.yaml", LINE, 13))


def test_boundaries_of_the_project_are_read_from_a_file(project):
    hole = [[62, 42], [64, 42], [64, 44], [62, 42]]
    text = geojson(
        feature(coordinates=[SQUARE, hole], name="Qazaqstan"),
        feature("KGZ", "MultiPolygon", [[SQUARE], [SQUARE]], name=3),
        feature(None),
        feature("-99", name="Disputed"),
    )
    stated = OWN.replace("}", ", disclaimer: No opinion.}")
    content = a_project(project, with_borders(text, stated))

    ring = tuple((float(x), float(y)) for x, y in SQUARE[:-1])
    inner = tuple((float(x), float(y)) for x, y in hole[:-1])
    assert content.project.boundaries == Boundaries(
        (
            Outline("KAZ", "Qazaqstan", ((ring, inner),)),
            Outline("KGZ", "KGZ", ((ring,), (ring,))),
            Outline("", "", ((ring,),)),
            Outline("", "Disputed", ((ring,),)),
        ),
        "The survey",
        "No opinion.",
        Location("content/project.yaml", LINE, 13),
    )
    assert BORDERS in content.inputs


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        (
            "boundaries: un\n",
            f"content/project.yaml:{LINE}:13: error: 'boundaries' is 'un'\n"
            "  hint: wanted: natural-earth, or a mapping with file, key and credit",
        ),
        (
            "boundaries: [a]\n",
            f"content/project.yaml:{LINE}:13: error: 'boundaries' is a list\n"
            "  hint: wanted: natural-earth, or a mapping with file, key and credit",
        ),
        (
            "boundaries:\n",
            f"content/project.yaml:{LINE}:12: error: 'boundaries' is empty\n"
            "  hint: write a value, or leave the key out",
        ),
        (
            "boundaries: {file: borders.geojson, key: ISO_A3}\n",
            f"content/project.yaml:{LINE}:13: error: 'credit' is missing\n"
            "  hint: wanted: whose work the outlines are, as it is printed below every map",
        ),
        (
            "boundaries: {file: ../borders.geojson, key: ISO_A3, credit: x}\n",
            f"content/project.yaml:{LINE}:20: error: '../borders.geojson' does not stand beside "
            "this file\n  hint: put it into 'content', and give its name alone",
        ),
        (
            "boundaries: {file: border.geojson, key: ISO_A3, credit: x}\n",
            f"content/project.yaml:{LINE}:20: error: the file 'border.geojson' is missing"
            "\n  hint: wanted: content/border.geojson",
        ),
    ],
)
def test_boundaries_that_say_too_little_are_refused(project, stated, message):
    told = refused(project, with_borders(geojson(feature()), stated))

    assert told == message


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("{", "2: error: this is no JSON: expecting property name enclosed in double quotes",
         "wanted: GeoJSON, RFC 7946"),
        ('{"type": "Feature"}', "error: the file holds no FeatureCollection",
         "wanted: GeoJSON, RFC 7946"),
        (geojson(), "error: the file holds no features", "wanted: a feature for each country"),
        (geojson({"type": "Feature"}), "error: feature 1 has no geometry",
         "wanted: a Polygon or a MultiPolygon"),
        (geojson(feature(kind="Point")), "error: feature 1 (KAZ) is a Point",
         "wanted: a Polygon or a MultiPolygon"),
        (geojson(feature("Kaz")), "error: feature 1 has the ISO_A3 'Kaz'",
         "wanted: three capital letters such as KAZ; or null for an area without a code"),
        (geojson(feature(coordinates=[SQUARE[:3]])),
         "error: feature 1 (KAZ) has a ring of less than four points",
         "the last repeats the first"),
        (geojson(feature(coordinates=[SQUARE[:4]])),
         "error: feature 1 (KAZ) has a ring that is not closed",
         "the last point repeats the first"),
        (geojson(feature(coordinates=[[[60, 40], [61, 140], [62, 41], [60, 40]]])),
         "error: feature 1 (KAZ) has a point [61, 140]",
         "wanted: [longitude, latitude] in degrees, longitude first"),
        (geojson(feature(coordinates=[[[60, 40], ["61", 40], [62, 41], [60, 40]]])),
         'error: feature 1 (KAZ) has a point ["61", 40]',
         "wanted: [longitude, latitude] in degrees, longitude first"),
        (geojson(feature(coordinates=[[[179, 40], [-179, 40], [-179, 41], [179, 40]]])),
         "error: feature 1 (KAZ) lies across 180 degrees",
         "cut it there into two polygons (RFC 7946, 3.1.9)"),
        (geojson(feature(), feature()), "error: two features are 'KAZ'",
         "join them into one MultiPolygon"),
        (geojson(feature(coordinates=[])), "error: feature 1 (KAZ) has a ring of less than four "
         "points", "the last repeats the first"),
        (geojson(feature(kind="MultiPolygon", coordinates=[])),
         "error: feature 1 (KAZ) has no coordinates", "wanted: rings of points in degrees"),
        ('{"type": "FeatureCollection", "features": NaN}', "error: NaN is no number",
         "wanted: degrees"),
        ('{"type": "FeatureCollection", "features": [' + "1" * 5000 + "]}",
         "error: a number is too long", "wanted: degrees"),
        ("[" * 100_000, "error: lists stand too deep inside one another", ""),
    ],
)  # fmt: skip
def test_outlines_that_cannot_be_drawn_are_refused(project, text, message, hint):
    told = refused(project, with_borders(text))

    assert told.startswith(f"{BORDERS}:1")
    assert told.endswith(message + (f"\n  hint: {hint}" if hint else ""))


def test_a_feature_without_the_named_property_tells_which_it_has(project):
    stated = OWN.replace("ISO_A3", "iso3")
    told = refused(project, with_borders(geojson(feature(name="x")), stated))

    assert told == (
        f"{BORDERS}:1:1: error: feature 1 has no property 'iso3'\n  hint: it has: 'ISO_A3', 'name'"
    )


# --- maps of figures -----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["map\nreadings: water\ncountries: KAZ", "locator\nplace: KAZ"])
def test_a_map_is_refused_where_the_project_does_not_say_whose_borders_it_draws(project, kind):
    told = refused(project, {FILE: f"title: Water\nchart: {kind}\n"})

    assert told == (
        "content/charts/water.yaml:2:8: error: a map needs 'boundaries' in content/project.yaml\n"
        "  hint: borders are disputed, so there is no default; write 'boundaries: natural-earth' "
        "for a set that draws who holds a territory in fact, or 'boundaries: {file: "
        "borders.geojson, key: ISO_A3, credit: …}' for outlines of your own"
    )


def test_a_map_of_readings_is_read(project):
    spec = a_map(
        project,
        "chart: map\nreadings: water\ncountries: [KAZ, KGZ]\nclasses: [2, 5]\nlabels: names\n"
        "around: [NOR, central-asia]\nhighlight: country",
    )

    assert spec.options == MapOptions((2.0, 5.0), ("NOR", "central-asia"), "names")
    assert spec.data == FromReadings(("water",), ("KAZ", "KGZ"), (), "places", None)
    assert spec.highlight == ("country",)


def test_a_map_of_its_own_figures_names_places_by_their_keys(project):
    spec = a_map(
        project,
        "chart: map\nunit: percent\nsource: kim-2020\nx: place\ny: share\n"
        "rows:\n  - {place: KAZ, share: 3}\n  - {place: KGZ, share: 4}\nhighlight: KAZ",
    )

    assert isinstance(spec.options, MapOptions)
    assert isinstance(spec.data, FromRows)
    assert [(row.label, row.amounts) for row in spec.data.rows] == [
        ("KAZ", (Amount(3, 3),)),
        ("KGZ", (Amount(4, 4),)),
    ]
    assert all(isinstance(row, DataRow) for row in spec.data.rows)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "chart: map\nreadings: water\ncountries: [KAZ, central-asia]",
            "4:12: error: 'central-asia' is a region, and a map shows countries\n"
            "  hint: name its members: KAZ, KGZ",
        ),
        (
            "chart: map\nreadings: water\ncountries: KAZ\nlabels: both",
            "5:9: error: unknown value of 'labels': 'both'\n  hint: known: names, none, values",
        ),
        (
            "chart: map\nreadings: water\ncountries: KAZ\nclasses: [1, 2, 3, 4, 5]",
            "5:23: error: 5 numbers make 6 classes\n"
            "  hint: give at most 4 numbers: more than five shades look alike",
        ),
        (
            "chart: map\nreadings: water\ncountries: KAZ\nprojection: mercator",
            "5:1: error: unknown field 'projection'",
        ),
        (
            "chart: locator",
            "1:1: error: 'place' is missing\n"
            "  hint: wanted: the key of a country, or 'country' for the brief's own",
        ),
        (
            "chart: locator\nplace: central-asia",
            "3:8: error: 'central-asia' is a region, and a map shows countries\n"
            "  hint: name its members: KAZ, KGZ",
        ),
        (
            "chart: locator\nplace: KAZ\nmarks: [{name: Port, longitude: 181, latitude: 43}]",
            "4:33: error: 'longitude' is 181\n"
            "  hint: wanted: degrees from -180 to 180, such as 43.25",
        ),
        (
            "chart: locator\nplace: KAZ\nmarks: [{name: Port, longitude: 51}]",
            "4:9: error: 'latitude' is missing\n"
            "  hint: wanted: degrees from -90 to 90, such as 43.25",
        ),
        (
            "chart: locator\nplace: KAZ\nmarks: [{longitude: 51, latitude: 43}]",
            "4:9: error: 'name' is missing\n  hint: wanted: what stands there, in a few words",
        ),
        (
            "chart: locator\nplace: KAZ\nreadings: water",
            "4:1: error: a locator map shows no figures\n  hint: draw them with 'chart: map'",
        ),
        (
            "chart: locator\nplace: KAZ\nhighlight: KAZ",
            "4:1: error: there is nothing here that could be picked out so\n"
            "  hint: a locator map picks out its place",
        ),
    ],
)
def test_maps_that_cannot_be_drawn_are_refused(project, text, message):
    assert refused_map(project, text).startswith(f"content/charts/water.yaml:{message}")


# --- locator maps --------------------------------------------------------------------------------


def test_a_locator_map_is_read(project):
    spec = a_map(
        project,
        "chart: locator\nplace: country\ncities: [Astana, St Petersburg]\nglobe: false\n"
        "marks:\n"
        "  - {name: A port, longitude: 51.2, latitude: 43.6, source: kim-2020, locator: p. 3}\n"
        "  - {name: A base, longitude: -51, latitude: 43, marking: RED}",
    )

    assert spec.options == LocatorOptions(
        "country",
        ("Astana", "St Petersburg"),
        (
            MapMark("A port", 51.2, 43.6, Sourced("kim-2020", "p. 3"), Location(FILE, 7, 5),
                    said_at=Location(FILE, 7, 12)),
            MapMark(
                "A base", -51.0, 43.0, None, Location(FILE, 8, 5),
                Conditions(None, None, None, "RED", None), said_at=Location(FILE, 8, 12),
            ),
        ),
        globe=False,
    )  # fmt: skip
    assert spec.data is None


@pytest.mark.parametrize(
    ("text", "cities"), [("", None), ("cities: none", ()), ("cities: St Petersburg", 1)]
)
def test_cities_are_the_largest_or_those_that_are_named_or_none(project, text, cities):
    options = a_map(project, f"chart: locator\nplace: KAZ\n{text}").options

    assert isinstance(options, LocatorOptions)
    assert options.cities == (("St Petersburg",) if cities == 1 else cities)
