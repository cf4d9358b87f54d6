"""What `briefing.charts.figures` takes from inside matplotlib; a new version fails here."""

import inspect
from pathlib import Path as File

import matplotlib
import numpy as np
import pytest
from matplotlib._mathtext_data import tex2uni
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, weight_dict
from matplotlib.ft2font import FT2Font
from matplotlib.patches import Circle
from matplotlib.path import Path
from matplotlib.patheffects import Normal
from matplotlib.textpath import TextToPath

FACES = File(__file__).parents[2] / "styles" / "fonts" / "source-sans-3"
VERSION = tuple(map(int, matplotlib.__version__.split(".")[:2]))


class Listening(RendererBase):
    """Notes what it is asked."""

    def __init__(self):
        super().__init__()
        self.asked = []
        self.paths = []

    def _get_font_height_metrics(self, _prop):
        self.asked.append("heights")
        return 8.0, 2.0, 0.0

    def get_text_width_height_descent(self, s, prop, ismath):  # noqa: ARG002
        self.asked.append((s, ismath))
        return 10.0, 7.0, 1.0

    def draw_path(self, gc, path, transform, rgbFace=None):  # noqa: ARG002, N803
        self.paths.append((path, transform.get_matrix()))

    def draw_text(self, *_, **__):
        self.asked.append("text")


@pytest.fixture
def renderer():
    return Listening()


@pytest.mark.skipif(VERSION < (3, 11), reason="the first that asks")
def test_heights_of_lines_are_asked_of_the_renderer(renderer):
    text = Figure().text(0, 0, "a\nb")
    text.draw(renderer)

    assert "heights" in renderer.asked
    assert renderer.asked.count("text") == 2


def test_widths_of_lines_are_asked_of_the_renderer(renderer):
    Figure().text(0, 0, "a\n$x$").draw(renderer)

    assert {("a", False), ("$x$", True)} <= set(renderer.asked)


def test_a_path_effect_asks_the_renderer_for_outlines_and_gives_them_back(renderer):
    given = []

    class Given(TextToPath):
        def get_text_path(self, prop, s, ismath=False, **_):  # noqa: ARG002
            given.append((s, np.array([(0.0, 0.0), (100.0, 0.0), (0.0, 50.0)])))
            return given[-1][1], np.array([1, 2, 2], Path.code_type)

    renderer._text2path = Given()
    figure = Figure()
    figure.text(0.5, 0.5, "a\nb", size=20, rotation=90, path_effects=[Normal()]).draw(renderer)

    assert [text for text, _ in given] == ["a", "b"]
    for (path, matrix), (_, vertices) in zip(renderer.paths, given, strict=True):
        assert path.vertices is vertices
        assert matrix[:2, :2].round(9).tolist() == [[0, -0.2], [0.2, 0]]
    assert TextToPath.FONT_SCALE == 100


def test_a_formula_is_parsed_into_glyphs_and_rules():
    parser = TextToPath().mathtext_parser
    width, height, depth, glyphs, rules = parser.parse(r"$\frac{a}{b}$", 72, FontProperties())

    assert min(width, height, depth) > 0
    assert [len(rule) for rule in rules] == [4]
    for font, size, sign, *glyph, x, y in glyphs:
        assert (chr(sign), size, len(glyph)) in [("a", 7.0, 1), ("b", 7.0, 1)] or VERSION < (3, 11)
        assert x >= 0
        assert y > -height
        assert isinstance(font, FT2Font)


def test_names_of_signs_are_known():
    assert chr(tex2uni["alpha"]) == "α"
    assert chr(tex2uni["leq"]) == "≤"
    assert weight_dict["semibold"] == 600


def test_paths_are_cleaned_with_a_bare_matrix():
    matrix = np.array([[2.0, 0.0, 1.0], [0.0, -1.0, 9.0], [0.0, 0.0, 1.0]])
    path = Path([(0, 0), (1, np.nan), (2, 2), (3, 3)])
    cleaned = path.cleaned(matrix, remove_nans=True, curves=True)

    assert cleaned.vertices[:-1].tolist() == [[1, 9], [5, 7], [7, 6]]
    assert cleaned.codes.tolist() == [1, 1, 2, 0]


def test_a_clip_path_is_kept_by_the_graphics_context():
    figure = Figure()
    axes = figure.add_subplot()
    (line,) = axes.plot([1, 2])
    line.set_clip_path(Circle((0, 0), 1, transform=axes.transData))
    gc = GraphicsContextBase()
    line._set_gc_clip(gc)

    assert gc._clippath is gc._clippath
    assert gc._clippath.get_transformed_path_and_affine()
    assert gc.get_clip_path()[0] is not None


def test_the_renderer_of_pixels_keeps_both_renderers_where_we_look():
    source = inspect.getsource(MixedModeRenderer)

    for name in ("_vector_renderer", "_raster_renderer", "_renderer"):
        assert f"self.{name} = " in source
    assert "self._raster_renderer = None" in inspect.getsource(MixedModeRenderer.stop_rasterizing)


@pytest.mark.skipif(VERSION < (3, 11), reason="the first that asks")
def test_a_font_tells_its_gap_between_lines():
    font = FT2Font(str(FACES / "SourceSans3-Regular.ttf"))

    assert font.family_name == "Source Sans 3"
    assert font.get_sfnt_table("OS/2")["sTypoLineGap"] == 0
    assert font.units_per_EM == 1000


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("draw_path", ["gc", "path", "transform", "rgbFace"]),
        ("draw_markers", ["gc", "marker_path", "marker_trans", "path", "trans", "rgbFace"]),
        ("draw_image", ["gc", "x", "y", "im", "transform"]),
        ("draw_text", ["gc", "x", "y", "s", "prop", "angle", "ismath", "mtext"]),
        ("draw_gouraud_triangles", ["gc", "triangles_array", "colors_array", "transform"]),
    ],
)
def test_a_renderer_is_told_what_it_was(name, arguments):
    assert list(inspect.signature(getattr(RendererBase, name)).parameters)[1:] == arguments


def test_a_collection_is_drawn_with_as_much_as_it_was():
    names = list(inspect.signature(RendererBase.draw_path_collection).parameters)[1:]

    assert names[:13] == [
        "gc", "master_transform", "paths", "all_transforms", "offsets", "offset_trans",
        "facecolors", "edgecolors", "linewidths", "linestyles", "antialiaseds", "urls",
        "offset_position",
    ]  # fmt: skip
    assert names[13:] in ([], ["hatchcolors"])
