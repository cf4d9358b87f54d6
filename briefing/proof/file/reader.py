"""Reads everything a finished file says, in every way that it can be read.

In: the bytes of a PDF. Out: its texts, folded, each with its place. A file that is not understood
to the last byte is refused; this reader is for files that we have made, and guesses at nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from html import unescape

from briefing.proof.addresses import spelt
from briefing.proof.file.codes import GUESSED
from briefing.proof.file.images import told_in
from briefing.proof.file.keys import without_head, without_keys, without_schema
from briefing.proof.file.objects import File, Stream
from briefing.proof.file.page import Leaf, Page, Shown, assemble
from briefing.proof.file.strand import APART, Strand, in_both_readings
from briefing.proof.file.streams import Contents, own_resources
from briefing.proof.file.strings import string_strands
from briefing.proof.file.structure import read_structure
from briefing.proof.file.syntax import Dictionary, Reference, UnreadableError, Value
from briefing.proof.file.wrapping import kind_of, text_in
from briefing.proof.fold import fold

_MARKUP = re.compile(
    r"""
      <\?xpacket [^>]*>
    | \s (?: xmlns (?: : [\w.-]+ )? | rdf:parseType | xml:lang ) \s* = \s* (?: "[^"]*" | '[^']*' )
    | </? [\w:.-]++
    | (?<! [\w:.-] ) [\w:.-]++ \s*+ = (?= ["'] )
    """,
    re.VERBOSE,
)
_CELL = re.compile(r'"(?:[^"]++|"")*"|(?:[^",\r\n]++|,(?=[ \t]))++')
_CSV, _JSON = "text/csv", "json"
_MOST_PAGES = 100_000
_REACH = 400  # signs before and behind the end of a page; four words are hardly ever as long


def read_pdf(data: bytes) -> list[Strand]:
    """Read a file.

    Raises:
        UnreadableError: Something in it is not understood.
    """
    return read(File(data))


def read(file: File) -> list[Strand]:
    """Read a file that is open.

    Raises:
        UnreadableError: Something in it is not understood.
    """
    root = file.dictionary(file.trailer.get("Root"))
    structure = read_structure(file, root)
    order = structure.order
    reader = _Reader(file, sized=not order)
    pages = reader.pages(root)
    strands = list(_painted(pages))
    strands += _read_in_order(pages, order) if order else _read_on(pages)
    strands += string_strands(file, structure)
    strands += reader.other_streams()
    return strands


class _Reader:
    """Reads the streams of a file, and knows which it has read."""

    def __init__(self, file: File, *, sized: bool) -> None:
        self._file = file
        self._contents = Contents(file, sized=sized)
        self._done: set[int] = set()

    def pages(self, root: Dictionary) -> dict[int, Page]:
        """Read all pages; gives the number of each page's object, and what it says."""
        return assemble(dict(self._shown(root)))

    def _shown(self, root: Dictionary) -> Iterator[tuple[int, Shown]]:
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
            if number in self._done or self._contents.has_read(number):
                continue
            place = f"object {number}"
            match kind_of(stream):
                case "content":
                    resources = own_resources(self._file, stream)
                    shown = self._contents.read(stream.plain(), resources)
                    yield from _painted(assemble({number: shown}), place)
                case "metadata":
                    text = _MARKUP.sub(" ", without_schema(text_in(stream)))
                    yield _placed([fold(spelt(unescape(text)))], "metadata")
                case "attachment":
                    yield from self._attached(stream)
                case "picture":
                    told = told_in(stream)
                    if told:
                        yield _placed(told, f"picture ({place})")
                case "text":
                    yield _placed([fold(text_in(stream))], place)

    def _page(self, node: Dictionary, resources: Dictionary) -> Shown:
        streams, contents, code = self._file.streams, node.get("Contents"), []
        single = isinstance(contents, Reference) and contents.number in streams
        for value in [contents] if single else self._file.items(contents):
            if not isinstance(value, Reference) or value.number not in streams:
                raise UnreadableError("a page without its content")
            self._done.add(value.number)
            code.append(streams[value.number].plain())
        return self._contents.read(b"\n".join(code), resources)

    def _attached(self, stream: Stream) -> Iterator[Strand]:
        place = partial(self._attachment, stream.number)
        cells = _cells_of(text_in(stream), str(stream.entries.get("Subtype")))
        yield Strand(cells, place, between=APART, name=True)

    def _attachment(self, stream: int, _: int) -> str:
        for number in self._file.numbers():
            entries = self._file.dictionary(Reference(number))
            if Reference(stream) in self._file.dictionary(entries.get("EF")).values():
                return f"attachment (objects {number} and {stream})"
        return f"attachment (object {stream})"


@lru_cache(
    maxsize=64
)  # papers that are told the same attach the same; bounded: some kilobytes each
def _cells_of(text: str, kind: str) -> tuple[str, ...]:
    """Fold data cell by cell, JSON line by line, and anything else as it stands.

    A comma before a space is in a text; any other parts two cells, numbers or words. No text of
    JSON goes on in another line.
    """
    cells = _CELL.findall(without_head(text)) if kind == _CSV else [text]
    if kind.endswith(_JSON):
        cells = without_keys(text).split("\n")
    return tuple(map(fold, map(spelt, dict.fromkeys(cells))))


def _painted(pages: dict[int, Page], place: str = "") -> Iterator[Strand]:
    for index, page in enumerate(pages.values(), start=1):
        where = place or f"page {index}"
        yield from in_both_readings([page.painted], partial(_always, where))
        if page.asides:
            yield _placed(page.asides, where)


def _placed(pieces: Sequence[str], where: str) -> Strand:
    return Strand(pieces, partial(_always, where), between=APART, name=True)


def _always(where: str, _: int) -> str:
    return where


def _read_in_order(pages: dict[int, Page], order: list[Leaf]) -> Iterator[Strand]:
    """Join what the leaves of the structure say, in its order."""
    texts: dict[Leaf, str] = {}
    for page in pages.values():
        texts.update(page.leaves)
    said = [leaf for leaf in order if leaf in texts]
    numbers = {number: index for index, number in enumerate(pages, start=1)}
    yield from in_both_readings(
        [texts[leaf] for leaf in said], lambda index: f"page {numbers[said[index][0]]}"
    )


def _read_on(pages: dict[int, Page]) -> Iterator[Strand]:
    """Read over the ends of pages, in each size.

    Without a structure, this is how a text goes on: past notes and running lines, which are of
    other sizes.
    """
    pieces: list[str] = []
    places: list[str] = []
    before: dict[bytes, tuple[int, str]] = {}
    for index, page in enumerate(pages.values(), start=1):
        for size, (first, last) in page.edges.items():
            if size in before:
                number, text = before[size]
                pieces.append(_end_of(text) + _start_of(first))
                places.append(f"page {number}")
            before[size] = index, last
    glued = [piece.replace(GUESSED, "") for piece in pieces]
    for reading in (pieces, glued) if glued != pieces else (pieces,):
        yield Strand(reading, places.__getitem__, between=APART)


def _end_of(text: str) -> str:
    return text[text.find(" ", len(text) - _REACH) + 1 :] if len(text) > _REACH else text


def _start_of(text: str) -> str:
    return text[: text.rfind(" ", 0, _REACH) + 1] if len(text) > _REACH else text
