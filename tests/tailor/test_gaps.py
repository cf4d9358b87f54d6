"""What is left of a sentence reads as if nothing had been there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.model.manuscript import Emphasis, Footnote, Inline, LineBreak, Strong, Text
from briefing.tailor.words.gaps import CAPITAL_GAP, GAP, begins_small, close_gaps
from briefing.tailor.words.inlines import plain_text
from tests.tailor.build import at

TINY = Path(__file__).parents[1] / "cases" / "_project"


def texts(line: str, column: int = 1) -> list[Inline]:
    """A line with "#" wherever words were left out."""
    out: list[Inline] = []
    for number, part in enumerate(line.split("#")):
        out += [GAP] if number else []
        if part:
            out.append(Text(part, at(1, column)))
        column += len(part) + 1
    return out


def closed(line: str, language: str = "en") -> str:
    left = close_gaps(texts(line), language)
    assert all(isinstance(child, Text) for child in left)
    return "".join(child.text for child in left if isinstance(child, Text))


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("They lease # a site.", "They lease a site."),
        ("They lease a site #.", "They lease a site."),
        ("They lease a site #, and guard it.", "They lease a site, and guard it."),
        ("They lease, #, a site.", "They lease, a site."),
        ("They lease a site, #.", "They lease a site."),
        ("They lease a site (#).", "They lease a site."),
        ("They lease a site (#, leased).", "They lease a site (leased)."),
        ("They lease a site (leased, #).", "They lease a site (leased)."),
        ("They lease a site (# #) of old.", "They lease a site of old."),
        ("They lease a “#” site.", "They lease a site."),
        ("They lease – # – a site.", "They lease – a site."),
        ("They lease a site – #.", "They lease a site."),
        ("They lease a site: #.", "They lease a site."),
        ("They lease a site: #", "They lease a site:"),
        ("#, they lease a site.", "they lease a site."),
        ("All know it. #, they lease.", "All know it. they lease."),
        ("All know it. # They lease.", "All know it. They lease."),
        ("They #, # and # lease.", "They, and lease."),
        ("They lease; #; # and guard.", "They lease; and guard."),
        ("pre#fix", "prefix"),
        ("Two  blanks , elsewhere ( ) stay #.", "Two  blanks , elsewhere ( ) stay."),
        ("#", ""),
        ("(#)", ""),
    ],
)
def test_blanks_and_marks_go_with_the_words_that_they_stood_around(line, left):
    assert closed(line) == left


def test_french_keeps_the_blank_before_some_marks():
    assert closed("Ils louent un site # ; ils le gardent.", "fr") == (
        "Ils louent un site ; ils le gardent."
    )
    assert closed("Ils louent un site #, et le gardent.", "fr-CH") == (
        "Ils louent un site, et le gardent."
    )


def test_stressed_words_and_notes_are_looked_into():
    line: list[Inline] = [
        Text("They ", at(1, 1)),
        Strong((Text("lease, ", at(1, 8)), GAP)),
        GAP,
        Emphasis((Text(" , a site ", at(1, 30)),)),
        Footnote((Text("So says ", at(1, 50)), GAP, Text(".", at(1, 70))), at(1, 48)),
        Text(".", at(1, 80)),
    ]

    assert close_gaps(line, "en") == [
        Text("They ", at(1, 1)),
        Strong((Text("lease, ", at(1, 8)),)),
        Emphasis((Text("a site ", at(1, 33)),)),
        Footnote((Text("So says", at(1, 50)), Text(".", at(1, 70))), at(1, 48)),
        Text(".", at(1, 80)),
    ]


def test_a_new_line_is_kept_rather_than_a_blank():
    line: list[Inline] = [Text("One ", at(1, 1)), GAP, LineBreak(), *texts(" two", 20)]

    assert close_gaps(line, "en") == [Text("One", at(1, 1)), LineBreak(), Text("two", at(1, 21))]


@given(st.lists(st.sampled_from([*"ab ,.;:!?()“”–«»", " ", "#", "#"])))
def test_no_word_is_lost_and_nothing_changes_without_a_gap(signs):
    line = "".join(signs)
    left = close_gaps(texts(line), "en")

    assert [c for c in plain_text(left) if c.isalpha()] == [c for c in line if c.isalpha()]
    assert "\0" not in plain_text(left)
    if "#" not in line:
        assert left == texts(line)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("^they lease.", 2),
        (" ^, they lease.", 5),
        ("All know it. ^they lease.", 15),
        ("All know it.” ^ “they lease.", 18),
        ("^They lease.", None),
        ("#they lease.", None),
        ("They ^lease.", None),
        ("Dr. ^lease", None),
        ("Some, approx. ^lease", None),
        ("It has 5.^5 sites", None),
        ("All know it. ^5 sites", None),
        ("All know it. ^", None),
    ],
)
def test_sentences_that_lose_their_first_words_begin_small(line, column):
    inlines: list[Inline] = []
    for at_, part in enumerate(re.split("([#^])", line)):
        before = sum(map(len, re.split("([#^])", line)[:at_]))
        sign = {"#": GAP, "^": CAPITAL_GAP}.get(part)
        inlines += [sign] if sign else [Text(part, at(1, before + 1))] if part else []

    assert [where.column for where in begins_small(inlines)] == ([column] if column else [])


def test_check_tells_of_sentences_that_begin_small(tmp_path):
    root = tmp_path / "project"
    shutil.copytree(TINY, root)
    (root / "content/sections/water.md").write_text(
        "---\ntitle: Water\n---\n\n[Officially,]{marking=AMBER} they deny it [@kim-2020, p. 4].\n\n"
        "They [know]{marking=AMBER} all.^[[Ozanne]{marking=AMBER} says so.]\n",
        "utf-8",
    )

    problems = briefing.open(root).check()

    assert [str(problem) for problem in problems] == [
        f"content/sections/water.md:{place}: warning: a sentence begins here, with a small letter, "
        "in what is left for audience 'public'\n"
        "  hint: let its first words be of one condition, and word it anew for these readers"
        for place in ("5:30", "7:58")
    ]
