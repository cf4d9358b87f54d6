"""Inlines as plain text, with what its numbers rest on."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, assert_never

from briefing.errors import Location
from briefing.model.country import Reading, grounds_of
from briefing.model.manuscript import (
    Abbreviation,
    Citation,
    CitedWork,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Quantity,
    Reference,
    Span,
    Strong,
    Text,
)
from briefing.model.provenance import Cited, Origin
from briefing.numbers import iso_period
from briefing.numbers.mentioned import Stretch
from briefing.numbers.sentences import belongs


class Ground(NamedTuple):
    """What words rest on: those of a figure, or, where it has no length, those of its sentence."""

    begin: int
    end: int
    origins: tuple[Origin, ...]


class Line:
    """Text in one stretch.

    Attributes:
        text: Without notes and cross-references.
        grounds: In order.
        names: Stretches that are abbreviations, whose digits count nothing.
        places: Where each of the author's runs begins in the text, and where it stands.
    """

    def __init__(self, inlines: Iterable[Inline]) -> None:
        self.text = ""
        self.grounds: list[Ground] = []
        self.names: list[Stretch] = []
        self.places: list[tuple[int, Location]] = []
        self._take(inlines)

    def run(self, at: int) -> tuple[int, Location]:
        """Give where the run begins, here and in its file, that a place of the text is in."""
        return max((begin, where) for begin, where in self.places if begin <= at)

    def origins(self, number: Stretch, sentence: Stretch) -> tuple[Origin, ...]:
        """Give what a number rests on: its reading, else what its sentence cites."""
        own = [each for each in self.grounds if each.begin < number[1] and number[0] < each.end]
        if not own:
            notes = [each for each in self.grounds if each.begin == each.end]
            own = [each for each in notes if belongs(each.begin, sentence)]
        return tuple(dict.fromkeys(one for each in own for one in each.origins))

    def is_noted(self, sentence: Stretch) -> bool:
        """Tell whether a sentence has a note, of whatever kind."""
        return any(belongs(each.begin, sentence) for each in self.grounds if each.begin == each.end)

    def is_name(self, number: Stretch) -> bool:
        """Tell whether a number is part of an abbreviation."""
        return any(begin < number[1] and number[0] < end for begin, end in self.names)

    def cites(self) -> tuple[Origin, ...]:
        """Everything that its notes cite; what figures rest on counts for nothing but them."""
        notes = [each for each in self.grounds if each.begin == each.end]
        return tuple(one for note in notes for one in note.origins)

    def _take(self, inlines: Iterable[Inline]) -> None:
        for inline in inlines:
            self._take_one(inline)

    def _take_one(self, inline: Inline) -> None:
        at = len(self.text)
        match inline:
            case Text(text=text, where=where):
                self._say(text, where)
            case Quantity(text=text, where=where):
                self._say(text, where)
                origins = of_readings(inline.readings)
                self.grounds.append(Ground(at, len(self.text), origins))
            case Abbreviation(short=short, where=where):
                self._say(short, where)
                self.names.append((at, len(self.text)))
            case Citation(works=works):
                self.grounds.append(Ground(at, at, of_works(works)))
            case Footnote(children=children):
                self.grounds.append(Ground(at, at, Line(children).cites()))
            case LineBreak():
                self.text += " "
            case Reference():
                pass
            case Emphasis() | Strong() | Link() | Span():
                self._take(inline.children)
            case _:
                assert_never(inline)

    def _say(self, text: str, where: Location) -> None:
        self.places.append((len(self.text), where))
        self.text += text


def of_readings(readings: Iterable[Reading]) -> tuple[Origin, ...]:
    """Say what figures rest on: each on its reading, a range on all that it spans."""
    every = [one for reading in readings for one in grounds_of(reading)]
    return tuple(dict.fromkeys(map(_of_reading, every)))


def _of_reading(reading: Reading) -> Origin:
    return Origin(
        _works(reading),
        reading.where,
        reading.indicator,
        reading.place,
        iso_period(reading.period),
        as_of=reading.as_of,
        licence=reading.licence,
        doubt=reading.doubt,
    )


def of_rival(rival: Reading) -> Origin:
    """Say what a figure rests on that is told beside the one that is printed: on its works.

    The names of indicator, place and period stand for the other.
    """
    return Origin(_works(rival), rival.where)


def _works(reading: Reading) -> tuple[Cited, ...]:
    return (Cited(reading.source, reading.locator), *(Cited(key, "") for key in reading.also))


def of_works(works: Sequence[CitedWork]) -> tuple[Origin, ...]:
    """Say what a citation names."""
    return tuple(Origin((Cited(work.key, work.locator),), work.where) for work in works)
