"""The PDF for reviewers: the list of changes, then the new file with marks in its margins."""

import pikepdf
import pypdfium2
import pytest

import briefing
from briefing.audit.structure.content import Line
from briefing.cli import Exit
from briefing.editions.align import Aligned
from briefing.editions.bars import Box, Mark, find_marks, paint_marks
from briefing.editions.statements import Place, Statement
from tests.editions.projects import run
from tests.pdf.judge import judged, needs_judge

NAME = "brief-kaz-public-changes.pdf"


@pytest.fixture(scope="module")
def review(builds, tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    result = run("diff", *builds, "--pdf", folder)
    assert (result.exit_code, result.stderr) == (Exit.MADE, f"{folder / NAME}\n")
    return folder / NAME


def test_the_list_of_changes_stands_first_and_is_read_first(review, builds):
    audit = briefing.audit_file(review)
    listed = [one.text for one in audit.text if one.page == 1]
    new = briefing.audit_file(builds[1] / "brief-kaz-public.pdf")

    assert listed == [
        "List of changes · The institute",
        "Changes in “Kazakhstan”",
        f"{builds[0]} → {builds[1]}",
        "brief-kaz-public.pdf · For reviewers",
        "FOR REVIEWERS ONLY",
        "This list and the marks in the margin are for reviewers. They quote what the paper said "
        "before, and are not for its readers.",
        "A bar in the margin stands beside what is new or reworded, a triangle where something was "
        "dropped; their numbers are those of the list.",
        "What it is", "•", "Attached file changed: water-2.csv",
        "Figures: 1 changed",
        "Indicator", "Place", "Before", "Now", "Source",
        "water", "KAZ", "1.7 (2019)", "1.9 (2019)", "kim-2020",
        "Statements: 3 changed, 1 added, 1 dropped",
        "1.", "Page 1, changed Before: Kazakhstan is dry. Now: Kazakhstan is very dry.",
        "2.", "Page 1, dropped Its rivers are long.",
        "3.", "Page 1, added Rain is rare.",
        "4.", "Page 1, figure changed Before: … %. 2 bars: Kyrgyzstan 3.0–4.0%, Kazakhstan 1.7%. "
        "Period: 2019. Kyrgyzstan: 2015–2019. "
        "Now: … %. 2 bars: Kyrgyzstan 3.0–4.0%, Kazakhstan 1.9%. "
        "Period: 2019. Kyrgyzstan: 2015–2019.",
        "5.", "Page 1, row changed Before: Kazakhstan | 1.7 Now: Kazakhstan | 1.9",
        "Publisher: The institute.",
    ]  # fmt: skip
    assert [one.text for one in audit.text if one.page == 2] == [one.text for one in new.text]


def test_it_keeps_what_the_file_keeps(review):
    audit = briefing.audit_file(review)

    assert (audit.faults, audit.title) == ((), "Changes in “Kazakhstan”")
    assert [claim.standard for claim in audit.claims] == ["PDF/UA-1", "PDF/A-3a"]
    assert [link.target for link in audit.links if link.text == "Page 1"] == ["page 2"] * 5


@needs_judge
def test_the_judge_finds_nothing_wrong_with_it(review):
    assert judged([review]) == ""


def test_pages_keep_their_labels(review):
    document = pypdfium2.PdfDocument(review)
    labels = [document.get_page_label(at) for at in range(len(document))]
    document.close()

    assert labels == ["Changes 1", "1"]


def test_marks_are_artifacts_beside_their_lines(review):
    with pikepdf.open(review) as pdf:
        page = pdf.pages[1]
        page.contents_coalesce()
        painted = page.Contents.read_bytes().rpartition(b"/Artifact BMC")[2].decode()

    assert painted.count(" re f") == 2 * 4 + 4  # four bars with their grounds, and those of numbers
    assert painted.count(" l h f") == 2  # a triangle with its ground
    assert painted.rstrip().endswith("EMC")


def test_the_same_files_give_the_same_bytes(review, builds, tmp_path):
    run("diff", *builds, "--pdf", tmp_path / "again.pdf")

    assert (tmp_path / "again.pdf").read_bytes() == review.read_bytes()


def test_what_has_not_changed_is_not_written(builds, tmp_path):
    result = run("diff", builds[0], builds[0], "--pdf", tmp_path / "none.pdf")

    assert (result.exit_code, result.stderr) == (
        Exit.MADE, "No file says anything else than before: no PDF was written\n",
    )  # fmt: skip
    assert not (tmp_path / "none.pdf").exists()


def test_one_pdf_cannot_show_several_files(tiny, tmp_path):
    run("build", "--project", tiny, "-o", tmp_path / "old")
    section = tiny / "content" / "sections" / "water.md"
    section.write_text(section.read_text("utf-8").replace("dry", "wet"), "utf-8")
    run("build", "--project", tiny, "-o", tmp_path / "new")
    result = run("diff", tmp_path / "old", tmp_path / "new", "--pdf", tmp_path / "one.pdf")

    assert result.exit_code == Exit.USAGE
    assert result.stderr == (
        f"{tmp_path / 'one.pdf'}: error: 4 files have changed, and one PDF shows one\n"
        "  hint: name a folder, or compare two PDFs\n"
    )


def test_a_file_without_structure_gets_the_list_alone(tiny, tmp_path):
    arguments = ["-c", "KAZ", "-a", "public", "--conformance", "none", "--project", tiny]
    run("build", *arguments, "-o", tmp_path / "old")
    section = tiny / "content" / "sections" / "water.md"
    section.write_text(section.read_text("utf-8").replace("dry", "wet"), "utf-8")
    run("build", *arguments, "-o", tmp_path / "new")
    result = run("diff", tmp_path / "old", tmp_path / "new", "--pdf", tmp_path / "one.pdf")
    audit = briefing.audit_file(tmp_path / "one.pdf")

    assert (result.exit_code, audit.pages, audit.tagged) == (Exit.MADE, 2, False)
    assert "so there are no marks in its margins" in audit.text[0].text


def changed(builds, path, change):
    with pikepdf.open(builds[1] / "brief-kaz-public.pdf") as pdf:
        change(pdf)
        pdf.save(path)
    return run("diff", builds[0] / "brief-kaz-public.pdf", path, "--pdf", path.parent / "one.pdf")


def test_a_file_without_pages_is_refused_in_words(builds, tmp_path):
    result = changed(builds, tmp_path / "new.pdf", lambda pdf: pdf.pages.__delitem__(slice(None)))

    assert result.exit_code == Exit.USAGE
    assert result.stderr == (
        "new.pdf: error: it has no pages, beside which changes could stand\n"
        "  hint: leave out --pdf\n"
    )
    assert not (tmp_path / "one.pdf").exists()


def test_a_file_whose_information_is_no_dictionary_is_entitled_where_it_can_be(builds, tmp_path):
    def spoil(pdf):
        pdf.trailer.Info = pikepdf.Array([1])

    assert changed(builds, tmp_path / "new.pdf", spoil).exit_code == Exit.MADE
    with pikepdf.open(tmp_path / "one.pdf") as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"].startswith("Changes in")


def place(x, y, end, page=1):
    return Place(page, Line("", x, y, end, 10.0))


def marked(places, others=(), page=1):
    changed, beside = (
        Statement(role="P", text="", key="", counting="", page=page, places=tuple(lines))
        for lines in (places, others)
    )
    papers = {page: Box(0.0, 500.0)}
    return find_marks([Aligned("added", None, changed)], [changed, beside], papers)


def test_lines_that_follow_one_another_share_a_bar_in_the_outer_margin():
    lines = [place(50, 700, 450), place(50, 686, 300), place(50, 500, 450)]

    assert marked(lines) == (
        Mark(1, 1, 459.0, 683.6, 707.8, 1),
        Mark(1, 1, 459.0, 497.6, 507.8, 1),
    )


def test_the_outer_margin_of_a_left_hand_page_is_on_the_left():
    (mark,) = marked([place(50, 700, 450, page=2)], page=2)

    assert (mark.x, mark.outward) == (41.0, -1)


@pytest.mark.parametrize(
    ("own", "others", "x", "outward"),
    [
        (place(260, 700, 450), [place(50, 700, 240)], 459.0, 1),  # the right-hand column
        (place(50, 700, 240), [place(260, 700, 450)], 41.0, -1),  # the left-hand one
        (place(180, 700, 300), [place(50, 700, 160), place(320, 700, 450)], 175.5, -1),
        (place(50, 700, 100), [place(103, 700, 450)], 459.0, 1),  # the line goes on
    ],
)
def test_a_bar_stands_beside_its_own_column(own, others, x, outward):
    (mark,) = marked([own], others)

    assert (mark.x, mark.outward) == (x, outward)


def test_numbers_that_would_overlap_share_a_line():
    marks = [Mark(number, 1, 459.0, 690.0, 700.0 - number, 1) for number in (1, 2, 3)]
    marks.append(Mark(9, 1, 459.0, 600.0, 600.0, 1))
    asked = []

    def outline(text):
        asked.append(text)
        return (("M", 0.0, 0.0), ("Z",)), 4.0

    paint_marks(marks, Box(0.0, 500.0), outline)

    assert asked == ["1–3", "9"]
