"""Projects that tests open, and papers that they set, once in each process that runs tests."""

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

import briefing
from briefing import pipeline
from briefing.model.page import Pages, PlacedLine
from briefing.pipeline import Fitted
from briefing.project import Brief, Project


@lru_cache(maxsize=8)
def opened(folder: Path) -> Project:
    """A project of the repository, for tests that change nothing in its folder."""
    return briefing.open(folder)


def fitted(brief: Brief) -> Fitted:
    """A paper on its pages."""
    return _fitted(_Asked(brief))


def file(brief: Brief) -> bytes:
    """Its finished file."""
    return _file(_Asked(brief))


def pages(brief: Brief) -> Pages:
    return fitted(brief).pages


def text(brief: Brief) -> str:
    """Its text line by line."""
    return "\n".join(
        "".join(run.text for run in item.runs)
        for page in pages(brief).pages
        for item in page.items
        if isinstance(item, PlacedLine)
    )


class _Asked(Struct, frozen=True, eq=False):
    """A brief as a key: content is the same where it is one object."""

    brief: Brief

    def __hash__(self) -> int:
        return hash(self.brief.request.name)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Asked)
            and other.brief.content is self.brief.content
            and other.brief.request == self.brief.request
        )


@lru_cache(maxsize=32)
def _file(asked: _Asked) -> bytes:
    return asked.brief.pdf()


@lru_cache(maxsize=64)
def _fitted(asked: _Asked) -> Fitted:
    return pipeline.pages_of(asked.brief.content, asked.brief.request)
