"""Records what matplotlib draws."""

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib import rcParams
from matplotlib.backend_bases import RendererBase
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from briefing.charts.figures.effects import Pass, Passes
from briefing.charts.figures.formulas import worded
from briefing.charts.figures.hatches import hatched
from briefing.charts.figures.images import PER_POINT, bitmap_of
from briefing.charts.figures.inks import (
    Ink,
    Inks,
    colour_of,
    colours_of,
    ink_of,
    text_colour_of,
)
from briefing.charts.figures.marks import (
    Collection,
    mark_of,
    marks_of,
    places_of,
    quads,
    stamped,
    visible,
)
from briefing.charts.figures.paths import Box, downwards, segments_of, simplified_length
from briefing.charts.figures.sheet import Clip, Sheet
from briefing.charts.figures.text import IsMath, Line, Outlines, Place, place_of
from briefing.charts.figures.type import Typesetter, printable
from briefing.errors import Location
from briefing.model.drawing import Bitmap, Halo, Label, Mesh, Segment, Vertex
from briefing.model.style import Colour, TextStyle

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.font_manager import FontProperties
    from matplotlib.transforms import Transform

_LONG = 50_000  # vertices from which on a line is measured before it is kept


class NeedsPixels(Exception):  # noqa: N818
    """Something of a figure can only be painted as picture elements."""


