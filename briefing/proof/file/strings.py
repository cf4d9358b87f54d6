"""Every string and every name of every object, wherever in the file it stands."""

import re
from bisect import bisect_right
from functools import lru_cache

from briefing.proof.addresses import spelt
from briefing.proof.file.names import STANDARD_NAMES
from briefing.proof.file.objects import File
from briefing.proof.file.strand import APART, Strand
from briefing.proof.file.structure import Structure
from briefing.proof.file.syntax import (
    HEXADECIMAL,
    LITERAL,
    NAME,
    Dictionary,
    Reference,
    UnreadableError,
    read_name,
    read_string,
    text_of,
)
from briefing.proof.fold import fold

_STRING = re.compile(rb"(%b)" % LITERAL, re.DOTALL)
_USUAL = re.compile(
    rb"<</Type/Annot/Subtype/Link/Rect\[[-\d. ]*+\]/Border\[0 0 0\]/F 4/Contents()"
    rb"(?: /StructParent \d++"
    rb"(?:/Dest\[\d++ 0 R/XYZ [-\d. ]*+null\]>>|/A<</S/URI/URI >>>>)(?=\s))?+"
)
"""What links have in files of ours beside strings: numbers, and names that PDF itself has."""

_DIGITS = re.compile(rb"(%b)" % HEXADECIMAL)
_NAME = re.compile(rb"(%b)" % NAME)
_REFERENCE = b" 0 R"
_NOISE = b"0123456789[]<>.+-"
_SPACED = bytes.maketrans(_NOISE, b" " * len(_NOISE))
_WORDS = frozenset(
    b"true false null R obj endobj stream endstream xref trailer startxref %PDF %%EOF".split()
)
_SYNTAX = re.compile(
    rb"%PDF-\d\.\d|%%EOF|"
    rb"(?<![^\s<>\[\]])(?:[\d.+-]+|R|true|false|null|obj|endobj|stream|endstream|xref|trailer"
    rb"|startxref|[nf])(?![^\s<>\[\]])"
)
_FINGERPRINT = re.compile(
    rb"/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\s*\]|/CheckSum\s*<[0-9A-Fa-f]{32}>"
)
_SUBSET = re.compile(r"[A-Z]{6}\+")
_OBJECT = re.compile(rb"(\d+)\s+\d+\s+obj\b")


def string_strands(file: File, structure: Structure) -> list[Strand]:
    """Everything that objects say outside of streams.

    Args:
        file: The file.
        structure: What was read of its structure, which need not be read again.

    Raises:
        UnreadableError: There is a string without an end.
    """
    tokens = set(structure.kinds)
    strays: list[str] = []
    for body in (_FINGERPRINT.sub(b"", file.skeleton), _unread(file, structure)):
        rest = body
        for pattern in (_STRING, _USUAL, _DIGITS, _NAME):
            parts = pattern.split(rest)
            tokens.update(parts[1::2])
            rest = b" ".join(parts[::2])
        stray = _stray(rest)
        if stray:
            strays.append(stray)
    tokens.discard(b"")  # of links
    told = [(text, token) for token in sorted(tokens) if (text := _text_of(token))]
    return [
        Strand(
            [text for text, _ in told],
            lambda index: _holder(file, told[index][1]),
            between=APART,
            name=True,
        ),
        Strand(strays, lambda _: "outside of all objects", between=APART, name=True),
    ]


def _unread(file: File, structure: Structure) -> bytes:
    """What object streams hold, but for what was read of the structure."""
    read = structure.read
    parts = [
        b" " + body[read[number] : end] if number in read else body[start:end]
        for number, (body, start, end) in file.packed.items()
    ]
    return b"".join((*file.unpacked, b" ", *parts))


@lru_cache(maxsize=1 << 14)
def _text_of(token: bytes) -> str:
    """The folded text of a string or a name; empty for a name that PDF itself has."""
    if token[:1] != b"/":
        return fold(spelt(text_of(read_string(token)))).strip()
    name = read_name(token)
    return "" if name in STANDARD_NAMES else fold(_SUBSET.sub("", name)).strip()


def _stray(rest: bytes) -> str:
    """What is no string, name, number or word of the syntax: comments, and what should not be."""
    if b"(" in rest or b")" in rest:
        raise UnreadableError("a string without an end")
    words = set(rest.replace(_REFERENCE, b" ").translate(_SPACED).split()) - _WORDS
    if not _folded(b" ".join(words)):
        return ""  # such as the signs at the start of a file, which say nothing
    return _folded(_SYNTAX.sub(b" ", rest))


def _folded(rest: bytes) -> str:
    return fold(rest.decode("utf-8", "replace")).strip()


def _holder(file: File, token: bytes) -> str:
    """Say which object holds a string or name."""
    for number, (body, start, end) in file.packed.items():
        if token in body[start:end]:
            return _described(file, number)
    place = file.skeleton.find(token)
    starts = list(_OBJECT.finditer(file.skeleton))
    index = bisect_right([start.start() for start in starts], place) - 1
    return _described(file, int(starts[index][1])) if index >= 0 else "outside of all objects"


def _described(file: File, number: int) -> str:
    return f"{_kind(file, number)} (object {number})"


def _kind(file: File, number: int) -> str:
    entries = file.dictionary(Reference(number))
    if file.trailer.get("Info") == Reference(number):
        return "document information"
    if file.trailer.get("Root") == Reference(number):
        return "catalogue"
    kinds = {"Annot": "annotation", "Filespec": "attachment", "StructElem": "structure"}
    kinds |= {"EmbeddedFile": "attachment", "Page": "page"}
    kind = entries.get("Type")
    if isinstance(kind, str) and kind in kinds:
        return kinds[kind]
    return _kind_by_keys(entries)


def _kind_by_keys(entries: Dictionary) -> str:
    if "S" in entries and "P" in entries:
        return "structure"
    if "Rect" in entries and "Subtype" in entries:
        return "annotation"
    if "Title" in entries and "Parent" in entries:
        return "outline"
    if "Names" in entries or "Kids" in entries:
        return "names"
    return "object"
