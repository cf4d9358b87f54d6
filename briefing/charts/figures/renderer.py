"""Records what matplotlib draws."""

from typing import TYPE_CHECKING, Any

from matplotlib import rcParams
from matplotlib.backend_bases import RendererBase
from matplotlib.transforms import Affine2D

from briefing.charts.figures.clips import Clips
from briefing.charts.figures.images import PER_POINT, Placed, bitmap_of, faded, fine, placed
from briefing.charts.figures.inks import Ink, Inks, ink_of, text_colour_of
from briefing.charts.figures.marks import places_of, shapes_of
from briefing.charts.figures.painting import Painter, whole_triangles
from briefing.charts.figures.paths import downwards, segments_of
from briefing.charts.figures.sheet import Sheet
from briefing.charts.figures.text import IsMath, Line, Place
from briefing.charts.figures.type import Typesetter, printable
from briefing.charts.figures.writing import Writer
from briefing.errors import Location
from briefing.model.drawing import Painted

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path
    from matplotlib.transforms import Transform


class NeedsPixels(Exception):  # noqa: N818  # it is no fault
    """Something of a figure can only be painted as picture elements."""


class Renderer(RendererBase):
    """Records what matplotlib draws, at 72 dots to the inch.

    Its methods are matplotlib's, which says what they get.
    """

    dpi = 72.0

    def __init__(self, width: float, height: float, type_: Typesetter, where: Location) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self._type = type_
        self._where = where
        self._sheet = Sheet(width, height, where)
        self._clips = Clips(width, height)
        self._painter = Painter(self._sheet, self._clips)
        self._writer = Writer(self._sheet, type_)
        self._text2path = self._writer.outlines

    @property
    def missing(self) -> dict[tuple[str, str], str]:
        """Family and character → the first text with a character that no face has."""
        return self._writer.missing

    def done(self) -> list[Painted]:
        """Hand over what was recorded."""
        self._writer.end()
        return self._sheet.done()

    def hide_text(
        self, x: float, y: float, s: str, prop: "FontProperties", angle: float, ismath: IsMath
    ) -> None:
        """Tell text that is painted as picture elements."""
        self._writer.tell(Line(s, prop, ismath), Place(x, y, angle))

    # --- what matplotlib asks ------------------------------------------------------------------

    def open_group(self, s: str, gid: str | None = None) -> None:  # noqa: ARG002
        """Note what is drawn."""
        self._painter.what = s

    def close_group(self, s: str) -> None:
        """End a text."""
        if s == "text":
            self._writer.end()

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Give the size in points."""
        return self.width, self.height

    def get_image_magnification(self) -> float:
        """Give how many picture elements there are to a point."""
        return PER_POINT

    def option_scale_image(self) -> bool:
        """Take images that are not to be resampled as they are."""
        return True

    def option_image_nocomposite(self) -> bool:
        """Join images if the settings say so."""
        return not rcParams["image.composite_image"]

    def get_text_width_height_descent(
        self, s: str, prop: "FontProperties", ismath: IsMath
    ) -> tuple[float, float, float]:
        """Measure in the document's faces."""
        if ismath == "TeX":
            return super().get_text_width_height_descent(s, prop, ismath)
        if ismath:
            width, height, depth, *_ = self._text2path.mathtext_parser.parse(s, 72, prop)
            return width, height, depth
        return self._type.extent(s, prop)

    def _get_font_height_metrics(self, prop: "FontProperties") -> tuple[float, float, float]:
        """Give ascent, descent and gap of lines; matplotlib 3.11 and later ask for them."""
        return self._type.strut(prop)

    def start_rasterizing(self) -> None:
        """Give up; see `pixels.Mixed`."""
        raise NeedsPixels

    def start_filter(self) -> None:
        """Give up; see `pixels.Mixed`."""
        raise NeedsPixels

    # --- what matplotlib draws -----------------------------------------------------------------

    def draw_path(
        self,
        gc: "GraphicsContextBase",
        path: "Path",
        transform: "Transform",
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Paint a path, or note that a path effect paints a text."""
        ink = ink_of(gc, rgbFace)
        if not self._writer.again(path, transform, ink, self._clips.of(gc)):
            self._writer.end()
            self._painter.path(path, downwards(transform, self.height), ink, gc)

    def draw_markers(
        self,
        gc: "GraphicsContextBase",
        marker_path: "Path",
        marker_trans: "Transform",
        path: "Path",
        trans: "Transform",
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Paint a path at many places."""
        self._writer.end()
        ink = ink_of(gc, rgbFace)
        if ink is not None:
            sketch = gc.get_sketch_params()
            shape = segments_of(marker_path, downwards(marker_trans, 0.0), sketch=sketch)
            matrix = downwards(trans, self.height)
            self._painter.marks(shape, ink, path, matrix, self._clips.of(gc))

    def draw_path_collection(
        self,
        gc: "GraphicsContextBase",
        master_transform: "Transform",
        paths: Any,
        all_transforms: Any,
        offsets: Any,
        offset_trans: "Transform",
        facecolors: Any,
        edgecolors: Any,
        linewidths: Any,
        linestyles: Any,
        antialiaseds: Any,  # noqa: ARG002
        urls: Any,  # noqa: ARG002
        offset_position: Any,  # noqa: ARG002
        *,
        hatchcolors: Any = None,
    ) -> None:
        """Paint items of which each may be another."""
        self._writer.end()
        if not len(paths) or not (len(facecolors) or len(edgecolors) or gc.get_hatch()):
            return
        count = max(len(paths), len(offsets), len(all_transforms))
        self._sheet.spend(count, self._painter.what)
        inks = Inks(gc, facecolors, edgecolors, linewidths, linestyles)
        places = places_of(offsets, offset_trans)
        shapes = shapes_of(paths, all_transforms, downwards(master_transform, self.height))
        marks = self._painter.marks_of(shapes, places, inks, gc)
        self._painter.collection(marks, places, inks, gc, hatchcolors)

    def draw_quad_mesh(
        self,
        gc: "GraphicsContextBase",
        master_transform: "Transform",
        meshWidth: int,  # noqa: N803
        meshHeight: int,  # noqa: N803
        coordinates: Any,
        offsets: Any,
        offsetTrans: "Transform",  # noqa: N803
        facecolors: Any,
        antialiased: Any,  # noqa: ARG002
        edgecolors: Any,
    ) -> None:
        """Paint the cells of a grid."""
        self._writer.end()
        self._sheet.spend(meshWidth * meshHeight, self._painter.what)
        edges = facecolors if edgecolors is None else edgecolors
        inks = Inks(gc, facecolors, edges, [gc.get_linewidth()], [gc.get_dashes()])
        for place in places_of(offsets, offsetTrans) or [(0.0, 0.0)]:
            if place is not None:
                matrix = downwards(master_transform, self.height)
                matrix[:2, 2] += place
                self._painter.cells(coordinates, matrix, inks, self._clips.of(gc))

    def draw_gouraud_triangles(
        self,
        gc: "GraphicsContextBase",
        triangles_array: Any,
        colors_array: Any,
        transform: "Transform",
    ) -> None:
        """Paint triangles whose colours run into each other."""
        self._writer.end()
        self._sheet.spend(len(triangles_array), self._painter.what)
        triangles, colours = whole_triangles(triangles_array, colors_array)
        if not len(triangles):
            return
        if colours[..., 3].min() < 1:
            self._draw_faint(gc, triangles, colours, transform)
            return
        matrix = downwards(transform, self.height)
        self._painter.mesh(triangles, colours, matrix, self._clips.of(gc))

    def _draw_faint(
        self, gc: "GraphicsContextBase", triangles: Any, colours: Any, transform: "Transform"
    ) -> None:
        """Paint triangles that one sees through as picture elements."""
        from briefing.charts.figures.pixels import painted_in_pixels

        enlarged = transform + Affine2D().scale(PER_POINT)
        found = painted_in_pixels(
            (self.width, self.height),
            lambda agg: agg.draw_gouraud_triangles(agg.new_gc(), triangles, colours, enlarged),
        )
        if found is not None:
            self._sheet.add(bitmap_of(found, self._where), self._clips.of(gc))

    def draw_image(
        self, gc: "GraphicsContextBase", x: float, y: float, im: Any, transform: Any = None
    ) -> None:
        """Place an image whose lowest row comes first."""
        self._writer.end()
        rows, columns = im.shape[:2]
        if not rows or not columns:
            return
        clip = self._clips.of(gc)
        found: Placed | None
        if transform is None:  # it is as fine as asked, and as faint
            found = fine(im[::-1], x, self.height - y - rows / PER_POINT)
        else:
            elements = faded(im, gc.get_alpha()) if gc.get_forced_alpha() else im
            matrix = downwards(transform + Affine2D().translate(x, y), self.height)
            found = placed(elements, matrix, self._clips.seen(clip))
        if found is not None:
            self._sheet.add(bitmap_of(found, self._where), clip)

    def draw_text(
        self,
        gc: "GraphicsContextBase",
        x: float,
        y: float,
        s: str,
        prop: "FontProperties",
        angle: float,
        ismath: IsMath = False,
        mtext: Any = None,
    ) -> None:
        """Write a line of text."""
        self._writer.end()
        colour, alpha = text_colour_of(gc)
        if colour is None or not s.strip():
            return
        place, clip = Place(float(x), float(y), float(angle)), self._clips.of(gc)
        if ismath:
            ink = Ink(colour, alpha, None, 1.0)
            self._writer.formula(Line(s, prop, ismath), place, ink, clip)
            return
        asked = getattr(mtext, "get_fontfeatures", None)  # from matplotlib 3.11 on
        style = self._type.style(prop, colour, asked() if asked else None)
        self._writer.label(printable(s), style, place, alpha=alpha, clip=clip)

    def draw_tex(
        self,
        gc: "GraphicsContextBase",
        x: float,
        y: float,
        s: str,
        prop: "FontProperties",
        angle: float,
        *,
        mtext: Any = None,
    ) -> None:
        """Write a line that LaTeX sets."""
        self.draw_text(gc, x, y, s, prop, angle, "TeX", mtext)
