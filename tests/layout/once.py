"""Counts the work of setting and painting: it is to be done once for each thing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from msgspec import Struct

from briefing.layout.lines.places import parts_of
from briefing.layout.tables.rows import set_phrase
from briefing.model.flow import Flow, Item, ParagraphItem, Run
from briefing.model.page import Pages, PlacedLine
from briefing.pdf.painting import _Painter
from briefing.text.lines import break_lines
from briefing.text.shape import Shaper, Word


class Counts(Struct):
    """How often each thing was worked on, by what identifies it.

    Attributes:
        broken: Runs of a paragraph, by identity; likewise those that fit a line as they are.
        shaped: Words, by shaper and text.
        painted: Lines, by identity.
        kept: What is counted by identity, so that nothing else takes that over.
    """

    broken: Counter[int]
    shaped: Counter[tuple[int, str]]
    painted: Counter[int]
    kept: list[Any]

    def figures(self, flow: Flow, pages: Pages) -> dict[str, int]:
        """What there was to do, and what was done."""
        return {
            "paragraphs": sum(1 for _ in paragraphs(flow)),
            "broken": self.broken.total(),
            "words": len(self.shaped),
            "shaped": self.shaped.total(),
            "lines": len(lines(pages)),
            "painted": self.painted.total(),
        }


@contextmanager
def counting() -> Iterator[Counts]:
    """Count what is done while it lasts."""
    counts = Counts(Counter(), Counter(), Counter(), [])
    shape, paint = Shaper._shaped, _Painter.line

    def counted_break(runs: Sequence[Run], *rest: Any) -> Any:
        counts.kept.append(runs)
        counts.broken[id(runs)] += 1
        return break_lines(runs, *rest)

    def counted_phrase(paragraph: ParagraphItem, *rest: Any, **more: Any) -> Any:
        lines = set_phrase(paragraph, *rest, **more)
        counts.kept.append(paragraph)
        counts.broken[id(paragraph.runs)] += lines is not None
        return lines

    def counted_shape(self: Shaper, text: str) -> Word:
        counts.kept.append(self)
        counts.shaped[id(self), text] += 1
        return shape(self, text)

    def counted_paint(self: _Painter, line: PlacedLine) -> None:
        counts.painted[id(line)] += 1
        paint(self, line)

    with (
        patch("briefing.layout.lines.paragraphs.break_lines", counted_break),
        patch("briefing.layout.tables.rows.set_phrase", counted_phrase),
        patch.object(Shaper, "_shaped", counted_shape),
        patch.object(_Painter, "line", counted_paint),
    ):
        yield counts


def paragraphs(flow: Flow) -> Iterator[ParagraphItem]:
    """Every paragraph of a flow: of lists, boxes, cells and notes too."""
    yield from _paragraphs(flow.items)
    yield from (note.paragraph for note in flow.notes)


def _paragraphs(items: Iterable[Item]) -> Iterator[ParagraphItem]:
    for item in items:
        if isinstance(item, ParagraphItem):
            yield item
        else:
            yield from _paragraphs(parts_of(item))


def lines(pages: Pages) -> list[PlacedLine]:
    """Every line on the pages."""
    return [item for page in pages.pages for item in page.items if isinstance(item, PlacedLine)]
