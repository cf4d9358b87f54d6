"""A marked paper of the gallery, taken whole: structure, artifacts, text, copies."""

import io
import json
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from briefing.cli import main
from briefing.errors import ProofError
from tests import papers
from tests.pdf.reader import read
from tests.proof.everywhere import letters, said_in

ROOT = Path(__file__).parents[1] / "examples" / "gallery"
READER = "Ministry of Foreign Affairs"
PROJECT = papers.opened(ROOT)
MARKED = PROJECT.brief("marked")


@pytest.fixture(scope="module")
def copy() -> bytes:
    return MARKED.for_recipient(READER).pdf()


def test_marking_and_watermarks_are_artifacts_of_their_kinds(copy):
    artifacts = read(copy).artifacts

    for kind in ("Header", "Footer"):
        said = "".join(text for of, text in artifacts if of == f"Pagination/{kind}")
        assert said.count("TLP:AMBER+STRICT") == 1
        assert said.count("Embargoed until 1 November 2022") == 1
    said = "".join(text for of, text in artifacts if of == "Pagination/Watermark")
    assert f"Copy for {READER}" in said
    assert "DRAFT" not in said  # painted as outlines


def test_all_of_it_is_told_once_in_words(copy):
    told = str(read(copy).tree)

    assert told.count("TLP:AMBER+STRICT") == 1
    assert told.count(f"Draft · Embargoed until 1 November 2022 · Copy for {READER}") == 1


def test_letters_behind_the_text_do_not_disturb_it(copy):
    document = pypdfium2.PdfDocument(io.BytesIO(copy))
    text = " ".join(document[0].get_textpage().get_text_range().split())

    assert "This one would be as open as all others of the gallery" in text
    assert "DRAFT" not in text


def test_a_copy_differs_from_the_others_and_says_so_in_the_manifest(tmp_path):
    paths = PROJECT.build(tmp_path, briefs=[MARKED], recipients=[READER, "Nobody"])

    listed = json.loads((tmp_path / "manifest.json").read_text("utf-8"))["files"]
    assert [path.name for path in paths] == [
        "marked-for-ministry-of-foreign-affairs.pdf",
        "marked-for-nobody.pdf",
    ]
    assert {(one["path"], one["recipient"], one["marking"]) for one in listed} == {
        ("marked-for-ministry-of-foreign-affairs.pdf", READER, "AMBER+STRICT"),
        ("marked-for-nobody.pdf", "Nobody", "AMBER+STRICT"),
    }


def test_a_copy_is_the_same_whoever_else_gets_one(tmp_path):
    """So nothing of another reader can be in it."""
    readers = ["Ana Quilp", "Bo Strand", "Cem Vardo"]
    PROJECT.build(tmp_path, briefs=[MARKED], recipients=readers)

    for name in readers:
        path = tmp_path / f"marked-for-{name.lower().replace(' ', '-')}.pdf"
        assert path.read_bytes() == MARKED.for_recipient(name).pdf()
        told = said_in({path.name: path.read_bytes()})
        assert [one for one in readers if letters(one) in told] == [name]


def test_the_embargo_is_over_on_its_day():
    project = MARKED.content.project
    for day, said in (("2022-10-31", True), ("2022-11-01", False), ("2022-11-02", False)):
        edition = replace(project.edition, date=day)
        content = replace(MARKED.content, project=replace(project, edition=edition))
        text = replace(PROJECT, content=content).brief("marked").text()

        assert ("Embargoed until" in text) is said


def test_the_command_line_makes_copies(tmp_path):
    arguments = ["build", "marked", "--project", str(ROOT), "-o", str(tmp_path)]
    made = CliRunner().invoke(main, [*arguments, "--recipient", "A", "--recipient", "B"])
    refused = CliRunner().invoke(main, [*arguments, "--recipient", "A", "--recipient", "a."])

    assert made.exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        "marked-for-a.pdf", "marked-for-b.pdf",
    ]  # fmt: skip
    assert refused.exit_code == 2
    assert "two recipients, 'A' and 'a.', would have files of one name" in refused.output


def test_a_recipient_whose_name_cannot_be_printed_is_told_of_and_not_the_paper(tmp_path):
    arguments = ["build", "marked", "--project", str(ROOT), "-o", str(tmp_path / "out")]
    refused = CliRunner().invoke(main, [*arguments, "--recipient", "王小明"])
    with pytest.raises(ValueError, match="'王小明'") as caught:
        MARKED.for_recipient("王小明")

    message = (
        "the recipient '王小明' cannot be printed: no face of 'sans' has '王' (U+738B); write the "
        "name in other letters, or add a family that has it to the fallback of 'sans' in the style"
    )
    assert str(caught.value) == message
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.splitlines()[-1] == f"Error: {message}"
    assert not (tmp_path / "out").exists()


def test_a_recipient_who_must_not_be_named_gets_no_copy():
    secret = "What is said in this paragraph is meant for the partners"
    with pytest.raises(ProofError):
        PROJECT.brief("notes").for_recipient(secret).pdf()


def test_a_file_that_is_open_to_all_has_no_label():
    with pikepdf.open(io.BytesIO(PROJECT.brief("notes").pdf())) as pdf:
        code = b"".join(page.Contents.read_bytes() for page in pdf.pages)

    assert b"Watermark" not in code
