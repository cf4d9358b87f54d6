"""Our reader beside two others, on files of ours and of others."""

import io

import pikepdf
import pypdfium2
import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from briefing.pdf import write_pdf
from briefing.proof.file.reader import read_pdf
from briefing.proof.fold import fold, words_of
from tests.pdf import reader as reading
from tests.pdf.sample import everything
from tests.proof.briefs import brief, prose
from tests.proof.pdfs import SAVED, changed, words_at


def ours() -> bytes:
    return write_pdf(*brief())


def sample() -> bytes:
    made = everything()
    return write_pdf(made.pages, made.fonts)


def from_canvas() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    canvas.setTitle("A plain title")
    for number in range(3):
        text = canvas.beginText(40, 700)
        for line in range(20):
            text.textLine(prose(number * 20 + line, 8).replace("\u00ad", ""))
        canvas.drawText(text)
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Part {number}", f"p{number}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def from_platypus() -> bytes:
    target = io.BytesIO()
    style = ParagraphStyle("a", hyphenationLang="en_GB", fontName="Times-Roman", alignment=4)
    story = [Paragraph(prose(n, 70).replace("\u00ad", ""), style) for n in range(9)]
    SimpleDocTemplate(target, invariant=1).build(story)
    return target.getvalue()


FILES = {"a brief": ours, "a sample": sample, "a canvas": from_canvas, "a story": from_platypus}


def seen_by_pdfium(data: bytes) -> list[list[str]]:
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    # It gives U+FFFE for a hyphen at the end of a line.
    return [words_of(fold(text.replace("\ufffe", "-"))) for text in texts]


@pytest.mark.parametrize("how", SAVED.values(), ids=SAVED.keys())
@pytest.mark.parametrize("make", FILES.values(), ids=FILES.keys())
def test_pages_say_what_pdfium_sees(make, how):
    data = changed(make(), lambda _: None, **how)
    for number, words in enumerate(seen_by_pdfium(data), start=1):
        found = words_at(data, f"page {number}")

        assert sorted("".join(found[0])) == sorted("".join(words))
        missing = {*words} - {word for several in found for word in several}
        # Where signs overlap, as in tables set by hand, it joins what are two words.
        assert not {word for word in missing if word not in "".join(found[0])}


def in_order(file: reading.Reading) -> str:
    """The text of all leaves, as the structure orders them."""
    pages = {page.objgen: index for index, page in enumerate(file.pdf.pages)}

    def texts(element, page):
        page = pages[element.Pg.objgen] if "/Pg" in element else page
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                yield file.texts[page, int(kid)]
            elif "/MCID" in kid:
                yield file.texts[pages[kid.Pg.objgen], int(kid.MCID)]
            elif "/Obj" not in kid:
                yield from texts(kid, page)

    return "".join(texts(file.pdf.Root.StructTreeRoot, None))


@pytest.mark.parametrize("make", [ours, sample], ids=["a brief", "a sample"])
def test_reading_order_is_that_of_the_structure(make):
    data = make()
    expected = "".join(words_of(fold(in_order(reading.read(data)))))

    assert expected in ["".join(strand.words()) for strand in read_pdf(data)]


def test_our_own_files_are_read_without_a_second_thought(monkeypatch):
    """What is slow is for files that are not ours."""
    from briefing.proof.file import page, streams

    monkeypatch.setattr(page, "_read_one_by_one", None)
    monkeypatch.setattr(streams, "instructions", None)

    assert read_pdf(ours())
