"""Withheld pictures: what is said of them, what is told in them, and how they look."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest
from msgspec.structs import replace
from pikepdf import Name
from PIL import Image

from briefing.errors import Location, ProofError
from briefing.model.drawing import Bitmap, Clipped, Drawing, Label, Raster
from briefing.model.forbidden import Forbidden, ForbiddenPicture, ForbiddenText
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from briefing.proof import prove
from briefing.units import Pt
from tests.bitmaps import gradient, noise, saved
from tests.pdf.typesetter import LABEL, WHERE, Desk
from tests.proof.pdfs import changed
from tests.proof.test_forbid import SECRET, asked, texts
from tests.tailor.build import citation, content, paragraph, picture, placed, sheet, words

THERE = Location("content/pictures/closed.yaml", 1)
SIZE = (64, 48)


def raster(data: bytes) -> Raster:
    is_png = data.startswith(b"\x89PNG")
    return Raster(data, "image/png" if is_png else "image/jpeg", *SIZE, WHERE)


def scene(seed: int) -> Image.Image:
    """A picture like a photograph: soft, and unlike that of any other seed."""
    small = noise((seed + 3, 9)).crop((seed % 3, 0, seed % 3 + 5, 4))
    return small.resize(SIZE, Image.Resampling.BICUBIC)


def drawn(*rasters: Raster, width: float = 160.0) -> bytes:
    """A file with pictures, of which one is cut at its edge."""
    desk, nodes = Desk(), []
    for number, one in enumerate(rasters):
        leaf, height = desk.leaf(), width * 0.75
        item = Bitmap(one, 0.0, 0.0, width, height)
        cut = Clipped((item,), 0.0, 0.0, width / 2, height) if number else item
        desk.drawing(Drawing("d", Pt(width), Pt(height), (cut,), "Seen.", "", WHERE), leaf)
        nodes.append(Node("Figure", (leaf,), alt="Seen."))
    return write_pdf(desk.done(Node("Document", tuple(nodes))), desk.fonts)


def findings(pdf: bytes, *withheld: Raster, allowed: tuple[Raster, ...] = ()) -> list[str]:
    pictures = tuple(ForbiddenPicture(one, THERE) for one in withheld)
    try:
        prove(pdf, Forbidden((), (), (), pictures, allowed), name="brief.pdf")
    except ProofError as error:
        return list(error.findings)
    return []


# --- what is forbidden ---------------------------------------------------------------------------


def test_a_picture_is_withheld_with_all_its_words():
    closed = picture(
        "closed-talk", alt="What it shows", title="Its title", note="Its note",
        credit="Whose it is", marking="RED",
    )  # fmt: skip

    for made in (
        content(pictures=[closed]),
        content(placed("picture", "closed-talk"), pictures=[closed]),
        content(sheet(paragraph("x"), picture="closed-talk"), pictures=[closed]),
    ):
        where = str(closed.where)
        assert texts(made) == {
            "What it shows": where, "Its title": where, "Its note": where, "Whose it is": where,
            "closed-talk": where,
        }  # fmt: skip
        assert [each.where for each in asked(made).pictures] == [closed.where]


@pytest.mark.parametrize(
    "block",
    [
        placed("picture", "talk", marking="RED"),
        sheet(paragraph("x"), picture="talk", marking="RED"),
    ],
)
def test_a_picture_is_withheld_where_what_places_it_is(block):
    made = content(block, pictures=[picture("talk", alt=SECRET)])

    assert SECRET in texts(made)
    assert len(asked(made).pictures) == 1


def test_a_picture_that_is_shown_elsewhere_is_not_withheld():
    shown = picture("talk", alt=SECRET)
    made = content(
        placed("picture", "talk", marking="RED"), placed("picture", "talk"), pictures=[shown]
    )

    assert asked(made).pictures == ()
    assert asked(made).allowed_pictures == tuple(item.raster for item in shown.image.items)


def test_the_words_in_a_picture_are_withheld_with_it():
    label = Label("Quiet Harbour", 1, 1, LABEL)
    closed = picture("map", labels=[Clipped((label,), 0, 0, 4, 3)], marking="RED")

    assert "Quiet Harbour" in texts(content(pictures=[closed]))


def test_the_name_of_the_file_of_a_picture_is_withheld():
    closed = picture("talk", data=b"bytes", marking="RED")
    inputs = {
        "content/pictures/envoys-in-may.jpg": hashlib.sha256(b"bytes").hexdigest(),
        "content/pictures/other.jpg": hashlib.sha256(b"others").hexdigest(),
    }
    drawn_one = picture(
        "map", file="harbour-plan.svg", labels=[Label("x", 1, 1, LABEL)], marking="RED"
    )

    made = replace(content(pictures=[closed, drawn_one]), inputs=inputs)
    names = {text.text for text in asked(made).texts if text.is_name}
    assert names == {"talk", "envoys-in-may", "map", "harbour-plan"}


def test_a_work_that_only_the_credit_of_a_withheld_picture_names_is_withheld():
    closed = replace(picture("talk", marking="RED"), credit=(*words("After "), citation("c-2021")))

    assert "c-2021" in texts(content(pictures=[closed], readings=[]))


# --- how they look -------------------------------------------------------------------------------

KINDS = {
    "a JPEG file": saved(scene(1), "JPEG"),
    "a PNG file": saved(scene(1)),
    "a grey one": saved(scene(1).convert("L")),
    "one with a palette": saved(scene(1).convert("P")),
    "one in bits": saved(scene(1).convert("1")),
    "one with alpha": saved(gradient("RGBA", SIZE)),
}


@pytest.mark.parametrize("width", [20.0, 300.0], ids=["made smaller", "as it is"])
@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS.keys())
def test_a_withheld_picture_is_found_at_any_size(data, width):
    other, closed = raster(saved(scene(2), "JPEG")), raster(data)

    found = findings(drawn(other, closed, width=width), closed)
    assert found
    assert all(line.startswith("picture (object ") for line in found)
    assert all(line.endswith(f"): shows what {THERE} withholds") for line in found)


@pytest.mark.parametrize("window", [(0, 9, 64, 39), (12, 0, 52, 48)], ids=["wide", "tall"])
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_the_middle_of_a_withheld_picture_is_found_on_a_cover(form, window):
    closed, other = (raster(saved(scene(seed), form)) for seed in (1, 2))

    def middle(one: Raster) -> bytes:
        size = window[2] - window[0], window[3] - window[1]
        return drawn(replace(one, window=window, width=size[0], height=size[1]))

    assert len(findings(middle(closed), closed, other)) == 1
    assert findings(middle(other), closed) == []
    assert findings(middle(closed), closed, allowed=(closed,)) == []


@pytest.mark.parametrize("data", KINDS.values(), ids=KINDS.keys())
def test_other_pictures_are_no_leak(data):
    others = [raster(saved(scene(seed), form)) for seed in (2, 3, 4) for form in ("PNG", "JPEG")]

    assert findings(drawn(*others), raster(data)) == []


def test_a_picture_with_nothing_on_it_is_no_leak():
    blank = raster(saved(Image.new("RGB", SIZE, "#eeeeee")))

    assert findings(drawn(blank), raster(saved(Image.new("RGB", SIZE, "#dddddd")))) == []


def test_what_looks_more_like_an_allowed_picture_is_that():
    one, other = scene(1), scene(1)
    other.paste((0, 0, 0), (5, 5, 8, 8))
    closed, shown = raster(saved(one)), raster(saved(other))

    assert findings(drawn(shown), closed, allowed=(shown,)) == []
    assert findings(drawn(closed), closed, allowed=(shown,))
    assert findings(drawn(closed), closed, allowed=(closed,)) == []


# --- what is told in them ------------------------------------------------------------------------


def told(remark: bytes, behind: bytes = b"") -> bytes:
    """A file with a picture whose file says something, as if it had been put in unchanged."""
    clean = saved(scene(1), "JPEG")
    loud = clean[:2] + remark + clean[2:] + behind
    before = drawn(raster(clean), width=300.0)

    def put_in(pdf):
        for each in pdf.objects:
            if hasattr(each, "get") and each.get("/Subtype") == "/Image":
                each.write(loud, filter=each.Filter)

    return changed(before, put_in)


def segment(kind: int, data: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(data) + 2).to_bytes(2, "big") + data


def exif(**said: str) -> bytes:
    tags = {"description": 0x010E, "artist": 0x013B, "title": 0x9C9B}
    held = Image.Exif()
    for key, text in said.items():
        held[tags[key]] = text.encode("utf-16-le") if key == "title" else text
    return segment(0xE1, held.tobytes())


XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title>{SECRET}</dc:title></x:xmpmeta>".encode()
REMARKS = {
    "a remark": (segment(0xFE, SECRET.encode()), b""),
    "Exif": (exif(description=SECRET), b""),
    "Exif in two bytes": (exif(title=SECRET), b""),
    "XMP": (segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP), b""),
    "IPTC": (segment(0xED, b"Photoshop 3.0\0" + SECRET.encode()), b""),
    "a segment of its own": (segment(0xF2, SECRET.encode()), b""),
    "behind its end": (b"", SECRET.encode()),
}


@pytest.mark.parametrize(("remark", "behind"), REMARKS.values(), ids=REMARKS.keys())
def test_what_is_told_in_a_picture_is_found(remark, behind):
    forbidden = Forbidden((ForbiddenText(SECRET, THERE),), ())

    prove(told(exif(artist="Nobody")), forbidden, name="brief.pdf")
    with pytest.raises(ProofError) as caught:
        prove(told(remark, behind), forbidden, name="brief.pdf")
    assert [line.partition(" (")[0] for line in caught.value.findings] == ["picture"]


def test_what_is_written_between_the_elements_of_a_picture_is_found():
    table = segment(0xDB, b"\3" + SECRET.encode().ljust(64, b"\1"))  # that nothing uses
    forbidden = Forbidden((ForbiddenText(SECRET, THERE),), ())

    with pytest.raises(ProofError) as caught:
        prove(told(table), forbidden, name="brief.pdf")
    assert [line.partition(" (")[0] for line in caught.value.findings] == ["picture"]


@pytest.mark.parametrize(
    ("remark", "behind"), [REMARKS[name] for name in REMARKS if name != "a segment of its own"]
)
def test_our_own_files_tell_nothing_of_the_kind(remark, behind):
    clean = saved(scene(1), "JPEG")
    loud = raster(clean[:2] + remark + clean[2:] + behind)

    for width in (20.0, 300.0):
        prove(drawn(loud, width=width), Forbidden((ForbiddenText(SECRET, THERE),), ()), name="x")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda each: setattr(each, "Filter", Name.JPXDecode),
         "is a picture in a format that is not known"),
        (lambda each: each.write(b"no JPEG", filter=each.Filter), "is no JPEG file"),
        (lambda each: each.write(saved(scene(1), "JPEG")[:-2], filter=each.Filter),
         "is a JPEG file without an end"),
    ],
)  # fmt: skip
def test_a_picture_that_is_not_understood_is_refused(change, expected):
    def spoil(pdf):
        for each in pdf.objects:
            if hasattr(each, "get") and each.get("/Subtype") == "/Image":
                change(each)

    data = changed(drawn(raster(saved(scene(1), "JPEG")), width=300.0), spoil)

    with pytest.raises(ProofError) as caught:
        prove(data, Forbidden((ForbiddenText(SECRET, THERE),), ()), name="brief.pdf")
    (said,) = caught.value.findings
    assert said.startswith("the file cannot be searched: object ")
    assert said.endswith(expected)


def test_pillow_is_left_alone_where_no_picture_is_withheld(monkeypatch):
    from briefing.proof.file import looks

    monkeypatch.setattr(looks, "_opened", None)
    shown = raster(saved(scene(1), "JPEG"))

    prove(drawn(shown), Forbidden((ForbiddenText(SECRET, THERE),), ()), name="brief.pdf")
    assert BytesIO(shown.data).read(2) == b"\xff\xd8"
