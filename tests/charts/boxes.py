"""Where things are in a drawing, for what must hold of any chart."""

from itertools import combinations

from briefing.charts.lettering.labels import extent
from briefing.charts.shapes.room import Box
from briefing.model.drawing import Drawing, Label, Shape, Stamped
from tests.charts.samples import FONTS


def labels(drawing: Drawing) -> list[Label]:
    return [item for item in drawing.items if isinstance(item, Label)]


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in labels(drawing)]


def shapes(drawing: Drawing) -> list[Shape]:
    """All shapes, stamped ones at each of their places."""
    found = []
    for item in drawing.items:
        if isinstance(item, Shape):
            found.append(item)
        elif isinstance(item, Stamped):
            found += [_moved(item.shape, dx, dy) for dx, dy in item.at]
    return found


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    path = tuple(
        (part[0], *(value + (dy if odd % 2 else dx) for odd, value in enumerate(part[1:])))
        for part in shape.path
    )
    return Shape(path, shape.fill, shape.stroke, shape.width, shape.dash)  # type: ignore[arg-type]


def bounds(shape: Shape) -> Box:
    across = [value for part in shape.path for value in part[1::2] if isinstance(value, float)]
    down = [value for part in shape.path for value in part[2::2] if isinstance(value, float)]
    return Box(min(across), min(down), max(across), max(down))


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of labels that stand on each other."""
    boxed = [(extent(label, FONTS).widened(-0.01), label.text) for label in labels(drawing)]
    return [(one[1], other[1]) for one, other in combinations(boxed, 2) if one[0].meets(other[0])]


def outside(drawing: Drawing) -> list[object]:
    """What reaches beyond the drawing: labels at all, shapes by more than a stroke."""
    page = Box(0, 0, drawing.width, drawing.height).widened(0.01)
    found: list[object] = [
        label for label in labels(drawing) if not page.holds(extent(label, FONTS))
    ]
    wide = page.widened(2.5)
    return found + [shape for shape in shapes(drawing) if not wide.holds(bounds(shape))]
