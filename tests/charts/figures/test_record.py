"""What is recorded of each thing that matplotlib draws."""

import io
import struct
import subprocess
import sys
from itertools import pairwise

import matplotlib
import numpy as np
import pytest
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PIL import Image

from briefing.charts.figures.record import record
from briefing.errors import ContentError
from briefing.model.drawing import Bitmap, Clipped, Halo, Label, Mesh, Shape, Stamped
from briefing.model.style import Family
from briefing.text.fonts import Fonts
from briefing.units import Pt
from tests.charts.figures.compared import WHERE, faces, settings
from tests.charts.figures.plots import PLOTS
from tests.charts.samples import FAMILY, TEXT
from tests.pdf.typesetter import FAMILIES

WIDTH, HEIGHT = Pt(200), Pt(100)


@pytest.fixture(autouse=True)
def _own_looks():
    with matplotlib.rc_context(settings(faces())):
        yield


def blank(**more) -> tuple[Figure, Axes]:
    """Give a figure of nothing, whose axes have points for units, from the lower left corner."""
    figure = Figure(figsize=(1, 1), facecolor="none", **more)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(0, HEIGHT))
    axes.set_axis_off()
    return figure, axes


def recorded(figure, *, fonts=None):
    fonts = fonts or faces().fonts
    return record(figure, width=WIDTH, height=HEIGHT, fonts=fonts, style=TEXT, where=WHERE)


def only(figure, **more):
    (item,) = recorded(figure, **more)
    return item


def flat(items):
    for item in items:
        if isinstance(item, Clipped):
            yield from flat(item.items)
        else:
            yield item


def near(path):
    return [(letter, *[round(value, 3) + 0.0 for value in rest]) for letter, *rest in path]


# --- paths ---------------------------------------------------------------------------------------


def test_a_rectangle_is_turned_over():
    figure, axes = blank()
    patch = Rectangle((10, 20), 30, 40, facecolor="#ff8000", edgecolor="black", lw=2)
    axes.add_patch(patch).set_clip_on(False)
    shape = only(figure)

    assert near(shape.path) == [
        ("M", 10, 80), ("L", 40, 80), ("L", 40, 40), ("L", 10, 40), ("Z",),
    ]  # fmt: skip
    assert (shape.fill, shape.stroke, shape.width, shape.join) == (
        "#ff8000", "#000000", 2.0, "miter",
    )  # fmt: skip


def test_quadratic_curves_become_cubic():
    figure, axes = blank()
    path = Path([(0, 0), (30, 60), (60, 0)], [1, 3, 3])
    figure.add_artist(matplotlib.patches.PathPatch(path, fill=False, transform=axes.transData))
    shape = only(figure)

    assert near(shape.path) == [("M", 0, 100), ("C", 20, 60, 40, 60, 60, 100)]


def test_a_line_has_dashes_caps_joins_and_opacity():
    figure, axes = blank()
    (line,) = axes.plot([0, 9], [0, 9], ls=(3, (4, 2)), lw=2, alpha=0.5, clip_on=False)
    line.set(dash_capstyle="projecting", dash_joinstyle="bevel", color="red")
    shape = only(figure)

    assert (shape.stroke, shape.stroke_alpha, shape.fill) == ("#ff0000", 0.5, None)
    assert (shape.dash, shape.dash_start) == ((8.0, 4.0), 6.0)
    assert (shape.cap, shape.join) == ("square", "bevel")


def test_dashes_that_begin_before_their_line_begin_within_it():
    figure, axes = blank()
    axes.plot([0, 9], [0, 9], ls=(-1, (2, 2)), lw=1, clip_on=False)

    assert only(figure).dash_start == 3.0


@pytest.mark.parametrize("looks", [{"lw": 0}, {"color": "none"}, {"alpha": 0}])
def test_what_is_not_seen_is_not_recorded(looks):
    figure, axes = blank()
    axes.plot([0, 9], [0, 9], **looks)

    assert recorded(figure) == []


def test_a_line_with_holes_is_in_parts():
    figure, axes = blank()
    axes.plot([0, 1, 2, 3, 4], [0, 1, np.nan, 1, 0], clip_on=False)

    assert [segment[0] for segment in only(figure).path] == ["M", "L", "M", "L"]


