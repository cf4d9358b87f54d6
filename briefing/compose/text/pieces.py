"""Runs of text and the structure over them, growing together."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.compose.ledger import Ledger
from briefing.compose.text.looks import coloured
from briefing.errors import Location
from briefing.model.flow import ParagraphItem, Run
from briefing.model.structure import Leaf, LinkPlace, Node
from briefing.model.style import ParagraphStyle, TextStyle

Kid = Node | Leaf | LinkPlace


class Look(Struct, frozen=True):
    """What a run takes from what surrounds it.

    Attributes:
        link: The number of a link that it is part of.
        short: Abbreviations are not spelled out, and none counts as met.
        tinted: Links have a colour of their own.
        artifact: It repeats what stands elsewhere: it paints no leaf of the structure.
    """

    style: TextStyle
    language: str
    link: int | None = None
    short: bool = False
    tinted: bool = True
    artifact: bool = False

    def within_link(self, link: int, colour: str) -> "Look":
        """The look of words that are a link."""
        style = coloured(self.style, colour) if self.tinted else self.style
        return replace(self, style=style, link=link)


class Piece:
    """Runs and the structure over them, growing together.

    Attributes:
        marked: Anchors of the notes whose markers are among the runs, and which do not themselves
            find the way back to them: endnotes, and those with letters.
    """

    __slots__ = ("kids", "marked", "runs")

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.kids: list[Kid] = []
        self.marked: tuple[str, ...] = ()

    def add(self, other: "Piece") -> None:
        """Append what `other` holds, in the same element.

        Words that follow words are one leaf with them, so that nobody hears them apart. A space
        that stands alone joins the leaf before it: at a line's end it is not painted, and a leaf of
        its own would then be nowhere.
        """
        kids = other.kids
        before, after = self.kids[-1] if self.kids else None, kids[0] if kids else None
        joined = isinstance(before, Leaf) and isinstance(after, Leaf)
        for run in other.runs:
            if joined and run.leaf == after:
                self.runs.append(replace(run, leaf=before))
            elif run.leaf is None and run.text != "\n" and self.runs:
                self.runs.append(replace(run, leaf=self.runs[-1].leaf))
            else:
                self.runs.append(run)
        self.kids += kids[1:] if joined else kids
        if other.marked:
            self.marked += other.marked

    def within(self, node: Node) -> "Piece":
        """Put an element around what it holds, if that is anything."""
        if self.kids:
            self.kids = [replace(node, kids=tuple(self.kids))]
        return self


def text_piece(text: str, look: Look, ledger: Ledger, where: Location | None = None) -> Piece:
    """Set plain words with a leaf of their own, or spaces, which join the leaf before them."""
    piece = Piece()
    leaf = None if look.artifact or not text or text.isspace() else ledger.leaf()
    piece.runs.append(Run(text, look.style, leaf, look.language, look.link, where=where))
    if leaf is not None:
        piece.kids.append(leaf)
    return piece


def linked(piece: Piece, link: int) -> Piece:
    """Put a Link element around what `piece` holds; its runs already carry the link."""
    piece.kids = [Node("Link", (*piece.kids, LinkPlace(link)))]
    return piece


def without_notes(kids: Sequence[Kid]) -> tuple[tuple[Kid, ...], tuple[Node, ...]]:
    """Part words from the notes among them, which are no part of the name that they give.

    Returns:
        The words, and the notes that stood among them.
    """
    kept: list[Kid] = []
    notes: list[Node] = []
    for kid in kids:
        if not isinstance(kid, Node):
            kept.append(kid)
        elif kid.role == "Note":
            notes.append(kid)
        else:
            inner, found = without_notes(kid.kids)
            kept.append(replace(kid, kids=inner) if found else kid)
            notes += found
    return tuple(kept), tuple(notes)


def paragraph_item(
    piece: Piece, style: ParagraphStyle, ledger: Ledger, *, anchor: str = "", mark: str = ""
) -> ParagraphItem:
    """Make a paragraph of a piece; the notes that it calls lead back to it."""
    if piece.marked:
        anchor = anchor or f"{piece.marked[0]}-back"
        for note in piece.marked:
            ledger.backs.setdefault(note, anchor)
    return ParagraphItem(tuple(piece.runs), style, anchor=anchor, mark=mark)
