"""The judgement of veraPDF, where it is to be had.

``VERAPDF`` names a command that is called with files and a list of flavours, and succeeds when
all of them pass. Without it veraPDF's own command is taken from the path.
"""

import os
import shutil
import subprocess

import pytest

from briefing.model.structure import Node
from briefing.model.style import TextStyle
from briefing.pdf import write_pdf
from tests.pdf.cff import build_family
from tests.pdf.sample import everything
from tests.pdf.typesetter import Desk, Piece

GIVEN = os.environ.get("VERAPDF")
FOUND = shutil.which("verapdf")


@pytest.mark.skipif(not (GIVEN or FOUND), reason="veraPDF is not here")
def test_files_keep_pdf_ua_and_pdf_a(tmp_path):
    sample = everything()
    (tmp_path / "everything.pdf").write_bytes(write_pdf(sample.pages, sample.fonts))
    (tmp_path / "cff.pdf").write_bytes(_compact_font(tmp_path))
    files = [str(path) for path in sorted(tmp_path.glob("*.pdf"))]

    assert [_judged(*call) for call in _calls(files)] == [""] * len(_calls(files))


def _calls(files: list[str]) -> list[list[str]]:
    if GIVEN:
        return [[GIVEN, *files, "ua1,3a"]]
    return [[str(FOUND), "-f", flavour, *files] for flavour in ("ua1", "3a")]


def _judged(*command: str) -> str:
    """What is wrong, empty when nothing is."""
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.stdout + run.stderr if run.returncode else ""


def _compact_font(folder) -> bytes:
    desk = Desk(families={"test": build_family(folder)})
    leaf = desk.leaf()
    desk.line([Piece("fia a\u0301a a-f", leaf, TextStyle("test", 10, "#000000"))])
    return write_pdf(desk.done(Node("Document", (Node("P", (leaf,)),))), desk.fonts)
