"""The drawing of a locator map."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.fills import text_on
from briefing.charts.look import Frame
from briefing.charts.maps.extents import Extent, extent_of, main_pieces, sampled
from briefing.charts.maps.gazetteer import country_name, lakes, seas
from briefing.charts.maps.globe import draw_globe
from briefing.charts.maps.interiors import Interior, interior_of
from briefing.charts.maps.layers import Shown, borders, is_flat, mend_seams, shown_lands
from briefing.charts.maps.lettering import Lines, Sheet, measure, measure_halved, smaller
from briefing.charts.maps.nets import ScaleBar, draw_net
from briefing.charts.maps.outlines import Atlas, Land, Ring, atlas_of, packed_atlas
from briefing.charts.maps.sites import Site, sites_of
from briefing.charts.maps.tints import INK, LAND, NAMES, NEAR_LAND, RIM, SEA, WATERS, WHITE
from briefing.charts.maps.views import EARTH, View, fitted, projection_for
from briefing.charts.paths import Path, Point, circle, marker, polygon, rectangle
from briefing.charts.plot import Item
from briefing.charts.room import Box
from briefing.charts.words.maps import map_words
from briefing.errors import ContentError, Diagnostic
from briefing.model.chart import LocatorMap
from briefing.model.drawing import Clipped, Halo, Shape
from briefing.model.style import Colour

_SHARES = (0.76, 0.68, 0.6)  # of the frame that the country fills
_CLOSEST = 1.0  # km in a point: nearer, 1:50 million is too coarse
_WORLD = 120.0  # degrees: wider maps need less detail
_TINY = 16.0  # points: a country that is smaller is ringed

_GLOBE, _GLOBE_LEAST, _GLOBE_MOST = 0.15, 19.0, 40.0  # of the lower side; points
_INSET = 7.0  # points from the frame to what stands in its corners
_COVERED = 0.02  # of the globe's box that the country may reach into

_APART = 13.0  # points between two cities
_RADII = {"city": 1.9, "capital": 4.2, "mark": 2.5}  # points
_NAME_SIZES = (2.3, 2.0, 1.75, 1.5, 1.3, 1.1, 0.95, 0.82)  # of the country, of other names
_TRACKINGS = (0.55, 0.35, 0.15, 0.05)  # ems
_NEIGHBOURS = (0.86, 0.74)
_LAKE_LEAST, _LAKE_NAMED = 6.0, 45.0  # square points


class Drawn(Struct, frozen=True):
    """A locator map; `sites` are those that have found room."""

    items: list[Item]
    sites: tuple[Site, ...]


def plot_locator(data: LocatorMap, frame: Frame) -> Drawn:
    """Draw a locator map.

    Raises:
        ContentError: There is no such country or city, or no room for a name that is asked for.
    """
    scene = _scene(data, frame)
    sheet, sites = _lettered(scene, frame)
    own, accent = scene.own, frame.look.accent
    near = {land for land, _ in borders(scene.atlas, data.key)}
    others = [one for one in scene.shown if one is not own]
    box = scene.view.frame
    edge = rectangle(box.left, box.top, box.right, box.bottom)
    ground: list[Item] = [
        Shape(edge, fill=SEA),
        *_ground([one for one in others if one.land not in near], LAND),
        *_ground([one for one in others if one.land in near], NEAR_LAND),
        Shape(own.path, fill=accent, stroke=WHITE, width=0.9, even_odd=True, join="round"),
        *mend_seams([own], accent),
    ]
    waters = [one for one in scene.waters if one.area >= _LAKE_LEAST]
    if waters:
        path = tuple(chain.from_iterable([one.path for one in waters]))
        ground.append(Shape(path, fill=SEA, even_odd=True))
    ground += draw_net(scene.view)
    if scene.ring:
        x, y = scene.ring
        ground.append(Shape(circle(x, y, _TINY * 0.7), stroke=accent, width=1.4))
    items: list[Item] = [
        Clipped(tuple(ground), box.left, box.top, box.right - box.left, box.bottom - box.top),
        Shape(edge, stroke=RIM, width=0.6),
        *[
            item
            for site in sites
            for item in _sign(site, scene.view.at(site.longitude, site.latitude))
        ],
        *_furniture(scene, frame),
        *sheet.labels,
    ]
    return Drawn(items, sites)


# --- what there is -----------------------------------------------------------------------------


class _Scene(Struct, frozen=True, eq=False):
    """All that stands where it stands, before any name is set.

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


