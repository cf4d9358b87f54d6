"""Reads what a file states: sentences, headings, rows, notes and figures, in reading order.

Numbers of notes, figures, lists and pages count for nothing, nor do tables of contents, which
repeat headings. What is painted without being read, such as running heads, is not looked at.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby
from typing import Literal

from msgspec import Struct

from briefing.audit.structure.content import Line, PageContent
from briefing.audit.structure.elements import Element, Marked, Tree
from briefing.audit.structure.reading import INLINE, is_inline, plain, replacement, text_of
from briefing.editions.counting import is_numbering, masked, uncounted
from briefing.numbers.sentences import sentences

LETTERS = "Letters"
"""Stands for the role of what is written inside a figure, right behind the figure's own words."""

_WHOLE = frozenset(
    {"TR", "Note", "Caption", "Figure", "Letters", "H", "H1", "H2", "H3", "H4", "H5", "H6"}
)
"""Roles whose text is one statement, however many sentences it has."""

_JOINING = frozenset({"TR", "LI", "Note", "Caption"})
"""Roles that take in the text of the blocks below them."""

_JOINED = frozenset({"TD", "TH", "LBody", "P", "Div", "Lbl", "BlockQuote", *INLINE})
_CONTENTS = frozenset({"TOC", "TOCI"})
_NOTES = frozenset({"Note", "FENote"})
_CELLS = frozenset({"TD", "TH"})
_SPACES = (" ", "\u00a0")
_UNSEEN = frozenset("\u00ad\u200b\ufeff")


class Place(Struct, frozen=True):
    """A line of text on a page."""

    page: int
    line: Line


class Statement(Struct, frozen=True):
    """One thing that a file says.

    Attributes:
        key: What is compared: the text without what only counts.
        counting: The text without any numbers but those that say how much there is of something:
            neither those that only count, nor those of works and places in them.
        page: That it begins on, from 1.
        places: The lines that it stands on; none in a file without a structure.
        language: As BCP 47; empty for none.
    """

    role: str
    text: str
    key: str
    counting: str
    page: int
    places: tuple[Place, ...] = ()
    language: str = ""


Kind = Literal["says", "counts", "names"]
_KINDS: dict[str, Kind] = {"Reference": "counts", "BibEntry": "names", "Lbl": "names"}


class Piece(Struct, frozen=True):
    """A stretch of text.

    Attributes:
        kind: Whether its digits say something, only count pages, figures or notes, or are part of
            the name of a work or a label.
    """

    text: str
    places: tuple[Place, ...]
    kind: Kind = "says"


class Unit:
    """Text that is read together, while it is gathered."""

    __slots__ = ("element", "pieces", "role")

    def __init__(self, element: Element, role: str) -> None:
        self.element = element
        self.role = role
        self.pieces: list[Piece] = []


def read_statements(tree: Tree | None, pages: Sequence[PageContent]) -> tuple[Statement, ...]:
    """Read what a file states.

    In one without a structure each sentence counts once, since running heads cannot be told from
    text.
    """
    if tree is None:
        return tuple(_unstructured(pages))
    reader = _Reader(pages)
    for kid in tree.kids:
        reader.visit(kid, None)
    return tuple(statement for unit in reader.units for statement in _statements(unit))


