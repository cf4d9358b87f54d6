"""Pictures: what is said of them, and their files."""

import hashlib
import subprocess
import sys

import pytest
from PIL import Image

from briefing.errors import ContentError, Location
from briefing.load import load
from briefing.model.content import PictureSpec
from briefing.model.drawing import Bitmap, Drawing, Shape
from briefing.model.prose import Text
from tests.bitmaps import (
    gradient,
    interlaced,
    noise,
    png,
    profile,
    saved,
    sixteen_bits,
    turned,
)
from tests.load.conftest import STYLES

LAKE = "content/pictures/lake.yaml"
DOCUMENT = '---\ntitle: Water\nkind: Brief\naudiences: public\n---\n\n{{ picture("lake") }}\n'
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="8" height="4"/></svg>'
)


@pytest.fixture
def loaded(project):
    """Load a project with one picture."""

    def of(name, data, said="alt: A lake.\ncredit: Kim\n"):
        files = {LAKE: f"file: {name}\n{said}"}
        if data is not None:
            files[f"content/pictures/{name}"] = data
        return load(project(files), STYLES)

    return of


@pytest.fixture
def refused(loaded):
    def of(name, data, said="alt: A lake.\ncredit: Kim\n"):
        with pytest.raises(ContentError) as caught:
            loaded(name, data, said)
        return str(caught.value)

    return of


def test_a_bitmap_is_as_wide_as_it_has_picture_elements(loaded):
    data = saved(gradient())
    content = loaded("lake.png", data).content

    where, words = Location(LAKE, 1, 7), Location(LAKE, 2, 6)
    picture = content.pictures["lake"]
    (item,) = picture.image.items
    assert isinstance(item, Bitmap)
    assert item == Bitmap(item.raster, 0.0, 0.0, 16.0, 12.0)
    assert (item.raster.data, item.raster.media_type) == (data, "image/png")
    assert (item.raster.width, item.raster.height, item.raster.where) == (16, 12, where)
    assert picture == PictureSpec(
        id="lake",
        image=Drawing("lake", 16.0, 12.0, (item,), "", "", where),
        alt=(Text("A lake.", words),),
        title=(),
        note=(),
        credit=(Text("Kim", Location(LAKE, 3, 9)),),
        span="full",
        conditions=picture.conditions,
        where=Location(LAKE, 1),
    )
    assert content.inputs["content/pictures/lake.png"] == hashlib.sha256(data).hexdigest()


def test_an_svg_has_its_own_size(loaded):
    image = loaded("lake.svg", SVG).content.pictures["lake"].image

    (shape,) = image.items
    assert (image.width, image.height) == (30, 15)
    assert isinstance(shape, Shape)
    assert image.where == Location("content/pictures/lake.svg", 1)


def test_everything_that_may_be_said_of_a_picture(loaded):
    said = """decorative: true
title: The lake in {{ edition.label }}
note: Low water.
credit: Drawn by Kim [@kim-2020]
span: third
audience: public
"""
    picture = loaded("lake.svg", SVG, said).content.pictures["lake"]

    assert picture.alt == ()
    assert [len(words) for words in (picture.title, picture.note, picture.credit)] == [2, 1, 2]
    assert picture.span == "third"
    assert picture.conditions.audiences == {"public"}


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png(loaded, mode):
    image = Image.new("I;16", (16, 12), 40000) if mode == "I;16" else gradient(mode)

    assert loaded("lake.png", saved(image)).content.pictures["lake"].image.height == 12


@pytest.mark.parametrize("data", [
    interlaced(gradient()), sixteen_bits(gradient()), turned(gradient(), 3, "PNG"),
    png((16, 12), b"\0" * (49 * 12), chunks=[(b"gAMA", b"\0\0\x80\0")]),
    saved(gradient(), icc_profile=profile("sRGB")),
    saved(gradient(), icc_profile=profile("swapped")),
    saved(gradient("L"), icc_profile=profile("linear grey")),
], ids=["interlaced", "16 bit", "turned", "gamma", "sRGB", "profile", "grey"])  # fmt: skip
def test_more_kinds_of_png(loaded, data):
    assert loaded("lake.png", data).content.pictures["lake"].image.width == 16


