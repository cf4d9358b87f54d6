"""How well a fixed text is set: the bounds that a change of the rules must keep."""

import subprocess
import sys
from itertools import pairwise

import pytest

from briefing.text.lines import break_lines, line_statistics
from tests.text.samples import CORPUS, FONTS, NAMES, paragraph, rows, run, text_of

PARAGRAPHS = CORPUS.split("\n\n")
NOTED = NAMES.split("\n\n")


def set_corpus(measure: float, align="justify", texts=PARAGRAPHS):
    style = paragraph(align)
    return [break_lines([run(text)], style, measure, FONTS) for text in texts]


@pytest.mark.parametrize("texts", [PARAGRAPHS, NOTED], ids=["corpus", "names"])
@pytest.mark.parametrize(
    ("measure", "over_half", "over_twice", "over_thrice", "hyphenated"),
    [(375.0, 0.03, 0.0, 0.0, 0.18), (225.0, 0.25, 0.05, 0.005, 0.30)],
)
def test_word_spaces_are_even(texts, measure, over_half, over_twice, over_thrice, hyphenated):
    paragraphs = set_corpus(measure, texts=texts)
    found = line_statistics(line for lines in paragraphs for line in lines)

    assert found.over_half <= over_half, found
    assert found.over_twice <= over_twice, found
    assert found.over_thrice <= over_thrice, found
    assert found.hyphenated <= hyphenated, found
    assert found.tightest >= 0.8


@pytest.mark.parametrize("texts", [PARAGRAPHS, NOTED], ids=["corpus", "names"])
def test_narrow_text_is_ragged_and_its_lines_are_not_short(texts):
    paragraphs = set_corpus(160.0, texts=texts)
    lines = [line for lines in paragraphs for line in lines[:-1]]
    short = [(160 - line.width) / 160 for line in lines]

    assert {line.ratio for line in lines} == {1.0}
    assert sum(short) / len(short) < 0.1
    assert sum(white > 0.3 for white in short) < 0.01 * len(short)


def test_no_words_are_lost():
    for measure in (375.0, 225.0, 120.0):
        for texts in (PARAGRAPHS, NOTED):
            assert [text_of(lines) for lines in set_corpus(measure, texts=texts)] == texts


def test_hyphens_seldom_follow_each_other_or_end_the_line_before_the_last():
    paragraphs = set_corpus(375.0)
    lines = sum(map(len, paragraphs))
    pairs = [pair for rows in paragraphs for pair in pairwise(rows)]

    assert sum(one.hyphenated and two.hyphenated for one, two in pairs) < 0.03 * lines
    assert sum(rows[-2].hyphenated for rows in paragraphs) < 0.2 * len(paragraphs)


def test_last_lines_are_at_least_a_word_long():
    lasts = [rows(lines)[-1] for lines in set_corpus(375.0)]

    assert sum(len(last) < 6 for last in lasts) <= 1


def test_ragged_lines_are_seldom_hyphenated():
    paragraphs = set_corpus(375.0, "left")
    short = [(375 - line.width) / 375 for lines in paragraphs for line in lines[:-1]]

    assert sum(line.hyphenated for lines in paragraphs for line in lines) <= 4
    assert max(short) < 0.2
    assert sum(short) / len(short) < 0.06


def test_lines_are_the_same_in_any_process():
    script = (
        "from tests.text.test_line_quality import set_corpus;"
        "import hashlib; text = repr([set_corpus(225.0), set_corpus(300.0, 'left')]);"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "LANG": language},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed, language in (("1", "C"), ("2", "tr_TR.UTF-8"))
    }

    assert len(sums) == 1
