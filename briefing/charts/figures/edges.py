"""Whether text reaches beyond a drawing, where it would be cut off or stand on something else."""

from collections.abc import Iterable, Iterator
from math import cos, radians, sin

from briefing.charts.look import Frame
from briefing.model.drawing import Clipped, Label, Painted

_ALLOWED = 2.0  # points: less than the white around a chart

_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


def beyond(painted: Iterable[Painted], frame: Frame) -> Iterator[tuple[str, float]]:
    """Find texts that reach beyond an edge, and how far, in points."""
    for item in painted:
        if isinstance(item, Clipped):
            inside = item.x >= 0 and item.x + item.width <= frame.width
            if not inside:
                yield from beyond(item.items, frame)
        elif isinstance(item, Label) and item.text.strip():
            by = _reach(item, frame)
            if by > _ALLOWED:
                yield item.text, by


def _reach(label: Label, frame: Frame) -> float:
    """Measure along the baseline: ascents and descents are white for the most part."""
    length = frame.fonts.width(label.text, label.style)
    length += max(0, len(label.text) - 1) * label.tracking
    start = -_SHARES[label.anchor] * length
    angle = radians(label.angle)
    reach = 0.0
    for along in (start, start + length):
        x, y = label.x + along * cos(angle), label.y - along * sin(angle)
        reach = max(reach, -x, x - frame.width, -y, y - frame.height)
    return reach
