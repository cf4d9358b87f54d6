"""What a JPEG file is made of, and the part of it that a reader needs (ITU-T T.81, annex B)."""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SIGNS = {0xE0: b"JFIF\0", 0xEE: b"Adobe"}
_SCAN, _LAST = 0xDA, 0xD9
_FRAMES = frozenset(
    (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
)
_PLAIN_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended sequential, progressive; all by Huffman
_TOLD = frozenset((*range(0xE0, 0xF0), 0xFE))  # Exif, profiles, thumbnails, remarks
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_USUAL = (b"\x01", b"\x01\x02\x03")


class Jpeg(NamedTuple):
    """A file without what is told in it beside the picture: where, when and with what it was taken.

    Attributes:
        components: 1 for grey, 3 for colour.
        is_plain: Every reader of PDF understands it.
    """

    data: bytes
    components: int
    is_plain: bool


def read_jpeg(data: bytes) -> Jpeg:
    """Take a file apart; what is behind its end is left out."""
    kept: list[bytes] = [_START]
    frame, names, depth = 0, b"", 0
    has_colours = False  # it is said what its components mean
    for kind, part in _parts(data):
        if kind in _FRAMES:
            frame, depth, names = kind, part[4], part[10 : 10 + 3 * part[9] : 3]
        says_colours = part[4:9] == _SIGNS.get(kind)
        has_colours = has_colours or says_colours
        if says_colours or kind not in _TOLD:
            kept.append(part)
    is_plain = frame in _PLAIN_FRAMES and depth == 8 and (has_colours or names in _USUAL)
    return Jpeg(b"".join([*kept, _END]), len(names), is_plain and len(names) in (1, 3))


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Go through the segments, that of a scan with all that is coded behind it."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF or data[at + 1] == 0xFF:
            at += 1  # a filling
            continue
        kind = data[at + 1]
        if kind == _LAST:
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if kind == _SCAN:
            following = _NEXT.search(data, end)
            end = following.start() if following else len(data)
        yield kind, data[at:end]
        at = end
