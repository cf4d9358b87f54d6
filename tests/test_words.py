"""What one hears of a file is what its authors wrote, word for word.

Two ways: the whole tree beside the flow that it was made of, for every document; and every block
beside the authors' own files, read by `tests.words.authors`, for the study.
"""

import io
from collections.abc import Sequence

import pikepdf
import pytest

from briefing.audit import audit_file
from tests import papers
from tests.pdf.reader import read
from tests.test_briefs import ROOT
from tests.words.authors import Authors
from tests.words.compare import difference, expected
from tests.words.flows import differences, tree_of
from tests.words.heard import Heard, hear, in_turn
from tests.words.parts import Block

PROJECT = papers.opened(ROOT)
GALLERY = papers.opened(ROOT / "examples" / "gallery")
FEW = [PROJECT.brief("study"), PROJECT.brief("country-brief", country="KAZ", audience="public")]
ALL = [*PROJECT.briefs(), *GALLERY.briefs()]


@pytest.fixture(scope="module")
def wanted() -> list[Block]:
    return expected(Authors(ROOT / "content"), "study")


@pytest.fixture(scope="module")
def study() -> bytes:
    return papers.file(PROJECT.brief("study"))


@pytest.fixture(scope="module")
def heard(study) -> list[Heard]:
    return hear(study)


def test_the_study_says_what_its_authors_wrote_word_for_word(wanted, heard):
    assert difference(wanted, heard) == ""
    assert sum(len(one.text.split()) for one in heard) > 18_000


def test_an_audit_tells_the_same_words_in_the_same_order(study, heard, tmp_path):
    (tmp_path / "study.pdf").write_bytes(study)
    told = audit_file(tmp_path / "study.pdf").text

    assert list(in_turn(heard)) == [passage.text for passage in told]


@pytest.mark.parametrize("brief", FEW, ids=lambda brief: brief.name)
def test_every_element_says_what_the_flow_says(brief):
    _says_what_its_flow_says(brief)


@pytest.mark.slow
@pytest.mark.parametrize("brief", ALL, ids=lambda brief: brief.name)
def test_every_element_of_every_document_says_what_the_flow_says(brief):
    _says_what_its_flow_says(brief)


def _says_what_its_flow_says(brief):
    flow = papers.fitted(brief).flow

    assert list(differences(tree_of(flow), read(brief.pdf()).tree)) == []


# --- a comparison that passes everything would be none ------------------------------------------


def kinds(heard: Sequence[Heard]) -> dict[str, int]:
    """The place of a long block of each kind."""
    return {one.kind: at for at, one in enumerate(heard) if len(one.text.split()) > 3}


def spoiled(heard: Sequence[Heard], at: int, text: str) -> list[Heard]:
    return [*heard[:at], heard[at]._replace(text=text), *heard[at + 1 :]]


def test_a_word_that_is_dropped_doubled_or_joined_to_the_next_is_found(wanted, heard):
    plain = [at for at, one in enumerate(heard) if one.kind not in {"Note", "Figure"}]
    for at in plain[3::29]:
        words = heard[at].text.split()
        where = len(words) // 2
        dropped = [*words[:where], *words[where + 1 :]]
        doubled = [*words[:where], words[where], *words[where:]]
        joined = [*words[:where], "".join(words[where : where + 2]), *words[where + 2 :]]
        for one in [dropped, doubled, *([joined] if len(words) > where + 1 else [])]:
            assert difference(wanted, spoiled(heard, at, " ".join(one)))


def test_blocks_that_change_places_are_found(wanted, heard):
    for at in range(2, len(heard) - 1, 29):
        if heard[at][:2] != heard[at + 1][:2]:
            assert difference(wanted, [*heard[:at], heard[at + 1], heard[at], *heard[at + 2 :]])


