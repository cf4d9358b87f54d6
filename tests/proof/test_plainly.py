"""What is read at speed says what it says when it is read plainly, value by value."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from briefing.proof.file import fonts, marks, streams, strings, structure
from briefing.proof.file.reader import read_pdf
from briefing.proof.file.syntax import UnreadableError
from briefing.proof.findings import BROKEN
from tests.proof.pdfs import SAVED, changed, code_of, document, hexed, saved
from tests.proof.planting import PLANTS
from tests.proof.test_reader import FILES

NEVER, NEVER_WITHIN = re.compile(rb"(?!)"), re.compile(rb"((?!))")


@contextmanager
def plainly() -> Iterator[None]:
    """Leave out every path that is there for speed."""
    with (
        mock.patch.object(streams, "lines_of", return_value=[((b"(",), None, None, None)]),
        mock.patch.object(fonts.Font, "read_bodies", return_value=None),
        mock.patch.object(structure, "_ELEMENT", NEVER),
        mock.patch.object(strings, "_USUAL", NEVER_WITHIN),
        mock.patch.dict(marks.INLINE, clear=True),
    ):
        yield


def said(data: bytes) -> list[list[str]] | None:
    """The words of every strand; None for what is refused."""
    try:
        return [strand.words() for strand in read_pdf(data)]
    except (UnreadableError, *BROKEN):
        return None


def is_read_alike(data: bytes, *, whole: bool = True) -> None:
    """Hold both readings against each other; the plain one may refuse what is not `whole`."""
    fast = said(data)
    with plainly():
        plain = said(data)

    assert fast == plain or (plain is None and not whole)


@pytest.mark.parametrize("how", SAVED.values(), ids=SAVED.keys())
@pytest.mark.parametrize("make", FILES.values(), ids=FILES.keys())
def test_a_file_says_the_same_in_every_form(make, how):
    is_read_alike(changed(make(), lambda _: None, **how))


@pytest.mark.parametrize("place", PLANTS)
def test_a_secret_is_read_alike_in_every_place(place):
    is_read_alike(PLANTS[place]("quietly leased the harbour (of Ravenna), 83,217 to envoys"))


# --- content of all sorts


def literal(text: str) -> bytes:
    code = code_of(text)
    for sign in (b"\\", b"(", b")", b"\r"):
        code = code.replace(sign, b"\\r" if sign == b"\r" else b"\\" + sign)
    return b"(%b)" % code


numbers = st.sampled_from([b"0", b"1", b"-1", b"300", b"12.5", b"-.5", b"7.25", b"+3"])
texts = st.sampled_from(["Ra", "ven", "na", " ", " quay", "dawn ", "at.", "83", "(x)", "a-", ""])
written = st.builds(lambda text, form: form(text), texts, st.sampled_from([literal, hexed]))
spaces = st.sampled_from([b"", b" ", b"\n", b"\r\n", b"  "])
steps = st.sampled_from([b"", b"5", b"-16", b" 4 ", b"-99", b"200 ", b"-179", b"-181", b"-400.5"])
arrays = st.lists(st.tuples(written, steps), max_size=5).map(
    lambda parts: b"[%b]TJ" % b"".join(string + step for string, step in parts)
)
places = st.tuples(st.sampled_from([b"1 0 0 1", b"0 1 -1 0", b".5 0 0 .5"]), numbers, numbers).map(
    lambda parts: b" ".join(parts) + b" Tm"
)
fonts_set = st.sampled_from([b"/F1 9 Tf", b"/F2 12.5 Tf", b"/F1 8 Tf"])
begun = st.one_of(
    st.integers(0, 9).map(lambda number: b"/P<</MCID %d>>BDC" % number),
    st.sampled_from([
        b"/Artifact BMC", b"/Artifact<</Type/Layout/BBox[0 0 9 9.5]>>BDC", b"/P/M1 BDC",
        b"/Span<</ActualText(harbour)>>BDC", b"/Span<</E(\\(a\\) b)/MCID 11>>BDC",
        b"/Span << /MCID 12 /ActualText <FEFF0041> >> BDC",
    ]),
)  # fmt: skip
paint = st.sampled_from([
    b"1 0 0 rg", b"0 0 m 9 9 l S", b"1.5 w", b"0 0 9 9 re f", b"/A1 gs", b"0.4 Tc", b"2 Ts", b"n",
    b"/CS1 cs", b"% a remark )", b"[3 1] 0 d", b"q", b"Q", b"1 0 0 1 5 5 cm", b"BT", b"ET", b"T*",
    b"5 0 Td", b"0 -12 TD", b"/X1 Do", b"/X2 Do", b"/X9 Do", b"EMC", b"/Pattern cs /P1 scn",
    b"0 0 m\n" + b"9.5 9 l\n" * 60 + b"h\nf", b"5 0 l\n" * 80,
])  # fmt: skip
shown = st.one_of(arrays, written.map(lambda string: string + b"Tj"), written.map(b"%b'".__mod__))
lines = st.builds(lambda place, space, text: place + space + text, places, spaces, arrays)
marked = st.builds(lambda mark, text: mark + b"\n" + text + b"\nEMC", begun, lines)
ordinary = marked | lines | fonts_set
codes = st.builds(
    lambda first, parts, separator: separator.join([b"BT", first, *parts]),
    fonts_set,
    st.lists(st.one_of(ordinary, ordinary, begun, places, shown, paint), max_size=14),
    st.sampled_from([b"\n", b" ", b"\r\n", b" \n"]),
)
leaves = st.lists(st.integers(0, 12), max_size=8, unique=True)


def made(first: bytes, second: bytes, order: list[int]) -> bytes:
    """Two pages with all that the codes ask for, and a structure of the first."""
    pdf = document(first, second)
    for one in pdf.pages:
        form = pdf.make_stream(
            b"BT /F1 9 Tf 1 0 0 1 1 1 Tm[%b]TJ ET" % literal("drawn"),
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]),
        )  # fmt: skip
        lines = pdf.make_stream(b"0 0 m 9 9 l S", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        one.obj.Resources.XObject = Dictionary(X1=form, X2=lines)
        one.obj.Resources.Font.F2 = one.obj.Resources.Font.F1
        one.obj.Resources.Properties = Dictionary(M1=Dictionary(MCID=10, Note=String("noted")))
    if order:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

        def element(kids):
            return pdf.make_indirect(Dictionary(S=Name.P, P=root, Pg=pdf.pages[0].obj, K=kids))

        root.K = element(Array([order[0], *map(element, order[1:])]))
        pdf.Root.StructTreeRoot = root
    return saved(pdf)


@settings(deadline=None, max_examples=60)
@given(codes, codes, leaves)
def test_content_is_read_alike(first, second, order):
    is_read_alike(made(first, second, order))


@pytest.mark.slow
@settings(deadline=None, max_examples=3_000)
@given(codes, codes, leaves)
def test_content_is_read_alike_often(first, second, order):
    is_read_alike(made(first, second, order))


@settings(deadline=None, max_examples=60)
@given(codes, st.data())
def test_spoilt_content_says_no_more_than_it_says_to_the_reader_at_speed(code, data):
    place = data.draw(st.integers(0, len(code)))
    damage = data.draw(
        st.sampled_from([b"", b"(", b")", b"<", b">", b"]", b"/", b"\\", b"TJ", b"1"])
    )
    spoilt = code[:place] + damage + code[place + data.draw(st.integers(0, 2)) :]

    is_read_alike(made(spoilt, code, []), whole=False)
