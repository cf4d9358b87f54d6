"""How alike two colours look, and to whom."""

import pytest

from briefing.load.styles.colour_vision import least_difference


@pytest.mark.parametrize(
    ("one", "other", "apart", "seen"),
    [
        ("#000000", "#ffffff", 100, "in full colour"),
        ("#801650", "#3d3d3d", 6, "with deuteranopia"),
        ("#8e63b8", "#6d6d6d", 15, "with tritanopia"),
        ("#123456", "#123456", 0, "in full colour"),
    ],
)
def test_two_colours_are_as_far_apart_as_those_see_who_see_least(one, other, apart, seen):
    difference, found = least_difference(one, other)

    assert round(difference) == apart
    assert found == seen or apart in (0, 100)


def test_it_does_not_matter_which_of_two_colours_comes_first():
    assert least_difference("#b3402a", "#9a6410") == least_difference("#9a6410", "#b3402a")
