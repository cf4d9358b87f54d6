import pytest

from briefing.model import prose as p
from briefing.model.manuscript import Manuscript
from briefing.pipeline.optional import candidates, without
from tests.tailor.build import (
    box,
    bullets,
    citation,
    content,
    definition,
    definitions,
    heading,
    item,
    paragraph,
    placed,
    quote,
    section,
    tailored,
    words,
)


def said(*ranks: int) -> Manuscript:
    """A brief for staff in which blocks of these ranks go."""
    made = content(
        paragraph([*words("Kept "), citation("a-2019")], marking="GREEN"),
        paragraph([*words("Some "), citation("b-2020")], optional=1, marking="AMBER"),
        paragraph([*words("More "), citation("c-2021")], optional=2, marking="RED"),
    )
    manuscript = tailored(made, audience="staff").manuscript
    gone = [each for each in candidates(manuscript) if each.block.rank in ranks]
    return without(manuscript, gone)


def test_a_brief_bears_the_highest_marking_of_what_is_left_in_it():
    assert [said(*ranks).marking for ranks in ((), (1,), (2,), (1, 2))] == [
        "RED", "RED", "AMBER", "GREEN",
    ]  # fmt: skip


def test_it_bears_none_where_all_that_is_marked_has_gone():
    made = content(paragraph("Kept"), paragraph("Closed", optional=1, marking="GREEN"))
    manuscript = tailored(made, audience="staff").manuscript
    left = without(manuscript, candidates(manuscript))

    assert (manuscript.marking, manuscript.is_open) == ("GREEN", False)
    assert (left.marking, left.is_open) == ("CLEAR", True)


def test_it_lists_the_sources_of_what_is_left_in_it():
    assert [list(said(*ranks).sources) for ranks in ((), (2,), (1, 2))] == [
        ["a-2019", "b-2020", "c-2021"], ["a-2019", "b-2020"], ["a-2019"],
    ]  # fmt: skip


GOING = paragraph("Goes", optional=1)
AROUND: dict[str, list[p.Block]] = {
    "box": [box(GOING, marking="GREEN")],
    "box in a quotation": [quote(box(GOING), marking="GREEN")],
    "list item": [bullets(item(GOING, marking="GREEN"), item(paragraph("x")))],
    "list": [bullets(item(GOING), item(GOING), marking="GREEN")],
    "definition": [definitions(definition("Term", GOING, marking="GREEN"))],
    "heading": [
        heading("Head", marking="GREEN"), heading("Below", 3), GOING,
        heading("Next"), paragraph("x"),
    ],
    "section": [placed("section", "one")],
    "what is placed": [placed("section", "two", marking="GREEN")],
}  # fmt: skip


def around(blocks: list[p.Block], *kept: p.Block) -> Manuscript:
    one = section("one", GOING, *kept, title="One", marking="GREEN")
    two = section("two", GOING, *kept)
    made = content(paragraph("Kept"), *blocks, sections=[one, two])
    return tailored(made, audience="staff").manuscript


@pytest.mark.parametrize("blocks", AROUND.values(), ids=AROUND)
def test_what_goes_with_all_that_is_in_it_takes_its_marking_with_it(blocks):
    whole = around(blocks)
    left = without(whole, candidates(whole))

    assert (whole.marking, left.marking, left.is_open) == ("GREEN", "CLEAR", True)


def test_what_keeps_something_keeps_its_marking():
    for blocks in (AROUND["section"], AROUND["what is placed"]):
        whole = around(blocks, paragraph("Stays"))
        left = without(whole, candidates(whole))

        assert left.marking == "GREEN"


def test_a_part_keeps_its_marking_as_long_as_one_block_of_it_stays():
    whole = around([box(GOING, paragraph("Last", optional=2), marking="GREEN")])
    one, other = candidates(whole)

    assert [without(whole, [each]).marking for each in (one, other)] == ["GREEN", "GREEN"]
    assert without(whole, [one, other]).marking == "CLEAR"
