"""The dates that a file holds."""

import pytest
from pikepdf import Dictionary, String

from briefing.audit.parts.dates import read_dates
from briefing.audit.parts.xmp import Xmp
from tests.audit import files


def dates(xmp: dict[str, str] | None = None, **info: str):
    pdf = files.plain()
    pdf.trailer.Info = Dictionary({f"/{key}": String(value) for key, value in info.items()})
    found, faults = read_dates(pdf, Xmp({key: (one,) for key, one in (xmp or {}).items()}))
    return found, [fault.message for fault in faults]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("D:2026", "2026"),
        ("D:202603", "2026-03"),
        ("20260301", "2026-03-01"),
        ("D:2026030112", "2026-03-01T12:00:00"),
        ("D:20260301120405Z", "2026-03-01T12:04:05Z"),
        ("D:20260301120405Z00'00'", "2026-03-01T12:04:05Z"),
        ("D:20260301120405+05'30'", "2026-03-01T12:04:05+05:30"),
        ("D:20260301120405-08'00", "2026-03-01T12:04:05-08:00"),
        ("D:20260301120405-08", "2026-03-01T12:04:05-08:00"),
    ],
)
def test_dates_are_told_as_iso_8601(written, iso):
    assert dates(CreationDate=written) == ({"CreationDate": iso}, [])


@pytest.mark.parametrize("written", ["yesterday", "D:20261301", "D:202603011299"])
def test_what_is_no_date_is_told_as_it_is_written(written):
    assert dates(ModDate=written) == ({}, [f"ModDate is no date: {written!r}"])


def test_dates_that_contradict_each_other_are_a_fault():
    xmp = {"xmp:CreateDate": "2026-03-01T12:00:00+01:00", "xmp:ModifyDate": "2026-03-02"}
    found, faults = dates(xmp, CreationDate="D:20260301110000Z", ModDate="D:20260303")

    assert list(found) == ["CreationDate", "ModDate", "xmp:CreateDate", "xmp:ModifyDate"]
    assert faults == ["ModDate and xmp:ModifyDate differ: 2026-03-03, 2026-03-02"]


def test_attachments_have_dates_too():
    pdf = files.plain()
    files.attach(pdf, "figures.csv", b"a,b\n")

    assert read_dates(pdf, Xmp({})) == ({"ModDate of figures.csv": "2026-03-01T12:00:00+01:00"}, ())
