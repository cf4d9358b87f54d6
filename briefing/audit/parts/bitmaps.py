"""Finds what bitmaps tell of the place and the device they were made with."""

import struct
from collections.abc import Iterator

from pikepdf import Pdf, Stream

from briefing.audit.entries import array, name, named, undecoded
from briefing.audit.parts.resources import walk_resources
from briefing.audit.values import Fault

_SEGMENT = struct.Struct(">HH")
_SCAN, _END, _APP1 = 0xFFDA, 0xFFD9, 0xFFE1
_ALONE = frozenset(range(0xFFD0, 0xFFD8)) | {0xFF01}
_EXIF = b"Exif\0\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_GPS = 0x8825


def find_leaks(pdf: Pdf) -> tuple[Fault, ...]:
    """Warn of photographs that still hold what the camera has written into them."""
    faults = []
    for page, image in walk_resources(pdf, "/XObject"):
        if not isinstance(image, Stream) or not _is_jpeg(image):
            continue
        if told := _tells(undecoded(image)):
            faults.append(Fault("warning", "bitmap-metadata", told, page))
    return tuple(faults)


def _is_jpeg(image: Stream) -> bool:
    if name(image, "/Subtype") != "Image":
        return False
    filters = array(image, "/Filter")
    return len(filters) == 1 and named(filters[0]) == "DCTDecode"


def _tells(data: bytes) -> str:
    exif = xmp = False
    for segment in _app1(data):
        if segment.startswith(_EXIF):
            if _has_place(segment[len(_EXIF) :]):
                return "a photograph tells where it was taken (Exif with GPS)"
            exif = True
        elif segment.startswith(_XMP):
            if b":GPSLatitude" in segment:
                return "a photograph tells where it was taken (XMP with GPS)"
            xmp = True
    if exif or xmp:
        return f"a photograph holds what its camera wrote ({'Exif' if exif else 'XMP'})"
    return ""


def _app1(data: bytes) -> Iterator[bytes]:
    """The segments before the picture itself that hold metadata.

    Source: ISO 10918-1 B.1.1; CIPA DC-008 4.7.2.
    """
    at = 2
    while at + _SEGMENT.size <= len(data):
        marker, length = _SEGMENT.unpack_from(data, at)
        if marker in (_SCAN, _END) or marker < 0xFF00:
            return
        if marker in _ALONE or marker == 0xFFFF:
            at += 2 if marker in _ALONE else 1
            continue
        if marker == _APP1:
            yield data[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)


def _has_place(tiff: bytes) -> bool:
    """Say whether the first directory leads to one of a place.

    Source: TIFF 6.0, section 2; CIPA DC-008 4.6.3.
    """
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return False
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return False
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    entries = range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12)
    return any(struct.unpack_from(f"{order}H", tiff, at)[0] == _GPS for at in entries)
