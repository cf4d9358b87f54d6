"""Encrypted files: who may open them, what they keep, and where no password may be seen."""

import hashlib
import io
import json
import pickle
import shutil
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

import briefing
from briefing import Encryption, batch
from briefing.cli import Exit, encrypting, main
from briefing.encryption import PERMISSIONS, encrypt, find_problems
from briefing.model.conformance import UA1_A3A
from tests.pdf.judge import judged, needs_judge

TINY = Path(__file__).parent / "cases" / "_project"
USER, OWNER = "Schlüssel zum Tor", "Bürgermeisterin"
VARIABLES = {
    "BRIEFING_USER_PASSWORD": USER,
    "BRIEFING_OWNER_PASSWORD": OWNER,
    "BRIEFING_PERMISSIONS": "print copy",
}
TOLD = (
    "encrypted: they claim PDF/UA-1 only, since PDF/A forbids encryption, "
    "and differ byte for byte from build to build\n"
)


@pytest.fixture(scope="module")
def project():
    return briefing.open(TINY)


@pytest.fixture(scope="module")
def brief(project):
    return project.brief("brief", country="KAZ", audience="public")


@pytest.fixture(scope="module")
def plain(project):
    """The brief as it is before it is encrypted."""
    less = replace(project.content.project, conformance=UA1_A3A.encrypted())
    content = replace(project.content, project=less)
    return replace(project, content=content).brief("brief", country="KAZ", audience="public").pdf()


@pytest.fixture(scope="module")
def locked(brief):
    return brief.pdf(encryption=Encryption(USER, OWNER, ("print", "copy")))


def opened(data: bytes, password: str = "") -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data), password=password)


def run(
    *arguments: object, env: dict[str, str | None] | None = None, typed: str | None = None
) -> Result:
    unset = dict.fromkeys(VARIABLES, None)
    given = [str(argument) for argument in arguments]
    return CliRunner().invoke(
        main, ["build", "--project", str(TINY), *given], env=unset | (env or {}), input=typed
    )


@pytest.mark.parametrize("password", [USER, OWNER])
def test_either_password_opens_a_file(password, locked):
    document = pypdfium2.PdfDocument(locked, password=password)
    text = document[0].get_textpage().get_text_range()
    document.close()
    with opened(locked, password) as file:
        method = file.encryption

    assert "Kazakhstan" in text
    assert (method.V, method.R, method.bits) == (5, 6, 256)
    assert {method.stream_method, method.string_method, method.file_method} == {
        pikepdf.models.EncryptionMethod.aesv3
    }


@pytest.mark.parametrize("password", ["", "Schlüssel", OWNER.lower(), "Schlussel zum Tor"])
def test_no_other_password_opens_it(password, locked):
    with pytest.raises(pikepdf.PasswordError):
        opened(locked, password)
    with pytest.raises(pypdfium2.PdfiumError, match="Incorrect password"):
        pypdfium2.PdfDocument(locked, password=password)


def test_nothing_of_its_words_can_be_read_without_a_password(plain, locked):
    assert b"pdfuaid" in plain
    assert not [word for word in (b"pdfuaid", b"Kazakhstan", b"briefing") if word in locked]


def test_everything_in_it_is_as_it_was(plain, locked):
    with opened(plain) as before, opened(locked, USER) as after:
        assert after.Root.keys() - before.Root.keys() == {"/Extensions"}
        del after.Root.Extensions
        pairs = [(before.Root, after.Root), (before.trailer.Info, after.trailer.Info)]
        assert differences(pairs) == []
        assert len(before.objects) == len(after.objects) - 1  # how it is encrypted
        assert before.trailer.ID[0] == after.trailer.ID[0]


def differences(pairs: list[tuple[pikepdf.Object, pikepdf.Object]]) -> list[str]:
    """Where two graphs of objects differ, whatever numbers their objects have."""
    found: list[str] = []
    seen: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    while pairs:
        one, other = pairs.pop()
        if getattr(one, "is_indirect", False):
            numbers = one.objgen, other.objgen
            if numbers in seen:
                continue
            seen.add(numbers)
        if type(one) is not type(other):
            found.append(f"{one!r}, {other!r}")
        elif isinstance(one, pikepdf.Array) and len(one) == len(other):
            pairs += zip(one, other, strict=True)
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            is_stream = isinstance(one, pikepdf.Stream)
            packing = {"/Length", "/Filter", "/DecodeParms"} if is_stream else set()
            keys = one.keys() - packing
            if keys != other.keys() - packing:
                found.append(f"{keys}, {other.keys()}")
            else:
                pairs += [(one[key], other[key]) for key in keys]
            if is_stream and one.read_bytes() != other.read_bytes():
                found.append(f"stream {one.objgen}")
        elif one != other:
            found.append(f"{one!r}, {other!r}")
    return found


def test_it_stays_packed_into_object_streams(plain, locked):
    assert len(locked) < len(plain) * 1.2 + 2000


