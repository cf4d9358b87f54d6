"""Every primitive of a drawing, in the file and on the page."""

import re
from collections.abc import Iterator
from io import BytesIO
from math import hypot

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from briefing.model.drawing import (
    Bitmap,
    Clipped,
    Drawing,
    Halo,
    Label,
    Mesh,
    Painted,
    Shape,
    Stamped,
    Vertex,
)
from briefing.pdf.painting import pictures
from tests.pdf.primitives import (
    BLACK,
    LARGE,
    RASTER,
    RED,
    WHITE,
    box,
    circle,
    drawing,
    drawings,
    everything,
    written,
)
from tests.pdf.reader import read
from tests.pdf.typesetter import LABEL, MARGIN

STATE = {"q", "Q", "cm", "w", "J", "j", "M", "d", "gs", "RG", "rg", "Tc", "Ts", "Tr", "BDC", "EMC"}
PATH = {"m", "l", "c", "h", "re", "W", "W*"}
PAINT = {"S", "f", "f*", "B", "B*", "n"}
TEXT = {"Tf", "Tm", "TJ", "Tc", "Ts", "Tr", "rg", "gs", "BDC", "EMC"}
OPERATORS = STATE | PATH | PAINT | TEXT | {"sh", "Do", "BT", "ET"}


def code_of(*items: Painted) -> str:
    with pikepdf.open(BytesIO(written(drawing(*items)))) as pdf:
        code: str = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    return re.sub(r"\[\(.*?\)\]TJ", "TJ", code, flags=re.DOTALL)


def seen(*items: Painted, scale: float = 1.0):
    """What a drawing looks like."""
    one = drawing(*items)
    document = pypdfium2.PdfDocument(written(one))
    page = document[0].render(scale=scale).to_pil().convert("RGB")
    document.close()
    corner = MARGIN * scale
    return page.crop(
        (
            int(corner),
            int(corner),
            int(corner + one.width * scale),
            int(corner + one.height * scale),
        )
    )


def extracted(*items: Painted):
    """The words that a reader's search finds."""
    document = pypdfium2.PdfDocument(written(drawing(*items)))
    text = document[0].get_textpage().get_text_range()
    document.close()
    return text.split()


def near(colour: tuple[int, ...], other: tuple[int, ...], by: int = 3) -> bool:
    return all(abs(one - two) <= by for one, two in zip(colour, other, strict=True))


# --- opacity -------------------------------------------------------------------------------------


def test_what_is_filled_and_stroked_is_seen_through_apart():
    picture = seen(
        Shape(box(0, 0, 40, 40), RED, stroke_alpha=0.5),
        Shape(box(10, 10, 20, 20), BLACK, fill_alpha=0.5),
        Shape((("M", 60.0, 20.0), ("L", 90.0, 20.0)), None, BLACK, 10.0, stroke_alpha=0.25),
    )

    assert picture.getpixel((5, 5)) == (255, 0, 0)
    assert near(picture.getpixel((20, 20)), (127, 0, 0))
    assert near(picture.getpixel((75, 20)), (191, 191, 191))


def test_an_opacity_is_in_the_file_once_and_set_once():
    faint = Shape(box(0, 0, 9, 9), BLACK, fill_alpha=0.5)
    data = written(drawing(faint, faint, Label("a", 1, 2, LABEL, alpha=0.5)), drawing(faint))

    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        assert page.Contents.read_bytes().count(b" gs") == 2
        assert {str(name): dict(state) for name, state in page.Resources.ExtGState.items()} == {
            "/A1": {"/ca": pikepdf.Object.parse(b"0.5")}
        }
        assert str(page.Group.CS) == "/DeviceRGB"


def test_a_page_without_opacity_has_none():
    with pikepdf.open(BytesIO(written(drawing(Shape(box(0, 0, 9, 9), BLACK))))) as pdf:
        assert "/Group" not in pdf.pages[0]
        assert "/ExtGState" not in pdf.pages[0].Resources


