"""Any file is read or refused in a line: not PDFs, damaged, encrypted, and odd ones."""

import functools
import io
import pickle

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

import briefing
from briefing.audit import PasswordError, UnreadableError
from briefing.audit.values import Fault
from briefing.audit.wording import word_audit
from tests.audit import files


def reason(path, password: str = "") -> str:
    with pytest.raises(UnreadableError) as caught:
        briefing.audit_file(path, password)
    return caught.value.reason


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b"\n", "it is not a PDF"),
        (b"PK\x03\x04" + b"x" * 2000 + b"%PDF-1.7", "it is not a PDF"),
        (
            b"%PDF-1.7\n",
            "it is damaged beyond repair: "
            "unable to find trailer dictionary while recovering damaged file",
        ),
    ],
)
def test_what_is_no_pdf_is_refused_in_a_line(data, why, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(data)

    assert reason(path) == why


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        briefing.audit_file(tmp_path / "never.pdf")


def test_a_refusal_survives_the_way_between_processes():
    error = pickle.loads(pickle.dumps(PasswordError("a.pdf", "it needs a password")))

    assert type(error) is PasswordError
    assert str(error) == "a.pdf: error: cannot be read: it needs a password"


def test_a_password_opens_a_file_that_needs_one(tmp_path):
    path = files.encrypted(files.tagged(), tmp_path / "a.pdf", user="user", owner="owner")
    audits = [briefing.audit_file(path, password) for password in ("user", "owner")]

    assert reason(path) == "it needs a password"
    assert reason(path, "guess") == "the password is wrong"
    assert [(one.encrypted, one.title) for one in audits] == [(True, "On water")] * 2


def test_permissions_that_keep_screen_readers_out_are_a_fault(tmp_path):
    allow = pikepdf.Permissions(accessibility=False)
    path = files.encrypted(
        files.plain(), tmp_path / "a.pdf", owner="o", R=3, aes=False, metadata=False, allow=allow
    )

    want = Fault("error", "permissions", "its permissions keep screen readers out")
    assert want in briefing.audit_file(path).faults


def damages(path) -> list[str]:
    faults = briefing.audit_file(path).faults
    assert all(fault.severity == "warning" for fault in faults if fault.rule == "damaged")
    return [fault.message for fault in faults if fault.rule == "damaged"]


def test_a_table_of_objects_that_is_wrong_is_rebuilt_and_told_of(tmp_path):
    path = files.changed(
        files.plain(),
        tmp_path / "a.pdf",
        lambda data: data.replace(b"startxref\n", b"startxref\n9"),
    )

    first, second, third = damages(path)
    assert first == "file is damaged"
    assert second.endswith(": xref not found")
    assert third == "attempting to reconstruct cross-reference table"


def test_a_file_that_was_cut_short_is_read_as_far_as_it_goes(tmp_path):
    path = files.changed(files.tagged(), tmp_path / "a.pdf", lambda data: data[:-40])
    audit = briefing.audit_file(path)

    assert audit.title == "On water"
    assert "file is damaged" in damages(path)


def test_a_file_without_pages_is_read(tmp_path):
    audit = briefing.audit_file(files.save(pikepdf.new(), tmp_path / "a.pdf"))

    assert (audit.pages, audit.fonts, audit.links, audit.text) == (0, (), (), ())
    assert sum(part.bytes for part in audit.sizes) == audit.bytes


def test_a_later_version_in_the_catalogue_counts(tmp_path):
    pdf = files.plain()
    pdf.Root.Version = Name("/2.0")

    assert briefing.audit_file(files.save(pdf, tmp_path / "a.pdf")).version == "2.0"


def test_a_field_for_a_signature_needs_no_appearance_to_be_read(tmp_path):
    pdf = files.plain()
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=pikepdf.String("Signature"),
            Rect=[0, 0, 0, 0], F=132, P=pdf.pages[0].obj,
            V=Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=[0, 1, 2, 3]),
        )
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=[field], SigFlags=3)
    audit = briefing.audit_file(files.save(pdf, tmp_path / "a.pdf"))

    assert (audit.pages, audit.links) == (1, ())


def test_entries_of_other_kinds_than_they_should_be_are_as_if_they_were_not_there(tmp_path):
    pdf = files.plain()
    page = pdf.pages[0].obj
    page.Annots = Array([1, Name.Link, Dictionary(Subtype=7), Array()])
    page.Resources.XObject = Array([3])
    page.Resources.Font.F2 = 12
    pdf.Root.Names = pikepdf.String("none")
    pdf.Root.Lang = 5
    pdf.Root.Metadata = Dictionary()
    pdf.Root.StructTreeRoot = Dictionary(K=Array([None, 7, Name.P, Dictionary()]))
    audit = briefing.audit_file(files.save(pdf, tmp_path / "a.pdf"))

    assert (audit.language, audit.claims, audit.links) == ("", (), ())
    assert [font.name for font in audit.fonts] == ["Helvetica"]


@functools.cache
def seeds() -> tuple[bytes, ...]:
    """A file with something of everything, stored in two ways."""
    stored = []
    for how in (
        {"compress_streams": False},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
    ):
        pdf = files.tagged()
        files.attach(pdf, "a.csv", b"1,2\n")
        files.bitmap(pdf, b"\xff\xd8\xff\xe1\x00\x10Exif\0\0MM\0*\0\0\0\x08\xff\xda")
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, **how)
        stored.append(out.getvalue())
    return tuple(stored)


STUFF = st.sampled_from(
    [
        b" null ", b" [] ", b"<<>>", b"/X ", b" -1 ", b"(\xff\xfe\x00)", b" true ", b" 3 0 R ",
        b" 999 0 R ", b"<FEFFD800>", b" 99999999999999999999 ", b"\x00", b"\xf3", b"",
    ]
)  # fmt: skip
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), STUFF), min_size=1, max_size=6)


def assert_read_or_refused(which: int, changes, path) -> None:
    """Break a file; whatever comes of it is an audit or a refusal of one line."""
    data = bytearray(seeds()[which])
    for place, length, stuff in changes:
        at = int(place * len(data))
        data[at : at + length] = stuff
    path.write_bytes(data)
    try:
        audit = briefing.audit_file(path)
    except UnreadableError as error:
        told = str(error)
    else:
        told = word_audit(audit)
        assert sum(part.bytes for part in audit.sizes) == len(data)
    assert told.startswith(str(path))


@given(st.integers(0, 1), CHANGES)
@settings(max_examples=60, deadline=None)
def test_a_broken_file_is_read_or_refused(folder, which, changes):
    assert_read_or_refused(which, changes, folder / "a.pdf")


@pytest.mark.slow
@given(st.integers(0, 1), CHANGES)
@settings(max_examples=4000, deadline=None)
def test_thousands_of_broken_files_are_read_or_refused(folder, which, changes):
    assert_read_or_refused(which, changes, folder / "a.pdf")


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("broken")
