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
from briefing.numbers.mentioned import Stretch, find_amounts_in_words, find_numbers
from briefing.numbers.sentences import sentences
from briefing.provenance.charts import values_of
from briefing.provenance.lines import Line
from briefing.provenance.places import Places, letters
from briefing.provenance.walk import Part, parts_of

__all__ = ["trace", "untraced"]

Finder = Callable[[str], list[Stretch]]
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"\w")


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

    def find(text: str) -> list[Stretch]:
        return find_numbers(text, manuscript.language, names)

    found = list(_numbers(parts, find, _DIGIT))
    lines = {(one.run.file, one.run.line) for one in found}
    places = Places(flow, pages, lines)
    return (*(one.on(places) for one in found), *_in_charts(parts, manuscript, places, names))


def untraced(manuscript: Manuscript, names: Sequence[str] = ()) -> Iterator[tuple[str, Location]]:
    """Find the numbers of a text that rest on nothing, those in words among them.

    A note of the author's words is something: it may stand for a work that readers may not know of.

    Args:
        manuscript: What it says.
        names: With digits in them that count nothing, such as ``5G``.

    Returns:
        Each as it is printed, and where it was written.
    """

    def find(text: str) -> list[Stretch]:
        asked = text, manuscript.language, names
        return sorted([*find_numbers(*asked), *find_amounts_in_words(*asked)])

    for found in _numbers(parts_of(manuscript.blocks), find, _LETTER):
        if not found.traced.origins and not found.is_noted:
            yield found.traced.text, found.where


class _Found(NamedTuple):
    """A number of the text, where it was written, and where it stands in its run."""

    traced: Traced
    where: Location
    run: Location
    letters: int
    turn: int
    is_noted: bool

    def on(self, places: Places) -> Traced:
        """Give it with its page."""
        page = places.page(self.run, self.letters, self.turn)
        return replace(self.traced, page=page)


def _numbers(parts: Iterable[Part], find: Finder, sign: re.Pattern[str]) -> Iterator[_Found]:
    """Look through those that have a sign of a number in them."""
    turns: dict[Location, int] = {}
    for part in parts:
        line = Line(part.inlines)
        if not line.places:
            continue
        first = line.places[0][1]
        turn = turns.get(first, 0)
        turns[first] = turn + 1
        if sign.search(line.text):
            yield from _in_line(line, part, turn, find)


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
            where = Location(run.file, run.line, run.column + number[0] - at)
            ahead = letters(line.text[at : number[0]])
            yield _Found(traced, where, run, ahead, turn, line.is_noted((begin, end)))


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
