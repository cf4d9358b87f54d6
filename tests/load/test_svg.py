"""Vector pictures: what is drawn of an SVG file, and what is refused."""

import re
from math import cos, hypot, radians, sin

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.errors import Location
from briefing.load.pictures.svg import read_svg
from briefing.load.pictures.svg.matrix import Matrix, read_transform
from briefing.load.pictures.svg.numbers import FaultError
from briefing.load.pictures.svg.paths import arc, read_path
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.model.drawing import Clipped, Drawing, Shape

X = 'xmlns="http://www.w3.org/2000/svg"'
FILE = "content/pictures/lake.svg"
BLACK = "#000000"
SQUARE = (("M", 0.0, 0.0), ("L", 4.0, 0.0), ("L", 4.0, 4.0), ("L", 0.0, 4.0), ("Z",))


def read(text: str) -> tuple[Drawing | None, list[str]]:
    problems = Problems()
    drawing = read_svg(TextFile(FILE, text), "lake", problems)
    return drawing, [str(one).removeprefix(f"{FILE}:") for one in problems.all()]


def shapes(
    inside: str, *, root: str = 'width="100pt" height="100pt" viewBox="0 0 100 100"'
) -> list[Shape]:
    """What is drawn, in units that are points."""
    drawing, problems = read(f"<svg {X} {root}>{inside}</svg>")
    assert problems == []
    assert drawing is not None
    items = drawing.items[0].items if isinstance(drawing.items[0], Clipped) else drawing.items
    return [_rounded(item) for item in items if isinstance(item, Shape)]


def faults(inside: str) -> list[str]:
    """What is wrong; places count from the beginning of what is given."""
    drawing, problems = read(f'<svg {X} viewBox="0 0 100 100">\n{inside}\n</svg>')
    assert drawing is None
    return [re.sub(r"^\d+", lambda line: str(int(line[0]) - 1), one) for one in problems]


def _is_cut(drawing: Drawing) -> bool:
    return isinstance(drawing.items[0], Clipped)


def _rounded(shape: Shape) -> Shape:
    path = [
        tuple(round(one, 3) if isinstance(one, float) else one for one in segment)
        for segment in shape.path
    ]
    dash = tuple(round(length, 3) for length in shape.dash)
    return replace(shape, path=tuple(path), width=round(shape.width, 3), dash=dash)


def filled(*path, fill=BLACK) -> Shape:
    return Shape(tuple(path), fill=fill, miter=4.0)


# --- sizes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("root", "size"), [
    ('viewBox="0 0 40 20"', (30, 15)),
    ('width="40" height="20"', (30, 15)),
    ('width="40px" height="20px" viewBox="0 0 400 200"', (30, 15)),
    ('width="25.4mm" height="1in"', (72, 72)),
    ('width="1cm" height="10mm"', (28.346, 28.346)),
    ('width="72" viewBox="0 0 4 2"', (54, 27)),
    ('height="72" viewBox="0 0 4 2"', (108, 54)),
    ('width="100%" height="100%" viewBox="0 0 40 20"', (30, 15)),
    ('width="100%" height="40" viewBox="0 0 40 20"', (60, 30)),
    ('width="auto" viewBox="0,0,40,20" version="1.1" x="0" y="0"', (30, 15)),
])  # fmt: skip
def test_how_large_a_picture_is(root, size):
    drawing, _ = read(f'<svg {X} {root}><rect width="1" height="1"/></svg>')

    assert (drawing.id, drawing.alt, drawing.data) == ("lake", "", "")
    assert (drawing.width, drawing.height) == pytest.approx(size, abs=1e-3)
    assert drawing.where == Location(FILE, 1)


def test_a_view_is_put_into_the_middle():
    square = '<rect width="10" height="10" fill="red"/>'
    root = 'width="40pt" height="20pt" viewBox="0 0 10 10"'

    (inside,) = shapes(square, root=root)
    (stretched,) = shapes(square, root=f'{root} preserveAspectRatio="none"')
    (moved,) = shapes(square, root='width="20pt" height="20pt" viewBox="-5 -5 20 20"')

    assert inside.path[0] == ("M", 10, 0)
    assert inside.path[2] == ("L", 30, 20)
    assert stretched.path[2] == ("L", 40, 20)
    assert moved.path[0] == ("M", 5, 5)


