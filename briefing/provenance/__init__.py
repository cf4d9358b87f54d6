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
from briefing.model.manuscript import Label, Manuscript
from briefing.model.page import Pages
from briefing.model.provenance import Origin, Traced
from briefing.numbers.mentioned import Stretch, find_amounts_in_words, find_numbers
from briefing.numbers.sentences import sentences
from briefing.provenance.charts import Drawn
from briefing.provenance.lines import Line, of_works
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
    parts = list(parts_of(manuscript))

    def find(text: str) -> list[Stretch]:
        return find_numbers(text, manuscript.language, names)

    found = list(_numbers(_texts(parts), find, _DIGIT))
    lines = {(one.run.file, one.run.line) for one in found}
    places = Places(flow, pages, lines)
    return (*(one.on(places) for one in found), *_in_charts(parts, places, names))


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

    parts = list(parts_of(manuscript))
    for found in _numbers(_texts(parts), find, _LETTER):
        if not found.traced.origins and not found.is_noted:
            yield found.traced.text, found.where
    for drawn in _drawn(parts):
        for label, number in _in_labels(drawn, find):
            # Of a given line without a source authors have been told.
            if label.value is None and not _under(label, number, drawn):
                begin, end = number
                column = label.where.column + begin
                yield label.text[begin:end], Location(label.where.file, label.where.line, column)


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
            origins = line.origins(number, (begin, end)) or part.rests_on(line.text, number, run)
            said = " ".join(stretch.split())
            traced = Traced(line.text[slice(*number)], said, part.role, None, run, origins)
            where = Location(run.file, run.line, run.column + number[0] - at)
            ahead = letters(line.text[at : number[0]])
            yield _Found(traced, where, run, ahead, turn, line.is_noted((begin, end)))


def _texts(parts: Iterable[Part | Drawn]) -> Iterator[Part]:
    return (part for part in parts if isinstance(part, Part))


def _drawn(parts: Iterable[Part | Drawn]) -> Iterator[Drawn]:
    return (part for part in parts if isinstance(part, Drawn))


def _in_charts(
    parts: Iterable[Part | Drawn], places: Places, names: Sequence[str]
) -> Iterator[Traced]:
    for drawn in _drawn(parts):
        language, where = drawn.chart.language, drawn.figure.where
        page = places.drawings.get(drawn.chart.id)

        def find(text: str, language: str = language) -> list[Stretch]:
            return find_numbers(text, language, names)

        for label, number in _in_labels(drawn, find):
            text, origins = label.text[slice(*number)], _under(label, number, drawn)
            yield Traced(text, label.text, "figure", page, label.where, origins)
        for value in drawn.printed:
            said = f"{value.label}: {value.text}" if value.label else value.text
            for start, stop in find(value.text):
                yield Traced(value.text[start:stop], said, "figure", page, where, value.origins)


def _in_labels(drawn: Drawn, find: Finder) -> Iterator[tuple[Label, Stretch]]:
    return ((label, at) for label in drawn.figure.labels for at in find(label.text))


def _under(label: Label, number: Stretch, drawn: Drawn) -> tuple[Origin, ...]:
    """Give what a number rests on that is written into a drawing.

    What a given line is called says something of the line, not of what it is compared with.
    """
    works = of_works(label.works)
    return works if works or label.value is not None else drawn.said(label.text, number)
