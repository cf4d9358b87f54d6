"""A document with one of everything that a brief may hold, set by hand."""

from functools import lru_cache

from msgspec import Struct

from briefing.model.drawing import Drawing, Label, Shape
from briefing.model.flow import Attachment, LinkItem, OutlineEntry
from briefing.model.page import Pages
from briefing.model.structure import Leaf, LinkPlace, Node
from briefing.model.style import TextStyle
from briefing.text.fonts import Fonts
from briefing.units import Pt
from tests.pdf.typesetter import (
    BODY,
    BOLD,
    HEADING,
    HEIGHT,
    ITALIC,
    LABEL,
    LINK,
    MARGIN,
    MARKER,
    NOTE,
    RUNNING,
    SMALL_CAPITALS,
    WHERE,
    WIDTH,
    Desk,
    Piece,
)

TO_NOTE, TO_MARKER, TO_FIGURE, TO_WEB = range(4)
LINKS = (
    LinkItem("#note-1", "Note 1"),
    LinkItem("#marker-1", "Back to the text of note 1"),
    LinkItem("#figure-1", "Figure 1"),
    LinkItem("https://example.org/вода?year=2026", "Water (example.org)"),
)
LONG = (
    "The office offered efficient waffles and fjords; the re\u00adser\u00advoirs of the high "
    "val\u00adleys fill slow\u00adly, and down\u00adstream far\u00admers re\u00admember 1975. "
)


class Sample(Struct, frozen=True):
    """The pages, and the source text of each leaf."""

    pages: Pages
    fonts: Fonts
    texts: dict[Leaf, str]


class _Writer:
    """Sets text and keeps it by leaf, to be compared with what the file gives back."""

    def __init__(self) -> None:
        self.desk = Desk()
        self.texts: dict[Leaf, str] = {}

    def piece(self, text: str, style: TextStyle = BODY, link: int | None = None) -> Piece:
        leaf = self.desk.leaf()
        self.texts[leaf] = text.replace("\u00ad", "").replace("\u00a0", " ")
        return Piece(text, leaf, style, link)

    def line(self, text: str, style=BODY, **place) -> Leaf:
        piece = self.piece(text, style)
        self.desk.line([piece], **place)
        return leaf_of(piece)


def leaf_of(piece: Piece) -> Leaf:
    assert piece.leaf is not None
    return piece.leaf


@lru_cache(maxsize=1)
def everything() -> Sample:
    write = _Writer()
    desk = write.desk
    sections = [_opening(write), _figure(write), _table(write)]
    _running(desk)
    pages = desk.done(
        Node("Document", tuple(sections)),
        links=LINKS,
        outline=[
            OutlineEntry("Вода и власть", "opening", 1),
            OutlineEntry("A figure (1)", "figure-1", 2),
            OutlineEntry("A table", "table", 1),
        ],
        attachments=[Attachment("sources.bib", "All sources", "text/x-bibtex", b"@book{}")],
    )
    return Sample(pages, desk.fonts, write.texts)


def _opening(write: _Writer) -> Node:
    desk = write.desk
    desk.anchor("opening")
    heading = write.line("Water and power", HEADING)
    desk.anchor("marker-1")
    text = [
        write.piece("The "),
        write.piece("efficient", BOLD),
        write.piece(" office "),
        write.piece("Токтогул", ITALIC),
        write.piece(f" and nato in small capitals: {LONG}"),
        write.piece("NATO nato", SMALL_CAPITALS),
        write.piece(" says so."),
        write.piece("1", MARKER, TO_NOTE),
        write.piece(f" {LONG * 16}Some 5\u00a0000 km², see "),
        write.piece("the page on water with a long and telling name of its own", LINK, TO_WEB),
        write.piece(". Café, co-operation, и\u0306, “quotes” — done."),
    ]
    a, strong, b, russian, c, capitals, d, marker, e, link, f = map(leaf_of, text)
    note = [write.piece("1", MARKER, TO_MARKER), write.piece(" A note on “waffles”.", NOTE)]
    desk.paragraph(text[:8])
    desk.anchor("note-1", y=HEIGHT - 80)
    desk.rect(0.5, "#666666", "note rule", y=HEIGHT - 80)
    desk.line(note, role="note 1", y=HEIGHT - 66)
    desk.paragraph(text[8:], bottom=HEIGHT - 90)
    return Node(
        "Sect",
        (
            Node("H1", (heading,)),
            Node(
                "P",
                (
                    a,
                    Node("Strong", (strong,)),
                    b,
                    Node("Span", (russian,), language="ru"),
                    c,
                    capitals,
                    d,
                    Node("Reference", (Node("Link", (marker, LinkPlace(TO_NOTE))),)),
                    Node(
                        "Note",
                        (
                            Node("Lbl", (Node("Link", (leaf_of(note[0]), LinkPlace(TO_MARKER))),)),
                            leaf_of(note[1]),
                        ),
                        id="note-1",
                    ),
                    e,
                    Node("Link", (link, LinkPlace(TO_WEB))),
                    f,
                ),
            ),
        ),
    )


