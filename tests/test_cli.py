"""The command line: what it prints, what it writes, and with which exit code it leaves."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from briefing import pipeline
from briefing.cli import Exit, main

ROOT = Path(__file__).parents[1]
TINY = Path(__file__).parent / "cases" / "_project"
COMMANDS = [*(ROOT / "briefing" / "cli" / "commands").glob("[a-z]*.py")]


@pytest.fixture
def tiny(tmp_path):
    """A tiny project of one's own, two briefs for two audiences each."""
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_build_makes_all_briefs_and_their_manifest_and_prints_the_paths(tiny, tmp_path):
    out = tmp_path / "out"
    result = run("build", "--project", tiny, "-o", out)

    names = [
        "brief-kaz-parliament.pdf",
        "brief-kaz-public.pdf",
        "brief-kgz-parliament.pdf",
        "brief-kgz-public.pdf",
    ]
    assert result.exit_code == Exit.MADE
    assert sorted(result.stdout.split()) == [str(out / name) for name in names]
    assert files(out) == [*names, "manifest.json"]
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert [one["path"] for one in manifest["files"]] == names
    assert manifest["files"][0]["sources"] == ["kim-2020", "lee-2021"]
    assert "content/sections/water.md" in manifest["inputs"]


@pytest.mark.parametrize("country", ["KAZ", "kz", "Kazakhstan", "KAZAKHSTAN"])
def test_a_country_is_named_by_either_code_or_by_its_name(country, tiny, tmp_path):
    out = tmp_path / "out"
    result = run("build", "brief", "-c", country, "-a", "public", "--project", tiny, "-o", out)

    assert result.stdout == f"{out / 'brief-kaz-public.pdf'}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-c", "Kazakstan"], "unknown country 'Kazakstan'; did you mean 'Kazakhstan'? known: "),
        (["-a", "publik"], "unknown audience 'publik'; did you mean 'public'? known: parliament,"),
        (["-l", "de"], "unknown language 'de'; known: en"),
        (["breif"], "unknown document 'breif'; did you mean 'brief'? known: brief"),
        (["-c", "NO"], "no document is made for such a country, audience and language"),
        (["-j", "0"], "Invalid value for '-j' / '--jobs'"),
        (["--conformance", "a3a"], "'a3a' is not one of 'ua1+a3a', 'ua1+a2a', 'none'."),
    ],
)
def test_a_name_that_is_not_known_is_a_usage_error_and_touches_nothing(
    arguments, message, tiny, tmp_path
):
    out = tmp_path / "out"
    result = run("build", *arguments, "--project", tiny, "-o", out)

    assert result.exit_code == Exit.USAGE
    assert message in result.stderr
    assert not out.exists()


def test_a_mistake_in_the_content_is_told_with_its_place_and_touches_nothing(tiny, tmp_path):
    section = tiny / "content" / "sections" / "water.md"
    section.write_text(section.read_text("utf-8").replace("kim-2020", "kim-2021"), "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "brief-kaz-public.pdf").write_text("the one before")
    os.utime(out / "brief-kaz-public.pdf", (0, 1_700_000_000))
    made = time.strftime("%Y-%m-%d %H:%M", time.localtime(1_700_000_000))
    result = run("build", "--project", tiny, "-o", out)

    assert result.exit_code == Exit.CONTENT
    assert result.stderr == (
        "content/sections/water.md:5:28: error: unknown source 'kim-2021'\n"
        "  hint: did you mean 'kim-2020'? known: kim-2020, lee-2021\n"
        f"left as it was: {out / 'brief-kaz-public.pdf'} is of an earlier build ({made})\n"
    )
    assert (out / "brief-kaz-public.pdf").read_text() == "the one before"
    assert files(out) == ["brief-kaz-public.pdf"]


LOWERED = """lower-to-warnings:
  link-text: The wording is prescribed by our ministry.
"""


@pytest.fixture
def lowered(tiny):
    """The same, with a link that says nothing, one that does so in a brief alone, and leave."""
    project = tiny / "content" / "project.yaml"
    project.write_text(project.read_text("utf-8") + LOWERED, "utf-8")
    section = tiny / "content" / "sections" / "water.md"
    links = 'See [here](https://example.org/) and [{{ "here" }}](https://example.org/).'
    section.write_text(f"{section.read_text('utf-8')}\n{links}\n", "utf-8")
    return tiny


def warned(column: int) -> str:
    return (
        f"content/sections/water.md:7:{column}: warning: a link says only 'here' [link-text]\n"
        "  hint: say what it leads to, such as 'the report of 2022'\n"
        "  lowered by the project: The wording is prescribed by our ministry.\n"
    )


@pytest.mark.parametrize("command", ["build", "check"])
def test_what_a_project_has_lowered_is_told_once_with_its_reason(command, lowered, tmp_path):
    out = ["-o", tmp_path / "out"] if command == "build" else []
    result = run(command, "--project", lowered, *out)

    assert result.exit_code == Exit.MADE
    assert result.stderr == warned(5) + warned(38)


@pytest.mark.parametrize("command", ["build", "check"])
def test_what_only_a_brief_can_tell_fails_where_warnings_are_taken_for_errors(
    command, lowered, tmp_path
):
    section = lowered / "content" / "sections" / "water.md"
    section.write_text(section.read_text("utf-8").replace("[here]", "[the report]"), "utf-8")
    out = ["-o", tmp_path / "out"] if command == "build" else []
    result = run(command, "--strict", "--project", lowered, *out)

    assert result.exit_code == Exit.CONTENT
    assert result.stderr == warned(44) + "1 warning, taken for an error\n"
    assert files(tmp_path / "out") == []


def test_what_is_not_lowered_is_an_error(lowered, tmp_path):
    project = lowered / "content" / "project.yaml"
    project.write_text(project.read_text("utf-8").replace("link-text", "language"), "utf-8")
    result = run("build", "--project", lowered, "-o", tmp_path / "out")

    assert result.exit_code == Exit.CONTENT
    assert result.stderr == (
        "content/sections/water.md:7:5: error: a link says only 'here' [link-text]\n"
        "  hint: say what it leads to, such as 'the report of 2022'\n"
    )


@pytest.mark.parametrize("name", ["ua1+a3a", "ua1+a2a", "none"])
def test_build_makes_files_that_keep_what_is_asked_for(name, tiny, tmp_path):
    out = tmp_path / "out"
    result = run("build", "-a", "public", "--conformance", name, "--project", tiny, "-o", out)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))

    assert result.exit_code == Exit.MADE
    assert [one["conformance"] for one in manifest["files"]] == [name, name]


