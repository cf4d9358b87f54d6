"""Drawings in another size."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.compose.blocks.scaling import filling, scaled
from briefing.errors import Location
from briefing.model.drawing import (
    Bitmap,
    Clipped,
    Drawing,
    Halo,
    Label,
    Mesh,
    Raster,
    Shape,
    Stamped,
    Vertex,
)
from briefing.model.style import TextStyle
from briefing.units import Pt

HERE = Location("content/pictures/lake.yaml", 1)
RASTER = Raster(b"", "image/png", 40, 20, HERE)
STYLE = TextStyle("text", 8.0, "#000000", tracking=0.5, rise=1.0)
CURVE = Shape(
    (("M", 0.0, 1.0), ("L", 2.0, 3.0), ("C", 4.0, 5.0, 6.0, 7.0, 8.0, 9.0), ("Z",)),
    fill="#000000", stroke="#ffffff", width=2.0, dash=(1.0, 2.0), cap="round", join="bevel",
)  # fmt: skip
BITMAP = Bitmap(RASTER, 1.0, 2.0, 3.0, 4.0)


def drawing(*items, width=40.0, height=20.0):
    return Drawing("lake", Pt(width), Pt(height), items, "A lake.", "", HERE)


def test_everything_in_a_drawing_is_scaled():
    image = drawing(
        CURVE, Label("a", 4.0, 5.0, STYLE), BITMAP, Clipped((BITMAP,), 1.0, 2.0, 3.0, 4.0)
    )
    larger = Bitmap(RASTER, 2.0, 4.0, 6.0, 8.0)

    assert scaled(image, Pt(80)) == drawing(
        Shape(
            (("M", 0.0, 2.0), ("L", 4.0, 6.0), ("C", 8.0, 10.0, 12.0, 14.0, 16.0, 18.0), ("Z",)),
            fill="#000000", stroke="#ffffff", width=4.0, dash=(2.0, 4.0), cap="round",
            join="bevel",
        ),
        Label("a", 8.0, 10.0, TextStyle("text", 16.0, "#000000", tracking=1.0, rise=2.0)),
        larger,
        Clipped((larger,), 2.0, 4.0, 6.0, 8.0),
        width=80.0, height=40.0,
    )  # fmt: skip


def test_stamps_meshes_halos_and_whatever_lies_in_cuts_are_scaled():
    stamp = Shape(CURVE.path[:2], stroke="#ffffff", width=2.0, fill_alpha=0.5, dash_start=0.5)
    label = Label(
        "b", 1.0, 2.0, STYLE, "end", 30.0, 0.5, Halo("#ffffff", 0.5), hidden=True, tracking=1.0
    )
    mesh = Mesh((Vertex(1.0, 2.0, "#000000"), Vertex(3.0, 4.0, "#ffffff")))
    inside = Clipped((BITMAP,), 1.0, 2.0, 3.0, 4.0)
    area = Clipped((inside, label, mesh), 0.0, 1.0, 2.0, 3.0, CURVE.path[:2], even_odd=True)
    image = drawing(area, Stamped(stamp, ((1.0, 2.0), (3.0, 4.0))))

    larger = TextStyle("text", 16.0, "#000000", tracking=1.0, rise=2.0)
    assert scaled(image, Pt(80)).items == (
        Clipped(
            (
                Clipped((Bitmap(RASTER, 2.0, 4.0, 6.0, 8.0),), 2.0, 4.0, 6.0, 8.0),
                Label(
                    "b", 2.0, 4.0, larger, "end", 30.0, 0.5, Halo("#ffffff", 1.0), hidden=True,
                    tracking=2.0,
                ),
                Mesh((Vertex(2.0, 4.0, "#000000"), Vertex(6.0, 8.0, "#ffffff"))),
            ),
            0.0, 2.0, 4.0, 6.0, (("M", 0.0, 2.0), ("L", 4.0, 6.0)), even_odd=True,
        ),
        Stamped(
            Shape(
                (("M", 0.0, 2.0), ("L", 4.0, 6.0)), stroke="#ffffff", width=4.0, fill_alpha=0.5,
                dash_start=1.0,
            ),
            ((2.0, 4.0), (6.0, 8.0)),
        ),
    )  # fmt: skip


def test_a_stamp_that_fills_an_area_is_moved_once():
    image = drawing(Stamped(CURVE, ((5.0, 5.0),)), width=10.0, height=20.0)

    (area,) = filling(image, Pt(10), Pt(10)).items
    assert area.items == (Stamped(CURVE, ((5.0, 0.0),)),)


def test_a_drawing_of_the_right_width_stays_as_it_is():
    image = drawing(CURVE)

    assert scaled(image, Pt(40)) is image


def test_a_wide_drawing_fills_a_tall_area_and_is_cut_at_its_sides():
    image = drawing(Bitmap(RASTER, 0.0, 0.0, 40.0, 20.0))

    filled = filling(image, Pt(40), Pt(60))
    (area,) = filled.items
    (part,) = area.items
    assert (filled.width, filled.height) == (40.0, 60.0)
    assert (area.x, area.y, area.width, area.height) == (0.0, 0.0, 40.0, 60.0)
    assert (part.x, part.y, part.width, part.height) == (-1.0, 0.0, 42.0, 60.0)
    assert (part.raster.window, part.raster.width) == ((13, 0, 27, 20), 14)
    assert filling(image, Pt(40), Pt(60)).items[0].items[0].raster is part.raster


def test_of_what_fills_an_area_nothing_is_left_that_lies_beyond():
    away = replace(CURVE, path=(("M", 34.0, 1.0), ("L", 39.0, 9.0)))
    beside = Bitmap(RASTER, 30.0, 2.0, 3.0, 4.0)
    image = drawing(away, beside, Clipped((away, beside), 0.0, 0.0, 40.0, 20.0))

    kept = [item for area in filling(image, Pt(20), Pt(20)).items for item in area.items]
    assert kept == []


def test_a_bitmap_that_is_wholly_seen_stays_as_it_is():
    image = drawing(Bitmap(RASTER, 0.0, 0.0, 40.0, 20.0))

    (area,) = filling(image, Pt(80), Pt(40)).items
    assert area.items == (Bitmap(RASTER, 0.0, 0.0, 80.0, 40.0),)


def test_a_tall_drawing_fills_a_wide_area_and_is_cut_above_and_below():
    image = drawing(CURVE, BITMAP, width=10.0, height=20.0)

    filled = filling(image, Pt(30), Pt(20))

    (area,) = filled.items
    assert isinstance(area, Clipped)
    (curve,) = area.items
    assert curve.path[0] == ("M", 0.0, -17.0)


def test_what_is_cut_already_is_cut_again():
    line = replace(CURVE, path=(("M", 15.0, 1.0), ("L", 25.0, 3.0)))
    image = drawing(line, Clipped((BITMAP,), 10.0, 0.0, 30.0, 20.0), line)

    items = filling(image, Pt(20), Pt(20)).items

    assert [(item.x, item.y, item.width, item.height) for item in items] == [
        (0, 0, 20, 20), (0, 0, 20, 20), (0, 0, 20, 20),
    ]  # fmt: skip
    assert filling(drawing(Clipped((BITMAP,), 0.0, 0.0, 5.0, 20.0)), Pt(20), Pt(20)).items == (
        Clipped((), 0.0, 0.0, 0.0, 20.0),
    )


@given(*[st.floats(1, 3000)] * 4)
def test_a_filled_area_is_covered_and_the_drawing_keeps_its_shape(width, height, across, down):
    image = drawing(Bitmap(RASTER, 0.0, 0.0, width, height), width=width, height=height)

    filled = filling(image, Pt(across), Pt(down))

    (area,) = filled.items
    (inside,) = area.items
    assert (filled.width, filled.height) == (area.width, area.height) == (across, down)
    assert inside.x <= 1e-6
    assert inside.y <= 1e-6
    assert inside.x + inside.width >= across - 1e-6
    assert inside.y + inside.height >= down - 1e-6
    across, down = inside.width / inside.raster.width, inside.height / inside.raster.height
    assert abs(across * height / 20 - down * width / 40) <= 1e-6 * width * down
