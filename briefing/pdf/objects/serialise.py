"""The bytes of a file: streams as they are, all other objects packed into object streams.

A tagged document is thousands of small dictionaries; packed they take a fifth of the room.
"""

import hashlib
import zlib
from collections.abc import Callable, Mapping
from itertools import pairwise

LEVEL = 5
"""Of compression; fixed, because the bytes depend on it. The next one takes half as long again for
one byte in a hundred.
"""

_PER_STREAM = 250  # at most 256, so that an index is one byte of the cross-reference stream

_Entry = tuple[int, int, int]  # type, offset or stream, generation or index


def serialise(
    objects: Mapping[int, str],
    streams: Mapping[int, bytes],
    *,
    root: int,
    info: int,
    version: tuple[int, int],
    last: Mapping[int, Callable[[str], bytes]] | None = None,
) -> bytes:
    """Write a whole file.

    Args:
        objects: Number → object, as Latin-1; none of them a stream.
        streams: Number → dictionary and stream, ready to be written.
        root: Number of the catalogue.
        info: Number of the information dictionary.
        version: Of PDF: major, minor.
        last: Number → writes a stream, like one of `streams`, that is told the identifier of the
            rest of the file.

    Source:
        ISO 32000-1 7.5.7 (object streams), 7.5.8 (cross-reference streams), 14.4 (identifiers).
    """
    parts = [b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % version]
    entries: dict[int, _Entry] = {0: (0, 0, 255)}
    late = sorted((last or {}).items())
    first = 1 + max(*objects, *streams, *(number for number, _ in late))
    packed = _object_streams(objects, first=first, entries=entries)
    place = len(parts[0])
    for number, body in (*sorted(streams.items()), *packed.items()):
        entries[number] = (1, place, 0)
        parts.append(_object(number, body))
        place += len(parts[-1])
    digest = hashlib.sha256(b"".join(parts))
    for number, write in late:
        entries[number] = (1, place, 0)
        parts.append(_object(number, write(digest.hexdigest())))
        place += len(parts[-1])
        digest.update(parts[-1])
    number = max(entries) + 1
    entries[number] = (1, place, 0)
    identity = digest.hexdigest()[:32]
    trailer = f"/Root {root} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]"
    parts.append(_object(number, _cross_references(entries, trailer)))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % place)
    return b"".join(parts)


def _object(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def stream(entries: str, data: bytes) -> bytes:
    """A stream with its dictionary, and a line end before its end (ISO 19005-2 6.1.7.1)."""
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
    return b"%b%b\nendstream" % (head, data)


def packed_stream(entries: str, data: bytes) -> bytes:
    """A stream that is deflated here."""
    return stream(f"{entries}/Filter/FlateDecode", zlib.compress(data, LEVEL))


def _object_streams(
    objects: Mapping[int, str], *, first: int, entries: dict[int, _Entry]
) -> dict[int, bytes]:
    """Pack the objects, and enter where each of them is."""
    numbers = sorted(objects)
    streams: dict[int, bytes] = {}
    for start in range(0, len(numbers), _PER_STREAM):
        chunk = numbers[start : start + _PER_STREAM]
        holder = first + len(streams)
        index, place = [], 0
        for position, number in enumerate(chunk):
            index.append(f"{number} {place}")
            place += len(objects[number]) + 1
            entries[number] = (2, holder, position)
        head = " ".join(index) + "\n"
        body = head + "\n".join([objects[number] for number in chunk])
        streams[holder] = packed_stream(
            f"/Type/ObjStm/N {len(chunk)}/First {len(head)}", body.encode("latin-1")
        )
    return streams


def _cross_references(entries: Mapping[int, _Entry], trailer: str) -> bytes:
    numbers = sorted(entries)
    if numbers != list(range(len(numbers))):
        raise ValueError("there are reserved object numbers without an object")
    width = (max(entry[1] for entry in entries.values()).bit_length() + 7) // 8
    predictor = f"/DecodeParms<</Predictor 12/Columns {width + 2}>>"
    data = _predicted([entries[number] for number in numbers], width)
    head = f"/Type/XRef/Size {len(numbers)}/W[1 {width} 1]{trailer}{predictor}"
    return packed_stream(head, data)


def _predicted(entries: list[_Entry], width: int) -> bytes:
    """Each row as its difference to the one above, after PNG's filter "up".

    Rows of one object stream differ by one in the last byte alone, so most come out equal.
    """
    step = b"\x02" + b"\0" * (width + 1) + b"\x01"
    rows = [_row(entries[0], (0, 0, 0), width)]
    for above, entry in pairwise(entries):
        same = entry[0] == above[0] == 2 and entry[1] == above[1]
        rows.append(step if same and entry[2] == above[2] + 1 else _row(entry, above, width))
    return b"".join(rows)


def _row(entry: _Entry, above: _Entry, width: int) -> bytes:
    pairs = zip(_packed(entry, width), _packed(above, width), strict=True)
    return b"\x02" + bytes([(one - other) & 255 for one, other in pairs])


def _packed(entry: _Entry, width: int) -> bytes:
    kind, where, which = entry
    return bytes((kind,)) + where.to_bytes(width, "big") + bytes((which,))
