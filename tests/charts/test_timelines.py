from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.charts import draw
from briefing.charts.lettering.labels import extent
from briefing.errors import ContentError
from briefing.model.chart import Chart, Event, Timeline
from briefing.model.country import Date, Period
from briefing.model.drawing import Drawing
from briefing.numbers import format_period
from briefing.units import Pt
from tests.charts.boxes import bounds, labels, outside, overlaps, shapes, texts
from tests.charts.gallery_timelines import (
    dense,
    event,
    forty,
    gallery,
    instruments,
    policy,
    policy_lanes,
    programmes,
)
from tests.charts.samples import FONTS, FULL, HALF, STYLE, chart

THIRD = Pt(150)


def drawn(*events: Event, lanes: tuple[str, ...] = ("",), width: Pt = FULL) -> Drawing:
    return draw(chart(Timeline(events, lanes)), width=width, style=STYLE, fonts=FONTS)


def marks(drawing: Drawing) -> list[tuple[float, float]]:
    """The middles of all circles."""
    boxes = [bounds(shape) for shape in shapes(drawing) if shape.path[1][0] == "C"]
    return [((box.left + box.right) / 2, (box.top + box.bottom) / 2) for box in boxes]


def bars(drawing: Drawing) -> list[tuple[float, float]]:
    filled = [shape for shape in shapes(drawing) if shape.fill in (STYLE.accent, STYLE.series[0])]
    boxes = [bounds(shape) for shape in filled if shape.path[1][0] == "L"]
    return [(box.left, box.right) for box in boxes]


def test_events_stand_to_scale_along_a_line_across():
    drawing = drawn(event("2000", "A"), event("2005", "B"), event("2020", "C"))
    first, second, last = sorted(x for x, _ in marks(drawing))

    assert (second - first) / (last - first) == pytest.approx(5 / 20, abs=1e-6)


def test_words_stand_alternately_above_and_below_a_single_line():
    drawing = drawn(*(event(str(year), f"Event {year}") for year in range(2000, 2012, 3)))
    heights = {label.text: label.y for label in labels(drawing) if label.text.startswith("Event")}
    order = [heights[text] for text in sorted(heights)]
    middle = sum(order) / len(order)

    assert all((one < middle) != (other < middle) for one, other in pairwise(order))


def test_an_event_that_took_time_is_a_bar_from_its_first_day_to_its_last():
    drawing = drawn(event("2000", "A"), event("2001/2002", "B"), event("2003", "C"))
    (bar,) = bars(drawing)
    first, last = sorted(x for x, _ in marks(drawing))
    year = (last - first) / 3

    assert bar[0] - first == pytest.approx(0.5 * year)
    assert bar[1] - bar[0] == pytest.approx(2 * year)


def test_bars_at_the_same_time_lie_beside_each_other():
    drawing = draw(programmes(), width=FULL, style=STYLE, fonts=FONTS)
    boxes = [
        bounds(shape)
        for shape in shapes(drawing)
        if shape.fill in (STYLE.accent, STYLE.series[0]) and shape.path[1][0] == "L"
    ]

    assert len(boxes) == 5
    assert not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_what_is_highlighted_has_the_accent_and_a_larger_mark():
    drawing = drawn(event("2000", "A"), event("2010", "B", highlighted=True))
    circles = [shape for shape in shapes(drawing) if shape.path[1][0] == "C"]
    plain, strong = sorted(circles, key=lambda shape: shape.fill == STYLE.accent)

    assert bounds(strong).right - bounds(strong).left > bounds(plain).right - bounds(plain).left
    assert {label.style.colour for label in labels(drawing) if label.text == "2010"} >= {
        STYLE.accent
    }


def test_lanes_are_named_at_the_left_and_hold_their_own_events():
    drawing = draw(policy_lanes(), width=FULL, style=STYLE, fonts=FONTS)
    heights = {label.text: label.y for label in labels(drawing)}

    assert {label.text for label in labels(drawing) if label.x == 0} >= {"EU", "NATO", "China"}
    assert heights["Strategic Compass"] < heights["EU"] < heights["NATO 2030 factsheet"]


