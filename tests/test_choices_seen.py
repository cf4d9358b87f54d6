"""Where its sources differ, the example project has chosen, and its readers see what and why."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from tests import papers
from tests.test_briefs import ROOT

ARMS = (
    "The range is unexplained. Other figures: nearly 20% (Aminjonov, ‘China’s Security and "
    "Military Cooperation’, p. 7 (note 1)); up to 20% (Constantin Knuhr and Janne Leino, "
    "‘China’s and Russia’s Security Engagement in Central Asia – Suggestions for a European "
    "Response’, Event report, Konrad-Adenauer-Stiftung, Multinational Development Policy "
    "Dialogue, 2022, p. 2). The others do not say of which years they are, and the last is of "
    "some countries alone."
)
EXERCISES = (
    "The Soufan Center, ‘China’s Counterterrorism Inroads’ (note #). Other figures: at least 26 "
    "exercises (Temur Umarov, ‘На пути к Pax Sinica: что несет Центральной Азии экспансия Китая’, "
    "Carnegie Moscow Center, 25 March 2020). Sixteen with Kazakhstan since 2002 and ten with "
    "Kyrgyzstan up to 2016, added up. The lower count may be of multilateral exercises only."
)
BUDGET = (
    "GlobalFirePower, ‘2022 Kazakhstan Military Strength’, 2022; Aminjonov, ‘China’s Security and "
    "Military Cooperation’ (note 1). At the share of output that is given for Uzbekistan, its "
    "economy would be several times as large as it is."
)
PRINTED = {
    "arms-share-china": ("reached 16–18%# in the years from 2015 to 2019", ARMS),
    "exercises-joint": ("a count of 10 exercises# in the region", EXERCISES),
    "defence-budget": ("among them US$15 billion# for Uzbekistan", BUDGET),
}


@pytest.fixture(scope="module")
def pages() -> list[str]:
    """The words of each page of the finished study, as another reader of PDF finds them."""
    document = pypdfium2.PdfDocument(papers.file(papers.opened(ROOT).brief("study")))
    texts = [page.get_textpage().get_text_range() for page in document]
    return [" ".join(text.replace("\u200b", "").replace("\ufffe", "").split()) for text in texts]


def printed(page: str, words: str) -> bool:
    """Whether a page has words, however lines break; the sign # stands for a number."""
    wanted = re.escape(_close(words)).replace(r"\#", r"\d+")
    return re.search(wanted, _close(page)) is not None


def _close(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


def test_every_recorded_choice_is_among_those_that_are_looked_for():
    content = papers.opened(ROOT).content

    chosen = [
        reading.indicator
        for by_place in content.readings.values()
        for several in by_place.values()
        for reading in several
        if reading.choice is not None
    ]
    assert sorted(chosen) == sorted(PRINTED)


@pytest.mark.parametrize("indicator", PRINTED)
def test_the_note_on_the_page_of_a_figure_says_what_the_others_give_and_why_it_was_taken(
    pages, indicator
):
    figure, note = PRINTED[indicator]

    (page,) = [page for page in pages if printed(page, figure)]
    assert printed(page, note)
