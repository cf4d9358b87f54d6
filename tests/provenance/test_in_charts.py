"""Numbers that are typed around charts and into them want a source as any others do."""

import pytest

import briefing
from briefing import pipeline
from briefing.provenance import trace
from tests.provenance.projects import FILES, write

FILE = "content/charts/lakes.yaml"
SECTION = '---\ntitle: Water\n---\n\n{{ chart("lakes") }}\n'
READINGS = "readings: water\ncountries: [KAZ, KGZ]\n"
ROWS = (
    "x: year\ny: lakes\nunit: m3\nsource: kim-2020\n"
    "rows: [{year: 2018, lakes: 12}, {year: 2019, lakes: 15}]\n"
)
EVENTS = "events: [{date: 2019, text: A dam of 61 metres, source: lee-2021}]\n"
PROJECT = FILES["project.yaml"].replace(
    "audiences: {", "audiences: {staff: {name: us, clearance: AMBER}, "
)
HELD = FILES["sources.yaml"].replace("lee-2021: {", "lee-2021: {marking: AMBER, ")
CITE = "cite its source in the same sentence, or print a reading with figure(…)"
SAY = f"{CITE}, or say a value that the chart draws"
NAME = "say where it was taken from: source: …, a key of sources.yaml"


def opened(root, *lines, kind="bar", data=READINGS, **files):
    text = f"chart: {kind}\n{data}" + "".join(f"{line}\n" for line in lines)
    if not any(line.startswith("title:") for line in lines):
        text += "title: Lakes\n"
    return briefing.open(write(root, SECTION, **{"charts/lakes.yaml": text}, **files))


def told(project):
    """What loading tells, and checking on top of it; both as what has no source, and the hint."""
    every = (*project.warnings, *project.check())
    assert len({(one.where, one.message) for one in every}) == len(every)
    found = [one for one in every if one.rule == "uncited"]
    return [
        (one.message.split("'")[1], one.where.line, one.where.column, one.hint) for one in found
    ]


def traced(project, audience="public"):
    brief = project.brief("brief", audience=audience)
    fitted = pipeline.pages_of(brief.content, brief.request)
    found = trace(fitted.tailored.manuscript, fitted.flow, fitted.pages)
    return [(one.text, one.statement, names(one)) for one in found]


def names(number):
    return [
        origin.place or f"{cited.source} {cited.locator}".strip()
        for origin in number.origins
        for cited in origin.cited[:1]
    ]


def test_typed_numbers_that_the_chart_does_not_draw_have_no_source(tmp_path):
    project = opened(
        tmp_path, "title: Bars of 61 men", "subtitle: Sub 62 men", "note: Note 63 men", "alt: auto"
    )

    assert told(project) == [
        ("61", 4, 16, SAY), ("62", 5, 15, SAY), ("63", 6, 12, SAY),
    ]  # fmt: skip
    assert traced(project)[:2] == [("61", "Bars of 61 men", []), ("62", "Sub 62 men", [])]


def test_a_typed_value_of_the_chart_rests_on_just_that(tmp_path):
    project = opened(tmp_path, "title: One lake holds 12, another about 8", "note: In 2020.")

    assert told(project) == []
    assert traced(project)[:2] == [
        ("12", "One lake holds 12, another about 8", ["KAZ"]),
        ("8", "One lake holds 12, another about 8", ["KGZ"]),
    ]


def test_a_typed_value_of_rows_rests_on_their_source(tmp_path):
    project = opened(tmp_path, "title: From 12 to 15, not 16", kind="line", data=ROWS)

    assert told(project) == [("16", 7, 27, SAY)]
    assert [one[2] for one in traced(project)[:3]] == [["kim-2020"], ["kim-2020"], []]


def test_what_a_sentence_cites_or_figure_prints_needs_no_value(tmp_path):
    project = opened(
        tmp_path,
        "title: \"Up {{ change('water', from='2019', to='2020', place='KAZ') }}\"",
        "note: It had 61 lakes [@lee-2021, p. 5]. It has 62.",
        **{
            "readings/water.yaml": FILES["readings/water.yaml"].replace(
                "water:\n",
                "water:\n  - {country: KAZ, value: 7, period: 2019, source: kim-2020}\n",
            )
        },
    )

    assert told(project) == [("62", 5, 49, SAY)]
    assert [(one[0], one[2]) for one in traced(project)[:1]] == [("5", ["KAZ", "KAZ"])]


def test_a_figure_that_is_joined_with_words_keeps_its_reading(tmp_path):
    project = opened(
        tmp_path, "title: \"{{ figure('water', 'KGZ', show='value') ~ ' and more' }}\""
    )

    assert told(project) == []
    assert traced(project)[0] == ("8", "8 and more", ["KGZ"])


def test_a_figure_that_goes_through_a_filter_keeps_its_reading(tmp_path):
    title = "title: \"{{ figure('water', 'KGZ', show='value unit') | upper }}\""
    project = opened(tmp_path, title)

    assert traced(project)[0] == ("8", "8 CUBIC METRES", ["KGZ"])


def test_what_only_some_are_shown_is_a_value_for_these_alone(tmp_path):
    project = opened(
        tmp_path, "title: One holds 8", **{"project.yaml": PROJECT, "sources.yaml": HELD}
    )

    hint = "cite in its sentence a work that they may see, or give it the conditions of its source"
    assert [str(one) for one in project.warnings] == []
    assert told(project) == [("8", 4, 18, hint)]


