"""The names on a locator map: what is asked for, the country, cities, neighbours, waters."""

from collections.abc import Iterable

from msgspec.structs import replace

from briefing.charts.fills import text_on
from briefing.charts.look import Frame
from briefing.charts.maps.gazetteer import country_name, lakes, seas
from briefing.charts.maps.interiors import Interior, interior_of
from briefing.charts.maps.layers import borders
from briefing.charts.maps.lettering import Lines, Sheet, measure, measure_halved, smaller
from briefing.charts.maps.outlines import Land, Ring
from briefing.charts.maps.scene import RING, Scene
from briefing.charts.maps.sites import Site
from briefing.charts.maps.tints import INK, NAMES, NEAR_LAND, WATERS, WHITE
from briefing.charts.shapes.paths import Point
from briefing.charts.shapes.room import Box
from briefing.errors import ContentError, Diagnostic
from briefing.model.drawing import Halo
from briefing.model.style import TextStyle

RADII = {"city": 1.9, "capital": 4.2, "mark": 2.5}
"""Of signs, in points."""

LAKE_LEAST = 6.0
"""Square points: lakes that are smaller are not drawn."""

_APART = 13.0  # points between two cities
_ASTRAY = 4.0  # points: nearer to another sign, a name may seem to be that one's
_BESIDE = 1.1  # of other names: the country's, where it stands beside it
_PER_CITY = 48.0  # points of width: so many more bear one city more
# Of the country's name: how large, of other names, and how far apart its letters, in ems; wide
# first, since a name that reaches across a country is seen to be its own.
_NAME_WAYS = (
    (2.3, 0.55), (2.0, 0.55), (2.0, 0.35), (1.75, 0.45), (1.5, 0.5), (1.75, 0.2), (1.5, 0.3),
    (1.3, 0.35), (1.5, 0.12), (1.3, 0.15), (1.1, 0.25), (1.1, 0.08), (0.95, 0.1), (0.82, 0.05),
)  # fmt: skip
_FREE = 0.6  # of the gaps between the letters of the country's name: what is free around it
_NEIGHBOURS = (0.86, 0.74)
_LAKE_NAMED = 45.0  # square points


def letter(scene: Scene, frame: Frame) -> tuple[Sheet, tuple[Site, ...]]:
    """Set all names: what is asked for, the capital, the country, cities, neighbours, waters."""
    base = Sheet(scene.view.frame)
    if scene.globe:
        x, y, radius = scene.globe
        base.take(Box(x - radius, y - radius, x + radius, y + radius).widened(4.0))
    if scene.bar:
        base.take(scene.bar[1].widened(3.0))
    sheet, sites = _with_country(base, scene, frame)
    _set_neighbours(sheet, scene, frame)
    _set_waters(sheet, scene, frame)
    return sheet, sites


def _with_country(base: Sheet, scene: Scene, frame: Frame) -> tuple[Sheet, tuple[Site, ...]]:
    """Set the names of as many sites as leave room for the country's: across it, else beside."""
    wanted = [site for site in scene.sites if site.wanted]
    optional = [site for site in scene.sites if not site.wanted]
    most = min(len(optional), max(1, int(frame.width / _PER_CITY)))
    tried = []
    for count in range(most, -1, -1):
        if not count and optional:
            break  # the capital comes first: a title may say the name of the country
        tried.append(_with_sites(base, [*wanted, *optional[:count]], scene, frame))
        if _set_country_across(tried[-1][0], scene, frame, over_waters=False):
            return tried[-1]
    if _set_country_across(tried[-1][0], scene, frame, over_waters=True):
        return tried[-1]
    for sheet, sites in tried:
        if _set_country_beside(sheet, scene, frame):
            return sheet, sites
    return tried[0]


