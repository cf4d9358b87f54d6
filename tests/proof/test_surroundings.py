"""What is placed in several documents, here openly and there inside of what is withheld."""

from typing import Any

import pytest
from msgspec.structs import replace

from briefing.model import content as c
from briefing.model import prose as p
from tests.proof.test_forbid import SECRET, asked, texts
from tests.tailor.build import (
    READINGS,
    at,
    attributes,
    bars,
    box,
    bullets,
    chart,
    citation,
    conditions,
    content,
    expression,
    heading,
    item,
    link,
    paragraph,
    picture,
    placed,
    reading,
    section,
    table,
    words,
)

CLOSED: dict[str, Any] = {"marking": "AMBER"}
OTHER = "the rivers ran slowly to the sea"


def project_of(brief: tuple[p.Block, ...], other: tuple[p.Block, ...], **given) -> c.Content:
    """A project with two documents; `of_other` has fields of the second."""
    of_other = given.pop("of_other", {})
    made = content(*brief, **given)
    second = replace(made.documents["brief"], id="other", blocks=other, **of_other)
    return replace(made, documents={**made.documents, "other": second})


def withheld(made: c.Content, document: str = "brief") -> set[str]:
    return set(texts(made, document=document))


def on_cover(name: str) -> p.Block:
    return p.Sheet("cover", name, (heading("Title", 1),), attributes(**CLOSED), at())


def in_list(name: str) -> p.Block:
    inside = box(box(placed("picture", name)))
    return bullets(item(inside, **CLOSED))


def in_definition(name: str) -> p.Block:
    said = p.Definition(words("Lake"), (placed("picture", name),), attributes(**CLOSED), at())
    return p.DefinitionList((said,), p.PLAIN, at())


def repeated(name: str) -> p.Block:
    over = p.Repeat("peer", expression("countries('KAZ', 'KGZ')"))
    inside = replace(placed("picture", name), attributes=p.Attributes(repeat=over))
    return box(inside, **CLOSED)


CLOSED_PLACES = {
    "by itself": lambda name: placed("picture", name, **CLOSED),
    "cover": on_cover,
    "item": in_list,
    "definition": in_definition,
    "repeat": repeated,
    "columns": lambda name: p.Columns(2, (placed("picture", name),), attributes(**CLOSED), at()),
    "audience": lambda name: box(placed("picture", name), audiences=["staff"]),
    "asking": lambda name: box(placed("picture", name), when="audience.key == 'staff'"),
}


@pytest.mark.parametrize("place", CLOSED_PLACES.values(), ids=CLOSED_PLACES)
def test_a_picture_placed_only_inside_of_what_is_withheld_is_withheld_everywhere(place):
    lake = picture("lake", alt=SECRET)
    made = project_of((paragraph("Dry."),), (place("lake"),), pictures=[lake])

    assert SECRET in withheld(made)
    assert SECRET in withheld(made, "other")
    assert SECRET not in texts(made, audience="staff")


def test_what_is_placed_openly_somewhere_is_withheld_where_it_is_not():
    lake = picture("lake", alt=SECRET)
    closed, shown = placed("picture", "lake", **CLOSED), placed("picture", "lake")
    made = project_of((closed,), (shown,), pictures=[lake])

    assert SECRET in withheld(made)
    assert SECRET not in withheld(made, "other")


def test_what_no_place_keeps_from_its_readers_is_no_secret_in_a_paper_without_it():
    lake = picture("lake", alt=SECRET)
    others = (placed("picture", "lake"), placed("picture", "lake", **CLOSED))
    made = project_of((paragraph("Dry."),), others, pictures=[lake])

    assert withheld(made) == set()


def test_what_is_placed_nowhere_stands_for_itself():
    made = content(paragraph("Dry."), pictures=[picture("lake", alt=SECRET)])

    assert withheld(made) == set()


OUTER = {
    "document": ({}, {"conditions": conditions(**CLOSED)}),
    "section": ({"audiences": ["staff"]}, {}),
    "figures it needs": ({"needs": ("aid",)}, {}),
}


