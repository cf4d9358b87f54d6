"""Marked content: what it belongs to and what it says of itself (ISO 32000-1 14.6)."""

from collections.abc import Iterator
from functools import lru_cache

from briefing.proof.file import File
from briefing.proof.fold import fold
from briefing.proof.syntax import Dictionary, Value, read_name, read_plain, text_of

Properties = tuple[int | None, str | None, tuple[str, ...]]
"""The number of marked content (MCID), what it says in place of what is painted (ActualText), and
all texts among its properties; folded, and None where there is none."""


class Marks:
    """Reads the marked content of a file; what is written alike is read once.

    Attributes:
        inline: What was read, by instruction, where its properties stand in it.
    """

    def __init__(self, file: File) -> None:
        self._file = file
        self.inline: dict[bytes, Properties] = {}

    def read(self, instruction: bytes, resources: Dictionary) -> Properties:
        """Read BMC or BDC with its operands."""
        if b"<<" in instruction:
            mark = self.inline[instruction] = _read_inline(instruction)
            return mark
        if instruction.endswith(b"BMC"):
            return None, None, ()
        name = read_name(b"/" + instruction[:-3].rstrip().rpartition(b"/")[2])
        lists = self._file.dictionary(resources.get("Properties"))
        return _properties(self._file.dictionary(lists.get(name)))


@lru_cache(maxsize=4096)
def _read_inline(instruction: bytes) -> Properties:
    value, _ = read_plain(instruction, instruction.index(b"<<"))
    return _properties(value if isinstance(value, dict) else {})


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
