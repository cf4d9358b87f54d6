"""What kinds of streams there are, and how those that hold text are read as text."""

import codecs
import re
import zlib
from typing import Literal

from briefing.proof.file.objects import Stream
from briefing.proof.file.syntax import UnreadableError

Kind = Literal["content", "metadata", "attachment", "picture", "text", "none"]
"""Of a stream; "none" for what holds no text: fonts, colour profiles, indexes."""

_INDEXES = ("ObjStm", "XRef")
_FONTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf", b"\1\0")
_SHOWS_TEXT = re.compile(rb"\bBT\b.*\b(?:Tj|TJ)\b", re.DOTALL)
_PROFILE = slice(36, 40)
_BYTES_OF_HEAD = 64
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF16_LE, "utf-16"),
)


def kind_of(stream: Stream) -> Kind:
    """Tell what a stream is, by what it says of itself and by how it begins."""
    entries = stream.entries
    kind, subtype = entries.get("Type"), entries.get("Subtype")
    if subtype == "Image":
        return "picture"
    if kind in _INDEXES or entries.keys() & {"FunctionType", "ShadingType"}:
        return "none"
    if subtype == "Form" or entries.get("PatternType") == 1:
        return "content"
    if kind == "EmbeddedFile":
        return "attachment"
    if kind == "Metadata" or subtype == "XML":
        return "metadata"
    head = _head(stream)
    if b"\0" in head and (head.startswith(_FONTS) or head[_PROFILE] == b"acsp"):
        return "none"
    return "text"


def text_in(stream: Stream) -> str:
    """The whole of a stream as text.

    Raises:
        UnreadableError: It is not text, or text that is shown in fonts.
    """
    data = stream.plain()
    if b"BT" in data and _SHOWS_TEXT.search(data):
        raise UnreadableError(f"object {stream.number} has content that no page shows")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"object {stream.number} has data that are no text") from error
    if "\0" in text:
        raise UnreadableError(f"object {stream.number} has data that are no text")
    return text


def _head(stream: Stream) -> bytes:
    """The first bytes, found without unpacking the rest of a font."""
    if stream.entries.get("Filter") == "FlateDecode" and "DecodeParms" not in stream.entries:
        try:
            return zlib.decompressobj().decompress(stream.data, _BYTES_OF_HEAD)
        except zlib.error as error:
            raise UnreadableError(
                f"object {stream.number} has a stream that is no Flate"
            ) from error
    return stream.plain()[:_BYTES_OF_HEAD]
