"""The drawing of a map of figures."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from briefing.charts.classes import Classes, classes_of, edge_of, shades
from briefing.charts.colours import mix
from briefing.charts.fills import text_on
from briefing.charts.lettering.legend import Entry, set_legend
from briefing.charts.look import Frame
from briefing.charts.maps.extents import extent_of, main_pieces, sampled, wrapped
from briefing.charts.maps.layers import Shown, as_dot, mend_seams, shown_lands
from briefing.charts.maps.outlines import Atlas, atlas_of
from briefing.charts.maps.projections import EqualEarth
from briefing.charts.maps.tags import Tagged, set_tags
from briefing.charts.maps.tints import CONTEXT, INK, WHITE
from briefing.charts.maps.views import View, fitted, projection_for
from briefing.charts.plot import Item, Plot
from briefing.charts.shapes.paths import Point, hatching
from briefing.charts.shapes.room import Box
from briefing.errors import ContentError, Diagnostic
from briefing.model.chart import Area, MapChart
from briefing.model.drawing import Clipped, Shape
from briefing.model.style import Colour

_SHARE = 0.95  # of the frame that the countries fill
_WORLD_MIDDLE = 11.0  # degrees: its other side runs through the Bering Strait
_ISLAND = 3.0  # square degrees
_SOUTH = -60.0  # degrees: what lies beyond is Antarctica
_DETAILED = 130.0  # degrees: wider maps need less detail
_LEAST = 40.0  # points that are left for the map, whatever the legend takes
_LEGEND_GAP = 0.7  # ems
_LEAST_AREA = 2.5  # square points: smaller countries are dots
_LARGE = 500.0  # square points: smaller countries have a finer outline
_HATCH = 3.4  # points between the lines of what has no data


class _Place(Struct, frozen=True, eq=False):
    """A country with its figure; `fill` is None without one."""

    area: Area
    shown: Shown
    fill: Colour | None


def plot_choropleth(data: MapChart, frame: Frame) -> Plot:
    """Draw countries in shades, with the classes below.

    Raises:
        ContentError: The outlines have no such country.
        ValueError: There are more classes than can be told apart.
    """
    amounts = [area.amount for area in data.areas if area.amount is not None]
    classes = classes_of(amounts, data.breaks, data.scale)
    tones = shades(frame.look, len(classes))
    legend = set_legend(_entries(data, classes, tones, frame), 0.0, 0.0, frame.width, frame)
    below = legend.height + _LEGEND_GAP * frame.look.size if legend.items else 0.0
    view, atlas = _view(data, frame, max(frame.height - below, _LEAST))
    shown = shown_lands(atlas, view)
    by_key = {one.land.key: one for one in shown if one.land.key}
    places = [
        _Place(
            area,
            _seen(area.key, by_key, atlas, view),
            None if area.amount is None else tones[classes.of(area.amount.best)],
        )
        for area in data.areas
    ]
    box = view.frame
    ground = _ground(shown, places, frame)
    items: list[Item] = [
        Clipped(tuple(ground), box.left, box.top, box.right - box.left, box.bottom - box.top)
    ]
    items += set_tags([_tagged(place) for place in places], data.labels, view.frame, frame)
    top = box.bottom + _LEGEND_GAP * frame.look.size
    items += set_legend(_entries(data, classes, tones, frame), 0.0, top, frame.width, frame).items
    return Plot(items, box.bottom + below, in_order=True)


def _seen(key: str, shown: Mapping[str, Shown], atlas: Atlas, view: View) -> Shown:
    """Give what is in sight of a country; a dot where that is next to nothing."""
    one = shown.get(key)
    if one is not None and one.area >= _LEAST_AREA:
        return one
    land = atlas.find(key)
    assert land is not None  # the outlines of all have been looked up
    return as_dot(land, view)


def _tagged(place: _Place) -> Tagged:
    ink = INK if place.fill is None else text_on(place.fill, INK)
    return Tagged(place.area, place.shown, ink, WHITE if place.fill is None else None)


# --- what is in sight --------------------------------------------------------------------------


def _view(data: MapChart, frame: Frame, height: float) -> tuple[View, Atlas]:
    """Fit all countries that have, or might have, figures into the frame; else the whole world."""
    keys = tuple(dict.fromkeys([*[area.key for area in data.areas], *data.around]))
    near, far = atlas_of(data.boundaries, "50m"), atlas_of(data.boundaries, "110m")
    unknown = [key for key in keys if near.find(key) is None]
    if unknown:
        hint = "draw it with outlines of your own: boundaries in content/project.yaml"
        raise ContentError(
            [
                Diagnostic(frame.where, f"the outlines have no country {key!r}", hint)
                for key in unknown
            ]
        )
    return _fit(keys, near, far, Box(0.0, 0.0, frame.width, height))


@lru_cache(maxsize=64)
def _fit(keys: tuple[str, ...], near: Atlas, far: Atlas, box: Box) -> tuple[View, Atlas]:
    lands = [land for key in keys if (land := near.find(key))]
    extent = extent_of([piece.box for land in lands for piece in main_pieces(land)])
    atlas = near
    if extent.east - extent.west > _DETAILED:
        rough = [land for key in keys if (land := far.find(key))]
        if len(rough) == len(lands):
            atlas, lands = far, rough
    projection = projection_for(extent)
    if isinstance(projection, EqualEarth):
        return _world(atlas, box), atlas
    rings = [atlas.rings(piece)[0] for land in lands for piece in main_pieces(land)]
    return fitted(projection, sampled(rings, 60), box, _SHARE), atlas


def _world(atlas: Atlas, box: Box) -> View:
    """Fit the world, cut where no country is, in a frame that is as low as it may be."""
    projection = EqualEarth(_WORLD_MIDDLE)
    points = _inhabited(atlas)
    view = fitted(projection, points, box, 1.0)
    ys = [y for _, y in view.place([(wrapped(x, _WORLD_MIDDLE), y) for x, y in points])]
    lower = Box(box.left, 0.0, box.right, min(box.bottom, max(ys) - min(ys) + 2.0))
    return fitted(projection, points, lower, 1.0)


def _inhabited(atlas: Atlas) -> list[Point]:
    """Take points around all countries but Antarctica, and but for small islands."""
    rings = [
        atlas.rings(piece)[0]
        for land in atlas.lands
        for piece in land.pieces
        if piece.box[1] > _SOUTH and (piece.size > _ISLAND or piece is land.pieces[0])
    ]
    return sampled(rings, 30)


# --- shades ------------------------------------------------------------------------------------


def _entries(
    data: MapChart, classes: Classes, tones: Sequence[Colour], frame: Frame
) -> list[Entry]:
    entries = [
        Entry(text, tone, edge_of(tone, frame.look))
        for text, tone in zip(classes.texts(frame.words.language), tones, strict=True)
        if text
    ]
    if any(area.amount is None for area in data.areas):
        entries.append(Entry(frame.words.no_data, None))
    return entries


def _ground(shown: Sequence[Shown], places: Sequence[_Place], frame: Frame) -> list[Item]:
    """Paint what has no part in it, then what has no data, then shades, then what is picked out."""
    look = frame.look
    drawn = {place.shown for place in places}
    others = [one for one in shown if one not in drawn]
    path = tuple(chain.from_iterable([one.path for one in others]))
    items: list[Item] = []
    if path:
        items.append(
            Shape(path, fill=CONTEXT, stroke=WHITE, width=0.6, even_odd=True, join="round")
        )
        items += mend_seams(others, CONTEXT)
    for place in sorted(places, key=lambda place: place.fill is not None):
        items += _unknown(place.shown, frame) if place.fill is None else _shaded(place, frame)
    for place in places:
        if place.area.highlighted:
            outline, width = place.shown.path, 1.5 if place.shown.area > _LARGE else 1.1
            items.append(Shape(outline, stroke=WHITE, width=2 * width, join="round"))
            items.append(Shape(outline, stroke=look.accent, width=width, join="round"))
    return items


def _shaded(place: _Place, frame: Frame) -> list[Item]:
    assert place.fill is not None
    edge = edge_of(place.fill, frame.look) or WHITE
    outline = Shape(
        place.shown.path, fill=place.fill, stroke=edge, width=0.55, even_odd=True, join="round"
    )
    return [outline, *mend_seams([place.shown], place.fill)]


def _unknown(shown: Shown, frame: Frame) -> list[Item]:
    """Hatch what has no data, and draw around it."""
    box, look = shown.box, frame.look
    lines = hatching(box.left, box.top, box.right, box.bottom, _HATCH)
    tint = mix(look.neutral, WHITE, 0.25)
    items: list[Item] = [Shape(shown.path, fill=WHITE, even_odd=True)]
    if lines:
        hatch = Shape(lines, stroke=tint, width=0.5)
        width, height = box.right - box.left, box.bottom - box.top
        items.append(Clipped((hatch,), box.left, box.top, width, height, shown.path, even_odd=True))
    return [*items, Shape(shown.path, stroke=look.neutral, width=0.55, join="round")]
