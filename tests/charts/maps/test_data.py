"""The packed outlines, and the tables of places."""

import hashlib
import os
from math import cos, hypot, radians
from pathlib import Path

import pytest

from briefing.charts.maps.clipping import holds
from briefing.charts.maps.data.pack_countries import RESOLUTIONS, pack
from briefing.charts.maps.data.packed import Packed
from briefing.charts.maps.gazetteer import City, cities, country_name, lakes, seas
from briefing.charts.maps.outlines import DATA, Land, packed_atlas

_NEAR_ENOUGH = 4.0  # km: 1:50 million is no finer
_NO_OUTLINE = {"Funafuti"}  # the atolls of Tuvalu are too small for 1:50 million

_SHA256 = {
    "countries-110m": "f175569875c45aa07b5d72cb73a6d0e4c7bf2d20853246abd64d0ada4d00bf1c",
    "countries-50m": "f34ef25a5f2971c1b81b1f28685a3eea8fb10dd0b4e14b0f4300b581b7a0e61a",
    "lakes": "0284a5c7b38e5ed1d46e9d361de7aefa952c1f23250878ce743c8ffc496db3e8",
}


@pytest.mark.parametrize("name", _SHA256)
def test_the_packed_files_are_those_that_their_readme_describes(name):
    data = (DATA / f"{name}.pack").read_bytes()

    assert hashlib.sha256(data).hexdigest() == _SHA256[name]


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_packing_the_package_again_gives_the_same_bytes(resolution):
    folder = os.environ.get("WORLD_ATLAS")
    if not folder:
        pytest.skip("WORLD_ATLAS does not name the folder of the npm package world-atlas 2.0.2")

    assert pack(Path(folder), resolution) == (DATA / f"countries-{resolution}.pack").read_bytes()


def test_the_outlines_of_countries_take_at_most_250_kilobytes():
    sizes = [(DATA / f"countries-{one}.pack").stat().st_size for one in RESOLUTIONS]

    assert sum(sizes) <= 250_000


def test_what_is_no_packed_file_is_refused():
    with pytest.raises(ValueError, match="these are no packed outlines"):
        Packed(b"{}")


@pytest.mark.parametrize("name", _SHA256)
def test_every_ring_is_an_outline_that_never_jumps_across_180_degrees(name):
    atlas = packed_atlas(name)
    for land in atlas.lands:
        for piece in land.pieces:
            for ring in atlas.rings(piece):
                steps = zip(ring, [*ring[1:], ring[0]], strict=True)

                assert len(ring) >= 3, land.name
                assert all(abs(x) <= 180.0001 and abs(y) <= 90.0001 for x, y in ring), land.name
                assert all(abs(x1 - x0) <= 180 or y0 < -89 for (x0, y0), (x1, _) in steps)


def test_a_piece_knows_its_box():
    atlas = packed_atlas("countries-50m")
    for land in atlas.lands:
        for piece in land.pieces:
            outer = atlas.rings(piece)[0]
            found = (
                min(x for x, _ in outer), min(y for _, y in outer),
                max(x for x, _ in outer), max(y for _, y in outer),
            )  # fmt: skip

            assert found == pytest.approx(piece.box, abs=1e-9), land.name


def test_countries_are_known_by_their_codes_and_areas_without_one_by_none():
    atlas = packed_atlas("countries-50m")
    keys = [land.key for land in atlas.lands if land.key]
    without = {land.name for land in atlas.lands if not land.key}

    assert len(keys) == len(set(keys)) == 235
    assert without == {
        "Kosovo", "Somaliland", "N. Cyprus", "Siachen Glacier", "Indian Ocean Ter.",
    }  # fmt: skip
    kazakhstan = atlas.find("KAZ")
    assert kazakhstan is not None
    assert kazakhstan.iso2 == "KZ"
    assert atlas.find("XYZ") is None


def test_countries_are_named_in_the_language_of_the_document():
    atlas = packed_atlas("countries-50m")
    found = [_land(atlas.find(key)) for key in ("KAZ", "CZE", "MKD")]
    (kosovo,) = [land for land in atlas.lands if land.name == "Kosovo"]

    assert [country_name(land, "en") for land in found] == [
        "Kazakhstan", "Czechia", "North Macedonia",
    ]  # fmt: skip
    assert country_name(found[0], "de") == "Kasachstan"
    assert country_name(found[0], "ru") == "Казахстан"
    assert country_name(kosovo, "ru") == "Косово"


def test_every_city_lies_in_its_country():
    atlas = packed_atlas("countries-50m")
    astray = [
        city.name
        for city in cities().values()
        if city.name not in _NO_OUTLINE
        and _distance(city, _land(atlas.find(city.country))) > _NEAR_ENOUGH
    ]

    assert astray == []


def test_every_country_has_one_capital_at_most_and_it_comes_first():
    seen: set[str] = set()
    for city in cities().values():
        assert city.capital == (city.country not in seen), city.name
        seen.add(city.country)

    assert len(seen) == 195


def test_every_named_lake_is_drawn_and_its_point_lies_in_it():
    atlas = packed_atlas("lakes")
    drawn = {land.name: land for land in atlas.lands if land.name}

    assert drawn.keys() == lakes().keys()
    for name, lake in lakes().items():
        assert holds(atlas.rings(drawn[name].pieces[0])[0], lake.longitude, lake.latitude), name


def test_the_name_of_a_sea_stands_in_the_sea():
    atlas = packed_atlas("countries-110m")
    for sea in seas():
        for land in atlas.lands:
            for piece in land.pieces:
                assert not holds(atlas.rings(piece)[0], sea.longitude, sea.latitude), sea.name


def test_places_have_names_in_russian():
    for place in (*cities().values(), *lakes().values(), *seas()):
        assert place.called("ru") != place.name or place.name == "", place.name


def _land(land: Land | None) -> Land:
    assert land is not None
    return land


def _distance(city: City, land: Land) -> float:
    """How far a city lies outside an outline, in km."""
    atlas = packed_atlas("countries-50m")
    x, y = city.longitude, city.latitude
    nearest = float("inf")
    for piece in land.pieces:
        outer, *holes = atlas.rings(piece)
        if holds(outer, x, y) and not any(holds(hole, x, y) for hole in holes):
            return 0.0
        nearest = min(nearest, _to_ring(x, y, outer))
    return nearest


def _to_ring(x, y, ring):
    shrink, nearest = cos(radians(y)), float("inf")
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        dx, dy, px, py = (x1 - x0) * shrink, y1 - y0, (x - x0) * shrink, y - y0
        length = dx * dx + dy * dy
        way = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
        nearest = min(nearest, hypot(px - way * dx, py - way * dy))
    return nearest * 111.2