def test_files_keep_what_the_project_says(tiny, tmp_path):
    with (tiny / "content" / "project.yaml").open("a", encoding="utf-8") as file:
        file.write("conformance: ua1+a2a\n")
    out = tmp_path / "out"
    run("build", "--project", tiny, "-o", out)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))

    assert {one["conformance"] for one in manifest["files"]} == {"ua1+a2a"}


def test_one_brief_that_cannot_be_made_leaves_all_unwritten(tiny, tmp_path):
    document = tiny / "content" / "documents" / "brief.md"
    text = document.read_text("utf-8")
    document.write_text(text + '\n{countries="KGZ"}\nA clef: 𝄞.\n', "utf-8")
    out = tmp_path / "out"
    result = run("build", "--project", tiny, "-o", out)

    assert result.exit_code == Exit.CONTENT
    assert result.stderr.startswith("content/documents/brief.md:15:9: error: no face of 'serif'")
    assert not out.exists()


def test_check_lists_every_problem_of_every_brief_without_making_a_file(tiny, tmp_path):
    result = run("check", "--project", tiny)
    section = tiny / "content" / "sections" / "water.md"
    section.write_text('---\ntitle: Water\n---\n\n{{ figure("water", "NOR") }} 𝄞\n', "utf-8")
    wrong = run("check", "--project", tiny)

    assert (result.exit_code, result.stderr) == (Exit.MADE, "")
    assert result.stdout == "12 files, 4 briefs, no problems\n"
    assert wrong.exit_code == Exit.CONTENT
    assert "content/sections/water.md:5:4: error: no reading of 'water' for 'NOR'" in wrong.stderr
    assert files(tmp_path) == ["tiny"]


def test_what_programs_say_is_told_by_check_to_those_alone_who_ask_for_it(tiny):
    charts, settings = tiny / "content" / "charts", tiny / "content" / "project.yaml"
    (charts / "water.yaml").write_text(
        "chart: figure\nfunction: drawn:plot\ntitle: Water\nalt: A dot for each.\n"
        "height: 40mm\nreadings: water\ncountries: [KAZ, KGZ]\n"
    )
    (charts / "drawn.py").write_text("def plot(data, house):\n    raise KeyError(data.rows)\n")
    settings.write_text(settings.read_text("utf-8") + "runs-code: true\n", "utf-8")
    told = run("check", "--project", tiny)
    in_full = run("check", "--verbose", "--project", tiny)

    problem = (
        "content/charts/drawn.py:2:5: error: 'plot' raised KeyError\n"
        "  hint: it was called for content/charts/water.yaml\n"
    )
    more = "'briefing check --verbose' says more, and may quote what others must not read\n"
    assert (told.exit_code, told.stderr) == (Exit.CONTENT, problem + more)
    detail = "  detail: ('Kazakhstan', 'Kyrgyzstan')\n"
    assert (in_full.exit_code, in_full.stderr) == (Exit.CONTENT, problem + detail)


