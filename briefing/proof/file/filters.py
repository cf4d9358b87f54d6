"""Takes the filters of streams off again (ISO 32000-1 7.4)."""

import base64
import binascii
import sys
from array import array
from functools import lru_cache
from itertools import accumulate
from typing import cast

from zlib_ng import zlib_ng  # inflates in half the time of zlib

from briefing.proof.file.syntax import Dictionary, Name, UnreadableError, Value

_NOT_DEFLATED = cast(type[Exception], zlib_ng.error)  # its stubs say it were an instance
_UP = 2
_SMALL = 1 << 10
_LOW = 0 if sys.byteorder == "little" else 7
_USUAL, _UNUSUAL = "FlateDecode", frozenset(("F", "DecodeParms"))
DEFLATED: Dictionary = {"Filter": Name(_USUAL)}
"""What a stream says that has the usual filter alone."""

_FILTERS = {"Fl": "FlateDecode", "AHx": "ASCIIHexDecode", "A85": "ASCII85Decode"}

FILTERS = frozenset((*_FILTERS, *_FILTERS.values()))
"""The names of filters that are taken off here."""


def decode(data: bytes, entries: Dictionary) -> bytes:
    """Take off every filter that a stream's dictionary names.

    Raises:
        UnreadableError: A filter is not known here, or the data does not fit it.
    """
    if is_deflated(entries):
        return _decode_one(data, _USUAL, {})
    if "F" in entries:
        raise UnreadableError("a stream that is kept in another file")
    filters = _several(entries.get("Filter"))
    parameters = _several(entries.get("DecodeParms"))
    for index, name in enumerate(filters):
        chosen = parameters[index] if index < len(parameters) else None
        if chosen is not None and not isinstance(chosen, dict):
            raise UnreadableError("parameters of a filter that are kept elsewhere")
        data = _decode_one(data, str(name), chosen or {})
    return data


def is_deflated(entries: Dictionary) -> bool:
    """Whether a stream has the usual filter, and nothing more is to be known of it."""
    return entries.get("Filter") == _USUAL and _UNUSUAL.isdisjoint(entries)


def _several(value: Value) -> list[Value]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _decode_one(data: bytes, name: str, parameters: Dictionary) -> bytes:
    try:
        match _FILTERS.get(name, name):
            case "FlateDecode":
                return undo_predictor(_inflate(data), parameters)
            case "ASCIIHexDecode":
                digits = b"".join(data.partition(b">")[0].split())
                return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
            case "ASCII85Decode":
                return base64.a85decode(b"".join(data.partition(b"~>")[0].split()))
    except (_NOT_DEFLATED, ValueError) as error:
        raise UnreadableError(f"a stream that is no {name}") from error
    raise UnreadableError(f"the filter {name!r}")


def _inflate(data: bytes) -> bytes:
    """Inflate; many files share what is small, such as tables of fonts and drawings of letters."""
    return _inflate_small(data) if len(data) <= _SMALL else _inflate_any(data)


def _inflate_any(data: bytes) -> bytes:
    """Inflate; what stands behind the compressed data must be white space."""
    if not data:
        return b""
    inflater = zlib_ng.decompressobj()
    plain = inflater.decompress(data)
    if not inflater.eof or inflater.unused_data.strip(b"\0\t\n\f\r "):
        raise UnreadableError("a stream with something before or behind its end")
    return plain


_inflate_small = lru_cache(maxsize=512)(_inflate_any)


def undo_predictor(data: bytes, parameters: Dictionary) -> bytes:
    """Undo a PNG predictor.

    Source:
        ISO 32000-1 7.4.4.4; PNG (RFC 2083) chapter 6.
    """
    predictor = _number(parameters, "Predictor", 1)
    if predictor == 1:
        return data
    if predictor < 10:
        raise UnreadableError(f"the predictor {predictor}")
    bits = _number(parameters, "Colors", 1) * _number(parameters, "BitsPerComponent", 8)
    step = max(1, bits // 8)
    width = (bits * _number(parameters, "Columns", 1) + 7) // 8
    if width < 1 or len(data) % (width + 1):
        raise UnreadableError("a stream whose rows do not fill it")
    kinds = data[:: width + 1]
    if kinds == bytes([_UP]) * len(kinds):
        return _undo_up(data, width)
    return _undo_rows(data, width, step)


def _undo_up(data: bytes, width: int) -> bytes:
    """Undo it where every row is a difference to the one above, column by column."""
    plain = bytearray(len(data) // (width + 1) * width)
    for column in range(width):
        sums = array("Q", accumulate(data[column + 1 :: width + 1]))
        plain[column::width] = sums.tobytes()[_LOW::8]
    return bytes(plain)


def _undo_rows(data: bytes, width: int, step: int) -> bytes:
    above = bytearray(width)
    rows = []
    for start in range(0, len(data), width + 1):
        row = bytearray(data[start + 1 : start + 1 + width])
        _undo_row(data[start], row, above, step)
        rows.append(row)
        above = row
    return b"".join(rows)


def _undo_row(kind: int, row: bytearray, above: bytearray, step: int) -> None:
    if kind > 4:
        raise UnreadableError(f"the row filter {kind}")
    for index in range(len(row)) if kind else ():
        left = row[index - step] if index >= step else 0
        corner = above[index - step] if index >= step else 0
        guess = (left, above[index], (left + above[index]) // 2)[kind - 1 : kind]
        row[index] = (row[index] + (guess or (_paeth(left, above[index], corner),))[0]) & 255


def _paeth(left: int, up: int, corner: int) -> int:
    estimate = left + up - corner
    return min((left, up, corner), key=lambda value: abs(estimate - value))


def _number(entries: Dictionary, key: str, default: int) -> int:
    value = entries.get(key, default)
    return value if isinstance(value, int) else default
