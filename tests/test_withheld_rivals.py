"""Of figures that contradict one another each reader gets what they may see, in all of the file."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pikepdf
import pytest

import briefing
from briefing.project import Project

RAW = Path(__file__).parent / "contradictory"
DEATHS = (
    "deaths:\n"
    "  - {country: UZB, value: 123456, period: 2021, source: gfp-2022, marking: CLOSED}\n"
    "  - {country: UZB, value: 234567, period: 2021, source: soufan-2021}\n"
    "  - {country: UZB, value: 345678, period: 2021, source: umarov-2020}\n"
)
REASON = "The quiet guard left sixty horses out of its own count."


def project(folder: Path, take: str) -> Project:
    """A project with three counts of deaths, one of which not all may see, and a choice."""
    shutil.copytree(RAW, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("charts"))
    content = folder / "content"
    about = (content / "project.yaml").read_text("utf-8")
    audiences = about.replace(
        "audiences:\n", "audiences:\n  staff: {name: us, clearance: CLOSED}\n"
    )
    (content / "project.yaml").write_text(audiences, "utf-8")
    indicators = (content / "indicators.yaml").read_text("utf-8")
    deaths = "deaths: {name: Deaths, definition: Of people., unit: deaths}\n"
    (content / "indicators.yaml").write_text(indicators + deaths, "utf-8")
    units = (content / "units.yaml").read_text("utf-8")
    (content / "units.yaml").write_text(
        f'{units}deaths: {{pattern: "{{value}} deaths", short: "{{value}}", label: deaths}}\n',
        "utf-8",
    )
    (content / "readings" / "raw.yaml").write_text(DEATHS, "utf-8")
    choice = f"country: UZB, period: 2021, take: {take}, because: {REASON}"
    (content / "choices.yaml").write_text(f"deaths:\n  - {{{choice}}}\n", "utf-8")
    (content / "sections" / "figures.md").write_text(
        '---\ntitle: Figures\n---\nThere were {{ figure("deaths", "UZB") }}.\n\n'
        "::: box {if=\"has('deaths', 'UZB')\"}\nMany a quiet rider died at the lake.\n:::\n",
        "utf-8",
    )
    (content / "documents" / "brief.md").write_text(
        '---\ntitle: What the sources say\nkind: Brief\n---\n\n{{ section("figures") }}\n', "utf-8"
    )
    return briefing.open(folder)


def everything(made: Project, audience: str) -> str:
    """The text of a brief, what travels in its file, and its entry in the manifest."""
    brief = made.brief("brief", audience=audience)
    with pikepdf.open(io.BytesIO(brief.pdf())) as pdf:
        attached = [one.get_file().read_bytes().decode() for one in pdf.attachments.values()]
    return "\n".join([" ".join(brief.text().split()), *attached, json.dumps(brief.manifest())])


@pytest.mark.parametrize(
    ("take", "printed"),
    [
        ("[gfp-2022, umarov-2020, soufan-2021]", "345,678 deaths"),
        ("range", "234,567–345,678 deaths"),
        ("soufan-2021", "234,567 deaths"),
    ],
)
def test_nothing_of_what_is_withheld_or_of_the_reason_is_in_the_file(tmp_path, take, printed):
    made = project(tmp_path, take)
    found = everything(made, "public")

    assert f"There were {printed}" in found
    assert "Many a quiet rider died at the lake." in found
    withheld = ("123456", "123,456", REASON, "gfp-2022", "GlobalFirePower", "raw.yaml:2")
    assert [each for each in withheld if each in found] == []

    staff = everything(made, "staff")
    assert REASON in staff
    assert "123,456" in staff


def test_several_figures_that_differ_and_are_not_named_stop_the_paper(tmp_path):
    made = project(tmp_path, "gfp-2022")
    assert "There were 123,456 deaths" in everything(made, "staff")

    with pytest.raises(briefing.ContentError) as caught:
        made.brief("brief", audience="public").pdf()
    assert str(caught.value) == (
        "content/readings/raw.yaml:4:5: error: 'deaths' for 'UZB' in 2021 is 345,678 by "
        "'umarov-2020', and 234,567 by 'soufan-2021' [contradiction]\n"
        "  hint: the other is at line 3; those who may see them may not see what the choice at "
        "content/choices.yaml:2:5 takes: name in its 'take', by preference, which they get"
    )
