"""People: who is named in a brief, and how those are called who may not be."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model import content as c
from briefing.model.manuscript import Omission, Tailored
from briefing.model.people import Person
from briefing.model.prose import Block
from briefing.tailor import explain
from tests.tailor.build import at, conditions, content, paragraph, tailored

NEUTRAL = {"en": ("a participant", "participants"), "de": ("ein Gast", "Gäste")}


def person(key: str, name: str, *groups: str, on_record: bool = False, **held: object) -> Person:
    where = at(len(key), 1, "content/people.yaml")
    known = conditions(**held)  # type: ignore[arg-type]
    return Person(key, name, "speaker", "Lake Office", groups, on_record, where, known)


PEOPLE = {
    each.key: each
    for each in (
        person("ana", "Ana Sample", "speakers", on_record=True),
        person("bo", "Bo Sample", "speakers", "guests"),
        person("cyd", "Cyd Sample", "guests"),
        person("staffer", "Dot Sample", "guests", on_record=True, audiences=["staff"]),
        person("marked", "Eli Sample", "speakers", on_record=True, marking="GREEN"),
    )
}


def holding(*blocks: Block, neutral: Mapping[str, tuple[str, str]] | None = NEUTRAL) -> c.Content:
    made = content(*blocks)
    document = replace(made.documents["brief"], neutral=neutral)
    return replace(made, people=PEOPLE, documents={"brief": document})


def said(source: str, *, rule: bool, audience: str = "public", language: str = "en") -> str:
    made = holding(paragraph(f"{{{{ {source} }}}}"), neutral=NEUTRAL if rule else None)
    return _texts(tailored(made, audience=audience, language=language))


def _texts(made: Tailored) -> str:
    blocks = made.manuscript.blocks
    return "|".join("".join(child.text for child in block.children) for block in blocks)  # type: ignore[union-attr]


def listed(source: str, *, rule: bool, audience: str = "public") -> Tailored:
    block = paragraph("{{ one.name }}", repeat=f"one in {source}")
    return tailored(holding(block, neutral=NEUTRAL if rule else None), audience=audience)


@pytest.mark.parametrize(
    ("source", "open_words", "words_under_the_rule"),
    [
        ("person('ana')", "Ana Sample", "Ana Sample"),
        ("person('bo')", "Bo Sample", "a participant"),
        ("person('bo', show='full')", "Bo Sample, speaker, Lake Office", "a participant"),
        ("person('bo', 'role')", "speaker", "a participant"),
        ("person('bo', 'affiliation')", "Lake Office", "a participant"),
        ("person(['bo', 'cyd'])", "Bo Sample and Cyd Sample", "participants"),
        ("person(['bo', 'ana'])", "Bo Sample and Ana Sample", "Ana Sample and a participant"),
        ("people('speakers', 'guests') | length", "3", "1"),
        ("person(people('speakers')[0], 'full')",) + ("Ana Sample, speaker, Lake Office",) * 2,
    ],
)
def test_who_is_not_on_record_is_named_but_under_the_rule(source, open_words, words_under_the_rule):
    assert said(source, rule=False) == open_words
    assert said(source, rule=True) == words_under_the_rule


def test_the_neutral_wording_is_that_of_the_language():
    assert said("person('bo')", rule=True, language="de") == "ein Gast"


def test_people_are_listed_in_the_order_of_the_file_as_far_as_they_may_be_named():
    assert _texts(listed("people()", rule=False)) == "Ana Sample|Bo Sample|Cyd Sample"
    assert _texts(listed("people('guests', 'speakers')", rule=True)) == "Ana Sample"
    everybody = _texts(listed("people()", rule=True, audience="staff"))

    assert "Dot Sample" in everybody
    assert "Bo Sample" not in everybody


def test_whom_readers_may_not_know_of_cannot_be_named():
    with pytest.raises(ContentError) as caught:
        said("person('staffer')", rule=False)

    assert str(caught.value) == (
        "content/documents/brief.md:1:4: error: this names somebody whom audience 'public' may not "
        "see\n  hint: leave the words to those who may see it, with a condition"
    )


def test_whom_readers_may_not_know_of_is_worded_neutrally_under_the_rule():
    assert said("person('staffer')", rule=True) == "a participant"


def test_who_is_named_counts_with_their_marking():
    open_to_all = tailored(holding(paragraph("{{ person('ana') }}")), audience="parliament")
    marked = tailored(holding(paragraph("{{ person('marked') }}")), audience="parliament")

    assert open_to_all.manuscript.marking == "CLEAR"
    assert marked.manuscript.marking == "GREEN"


def test_those_left_out_are_noted_once_with_the_rule():
    made = listed("people('guests')", rule=True)

    assert [each for each in made.omitted if each.reason == "rule"] == [
        Omission(
            PEOPLE[key].where, f"person {key!r}", "rule",
            "not on record under the Chatham House Rule",
        )
        for key in ("bo", "cyd")
    ]  # fmt: skip


def test_all_who_are_off_the_record_count_as_withheld_though_nobody_asks_for_them():
    made = holding(paragraph("Said."))
    account = explain(made, "brief", place="KAZ", audience="public", language="en")
    without = tailored(holding(paragraph("Said."), neutral=None))

    assert [(item.what, item.ground) for item in account.select("withheld")] == [
        ("person 'bo'", "rule"),
        ("person 'cyd'", "rule"),
        ("person 'marked'", "marking"),
        ("person 'staffer'", "audience"),
    ]
    assert without.omitted == ()


def beside(*blocks: Block, **of_other: object) -> c.Content:
    """Two documents, of which the other one is under the rule."""
    made = holding(*blocks, neutral=None)
    brief = made.documents["brief"]
    other = replace(brief, id="sheet", neutral=NEUTRAL, **of_other)
    return replace(made, documents={"brief": brief, "sheet": other})


NAMES = paragraph("{{ person('bo', 'affiliation') }} {{ person('ana') }} {{ person('bo') }}")


def test_who_is_off_the_record_in_one_document_is_named_to_its_readers_in_no_other():
    with pytest.raises(ContentError) as caught:
        tailored(beside(NAMES))

    assert str(caught.value) == (
        "content/people.yaml:2:1: error: document 'brief' names somebody for audience 'public' "
        "whom document 'sheet' must not name to them [off-record]\n"
        "  hint: say audience or marking of who may know of them, put the document under "
        "chatham-house, too, or leave them out of it"
    )


@pytest.mark.parametrize(
    "of_other",
    [{"audiences": ("staff",)}, {"conditions": conditions(marking="GREEN")}],
)
def test_other_readers_may_be_told(of_other):
    assert tailored(beside(NAMES, **of_other)).warnings == ()


def test_a_project_may_say_why_it_names_them_all_the_same():
    made = beside(NAMES)
    lowered = replace(made.project, lowered={"off-record": "The minister spoke in public."})

    (warning,) = tailored(replace(made, project=lowered)).warnings
    assert (warning.severity, warning.rule) == ("warning", "off-record")
