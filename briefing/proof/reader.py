"""Reads everything a finished file says, in every way that it can be read.

In: the bytes of a PDF. Out: its texts, folded, each with its place. A file that is not understood
to the last byte is refused; this reader is for files that we have made, and guesses at nothing.
"""

import re
from collections.abc import Iterator
from html import unescape

from briefing.proof.content import own_resources, read_content
from briefing.proof.file import File, Stream
from briefing.proof.fold import fold
from briefing.proof.fonts import Fonts
from briefing.proof.page import Page
from briefing.proof.strand import GUESSED, Strand
from briefing.proof.strings import string_strands
from briefing.proof.structure import Leaf, reading_order
from briefing.proof.syntax import Dictionary, Reference, UnreadableError, Value
from briefing.proof.wrapping import kind_of, text_in

_MARKUP = re.compile(
    r"""<\?xpacket[^>]*>|\s(?:xmlns(?::[\w.-]+)?|rdf:parseType|xml:lang)\s*=\s*(?:"[^"]*"|'[^']*')|</?[\w:.-]+|[\w:.-]+\s*=(?=["'])"""
)
_MOST_PAGES = 100_000


def read_pdf(data: bytes) -> list[Strand]:
    """Read a file.

    Raises:
        UnreadableError: Something in it is not understood.
    """
    file = File(data)
    root = file.dictionary(file.trailer.get("Root"))
    reader = _Reader(file)
    pages = dict(reader.pages(root))
    strands = list(_painted(pages))
    strands += _read_in_order(pages, reading_order(file, root))
    strands += string_strands(file)
    strands += reader.other_streams()
    return strands


class _Reader:
    """Reads the streams of a file, and knows which it has read."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._fonts = Fonts(file)
        self._done: set[int] = set()

    def pages(self, root: Dictionary) -> Iterator[tuple[int, Page]]:
        """Read all pages; gives the number of each page's object, and what it says."""
        ahead: list[tuple[Value, Dictionary]] = [(root.get("Pages"), {})]
        seen: set[int] = set()
        while ahead:
            value, inherited = ahead.pop()
            number = value.number if isinstance(value, Reference) else -len(seen)
            if number in seen or len(seen) > _MOST_PAGES:
                raise UnreadableError("a page is in its tree twice")
            seen.add(number)
            node = self._file.dictionary(value)
            resources = self._file.dictionary(node.get("Resources")) or inherited
            if "Kids" in node:
                kids = self._file.items(node.get("Kids"))
                ahead += [(kid, resources) for kid in reversed(kids)]
            else:
                yield number, self._page(node, resources)

    def other_streams(self) -> Iterator[Strand]:
        """Read whatever is no page: metadata, attachments, drawings that no page shows."""
        for number, stream in self._file.streams.items():
            if number in self._done or number in self._fonts.tables:
                continue
            place = f"object {number}"
            match kind_of(stream):
                case "content":
                    resources = own_resources(self._file, stream)
                    page = self._read(stream.plain(), resources)
                    yield from _painted({number: page}, place)
                case "metadata":
                    text = _MARKUP.sub(" ", text_in(stream))
                    yield _placed([fold(unescape(text))], "metadata", name=True)
                case "attachment":
                    yield _placed([fold(text_in(stream))], self._attachment(stream), name=True)
                case "text":
                    yield _placed([fold(text_in(stream))], place, name=True)

    def _page(self, node: Dictionary, resources: Dictionary) -> Page:
        streams, contents, code = self._file.streams, node.get("Contents"), []
        single = isinstance(contents, Reference) and contents.number in streams
        for value in [contents] if single else self._file.items(contents):
            if not isinstance(value, Reference) or value.number not in streams:
                raise UnreadableError("a page without its content")
            self._done.add(value.number)
            code.append(streams[value.number].plain())
        return self._read(b"\n".join(code), resources)

    def _read(self, code: bytes, resources: Dictionary) -> Page:
        return read_content(self._file, self._fonts, code, resources)

    def _attachment(self, stream: Stream) -> str:
        for number in self._file.numbers():
            entries = self._file.dictionary(Reference(number))
            files = self._file.dictionary(entries.get("EF"))
            if Reference(stream.number) in files.values():
                return f"attachment (objects {number} and {stream.number})"
        return f"attachment (object {stream.number})"


def _painted(pages: dict[int, Page], place: str = "") -> Iterator[Strand]:
    for index, page in enumerate(pages.values(), start=1):
        where = place or f"page {index}"
        yield _placed(page.painted, where)
        if page.guessed:
            yield _placed([piece.replace(GUESSED, "") for piece in page.painted], where)
        if page.asides:
            yield _placed(page.asides, where, name=True)


def _placed(pieces: list[str], where: str, *, name: bool = False) -> Strand:
    return Strand(pieces, lambda _: where, apart=name, name=name)


def _read_in_order(pages: dict[int, Page], order: list[Leaf]) -> Iterator[Strand]:
    """Join what the leaves of the structure say, in its order."""
    pieces: list[str] = []
    places: list[int] = []
    last: Leaf = (0, -1)
    for leaf in order:
        page = pages.get(leaf[0])
        texts = page.leaves.get(leaf[1]) if page else None
        if page is None or texts is None:
            continue
        text = "".join(texts)
        follows = leaf[0] == last[0] and page.follows.get(leaf[1]) == last[1]
        pieces.append(text if follows else f" {text}")
        places.append(leaf[0])
        last = leaf
    numbers = {number: index for index, number in enumerate(pages, start=1)}
    if pieces:
        yield Strand(pieces, lambda index: f"page {numbers[places[index]]}")
        if any(page.guessed for page in pages.values()):
            joined = [piece.replace(GUESSED, "") for piece in pieces]
            yield Strand(joined, lambda index: f"page {numbers[places[index]]}")