@pytest.mark.parametrize(
    "item",
    [
        Bitmap(RASTER, 20.0, 20.0, 60.0, 60.0),
        Mesh(tuple([Vertex(x, y, BLACK) for x, y in ((20, 20), (80, 20), (20, 80))])),
        Shape(box(20, 20, 60, 60), BLACK),
    ],
    ids=["bitmap", "mesh", "shape"],
)
def test_opacity_ends_with_what_has_it(item):
    faint = Shape(box(100, 0, 9, 9), BLACK, fill_alpha=0.2)

    assert seen(faint, item).getpixel((30, 30)) == seen(item).getpixel((30, 30))
    assert seen(Clipped((faint,), 0, 0, 200, 100), item).getpixel((30, 30)) == seen(item).getpixel(
        (30, 30)
    )


# --- lines ----------------------------------------------------------------------------------------


def test_dashes_begin_where_they_are_told_to():
    line = Shape((("M", 0.0, 0.0), ("L", 9.0, 9.0)), stroke=RED, dash=(3.0, 1.5))
    code = code_of(line, replace(line, dash_start=2.0), replace(line, dash=(0.001, 0.002)))

    assert re.findall(r"\[.*d\n", code) == ["[3 1.5]0 d\n", "[3 1.5]2 d\n", "[]0 d\n"]


# --- stamps --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "shape",
    [
        Shape(circle(0, 0, 4), RED),
        Shape(circle(1, 2, 3), RED, BLACK, 1.0),
        Shape((("M", -4.0, 0.0), ("L", 4.0, 0.0)), None, BLACK, 2.0, (2.0, 1.0), "round"),
        Shape((("M", -9.0, 4.0), ("L", 0.0, 0.0), ("L", -9.0, -4.0)), None, BLACK, 2.0, miter=20.0),
        Shape((*circle(0, 0, 6), *circle(0, 0, 3)), BLACK, even_odd=True, fill_alpha=0.5),
    ],
)
def test_stamps_look_like_shapes(shape):
    places = tuple([(10.3 + 13.7 * step, 20.1 + 7.77 * (step % 5)) for step in range(20)])
    shapes = [
        replace(shape, path=tuple([_moved(segment, *place) for segment in shape.path]))
        for place in places
    ]

    stamped, drawn = seen(Stamped(shape, places), scale=3), seen(*shapes, scale=3)
    worst = max(abs(one - two) for one, two in zip(stamped.tobytes(), drawn.tobytes(), strict=True))
    assert worst < 40


def test_a_stamp_is_in_the_file_once_however_it_is_coloured():
    red, black = Shape(circle(0, 0, 3), RED), Shape(circle(0, 0, 3), BLACK)
    places = ((1.0, 2.0), (30.5, 40.25), (7.0, 8.0))
    data = written(drawing(Stamped(red, places), Stamped(black, places)), drawing())

    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        (form,) = page.Resources.XObject.values()
        assert dict(form.Resources) == {}
        assert b" rg" not in form.read_bytes()
        assert page.Contents.read_bytes().count(b"/X1 Do") == 6
    assert (
        "q\n1 0 0 1 1.00 2.00 cm\n/X1 Do\n1 0 0 1 29.50 38.25 cm\n/X1 Do\n"
        "1 0 0 1 -23.50 -32.25 cm\n/X1 Do\nQ\n"
    ) in code_of(Stamped(red, places))


def test_five_thousand_stamps_stay_where_they_are():
    shape = Shape(box(-1, -1, 2, 2), BLACK)
    places = tuple([(0.004 + 0.03333 * step, 50.0) for step in range(5000)])
    data = written(drawing(Stamped(shape, places)))

    assert len(data) < 45_000
    steps = re.findall(r"1 0 0 1 (\S+) \S+ cm\n/X1", _page_code(data))
    assert sum(map(float, steps)) == pytest.approx(places[-1][0], abs=0.006)