@pytest.mark.parametrize(
    "arguments",
    [
        "list",
        "check",
        "build -c KAZ -a public",
        "explain brief -c KAZ -a public",
        "explain brief -c KAZ -a public --json",
        "trace 1",
    ],
)
@pytest.mark.parametrize("is_buffered", [True, False])
def test_a_command_whose_output_nobody_reads_any_more_ends_in_silence(
    tiny, tmp_path, arguments, is_buffered
):
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    if is_buffered:
        del environment["PYTHONUNBUFFERED"]
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *arguments.split(), "--project", str(tiny)],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment,
        check=False,
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (Exit.UNREAD, b"")


def test_trace_tells_what_is_wrong_with_a_project(tiny):
    (tiny / "content" / "project.yaml").write_text("name: [", "utf-8")
    result = run("trace", "1", "--project", tiny)

    assert result.exit_code == Exit.CONTENT
    assert result.stderr.startswith("content/project.yaml:")


def test_list_names_every_brief(tiny):
    result = run("list", "--project", tiny)

    assert result.stdout.splitlines()[0].split() == [
        "brief", "KAZ", "public", "en", "brief-kaz-public.pdf",
    ]  # fmt: skip
    assert len(result.stdout.splitlines()) == 4


def test_verbose_says_what_was_left_out_and_why(tmp_path):
    out = tmp_path / "out"
    result = run("build", "-c", "TKM", "-a", "public", "-v", "--project", ROOT, "-o", out)

    lines = [line for line in result.stderr.splitlines() if "left out section" in line]
    assert result.exit_code == Exit.MADE
    assert lines
    assert all(line.startswith("country-brief-tkm-public: content/") for line in lines)
    assert all(line.endswith(")") for line in lines)