def test_it_claims_accessibility_alone(brief, locked):
    with opened(brief.pdf()) as file:
        before = str(file.Root.Metadata.read_bytes())
    with opened(locked, USER) as file:
        after = str(file.Root.Metadata.read_bytes())

    assert "<pdfaid:part>3<" in before
    assert "<pdfuaid:part>1<" in before
    assert "pdfaid:part>" not in after
    assert "<pdfuaid:part>1<" in after


@needs_judge
def test_the_judge_finds_it_accessible(brief, tmp_path):
    path = tmp_path / "open.pdf"
    path.write_bytes(brief.pdf(encryption=Encryption("", OWNER)))  # it takes no password

    assert judged([path], "ua1") == ""


@pytest.mark.parametrize(
    ("granted", "bits"),
    [
        ((), set()),
        (("print",), {3, 12}),
        (("print-low",), {3}),
        (("copy",), {5}),
        (("annotate",), {6}),
        (("fill",), {9}),
        (("assemble",), {11}),
        (("modify",), {4}),
        (PERMISSIONS, {3, 4, 5, 6, 9, 11, 12}),
    ],
)
def test_each_permission_sets_its_bits_and_reading_aloud_is_always_granted(granted, bits, plain):
    data = encrypt(plain, Encryption("", OWNER, granted))
    with opened(data) as file:
        flags = file.encryption.P

    assert {bit for bit in range(1, 13) if flags >> bit - 1 & 1} == bits | {7, 8, 10}


@pytest.mark.parametrize(
    ("user", "owner", "permissions", "problems"),
    [
        ("", "b", (), []),
        ("é" * 63 + "a", "b", (), []),
        ("كلمة السر", "b", (), []),
        ("a", "", (), ["owner_password: it is empty, and anybody could lift the restrictions"]),
        (
            "Tor",
            "Tor",
            (),
            [
                "owner_password: it is that of users too, "
                "and each of them could lift the restrictions"
            ],
        ),
        ("é" * 64, "b", (), ["user_password: it has 128 bytes as UTF-8, and may have 127"]),
        (
            "a\ud800",
            "🔑",
            (),
            [
                "user_password: it has a character that no password may have, "
                "such as a control sign or an emoji",
                "owner_password: it has a character that no password may have, "
                "such as a control sign or an emoji",
            ],
        ),
        (
            "ﬁnal",
            "a\u00a0b",
            (),
            [
                "user_password: it has a character that some readers take for another, "
                "such as a ligature or a ½",
                "owner_password: it has a character that some readers take for another, "
                "such as a ligature or a ½",
            ],
        ),
        (
            "كلمة1",
            "b",
            (),
            [
                "user_password: it mixes directions: "
                "where text runs from right to left, all of it must"
            ],
        ),
        (
            "a",
            "b",
            ("prnt", "copy", "accessibility"),
            [
                "permissions: unknown permission 'prnt'; did you mean 'print'? "
                "known: print, print-low, copy, annotate, fill, assemble, modify",
                "permissions: 'accessibility' is always granted, for PDF/UA wants it; leave it out",
            ],
        ),
        ("a", "b", "print", ["permissions: one text instead of several names; write ('print',)"]),
    ],
)
def test_what_cannot_be_used_is_told_and_no_password_with_it(user, owner, permissions, problems):
    found = find_problems(user, owner, permissions)

    assert [f"{field}: {problem}" for field, problem in found] == problems
    if problems:
        with pytest.raises(ValueError, match=r"^(user_|owner_|perm)") as told:
            Encryption(user, owner, permissions)
        assert str(told.value) == "; ".join(problems)


def test_a_password_is_one_however_its_accents_are_written(plain):
    data = encrypt(plain, Encryption("Schlu\u0308ssel", OWNER))

    assert len(opened(data, "Schlüssel").pages) == len(opened(plain).pages)


def test_passwords_are_not_shown():
    encryption = Encryption(USER, OWNER, ("print",))

    assert repr(encryption) == str(encryption) == "Encryption(permissions=('print',))"
    assert encryption.__rich_repr__() == [("permissions", ("print",))]
    assert pickle.loads(pickle.dumps(encryption)) == encryption


def test_a_failure_shows_no_password_even_with_the_values_of_its_variables(brief, monkeypatch):
    def fail(*_: object) -> None:
        raise RuntimeError("the disk of the press office is full")

    monkeypatch.setattr(batch, "make", fail)
    with pytest.raises(RuntimeError) as caught:
        brief.pdf(encryption=Encryption(USER, OWNER))
    frames = caught.value.__traceback__.tb_next  # the first is this test's, which knows them
    told = traceback.TracebackException(
        RuntimeError, caught.value, frames, capture_locals=True, lookup_lines=False
    )
    text = "".join(told.format())

    assert "encryption = Encryption(permissions=())" in text
    assert USER not in text
    assert OWNER not in text


@pytest.mark.parametrize("start", [None, "spawn"])
def test_processes_encrypt_what_they_make(start, project, tmp_path):
    briefs = project.briefs()[:2]
    paths = project.build(
        tmp_path, briefs=briefs, workers=2, start=start, encryption=Encryption(USER, OWNER)
    )

    assert [len(opened(path.read_bytes(), USER).pages) > 0 for path in paths] == [True, True]