def test_a_long_line_keeps_what_is_seen_of_it():
    figure, axes = blank()
    x = np.linspace(0, WIDTH, 100_000)
    axes.plot(x, 50 + 40 * np.sin(x / 20))
    path = only(figure).path

    assert 50 < len(path) < 3000
    assert max(b[1] - a[1] for a, b in pairwise(path)) < 20
    assert min(segment[2] for segment in path) == pytest.approx(10, abs=0.2)


def test_what_reaches_far_beyond_the_page_is_cut_off():
    figure, axes = blank()
    axes.add_patch(Rectangle((10, 10), 20, 1e12))
    axes.plot([0, 1e9], [0, 1e9])
    values = [abs(v) for item in flat(recorded(figure)) for s in item.path for v in s[1:]]

    assert max(values) < 20_000


def test_a_sketched_line_wavers():
    figure, axes = blank()
    (line,) = axes.plot([0, 200], [50, 50])
    line.set_sketch_params(6, 50, 4)
    heights = [segment[2] for item in flat(recorded(figure)) for segment in item.path]

    assert 42 < min(heights) < 49
    assert 51 < max(heights) < 58


# --- bounds --------------------------------------------------------------------------------------


def test_neighbours_with_the_same_bounds_share_them():
    figure = Figure(facecolor="none")
    axes = figure.add_axes((0.1, 0.2, 0.5, 0.5), xlim=(0, 1), ylim=(0, 1))
    axes.set_axis_off()
    axes.plot([0, 9], [0, 9])
    axes.plot([0, 9], [1, 0])
    clipped = only(figure)

    assert len(clipped.items) == 2
    assert (clipped.x, clipped.y) == pytest.approx((20, 30))
    assert (clipped.width, clipped.height, clipped.path) == (pytest.approx(100), 50, ())


def test_bounds_of_the_page_are_none():
    figure, axes = blank()
    axes.plot([0, 9], [0, 9])

    assert isinstance(only(figure), Shape)


def test_a_path_may_be_the_bounds():
    figure, axes = blank()
    (line,) = axes.plot([0, 9], [0, 9])
    line.set_clip_path(Circle((50, 50), 20, transform=axes.transData))
    clipped = only(figure)

    assert {segment[0] for segment in clipped.path} == {"M", "C", "Z"}
    assert (clipped.width, clipped.height) == (WIDTH, HEIGHT)


# --- marks ---------------------------------------------------------------------------------------


def test_markers_are_one_shape_at_many_places():
    figure, axes = blank()
    axes.plot([10, 20, 30], [10, 20, 30], "s", ms=6, mew=0, clip_on=False)
    stamped = only(figure)

    assert isinstance(stamped, Stamped)
    assert near(stamped.shape.path) == [
        ("M", -3, 3), ("L", 3, 3), ("L", 3, -3), ("L", -3, -3), ("Z",),
    ]  # fmt: skip
    assert stamped.at == ((10.0, 90.0), (20.0, 80.0), (30.0, 70.0))


def test_markers_out_of_sight_and_without_place_are_left_out():
    figure, axes = blank()
    axes.plot([10, 5000, np.nan, 30], [10, 20, 20, 30], "o")
    (item,) = flat(recorded(figure))

    assert item.at == ((10.0, 90.0), (30.0, 70.0))


def test_a_mark_that_is_a_line_has_no_inside():
    figure, axes = blank()
    axes.plot([10, 20], [10, 10], "|", clip_on=False)

    assert only(figure).shape.fill is None


def test_points_of_a_scatter_have_sizes_colours_and_opacity():
    figure, axes = blank()
    axes.scatter(
        [10, 20, 30], [10, 10, 10], s=[16, 64, 16], c=["red", "blue", "red"], alpha=0.5, lw=0
    ).set_clip_on(False)
    shapes = list(flat(recorded(figure)))

    assert [shape.fill for shape in shapes] == ["#ff0000", "#0000ff", "#ff0000"]
    assert {shape.fill_alpha for shape in shapes} == {0.5}
    widths = [max(s[1] for s in shape.path if len(s) > 1) * 2 for shape in shapes]
    assert widths == pytest.approx([24, 48, 64])