def test_no_pole_runs_through_words():
    for one in (instruments(), policy(), policy_lanes(), dense()):
        drawing = draw(one, width=FULL, style=STYLE, fonts=FONTS)
        poles = [
            bounds(shape)
            for shape in shapes(drawing)
            if len(shape.path) == 2 and shape.path[0][1] == shape.path[1][1]
        ]
        boxes = [extent(label, FONTS) for label in labels(drawing)]

        assert not [box for box in boxes for pole in poles if _crosses(pole, box)]


def _crosses(pole, box):
    return box.left < pole.left < box.right and pole.top < box.bottom and box.top < pole.bottom


def test_late_captions_fly_to_the_left_so_that_the_line_can_take_the_whole_width():
    long = "What happened takes a whole line of words to tell"
    drawing = drawn(event("2000", "A"), event("2019", long), event("2020", long))
    first, *_, last = sorted(x for x, _ in marks(drawing))
    told = [extent(label, FONTS) for label in labels(drawing) if label.text in long]

    assert last - first > 0.9 * FULL
    assert max(box.right for box in told) < last


def test_a_narrow_timeline_runs_down():
    drawing = draw(dense(), width=HALF, style=STYLE, fonts=FONTS)
    places = marks(drawing)

    assert len({round(x, 6) for x, _ in places}) == 1
    assert [y for _, y in places] == sorted(y for _, y in places)


def test_captions_near_their_dates_are_led_to_a_line_that_is_to_scale():
    events = [event(str(year), "What happened") for year in (2000, 2003, 2006, 2012)]
    drawing = drawn(*events, width=HALF)
    first, second, _, last = sorted(y for _, y in marks(drawing))

    assert (second - first) / (last - first) == pytest.approx(3 / 12)


def test_captions_far_from_their_dates_have_marks_of_their_own():
    drawing = draw(dense(), width=HALF, style=STYLE, fonts=FONTS)
    heights = {label.text: label.y for label in labels(drawing)}
    first = next(y for _, y in marks(drawing))

    assert heights["1992"] - first == pytest.approx(0.26 * 8.5, abs=0.5)
    assert "2000" not in heights


def test_very_many_events_run_down_even_where_there_is_room_across():
    drawing = draw(forty(), width=FULL, style=STYLE, fonts=FONTS)

    assert len({round(x, 6) for x, _ in marks(drawing)}) == 1
    assert sum(text.startswith("A treaty") for text in texts(drawing)) == 26


def test_a_lane_is_named_beside_the_date_where_the_line_runs_down():
    drawing = drawn(event("2007", "A"), lanes=("EU",), width=THIRD)

    assert "2007\u00a0· EU" in texts(drawing)


@pytest.mark.parametrize(("width", "name"), [(FULL, "full"), (HALF, "half"), (THIRD, "third")])
def test_every_picture_of_the_gallery_holds_together(width, name):
    for key, drawing in gallery().items():
        if key.endswith(name):
            assert drawing.width == width
            assert not overlaps(drawing), key
            assert not outside(drawing), key


def test_a_timeline_without_events_is_refused():
    with pytest.raises(ContentError) as caught:
        drawn()

    assert str(caught.value) == (
        "content/charts/test.yaml:1:1: error: nothing to draw in a timeline\n"
        "  hint: a timeline needs at least one event"
    )


def test_the_alternative_text_tells_a_few_events_in_order():
    drawing = drawn(
        event("2007", "First strategy"),
        event("2001", "Convention", lane=1),
        event("2007/2013", "Paper", highlighted=True),
        lanes=("EU", "SCO"),
    )

    assert drawing.alt == (
        "Timeline: A finding. What is measured. 3 events, 2001 to 2013. 2001 (SCO): Convention. "
        "2007–2013 (EU, highlighted): Paper. 2007 (EU): First strategy."
    )


