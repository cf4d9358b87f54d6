"""Parts the rows of a table by who may know of them."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any

from briefing.load.tabular.table import Facet, Rows, Table
from briefing.model.columns import Kind, ReadingColumns
from briefing.model.country import Reading

Codes = tuple[int, ...]


class Columns(ReadingColumns):
    """A table, as those see it who do not go through its rows."""

    __slots__ = ("_table",)

    def __init__(self, table: Table) -> None:
        self._table = table

    def kinds(self) -> tuple[Kind, ...]:
        """Part the rows by conditions, source and what else they cite."""
        rows = self._table.rows
        if not rows.lines:
            return ()
        firsts = _firsts(rows)
        facets = rows.facets
        said: dict[Codes, dict[str, None]] = {codes: {} for codes in firsts}
        for facet in (facets.doubt, facets.licence, facets.locator):
            for codes, text in _pairs(rows, facet):
                said[codes][text] = None
        indicators: dict[Codes, list[str]] = {codes: [] for codes in firsts}
        for codes, key in _pairs(rows, facets.indicator):
            indicators[codes].append(key)
        return tuple(
            Kind(rows.reading(row), tuple(indicators[codes]), tuple(filter(None, said[codes])))
            for codes, row in firsts.items()
        )

    def like(self, kind: Kind, indicators: Collection[str]) -> Iterator[Reading]:
        """Make the readings of a kind that are of some indicators."""
        rows = self._table.rows
        among: Iterable[int] = chain.from_iterable(map(self._table.rows_of, sorted(indicators)))
        first = kind.first
        wanted = (first.conditions, first.source, first.also)
        told = [facet for facet in _telling(rows) if facet.codes is not None]
        if told:
            values = [
                value
                for facet, value in zip(_telling(rows), wanted, strict=True)
                if facet.codes is not None
            ]
            among = (row for row in among if [facet.of(row) for facet in told] == values)
        return map(rows.reading, among)


def _telling(rows: Rows) -> tuple[Facet, Facet, Facet]:
    """What says who may know of a row."""
    return rows.facets.conditions, rows.facets.source, rows.facets.also


def _codes(rows: Rows) -> Iterable[Codes]:
    count = len(rows.lines)
    return zip(*(facet.each(count) for facet in _telling(rows)), strict=False)


def _firsts(rows: Rows) -> dict[Codes, int]:
    """Find the first row of each kind."""
    if all(facet.codes is None for facet in _telling(rows)):
        return {(0, 0, 0): 0}
    count = len(rows.lines)
    last_first = dict(zip(reversed(list(_codes(rows))), range(count - 1, -1, -1), strict=True))
    return {codes: last_first[codes] for codes in sorted(last_first)}


def _pairs(rows: Rows, facet: Facet) -> Iterator[tuple[Codes, Any]]:
    """List what the rows of each kind say, each thing once, in order."""
    if facet.codes is None or all(one.codes is None for one in _telling(rows)):
        kinds = _firsts(rows) if facet.codes is None else {(0, 0, 0): 0}
        values = facet.values[:1] if facet.codes is None else facet.values
        yield from ((codes, value) for codes in kinds for value in values)
        return
    for codes, code in sorted(set(zip(_codes(rows), facet.codes, strict=False))):
        yield codes, facet.values[code]