def test_a_block_that_is_lost_or_heard_twice_is_found(wanted, heard):
    for at in range(5, len(heard), 29):
        assert difference(wanted, [*heard[:at], *heard[at + 1 :]])
        assert difference(wanted, [*heard[: at + 1], *heard[at:]])
    assert difference(wanted, heard[:-1])


def test_a_block_of_another_kind_is_found(wanted, heard):
    for kind, at in kinds(heard).items():
        other = heard[at]._replace(kind="P" if kind != "P" else "H4")
        assert difference(wanted, [*heard[:at], other, *heard[at + 1 :]])


@pytest.mark.parametrize(
    ("start", "there", "instead"),
    [
        ("Executive summary ", " 1", " 2"),
        ("Figure 1. ", " 9", " 8"),
        ("2 Aminjonov", "28", "29"),
        ("2 Aminjonov", "Aminjonov", "Young"),
        ("7 Reid Standish", "The range is unexplained", "The range"),
        ("sells arms", "16–18%", "16–19%"),
        ("For a long time", "⟨2⟩", "⟨3⟩"),
        ("For a long time", ".⟨2⟩", "⟨2⟩."),
        ("For a long time", "⟨2⟩ But", "⟨2⟩But"),
        ("China’s Belt", "(BRI)", ""),
        ("c ‘Turkmenistan", "all seven figures", "seven figures"),
        ("c ‘Turkmenistan", "c ", "d "),
        ("1.1 (2019)", "2019", "2018"),
    ],
)
def test_what_a_screen_reader_would_tell_wrongly_is_found(wanted, heard, start, there, instead):
    at = next(at for at, one in enumerate(heard) if one.text.startswith(start))

    assert there in heard[at].text
    assert difference(wanted, spoiled(heard, at, heard[at].text.replace(there, instead)))


def reversed_kids(paragraph):
    paragraph.K = pikepdf.Array(reversed(list(paragraph.K)))


def without_its_last_kid(paragraph):
    del paragraph.K[len(paragraph.K) - 1]


def with_a_kid_twice(paragraph):
    paragraph.K.append(paragraph.K[0])


def without_a_note(paragraph):
    paragraph.K = pikepdf.Array([kid for kid in paragraph.K if not _is(kid, "/Note")])


def with_its_note_first(paragraph):
    notes = [kid for kid in paragraph.K if _is(kid, "/Note")]
    paragraph.K = pikepdf.Array([*notes, *(kid for kid in paragraph.K if not _is(kid, "/Note"))])


@pytest.mark.parametrize(
    "spoil",
    [reversed_kids, without_its_last_kid, with_a_kid_twice, without_a_note, with_its_note_first],
)
def test_a_structure_that_lies_is_heard(wanted, study, spoil):
    with pikepdf.open(io.BytesIO(study)) as pdf:
        spoil(_paragraph_with_a_note(pdf.Root.StructTreeRoot.K[0]))
        out = io.BytesIO()
        pdf.save(out)

    assert difference(wanted, hear(study)) == ""
    assert difference(wanted, hear(out.getvalue()))


def _paragraph_with_a_note(element):
    """The first paragraph in which words stand behind a note."""
    kids = list(element.K) if isinstance(element.get("/K"), pikepdf.Array) else []
    if element.S == "/P" and any(_is(kid, "/Note") for kid in kids[:-1]):
        return element
    found = (_paragraph_with_a_note(kid) for kid in kids if _is(kid))
    return next((one for one in found if one is not None), None)


def _is(kid, role=""):
    own = isinstance(kid, pikepdf.Dictionary) and "/S" in kid
    return own and (not role or role == kid.S)


def test_the_first_difference_is_told(wanted, heard):
    at = next(at for at, one in enumerate(heard) if one.text.startswith("Gaps say as much"))
    text = heard[at].text

    assert difference(wanted, spoiled(heard, at, text.replace("as much", "much"))) == (
        f"expected P: {text}\n"
        f"heard P on page '43': {text.replace('as much', 'much')}\n"
        "first difference at word 3: expected 'as', heard 'much'"
    )
