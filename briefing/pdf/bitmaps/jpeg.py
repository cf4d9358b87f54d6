"""What a JPEG file is made of, and the part of it that a reader needs (ITU-T T.81, annex B)."""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

_START, _END = b"\xff\xd8", b"\xff\xd9"
_JFIF, _ADOBE = 0xE0, 0xEE
_SIGNS = {_JFIF: b"JFIF\0", _ADOBE: b"Adobe"}
_LENGTHS = {_JFIF: 14, _ADOBE: 12}  # of what they say, before a thumbnail and the like
_PROFILE, _PROFILE_SIGN = 0xE2, b"ICC_PROFILE\0"
_SCAN, _LAST = 0xDA, 0xD9
_FRAMES = frozenset(
    (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
)
_PLAIN_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended sequential, progressive; all by Huffman
_TOLD = frozenset((*range(0xE0, 0xF0), 0xFE))  # Exif, profiles, thumbnails, remarks
_TABLES = frozenset((0xC4, 0xCC, 0xDB, 0xDC, 0xDD))
_NEEDED = frozenset((*_FRAMES, *_TABLES, _SCAN))
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7]")
_USUAL = (b"\x01", b"\x01\x02\x03")


class Jpeg(NamedTuple):
    """A file without what is told in it beside the picture: where, when and with what it was taken.

    Attributes:
        profile: Of its colours (ICC), which is left out too; may be empty.
        components: 1 for grey, 3 for colour.
        is_plain: Every reader of PDF understands it.
    """

    data: bytes
    profile: bytes
    components: int
    is_plain: bool


def read_jpeg(data: bytes) -> Jpeg | None:
    """Take a file apart; what is behind its end is left out.

    Returns:
        None where it is not as the standard has it, and readers must guess what is meant.
    """
    kept: list[bytes] = [_START]
    profile: list[bytes] = []
    frame, names, depth = 0, b"", 0
    has_colours = False  # it is said what its components mean
    try:
        for kind, part in _parts(data):
            if kind in _FRAMES:
                frame, depth, names = kind, part[4], part[10 : 10 + 3 * part[9] : 3]
            says_colours = part[4:9] == _SIGNS.get(kind)
            has_colours = has_colours or says_colours
            if says_colours:
                kept.append(_saying_colours(kind, part))
            elif kind in _NEEDED:
                kept.append(part)
            elif kind == _PROFILE and part.startswith(_PROFILE_SIGN, 4) and not frame:
                profile.append(part[4 + len(_PROFILE_SIGN) :])
    except (_OddError, IndexError, struct.error):
        return None
    is_plain = frame in _PLAIN_FRAMES and depth == 8 and (has_colours or names in _USUAL)
    whole = b"".join([*kept, _END])
    return Jpeg(whole, _joined(profile), len(names), is_plain and len(names) in (1, 3))


def _saying_colours(kind: int, part: bytes) -> bytes:
    """Write such a segment anew, without the thumbnail that the one of JFIF may have."""
    said = part[4 : 4 + _LENGTHS[kind]]
    if len(said) < _LENGTHS[kind]:
        raise _OddError
    if kind == _JFIF:
        said = said[:-2] + b"\0\0"  # so large is the thumbnail
    return b"\xff" + bytes([kind]) + struct.pack(">H", len(said) + 2) + said


def _joined(profile: list[bytes]) -> bytes:
    """Put the parts of a profile together, each behind its number and theirs; empty without all."""
    in_order = sorted(profile)
    if not in_order or in_order[0][1:2] != bytes([len(in_order) & 255]):
        return b""
    return b"".join([part[2:] for part in in_order])


class _OddError(Exception):
    """A file that is not as the standard has it."""


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Go through the segments, that of a scan with all that is coded behind it."""
    at = 2
    while (kind := data[at + 1]) != _LAST or data[at] != 0xFF:
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if kind == _SCAN:
            following = _NEXT.search(data, end)
            end = following.start() if following else len(data)
        is_known = kind in _NEEDED or kind in _TOLD
        if data[at] != 0xFF or not is_known or length < 2 or end >= len(data):
            raise _OddError
        yield kind, data[at:end]
        at = end
