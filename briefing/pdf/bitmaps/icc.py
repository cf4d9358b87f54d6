"""The colour space that all colours of a file are in."""

import struct
import zlib
from functools import lru_cache

Matrix = tuple[tuple[float, float, float], ...]
Vector = tuple[float, float, float]

_RED, _GREEN, _BLUE = (0.64, 0.33), (0.30, 0.60), (0.15, 0.06)
_D65 = (0.3127, 0.3290)
_D50: Vector = (0.9642, 1.0, 0.8249)
_BRADFORD: Matrix = (
    (0.8951, 0.2664, -0.1614),
    (-0.7502, 1.7135, 0.0367),
    (0.0389, -0.0685, 1.0296),
)


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """An ICC profile (version 4.2) of sRGB, computed from its definition.

    Source:
        IEC 61966-2-1 for primaries, white and curve; ICC.1:2004-10 for the form of the profile, its
        D50 connection space (6.3.4.3, 7.2.16) and Bradford's adaptation (E.3).
    """
    adaptation = _adaptation(_white(_D65), _D50)
    primaries = _product(adaptation, _primaries())
    red, green, blue = zip(*primaries, strict=True)
    curve = (
        b"para"
        + struct.pack(">IHH", 0, 3, 0)
        + _fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    )
    return _profile(
        (
            (b"desc", _localised("sRGB")),
            (b"cprt", _localised("CC0")),
            (b"wtpt", _xyz(_D50)),
            (b"chad", b"sf32\0\0\0\0" + _fixed(*(n for row in adaptation for n in row))),
            (b"rXYZ", _xyz(red)),
            (b"gXYZ", _xyz(green)),
            (b"bXYZ", _xyz(blue)),
            (b"rTRC", curve),
            (b"gTRC", curve),
            (b"bTRC", curve),
        )
    )


@lru_cache(maxsize=1)
def packed_srgb_profile() -> bytes:
    """The same, deflated for the file."""
    return zlib.compress(srgb_profile(), 9)


def _profile(tags: tuple[tuple[bytes, bytes], ...]) -> bytes:
    """Header, table of tags, data; equal data is stored once (ICC.1:2004-10 7.2, 7.3)."""
    table, data = struct.pack(">I", len(tags)), b""
    start, placed = 128 + 4 + 12 * len(tags), dict[bytes, int]()
    for signature, body in tags:
        if body not in placed:
            placed[body] = start + len(data)
            data += body + b"\0" * (-len(body) % 4)
        table += signature + struct.pack(">II", placed[body], len(body))
    rest = table + data
    moment = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    header = struct.pack(">I4sI", 128 + len(rest), b"\0\0\0\0", 0x04200000)
    header += b"mntrRGB XYZ " + moment + b"acsp" + b"\0" * 28 + _fixed(*_D50)
    return header.ljust(128, b"\0") + rest


def _fixed(*values: float) -> bytes:
    """Numbers of type s15Fixed16."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(values: Vector) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _localised(text: str) -> bytes:
    """A text of type multiLocalizedUnicode, in US English."""
    body = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">III2s2sII", 0, 1, 12, b"en", b"US", len(body), 28) + body


def _white(chromaticity: tuple[float, float]) -> Vector:
    """XYZ of a chromaticity at luminance 1."""
    x, y = chromaticity
    return x / y, 1.0, (1 - x - y) / y


def _primaries() -> Matrix:
    """Matrix from linear RGB to XYZ, whose columns add up to the white."""
    columns = [_white(point) for point in (_RED, _GREEN, _BLUE)]
    unscaled = tuple(zip(*columns, strict=True))
    red, green, blue = _applied(_inverse(unscaled), _white(_D65))
    return tuple((r * red, g * green, b * blue) for r, g, b in unscaled)


def _adaptation(source: Vector, target: Vector) -> Matrix:
    """Matrix that takes colours seen under one white to those under another."""
    before, after = _applied(_BRADFORD, source), _applied(_BRADFORD, target)
    scaled = tuple(
        (a / b * row[0], a / b * row[1], a / b * row[2])
        for row, b, a in zip(_BRADFORD, before, after, strict=True)
    )
    return _product(_inverse(_BRADFORD), scaled)


def _applied(matrix: Matrix, vector: Vector) -> Vector:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def _product(one: Matrix, other: Matrix) -> Matrix:
    columns = [_applied(one, column) for column in zip(*other, strict=True)]
    return tuple(zip(*columns, strict=True))


def _inverse(matrix: Matrix) -> Matrix:
    """By cofactors."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    rows = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    return tuple((x / whole, y / whole, z / whole) for x, y, z in rows)
