"""What drawings say: turned, spread, hidden, haloed, in cuts and in forms."""

import pytest
from hypothesis import given, settings
from pikepdf import Array, Dictionary, Name

from briefing.model.drawing import Clipped, Label, Shape
from briefing.proof.content.pictures import labels_in, rasters_in
from briefing.proof.file.reader import read_pdf
from briefing.proof.file.syntax import UnreadableError
from briefing.proof.fold import fold, words_of
from tests.pdf.primitives import RASTER, drawing, drawings, everything, written
from tests.pdf.typesetter import LABEL
from tests.proof.pdfs import changed, document, hexed, saved, words_at

WORDS = ["haloed", "faintly", "haloed", "upwards", "aslant", "spread", "hidden", "seen", "back"]
WORDS += ["clipped", "nested"]


def said(*items) -> list[list[str]]:
    return words_at(written(drawing(*items)), "page 1")


def test_every_word_is_read_once_in_the_order_of_painting():
    assert words_at(written(everything()), "page 1")[0] == WORDS


def test_labels_and_bitmaps_are_found_however_deep_they_lie():
    assert " ".join(labels_in(everything())).lower().split() == WORDS
    assert list(rasters_in(everything())) == [RASTER]
    deep = Clipped((Clipped(everything().items, 0, 0, 9, 9),), 0, 0, 9, 9)
    assert list(rasters_in(drawing(deep))) == [RASTER]


def test_letters_one_by_one_up_a_slope_are_one_word():
    letters = [
        Label(letter, 50 + 8.0 * at, 90 - 5.0 * at, LABEL, angle=32.0)
        for at, letter in enumerate("Ravenna")
    ]

    apart, glued = said(*letters)[:2]
    assert apart == list("ravenna")
    assert glued == ["ravenna"]


def test_a_word_in_two_labels_of_one_line_is_read_as_one_too():
    halves = Label("Rav", 50, 50, LABEL), Label("enna", 70, 50, LABEL)
    line = Shape((("M", 0.0, 0.0), ("L", 9.0, 9.0)), stroke="#000000")

    assert said(*halves)[:2] == [["rav", "enna"], ["ravenna"]]
    assert said(halves[0], line, halves[1])[:2] == [["rav", "enna"], ["ravenna"]]


def test_labels_below_one_another_are_words_apart_or_a_word_that_is_cut():
    below = Label("Rav", 50, 50, LABEL), Label("enna", 50, 60, LABEL)

    assert said(*below) == [["rav", "enna"], ["ravenna"]] * 2


def test_a_drawing_that_says_nothing_is_read_once_and_parts_no_word():
    def stamp(pdf):
        form = pdf.make_stream(b"0 0 m 9 9 l S", Type=Name.XObject, Subtype=Name.Form)
        form.BBox = Array([0, 0, 9, 9])
        pdf.pages[0].obj.Resources.XObject = Dictionary(X1=form)

    code = b"BT /F1 10 Tf 1 0 0 1 10 300 Tm[%b]TJ ET q /X1 Do 1 0 0 1 5 5 cm/X1 Do Q " % hexed(
        "Rav"
    )
    code += b"BT 1 0 0 1 30 300 Tm[%b]TJ ET" % hexed("enna")
    pdf = document(code)
    stamp(pdf)

    assert words_at(saved(pdf), "page 1") == [["rav", "enna"], ["ravenna"]]


def test_a_form_with_a_remark_is_read():
    def remark(pdf):
        pdf.pages[0].Resources.XObject.X1.write(b"% Ravenna\n0 0 m 9 9 l S")

    data = changed(written(everything()), remark)

    assert ["ravenna"] in words_at(data, "page 1")


def test_a_graphics_state_that_chooses_a_font_is_refused():
    def choose(pdf):
        state = pdf.pages[0].Resources.ExtGState.A1
        state.Font = Array([pdf.pages[0].Resources.Font.F1, 10])

    with pytest.raises(UnreadableError, match="a graphics state that chooses a font"):
        read_pdf(changed(written(everything()), choose))


@given(drawings)
@settings(deadline=None, max_examples=30)
def test_any_drawing_is_read_in_the_order_of_its_labels(one):
    painted = [words for words in words_at(written(one), "page 1") if words]

    words = [word for text in labels_in(one) for word in words_of(fold(text))]
    assert "".join(painted[0] if painted else ()) == "".join(words)
