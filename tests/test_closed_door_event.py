"""The example of a talk behind closed doors: the public file names nobody who is off the record."""

import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

import briefing
from briefing.errors import ProofError
from briefing.project import Project
from tests import papers

ROOT = Path(__file__).parents[1] / "examples" / "closed-door-event"


@pytest.fixture(scope="module")
def project() -> Project:
    return papers.opened(ROOT)


def words_in(pdf: bytes) -> str:
    """All that is printed and all that strings of the file say, in small letters."""
    printed = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    with pikepdf.open(BytesIO(pdf)) as file:
        said = [str(each) for one in file.objects for each in _strings(one)]
    return " ".join(" ".join((*printed, *said)).split()).casefold()


def _strings(one):
    if isinstance(one, pikepdf.String):
        yield one
        return
    within = ()
    if isinstance(one, pikepdf.Array):
        within = list(one)
    elif isinstance(one, pikepdf.Dictionary):
        within = list(one.values())
    for each in within:
        if isinstance(each, pikepdf.Object) and not each.is_indirect:
            yield from _strings(each)


def test_the_public_file_names_nobody_off_the_record(project):
    words = words_in(project.brief("handout-public", audience="public").pdf())
    people = project.content.people.values()
    off = [person for person in people if not person.on_record]

    assert len(off) == 12
    for person in off:
        assert person.name.split()[-1].casefold() not in words
        assert person.affiliation.casefold() not in words
    assert all(person.name.casefold() in words for person in people if person.on_record)


def test_those_who_took_part_get_all_names(project):
    words = words_in(project.brief("handout-participants", audience="participants").pdf())

    assert all(person.name.casefold() in words for person in project.content.people.values())


def test_both_handouts_fill_one_sheet(project):
    briefs = list(project.briefs())

    assert [len(papers.pages(brief).pages) for brief in briefs] == [2, 2]


def test_a_name_typed_by_hand_stops_the_public_file(tmp_path):
    root = shutil.copytree(ROOT, tmp_path / "copy")
    section = root / "content" / "sections" / "talk.md"
    section.write_text(section.read_text("utf-8") + "\nQuillon nodded.\n", "utf-8")
    copied = briefing.open(root)

    with pytest.raises(ProofError) as caught:
        copied.brief("handout-public", audience="public").pdf()
    assert "quillon" not in str(caught.value).casefold()
