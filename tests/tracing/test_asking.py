"""Where a number comes from, asked of a whole project."""

import pytest

import briefing
from briefing.tracing.values import Answer, Figure, Spot
from tests.provenance.projects import write

HEAD = "---\ntitle: Water\n---\n\n"
RANGE = """\
water:
  - {country: KAZ, value: {from: 16, to: 18}, period: 2020, source: kim-2020, locator: p. 4}
"""


def asked(root, number: str, section: str, **files: str) -> tuple[Answer, ...]:
    return briefing.open(write(root, HEAD + section, **files)).trace(number)


@pytest.mark.parametrize("number", ["16–18", "16-18", "16 – 18 cubic metres", "-16-18"])
def test_a_range_is_found_however_it_is_typed(number, tmp_path):
    section = 'The lake holds {{ figure("water", "KAZ") }}.'

    assert asked(tmp_path, number, section, **{"readings/water.yaml": RANGE}) == (
        Answer(
            text="16–18",
            statement="The lake holds 16–18 cubic metres (2020).",
            spots=(Spot("brief", 1),),
            input="content/sections/water.md:5:19",
            figures=(Figure("water", "KAZ", "2020", "content/readings/water.yaml:2"),),
            cited=("kim-2020, p. 4",),
        ),
    )


def test_each_place_that_prints_a_number_has_an_answer(tmp_path):
    found = asked(tmp_path, "7", "It has 7 mouths [@kim-2020].\n\nIt has 7 isles [@lee-2021].")

    assert [(one.input, one.cited) for one in found] == [
        ("content/sections/water.md:5:1", ("kim-2020",)),
        ("content/sections/water.md:7:1", ("lee-2021",)),
    ]


def test_a_number_that_no_brief_prints_has_no_answer(tmp_path):
    assert asked(tmp_path, "99", "It has 7 mouths [@kim-2020].") == ()


def test_a_question_without_a_number_is_refused(tmp_path):
    with pytest.raises(ValueError, match="there is no number in 'many'"):
        asked(tmp_path, "many", "It has 7 mouths [@kim-2020].")


def test_briefs_can_be_picked(tmp_path):
    project = briefing.open(write(tmp_path, HEAD + "It has 7 mouths [@kim-2020]."))

    assert project.trace("7", []) == ()
    assert len(project.trace("7", project.briefs(documents=["brief"]))) == 1
