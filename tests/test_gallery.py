"""The gallery: every paper is set without a fault, and keeps what all files keep."""

from pathlib import Path

import pytest

from tests import papers
from tests.layout.invariants import broken, lonely

ROOT = Path(__file__).parents[1] / "examples" / "gallery"
PROJECT = papers.opened(ROOT)
PAPERS = PROJECT.briefs()


@pytest.mark.parametrize("brief", PAPERS, ids=[brief.name for brief in PAPERS])
def test_every_paper_is_set_without_a_fault(brief):
    fitted = papers.fitted(brief)

    assert broken(fitted.flow, fitted.pages) == []
    assert lonely(fitted.flow, fitted.pages) == []


def test_the_gallery_has_nothing_to_warn_of():
    assert PROJECT.warnings == ()
