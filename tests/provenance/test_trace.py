from briefing import pipeline
from briefing.model.provenance import Cited, Traced
from briefing.project import open_project
from briefing.provenance import trace
from tests.provenance.projects import write

HEAD = "---\ntitle: Water\n---\n\n"


def traced(root, section: str, *, names=(), **files: str) -> list[Traced]:
    project = open_project(write(root, HEAD + section, **files))
    brief = project.brief("brief", audience="public")
    fitted = pipeline.pages_of(brief.content, brief.request)
    return list(trace(fitted.tailored.manuscript, fitted.flow, fitted.pages, names))


def told(numbers) -> list[tuple[str, list[str]]]:
    return [(one.text, [each.source for o in one.origins for each in o.cited]) for one in numbers]


def test_a_figure_rests_on_its_reading(tmp_path):
    (one,) = traced(tmp_path, 'The lake holds {{ figure("water", "KAZ") }}.')
    (origin,) = one.origins

    assert (one.text, one.statement, one.role, one.page) == (
        "12", "The lake holds 12 cubic metres (2020).", "text", 1
    )  # fmt: skip
    assert (origin.indicator, origin.place, origin.period) == ("water", "KAZ", "2020")
    assert origin.cited == (Cited("kim-2020", "p. 4"),)
    assert str(origin.where) == "content/readings/water.yaml:2:5"


def test_a_typed_number_rests_on_what_its_sentence_cites(tmp_path):
    numbers = traced(
        tmp_path, "It has 7 mouths [@kim-2020, p. 3]. It has 8 isles. And 9.[@lee-2021]"
    )

    assert told(numbers) == [("7", ["kim-2020"]), ("8", []), ("9", ["lee-2021"])]


def test_a_note_of_the_authors_own_words_cites_for_its_sentence(tmp_path):
    numbers = traced(tmp_path, "It has 7 mouths.^[Told by [@lee-2021, p. 30].]")

    assert told(numbers) == [("7", ["lee-2021"])]


def test_a_cell_rests_on_its_row_else_on_its_head_else_on_the_caption(tmp_path):
    table = (
        '{#t caption="Lakes [@kim-2020]"}\n'
        "| Lake | Depth [@lee-2021] | Isles |\n|---|---|---|\n"
        "| One | 10 | 11 |\n| Two | 12 [@kim-2020] | 13 |\n"
    )
    numbers = [one for one in traced(tmp_path, table) if one.role == "table"]

    assert told(numbers) == [
        ("10", ["lee-2021"]), ("11", ["kim-2020"]), ("12", ["kim-2020"]), ("13", ["kim-2020"]),
    ]  # fmt: skip


def test_names_with_digits_and_cross_references_count_nothing(tmp_path):
    numbers = traced(tmp_path, "## Here {#here}\n\nOn 5G see [](#here), and B-52s.", names=("5G",))

    assert told(numbers) == [("-52", [])]


def test_numbers_of_a_repeat_stand_each_on_its_own_page(tmp_path):
    section = (
        '::: box {for="one in [1, 2, 3]"}\n### Lake\n\nIt has 7 mouths [@kim-2020]. '
        + "Water runs on and on. " * 60
        + "\n:::\n"
    )
    numbers = traced(tmp_path, section)

    assert [one.text for one in numbers] == ["7", "7", "7"]
    assert [one.page for one in numbers] == [1, 1, 2]


def test_a_title_that_the_contents_repeat_stands_where_it_heads_its_text(tmp_path):
    document = "---\nkind: Brief\ntitle: Water\n---\n\n{{ contents() }}\n\n" + (
        "Water runs on and on. " * 400 + '\n\n{{ section("water") }}\n'
    )
    section = "## It has 7 mouths [@kim-2020]\n\nIt has 8 isles [@kim-2020].\n"
    numbers = traced(tmp_path, section, **{"documents/brief.md": document})

    assert [(one.text, one.page) for one in numbers] == [("7", 2), ("8", 2)]


def test_a_chart_rests_on_the_readings_that_it_draws(tmp_path):
    chart = (
        "chart: bar\ntitle: Lakes hold up to 12\nreadings: water\ncountries: [KAZ, KGZ]\n"
        "reference: {value: mean, label: Mean}\n"
    )
    numbers = traced(tmp_path, '{{ chart("lakes") }}', **{"charts/lakes.yaml": chart})

    assert [(one.text, one.statement, one.role) for one in numbers] == [
        ("12", "Lakes hold up to 12", "caption"),
        ("12", "Kazakhstan: 12", "figure"),
        ("8", "Kyrgyzstan: 8", "figure"),
        ("10", "Mean: 10", "figure"),
    ]
    assert [len(one.origins) for one in numbers] == [1, 1, 1, 2]
