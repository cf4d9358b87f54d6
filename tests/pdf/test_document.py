import re
from io import BytesIO

import pikepdf
from reportlab.pdfbase import pdfdoc

from briefing.pdf.objects.document import Document
from briefing.pdf.objects.syntax import name_tree


def test_numbers_are_given_once_whoever_asks():
    document = Document()
    first = document.reserve(3)
    added = [document.add("[1]"), document.add_stream("", b"two")]
    pages = document.add_pages([(100, 200), (200, 100)])

    assert [*added, pages[1]] == [first + 3, first + 4, pages[0] + 1]
    assert len({first, *added, *pages}) == 5


def test_a_stream_of_reportlabs_own_ends_on_a_line_of_its_own():
    document = Document()
    document.add_pages([(100, 200)])
    content = pdfdoc.PDFStream(content=b"q Q\n")
    document._pages[0].Contents = content
    data = document.to_bytes(info=document.add("<<>>"))

    assert re.search(rb"/Length 4\b.*?stream\nq Q\n\nendstream", data, re.DOTALL)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pages[0].Contents.read_bytes() == b"q Q\n"
        assert [float(edge) for edge in pdf.pages[0].MediaBox] == [0, 0, 100, 200]


def test_names_stand_in_the_order_of_their_bytes():
    assert (
        name_tree({"b": 1, "aé": 2, "a": 3}) == "<</Names[(a) 3 0 R(b) 1 0 R<FEFF006100E9> 2 0 R]>>"
    )
