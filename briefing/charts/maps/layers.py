"""Countries and lakes as a view shows them: on the page, cut off at the frame, thinned."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from briefing.charts.maps.clipping import area_of, clip, outlined, straighten, thin
from briefing.charts.maps.outlines import Atlas, Bounds, Land, Piece, Ring
from briefing.charts.maps.projections import EqualEarth
from briefing.charts.maps.views import View
from briefing.charts.shapes.paths import Path, Point, circle, polyline
from briefing.charts.shapes.room import Box
from briefing.model.drawing import Segment, Shape
from briefing.model.style import Colour

_DOT = 1.7  # points: radius of what stands for a country that is smaller
_SEAM = 179.999  # degrees
_BEND = 2.0  # degrees: straight lines between points that lie farther apart bend on the page


class Shown(Struct, frozen=True, eq=False):
    """What is in sight of a country.

    Attributes:
        rings: Outer rings and holes, on the page, told apart by the even-odd rule.
        area: In square points, holes left out.
        box: Around all of it.
        seam: Lines along 180 degrees, where outlines are cut but no border is.
    """

    land: Land
    rings: tuple[Ring, ...]
    area: float
    box: Box
    path: Path
    seam: Path = ()


@lru_cache(maxsize=16)  # maps; each keeps some thousands of points, about 1 MB
def shown_lands(atlas: Atlas, view: View) -> tuple[Shown, ...]:
    """Give everything that is in sight, in the order of the atlas."""
    bounds = view.bounds()
    found = (_shown(land, atlas, view, bounds) for land in atlas.lands)
    return tuple([one for one in found if one])


def _shown(land: Land, atlas: Atlas, view: View, bounds: Bounds) -> Shown | None:
    rings: list[Ring] = []
    seam: list[Segment] = []
    area = 0.0
    for piece in land.pieces:
        for turn in _turns(piece, bounds):
            drawn = _drawn(atlas.rings(piece), piece.box, turn, view, bounds)
            if drawn:
                outer, *holes = drawn
                area += area_of(outer) - sum(area_of(hole) for hole in holes)
                rings += drawn
                if piece.box[0] <= -_SEAM or piece.box[2] >= _SEAM:
                    seam += _seams(atlas.rings(piece)[0], turn, view)
    if not rings:
        return None
    xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return Shown(land, tuple(rings), area, box, tuple(outlined(rings)), tuple(seam))


def _turns(piece: Piece, bounds: Bounds) -> Iterable[float]:
    """Tell by how many degrees a piece must be turned to be in sight; twice, where it is cut."""
    west, south, east, north = piece.box
    if south < bounds[3] and north > bounds[1]:
        for turn in (-360.0, 0.0, 360.0):
            if west + turn < bounds[2] and east + turn > bounds[0]:
                yield turn


def _drawn(
    rings: Iterable[Ring], box: Bounds, turn: float, view: View, bounds: Bounds
) -> list[Ring]:
    west, south, east, north = bounds
    whole = box[0] + turn >= west and box[2] + turn <= east and box[1] >= south and box[3] <= north
    limit, edge = Box(west, south, east, north), view.edge
    drawn: list[Ring] = []
    for number, ring in enumerate(rings):
        if turn:
            ring = [(x + turn, y) for x, y in ring]
        if not whole:
            ring = clip(ring, limit)
            if ring:
                ring = _bent(ring, limit)
        if len(ring) < 3:
            if not number:
                break  # what is not in sight has no holes in it
            continue
        placed = straighten(clip(thin(view.place(ring)), edge))
        if len(placed) > 2:
            drawn.append(placed)
        elif not number:
            break
    return drawn


def _seams(ring: Ring, turn: float, view: View) -> list[Segment]:
    """Find the stretches of an outer ring along 180 degrees, as on the page."""
    path: list[Segment] = []
    before = ring[-1]
    for point in ring:
        if abs(before[0]) >= _SEAM and abs(point[0]) >= _SEAM:
            line = [(before[0] + turn, before[1]), (point[0] + turn, point[1])]
            path += polyline(view.place(line))
        before = point
    return path


def _bent(ring: Ring, limit: Box) -> Ring:
    """Put points on the lines that were cut along the edge of what is in sight."""
    bent: list[Point] = []
    before = ring[-1]
    for point in ring:
        far = max(abs(point[0] - before[0]), abs(point[1] - before[1]))
        if far > _BEND and _on_edge(before, limit) and _on_edge(point, limit):
            count = int(far / _BEND) + 1
            step_x, step_y = (point[0] - before[0]) / count, (point[1] - before[1]) / count
            bent += [(before[0] + step_x * n, before[1] + step_y * n) for n in range(1, count)]
        bent.append(point)
        before = point
    return bent


def _on_edge(point: Point, limit: Box) -> bool:
    x, y = point
    return x in (limit.left, limit.right) or y in (limit.top, limit.bottom)


@lru_cache(maxsize=256)
def as_dot(land: Land, view: View) -> Shown:
    """Show a country that is too small to be seen as a dot."""
    west, south, east, north = land.pieces[0].box
    x, y = view.at((west + east) / 2, (south + north) / 2)
    r = _DOT
    ring = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
    return Shown(land, (ring,), 2 * r * r, Box(x - r, y - r, x + r, y + r), circle(x, y, r))


def mend_seams(lands: Sequence[Shown], colour: Colour) -> list[Shape]:
    """Paint over the lines at 180 degrees, where there is no border."""
    path = tuple(chain.from_iterable([one.seam for one in lands]))
    return [Shape(path, stroke=colour, width=1.3)] if path else []


def is_flat(view: View) -> bool:
    """Tell whether a view shows a region, not the world."""
    return not isinstance(view.projection, EqualEarth)


@lru_cache(maxsize=256)
def borders(atlas: Atlas, key: str) -> tuple[tuple[Land, Point], ...]:
    """List the countries with a common border, the longest border first, and where its middle is.

    A border is known by its points, which both countries share; one point may be a meeting of
    three countries, so two are needed.
    """
    land = atlas.find(key)
    if land is None:
        return ()
    own = _points(atlas, land.pieces)
    found = []
    for other in atlas.lands:
        near = [
            piece
            for piece in other.pieces
            if other is not land and any(_meet(one.box, piece.box) for one in land.pieces)
        ]
        common = own & _points(atlas, near) if near else set()
        if len(common) > 1:
            middle = (
                sum(x for x, _ in common) / len(common),
                sum(y for _, y in common) / len(common),
            )
            found.append((len(common), other, middle))
    found.sort(key=lambda one: (-one[0], one[1].key, one[1].name))
    return tuple([(other, middle) for _, other, middle in found])


def _meet(one: Bounds, two: Bounds) -> bool:
    return one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]


def _points(atlas: Atlas, pieces: Iterable[Piece]) -> set[Point]:
    """Collect points; those at 180 degrees are none of a border."""
    return {
        point
        for piece in pieces
        for ring in atlas.rings(piece)
        for point in ring
        if -_SEAM < point[0] < _SEAM
    }
