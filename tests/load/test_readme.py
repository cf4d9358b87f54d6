"""What authors may write stands in their README, and its examples can be read."""

import re
from pathlib import Path

import pytest

from briefing.errors import Location
from briefing.load.charts import Reader, read_chart
from briefing.load.expressions import Checker
from briefing.load.expressions.facts import PLACING
from briefing.load.expressions.known import Known
from briefing.load.markdown.bearers import CARRIED
from briefing.load.markdown.blocks import read_blocks
from briefing.load.markdown.fences import KINDS
from briefing.load.syntax.fields import top_fields
from briefing.load.syntax.files import Files, TextFile
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import parse_yaml
from briefing.load.tabular import Description, read_description
from briefing.load.tabular.csv_text import CsvText
from briefing.load.tabular.plain import read_csv_table
from briefing.model.chart_spec import KINDS as KINDS_OF_CHARTS
from briefing.model.prose import (
    WORDING_FILTERS,
    WORDING_FUNCTIONS,
    WORDING_TESTS,
    WORDING_VARIABLES,
)
from tests.load.conftest import told

README = (Path(__file__).parents[2] / "content/README.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


class Anything:
    """Holds every name."""

    def __contains__(self, name):
        return True

    def __iter__(self):
        return iter(())


def a_checker():
    any_name = Anything()
    known = Known(
        markings=None, audiences=None, languages=("en",), places=None, indicators=None,
        sources=None, sections=any_name, charts=any_name, tables=any_name, pictures=any_name,
        styles=any_name, abbreviations=None,
    )  # fmt: skip
    return Checker(known, Problems())


ATTRIBUTES = {name for names in CARRIED.values() for name in names} - {"#"}
FIELDS = {field for fields in WORDING_VARIABLES.values() for field in fields}


@pytest.mark.parametrize(
    "names", [ATTRIBUTES, WORDING_FILTERS, WORDING_TESTS, WORDING_VARIABLES, FIELDS]
)
def test_every_name_is_explained(names):
    explained = set(re.findall(r"`(?:\{\{ )?([.\w-]+)", README))

    assert set(names) - explained == set()


@pytest.mark.parametrize("name", [*WORDING_FUNCTIONS, *PLACING])
def test_every_function_is_explained(name):
    assert f"`{name}(" in README or f"{{{{ {name}(" in README


@pytest.mark.parametrize("kind", KINDS)
def test_every_fence_is_explained(kind):
    assert f"`::: {kind}" in README or f"`{kind}`" in README


@pytest.mark.parametrize("text", [text for kind, text in EXAMPLES if kind == "text"][1:])
def test_every_example_of_text_can_be_read(text):
    checker = a_checker()

    assert read_blocks(TextFile("README.md", text), checker, "en", "document")
    assert told(checker) == []


CHARTS = [text for kind, text in EXAMPLES if kind == "yaml" and text.startswith("chart: ")]


@pytest.mark.parametrize("text", CHARTS, ids=lambda text: text.split()[1])
def test_every_example_of_a_chart_is_one(text, tmp_path):
    folder = tmp_path / "content/charts"
    folder.mkdir(parents=True)
    (cells,) = (text for kind, text in EXAMPLES if kind == "csv" and "Hydro" in text)
    (folder / "power.csv").write_text(cells, "utf-8")
    (folder / "of_a_hundred.py").write_text("def draw(data, house): ...\n", "utf-8")
    checker, file = a_checker(), TextFile("content/charts/x.yaml", text)
    problems = checker.problems
    fields = top_fields(parse_yaml(file, problems), problems)
    files = Files(tmp_path, problems)
    reader = Reader(fields, file, files, checker, None, runs_code=True)

    assert read_chart("x", reader) is not None
    assert told(checker) == []


def test_the_example_of_a_table_of_figures_is_one():
    (text,) = (text for kind, text in EXAMPLES if kind == "csv" and "indicator" in text)
    checker, described = a_checker(), Description("a.csv", Location("a.csv", 1))
    table = read_csv_table(CsvText("a.csv", text.encode()), described, checker)

    assert table is not None
    assert told(checker) == []


def test_the_example_of_what_is_said_of_a_table_is_one():
    (text,) = (text for kind, text in EXAMPLES if kind == "yaml" and text.startswith("from:"))
    checker = a_checker()
    of_csv = TextFile("a.yaml", text.replace("sheet: Share of GDP", ""))
    fields = top_fields(parse_yaml(of_csv, checker.problems), checker.problems)

    assert read_description(fields, "content/readings", checker) is not None
    assert told(checker) == []


def test_every_kind_of_chart_is_explained():
    kinds = set(re.findall(r"^\| `(\w+)` \| .* \|$", README, re.MULTILINE))

    assert set(KINDS_OF_CHARTS) - kinds == set()


@pytest.mark.parametrize("text", [text for kind, text in EXAMPLES if kind == "yaml"])
def test_every_example_of_yaml_can_be_read(text):
    problems = Problems()

    assert top_fields(parse_yaml(TextFile("README.md", text), problems), problems) is not None
    assert problems.all() == ()
