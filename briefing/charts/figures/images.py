"""Picture elements as bitmaps of a drawing."""

import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from briefing.errors import Location
from briefing.model.drawing import Bitmap, Raster

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Elements = NDArray[np.uint8]
    """Rows, columns, and red, green, blue, alpha; the first row is the top one."""

FINEST = 300.0
"""Picture elements to the inch; print shows no more."""

PER_POINT = FINEST / 72

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _RGBA = 2, 6
_UP = 2  # each byte is told as how it differs from the one above
_LEVEL = 3  # of compression; it is unpacked and packed again for the PDF file


def bitmap_of(
    elements: "Elements", x: float, y: float, where: Location, per_point: float = PER_POINT
) -> Bitmap:
    """Make a bitmap.

    Args:
        elements: At least one.
        x: Of the left side, in points.
        y: Of the top.
        where: The chart.
        per_point: How many elements there are to a point.
    """
    rows, columns = elements.shape[:2]
    raster = Raster(png(elements), "image/png", columns, rows, where)
    return Bitmap(raster, x, y, columns / per_point, rows / per_point)


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


def cropped(elements: Any) -> "tuple[Elements, int, int] | None":
    """Cut off what is not seen at all; with the columns and rows that went at the left and top."""
    seen = elements[..., 3] > 0
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return None
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    return elements[top:bottom, left:right], int(left), int(top)