def test_points_of_one_shape_and_several_colours_share_the_shape():
    figure, axes = blank()
    axes.scatter(range(10, 60, 10), [10] * 5, c=["red", "red", "blue", "blue", "red"], s=30)
    items = list(flat(recorded(figure)))

    assert [len(item.at) for item in items] == [2, 2, 1]
    assert len({item.shape.path for item in items}) == 1


def test_lines_of_a_collection_go_through_their_looks_again_and_again():
    figure, axes = blank()
    ends = [[(0, y), (50, y)] for y in (10, 20, 30)]
    axes.add_collection(LineCollection(ends, colors=["red", "blue"], linewidths=[1, 2, 3]))
    items = list(flat(recorded(figure)))

    assert [(item.stroke, item.width) for item in items] == [
        ("#ff0000", 1), ("#0000ff", 2), ("#ff0000", 3),
    ]  # fmt: skip


def test_cells_without_data_are_left_out():
    figure, axes = blank()
    axes.pcolormesh([0, 10, 20, 30], [0, 10], np.ma.masked_invalid([[1.0, np.nan, 2.0]]))
    items = list(flat(recorded(figure)))

    assert [near(item.path)[0] for item in items] == [("M", 0, 100), ("M", 20, 100)]


# --- hatches, meshes -----------------------------------------------------------------------------


def test_a_hatch_is_tiles_within_the_shape_between_fill_and_stroke():
    figure, axes = blank()
    axes.add_patch(Rectangle((10, 10), 80, 80, hatch="/", fc="yellow", ec="black")).set_clip_on(
        False
    )
    fill, hatch, stroke = recorded(figure)

    assert (fill.fill, fill.stroke) == ("#ffff00", None)
    assert (stroke.fill, stroke.stroke) == (None, "#000000")
    assert hatch.path == fill.path
    assert hatch.items[0].at == ((0, 0), (72, 0), (0, 72), (72, 72))


def test_tiles_that_one_sees_through_do_not_reach_over_each_other():
    figure, axes = blank()
    axes.add_patch(Rectangle((10, 5), 80, 20, hatch="/", alpha=0.5, ec="red")).set_clip_on(False)
    _, hatch, _ = recorded(figure)

    assert [(tile.x, tile.y, tile.width) for tile in hatch.items] == [(0, 72, 72), (72, 72, 72)]
    assert hatch.items[0].items[0].shape.stroke_alpha == 0.5


def test_triangles_run_from_colour_to_colour():
    figure, axes = blank()
    axes.tripcolor([0, 90, 0], [0, 0, 90], [0.0, 0.5, 1.0], shading="gouraud", cmap="gray")
    (mesh,) = flat(recorded(figure))

    assert isinstance(mesh, Mesh)
    assert {vertex.colour for vertex in mesh.vertices} == {"#000000", "#808080", "#ffffff"}


def test_triangles_that_one_sees_through_become_picture_elements():
    figure, axes = blank()
    colours = [0.0, 0.5, 1.0]
    axes.tripcolor([20, 90, 20], [10, 10, 80], colours, shading="gouraud", alpha=0.5)
    (bitmap,) = flat(recorded(figure))
    picture = Image.open(io.BytesIO(bitmap.raster.data))

    assert (bitmap.x, bitmap.y) == pytest.approx((20, 20), abs=0.5)
    assert (bitmap.width, bitmap.height) == pytest.approx((70, 70), abs=0.9)
    assert picture.getpixel((40, picture.height - 40))[3] in (127, 128)


# --- images --------------------------------------------------------------------------------------


def pixels(bitmap: Bitmap):
    return np.asarray(Image.open(io.BytesIO(bitmap.raster.data)).convert("RGBA"))


FOUR = np.array([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [255, 255, 255]]], np.uint8)


def test_an_image_is_as_fine_as_print_shows():
    figure, axes = blank()
    axes.imshow(FOUR, extent=(20, 140, 10, 70), aspect="auto")
    (bitmap,) = flat(recorded(figure))
    seen = pixels(bitmap)

    assert (bitmap.x, bitmap.y) == pytest.approx((20, 30), abs=0.3)
    assert seen.shape == (pytest.approx(250, abs=1), pytest.approx(500, abs=1), 4)
    assert seen[10, 10].tolist() == [255, 0, 0, 255]
    assert seen[-10, 10].tolist() == [0, 0, 255, 255]


