"""Path data (SVG 1.1, 8.3), as moves, lines and cubic curves."""

import re
from collections.abc import Callable
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

from briefing.load.pictures.svg.numbers import NUMBER, FaultError, checked, is_small
from briefing.model.drawing import Segment

Point = tuple[float, float]

_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_COMMAND = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]")
_GAP = re.compile(r"[\s,]*")
_NUMBERS = re.compile(rf"(?:[\s,]*{NUMBER.pattern})+[\s,]*", re.ASCII)
_FLAG = re.compile("[01]")
_FLAGS = (3, 4)  # the places of an arc's flags, which may stand without a gap


def read_path(text: str) -> list[Segment]:
    """Read path data.

    Raises:
        FaultError: It is none.
    """
    pen = _Pen()
    at, command = _after_gap(text, 0), ""
    while at < len(text):
        sign = _COMMAND.match(text, at)
        if sign is not None:
            command, at = sign[0], _after_gap(text, sign.end())
            if not pen.path and command not in "Mm":
                raise FaultError(sign.start(), f"a path begins with M, not {command!r}")
            if command in "Zz":
                pen.close()
                continue
        elif command in ("", "Z", "z"):
            raise FaultError(at, f"{text[at : at + 10]!r} is no command of a path")
        numbers, at = _run(text, at, command)
        wanted = _COUNTS[command.upper()]
        for start in range(0, len(numbers), wanted):
            pen.draw(command, numbers[start : start + wanted])
            command = {"M": "L", "m": "l"}.get(command, command)
    return pen.path


def _run(text: str, at: int, command: str) -> tuple[list[float], int]:
    """Read all numbers up to the next command, at once where nothing is wrong with them."""
    run = _NUMBERS.match(text, at)
    if run is not None and command not in "Aa":
        numbers = [float(number) for number in NUMBER.findall(run[0])]
        if len(numbers) % _COUNTS[command.upper()] == 0 and is_small(numbers):
            return numbers, run.end()
    return _arguments(text, at, command)


def _arguments(text: str, at: int, command: str) -> tuple[list[float], int]:
    """Read the numbers of one command; the offset behind them comes with them."""
    wanted = _COUNTS[command.upper()]
    numbers: list[float] = []
    for index in range(wanted):
        is_flag = command in "Aa" and index in _FLAGS
        number = (_FLAG if is_flag else NUMBER).match(text, at)
        if number is None:
            found = f"{text[at : at + 10]!r}" if at < len(text) else "the end"
            what = "a 0 or 1" if is_flag else "a number"
            message = f"{found} stands where {command!r} wants {what}"
            raise FaultError(at, message, f"it has {wanted} of them")
        numbers.append(checked(float(number[0]), number[0], at))
        at = _after_gap(text, number.end())
    return numbers, at


def _after_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


class _Pen:
    """Follows the commands of one path.

    Attributes:
        path: What was drawn so far.
    """

    def __init__(self) -> None:
        self.path: list[Segment] = []
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._control: Point | None = None  # of the curve before, for a smooth one
        self._before = ""

    def draw(self, command: str, numbers: list[float]) -> None:
        """Do one command, other than to close."""
        kind = command.upper()
        if self.path[-1:] == [("Z",)] and kind != "M":
            self.path.append(("M", *self._start))
        origin = self._at if command.islower() else (0.0, 0.0)
        _DRAWN[kind](self, origin, numbers)
        if kind not in "CSQT":
            self._control = None
        self._before = kind

    def close(self) -> None:
        if self.path[-1:] != [("Z",)]:
            self.path.append(("Z",))
        self._at, self._control, self._before = self._start, None, "Z"

    def _move(self, origin: Point, numbers: list[float]) -> None:
        self._at = self._start = (origin[0] + numbers[0], origin[1] + numbers[1])
        self.path.append(("M", *self._at))

    def _to(self, point: Point) -> None:
        self._at = point
        self.path.append(("L", *point))

    def _line(self, origin: Point, numbers: list[float]) -> None:
        self._to((origin[0] + numbers[0], origin[1] + numbers[1]))

    def _level(self, origin: Point, numbers: list[float]) -> None:
        self._to((origin[0] + numbers[0], self._at[1]))

    def _upright(self, origin: Point, numbers: list[float]) -> None:
        self._to((self._at[0], origin[1] + numbers[0]))

    def _curve(self, one: Point, two: Point, end: Point) -> None:
        self.path.append(("C", *one, *two, *end))
        self._at, self._control = end, two

    def _cubic(self, origin: Point, numbers: list[float]) -> None:
        self._curve(*_points(origin, numbers))

    def _smooth(self, origin: Point, numbers: list[float]) -> None:
        self._curve(self._mirrored("CS"), *_points(origin, numbers))

    def _quadratic(self, origin: Point, numbers: list[float]) -> None:
        self._bend(*_points(origin, numbers))

    def _smooth_quadratic(self, origin: Point, numbers: list[float]) -> None:
        self._bend(self._mirrored("QT"), *_points(origin, numbers))

    def _bend(self, control: Point, end: Point) -> None:
        """Draw a quadratic curve as the cubic that it is."""
        self._curve(_between(self._at, control), _between(end, control), end)
        self._control = control

    def _mirrored(self, kinds: str) -> Point:
        """The control point that continues the curve before, if it is of one of these kinds."""
        if self._control is None or self._before not in kinds:
            return self._at
        return 2 * self._at[0] - self._control[0], 2 * self._at[1] - self._control[1]

    def _arc(self, origin: Point, numbers: list[float]) -> None:
        rx, ry, turn, large, sweep, x, y = numbers
        end = (origin[0] + x, origin[1] + y)
        if end == self._at:
            return
        if not rx or not ry:
            self._to(end)
            return
        curves = arc(self._at, end, (abs(rx), abs(ry)), turn, large=bool(large), sweep=bool(sweep))
        self.path += curves
        self._at = end


