"""``briefing trace`` at a terminal: what it prints, and how it leaves."""

import json

import pytest
from click.testing import CliRunner, Result

import briefing
from briefing.cli import main
from tests.provenance.projects import write

HEAD = "---\ntitle: Water\n---\n\n"
SECTION = HEAD + 'The lake holds {{ figure("water", "KAZ") }}.'


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["trace", *arguments])


def test_a_number_is_told_with_its_reading_and_source(tmp_path):
    result = run("12", "--project", str(write(tmp_path, SECTION)))

    assert result.output == (
        "12  “The lake holds 12 cubic metres (2020).”\n"
        "  printed: brief, page 1\n"
        "  written: content/sections/water.md:5:19\n"
        "  reading: water, KAZ, 2020: content/readings/water.yaml:2\n"
        "    that is: Water in lakes\n"
        "  source: kim-2020, p. 4 (“Lakes”)\n"
        "\n"
        "1 number, each traced\n"
    )
    assert result.exit_code == 0


def test_what_a_source_says_of_a_figure_is_told_with_its_reading(tmp_path):
    said = "as-of: 2021-05, licence: CC BY 4.0, doubt: It is old."
    readings = f"water:\n  - {{country: KAZ, value: 12, period: 2020, source: kim-2020, {said}}}\n"
    root = write(tmp_path, SECTION, **{"readings/water.yaml": readings})
    briefing.open(root).build(tmp_path / "out", workers=1)

    for what in ("12", str(tmp_path / "out" / "brief.pdf")):
        told = run(what, "--project", str(root)).output
        assert (
            "  reading: water, KAZ, 2020: content/readings/water.yaml:2\n"
            "    that is: Water in lakes\n"
            "    as of 2021-05; CC BY 4.0; It is old.\n"
        ) in told


def test_a_file_is_told_number_by_number(tmp_path):
    briefing.open(write(tmp_path, HEAD + "It has 7 mouths [@kim-2020]. And 8.")).build(
        tmp_path / "out", workers=1
    )
    result = run(str(tmp_path / "out" / "brief.pdf"), "--project", str(tmp_path))

    assert result.stdout == (
        "7  “It has 7 mouths.”\n"
        "  printed: brief.pdf, page 1\n"
        "  written: content/sections/water.md:5:1\n"
        "  source: kim-2020 (“Lakes”)\n"
        "\n"
        "8  “And 8.”\n"
        "  printed: brief.pdf, page 1\n"
        "  written: content/sections/water.md:5:28\n"
        "  no source: cite one in its sentence, or print a reading with figure(…)\n"
        "\n"
        "2 numbers, 1 of them without a source\n"
    )
    assert result.exit_code == 1


def test_a_file_is_traced_without_its_project(tmp_path, monkeypatch):
    briefing.open(write(tmp_path / "here", SECTION)).build(tmp_path / "sent", workers=1)
    monkeypatch.chdir(tmp_path)
    result = run(str(tmp_path / "sent" / "brief.pdf"))

    assert "  source: kim-2020, p. 4\n" in result.output
    assert result.exit_code == 0


def test_json_has_every_field(tmp_path):
    result = run("12", "--json", "--project", str(write(tmp_path, SECTION)))

    assert json.loads(result.stdout) == [
        {
            "text": "12",
            "statement": "The lake holds 12 cubic metres (2020).",
            "spots": [{"file": "brief", "page": 1}],
            "input": "content/sections/water.md:5:19",
            "figures": [
                {
                    "indicator": "water",
                    "place": "KAZ",
                    "period": "2020",
                    "input": "content/readings/water.yaml:2",
                    "definition": "Water in lakes",
                    "as_of": "",
                    "licence": "",
                    "doubt": "",
                }
            ],
            "cited": ["kim-2020, p. 4"],
            "role": "text",
        }
    ]


@pytest.mark.parametrize(
    ("what", "said", "code"),
    [
        ("99", "no brief prints '99'\n", 1),
        ("many", "there is no number in 'many'\n", 2),
        ("lost.pdf", "lost.pdf: No such file or directory\n", 2),
    ],
)
def test_what_cannot_be_answered_says_so(what, said, code, tmp_path):
    result = run(what, "--project", str(write(tmp_path, SECTION)))

    assert (result.output, result.exit_code) == (said, code)


def test_a_number_in_a_long_sentence_is_told_with_its_beginning(tmp_path):
    section = HEAD + "It has 7 mouths " + "and many more arms " * 12 + "[@kim-2020]."
    result = run("7", "--project", str(write(tmp_path, section)))
    first = result.output.splitlines()[0]

    assert first.startswith("7  “It has 7 mouths and many more arms")
    assert first.endswith(" …”")
    assert len(first) < 170


def test_a_paper_without_numbers_is_no_fault(tmp_path):
    briefing.open(write(tmp_path, HEAD + "It has mouths.")).build(tmp_path / "out", workers=1)
    result = run(str(tmp_path / "out" / "brief.pdf"), "--project", str(tmp_path))

    assert (result.stdout, result.exit_code) == ("no number that wants a source\n", 0)
