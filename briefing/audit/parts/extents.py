"""Measures what each object takes of a file's bytes, as they stand there."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from mmap import mmap

import pikepdf
from pikepdf import Pdf

from briefing.audit.entries import decoded, name, number

_HEAD = re.compile(rb"(?<!\d)(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![a-z])")
_TURN = re.compile(rb">>[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)|endobj")
_END = re.compile(rb"[\0\t\n\f\r ]*endstream[\0\t\n\f\r ]*(?:endobj)?\r?\n?")
_LATE_END = re.compile(rb"endstream[\0\t\n\f\r ]*(?:endobj)?\r?\n?")
_NUMBER = re.compile(rb"(?<!\S)\d{1,10}(?!\S)")
_NEWLINE = re.compile(rb"\r?\n?")


def measure(pdf: Pdf, data: bytes | mmap) -> dict[int, float]:
    """Bytes by number of object; what stands in object streams has a share of their bytes.

    Older states of an object, which an update has left in the file, count for it too.
    """
    sizes: defaultdict[int, float] = defaultdict(float)
    for key, length in _extents(pdf, data):
        held = _held(pdf, key)
        whole = sum(held.values())
        if not whole:
            sizes[key[0]] += length
        for inner, share in held.items():
            sizes[inner] += length * share / whole if whole else 0
    return dict(sizes)


def _extents(pdf: Pdf, data: bytes | mmap) -> Iterator[tuple[tuple[int, int], int]]:
    """Each object that is written out, in the order of the file, with its length in bytes."""
    at = 0
    while head := _HEAD.search(data, at):
        key = int(head[1]), int(head[2])
        turn = _TURN.search(data, head.end())
        if turn is None:
            return
        if turn[0] == b"endobj":
            newline = _NEWLINE.match(data, turn.end())
            at = newline.end() if newline else turn.end()
        else:
            at = _end_of_stream(pdf, key, data, turn.end())
        yield key, at - head.start()


def _end_of_stream(pdf: Pdf, key: tuple[int, int], data: bytes | mmap, start: int) -> int:
    """Where a stream's object ends: by its length where that is true, else by its last word."""
    length = number(_object(pdf, key), "/Length")
    if length is not None and 0 <= length <= len(data) - start:
        end = _END.match(data, start + length)
        if end:
            return end.end()
    found = _LATE_END.search(data, start)
    return found.end() if found else len(data)


def _held(pdf: Pdf, key: tuple[int, int]) -> dict[int, int]:
    """The objects in an object stream, each with its bytes once unpacked.

    Source: ISO 32000-2 7.5.7.
    """
    packed = _object(pdf, key)
    if name(packed, "/Type") != "ObjStm" or not isinstance(packed, pikepdf.Stream):
        return {}
    data = decoded(packed)
    first, count = number(packed, "/First"), number(packed, "/N")
    if first is None or count is None:
        return {}
    pairs = [int(word) for word in _NUMBER.findall(data[: max(first, 0)])[: 2 * max(count, 0)]]
    offsets = [*pairs[1::2], len(data) - first]
    lengths = (max(0, end - start) for start, end in pairwise(offsets))
    return dict(zip(pairs[::2], lengths, strict=False))


def _object(pdf: Pdf, key: tuple[int, int]) -> object:
    try:
        return pdf.get_object(key)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return None
