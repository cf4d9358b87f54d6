"""The form of the packed outlines: written by the scripts beside it, read by every map.

A file is eight signs that name the form, the length of the index in four bytes (little-endian),
the index (JSON, compressed by zlib), and the arcs (likewise). An arc is a line between two places
where outlines meet or begin; countries with a common border share its arcs. Its first point stands
in the index, the steps to the others in four stretches of bytes, one byte a step: the low and the
high bytes of the steps eastwards, then of those northwards, all arcs one after another.
"""

import json
import struct
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

MAGIC = b"outline1"

ArcPoints = list[tuple[int, int]]
RingArcs = tuple[int, ...]
"""Numbers of arcs, head to tail; ``~n`` for arc n backwards."""


class Grid(Struct, frozen=True):
    """How whole numbers become degrees: ``west + x * step_x``, ``south + y * step_y``."""

    step_x: float
    step_y: float
    west: float
    south: float


class PackedPiece(Struct, frozen=True):
    """One polygon: its box on the grid (west, south, east, north), its outer ring, its holes."""

    box: tuple[int, int, int, int]
    rings: tuple[RingArcs, ...]


class PackedArea(Struct, frozen=True):
    """A country or lake.

    Attributes:
        key: ISO 3166-1 alpha-3, or empty.
        iso2: Alpha-2, as CLDR names territories by; may be there without a `key`.
        name: As its source has it.
        pieces: The largest first.
    """

    key: str
    iso2: str
    name: str
    pieces: tuple[PackedPiece, ...]


class Index(Struct, frozen=True):
    """What is in a file.

    Attributes:
        lengths: How many points each arc has, at least one.
        starts: The first point of each.
    """

    grid: Grid
    areas: tuple[PackedArea, ...]
    lengths: tuple[int, ...]
    starts: tuple[tuple[int, int], ...]


def write(grid: Grid, areas: Sequence[PackedArea], arcs: Sequence[ArcPoints]) -> bytes:
    """Pack outlines.

    Raises:
        ValueError: A step from point to point is too long.
    """
    columns = []
    for axis in (0, 1):
        steps = [after[axis] - before[axis] for arc in arcs for before, after in pairwise(arc)]
        if any(not -0x8000 <= step <= 0x7FFF for step in steps):
            raise ValueError("a step of an arc has more than 16 bits; cut the arc before")
        data = struct.pack(f"<{len(steps)}h", *steps)
        columns += [data[0::2], data[1::2]]
    index = {
        "grid": [grid.step_x, grid.step_y, grid.west, grid.south],
        "lengths": [len(arc) for arc in arcs],
        "starts": [coordinate for arc in arcs for coordinate in arc[0]],
        "areas": [
            [area.key, area.iso2, area.name, [[*piece.box, *piece.rings] for piece in area.pieces]]
            for area in areas
        ],
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()
    head, body = zlib.compress(text, 9), zlib.compress(b"".join(columns), 9)
    return MAGIC + struct.pack("<I", len(head)) + head + body


class Packed:
    """An opened file: its index is read at once, arcs when they are asked for."""

    __slots__ = ("_columns", "_offsets", "index")

    def __init__(self, data: bytes) -> None:
        """Open what `write` has made.

        Raises:
            ValueError: `data` has another form.
        """
        if not data.startswith(MAGIC):
            raise ValueError("these are no packed outlines")
        start = len(MAGIC) + 4
        (length,) = struct.unpack_from("<I", data, len(MAGIC))
        given = json.loads(zlib.decompress(data[start : start + length]))
        body = zlib.decompress(data[start + length :])
        count = len(body) // 4
        starts = given["starts"]
        self.index = Index(
            Grid(*given["grid"]),
            tuple([_area(area) for area in given["areas"]]),
            tuple(given["lengths"]),
            tuple(zip(starts[0::2], starts[1::2], strict=True)),
        )
        self._columns = tuple(body[n * count : (n + 1) * count] for n in range(4))
        self._offsets = tuple(accumulate((n - 1 for n in self.index.lengths), initial=0))

    def ring(self, arcs: RingArcs) -> list[tuple[float, float]]:
        """Decode a ring in degrees east and north; its last point is joined with its first."""
        points: list[tuple[float, float]] = []
        for number in arcs:
            part = self._arc(number) if number >= 0 else self._arc(~number)[::-1]
            points += part[1:] if points and points[-1] == part[0] else part
        if len(points) > 1 and points[0] == points[-1]:
            points.pop()
        return points

    def _arc(self, number: int) -> list[tuple[float, float]]:
        grid, count = self.index.grid, self.index.lengths[number] - 1
        start, offset = self.index.starts[number], self._offsets[number]
        low_x, high_x, low_y, high_y = (column[offset : offset + count] for column in self._columns)
        step_x, step_y, west, south = grid.step_x, grid.step_y, grid.west, grid.south
        return [
            (west + x * step_x, south + y * step_y)
            for x, y in zip(
                accumulate(_steps(low_x, high_x), initial=start[0]),
                accumulate(_steps(low_y, high_y), initial=start[1]),
                strict=True,
            )
        ]


def _steps(low: bytes, high: bytes) -> "array[int]":
    data = bytearray(2 * len(low))
    data[0::2], data[1::2] = low, high
    steps = array("h")
    steps.frombytes(data)
    if _BIG_ENDIAN:
        steps.byteswap()
    return steps


_BIG_ENDIAN = struct.pack("=H", 1) == b"\x00\x01"


def _area(given: list) -> PackedArea:  # type: ignore[type-arg]
    key, iso2, name, pieces = given
    return PackedArea(
        key,
        iso2,
        name,
        tuple(
            [
                PackedPiece((west, south, east, north), tuple([tuple(ring) for ring in rings]))
                for west, south, east, north, *rings in pieces
            ]
        ),
    )