@pytest.mark.parametrize("origin", ["upper", "lower"])
def test_an_image_that_is_not_resampled_stays_as_it_is(origin):
    figure, axes = blank()
    axes.imshow(
        FOUR, extent=(20, 140, 10, 70), aspect="auto", interpolation="none", origin=origin,
        alpha=0.5,
    )  # fmt: skip
    (bitmap,) = flat(recorded(figure))

    assert (bitmap.x, bitmap.y, bitmap.width, bitmap.height) == pytest.approx((20, 30, 120, 60))
    colours = pixels(bitmap)[..., :3]
    assert colours.tolist() == FOUR[:: 1 if origin == "upper" else -1].tolist()
    assert set(pixels(bitmap)[..., 3].ravel()) == {128}


def test_an_image_that_is_turned_is_sampled_without_mixing():
    figure, axes = blank()
    turned = Affine2D().rotate_deg_around(100, 50, 45) + axes.transData
    axes.imshow(FOUR, extent=(80, 120, 30, 70), interpolation="none", transform=turned)
    (bitmap,) = flat(recorded(figure))
    found = {tuple(one) for one in pixels(bitmap).reshape(-1, 4).tolist()}

    side = 40 * 2**0.5
    assert (bitmap.x, bitmap.y) == pytest.approx((100 - side / 2, 50 - side / 2))
    assert (bitmap.width, bitmap.height) == pytest.approx((side, side), abs=0.3)
    assert found == {(*one, 255) for one in map(tuple, FOUR.reshape(-1, 3).tolist())} | {(0,) * 4}


def test_an_image_finer_than_print_is_sampled():
    figure, axes = blank()
    axes.imshow(np.zeros((900, 900)), extent=(10, 46, 10, 46), interpolation="none")
    (bitmap,) = flat(recorded(figure))

    assert bitmap.raster.width == pytest.approx(150, abs=1)


def test_a_png_file_is_valid():
    figure, axes = blank()
    axes.imshow(FOUR, extent=(20, 140, 10, 70), interpolation="none")
    (bitmap,) = flat(recorded(figure))
    header = struct.unpack(">IIBB", bitmap.raster.data[16:26])
    Image.open(io.BytesIO(bitmap.raster.data)).verify()

    assert header == (2, 2, 8, 2)


def test_rasterised_artists_become_picture_elements_and_their_text_is_read():
    figure, axes = blank()
    axes.plot([10, 20], [10, 20], clip_on=False)
    axes.plot([50, 90], [50, 50], lw=4, color="red", rasterized=True)
    axes.text(20, 50, "told", rasterized=True)
    found = {type(item): item for item in flat(recorded(figure))}
    line, bitmap, label = found[Shape], found[Bitmap], found[Label]

    assert line.stroke == "#1f77b4"
    assert bitmap.x + bitmap.width == pytest.approx(92, abs=1)
    assert (label.text, label.hidden) == ("told", True)
    assert (label.x, label.y) == pytest.approx((20, 50), abs=0.3)


def test_what_is_filtered_is_painted_through_agg():
    figure, axes = blank()
    (line,) = axes.plot([50, 90], [50, 50], lw=4)
    line.set_agg_filter(lambda image, dpi: (1 - image, 0, 0))  # noqa: ARG005
    axes.plot([10, 20], [10, 20])
    kinds = [type(item) for item in flat(recorded(figure))]

    assert kinds == [Bitmap, Shape]


# --- text ----------------------------------------------------------------------------------------


def test_text_is_a_label_in_the_documents_family():
    figure, _ = blank()
    figure.text(
        0.1, 0.5, "Größe", size=9, weight="bold", style="italic", color="#123456", rotation=30
    )
    label = only(figure)

    assert (label.text, label.angle, label.hidden) == ("Größe", 30.0, False)
    assert (label.style.family, label.style.size, label.style.colour) == ("sans", 9.0, "#123456")
    assert (label.style.bold, label.style.italic) == (True, True)