@pytest.mark.parametrize(("inside", "is_cut"), [
    ('<rect width="100" height="100"/>', False),
    ('<rect width="100" height="100" stroke="red"/>', True),
    ('<rect x="1" y="1" width="98" height="98" stroke="red" stroke-linejoin="round"/>', False),
    ('<rect x="-1" width="9" height="9"/>', True),
    ('<path d="M0 0C0 -20 9 -20 9 0z"/>', True),
    ('<path d="M5 5h9M5 95L200 5"/>', True),
])  # fmt: skip
def test_what_lies_beyond_the_edge_is_cut(inside, is_cut):
    drawing, _ = read(f'<svg {X} viewBox="0 0 100 100">{inside}</svg>')

    assert _is_cut(drawing) is is_cut
    if is_cut:
        (area,) = drawing.items
        assert (area.x, area.y, area.width, area.height) == (0, 0, 75, 75)


def test_what_lies_wholly_beyond_the_edge_is_not_kept():
    secret = "".join(
        f'<path d="M{x} {y}l9 0l0 9z" stroke="red" stroke-width="2"/>'
        for x, y in ((-30, 5), (120, 5), (5, -30), (5, 120))
    )
    inside = '<rect width="4" height="4"/>'
    drawing, _ = read(f'<svg {X} viewBox="0 0 100 100">{inside}{secret}</svg>')

    assert drawing == read(f'<svg {X} viewBox="0 0 100 100">{inside}</svg>')[0]
    _, found = read(f'<svg {X} viewBox="0 0 100 100">{secret}</svg>')
    assert [one.rpartition(": ")[2] for one in found] == ["nothing is drawn in the picture"]


# --- shapes --------------------------------------------------------------------------------------


def test_straight_shapes():
    assert shapes("""
        <rect x="1" y="2" width="4" height="4"/><rect width="0" height="9"/><rect height="9"/>
        <line x1="1" y1="2" x2="3" y2="4" stroke="red" fill="none"/>
        <polyline points="0,0 4,0, 4 4 0-4"/><polygon points=" 0 0 4 0 4 4 0 4 "/><path d=""/>
    """) == [
        filled(("M", 1, 2), ("L", 5, 2), ("L", 5, 6), ("L", 1, 6), ("Z",)),
        Shape((("M", 1, 2), ("L", 3, 4)), None, "#ff0000", 1, miter=4.0),
        filled(("M", 0, 0), ("L", 4, 0), ("L", 4, 4), ("L", 0, -4)),
        filled(*SQUARE),
    ]  # fmt: skip


def test_round_shapes():
    circle, ellipse, rounded, clamped = shapes("""
        <circle cx="10" cy="20" r="5"/><ellipse cx="1" cy="2" rx="3" ry="4"/><circle r="0"/>
        <rect width="40" height="20" rx="5"/><rect width="4" height="2" rx="9" ry="9"/>
    """)

    assert circle.path[0] == ("M", 15, 20)
    assert circle.path[1] == ("C", 15, 22.761, 12.761, 25, 10, 25)
    assert [segment[-2:] for segment in ellipse.path[:-1]] == [
        (4, 2), (1, 6), (-2, 2), (1, -2), (4, 2),
    ]  # fmt: skip
    assert rounded.path[:3] == (("M", 5, 0), ("L", 35, 0), ("C", 37.761, 0, 40, 2.239, 40, 5))
    assert [segment[0] for segment in clamped.path] == ["M", "C", "C", "C", "C", "Z"]


def test_commands_of_paths():
    (shape,) = shapes('<path d="M1,2 3,4l1 1h2v3H1V2zm1 1 1 0zl9 9"/>')

    assert shape.path == (
        ("M", 1, 2), ("L", 3, 4), ("L", 4, 5), ("L", 6, 5), ("L", 6, 8), ("L", 1, 8), ("L", 1, 2),
        ("Z",), ("M", 2, 3), ("L", 3, 3), ("Z",), ("M", 2, 3), ("L", 11, 12),
    )  # fmt: skip