@pytest.mark.parametrize("data", [
    saved(gradient(), "JPEG"), saved(gradient("L"), "JPEG"),
    saved(gradient(), "JPEG", progressive=True), saved(gradient(), "JPEG", quality=1),
    saved(gradient(), "MPO", save_all=True, append_images=[gradient()]),
    saved(gradient(), "JPEG", icc_profile=profile("swapped")),
    saved(gradient(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"),
], ids=["plain", "grey", "progressive", "poor", "two in one", "profile", "Exif"])  # fmt: skip
def test_every_kind_of_jpeg(loaded, data):
    assert loaded("lake.JPG", data).content.pictures["lake"].image.width == 16


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_that_was_held_on_its_side(loaded, orientation):
    data = turned(gradient(), orientation)
    image = loaded("lake.jpeg", data).content.pictures["lake"].image

    assert image.items[0].raster.orientation == orientation
    assert (image.width, image.height) == ((12, 16) if orientation > 4 else (16, 12))


def test_a_project_without_bitmaps_does_not_wait_for_pillow(project):
    root = project({LAKE: "file: lake.svg\nalt: A lake\ncredit: Kim\n", LAKE[:-4] + "svg": SVG})
    code = (
        "import sys, pathlib; from briefing.load import load; "
        f"load(pathlib.Path({str(root)!r}), pathlib.Path({str(STYLES)!r})); "
        "print([name for name in sys.modules if name.startswith('PIL')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout == "[]\n"


# --- what cannot be printed ----------------------------------------------------------------------


def test_what_must_be_said_of_a_picture(refused):
    hint = "alt: what it shows, in words; decorative: true for an ornament that shows nothing"
    either = "error: a picture has either 'alt' or 'decorative: true'"
    neither, both = f"{either} [alternative]\n  hint: {hint}", f"{either}\n  hint: {hint}"

    assert refused("lake.svg", SVG, "title: The lake\n") == (
        f"{LAKE}:1:1: error: 'credit' is missing\n  hint: wanted: a text\n{LAKE}:1:1: {neither}"
    )
    assert refused("lake.svg", SVG, "alt: A lake\ndecorative: true\ncredit: Kim\n") == (
        f"{LAKE}:2:6: {both}"
    )
    assert refused("lake.svg", SVG, "decorative: false\ncredit: Kim\n") == f"{LAKE}:1:1: {neither}"


def test_fields_that_no_picture_has(refused):
    assert refused("lake.svg", SVG, "alt: A lake\ncredit: Kim\nspan: quarter\nwidth: 3cm\n") == (
        f"{LAKE}:4:7: error: unknown value of 'span': 'quarter'\n"
        "  hint: known: full, half, third\n"
        f"{LAKE}:5:1: error: unknown field 'width'\n"
        "  hint: known: alt, audience, code, countries, credit, decorative, file, from, if, "
        "languages, marking, note, span, title, until"
    )


@pytest.mark.parametrize(("name", "message"), [
    ("", "'file' is missing\n  hint: wanted: the name of a picture's file, such as 'ridges.svg'"),
    ("[a, b]", "'file' is a list\n  hint: wanted: the name of a file"),
    ("lake.png", "the file 'lake.png' is missing\n  hint: wanted: content/pictures/lake.png"),
    ("../lake.png", "'../lake.png' does not stand beside this file\n"
     "  hint: put it into 'content/pictures', and give its name alone"),
    ("/etc/lake.png", "'/etc/lake.png' does not stand beside this file\n"
     "  hint: put it into 'content/pictures', and give its name alone"),
    ("lake.gif", "'lake.gif' is no picture that is read here\n"
     "  hint: wanted: a file that ends in .png, .jpg, .jpeg, .svg"),
    (".png", "'.png' is no picture that is read here\n"
     "  hint: wanted: a file that ends in .png, .jpg, .jpeg, .svg"),
])  # fmt: skip
def test_files_that_are_not_found(refused, name, message):
    column = 7 if name else 6
    message = message.replace("'file' is missing", "'file' is empty")

    assert refused(name, None) == f"{LAKE}:1:{column}: error: {message}"


def test_a_link_that_leads_out_of_the_project(project, tmp_path):
    (tmp_path / "lake.svg").write_text(SVG, "utf-8")
    root = project({LAKE: "file: lake.svg\nalt: A lake\ncredit: Kim\n"})
    (root / "content/pictures/lake.svg").symlink_to(tmp_path / "lake.svg")

    with pytest.raises(ContentError) as caught:
        load(root, STYLES)

    assert str(caught.value) == (
        f"{LAKE}:1:7: error: the file 'lake.svg' lies outside the project\n"
        "  hint: keep everything that is read inside the project's folder"
    )


@pytest.mark.parametrize(("name", "data", "message"), [
    ("lake.png", saved(gradient(), "JPEG"),
     "is a JPEG\n  hint: let its name end in '.jpg', or save it as PNG"),
    ("lake.jpg", saved(gradient()),
     "is a PNG\n  hint: let its name end in '.png', or save it as JPEG"),
    ("lake.jpg", SVG, "is an SVG\n  hint: let its name end in '.svg', or save it as JPEG"),
    ("lake.svg", saved(gradient()),
     "is a PNG\n  hint: let its name end in '.png', or save it as SVG"),
    ("lake.png", saved(gradient(), "GIF"), "is a GIF\n  hint: save it as PNG"),
    ("lake.png", saved(gradient(), "WEBP"), "is a WebP\n  hint: save it as PNG"),
    ("lake.jpg", saved(gradient(), "TIFF"), "is a TIFF\n  hint: save it as JPEG"),
    ("lake.jpg", "<html>", "is an HTML file\n  hint: save it as JPEG"),
    ("lake.svg", b"\x1f\x8b\x08", "is a compressed file\n  hint: save it as SVG"),
    ("lake.png", "", "is no PNG\n  hint: save it as PNG"),
    ("lake.svg", "", "is no SVG\n  hint: save it as SVG"),
    ("lake.svg", SVG.encode("utf-16"), "is no SVG\n  hint: save it as SVG"),
    ("lake.svg", SVG.replace("/>", "/>ö").encode("latin-1"),
     "is not in UTF-8\n  hint: save it as UTF-8"),
    ("lake.jpg", saved(Image.new("CMYK", (4, 4)), "JPEG"), "is in CMYK\n  hint: save it as RGB"),
    ("lake.png", saved(gradient("L"), save_all=True, append_images=[gradient("L")]),
     "is animated\n  hint: save one of its pictures"),
    ("lake.png", png((0, 3), b""), "is 0 × 3 picture elements large"),
    ("lake.png", png((20000, 8000), b""),
     "has 160 megapixels\n  hint: at most 150; a full page needs 9 of them"),
    ("lake.png", png((40000, 40000), b""),
     "has more than 150 megapixels\n  hint: at most 150; a full page needs 9 of them"),
])  # fmt: skip
def test_files_of_another_kind(refused, name, data, message):
    assert refused(name, data) == f"{LAKE}:1:7: error: {name!r} {message}"


@pytest.mark.parametrize(
    "broken", [profile("LAB"), profile("linear grey"), b"nothing"], ids=["Lab", "grey", "none"]
)
def test_a_colour_profile_of_no_use(refused, broken):
    data = saved(gradient(), "JPEG", icc_profile=broken)

    assert refused("lake.jpg", data) == (
        f"{LAKE}:1:7: error: the colour profile of 'lake.jpg' cannot be used\n"
        "  hint: save it as sRGB"
    )


PNG, JPEG = saved(noise((40, 30))), saved(noise((40, 30)), "JPEG")
PROGRESSIVE = saved(noise((40, 30)), "JPEG", progressive=True)


@pytest.mark.parametrize(("name", "data"), [
    *(("lake.png", PNG[:-missing]) for missing in (12, 16, 20, 1000, len(PNG) - 20)),
    *(("lake.jpg", JPEG[:-missing]) for missing in (20, 1000, len(JPEG) - 20)),
    *(("lake.jpg", PROGRESSIVE[:-missing]) for missing in (20, 1000)),
    ("lake.png", PNG[:1000] + bytes([PNG[1000] ^ 255]) + PNG[1001:]),
])  # fmt: skip
def test_files_that_are_not_whole(refused, name, data):
    assert refused(name, data) == (
        f"{LAKE}:1:7: error: {name!r} is damaged, or a part of it is missing\n"
        f"  hint: save it anew as {name[-4:]!r}"
    )


def test_a_file_that_is_too_large(refused, monkeypatch):
    monkeypatch.setattr("briefing.load.pictures.LARGEST", 2**20)

    assert refused("lake.png", b"x" * 2_000_000) == (
        f"{LAKE}:1:7: error: the file 'lake.png' has 1.9 MB\n  hint: at most 1; save it smaller"
    )


def test_everything_wrong_with_an_svg_is_told_in_one_run(refused):
    svg = SVG.replace("<rect", "<text/>\n<image/>\n<rect fill='url(#sky)'").replace("8", "8em")

    place = "content/pictures/lake.svg"
    assert refused("lake.svg", svg) == (
        f"{place}:1:61: error: 'text' is not drawn\n  hint: turn text into paths\n"
        f"{place}:2:1: error: 'image' is not drawn\n"
        "  hint: make a picture of its own of the bitmap\n"
        f"{place}:3:13: error: 'url(#sky)' is no plain colour\n"
        "  hint: gradients, patterns and colours that are seen through are not drawn\n"
        f"{place}:3:31: error: '8em' is no length\n"
        "  hint: wanted: a number, or one with px, pt or mm"
    )


# --- what should be looked at --------------------------------------------------------------------


def test_a_picture_of_fifty_megapixels_is_told_of(loaded):
    data = png((10000, 5000), b"\0" * 10001 * 5000, kind=0)
    warnings = [one for one in loaded("lake.png", data).warnings if one.where.file == LAKE]

    assert str(warnings[-1]) == (
        f"{LAKE}:1:7: warning: 'lake.png' has 50 megapixels\n"
        "  hint: a full page needs 9 of them; a smaller file is made faster"
    )


def test_only_what_is_no_picture_is_told_of(project):
    root = project({
        LAKE: "file: lake.svg\nalt: A lake\ncredit: Kim\n",
        "content/pictures/lake.svg": SVG,
        "content/pictures/make.py": "",
        "content/pictures/lake.yml": "",
        "content/documents/water.md": DOCUMENT,
    })  # fmt: skip
    warnings = load(root, STYLES).warnings

    assert [str(one.where) for one in warnings] == ["content/pictures/lake.yml:1:1"]


def test_a_picture_that_is_not_known(project):
    root = project({"content/documents/water.md": DOCUMENT})

    with pytest.raises(ContentError) as caught:
        load(root, STYLES)

    assert "unknown picture 'lake'" in str(caught.value)