def test_any_executor_encrypts_what_it_makes(project, tmp_path):
    with ThreadPoolExecutor(2) as executor:
        paths = project.build(tmp_path, executor=executor, encryption=Encryption(USER, OWNER))

    assert all(opened(path.read_bytes(), OWNER).is_encrypted for path in paths)


def test_a_build_writes_encrypted_files_alone_and_lists_them_as_written(tmp_path, monkeypatch):
    written: list[bytes] = []
    write = Path.write_bytes
    monkeypatch.setattr(
        Path, "write_bytes", lambda path, data: (written.append(data), write(path, data))[1]
    )
    result = run("-c", "KAZ", "-o", tmp_path / "out", "--encrypt", env=VARIABLES)
    listed = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["files"]

    assert (result.exit_code, result.stderr) == (Exit.MADE, TOLD)
    assert len(written) == 3
    assert not [data for data in written if USER.encode() in data or OWNER.encode() in data]
    for entry in listed:
        data = (tmp_path / "out" / entry["path"]).read_bytes()
        assert (entry["encrypted"], entry["conformance"]) == (True, "ua1")
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert entry["bytes"] == len(data)
        assert data in written
        with opened(data, USER) as file:
            assert file.allow.extract
            assert file.allow.print_highres
            assert not file.allow.modify_other


def test_a_plain_build_says_nothing_of_encryption(tmp_path):
    result = run("-c", "KAZ", "-o", tmp_path / "out", env=VARIABLES)

    assert (result.exit_code, result.stderr) == (Exit.MADE, "")
    assert "encrypt" not in (tmp_path / "out" / "manifest.json").read_text("utf-8")


def test_files_that_promise_nothing_are_encrypted_as_well(tmp_path):
    out = tmp_path / "out"
    result = run(
        "-c", "KAZ", "-a", "public", "-o", out, "--encrypt", "--conformance", "none", env=VARIABLES
    )

    assert result.stderr == (
        "encrypted: they claim no standard, and differ byte for byte from build to build\n"
    )
    with opened((out / "brief-kaz-public.pdf").read_bytes(), USER) as file:
        assert "/StructTreeRoot" not in file.Root


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {},
            "to encrypt, set BRIEFING_USER_PASSWORD, BRIEFING_OWNER_PASSWORD, "
            "BRIEFING_PERMISSIONS: there is no terminal to ask at",
        ),
        (
            VARIABLES | {"BRIEFING_PERMISSIONS": None},
            "to encrypt, set BRIEFING_PERMISSIONS: there is no terminal to ask at",
        ),
        (
            VARIABLES | {"BRIEFING_USER_PASSWORD": ""},
            "BRIEFING_USER_PASSWORD: it is empty, and anybody could open the files",
        ),
        (
            VARIABLES | {"BRIEFING_OWNER_PASSWORD": USER, "BRIEFING_PERMISSIONS": "print, scan"},
            "BRIEFING_OWNER_PASSWORD: it is that of users too, and each of them could lift the "
            "restrictions; BRIEFING_PERMISSIONS: unknown permission 'scan'; "
            "known: print, print-low, copy, annotate, fill, assemble, modify",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_a_usage_error_that_names_its_variable(
    given, message, tmp_path
):
    result = run("-o", tmp_path / "out", "--encrypt", env=given)

    assert result.exit_code == Exit.USAGE
    assert result.stderr.splitlines()[-1] == f"Error: {message}"
    assert USER not in result.output
    assert not (tmp_path / "out").exists()


def test_at_a_terminal_it_asks_for_what_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr(encrypting, "_has_terminal", lambda: True)
    out = tmp_path / "out"
    typed = f"{USER}\n{USER}\nprint-low\n"
    given = {"BRIEFING_OWNER_PASSWORD": OWNER}
    result = run("-c", "KAZ", "-a", "public", "-o", out, "--encrypt", env=given, typed=typed)

    assert result.exit_code == Exit.MADE
    assert result.stderr.startswith("Password that opens the files: \nRepeat for confirmation: \n")
    assert result.stderr.endswith(TOLD)
    assert USER not in result.output
    with opened((out / "brief-kaz-public.pdf").read_bytes(), USER) as file:
        assert (file.allow.print_lowres, file.allow.print_highres) == (True, False)


def test_a_file_that_fails_its_proof_is_not_encrypted_either(tmp_path, monkeypatch):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    section = folder / "content" / "sections" / "water.md"
    secret = "\n{audience=parliament}\nThe minister has secretly promised three new dams to both.\n"
    section.write_text(section.read_text("utf-8") + secret, "utf-8")
    tailor = briefing.pipeline.tailor
    monkeypatch.setattr(
        briefing.pipeline, "tailor", lambda *a, **k: tailor(*a, **{**k, "audience": "parliament"})
    )
    brief = briefing.open(folder).brief("brief", country="KAZ", audience="public")

    with pytest.raises(briefing.ProofError, match=r"content/sections/water\.md:8"):
        brief.pdf(encryption=Encryption(USER, OWNER))
