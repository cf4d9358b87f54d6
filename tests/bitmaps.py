"""Bitmaps of every kind, made as they are needed."""

import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import Literal

from PIL import Image, ImageCms

ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
         (0, 1, 1, 2))  # fmt: skip


def saved(image: Image.Image, form: str = "PNG", **options) -> bytes:
    """The bytes of a file."""
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def gradient(mode: str = "RGB", size: tuple[int, int] = (16, 12)) -> Image.Image:
    """A picture in which every corner has another colour."""
    width, height = size
    picture = Image.new("RGBA", size)
    for x in range(width):
        for y in range(height):
            place = 255 * x // max(1, width - 1), 255 * y // max(1, height - 1)
            picture.putpixel((x, y), (*place, 128, 255 - place[0] // 2))
    return picture.convert(mode)


def noise(size: tuple[int, int]) -> Image.Image:
    """A picture that cannot be packed."""
    values, state = bytearray(), 1
    for _ in range(size[0] * size[1] * 3):
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        values.append(state >> 16 & 255)
    return Image.frombytes("RGB", size, bytes(values))


def png(
    size: tuple[int, int],
    rows: bytes,
    *,
    depth: int = 8,
    kind: int = 2,
    chunks: Sequence[tuple[bytes, bytes]] = (),
    interlaced: bool = False,
) -> bytes:
    """A PNG file, from rows with their filters before them."""
    head = struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, interlaced)
    parts = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def summed(data: bytes) -> bytes:
    """A PNG file that was changed, with the sums of its parts made right as far as that goes."""
    out, at = data[:8], 8
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        out += _chunk(data[at + 4 : at + 8], data[at + 8 : at + 8 + length])
        at += 12 + length
    return out


def interlaced(image: Image.Image) -> bytes:
    """A PNG file in seven passes, for RGB (PNG, 8.2)."""
    width, height = image.size
    data, rows = image.tobytes(), b""
    for left, top, across, down in ADAM7:
        for y in range(top, height, down):
            starts = [3 * (y * width + x) for x in range(left, width, across)]
            rows += b"\0" + b"".join(data[at : at + 3] for at in starts) if starts else b""
    return png(image.size, rows, interlaced=True)


def sixteen_bits(image: Image.Image) -> bytes:
    """A PNG file with two bytes to a value, for RGB."""
    data, length = image.tobytes(), 3 * image.width
    rows = b""
    for start in range(0, len(data), length):
        values = data[start : start + length]
        rows += b"\0" + bytes(byte for value in values for byte in (value, 7))
    return png(image.size, rows, depth=16)


def turned(image: Image.Image, orientation: int, form: str = "JPEG", **options) -> bytes:
    """A file that says in its Exif part how the camera was held."""
    exif = Image.Exif()
    exif[274] = orientation
    return saved(image, form, exif=exif, **options)


def profile(name: Literal["sRGB", "LAB", "swapped", "linear grey"]) -> bytes:
    """A colour profile: of sRGB, of Lab, of RGB with red and green exchanged, of a grey."""
    if name == "linear grey":
        return _grey()
    if name == "swapped":
        data = profile("sRGB").replace(b"sRGB", b"GRBs").replace(_wide("sRGB"), _wide("GRBs"))
        return data.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()


def _grey() -> bytes:
    """Of a grey whose numbers are amounts of light (ICC.1:2004-10, 7 and 8.3.4)."""
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    curve = b"curv\0\0\0\0\0\0\0\0"
    text = b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", 2, 28) + b"\0g\0\0"
    place, table, data = 132 + 12 * 4, b"", b""
    for name, body in ((b"desc", text), (b"cprt", text), (b"wtpt", white), (b"kTRC", curve)):
        table += name + struct.pack(">II", place + len(data), len(body))
        data += body
    rest = struct.pack(">I", 4) + table + data
    head = struct.pack(">I4sI", 128 + len(rest), b"lcms", 0x04200000) + b"mntrGRAYXYZ "
    head += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    return head.ljust(68, b"\0") + white[8:] + bytes(48) + rest


def _wide(text: str) -> bytes:
    return text.encode("utf-16-be")
