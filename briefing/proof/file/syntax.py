"""The values that a PDF file is written with (ISO 32000-1 7.3), read from its bytes.

Names become `Name`, strings `bytes`, arrays lists, dictionaries dicts, references `Reference`;
null becomes None. Anything that is not understood is `UnreadableError`: what cannot be read is not
proved.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct


class UnreadableError(Exception):
    """Something in the file that this reader does not understand, so that it proves nothing."""


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


class Reference(Struct, frozen=True, gc=False):
    """A reference to an indirect object; generations do not occur in files that are new."""

    number: int


Value = None | bool | int | float | bytes | Name | Reference | list["Value"] | dict[str, "Value"]
Dictionary = dict[str, Value]

SPACE = rb"\0\t\n\f\r "
_REGULAR = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"


def _literal(depth: int) -> bytes:
    """A pattern of a literal string with parentheses up to `depth` deep; it never backtracks."""
    inner = rb"" if depth == 0 else b"|" + _literal(depth - 1)
    return rb"\((?:[^()\\]++|\\." + inner + rb")*+\)"


LITERAL = _literal(3)
HEXADECIMAL = rb"<[0-9A-Fa-f" + SPACE + rb"]*+>"
NAME = rb"/" + _REGULAR + rb"*+"
NUMBER = rb"[+-]?(?:\d++\.?\d*+|\.\d++)"
STRING_OR_NUMBER = re.compile(rb"%b|%b|%b" % (HEXADECIMAL, LITERAL, NUMBER), re.DOTALL)

_TOKEN = re.compile(
    rb"(?:[" + SPACE + rb"]++|%[^\r\n]*+)*+(?:"
    rb"(?P<name>" + NAME + rb")"
    rb"|(?P<reference>\d++[" + SPACE + rb"]++\d++[" + SPACE + rb"]++R(?!" + _REGULAR + rb"))"
    rb"|(?P<number>" + NUMBER + rb"(?!" + _REGULAR + rb"))"
    rb"|(?P<open><<)|(?P<close>>>)|(?P<references>\[[" + SPACE + rb"]*+(?:\d++ \d++ R[ \n]*+)++\])"
    rb"|(?P<array>\[)|(?P<end>\])"
    rb"|(?P<hexadecimal>" + HEXADECIMAL + rb")|(?P<literal>" + LITERAL + rb")|(?P<deep>\()"
    rb"|(?P<word>[A-Za-z'\"*]" + _REGULAR + rb"*+))",
    re.DOTALL,
)
_USUAL_ENTRY = re.compile(
    rb"[ \n]*+(%b)[ \n]*+(?:(%b)|(\d++) 0 R(?=[ \n/>])|(-?\d++)(?=[ \n]*+[/>])"
    rb"|\[[ \n]*+((?:\d++ 0 R[ \n]*+)++)\])" % (NAME, NAME)
)
"""An entry of a dictionary whose value is a name, a reference, a whole number or references."""

_WORDS: dict[bytes, bool | None] = {b"true": True, b"false": False, b"null": None}
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ESCAPED_ENDS = ((rb"\r", b"\r"), (rb"\n", b"\n"))
_SPARE = [bytes([code]) for code in range(0x80, 0x100)]
"""What may stand for a backslash while escapes are read, where no string has it."""

_UNSPARED = {spare: bytes.maketrans(spare, b"\\") for spare in _SPARE}
_ESCAPED = {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"",
    b"\r\n": b"",
}  # fmt: skip
_DEEPEST = 64


class Operator(bytes):
    """A bare word: an operator of a content stream."""

    __slots__ = ()


_CLOSE = Operator(b">>")
_END = Operator(b"]")


def read_value(data: bytes, start: int, depth: int = 0) -> tuple[Value | Operator, int]:
    """Read one value, or a bare word, and where it ends.

    Raises:
        UnreadableError: There is none at `start`.
    """
    match = _TOKEN.match(data, start)
    if match is None or depth > _DEEPEST:
        raise UnreadableError(f"nothing that can be read at byte {start}")
    end = match.end()
    kind = match.lastgroup
    text: bytes = match[kind] if kind else b""
    match kind:
        case "name":
            return read_name(text), end
        case "reference":
            return Reference(int(text.split()[0])), end
        case "number":
            return (float(text) if b"." in text else int(text)), end
        case "open":
            return _dictionary(data, end, depth)
        case "references":
            return _references(text[1:-1]), end
        case "array":
            return _array(data, end, depth)
        case "hexadecimal" | "literal":
            return read_string(text), end
        case "deep":
            end = _end_of_literal(data, end)
            return read_string(data[match.start("deep") : end]), end
        case "word" if text in _WORDS:
            return _WORDS[text], end
        case _:
            return Operator(text), end


def read_plain(data: bytes, start: int, depth: int = 0) -> tuple[Value, int]:
    """Read one value, where no operator may stand."""
    value, end = read_value(data, start, depth)
    if isinstance(value, Operator):
        raise UnreadableError(f"no value at byte {start}")
    return value, end


def _dictionary(data: bytes, place: int, depth: int) -> tuple[Dictionary, int]:
    entries: Dictionary = {}
    while True:
        while usual := _USUAL_ENTRY.match(data, place):
            entries[read_name(usual[1])] = _usual_value(usual)
            place = usual.end()
        key, place = read_value(data, place, depth + 1)
        if key == _CLOSE:
            return entries, place
        if not isinstance(key, Name):
            raise UnreadableError(f"a dictionary has no name at byte {place}")
        entries[key], place = read_plain(data, place, depth + 1)


def _usual_value(entry: re.Match[bytes]) -> Value:
    _, name, reference, number, references = entry.groups()
    if name:
        return read_name(name)
    if reference:
        return Reference(int(reference))
    return int(number) if number else _references(references)


def _references(text: bytes) -> list[Value]:
    return [Reference(number) for number in map(int, text.split()[::3])]


def _array(data: bytes, place: int, depth: int) -> tuple[list[Value], int]:
    items: list[Value] = []
    while True:
        value, place = read_value(data, place, depth + 1)
        if value == _END and isinstance(value, Operator):
            return items, place
        if isinstance(value, Operator):
            raise UnreadableError(f"an array is broken at byte {place}")
        items.append(value)


def _end_of_literal(data: bytes, place: int) -> int:
    """Find the end of a literal string whose parentheses are deeper than the pattern knows."""
    open_ones = 1
    while open_ones:
        sign = data[place : place + 1]
        if not sign:
            raise UnreadableError("a string has no end")
        place += 2 if sign == b"\\" else 1
        open_ones += (sign == b"(") - (sign == b")")
    return place


@lru_cache(maxsize=1 << 12)
def read_name(text: bytes) -> Name:
    """Read a name with its slash."""
    if b"#" in text:
        text = _NAME_CODE.sub(lambda match: bytes([int(match[1], 16)]), text)
    try:
        return Name(text[1:].decode("utf-8"))
    except UnicodeDecodeError:
        return Name(text[1:].decode("latin-1"))


def read_string(text: bytes) -> bytes:
    """Read a string with its delimiters."""
    if text.startswith(b"<"):
        digits = text[1:-1].translate(None, b"\0\t\n\f\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    body = text[1:-1]
    if b"\\" not in body and b"\r" not in body:
        return body
    plain = body.replace(rb"\(", b"(").replace(rb"\)", b")")
    return _ESCAPE.sub(_unescape, body) if b"\\" in plain or b"\r" in plain else plain


def read_bodies(joined: bytes) -> bytes | None:
    """Read what is between the parentheses of literal strings, joined, all at once.

    Returns:
        None where there may be more than that: rare escapes, or a string that ends inside.
    """
    if b"\\" not in joined and b"\r" not in joined:
        return None if b")" in joined else joined
    spare = next((sign for sign in _SPARE if sign not in joined), None)
    if spare is None or b"\r" in joined:
        return None
    joined = joined.replace(rb"\\", spare)
    for escape, plain in _ESCAPED_ENDS:
        if escape in joined:
            joined = joined.replace(escape, plain)
    closing = joined.count(rb"\)")
    if joined.count(b")") != closing or joined.count(b"\\") != closing + joined.count(rb"\("):
        return None
    return joined.translate(_UNSPARED[spare], b"\\")


def _unescape(match: re.Match[bytes]) -> bytes:
    sign: bytes | None = match[1]
    if sign is None:
        return b"\n"
    if sign.isdigit() and sign < b"8":
        return bytes([int(sign, 8) & 255])
    return _ESCAPED.get(sign, sign)


_PDF_DOC = (
    "\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc",
    "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d"
    "\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161"
    "\u017e\ufffd\u20ac",
)
_PDF_DOC_SIGNS = {
    **{0x18 + index: sign for index, sign in enumerate(_PDF_DOC[0])},
    **{0x80 + index: sign for index, sign in enumerate(_PDF_DOC[1])},
}


def text_of(string: bytes) -> str:
    """Read a text string: UTF-16 or UTF-8 where it says so, else PDFDocEncoding.

    Source:
        ISO 32000-2 7.9.2.2 and annex D.2.
    """
    if string.startswith(b"\xfe\xff"):
        return string[2:].decode("utf-16-be", "replace")
    if string.startswith(b"\xff\xfe"):
        return string[2:].decode("utf-16-le", "replace")
    if string.startswith(b"\xef\xbb\xbf"):
        return string[3:].decode("utf-8", "replace")
    text = string.decode("latin-1")
    if text.isascii() and text.isprintable():
        return text
    return "\n".join([text.translate(_PDF_DOC_SIGNS), *_unmarked(string)])


def _unmarked(string: bytes) -> Iterator[str]:
    """What a string may say to readers that guess at an encoding it does not name."""
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        try:
            yield string.decode(encoding)
        except UnicodeDecodeError:
            continue
