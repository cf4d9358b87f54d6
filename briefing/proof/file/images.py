"""The pictures of a finished file: what is told inside of them beside what they show."""

import re
from collections.abc import Iterator

from briefing.proof.file.filters import FILTERS, decode
from briefing.proof.file.objects import Stream
from briefing.proof.file.syntax import UnreadableError, Value
from briefing.proof.fold import fold

JPEG = "DCTDecode"

_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers without a segment
_SHOWN = frozenset((*range(0xC0, 0xD0), *range(0xDA, 0xE0)))
"""Markers of what makes up the picture: frames, tables and scans (ITU-T T.81, table B.1)."""

_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")

_PRINTABLE = bytes([32 <= byte < 127 for byte in range(256)])
_STEP, _STEPS = 4, 4
_WORDS = re.compile(rb"[\x20-\x7e]+")


def told_in(stream: Stream) -> list[str]:
    """What a picture tells beside what it shows, such as where and by whom it was taken; folded.

    Raises:
        UnreadableError: It is in a format that could tell more than is known here.
    """
    data = jpeg_in(stream)
    if data is None:
        return []
    told = (*_told(data, stream.number), *_written_in(data))
    return [text for part in told for text in _texts_of(part)]


def jpeg_in(stream: Stream) -> bytes | None:
    """The JPEG file that a picture is, None where its elements are plain numbers.

    Raises:
        UnreadableError: It is neither.
    """
    given = stream.entries.get("Filter")
    filters: list[Value] = given if isinstance(given, list) else [] if given is None else [given]
    unknown = [name for name in filters if str(name) not in FILTERS]
    if not unknown:
        return None
    if (
        unknown != [JPEG]
        or filters[-1] != JPEG
        or (filters[1:] and "DecodeParms" in stream.entries)
    ):
        raise UnreadableError(f"object {stream.number} is a picture in a format that is not known")
    return decode(stream.data, {"Filter": filters[:-1]})


def _told(data: bytes, number: int) -> Iterator[bytes]:
    """Go through the segments of a JPEG file, and give those that are no part of the picture."""
    if data[:2] != b"\xff\xd8":
        raise UnreadableError(f"object {number} is no JPEG file")
    at = 2
    while at + 2 <= len(data):
        kind = data[at + 1]
        if data[at] != 0xFF:
            raise UnreadableError(f"object {number} has something between its segments")
        if kind == _END:
            yield data[at + 2 :]
            return
        if kind in _ALONE or kind == 0xFF:
            at += 1 if kind == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if kind not in _SHOWN:
            yield data[at + 4 : end]
        if kind == _SCAN:
            following = _NEXT.search(data, end)
            end = following.start() if following else len(data)
        at = end
    raise UnreadableError(f"object {number} is a JPEG file without an end")


def _written_in(data: bytes) -> Iterator[bytes]:
    """Give letters that follow one another where the elements of a picture are.

    Sixteen hardly ever do so by chance. Not each byte is looked at, as pictures are large.
    """
    seen = data.translate(_PRINTABLE)[::_STEP]
    at = seen.find(b"\1" * _STEPS)
    while at >= 0:
        start = max(0, (at - 1) * _STEP + 1)
        run = _WORDS.search(data, start)
        if run is None:
            return
        if len(run[0]) >= _STEP * _STEPS:
            yield run[0]
        at = seen.find(b"\1" * _STEPS, max(at + 1, run.end() // _STEP))


def _texts_of(part: bytes) -> Iterator[str]:
    """Read bytes as text in every way that it may be written in."""
    for encoding in _ENCODINGS:
        for data in (part,) if encoding == "utf-8" else (part, part[1:]):
            text = fold(data.decode(encoding, "replace")).strip()
            if text:
                yield text
