"""Readings that are kept in columns: so many that nobody should go through all of them."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.model.country import Reading


class Kind(Struct, frozen=True):
    """Rows of a table that are known to the same readers.

    Attributes:
        first: One of them. All have its conditions, its source and what else it cites.
        indicators: Keys of all indicators that they have readings of.
        said: Their doubts, licences and locators.
    """

    first: Reading
    indicators: tuple[str, ...]
    said: tuple[str, ...]


class ReadingColumns(ABC):
    """One table of readings."""

    __slots__ = ()

    @abstractmethod
    def kinds(self) -> Sequence[Kind]:
        """Part the rows by who may know of them."""

    @abstractmethod
    def like(self, kind: Kind, indicators: Collection[str]) -> Iterator[Reading]:
        """Make the readings of a kind that are of some indicators."""


class TabledReadings(Mapping[str, Mapping[str, tuple[Reading, ...]]]):
    """Readings by indicator, then by place, of which most stand in tables.

    Attributes:
        settled: Those of every indicator and place of which some stand outside of the one table,
            or contest one another; what tables have of these counts nothing.
    """

    __slots__ = ("settled", "tables")

    settled: Mapping[str, Mapping[str, tuple[Reading, ...]]]
    tables: tuple[ReadingColumns, ...]
