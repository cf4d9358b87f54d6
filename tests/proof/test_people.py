"""Who may not be named in a file, is not: neither by expressions nor by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.errors import ProofError
from briefing.model import content as c
from briefing.model.people import Person
from briefing.proof import find_unprovable, prove
from tests.proof.planting import written
from tests.proof.test_forbid import asked
from tests.tailor.build import at, conditions, content, paragraph

NEUTRAL = {"en": ("a participant", "participants"), "de": ("ein Gast", "Gäste")}


def person(name: str, affiliation: str = "", *, on_record: bool = False, **held) -> Person:
    key = name.casefold().replace(" ", "-").replace(",", "")
    where = at(7, 1, "content/people.yaml")
    return Person(key, name, "", affiliation, (), on_record, where, conditions(**held))


def holding(*people: Person, said: str = "Nothing.", rule: bool = True) -> c.Content:
    made = content(paragraph(said))
    document = replace(made.documents["brief"], neutral=NEUTRAL if rule else None)
    return replace(made, people={each.key: each for each in people}, documents={"brief": document})


def refuses(made: c.Content, text: str, audience: str = "public") -> bool:
    try:
        prove(written(text), asked(made, audience=audience), name="brief.pdf")
    except ProofError:
        return True
    return False


@pytest.mark.parametrize(
    "text",
    [
        "Zora Quillon", "Quillon, Zora", "QUILLON Zora", "Ms Quillon said so", "Zora Quillons Wort",
        "in Quillon’s view", "zora.quillon@example.org", "Office of Lakes",
    ],
)  # fmt: skip
def test_who_is_off_the_record_is_found_however_they_are_written(text):
    made = holding(person("Zora Quillon", "Office of Lakes"))

    assert refuses(made, text)
    assert not refuses(holding(person("Zora Quillon", "Office of Lakes"), rule=False), text)


def test_a_name_typed_by_hand_into_the_text_is_found():
    said = "Zora Quillon warned of the lake."

    assert refuses(holding(person("Zora Quillon"), said=said), said)
    assert not refuses(holding(person("Zora Quillon", on_record=True), said=said), said)


def test_whatever_forms_of_a_name_stand_on_a_page_it_is_told_once():
    made = holding(person("Zora Quillon", "Office of Lakes"))
    said = "Zora Quillon, in Quillon’s words, of the Office of Lakes; Quillon, Zora"

    with pytest.raises(ProofError) as caught:
        prove(written(said), asked(made), name="brief.pdf")
    assert caught.value.findings == ("page 1: shows what content/people.yaml:7:1 withholds",)


OFFICE = "Office of Lakes"
TYPED = "The Office of Lakes was founded in 1990."


def test_an_affiliation_typed_by_hand_is_found_under_the_rule():
    closed = person("Zora Quillon", OFFICE, on_record=True, audiences=["staff"])

    assert refuses(holding(person("Zora Quillon", OFFICE), said=TYPED), TYPED)
    assert not refuses(holding(closed, said=TYPED, rule=False), TYPED)
    assert not refuses(holding(closed, said=TYPED), TYPED)


def test_an_affiliation_is_excused_where_others_have_it_or_the_author_accepts_it():
    quillon = person("Zora Quillon", OFFICE)
    known = person("Ada Lovelace", OFFICE, on_record=True)
    place = person("Zora Quillon", "Kazakhstan")
    accepting = holding(quillon, said=TYPED)
    project = replace(accepting.project, accepted={"the office of lakes": at(), OFFICE: at()})

    assert not refuses(holding(quillon, known, said=TYPED), TYPED)
    assert not refuses(holding(place, said="Far from Kazakhstan."), "Far from Kazakhstan.")
    assert not refuses(replace(accepting, project=project), TYPED)
    assert [one.text for one in find_unprovable(asked(replace(accepting, project=project)))] == [
        OFFICE
    ]


def test_an_affiliation_of_many_words_is_found_where_all_of_it_was_typed():
    office = "Ministry of Foreign Affairs of Umbralia"
    other, all_of_it = f"The {office[:-2]}ica.", f"The {office}."

    assert not refuses(holding(person("Zora Quillon", office), said=other), other)
    assert refuses(holding(person("Zora Quillon", office), said=all_of_it), all_of_it)


def test_a_role_typed_by_hand_is_found_under_the_rule_if_it_has_several_words():
    envoy = replace(person("Zora Quillon"), role="special envoy")
    adviser = replace(person("Zora Quillon"), role="adviser")
    said = "A special envoy, and an adviser."

    assert refuses(holding(envoy, said=said), said)
    assert not refuses(holding(envoy, said=said, rule=False), said)
    assert not refuses(holding(adviser, said=said), said)


def test_a_role_that_the_author_accepts_is_told_to_be_unprovable():
    made = holding(replace(person("Zora Quillon"), role="special envoy"), said="A special envoy.")
    project = replace(made.project, accepted={"special envoy": at()})
    accepting = replace(made, project=project)

    assert not refuses(accepting, "A special envoy.")
    assert [one.text for one in find_unprovable(asked(accepting))] == ["special envoy"]


def test_a_surname_that_is_a_common_word_or_that_somebody_on_record_has_is_not_searched_alone():
    common = holding(person("Zora Long"), said="It was a long talk.")
    shared = holding(person("Zora Quillon"), person("Ada Quillon", on_record=True))

    assert not refuses(common, "It was a long talk.")
    assert refuses(common, "Zora Long")
    assert not refuses(shared, "Ada Quillon")
    assert refuses(shared, "Zora Quillon")


@pytest.mark.parametrize(
    "said",
    [
        "They proposed---Novakius objected.", "It went on—Novakius spoke.", "The chair/Novakius",
        "He said,Novakius left.", "Then mrs.Novakius came.", "A pre-Novakius paper.",
        "See <https://example.org/novakius.html>.", "Write to novakius@example.org.",
    ],
)  # fmt: skip
def test_a_surname_is_no_common_word_for_what_it_is_joined_to(said):
    assert refuses(holding(person("Zora Novakius"), said=said), "As Novakius put it.")


@pytest.mark.parametrize("surname", ["Page", "Source", "Regular", "March", "Figure", "Publisher"])
def test_a_surname_that_papers_have_anyway_is_told_to_authors_instead(surname):
    made = holding(person(f"Zora {surname}"), said=f"{surname} by {surname.lower()}.")

    assert not refuses(made, f"{surname} 3")
    assert refuses(made, f"Zora {surname}")
    assert surname in [one.text for one in find_unprovable(asked(made))]


def test_whom_readers_may_not_know_of_is_found_in_any_document():
    made = holding(person("Zora Quillon", on_record=True, audiences=["staff"]), rule=False)

    assert refuses(made, "Zora Quillon")
    assert not refuses(made, "Zora Quillon", audience="staff")


def beside(*people: Person, said: str = "Nothing.", **of_other: object) -> c.Content:
    """A document without the rule, beside one that is under it."""
    made = holding(*people, said=said, rule=False)
    brief = made.documents["brief"]
    other = replace(brief, id="sheet", neutral=NEUTRAL, **of_other)
    return replace(made, documents={"brief": brief, "sheet": other})


def test_who_is_off_the_record_elsewhere_is_found_by_the_whole_name():
    zora = person("Zora Quillon", "Office of Lakes")
    text = "Zora Quillon"

    assert refuses(beside(zora), text)
    assert refuses(beside(zora), "QUILLON Zora")
    assert not refuses(beside(zora), "Ms Quillon of the Office of Lakes")
    assert not refuses(beside(person("Zora Quillon", on_record=True)), text)
    assert not refuses(beside(zora, audiences=("staff",)), text)
    assert not refuses(beside(zora, conditions=conditions(marking="GREEN")), text)


def test_where_a_project_says_why_names_are_told_all_the_same():
    made = beside(person("Zora Quillon"))
    lowered = replace(made.project, lowered={"off-record": "She spoke in public, too."})

    assert not refuses(replace(made, project=lowered), "Zora Quillon")


def test_of_a_whole_name_that_somebody_on_record_has_too_authors_are_told():
    made = beside(person("Quillon Zora", on_record=True), person("Zora Quillon"))

    assert not refuses(made, "Zora Quillon")
    assert {one.where.file for one in find_unprovable(asked(made))} == {"content/people.yaml"}
