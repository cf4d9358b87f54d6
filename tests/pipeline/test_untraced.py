"""Numbers that have a source for some readers and none for others."""

from click.testing import CliRunner

import briefing
from briefing.cli import main
from tests.provenance.projects import FILES, write

FILE = "content/sections/water.md"
PROJECT = FILES["project.yaml"].replace(
    "audiences: {", "audiences: {staff: {name: us, clearance: AMBER}, "
)
SOURCES = FILES["sources.yaml"].replace("kim-2020: {", "kim-2020: {marking: AMBER, ")
HINT = "cite in its sentence a work that they may see, or give it the conditions of its source"


def opened(root, *lines, **files):
    section = "---\ntitle: Water\n---\n\n" + "".join(f"{line}\n" for line in lines)
    named = {"project.yaml": PROJECT, "sources.yaml": SOURCES, **files}
    return briefing.open(write(root, section, **named))


def told(project):
    found = [str(one) for one in project.check() if one.rule == "uncited"]
    strict = project.warnings_of(project.briefs(), with_unprovable=True)
    assert [str(one) for one in strict if one.rule == "uncited"] == found
    return found


def lost(number, column, line=5, audiences="audience 'public'"):
    message = f"{number!r} has no source for {audiences} [uncited]"
    return f"{FILE}:{line}:{column}: warning: {message}\n  hint: {HINT}"


def test_a_number_whose_source_is_for_some_only_has_none_for_the_others(tmp_path):
    project = opened(tmp_path, "It has 7 mouths[[@lee-2021]]{audience=staff}.")

    assert project.warnings == ()
    assert told(project) == [lost("7", 8)]


def test_words_in_the_place_of_a_work_that_some_may_not_know_of_are_the_authors_choice(tmp_path):
    project = opened(tmp_path, 'It has 7 mouths [@kim-2020]{otherwise="A paper of ours."}.')

    assert told(project) == []


def test_what_goes_with_its_source_wants_no_other(tmp_path):
    project = opened(tmp_path, "It has [7 mouths [@kim-2020] and]{marking=AMBER} a delta.")

    assert told(project) == []


def test_amounts_in_words_are_told_as_well_and_each_place_once(tmp_path):
    project = opened(
        tmp_path, "Half of it dries up, and 30 lakes", "are left[[@lee-2021]]{audience=staff}."
    )

    assert told(project) == [lost("Half", 1), lost("30", 26)]


def test_what_nobody_has_a_source_for_is_told_once(tmp_path):
    project = opened(tmp_path, "It has 7 mouths.")

    assert [one.where.column for one in project.warnings] == [8]
    assert told(project) == []


def test_strict_builds_refuse_it_and_write_nothing(tmp_path):
    opened(tmp_path, "It has 7 mouths[[@lee-2021]]{audience=staff}.")
    out = tmp_path / "out"

    done = CliRunner().invoke(
        main, ["build", "--strict", "-o", str(out), "--project", str(tmp_path)]
    )

    assert done.exit_code == 1
    assert lost("7", 8) in done.output
    assert not out.exists()


def test_a_value_that_only_the_charts_of_some_places_draw_is_told_with_the_others(tmp_path):
    chart = "chart: bar\ntitle: It holds 12\nreadings: water\nplace: country\n"
    brief = (
        "---\nkind: Brief\ntitle: Water\nrepeats: countries\ncountries: [KAZ, KGZ]\n---\n\n"
        '{{ chart("lake") }}\n'
    )
    own = {"charts/lake.yaml": chart, "documents/brief.md": brief}
    files = {**own, "sources.yaml": FILES["sources.yaml"]}
    write(tmp_path, "---\ntitle: Water\n---\n\nWater.\n", **{"project.yaml": PROJECT, **files})
    (found,) = [one for one in briefing.open(tmp_path).check() if one.rule == "uncited"]

    assert str(found) == (
        "content/charts/lake.yaml:2:17: warning: '12' has no source for audiences 'public', 'staff'"
        f" in briefs on 'KGZ' [uncited]\n  hint: {HINT}"
    )
