from briefing.model.manuscript import Manuscript
from briefing.pipeline.optional import candidates, without
from tests.tailor.build import citation, content, paragraph, tailored, words


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
