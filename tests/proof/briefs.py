"""Briefs for the tests of `proof`: made by `pdf`, as long and as rich as real ones."""

from functools import lru_cache

from briefing.model.drawing import Drawing, Label, Shape
from briefing.model.flow import LinkItem, OutlineEntry
from briefing.model.page import Pages
from briefing.model.structure import LinkPlace, Node
from briefing.text.fonts import Fonts
from briefing.units import Pt
from tests.pdf.typesetter import BOLD, HEADING, LABEL, LINK, MARKER, NOTE, WHERE, Desk, Piece

_WORDS = """
    the of and to in a that is was for on as by with at from it an be are this have has which
    government ministry border police security exercise treaty company pipeline railway energy
    water reservoir valley province region agreement office parliament election budget report
    official military training equipment drone radar contract partner neighbour market export
    import growth share percent survey opinion respondents support protest council commission
    reviewed published estimated reported described opened signed agreed financed delivered
    China Russia Kazakhstan Kyrgyzstan Tajikistan Turkmenistan Uzbekistan Afghanistan Europe
    efficient affluent co~op~er~a~tion de~vel~op~ment in~fra~struc~ture in~for~ma~tion
"""
VOCABULARY = _WORDS.replace("~", "\u00ad").split()


def prose(seed: int, count: int) -> str:
    """Words in an order that no other seed gives."""
    size = len(VOCABULARY)
    state, words = seed * 7919 + 1, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        words.append(VOCABULARY[(state >> 8) % size])
    return " ".join(words)


@lru_cache(maxsize=1)
def brief() -> tuple[Pages, Fonts]:
    """Some 2,200 words, 14 notes, 3 charts and a table."""
    desk = Desk()
    sections: list[Node] = []
    links: list[LinkItem] = []
    for number in range(7):
        desk.anchor(f"section-{number}")
        kids: list[Node] = [Node("H1", (_line(desk, prose(900 + number, 5), HEADING),))]
        for index in range(3):
            kids.append(_paragraph(desk, links, number * 3 + index))
        if number % 2:
            kids.append(_figure(desk, number))
        kids.append(_list(desk, number))
        sections.append(Node("Sect", tuple(kids)))
    sections.append(_table(desk))
    pages = desk.done(
        Node("Document", tuple(sections)),
        links=links,
        outline=[OutlineEntry(prose(900 + n, 5), f"section-{n}", 1) for n in range(7)],
    )
    return pages, desk.fonts


def _line(desk: Desk, text: str, style, **place) -> int:
    leaf = desk.leaf()
    desk.line([Piece(text.replace("\u00ad", ""), leaf, style)], **place)
    return leaf


def _paragraph(desk: Desk, links: list[LinkItem], number: int) -> Node:
    leaves = [desk.leaf() for _ in range(6)]
    start = len(links)
    links += [
        LinkItem(f"#note-{number}", f"Note {number}"),
        LinkItem("https://example.org/a", "Opens it"),
    ]
    desk.paragraph([
        Piece(prose(number, 40) + " ", leaves[0]),
        Piece(prose(number + 100, 3), leaves[1], BOLD),
        Piece(" " + prose(number + 200, 30), leaves[2]),
        Piece(str(number + 1), leaves[3], MARKER, start),
        Piece(" " + prose(number + 300, 10) + ".", leaves[4]),
    ])  # fmt: skip
    desk.anchor(f"note-{number}")
    desk.paragraph([
        Piece(f"{number + 1}  {prose(number + 400, 12)} ", leaves[5], NOTE),
        Piece("example.org/a", note := desk.leaf(), LINK, start + 1),
    ])  # fmt: skip
    return Node("P", (
        leaves[0],
        Node("Strong", (leaves[1],)),
        leaves[2],
        Node("Reference", (Node("Link", (leaves[3], LinkPlace(start))),)),
        Node("Note", (leaves[5], Node("Link", (note, LinkPlace(start + 1)))), id=f"note-{number}"),
        leaves[4],
    ))  # fmt: skip


def _figure(desk: Desk, number: int) -> Node:
    labels = [
        Label(prose(number * 40 + index, 2).replace("\u00ad", ""), 10.0, 6.0 * index, LABEL)
        for index in range(14)
    ]
    bars = [
        Shape(
            (("M", 90.0, 6.0 * row), ("L", 200.0, 6.0 * row), ("C", 1, 2, 3, 4, 5, 6), ("Z",)),
            fill="#004080",
        )
        for row in range(14)
    ]  # fmt: skip
    data = "\n".join(f"{prose(number * 40 + index, 2)},{index}.5,2019" for index in range(14))
    drawing = Drawing(
        f"chart-{number}",
        Pt(300),
        Pt(90),
        (*labels, *bars),
        prose(number + 800, 40).replace("\u00ad", ""),
        data,
        WHERE,
    )
    caption, leaf = _line(desk, prose(number + 500, 8), BOLD), desk.leaf()
    if desk.y > 420:
        desk.page()
    desk.drawing(drawing, leaf)
    figure = Node("Figure", (leaf,), alt=drawing.alt, drawing=drawing.id)
    return Node("Div", (Node("Caption", (Node("P", (caption,)),)), figure))


def _list(desk: Desk, number: int) -> Node:
    items = []
    for index in range(4):
        label, body = desk.leaf(), desk.leaf()
        desk.paragraph([Piece("• ", label), Piece(prose(number * 10 + index + 600, 9), body)])
        items.append(Node("LI", (Node("Lbl", (label,)), Node("LBody", (Node("P", (body,)),)))))
    return Node("L", tuple(items), numbering="Disc")


def _table(desk: Desk) -> Node:
    desk.page()
    rows = []
    for row in range(9):
        cells = []
        for column in range(5):
            text = prose(row * 5 + column + 700, 2) if row and column else prose(column, 1)
            leaf = _line(desk, text, BOLD, x=60 + 60 * column, y=desk.y + 10)
            head = f"h{column}"
            cells.append(
                Node("TD", (leaf,), headers=(head,))
                if row
                else Node("TH", (leaf,), id=head, scope="Column")
            )
        desk.y += 14
        rows.append(Node("TR", tuple(cells)))
    return Node("Table", (Node("THead", (rows[0],)), Node("TBody", tuple(rows[1:]))))