def test_curves_of_paths():
    (shape,) = shapes('<path d="M0 0c1 1 2 1 3 0s2-1 3 0S1 1 0 0Q3 3 6 0t6 0T0 0S9 9 1 1"/>')

    assert shape.path == (
        ("M", 0, 0), ("C", 1, 1, 2, 1, 3, 0), ("C", 4, -1, 5, -1, 6, 0), ("C", 7, 1, 1, 1, 0, 0),
        ("C", 2, 2, 4, 2, 6, 0), ("C", 8, -2, 10, -2, 12, 0), ("C", 14, 2, 10, 2, 0, 0),
        ("C", 0, 0, 9, 9, 1, 1),
    )  # fmt: skip


def test_arcs_of_paths():
    (small, large, turned, none, flat) = shapes("""
        <path d="M10 0A10 10 0 010 10"/><path d="M10 0a10 10 0 1 1-10 10"/>
        <path d="M0 0a1 5 90 0 0 10,0"/><path d="M5 5a1 1 0 0 0 0 0l1 1"/>
        <path d="M5 5a0 1 0 0 0 9 9"/>
    """)

    assert small.path == (("M", 10, 0), ("C", 10, 5.523, 5.523, 10, 0, 10))
    assert len(large.path) == 4
    assert turned.path[1:] == (("C", 0, 0.552, 2.239, 1, 5, 1), ("C", 7.761, 1, 10, 0.552, 10, 0))
    assert none.path == (("M", 5, 5), ("L", 6, 6))
    assert flat.path == (("M", 5, 5), ("L", 14, 14))


# --- looks ---------------------------------------------------------------------------------------


def test_looks_are_handed_on():
    drawn = shapes("""
        <g fill="red" stroke="#00F" stroke-width="2" style="stroke-linecap:round">
          <path d="M0 0L4 0"/><path d="M0 0L4 0" fill="none" style="stroke: rgb(0, 128, 50%)"/>
          <g fill="inherit" stroke="none" fill-rule="evenodd"><path d="M0 0L4 0"/></g>
        </g>
        <path d="M0 0L4 0"/>
    """)
    line = (("M", 0, 0), ("L", 4, 0))

    assert drawn == [
        Shape(line, "#ff0000", "#0000ff", 2, cap="round", miter=4.0),
        Shape(line, None, "#008080", 2, cap="round", miter=4.0),
        Shape(line, "#ff0000", None, 2, cap="round", miter=4.0, even_odd=True),
        Shape(line, BLACK, miter=4.0),
    ]


def test_how_strokes_look():
    (one, two, three) = shapes("""
        <g stroke="CornflowerBlue" fill="none">
        <path d="M0 0L4 0" stroke-dasharray="1, 2 3" stroke-linejoin="bevel"/>
        <path d="M0 0L4 0" stroke-dasharray="0 0" stroke-miterlimit="2" stroke-linecap="square"/>
        <path d="M0 0L4 0" style="stroke-dasharray: none; stroke-width: 1.5pt; stroke-opacity: 1"/>
        <path d="M0 0L4 0" stroke-width="0"/></g>
    """)

    assert (one.stroke, one.dash, one.join) == ("#6495ed", (1, 2, 3, 1, 2, 3), "bevel")
    assert (two.dash, two.miter, two.cap) == ((), 2, "square")
    assert three.width == 2.0


def test_what_a_style_says_counts_more_than_an_attribute():
    (shape,) = shapes('<rect width="4" height="4" style=" ; fill : Red ;/* ; */" fill="blue"/>')

    assert shape == filled(*SQUARE, fill="#ff0000")


def test_the_current_colour():
    drawn = shapes("""
        <g color="red"><rect width="4" height="4" fill="currentColor"/>
        <rect width="4" height="4" fill="currentcolor" color="#123456"/></g>
    """)

    assert [shape.fill for shape in drawn] == ["#ff0000", "#123456"]


def test_what_is_not_to_be_seen():
    assert shapes("""
        <g display="none"><rect width="4" height="4"/><text>a</text></g>
        <g visibility="hidden"><rect width="4" height="4"/>
        <rect width="4" height="4" visibility="visible" fill="red"/></g>
        <rect width="4" height="4" style="display:none"/><rect width="4" height="4" fill="none"/>
        <rect width="4" height="4" fill="transparent"/>
    """) == [filled(*SQUARE, fill="#ff0000")]  # fmt: skip


