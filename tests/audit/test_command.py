"""The command ``audit``: what it prints, and with which exit code it leaves."""

import json
import subprocess
import sys
from typing import Any

import pytest
from click.testing import CliRunner

import briefing
from briefing.audit import session
from briefing.audit.values import (
    Attachment,
    Audit,
    Claim,
    Fault,
    Font,
    Image,
    Link,
    Note,
    Part,
    Passage,
)
from briefing.audit.wording import word_audit, word_text
from briefing.cli import Exit, main
from tests.audit import files


def run(*arguments: object, **how: Any):
    return CliRunner().invoke(main, ["audit", *map(str, arguments)], **how)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(session.PASSWORD, raising=False)
    return tmp_path


MANY = Audit(
    file="out/study.pdf",
    bytes=368057,
    version="1.7",
    encrypted=False,
    tagged=True,
    pages=51,
    title="A title that goes on and on, for it names each of the five countries it is about",
    language="en-GB",
    producer="",
    dates={"CreationDate": "2026-03-01", "xmp:CreateDate": "2026-03-01"},
    claims=(Claim("PDF/UA-1"), Claim("PDF/A-3a")),
    faults=(
        *(Fault("error", "alternative", "no words", n, f"Figure[{n}]") for n in range(1, 10)),
        Fault("error", "language", "the file has no language"),
        Fault("warning", "damaged", "file is damaged"),
    ),
    fonts=(
        Font("Serif", "TrueType", True, True, True, 40161),
        Font("Serif", "TrueType", True, True, True, 20),
        Font("Serif-Bold", "Type0/CIDFontType0", True, False, False, 900, unmapped=1200),
        Font("Helvetica", "Type1", False, False, False),
    ),
    text=(
        Passage("H1", "Wa\u00adter \u001b[31m", 1, "en-GB"),
        Passage("P", "It falls.\u0007", 1, "en-GB"),
    ),
    links=(
        Link("Read\u00ad on \u2060here", "", "https://example.org/", 1, True),
        Link("", "Note 1", "page 7", 2, False),
        Link("", "", "", 3, True),
        *(Link(str(n), "", f"page {n}", 4, True) for n in range(1, 40)),
    ),
    notes=(
        Note("1", "A report \u001b]0;title\u0007 of the year before.", 7, True, True),
        Note("2", "Another.", None, False, True),
        Note("", "A third.", 8, False, False),
    ),
    images=(
        Image(1, "A map", "Document/Figure[1]"),
        Image(2, None, "Document/Figure[2]"),
        Image(3, None),
    ),
    attachments=(Attachment("figures.csv", "Figures", "text/csv", "Data", 1200),),
    sizes=(Part("fonts", 40181), Part("content", 327876), Part("rest", 0)),
)  # fmt: skip


def test_an_audit_in_words(same_text):
    same_text("audit/words.txt", word_audit(MANY))
    same_text("audit/words-text.txt", word_text(MANY))


def test_nothing_that_a_terminal_would_obey_is_printed():
    printed = word_audit(MANY) + word_text(MANY)

    assert all(sign.isprintable() or sign in "\n\u00ad" for sign in printed)


@pytest.fixture
def known(folder):
    """A file with a structure and a few errors."""
    pdf = files.tagged()
    files.attach(pdf, "a.csv", b"1,2\n")
    return files.save(pdf, folder / "known.pdf").name


def test_whole_audits_of_a_tagged_file(known, same_text):
    same_text("audit/tagged.txt", run(known).stdout)
    same_text("audit/tagged-text.txt", run(known, "--text").stdout)
    same_text("audit/tagged.json", run(known, "--json").stdout)


def test_a_whole_audit_of_a_file_without_a_structure(folder, same_text):
    path = files.save(files.plain(2), folder / "plain.pdf")

    same_text("audit/plain.txt", run(path.name).stdout)


