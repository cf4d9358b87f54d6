"""What charts can print, computed from the content alone: each word under its own conditions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, assert_never

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model.chart_spec import (
    Band,
    BarOptions,
    ChartSpec,
    DataRow,
    DonutOptions,
    FigureOptions,
    FromReadings,
    FromRows,
    GroupedOptions,
    HeatMapOptions,
    LineOptions,
    LocatorOptions,
    MapOptions,
    MultiplesOptions,
    PlotFunction,
    RangeOptions,
    Remark,
    SlopeOptions,
    Sourced,
    StackedOptions,
    TimelineOptions,
)
from briefing.model.content import Content
from briefing.model.country import Amount, Period, Reading, Unit
from briefing.model.prose import Conditions
from briefing.proof.content.figures import (
    bare,
    distinctive,
    fillings_of,
    periods_of,
    rivalling,
    spread,
)
from briefing.proof.content.furniture import is_telling
from briefing.proof.content.gathered import Gathered, View
from briefing.proof.content.programs import texts_in

Enter = Callable[[View, Conditions], View]


class ChartTexts(NamedTuple):
    """Takes the words and figures of charts to what is gathered.

    Attributes:
        enter: Judges conditions.
        drawn: Keys of the units that axes may have.
        hidden: Keys of sources that are themselves withheld.
    """

    content: Content
    gathered: Gathered
    enter: Enter
    drawn: frozenset[str]
    hidden: frozenset[str] = frozenset()

    def inside(self, chart: ChartSpec, view: View) -> View:
        """See a chart: where all that it shows is withheld, so are its title and its remarks.

        A whole is withheld with any of its parts, which the others would tell.
        """
        if isinstance(chart.data, FromRows):
            view = self._from(chart.data.sourced, view)
        shown = list(self._shown(chart, view))
        lacking = list(self._lacking(chart.data, view)) if isinstance(chart.data, FromRows) else []
        match chart.options:
            case DonutOptions():
                is_lost = any(lacking)
            case StackedOptions(total=total) if total is not None or self._are_shares(chart.data):
                is_lost = bool(lacking) and all(lacking)
            case _:
                is_lost = self._has_no_series(chart.data, view)
        if is_lost or (shown and all(one.withheld for one in shown)):
            return replace(view, withheld=True)
        return view

    def take(self, chart: ChartSpec, view: View) -> None:
        """Take what it prints besides its title, subtitle, note and alternative text."""
        match chart.data:
            case FromRows() as data:
                self._rows(data, chart, view)
            case FromReadings() | None:
                pass  # readings stand for themselves, and the names of places are public
            case _:
                assert_never(chart.data)
        self._options(chart, view)

    def _shown(self, chart: ChartSpec, view: View) -> Iterator[View]:
        """How each thing is seen that a chart shows, as far as it can be told."""
        match chart.data:
            case FromRows() as data:
                for row in data.rows:
                    inner = self.enter(view, row.conditions)
                    of_series = self._series(data, inner)
                    there = [of_series[at] for at, amount in enumerate(row.amounts) if amount]
                    yield from there or [inner]
            case FromReadings() as data if data.periods:
                for reading in self._readings(data, data.periods):
                    yield self._reading(reading, view)
        if isinstance(chart.options, TimelineOptions):
            for event in chart.options.events:
                yield self._from(event.sourced, self.enter(view, event.conditions))

    def _from(self, sourced: Sourced | Reading, view: View) -> View:
        """See what is taken from sources: it is withheld with any of them."""
        of_hidden = not self.hidden.isdisjoint((sourced.source, *sourced.also))
        return replace(view, withheld=view.withheld or of_hidden)

    def _reading(self, reading: Reading, view: View) -> View:
        """See a figure, or the first that is seen of those that may be printed in its place."""
        views = [self._from(one, self.enter(view, one.conditions)) for one in rivalling(reading)]
        return next((one for one in views if not one.withheld), views[0])

    def _series(self, data: FromRows, view: View) -> list[View]:
        """How each series is seen; one without conditions as what it stands in."""
        held = {one.key: one.conditions for one in data.series}
        return [self.enter(view, held[name]) if name in held else view for name in data.columns]

    def _has_no_series(self, data: FromReadings | FromRows | None, view: View) -> bool:
        """Whether all series of readings are withheld."""
        if not isinstance(data, FromReadings) or not data.series:
            return False
        held = {one.key for one in data.series if self.enter(view, one.conditions).withheld}
        return held >= set(data.places if data.across == "places" else data.indicators)

    def _are_shares(self, data: FromReadings | FromRows | None) -> bool:
        """Whether figures are in per cent, so that bars are taken to be whole."""
        match data:
            case FromRows(unit=key):
                pass
            case FromReadings(indicators=indicators):
                key = self.content.indicators[indicators[0]].unit
            case _:
                return False
        unit = self.content.units[key]
        return any("%" in text or "percent" in text for text in (key, unit.short, unit.label))

    def _lacking(self, data: FromRows, view: View) -> Iterator[bool]:
        """Tell of each category whether a part of it is withheld, and given in no other row."""
        categories: dict[tuple[Period | None, str], list[tuple[DataRow, View]]] = {}
        for row in data.rows:
            key = (row.period, "" if row.period else row.label)
            categories.setdefault(key, []).append((row, self.enter(view, row.conditions)))
        for rows in categories.values():
            parts = [
                [
                    (row, self._series(data, inner)[number])
                    for row, inner in rows
                    if row.amounts[number]
                ]
                for number in range(len(data.columns))
            ]
            yield any(each and all(_is_kept_back(*one) for one in each) for each in parts)

    # --- kinds ---------------------------------------------------------------------------------

    def _options(self, chart: ChartSpec, view: View) -> None:
        match chart.options:
            case BarOptions() | GroupedOptions() | RangeOptions() as options:
                self._reference(options, chart, view)
            case LineOptions() as options:
                self._reference(options, chart, view)
                self._labels(options.bands, view)
                for remark in options.remarks:
                    inner = self._beside(remark, chart, view)
                    inner = self._taken(remark.sourced, remark.where, inner)
                    self.gathered.say(remark.text, remark.where, inner)
            case MultiplesOptions() as options:
                self._reference(options, chart, view)
                self._labels(options.bands, view)
            case DonutOptions(whole=whole):
                self.gathered.say(whole, chart.where, view)
            case StackedOptions() | SlopeOptions() | HeatMapOptions() | MapOptions():
                pass  # they print names, figures and classes alone
            case TimelineOptions() as options:
                self._events(options, view)
            case LocatorOptions() as options:
                self._locator(options, chart.where, view)
            case FigureOptions(made=PlotFunction() as made):
                for text in texts_in(made.source):
                    self.gathered.say(text, made.where, view)
            case FigureOptions():
                pass  # what a caller brings is not in the content
            case _:
                assert_never(chart.options)

    def _reference(
        self,
        options: BarOptions | GroupedOptions | RangeOptions | LineOptions | MultiplesOptions,
        chart: ChartSpec,
        view: View,
    ) -> None:
        line = options.reference
        if line is None:
            return
        view = self._taken(line.sourced, line.where, view)
        self.gathered.say(line.label, line.where, view)
        if not isinstance(line.value, str):
            unit, decimals = self._scale(chart.data)
            self._figure(Amount(line.value, line.value), unit, decimals, line.where, view)

    def _scale(self, data: FromReadings | FromRows | None) -> tuple[Unit, int]:
        """How the figures of a chart with an axis are printed, and numbers beside them."""
        match data:
            case FromRows(unit=key, decimals=decimals):
                return self.content.units[key], decimals
            case FromReadings(indicators=(first, *_)):
                indicator = self.content.indicators[first]
                return self.content.units[indicator.unit], indicator.decimals
            case _:
                raise ValueError("a chart without figures has no line to compare them with")

    def _figure(
        self, amount: Amount, unit: Unit, decimals: int, where: Location, view: View
    ) -> None:
        """Take a figure of the chart's own."""
        if view.withheld:
            ways = distinctive(amount, unit, decimals, has_axis=unit.key in self.drawn)
        else:
            self.gathered.fill(fillings_of(amount, decimals))
            ways = tuple(spread(amount, decimals))
        self.gathered.figure(bare(amount), ways, where, view)

    def _labels(self, bands: Iterable[Band], view: View) -> None:
        for band in bands:
            inner = self._taken(band.sourced, band.where, self.enter(view, band.conditions))
            self.gathered.say(band.label, band.where, inner)

    def _taken(self, sourced: Sourced | None, where: Location, view: View) -> View:
        """See what may have a source, and take that."""
        if sourced is None:
            return view
        view = self._from(sourced, view)
        self._sourced(sourced, where, view)
        return view

    def _events(self, options: TimelineOptions, view: View) -> None:
        for event in options.events:
            inner = self._taken(event.sourced, event.where, self.enter(view, event.conditions))
            self.gathered.say(event.text, event.where, inner)
            self.gathered.say(event.lane, event.where, inner)
            if not inner.withheld:
                self.gathered.fill(periods_of(event.period))

    def _locator(self, options: LocatorOptions, where: Location, view: View) -> None:
        if view.printed and view.current and not view.withheld:
            self.gathered.maps[view.scope] = None
        for city in options.cities or ():
            self.gathered.say(city, where, view)
        for mark in options.marks:
            inner = self._taken(mark.sourced, mark.where, self.enter(view, mark.conditions))
            self.gathered.say(mark.name, mark.where, inner)

    # --- figures of its own --------------------------------------------------------------------

    def _rows(self, data: FromRows, chart: ChartSpec, view: View) -> None:
        self._sourced(data.sourced, chart.where, view)
        unit = self.content.units[data.unit]
        given: list[list[tuple[DataRow, View]]] = [[] for _ in data.columns]
        for row in data.rows:
            inner = self.enter(view, row.conditions)
            of_series = self._series(data, inner)
            for number, amount in enumerate(row.amounts):
                if not amount:
                    continue
                one = of_series[number]
                given[number].append((row, one))
                self._figure(amount, unit, data.decimals, row.where, one)
            there = [of_series[number] for number, amount in enumerate(row.amounts) if amount]
            if there and all(one.withheld for one in there):
                inner = replace(inner, withheld=True)
            self._category(row, chart, inner)
        for name, rows, one in zip(data.columns, given, self._series(data, view), strict=True):
            withheld = bool(rows) and all(inner.withheld for _, inner in rows)
            where = rows[0][0].where if withheld else chart.where
            self.gathered.say(name, where, replace(one, withheld=one.withheld or withheld))

    def _category(self, row: DataRow, chart: ChartSpec, view: View) -> None:
        """Take what a row is called; a category goes with the last of its figures."""
        if row.period is None and not isinstance(chart.options, MapOptions):
            self.gathered.say(row.label, row.where, view)  # of a map, it is a key
        if row.period is not None and not view.withheld:
            self.gathered.fill(periods_of(row.period))

    def _sourced(self, sourced: Sourced, where: Location, view: View) -> None:
        for key in (sourced.source, *sourced.also):
            self.gathered.cite(key, where, view)
        if not view.withheld or is_telling(sourced.locator):
            self.gathered.say(sourced.locator, where, view)

    # --- remarks -------------------------------------------------------------------------------

    def _beside(self, remark: Remark, chart: ChartSpec, view: View) -> View:
        """See what stands beside a point: where that is withheld, so is what is said of it."""
        points: list[View] = []
        match chart.data:
            case FromReadings() as data:
                held = [one.conditions for one in data.series if one.key == remark.series]
                inner = self.enter(view, held[0]) if held else view
                found = self._readings(data, (remark.period,), remark.series)
                points = [self._reading(reading, inner) for reading in found]
            case FromRows() as data:
                column = data.columns.index(remark.series) if remark.series in data.columns else 0
                points = [
                    self._series(data, self.enter(view, row.conditions))[column]
                    for row in data.rows
                    if row.amounts[column] and row.period and _same(row.period, remark.period)
                ]
        view = self.enter(view, remark.conditions)
        withheld = bool(points) and all(one.withheld for one in points)
        return replace(view, withheld=view.withheld or withheld)

    def _readings(
        self, data: FromReadings, periods: Sequence[Period], series: str = ""
    ) -> Iterator[Reading]:
        """The readings of certain periods; of the brief's own place, those of all places."""
        by_indicator = series in data.indicators
        for indicator in (series,) if by_indicator else data.indicators:
            by_place = self.content.readings.get(indicator, {})
            places = (series,) if series and not by_indicator else data.places
            keys = by_place if "country" in places else places
            for reading in (one for key in keys for one in by_place.get(key, ())):
                if any(_same(reading.period, period) for period in periods):
                    yield reading


def _is_kept_back(row: DataRow, view: View) -> bool:
    """Withheld, and in no brief just of no concern."""
    held = row.conditions
    return view.withheld and held.countries is None and held.languages is None


def _same(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)
