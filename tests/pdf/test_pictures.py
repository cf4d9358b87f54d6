"""Bitmaps and cut drawings, in the file and on the page."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageOps

from briefing.model.drawing import Bitmap, Clipped, Drawing, Label, Painted, Raster, Shape
from briefing.model.page import PlacedDrawing
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from briefing.pdf.bitmaps.jpeg import read_jpeg
from briefing.pdf.bitmaps.samples import samples_of
from briefing.units import Pt
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
from tests.pdf.reader import read
from tests.pdf.typesetter import HEIGHT, LABEL, MARGIN, WHERE, Desk

WIDE, HIGH = 160.0, 120.0


def raster(data: bytes) -> Raster:
    is_png = data.startswith(b"\x89PNG")
    orientation = Image.open(BytesIO(data)).getexif().get(274, 1)
    return Raster(data, "image/png" if is_png else "image/jpeg", 16, 12, WHERE, orientation)


def bitmap(data: bytes | Raster, *, width: float = WIDE, height: float = HIGH) -> Bitmap:
    return Bitmap(data if isinstance(data, Raster) else raster(data), 0.0, 0.0, width, height)


def drawing(*items: Painted, width: float = WIDE, height: float = HIGH) -> Drawing:
    return Drawing("lake", Pt(width), Pt(height), items, "A lake.", "", WHERE)


def written(drawings: Sequence[Drawing], pages: int = 1) -> bytes:
    """A file with all drawings on each page, one below the other."""
    desk = Desk()
    nodes = []
    for number in range(pages):
        if number:
            desk.page()
        for one in drawings:
            leaf = desk.leaf()
            desk.drawing(one, leaf)
            nodes.append(Node("Figure", (leaf,), alt=one.alt))
    return write_pdf(desk.done(Node("Document", tuple(nodes))), desk.fonts)


def seen(pdf: bytes, *, width: float = WIDE, height: float = HIGH, scale: float = 1) -> Image.Image:
    """What is seen at the place of the first drawing."""
    document = pypdfium2.PdfDocument(pdf)
    page: Image.Image = document[0].render(scale=scale).to_pil().convert("RGB")
    document.close()
    start = MARGIN * scale
    return page.crop((start, start, start + width * scale, start + height * scale))


def look_alike(one: Image.Image, other: Image.Image, *, by: int = 24) -> bool:
    """Tell whether the middles of all of 16 × 12 fields have about the same colour."""
    for x in range(16):
        for y in range(12):
            place = (x + 0.5) / 16, (y + 0.5) / 12
            pair = [
                image.getpixel((int(place[0] * image.width), int(place[1] * image.height)))
                for image in (one, other)
            ]
            if any(abs(a - b) > by for a, b in zip(*pair, strict=True)):
                return False
    return True


@pytest.fixture
def objects():
    """Give the bitmaps of a file, by name."""
    opened = []

    def of(pdf: bytes) -> list[pikepdf.Object]:
        opened.append(pikepdf.open(BytesIO(pdf)))  # an object lives as long as its file is open
        named = opened[-1].pages[0].Resources.get("/XObject", {})
        return [named[name] for name in sorted(named.keys())]

    yield of
    for one in opened:
        one.close()


def on_white(image: Image.Image) -> Image.Image:
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image.convert("RGBA"))
    return white.convert("RGB")


LARGE = gradient("RGB", (160, 120))

PNGS = {
    "grey": (saved(LARGE.convert("L")), LARGE.convert("L")),
    "RGB": (saved(LARGE), LARGE),
    "alpha": (saved(gradient("RGBA", (160, 120))), on_white(gradient("RGBA", (160, 120)))),
    "grey alpha": (saved(gradient("LA", (160, 120))), on_white(gradient("LA", (160, 120)))),
    "palette": (saved(LARGE.quantize(64)), LARGE.quantize(64)),
    "palette with a hole": (
        saved(LARGE.quantize(1), transparency=0), Image.new("L", (1, 1), 255)
    ),
    "grey with a hole": (
        saved(Image.new("L", (160, 120), 9), transparency=9), Image.new("L", (1, 1), 255)
    ),
    "bits": (saved(Image.new("1", (160, 120), 1)), Image.new("L", (1, 1), 255)),
    "16 bits": (sixteen_bits(LARGE), LARGE),
    "16 bits of grey": (saved(Image.new("I;16", (160, 120), 40000)), Image.new("L", (1, 1), 156)),
    "interlaced": (interlaced(LARGE), LARGE),
    "gamma": (
        png((160, 120), (b"\0" + b"\x80" * 480) * 120, chunks=[(b"gAMA", b"\0\1\x86\xa0")]),
        Image.new("L", (1, 1), 186),
    ),
    "gamma of a screen": (
        png((160, 120), (b"\0" + b"\x80" * 480) * 120, chunks=[(b"gAMA", b"\0\0\xb1\x8f")]),
        Image.new("L", (1, 1), 128),
    ),
    "profile": (
        saved(Image.new("RGB", (160, 120), "#ff0000"), icc_profile=profile("swapped")),
        Image.new("RGB", (1, 1), "#00ff00"),
    ),
    "profile of grey": (
        saved(Image.new("L", (160, 120), 128), icc_profile=profile("linear grey")),
        Image.new("L", (1, 1), 188),
    ),
    "profile and alpha": (
        saved(Image.new("RGBA", (160, 120), "#ff000080"), icc_profile=profile("swapped")),
        Image.new("RGB", (1, 1), "#7fff7f"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PNGS)
def test_every_kind_of_png_looks_as_it_should(name):
    data, wanted = PNGS[name]

    assert look_alike(seen(written([drawing(bitmap(data))])), wanted.convert("RGB"))


JPEGS = {
    "plain": (saved(LARGE, "JPEG"), LARGE),
    "grey": (saved(LARGE.convert("L"), "JPEG"), LARGE.convert("L")),
    "progressive": (saved(LARGE, "JPEG", progressive=True), LARGE),
    "profile": (
        saved(Image.new("RGB", (160, 120), "#ff0000"), "JPEG", icc_profile=profile("swapped")),
        Image.new("RGB", (1, 1), "#00ff00"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", JPEGS)
def test_every_kind_of_jpeg_looks_as_it_should(name):
    data, wanted = JPEGS[name]

    assert look_alike(seen(written([drawing(bitmap(data))])), wanted.convert("RGB"))


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_camera_held_on_its_side(orientation, form, objects):
    data = turned(LARGE, orientation, form)
    wanted = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    size = dict(zip(("width", "height"), wanted.size, strict=True))
    pdf = written([drawing(bitmap(data, **size), **size)])

    (kept,) = objects(pdf)
    assert (kept.Width, kept.Height) == (160, 120)
    assert look_alike(seen(pdf, **size), wanted)


def test_a_jpeg_goes_in_as_it_is_without_what_is_told_in_it(objects):
    image = noise((40, 30))
    plain = saved(image, "JPEG")
    telling = turned(image, 1, comment=b"secret", icc_profile=profile("sRGB")) + b"more secrets"
    (kept,) = objects(written([drawing(bitmap(telling))]))

    assert kept.read_raw_bytes() == read_jpeg(plain).data
    assert b"secret" not in kept.read_raw_bytes()
    assert (kept.Filter, kept.ColorSpace, kept.Interpolate) == ("/DCTDecode", "/DeviceRGB", False)


def test_a_jpeg_that_says_not_what_its_colours_are_is_packed_anew():
    data = saved(LARGE, "JPEG", keep_rgb=True)
    start = data.index(b"\xff\xee")
    bare = data[:start] + data[start + 16 :]

    assert data[start + 4 : start + 9] == b"Adobe"
    assert read_jpeg(data).is_plain
    assert not read_jpeg(bare).is_plain
    assert look_alike(seen(written([drawing(bitmap(data))])), LARGE)


def test_a_jpeg_that_is_put_together_oddly_is_packed_anew(objects):
    data = turned(LARGE, 1)
    odd = data[:2] + b"\xff" + data[2:]  # a filling before the first segment
    pdf = written([drawing(bitmap(odd))])

    (kept,) = objects(pdf)
    assert read_jpeg(odd) is None
    assert kept.Filter == "/DCTDecode"
    assert look_alike(seen(pdf), LARGE)


@pytest.mark.parametrize("cut", [1, 3, 20, 200, 400, -2])
def test_a_jpeg_that_ends_too_early_is_not_taken_apart(cut):
    assert read_jpeg(saved(LARGE, "JPEG")[:cut]) is None


def test_a_bitmap_is_in_a_file_once(objects):
    data = saved(gradient())
    first, again = bitmap(data), bitmap(bytes(bytearray(data)))
    other = bitmap(saved(gradient("L")))
    pdf = written([drawing(first, again, first), drawing(other)], pages=3)

    assert len(objects(pdf)) == 2
    assert pdf.count(b"/Subtype/Image") == 2


def test_a_bitmap_is_as_fine_as_its_largest_place_needs(objects):
    data = saved(noise((400, 300)))
    small = bitmap(data, width=24, height=18)
    half = bitmap(data, width=48, height=36)

    def size(*placed):
        (kept,) = objects(written([drawing(*placed)]))
        return kept.Width, kept.Height

    assert size(small) == (100, 75)
    assert size(small, half) == size(half, small) == (200, 150)
    assert size(bitmap(data, width=96, height=72)) == (400, 300)
    assert size(bitmap(data, width=500, height=400)) == (400, 300)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA"])
def test_every_kind_is_made_smaller(mode, objects):
    image = gradient(mode, (160, 120))
    pdf = written([drawing(bitmap(saved(image), width=19.2, height=14.4))])

    (kept,) = objects(pdf)
    got = seen(pdf, width=19.2, height=14.4, scale=5)
    assert (kept.Width, kept.Height) == (80, 60)
    assert mode == "1" or look_alike(got, on_white(image), by=40)


def test_a_jpeg_is_made_smaller_whichever_way_it_is_turned(objects):
    data = turned(LARGE.resize((1600, 1200)), 6)
    pdf = written([drawing(bitmap(data, width=36, height=48), width=36, height=48)])

    (kept,) = objects(pdf)
    assert (kept.Width, kept.Height, kept.Filter) == (200, 150, "/DCTDecode")
    wanted = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    assert look_alike(seen(pdf, width=36, height=48, scale=4), wanted)


def test_noise_is_packed_anew(objects):
    data = saved(noise((400, 300)), "JPEG", quality=98, icc_profile=profile("swapped"))
    (kept,) = objects(written([drawing(bitmap(data))]))

    assert len(kept.read_raw_bytes()) > 400 * 300  # more than a buffer of Pillow's would hold


def test_how_a_png_is_kept(objects):
    whole, mask = (
        objects(written([drawing(bitmap(saved(gradient(mode))))]))[0] for mode in ("RGB", "RGBA")
    )

    assert "/SMask" not in whole
    assert (mask.SMask.ColorSpace, mask.SMask.Width) == ("/DeviceGray", 16)
    assert whole.DecodeParms.Predictor == 15
    assert whole.read_bytes() == gradient().tobytes()
    opaque = gradient("RGB").convert("RGBA")
    assert "/SMask" not in objects(written([drawing(bitmap(saved(opaque)))]))[0]


def test_the_same_bitmap_gives_the_same_bytes():
    data = saved(gradient("RGBA", (160, 120)), icc_profile=profile("swapped"))

    def pack():
        samples_of.cache_clear()
        return written([drawing(bitmap(data, width=20, height=15))])

    assert pack() == pack()


def test_what_is_cut_is_not_seen_and_leaves_nothing_set():
    square = (("M", 0.0, 0.0), ("L", 160.0, 0.0), ("L", 160.0, 120.0), ("L", 0.0, 120.0), ("Z",))
    blue = Shape(square, fill="#0000ff", stroke="#00ff00", width=5.0)
    line = Shape((("M", 0.0, 100.0), ("L", 160.0, 100.0)), stroke="#ff0000", width=20.0)
    cut = Clipped((blue, bitmap(saved(gradient("L"))), Label("Hello", 0, 0, LABEL)), 40, 30, 40, 30)
    image = seen(written([drawing(line, cut, line)]))

    assert image.getpixel((5, 5)) == (255, 255, 255)
    assert image.getpixel((100, 40)) == (255, 255, 255)
    assert image.getpixel((60, 45))[0] == image.getpixel((60, 45))[2]
    assert image.getpixel((140, 95)) == (255, 0, 0)
    assert image.getpixel((140, 112)) == (255, 255, 255)


PLAIN = st.one_of(
    st.builds(
        Shape,
        st.just((("M", 0.0, 0.0), ("L", 9.0, 9.0), ("Z",))),
        fill=st.sampled_from([None, "#ff0000", "#00ff00"]),
        stroke=st.sampled_from([None, "#ff0000", "#0000ff"]),
        width=st.sampled_from([1.0, 2.0]),
        dash=st.sampled_from([(), (1.0, 2.0)]),
        cap=st.sampled_from(["butt", "round", "square"]),
        join=st.sampled_from(["miter", "round", "bevel"]),
        miter=st.sampled_from([10.0, 4.0]),
    ),
    st.just(Label("Hello", 5, 5, LABEL)),
    st.just(bitmap(raster(saved(gradient("L"))))),
)
ITEMS = st.lists(
    st.one_of(
        PLAIN, st.builds(Clipped, st.lists(PLAIN, max_size=4).map(tuple), *[st.just(9.0)] * 4)
    ),
    max_size=8,
)


@given(ITEMS)
@settings(max_examples=60)
def test_every_item_is_painted_with_what_it_asks_for(items):
    pdf = written([drawing(*items), drawing(Label("After", 5, 5, LABEL))])
    with pikepdf.open(BytesIO(pdf)) as opened:
        code = list(pikepdf.parse_content_stream(opened.pages[0]))

    wanted = [one for item in items for one in getattr(item, "items", (item,))]
    shapes = [one for one in wanted if isinstance(one, Shape)]
    assert list(_strokes(code)) == [
        (one.stroke, one.width, one.dash, one.cap, one.join, one.miter)
        for one in shapes
        if one.stroke
    ]
    names = [str(one.operator) for one in code]
    assert names.count("Do") == sum(isinstance(one, Bitmap) for one in wanted)
    assert names.count("TJ") == 1 + sum(isinstance(one, Label) for one in wanted)
    assert names.count("W") == sum(isinstance(item, Clipped) for item in items)


def _strokes(code):
    """What each stroke is painted with; text and graphics states are judged on the way."""
    state: dict = {"RG": None, "w": 1.0, "d": (), "J": 0, "j": 0, "M": 10.0}
    saved_states, in_text = [], False
    for one in code:
        name, operands = str(one.operator), one.operands
        match name:
            case "q":
                assert not in_text
                saved_states.append(dict(state))
            case "Q":
                assert not in_text
                state = saved_states.pop()
            case "BT" | "ET":
                assert in_text is (name == "ET")
                in_text = name == "BT"
            case "RG":
                state["RG"] = "#" + "".join(f"{round(float(part) * 255):02x}" for part in operands)
            case "d":
                state["d"] = tuple(float(length) for length in operands[0])
            case "w" | "J" | "j" | "M":
                state[name] = float(operands[0])
            case "S" | "B":
                caps, joins = ("butt", "round", "square"), ("miter", "round", "bevel")
                looks = caps[int(state["J"])], joins[int(state["j"])]
                yield (state["RG"], state["w"], state["d"], *looks, state["M"])
    assert not saved_states


def test_how_strokes_and_fills_are_told():
    path = (("M", 0.0, 0.0), ("L", 9.0, 9.0), ("L", 9.0, 0.0))
    shapes = (
        Shape(path, fill="#000000", even_odd=True),
        Shape(path, fill="#000000", stroke="#ff0000", even_odd=True, join="round", cap="square"),
        Shape(path, stroke="#ff0000", join="bevel", miter=4.0),
        Shape(path, stroke="#ff0000"),
    )
    pdf = written([drawing(*shapes)])
    with pikepdf.open(BytesIO(pdf)) as opened:
        code = opened.pages[0].Contents.read_bytes().decode()

    settings = [line for line in code.splitlines() if line[-2:] in (" j", " J", " M", "f*", "B*")]
    assert settings == ["f*", "2 J", "1 j", "B*", "0 J", "2 j", "4 M", "0 j", "10 M"]


def test_an_ornament_is_no_part_of_the_structure():
    desk = Desk()
    ornament = replace(drawing(bitmap(saved(gradient()))), alt="")
    desk.items.append(PlacedDrawing(ornament, Pt(MARGIN), Pt(MARGIN), None))
    leaf = desk.leaf()
    desk.drawing(drawing(bitmap(saved(gradient()))), leaf)
    figure = Node("Figure", (leaf,), alt="A lake.")
    reading = read(write_pdf(desk.done(Node("Document", (figure,))), desk.fonts))

    element = reading.pdf.Root.StructTreeRoot.K[0].K
    assert reading.artifacts == [("Layout", "")]
    assert str(element.Alt) == "A lake."
    box = [float(side) for side in element.A.BBox]
    assert box == [MARGIN, HEIGHT - MARGIN - HIGH, MARGIN + WIDE, HEIGHT - MARGIN]


def with_pictures():
    """Files with each kind of picture, whole and in part, for the judge."""
    for name, (data, _) in (PNGS | JPEGS).items():
        small = bitmap(data, width=16, height=12)
        for place, item in (("whole", bitmap(data)), ("small", small)):
            clipped = Clipped((item,), 0, 0, 9, 9)
            yield f"{name} {place}", written([drawing(item, clipped)])
