"""Marked content: what it belongs to and what it says of itself (ISO 32000-1 14.6)."""

from collections.abc import Iterator

from briefing.proof.file.objects import File
from briefing.proof.file.syntax import Dictionary, Value, read_name, read_plain, text_of
from briefing.proof.fold import fold

Properties = tuple[int | None, str | None, tuple[str, ...]]
"""The number of marked content (MCID), what it says in place of what is painted (ActualText), and
all texts among its properties; folded, and None where there is none."""


INLINE: dict[bytes, Properties] = {}
"""What was read, by instruction, where its properties stand in it: a cache of a pure function, for
`read_mark` alone to fill, of at most `_MOST_INLINE` entries."""

_MOST_INLINE = 1 << 13


def read_mark(instruction: bytes, file: File, resources: Dictionary) -> Properties:
    """Read BMC or BDC with its operands."""
    if b"<<" in instruction:
        value, _ = read_plain(instruction, instruction.index(b"<<"))
        mark = _properties(value if isinstance(value, dict) else {})
        if len(INLINE) >= _MOST_INLINE:
            INLINE.clear()
        INLINE[instruction] = mark
        return mark
    if instruction.endswith(b"BMC"):
        return None, None, ()
    name = read_name(b"/" + instruction[:-3].rstrip().rpartition(b"/")[2])
    lists = file.dictionary(resources.get("Properties"))
    return _properties(file.dictionary(lists.get(name)))


def _properties(entries: Dictionary) -> Properties:
    number, said = entries.get("MCID"), entries.get("ActualText")
    return (
        number if isinstance(number, int) else None,
        fold(text_of(said)) if isinstance(said, bytes) else None,
        tuple(map(fold, _strings_in(entries))),
    )


def _strings_in(value: Value) -> Iterator[str]:
    if isinstance(value, bytes):
        yield text_of(value)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings_in(item)