def _scene(data: LocatorMap, frame: Frame) -> _Scene:
    sites = sites_of(data, frame.words.language, frame.where)
    atlas, land = _land(data, "50m", frame)
    pieces = main_pieces(land)
    wanted = [(site.longitude, site.latitude) for site in sites if site.wanted]
    extent = extent_of([piece.box for piece in pieces] + [(x, y, x, y) for x, y in wanted])
    if extent.east - extent.west > _WORLD and wanted:
        atlas, land = _land(data, "110m", frame)
        pieces = main_pieces(land)
    points = sampled([atlas.rings(piece)[0] for piece in pieces], 80) + wanted
    for share in _SHARES:
        view = _view(extent, points, frame, share)
        shown = shown_lands(atlas, view)
        (own,) = [one for one in shown if one.land is land]
        globe = _globe_corner(data, own, view, sites)
        if globe or not data.globe or not is_flat(view):
            break
    bar = _bar_corner(own, view, globe, frame) if is_flat(view) else None
    box = own.box
    tiny = max(box.right - box.left, box.bottom - box.top) < _TINY
    ring = ((box.left + box.right) / 2, (box.top + box.bottom) / 2) if tiny else None
    waters = shown_lands(packed_atlas("lakes"), view) if is_flat(view) else ()
    return _Scene(data, atlas, land, view, shown, own, waters, sites, ring, globe, bar)


def _land(data: LocatorMap, detail: str, frame: Frame) -> tuple[Atlas, Land]:
    atlas = atlas_of(data.boundaries, "50m" if detail == "50m" else "110m")
    land = atlas.find(data.key)
    if land is None and detail == "110m":
        return _land(data, "50m", frame)
    if land is None:
        hint = "draw it with outlines of your own: boundaries in content/project.yaml"
        message = f"the outlines of 'boundaries' have no country {data.key!r}"
        raise ContentError([Diagnostic(frame.where, message, hint)])
    return atlas, land


def _view(extent: Extent, points: Sequence[Point], frame: Frame, share: float) -> View:
    box = Box(0.4, 0.4, frame.width - 0.4, frame.height - 0.4)
    view = fitted(projection_for(extent), points, box, share)
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


# --- names -------------------------------------------------------------------------------------


def _lettered(scene: _Scene, frame: Frame) -> tuple[Sheet, tuple[Site, ...]]:
    """Set all names: what is asked for, the capital, the country, cities, neighbours, waters."""
    base = Sheet(scene.view.frame)
    if scene.globe:
        x, y, radius = scene.globe
        base.take(Box(x - radius, y - radius, x + radius, y + radius).widened(4.0))
    if scene.bar:
        base.take(scene.bar[1].widened(3.0))
    wanted = [site for site in scene.sites if site.wanted]
    optional = [site for site in scene.sites if not site.wanted]
    most = min(len(optional), max(1, int(frame.width / 48)))
    done: tuple[Sheet, tuple[Site, ...]] | None = None
    for count in range(most, -1, -1):
        sheet, placed = _with_sites(base, [*wanted, *optional[:count]], scene, frame)
        if _set_country(sheet, scene, frame):
            done = sheet, placed
            break
        if done is None:
            done = sheet, placed
    assert done is not None
    sheet, placed = done
    _set_neighbours(sheet, scene, frame)
    _set_waters(sheet, scene, frame)
    return sheet, placed


