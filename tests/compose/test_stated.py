"""What is said of a figure beside its source: as of when it is, and under which licence."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import manuscript as m
from briefing.model.flow import Flow
from tests.compose.flows import texts, words
from tests.compose.manuscripts import HERE, charts, composed, figure, paragraph, reading, style

OPEN = replace(reading(), as_of="2023-04-04", licence="CC BY 4.0")


def notes(flow: Flow) -> list[str]:
    return [words(note.paragraph) for note in flow.notes]


def noted(*readings, language: str = "en") -> list[str]:
    quantities = [m.Quantity("1.1%", one, HERE) for one in readings]
    return notes(composed(*map(paragraph, quantities), language=language, place=None))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Data as of 4 April 2023; CC BY 4.0."),
        ("de", "Datenstand: 4. April 2023; CC BY 4.0."),
        ("fr", "État des données\u00a0: 4 avril 2023; CC BY 4.0."),
        ("ru", "Состояние данных: 4 апреля 2023\u202fг.; CC BY 4.0."),
    ],
)
def test_a_note_says_as_of_when_its_figure_is_and_under_which_licence(language, said):
    (one,) = noted(replace(OPEN, doubt="It is old."), language=language)

    assert one.endswith(f". {said} It is old.")


def test_what_is_not_known_of_a_figure_is_not_said():
    dated, free = replace(OPEN, licence=""), replace(OPEN, as_of="")

    assert noted(dated) == ["1 A. Kurç, ‘Arms and allies’, 2020. Data as of 4 April 2023."]
    assert noted(free) == ["1 A. Kurç, ‘Arms and allies’, 2020. Data under CC BY 4.0."]
    assert noted(reading()) == ["1 A. Kurç, ‘Arms and allies’, 2020."]


def test_a_year_that_ends_with_a_stop_has_no_second_one():
    (one,) = noted(replace(OPEN, as_of="2022-06", licence=""), language="ru")

    assert one.endswith("Состояние данных: июнь 2022\u202fг.")


def test_a_figure_of_several_readings_says_each_thing_once():
    quantity = m.Quantity("first", OPEN, HERE, (OPEN, replace(OPEN, as_of="2022")))

    assert notes(composed(paragraph(quantity))) == [
        "1 A. Kurç, ‘Arms and allies’, 2020. Data as of 4 April 2023; CC BY 4.0. "
        "Data as of 2022; CC BY 4.0."
    ]


def test_the_sources_of_a_chart_say_it_once():
    several = (OPEN, replace(OPEN, place="KGZ", doubt="It is old."), replace(OPEN, as_of=""))
    house = style()
    flow = composed(
        figure("arms", "Arms", readings=several), house=house, **charts(house, arms="full")
    )

    assert (
        "Source: A. Kurç, ‘Arms and allies’, 2020. Data as of 4 April 2023; CC BY 4.0. "
        "Data under CC BY 4.0. It is old."
    ) in texts(flow.items)
