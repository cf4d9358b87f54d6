"""Picture elements as PDF keeps them (ISO 32000-1 8.9).

A JPEG file goes in as it is, unless it is finer than print needs or in other colours than sRGB. A
PNG file is unpacked and packed again. Pillow is imported where there is a bitmap, and not before.
"""

import struct
import warnings
import zlib
from functools import lru_cache
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.model.drawing import Raster
from briefing.pdf.bitmaps.icc import srgb_profile
from briefing.pdf.bitmaps.jpeg import Jpeg, read_jpeg
from briefing.pdf.bitmaps.turns import kept_window
from briefing.pdf.bitmaps.unseen import with_used_colours, without_hidden_colours
from briefing.pdf.objects.serialise import LEVEL

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.JpegImagePlugin import JpegImageFile

FINEST = 300
"""Picture elements to the inch; print shows no more."""

_QUALITY = 90
_SCREEN = 2.2  # the exponent that sRGB is close to
_CHUNK = 12  # bytes of a part of a PNG file beside its data
_SPACES = {"1": "DeviceGray", "L": "DeviceGray", "RGB": "DeviceRGB"}


class Samples(Struct, frozen=True):
    """A stream of picture elements.

    Attributes:
        entries: Of its dictionary, without that of a mask.
        mask: How much of each is seen; None for all.
    """

    entries: str
    data: bytes
    mask: "Samples | None" = None


@lru_cache(maxsize=16)
def samples_of(raster: Raster, width: float, height: float) -> Samples:
    """Give the elements of a bitmap for print.

    What was given last is remembered, for documents of one project share their pictures.

    Args:
        raster: As it is in its file; not turned.
        width: Of its largest place, in points, along its rows.
        height: Likewise, along its columns.
    """
    if raster.media_type == "image/jpeg":
        return _of_jpeg(raster, width, height)
    from PIL.PngImagePlugin import PngImageFile

    with PngImageFile(BytesIO(raster.data)) as image:
        image.load()
        part = _part(image, raster)
        return _packed(_scaled(_corrected(_plain(part)), _wanted(part, width, height)))


def _part(image: "Image", raster: Raster) -> "Image":
    """Cut out what a file of ours has of a picture."""
    if raster.window is None:
        return image
    return image.crop(kept_window(raster.window, raster.orientation, image.size))


def _of_jpeg(raster: Raster, width: float, height: float) -> Samples:
    data, jpeg = raster.data, read_jpeg(raster.data)
    with _opened(data, jpeg) as image:
        if jpeg and jpeg.profile:
            image.info["icc_profile"] = jpeg.profile
        if raster.window is not None:
            part = _part(image, raster)
            return _anew(part, _wanted(part, width, height))
        size = _wanted(image, width, height)
        is_as_wanted = size == image.size and not _has_colours_of_its_own(image)
        if jpeg and jpeg.is_plain and is_as_wanted:
            space = "DeviceRGB" if jpeg.components == 3 else "DeviceGray"
            return Samples(_entries(image.size, space) + "/Filter/DCTDecode", jpeg.data)
        image.draft(image.mode, size)  # unpack no more than is needed
        return _anew(image, size)


def _anew(image: "Image", size: tuple[int, int]) -> Samples:
    """Pack a photograph once more, at another size or in other colours."""
    smaller = _scaled(_corrected(image), size)
    file = BytesIO()
    smaller.info = {}  # remarks would be written out again
    # Not optimised: that takes a buffer which Pillow makes too small for noise.
    smaller.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    entries = _entries(size, _SPACES[smaller.mode]) + "/Filter/DCTDecode"
    return Samples(entries, file.getvalue())


def _opened(data: bytes, jpeg: Jpeg | None) -> "JpegImageFile":
    from PIL.JpegImagePlugin import JpegImageFile

    if jpeg is not None:
        return JpegImageFile(BytesIO(jpeg.data))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # what stands beside the picture may be odd
        return JpegImageFile(BytesIO(data))


def _wanted(image: "Image", width: float, height: float) -> tuple[int, int]:
    """The size that is fine enough, at most that of the image."""
    across, down = image.size
    share = max(width * FINEST / 72 / across, height * FINEST / 72 / down)
    if share >= 1:
        return across, down
    return max(1, ceil(across * share - 1e-6)), max(1, ceil(down * share - 1e-6))


def _scaled(image: "Image", size: tuple[int, int]) -> "Image":
    from PIL import Image

    if image.size == size:
        return image
    if image.mode == "P":
        image = image.convert("RGB")
    elif image.mode == "1":
        image = image.convert("L")
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


