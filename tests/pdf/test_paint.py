import re
import struct
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model.drawing import Drawing, Label, Shape
from briefing.model.page import PlacedLine
from briefing.model.structure import Node
from briefing.model.style import TextStyle
from briefing.pdf import write_pdf
from tests.pdf.reader import read
from tests.pdf.sample import chart, everything
from tests.pdf.typesetter import (
    BODY,
    BOLD,
    HEIGHT,
    LABEL,
    LINK,
    MARGIN,
    NOTE,
    SMALL_CAPITALS,
    WIDTH,
    Desk,
    Piece,
)

STYLES = (
    BODY,
    BOLD,
    LINK,
    NOTE,
    SMALL_CAPITALS,
    TextStyle("sans", 9, "#333333", features=("onum", "c2sc", "smcp")),
    TextStyle("serif", 6.5, "#333333", italic=True, rise=3, features=("sups",)),
)
LETTERS = "abcfijlmnostuvwyzABEFGKNOTQéčäßřñж\u0301йийўЎқңөү0123456789-–—'’“”().,;:!/\u202f"


def test_a_look_is_set_once_until_it_changes():
    code = _code([[Piece("One", 1), Piece(" two", 2)], [Piece("Three", 3, LINK)]])

    assert code.count("Tf") == 1
    assert code.count(" rg") == 2
    assert code.count("BT") == code.count("ET") == 1
    assert code.count("BDC") == code.count("EMC") == 3


def test_tracking_and_rise_are_taken_back():
    style = TextStyle("serif", 10, "#1a1a1a", tracking=0.5, rise=2)
    code = _code([[Piece("One ", 1), Piece("two", 2, style), Piece(" three", 3)]])

    assert re.findall(r"(\S+) T([cs])", code) == [("0.5", "c"), ("2", "s"), ("0", "c"), ("0", "s")]


def test_lines_stand_where_they_were_placed():
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece("Here", leaf)], x=72.125, y=100)
    pages = desk.done(Node("Document", (Node("P", (leaf,)),)))
    code = _content(write_pdf(pages, desk.fonts))

    assert f"1 0 0 1 72.12 {HEIGHT - 100:.2f} Tm" in code


def test_lines_are_painted_as_wide_as_they_were_set():
    desk = Desk()
    styles = [*STYLES, TextStyle("serif", 10, "#1a1a1a", tracking=0.0537)]
    placed = [
        Piece(f"Wide {LETTERS[:24]} ⅞ʒǰ {LETTERS[30:60]} и\u0306 (all told)", desk.leaf(), style)
        for style in styles
    ]
    for piece in placed:
        desk.line([piece])
    kids = tuple(Node("P", (piece.leaf,)) for piece in placed if piece.leaf)
    pages = desk.done(Node("Document", kids))

    lines = [item for item in pages.pages[0].items if isinstance(item, PlacedLine)]
    assert _painted_widths(write_pdf(pages, desk.fonts)) == [
        pytest.approx(line.width, abs=0.05) for line in lines
    ]


def test_numbers_never_have_exponents():
    tiny = replace(chart(), items=(Shape((("M", 1e-9, 1e7), ("L", -1e-7, 0.1)), stroke="#000001"),))
    desk = Desk()
    leaf = desk.leaf()
    desk.drawing(tiny, leaf)
    pages = desk.done(Node("Document", (Node("Figure", (leaf,), alt="A line"),)))
    code = _content(write_pdf(pages, desk.fonts))

    assert "0.00 10000000.00 m\n" in code
    assert "0 0 0.004 RG" in code
    assert not re.search(r"\de[-+]?\d", code)


def test_a_drawing_is_one_sequence_with_real_text():
    drawing = Drawing(
        "d",
        chart().width,
        chart().height,
        (
            Shape((("M", 0, 0), ("L", 10, 0), ("Z",)), fill="#ff0000"),
            Label("start", 50, 20, LABEL),
            Label("middle", 50, 30, LABEL, "middle"),
            Label("end", 50, 40, LABEL, "end"),
            Shape((("M", 0, 0), ("C", 1, 2, 3, 4, 5, 6)), fill="#ff0000", stroke="#00ff00"),
            Shape(
                (("M", 0, 0), ("L", 9, 9)), stroke="#00ff00", width=2, dash=(3, 1.5), cap="round"
            ),
            Shape((("M", 0, 0), ("L", 9, 9)), stroke="#00ff00", width=2),
        ),
        alt="Everything",
        data="",
        where=chart().where,
    )
    desk = Desk()
    leaf = desk.leaf()
    desk.drawing(drawing, leaf)
    pages = desk.done(Node("Document", (Node("Figure", (leaf,), alt="Everything"),)))
    data = write_pdf(pages, desk.fonts)
    code = re.sub(r"\[\(.*?\)\]TJ", "TJ", _content(data), flags=re.DOTALL)

    middle, end = (
        50 - desk.fonts.width(text, LABEL) * part for text, part in (("middle", 0.5), ("end", 1))
    )
    assert code == (
        "/Figure<</MCID 0>>BDC\n"
        f"q\n1 0 0 -1 {MARGIN:.0f} {HEIGHT - MARGIN:.0f} cm\n"
        "1 0 0 rg\n0.00 0.00 m\n10.00 0.00 l\nh\nf\n"
        "BT\n/F1 7.5 Tf\n0.251 0.251 0.251 rg\n"
        "1 0 0 -1 50.00 20.00 TmTJ\n"
        f"1 0 0 -1 {middle:.2f} 30.00 TmTJ\n1 0 0 -1 {end:.2f} 40.00 TmTJ\nET\n"
        "1 0 0 rg\n0 1 0 RG\n0.00 0.00 m\n1.00 2.00 3.00 4.00 5.00 6.00 c\nB\n"
        "2 w\n[3 1.5]0 d\n1 J\n0.00 0.00 m\n9.00 9.00 l\nS\n"
        "[]0 d\n0 J\n0.00 0.00 m\n9.00 9.00 l\nS\n"
        "Q\nEMC\n"
    )
    assert read(data).texts == {(0, 0): "startmiddleend"}


