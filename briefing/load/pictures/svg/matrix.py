"""Transforms of the plane (SVG 1.1, 7.4 and 7.6)."""

import re
from math import cos, hypot, isclose, radians, sin, sqrt, tan
from typing import NamedTuple

from briefing.load.pictures.svg.numbers import FaultError, read_numbers
from briefing.model.drawing import Segment

_CALL = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^()]*)\)")
_COUNTS = {
    "matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,),
    "skewY": (1,),
}  # fmt: skip


class Matrix(NamedTuple):
    """Takes (x, y) to (a x + c y + e, b x + d y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, first: "Matrix") -> "Matrix":
        """Give the transform that does `first` and then this one."""
        a, b, c, d, e, f = self
        p, q, r, s, t, u = first
        return Matrix(
            a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s,
            a * t + c * u + e, b * t + d * u + f,
        )  # fmt: skip

    @property
    def scale(self) -> float:
        """By how much lengths grow, on average over all directions."""
        return sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def keeps_shapes(self) -> bool:
        """Circles stay circles."""
        a, b, c, d = self[:4]
        size = hypot(a, b) * hypot(c, d)
        return isclose(hypot(a, b), hypot(c, d), rel_tol=1e-3) and abs(a * c + b * d) <= 1e-3 * size

    def applied(self, path: list[Segment]) -> list[Segment]:
        """Transform a path."""
        a, b, c, d, e, f = self
        moved: list[Segment] = []
        for segment in path:
            if segment[0] == "C":
                _, x1, y1, x2, y2, x, y = segment
                moved.append((
                    "C", a * x1 + c * y1 + e, b * x1 + d * y1 + f, a * x2 + c * y2 + e,
                    b * x2 + d * y2 + f, a * x + c * y + e, b * x + d * y + f,
                ))  # fmt: skip
            elif segment[0] == "L":
                _, x, y = segment
                moved.append(("L", a * x + c * y + e, b * x + d * y + f))
            elif segment[0] == "M":
                _, x, y = segment
                moved.append(("M", a * x + c * y + e, b * x + d * y + f))
            else:
                moved.append(segment)
        return moved


IDENTITY = Matrix()


def read_transform(text: str) -> Matrix:
    """Read a list of transforms, of which the last is done first.

    Raises:
        FaultError: It is none.
    """
    matrix, at = IDENTITY, 0
    while text[at:].strip(" \t\n\r,"):
        call = _CALL.match(text, at)
        if call is None or call[1] not in _COUNTS:
            at += len(text[at:]) - len(text[at:].lstrip())
            known = ", ".join(_COUNTS)
            raise FaultError(at, f"{text[at : at + 20]!r} is no transform", f"wanted: {known}")
        numbers = read_numbers(call[2], call.start(2))
        if len(numbers) not in _COUNTS[call[1]]:
            wanted = " or ".join(map(str, _COUNTS[call[1]]))
            message = f"{call[1]!r} has {len(numbers)} numbers"
            raise FaultError(call.start(1), message, f"wanted: {wanted}")
        matrix = matrix.after(_one(call[1], numbers))
        at = call.end()
    return matrix


def _one(name: str, numbers: list[float]) -> Matrix:
    x, y, z = (*numbers[:3], 0.0, 0.0, 0.0)[:3]
    match name:
        case "matrix":
            return Matrix(*numbers)
        case "translate":
            return Matrix(e=x, f=y)
        case "scale":
            return Matrix(a=x, d=y if len(numbers) == 2 else x)
        case "skewX":
            return Matrix(c=tan(radians(x)))
        case "skewY":
            return Matrix(b=tan(radians(x)))
        case _:
            turn = Matrix(cos(radians(x)), sin(radians(x)), -sin(radians(x)), cos(radians(x)))
            return Matrix(e=y, f=z).after(turn).after(Matrix(e=-y, f=-z))