# --- colours -------------------------------------------------------------------------------------


def _plain(image: "Image") -> "Image":
    """In bits, grey, a palette or RGB, with or without alpha, of eight bits each."""
    if image.mode.startswith("I"):
        grey = image.point(lambda value: value * (1 / 256))
        return grey.convert("L")
    if "transparency" in image.info or image.mode == "PA":
        image = image.convert("LA" if image.mode in ("1", "L") else "RGBA")
    if image.mode in ("LA", "RGBA") and image.getextrema()[-1] == (255, 255):
        return image.convert(image.mode[:-1])
    return image


def _has_colours_of_its_own(image: "Image") -> bool:
    """Tell whether its numbers mean other colours than those of sRGB."""
    profile = image.info.get("icc_profile")
    if profile:
        return b"sRGB" not in profile and "sRGB".encode("utf-16-be") not in profile
    return _exponent(image) is not None


def _exponent(image: "Image") -> float | None:
    """By which values must be raised, None for none (PNG, 11.3.3.2: gAMA)."""
    gamma = image.info.get("gamma")
    if not gamma or "srgb" in image.info:
        return None
    exponent = 1 / (gamma * _SCREEN)
    return None if 0.95 < exponent < 1.05 else exponent


def _corrected(image: "Image") -> "Image":
    """Turn its colours into those of sRGB, and leave how much of them is seen."""
    from PIL import Image

    if not _has_colours_of_its_own(image) or image.mode == "1":
        return image
    info = dict(image.info)
    if image.mode == "P":
        image = image.convert("RGB")
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    colours = image.convert(image.mode[:-1]) if alpha else image
    image.info = colours.info = info
    exponent = _exponent(image)
    if info.get("icc_profile"):
        colours = _of_profile(colours, info["icc_profile"])
    elif exponent is not None:
        curve = [round(255 * (value / 255) ** exponent) for value in range(256)]
        colours = colours.point(curve * len(colours.getbands()))
    return Image.merge(image.mode, (*colours.split(), alpha)) if alpha else colours


def _of_profile(image: "Image", profile: bytes) -> "Image":
    from PIL import ImageCms

    given = ImageCms.ImageCmsProfile(BytesIO(profile))
    screen = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    seen = ImageCms.profileToProfile(image, given, screen, outputMode="RGB")
    if seen is None:
        raise ValueError("a colour profile that does not fit its picture")
    return seen.convert(image.mode)


# --- packing -------------------------------------------------------------------------------------


def _entries(size: tuple[int, int], space: str, bits: int = 8) -> str:
    named = space if space.startswith("[") else f"/{space}"
    return (
        f"/Type/XObject/Subtype/Image/Width {size[0]}/Height {size[1]}/ColorSpace{named}"
        f"/BitsPerComponent {bits}/Interpolate false"
    )


def _packed(image: "Image") -> Samples:
    match image.mode:
        case "LA" | "RGBA":
            image = without_hidden_colours(image)
            colours, alpha = image.convert(image.mode[:-1]), image.getchannel("A")
            packed = _packed(colours)
            return Samples(packed.entries, packed.data, _packed(alpha))
        case "P":
            elements, palette = with_used_colours(image)
            space = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]"
            entries = _entries(image.size, space) + "/Filter/FlateDecode"
            return Samples(entries, zlib.compress(elements, LEVEL))
        case "1":
            entries = _entries(image.size, "DeviceGray", 1) + "/Filter/FlateDecode"
            return Samples(entries, zlib.compress(image.tobytes(), LEVEL))
        case mode:
            count = len(image.getbands())
            parameters = f"/Predictor 15/Colors {count}/Columns {image.width}"
            entries = f"{_entries(image.size, _SPACES[mode])}/Filter/FlateDecode"
            entries += f"/DecodeParms<<{parameters}>>"
            return Samples(entries, zlib.compress(_differences(image), LEVEL))


def _differences(image: "Image") -> bytes:
    """Rows as differences to their neighbours, as PNG files keep them; Pillow chooses how."""
    file = BytesIO()
    image.info = {}
    image.save(file, "PNG", compress_level=0)
    data, at, parts = file.getvalue(), 8, list[bytes]()
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] == b"IDAT":
            parts.append(data[at + 8 : at + 8 + length])
        at += _CHUNK + length
    return zlib.decompress(b"".join(parts))