def _with_sites(
    base: Sheet, sites: Iterable[Site], scene: Scene, frame: Frame
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
        """Judge names across the border, beyond it, or near another sign as harder to read."""
        bad = 0.0 if interior.covers(box) else 1.0 if interior.meets(box) else 0.5
        room = box.widened(_ASTRAY)
        near = sum(room.left < x < room.right and room.top < y < room.bottom for x, y in others)
        return bad + 0.8 * near

    for site, at in points.items():
        others = [point for other, point in points.items() if other is not site]
        style = look.strong_name if site.kind == "capital" else look.name
        name = measure(site.name, replace(style, colour=INK), frame)
        if sheet.set_beside(name, at, RADII[site.kind], halo, judge):
            placed.append(site)
        elif site.wanted:
            hint = "make the map higher or wider, or name fewer"
            message = f"there is no room for the name {site.name!r} on the map"
            raise ContentError([Diagnostic(frame.where, message, hint)])
    return sheet, tuple(placed)


def _dot(site: Site, x: float, y: float) -> Box:
    radius = RADII[site.kind]
    return Box(x - radius, y - radius, x + radius, y + radius)


def _set_country_across(sheet: Sheet, scene: Scene, frame: Frame, *, over_waters: bool) -> bool:
    """Set the country's name across it, as large as it fits."""
    look = frame.look
    name = _named(scene.land, scene, frame).upper()
    ink = text_on(look.accent, WHITE)
    interior = interior_of(scene.own)
    lakes_in = [interior_of(one) for one in scene.waters if one.area >= LAKE_LEAST]
    waters, halo = ([], Halo(look.accent, 1.2)) if over_waters else (lakes_in, None)
    for factor, tracking in _NAME_WAYS:
        style = smaller(look.strong_name, factor, ink)
        gap = round(tracking * style.size, 2)
        ways = (measure(name, style, frame, tracking=gap), measure_halved(name, style, frame))
        apart = _FREE * gap
        if sheet.set_inside([way for way in ways if way], interior, halo, waters, apart):
            return True
    return False


def _set_country_beside(sheet: Sheet, scene: Scene, frame: Frame) -> bool:
    """Set the country's name beside it, over the sea if possible, not over other countries."""
    look, box = frame.look, _box_of(scene.own.rings[0])
    style = replace(look.strong_value, size=look.name.size * _BESIDE)
    name = measure(_named(scene.land, scene, frame).upper(), style, frame)
    radius = max(box.right - box.left, box.bottom - box.top) / 2
    if scene.ring:
        radius = RING
    at = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    lands = [interior_of(one) for one in scene.shown if one is not scene.own]

    def judge(room: Box) -> float:
        return max((land.share(room) for land in lands if land.box.meets(room)), default=0.0)

    return sheet.set_beside(name, at, radius, Halo(WHITE, 1.4), judge)


def _box_of(ring: Ring) -> Box:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _set_neighbours(sheet: Sheet, scene: Scene, frame: Frame) -> None:
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


def _set_waters(sheet: Sheet, scene: Scene, frame: Frame) -> None:
    style = smaller(replace(frame.look.name, italic=True), 0.94, WATERS)
    _set_seas(sheet, scene, style, frame)
    _set_lakes(sheet, scene, style, frame)


def _set_seas(sheet: Sheet, scene: Scene, style: TextStyle, frame: Frame) -> None:
    """Name seas, each at one place, where nothing else is."""
    lands = [interior_of(one) for one in scene.shown]
    for sea in seas():
        x, y = scene.view.at(sea.longitude, sea.latitude)
        text = sea.called(frame.words.language)
        ways = (measure_halved(text, style, frame), measure(text, style, frame))
        for name in filter(None, ways):
            box = name.box(x, y)
            if sheet.is_free(box) and not any(land.meets(box) for land in lands):
                sheet.set(name, x, y, None)
                break


def _set_lakes(sheet: Sheet, scene: Scene, style: TextStyle, frame: Frame) -> None:
    """Name larger lakes above or below, on the same side of the border."""
    own, named = interior_of(scene.own), lakes()
    on_own = smaller(style, 1.0, text_on(frame.look.accent, WHITE))
    for lake in sorted(scene.waters, key=lambda one: -one.area):
        water = named.get(lake.land.name)
        if water is None or lake.area < _LAKE_NAMED:
            continue
        inside = own.holds(*scene.view.at(water.longitude, water.latitude))
        text = water.called(frame.words.language)
        name = measure(text, on_own if inside else style, frame)
        middle, away = (lake.box.left + lake.box.right) / 2, name.height / 2 + 1.5
        for y in (lake.box.top - away, lake.box.bottom + away):
            box = name.box(middle, y)
            fits = own.covers(box) if inside else not own.meets(box)
            if fits and sheet.is_free(box) and not _on_water(box, scene):
                sheet.set(name, middle, y, None)
                break


def _on_water(box: Box, scene: Scene) -> bool:
    room = box.widened(1.5)
    return any(interior_of(lake).meets(room) for lake in scene.waters if lake.area >= LAKE_LEAST)


def _named(land: Land, scene: Scene, frame: Frame) -> str:
    given = dict(scene.data.names)
    return given.get(land.key) or country_name(land, frame.words.language)
