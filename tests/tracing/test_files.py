"""What a finished file's numbers rest on, as ``trace_file`` tells it."""

import pytest

import briefing
from briefing.kept import KeptError
from briefing.tracing import trace_file
from briefing.tracing.values import Answer, Figure, Spot
from tests.provenance.projects import FILES, write

HEAD = "---\ntitle: Water\n---\n\n"


def traced(root, section: str, **files: str) -> tuple[Answer, ...]:
    write(root, HEAD + section, **files)
    briefing.open(root).build(root / "out", workers=1)
    return trace_file(root / "out" / "brief.pdf")


def told(answers) -> list[tuple[str, str]]:
    return [(one.text, one.role) for one in answers]


def test_a_figure_leads_to_its_reading_and_the_source_of_that(tmp_path):
    assert traced(tmp_path, 'The lake holds {{ figure("water", "KAZ") }}.') == (
        Answer(
            text="12",
            statement="The lake holds 12 cubic metres (2020).",
            spots=(Spot("brief.pdf", 1),),
            input="content/sections/water.md:5:19",
            figures=(Figure("water", "KAZ", "2020", "content/readings/water.yaml:2"),),
            cited=("kim-2020, p. 4",),
        ),
    )


def test_a_typed_number_leads_to_what_its_sentence_cites(tmp_path):
    found = traced(tmp_path, "It has 7 mouths [@kim-2020, p. 3]. It has 8 isles.")

    assert [(one.text, one.cited, one.is_traced) for one in found] == [
        ("7", ("kim-2020, p. 3",), True), ("8", (), False),
    ]  # fmt: skip


def test_notes_references_contents_and_labels_count_nothing(tmp_path):
    section = (
        "{{ contents() }}\n\n## Five lakes {#lakes}\n\n"
        "See page [](#lakes){.page}.^[It says 9 there.]\n\n1. One.\n2. Two.\n"
    )

    assert traced(tmp_path, section) == ()


def test_numbers_of_captions_are_no_numbers_in_captions(tmp_path):
    chart = "chart: bar\ntitle: Lakes hold up to 12\nreadings: water\ncountries: [KAZ, KGZ]\n"
    document = (
        '---\nkind: Brief\ntitle: Water\nstyle: institute\n---\n\n{{ section("water") }}\n\n'
        '{{ chart("lakes") }}\n'
    )
    files = {"charts/lakes.yaml": chart, "documents/brief.md": document}
    found = traced(tmp_path, "Words.", **files)

    assert told(found) == [("12", "caption"), ("12", "figure"), ("8", "figure")]


def test_values_of_charts_are_traced_and_numbers_along_axes_passed_over(tmp_path):
    readings = "water:\n" + "".join(
        f"  - {{country: KAZ, value: {value}, period: {year}, source: kim-2020}}\n"
        for year, value in ((2018, 3), (2019, 7), (2020, 41))
    )
    chart = "chart: line\ntitle: The lake rises\nreadings: water\nseries: [KAZ]\n"
    files = {"charts/lakes.yaml": chart, "readings/water.yaml": readings}
    found = traced(tmp_path, '{{ chart("lakes") }}', **files)

    assert [(one.text, one.role, one.figures[0].period) for one in found] == [
        ("41", "figure", "2020"),
    ]  # fmt: skip


def test_a_cell_below_a_joined_head_rests_on_what_the_head_cites(tmp_path):
    found = traced(tmp_path, "| Lakes [@lee-2021] | < |\n|---|---|\n| Isles | 11 |\n")

    assert [(one.text, one.role, one.cited) for one in found] == [("11", "table", ("lee-2021",))]


def test_what_other_sources_give_rests_on_them(tmp_path):
    readings = (
        "water:\n  - {country: KAZ, value: 12, period: 2020, source: kim-2020}\n"
        "  - {country: KAZ, value: 31, period: 2020, source: lee-2021, locator: p. 9}\n"
        "  - {country: KGZ, value: 8, period: 2020, source: lee-2021}\n"
    )
    choices = (
        "water:\n  - country: KAZ\n    period: 2020\n    take: kim-2020\n    because: It is new.\n"
    )
    chart = "chart: bar\ntitle: Lakes\nreadings: water\ncountries: [KAZ, KGZ]\n"
    files = {
        "readings/water.yaml": readings, "choices.yaml": choices, "charts/lakes.yaml": chart,
    }  # fmt: skip
    found = traced(tmp_path, '{{ chart("lakes") }}', **files)
    (other,) = (one for one in found if one.text == "31")

    assert (other.role, other.cited, other.figures) == ("caption", ("lee-2021, p. 9",), ())
    assert other.input == "content/readings/water.yaml:3:5"


RANGE = {
    "readings/water.yaml": (
        "water:\n  - {country: KAZ, value: 12, period: 2020, source: kim-2020, locator: p. 4}\n"
        "  - {country: KAZ, value: 14, period: 2020,\n"
        "     source: lee-2021, locator: p. 9, audience: a}\n"
    ),
    "choices.yaml": (
        "water:\n  - {country: KAZ, period: 2020, take: range, because: Nobody knows better.}\n"
    ),
    "project.yaml": FILES["project.yaml"].replace(
        "audiences: {", "audiences: {a: {name: some, clearance: AMBER}, "
    ),
}
"""A figure that spans two for some readers, and is one of them for the others."""


