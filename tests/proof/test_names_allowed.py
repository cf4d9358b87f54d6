"""Names that readers may see, of files and notes, are words that no proof can tell from a text."""

import json

import pytest

from briefing.proof import find_unprovable, prove
from tests.proof.planting import written
from tests.proof.test_forbid import asked
from tests.tailor.build import content, heading, paragraph, placed, section


@pytest.mark.parametrize("text", ["Roots", "Policy roots", "Note a", "Back to the text of note c"])
def test_what_a_name_says_is_told_to_authors_and_refuses_no_build(text):
    open_one = section("policy-roots", paragraph("Nothing."), title="Why")
    withheld = heading(text, marking="AMBER")
    made = content(placed("section", "policy-roots"), withheld, sections=[open_one])
    forbidden = asked(made)
    manifest = json.dumps({"from": "content/sections/policy-roots.md:3"}, indent=0)

    prove(written(alt="Note a", link="Back to the text of note c"), forbidden, name="brief.pdf",
          manifest=manifest)  # fmt: skip
    assert text in [one.text for one in find_unprovable(forbidden)]


def test_the_name_of_a_part_that_is_not_placed_excuses_nothing():
    elsewhere = section("policy-roots", paragraph("Nothing."), title="Why")
    made = content(heading("Roots", marking="AMBER"), sections=[elsewhere])

    assert "Roots" not in [one.text for one in find_unprovable(asked(made))]
