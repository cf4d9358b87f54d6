"""What nobody sees of a bitmap is not in the file, for a reader could make it seen again."""

from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image, ImageDraw, ImageOps

from briefing.pdf.bitmaps.jpeg import read_jpeg
from briefing.pdf.bitmaps.samples import samples_of
from tests.bitmaps import gradient, noise, png, saved, turned
from tests.pdf.test_pictures import bitmap, drawing, look_alike, raster, seen, written

SIZE = (64, 48)
WORDS = (8, 8, 40, 30)  # where they stand


def lettered(mode: str, alpha: int) -> Image.Image:
    """A picture that is seen on the right; on the left are words under an alpha like this."""
    image = Image.new("RGBA", SIZE, (200, 220, 240, alpha))
    pen = ImageDraw.Draw(image)
    pen.text((8, 8), "Harbour", fill=(10, 20, 30, alpha))
    pen.rectangle((48, 0, 63, 47), fill=(180, 40, 40, 255))
    return image.convert(mode)


def stored(data: bytes, width: float = 300.0) -> Image.Image:
    """The colours that the file has, whether they are seen or not."""
    with pikepdf.open(BytesIO(written([drawing(bitmap(data), width=width)]))) as pdf:
        (image,) = [
            pikepdf.PdfImage(one).as_pil_image().convert("RGB")
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and "/SMask" in one
        ]
    return image


@pytest.mark.parametrize("width", [6.0, 300.0], ids=["made smaller", "as it is"])
@pytest.mark.parametrize("alpha", [0, 1, 2])
@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_words_under_what_is_clear_are_not_in_the_file(mode, alpha, width):
    image = stored(saved(lettered(mode, alpha)), width)

    share = image.width / SIZE[0]
    assert len(image.crop([int(at * share) for at in WORDS]).getcolors()) == 1


def test_words_in_a_clear_colour_of_a_palette_are_not_in_the_file():
    image = Image.new("P", SIZE, 0)
    image.putpalette([255, 255, 255, 0, 0, 0, 180, 40, 40])
    pen = ImageDraw.Draw(image)
    pen.text((8, 8), "Harbour", fill=1)
    pen.rectangle((48, 0, 63, 47), fill=2)
    data = saved(image, transparency=bytes((0, 0, 255)))

    assert len(stored(data).crop(WORDS).getcolors()) == 1


def test_what_is_clear_has_the_colours_beside_it():
    """A plain colour would make a line around the picture where it is made smaller."""
    image = stored(saved(lettered("RGBA", 0)))

    assert image.getpixel((47, 20)) == image.getpixel((48, 20)) == (180, 40, 40)


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_a_picture_that_is_clear_in_part_looks_as_before(mode):
    data = saved(gradient(mode))
    on_white = Image.new("RGBA", (16, 12), "white")
    on_white.alpha_composite(gradient(mode).convert("RGBA"))

    assert look_alike(seen(written([drawing(bitmap(data))])), on_white.convert("RGB"))


def test_two_numbers_of_one_colour_become_one_and_colours_not_used_go():
    palette = b"\xff\xff\xff" * 2 + b"\x10\x20\x30" + b"Quiet Harbour is the code"
    rows = b"\0\0\1\0\0" + b"\0\0\1\2\2"
    kept = samples_of(raster(png((4, 2), rows, kind=3, chunks=[(b"PLTE", palette[:33])])), 40, 20)

    assert "[/Indexed/DeviceRGB 1<ffffff102030>]" in kept.entries
    assert b"Quiet Harbour".hex() not in kept.entries


def thumbnail() -> bytes:
    """A segment of JFIF with a picture of 4 × 4 elements in it (ITU-T T.871, 10.1)."""
    data = b"JFIF\0\1\2\0\0\1\0\1\4\4" + b"Quiet Harbour is the code of it ......".ljust(48)
    return b"\xff\xe0" + (len(data) + 2).to_bytes(2, "big") + data


def test_a_jpeg_goes_in_without_the_thumbnail_in_its_first_segment():
    plain = saved(noise((40, 30)), "JPEG")
    loud = plain[:2] + thumbnail() + plain[20:]

    assert plain[2:4] == b"\xff\xe0"
    assert b"Quiet Harbour" not in read_jpeg(loud).data
    assert len(read_jpeg(loud).data) == len(read_jpeg(plain).data)


@pytest.mark.parametrize("kind", [0xC8, 0xDF, 0xF0, 0xFD])
def test_a_jpeg_with_segments_that_no_reader_needs_does_not_go_in_as_it_is(kind):
    plain = saved(noise((40, 30)), "JPEG")

    assert read_jpeg(plain[:2] + bytes((0xFF, kind)) + b"\0\x0fQuiet Harbour" + plain[2:]) is None


def test_remarks_do_not_come_back_where_a_jpeg_is_packed_anew():
    plain = saved(noise((40, 30)), "JPEG", comment=b"Quiet Harbour")
    odd = plain[:2] + b"\xff" + plain[2:]  # a filling before the first segment

    assert read_jpeg(odd) is None
    assert b"Quiet" not in samples_of(raster(odd), 300, 225).data
    assert b"Quiet" not in samples_of(raster(odd), 5, 4).data


WINDOW = (8, 4, 40, 36)


def sizes(pdf: bytes) -> set[tuple[int, int]]:
    """How large the pictures in a file are."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        images = [
            one
            for one in opened.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
        return {(int(one.Width), int(one.Height)) for one in images}


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_only_the_part_of_a_picture_that_is_shown_is_in_the_file(orientation, form):
    data = turned(gradient(size=SIZE), orientation, form)
    whole = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    part = replace(raster(data), width=32, height=32, window=WINDOW)
    pdf = written([drawing(bitmap(part, width=160, height=160), height=160)])

    assert sizes(pdf) == {(32, 32)}
    assert look_alike(seen(pdf, width=160, height=160), whole.crop(WINDOW))


def test_a_part_and_the_whole_are_two_pictures():
    whole = raster(saved(gradient(size=SIZE)))
    part = replace(whole, width=32, height=32, window=WINDOW)
    pdf = written([drawing(bitmap(whole)), drawing(bitmap(part))])

    assert sizes(pdf) == {SIZE, (32, 32)}
