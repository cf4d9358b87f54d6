"""Where pages end: what a break costs, and that the cheapest way through is taken."""

import pytest
from msgspec.structs import replace

from briefing.layout.galley import Galley, make_galley
from briefing.layout.lines.paragraphs import Setter
from briefing.layout.pages.pagination import paginate
from briefing.layout.pages.region import Cut, State, cuts
from briefing.layout.stamps import make_stamps
from briefing.layout.strip import HYPHEN
from briefing.model.flow import Flow
from tests.layout.flows import Writer

START = State(0, ())
PAGE = 260.0
LINE = "word " * 10


@pytest.fixture
def galley(monospace):
    """The galley of a flow in the monospaced face."""

    def make(flow: Flow) -> Galley:
        setter = Setter(flow.style, monospace)
        return make_galley(flow, setter, PAGE, make_stamps(flow, setter))

    return make


def _cuts(galley: Galley, start: State, room: float, most: int) -> list[Cut]:
    return cuts(galley, galley.chapters[0], start, room, most)


def _paginate(galley: Galley, room: float = PAGE) -> list[Cut]:
    return paginate(galley, galley.chapters[0], room)


def _ends(ways: list[Cut]) -> list[int]:
    return [cut.next.entry for cut in ways]


def test_filling_a_region_changes_nothing(galley):
    writer = Writer()
    made = galley(writer.flow(*(writer.paragraph(LINE * 5 + "^", notes=["A"]) for _ in range(9))))
    first = _cuts(made, START, PAGE, 9)

    assert first == _cuts(made, START, PAGE, 9)
    assert len(first) > 3


def test_the_cheapest_way_is_the_first(galley):
    writer = Writer()
    made = galley(writer.flow(*(writer.paragraph(LINE * 5) for _ in range(9))))
    costs = [cut.cost for cut in _cuts(made, START, PAGE, 9)]

    assert costs == sorted(costs)


def test_a_lower_region_takes_less(galley):
    writer = Writer()
    made = galley(writer.flow(*(writer.paragraph(LINE * 5) for _ in range(9))))
    ends = [_cuts(made, START, height, 1)[0].next.entry for height in (60.0, 120.0, 180.0, 240.0)]

    assert ends == sorted(set(ends))


def test_neither_a_first_nor_a_last_line_is_left_alone(galley):
    writer = Writer()
    made = galley(writer.flow(*(writer.paragraph(LINE * 5) for _ in range(9))))
    ends = {cut.next.entry % 5 for cut in _cuts(made, START, PAGE, 99)}

    assert ends <= {0, 2, 3}


def test_a_heading_is_not_the_last_of_a_page(galley):
    writer = Writer()
    items = [writer.paragraph(LINE * 17), writer.paragraph("Heading", "h1")]
    made = galley(writer.flow(*items, writer.paragraph(LINE * 9)))

    assert _ends(_cuts(made, START, PAGE, 1)) == [17]


def test_what_is_forbidden_is_done_where_nothing_else_can_be(galley):
    writer = Writer()
    made = galley(writer.flow(writer.group(*(writer.paragraph(LINE * 3) for _ in range(9)))))
    ways = _cuts(made, START, PAGE, 9)

    assert ways[0].next.entry == 15
    assert ways[0].cost > 10_000


def test_a_page_does_not_end_in_a_hyphen_if_a_line_less_avoids_it(galley):
    writer = Writer()
    made = galley(writer.flow(writer.paragraph(LINE * 40)))
    best = _cuts(made, START, PAGE, 1)[0].next.entry
    penalties = list(made.penalties)
    penalties[best - 1] = HYPHEN
    hyphenated = replace(made, penalties=tuple(penalties))

    assert _cuts(hyphenated, START, PAGE, 1)[0].next.entry == best - 1


def test_a_page_is_not_given_to_the_end_of_a_note_alone(galley):
    writer = Writer()
    text = writer.paragraph("Words^ " + LINE * 12, notes=["word " * 300])
    group = writer.group(*(writer.paragraph(LINE * 3) for _ in range(9)))
    ways = _paginate(galley(writer.flow(text, group)))

    assert all(cut.used for cut in ways)


def test_a_page_that_ends_earlier_may_spare_a_worse_one(galley):
    writer = Writer()
    text = [writer.paragraph(LINE * 3) for _ in range(6)]
    block = writer.group(*(writer.paragraph(LINE * 3) for _ in range(5)))
    made = galley(writer.flow(*text, block, *text))
    ways = _paginate(made)

    assert sum(cut.cost for cut in ways) <= sum(cut.cost for cut in _greedily(made))
    assert len(ways) == len(_greedily(made))


def _greedily(galley: Galley) -> list[Cut]:
    ways: list[Cut] = []
    state = START
    while state != State(len(galley.entries), ()):
        ways.append(_cuts(galley, state, PAGE, 1)[0])
        state = ways[-1].next
    return ways


def test_a_last_page_gets_more_than_one_line(galley):
    writer = Writer()
    made = galley(writer.flow(*(writer.paragraph("A line.") for _ in range(15))))
    ways = _paginate(made)

    assert [cut.next.entry - cut.start.entry for cut in ways] == [13, 2]


def test_two_notes_too_long_for_their_page_both_begin_on_it(galley):
    writer = Writer()
    item = writer.paragraph("Here^ and here^.", notes=["word " * 500, "word " * 500])
    made = galley(writer.flow(item))
    (first, *_) = _cuts(made, START, PAGE, 1)
    one, two = made.notes.parts((), 0, 2, first.next.carried)

    assert (one.place, one.first, two.place, two.first, two.last) == (0, 0, 1, 0, 2)
    assert first.next.carried == ((0, one.last), (1, 2))
    assert first.foot + first.used <= PAGE


def test_a_region_too_low_for_its_first_entry_cannot_be_filled(galley):
    writer = Writer()
    made = galley(writer.flow(writer.drawing(50)))

    assert _cuts(made, START, 49.0, 1) == []
    assert _paginate(made, 49.0) == []
