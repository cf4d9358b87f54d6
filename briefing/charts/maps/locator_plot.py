"""The drawing of a locator map."""

from collections.abc import Sequence
from itertools import chain
from typing import assert_never

from msgspec import Struct

from briefing.charts.look import Frame
from briefing.charts.maps.globe import draw_globe
from briefing.charts.maps.layers import Shown, borders, mend_seams
from briefing.charts.maps.names import LAKE_LEAST, RADII, letter
from briefing.charts.maps.nets import draw_net
from briefing.charts.maps.outlines import atlas_of
from briefing.charts.maps.scene import RING, Scene, scene_of
from briefing.charts.maps.sites import Site
from briefing.charts.maps.tints import INK, LAND, NEAR_LAND, RIM, SEA, WHITE
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import Path, Point, circle, marker, polygon, rectangle
from briefing.model.chart import LocatorMap
from briefing.model.drawing import Clipped, Shape
from briefing.model.style import Colour


class Drawn(Struct, frozen=True):
    """A locator map; `sites` are those that have found room."""

    items: list[Item]
    sites: tuple[Site, ...]


def plot_locator(data: LocatorMap, frame: Frame) -> Drawn:
    """Draw a locator map.

    Raises:
        ContentError: There is no such country or city, or no room for a name that is asked for.
    """
    scene = scene_of(data, frame)
    sheet, sites = letter(scene, frame)
    box = scene.view.frame
    edge = rectangle(box.left, box.top, box.right, box.bottom)
    ground = (Shape(edge, fill=SEA), *_relief(scene, frame))
    items: list[Item] = [
        Clipped(ground, box.left, box.top, box.right - box.left, box.bottom - box.top),
        Shape(edge, stroke=RIM, width=0.6),
    ]
    for site in sites:
        items += _sign(site, scene.view.at(site.longitude, site.latitude))
    return Drawn([*items, *_furniture(scene, frame), *sheet.labels], sites)


def _relief(scene: Scene, frame: Frame) -> list[Item]:
    """Paint the ground: far and near countries, the one shown, lakes, meridians and parallels."""
    own, accent = scene.own, frame.look.accent
    near = {land for land, _ in borders(scene.atlas, scene.data.key)}
    others = [one for one in scene.shown if one is not own]
    items: list[Item] = [
        *_ground([one for one in others if one.land not in near], LAND),
        *_ground([one for one in others if one.land in near], NEAR_LAND),
        Shape(own.path, fill=accent, stroke=WHITE, width=0.9, even_odd=True, join="round"),
        *mend_seams([own], accent),
    ]
    waters = [one for one in scene.waters if one.area >= LAKE_LEAST]
    if waters:
        path = tuple(chain.from_iterable([one.path for one in waters]))
        items.append(Shape(path, fill=SEA, even_odd=True))
    items += draw_net(scene.view)
    if scene.ring:
        items.append(Shape(circle(*scene.ring, RING), stroke=accent, width=1.4))
    return items


def _ground(lands: Sequence[Shown], colour: Colour) -> list[Item]:
    if not lands:
        return []
    path = tuple(chain.from_iterable([one.path for one in lands]))
    ground = Shape(path, fill=colour, stroke=WHITE, width=0.7, even_odd=True, join="round")
    return [ground, *mend_seams(lands, colour)]


def _sign(site: Site, at: Point) -> list[Item]:
    (x, y), radius = at, RADII[site.kind]
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


def _furniture(scene: Scene, frame: Frame) -> list[Item]:
    items: list[Item] = []
    if scene.globe:
        atlas = atlas_of(scene.data.boundaries, "110m")
        land = atlas.find(scene.data.key)
        west, south, east, north = scene.land.pieces[0].box
        at = ((west + east) / 2, (south + north) / 2)
        items += draw_globe(atlas, land, at, scene.globe, frame.look.accent)
    if scene.bar:
        bar, box = scene.bar
        items += bar.draw(box)
    return items
