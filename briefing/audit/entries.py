"""Reads entries of dictionaries that may hold anything: what is of another kind is not there."""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

_DEEPEST = 100  # levels of a name or number tree; files made in earnest have three
_UNREADABLE = re.compile("[\ud800-\udfff]")


def entry(holder: object, key: str | Name) -> Any:
    """What a dictionary or a stream holds under `key`; None where it is neither.

    A name that was read may be in no encoding, which a string cannot say.
    """
    if isinstance(holder, Dictionary | Stream):
        return holder.get(key)
    return None


def dictionary(holder: object, key: str | Name) -> Dictionary | Stream | None:
    """A dictionary, or a stream's."""
    value = entry(holder, key)
    return value if isinstance(value, Dictionary | Stream) else None


def stream(holder: object, key: str | Name) -> Stream | None:
    """A stream."""
    value = entry(holder, key)
    return value if isinstance(value, Stream) else None


def array(holder: object, key: str) -> list[Any]:
    """The items of an array; of a single value that stands for one, itself."""
    value = entry(holder, key)
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def name(holder: object, key: str) -> str:
    """A name without its slash."""
    return named(entry(holder, key))


def named(value: object) -> str:
    """A name without its slash; of bytes in no encoding, as it is written."""
    if not isinstance(value, Name):
        return ""
    try:
        return as_text(str(value)[1:])
    except UnicodeDecodeError:
        return value.unparse().decode("ascii", "replace")[1:]


def number(holder: object, key: str) -> int | None:
    """A whole number."""
    value = entry(holder, key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def inherited(page: object, key: str) -> Any:
    """What a page holds under `key`, or one of those above it in the tree of pages."""
    node = page
    for _ in range(_DEEPEST):
        value = entry(node, key)
        if value is not None or node is None:
            return value
        node = dictionary(node, "/Parent")
    return None


def text(holder: object, key: str) -> str:
    """A text string as one reads it."""
    return string(entry(holder, key))


def string(value: object) -> str:
    """A text string as one reads it; of bytes in no encoding, what can be made of them."""
    if not isinstance(value, String):
        return ""
    try:
        return as_text(str(value))
    except UnicodeDecodeError:
        return as_text(bytes(value).decode("utf-8", "replace"))


def as_text(value: str) -> str:
    """Replace what no text may hold, so that it can be written down."""
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", value)


def stored(holder: Stream) -> int:
    """The bytes that a stream takes in the file."""
    return len(undecoded(holder))


def undecoded(holder: Stream) -> bytes:
    """A stream's bytes as they are stored; nothing where they cannot be reached."""
    try:
        return bytes(holder.get_raw_stream_buffer())
    except (pikepdf.PdfError, RuntimeError):
        return b""


def decoded(holder: Stream) -> bytes:
    """What a stream holds; nothing where it cannot be decoded."""
    try:
        return holder.read_bytes()
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError):
        return b""


def walk_tree(root: object, leaves: str) -> Iterator[tuple[Any, Any]]:
    """Go through a name tree (`leaves` is ``/Names``) or a number tree (``/Nums``).

    Source: ISO 32000-2 7.9.6, 7.9.7.
    """
    seen: set[tuple[int, int]] = set()
    rest = [(root, 0)]
    while rest:
        node, depth = rest.pop()
        if isinstance(node, Object) and node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        pairs = array(node, leaves)
        yield from zip(pairs[::2], pairs[1::2], strict=False)
        if depth < _DEEPEST:
            rest.extend((kid, depth + 1) for kid in reversed(array(node, "/Kids")))