class _Reader:
    """Gathers units in reading order; a unit stands before those inside it."""

    def __init__(self, pages: Sequence[PageContent]) -> None:
        self.units: list[Unit] = []
        self._pages = pages

    def visit(self, element: Element, holder: Unit | None) -> None:
        """Gather a block, into the unit that it is part of or into one of its own."""
        role = element.mapped
        if role in _CONTENTS:
            return
        if role == "Figure":
            self._figure(element)
            return
        if holder is not None and holder.role in _JOINING and role in _JOINED:
            cell = holder.role == "TR" and role in _CELLS
            holder.pieces.append(Piece(" | " if cell else " ", ()))
            self._inside(element, holder)
            return
        unit = Unit(element, "Note" if role in _NOTES else role)
        self.units.append(unit)
        self._inside(element, unit)

    def _inside(self, element: Element, unit: Unit, kind: Kind = "says") -> None:
        instead = replacement(element)
        if instead is not None:
            unit.pieces.append(Piece(instead, tuple(self._places(element)), kind))
            return
        for kid in element.kids:
            if isinstance(kid, Marked):
                unit.pieces += self._painted(kid, kind)
            elif isinstance(kid, Element):
                self._kid(kid, element, unit, kind)

    def _kid(self, kid: Element, above: Element, unit: Unit, kind: Kind) -> None:
        if kid.mapped in ("Lbl", "Reference") and is_numbering(text_of(kid, self._pages)):
            self._apart(kid, unit)
        elif is_inline(kid, above.mapped):
            self._inside(kid, unit, _KINDS.get(kid.mapped, "says") if kind == "says" else kind)
        else:
            self.visit(kid, unit)

    def _apart(self, element: Element, unit: Unit) -> None:
        """Leave out a marker or a number, but not the space behind it or what stands inside it."""
        if any(text.endswith(_SPACES) for text in self._texts(element)):
            unit.pieces.append(Piece(" ", ()))
        for kid in element.elements:
            if is_inline(kid, element.mapped):
                self._apart(kid, unit)
            else:
                self.visit(kid, unit)

    def _figure(self, element: Element) -> None:
        """A figure says what its alternative says; its letters are compared on their own."""
        words, letters = Unit(element, "Figure"), Unit(element, LETTERS)
        places = tuple(self._places(element))
        instead = replacement(element)
        if instead is not None:
            words.pieces.append(Piece(instead, places))
        for place in places:
            for text in filter(str.strip, place.line.stretches):
                letters.pieces += [
                    Piece(" · " if letters.pieces else "", ()),
                    Piece(text, (place,)),
                ]
        self.units += [words, letters]

    def _texts(self, element: Element) -> Iterator[str]:
        return (place.line.text for place in self._places(element))

    def _places(self, element: Element) -> Iterator[Place]:
        for one in element.walk():
            for kid in one.kids:
                if isinstance(kid, Marked):
                    for piece in self._painted(kid, "says"):
                        yield from piece.places

    def _painted(self, kid: Marked, kind: Kind) -> list[Piece]:
        if kid.page is None or not 0 < kid.page <= len(self._pages):
            return []
        sequence = self._pages[kid.page - 1].sequences.get((kid.stream, kid.mcid))
        lines = sequence.lines if sequence is not None else ()
        return [_piece(Place(kid.page, line), kind) for line in lines]


def _piece(place: Place, kind: Kind = "says") -> Piece:
    return Piece(place.line.text, (place,), kind)


def _statements(unit: Unit) -> Iterator[Statement]:
    """Cut a unit into statements, each with the lines it stands on."""
    text, owners = _flat(unit.pieces)
    for start, end in [(0, len(text))] if unit.role in _WHOLE else sentences(text):
        if not any(map(str.isalnum, text[start:end])):
            continue  # what stood between two markers
        pieces = [unit.pieces[at] for at in dict.fromkeys(owners[start:end])]
        places = tuple(dict.fromkeys(place for piece in pieces for place in piece.places))
        page = places[0].page if places else unit.element.page
        yield Statement(
            role=unit.role,
            text=text[start:end],
            key=uncounted(unit.role, _masked(unit, text, owners, (start, end), {"counts"})),
            counting=_masked(unit, text, owners, (start, end), {"counts", "names"}),
            page=page if page is not None else 1,
            places=places,
            language=unit.element.language,
        )


def _flat(pieces: Sequence[Piece]) -> tuple[str, list[int]]:
    """Put pieces together, with single spaces; give the piece of each character."""
    characters: list[str] = []
    owners: list[int] = []
    before = " "
    for at, piece in enumerate(pieces):
        for character in piece.text:
            if character in _UNSEEN:
                continue
            one = " " if character.isspace() else character
            if one != " " or before != " ":
                characters.append(one)
                owners.append(at)
            before = one
    text = "".join(characters).rstrip(" |·")
    lead = len(text) - len(text.lstrip(" |·"))
    return text[lead:], owners[lead : len(text)]


def _masked(
    unit: Unit, text: str, owners: Sequence[int], span: tuple[int, int], kinds: Set[Kind]
) -> str:
    """A stretch of a unit with a sign for each number in pieces of some kinds."""
    parts: list[str] = []
    for kind, run in groupby(range(*span), lambda index: unit.pieces[owners[index]].kind):
        part = "".join([text[index] for index in run])
        parts.append(masked(part) if kind in kinds else part)
    return "".join(parts)


def _unstructured(pages: Iterable[PageContent]) -> Iterator[Statement]:
    seen: set[str] = set()
    for page in pages:
        for block in page.text.split("\n\n"):
            text = plain(block.replace("-\n", ""))
            for start, end in sentences(text):
                said = text[start:end]
                key = said.replace("-", "")
                if key not in seen and not is_numbering(said):
                    seen.add(key)
                    yield Statement("page", said, key, said, page.number)
