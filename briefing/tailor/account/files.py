"""What became of charts, tables and pictures, and of each part of them."""

from collections.abc import Callable, Iterable, Mapping

from briefing.model.chart_spec import (
    Band,
    ChartSpec,
    Comparison,
    DataRow,
    EventSpec,
    FromReadings,
    FromRows,
    LineOptions,
    LocatorOptions,
    MapMark,
    MultiplesOptions,
    Remark,
    Series,
    Sourced,
    TimelineOptions,
)
from briefing.model.content import PictureSpec, TableSpec
from briefing.model.prose import Inline
from briefing.numbers import format_period
from briefing.tailor.account.record import Around, Record
from briefing.tailor.account.words import first_words
from briefing.tailor.places import own_or_given

_TakeInlines = Callable[[Iterable[Inline], Around], None]


class Files:
    """Goes through what is kept in files of its own and is no text.

    Attributes:
        record: Of all items.
    """

    def __init__(self, record: Record, take: _TakeInlines, cited: dict[str, None]) -> None:
        """Hand words on to `take`, and add keys of sources to `cited`."""
        self.record = record
        self._take = take
        self._cited = cited

    def picture(self, spec: PictureSpec, around: Around) -> Around:
        """Take a picture and what is said of it."""
        what, words = f"picture {spec.id!r}", first_words(spec.title or spec.alt)
        inside = self.record.judge(spec, what, words, around, spec.conditions)
        for inlines in (spec.alt, spec.title, spec.note, spec.credit):
            self._take(inlines, inside)
        return inside

    def table(self, spec: TableSpec, around: Around) -> Around:
        """Take a table of readings, its columns and its rows."""
        name, at = f"table {spec.id!r}", self.record.at
        inside = self.record.judge(spec, name, first_words(spec.title), around, spec.conditions)
        for inlines in (spec.title, spec.note):
            self._take(inlines, inside)
        for column in spec.columns:
            what, words = f"column of {name}", first_words(column.label)
            within = self.record.follow(
                column.where, what, words, inside, conditions=column.conditions
            )
            for inlines in (column.group, column.label):
                self._take(inlines, within)
        for key in dict.fromkeys(own_or_given(key, at) for key in spec.rows):
            if key:
                self.record.follow(spec.where, f"row {key} of {name}", "", inside)
        return inside

    def chart(self, spec: ChartSpec, around: Around) -> Around:
        """Take a chart and all that is drawn in it."""
        name = f"chart {spec.id!r}"
        inside = self.record.judge(spec, name, first_words(spec.title), around, spec.conditions)
        for inlines in (spec.title, spec.subtitle, spec.note, spec.alt):
            self._take(inlines, inside)
        match spec.data:
            case FromRows(rows=rows, columns=columns, sourced=sourced, series=series):
                self._cite(sourced)
                self._series({name: name for name in columns if name}, series, spec, inside)
                for row in rows:
                    self._row(row, spec, inside)
            case FromReadings(series=series) as data:
                self._series(self._entries(data), series, spec, inside)
            case None:
                pass
        self._options(spec, inside)
        return inside

    def _entries(self, data: FromReadings) -> Mapping[str, str]:
        """Name the series of readings by their keys; those of periods are found with them."""
        at = self.record.at
        if data.across == "indicators":
            return {key: at.content.indicators[key].name for key in data.indicators}
        if data.across == "places":
            found = {key: own_or_given(key, at) for key in data.places}
            return {key: at.facts.name(place) for key, place in found.items() if place}
        return {}

    def _series(
        self,
        labels: Mapping[str, str],
        judged: Iterable[Series],
        spec: ChartSpec,
        around: Around,
    ) -> None:
        """Take series by their keys; those that carry conditions have places of their own."""
        chart = f"of chart {spec.id!r}"
        own = {each.key: each for each in judged}
        for key, label in labels.items():
            names = (f"series {label!r} {chart}", f"line {label!r} {chart}")
            whole, line = [(spec.where, name) for name in names]
            if key in own:
                one, what = own[key], f"series {key!r} {chart}"
                self.record.judge(one, what, label, around, one.conditions, whole, line)
            else:
                self.record.follow(*whole, "", around, line)

    def _row(self, row: DataRow, spec: ChartSpec, around: Around) -> None:
        label = row.label
        if row.period is not None:
            label = format_period(row.period, self.record.at.facts.language)
        drawn = [(spec.where, f"{each} {label!r} of chart {spec.id!r}") for each in ("bar", "row")]
        what = f"row {row.label!r} of chart {spec.id!r}"
        self.record.judge(row, what, "", around, row.conditions, *drawn)

    def _options(self, spec: ChartSpec, around: Around) -> None:
        reference: Comparison | None = getattr(spec.options, "reference", None)
        if reference is not None:
            self._cite(reference.sourced)
        match spec.options:
            case LineOptions(bands=bands, remarks=remarks):
                self._parts(bands, "band", spec, around)
                self._parts(remarks, "annotation", spec, around)
            case MultiplesOptions(bands=bands):
                self._parts(bands, "band", spec, around)
            case TimelineOptions(events=events):
                self._parts(events, "event", spec, around)
            case LocatorOptions(marks=marks):
                self._parts(marks, "mark", spec, around)
            case _:
                pass

    def _parts(
        self,
        parts: Iterable[Band | Remark | EventSpec | MapMark],
        kind: str,
        spec: ChartSpec,
        around: Around,
    ) -> None:
        for part in parts:
            words = part.text if isinstance(part, Remark | EventSpec) else ""
            if not words:
                words = part.name if isinstance(part, MapMark) else getattr(part, "label", "")
            what = f"{kind} of chart {spec.id!r}"
            self.record.judge(part, what, words, around, part.conditions)
            self._cite(part.sourced)

    def _cite(self, sourced: Sourced | None) -> None:
        if sourced is not None:
            self._cited.update(dict.fromkeys((sourced.source, *sourced.also)))
