"""An account of briefs: every item of the content is in or out, and what is told is true."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from briefing.cli import Exit, main
from briefing.errors import Location
from briefing.model import chart_spec, content, manuscript, prose
from briefing.model.account import Account
from briefing.model.content import Content
from briefing.project import Brief, Project
from tests import papers
from tests.test_briefs import ROOT
from tests.test_cli import TINY

CALLED: dict[type, tuple[str, ...]] = {
    content.Document: ("document '",),
    content.Section: ("section '",),
    content.TableSpec: ("table '",),
    content.TableColumn: ("column of table '",),
    content.PictureSpec: ("picture '",),
    chart_spec.ChartSpec: ("chart '",),
    chart_spec.DataRow: ("row '",),
    chart_spec.Series: ("series '",),
    chart_spec.TimeBand: ("band of chart '",),
    chart_spec.ValueBand: ("band of chart '",),
    chart_spec.Remark: ("annotation of chart '",),
    chart_spec.EventSpec: ("event of chart '",),
    chart_spec.MapMark: ("mark of chart '",),
    prose.Placement: ("section '", "chart '", "table '", "picture '"),
    prose.Heading: ("heading",),
    prose.Paragraph: ("paragraph",),
    prose.ListBlock: ("list",),
    prose.ListItem: ("list item",),
    prose.DefinitionList: ("list of definitions",),
    prose.Definition: ("definition",),
    prose.Quote: ("quotation",),
    prose.TableBlock: ("table",),
    prose.Row: ("table row", "head of a table"),
    prose.Box: ("box", "pull-quote"),
    prose.Columns: ("columns",),
    prose.Sheet: ("cover", "title-page", "back-cover"),
    prose.FrontMatter: ("front matter",),
    prose.Listing: ("contents", "listing of "),
    prose.Span: ("words", "note", "citation of "),
    prose.Footnote: ("note",),
    prose.Citation: ("citation of ",),
}
"""How an account calls the items of each type."""

FILES = {"section": "sections", "chart": "charts", "table": "tables", "picture": "pictures"}


def structs(value: object) -> Iterator[msgspec.Struct]:
    """Go through all structs inside of a value, whatever they are."""
    if isinstance(value, tuple):
        for each in value:
            yield from structs(each)
    elif isinstance(value, msgspec.Struct):
        yield value
        for field in value.__struct_fields__:
            yield from structs(getattr(value, field))


def structs_of(made: Content) -> list[msgspec.Struct]:
    """All structs of what is written in a project."""
    kinds = (made.documents, made.sections, made.charts, made.tables, made.pictures)
    return [each for files in kinds for file in files.values() for each in structs(file)]


def belonging(document: str, made: Content) -> set[tuple[Location, type]]:
    """Find all items of a document by their places and types, what it places included."""
    found: set[tuple[Location, type]] = set()
    waiting: list[object] = [made.documents[document], made.project.credit]
    seen = set()
    while waiting:
        for each in structs(waiting.pop()):
            if type(each) in CALLED:
                found.add((each.where, type(each)))  # type: ignore[attr-defined]
            names = []
            if isinstance(each, prose.Placement):
                names = [(FILES[each.kind], each.id)]
            elif isinstance(each, prose.Sheet) and each.picture:
                names = [("pictures", each.picture)]
            for name in names:
                if name not in seen:
                    seen.add(name)
                    waiting.append(getattr(made, name[0])[name[1]])
    return found


def unaccounted(items: set[tuple[Location, type]], account: Account) -> list[str]:
    told: dict[Location, list[str]] = {}
    for item in account.items:
        told.setdefault(item.where, []).append(item.what)
    return [
        f"{where}: {kind.__name__}"
        for where, kind in sorted(items, key=str)
        if not any(what.startswith(CALLED[kind]) for what in told.get(where, ()))
    ]


def places(value: object, kind: type) -> set[Location]:
    return {each.where for each in structs(value) if isinstance(each, kind)}  # type: ignore[attr-defined]


def told_in(account: Account, what: str) -> set[Location]:
    return {item.where for item in account.items if item.is_in and item.what.startswith(what)}


@pytest.fixture(scope="module")
def project() -> Project:
    return papers.opened(ROOT)


@pytest.fixture(scope="module")
def briefs(project: Project) -> tuple[Brief, ...]:
    return project.briefs()


@pytest.fixture(scope="module")
def texts(briefs: tuple[Brief, ...]) -> dict[str, manuscript.Tailored]:
    """What has become of each brief in the end, on its pages."""
    return {brief.name: papers.fitted(brief).tailored for brief in briefs}


@pytest.fixture(scope="module")
def accounts(briefs: tuple[Brief, ...]) -> dict[str, Account]:
    return {brief.name: brief.explain() for brief in briefs}


def test_every_item_of_every_document_is_accounted_for_to_every_audience(project, briefs, accounts):
    items = {name: belonging(name, project.content) for name in project.content.documents}

    assert len(items["study"]) > 500
    assert {
        brief.name: missing
        for brief in briefs
        if (missing := unaccounted(items[brief.request.document], accounts[brief.name]))
    } == {}


def test_every_item_of_the_study_is_accounted_for_to_every_audience_of_the_project(project):
    items = belonging("study", project.content)
    made_for = project.content.documents["study"].audiences
    briefs = project.briefs(documents=["study"], declined=True)

    assert [brief.request.audience for brief in briefs] == [
        *made_for,
        *(key for key in project.content.project.audiences if key not in made_for),
    ]
    for brief in briefs:
        account = brief.explain()
        assert unaccounted(items, account) == []
        assert all(item.detail for item in account.items)
        assert account.problems == ()
        if brief.request.audience in made_for:
            assert account.note == ""
        else:
            note = f"no file of document 'study' is made for {brief.request.audience!r}: "
            assert account.note == f"{note}it is made for public"
            assert account.select("in") == ()


def test_every_item_is_accounted_for_to_those_for_whom_a_document_is_not_made(project, briefs):
    made = {brief.request for brief in briefs}
    others = [each for each in project.briefs(declined=True) if each.request not in made]

    assert len(others) > 10
    for brief in others:
        account = brief.explain()
        assert unaccounted(belonging(brief.request.document, project.content), account) == []
        assert account.note
        assert account.select("in") == ()


def test_every_item_of_the_gallery_of_charts_is_accounted_for():
    gallery = papers.opened(ROOT / "examples" / "gallery")

    for brief in gallery.briefs():
        items = belonging(brief.request.document, gallery.content)
        assert unaccounted(items, brief.explain()) == []


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("paragraph", manuscript.Paragraph),
        ("heading", manuscript.Heading),
        ("section '", manuscript.Section),
        ("note", manuscript.Footnote),
    ],
)
def test_what_is_in_is_what_the_manuscript_has(what, kind, project, texts, accounts):
    placed = {section.where for section in project.content.sections.values()}
    for name, text in texts.items():
        told = told_in(accounts[name], what)
        if kind is manuscript.Section:
            told &= placed  # and not where they are placed

        assert told == places(text.manuscript.blocks, kind), name


def test_all_that_is_omitted_is_told_to_be_out(texts, accounts):
    for name, text in texts.items():
        out = {(item.where, item.ground, item.detail) for item in accounts[name].select("out")}
        told = {(each.where, each.reason, each.detail) for each in text.omitted}

        assert told - out == set(), name


def test_cited_sources_are_in_and_the_others_out(texts, accounts):
    for name, text in texts.items():
        cited = {source.where for source in text.manuscript.sources.values()}

        assert told_in(accounts[name], "source '") == cited, name


def test_printed_figures_are_in(texts, accounts):
    for name, text in texts.items():
        printed = {reading.where for reading in manuscript.readings_in(text.manuscript)}

        assert printed
        assert printed <= told_in(accounts[name], "reading of "), name


def test_every_work_that_a_document_cites_is_accounted_for_to_everybody(project, accounts):
    made = project.content
    citations = [each for each in structs_of(made) if isinstance(each, prose.Citation)]
    cited = {
        name: {
            made.sources[work.key].where
            for each in citations
            if (each.where, prose.Citation) in items
            for work in each.works
        }
        for name in made.documents
        for items in [belonging(name, made)]
    }

    for brief in project.briefs(declined=True):
        account = accounts.get(brief.name) or brief.explain()
        told = {item.where for item in account.items if item.what.startswith("source '")}
        assert cited[brief.request.document] <= told, brief.name


def test_what_is_the_same_for_all_has_nothing_withheld(accounts):
    assert accounts["study"].select("withheld") == ()


# --- the command ---------------------------------------------------------------------------------

SECTION = """---
title: Water
---