def test_what_editors_leave_behind_is_passed_over():
    assert shapes("""
        <title>A lake</title><desc>With <b>much</b> water</desc>
        <metadata><rdf:RDF xmlns:rdf="urn:rdf"><rdf:li/></rdf:RDF></metadata>
        <defs><linearGradient id="sky"><stop offset="0" stop-color="red"/></linearGradient></defs>
        <ed:view xmlns:ed="urn:editor" ed:zoom="2"><a/></ed:view>
        <g id="layer" class="water" xml:space="preserve" data-name="Layer" aria-hidden="true"
           style="-inkscape-font-specification:Sans;font-size:12px;opacity:1;mix-blend-mode:normal"
           clip-path="none" overflow="visible">
          <rect width="4" height="4"><title>Square</title></rect><!-- nothing -->text
        </g>
    """) == [filled(*SQUARE)]  # fmt: skip


# --- transforms ----------------------------------------------------------------------------------


def test_transforms_are_done_from_the_inside_out():
    (shape,) = shapes("""
        <g transform="translate(10 20)"><g transform="scale(2),rotate(90)">
        <path d="M0 0L4 0" stroke="red" fill="none" stroke-width="1.5" stroke-dasharray="1 2"/>
        </g></g>
    """)

    assert shape.path == (("M", 10, 20), ("L", 10, 28))
    assert (shape.width, shape.dash) == (3, (2, 4))


@pytest.mark.parametrize(("text", "point"), [
    ("", (3, 4)), ("translate(1)", (4, 4)), ("translate(1,2)", (4, 6)), ("scale(2)", (6, 8)),
    ("scale(2 -1)", (6, -4)), ("rotate(90)", (-4, 3)), ("rotate(180 1 1)", (-1, -2)),
    ("skewX(45)", (7, 4)), ("skewY(45)", (3, 7)), ("matrix(1 2 3 4 5 6)", (20, 28)),
    (" translate(1) , scale(2)\n", (7, 8)),
])  # fmt: skip
def test_every_transform(text, point):
    ((_, x, y),) = read_transform(text).applied([("M", 3, 4)])

    assert (x, y) == pytest.approx(point)


@pytest.mark.parametrize(("text", "keeps"), [
    ("rotate(33) scale(2) translate(9 9)", True), ("scale(-2 2)", True), ("skewX(1)", False),
    ("scale(2 3)", False), ("scale(0)", True), ("matrix(0 1 -1 0 0 0)", True),
])  # fmt: skip
def test_which_transforms_keep_shapes(text, keeps):
    assert read_transform(text).keeps_shapes is keeps


