"""The study of the example project, and the sheets of two pages, each taken whole."""

import io
import re

import pikepdf
import pytest

from briefing.model.page import Page, PlacedLine
from briefing.pipeline import Fitted
from briefing.project import Project
from tests import papers
from tests.layout.invariants import broken, buried, lonely, white_above_notes
from tests.test_briefs import ROOT

FORCED = ("h1", "h2", "h3", "table", "figure", "drawing", "cover")
"""Roles with which a page may begin that leave white on the page before."""


@pytest.fixture(scope="module")
def project() -> Project:
    return papers.opened(ROOT)


@pytest.fixture(scope="module")
def study(project) -> Fitted:
    brief = project.brief("study")
    return papers.fitted(brief)


def lines(page: Page) -> list[tuple[str, str]]:
    """Role and words of each line."""
    return [
        (item.role, "".join(run.text for run in item.runs))
        for item in page.items
        if isinstance(item, PlacedLine)
    ]


def test_the_study_is_set_without_a_fault(study):
    assert broken(study.flow, study.pages) == []
    assert lonely(study.flow, study.pages) == []
    assert buried(study.pages) == []
    assert 44 <= len(study.pages.pages) <= 56
    assert len(study.flow.notes) >= 140


def test_no_page_has_more_than_three_blank_lines_above_its_notes_unless_it_must(study):
    line = study.flow.style.paragraphs["body"].leading

    assert [
        (number, round(white / line, 1), after)
        for number, white, after in white_above_notes(study.flow, study.pages)
        if white > 3 * line and after and not after.startswith(FORCED)
    ] == []


def test_it_has_eighteen_recommendations_that_run_on(study):
    labels = [
        item.label[0].text
        for item in _paragraphs(study.flow.items)
        if item.label and item.label[0].text.rstrip(".").isdigit()
    ]

    assert [label for label in labels if labels.index(label) >= 0][-18:] == [
        f"{n}." for n in range(1, 19)
    ]


def test_its_lettered_list_goes_on_after_a_paragraph_and_a_quotation(study):
    labels = [
        item.label[0].text
        for item in _paragraphs(study.flow.items)
        if item.label and re.fullmatch("[a-z][.]", item.label[0].text)
    ]

    assert labels == [f"{letter}." for letter in "abcdefghijklmn"]


def test_the_contents_name_the_page_of_every_chapter(study):
    pages = {page.label: page for page in study.pages.pages}
    entries = re.findall(
        r"([^.\n]+?) ?(?:\. ?)+(\d+)$",
        "\n".join(
            words for page in study.pages.pages[:5] for role, words in lines(page)
            if role == "contents-1"
        ),
        flags=re.MULTILINE,
    )  # fmt: skip

    assert len(entries) >= 8
    for title, label in entries:
        heads = " ".join(
            words for role, words in lines(pages[label]) if role in ("h1", "contents-title")
        )
        assert title.strip() in heads


def test_pictures_are_credited_by_the_page_on_which_they_stand(study):
    drawn = {
        item.drawing.id: page.label or "Cover"
        for page in study.pages.pages
        for item in page.items
        if hasattr(item, "drawing")
    }
    credits = [
        words for page in study.pages.pages for role, words in lines(page)
        if re.match(r"(Cover|Page)\b", words) and role != "running-foot"
    ]  # fmt: skip

    assert any(words.startswith("Cover") for words in credits)
    for name in ("route", "portrait"):
        assert any(words.startswith(f"Page {drawn[name]}") for words in credits)


def test_the_file_labels_its_pages_as_they_are_printed(project):
    with pikepdf.open(io.BytesIO(papers.file(project.brief("study")))) as pdf:
        labels = [page.label for page in pdf.pages]

    assert labels[:7] == ["", "", "", "ii", "iii", "iv", "1"]
    assert labels[-2] == str(len(labels) - 7)


def test_the_file_with_its_whole_structure_is_at_most_400_kb(project):
    assert len(papers.file(project.brief("study"))) <= 400_000


@pytest.mark.parametrize("country", ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
def test_a_sheet_for_parliament_has_exactly_two_pages(project, country):
    brief = project.brief("at-a-glance", country=country)
    sheet = papers.fitted(brief)

    assert len(sheet.pages.pages) == 2
    assert broken(sheet.flow, sheet.pages) == []
    assert sheet.pages.style.paragraphs["body"].text.size >= 8
    assert all(any(role == "h1" for role, _ in lines(page)) for page in sheet.pages.pages)


def _paragraphs(items):
    for item in items:
        if hasattr(item, "runs"):
            yield item
        else:
            yield from _paragraphs(getattr(item, "items", ()))