class Renderer(RendererBase):
    """Records what matplotlib draws, at 72 dots to the inch.

    Attributes:
        missing: Characters that no face has, each with the first text that has it.
    """

    dpi = 72.0

    def __init__(self, width: float, height: float, type_: Typesetter, where: Location) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self.missing: dict[tuple[str, str], str] = {}
        self._type = type_
        self._where = where
        self._text2path: Outlines = Outlines(type_)
        self._page = Clip(0.0, 0.0, width, height)
        self._sheet = Sheet(width, height, where)
        self._passes = Passes()
        self._group = "figure"
        self._clip_paths: dict[int, tuple[Any, tuple[Segment, ...]]] = {}

    def done(self) -> list[Any]:
        """Give what was recorded, and be empty again."""
        self._end_text()
        items = self._sheet.done()
        self._sheet = Sheet(self.width, self.height, self._where)
        self._clip_paths.clear()
        self._text2path.forget()
        return items

    # --- what matplotlib asks ------------------------------------------------------------------

    def open_group(self, s: str, gid: str | None = None) -> None:  # noqa: ARG002
        self._group = s

    def close_group(self, s: str) -> None:
        if s == "text":
            self._end_text()

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.width, self.height

    def get_image_magnification(self) -> float:
        return PER_POINT

    def option_image_nocomposite(self) -> bool:
        return not rcParams["image.composite_image"]

    def get_text_width_height_descent(
        self, s: str, prop: "FontProperties", ismath: IsMath
    ) -> tuple[float, float, float]:
        if ismath == "TeX":
            return super().get_text_width_height_descent(s, prop, ismath)
        if ismath:
            width, height, depth, *_ = self._text2path.mathtext_parser.parse(s, 72, prop)
            return width, height, depth
        return self._type.extent(s, prop)

    def _get_font_height_metrics(self, prop: "FontProperties") -> tuple[float, float, float]:
        """What matplotlib 3.11 and later ask for the heights of lines."""
        return self._type.strut(prop)

    def start_rasterizing(self) -> None:
        raise NeedsPixels

    def start_filter(self) -> None:
        raise NeedsPixels

    # --- paths ---------------------------------------------------------------------------------

    def draw_path(
        self,
        gc: "GraphicsContextBase",
        path: Path,
        transform: "Transform",
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        ink, hatch = ink_of(gc, rgbFace), gc.get_hatch()
        line = self._text2path.whose(path)
        if line is not None:
            self._again(line, Pass(path, downwards(transform, self.height), ink, self._clip(gc)))
            return
        self._end_text()
        if ink is None and not hatch:
            return
        is_area = rgbFace is not None or bool(hatch)
        segments = self._segments(path, transform, gc, is_area=is_area)
        self._paint(segments, ink, gc, self._clip(gc))

    def draw_markers(
        self,
        gc: "GraphicsContextBase",
        marker_path: Path,
        marker_trans: "Transform",
        path: Path,
        trans: "Transform",
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        self._end_text()
        ink = ink_of(gc, rgbFace)
        if ink is None:
            return
        shape = segments_of(
            marker_path, downwards(marker_trans, 0.0), sketch=gc.get_sketch_params()
        )
        clip = self._clip(gc)
        mark = mark_of(shape, ink.width if ink.stroke else 0.0)
        places = visible(
            path, downwards(trans, self.height), mark, self._seen(clip), self._sheet.left
        )
        self._sheet.spend(len(places) + len(shape), self._group)
        if shape:
            for item in stamped(mark, ink, list(map(tuple, places.tolist()))):
                self._sheet.add(item, clip)

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
        self._end_text()
        is_hatched = bool(gc.get_hatch())
        if not len(paths) or not (len(facecolors) or len(edgecolors) or is_hatched):
            return
        self._sheet.spend(max(len(paths), len(offsets), len(all_transforms)), self._group)
        inks = Inks(gc, facecolors, edgecolors, linewidths, linestyles)
        marks = []
        for mark in marks_of(
            paths,
            all_transforms,
            master_transform,
            self.height,
            width=max(map(float, linewidths), default=0.0),
            sketch=gc.get_sketch_params(),
        ):
            self._sheet.spend(len(mark.path), self._group)
            marks.append(mark)
        collection = Collection(marks, places_of(offsets, offset_trans), inks)
        clip = self._clip(gc)
        if is_hatched:
            self._paint_hatched(collection, gc, clip, hatchcolors)
            return
        for item in collection.painted(self._seen(clip)):
            self._sheet.add(item, clip)

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
        self._end_text()
        self._sheet.spend(meshWidth * meshHeight, self._group)
        edges = facecolors if edgecolors is None else edgecolors
        inks = Inks(gc, facecolors, edges, [gc.get_linewidth()], [gc.get_dashes()])
        clip = self._clip(gc)
        for place in places_of(offsets, offsetTrans) or [(0.0, 0.0)]:
            if place is None:
                continue
            matrix = downwards(master_transform, self.height)
            matrix[:2, 2] += place
            for number, cell in enumerate(quads(coordinates, matrix)):
                ink = inks[number]
                if cell and ink is not None:
                    self._sheet.add(ink.shape(cell), clip)

    def draw_gouraud_triangles(
        self,
        gc: "GraphicsContextBase",
        triangles_array: Any,
        colors_array: Any,
        transform: "Transform",
    ) -> None:
        self._end_text()
        triangles = np.asarray(triangles_array, dtype=float)
        colours = np.asarray(colors_array, dtype=float)
        is_finite = np.isfinite(triangles).all(axis=(1, 2))
        triangles, colours = triangles[is_finite], colours[is_finite]
        if not len(triangles):
            return
        if colours[..., 3].min() < 1:
            self._draw_faint(gc, triangles, colours, transform)
            return
        self._sheet.spend(len(triangles), self._group)
        matrix = downwards(transform, self.height)
        points = triangles.reshape(-1, 2) @ matrix[:2, :2].T + matrix[:2, 2]
        told = colours_of(colours.reshape(-1, 4))
        vertices = [
            Vertex(x, y, colour[0])
            for (x, y), colour in zip(points.tolist(), told, strict=True)
            if colour is not None
        ]
        self._sheet.add(Mesh(tuple(vertices)), self._clip(gc))

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
            elements, x, y = found
            self._sheet.add(bitmap_of(elements, x, y, self._where), self._clip(gc))

    def draw_image(
        self,
        gc: "GraphicsContextBase",
        x: float,
        y: float,
        im: Any,
        transform: Any = None,  # noqa: ARG002
    ) -> None:
        self._end_text()
        rows, columns = im.shape[:2]
        if rows and columns:
            top = self.height - y - rows / PER_POINT
            self._sheet.add(self._bitmap(im[::-1], x, top), self._clip(gc))

    def _bitmap(self, elements: Any, x: float, top: float) -> Bitmap:
        return bitmap_of(elements, float(x), float(top), self._where)

    # --- text ----------------------------------------------------------------------------------

    def draw_text(
        self,
        gc: "GraphicsContextBase",
        x: float,
        y: float,
        s: str,
        prop: "FontProperties",
        angle: float,
        ismath: IsMath = False,  # noqa: FBT001, FBT002
        mtext: Any = None,
    ) -> None:
        self._end_text()
        if not s.strip():
            return
        colour, alpha = text_colour_of(gc)
        if colour is None:
            return
        place = Place(float(x), float(y), float(angle))
        if ismath:
            self._formula(gc, Line(s, prop, ismath), place, Ink(colour, alpha, None, 1.0))
            return
        asked = getattr(mtext, "get_fontfeatures", None)
        style = self._type.style(prop, colour, asked() if asked else None)
        self._label(printable(s), style, place, alpha, self._clip(gc))

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
        self.draw_text(gc, x, y, s, prop, angle, "TeX", mtext)

    def hide_text(
        self, x: float, y: float, s: str, prop: "FontProperties", angle: float, ismath: IsMath
    ) -> None:
        """Tell text that is painted as picture elements, so that it is read."""
        self._tell(Line(s, prop, ismath), Place(x, y, angle), None)

    def _formula(
        self, gc: "GraphicsContextBase", line: Line, place: Place, ink: Ink
    ) -> None:
        path = Path(*self._text2path.get_text_path(line.prop, line.text, line.is_math))
        self._text2path.forget()
        size = line.prop.get_size_in_points() / self._text2path.FONT_SCALE
        turned = Affine2D().scale(size).rotate_deg(place.angle)
        matrix = downwards(turned.translate(place.x, self.height - place.y), self.height)
        clip = self._clip(gc)
        self._fill(segments_of(path, matrix), ink, clip)
        self._tell(line, place, clip)

    def _label(
        self,
        text: str,
        style: TextStyle,
        place: Place,
        alpha: float,
        clip: Clip | None,
        halo: Halo | None = None,
    ) -> None:
        for character in self._type.missing(text, style):
            self.missing.setdefault((style.family, character), text)
        label = Label(text, *place[:2], style, "start", place.angle, alpha, halo)
        self._sheet.add(label, clip)

    def _tell(self, line: Line, place: Place, clip: Clip | None) -> None:
        """Let text be read where its letters are painted as shapes."""
        style = self._type.style(line.prop)
        text = printable(line.text)
        if line.is_math:
            text = worded(text, lambda signs: self._type.missing(signs, style))
        if text.strip():
            label = Label(text, *place[:2], style, "start", place.angle, hidden=True)
            self._sheet.add(label, clip)

    def _again(self, line: Line, one: Pass) -> None:
        """Note that a path effect paints a text once more."""
        if self._passes.line is not None and self._passes.line is not line:
            self._end_text()
        self._passes.add(line, one)

    def _end_text(self) -> None:
        """Paint the text that path effects were painting."""
        line = self._passes.line
        if line is None:
            return
        before, main, halo, after = self._passes.told()
        is_label = main is not None and not line.is_math
        outlined = [*before, *([] if main is None or is_label else [main])]
        for one in outlined:
            self._outline(one)
        if main is not None and main.ink is not None and not line.is_math:
            style = self._type.style(line.prop, main.ink.fill or "#000000")
            place, alpha = place_of(main.matrix), main.ink.fill_alpha
            self._label(printable(line.text), style, place, alpha, main.clip, halo)
        else:
            last = main or before[-1]
            self._tell(line, place_of(last.matrix), last.clip)
        for one in after:
            self._outline(one)

    def _outline(self, one: Pass) -> None:
        if one.ink is not None:
            self._fill(segments_of(one.path, one.matrix), one.ink, one.clip)

    # --- shared --------------------------------------------------------------------------------

    def _segments(
        self, path: Path, transform: "Transform", gc: "GraphicsContextBase", *, is_area: bool
    ) -> tuple[Segment, ...]:
        matrix, sketch = downwards(transform, self.height), gc.get_sketch_params()
        count = len(path.vertices)  # type: ignore[arg-type]
        if is_area:
            if count > _LONG:
                self._sheet.spend(0 if count < self._sheet.left else count, self._group)
            return segments_of(path, matrix, sketch=sketch)
        clip = (0.0, 0.0, self.width, self.height)
        simplify = path.should_simplify
        if count > _LONG:
            most = self._sheet.left
            kept = simplified_length(path, matrix, clip, most) if simplify else count
            self._sheet.spend(kept if kept > most else 0, self._group)
        return segments_of(path, matrix, clip=clip, simplify=simplify, sketch=sketch)

    def _paint(
        self,
        segments: tuple[Segment, ...],
        ink: Ink | None,
        gc: "GraphicsContextBase",
        clip: Clip | None,
        hatch: tuple[Colour, float] | None = None,
    ) -> None:
        """Fill, hatch and stroke, in this order."""
        if not segments:
            return
        pattern = gc.get_hatch()
        if not pattern:
            if ink is not None:
                self._fill(segments, ink, clip)
            return
        if ink is not None and ink.fill is not None:
            self._fill(segments, Ink(ink.fill, ink.fill_alpha, None, 1.0), clip)
        lines = hatch or _hatch_of(gc)
        bounds = clip or self._page
        if lines is not None:
            width = float(gc.get_hatch_linewidth())
            item = hatched(segments, pattern, *lines, width, bounds)
            if item is not None:
                self._sheet.add(item, clip)
        if ink is not None and ink.stroke is not None:
            self._fill(segments, ink._replace(fill=None), clip)

    def _paint_hatched(
        self, collection: Collection, gc: "GraphicsContextBase", clip: Clip | None, colours: Any
    ) -> None:
        lines = colours_of(colours) if colours is not None and len(colours) else [_hatch_of(gc)]
        for number, (mark, place, ink) in enumerate(collection.each(self._seen(clip))):
            self._paint(
                _moved(mark.path, place), ink, gc, clip, lines[number % len(lines)]
            )

    def _fill(self, segments: tuple[Segment, ...], ink: Ink, clip: Clip | None) -> None:
        if segments:
            self._sheet.spend(len(segments), self._group)
            self._sheet.add(ink.shape(segments), clip)

    def _seen(self, clip: Clip | None) -> Box:
        x, y, width, height, _ = clip or self._page
        return x, y, x + width, y + height

    def _clip(self, gc: "GraphicsContextBase") -> Clip | None:
        """The bounds of what is painted next; None where they are the page."""
        page = self._page
        rectangle, path = gc.get_clip_rectangle(), self._clip_path(gc)
        if rectangle is None:
            return page._replace(path=path) if path else None
        x, y, width, height = map(float, rectangle.bounds)
        if not np.isfinite((x, y, width, height)).all():
            return page._replace(path=path) if path else None
        clip = Clip(x, self.height - y - height, width, height, path)
        left, top = clip.x, clip.y
        is_whole = left <= 0 and top <= 0 and left + width >= page.width
        return None if is_whole and top + height >= page.height and not path else clip

    def _clip_path(self, gc: "GraphicsContextBase") -> tuple[Segment, ...]:
        holder = gc._clippath  # type: ignore[attr-defined]
        if holder is None:
            return ()
        known = self._clip_paths.get(id(holder))
        if known is None:
            path, transform = gc.get_clip_path()
            segments = (
                segments_of(path, downwards(transform, self.height)) if path is not None else ()
            )
            known = self._clip_paths[id(holder)] = (holder, segments)
        return known[1]


def _hatch_of(gc: "GraphicsContextBase") -> tuple[Colour, float] | None:
    colour: Any = gc.get_hatch_color()
    if colour is None:
        return None
    alpha = float(colour[3]) if len(colour) > 3 else 1.0
    return (colour_of(colour), alpha) if alpha > 0 else None


def _moved(path: tuple[Segment, ...], place: tuple[float, float]) -> tuple[Segment, ...]:
    from briefing.charts.figures.paths import moved

    return moved(path, *place) if place != (0.0, 0.0) else path
