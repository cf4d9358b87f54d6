"""How the columns of a table share its width."""

from itertools import pairwise

import pytest

from briefing.errors import Location
from briefing.layout.paragraphs import Setter
from briefing.layout.strip import Setting, Strip
from briefing.layout.widths import measure_columns
from tests.layout.flows import TABLE, Writer

PADDING = 2 * TABLE.padding_x
LETTER = 4.0  # points, of the cells' type in the monospaced face


@pytest.fixture
def widths(monospace):
    """Widths of the columns of a table of these rows, padding taken off."""

    def measure(*rows: tuple[str, ...], width: float = 260.0) -> list[float]:
        writer = Writer()
        setting = Setting(
            Setter(writer.style, monospace), writer.style.paper, 260.0, Location("x.md", 1), []
        )
        table = writer.table(None, *(writer.row(*row) for row in rows))
        found = measure_columns(Strip(setting, 0.0, width), table)
        assert setting.problems == []
        assert found.edges[-1] == pytest.approx(width)
        return [right - left - PADDING for left, right in pairwise(found.edges)]

    return measure


def test_columns_with_room_to_spare_grow_by_what_they_hold(widths):
    one, three = widths(("word", "wordwordword"))

    assert three == pytest.approx(3 * one, rel=0.001)


def test_columns_without_room_keep_their_longest_word_and_share_the_rest(widths):
    short, long = widths(("word", "word " * 40))

    assert short >= 4 * LETTER
    assert long == pytest.approx(260 - 2 * PADDING - short)
    assert short == pytest.approx(4 * LETTER, abs=0.1)


def test_words_are_hyphenated_only_where_a_column_is_too_tight(widths):
    first, second = widths(
        ("administration administration", "administration administration"), width=110.0
    )

    assert first == pytest.approx(second)
    assert first < len("administration") * LETTER


def test_an_address_may_be_divided(widths):
    one, address = widths(("word", "https://example.org/a/long/path/to/something"), width=110.0)

    assert one >= 4 * LETTER
    assert address < len("https://example.org/a/long/path/to/something") * LETTER
