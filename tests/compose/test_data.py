import csv
import io
import json

from briefing.compose.data import attachments
from briefing.pipeline import tailored_of
from briefing.project import open_project
from tests.provenance.projects import write


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
            "indicator": "water", "name": "Water", "unit": "cubic metres", "place": "KAZ",
            "place name": "Kazakhstan", "period": "2020", "reported": "", "qualifier": "",
            "low": "12", "high": "12", "as of": "", "doubt": "", "source": "kim-2020",
            "locator": "p. 4", "also": "", "licence": "",
        }
    ]  # fmt: skip


def test_all_works_that_it_cites_travel_with_it_as_csl_json(tmp_path):
    found = json.loads(attached(tmp_path, "Rivers run [@lee-2021].")["all sources.json"])

    assert [work["id"] for work in found] == ["lee-2021"]
    assert found[0]["issued"] == {"date-parts": [[2021]]}


def test_a_paper_without_figures_and_works_has_no_such_files(tmp_path):
    assert attached(tmp_path, "Water.") == {}
