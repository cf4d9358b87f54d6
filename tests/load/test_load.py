"""A whole project: what is read of each file, and that it is the same everywhere."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.errors import ContentError, Location
from briefing.load import load
from briefing.model.chart_spec import (
    BarOptions,
    ChartSpec,
    Comparison,
    FromReadings,
    LineOptions,
)
from briefing.model.conformance import CONFORMANCES, UA1_A3A
from briefing.model.content import (
    Document,
    Section,
    TableColumn,
    TableSpec,
)
from briefing.model.country import Place, Unit
from briefing.model.prose import (
    ALWAYS,
    Citation,
    CitedWork,
    Conditions,
    Expression,
    Span,
    Text,
    Worded,
)
from briefing.units import parse_length
from tests.load.conftest import CASES, STYLES

ROOT = Path(__file__).parents[2]


def read(root):
    return load(root, STYLES).content


def test_a_project(project):
    text = """\
name: tiny
title: A tiny project
edition: {date: 2022-10-03, label: October 2022, facts-as-of: 2022-06-29}
languages: [en, ru]
style: brief
publisher: {name: The institute, url: https://example.org/, email: a@example.org, note: None.}
licence: {name: CC BY 4.0, url: https://example.org/by}
credit: >-
  Drawn from a study
  [@kim-2020, p. 4].
markings: CLEAR AMBER AMBER+STRICT
default-marking: AMBER
audiences:
  public: {name: General public, clearance: CLEAR}
"""
    found = read(project({"content/project.yaml": text})).project

    assert (found.name, found.languages, found.markings, found.default_marking) == (
        "tiny",
        ("en", "ru"),
        ("CLEAR", "AMBER", "AMBER+STRICT"),
        "AMBER",
    )
    assert (found.edition.date, found.edition.label, found.edition.facts_as_of) == (
        "2022-10-03",
        "October 2022",
        "2022-06-29",
    )
    assert (found.publisher.email, found.licence.name) == ("a@example.org", "CC BY 4.0")
    assert found.audiences["public"].clearance == "CLEAR"
    where = Location("content/project.yaml", 9, 3)
    assert found.credit == (
        Text("Drawn from a study ", where),
        Citation(
            (CitedWork("kim-2020", "p. 4", "", Location(where.file, 10, 4)),),
            Location(where.file, 10, 3),
        ),
        Text(".", Location(where.file, 10, 20)),
    )


@pytest.mark.parametrize("said", ["ua1+a3a", "ua1+a2a", "none"])
def test_a_project_says_which_standards_its_files_keep(project, said):
    plain = (CASES / "_project" / "content" / "project.yaml").read_text("utf-8")
    found = read(project({"content/project.yaml": f"{plain}conformance: {said}\n"}))

    assert found.project.conformance is CONFORMANCES[said]


def test_a_project_that_says_nothing_keeps_pdf_ua_and_pdf_a(project):
    assert read(project()).project.conformance is UA1_A3A


def test_countries_and_regions(project):
    text = """\
KAZ: {iso2: KZ, name: {en: Kazakhstan, ru: Казахстан}, adjective: Kazakh, capital: Astana}
NOR: {iso2: NO, name: Norway, adjective: Norwegian}
KGZ: {iso2: KG, name: Kyrgyzstan, adjective: Kyrgyz}
central-asia: {name: Central Asia, adjective: Central Asian, members: [KGZ, KAZ]}
"""
    file = "content/countries.yaml"
    yaml = (STYLES.parent / "_project/content/project.yaml").read_text("utf-8")
    files = {file: text, "content/project.yaml": yaml.replace("[en]", "[en, ru]")}
    places = read(project(files)).places

    assert places["KAZ"] == Place(
        "KAZ",
        "KZ",
        {"en": "Kazakhstan", "ru": "Казахстан"},
        {"en": "Kazakh"},
        "Astana",
        (),
        Location(file, 1),
    )
    assert places["NOR"].iso2 == "NO"
    assert places["NOR"].names == {"en": "Norway", "ru": "Норвегия"}
    assert places["central-asia"] == Place(
        "central-asia",
        "",
        {"en": "Central Asia", "ru": "Central Asia"},
        {"en": "Central Asian"},
        "",
        ("KGZ", "KAZ"),
        Location(file, 4),
    )


def test_units(project):
    units = read(project()).units

    assert units == {
        "percent": Unit("percent", "{value}% of the area", "", "{value}%", "%", False),
        "tonnes": Unit(
            "tonnes", "{value} tonnes", "{value} tonne", "{value} tonnes", "tonnes", True
        ),
    }


def test_sources_are_csl(project):
    text = """\
kurc-2018:
  type: article-journal
  author: [{family: Kurç, given: Çağlar}, {literal: NATO}]
  title: 'Between: A and B'
  issued: 2018-05-01/2018-06
  accessed: 2020
  volume: 61
  URL: https://example.org/
"""
    files = {"content/sources.yaml": text, "content/readings/water.yaml": "{}"}
    files["content/sections/water.md"] = "---\ntitle: Water\n---\n\nWater.\n"
    (source,) = read(project(files)).sources.values()

    assert source.csl == {
        "id": "kurc-2018",
        "type": "article-journal",
        "author": [{"family": "Kurç", "given": "Çağlar"}, {"literal": "NATO"}],
        "title": "Between: A and B",
        "issued": {"date-parts": [[2018, 5, 1], [2018, 6]]},
        "accessed": {"date-parts": [[2020]]},
        "volume": "61",
        "URL": "https://example.org/",
    }
    assert source.where == Location("content/sources.yaml", 1)


def test_a_section(project):
    file = "content/sections/water.md"
    text = """\
---
title: "Water in {{ country.name }}"
needs: [water, grain]
audience: public, parliament
countries: KAZ
marking: AMBER
if: not has('grain')
---

Text.
"""
    section = read(project({file: text})).sections["water"]

    assert section == Section(
        id="water",
        title=(
            Text("Water in ", Location(file, 2, 9)),
            Worded(Expression("country.name", Location(file, 2, 21))),
        ),
        needs=("water", "grain"),
        blocks=section.blocks,
        conditions=Conditions(
            audiences=frozenset({"public", "parliament"}),
            countries=frozenset({"KAZ"}),
            marking="AMBER",
            when=Expression("not has('grain')", Location(file, 7, 5)),
        ),
        where=Location(file, 1),
    )
    assert section.blocks[0].where == Location(file, 10)


def test_a_document(project):
    file = "content/documents/brief.md"
    text = """\
---
kind: Brief
title: Title
subtitle: >-
  [One]{countries=KAZ}
  [two]{countries="KGZ"}
repeats: countries
countries: [KGZ, KAZ]
audiences: parliament
pages: {least: 2}
audience: parliament
---

{{ section("water") }}
"""
    document = read(project({file: text})).documents["brief"]

    one = Conditions(countries=frozenset({"KAZ"}))
    first, space, second = document.subtitle
    assert isinstance(first, Span)
    assert isinstance(second, Span)
    assert (first.attributes.conditions, first.where) == (one, Location(file, 5, 3))
    assert (space, second.where) == (Text(" ", Location(file, 5, 23)), Location(file, 6, 3))
    assert document == Document(
        id="brief",
        kind="Brief",
        title=(Text("Title", Location(file, 3, 8)),),
        subtitle=document.subtitle,
        style="brief",
        countries=("KGZ", "KAZ"),
        audiences=("parliament",),
        languages=("en",),
        least_pages=2,
        most_pages=None,
        blocks=document.blocks,
        conditions=Conditions(audiences=frozenset({"parliament"})),
        where=Location(file, 1),
    )


def test_a_document_is_for_everyone_unless_it_says_so(project):
    text = '---\nkind: Brief\ntitle: Title\n---\n\n{{ section("water") }}\n'
    document = read(project({"content/documents/brief.md": text})).documents["brief"]

    assert (document.audiences, document.languages, document.countries, document.style) == (
        ("public", "parliament"),
        ("en",),
        (),
        "brief",
    )
    assert (document.least_pages, document.most_pages) == (1, None)


def test_a_bar_chart(project):
    file = "content/charts/water.yaml"
    text = """\
chart: bar
title: Little "water"
subtitle: Share
readings: water
countries: [KAZ, NOR]
highlight: NOR
sort: ascending
reference: {value: median, label: Median}
note: Years differ.
height: 40mm
span: half
only-for: KAZ
"""
    chart = read(project({file: text})).charts["water"]

    assert chart == ChartSpec(
        id="water",
        title=(Text("Little “water”", Location(file, 2, 8)),),
        subtitle=(Text("Share", Location(file, 3, 11)),),
        note=(Text("Years differ.", Location(file, 9, 7)),),
        data=FromReadings(("water",), ("KAZ", "NOR"), (), "places", None),
        highlight=("NOR",),
        span="half",
        height=parse_length("40mm"),
        alt=(),
        tabled=False,
        options=BarOptions(
            "ascending",
            Comparison(
                "median", "Median", where=Location(file, 8, 20), said_at=Location(file, 8, 35)
            ),
        ),
        conditions=Conditions(countries=frozenset({"KAZ"})),
        where=Location(file, 1),
    )


def of_places(*places, down="places", across=None):
    return FromReadings(("water",), places, (), down, across)


@pytest.mark.parametrize(
    ("text", "options", "data"),
    [
        ("chart: bar\ncountries: [KAZ]", BarOptions("descending"), of_places("KAZ")),
        (
            "chart: bar\nplace: country",
            BarOptions("none"),
            of_places("country", down="periods"),
        ),
        (
            "chart: bar\nplace: KAZ\nsort: descending",
            BarOptions("descending"),
            of_places("KAZ", down="periods"),
        ),
        (
            "chart: line\nseries: [KAZ, KGZ]",
            LineOptions(),
            of_places("KAZ", "KGZ", down="periods", across="places"),
        ),
        (
            "chart: line\nplace: country\nreference: {value: 2.5, label: Norm}",
            LineOptions(
                Comparison(
                    2.5,
                    "Norm",
                    where=Location("content/charts/water.yaml", 3, 20),
                    said_at=Location("content/charts/water.yaml", 3, 32),
                )
            ),
            of_places("country", down="periods", across="places"),
        ),
    ],
)
def test_the_options_of_a_chart(project, text, options, data):
    text = f"{text}\ntitle: Water\nreadings: water\n"
    chart = read(project({"content/charts/water.yaml": text})).charts["water"]

    assert (chart.options, chart.data) == (options, data)
    assert (chart.highlight, chart.span, chart.conditions) == ((), "full", ALWAYS)


def test_the_latest_period_can_be_picked_out_where_bars_are_periods(project):
    text = "chart: bar\nplace: KAZ\nhighlight: latest\ntitle: Water\nreadings: water\n"

    chart = read(project({"content/charts/water.yaml": text})).charts["water"]

    assert chart.highlight == ("latest",)


@pytest.mark.parametrize("drawn", ["bar\ncountries: [KAZ]", "line\nseries: [KAZ]"])
def test_the_latest_period_cannot_be_picked_out_elsewhere(project, drawn):
    text = f"chart: {drawn}\nhighlight: latest\ntitle: Water\nreadings: water\n"

    with pytest.raises(ContentError) as caught:
        read(project({"content/charts/water.yaml": text}))

    assert str(caught.value) == (
        "content/charts/water.yaml:3:12: error: 'latest' picks out a period, and the bars or lines "
        "here are none\n"
        "  hint: a bar chart of one 'place' has a bar for each period; wanted here: KAZ, country, "
        "none"
    )


def test_a_table(project):
    file = "content/tables/water.yaml"
    text = """\
title: Water
rows: [KAZ, central-asia]
highlight: country
columns:
  - {label: "Water, *here*", indicator: water, show: value period}
  - label: Grain
    indicator: grain
    align: left
    group: Food
note: Years differ.
"""
    table = read(project({file: text})).tables["water"]

    assert table == TableSpec(
        id="water",
        title=(Text("Water", Location(file, 1, 8)),),
        rows=("KAZ", "central-asia"),
        highlight="country",
        columns=(
            TableColumn(table.columns[0].label, "water", "value period", Location(file, 5, 5)),
            TableColumn(
                (Text("Grain", Location(file, 6, 12)),),
                "grain",
                "value",
                Location(file, 6, 5),
                "left",
                (Text("Food", Location(file, 9, 12)),),
            ),
        ),
        missing="n/a",
        note=(Text("Years differ.", Location(file, 10, 7)),),
        conditions=ALWAYS,
        where=Location(file, 1),
    )
    assert table.columns[0].label[0] == Text("Water, ", Location(file, 5, 14))


def test_what_was_loaded_goes_to_a_worker_and_back(project):
    loaded = load(project(), STYLES)

    assert pickle.loads(pickle.dumps(loaded)) == loaded


def test_the_same_files_give_the_same_content_in_any_process(project):
    script = (
        "import pickle, sys; from pathlib import Path; from briefing.load import load;"
        "loaded = load(Path(sys.argv[1]), Path(sys.argv[2]));"
        "print([list(getattr(loaded.content, name)) for name in ('places', 'readings', 'styles',"
        " 'inputs', 'sections')], loaded.content.documents, loaded.warnings)"
    )
    root = project({"content/sections/unused.md": "---\ntitle: Unused\n---\n\nText.\n"})
    runs = {
        subprocess.run(
            [sys.executable, "-c", script, str(root), str(STYLES)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in "123"
    }

    assert len(runs) == 1


def test_the_example_project_is_without_faults():
    loaded = load(ROOT, ROOT / "styles")

    assert loaded.warnings == ()
    assert {"styles/brief.yaml", "content/choices.yaml"} <= loaded.content.inputs.keys()


def test_jinja_is_not_imported_for_plain_expressions(project):
    script = (
        "import sys; from pathlib import Path; from briefing.load import load;"
        "load(Path(sys.argv[1]), Path(sys.argv[2])); print('jinja2' in sys.modules)"
    )
    command = [sys.executable, "-c", script, str(project()), str(STYLES)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, env=env, stdout=subprocess.PIPE, check=True, text=True)

    assert run.stdout == "False\n"


def test_a_secret_in_another_script_is_nobodys_business(project):
    root = project()
    file = root / "content/project.yaml"
    file.write_text(file.read_text("utf-8") + "secrets: [Операция «Зонт»]\n", "utf-8")

    assert [one.text for one in load(root, STYLES).content.project.secrets] == ["Операция «Зонт»"]
