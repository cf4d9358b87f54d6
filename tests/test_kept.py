"""Manifests as values, and the editions that a project keeps."""

import json

import pytest

from briefing.kept import (
    KeptError,
    Listed,
    Printed,
    is_date,
    kept_dates,
    last_edition,
    read_edition,
    read_manifest,
)

READING = {
    "indicator": "water", "place": "KAZ", "low": 1.7, "high": 1.7, "period": "2019",
    "source": "kim-2020", "from": "content/readings/water.yaml:2", "printed": [{"page": 1}],
}  # fmt: skip
FILE = {
    "path": "brief-kaz-public.pdf", "sha256": "00", "bytes": 9, "pages": 2, "document": "brief",
    "country": "KAZ", "audience": "public", "language": "en", "recipient": None,
    "marking": "CLEAR", "edition": "2022-10-03", "conformance": "ua1+a3a",
    "sources": ["kim-2020"], "readings": [READING], "withheld": 1, "trace": "more",
}  # fmt: skip
MANIFEST = {
    "project": "tiny", "edition": "2022-10-03", "made-by": "briefing 0.1.0", "inputs": {},
    "files": [FILE],
}  # fmt: skip


def keep(root, day, manifest=MANIFEST):
    folder = root / "editions" / day
    folder.mkdir(parents=True)
    text = manifest if isinstance(manifest, str) else json.dumps(manifest)
    (folder / "manifest.json").write_text(text, "utf-8")
    return folder


def test_a_manifest_is_read_whatever_more_it_says(tmp_path):
    manifest = read_manifest(keep(tmp_path, "2022-10-03"))

    assert (manifest.project, manifest.edition, manifest.made_by) == (
        "tiny", "2022-10-03", "briefing 0.1.0",
    )  # fmt: skip
    assert manifest.files == (
        Listed(
            path="brief-kaz-public.pdf",
            sha256="00",
            pages=2,
            document="brief",
            country="KAZ",
            audience="public",
            language="en",
            marking="CLEAR",
            edition="2022-10-03",
            sources=("kim-2020",),
            readings=(
                Printed(
                    "water", "KAZ", "2019", "kim-2020", 1.7, 1.7, "content/readings/water.yaml:2"
                ),
            ),
            conformance="ua1+a3a",
            withheld=1,
        ),
    )


def test_the_last_edition_is_the_youngest_or_the_youngest_before_a_day(tmp_path):
    for day in ("2022-10-03", "2021-12-31", "2022-02-30", "drafts", ".2023-01-01.7.part"):
        keep(tmp_path, day)
    (tmp_path / "editions" / "2024-01-01").write_text("a file")

    assert kept_dates(tmp_path) == ("2021-12-31", "2022-10-03")
    assert last_edition(tmp_path).date == "2022-10-03"
    assert last_edition(tmp_path, before="2022-10-03").date == "2021-12-31"
    assert last_edition(tmp_path, before="2021-12-31") is None


def test_a_project_that_keeps_nothing_has_no_last_edition(tmp_path):
    assert last_edition(tmp_path) is None
    assert kept_dates(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "wanted"), [("2022-10-03", True), ("2022-13-03", False), ("last", False)]
)
def test_an_edition_is_named_by_a_day_that_there_is(text, wanted):
    assert is_date(text) is wanted


def test_an_edition_that_is_not_kept_is_told_with_those_that_are(tmp_path):
    with pytest.raises(KeptError) as none:
        read_edition(tmp_path, "2022-10-03")
    keep(tmp_path, "2021-01-01")
    keep(tmp_path, "2021-07-01")
    with pytest.raises(KeptError) as some:
        read_edition(tmp_path, "2022-10-03")

    folder = tmp_path / "editions" / "2022-10-03"
    assert str(none.value) == (
        f"{folder}: error: there is no edition of this date\n"
        "  hint: none is kept; 'briefing build --keep' keeps one"
    )
    assert str(some.value) == (
        f"{folder}: error: there is no edition of this date\n  hint: kept: 2021-01-01, 2021-07-01"
    )


def listing(**odd):
    """A manifest with one file, of which something is odd."""
    words = ("path", "sha256", "document", "audience", "language", "marking", "edition")
    file = {**dict.fromkeys(words, "x"), "country": None, "pages": 1, "sources": [], "readings": []}
    maker = {"made-by": "briefing 0.0.1", "project": "tiny", "edition": "2022-10-03"}
    return json.dumps({**maker, "files": [{**file, **odd}]})


@pytest.mark.parametrize(
    ("text", "reason", "hint"),
    [
        ('{"project": "ti', "it is damaged: input data was truncated", "make the build again"),
        ("", "it is damaged: input data was truncated", "make the build again"),
        (
            '{"project": "tiny"} x',
            "it is damaged: JSON is malformed: trailing characters (byte 21)",
            "make the build again",
        ),
        (
            "[1]",
            "it is not a manifest: expected `object`, got `array`",
            "'briefing build' writes one",
        ),
        (
            '{"made-by": "briefing 0.0.1", "project": "tiny", "edition": "2022-10-03"}',
            "it was written by 'briefing 0.0.1', and lacks something: "
            "object missing required field `files`",
            "make the build again with this version",
        ),
        ("[" * 100_000, "it is damaged: it is too deep", "make the build again"),
        (
            listing(numbers=[{"text": "3", "readings": [-1]}]),
            "it was written by 'briefing 0.0.1', and lacks something: "
            "a number rests on a reading that is not listed - at `$.files[0]`",
            "make the build again with this version",
        ),
        (
            listing(path="a\0.pdf"),
            "it was written by 'briefing 0.0.1', and lacks something: "
            "a path that a file can have - at `$.files[0]`",
            "make the build again with this version",
        ),
    ],
    ids=range(8),
)
def test_a_manifest_that_cannot_be_read_is_told(text, reason, hint, tmp_path):
    folder = keep(tmp_path, "2022-10-03", text)
    with pytest.raises(KeptError) as caught:
        last_edition(tmp_path)

    assert str(caught.value) == f"{folder / 'manifest.json'}: error: {reason}\n  hint: {hint}"


def test_a_folder_without_a_manifest_is_told(tmp_path):
    with pytest.raises(KeptError) as caught:
        read_manifest(tmp_path)

    assert str(caught.value) == (
        f"{tmp_path / 'manifest.json'}: error: there is no such file\n"
        "  hint: a folder that 'briefing build' has written has one"
    )


def test_bytes_in_another_encoding_are_told(tmp_path):
    folder = keep(tmp_path, "2022-10-03")
    (folder / "manifest.json").write_bytes(b'{"project": "caf\xe9"}')
    with pytest.raises(KeptError) as caught:
        read_manifest(folder)

    assert caught.value.reason.startswith("it is damaged: ")
