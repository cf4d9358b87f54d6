import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from briefing.pdf import write_pdf
from briefing.pdf.objects.serialise import serialise, stream
from briefing.pdf.objects.syntax import name, number, string
from tests.pdf.sample import everything

WRITE = (
    "import sys\n"
    "from briefing.pdf import write_pdf\n"
    "from tests.pdf.sample import everything\n"
    "sample = everything()\n"
    "sys.stdout.buffer.write(write_pdf(sample.pages, sample.fonts))"
)


@pytest.fixture(scope="module")
def data():
    sample = everything()
    return write_pdf(sample.pages, sample.fonts)


def test_a_strict_reader_finds_nothing_to_complain_about(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == 4


def test_the_same_pages_give_the_same_bytes(data):
    sample = everything()

    assert write_pdf(sample.pages, sample.fonts) == data


def test_the_bytes_are_the_same_in_any_process(data):
    root = Path(__file__).parents[2]
    for seed, zone in (("1", "Asia/Bishkek"), ("2", "America/New_York")):
        run = subprocess.run(
            [sys.executable, "-c", WRITE],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            cwd=root,
            stdout=subprocess.PIPE,
            check=True,
        )

        assert run.stdout == data


def test_the_file_is_small(data):
    assert len(data) < 30_000


def test_only_streams_stand_outside_object_streams(data):
    objects = re.findall(rb"^\d+ 0 obj\n(.*?)\nendobj$", data, re.DOTALL | re.MULTILINE)

    assert all(re.match(rb"<<[^\n]*>>\nstream\n", body) for body in objects)
    assert all(body.endswith(b"\nendstream") for body in objects)
    assert b"ASCII85" not in data
    assert b"Helvetica" not in data


def test_the_identifier_follows_the_content():
    sample = everything()
    texts = [_identifier(write_pdf(sample.pages, sample.fonts)) for _ in range(2)]
    short = [_identifier(_file({4: f"<</Title({title})>>"})) for title in "ab"]

    assert texts[0] == texts[1]
    assert short[0] != short[1]


def test_a_thousand_objects_keep_their_numbers():
    objects = {n: f"[{n}]" for n in range(4, 1001)}
    streams = {n: stream("", b"%d" % n) for n in range(1001, 1011)}
    with pikepdf.open(BytesIO(_file(objects, streams))) as pdf:
        assert [int(pdf.get_object(n, 0)[0]) for n in objects] == list(objects)
        assert [int(pdf.get_object(n, 0).read_bytes()) for n in streams] == list(streams)


def test_a_number_without_an_object_is_refused():
    with pytest.raises(ValueError, match=r"^there are reserved object numbers without an object$"):
        _file({5: "[]"})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.001, "0"),
        (12.0, "12"),
        (1.5, "1.5"),
        (0.126, "0.13"),
        (1e-12, "0"),
        (1e9, "1000000000"),
        (100, "100"),
    ],
)
def test_numbers_are_short_and_plain(value, text):
    assert number(value) == text


def test_names_escape_what_may_not_stand_in_them():
    assert name("text/csv") == "/text#2Fcsv"
    assert name("a b#é") == "/a#20b#23#C3#A9"


@pytest.mark.parametrize("text", ["", "plain", "(a) \\ b", "two\nlines\r", "Жаңы", "é", "🙂", "\t"])
def test_strings_come_back(text):
    with pikepdf.open(BytesIO(_file({4: f"<</Title{string(text)}>>"}))) as pdf:
        assert str(pdf.docinfo.Title) == text


def _file(objects: dict[int, str], streams: dict[int, bytes] | None = None) -> bytes:
    """A file of one empty page, with objects from number 4 on."""
    page_tree = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    }
    last = max(objects) + 1
    return serialise(
        page_tree | objects,
        streams or {last: stream("", b"")},
        root=1,
        info=4,
        version=(1, 7),
    )


def _identifier(data: bytes) -> bytes:
    found = re.search(rb"/ID\[<(\w{32})><\1>\]", data)
    assert found is not None
    return found[1]
