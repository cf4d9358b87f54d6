"""Projections, against worked examples and by what they promise."""

from math import cos, pi, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.charts.maps.clipping import area_of
from briefing.charts.maps.globe import Orthographic
from briefing.charts.maps.projections import Albers, Azimuthal, Cylindrical, EqualEarth

_ALL = [
    Albers(67.0, 43.0, 53.0), Albers(-60.0, -40.0, -20.0), Cylindrical(100.0, 10.0),
    Azimuthal(0.0, 90.0), Azimuthal(105.0, 62.0), EqualEarth(11.0),
]  # fmt: skip


def test_albers_gives_what_snyder_computes():
    """Snyder 1987, numerical examples (sphere)."""
    projection = Albers(-96.0, 29.5, 45.5)
    (x, y), (_, origin) = projection.project([(-75.0, 35.0), (-96.0, 23.0)])

    assert x == pytest.approx(0.2952720, abs=1e-7)
    assert y - origin == pytest.approx(0.2416774, abs=1e-7)


def test_the_cylindrical_projection_gives_what_snyder_computes():
    """Snyder 1987, numerical examples (sphere)."""
    (point,) = Cylindrical(-75.0, 30.0).project([(80.0, 35.0)])

    assert point == pytest.approx((2.3428242, 0.6623090), abs=1e-7)


def test_the_azimuthal_projection_gives_what_snyder_computes():
    """Snyder 1987, numerical examples (sphere of radius 3)."""
    (point,) = Azimuthal(-100.0, 40.0).project([(100.0, -20.0)])

    assert (3 * point[0], 3 * point[1]) == pytest.approx((-4.2339303, 4.0257775), abs=1e-6)


def test_the_globe_is_seen_as_snyder_computes():
    """Snyder 1987, numerical examples (sphere)."""
    ((x, y, towards),) = Orthographic(-100.0, 40.0).see([(-110.0, 30.0)])

    assert (x, y) == pytest.approx((-0.1503837, -0.1651911), abs=1e-7)
    assert towards > 0


def test_equal_earth_is_as_wide_and_high_as_its_authors_say():
    """Šavrič et al. 2018: the aspect ratio is 2.05458, the poles are 0.59247 of the equator."""
    right, pole, corner = EqualEarth(0.0).project([(180.0, 0.0), (0.0, 90.0), (180.0, 90.0)])

    assert right[0] / pole[1] == pytest.approx(2.05458, abs=1e-5)
    assert corner[0] / right[0] == pytest.approx(0.59247, abs=1e-4)


@given(
    projection=st.sampled_from(_ALL),
    east=st.floats(-60, 60),
    north=st.floats(-75, 75),
)
def test_areas_stay_as_they_are(projection, east, north):
    side = 0.02
    west, south = projection.middle + east, north - side / 2
    top = north + side / 2
    ring = [(west, south), (west + side, south), (west + side, top), (west, top)]

    true = radians(side) ** 2 * cos(radians(north))

    assert area_of(projection.project(ring)) == pytest.approx(true, rel=1e-3)


@given(projection=st.sampled_from(_ALL), east=st.floats(-100, 100), north=st.floats(-60, 80))
def test_what_lies_at_a_place_is_found_again(projection, east, north):
    if isinstance(projection, Azimuthal):
        north = abs(north)
    longitude = projection.middle + east
    (point,) = projection.project([(longitude, north)])

    assert projection.unproject(*point) == pytest.approx((longitude, north), abs=1e-6)


@pytest.mark.parametrize(
    "projection", [Cylindrical(0.0, 10.0), Azimuthal(0.0, 50.0), EqualEarth(0)]
)
def test_beyond_the_edge_of_the_world_there_is_nothing(projection):
    assert projection.unproject(2 * pi, 2 * pi) is None


def test_beyond_the_cone_there_is_nothing():
    assert Albers(0.0, 40.0, 60.0).unproject(0.0, 9.0) is None
