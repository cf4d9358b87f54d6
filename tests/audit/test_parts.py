"""Fonts, bitmaps, attachments, and what the bytes of a file go to."""

import io
import struct

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from briefing.audit.parts.attachments import read_attachments
from briefing.audit.parts.bitmaps import find_leaks
from briefing.audit.parts.fonts import read_fonts
from briefing.audit.parts.sizes import read_sizes
from briefing.audit.values import Attachment, Fault, Font
from tests.audit import files


def test_a_font_that_is_not_in_the_file_is_told_once():
    assert read_fonts(files.plain(3), ()) == (
        Font("Helvetica", "Type1", embedded=False, subset=False, to_unicode=False),
    )


def test_a_subset_is_named_without_its_tag():
    pdf = files.plain()
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        FontDescriptor=Dictionary(FontFile2=pdf.make_stream(b"x" * 700)),
    )
    pdf.pages[0].obj.Resources.Font = Dictionary(
        F1=Dictionary(
            Subtype=Name.Type0,
            BaseFont=Name("/ABCDEF+Serif-Bold"),
            DescendantFonts=Array([descendant]),
            ToUnicode=pdf.make_stream(b"x"),
        )
    )

    assert read_fonts(pdf, ()) == (
        Font("Serif-Bold", "Type0/CIDFontType2", True, True, True, bytes=700),
    )


def test_fonts_of_forms_glyphs_and_annotations_are_found_and_circles_end():
    pdf = files.plain()
    page = pdf.pages[0].obj
    form = pdf.make_stream(b"")
    form.Subtype = Name.Form
    inner = Dictionary(Subtype=Name.TrueType, BaseFont=Name.InForm)
    glyph = Dictionary(
        Subtype=Name.Type3,
        Name=Name.Drawn,
        CharProcs=Dictionary(a=pdf.make_stream(b"12345")),
        Resources=Dictionary(
            Font=Dictionary(F=Dictionary(Subtype=Name.Type1, BaseFont=Name.InGlyph))
        ),
    )
    form.Resources = Dictionary(Font=Dictionary(F=inner, G=glyph), XObject=Dictionary(Me=form))
    page.Resources.XObject = Dictionary(Fm=form)
    shown = pdf.make_stream(b"")
    shown.Resources = Dictionary(
        Font=Dictionary(F=Dictionary(Subtype=Name.Type1, BaseFont=Name.InNote))
    )
    page.Annots = Array([Dictionary(Subtype=Name.Widget, AP=Dictionary(N=Dictionary(On=shown)))])

    found = [(font.name, font.embedded, font.bytes) for font in read_fonts(pdf, ())]
    assert found == [
        ("Drawn", True, 5),
        ("Helvetica", False, 0),
        ("InForm", False, 0),
        ("InGlyph", False, 0),
        ("InNote", False, 0),
    ]


def jpeg(**more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "navy").save(out, "JPEG", **more)
    return out.getvalue()


def exif(*, place: bool) -> bytes:
    made = Image.Exif()
    made[0x0110] = "Camera"
    if place:
        made.get_ifd(0x8825)[1] = "N"
        made[0x8825] = made.get_ifd(0x8825)
    return made.tobytes()


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        (jpeg(), []),
        (jpeg(exif=exif(place=False)), ["a photograph holds what its camera wrote (Exif)"]),
        (
            jpeg(exif=exif(place=True)),
            ["a photograph tells where it was taken (Exif with GPS)"],
        ),
        (jpeg(xmp=b"<x/>"), ["a photograph holds what its camera wrote (XMP)"]),
        (
            jpeg(xmp=b"<x exif:GPSLatitude='42'/>"),
            ["a photograph tells where it was taken (XMP with GPS)"],
        ),
        (jpeg(exif=exif(place=True))[:30], ["a photograph holds what its camera wrote (Exif)"]),
        (b"\xff\xd8\xff\xe1", []),
        (b"\xff\xd8" + struct.pack(">HH", 0xFFE0, 0) * 9, []),
        (b"", []),
    ],
)
def test_what_a_camera_left_in_a_photograph_is_told(data, messages):
    pdf = files.plain(2)
    files.bitmap(pdf, data)

    want = tuple(Fault("warning", "bitmap-metadata", message, 1) for message in messages)
    assert find_leaks(pdf) == want


def test_attachments_are_listed_with_what_they_are_to_the_file():
    pdf = files.plain()
    files.attach(pdf, "a.csv", b"1,2\n", Desc=String("Figures"), AFRelationship=Name.Data)
    spec = pdf.Root.Names.EmbeddedFiles.Names[1]
    page = pdf.pages[0].obj
    held = Dictionary(F=pdf.make_stream(b"12345"))
    pinned = Dictionary(Type=Name.Filespec, F=String("b.txt"), EF=held)
    page.Annots = Array([Dictionary(Subtype=Name.FileAttachment, FS=one) for one in (spec, pinned)])

    assert read_attachments(pdf) == (
        Attachment("a.csv", "Figures", "text/csv", "Data", 4),
        Attachment("b.txt", "", "", "", 5),
    )


def sizes(path) -> dict[str, int]:
    with pikepdf.open(path) as pdf:
        return {part.name: part.bytes for part in read_sizes(pdf, path.read_bytes())}


@pytest.mark.parametrize("packed", list(pikepdf.ObjectStreamMode.__members__))
def test_parts_sum_to_the_whole_however_objects_are_stored(packed, tmp_path):
    pdf = files.tagged()
    files.attach(pdf, "a.csv", bytes(range(256)) * 40)
    files.bitmap(pdf, jpeg())
    mode = pikepdf.ObjectStreamMode[packed]
    path = files.save(pdf, tmp_path / "a.pdf", object_stream_mode=mode)
    found = sizes(path)

    assert list(found) == [
        "fonts", "images", "content", "structure", "attachments", "metadata", "rest",
    ]  # fmt: skip
    assert sum(found.values()) == path.stat().st_size
    assert all(size > 0 for size in found.values())
    assert 10240 < found["attachments"] < 10700


def test_a_pdf_within_a_pdf_counts_as_one_attachment(tmp_path):
    inner = files.save(files.tagged(), tmp_path / "inner.pdf").read_bytes()
    pdf = files.plain()
    files.attach(pdf, "inner.pdf", inner)
    path = files.save(pdf, tmp_path / "a.pdf")
    found = sizes(path)

    assert found["attachments"] > len(inner)
    assert found["structure"] == 0
    assert found["fonts"] < 150


def test_what_an_update_has_left_behind_counts_for_what_it_was(tmp_path):
    path = files.save(files.plain(), tmp_path / "a.pdf")
    before = sizes(path)
    with pikepdf.open(path) as pdf:
        number = pdf.pages[0].obj.Contents.objgen[0]
    path.write_bytes(
        path.read_bytes() + b"\n%d 0 obj\n(spare)\nendobj\n%% %s" % (number, b"x" * 500)
    )
    with pikepdf.open(path) as pdf:
        found = {part.name: part.bytes for part in read_sizes(pdf, path.read_bytes())}

    assert found["rest"] - before["rest"] > 500
    assert sum(found.values()) == path.stat().st_size
