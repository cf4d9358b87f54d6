"""The objects of a PDF file, found as its cross-references say (ISO 32000-1 7.5).

Every byte of the file is accounted for: it is inside an object that a cross-reference leads to,
or handed on as part of the `skeleton`, which is searched as it is. An object that is there twice
is refused, so there is no older state of the file to be overlooked.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise, repeat

from msgspec import Struct

from briefing.proof.file.filters import decode
from briefing.proof.file.rows import offsets_in
from briefing.proof.file.syntax import (
    Dictionary,
    Name,
    Reference,
    UnreadableError,
    Value,
    read_plain,
)

_HEAD = re.compile(rb"\s*(\d+)\s+(\d+)\s+obj")
_STREAM = re.compile(rb"\s*stream(?:\r\n|\n|\r)")
_USUAL_STREAM = re.compile(
    rb"%b\s*<<((?:[^()%%/]++|/(?!Length\s))*+)/Length\s+(\d+)\s*>>%b"
    % (_HEAD.pattern, _STREAM.pattern)
)
_USUAL_SIZE = 500  # bytes, from the number to where the stream begins
_AFTER_STREAM = re.compile(rb"\s*endstream\s*endobj")
_AFTER = re.compile(rb"\s*endobj")
_ONE_NUMBER = re.compile(rb"\s*\d+\s*endobj")
_TABLE = re.compile(rb"\s*xref\s")
_SECTION = re.compile(rb"\s*(\d+)\s+(\d+)(?=\s)")
_ENTRY = re.compile(rb"\s*(\d{10})\s(\d{5})\s([nf])")
_TRAILER = re.compile(rb"\s*trailer")
_START = re.compile(rb"startxref\s+(\d+)")
_LOST_STREAM = re.compile(rb"\bendstream\b")
_MOST_SECTIONS = 8


class Stream(Struct, frozen=True):
    """A stream: its dictionary with every direct reference resolved, and its filtered bytes."""

    number: int
    entries: Dictionary
    data: bytes

    def plain(self) -> bytes:
        """Its bytes without filters.

        Raises:
            UnreadableError: A filter is unknown or does not fit.
        """
        try:
            return decode(self.data, self.entries)
        except UnreadableError as error:
            raise UnreadableError(f"object {self.number} has {error}") from error


class File:
    """A file opened for reading.

    Attributes:
        trailer: Entries of the newest trailer.
        streams: Every stream, by number.
        packed: Number of an object → the unfiltered object stream it is in, its start and end.
        unpacked: What stands in object streams before their first object.
        skeleton: All bytes of the file but those of streams.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._offsets: dict[int, int] = {}
        self._values: dict[int, Value] = {}
        self._spans: list[tuple[int, int]] = []
        self.trailer: Dictionary = {}
        self.streams: dict[int, Stream] = {}
        self.packed: dict[int, tuple[bytes, int, int]] = {}
        self.unpacked: list[bytes] = []
        self._read_sections()
        if "Encrypt" in self.trailer:
            raise UnreadableError("the file is encrypted")
        for number in sorted(self._offsets, key=self._offsets.__getitem__):
            self._read_object(number)
        for stream in self.streams.values():
            if stream.entries.get("Type") == "ObjStm":
                self._unpack(stream)
        self.skeleton = self._skeleton()

    def numbers(self) -> list[int]:
        """Numbers of all objects but those that are streams."""
        return [*self._values, *self.packed]

    def get(self, number: int) -> Value:
        """An object; None for one that is not there."""
        if number not in self._values and number in self.packed:
            body, start, _ = self.packed[number]
            self._values[number] = read_plain(body, start)[0]
        return self._values.get(number)

    def resolve(self, value: Value) -> Value:
        """What a value is once references are followed.

        Raises:
            UnreadableError: They lead to a stream, or in a circle.
        """
        for _ in range(8):
            if not isinstance(value, Reference):
                return value
            if value.number in self.streams:
                raise UnreadableError(f"object {value.number} is a stream where none is expected")
            value = self.get(value.number)
        raise UnreadableError("references that lead in a circle")

    def dictionary(self, value: Value) -> Dictionary:
        """A dictionary, which may be a stream's; empty where there is none."""
        if isinstance(value, Reference) and value.number in self.streams:
            return self.streams[value.number].entries
        value = self.resolve(value)
        return value if isinstance(value, dict) else {}

    def items(self, value: Value) -> list[Value]:
        """The items of an array; of anything else, that one alone; none of null."""
        value = self.resolve(value)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def _read_sections(self) -> None:
        start = _START.match(self._data, self._data.rfind(b"startxref"))
        if start is None:
            raise UnreadableError("it does not say where its cross-references are")
        ahead = [int(start[1])]
        done: set[int] = set()
        while ahead:
            place = ahead.pop(0)
            if place in done:
                continue
            done.add(place)
            if len(done) > _MOST_SECTIONS:
                raise UnreadableError("it has too many sections of cross-references")
            trailer = self._read_section(place)
            self.trailer = self.trailer or trailer
            for key in ("XRefStm", "Prev"):
                value = trailer.get(key)
                if isinstance(value, int):
                    ahead.append(value)

    def _read_section(self, place: int) -> Dictionary:
        if _TABLE.match(self._data, place):
            return self._read_table(place)
        head = _HEAD.match(self._data, place)
        if head is None:
            raise UnreadableError(f"no cross-references at byte {place}")
        number = int(head[1])
        self._enter(number, place)
        self._read_object(number)
        stream = self.streams.get(number)
        if stream is None:
            raise UnreadableError(f"no cross-references at byte {place}")
        self._read_rows(stream)
        return stream.entries

    def _read_table(self, place: int) -> Dictionary:
        data = self._data
        match = _TABLE.match(data, place)
        end = match.end() if match else place
        while section := _SECTION.match(data, end):
            end = section.end()
            for number in range(int(section[1]), int(section[1]) + int(section[2])):
                entry = _ENTRY.match(data, end)
                if entry is None:
                    raise UnreadableError(f"a cross-reference is broken at byte {end}")
                end = entry.end()
                if entry[3] == b"n":
                    self._enter(number, int(entry[1]))
        trailer = _TRAILER.match(data, end)
        if trailer is None:
            raise UnreadableError(f"no trailer at byte {end}")
        value, end = read_plain(data, trailer.end())
        if not isinstance(value, dict):
            raise UnreadableError(f"no trailer at byte {end}")
        self._spans.append((place, trailer.end()))
        return value

    def _read_rows(self, stream: Stream) -> None:
        """Enter what a cross-reference stream says; which objects are packed is read off them."""
        entries = stream.entries
        widths = self.items(entries.get("W"))
        bounds = self.items(entries.get("Index")) or [0, entries.get("Size")]
        for number, offset in offsets_in(stream.plain(), widths, bounds):
            self._enter(number, offset)

    def _enter(self, number: int, offset: int) -> None:
        if self._offsets.setdefault(number, offset) != offset:
            raise UnreadableError(f"object {number} is there twice")

    def _read_object(self, number: int) -> None:
        if number in self._values or number in self.streams:
            return
        data, offset = self._data, self._offsets[number]
        if self._read_usual_stream(number, offset):
            return
        head = _HEAD.match(data, offset)
        if head is None or int(head[1]) != number:
            raise UnreadableError(f"object {number} is not where it should be")
        value, end = read_plain(data, head.end())
        start = _STREAM.match(data, end)
        if start is None:
            self._values[number] = value
            self._close(number, offset, end, _AFTER)
            return
        if not isinstance(value, dict):
            raise UnreadableError(f"object {number} is a stream without a dictionary")
        self._add_stream(number, offset, value, start.end())

    def _read_usual_stream(self, number: int, offset: int) -> bool:
        """Read one at speed: the dictionaries of many streams differ in length alone."""
        match = _USUAL_STREAM.match(self._data, offset, offset + _USUAL_SIZE)
        if match is None or int(match[1]) != number:
            return False
        entries = _read_entries(match[3])
        if entries is None:
            return False
        self._add_stream(number, offset, {**entries, "Length": int(match[4])}, match.end())
        return True

    def _add_stream(self, number: int, offset: int, entries: Dictionary, start: int) -> None:
        if any(type(item) is Reference for item in entries.values()):
            entries = {key: self._resolved(item) for key, item in entries.items()}
        length = entries.get("Length")
        if not isinstance(length, int):
            raise UnreadableError(f"object {number} is a stream without a length")
        end = start + length
        self._spans.append((start, end))
        self.streams[number] = Stream(number, entries, self._data[start:end])
        self._close(number, offset, end, _AFTER_STREAM)

    def _close(self, number: int, offset: int, end: int, pattern: re.Pattern[bytes]) -> None:
        if pattern.match(self._data, end) is None:
            raise UnreadableError(f"object {number} at byte {offset} does not end where it should")

    def _resolved(self, value: Value) -> Value:
        """Follow a reference in a stream's dictionary: its length may be in another object."""
        if not isinstance(value, Reference):
            return value
        if value.number in self._offsets and value.number not in self._values:
            head = _HEAD.match(self._data, self._offsets[value.number])
            if head is not None and _ONE_NUMBER.match(self._data, head.end()):
                self._read_object(value.number)
        found = self._values.get(value.number, value)
        return found if isinstance(found, int | Name) else value

    def _unpack(self, stream: Stream) -> None:
        entries = stream.entries
        count, first = entries.get("N"), entries.get("First")
        plain = stream.plain()
        if not isinstance(count, int) or not isinstance(first, int):
            raise UnreadableError(f"object {stream.number} does not say what is packed in it")
        index = list(map(int, plain[:first].split()))
        numbers, starts = index[0 : 2 * count : 2], index[1 : 2 * count : 2]
        if len(index) != 2 * count or starts != sorted(starts) or min(starts, default=0) < 0:
            raise UnreadableError(f"object {stream.number} has a broken index")
        body = plain[first:]
        ends = [*starts[1:], len(body)]
        before = len(self.packed)
        self.packed.update(zip(numbers, zip(repeat(body), starts, ends), strict=False))
        if len(self.packed) != before + count or not self._offsets.keys().isdisjoint(numbers):
            raise UnreadableError(f"object {stream.number} packs an object that is there twice")
        self.unpacked.append(body[: (starts or ends)[0]])

    def _skeleton(self) -> bytes:
        """All bytes but those of streams and tables of cross-references.

        Raises:
            UnreadableError: There is a stream that no cross-reference leads to, or an object
                inside of a stream.
        """
        spans = sorted([(0, 0), *self._spans, (len(self._data), len(self._data))])
        starts = [start for start, _ in spans]
        for number, offset in self._offsets.items():
            if offset < spans[bisect_right(starts, offset) - 1][1]:
                raise UnreadableError(f"object {number} is inside of another")
        if any(end > start for (_, end), (start, _) in pairwise(spans)):
            raise UnreadableError("it has streams inside of streams")
        parts = [self._data[end:start] for (_, end), (start, _) in pairwise(spans)]
        skeleton = b"\n".join(parts)
        if len(_LOST_STREAM.findall(skeleton)) != len(self.streams):
            raise UnreadableError("it holds a stream that no cross-reference leads to")
        return skeleton


@lru_cache(maxsize=256)  # bounded: at most `_USUAL_SIZE` bytes each
def _read_entries(text: bytes) -> Dictionary | None:
    """Read what stands in a dictionary; None for what is none. Nobody changes what is in it."""
    try:
        value, end = read_plain(b"<<%b>>" % text, 0)
    except UnreadableError:
        return None
    return value if isinstance(value, dict) and end == len(text) + 4 else None
