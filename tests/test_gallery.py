"""The gallery: every paper is set without a fault, and keeps what all files keep."""

from pathlib import Path

import pytest

import briefing
from briefing import pipeline
from tests.layout.invariants import broken, lonely

ROOT = Path(__file__).parents[1] / "examples" / "gallery"
PROJECT = briefing.open(ROOT)
PAPERS = PROJECT.briefs()


@pytest.mark.parametrize("brief", PAPERS, ids=[brief.name for brief in PAPERS])
def test_every_paper_is_set_without_a_fault(brief):
    fitted = pipeline.pages_of(brief.content, brief.request)

    assert broken(fitted.flow, fitted.pages) == []
    assert lonely(fitted.flow, fitted.pages) == []


def test_the_gallery_has_nothing_to_warn_of():
    assert PROJECT.warnings == ()