def _figure(write: _Writer) -> Node:
    desk = write.desk
    desk.page("ii")
    desk.anchor("figure-1")
    caption = write.line("Figure 1. Reservoirs, fluent flows", BOLD)
    picture = desk.leaf()
    write.texts[picture] = "Toktogul 19.5 km³"
    desk.drawing(chart(), picture)
    desk.y += 10
    items = []
    for number, text in (("1.", "The first item"), ("2.", "The second, in the office")):
        label, body = write.piece(number), write.piece(text)
        desk.line([label], y=desk.y + 10)
        desk.line([body], x=MARGIN + 16)
        items.append(Node("LI", (Node("Lbl", (leaf_of(label),)), Node("LBody", (leaf_of(body),)))))
    desk.rect(40, "#e8eef2", "box ground")
    title, inside = write.line("In a box", BOLD), write.piece("See Figure 1", LINK, TO_FIGURE)
    desk.line([inside])
    return Node(
        "Sect",
        (
            Node(
                "Div",
                (
                    Node("Caption", (caption,)),
                    Node("Figure", (picture,), alt=chart().alt, drawing="reservoirs"),
                ),
            ),
            Node("L", tuple(items), numbering="Decimal"),
            Node(
                "Aside",
                (
                    Node("P", (title,)),
                    Node("P", (Node("Link", (leaf_of(inside), LinkPlace(TO_FIGURE))),)),
                ),
            ),
        ),
    )


def _table(write: _Writer) -> Node:
    desk = write.desk
    desk.page()
    desk.anchor("table")
    heading = write.line("A table", HEADING)
    head = [write.line(text, BOLD, x=x, y=desk.y + 10) for text, x in _columns("Country", "Km³")]
    desk.y += 14
    rows = [Node("TR", tuple(_header(leaf, f"c{i}", "Column") for i, leaf in enumerate(head)))]
    for index, cells in enumerate((("Kyrgyzstan", "19.5"), ("Кыргызстан", "4.2"))):
        first, second = (write.line(text, x=x, y=desk.y + 10) for text, x in _columns(*cells))
        desk.y += 14
        row = _header(first, f"r{index}", "Row")
        rows.append(Node("TR", (row, Node("TD", (second,), headers=("c1", f"r{index}")))))
    total = write.line("All of it: 23.7")
    rows.append(Node("TR", (Node("TD", (total,), headers=("c0",), column_span=2),)))
    return Node("Sect", (Node("H1", (heading,)), Node("Table", tuple(rows))))


def _columns(*texts: str) -> list[tuple[str, float]]:
    return [(text, MARGIN + 100 * index) for index, text in enumerate(texts)]


def _header(leaf: Leaf, key: str, scope: str) -> Node:
    return Node("TH", (leaf,), id=key, scope=scope)


def _running(desk: Desk) -> None:
    desk.line([Piece("A running head", None, RUNNING)], role="running-head", y=30)
    desk.line([Piece("page 3", None, RUNNING)], role="running-foot", y=HEIGHT - 30)
    desk.line([Piece("Country (continued)", None, BOLD)], role="table head")


def chart() -> Drawing:
    bar = Shape(
        (("M", 60.0, 10.0), ("L", 200.0, 10.0), ("L", 200.0, 30.0), ("L", 60.0, 30.0), ("Z",)),
        fill="#00558c",
    )
    curve = Shape(
        (("M", 60.0, 40.0), ("C", 100.0, 60.0, 140.0, 20.0, 200.0, 40.0)),
        stroke="#c8102e",
        width=1.5,
        dash=(3.0, 2.0),
        cap="round",
    )
    box = Shape(
        (("M", 0.0, 0.0), ("L", 300.0, 0.0), ("L", 300.0, 80.0), ("Z",)),
        fill="#ffffff",
        stroke="#c8102e",
    )
    return Drawing(
        id="reservoirs",
        width=Pt(WIDTH - 2 * MARGIN),
        height=Pt(80),
        items=(
            box,
            bar,
            Label("Toktogul ", 55.0, 24.0, LABEL, "end"),
            curve,
            Label("19.5 km³", 204.0, 24.0, LABEL),
        ),
        alt="Bars: the Toktogul reservoir holds 19.5 cubic kilometres — the most of all.",
        data="reservoir,km3\r\nToktogul,19.5\r\n",
        where=WHERE,
    )
