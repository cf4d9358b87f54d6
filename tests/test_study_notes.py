"""The notes of the study say what a list says that was checked by hand, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.model.flow import Flow
from tests import papers
from tests.compose.flows import words
from tests.test_briefs import ROOT

Works = dict[str, dict[str, Any]]

_CITES = re.compile(r"\(note \d|https?:|, \d{4}\b|[‘“][A-Z][^’]*’,")
"""What a note has where it names a work."""


@pytest.fixture(scope="module")
def flow() -> Flow:
    brief = papers.opened(ROOT).brief("study")
    return papers.fitted(brief).flow


@pytest.fixture(scope="module")
def works() -> Works:
    found: Works = yaml.safe_load((Path(__file__).parent / "study_notes.yaml").read_text("utf-8"))
    return found


def texts(flow: Flow) -> list[str]:
    return [words(note.paragraph).replace("\u00a0", " ").split(" ", 1)[1] for note in flow.notes]


def first_of(work: dict[str, Any], notes: list[str]) -> int:
    """The number of the note that gives a work in full; 0 where none does."""
    return next((at for at, note in enumerate(notes, 1) if work["first"] in note), 0)


def forms(works: Works, notes: list[str]) -> Iterator[str]:
    for work in works.values():
        yield work["first"]
        number = first_of(work, notes)
        yield from [short.replace("#", str(number)) for short in work.get("later", ())]


def test_every_work_is_named_in_full_once_as_the_list_has_it(flow, works):
    notes = texts(flow)

    said = "\n".join(notes)
    counts = {
        key: len(re.findall(rf"{re.escape(work['first'])}(?! \(note)", said))
        for key, work in works.items()
    }
    assert [key for key, count in counts.items() if count != 1] == []
    numbers = [first_of(work, notes) for work in works.values()]
    assert numbers == sorted(numbers)


def test_every_short_form_of_the_list_is_printed_with_the_number_of_the_first_note(flow, works):
    notes = texts(flow)

    assert [form for form in forms(works, notes) if not any(form in note for note in notes)] == []


def test_no_note_names_a_work_otherwise(flow, works):
    notes = texts(flow)
    listed = sorted(forms(works, notes), key=len, reverse=True)
    left = []
    for note in notes:
        for form in listed:
            note = note.replace(form, "")
        left.append(note)

    assert [note for note in left if _CITES.search(note)] == []


def test_every_address_of_the_list_is_where_the_first_note_leads(flow, works):
    notes = texts(flow)
    missing = []
    for key, work in works.items():
        runs = flow.notes[first_of(work, notes) - 1].paragraph.runs
        targets = {flow.links[run.link].target for run in runs if run.link is not None}
        if "address" in work and work["address"] not in targets:
            missing.append(key)

    assert missing == []
    assert len([work for work in works.values() if "address" in work]) == 95


def test_the_works_of_the_list_are_those_of_the_study(works):
    content = papers.opened(ROOT).content

    assert set(content.sources) == set(works)
