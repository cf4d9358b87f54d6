"""Conditions that ask about what a repeat stands at: withheld is what no turn shows readers."""

import pytest

from tests.proof.test_forbid import SECRET, asked, texts
from tests.tailor.build import bullets, content, item, paragraph, reading, span, words

READINGS = (
    reading("rank", "KAZ", 3, marking="RED"),
    reading("rank", "KGZ", 900, marking="RED"),
    reading("deaths", "KAZ", 4),
    reading("deaths", "KGZ", 5, marking="RED"),
)
ONE, BOTH = "p in countries('KGZ')", "p in countries('KAZ', 'KGZ')"


@pytest.mark.parametrize(
    ("repeat", "when", "audience", "is_withheld"),
    [
        (ONE, "has('rank', p.key)", "public", True),
        (ONE, "has('rank', p)", "public", True),
        (ONE, "has('rank', place=p.key)", "public", True),
        (ONE, "has('rank', p['key'])", "public", True),
        (ONE, "figure('rank', p.key) > 500", "staff", False),
        (ONE, "figure('rank', p.key) > 5000", "public", False),
        (ONE, "has('rank', p.key)", "staff", False),
        (ONE, "has('deaths', p.key)", "public", True),
        (BOTH, "has('rank', p.key)", "public", True),
        (BOTH, "has('deaths', p.key)", "public", False),
        (BOTH, "p.iso2 == 'KA' and has('rank', p.key)", "public", True),
        (BOTH, "p.key == 'UZB' and has('rank', p.key)", "public", False),
        ("p in countries(country)", "has('rank', p.key)", "public", True),
        ("p in countries('K' ~ 'GZ')", "has('rank', p.key)", "public", True),
        ("p in ['KGZ']", "has('rank', p)", "public", True),
        ("p in ['KAZ'] + ['KGZ']", "has('rank', p)", "public", True),
        ("p in ['a', 'b']", "p == 'a' or audience.key == 'staff'", "public", False),
        ("p in ['a', 'b']", "p == 'c' or audience.key == 'staff'", "public", True),
        ("p in ['KAZ'] if audience.key == 'staff' else []", "p == 'KAZ'", "public", True),
        (
            "p in countries('KAZ') if audience.key == 'staff' else countries('UZB')",
            "p.key == 'KAZ'",
            "public",
            True,
        ),
        ("p in nothing", "has('rank', p)", "public", False),
        ("p in countries(nothing)", "has('rank', p.key)", "public", False),
    ],
)
def test_what_no_turn_shows_these_readers_is_withheld(repeat, when, audience, is_withheld):
    made = content(paragraph(SECRET, repeat=repeat, when=when), readings=READINGS)

    assert (SECRET in texts(made, audience=audience)) is is_withheld
    assert (SECRET in asked(made, audience=audience).allowed) is False or not is_withheld


def test_spans_items_and_what_stands_inside_of_a_repeat_are_judged_as_well():
    of_span = [*words("So it is. "), span(SECRET, when="has('rank', p.key)")]
    for block in (
        paragraph(of_span, repeat=ONE),
        paragraph([span(SECRET, repeat=ONE, when="has('rank', p.key)")]),
        bullets(item(paragraph(SECRET), repeat=ONE, when="has('rank', p.key)")),
    ):
        made = content(block, readings=READINGS)
        assert any(SECRET in text for text in texts(made))
        assert not any(SECRET in text for text in texts(made, audience="staff"))


def test_texts_that_an_expression_prints_in_no_turn_for_these_readers_are_withheld():
    source = "'quiet envoys' if has('rank', p.key) else 'open ministers'"
    made = content(paragraph(f"The {{{{ {source} }}}} met", repeat=ONE), readings=READINGS)

    assert texts(made).keys() & {"quiet envoys", "open ministers"} == {"quiet envoys"}
    assert "The open ministers met" in asked(made).allowed


def test_repeats_within_repeats_are_gone_through_together():
    inner = span(SECRET, repeat="q in ['rank', 'deaths']", when="has(q, p.key)")
    closed = content(paragraph([inner], repeat="p in countries('KGZ')"), readings=READINGS)
    opened = content(paragraph([inner], repeat="p in countries('KAZ')"), readings=READINGS)

    assert any(SECRET in text for text in texts(closed))
    assert not any(SECRET in text for text in texts(opened))