{{ country.name }} is dry [@kim-2020, p. 4].

{marking=AMBER}
The river is claimed upstream [@lee-2021]. [Nobody says by whom.]{countries=KAZ}

- {audience=parliament} Ask who owns it.
- {countries=KAZ} Save the sea.
- Plant trees. [More for some.]{if="has('grain')"}^[Not every kind.]

::: box
{audience=parliament}
A word in confidence.
:::

| Year | Level |
|------|-------|
| 2019 | low   |
| 2020 | [high]{marking=RED} {marking=AMBER} |

{from=2022-11-01}
From November on it freezes.

## Below {countries=KGZ}

{countries=KGZ}
Mountains feed it.
"""

CHART = """chart: bar
title: Little water
unit: percent
source: kim-2020
x: label
y: value
rows:
  - {label: Lakes, value: 3}
  - {label: Marsh, value: 2, audience: parliament}
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "content/sections/water.md").write_text(SECTION, "utf-8")
    (folder / "content/charts/water.yaml").write_text(CHART, "utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["explain", *[str(argument) for argument in arguments]])


@pytest.mark.parametrize("audience", ["public", "parliament"])
def test_explain_says_of_every_item_whether_it_is_in_and_by_which_rule(audience, tiny, same_text):
    result = run("brief", "-c", "KAZ", "-a", audience, "--project", tiny)

    assert result.exit_code == Exit.MADE, result.output
    same_text(f"explain-{audience}.txt", result.stdout)


def test_only_what_is_withheld_is_shown_where_that_is_asked_for(tiny):
    result = run("brief", "-c", "KAZ", "-a", "parliament", "--only", "withheld", "--project", tiny)

    place = "content/sections/water.md:22:10"
    assert result.stdout == (
        f"brief-kaz-parliament\n\n{place}  out  words  “high”  marked RED, above AMBER\n\n"
        "42 items: 37 in, 5 out, 1 of them withheld\n"
    )


def test_each_brief_of_a_selection_is_explained(tiny):
    result = run("brief", "--only", "withheld", "--project", tiny)

    names = [line for line in result.stdout.splitlines() if line.startswith("brief-")]
    assert names == [
        "brief-kaz-public",
        "brief-kaz-parliament",
        "brief-kgz-public",
        "brief-kgz-parliament",
    ]


def test_as_json_every_item_has_its_place_and_rule(tiny):
    result = run("brief", "-c", "KAZ", "-a", "public", "--json", "--project", tiny)

    (account,) = json.loads(result.stdout)
    assert account["brief"] == "brief-kaz-public"
    assert account["problems"] == []
    assert {
        "where": {"file": "content/sections/water.md", "line": 8, "column": 1},
        "what": "paragraph",
        "text": "The river is claimed upstream. …",
        "is_in": False,
        "ground": "marking",
        "detail": "marked AMBER, above CLEAR",
    } in account["items"]


def test_a_brief_that_cannot_be_made_is_explained_with_its_problems(tiny):
    section = tiny / "content/sections/water.md"
    text = section.read_text("utf-8").replace("## Below {", "See [](#below).\n\n## Below {#below ")
    section.write_text(text, "utf-8")
    result = run("brief", "-c", "KAZ", "-a", "public", "--only", "out", "--project", tiny)

    assert result.exit_code == Exit.CONTENT
    assert "out  heading  “Below”" in result.stdout
    assert "error: '#below' leads to nothing in this brief" in result.stderr


def test_a_document_that_is_withheld_is_out_with_all_that_stands_in_it(tiny):
    document = tiny / "content/documents/brief.md"
    text = document.read_text("utf-8").replace("kind: Brief", "kind: Brief\nmarking: AMBER")
    document.write_text(text, "utf-8")
    result = run("brief", "-c", "KAZ", "-a", "public", "--only", "in", "--project", tiny)

    assert result.exit_code == Exit.MADE
    assert result.stdout.startswith(
        "brief-kaz-public\n\nno file of document 'brief' is made for 'public': "
        "marked AMBER, above CLEAR\n\n"
    )
    assert ": 0 in, " in result.stdout


@pytest.fixture
def for_parliament(tiny):
    document = tiny / "content/documents/brief.md"
    text = document.read_text("utf-8").replace(
        "kind: Brief", "kind: Brief\naudiences: [parliament]"
    )
    document.write_text(text, "utf-8")
    return tiny


def test_those_for_whom_a_document_is_not_made_are_told_what_would_be_kept_from_them(
    for_parliament, same_text
):
    result = run("brief", "-c", "KAZ", "-a", "public", "--project", for_parliament)

    assert result.exit_code == Exit.MADE, result.output
    same_text("explain-unmade.txt", result.stdout)


def test_all_audiences_are_told_of_and_as_json_why_no_file_is_made(for_parliament):
    result = run("brief", "-c", "KAZ", "--json", "--project", for_parliament)

    notes = {one["brief"]: one["note"] for one in json.loads(result.stdout)}
    assert notes == {
        "brief-kaz": "",
        "brief-kaz-public": "no file of document 'brief' is made for 'public': "
        "it is made for parliament",
    }


def test_what_is_wrong_with_a_paper_is_told_to_those_alone_for_whom_it_is_made(for_parliament):
    section = for_parliament / "content/sections/water.md"
    text = section.read_text("utf-8").replace("## Below {", "See [](#below).\n\n## Below {#below ")
    section.write_text(text, "utf-8")
    told = run("brief", "-c", "KAZ", "-a", "parliament", "--project", for_parliament)
    others = run("brief", "-c", "KAZ", "-a", "public", "--project", for_parliament)

    assert told.exit_code == Exit.CONTENT
    assert "'#below' leads to nothing in this brief" in told.stderr
    assert (others.exit_code, others.stderr) == (Exit.MADE, "")