def test_json_is_the_value_itself(known):
    (told,) = json.loads(run(known, "--json").stdout)
    both = json.loads(run(known, known, "--json").stdout)

    assert list(told) == list(Audit.__struct_fields__)
    assert told["title"] == briefing.audit_file(known).title
    assert both == [told, told]


def test_errors_leave_with_one_and_warnings_with_nothing(folder, monkeypatch):
    name = files.save(files.plain(), folder / "a.pdf").name
    found = {"error": (), "warning": (), "none": ()}
    for kind in ("error", "warning"):
        found[kind] = (Fault(kind, "rule", "message"),)
    codes = {}
    for kind, faults in found.items():
        monkeypatch.setattr("briefing.audit.examine.lint", lambda *_, faults=faults: faults)
        codes[kind] = run(name).exit_code

    assert codes == {"error": Exit.CONTENT, "warning": Exit.MADE, "none": Exit.MADE}


def test_a_file_that_cannot_be_read_is_told_of_and_the_others_are_audited(known, folder):
    (folder / "a.pdf").write_text("a letter")
    (folder / "b.pdf").touch()
    result = run("a.pdf", known, "b.pdf", "--text")

    assert result.exit_code == Exit.CONTENT
    assert result.stderr == (
        "a.pdf: error: cannot be read: it is not a PDF\nb.pdf: error: cannot be read: it is empty\n"
    )
    assert result.stdout.startswith("Water\n")


def test_json_has_an_entry_for_each_file_with_the_reason_where_one_cannot_be_read(known, folder):
    (folder / "a.pdf").touch()
    result = run("a.pdf", known, "--json")

    unread, read = json.loads(result.stdout)
    assert unread == {"file": "a.pdf", "error": "a.pdf: error: cannot be read: it is empty"}
    assert read["file"] == known
    assert result.exit_code == Exit.CONTENT


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'FILE...'"),
        (["never.pdf"], "File 'never.pdf' does not exist."),
        (["."], "File '.' is a directory."),
        (["a.pdf", "--json", "--text"], "--json and --text exclude each other"),
    ],
)
def test_what_cannot_be_asked_for_is_a_usage_error(arguments, message, folder):
    (folder / "a.pdf").touch()
    result = run(*arguments)

    assert result.exit_code == Exit.USAGE
    assert message in result.stderr


@pytest.fixture
def locked(folder):
    pdf = files.tagged()
    return files.encrypted(pdf, folder / "locked.pdf", user="water", owner="owner").name


def test_the_password_is_taken_from_the_environment(locked):
    right = run(locked, "--text", env={session.PASSWORD: "water"})
    wrong = run(locked, env={session.PASSWORD: "fire"})
    none = run(locked)

    assert right.stdout.startswith("Water\n")
    assert (wrong.exit_code, none.exit_code) == (Exit.CONTENT, Exit.CONTENT)
    assert wrong.stderr == (
        "locked.pdf: error: cannot be read: the password is wrong\n"
        "  hint: BRIEFING_USER_PASSWORD is set to another one\n"
    )
    assert none.stderr == (
        "locked.pdf: error: cannot be read: it needs a password\n"
        "  hint: set BRIEFING_USER_PASSWORD\n"
    )


def test_a_password_in_the_environment_does_not_close_what_is_open_to_all(folder):
    open_ = files.encrypted(files.tagged(), folder / "open.pdf", user="", owner="owner").name

    assert run(open_, "--text", env={session.PASSWORD: "x"}).stdout.startswith("Water\n")


def test_the_password_is_asked_for_at_a_terminal_and_not_shown(locked, monkeypatch):
    monkeypatch.setattr(session, "_is_terminal", lambda: True)
    result = run(locked, "--text", input="water\n")

    assert result.stdout.startswith("Water\n")
    assert "Password of locked.pdf: " in result.stderr
    assert "water" not in result.stderr


def test_the_library_loads_nothing_of_an_audit_until_it_is_asked_for_one():
    code = "import sys, briefing, briefing.cli; print('pikepdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