def test_what_has_no_path_or_no_place_paints_nothing():
    nothing = code_of()

    assert code_of(Stamped(Shape(circle(0, 0, 3), RED), ())) == nothing
    assert code_of(Stamped(Shape((), RED), ((1.0, 2.0),))) == nothing
    assert code_of(Shape((), RED), Mesh(())) == nothing


# --- meshes --------------------------------------------------------------------------------------


def test_the_colours_of_a_mesh_run_from_corner_to_corner():
    corners = ((10, 10, RED), (110, 10, "#00ff00"), (10, 110, "#0000ff"))
    picture = seen(Mesh(tuple([Vertex(*corner) for corner in corners])))

    assert near(picture.getpixel((11, 11)), (250, 3, 3), by=8)
    assert near(picture.getpixel((60, 12)), (125, 125, 5), by=8)
    assert near(picture.getpixel((43, 43)), (85, 85, 85), by=8)
    assert picture.getpixel((100, 100)) == (255, 255, 255)


def test_a_mesh_without_width_is_no_problem():
    line = Mesh(tuple([Vertex(10.0, y, RED) for y in (1.0, 2.0, 3.0)]))

    assert "sh\n" in code_of(line)


def test_a_corner_without_a_triangle_is_refused():
    with pytest.raises(ValueError, match="a mesh of triangles has 2 vertices"):
        code_of(Mesh((Vertex(1.0, 2.0, RED), Vertex(3.0, 4.0, RED))))


# --- labels --------------------------------------------------------------------------------------


def test_a_label_turns_around_its_place():
    def ink(*labels):
        inverted = seen(*labels).convert("L").point(lambda grey: 255 - grey)
        found = inverted.getbbox()
        assert found
        return found

    upwards = ink(Label("upwards", 50, 100, LARGE, angle=90))
    assert upwards[0] >= 30
    assert upwards[2] <= 60
    assert upwards[3] == pytest.approx(100, abs=2)
    assert upwards[1] == pytest.approx(100 - _width("upwards"), abs=3)
    downwards = ink(Label("downwards", 50, 10, LARGE, "end", angle=270 - 180))
    assert downwards[3] == pytest.approx(10 + _width("downwards"), abs=3)
    back = ink(Label("back", 150, 60, LARGE, angle=180))
    assert back[2] == pytest.approx(150, abs=2)
    middle = ink(Label("on the slope", 150, 60, LARGE, "middle", angle=45))
    assert (middle[0] + middle[2]) / 2 == pytest.approx(147, abs=4)


def test_turned_letters_stand_by_a_matrix_without_exponents():
    code = code_of(Label("up", 50, 100, LABEL, angle=90), Label("aslant", 9, 8, LABEL, angle=30))

    assert "0 -1 -1 0 50.00 100.00 Tm" in code
    assert "0.866025 -0.5 -0.5 -0.866025 9.00 8.00 Tm" in code


def test_tracked_letters_are_one_word():
    spread = Label("KAZAKHSTAN", 150, 50, LABEL, "middle", tracking=6.0)

    assert extracted(spread, Label("next", 10, 10, LABEL)) == ["KAZAKHSTAN", "next"]
    assert re.findall(r"(\S+) Tc", code_of(spread, Label("next", 10, 10, LABEL))) == ["6", "0"]


def test_tracked_letters_are_centred_without_the_gap_behind_the_last():
    label = Label("HH", 150, 50, LARGE, "middle", tracking=40.0)
    left, _, right, _ = seen(label).convert("L").point(lambda grey: 255 - grey).getbbox() or ()

    assert (left + right) / 2 == pytest.approx(150, abs=1)


def test_hidden_text_is_read_and_not_seen():
    hidden = Label("hidden", 50, 50, LARGE, hidden=True, halo=Halo(RED, 3.0))

    assert seen(hidden).getextrema() == ((255, 255),) * 3
    assert extracted(hidden) == ["hidden"]
    after = Label("seen", 50, 80, LARGE)
    assert seen(hidden, after).tobytes() == seen(after).tobytes()
    assert re.findall(r"(\d) Tr", code_of(hidden, hidden, after)) == ["3", "0"]


