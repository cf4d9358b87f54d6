import csv
import io
import json

from briefing.compose.data import attachments
from briefing.pipeline import tailored_of
from briefing.project import open_project
from tests.provenance.projects import FILES, write


def attached(root, section: str, **files: str) -> dict[str, bytes]:
    project = open_project(write(root, f"---\ntitle: Water\n---\n\n{section}", **files))
    brief = project.brief("brief", audience="public")
    found = attachments(tailored_of(brief.content, brief.request).manuscript)
    return {each.name: each.data for each in found}


def test_all_figures_of_a_paper_travel_with_it_once_each(tmp_path):
    section = 'Of {{ figure("water", "KAZ") }} and {{ figure("water", "KAZ") }}.'
    rows = list(
        csv.DictReader(io.StringIO(attached(tmp_path, section)["all figures.csv"].decode()))
    )

    assert rows == [
        {
            "indicator": "water", "name": "Water", "definition": "Water in lakes",
            "unit": "cubic metres", "place": "KAZ", "place name": "Kazakhstan",
            "period": "2020", "reported": "", "qualifier": "",
            "low": "12", "high": "12", "as of": "", "doubt": "", "source": "kim-2020",
            "locator": "p. 4", "also": "", "licence": "", "told as": "figure",
        }
    ]  # fmt: skip


def test_what_other_sources_give_travels_with_the_figure_that_is_printed(tmp_path):
    readings = (
        "water:\n  - {country: KAZ, value: 12, period: 2020, source: kim-2020, as-of: 2021}\n"
        "  - {country: KAZ, value: 14, period: 2020, source: lee-2021, licence: CC BY 4.0}\n"
    )
    choices = "water:\n  - {country: KAZ, period: 2020, take: kim-2020, because: It is new.}\n"
    files = {"readings/water.yaml": readings, "choices.yaml": choices}
    found = attached(tmp_path, 'Of {{ figure("water", "KAZ") }}.', **files)["all figures.csv"]
    rows = list(csv.DictReader(io.StringIO(found.decode())))

    assert [
        (row["told as"], row["low"], row["source"], row["as of"], row["licence"]) for row in rows
    ] == [
        ("figure", "12", "kim-2020", "2021", ""),
        ("other figure", "14", "lee-2021", "", "CC BY 4.0"),
    ]


def test_a_range_travels_with_every_source_that_makes_it(tmp_path):
    readings = (
        "water:\n  - {country: KAZ, value: 12, period: 2020, source: kim-2020}\n"
        "  - {country: KAZ, value: 14, period: 2020, source: lee-2021}\n"
    )
    choices = "water:\n  - {country: KAZ, period: 2020, take: range, because: Both are new.}\n"
    files = {"readings/water.yaml": readings, "choices.yaml": choices}
    found = attached(tmp_path, 'Of {{ figure("water", "KAZ") }}.', **files)["all figures.csv"]
    rows = list(csv.DictReader(io.StringIO(found.decode())))

    assert [
        (row["told as"], row["low"], row["high"], row["source"], row["also"]) for row in rows
    ] == [
        ("figure", "12", "14", "kim-2020", "lee-2021"),
        ("figure of the range", "12", "12", "kim-2020", ""),
        ("figure of the range", "14", "14", "lee-2021", ""),
    ]


def test_sources_that_say_the_same_travel_with_the_figure(tmp_path):
    readings = (
        "water:\n  - {country: KAZ, value: 12, period: 2020, source: kim-2020}\n"
        "  - {country: KAZ, value: 12, period: 2020, source: lee-2021, as-of: 2021-05}\n"
    )
    found = attached(
        tmp_path, 'Of {{ figure("water", "KAZ") }}.', **{"readings/water.yaml": readings}
    )
    rows = list(csv.DictReader(io.StringIO(found["all figures.csv"].decode())))

    assert [(row["told as"], row["source"], row["as of"]) for row in rows] == [
        ("figure", "kim-2020", ""),
        ("same figure", "lee-2021", "2021-05"),
    ]


def test_all_works_that_it_cites_travel_with_it_as_csl_json(tmp_path):
    found = json.loads(attached(tmp_path, "Rivers run [@lee-2021].")["all sources.json"])

    assert [work["id"] for work in found] == ["lee-2021"]
    assert found[0]["issued"] == {"date-parts": [[2021]]}


def test_what_people_noted_about_works_stays_at_home(tmp_path):
    held = ", note: Dull., annote: Too long., keyword: dull, abstract: All of it."
    works = FILES["sources.yaml"].replace("title: Rivers", "title: Rivers" + held)
    files = attached(tmp_path, "Rivers run [@lee-2021].", **{"sources.yaml": works})

    (found,) = json.loads(files["all sources.json"])
    assert works != FILES["sources.yaml"]
    assert not found.keys() & {"note", "annote", "keyword", "abstract"}


def test_a_paper_without_figures_and_works_has_no_such_files(tmp_path):
    assert attached(tmp_path, "Water.") == {}