# --- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(("inside", "message"), [
    ("<text>a</text>", "1:1: error: 'text' is not drawn\n  hint: turn text into paths"),
    ("<svg/>", "1:1: error: 'svg' is not drawn\n"
     "  hint: a picture holds one 'svg'; put what is inside into a 'g'"),
    ("<g>\n ö<use href='#a'/></g>",
     "2:3: error: 'use' is not drawn\n  hint: write the shapes out"),
    ("<linearGradient/>",
     "1:1: error: 'linearGradient' is not drawn\n  hint: only shapes with plain colours are"),
    ("<defs><style>a{}</style></defs>", "1:7: error: 'style' is not drawn\n"
     "  hint: write properties as attributes: style sheets are not read"),
    ("<metadata><script/></metadata>",
     "1:11: error: 'script' is not drawn\n  hint: take it out: a picture stands still"),
    ("<?xml-stylesheet href='a.css'?>", "1:1: error: a style sheet\n"
     "  hint: write properties as attributes: style sheets are not read"),
    ("<g onclick='x()'/>",
     "1:13: error: a script in 'onclick'\n  hint: take it out: a picture stands still"),
    ("<g fill='#12345'/>", "1:10: error: '#12345' is no plain colour\n"
     "  hint: gradients, patterns and colours that are seen through are not drawn"),
    ("<g style='stroke: rgba(1,2,3,.5)'/>",
     "1:19: error: 'rgba(1,2,3,.5)' is no plain colour\n"
     "  hint: gradients, patterns and colours that are seen through are not drawn"),
    ("<g fill='blau'/>", "1:10: error: 'blau' is no plain colour\n"
     "  hint: wanted: a name, or digits such as #12436d"),
    ("<g fill='rgb(1,2..,3)'/>", "1:10: error: '2..' is no number"),
    ("<g opacity='0.5'/>", "1:13: error: 'opacity' is not drawn: '0.5'\n  hint: only '1' is"),
    ("<g style='filter:url(#a)'/>",
     "1:18: error: 'filter' is not drawn: 'url(#a)'\n  hint: only 'none' is"),
    ("<g style='fill'/>",
     "1:11: error: '' is no plain colour\n"
     "  hint: wanted: a name, or digits such as #12436d"),
    ("<g style='fil: red'/>", "1:16: error: 'fil' is not read in 'g'\n  hint: take it out"),
    ("<rect widht='3'/>", "1:14: error: 'widht' is not read in 'rect'\n  hint: take it out"),
    ("<g stroke-linejoin='arcs'/>",
     "1:21: error: 'arcs' is not drawn\n  hint: wanted: miter, round, bevel"),
    ("<g stroke-width='-1'/>", "1:18: error: '-1' is less than 0"),
    ("<g stroke-width='1em'/>",
     "1:18: error: '1em' is no length\n  hint: wanted: a number, or one with px, pt or mm"),
    ("<g stroke-dasharray='1 -1'/>", "1:22: error: '-1' is less than 0"),
    ("<g stroke-miterlimit='0'/>",
     "1:23: error: '0' is no limit\n  hint: wanted: a number from 1"),
    ("<circle r='-1'/>", "1:12: error: '-1' is less than 0"),
    ("<circle r='50%'/>",
     "1:12: error: '50%' is no length\n  hint: wanted: a number, or one with px, pt or mm"),
    ("<circle r='1e9'/>", "1:12: error: '1e9' is too large a number"),
    ("<polygon points='1 2 3'/>",
     "1:18: error: 3 numbers do not make points\n  hint: each point has two"),
    ("<polygon points='1 2 x 3'/>", "1:22: error: 'x 3' is no number"),
    ("<path d='L 1 1'/>", "1:10: error: a path begins with M, not 'L'"),
    ("<path d='1 1'/>", "1:10: error: '1 1' is no command of a path"),
    ("<path d='M 1 1 z 3'/>", "1:18: error: '3' is no command of a path"),
    ("<path d='M 1'/>",
     "1:13: error: the end stands where 'M' wants a number\n  hint: it has 2 of them"),
    ("<path d='M 1 1\n  A 1 1 0 2 0 1 1'/>",
     "2:11: error: '2 0 1 1' stands where 'A' wants a 0 or 1\n  hint: it has 7 of them"),
    ("<path d='M1e7 0'/>", "1:11: error: '1e7' is too large a number"),
    ("<g transform='rotate(1 2)'/>",
     "1:15: error: 'rotate' has 2 numbers\n  hint: wanted: 1 or 3"),
    ("<g transform='scale(2) turn(3)'/>", "1:24: error: 'turn(3)' is no transform\n"
     "  hint: wanted: matrix, translate, scale, rotate, skewX, skewY"),
    ("<g transform='scale(2,a)'/>", "1:23: error: 'a' is no number"),
    ("<g transform='skewX(20)'>\n<path d='M0 0L1 1' stroke='red'/></g>",
     "2:1: error: the stroke is stretched more one way than the other\n"
     "  hint: turn the stroke into a path"),
    ("<g>&nbsp;</g>", "1:4: error: not XML: undefined entity"),
    ("<g></h>", "1:6: error: not XML: mismatched tag"),
    ("", "1: error: nothing is drawn in the picture"),
])  # fmt: skip
def test_what_is_not_drawn_is_refused_where_it_stands(inside, message):
    if not inside:
        message = "0:1" + message.removeprefix("1")

    assert faults(inside) == [message]