def test_what_stands_in_a_chart_with_its_source_may_be_said_around_it(tmp_path):
    project = opened(tmp_path, "title: A dam of 61 metres", kind="timeline", data=EVENTS)

    assert told(project) == []
    assert traced(project) == [
        ("61", "A dam of 61 metres", ["lee-2021"]),
        ("61", "A dam of 61 metres", ["lee-2021"]),
    ]


def test_a_table_behind_a_chart_rests_on_what_the_chart_does(tmp_path):
    project = opened(tmp_path, "table: after", kind="line", data=ROWS)

    assert told(project) == []
    cells = [one for one in traced(project) if " | " not in one[1] and one[1] in ("12", "15")]
    assert cells[:2] == [("12", "12", ["kim-2020"]), ("15", "15", ["kim-2020"])]


# --- what is written into a chart ----------------------------------------------------------------


def test_a_typed_line_to_compare_with_wants_a_source_and_so_does_what_it_is_called(tmp_path):
    project = opened(tmp_path, "reference: {value: 3, label: Aim of 12 or 3}")

    assert told(project) == [("3", 4, 20, NAME), ("12", 4, 37, NAME)]
    found = traced(project)
    assert found[0] == ("12", "Aim of 12 or 3", [])
    assert found[1] == ("3", "Aim of 12 or 3", [])
    assert found[-1] == ("3", "Aim of 12 or 3: 3", [])


def test_a_line_with_a_source_rests_on_it_with_what_it_is_called(tmp_path):
    line = "reference: {value: 3, label: Aim of 3, source: lee-2021, locator: p. 9}"
    project = opened(tmp_path, line, "title: None is below the aim of 3")

    assert told(project) == []
    found = traced(project)
    assert {one[0]: one[2] for one in found if one[0] == "3"} == {"3": ["lee-2021 p. 9"]}
    assert [one[0] for one in found].count("3") == 3


def test_a_line_goes_with_its_source(tmp_path):
    line = "reference: {value: 3, label: Aim of 3, source: lee-2021}"
    own = FILES["readings/water.yaml"].replace("lee-2021", "kim-2020")
    files = {"project.yaml": PROJECT, "sources.yaml": HELD, "readings/water.yaml": own}
    project = opened(tmp_path, line, **files)

    assert "3" in [one[0] for one in traced(project, "staff")]
    assert "3" not in [one[0] for one in traced(project)]
    brief = project.brief("brief", audience="public")
    tailored = pipeline.tailored_of(brief.content, brief.request)
    (gone,) = [one for one in tailored.omitted if one.what.startswith("line")]
    assert (gone.what, gone.reason, gone.detail) == (
        "line to compare with of chart 'lakes'", "marking",
        "as its source 'lee-2021' is marked AMBER, above CLEAR",
    )  # fmt: skip
    assert list(tailored.manuscript.sources) == ["kim-2020"]


def test_where_a_withheld_line_stands_moves_nothing(tmp_path):
    own = FILES["readings/water.yaml"].replace("lee-2021", "kim-2020")
    files = {"project.yaml": PROJECT, "sources.yaml": HELD, "readings/water.yaml": own}
    made = []
    for value in (3, 12345):
        line = f"reference: {{value: {value}, label: Aim, source: lee-2021}}"
        project = opened(tmp_path / str(value), line, **files)
        project.build(tmp_path / str(value) / "out")
        made.append((tmp_path / str(value) / "out" / "brief-public.pdf").read_bytes())

    assert made[0] == made[1]


def test_zero_wants_no_source(tmp_path):
    assert told(opened(tmp_path, "reference: {value: 0, label: No change}")) == []


def test_what_a_computed_line_is_called_says_a_value_or_no_number(tmp_path):
    project = opened(tmp_path, "reference: {value: mean, label: 'Mean of 61, or 10'}")

    found = [(one[0], one[1], one[2]) for one in told(project)]
    assert found == [("61", 4, 42)]
    assert traced(project)[-1] == ("10", "Mean of 61, or 10: 10", ["KAZ", "KGZ"])


def test_a_computed_line_has_no_source_of_its_own(tmp_path):
    with pytest.raises(briefing.ContentError) as caught:
        opened(tmp_path, "reference: {value: mean, label: Mean, source: kim-2020}")

    assert str(caught.value) == (
        f"{FILE}:4:39: error: the mean has no source of its own\n"
        "  hint: what it is computed from has its sources; take it out"
    )


def test_bands_and_annotations_may_have_sources(tmp_path):
    project = opened(
        tmp_path,
        "bands: [{low: 1, high: 3, label: Aim 3, source: lee-2021}, {low: 4, high: 5, label: 5}]",
        "annotations: [{x: 2018, text: 61 dams}, {x: 2019, text: 62 dams, source: lee-2021}]",
        kind="line",
        data=ROWS,
    )

    assert told(project) == [("5", 7, 85, NAME), ("61", 8, 31, NAME)]
    assert [one[2] for one in traced(project) if one[0] in ("3", "5", "61", "62")] == [
        ["lee-2021"], [], [], ["lee-2021"],
    ]  # fmt: skip


def test_what_a_donut_is_of_says_its_sum_or_no_number(tmp_path):
    data = (
        "x: kind\ny: lakes\nunit: m3\nsource: kim-2020\n"
        "rows: [{kind: Big, lakes: 12}, {kind: Small, lakes: 15}]\n"
    )
    project = opened(tmp_path, "whole: of 27 and 61", kind="donut", data=data)

    assert [one[:3] for one in told(project)] == [("61", 7, 18)]
