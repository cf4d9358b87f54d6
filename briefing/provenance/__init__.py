"""Traces every number that a paper prints to what it rests on.

In: a manuscript, and how it was set. Out: the numbers of its text, tables and charts, each with
its page and with the readings or works behind it. Pure; it changes nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model.flow import Flow
from briefing.model.manuscript import Manuscript
from briefing.model.page import Pages
from briefing.model.provenance import Traced
from briefing.numbers.mentioned import Stretch, find_numbers
from briefing.numbers.sentences import sentences
from briefing.provenance.charts import values_of
from briefing.provenance.lines import Line
from briefing.provenance.places import Places, letters
from briefing.provenance.walk import Part, parts_of

__all__ = ["trace"]

Finder = Callable[[str], list[Stretch]]
_DIGIT = re.compile(r"\d")


def trace(
    manuscript: Manuscript, flow: Flow, pages: Pages, names: Sequence[str] = ()
) -> tuple[Traced, ...]:
    """List the numbers of a paper, in reading order.

    Args:
        manuscript: What it says.
        flow: Made of it.
        pages: Likewise.
        names: With digits in them that count nothing, such as ``5G``.
    """
    parts = list(parts_of(manuscript.blocks))
    found = list(_numbers(parts, manuscript.language, names))
    lines = {(one.run.file, one.run.line) for one in found}
    places = Places(flow, pages, lines)
    return (*(one.on(places) for one in found), *_in_charts(parts, manuscript, places, names))


class _Found(NamedTuple):
    """A number of the text, and where it stands in its run."""

    traced: Traced
    run: Location
    letters: int
    turn: int

    def on(self, places: Places) -> Traced:
        """Give it with its page."""
        page = places.page(self.run, self.letters, self.turn)
        return replace(self.traced, page=page)


def _numbers(parts: Iterable[Part], language: str, names: Sequence[str]) -> Iterator[_Found]:
    turns: dict[Location, int] = {}
    for part in parts:
        line = Line(part.inlines)
        if not line.places:
            continue
        first = line.places[0][1]
        turn = turns.get(first, 0)
        turns[first] = turn + 1
        if _DIGIT.search(line.text):
            yield from _in_line(line, part, turn, lambda text: find_numbers(text, language, names))


def _in_line(line: Line, part: Part, turn: int, find: Finder) -> Iterator[_Found]:
    for begin, end in sentences(line.text):
        stretch = line.text[begin:end]
        for start, stop in find(stretch):
            number = begin + start, begin + stop
            if line.is_name(number):
                continue
            at, run = line.run(number[0])
            origins = line.origins(number, (begin, end)) or part.around
            said = " ".join(stretch.split())
            traced = Traced(line.text[slice(*number)], said, part.role, None, run, origins)
            yield _Found(traced, run, letters(line.text[at : number[0]]), turn)


def _in_charts(
    parts: Iterable[Part], manuscript: Manuscript, places: Places, names: Sequence[str]
) -> Iterator[Traced]:
    for figure in (part.figure for part in parts if part.figure is not None):
        chart = manuscript.charts[figure.chart]
        page = places.drawings.get(chart.id)
        for label, text, origins in values_of(chart, figure):
            said = f"{label}: {text}" if label else text
            for start, stop in find_numbers(text, chart.language, names):
                yield Traced(text[start:stop], said, "figure", page, figure.where, origins)
