"""What stands on a locator map where it stands, before any name is set."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.look import Frame
from briefing.charts.maps.extents import Extent, extent_of, main_pieces, sampled
from briefing.charts.maps.interiors import interior_of
from briefing.charts.maps.layers import Shown, as_dot, is_flat, shown_lands
from briefing.charts.maps.nets import ScaleBar
from briefing.charts.maps.outlines import Atlas, Detail, Land, Piece, atlas_of, packed_atlas
from briefing.charts.maps.sites import Site, sites_of
from briefing.charts.maps.views import EARTH, View, fitted, projection_for
from briefing.charts.shapes.paths import Point
from briefing.charts.shapes.room import Box
from briefing.charts.words.maps import map_words
from briefing.errors import ContentError, Diagnostic
from briefing.model.chart import LocatorMap

RING = 11.0
"""Radius in points of the ring around a country that is too small to be seen."""

_TINY = 16.0  # points: a country that is smaller is ringed

_SHARES = (0.76, 0.68, 0.6)  # of the frame that the country fills
_CLOSEST = 1.0  # km in a point: nearer, 1:50 million is too coarse
_WORLD = 120.0  # degrees: wider maps need less detail

_GLOBE, _GLOBE_LEAST, _GLOBE_MOST = 0.15, 19.0, 40.0  # of the lower side; points
_INSET = 7.0  # points from the frame to what stands in its corners
_COVERED = 0.02  # of the globe's box that the country may reach into


class Scene(Struct, frozen=True, eq=False):
    """All that has its place already.

    Attributes:
        ring: The middle of the country, where it is too small to be seen.
        globe: The middle and the radius of the small globe.
        bar: The scale bar and its box.
    """

    data: LocatorMap
    atlas: Atlas
    land: Land
    view: View
    shown: tuple[Shown, ...]
    own: Shown
    waters: tuple[Shown, ...]
    sites: tuple[Site, ...]
    ring: Point | None
    globe: tuple[float, float, float] | None
    bar: tuple[ScaleBar, Box] | None


def scene_of(data: LocatorMap, frame: Frame) -> Scene:
    """Fit a country into a frame, as large as leaves room for a globe in one corner.

    Raises:
        ContentError: There is no such country or city.
    """
    sites = sites_of(data, frame.words.language, frame.where)
    atlas, land = _land(data, "50m", frame)
    pieces = main_pieces(land)
    wanted = [(site.longitude, site.latitude) for site in sites if site.wanted]
    extent = _extent(pieces, wanted)
    if extent.east - extent.west > _WORLD and wanted:
        atlas, land = _land(data, "110m", frame)
        pieces = main_pieces(land)
    for share in _SHARES:
        view = _fit(atlas, pieces, tuple(wanted), (frame.width, frame.height), share)
        shown = shown_lands(atlas, view)
        own = next((one for one in shown if one.land is land), None) or as_dot(land, view)
        globe = _globe_corner(data, own, view, sites)
        if globe or not data.globe or not is_flat(view):
            break
    bar = _bar_corner(own, view, globe, frame) if is_flat(view) else None
    box = own.box
    tiny = max(box.right - box.left, box.bottom - box.top) < _TINY
    ring = ((box.left + box.right) / 2, (box.top + box.bottom) / 2) if tiny else None
    waters = shown_lands(packed_atlas("lakes"), view) if is_flat(view) else ()
    return Scene(data, atlas, land, view, shown, own, waters, sites, ring, globe, bar)


def _land(data: LocatorMap, detail: Detail, frame: Frame) -> tuple[Atlas, Land]:
    atlas = atlas_of(data.boundaries, detail)
    land = atlas.find(data.key)
    if land is None and detail == "110m":
        return _land(data, "50m", frame)
    if land is None:
        hint = "draw it with outlines of your own: boundaries in content/project.yaml"
        message = f"the outlines of 'boundaries' have no country {data.key!r}"
        raise ContentError([Diagnostic(frame.where, message, hint)])
    return atlas, land


def _extent(pieces: Sequence[Piece], wanted: Sequence[Point]) -> Extent:
    return extent_of([piece.box for piece in pieces] + [(x, y, x, y) for x, y in wanted])


@lru_cache(maxsize=128)
def _fit(
    atlas: Atlas,
    pieces: tuple[Piece, ...],
    wanted: tuple[Point, ...],
    size: tuple[float, float],
    share: float,
) -> View:
    """Fit pieces of a country, and points that are asked for, into a share of a frame."""
    width, height = size
    box = Box(0.4, 0.4, width - 0.4, height - 0.4)
    points = sampled([atlas.rings(piece)[0] for piece in pieces], 80) + list(wanted)
    view = fitted(projection_for(_extent(pieces, wanted)), points, box, share)
    most = EARTH / _CLOSEST
    if view.scale <= most:
        return view
    # Keep the middle of the frame where it is.
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    factor = most / view.scale
    return replace(view, scale=most, x=x + (view.x - x) * factor, y=y + (view.y - y) * factor)


def _globe_corner(
    data: LocatorMap, own: Shown, view: View, sites: Sequence[Site]
) -> tuple[float, float, float] | None:
    """Find the emptiest corner for the globe; none where each would hide something."""
    if not data.globe or not is_flat(view):
        return None
    box = view.frame
    low = min(box.right - box.left, box.bottom - box.top)
    radius = min(max(_GLOBE * low, _GLOBE_LEAST), _GLOBE_MOST)
    inner = box.widened(-(_INSET + radius))
    interior = interior_of(own)
    dots = [view.at(site.longitude, site.latitude) for site in sites]
    best: tuple[float, int] | None = None
    corners = _corners(inner)
    for number, (x, y) in enumerate(corners):
        room = Box(x - radius, y - radius, x + radius, y + radius).widened(3.0)
        hidden = interior.share(room) + sum(
            room.left < a < room.right and room.top < b < room.bottom for a, b in dots
        )
        if best is None or hidden < best[0] - 1e-9:
            best = hidden, number
    if best is None or best[0] > _COVERED:
        return None
    return (*corners[best[1]], radius)


def _corners(inner: Box) -> tuple[Point, ...]:
    return (
        (inner.right, inner.top), (inner.left, inner.top),
        (inner.right, inner.bottom), (inner.left, inner.bottom),
    )  # fmt: skip


def _bar_corner(
    own: Shown, view: View, globe: tuple[float, float, float] | None, frame: Frame
) -> tuple[ScaleBar, Box]:
    """Find the emptiest corner that is left for the scale bar, at the foot if possible."""
    bar = ScaleBar(view, map_words(frame.words.language).km, frame)
    half, tall = bar.width / 2, bar.height / 2
    box = view.frame
    inner = Box(
        box.left + _INSET + half, box.top + _INSET + tall,
        box.right - _INSET - half, box.bottom - _INSET - tall,
    )  # fmt: skip
    interior = interior_of(own)
    globe_box = None
    if globe:
        x, y, radius = globe
        globe_box = Box(x - radius, y - radius, x + radius, y + radius).widened(4.0)
    best: tuple[float, Box] | None = None
    right, left = (inner.right, inner.left)
    for x, y in (
        (left, inner.bottom),
        (right, inner.bottom),
        (left, inner.top),
        (right, inner.top),
    ):
        room = Box(x - half, y - tall, x + half, y + tall)
        hidden = interior.share(room) + (2.0 if globe_box and room.meets(globe_box) else 0.0)
        if best is None or hidden < best[0] - 1e-9:
            best = hidden, room
    assert best is not None
    return bar, best[1]
