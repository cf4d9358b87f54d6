"""Drawings of every primitive: one by hand, any by chance."""

from hypothesis import strategies as st

from briefing.model.drawing import (
    Bitmap,
    Clipped,
    Drawing,
    Halo,
    Label,
    Mesh,
    Painted,
    Raster,
    Segment,
    Shape,
    Stamped,
    Vertex,
)
from briefing.model.structure import Node
from briefing.model.style import TextStyle
from briefing.pdf import write_pdf
from briefing.units import Pt
from tests.bitmaps import gradient, saved
from tests.pdf.typesetter import LABEL, WHERE, Desk

WIDE, HIGH = 300.0, 120.0
BLACK, WHITE, RED = "#000000", "#ffffff", "#ff0000"
RASTER = Raster(saved(gradient()), "image/png", 16, 12, WHERE)
LARGE = TextStyle("sans", 16, "#1c2733", bold=True)
BEND = 0.5523


def box(x: float, y: float, width: float, height: float) -> tuple[Segment, ...]:
    right, bottom = x + width, y + height
    return ("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",)


def circle(x: float, y: float, r: float) -> tuple[Segment, ...]:
    k = r * BEND
    return (
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    )


def drawing(*items: Painted, width: float = WIDE, height: float = HIGH) -> Drawing:
    return Drawing("d", Pt(width), Pt(height), items, "All of it.", "", WHERE)


def written(*drawings: Drawing) -> bytes:
    """A file with drawings, one below the other."""
    desk, figures = Desk(), []
    for one in drawings:
        leaf = desk.leaf()
        desk.drawing(one, leaf)
        figures.append(Node("Figure", (leaf,), alt=one.alt))
    return write_pdf(desk.done(Node("Document", tuple(figures))), desk.fonts)


def everything() -> Drawing:
    """Every primitive, and every way that it can be."""
    inner = Clipped(
        (
            Shape(box(190, 60, 90, 50), fill="#c9851b"),
            Stamped(Shape(box(-2, -2, 4, 4), stroke=BLACK), ((250.0, 70.0), (260.0, 90.0))),
            Label("nested", 240, 100, LABEL, angle=45),
        ),
        235, 60, 40, 50,
    )  # fmt: skip
    outer = Clipped(
        (Shape(box(180, 60, 110, 55), fill="#12436d"), Label("clipped", 185, 90, LARGE), inner),
        185, 60, 100, 55,
        (*circle(215, 87, 27), *circle(255, 87, 27), *circle(215, 87, 12)), even_odd=True,
    )  # fmt: skip
    triangles = ((170, 5), (220, 5), (195, 50), (220, 5), (195, 50), (250, 50))
    colours = (RED, "#00ff00", "#0000ff", "#00ff00", "#0000ff", WHITE)
    return drawing(
        Shape(box(5, 5, 60, 30), fill="#12436d"),
        Shape(box(30, 15, 60, 40), "#b3402a", BLACK, 3.0, fill_alpha=0.5, stroke_alpha=0.3),
        Label("haloed", 40, 25, LARGE, halo=Halo(WHITE, 1.5)),
        Label("faintly haloed", 40, 50, LARGE, halo=Halo(WHITE, 1.5), alpha=0.6),
        Label("upwards", 8, 110, LABEL, angle=90),
        Label("aslant", 30, 90, LABEL, "middle", angle=30, halo=Halo("#ffcc00", 1.0)),
        Label("SPREAD", 100, 90, LABEL, "middle", tracking=4.0),
        Label("hidden", 100, 105, LABEL, hidden=True),
        Label("seen", 130, 105, LABEL, "end"),
        Label("back", 150, 80, LABEL, "end", angle=-135, tracking=1.0),
        Stamped(
            Shape(circle(0, 0, 3), "#3d9bad", WHITE, 0.5, fill_alpha=0.7),
            tuple([(10 + 7.3 * step, 60 + 37 * step % 23) for step in range(12)]),
        ),
        Mesh(tuple([Vertex(*at, colour) for at, colour in zip(triangles, colours, strict=True)])),
        Bitmap(RASTER, 260, 5, 32, 24),
        outer,
        Shape((("M", 5.0, 115.0), ("L", 170.0, 115.0)), stroke=BLACK, width=2.0, dash=(4.0, 2.0)),
    )


# --- any --------------------------------------------------------------------------------------

_places = st.floats(-400, 400)
_alphas = st.sampled_from((0.0, 0.25, 0.5, 1.0)) | st.floats(0, 1)
_colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
_styles = st.builds(
    TextStyle,
    family=st.sampled_from(("serif", "sans")),
    size=st.floats(3, 40),
    colour=_colours,
    bold=st.booleans(),
    italic=st.booleans(),
    features=st.sampled_from(((), ("smcp",))),
    tracking=st.sampled_from((0.0, 0.2)),
    rise=st.sampled_from((0.0, 2.0)),
)
_texts = st.text("abfi lTВш (\\)é ΔАЙ", max_size=12)
_points = st.tuples(_places, _places)
_segments = (
    st.tuples(st.just("L"), _places, _places)
    | st.tuples(st.just("C"), *[_places] * 6)
    | st.just(("Z",))
)
_paths = st.builds(
    lambda start, rest: (("M", *start), *rest), _points, st.lists(_segments, max_size=5)
) | st.just(())
_shapes = st.builds(
    Shape,
    path=_paths,
    fill=st.none() | _colours,
    stroke=st.none() | _colours,
    width=st.floats(0, 9),
    dash=st.sampled_from(((), (2.0,), (1e-7, 3.0), (0.001, 0.004))),
    cap=st.sampled_from(("butt", "round", "square")),
    join=st.sampled_from(("miter", "round", "bevel")),
    miter=st.floats(1, 20),
    even_odd=st.booleans(),
    fill_alpha=_alphas,
    stroke_alpha=_alphas,
    dash_start=st.floats(0, 9),
)
labels = st.builds(
    Label,
    text=_texts,
    x=_places,
    y=_places,
    style=_styles,
    anchor=st.sampled_from(("start", "middle", "end")),
    angle=st.sampled_from((0.0, 90.0, 180.0, -90.0)) | st.floats(-720, 720),
    alpha=_alphas,
    halo=st.none() | st.builds(Halo, colour=_colours, width=st.floats(0, 4)),
    hidden=st.booleans(),
    tracking=st.sampled_from((0.0, -0.1, 3.0)),
)
_vertices = st.builds(Vertex, x=_places, y=_places, colour=_colours)
_plain = st.one_of(
    _shapes,
    labels,
    st.builds(Stamped, shape=_shapes, at=st.lists(_points, max_size=4).map(tuple)),
    st.builds(
        Mesh,
        vertices=st.lists(st.tuples(*[_vertices] * 3), max_size=3).map(lambda t: sum(t, ())),
    ),
    st.just(Bitmap(RASTER, 1.0, 2.0, 30.0, 20.0)),
)
items = st.recursive(
    _plain,
    lambda inside: st.builds(
        Clipped,
        items=st.lists(inside, max_size=4).map(tuple),
        x=_places,
        y=_places,
        width=st.floats(0, 300),
        height=st.floats(0, 300),
        path=_paths,
        even_odd=st.booleans(),
    ),
    max_leaves=12,
)
drawings = st.lists(items, max_size=8).map(lambda several: drawing(*several))