@pytest.mark.parametrize(("text", "message"), [
    ("", "1:1: error: not XML: no element found"),
    ("<svg><rect/></svg>", "1:1: error: this is no SVG: it begins with 'svg'\n"
     f'  hint: begin with <svg {X} viewBox="…">'),
    ("\n<html/>", "2:1: error: this is no SVG: it begins with 'html'\n"
     f'  hint: begin with <svg {X} viewBox="…">'),
    (f"<svg {X}/>", "1:1: error: the picture has no size\n  hint: give it a 'viewBox'"),
    (f"<svg {X} width='9'/>", "1:1: error: the picture has no size\n  hint: give it a 'viewBox'"),
    (f"<svg {X} viewBox='0 0 1'/>",
     "1:50: error: '0 0 1' is no view\n  hint: wanted: left, top, width and height"),
    (f"<svg {X} viewBox='0 0 0 1'/>", "1:1: error: the picture is 0 × 1 units large"),
    (f"<svg {X} width='0' viewBox='0 0 2 1'/>", "1:1: error: the picture is 2 × 1 units large"),
    (f"<svg {X} width='-1' viewBox='0 0 1 1'/>", "1:48: error: '-1' is less than 0"),
    (f"<svg {X} viewBox='0 0 1 1' preserveAspectRatio='xMinYMin slice'><path d='M0 0h1'/></svg>",
     "1:80: error: 'xMinYMin slice' is not drawn\n  hint: wanted: none or xMidYMid"),
    (f"<svg {X} viewBox='0 0 1 1' transform='scale(2)'/>",
     "1:70: error: 'transform' is not read in 'svg'\n  hint: take it out"),
])  # fmt: skip
def test_files_that_cannot_be_drawn_at_all(text, message):
    assert read(text) == (None, [message])


@pytest.mark.parametrize("declared", [
    '<!ENTITY a "b">', '<!ENTITY a SYSTEM "/etc/passwd">', '<!ENTITY % a "b">',
    '<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">',
])  # fmt: skip
def test_entities_are_not_read(declared):
    text = f"<!DOCTYPE svg [{declared}]><svg {X} viewBox='0 0 1 1'><g>&a;</g></svg>"
    _, (message,) = read(text)

    assert message.endswith(
        "error: entities are not read here\n  hint: write out what they stand for"
    )


def test_the_declaration_of_the_document_type_may_stay():
    drawing, problems = read(
        '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC '
        '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
        f'<svg {X} viewBox="0 0 9 9"><path d="M0 0h9v9"/></svg>'
    )

    assert problems == []
    assert drawing


def test_a_file_that_is_nested_ever_so_deep():
    depth = 20000
    drawing, _ = read(
        f'<svg {X} viewBox="0 0 9 9">{"<g>" * depth}<path d="M0 0h9v9"/>{"</g>" * depth}</svg>'
    )

    assert len(drawing.items) == 1


# --- properties ----------------------------------------------------------------------------------

NUMBERS = st.integers(-50, 50).map(lambda number: number / 4)
COMMANDS: st.SearchStrategy[tuple[str, list[float]]] = st.one_of(
    st.tuples(st.sampled_from("MmLl"), st.lists(NUMBERS, min_size=2, max_size=2)),
    st.tuples(st.sampled_from("HhVv"), st.lists(NUMBERS, min_size=1, max_size=1)),
    st.tuples(st.sampled_from("CcSsQqTt"), st.lists(NUMBERS, min_size=6, max_size=6)),
    st.tuples(st.sampled_from("Zz"), st.just([])),
)  # fmt: skip
_NEEDED = {"S": 4, "Q": 4, "T": 2}


@st.composite
def path_data(draw):
    """A path as text, without numbers that a command does not need."""
    parts = ["M1 2"]
    for command, numbers in draw(st.lists(COMMANDS, max_size=8)):
        kept = numbers[: _NEEDED.get(command.upper(), len(numbers))]
        parts.append(command + " ".join(f"{number:g}" for number in kept))
    return "".join(parts)


@given(path_data())
@settings(max_examples=300)
def test_paths_are_read_as_another_reader_reads_them(text):
    pen = RecordingPen()
    parse_path(text, pen)

    assert _spread(read_path(text)) == pytest.approx(_spread(_recorded(pen)), abs=2e-2)


