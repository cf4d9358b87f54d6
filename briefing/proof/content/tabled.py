"""Readings in tables: seen by kinds, for there may be a million of them.

What is withheld is gone through row by row. Of the rest no row is looked at but those that may be
printed: only where something is withheld does it matter what may fill a gap beside it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec import Struct

from briefing.model.columns import Kind, ReadingColumns, TabledReadings
from briefing.model.content import Content, PictureSpec
from briefing.model.country import Reading
from briefing.proof.content.figures import fillings, spread
from briefing.proof.content.gathered import Gathered, View

See = Callable[[Reading], View]
Take = Callable[[Reading, View], None]


class Tabled:
    """Takes the readings of tables to what is gathered."""

    def __init__(self, content: Content, gathered: Gathered, finest: Mapping[str, int]) -> None:
        """Take the content, where to gather, and the most decimals for each unit."""
        self._content = content
        self._gathered = gathered
        self._finest = finest
        self._open: list[tuple[ReadingColumns, Kind]] = []

    def take(self, readings: TabledReadings, see: See, take: Take) -> None:
        """Take all rows that are withheld, and what the others say.

        Args:
            readings: Those that are settled are left out.
            see: Judges a reading.
            take: Takes one that is withheld.
        """
        for table in readings.tables:
            for kind in table.kinds():
                view = see(kind.first)
                if view.withheld:
                    for reading in self._rows(table, kind, kind.indicators):
                        take(reading, view)
                else:
                    self._open.append((table, kind))
                    self._say(kind, view)

    def fill(self, asked: str) -> None:
        """Take the numbers and periods of open rows that any text may print.

        Args:
            asked: See `asked_in`.
        """
        for table, kind in self._open:
            for reading in self._rows(
                table, kind, [key for key in kind.indicators if key in asked]
            ):
                finest = self._finest[self._content.indicators[reading.indicator].unit]
                self._gathered.fill(fillings(reading, finest))
                for text in spread(reading.amount, finest):
                    self._gathered.say(text, reading.where, View())

    def _say(self, kind: Kind, view: View) -> None:
        where = kind.first.where
        indicators = [self._content.indicators[key] for key in kind.indicators]
        units = dict.fromkeys(self._content.units[one.unit].label for one in indicators)
        names = [one.name for one in indicators]
        for said in (where.file, *kind.said, *names, *units):
            self._gathered.say(said, where, view)
        for source in (kind.first.source, *kind.first.also):
            for key in kind.indicators:
                self._gathered.cite(source, where, view, key)

    def _rows(
        self, table: ReadingColumns, kind: Kind, indicators: Collection[str]
    ) -> Iterator[Reading]:
        readings = self._content.readings
        settled = readings.settled if isinstance(readings, TabledReadings) else {}
        for reading in table.like(kind, indicators):
            if reading.place not in settled.get(reading.indicator, {}):
                yield reading


def asked_in(content: Content) -> str:
    """Everything that content says besides its figures: the key of what is printed is in it."""
    parts = (content.documents, content.sections, content.charts, content.tables)
    return said_in((*parts, content.pictures, content.project.credit))


def said_in(parts: object) -> str:
    """Every text in parts of the content, of pictures what is said beside them."""
    return "\n".join(_texts(parts))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case PictureSpec():
            yield from _texts((value.alt, value.title, value.note, value.credit))
        case Mapping():
            for item in value.values():
                yield from _texts(item)
        case list() | tuple():
            for item in value:
                yield from _texts(item)
        case Struct():
            for field in value.__struct_fields__:
                yield from _texts(getattr(value, field))
