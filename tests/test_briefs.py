"""The briefs of the example project, each taken whole: notes, pages, structure, words, bytes."""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefing.project import Brief, Project
from tests.layout.invariants import broken, lonely
from tests.papers import fitted, opened, pages, text

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def project() -> Project:
    return opened(ROOT)


def all_briefs() -> Iterator[Brief]:
    yield from opened(ROOT).briefs(documents=["country-brief"])


def named(brief: Brief) -> str:
    return brief.name


BRIEFS = list(all_briefs())


def test_there_are_fifteen_country_briefs():
    places = {brief.request.place for brief in BRIEFS}
    audiences = {brief.request.audience for brief in BRIEFS}

    assert len(BRIEFS) == 15
    assert places == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
    assert audiences == {"public", "parliament", "eu-institutions"}


@pytest.mark.parametrize("brief", BRIEFS, ids=named)
def test_every_page_is_sound_and_every_note_starts_on_the_page_of_its_marker(brief):
    whole = fitted(brief)

    assert broken(whole.flow, whole.pages) == []
    assert lonely(whole.flow, whole.pages) == []
    assert 2 <= len(whole.pages.pages) <= 4


@pytest.mark.parametrize("brief", BRIEFS, ids=named)
def test_the_file_says_what_it_is_and_can_be_read(brief):
    data = brief.pdf()
    place = brief.content.places[brief.request.place].names["en"]

    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo["/Title"]).startswith(place)
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[:2] == ["Key messages", "Key facts"]
    assert len(titles) >= 6
    document = pypdfium2.PdfDocument(data)
    texts = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    document.close()
    assert all(len(text) > 400 for text in texts)
    assert place in texts[0]


def test_audiences_differ_in_what_they_get_not_only_in_a_label(project):
    texts = {
        key: set(text(project.brief("country-brief", country="KAZ", audience=key)).splitlines())
        for key in ("public", "parliament", "eu-institutions")
    }

    for one in texts:
        others = set().union(*(texts[other] for other in texts if other != one))
        assert len(texts[one] - others) >= 12


def test_headline_figures_and_charts_are_each_countrys_own(project):
    drawn = {}
    for brief in project.briefs(documents=["country-brief"], audiences=["public"]):
        pictures = [item.drawing for page in pages(brief).pages
                    for item in page.items if hasattr(item, "drawing")]  # fmt: skip
        drawn[brief.request.place] = [picture.alt for picture in pictures]
        name = brief.content.places[brief.request.place].names["en"]
        assert any(name in picture.alt for picture in pictures)

    assert len({tuple(alts) for alts in drawn.values()}) == 5


def test_no_brief_needs_matplotlib():
    script = (
        "import sys, briefing\n"
        f"project = briefing.open({str(ROOT)!r})\n"
        "project.brief('country-brief', country='KAZ', audience='public').pdf()\n"
        "print('matplotlib' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True, cwd=ROOT
    )

    assert run.stdout == "False\n"
