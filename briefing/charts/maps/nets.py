"""Meridians and parallels, and the bar that tells how far it is."""

from functools import lru_cache

from briefing.charts.lettering.labels import cap_height
from briefing.charts.look import Frame
from briefing.charts.maps.tints import INK, NET, WHITE
from briefing.charts.maps.views import View, per_point
from briefing.charts.plot import Item
from briefing.charts.shapes.paths import Path, polyline
from briefing.charts.shapes.room import Box
from briefing.model.drawing import Halo, Label, Segment, Shape
from briefing.numbers import format_number

_STEPS = (0.25, 0.5, 1, 2, 5, 10, 15, 20, 30)
_MOST_PARALLELS = 5
_SAMPLES = 20
_LENGTHS = (1, 2, 5)
_LONGEST = 0.24  # of the frame


@lru_cache(maxsize=64)
def _net(view: View) -> Path:
    west, south, east, north = view.bounds()
    step = next(
        (step for step in _STEPS if (north - south) / step <= _MOST_PARALLELS + 1), _STEPS[-1]
    )
    path: list[Segment] = []
    for number in range(int(west // step), int(east // step) + 2):
        longitude = number * step
        if west <= longitude <= east:
            top, low = min(north, 90.0), max(south, -90.0)
            line = [(longitude, low + (top - low) * n / _SAMPLES) for n in range(_SAMPLES + 1)]
            path += polyline(view.place(line))
    for number in range(int(south // step), int(north // step) + 2):
        latitude = number * step
        if south <= latitude <= north and abs(latitude) < 90:
            line = [(west + (east - west) * n / 40, latitude) for n in range(41)]
            path += polyline(view.place(line))
    return tuple(path)


def draw_net(view: View) -> list[Item]:
    """Draw meridians and parallels, so few that they do not disturb."""
    return [Shape(_net(view), stroke=NET, width=0.35, stroke_alpha=0.55)]


class ScaleBar:
    """A bar of a round length, true in the middle of the map from left to right.

    Attributes:
        width: In points.
        height: With its label.
    """

    def __init__(self, view: View, unit: str, frame: Frame) -> None:
        """Choose the longest that takes a quarter of the frame at most."""
        per = per_point(view)
        most = _LONGEST * (view.frame.right - view.frame.left) * per
        self.length = float(
            max(
                length * 10**power
                for power in range(5)
                for length in _LENGTHS
                if length * 10**power <= max(most, 1.0)
            )
        )
        self.bar = self.length / per
        self.style = frame.look.quiet
        number = format_number(self.length, decimals=0, language=frame.words.language)
        self.text = f"{number}\u00a0{unit}"
        self.width = max(self.bar, frame.fonts.width(self.text, self.style))
        self.height = cap_height(self.style, frame.fonts) + 0.6 * self.style.size

    def draw(self, box: Box) -> list[Item]:
        """Draw it into a box of its size."""
        middle, y = (box.left + box.right) / 2, box.bottom - 0.6
        start, end = middle - self.bar / 2, middle + self.bar / 2
        path: Path = (
            ("M", start, y - 2.4), ("L", start, y), ("L", end, y), ("L", end, y - 2.4),
        )  # fmt: skip
        halo = Halo(WHITE, 1.2)
        return [
            Shape(path, stroke=WHITE, width=2.6, stroke_alpha=0.8, join="round", cap="round"),
            Shape(path, stroke=INK, width=0.9),
            Label(self.text, middle, y - 0.45 * self.style.size, self.style, "middle", halo=halo),
        ]