def test_a_folder_without_a_project_is_told_of(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("list")

    assert result.exit_code == Exit.USAGE
    assert "no content/project.yaml in this folder or above it" in result.stderr


def test_the_project_is_found_from_a_folder_inside_it(tiny, monkeypatch):
    monkeypatch.chdir(tiny / "content" / "sections")

    assert run("list").exit_code == Exit.MADE


def test_a_folder_that_cannot_be_written_to_is_a_usage_error(tiny, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("a file, not a folder")
    result = run("build", "-c", "KAZ", "--project", tiny, "-o", blocked)

    assert result.exit_code == Exit.USAGE
    assert f"cannot write to '{blocked}'" in result.stderr
    assert blocked.read_text() == "a file, not a folder"


def test_a_warning_fails_when_it_is_to_be_taken_for_an_error(tiny, tmp_path):
    (tiny / "content" / "sections" / "spare.md").write_text("---\ntitle: Spare\n---\n\nText.\n")
    out = tmp_path / "out"
    lenient = run("build", "--project", tiny, "-o", out, "-c", "KAZ", "-a", "public")
    strict = run("check", "--strict", "--project", tiny)

    assert lenient.exit_code == Exit.MADE
    assert "content/sections/spare.md:1:1: warning: " in lenient.stderr
    assert strict.exit_code == Exit.CONTENT


def test_a_strict_build_refuses_what_cannot_be_proved(tiny, tmp_path):
    section = tiny / "content" / "sections" / "water.md"
    said = "The two ministers promised three dams."
    twice = f"\n{{audience=parliament}}\n{said}\n\n{said}\n"
    section.write_text(section.read_text("utf-8") + twice, "utf-8")
    asked = ("build", "--project", tiny, "-o", tmp_path / "out", "-c", "KAZ")
    refused, made = (run(*asked, "--strict", "-a", key) for key in ("public", "parliament"))

    assert refused.exit_code == Exit.CONTENT
    assert "kept from audience 'public', which cannot be proved" in refused.stderr
    assert refused.stderr.endswith("1 warning, taken for an error\n")
    assert (made.exit_code, made.stderr) == (Exit.MADE, "")


def test_a_file_that_fails_its_proof_is_not_written(tiny, tmp_path, monkeypatch):
    section = tiny / "content" / "sections" / "water.md"
    secret = "\n{audience=parliament}\nThe minister has secretly promised three new dams to both.\n"
    section.write_text(section.read_text("utf-8") + secret, "utf-8")
    out = tmp_path / "out"
    tailor = pipeline.tailor
    monkeypatch.setattr(
        pipeline, "tailor", lambda *a, **k: tailor(*a, **{**k, "audience": "parliament"})
    )
    result = run("build", "-c", "KAZ", "-a", "public", "--project", tiny, "-o", out)

    assert result.exit_code == Exit.PROOF
    assert "secretly" not in result.stderr
    assert "content/sections/water.md:8" in result.stderr
    assert result.stderr.endswith("refused: nothing was written\n")
    assert not out.exists()


def test_who_is_refused_a_file_is_told_of_one_from_before(tiny, tmp_path):
    section, out = tiny / "content" / "sections" / "water.md", tmp_path / "out"
    asked = ("build", "--project", tiny, "-o", out, "-c", "KAZ")
    assert run(*asked, "-a", "public").exit_code == Exit.MADE
    (made,) = out.glob("*.pdf")
    os.utime(made, (0, 1_700_000_000))
    before = made.read_bytes(), (out / "manifest.json").read_bytes()
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(1_700_000_000))

    section.write_text(section.read_text("utf-8") + "\n{{ nothing }}\n", "utf-8")
    broken = run(*asked, "-a", "public")
    other = run(*asked, "-a", "parliament")
    section.write_text(section.read_text("utf-8").replace("{{ nothing }}", "One."), "utf-8")
    (out / "older.pdf").write_bytes(b"old")
    os.utime(out / "older.pdf", (0, 0))
    (tiny / "content" / "project.yaml").write_text("name: [", "utf-8")
    unread = run(*asked, "-a", "public")

    assert broken.exit_code == unread.exit_code == Exit.CONTENT
    told = f"left as it was: {made} is of an earlier build ({when})"
    assert broken.stderr.splitlines()[-1] == told
    assert told in other.stderr  # what cannot be read does not say what would be made
    assert unread.stderr.splitlines()[-1] == (
        f"left as it was: 2 files in {out} are of earlier builds, the newest of {when}"
    )
    assert (made.read_bytes(), (out / "manifest.json").read_bytes()) == before


def test_check_counts_every_warning_wherever_it_was_found(tiny):
    sources = tiny / "content" / "sources.yaml"
    more = (
        "mae: {type: report, author: [{literal: Mae}], title: Seas, issued: 2019, publisher: P}\n"
    )
    sources.write_text(sources.read_text("utf-8") + more, "utf-8")
    section = tiny / "content" / "sections" / "water.md"
    section.write_text(section.read_text("utf-8") + "\nIt has 7 mouths.\n", "utf-8")
    plain, strict = run("check", "--project", tiny), run("check", "--strict", "--project", tiny)

    assert plain.stdout == "12 files, 4 briefs, 2 warnings\n"
    assert (plain.exit_code, plain.stderr.count(": warning: ")) == (Exit.MADE, 2)
    assert strict.stderr == f"{plain.stderr}2 warnings, taken for errors\n"
    assert (strict.exit_code, strict.stdout) == (Exit.CONTENT, "")


# --- help, which loads nothing that it does not need ----------------------------------------------


def test_help_says_of_each_command_what_the_command_says_of_itself():
    told = " ".join(run("--help").stdout.split())
    context = click.Context(main)
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}

    assert list(commands) == sorted(path.stem for path in COMMANDS)
    for name, command in commands.items():
        first = " ".join(command.help.split("\n\n")[0].split())
        assert f" {name} {first}" in told
        assert command.name == name


def test_a_command_that_is_not_known_is_a_usage_error():
    result = run("biuld")

    assert result.exit_code == Exit.USAGE
    assert "No such command 'biuld'" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--help"], ["briefing.project", "jinja2", "pikepdf", "reportlab"]),
        (["audit", "--help"], ["briefing.project", "jinja2", "reportlab"]),
        (["list", "--project", str(TINY)], ["pikepdf", "citeproc", "openpyxl", "matplotlib"]),
    ],
)
def test_a_command_loads_only_what_it_needs(arguments, unneeded):
    code = (
        "import sys\nfrom briefing.cli import main\n"
        f"try: main({arguments!r})\n"
        f"except SystemExit: print([name for name in {unneeded!r} if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.splitlines()[-1] == "[]"


def test_papers_that_some_readers_get_no_longer_are_told(tiny, tmp_path):
    document, out = tiny / "content" / "documents" / "brief.md", tmp_path / "out"
    asked = ("build", "--project", tiny, "-o", out, "-c", "KAZ")
    first = run(*asked)
    text = document.read_text("utf-8")
    document.write_text(text.replace("---\n", "---\naudiences: [parliament]\n", 1), "utf-8")
    second = run(*asked)

    assert first.exit_code == second.exit_code == Exit.MADE
    assert first.stderr == ""
    assert second.stderr == (
        f"left as it was: {out / 'brief-kaz-public.pdf'} is of an earlier build; "
        "audience 'public' gets it no longer\n"
    )