_DRAWN: dict[str, Callable[[_Pen, Point, list[float]], None]] = {
    "M": _Pen._move, "L": _Pen._line, "H": _Pen._level, "V": _Pen._upright, "C": _Pen._cubic,
    "S": _Pen._smooth, "Q": _Pen._quadratic, "T": _Pen._smooth_quadratic, "A": _Pen._arc,
}  # fmt: skip


def _points(origin: Point, numbers: list[float]) -> list[Point]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [(origin[0] + x, origin[1] + y) for x, y in pairs]


def _between(end: Point, control: Point) -> Point:
    return end[0] + 2 / 3 * (control[0] - end[0]), end[1] + 2 / 3 * (control[1] - end[1])


def arc(
    start: Point, end: Point, radii: Point, turn: float, *, large: bool, sweep: bool
) -> list[Segment]:
    """Draw an arc of an ellipse, a curve for each quarter of it.

    Args:
        start: Where it begins.
        end: Elsewhere.
        radii: Greater than 0; both grow where the ellipse would not reach the end.
        turn: Of the ellipse, in degrees.
        large: It goes round more than half of the ellipse.
        sweep: It goes clockwise on the page.

    Source:
        SVG 1.1, F.6.5 and F.6.6.
    """
    (x1, y1), (x2, y2), (rx, ry) = start, end, radii
    across, along = cos(radians(turn)), sin(radians(turn))
    half_x, half_y = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = across * half_x + along * half_y, across * half_y - along * half_x
    short = hypot(px / rx, py / ry)
    if short > 1:
        rx, ry = rx * short, ry * short
    square = (px / rx) ** 2 + (py / ry) ** 2
    away = sqrt(max(0.0, 1 / square - 1)) * (-1 if large == sweep else 1)
    qx, qy = away * rx * py / ry, -away * ry * px / rx
    centre = (across * qx - along * qy + (x1 + x2) / 2, along * qx + across * qy + (y1 + y2) / 2)
    first = atan2((py - qy) / ry, (px - qx) / rx)
    angle = atan2((-py - qy) / ry, (-px - qx) / rx) - first
    if sweep and angle < 0:
        angle += 2 * pi
    elif not sweep and angle > 0:
        angle -= 2 * pi
    curves = _curves(centre, (rx, ry), (across, along), first, angle)
    curves[-1] = ("C", *curves[-1][1:5], *end)  # exactly, whatever was rounded
    return curves


def _curves(centre: Point, radii: Point, axis: Point, first: float, angle: float) -> list[Segment]:
    """The curves of an arc, none of them more than a quarter of an ellipse."""
    count = max(1, ceil(abs(angle) / (pi / 2) - 1e-9))
    step = angle / count
    reach = 4 / 3 * tan(step / 4)

    def at(x: float, y: float) -> Point:
        x, y = x * radii[0], y * radii[1]
        return centre[0] + axis[0] * x - axis[1] * y, centre[1] + axis[1] * x + axis[0] * y

    curves: list[Segment] = []
    for index in range(count):
        one, two = first + index * step, first + (index + 1) * step
        leave = at(cos(one) - reach * sin(one), sin(one) + reach * cos(one))
        arrive = at(cos(two) + reach * sin(two), sin(two) - reach * cos(two))
        curves.append(("C", *leave, *arrive, *at(cos(two), sin(two))))
    return curves