def test_a_label_is_seen_through():
    dark = seen(Label("lll", 50, 50, LARGE)).convert("L").getextrema()[0]
    light = seen(Label("lll", 50, 50, LARGE, alpha=0.5)).convert("L").getextrema()[0]

    assert light == pytest.approx((dark + 255) / 2, abs=4)


@pytest.mark.parametrize("alpha", [1.0, 0.999])
@pytest.mark.parametrize("angle", [0.0, 30.0])
def test_a_halo_is_a_rim_below_the_letters(alpha, angle):
    ground = Shape(box(0, 0, 300, 120), "#00ff00")
    label = Label("l e e", 150, 60, replace(LARGE, rise=3.0), "middle", angle, alpha)
    plain, haloed = seen(ground, label), seen(ground, replace(label, halo=Halo(RED, 2.0)))

    letters = _places(plain, lambda colour: colour[1] < 60)
    rim = _places(haloed, lambda colour: colour[0] > 230 and colour[1] < 60)
    assert letters
    assert all(near(haloed.getpixel(at), plain.getpixel(at), by=60) for at in letters)
    assert len(rim) > 100
    assert all(min(hypot(x - a, y - b) for a, b in letters) < 4.5 for x, y in rim)


def test_a_halo_without_width_is_none():
    plain = Label("anna", 9, 9, LABEL)

    assert code_of(replace(plain, halo=Halo(WHITE, 0.0))) == code_of(plain)


def test_rims_of_labels_that_follow_each_other_are_painted_before_all_letters():
    labels = [Label("anna", 9.0, 9.0 * row, LABEL, halo=Halo(WHITE, 1.0)) for row in range(3)]
    code = code_of(*labels)

    assert code.rindex("/X1 Do") < code.index("BT\n")
    assert (code.count("Do"), code.count("BT\n")) == (1, 1)


def test_many_paths_in_a_row_are_a_form_that_leaves_the_pen_as_it_was(monkeypatch):
    ways = [Shape(circle(9.0 * step, 50, 4), BLACK, RED, 0.4, fill_alpha=0.5) for step in range(30)]
    rim = Label("anna", 40, 52, LARGE, halo=Halo(WHITE, 1.0))
    items = (*ways, rim, Shape(box(0, 80, 40, 9), RED))
    data, image = written(drawing(*items)), seen(*items, scale=2)
    monkeypatch.setattr(pictures, "_LEAST_APART", 1 << 20)

    assert seen(*items, scale=2).tobytes() == image.tobytes()
    assert read(data).texts == {(0, 0): "anna"}
    with pikepdf.open(BytesIO(data)) as pdf:
        (form,) = pdf.pages[0].Resources.XObject.values()
        assert [str(state.ca) for state in form.Resources.ExtGState.values()] == ["0.5"]
        assert form.read_bytes().count(b"B\n") == 30
        assert pdf.pages[0].Contents.read_bytes().count(b"B\n") == 0


# --- clips ---------------------------------------------------------------------------------------


def test_nothing_is_seen_outside_a_path_by_its_rule():
    ground, ring = Shape(box(0, 0, 300, 120), BLACK), (*circle(60, 60, 50), *circle(60, 60, 20))
    filled = seen(Clipped((ground,), 0, 0, 300, 120, ring))
    hollow = seen(Clipped((ground,), 0, 0, 300, 120, ring, even_odd=True))

    assert [filled.getpixel(at)[0] for at in ((60, 60), (60, 20), (5, 5))] == [0, 0, 255]
    assert [hollow.getpixel(at)[0] for at in ((60, 60), (60, 20), (5, 5))] == [255, 0, 255]


def test_cuts_lie_inside_cuts():
    ground = Shape(box(0, 0, 300, 120), BLACK)
    inner = Clipped((ground, Label("in", 20, 20, LABEL)), 30, 0, 270, 120, circle(60, 60, 50))
    picture = seen(Clipped((inner,), 0, 0, 60, 120), Shape(box(200, 0, 20, 20), RED))

    assert [picture.getpixel((x, 60))[0] for x in (20, 45, 70)] == [255, 0, 255]
    assert picture.getpixel((210, 10)) == (255, 0, 0)


