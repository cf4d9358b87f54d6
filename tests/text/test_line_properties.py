"""What holds of every text: nothing lost, nothing over the edge, the same every time."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.text import lines as module
from briefing.text.lines import break_lines
from tests.text.samples import (
    BOLD,
    FONTS,
    SANS,
    SERIF,
    SUPERIOR,
    drawn_width,
    paragraph,
    run,
    text_of,
)

LETTERS = "abcdefghijklmnoprstuvwyzABCDEW.,;fi-–—/'’\u00ad\u200b\u00a0\u202f ёжқөα1290&?=%"
WORDS = st.one_of(
    st.sampled_from(
        [
            "infrastructure",
            "responsibilities",
            "decision-making",
            "https://example.org/a/b-c?d=e&f=g",
            "сотрудничество",
            "the",
            "of",
            "10\u00a0km",
            "Qaza\u0301qstan",
            "—",
            "–",
            "x" * 90,
        ]
    ),
    st.text(LETTERS, max_size=12),
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)
LOOKS = st.sampled_from([SERIF, BOLD, SANS, SUPERIOR])


@st.composite
def run_lists(draw):
    runs = []
    for leaf in range(draw(st.integers(1, 4))):
        text, style = draw(TEXTS), draw(LOOKS)
        if draw(st.booleans()):
            text += draw(st.sampled_from([" ", "\n", ""]))
        runs.append(run(text, style, leaf=leaf // 2))
        if draw(st.booleans()):
            runs.append(run(str(leaf), SUPERIOR, leaf=10 + leaf, note=leaf))
    return runs


STYLES = st.builds(
    lambda align, hyphenate, indent: paragraph(align, hyphenate=hyphenate, indent=indent),
    st.sampled_from(["justify", "left", "right", "centre"]),
    st.booleans(),
    st.sampled_from([0.0, 14.0, -6.0]),
)
MEASURES = st.floats(40, 420, allow_nan=False)


def wanted(runs) -> str:
    """The text that a reader should find."""
    text = "".join(run.text for run in runs)
    text = re.sub("[\u00ad\u200b]", "", text.replace("\n", " "))
    return re.sub(" +", " ", text.replace("\u00a0", " ")).strip(" ")


def check(runs, style, measure) -> None:
    module._set.cache_clear()
    lines = break_lines(runs, style, measure, FONTS)
    found = re.sub(" +", " ", text_of(lines)).strip(" ")

    assert found == wanted(runs) or (not found and wanted(runs).isspace())
    assert [note for line in lines for note in line.notes] == [
        run.note for run in runs if run.note is not None
    ]
    for number, line in enumerate(lines):
        room = measure - (style.first_indent if not number else 0.0)
        assert line.width <= room + 1e-6
        x = line.runs[0].x if line.runs else 0.0
        for placed in line.runs:
            assert placed.x == pytest.approx(x, abs=1e-6)
            assert placed.width == pytest.approx(drawn_width(placed), abs=1e-6)
            x += placed.width
    module._set.cache_clear()
    assert break_lines(runs, style, measure, FONTS) == lines


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(runs=run_lists(), style=STYLES, measure=MEASURES)
def test_nothing_is_lost_or_too_wide_and_all_is_repeatable(runs, style, measure):
    check(runs, style, measure)


@pytest.mark.slow
@settings(max_examples=4000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(runs=run_lists(), style=STYLES, measure=MEASURES)
def test_nothing_is_lost_or_too_wide_and_all_is_repeatable_at_length(runs, style, measure):
    check(runs, style, measure)


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_character_is_shaped_to_its_own_text(text):
    for word in text.split():
        shaped = FONTS.word(word, SERIF)
        told = "".join(text for part in shaped.parts for _, text in part.glyphs)

        assert set(told) <= set(word)
        assert shaped.letters == sum(len(part.glyphs) for part in shaped.parts)