def test_the_alternative_text_of_many_events_tells_first_last_and_highlighted():
    drawing = draw(forty(), width=FULL, style=STYLE, fonts=FONTS)

    assert drawing.alt == (
        "Timeline: A finding. What is measured. 40 events, January 1985 to April 2024. "
        "January 1985 (Water): Talks on the border end with a map. October 1994 (Borders, "
        "highlighted): Talks on the border end with a map. April 2024 (Security): Talks on the "
        "border end with a map. 37 more events."
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "Zeitleiste: A finding. What is measured. 1 Ereignis, 2007. 2007 (EU): A."),
        (
            "fr",
            "Chronologie\u00a0: A finding. What is measured. 1 événement, 2007. "
            "2007 (EU)\u00a0: A.",
        ),
        ("ru", "Хронология: A finding. What is measured. 1 событие, 2007. 2007 (EU): A."),
    ],
)
def test_the_alternative_text_in_other_languages(language, told):
    from briefing.charts.kinds.timelines.timelines import Timelines
    from briefing.charts.words import words_of

    words = words_of(language)
    if words is None:
        pytest.skip(f"charts have no words in {language} yet")
    sentences = Timelines(Timeline((event("2007", "A"),), ("EU",))).describe("A finding", words)

    assert " ".join([sentences[0], "What is measured.", *sentences[1:]]) == told


def test_the_data_have_dates_to_the_precision_known():
    drawing = drawn(
        event("2007/2013", "Paper, long", lane=1),
        event("2022-06-29", "Study"),
        event("2022-01", "Unrest"),
        lanes=("", "EU"),
    )

    assert drawing.data == (
        "start,end,label,text,lane\r\n"
        '2007,2013,2007–2013,"Paper, long",EU\r\n'
        "2022-01,2022-01,January 2022,Unrest,\r\n"
        "2022-06-29,2022-06-29,29 June 2022,Study,\r\n"
    )


WORDS = st.text("abcdeghilmnoprstuvwyzKQWМя-/éőß", min_size=1, max_size=14)
TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
DATES = st.one_of(
    st.builds(Date, st.integers(1890, 2030)),
    st.builds(Date, st.integers(2019, 2022), st.integers(1, 12)),
    st.builds(Date, st.just(2022), st.integers(1, 3), st.integers(1, 28)),
)


@st.composite
def timelines(draw_from: st.DrawFn) -> Chart:
    lanes = tuple(draw_from(st.lists(TEXTS, min_size=1, max_size=4)))
    if draw_from(st.booleans()):
        lanes = ("",)
    events = []
    for _ in range(draw_from(st.integers(1, 24))):
        start, end = sorted((draw_from(DATES), draw_from(DATES)))
        if draw_from(st.integers(0, 2)):
            end = start
        events.append(
            Event(
                start,
                end,
                format_period(Period(start, end), "en"),
                draw_from(TEXTS),
                draw_from(st.integers(0, len(lanes) - 1)),
                draw_from(st.booleans()),
            )
        )
    return chart(Timeline(tuple(events), lanes), height=draw_from(st.integers(40, 400)))


def holds_for(one, width):
    drawing = draw(one, width=width, style=STYLE, fonts=FONTS)

    assert drawing.width == width
    assert not overlaps(drawing)
    assert not outside(drawing)
    assert drawing == draw(one, width=width, style=STYLE, fonts=FONTS)
    assert all(event.text in drawing.data.replace('""', '"') for event in one.data.events)


def many(cases: int):
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    widths = st.sampled_from([144, 170, 230, 310, 400, 482]).map(Pt)
    return settings(
        max_examples=cases, deadline=None, derandomize=True, suppress_health_check=checks
    )(given(timelines(), widths)(holds_for))


test_no_label_meets_another_or_leaves_the_drawing = many(40)
test_no_label_meets_another_in_many_more_cases = pytest.mark.slow(many(2000))