def _with_sites(
    base: Sheet, sites: Iterable[Site], scene: _Scene, frame: Frame
) -> tuple[Sheet, tuple[Site, ...]]:
    """Set the names of sites; optional ones that find no room are left out."""
    sheet, look = base.copy(), frame.look
    interior = interior_of(scene.own)
    halo = Halo(WHITE, 1.3)
    points: dict[Site, Point] = {}
    for site in sites:
        x, y = scene.view.at(site.longitude, site.latitude)
        dot = _dot(site, x, y)
        crowded = any(abs(a - x) < _APART and abs(b - y) < _APART for a, b in points.values())
        if site.wanted or (not crowded and sheet.is_free(dot)):
            sheet.take(dot)
            points[site] = x, y
    placed: list[Site] = []

    def judge(box: Box) -> float:
        """Names that stand across the border, or on the other side of it, are harder to read."""
        return 0.0 if interior.covers(box) else 1.0 if interior.meets(box) else 0.5

    for site, at in points.items():
        style = look.strong_name if site.kind == "capital" else look.name
        name = measure(site.name, replace(style, colour=INK), frame)
        if sheet.set_beside(name, at, _RADII[site.kind], halo, judge):
            placed.append(site)
        elif site.wanted:
            hint = "make the map higher or wider, or name fewer"
            message = f"there is no room for the name {site.name!r} on the map"
            raise ContentError([Diagnostic(frame.where, message, hint)])
    return sheet, tuple(placed)


def _dot(site: Site, x: float, y: float) -> Box:
    radius = _RADII[site.kind]
    return Box(x - radius, y - radius, x + radius, y + radius)


def _set_country(sheet: Sheet, scene: _Scene, frame: Frame) -> bool:
    """Set the country's name across it, as large as it fits; beside it where it is small."""
    look = frame.look
    name = _named(scene.land, scene, frame).upper()
    ink = text_on(look.accent, WHITE)
    interior = interior_of(scene.own)
    lakes_in = [interior_of(one) for one in scene.waters if one.area >= _LAKE_LEAST]
    for factor in _NAME_SIZES:
        style = replace(smaller(look.strong_name, factor, ink))
        for tracking in _TRACKINGS:
            lines = measure(name, style, frame, tracking=round(tracking * style.size, 2))
            if sheet.set_inside([lines], interior, None, lakes_in):
                return True
        halved = measure_halved(name, style, frame)
        if halved and sheet.set_inside([halved], interior, None, lakes_in):
            return True
    box = _box_of(scene.own.rings[0])
    style = replace(look.strong_value, size=look.name.size * 1.1)
    radius = max(box.right - box.left, box.bottom - box.top) / 2
    if scene.ring:
        radius = _TINY * 0.7
    at = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    lands = [interior_of(one) for one in scene.shown if one is not scene.own]

    def judge(room: Box) -> float:
        return max((land.share(room) for land in lands if land.box.meets(room)), default=0.0)

    return sheet.set_beside(measure(name, style, frame), at, radius, Halo(WHITE, 1.4), judge)


def _box_of(ring: Ring) -> Box:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _set_neighbours(sheet: Sheet, scene: _Scene, frame: Frame) -> None:
    """Name the other countries where there is room, those with a common border first."""
    near = [land for land, _ in borders(scene.atlas, scene.data.key)]
    others = [one for one in scene.shown if one is not scene.own]
    others.sort(key=lambda one: (one.land not in near, -one.area))
    own = interior_of(scene.own)
    for one in others:
        if not one.land.key and not one.land.iso2:
            continue  # glaciers and the like
        text = _named(one.land, scene, frame).upper()
        names = []
        for factor in _NEIGHBOURS:
            style = smaller(replace(frame.look.name, bold=True), factor, NAMES)
            names.append(measure(text, style, frame, tracking=round(0.06 * style.size, 2)))
            halved = measure_halved(text, style, frame)
            names += [halved] if halved else []
        interior = interior_of(one)
        if sheet.set_inside(names, interior, None) or one.land not in near:
            continue
        _set_across(sheet, names[-1], interior, own)


def _set_across(sheet: Sheet, name: Lines, area: Interior, own: Interior) -> None:
    """Let a name reach beyond its country where it does not fit, but not into the one shown."""
    for x, y in area.spots(0.4 * name.width, name.height):
        box = name.box(x, y)
        if sheet.is_free(box) and not own.meets(box.widened(1.0)):
            sheet.set(name, x, y, Halo(NEAR_LAND, 1.2))
            return