@pytest.mark.parametrize(
    ("asked", "given"),
    [("Comic Sans MS", "sans"), ("serif", "serif"), (["no such", "Source Serif 4"], "serif")],
)
def test_a_family_that_the_document_has_not_is_that_of_its_labels(asked, given):
    figure, _ = blank()
    figure.text(0.1, 0.5, "Text", family=asked)

    assert only(figure, fonts=Fonts(FAMILIES)).style.family == given


@pytest.mark.parametrize(("weight", "bold"), [(400, False), ("medium", False), (600, True)])
def test_a_text_is_bold_from_semibold_on(weight, bold):
    figure, _ = blank()
    figure.text(0.1, 0.5, "Text", weight=weight)

    assert only(figure).style.bold is bold


def test_lines_of_text_stand_under_each_other():
    figure, _ = blank()
    figure.text(0.5, 0.5, "one\ntwo lines", ha="right", ma="right", size=10)
    first, second = recorded(figure)
    fonts = faces().fonts

    assert (first.text, second.text) == ("one", "two lines")
    assert second.y - first.y == pytest.approx(12, abs=1.5)
    for label in (first, second):
        assert label.x + fonts.width(label.text, label.style) == pytest.approx(100)


def test_text_is_measured_in_the_faces_it_is_set_in():
    figure = Figure(layout="constrained")
    axes = figure.add_subplot()
    axes.set_yticks([0.5], ["A rather long name"])
    items = recorded(figure)
    (label,) = [item for item in flat(items) if getattr(item, "text", "") == "A rather long name"]
    width = faces().fonts.width(label.text, label.style)

    assert 0 < label.x < 6
    assert label.x + width < axes.get_position().x0 * WIDTH


def test_a_text_with_a_halo_is_one_label():
    figure, _ = blank()
    rim = [patheffects.withStroke(linewidth=3, foreground="white")]
    text = figure.text(0.1, 0.5, "Aral Sea", rotation=20, color="blue", path_effects=rim)
    text.set_rotation_mode("anchor")
    label = only(figure)

    assert label.halo == Halo("#ffffff", 1.5)
    assert (label.text, label.style.colour, label.hidden) == ("Aral Sea", "#0000ff", False)
    assert (label.x, label.y, label.angle) == (pytest.approx(20), pytest.approx(50), 20.0)


def test_a_shadow_is_below_the_text():
    figure, _ = blank()
    effects = [patheffects.SimplePatchShadow(), patheffects.Normal()]
    figure.text(0.1, 0.5, "Shade", path_effects=effects)
    shadow, label = recorded(figure)

    assert (shadow.fill_alpha, shadow.stroke) == (0.3, None)
    assert (label.text, label.halo) == ("Shade", None)


def test_text_of_which_only_a_rim_is_painted_is_read_all_the_same():
    figure, _ = blank()
    rim = [patheffects.Stroke(linewidth=1, foreground="red")]
    figure.text(0.1, 0.5, "two\nlines", path_effects=rim)
    items = recorded(figure)

    assert [type(item) for item in items] == [Shape, Label, Shape, Label]
    assert [(item.text, item.hidden) for item in items[1::2]] == [("two", True), ("lines", True)]


def test_a_formula_is_a_shape_that_is_read():
    figure, _ = blank()
    figure.text(0.1, 0.5, r"CO$_2$ in $10^{-3}$ kg", size=12)
    shape, label = recorded(figure)

    assert shape.fill == "#000000"
    assert (label.text, label.hidden) == ("CO2 in 10⁻³ kg", True)


def test_a_formula_with_a_halo_is_read_once():
    figure, _ = blank()
    rim = [patheffects.withStroke(linewidth=3, foreground="white")]
    figure.text(0.1, 0.5, r"$\alpha$", path_effects=rim)
    below, main, label = recorded(figure)

    assert (below.stroke, main.stroke, label.text) == ("#ffffff", None, "α")
    assert below.path == main.path


