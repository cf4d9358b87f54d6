"""Maps: what of them may be shown, and what is said of borders."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.errors import ContentError, Location
from briefing.model import chart_spec as s
from briefing.model import manuscript as m
from briefing.model.boundaries import Boundaries
from briefing.model.chart import Area, LocatorMap, MapChart, Mark, Scale
from briefing.model.country import Amount
from briefing.model.prose import Text
from tests.tailor.build import (
    READINGS,
    UNITS,
    Drawn,
    at,
    chart,
    conditions,
    content,
    data_row,
    manuscript,
    own,
    placed,
    reading,
    tailored,
)

NATURAL_EARTH = Boundaries(None, "", "", Location("content/project.yaml", 12))
STATED = {"boundaries": NATURAL_EARTH}
BELOW = (
    "Made with Natural Earth, which draws who holds a territory in fact. "
    "The boundaries and names shown imply no opinion on the status of any territory."
)
PORT = s.MapMark("A port", 51.2, 43.6, None, at(5))
BASE = s.MapMark(
    "A base", 60.0, 44.0, s.Sourced("b-2020"), at(6), conditions(audiences=["staff"], marking="RED")
)


def figures(*places: str, **options: object) -> Drawn:
    data = s.FromReadings(("mil-exp",), places, (), "places", None)
    return s.MapOptions(**options), data  # type: ignore[arg-type]


def place_it(spec: s.ChartSpec, **given: Any) -> m.Manuscript:
    given.setdefault("of_project", STATED)
    return manuscript(placed("chart", spec.id), charts=[spec], **given)


def drawn(spec: s.ChartSpec, **given: object) -> MapChart | LocatorMap:
    data = place_it(spec, **given).charts[spec.id].data
    assert isinstance(data, MapChart | LocatorMap)
    return data


def note(spec: s.ChartSpec, **given: object) -> str:
    (figure,) = place_it(spec, **given).blocks
    assert isinstance(figure, m.Figure)
    return "".join(one.text for one in figure.note if isinstance(one, Text))


# --- maps of figures -----------------------------------------------------------------------------


def test_a_map_shows_readings_of_countries():
    spec = chart("x", figures("KAZ", "KGZ", breaks=(1.2,), labels="names"), highlight="country")

    assert drawn(spec) == MapChart(
        areas=(
            Area("KAZ", "Kazakhstan", Amount(1.1, 1.1), "1.1%", True),
            Area("KGZ", "Kyrgyzstan", Amount(1.5, 1.5), "1.5%", False),
        ),
        scale=Scale(UNITS["gdp"], 1, "en"),
        boundaries=NATURAL_EARTH,
        breaks=(1.2,),
        labels="names",
    )


def test_the_sources_of_a_map_stand_below_it():
    made = place_it(chart("x", figures("KAZ", "KGZ")))
    (figure,) = made.blocks

    assert isinstance(figure, m.Figure)
    assert [one.source for one in figure.readings] == ["a-2019", "b-2020"]


def test_a_withheld_country_is_no_part_of_a_map_and_its_class_is_gone():
    readings = (*READINGS, reading("mil-exp", "UZB", 4.0, audiences=["staff"]))
    spec = chart("x", figures("KAZ", "KGZ", "UZB", breaks=(1.2, 3.0)))
    public, staff = drawn(spec, readings=readings), drawn(spec, readings=readings, audience="staff")

    assert isinstance(public, MapChart)
    assert isinstance(staff, MapChart)
    assert [area.key for area in public.areas] == ["KAZ", "KGZ"]
    assert (public.breaks, staff.breaks) == ((1.2,), (1.2, 3.0))
    assert staff.areas[2].text == "4.0%"


def test_figures_of_its_own_are_named_by_their_places():
    spec = chart("x", (s.MapOptions(), own(data_row("KAZ", 3), data_row("KGZ", None))))
    german = drawn(spec, language="de")

    assert isinstance(german, MapChart)
    assert german.areas == (
        Area("KAZ", "Kasachstan", Amount(3, 3), "3%", False),
        Area("KGZ", "Kyrgyzstan", None, "", False),
    )


def test_a_region_in_sight_is_all_of_its_countries():
    data = drawn(chart("x", figures("KAZ", around=("country", "central-asia"))))

    assert isinstance(data, MapChart)
    assert data.around == ("KAZ", "KGZ", "UZB")


def test_a_map_without_a_figure_is_left_out():
    made = tailored(
        content(placed("chart", "x"), charts=[chart("x", figures("UZB"))], of_project=STATED)
    )

    assert made.manuscript.charts == {}
    assert [one.what for one in made.omitted] == ["chart 'x'"]


# --- locator maps --------------------------------------------------------------------------------


def test_a_locator_map_shows_the_briefs_own_country_by_the_names_of_the_project():
    spec = chart("x", (s.LocatorOptions("country", ("Almaty",), (PORT,), globe=False), None))

    assert drawn(spec, language="de") == LocatorMap(
        "KAZ",
        (("KAZ", "Kasachstan"), ("KGZ", "Kyrgyzstan"), ("UZB", "Uzbekistan")),
        NATURAL_EARTH,
        ("Almaty",),
        (Mark("A port", 51.2, 43.6),),
        globe=False,
    )


def test_a_mark_is_shown_to_those_who_may_see_it_with_its_source():
    spec = chart("x", (s.LocatorOptions("KAZ", None, (PORT, BASE)), None))
    public, staff = place_it(spec), place_it(spec, audience="staff")

    assert [mark.name for mark in _locator(public).marks] == ["A port"]
    assert [mark.name for mark in _locator(staff).marks] == ["A port", "A base"]
    (figure,) = staff.blocks
    assert isinstance(figure, m.Figure)
    assert [work.key for work in figure.works] == ["b-2020"]
    assert (public.marking, staff.marking) == ("CLEAR", "RED")
    assert "b-2020" not in public.sources


def test_a_locator_map_of_no_country_is_refused():
    spec = chart("x", (s.LocatorOptions("country"), None))
    with pytest.raises(ContentError, match="'country' stands for no place here"):
        place_it(spec, place=None, countries=())


# --- what is said of borders ---------------------------------------------------------------------


def test_below_every_map_stands_whose_borders_it_draws():
    locator = chart("x", (s.LocatorOptions("KAZ"), None))

    assert note(chart("x", figures("KAZ"))) == BELOW
    assert note(locator) == BELOW
    assert note(chart("x", figures("KAZ"), note="A remark.")) == f"A remark. {BELOW}"
    assert note(locator, language="de").startswith("Grenzen nach Natural Earth, ")


def test_of_outlines_of_the_project_it_is_what_the_project_says():
    credited = {"boundaries": Boundaries((), "The survey", "", at())}
    disclaimed = {"boundaries": Boundaries((), "The survey.", "No opinion.", at())}
    spec = chart("x", (s.LocatorOptions("KAZ"), None))

    assert note(spec, of_project=credited) == (
        "Boundaries: The survey. The boundaries and names shown imply no opinion on the status "
        "of any territory."
    )
    assert note(spec, of_project=disclaimed) == "Boundaries: The survey. No opinion."


def test_below_other_charts_stands_nothing_of_the_kind():
    data = s.FromReadings(("mil-exp",), ("KAZ",), (), "places", None)

    assert note(chart("x", (s.BarOptions("none"), data))) == ""


def _locator(made: m.Manuscript) -> LocatorMap:
    data = made.charts["x"].data
    assert isinstance(data, LocatorMap)
    return data
