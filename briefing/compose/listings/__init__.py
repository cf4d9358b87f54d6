"""What is gathered from the whole document: contents, lists, works, credits, endnotes."""

from collections.abc import Iterable

from msgspec.structs import replace

from briefing.compose.columns import across
from briefing.compose.ledger import Ledger
from briefing.compose.listings.bibliography import set_bibliography
from briefing.compose.listings.credits import set_credits
from briefing.compose.listings.imprint import imprint_style, set_imprint
from briefing.compose.notes import InPlace, set_endnotes
from briefing.compose.paragraphs import Composed, Setting, begins
from briefing.compose.survey.targets import Target
from briefing.compose.text.inlines import bare, set_inlines
from briefing.compose.text.looks import emboldened
from briefing.compose.text.pieces import Kid, Look, Piece, linked, text_piece
from briefing.compose.text.references import page_piece
from briefing.errors import Location
from briefing.model.flow import GroupItem, Item, ParagraphItem, TableCell, TableItem, TableRow
from briefing.model.manuscript import Listing
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle
from briefing.units import Pt

_NONE = Pt(0)
_LEVEL = 1  # of the headings of listings
_KEPT_ROWS = 20  # so many terms stay on one page


def set_listing(listing: Listing, at: Setting) -> Composed:
    """Set a listing under its heading; nothing where there is nothing to list."""
    match listing.kind:
        case "credits":
            return set_credits(at)
        case "imprint":
            item, node = set_imprint(at.ledger, imprint_style(at))
            return Composed(across((item,), at), [node])
        case _:
            return set_gathered(at)


def set_gathered(at: Setting) -> Composed:
    """Set the next of the listings that have a heading."""
    ledger = at.ledger
    target = ledger.target("listing")
    if not target.listed:
        return Composed()
    out = _head(target, at)
    match target.listing:
        case "contents":
            entries = [one for one in ledger.survey.contents if one.level <= target.depth]
            out.add(_contents(entries, ledger))
        case "figures":
            out.add(_captions(ledger.survey.figures, ledger))
        case "tables":
            out.add(_captions(ledger.survey.tables, ledger))
        case "abbreviations":
            out.add(_abbreviations(ledger))
        case "indicators":
            out.add(_measures(ledger))
        case "sources":
            out.add(set_bibliography(ledger))
        case "notes":
            for item, node in set_endnotes(ledger):
                out.items.append(item)
                out.kids.append(node)
        case _:
            raise ValueError(f"{target.listing} has no heading")
    ledger.end_section(_LEVEL)
    return Composed(out.items, [Node("Sect", tuple(out.kids))])


def _head(target: Target, at: Setting) -> Composed:
    ledger = at.ledger
    style = ledger.paragraph("contents-title")
    piece = text_piece(target.label, at.look(style), ledger)
    item = ParagraphItem(tuple(piece.runs), style, anchor=target.anchor, mark=target.label)
    role = ledger.heading(target.label, target.anchor, _LEVEL)
    return Composed([*begins(style, at), item], [Node(role, tuple(piece.kids))])


# --- entries that lead to a page ------------------------------------------------------------


def _contents(entries: Iterable[Target], ledger: Ledger) -> Composed:
    """Set the entries of the contents, those of lower levels in lists of their own."""
    items: list[Item] = []
    open_lists: list[tuple[int, list[Kid]]] = []

    def close() -> None:
        _, kids = open_lists.pop()
        open_lists[-1][1].append(Node("TOC", tuple(kids)))

    for entry in entries:
        while len(open_lists) > 1 and open_lists[-1][0] > entry.level:
            close()
        if not open_lists or open_lists[-1][0] < entry.level:
            open_lists.append((entry.level, []))
        item, node = _entry(entry, ledger.paragraph(f"contents-{min(entry.level, 3)}"), ledger)
        items.append(item)
        open_lists[-1][1].append(node)
    while len(open_lists) > 1:
        close()
    return Composed(items, [Node("TOC", tuple(kids)) for _, kids in open_lists])


def _captions(targets: Iterable[Target], ledger: Ledger) -> Composed:
    """Set the titles of figures or tables."""
    style = replace(ledger.paragraph("contents-2"), left=_NONE)
    items: list[Item] = []
    kids: list[Kid] = []
    for target in targets:
        item, node = _entry(target, style, ledger)
        items.append(item)
        kids.append(node)
    return Composed(items, [Node("TOC", tuple(kids))])


def _entry(target: Target, style: ParagraphStyle, ledger: Ledger) -> tuple[ParagraphItem, Node]:
    """Set an entry: its number, its words, and at the edge the page on which it stands."""
    look = Look(style.text, ledger.language, short=True)
    label = Piece()
    if target.number:
        bold = replace(look, style=emboldened(style.text))
        label = text_piece(f"{target.label}. ", bold, ledger).within(Node("Lbl"))
    link = ledger.link_to(target.anchor, target.label)
    inside = replace(look, link=link)
    words = bare(target.words, ledger.survey.labels)
    title = set_inlines(words, inside, ledger, InPlace(ledger, None))
    page = page_piece("{page}", target.anchor, inside, ledger)
    reached = Piece()
    reached.kids = [*title.kids, *page.kids]
    reference = linked(reached, link).within(Node("Reference"))
    item = ParagraphItem((*label.runs, *title.runs), style, end=tuple(page.runs))
    return item, Node("TOCI", (*label.kids, *reference.kids))


# --- terms and what they mean ---------------------------------------------------------------


def _abbreviations(ledger: Ledger) -> Composed:
    """Set short forms, and what they stand for."""
    return _terms([(one.short, one.long, one.where) for one in ledger.survey.abbreviations], ledger)


def _measures(ledger: Ledger) -> Composed:
    """Set the names of indicators, and how they are defined."""
    where = ledger.manuscript.where
    return _terms([(one.name, one.definition, where) for one in ledger.survey.measures], ledger)


def _terms(terms: Iterable[tuple[str, str, Location]], ledger: Ledger) -> Composed:
    """Set terms in one column and what they mean in another."""
    short, long = ledger.paragraph("term"), ledger.paragraph("definition")
    gap = ledger.style.paper.column_gap
    rows: list[TableRow] = []
    kids: list[Kid] = []
    for term, meaning, where in terms:
        name = text_piece(term, _look(short, ledger), ledger, where)
        words = text_piece(meaning, _look(long, ledger), ledger, where)
        whole = replace(_plain(short), right=gap, hyphenate=False)
        cells = ((name, whole), (words, _plain(long)))
        rows.append(TableRow(tuple(TableCell(_cell(piece, style)) for piece, style in cells)))
        kids.append(Node("LI", (Node("Lbl", tuple(name.kids)), Node("LBody", tuple(words.kids)))))
    style = replace(ledger.style.table, padding_x=_NONE)
    table: Item = TableItem((), tuple(rows), style)
    if len(rows) <= _KEPT_ROWS:
        table = GroupItem((table,), _NONE, _NONE)
    return Composed([table], [Node("L", tuple(kids), numbering="None")])


def _look(style: ParagraphStyle, ledger: Ledger) -> Look:
    return Look(style.text, ledger.language)


def _plain(style: ParagraphStyle) -> ParagraphStyle:
    return replace(style, left=_NONE, right=_NONE, first_indent=_NONE, align="left")


def _cell(piece: Piece, style: ParagraphStyle) -> ParagraphItem:
    return ParagraphItem(tuple(piece.runs), style)