def _recorded(pen: RecordingPen):
    at = start = (0.0, 0.0)
    for name, points in pen.value:
        match name:
            case "moveTo":
                at = start = points[0]
                yield ("M", *at)
            case "lineTo":
                at = points[0]
                yield ("L", *at)
            case "curveTo":
                yield ("C", *points[0], *points[1], *points[2])
                at = points[2]
            case "qCurveTo":
                (cx, cy), (x, y) = points
                yield ("C", at[0] + (cx - at[0]) * 2 / 3, at[1] + (cy - at[1]) * 2 / 3,
                       x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y)  # fmt: skip
                at = (x, y)
            case "closePath":
                at = start
                yield ("Z",)


def _spread(path) -> list[float]:
    """All numbers of the lines and curves that lead anywhere, a line that closes included."""
    at = start = (0.0, 0.0)
    numbers: list[float] = []
    for segment in path:
        ends = segment[1:] or start
        if segment[0] != "M" and any(
            abs(one - at[index % 2]) > 1e-6 for index, one in enumerate(ends)
        ):
            numbers += ends
        at = ends[-2:]
        start = at if segment[0] == "M" else start
    return numbers


@given(
    st.floats(1, 50), st.floats(1, 50), st.floats(-180, 180), st.floats(-90, 90),
    st.floats(-90, 90), st.booleans(), st.booleans(),
)  # fmt: skip
def test_an_arc_stays_on_its_ellipse_and_ends_where_it_should(rx, ry, turn, x, y, large, sweep):
    if hypot(x, y) < 1:
        x = 1.0
    curves = arc((0.0, 0.0), (x, y), (rx, ry), turn, large=large, sweep=sweep)

    across, along = cos(radians(turn)), sin(radians(turn))
    straight = [
        ((across * px + along * py) / rx, (across * py - along * px) / ry)
        for px, py in _points_on(curves)
    ]
    grown, middle = _circle_through(straight[0], straight[len(straight) // 2], straight[-1])
    assert curves[-1][-2:] == (x, y)
    assert grown >= 1 - 1e-2
    for px, py in straight:
        assert hypot(px - middle[0], py - middle[1]) == pytest.approx(grown, rel=2e-3)


def _points_on(curves):
    at = (0.0, 0.0)
    yield at
    for _, x1, y1, x2, y2, x, y in curves:
        for share in (0.25, 0.5, 0.75, 1.0):
            rest = 1 - share
            a, b, c, d = rest**3, 3 * share * rest**2, 3 * share**2 * rest, share**3
            yield a * at[0] + b * x1 + c * x2 + d * x, a * at[1] + b * y1 + c * y2 + d * y
        at = (x, y)


def _circle_through(one, two, three):
    (ax, ay), (bx, by), (cx, cy) = one, two, three
    double = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    squares = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
    x = (squares[0] * (by - cy) + squares[1] * (cy - ay) + squares[2] * (ay - by)) / double
    y = (squares[0] * (cx - bx) + squares[1] * (ax - cx) + squares[2] * (bx - ax)) / double
    return hypot(ax - x, ay - y), (x, y)


@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.,-+e \n", max_size=40))
def test_any_text_is_a_path_or_a_fault_inside_it(text):
    try:
        path, at = read_path(text), 0
    except FaultError as fault:
        path, at = [], fault.at

    assert not path or path[0][0] == "M"
    assert 0 <= at <= len(text)


@given(st.text("<>/=\"' svgpathdrecg#&;!?-[]ö\n", max_size=60))
def test_any_text_is_a_picture_or_told_of_inside_the_file(text):
    drawing, problems = read(f"<svg {X} viewBox='0 0 9 9'>{text}</svg>")

    assert drawing or problems
    for one in problems:
        line, column = map(int, one.split(":")[:2])
        assert 1 <= line <= text.count("\n") + 1
        assert 1 <= column <= len(text) + 100


@given(*[st.floats(-9, 9)] * 6, *[st.floats(-9, 9)] * 2)
def test_one_transform_after_another_is_one(a, b, c, d, e, f, x, y):
    first, second = Matrix(a, b, c, d, e, f), Matrix(f, e, d, c, b, a)

    point = [("M", x, y)]
    at_once = second.after(first).applied(point)
    assert at_once[0][1:] == pytest.approx(second.applied(first.applied(point))[0][1:], abs=1e-6)