@pytest.mark.parametrize(("of_section", "of_other"), OUTER.values(), ids=OUTER)
def test_files_three_deep_are_withheld_with_the_outermost(of_section, of_other):
    made = project_of(
        (paragraph("Dry."),),
        (placed("section", "outer"),),
        sections=[
            section("inner", placed("chart", "lakes"), placed("table", "lakes")),
            section("middle", bullets(item(placed("section", "inner")))),
            section("outer", placed("section", "middle"), **of_section),
        ],
        charts=[chart("lakes", bars("KAZ", "KGZ"), note=SECRET)],
        tables=[table("lakes", ("Share", "mil-exp", "value"), note=OTHER)],
        readings=[*READINGS, reading("aid", "KAZ", 3, **CLOSED)],
        of_other=of_other,
    )

    assert {SECRET, OTHER} <= withheld(made)
    assert {SECRET, OTHER} <= withheld(made, "other")
    assert {SECRET, OTHER}.isdisjoint(texts(made, audience="staff"))


def test_a_section_that_nothing_places_restricts_what_it_places():
    lone = section("lone", box(placed("picture", "lake"), **CLOSED))
    made = content(paragraph("Dry."), sections=[lone], pictures=[picture("lake", alt=SECRET)])

    assert SECRET in withheld(made)


# --- names of things: excused only by what the file itself may have ------------------------------


def test_a_work_is_withheld_from_a_paper_though_another_one_cites_it():
    cited = (paragraph([citation("c-2021")]),)
    made = project_of((box(*cited, **CLOSED),), cited, readings=())

    assert "Third" in withheld(made)
    assert "Third" not in withheld(made, "other")


def test_a_work_that_another_paper_cites_openly_is_no_secret_in_one_that_does_not():
    cited = paragraph([citation("c-2021")])
    made = project_of((paragraph("Dry."),), (cited, box(cited, **CLOSED)), readings=())

    assert "Third" not in withheld(made)


def test_a_name_is_withheld_from_a_paper_though_another_one_leads_to_it():
    kept = heading("Lakes", id="quiet-harbour", **CLOSED)
    below = paragraph("Below.", **CLOSED)
    made = project_of(
        (kept, below),
        (paragraph([link("#quiet-harbour", "there")]), heading("Lakes", id="quiet-harbour")),
    )

    assert "quiet-harbour" in withheld(made)
    assert "quiet-harbour" not in withheld(made, "other")


def test_a_bitmap_is_withheld_from_a_paper_though_another_one_shows_it():
    pictures = [picture("lake", data=b"same"), picture("sea", data=b"same")]
    made = project_of(
        (placed("picture", "lake", **CLOSED),), (placed("picture", "sea"),), pictures=pictures
    )

    assert asked(made).allowed_pictures == ()
    assert len(asked(made).pictures) == 1
    assert len(asked(made, document="other").allowed_pictures) == 1


def test_an_abbreviation_is_withheld_from_a_paper_though_another_one_spells_it_out():
    spelt = paragraph("{{ abbr('NATO') }} came")
    made = project_of((box(spelt, **CLOSED),), (spelt,))

    assert "North Atlantic Treaty Organization" in withheld(made)
    assert "North Atlantic Treaty Organization" not in withheld(made, "other")


# --- a closed default ----------------------------------------------------------------------------


def test_what_is_marked_as_open_stays_so_where_it_needs_figures_and_the_default_is_closed():
    shown = {"marking": "CLEAR"}
    lakes = section(
        "lakes", paragraph("Deep.", **shown), title="Lakes", needs=("mil-exp",), **shown
    )
    choice = "{{ 'Open to you' if audience.key == 'public' else 'Closed to you' }}"
    clear = conditions(**shown)
    made = content(
        paragraph(choice, **shown),
        *(placed(kind, "lakes", **shown) for kind in ("section", "chart", "table")),
        sections=[lakes],
        charts=[chart("lakes", bars("KAZ", "KGZ"), title="Two states", **shown)],
        tables=[table("lakes", ("Share", "mil-exp", "value"), title="Shares", **shown)],
        readings=[replace(one, conditions=clear) for one in READINGS],
        of_project={"default_marking": "AMBER"},
        conditions=clear,
    )
    made = replace(
        made, sources={key: replace(one, conditions=clear) for key, one in made.sources.items()}
    )

    assert withheld(made) == {"Closed to you"}
