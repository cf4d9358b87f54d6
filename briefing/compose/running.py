"""What surrounds the text: title band, running head and foot, imprint, and the file's own data."""

from briefing.compose.inlines import Kid, Look, Piece, linked, set_inlines, text_piece
from briefing.compose.ledger import Ledger
from briefing.compose.notes import InPlace
from briefing.compose.words import Words
from briefing.model.flow import BandItem, GroupItem, Item, Metadata, ParagraphItem, Run, RunningLine
from briefing.model.manuscript import Manuscript
from briefing.model.structure import Node
from briefing.model.style import ParagraphStyle
from briefing.numbers import format_date
from briefing.units import Pt

_NONE = Pt(0)


def set_band(ledger: Ledger) -> tuple[BandItem, tuple[Kid, ...]]:
    """Set the title band: kind, title, subtitle, then country, edition and audience."""
    text = ledger.manuscript
    items: list[ParagraphItem] = []
    nodes: list[Kid] = []
    kicker = f"{text.kind}  ·  {text.publisher.name}"
    lines = [("band-kicker", "P", kicker), ("band-title", "H1", text.title)]
    lines.append(("band-subtitle", "P", text.subtitle))
    lines.append(("band-meta", "P", _meta(text, ledger.words)))
    for name, role, words in lines:
        if words:
            style = ledger.paragraph(name)
            piece = text_piece(words, Look(style.text, ledger.language), ledger, text.where)
            anchor = ledger.anchor("title:") if role == "H1" else ""
            items.append(ParagraphItem(tuple(piece.runs), style, anchor=anchor))
            nodes.append(Node(role, tuple(piece.kids)))
    band = ledger.style.band
    item = BandItem(
        tuple(items), band.fill, band.accent, band.padding_top, band.padding_bottom,
        band.space_after,
    )  # fmt: skip
    return item, tuple(nodes)


def _meta(text: Manuscript, words: Words) -> str:
    place = text.place.names[text.language] if text.place else ""
    audience = words.audience.format(name=text.audience.name)
    return "  ·  ".join(part for part in (place, text.edition.label, audience) if part)


def running_head(ledger: Ledger) -> RunningLine:
    """Say on every page but the first what this is and who publishes it."""
    text = ledger.manuscript
    style = ledger.paragraph("running-head")
    return _running(ledger, style, text.title, text.publisher.name, on_first_page=False)


def running_foot(ledger: Ledger) -> RunningLine:
    """Give edition and page on every page."""
    text = ledger.manuscript
    style = ledger.paragraph("running-foot")
    left = f"{text.kind}  ·  {text.edition.label}"
    line = _running(ledger, style, left, "", on_first_page=True)
    return RunningLine(
        line.left, tuple(_pages(style, ledger)), style, style, line.rule, on_first_page=True
    )


def _running(
    ledger: Ledger, style: ParagraphStyle, left: str, right: str, *, on_first_page: bool
) -> RunningLine:
    def runs(words: str) -> tuple[Run, ...]:
        return (Run(words, style.text, None, ledger.language),) if words else ()

    rule = ledger.style.palette["rule"] if not on_first_page else None
    return RunningLine(runs(left), runs(right), style, style, rule, on_first_page=on_first_page)


def _pages(style: ParagraphStyle, ledger: Ledger) -> list[Run]:
    """Split "Page {page} of {pages}" into words and fields."""
    runs: list[Run] = []
    rest = ledger.words.page
    for part in rest.replace("{page}", "\0page\0").replace("{pages}", "\0pages\0").split("\0"):
        match part:
            case "page" | "pages":
                runs.append(Run("0", style.text, None, ledger.language, field=part))
            case "":
                pass
            case _:
                runs.append(Run(part, style.text, None, ledger.language))
    return runs


def set_imprint(ledger: Ledger) -> tuple[Item, Node]:
    """Say who answers for the paper, what it is drawn from, and how it may be used."""
    look = Look(ledger.paragraph("imprint").text, ledger.language)
    return _imprint([_publisher(ledger, look), _origin(ledger, look)], ledger)


def _publisher(ledger: Ledger, look: Look) -> Piece:
    publisher, words = ledger.manuscript.publisher, ledger.words
    piece = _words(f"{words.published_by} {publisher.name}. {publisher.note}".strip(), look, ledger)
    targets = {f"mailto:{publisher.email}": publisher.email, publisher.url: publisher.url}
    given = [(target, shown) for target, shown in targets.items() if shown]
    for number, (target, shown) in enumerate(given):
        piece.add(_words(", " if number else f" {words.contact} ", look, ledger))
        piece.add(_address(target, shown, look, ledger))
    if given:
        piece.add(_words(".", look, ledger))
    return piece


def _origin(ledger: Ledger, look: Look) -> Piece:
    """Name the work behind the content, the state of the facts, and the licence."""
    text, words = ledger.manuscript, ledger.words
    pieces: list[Piece] = []
    if text.credit:
        pieces.append(set_inlines(text.credit, look, ledger, InPlace(ledger, None)))
    if text.edition.facts_as_of:
        date = format_date(text.edition.facts_as_of, text.language)
        pieces.append(_words(words.facts_as_of.format(date=date), look, ledger))
    if text.licence.name:
        pieces.append(_licence(ledger, look))
    origin = Piece()
    for number, piece in enumerate(pieces):
        if number:
            origin.add(_words(" ", look, ledger))
        origin.add(piece)
    return origin


def _licence(ledger: Ledger, look: Look) -> Piece:
    licence = ledger.manuscript.licence
    before, after = ledger.words.licence.split("{name}")
    piece = _words(before, look, ledger)
    if licence.url:
        piece.add(_address(licence.url, licence.name, look, ledger))
    else:
        piece.add(_words(licence.name, look, ledger))
    piece.add(_words(after, look, ledger))
    return piece


def _imprint(pieces: list[Piece], ledger: Ledger) -> tuple[Item, Node]:
    style = ledger.paragraph("imprint")
    said = [piece for piece in pieces if piece.runs]
    items = tuple(ParagraphItem(tuple(piece.runs), style) for piece in said)
    nodes = tuple(Node("P", tuple(piece.kids)) for piece in said)
    space = ledger.style.table.space_before
    return GroupItem(items, space, _NONE, rule=ledger.style.palette["rule"]), Node("Sect", nodes)


def _words(words: str, look: Look, ledger: Ledger) -> Piece:
    return text_piece(words, look, ledger)


def _address(target: str, shown: str, look: Look, ledger: Ledger) -> Piece:
    link = ledger.link(target, ledger.words.opens.format(target=target))
    return linked(text_piece(shown, Look(look.style, look.language, link), ledger), link)


def metadata(text: Manuscript) -> Metadata:
    """Say in the file's own data what the paper is."""
    place = (text.place.names[text.language],) if text.place else ()
    return Metadata(
        title=text.title,
        authors=(text.publisher.name,),
        subject=text.subtitle,
        keywords=(text.kind, *place, text.edition.label),
        language=text.language,
        date=text.edition.date,
        licence=text.licence.name,
        licence_url=text.licence.url,
    )
