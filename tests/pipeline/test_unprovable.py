"""What authors are told of withheld texts that no proof could find."""

from __future__ import annotations

import pytest
from PIL import Image

from briefing.errors import Diagnostic
from briefing.model.request import Request
from briefing.pipeline.unprovable import unprovable
from tests.bitmaps import gradient, noise, saved
from tests.tailor.build import at, content, paragraph, picture, placed, reading, span, words

SECRET = "the envoys met at the quiet harbour"
BRIEFS = [
    Request("brief", "KAZ", audience, "en", "brief")
    for audience in ("public", "parliament", "staff")
]
HINT = "reword it, or list it under 'accepted-unprovable' in content/project.yaml"


def told(*blocks, accepted=(), readings=()) -> list[Diagnostic]:
    project = {"accepted": {text: at(90 + line) for line, text in enumerate(accepted)}}
    made = content(*blocks, readings=list(readings), of_project=project)
    return list(unprovable(made, BRIEFS, are_all=True))


def test_equal_words_are_told_with_their_place_and_all_who_may_not_see_them():
    found = told(paragraph(SECRET, line=3), paragraph(SECRET, line=4, marking="AMBER"))

    assert [str(one) for one in found] == [
        f"{at(4)}: warning: kept from audiences 'parliament', 'public', which cannot be proved: "
        f"allowed text has the same words\n  hint: {HINT}"
    ]
    assert not any("harbour" in str(one) for one in found)


def test_a_text_that_is_too_short_is_told():
    found = told(paragraph("On it", line=4), paragraph("No", line=5, audiences=["staff"]))

    assert [str(one).partition("\n")[0] for one in found] == [
        f"{at(5)}: warning: kept from audiences 'parliament', 'public', which cannot be proved: "
        "it is too short to be searched for"
    ]


@pytest.mark.parametrize("accepted", [SECRET, SECRET.upper(), f"  {SECRET}."])
def test_what_the_author_accepts_is_not_told(accepted):
    blocks = paragraph(SECRET, line=3), paragraph(SECRET, line=4, marking="AMBER")

    assert told(*blocks, accepted=[accepted]) == []


def test_what_is_accepted_in_vain_is_told():
    found = told(paragraph(SECRET, line=4, marking="AMBER"), accepted=["no such words"])

    assert [str(one) for one in found] == [
        f"{at(90)}: warning: a text is accepted as unprovable that is none\n"
        "  hint: take it off the list"
    ]


def test_a_short_figure_is_told_until_it_is_accepted():
    closed = reading("deaths", "KAZ", 16.0, line=4, marking="AMBER")

    assert [one.where.line for one in told(paragraph("x"), readings=[closed])] == [4]
    assert told(paragraph("x"), readings=[closed], accepted=["16"]) == []


def test_where_nothing_is_withheld_nothing_is_told():
    assert told(paragraph(SECRET), paragraph(SECRET, line=5, countries=["KGZ"])) == []


@pytest.mark.parametrize("typed", ["Typed 66812 people.", "Typed 66,812 people."])
def test_a_figure_is_told_as_soon_as_one_way_to_print_it_is_typed_elsewhere(typed):
    closed = reading("deaths", "KAZ", 66812.0, line=4, marking="AMBER")
    found = told(paragraph(typed, line=9), readings=[closed])

    assert [(one.where.line, "the same words" in one.message) for one in found] == [(4, True)]
    assert told(paragraph("Typed 66 people.", line=9), readings=[closed]) == []


def test_a_withheld_span_at_the_start_of_a_paragraph_is_told():
    """It begins where the paragraph does, which these readers see."""
    block = paragraph(
        [span("zebrafish quokka", line=7, marking="AMBER"), *words(" is here")], line=7
    )
    found = told(block, paragraph("Zebrafish quokka there.", line=8))

    assert [one.where.line for one in found] == [7]


def alike(closed: bytes, shown: bytes, **of_shown) -> list[str]:
    pictures = [
        picture("talk", data=closed, marking="AMBER"),
        picture("guests", data=shown, **of_shown),
    ]
    made = content(placed("picture", "guests"), pictures=pictures)
    found = [str(one) for one in unprovable(made, BRIEFS, are_all=True)]
    return [one for one in found if "picture of" in one]


SCENE = noise((9, 7)).resize((64, 48), Image.Resampling.BICUBIC)
ALIKE = {
    "the same": saved(SCENE),
    "with another name for its form": saved(SCENE, "JPEG", quality=95),
    "smaller": saved(SCENE.reduce(2)),
    "grey": saved(SCENE.convert("L")),
}


@pytest.mark.parametrize("shown", ALIKE.values(), ids=ALIKE.keys())
def test_a_withheld_picture_that_looks_like_an_open_one_is_told_with_both_places(shown):
    assert alike(saved(SCENE), shown) == [
        "content/pictures/talk.yaml:1:1: warning: kept from audiences 'parliament', 'public', "
        "which cannot be proved: the picture of content/pictures/guests.png:1:1, which they may "
        "see, looks like it\n  hint: let the same readers see both, or show something else"
    ]


def test_pictures_that_the_same_readers_may_not_see_or_that_differ_are_not_told():
    assert alike(saved(SCENE), saved(SCENE), marking="AMBER") == []
    assert alike(saved(SCENE), saved(gradient(size=(64, 48)))) == []
