"""Files of every kind of sample keep PDF/UA-1 and PDF/A-3a, in one call of the judge."""

from collections.abc import Iterator

from briefing.model.structure import Node
from briefing.model.style import TextStyle
from briefing.pdf import write_pdf
from tests.pdf.cff import build_family
from tests.pdf.judge import judged, needs_judge
from tests.pdf.sample import everything
from tests.pdf.test_pictures import with_pictures
from tests.pdf.test_primitives import with_primitives
from tests.pdf.typesetter import Desk, Piece


@needs_judge
def test_files_keep_pdf_ua_and_pdf_a(tmp_path):
    for name, data in _samples(tmp_path):
        (tmp_path / f"{name}.pdf").write_bytes(data)

    assert judged(list(tmp_path.glob("*.pdf"))) == ""


def _samples(folder) -> Iterator[tuple[str, bytes]]:
    sample = everything()
    yield "everything", write_pdf(sample.pages, sample.fonts)
    yield "cff", _compact_font(folder)
    yield "primitives", with_primitives()
    yield from with_pictures()


def _compact_font(folder) -> bytes:
    desk = Desk(families={"test": build_family(folder)})
    leaf = desk.leaf()
    desk.line([Piece("fia a\u0301a a-f", leaf, TextStyle("test", 10, "#000000"))])
    return write_pdf(desk.done(Node("Document", (Node("P", (leaf,)),))), desk.fonts)
