"""Tables as they come: what each fault is told as, and that nothing is guessed.

One case for each way in which figures are known to come badly; the parts that find them have tests
of their own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from briefing.errors import ContentError
from briefing.load import load
from tests.load.conftest import STYLES

HEAD = "indicator,country,value,period,source"
CSV = "content/readings/a.csv"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def rows(*values: str, head: str = HEAD) -> bytes:
    """A table with one figure a year, written as it is given."""
    lines = [f"water,NOR,{value},{2001 + n},kim-2020" for n, value in enumerate(values)]
    return "".join(f"{line}\n" for line in (head, *lines)).encode()


def book(change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> bytes:
    made = openpyxl.Workbook()
    made.active.title = "Sheet 1"
    for row in (HEAD.split(","), ["water", "NOR", 1, 2001, "kim-2020"]):
        made.active.append(row)
    change(made.active)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def fill(cell: str, value: object) -> Callable[[openpyxl.worksheet.worksheet.Worksheet], None]:
    return lambda sheet: sheet.__setitem__(cell, value)


def bomb() -> bytes:
    """A workbook of half a megabyte whose sheet has half a gigabyte."""
    data = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book(fill("C2", 1)))) as old,
        zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name.endswith("sheet1.xml"):
                with new.open(name, "w") as member:
                    for _ in range(512):
                        member.write(bytes(2**20))
            else:
                new.writestr(name, old.read(name))
    return data.getvalue()


FAULTS = {
    "semicolons": ("a.csv", rows("1").replace(b",", b";")),
    "a byte order mark and semicolons": ("a.csv", b"\xef\xbb\xbf" + rows("1").replace(b",", b";")),
    "Latin-1": ("a.csv", rows("1", head=HEAD + ",doubt").replace(b"kim-2020", b"kim-2020,\xfcber")),
    "UTF-16": ("a.csv", rows("1").decode().encode("utf-16")),
    "decimal commas": ("a.csv", rows('"1,5"')),
    "thousands marks": ("a.csv", rows('"1,234,567"', "1 234", "1'234", "1.234.567")),
    "merged cells": ("a.xlsx", book(lambda sheet: sheet.merge_cells("A2:B2"))),
    "a formula without a value": ("a.xlsx", book(fill("C2", "=1+1"))),
    "an empty sheet": ("a.xlsx", book(lambda sheet: sheet.delete_rows(1, 2))),
    "a sheet with a head alone": ("a.xlsx", book(lambda sheet: sheet.delete_rows(2))),
    "an empty file": ("a.csv", b""),
    "signs for no figure": ("a.csv", rows("n/a", "..", "-", "–", "…", "NaN", "inf", "")),
    "marks of foot notes": ("a.csv", rows("12 a", "12*", "12¹", "12 [1]", "(12)")),
    "years that are no years": ("a.csv", rows("1").replace(b"2001", b"'01")),
    "a row twice": ("a.csv", rows("1", "2").replace(b"2002", b"2001")),
    "the same row twice": ("a.csv", rows("1", "1").replace(b"2002", b"2001")),
    "a row that is too long": ("a.csv", rows("1").replace(b"kim-2020", b"kim-2020,more")),
    "a row that is too short": ("a.csv", rows("1").replace(b",2001,kim-2020", b"")),
    "a quotation mark without its partner": ("a.csv", rows('"1')),
    "an encrypted workbook": ("a.xlsx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")),
    "an old workbook": ("a.xlsx", OLE + bytes(600)),
    "a zip bomb": ("a.xlsx", bomb),
}
"""What is wrong → the name of a file, and what it holds, or what makes that."""


def told(folder: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load(folder, STYLES)
    return str(caught.value)


def test_each_fault_is_told_with_its_row_and_column(project, same_text):
    said = []
    for fault, (name, data) in FAULTS.items():
        held = data() if callable(data) else data
        folder = project({f"content/readings/{name}": held})
        said.append(f"{fault}:\n{told(folder)}\n")
        (folder / "content" / "readings" / name).unlink()

    same_text("bad_input.txt", "\n".join(said))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"\xef\xbb\xbf" + rows("1")),
        ("a.csv", rows("1").replace(b"\n", b"\r\n")),
        ("a.csv", rows("1").replace(b"2001", b'"2001"')),
        ("a.xlsx", book(fill("D2", "2001"))),
    ],
    ids=["a byte order mark", "lines of Windows", "a year in quotes", "a year as text"],
)
def test_what_can_mean_one_thing_only_is_read(project, name, data):
    (reading,) = load(project({f"content/readings/{name}": data}), STYLES).content.readings[
        "water"
    ]["NOR"]

    assert (reading.amount.low, reading.period.start.year) == (1, 2001)


def test_a_description_says_what_a_table_cannot(project):
    said = 'from: a.csv\nseparator: semicolon\ndecimal: ","\nthousands: "."\nmissing: [n/a]\n'
    text = "indicator;country;value;period;source\n"
    text += "water;NOR;1.234,5;2001;kim-2020\nwater;NOR;n/a;2002;kim-2020\n"
    files = {"content/readings/a.yaml": said, "content/readings/a.csv": text}
    (reading,) = load(project(files), STYLES).content.readings["water"]["NOR"]

    assert reading.amount.low == 1234.5


@pytest.mark.slow
def test_a_million_rows_that_say_the_same_are_told_of_in_few_lines(project):
    data = f"{HEAD}\n".encode() + b"water,NOR,1,2001,kim-2020\n" * 1_000_000
    lines = told(project({"content/readings/a.csv": data})).split("\n")

    assert len(lines) == 22
    assert lines[-2:] == [
        f"{CSV}:13:1: error: 999989 further rows are of what others are of",
        "  hint: keep one of each",
    ]
