"""From matplotlib's paths to segments; y grows downwards in what is given."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from briefing.model.drawing import Segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    """Three by three: to points from the top left corner."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_STOP, _MOVE, _LINE, _CURVE3, _CURVE4, _CLOSE = 0, 1, 2, 3, 4, 79
_DOWN = np.diag([1.0, -1.0, 1.0])
_LETTERS = {_MOVE: "M", _LINE: "L"}
_VERTICES = {_CURVE3: 2, _CURVE4: 3}

_FAR = 30_000.0  # points from the page; some readers of PDF take no larger numbers
_ROUND = 200.0  # points around a page that is cut out of what reaches so far
_STEP = 200_000  # vertices at a time


def downwards(transform: Any, height: float) -> "Matrix":
    """Give the matrix of an affine transform of matplotlib's, turned over."""
    matrix: Matrix = np.array(transform.get_matrix(), dtype=float)
    matrix[1] *= -1.0
    matrix[1, 2] += height
    return matrix


def segments_of(
    path: Path,
    matrix: "Matrix | None",
    *,
    clip: Box | None = None,
    simplify: bool = False,
    sketch: tuple[float, float, float] | None = None,
) -> tuple[Segment, ...]:
    """Transform a path; what is no number is left out.

    Args:
        path: May have codes.
        matrix: To points; None where it has them.
        clip: Lines are cut at this box; not for areas.
        simplify: Leave out what makes no difference to the eye.
        sketch: How it wavers: scale, length, randomness.
    """
    if sketch is not None and matrix is not None:
        # It wavers to the left and to the right of its way, which turning it over exchanges.
        path, matrix = _wavering(path, _DOWN @ matrix, clip, sketch), _DOWN
    cleaned = path.cleaned(
        matrix,  # type: ignore[arg-type]  # whatever is an array will do
        remove_nans=True,
        clip=clip,
        simplify=simplify,
        curves=True,
    )
    vertices: Matrix = cleaned.vertices  # type: ignore[assignment]
    if clip is None and len(vertices) and not _is_near(vertices):
        cleaned = _cut_out(cleaned)
    return _segments(cleaned.vertices.tolist(), cleaned.codes.tolist())  # type: ignore[union-attr]


def cleaned_length(
    path: Path, matrix: "Matrix", clip: Box | None, most: int, *, simplify: bool
) -> int:
    """Count the vertices that a long path keeps; no further than beyond `most`.

    It is taken piece by piece, for a line that stays too long would fill the memory.
    """
    count = 0
    for start in range(0, len(path.vertices), _STEP):  # type: ignore[arg-type]
        some = slice(start, start + _STEP + 1)
        codes = None if path.codes is None else path.codes[some]  # type: ignore[index]
        count += _kept(path.vertices[some], codes, matrix, clip, simplify=simplify)  # type: ignore[index]
        if count > most:
            break
    return count


def _kept(vertices: Any, codes: Any, matrix: "Matrix", clip: Box | None, *, simplify: bool) -> int:
    """Curves may be cut in two here, so they are counted as they are."""
    if codes is not None and codes.max(initial=0) > _LINE:
        return len(vertices)
    cleaned: Any = Path(vertices).cleaned(
        matrix,  # type: ignore[arg-type]
        remove_nans=True,
        clip=clip,
        simplify=simplify,
    )
    return len(cleaned.vertices)


def ends_of(path: Path) -> "Matrix":
    """The points that a path joins, without those that steer its curves."""
    vertices: Matrix = np.asarray(path.vertices, dtype=float)
    if path.codes is None:
        return vertices
    codes = np.asarray(path.codes)
    kept = (codes == _MOVE) | (codes == _LINE)
    for code, count in _VERTICES.items():
        at = np.flatnonzero(codes == code)
        kept[at[count - 1 :: count]] = True
    ends: Matrix = vertices[kept]
    return ends


def moved(segments: Sequence[Segment], dx: float, dy: float) -> tuple[Segment, ...]:
    """Move segments."""
    result: list[Any] = []
    for segment in segments:
        match segment:
            case (letter, x, y):
                result.append((letter, x + dx, y + dy))
            case ("C", x1, y1, x2, y2, x, y):
                result.append(("C", x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy))
            case _:
                result.append(segment)
    return tuple(result)


def box_of(segments: Sequence[Segment]) -> Box:
    """The box around all points of segments, those that steer curves included."""
    across = [value for segment in segments for value in segment[1::2]]
    down = [value for segment in segments for value in segment[2::2]]
    if not across:
        return 0.0, 0.0, 0.0, 0.0
    return min(across), min(down), max(across), max(down)


def _wavering(
    path: Path, matrix: "Matrix", clip: Box | None, sketch: tuple[float, float, float]
) -> Path:
    upwards = None if clip is None else (clip[0], -clip[3], clip[2], -clip[1])
    return path.cleaned(matrix, remove_nans=True, clip=upwards, curves=True, sketch=sketch)  # type: ignore[arg-type]


def _is_near(vertices: "Matrix") -> bool:
    return bool(vertices.max() < _FAR and vertices.min() > -_FAR)


def _cut_out(path: Path) -> Path:
    """Cut the part near the page out of an area; its edge is out of sight."""
    sides = Bbox.from_extents(-_ROUND, -_ROUND, _FAR / 4, _FAR / 4)
    return path.clip_to_bbox(sides).cleaned(remove_nans=True, curves=True)


def _segments(vertices: list[list[float]], codes: list[int]) -> tuple[Segment, ...]:
    """A path that paints nothing, for it only moves, is left out."""
    result: list[Any] = []
    if _CURVE4 in codes or _CURVE3 in codes:
        result += _curved(vertices, codes)
    else:
        letters = _LETTERS
        for (x, y), code in zip(vertices, codes, strict=True):
            if code == _CLOSE:
                result.append(("Z",))
            elif code:
                result.append((letters[code], x, y))
    while result and result[-1][0] == "M":
        result.pop()
    if len(result) > 2:
        result[:-1] = [one for one, then in pairwise(result) if one[0] != "M" or then[0] != "M"]
    return tuple(result)


def _curved(vertices: list[list[float]], codes: list[int]) -> Iterator[Any]:
    at, x0, y0 = 0, 0.0, 0.0
    while at < len(codes):
        code = codes[at]
        x, y = vertices[at]
        if code in _LETTERS:
            yield _LETTERS[code], x, y
        elif code == _CURVE4:
            x2, y2 = vertices[at + 1]
            at += 2
            first, (x, y) = (x, y), vertices[at]
            yield "C", *first, x2, y2, x, y
        elif code == _CURVE3:
            at += 1
            (steer_x, steer_y), (x, y) = (x, y), vertices[at]
            yield (
                "C",
                x0 + (steer_x - x0) * 2 / 3, y0 + (steer_y - y0) * 2 / 3,
                x + (steer_x - x) * 2 / 3, y + (steer_y - y) * 2 / 3,
                x, y,
            )  # fmt: skip
        elif code == _CLOSE:
            yield ("Z",)
        x0, y0 = x, y
        at += 1
