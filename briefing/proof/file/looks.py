"""How pictures look, so that a withheld one is known again at another size or in other colours.

Pillow is imported where a picture is withheld and the file has one, and not before.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from math import sqrt
from operator import mul
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.model.drawing import Raster
from briefing.model.forbidden import ForbiddenPicture
from briefing.proof.file.images import jpeg_in
from briefing.proof.file.objects import File, Stream
from briefing.proof.file.syntax import Dictionary, UnreadableError
from briefing.proof.file.wrapping import kind_of

if TYPE_CHECKING:
    from PIL.Image import Image

_SIDE = 32  # a picture is looked at with so many elements along each side
_FINE = 16  # so many times as fine it is kept, to be cut
_ALIKE = 0.98  # from this likeness on, two pictures are one; below, they are two
_LEAST = 2.0  # levels of grey by which a picture must vary, or it shows nothing
_ASPECTS = 0.05  # by which the shares of the sides may differ, as sizes are whole numbers
_PNG = b"\x89PNG\r\n\x1a\n"
_COLOUR_TYPES = {"DeviceGray": 0, "DeviceRGB": 2}  # as PNG counts them
_MODES = {
    ("DeviceGray", 1): "1", ("DeviceGray", 8): "L", ("DeviceRGB", 8): "RGB", ("Indexed", 8): "P",
}  # fmt: skip
"""Colour space and bits of a component → the mode of Pillow."""

_SIZES = ("Width", "Height", "BitsPerComponent")
_BROKEN = (OSError, SyntaxError, ValueError, LookupError)
"""What Pillow raises at a picture that is not whole."""


class Look(Struct, frozen=True):
    """What a picture looks like from afar.

    Attributes:
        aspect: Its width over its height.
        greys: Row by row; their mean is 0, and the sum of their squares 1.
    """

    aspect: float
    greys: tuple[float, ...]


def find_pictures(
    file: File, forbidden: tuple[ForbiddenPicture, ...], allowed: tuple[Raster, ...]
) -> list[tuple[Stream, ForbiddenPicture]]:
    """Find withheld pictures in a file; what looks more like an allowed one is that.

    Raises:
        UnreadableError: The file has a picture that cannot be looked at.
    """
    found = []
    for stream in file.streams.values() if forbidden else ():
        if kind_of(stream) != "picture":
            continue
        look = _look_in(stream)
        best = max(forbidden, key=lambda picture: _likeness(look, picture.raster))
        likeness = _likeness(look, best.raster)
        if likeness >= _ALIKE and not any(_likeness(look, one) >= likeness for one in allowed):
            found.append((stream, best))
    return found


def find_alike(
    forbidden: tuple[ForbiddenPicture, ...], allowed: tuple[Raster, ...]
) -> Iterator[tuple[ForbiddenPicture, Raster]]:
    """Give withheld pictures, each with the allowed one that it could pass for, if there is one."""
    for picture in forbidden:
        for other in allowed:
            looks = _looks_of(other)
            if max((_likeness(look, picture.raster) for look in looks), default=0.0) >= _ALIKE:
                yield picture, other
                break


def _likeness(look: Look | None, raster: Raster) -> float:
    """How alike two pictures are, at most 1: the correlation of their greys.

    Where their sides differ, one is compared with the middle of the other, as covers are cut so.
    """
    if look is None:
        return 0.0
    others = _looks_of(raster)
    if any(abs(look.aspect / other.aspect - 1) > _ASPECTS for other in others):
        others = _looks_of(raster, round(look.aspect, 4))
    return max((sum(map(mul, look.greys, one.greys), 0.0) for one in others), default=0.0)


# --- looking -------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def _looks_of(raster: Raster, aspect: float = 0.0) -> tuple[Look, ...]:
    """Look at a file of a project: at its colours, and at how much of them is seen.

    Args:
        raster: The file.
        aspect: Of the part in its middle that is looked at; 0 for all of it.
    """
    looks = [_look_of(_middle(image, aspect)) for image in _layers_of(raster)]
    return tuple([look for look in looks if look is not None])


def _middle(image: "Image", aspect: float) -> "Image":
    """Cut the largest part of such an aspect out of the middle of a picture."""
    if not aspect:
        return image
    width, height = image.size
    across, down = min(width, height * aspect), min(height, width / aspect)
    left, top = (width - across) / 2, (height - down) / 2
    return image.crop((round(left), round(top), round(left + across), round(top + down)))


@lru_cache(maxsize=64)
def _layers_of(raster: Raster) -> tuple["Image", ...]:
    """The greys of a file, and how much of them is seen; small, but fine enough to be cut."""
    image = _opened(raster.data, _FINE * _SIDE)
    if image.mode.startswith("I"):
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    if "transparency" in image.info or image.mode == "PA":
        image = image.convert("RGBA")
    layers = [image.convert("RGB").convert("L")]
    if image.mode in ("LA", "RGBA"):
        layers.append(image.getchannel("A"))
    factor = max(1, min(image.size) // (_FINE * _SIDE))
    return tuple([layer.reduce(factor) for layer in layers])


def _look_in(stream: Stream) -> Look | None:
    jpeg = jpeg_in(stream)
    try:
        if jpeg is not None:
            return _look_at_file(jpeg)
        width, height, bits = [_whole(stream.entries, key) for key in _SIZES]
        space, palette = _colours(stream.entries)
        parameters = stream.entries.get("DecodeParms")
        if isinstance(parameters, dict) and parameters.get("Predictor", 1) != 1:
            head = struct.pack(">IIBBBBB", width, height, bits, _COLOUR_TYPES[space], 0, 0, 0)
            parts = ((b"IHDR", head), (b"IDAT", stream.data), (b"IEND", b""))
            return _look_at_file(_PNG + b"".join([_part(*part) for part in parts]))
        return _look_at_elements(stream.plain(), _MODES[space, bits], (width, height), palette)
    except _BROKEN as error:
        message = f"object {stream.number} is a picture that cannot be looked at"
        raise UnreadableError(message) from error


@lru_cache(maxsize=32)
def _look_at_file(data: bytes) -> Look | None:
    return _look_of(_opened(data).convert("RGB"))


@lru_cache(maxsize=32)
def _look_at_elements(data: bytes, mode: str, size: tuple[int, int], palette: bytes) -> Look | None:
    from PIL import Image

    image = Image.frombytes(mode, size, data)
    if palette:
        image.putpalette(palette)
    return _look_of(image.convert("RGB"))


def _opened(data: bytes, side: int = 2 * _SIDE) -> "Image":
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its size, which load has judged
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            image.draft("RGB", (side, side))  # which unpacks no more than is needed
            image.load()
    return image


def _look_of(image: "Image") -> Look | None:
    """Look at a picture; None for one that shows nothing."""
    from PIL import Image

    small = image.convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    greys = small.tobytes()
    mean = sum(greys) / len(greys)
    size = sqrt(sum((grey - mean) ** 2 for grey in greys))
    if size < _LEAST * _SIDE:
        return None
    return Look(image.width / image.height, tuple([(grey - mean) / size for grey in greys]))


def _whole(entries: Dictionary, key: str) -> int:
    value = entries.get(key)
    if isinstance(value, int):
        return value
    raise ValueError(f"a picture without {key}")


def _colours(entries: Dictionary) -> tuple[str, bytes]:
    """The name of the colour space, and the palette where there is one."""
    match entries.get("ColorSpace"):
        case str(space):
            return space, b""
        case ["Indexed", "DeviceRGB", int(), bytes(palette)]:
            return "Indexed", palette
    raise ValueError("a picture in colours that are not known")


def _part(kind: bytes, data: bytes) -> bytes:
    """Put together a part of a PNG file (RFC 2083 3.2)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
