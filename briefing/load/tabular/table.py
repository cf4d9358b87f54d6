"""A table of readings in columns: small, sorted, and made into `Reading`s only when asked for.

A million readings as values take a gigabyte; as columns of codes they take forty bytes each.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, compress, islice, repeat
from operator import add, eq, floordiv, mul, ne
from typing import Any

from msgspec import Struct

from briefing.errors import Location
from briefing.model.country import Amount, Reading
from briefing.model.periods import rivals
from briefing.model.prose import ALWAYS

Group = tuple[str, str]
"""The keys of an indicator and a place."""


class Facet(Struct, frozen=True):
    """One field of all rows.

    Attributes:
        values: What rows say; each of them once.
        codes: Of each row, the place in `values`; None where all rows say the first of them.
    """

    values: tuple[Any, ...]
    codes: "array[int] | None" = None

    def of(self, row: int) -> Any:
        """Give what a row says."""
        return self.values[0 if self.codes is None else self.codes[row]]

    def each(self, rows: int) -> Iterable[int]:
        """Give the codes of so many rows."""
        return repeat(0, rows) if self.codes is None else self.codes


class Facets(Struct, frozen=True):
    """The fields of all rows; see `Reading`."""

    indicator: Facet
    place: Facet
    period: Facet
    source: Facet
    locator: Facet
    also: Facet
    doubt: Facet
    as_of: Facet
    licence: Facet
    conditions: Facet


class Rows(Struct, frozen=True):
    """What a file says, row by row.

    Attributes:
        file: As places name it.
        lines: Of each row.
        columns: Where each row's figure stands in its line; None where that is its beginning.
        amounts: Of each row, where that is a plain number.
        others: Row → its amount, where that is something else.
    """

    file: str
    lines: "array[int]"
    columns: "array[int] | None"
    amounts: "array[float]"
    others: Mapping[int, Amount]
    facets: Facets

    def where(self, row: int) -> Location:
        """Give the place of a row."""
        return Location(
            self.file, self.lines[row], 1 if self.columns is None else self.columns[row]
        )

    def reading(self, row: int) -> Reading:
        """Make the reading of a row."""
        facets = self.facets
        amount = self.others.get(row)
        if amount is None:
            number = self.amounts[row]
            amount = Amount(number, number)
        return Reading(
            indicator=facets.indicator.of(row),
            place=facets.place.of(row),
            amount=amount,
            period=facets.period.of(row),
            source=facets.source.of(row),
            locator=facets.locator.of(row),
            also=facets.also.of(row),
            doubt=facets.doubt.of(row),
            conditions=facets.conditions.of(row),
            where=self.where(row),
            as_of=facets.as_of.of(row),
            licence=facets.licence.of(row),
        )


class Table(Struct, frozen=True):
    """Rows with what finds them.

    Attributes:
        order: Rows by indicator, place, period and source.
        groups: The number of each indicator and place that has rows, rising.
        starts: Where in `order` each group begins, and where the last one ends.
        twins: Places in `order` whose row has indicator, place and period of the one before.
        twice: Those of them that have its source too.
        indicators: Key → its number.
        places: Key → its number.
    """

    rows: Rows
    order: "array[int]"
    groups: "array[int]"
    starts: "array[int]"
    twins: "array[int]"
    twice: "array[int]"
    indicators: Mapping[str, int]
    places: Mapping[str, int]

    def of(self, indicator: str, place: str) -> tuple[Reading, ...]:
        """Make the readings of an indicator and place, in the order of their periods."""
        found = self._find(indicator, place)
        if found is None:
            return ()
        return tuple(
            map(self.rows.reading, self.order[self.starts[found] : self.starts[found + 1]])
        )

    def has(self, indicator: str, place: str) -> bool:
        """Tell whether there are readings of an indicator and place."""
        return self._find(indicator, place) is not None

    def places_of(self, indicator: str) -> Iterator[str]:
        """List the places that have readings of an indicator."""
        number = self.indicators.get(indicator)
        if number is None:
            return
        keys, most = tuple(self.places), len(self.places)
        begin = bisect_left(self.groups, number * most)
        for group in self.groups[begin : bisect_left(self.groups, (number + 1) * most)]:
            yield keys[group % most]

    def rows_of(self, indicator: str) -> Iterable[int]:
        """List the rows of an indicator."""
        number = self.indicators.get(indicator)
        if number is None:
            return ()
        most = len(self.places)
        begin, end = (bisect_left(self.groups, each * most) for each in (number, number + 1))
        return self.order[self.starts[begin] : self.starts[end]]

    def pairs(self) -> Iterator[Group]:
        """List all indicators and places that have readings."""
        for indicator in self.indicators:
            yield from ((indicator, place) for place in self.places_of(indicator))

    def contested(self) -> Iterator[Group]:
        """List those of which there are two readings for one period."""
        facets = self.rows.facets
        for at in self.twins:
            row = self.order[at]
            yield facets.indicator.of(row), facets.place.of(row)

    def overlapping(self) -> Iterator[Group]:
        """List those that may have figures of different sources for nearly the same time."""
        facets = self.rows.facets
        codes = facets.period.codes
        if codes is None or facets.source.codes is None or len(facets.source.values) < 2:
            return
        pairs = set(rivals(facets.period.values))
        near = {code for pair in pairs for code in pair}
        keys, most = tuple(self.indicators), len(self.places)
        places = tuple(self.places)
        for number, group in enumerate(self.groups if near else ()):
            rows = self.order[self.starts[number] : self.starts[number + 1]]
            found = sorted(near.intersection(map(codes.__getitem__, rows)))
            if any(pair in pairs or pair[::-1] in pairs for pair in combinations(found, 2)):
                yield keys[group // most], places[group % most]

    def guarded(self) -> Iterator[Reading]:
        """Make one reading for each of the conditions that some carry."""
        held = self.rows.facets.conditions
        for code, conditions in enumerate(held.values):
            if conditions is not ALWAYS and self.order:
                yield self.rows.reading(0 if held.codes is None else held.codes.index(code))

    def _find(self, indicator: str, place: str) -> int | None:
        one, other = self.indicators.get(indicator), self.places.get(place)
        if one is None or other is None:
            return None
        group = one * len(self.places) + other
        found = bisect_left(self.groups, group)
        return found if found < len(self.groups) and self.groups[found] == group else None


def arranged(rows: Rows) -> Table:
    """Sort rows, and find those that speak of the same."""
    facets, count = rows.facets, len(rows.lines)
    periods = _ranks(facets.period.values)
    sources, times, places = (
        max(1, len(facet.values)) for facet in (facets.source, facets.period, facets.place)
    )
    keys: Iterable[int] = facets.indicator.each(count)
    for facet, most in ((facets.place, places), (facets.period, times), (facets.source, sources)):
        codes = facet.each(count)
        if facet is facets.period:
            codes = map(periods.__getitem__, codes)
        keys = map(add, map(mul, keys, repeat(most)), codes)
    listed = list(keys)
    order = array("i", sorted(range(count), key=listed.__getitem__))
    listed = list(map(listed.__getitem__, order))
    twice = array("i", compress(range(1, count), map(eq, listed, islice(listed, 1, None))))
    listed = list(map(floordiv, listed, repeat(sources)))
    twins = array("i", compress(range(1, count), map(eq, listed, islice(listed, 1, None))))
    listed = list(map(floordiv, listed, repeat(times)))
    starts = array("i", compress(range(count), map(ne, listed, chain((-1,), listed))))
    return Table(
        rows=rows,
        order=order,
        groups=array("q", map(listed.__getitem__, starts)),
        starts=array("i", [*starts, count]),
        twins=twins,
        twice=twice,
        indicators={key: number for number, key in enumerate(facets.indicator.values)},
        places={key: number for number, key in enumerate(facets.place.values)},
    )


def _ranks(values: Sequence[Any]) -> list[int]:
    """Give each value its place among them in order."""
    ranks = [0] * len(values)
    for rank, at in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        ranks[at] = rank
    return ranks
