"""The size of a picture, and what of it is seen (SVG 1.1, 7.2, 7.7 and 7.8)."""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.load.pictures.svg.elements import Element
from briefing.load.pictures.svg.matrix import Matrix
from briefing.load.pictures.svg.numbers import PIXEL, FaultError, read_length, read_numbers
from briefing.load.syntax.problems import Problems
from briefing.model.drawing import Clipped, Painted, Shape
from briefing.units import Pt

ROOT_ATTRIBUTES = (
    "width", "height", "viewBox", "preserveAspectRatio", "version", "baseProfile", "x", "y",
    "contentScriptType", "contentStyleType", "zoomAndPan",
)  # fmt: skip

_FITS = ("", "none", "xMidYMid", "xMidYMid meet")
_TOLERANCE = 0.05  # points that a shape may reach over the edge without being cut


class View(NamedTuple):
    """A picture's size in points, and what takes its own units there."""

    width: float
    height: float
    matrix: Matrix


def read_view(element: Element, problems: Problems) -> View | None:
    """Read the size that the outermost element gives; None, and why taken down, if it has none."""
    try:
        box = _box(element)
        width, height = _side(element, "width"), _side(element, "height")
    except _SideError as error:
        where = element.place(error.attribute, error.fault.at)
        problems.error(where, error.fault.message, error.fault.hint)
        return None
    if box is None and (width is None or height is None):
        problems.error(element.where, "the picture has no size", "give it a 'viewBox'")
        return None
    _, _, across, down = box or (0.0, 0.0, width or 0.0, height or 0.0)
    if 0 in (across, down, width, height):
        problems.error(element.where, f"the picture is {across:g} × {down:g} units large")
        return None
    if width is None:
        width = across if height is None else height * across / down
    if height is None:
        height = width * down / across
    fit = element.attributes.get("preserveAspectRatio", "").strip()
    if fit not in _FITS:
        where = element.place("preserveAspectRatio")
        problems.error(where, f"{fit!r} is not drawn", "wanted: none or xMidYMid")
    return _fitted(box or (0.0, 0.0, across, down), width, height, even=fit != "none")


class _SideError(Exception):
    def __init__(self, attribute: str, fault: FaultError) -> None:
        super().__init__(fault.message)
        self.attribute = attribute
        self.fault = fault


def _box(element: Element) -> tuple[float, float, float, float] | None:
    text = element.attributes.get("viewBox")
    if text is None:
        return None
    try:
        numbers = read_numbers(text)
        if len(numbers) != 4 or min(numbers[2:]) < 0:
            hint = "wanted: left, top, width and height"
            raise FaultError(0, f"{text!r} is no view", hint)
    except FaultError as fault:
        raise _SideError("viewBox", fault) from fault
    left, top, width, height = numbers
    return left, top, width, height


def _side(element: Element, name: str) -> float | None:
    """Read one side, in pixels; None where it follows from something else."""
    text = element.attributes.get(name, "auto").strip()
    if text == "auto" or text.endswith("%"):
        return None
    try:
        length = read_length(text)
        if length < 0:
            raise FaultError(0, f"{text!r} is less than 0")
    except FaultError as fault:
        raise _SideError(name, fault) from fault
    return length


def _fitted(
    box: tuple[float, float, float, float], width: float, height: float, *, even: bool
) -> View:
    """Put a view into the middle of a picture, as large as it can be."""
    left, top, across, down = box
    x, y = width / across, height / down
    if even:
        x = y = min(x, y)
    shift = Matrix(
        x, 0.0, 0.0, y, (width - across * x) / 2 - left * x, (height - down * y) / 2 - top * y
    )
    return View(width * PIXEL, height * PIXEL, Matrix(PIXEL, 0.0, 0.0, PIXEL).after(shift))


def clipped_to(width: Pt, height: Pt, shapes: Sequence[Shape]) -> tuple[Painted, ...]:
    """Cut off what reaches over the edge, where something does.

    What lies wholly beyond it is left out: whoever opens the finished file could move the edge.
    """
    boxes = [(shape, _box_of(shape)) for shape in shapes]
    kept = [(shape, box) for shape, box in boxes if box.meets(width, height)]
    shapes = tuple([shape for shape, _ in kept])
    if all(box.is_inside(width, height) for _, box in kept):
        return shapes
    return (Clipped(shapes, 0.0, 0.0, width, height),)


class _Box(NamedTuple):
    """The points that a shape lies between, its stroke too."""

    left: float
    top: float
    right: float
    bottom: float

    def is_inside(self, width: float, height: float) -> bool:
        low, right, bottom = -_TOLERANCE, width + _TOLERANCE, height + _TOLERANCE
        return min(self[:2]) >= low and self.right <= right and self.bottom <= bottom

    def meets(self, width: float, height: float) -> bool:
        return self.left <= width and self.right >= 0 and self.top <= height and self.bottom >= 0


def _box_of(shape: Shape) -> _Box:
    reach = 0.0
    if shape.stroke is not None:
        around = max(1.5, shape.miter if shape.join == "miter" and len(shape.path) > 2 else 0.0)
        reach = shape.width / 2 * around
    ends = [number for segment in shape.path for number in segment[1:]]
    across, down = ends[::2], ends[1::2]
    return _Box(min(across) - reach, min(down) - reach, max(across) + reach, max(down) + reach)