def test_text_after_a_drawing_looks_as_before():
    desk = Desk()
    leaves = [desk.leaf() for _ in range(3)]
    desk.line([Piece("Before", leaves[0])])
    desk.drawing(chart(), leaves[1])
    desk.line([Piece("After", leaves[2])])
    kids = [
        Node("P", (leaves[0],)),
        Node("Figure", (leaves[1],), alt="Bars"),
        Node("P", (leaves[2],)),
    ]
    code = _content(write_pdf(desk.done(Node("Document", tuple(kids))), desk.fonts))

    assert "Tf" not in code[code.index("\nQ\n") :]
    assert code.index("q\n") < code.index("F2 7.5 Tf") < code.index("\nQ\n")


def test_grounds_are_painted_as_artifacts_in_order():
    desk = Desk()
    desk.rect(10, "#ff0000", "ground")
    desk.rect(20, "#0000ff", "rule")
    desk.rect(1, "#0000ff", "running-foot rule")
    code = _content(write_pdf(desk.done(Node("Document")), desk.fonts))

    assert code == (
        "/Artifact<</Type/Layout/BBox[60 515 360 535]>>BDC\n1 0 0 rg\n"
        f"60 525 {WIDTH - 2 * MARGIN:.0f} 10 re f\n0 0 1 rg\n60 515 300 20 re f\nEMC\n"
        "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]/BBox[60 534 360 535]>>BDC\n"
        "60 534 300 1 re f\nEMC\n"
    )


@given(
    st.lists(
        st.tuples(st.sampled_from(STYLES), st.text(LETTERS, min_size=1, max_size=12)),
        min_size=1,
        max_size=12,
    )
)
@settings(deadline=None, max_examples=60)
def test_any_text_comes_back_as_it_was(words):
    _comes_back(words)


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(st.sampled_from(STYLES), st.text(LETTERS, min_size=1, max_size=20)),
        min_size=1,
        max_size=40,
    )
)
@settings(deadline=None, max_examples=3000)
def test_any_long_text_comes_back_as_it_was(words):
    _comes_back(words)


def test_it_looks_as_it_did(same_look):
    sample = everything()
    data = write_pdf(sample.pages, sample.fonts)

    same_look("pdf-text.png", data)
    same_look("pdf-figure.png", data, page=2)


def _comes_back(words: list[tuple[TextStyle, str]]) -> None:
    desk = Desk()
    leaves = [desk.leaf() for _ in words]
    for leaf, (style, text) in zip(leaves, words, strict=True):
        desk.line([Piece(f"{text} word {text}", leaf, style)])
    pages = desk.done(Node("Document", tuple(Node("P", (leaf,)) for leaf in leaves)))

    found = [kid[1][0] for kid in read(write_pdf(pages, desk.fonts)).tree[1]]
    assert found == [f"{text} word {text}" for _, text in words]


def _painted_widths(data: bytes) -> list[float]:
    """How far each line goes, by the widths of the fonts (ISO 32000-1 9.4.4)."""
    widths: list[float] = []
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = {key: _font_widths(font) for key, font in pdf.pages[0].Resources.Font.items()}
        font, size, tracking = dict[int, float](), 0.0, 0.0
        for instruction in pikepdf.parse_content_stream(pdf.pages[0]):
            operands = instruction.operands
            match str(instruction.operator):
                case "Tf":
                    font, size = fonts[str(operands[0])], float(operands[1])
                case "Tc":
                    tracking = float(operands[0])
                case "Tm":
                    widths.append(0.0)
                case "TJ":
                    for part in operands[0]:
                        if isinstance(part, pikepdf.String):
                            codes = struct.unpack(f">{len(bytes(part)) // 2}H", bytes(part))
                            widths[-1] += sum(font[c] * size / 1000 + tracking for c in codes)
                        else:
                            widths[-1] -= float(part) * size / 1000
    return widths


def _font_widths(font: Any) -> dict[int, float]:
    array, widths = font.DescendantFonts[0].W, dict[int, float]()
    for first, run in zip(array[::2], array[1::2], strict=True):
        widths |= {int(first) + step: float(width) for step, width in enumerate(run)}
    return widths


def _code(lines: list[list[Piece]]) -> str:
    desk = Desk()
    for line in lines:
        desk.line(line)
    leaves = [Node("P", (piece.leaf,)) for line in lines for piece in line if piece.leaf]
    return _content(write_pdf(desk.done(Node("Document", tuple(leaves))), desk.fonts))


def _content(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        return pdf.pages[0].Contents.read_bytes().decode("latin-1")


def test_the_marker_of_a_note_is_read_apart_from_the_figure_before_it():
    desk = Desk()
    leaf, mark = desk.leaf(), desk.leaf()
    marker = replace(BODY, features=("sups",))
    desk.line([Piece("some 227", leaf), Piece("8", mark, marker), Piece(" died", desk.leaf())])
    desk.line([Piece("8", desk.leaf(), marker), Piece(" A note", desk.leaf())])
    kids = tuple(Node("P", (number,)) for number in range(leaf, leaf + 5))
    reading = read(write_pdf(desk.done(Node("Document", kids)), desk.fonts))

    assert list(reading.texts.values()) == ["some 227", " 8", " died", "8", " A note"]
