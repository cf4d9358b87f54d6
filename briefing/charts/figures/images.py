"""Picture elements as bitmaps of a drawing."""

import struct
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from briefing.charts.figures.paths import Box
from briefing.errors import Location
from briefing.model.drawing import Bitmap, Raster

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.charts.figures.paths import Matrix

    Elements = NDArray[np.uint8]
    """Rows, columns, and red, green, blue, alpha; the first row is the top one."""

FINEST = 300.0
"""Picture elements to the inch; print shows no more."""

PER_POINT = FINEST / 72

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _RGBA = 2, 6
_UP = 2  # each byte is told as how it differs from the one above
_SLIGHT = 1e-6
_LEVEL = 3  # of compression; it is unpacked and packed again for the PDF file


class Placed(NamedTuple):
    """Picture elements, and the upright rectangle in points that they fill."""

    elements: "Elements"
    x: float
    y: float
    width: float
    height: float


def bitmap_of(placed: Placed, where: Location) -> Bitmap:
    """Make a bitmap; there is at least one picture element."""
    rows, columns = placed.elements.shape[:2]
    raster = Raster(png(placed.elements), "image/png", columns, rows, where)
    return Bitmap(raster, *map(float, placed[1:]))


def fine(elements: "Elements", x: float, y: float) -> Placed:
    """Place picture elements that are as fine as print needs by their top left corner."""
    rows, columns = elements.shape[:2]
    return Placed(elements, x, y, columns / PER_POINT, rows / PER_POINT)


def faded(elements: "Elements", alpha: float) -> "Elements":
    """See through all elements a little more."""
    result = elements.copy()
    result[..., 3] = np.rint(elements[..., 3] * alpha)
    return result


def png(elements: "Elements") -> bytes:
    """Write picture elements as a PNG file, without alpha where all are opaque.

    Source: PNG (W3C, third edition) 5, 9 and 11.2.
    """
    rows, columns = elements.shape[:2]
    is_opaque = bool((elements[..., 3] == 255).all())
    kept = np.ascontiguousarray(elements[..., :3] if is_opaque else elements)
    flat = kept.reshape(rows, -1)
    lines = np.empty((rows, flat.shape[1] + 1), np.uint8)
    lines[:, 0] = _UP
    lines[0, 1:] = flat[0]
    np.subtract(flat[1:], flat[:-1], out=lines[1:, 1:])
    header = struct.pack(">IIBBBBB", columns, rows, 8, _RGB if is_opaque else _RGBA, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"IDAT", zlib.compress(lines.data, _LEVEL)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join([_chunk(*chunk) for chunk in chunks])


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(data, zlib.crc32(name))
    return b"".join([struct.pack(">I", len(data)), name, data, struct.pack(">I", check)])


def placed(elements: "Elements", matrix: "Matrix", seen: Box) -> Placed | None:
    """Place an image that matplotlib leaves as it is.

    Args:
        elements: The first row is the lowest.
        matrix: From the unit square, on which they lie, to points from the top left corner.
        seen: What is not in this box is not needed.

    Returns:
        The elements themselves where they are upright and no finer than print, else those that
        print needs; None if nothing is seen.
    """
    (across, skew, x), (slant, up, y), _ = matrix.tolist()
    rows, columns = elements.shape[:2]
    is_upright = abs(skew) < _SLIGHT and abs(slant) < _SLIGHT
    if is_upright and columns <= abs(across) * PER_POINT and rows <= abs(up) * PER_POINT:
        # Upright are those whose lowest row comes last, and whose `up` is negative.
        upright = elements[:: -1 if up < 0 else 1, :: -1 if across < 0 else 1]
        left, top = x + min(across, 0.0), y + min(up, 0.0)
        return Placed(upright, left, top, abs(across), abs(up))
    return _sampled(elements, matrix, seen)


def _sampled(elements: "Elements", matrix: "Matrix", seen: Box) -> Placed | None:
    """Take for each place on the page the element that lies there, so none is mixed."""
    corners = matrix @ np.array([[0, 1, 0, 1], [0, 0, 1, 1], [1, 1, 1, 1]])
    left, top = (max(low, edge) for low, edge in zip(corners[:2].min(axis=1), seen, strict=False))
    right, bottom = (
        min(high, edge) for high, edge in zip(corners[:2].max(axis=1), seen[2:], strict=True)
    )
    columns, rows = (round(size * PER_POINT) for size in (right - left, bottom - top))
    if columns < 1 or rows < 1 or abs(np.linalg.det(matrix)) < _SLIGHT:
        return None
    x = left + (np.arange(columns) + 0.5) / PER_POINT
    y = top + (np.arange(rows) + 0.5) / PER_POINT
    back = np.linalg.inv(matrix)
    column = back[0, 0] * x + back[0, 1] * y[:, None] + back[0, 2]
    row = back[1, 0] * x + back[1, 1] * y[:, None] + back[1, 2]
    is_inside = (column >= 0) & (column < 1) & (row >= 0) & (row < 1)
    at = (row * elements.shape[0]).astype(int), (column * elements.shape[1]).astype(int)
    taken = np.zeros((rows, columns, 4), np.uint8)
    taken[is_inside] = elements[at[0][is_inside], at[1][is_inside]]
    return Placed(taken, float(left), float(top), columns / PER_POINT, rows / PER_POINT)


def cropped(elements: Any) -> "tuple[Elements, int, int] | None":
    """Cut off what is not seen at all; with the columns and rows that went at the left and top."""
    seen = elements[..., 3] > 0
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return None
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    return elements[top:bottom, left:right], int(left), int(top)