# --- all of it -----------------------------------------------------------------------------------


def test_every_word_of_a_drawing_is_read_once():
    words = ["haloed", "faintly", "haloed", "upwards", "aslant", "SPREAD", "hidden", "seen", "back"]
    words += ["clipped", "nested"]

    assert read(written(everything())).texts == {(0, 0): "".join(words).replace("ly", "ly ")}
    assert sorted(extracted(everything_apart())) == sorted(words)


def everything_apart() -> Clipped:
    """The words of `everything`, without what a search would take for one line of them."""
    labels = [item for item in _flat(everything().items) if isinstance(item, Label)]
    apart = [replace(label, x=10.0, y=12.0 * row) for row, label in enumerate(labels, start=-3)]
    return Clipped(tuple([replace(one, anchor="start", angle=0.0) for one in apart]), 0, 0, 9, 9)


def test_everything_is_written_the_same_again():
    assert written(everything()) == written(everything())


def test_it_looks_as_it_did(same_look):
    same_look("pdf-primitives.png", written(everything()))


def with_primitives() -> bytes:
    """A file with every primitive, twice, for the judge."""
    return written(everything(), everything())


@given(drawings)
@settings(deadline=None, max_examples=25)
def test_any_drawing_is_well_formed(one):
    _is_well_formed(one)


@pytest.mark.slow
@given(drawings)
@settings(deadline=None, max_examples=1000)
def test_any_drawing_is_well_formed_at_length(one):
    _is_well_formed(one)


def _is_well_formed(one: Drawing) -> None:
    data = written(one)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not pdf.check_pdf_syntax()
        page = pdf.pages[0]
        _follow(page, page.Resources)
        for form in page.Resources.get("/XObject", {}).values():
            if form.Subtype == "/Form":
                _follow(form, form.Resources)
    texts = [label.text for label in _flat(one.items) if isinstance(label, Label)]
    assert read(data).texts == {(0, 0): "".join(texts)}


def _follow(stream, resources):
    """Every operator is known, where it may stand, and calls what there is."""
    depth, in_text, in_path = 0, False, False
    calls = {"gs": "/ExtGState", "sh": "/Shading", "Do": "/XObject", "Tf": "/Font"}
    for operands, operator in pikepdf.parse_content_stream(stream):
        name = str(operator)
        assert name in OPERATORS
        if name in calls:
            assert str(operands[0]) in resources[calls[name]]
        assert not in_text or name in TEXT | {"ET"}
        assert not in_path or name in PATH | PAINT
        in_path = name in PATH
        in_text = name == "BT" or (in_text and name != "ET")
        depth += {"q": 1, "Q": -1}.get(name, 0)
        assert depth >= 0
    assert (depth, in_text, in_path) == (0, False, False)
    code = stream.read_bytes() if "/Contents" not in stream else stream.Contents.read_bytes()
    plain = re.sub(rb"\((?:[^()\\]|\\.)*\)|/\w+", b"", code, flags=re.DOTALL)
    assert not re.search(rb"\de[-+]?\d|nan|inf", plain)


def _flat(items: tuple[Painted, ...]) -> Iterator[Painted]:
    for item in items:
        yield item
        if isinstance(item, Clipped):
            yield from _flat(item.items)


def _moved(segment, x, y):
    return (segment[0], *[to + (y if at % 2 else x) for at, to in enumerate(segment[1:])])


def _width(text: str) -> float:
    from tests.pdf.typesetter import Desk

    return Desk().fonts.width(text, LARGE)


def _places(picture, wanted):
    return [
        (x, y)
        for y in range(picture.height)
        for x in range(picture.width)
        if wanted(picture.getpixel((x, y)))
    ]


def _page_code(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        code: str = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    return code
