"""Judges the columns of a table: each thing that they say once, not in every row."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Name
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.columns import Columns, Locate
from briefing.load.tabular.description import Description, Periods
from briefing.load.tabular.gather import Gathered
from briefing.load.tabular.place_names import PlaceNames, folded
from briefing.load.tabular.table import Rows, Table, arranged
from briefing.load.values.periods import parse_period
from briefing.model.country import Date, Period

MOST_TOLD = 10
"""So many readings of a file that are given twice are told of."""


class Judge(NamedTuple):
    """What the rows of one file are judged with.

    Attributes:
        locate: Gives the place of a field in a line.
        parse: Reads a period as the file writes it; None where it is none.
    """

    described: Description
    locate: Locate
    checker: Checker
    parse: Callable[[str], Period | None] = parse_period

    def table(self, rows: Gathered) -> Table | None:
        """Make a table of rows; None, and why, if any of them cannot be used, or none is taken."""
        names = self._names()
        keys = [names.key(text) for text in rows.texts.get("country", ())]
        periods = [self._period(text) for text in rows.texts.get("period", ())]
        problems = Problems()
        self._select(rows, keys, periods, problems)
        facets = Columns(
            self.described, rows, self.locate, Checker(self.checker.known, problems)
        ).facets(keys, periods)
        if not rows.lines and not problems.failed and not self.checker.problems.failed:
            problems.error(self.described.where, f"no figure is taken from {rows.file!r}")
        self.checker.problems.take(problems)
        if problems.failed or not rows.lines:
            return None
        columns = rows.columns if rows.columns else None
        table = arranged(Rows(rows.file, rows.lines, columns, rows.amounts, rows.others, facets))
        return table if self._are_single(table) else None

    def _names(self) -> PlaceNames:
        known, described = self.checker.known, self.described
        return PlaceNames(
            known.places, described.names or {}, known.languages, only_keys=not described.named
        )

    def _period(self, text: str) -> Period | None:
        text = text.strip()
        if text.startswith("reported "):
            period = self.parse(text.removeprefix("reported "))
            return Period(period.start, period.end, reported=True) if period else None
        return self.parse(text)

    def _select(
        self,
        rows: Gathered,
        keys: Sequence[str | None],
        periods: Sequence[Period | None],
        problems: Problems,
    ) -> None:
        """Let go of the rows that are not taken; tell of countries of which there are none."""
        countries, taken = self.described.countries, self.described.periods
        for field, asked in (("country", countries), ("period", taken)):
            if asked is not None and field not in rows.codes:
                hint = f"say under 'columns' which it is: columns: {{{field}: …}}"
                message = f"there is no column of {field!r} to pick from"
                problems.error(self.described.where, message, hint)
        if countries is not None and "country" in rows.codes:
            wanted = {name.text for name in countries}
            good = bytes(key in wanted for key in keys)
            missing = [name for name in countries if name.text not in keys]
            self._missing(missing, rows, keys, problems)
            rows.keep(bytes(map(good.__getitem__, rows.codes["country"])))
        if taken is not None and "period" in rows.codes:
            # What is no period stays, and is told of.
            good = bytes(period is None or taken.take(period) for period in periods)
            rows.keep(bytes(map(good.__getitem__, rows.codes["period"])))
            self._missing_periods(taken, periods, problems)

    def _missing(
        self,
        missing: Sequence[Name],
        rows: Gathered,
        keys: Sequence[str | None],
        problems: Problems,
    ) -> None:
        others = [text for text, key in zip(rows.texts["country"], keys, strict=True) if not key]
        for name in missing:
            places = self.checker.known.places or {}
            if name.text not in places:
                continue  # which has been told
            near = [one for one in others if _alike(one, places[name.text].names.values())]
            hint = f"if the file calls it otherwise, say so: names: {{NAME: {name.text}}}"
            if others:
                hint += f"; it has {_listed(near or others)}"
            message = f"no figure in {self.described.file!r} is of {name.text!r}"
            problems.error(name.where, message, hint)

    def _missing_periods(
        self, taken: Periods, periods: Sequence[Period | None], problems: Problems
    ) -> None:
        for period in sorted((taken.named or frozenset()) - set(periods)):
            message = f"no figure in {self.described.file!r} is of the period {_said(period)}"
            problems.error(self.described.where, message, "take it from 'periods'")

    def _are_single(self, table: Table) -> bool:
        """Tell whether no two rows give a figure for the same from one source."""
        rows = table.rows
        for told, at in enumerate(table.twice):
            row, first = table.order[at], table.order[at - 1]
            if told == MOST_TOLD:
                message = f"{len(table.twice) - told} further rows are of what others are of"
                self.checker.problems.error(rows.where(row), message, "keep one of each")
                break
            indicator, place = rows.facets.indicator.of(row), rows.facets.place.of(row)
            message = f"a second reading of {indicator!r} for {place!r} and this period"
            self.checker.problems.error(
                rows.where(row), message, f"the first is at {rows.where(first)}"
            )
        return not table.twice


def _alike(text: str, names: Iterable[str]) -> bool:
    """Tell whether two names share a long word or its beginning."""
    words = {word[:4] for word in folded(text).split() if len(word) > 3}
    return any(
        word[:4] in words for name in names for word in folded(name).split() if len(word) > 3
    )


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return ", ".join(map(repr, names[:6])) + more


def _said(period: Period) -> str:
    """Write a period as authors do."""
    if period.start == period.end:
        return _written(period.start)
    return f"{_written(period.start)}/{_written(period.end)}"


def _written(date: Date) -> str:
    return "-".join(
        filter(None, [str(date.year), *(f"{n:02}" for n in (date.month, date.day) if n)])
    )
