"""A withheld text may name, as notes do, works that its readers find in the paper's own notes."""

import pytest
from click.testing import CliRunner

from briefing import pipeline
from briefing.cli import main
from briefing.cli.exits import Exit
from tests.proof.everywhere import opened
from tests.provenance.projects import FILES, write

SOURCES = """\
kim-2020: {type: book, author: [{family: Kim, given: A.}], title: Water in the hills,
  publisher: Hill Press, publisher-place: Dushanbe, issued: 2020}
lee-2021: {type: article-journal, author: [{family: Lee, given: B.}], title: Rivers of the plain,
  container-title: Journal of Lakes, volume: 12, issue: 3, page: 4-9, issued: 2021}
"""
PROJECT = FILES["project.yaml"].replace(
    "audiences: {", "audiences: {staff: {name: us, clearance: AMBER}, "
)


def built(root, withheld):
    text = (
        "---\ntitle: Water\n---\n\nIt rains [@kim-2020, p. 3]. It snows [@lee-2021].\n\n"
        f"{{marking=AMBER}}\n{withheld}\n"
    )
    sources, readings = SOURCES, FILES["readings/water.yaml"].replace("p. 4", "p. 14")
    files = {"project.yaml": PROJECT, "sources.yaml": sources, "readings/water.yaml": readings}
    write(root, text, **files)
    asked = "build", "-a", "public", "--project", str(root), "-o", str(root / "out")
    return CliRunner().invoke(main, asked).exit_code


@pytest.mark.parametrize(
    "withheld",
    [
        "The annex rests on A. Kim, Water in the hills, Hill Press, 2020.",
        "It rests on A. Kim, Water in the hills (Dushanbe: Hill Press, 2020).",
        "It rests on Kim, A., Water in the hills. Dushanbe: Hill Press, 2020.",
        "See Lee, B.: Rivers of the plain, Journal of Lakes 12 (2021), no doubt.",
        "Published by: The institute, as the imprint has it.",
    ],
)
def test_what_names_an_open_work_is_no_secret(withheld, tmp_path):
    assert built(tmp_path, withheld) == Exit.MADE


@pytest.mark.parametrize(
    "withheld",
    [
        "Our source Vostrikov wrote of A. Kim, Water in the hills, Hill Press, 2020.",
        "A. Kim, Water in the hills, Hill Press, 2020, is by our man in Dushanbe.",
        "See Lee, B.: Rivers of the plain of gold, Hill Press, Dushanbe, 2021.",
    ],
)
def test_what_says_more_is_found(withheld, tmp_path, monkeypatch):
    tailor = pipeline.tailor

    def tailored(content, *asked, **given):
        return tailor(opened(content), *asked, **{**given, "audience": "staff"})

    monkeypatch.setattr(pipeline, "tailor", tailored)

    assert built(tmp_path, withheld) == Exit.PROOF
