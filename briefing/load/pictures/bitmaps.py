"""PNG and JPEG files: looked through to their end, so that whoever paints them can rely on it.

Pillow is imported where there is a bitmap, and not before: it takes a tenth of a second.
"""

import struct
import warnings
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.errors import Location
from briefing.load.syntax.problems import Problems
from briefing.model.drawing import Raster

if TYPE_CHECKING:
    from PIL.Image import Image

MediaType = Literal["image/png", "image/jpeg"]

MOST = 150_000_000
"""Picture elements of one picture; a sheet of A0 at 300 dpi has 140 million."""

MANY = 25_000_000
"""So many are more than a page of A3 shows at 300 dpi."""

_FORMATS: dict[MediaType, tuple[str, str]] = {
    "image/png": ("PNG", ".png"), "image/jpeg": ("JPEG", ".jpg"),
}  # fmt: skip
_COLOURED = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "I", "I;16", "I;16B", "I;16L", "I;16N")
_SPACES = {"CMYK": "CMYK", "LAB": "L*a*b*", "YCbCr": "YCbCr"}
_ORIENTATION = 274  # the tag of Exif that says how a camera was held
_UPRIGHT = 4  # the greatest of its values that leaves rows rows
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"BM", "BMP"),
    (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"%PDF", "PDF"), (b"%!PS", "PostScript"),
    (b"8BPS", "Photoshop file"), (b"\x1f\x8b", "compressed file"), (b"<html", "HTML file"),
    (b"<!DOCTYPE html", "HTML file"), (b"<!doctype html", "HTML file"),
)  # fmt: skip
_ENDINGS = {"PNG": ".png", "JPEG": ".jpg", "SVG": ".svg"}
_BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, OverflowError, TypeError,
    UserWarning, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises at files that are not whole."""


class Named(NamedTuple):
    """A file as messages call it, and the place that names it."""

    name: str
    where: Location


def read_bitmap(
    data: bytes, media_type: MediaType, named: Named, problems: Problems
) -> Raster | None:
    """Look a bitmap through; None, and why taken down, if it cannot be printed as it is meant."""
    wanted, ending = _FORMATS[media_type]
    if not is_format(wanted, data, named, problems):
        return None
    try:
        looks = _looked_through(data, wanted, named, problems)
    except _BROKEN:
        message = f"{named.name!r} is damaged, or a part of it is missing"
        problems.error(named.where, message, f"save it anew as {ending!r}")
        return None
    if looks is None:
        return None
    width, height, orientation = looks
    return Raster(data, media_type, width, height, named.where, orientation)


def is_format(wanted: str, data: bytes, named: Named, problems: Problems) -> bool:
    """Judge whether a file begins as its name says; take down what it is if not."""
    found = _format_of(data)
    if found == wanted:
        return True
    what = f"is {'an' if found[0] in 'HSX' else 'a'} {found}" if found else f"is no {wanted}"
    hint = f"save it as {wanted}"
    if found in _ENDINGS:
        hint = f"let its name end in {_ENDINGS[found]!r}, or {hint}"
    problems.error(named.where, f"{named.name!r} {what}", hint)
    return False


def _format_of(data: bytes) -> str:
    """Name the format that a file begins like; empty for one that is not known here."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp":
        return "HEIC or AVIF"
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<") and b"<svg" in data:
        return "SVG"
    return next((name for sign, name in _SIGNATURES if start.startswith(sign)), "")


def _looked_through(
    data: bytes, wanted: str, named: Named, problems: Problems
) -> tuple[int, int, int] | None:
    """Read all there is.

    Returns:
        Width and height as it is seen, and how the camera was held; None where something is
        taken down.
    """
    from PIL import Image

    if wanted == "PNG" and b"\0\0\0\0" in (data[16:20], data[20:24]):
        width, height = struct.unpack(">II", data[16:24])
        problems.error(named.where, f"{named.name!r} is {width} × {height} picture elements large")
        return None
    with warnings.catch_warnings():
        # What Pillow warns of in a PNG, whoever paints it would meet again; what it warns of in
        # a JPEG stands beside the picture, and is not painted.
        warnings.simplefilter("error" if wanted == "PNG" else "ignore", UserWarning)
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            image = Image.open(BytesIO(data), formats=[wanted])
        except Image.DecompressionBombError:
            _too_large(f"more than {MOST // 1_000_000}", named, problems)
            return None
        with image:
            if not _is_sound(image, wanted, named, problems):
                return None
            if wanted == "PNG":
                with Image.open(BytesIO(data), formats=[wanted]) as other:
                    other.verify()  # the sums of its parts, which reading does not look at
            image.load()
            if not _has_colours(image, named, problems):
                return None
            orientation = _orientation(image)
            sideways = orientation > _UPRIGHT
            width, height = reversed(image.size) if sideways else image.size
            return width, height, orientation


def _orientation(image: "Image") -> int:
    """Tell how the camera was held; where that cannot be read, it was held upright."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        try:
            value = image.getexif().get(_ORIENTATION, 1)
        except _BROKEN:
            return 1
    return value if value in range(1, 9) else 1


def _is_sound(image: "Image", wanted: str, named: Named, problems: Problems) -> bool:
    """Judge what the beginning of a file says."""
    width, height = image.size
    if width * height > MOST:
        _too_large(f"{width * height / 1e6:.0f}", named, problems)
        return False
    if width * height > MANY:
        message = f"{named.name!r} has {width * height / 1e6:.0f} megapixels"
        hint = "a full page needs 9 of them; a smaller file is made faster"
        problems.warning(named.where, message, hint)
    if wanted == "PNG" and getattr(image, "is_animated", False):
        message = f"{named.name!r} is animated"
        problems.error(named.where, message, "save one of its pictures")
        return False
    if image.mode not in _COLOURED:
        space = _SPACES.get(image.mode, image.mode)
        problems.error(named.where, f"{named.name!r} is in {space}", "save it as RGB")
        return False
    return True


def _too_large(megapixels: str, named: Named, problems: Problems) -> None:
    hint = f"at most {MOST // 1_000_000}; a full page needs 9 of them"
    problems.error(named.where, f"{named.name!r} has {megapixels} megapixels", hint)


def _has_colours(image: "Image", named: Named, problems: Problems) -> bool:
    """Judge a colour profile, if there is one: it must be readable, and of the picture's kind."""
    profile = image.info.get("icc_profile")
    if not profile or is_srgb(profile):
        return True
    from PIL import ImageCms

    is_grey = image.mode in ("1", "L", "LA") or image.mode.startswith("I")
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        ImageCms.buildTransform(given, screen, "L" if is_grey else "RGB", "RGB")
        if given.profile.xcolor_space.strip() == ("GRAY" if is_grey else "RGB"):
            return True
    except (ImageCms.PyCMSError, *_BROKEN):
        pass
    message = f"the colour profile of {named.name!r} cannot be used"
    problems.error(named.where, message, "save it as sRGB")
    return False


def is_srgb(profile: bytes) -> bool:
    """Tell whether a profile says that it is the one of sRGB."""
    return b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile
