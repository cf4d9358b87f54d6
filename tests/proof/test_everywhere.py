"""Secrets in every kind of place: in no file they are kept from, found where tailoring fails."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import pipeline
from briefing.model.request import Request
from tests.proof.everywhere import (
    NEVER_UNMARKED,
    NOT_ASKING,
    NOT_INSIDE,
    PLANTS,
    Secret,
    check,
    closed_by_default,
    findings,
    letters,
    made_for,
    opened,
    places_of,
    project_of,
    said_in,
    text_of,
    withheld_from,
)
from tests.proof.spots import ASKING, HELD
from tests.tailor.build import AUDIENCES


@st.composite
def a_secret(draw: st.DrawFn) -> Secret:
    kind = draw(st.sampled_from(sorted(PLANTS)))
    held = draw(st.sampled_from(HELD if kind in NOT_ASKING else [*HELD, *ASKING]))
    inside = kind not in NOT_INSIDE and draw(st.booleans())
    return Secret(kind, held, draw(st.integers(1, 9)), inside)


secrets = st.lists(a_secret(), min_size=1, max_size=4)


def together(kinds: Iterable[str]) -> list[tuple[str, ...]]:
    """Kinds in fours, far apart in the list: making a project costs more than a secret in it."""
    ordered = list(kinds)
    rows = -(-len(ordered) // 4)
    return [tuple(ordered[at::rows]) for at in range(rows)]


def planted_for_two(kinds: Iterable[str], inside: bool) -> list[Secret]:
    return [
        Secret(kind, held, length, inside)
        for kind in kinds
        for held, length in (({"marking": "AMBER"}, 7), ({"audiences": ["staff"]}, 2))
    ]


@pytest.mark.parametrize("kinds", together(PLANTS), ids=", ".join)
def test_a_secret_in_any_kind_of_place_is_withheld_and_found(kinds):
    check(planted_for_two(kinds, inside=False))


@pytest.mark.parametrize("kinds", together(sorted(PLANTS.keys() - NOT_INSIDE)), ids=", ".join)
def test_a_secret_in_any_kind_of_place_is_withheld_with_what_surrounds_it(kinds):
    check(planted_for_two(kinds, inside=True))


@pytest.mark.parametrize("kinds", together(sorted(PLANTS.keys() - NEVER_UNMARKED)), ids=", ".join)
def test_what_carries_no_marking_is_withheld_and_found_where_the_default_is_closed(kinds):
    planted = [Secret(kind, {"marking": "AMBER"}, 7) for kind in kinds]
    check(planted, closed_by_default(project_of(planted)))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(secrets)
def test_planted_secrets_are_in_no_file_and_the_proof_alone_finds_every_one(planted):
    check(planted)


@pytest.mark.slow
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(secrets)
def test_planted_secrets_are_in_no_file_and_the_proof_alone_finds_every_one_at_length(planted):
    check(planted)


@pytest.mark.parametrize(
    "held",
    [{"since": "2030-01-01"}, {"until": "2020-01-01"}, {"countries": ["KGZ"]}],
    ids=["not yet", "no longer", "of another country"],
)
@pytest.mark.parametrize("kind", sorted(PLANTS.keys() - {"choice of an expression"}))
def test_what_this_edition_or_country_has_not_is_not_withheld(kind, held):
    secret = Secret(kind, held, 6)
    made = project_of([secret])

    withheld = withheld_from(made, "public")
    assert places_of(secret, 0, withheld) == set()
    assert letters(text_of(secret, 0)) not in said_in(made_for(made, "public"))


NEUTRAL = {"en": ("a participant", "participants"), "de": ("ein Gast", "Gäste")}


@pytest.mark.parametrize(
    "kind", ["name of somebody", "role of somebody", "affiliation of somebody"]
)
def test_who_is_off_the_record_is_in_no_file_and_found_where_the_rule_is_not_kept(kind):
    secret = Secret(kind, {}, 2)
    made = project_of([secret])
    people = {key: replace(one, on_record=False) for key, one in made.people.items()}
    made = replace(made, people=people)
    brief = made.documents["brief"]
    kept = replace(made, documents={"brief": replace(brief, neutral=NEUTRAL)})
    text, told = letters(text_of(secret, 0)), made_for(made, "public")

    assert text in said_in(told)
    for audience in AUDIENCES:
        assert text not in said_in(made_for(kept, audience))
        assert findings(told, withheld_from(kept, audience))


def test_where_nothing_is_marked_nothing_is_refused():
    made = opened(project_of([Secret(kind, HELD[0], 6) for kind in list(PLANTS)[:20]]))

    for audience in AUDIENCES:
        assert withheld_from(made, audience).texts == ()
        pipeline.make(made, Request("brief", "KAZ", audience, "en", "brief-kaz"))
