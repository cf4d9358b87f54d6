"""Figures of a time that had not come when the facts of an edition were gathered."""

from collections.abc import Iterable, Iterator
from itertools import islice

from briefing.errors import Location
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.lazy import TableReadings
from briefing.load.tabular.table import Table
from briefing.load.values.periods import parse_date
from briefing.model.content import Content
from briefing.model.country import Date, Indicator, Period, Reading
from briefing.model.periods import first_day, last_day
from briefing.numbers import iso_period

MOST_TOLD = 10
"""So many figures of a file are told of one by one."""

_HINT = "mend it, or the edition's date; an indicator of forecasts says so: forecast: true"


class Ahead:
    """Knows what lies ahead of a project.

    Attributes:
        day: That its facts are of, as its author wrote it; empty where that cannot be read.
    """

    def __init__(self, content: Content, problems: Problems) -> None:
        edition = content.project.edition
        self.day = edition.facts_as_of or edition.date
        today = parse_date(self.day)
        self._today = last_day(today) if today else None
        self._indicators = content.indicators
        self._problems = problems

    def readings(self, readings: Iterable[Reading]) -> None:
        """Take down those that lie ahead."""
        for one in readings:
            if self._says(one.indicator, one.period, one.as_of):
                self._tell(one)
            self.readings(one.rivals)

    def table(self, table: Table) -> None:
        """Take down those of a table."""
        found = self._rows(table)
        for row in islice(found, MOST_TOLD):
            self._tell(table.rows.reading(row))
        more = sum(1 for _ in found)
        if more:
            message = f"{more} further figures are of a time after {self.day}"
            self._problems.error(Location(table.rows.file, 1), message, _HINT, "future")

    def _rows(self, table: Table) -> Iterator[int]:
        facets = table.rows.facets
        late = {period for period in facets.period.values if self._is_late(period.end)}
        dated = {day for day in facets.as_of.values if self._is_ahead(day)}
        if not late and not dated:
            return
        for row in range(len(table.rows.lines)):
            if (facets.period.of(row) in late or facets.as_of.of(row) in dated) and (
                not self._foretells(facets.indicator.of(row))
            ):
                yield row

    def _says(self, indicator: str, period: Period, as_of: str) -> bool:
        is_ahead = self._is_late(period.end) or self._is_ahead(as_of)
        return is_ahead and not self._foretells(indicator)

    def _foretells(self, indicator: str) -> bool:
        known: Indicator | None = self._indicators.get(indicator)
        return known is None or known.forecast  # of one unknown the author is told anyway

    def _is_late(self, end: Date) -> bool:
        return self._today is not None and first_day(end) > self._today

    def _is_ahead(self, as_of: str) -> bool:
        date = parse_date(as_of) if as_of else None
        return date is not None and self._is_late(date)

    def _tell(self, one: Reading) -> None:
        when = f"of {iso_period(one.period)}"
        if not self._is_late(one.period.end):
            when = f"as of {one.as_of}"
        message = f"{one.indicator!r} for {one.place!r} is {when}, after {self.day}"
        self._problems.error(one.where, message, _HINT, "future")


def check_ahead(content: Content, problems: Problems) -> None:
    """Take down figures of a time after the day that an edition's facts are of."""
    ahead, readings = Ahead(content, problems), content.readings
    settled = readings.settled if isinstance(readings, TableReadings) else readings
    for by_place in settled.values():
        for several in by_place.values():
            ahead.readings(several)
    for table in readings.held if isinstance(readings, TableReadings) else ():
        ahead.table(table)
