"""All readings of a project: those that had to be judged one by one, and those in tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from msgspec.structs import replace

from briefing.load.readings import Readings, ordered
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.kinds import Columns
from briefing.load.tabular.table import Group, Table
from briefing.model.columns import TabledReadings
from briefing.model.country import Period, Reading, figures_of

ByPlace = Mapping[str, tuple[Reading, ...]]

_REMEDY = "; with_readings(…, replacing=True) puts yours in the place of the project's"


class TableReadings(TabledReadings):
    """Readings of which those in tables are made when they are asked for.

    Attributes:
        held: The tables; no two of them have more of an indicator and place than `settled` has too.
    """

    __slots__ = ("held",)

    settled: Readings

    def __init__(self, settled: Readings, tables: Sequence[Table]) -> None:
        self.settled = settled
        self.held = tuple(tables)
        self.tables = tuple(map(Columns, tables))

    def __getitem__(self, indicator: str) -> ByPlace:
        settled = self.settled.get(indicator, {})
        tables = [table for table in self.held if indicator in table.indicators]
        if not tables and not settled:
            raise KeyError(indicator)
        return _Places(indicator, settled, tables) if tables else settled

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(chain(self.settled, *[one.indicators for one in self.held])))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Places(Mapping[str, tuple[Reading, ...]]):
    """The readings of one indicator by place."""

    __slots__ = ("_indicator", "_settled", "_tables")

    def __init__(self, indicator: str, settled: ByPlace, tables: Sequence[Table]) -> None:
        self._indicator = indicator
        self._settled = settled
        self._tables = tables

    def __getitem__(self, place: str) -> tuple[Reading, ...]:
        found = self._settled.get(place)
        if found is not None:
            return found
        for table in self._tables:
            readings = table.of(self._indicator, place)
            if readings:
                return readings
        raise KeyError(place)

    def __iter__(self) -> Iterator[str]:
        named = (table.places_of(self._indicator) for table in self._tables)
        return iter(dict.fromkeys(chain(self._settled, *named)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def gathered(readings: list[Reading], tables: Sequence[Table], problems: Problems) -> Readings:
    """Order all readings of a project; two of the same are refused.

    Args:
        readings: Those of no table.
        tables: Without rows that say the same twice.
        problems: What is wrong is taken down here.
    """
    if not tables:
        return ordered(readings, problems)
    pairs = dict.fromkeys((one.indicator, one.place) for one in readings)
    for table in tables:
        pairs.update(dict.fromkeys(table.contested()))
    for one, other in combinations(tables, 2):
        pairs.update(dict.fromkeys(_shared(one, other)))
    made = (reading for pair in pairs for table in tables for reading in table.of(*pair))
    return TableReadings(ordered([*readings, *made], problems), tables)


def renewed(
    readings: Readings,
    added: Sequence[Reading],
    tables: Sequence[Table],
    problems: Problems,
    *,
    replacing: bool,
) -> Readings:
    """Add readings, without what was chosen of the old ones that they join.

    Args:
        readings: The old ones.
        added: The new ones of every indicator and place of which there are old ones, or that
            contest one another.
        tables: All other new ones, and these again.
        problems: What is wrong is taken down here.
        replacing: They take the place of all for the same indicator, place and period; else they
            stand beside these, as those of files do.
    """
    pairs = dict.fromkeys((one.indicator, one.place) for one in added)
    held_before = (old for i, place in pairs for old in readings.get(i, {}).get(place, ()))
    olds = [one for old in held_before for one in figures_of(old)]
    if replacing:
        taken, there = set(map(_thing, added)), set(map(_thing, olds))
        olds = [old for old in olds if _thing(old) not in taken]
        added = [replace(one, replaces=_thing(one) in there) for one in added]
    new = ordered([*olds, *added], problems, _REMEDY)
    held = readings.settled if isinstance(readings, TableReadings) else readings
    settled = {
        indicator: {**held.get(indicator, {}), **new.get(indicator, {})}
        for indicator in dict.fromkeys([*held, *new])
    }
    before = readings.held if isinstance(readings, TableReadings) else ()
    every = (*before, *tables)
    return TableReadings(settled, every) if every else settled


def _thing(reading: Reading) -> tuple[str, str, Period]:
    return reading.indicator, reading.place, reading.period


def shared(readings: Readings, table: Table) -> Iterator[Group]:
    """List the indicators and places of which a table and others have readings."""
    if not isinstance(readings, TableReadings):
        held = ((key, place) for key, by_place in readings.items() for place in by_place)
        yield from (pair for pair in held if table.has(*pair))
        return
    yield from shared(readings.settled, table)
    for other in readings.held:
        yield from _shared(other, table)


def guarded(readings: Readings) -> Iterable[Reading]:
    """Give readings with every condition that some reading carries."""
    if not isinstance(readings, TableReadings):
        return (one for by_place in readings.values() for each in by_place.values() for one in each)
    return chain(guarded(readings.settled), *[table.guarded() for table in readings.held])


def _shared(one: Table, other: Table) -> Iterator[Group]:
    if len(one.groups) > len(other.groups):
        one, other = other, one
    if not one.indicators.keys().isdisjoint(other.indicators):
        yield from (pair for pair in one.pairs() if other.has(*pair))
