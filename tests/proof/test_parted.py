"""Words that are parted at the end of a line are not taken for their parts."""

import pytest

from briefing.errors import Location
from briefing.model.forbidden import Forbidden, ForbiddenText
from briefing.proof.file.strand import Strand
from briefing.proof.fold import fold
from briefing.proof.search.needles import needles_for
from briefing.proof.search.searching import search

WHERE = Location("content/sections/a.md", 3, 1)


def is_found(text: str, page: str, *allowed: str, is_secret: bool = False) -> bool:
    forbidden = Forbidden((ForbiddenText(text, WHERE, is_secret=is_secret),), allowed)
    return bool(search([Strand([fold(page)], lambda _: "page 1")], needles_for(forbidden)))


@pytest.mark.parametrize("text", ["Success", "fully", "fully done", "It suc", "cess"])
def test_a_part_of_an_allowed_word_is_no_leak(text):
    allowed = "It was successfully done, and said."
    pages = ["It was success- fully done", "It suc- cessfully done", "It suc- cess- fully done"]

    for page in pages:
        assert not is_found(text, page, allowed)


@pytest.mark.parametrize(
    "page", ["It was a success- story of", "A success-\u00a0full", "success-story"]
)
def test_a_whole_word_at_the_end_of_a_line_is_found(page):
    assert is_found("Success", page, "It was successfully done.")


def test_no_allowed_word_hides_a_secret_in_its_parts():
    assert is_found("Lapis", "a Lapis- lazuli stone", "It is of lapislazuli.", is_secret=True)
    assert not is_found("Lapis", "a Lapis- lazuli stone", "It is of lapislazuli.")