def test_every_character_that_no_face_has_is_told():
    figure, _ = blank()
    figure.text(0.1, 0.5, "snow ☃", weight="bold")
    figure.text(0.1, 0.2, "كتاب")
    with pytest.raises(ContentError) as caught:
        recorded(figure)

    assert len(caught.value.problems) == 5
    assert caught.value.problems[-1].in_full() == (
        "content/charts/test.yaml:1:1: error: no face of 'sans' has the character '☃' (U+2603)\n"
        "  hint: add a family that has it to the fallback of 'sans' in the style, or reword\n"
        "  detail: it is in the figure's text 'snow ☃'"
    )


def test_blank_text_and_tabs_are_no_fault():
    figure, _ = blank()
    figure.text(0.1, 0.5, "  \n a\tb")

    assert only(figure).text == " a b"


# --- the whole -----------------------------------------------------------------------------------


def test_a_figure_gets_back_what_was_changed():
    figure = Figure(figsize=(3, 2), dpi=150)
    figure.add_subplot().plot([1, 2])
    canvas = figure.canvas
    recorded(figure)

    assert figure.get_size_inches().tolist() == [3, 2]
    assert (figure.dpi, figure.canvas) == (150, canvas)


def test_a_figure_that_raises_gets_it_back_too():
    def raises(*_):
        raise ZeroDivisionError

    figure = Figure(figsize=(3, 2))
    axes = figure.add_subplot()
    axes.plot([1, 2], rasterized=True)
    axes.xaxis.set_major_formatter(raises)
    canvas = figure.canvas
    with pytest.raises(ZeroDivisionError):
        recorded(figure)

    assert (figure.dpi, figure.canvas) == (100, canvas)


@pytest.mark.parametrize("name", ["scatter", "filled contours", "parts in pixels", "polar"])
def test_the_same_figure_gives_the_same_items(name):
    first, second = (list(map(repr, recorded(PLOTS[name]()))) for _ in range(2))
    cut = [[text.split("data=")[0] for text in texts] for texts in (first, second)]

    assert cut[0] == cut[1]


def test_it_is_the_same_whatever_the_hash_seed():
    script = (
        "import hashlib\n"
        "from tests.charts.figures.plots import PLOTS\n"
        "from tests.charts.figures.compared import recorded, faces\n"
        "items = [repr(recorded(PLOTS[name](), faces())) for name in ('scatter', 'pie')]\n"
        "print(hashlib.sha256(''.join(items).encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "12"
    }

    assert len(runs) == 1


def test_pyplot_and_agg_are_not_imported_without_need():
    script = (
        "import sys\n"
        "from matplotlib.figure import Figure\n"
        "from tests.charts.samples import FONTS, TEXT\n"
        "from briefing.charts.figures.record import record\n"
        "figure = Figure()\n"
        "figure.add_subplot().imshow([[1, 2]])\n"
        "record(figure, width=99, height=99, fonts=FONTS, style=TEXT)\n"
        "print({'matplotlib.pyplot', 'matplotlib.backends.backend_agg'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert run.stdout == b"set()\n"


def test_numbers_are_plain():
    def numbers(item):
        match item:
            case Stamped():
                yield from numbers(item.shape)
                yield from (value for place in item.at for value in place)
            case Shape():
                yield from (value for segment in item.path for value in segment[1:])
                yield from (item.width, item.fill_alpha, item.stroke_alpha, *item.dash)
            case Mesh():
                yield from (value for v in item.vertices for value in (v.x, v.y))
            case Label():
                yield from (item.x, item.y, item.angle, item.alpha, item.style.size)
            case Bitmap():
                yield from (item.x, item.y, item.width, item.height)

    for name in ("scatter", "gouraud", "path effects", "image", "dashes", "coloured mesh"):
        found = {type(n) for item in flat(recorded(PLOTS[name]())) for n in numbers(item)}
        assert found <= {float, int}, name


def test_a_family_without_a_name_in_the_style_is_found_by_its_weight():
    prop = FontProperties(family="serif", weight="black")
    figure, _ = blank()
    figure.text(0, 0.5, "a", fontproperties=prop)

    assert only(figure, fonts=Fonts({"sans": Family(*[FAMILY.regular] * 4, ())})).style.bold


def test_charts_do_without_matplotlib():
    script = "import sys, briefing.charts.draw\nprint({'matplotlib', 'numpy'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert run.stdout == b"set()\n"