def ranging(root, audience: str) -> tuple[Answer, ...]:
    write(root, HEAD + 'It holds {{ figure("water", "KAZ") }}.', **RANGE)
    briefing.open(root).build(root / "out", workers=1)
    file = trace_file(root / "out" / f"brief-{audience}.pdf")
    assert file
    return file


def test_a_range_rests_on_all_figures_that_it_spans(tmp_path):
    (found,) = ranging(tmp_path, "a")

    assert found.text == "12–14"
    assert found.figures == (
        Figure("water", "KAZ", "2020", "content/readings/water.yaml:2"),
        Figure("water", "KAZ", "2020", "content/readings/water.yaml:3"),
    )
    assert found.cited == ("kim-2020, p. 4", "lee-2021, p. 9")


def test_a_range_rests_on_nothing_that_its_readers_may_not_see(tmp_path):
    (found,) = ranging(tmp_path, "public")

    assert (found.text, found.cited) == ("12", ("kim-2020, p. 4",))
    assert [one.input for one in found.figures] == ["content/readings/water.yaml:2"]


def test_asking_tells_of_a_range_what_its_file_tells(tmp_path):
    (file,) = ranging(tmp_path, "a")
    (asked,) = briefing.open(tmp_path).trace("12-14")

    assert (asked.figures, asked.cited) == (file.figures, file.cited)


def test_a_bar_that_is_a_range_rests_on_all_figures_that_it_spans(tmp_path):
    chart = "chart: bar\ntitle: Lakes\nreadings: water\ncountries: [KAZ, KGZ]\n"
    two = RANGE["readings/water.yaml"]
    two += "  - {country: KGZ, value: 8, period: 2020, source: lee-2021}\n"
    files = RANGE | {"charts/lakes.yaml": chart, "readings/water.yaml": two}
    write(tmp_path, HEAD + '{{ chart("lakes") }}', **files)
    briefing.open(tmp_path).build(tmp_path / "out", workers=1)
    drawn = [one for one in trace_file(tmp_path / "out" / "brief-a.pdf") if one.role == "figure"]

    assert [(one.text, one.cited) for one in drawn] == [
        ("12–14", ("kim-2020, p. 4", "lee-2021, p. 9")), ("8", ("lee-2021",)),
    ]  # fmt: skip


def test_a_figure_rests_on_all_sources_that_say_the_same(tmp_path):
    same = (
        RANGE["readings/water.yaml"].replace("value: 14", "value: 12").replace(", audience: a", "")
    )
    (found,) = traced(
        tmp_path, 'It holds {{ figure("water", "KAZ") }}.', **{"readings/water.yaml": same}
    )

    assert found.cited == ("kim-2020, p. 4", "lee-2021, p. 9")


def test_the_name_of_a_licence_counts_nothing(tmp_path):
    licence = "licence: {name: CC BY-SA 4.0}"
    project = write(tmp_path, "").joinpath("content/project.yaml").read_text("utf-8")
    files = {"project.yaml": project.replace("licence: {name: CC BY}", licence)}

    assert traced(tmp_path, "It is free (CC BY-SA 4.0).", **files) == ()


def test_a_file_that_its_manifest_does_not_know_is_refused(tmp_path):
    traced(tmp_path, "Words.")
    path = tmp_path / "out" / "brief.pdf"
    path.write_bytes(path.read_bytes() + b"\n")

    with pytest.raises(KeptError) as caught:
        trace_file(path)
    assert str(caught.value) == (
        f"{path}: error: the manifest beside it does not know this file\n"
        "  hint: a manifest tells of the files that were made with it, byte by byte"
    )


def test_a_file_without_a_manifest_is_refused(tmp_path):
    traced(tmp_path, "Words.")
    (tmp_path / "out" / "manifest.json").unlink()

    with pytest.raises(KeptError) as caught:
        trace_file(tmp_path / "out" / "brief.pdf")
    assert caught.value.reason == "there is no such file"


def test_an_encrypted_file_is_traced_with_its_password(tmp_path):
    from briefing.encryption import Encryption

    write(tmp_path, HEAD + 'The lake holds {{ figure("water", "KAZ") }}.')
    encryption = Encryption("opens-the-paper", "owns-the-paper")
    briefing.open(tmp_path).build(tmp_path / "out", workers=1, encryption=encryption)
    found = trace_file(tmp_path / "out" / "brief.pdf", "opens-the-paper")

    assert told(found) == [("12", "text")]


def test_the_date_and_licence_of_a_reading_count_nothing(tmp_path):
    readings = (
        "water:\n  - {country: KAZ, value: 12, period: 2020, source: kim-2020, "
        "as-of: 2021-04-04, licence: CC BY 4.0}\n"
    )
    chart = "chart: bar\ntitle: Lakes\nreadings: water\ncountries: [KAZ]\n"
    files = {"readings/water.yaml": readings, "charts/lakes.yaml": chart}

    assert told(traced(tmp_path, '{{ chart("lakes") }}', **files)) == [("12", "figure")]
