"""Files keep PDF/UA-1 and PDF/A-3a."""

from briefing.model.structure import Node
from briefing.model.style import TextStyle
from briefing.pdf import write_pdf
from tests.pdf.cff import build_family
from tests.pdf.judge import judged, needs_judge
from tests.pdf.sample import everything
from tests.pdf.typesetter import Desk, Piece


@needs_judge
def test_files_keep_pdf_ua_and_pdf_a(tmp_path):
    sample = everything()
    (tmp_path / "everything.pdf").write_bytes(write_pdf(sample.pages, sample.fonts))
    (tmp_path / "cff.pdf").write_bytes(_compact_font(tmp_path))

    assert judged(list(tmp_path.glob("*.pdf"))) == ""


def _compact_font(folder) -> bytes:
    desk = Desk(families={"test": build_family(folder)})
    leaf = desk.leaf()
    desk.line([Piece("fia a\u0301a a-f", leaf, TextStyle("test", 10, "#000000"))])
    return write_pdf(desk.done(Node("Document", (Node("P", (leaf,)),))), desk.fonts)
