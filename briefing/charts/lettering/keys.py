"""Keys: a patch of each series with its name, above the marks."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.charts.fills import Fill, paint_fill
from briefing.charts.lettering.labels import Block, set_block, spread, wrap
from briefing.charts.lettering.legend import hatch_box
from briefing.charts.look import LEADING, Frame
from briefing.charts.plot import Item
from briefing.charts.shapes.room import Box

# In ems of the names.
_PATCH, _PATCH_GAP = 0.85, 0.4
_BETWEEN = 1.4
_LINE = 1.3
_TIGHT = 0.7  # between keys that stand at their marks


class Key(Struct, frozen=True):
    """A patch and its name, measured; `fill` is None for what has no data."""

    fill: Fill | None
    name: Block
    width: float


class PlacedKeys(Struct, frozen=True):
    """Keys with their places: from the left, and their middles from the top."""

    keys: tuple[Key, ...]
    places: tuple[tuple[float, float], ...]
    height: float


def measure_keys(
    names: Sequence[tuple[str, bool]], fills: Sequence[Fill | None], room: float, frame: Frame
) -> list[Key]:
    """Set the names, those highlighted strong."""
    look = frame.look
    before = (_PATCH + _PATCH_GAP) * look.size
    keys = []
    for (label, strong), fill in zip(names, fills, strict=True):
        style = look.strong_name if strong else look.name
        name = wrap(label, style, room - before, frame.fonts, frame.words.language)
        keys.append(Key(fill, name, before + name.width))
    return keys


def place_keys(
    keys: Sequence[Key],
    frame: Frame,
    *,
    left: float = 0.0,
    wanted: Sequence[float] | None = None,
) -> PlacedKeys:
    """Place keys in one line beside each other, else in as many as they need, from the edge.

    Those in one line stand at the marks whose left ends are `wanted`, else from `left` on.
    """
    size, right = frame.look.size, frame.width
    gap = _TIGHT * size
    if wanted is None:
        whole = sum(key.width for key in keys) + (len(keys) - 1) * _BETWEEN * size
        return _flow(keys, size, left if left + whole <= right else 0.0, right)
    if sum(key.width + gap for key in keys) - gap <= right - left:
        sizes = [key.width + gap for key in keys]
        middles = [at + wide / 2 for at, wide in zip(wanted, sizes, strict=True)]
        found = spread(middles, sizes, left, right + gap)
        starts = [middle - wide / 2 for middle, wide in zip(found, sizes, strict=True)]
        high = max(_tall(key, size) for key in keys)
        return PlacedKeys(tuple(keys), tuple((x, high / 2) for x in starts), high)
    return _flow(keys, size, 0.0, right)


def _flow(keys: Sequence[Key], size: float, left: float, right: float) -> PlacedKeys:
    lines: list[list[tuple[Key, float]]] = [[]]
    x = left
    for key in keys:
        if lines[-1] and x + key.width > right:
            lines.append([])
            x = left
        lines[-1].append((key, x))
        x += key.width + _BETWEEN * size
    places: list[tuple[float, float]] = []
    y = 0.0
    for line in lines:
        high = max(_tall(key, size) for key, _ in line)
        places += [(x, y + high / 2) for _, x in line]
        y += high
    return PlacedKeys(tuple(keys), tuple(places), y)


def _tall(key: Key, size: float) -> float:
    return (_LINE + (len(key.name.lines) - 1) * LEADING) * size


def paint_keys(placed: PlacedKeys, frame: Frame) -> list[Item]:
    """Draw them; a patch stands beside the first line of its name."""
    size, fonts = frame.look.size, frame.fonts
    half = _PATCH * size / 2
    items: list[Item] = []
    for key, (x, middle) in zip(placed.keys, placed.places, strict=True):
        first = middle - (len(key.name.lines) - 1) / 2 * LEADING * size
        box = Box(x, first - half, x + 2 * half, first + half)
        items += paint_fill(key.fill, box) if key.fill else hatch_box(box, frame.look)
        items += set_block(key.name, x + (_PATCH + _PATCH_GAP) * size, middle, fonts)
    return items