def _set_waters(sheet: Sheet, scene: _Scene, frame: Frame) -> None:
    language, own = frame.words.language, interior_of(scene.own)
    style = smaller(replace(frame.look.name, italic=True), 0.94, WATERS)
    lands = [interior_of(one) for one in scene.shown]
    for sea in seas():
        x, y = scene.view.at(sea.longitude, sea.latitude)
        text = sea.called(language)
        names = [measure_halved(text, style, frame), measure(text, style, frame)]
        for name in filter(None, names):
            box = name.box(x, y)
            if sheet.is_free(box) and not any(land.meets(box) for land in lands):
                sheet.set(name, x, y, None)
                break
    named = lakes()
    on_own = smaller(style, 1.0, text_on(frame.look.accent, WHITE))
    for lake in sorted(scene.waters, key=lambda one: -one.area):
        water = named.get(lake.land.name)
        if water is None or lake.area < _LAKE_NAMED:
            continue
        x, y = scene.view.at(water.longitude, water.latitude)
        inside = own.holds(x, y)
        name = measure(water.called(language), on_own if inside else style, frame)
        middle = (lake.box.left + lake.box.right) / 2
        for at in (lake.box.top - name.height / 2 - 1.5, lake.box.bottom + name.height / 2 + 1.5):
            box = name.box(middle, at)
            fits = own.covers(box) if inside else not own.meets(box)
            if fits and sheet.is_free(box) and not _on_water(box, scene):
                sheet.set(name, middle, at, None)
                break


def _on_water(box: Box, scene: _Scene) -> bool:
    room = box.widened(1.5)
    return any(interior_of(lake).meets(room) for lake in scene.waters if lake.area >= _LAKE_LEAST)


def _named(land: Land, scene: _Scene, frame: Frame) -> str:
    given = dict(scene.data.names)
    return given.get(land.key) or country_name(land, frame.words.language)


# --- marks -------------------------------------------------------------------------------------


def _ground(lands: Sequence[Shown], colour: Colour) -> list[Item]:
    if not lands:
        return []
    path = tuple(chain.from_iterable([one.path for one in lands]))
    ground = Shape(path, fill=colour, stroke=WHITE, width=0.7, even_odd=True, join="round")
    return [ground, *mend_seams(lands, colour)]


def _sign(site: Site, at: Point) -> list[Item]:
    (x, y), radius = at, _RADII[site.kind]
    match site.kind:
        case "mark":
            return [Shape(marker("diamond", x, y, radius), fill=INK, stroke=WHITE, width=0.7)]
        case "city":
            return [Shape(circle(x, y, radius), fill=WHITE, stroke=INK, width=0.9)]
        case "capital":
            return [Shape(_star(x, y, radius), fill=WHITE, stroke=INK, width=0.75, join="round")]
        case _:
            assert_never(site.kind)


_SPIKES = (
    (0.0, -1.0), (0.235, -0.324), (0.951, -0.309), (0.38, 0.124), (0.588, 0.809),
    (0.0, 0.4), (-0.588, 0.809), (-0.38, 0.124), (-0.951, -0.309), (-0.235, -0.324),
)  # fmt: skip


def _star(x: float, y: float, radius: float) -> Path:
    return polygon([(x + dx * radius, y + dy * radius) for dx, dy in _SPIKES])


def _furniture(scene: _Scene, frame: Frame) -> list[Item]:
    items: list[Item] = []
    if scene.globe:
        atlas = atlas_of(scene.data.boundaries, "110m")
        land = atlas.find(scene.data.key) or scene.land
        west, south, east, north = scene.land.pieces[0].box
        at = ((west + east) / 2, (south + north) / 2)
        items += draw_globe(atlas, land, at, scene.globe, frame.look.accent)
    if scene.bar:
        bar, box = scene.bar
        items += bar.draw(box)
    return items
