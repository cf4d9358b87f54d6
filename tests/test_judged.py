"""Every document of the example project and of the gallery, for every reader, before the judge."""

from pathlib import Path

import pytest

import briefing
from tests.pdf.judge import judged, needs_judge

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
@needs_judge
def test_every_document_keeps_pdf_ua_and_pdf_a(tmp_path):
    paths = [
        path
        for name, folder in (("project", ROOT), ("gallery", ROOT / "examples" / "gallery"))
        for path in briefing.open(folder).build(tmp_path / name, workers=1)
    ]

    assert judged(paths) == ""
