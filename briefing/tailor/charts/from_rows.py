"""Figures of a chart's own: the rows that may be shown, brought together by category."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model.chart import Scale
from briefing.model.chart_spec import ChartSpec, DataRow, FromRows, MapOptions, Sourced
from briefing.model.country import Period
from briefing.model.manuscript import CitedWork
from briefing.numbers import format_period
from briefing.tailor.charts.found import LATEST, WITHHELD, Column, Datum, Found, Row, parted, worded
from briefing.tailor.charts.series import gone_series
from briefing.tailor.places import own_or_given
from briefing.tailor.work import Work

_COUNTRY = "country"
_NONE = Datum(None, "")

_Key = tuple[Period | None, str]


def from_rows(data: FromRows, spec: ChartSpec, at: Work) -> Found:
    """Bring the rows together that may be shown; periods stand in the order of time."""
    scale = Scale(at.content.units[data.unit], data.decimals, at.facts.language)
    without = gone_series(data.series, spec, at)
    kept = [number for number, name in enumerate(data.columns) if name not in without]
    shown, hidden = _chosen(data, without, spec, at)
    keys = sorted(shown, key=_time) if all(period for period, _ in shown) else list(shown)

    def row(key: _Key) -> Row:
        first = (shown.get(key) or hidden[key])[0]
        cells = _merged(shown.get(key, ()), hidden.get(key, ()), data, scale, at)
        inside = tuple([cells[number] for number in kept])
        beyond = tuple([cell for number, cell in enumerate(cells) if number not in kept])
        return Row(first.label, _label(first, spec, at), first.period, False, inside, beyond)

    rows, gone = parted(map(row, keys))
    picked = _picked(spec, at)
    names = [data.columns[number] for number in kept]
    columns = [Column(name, name, bool(name) and name in picked) for name in names]
    return Found(
        rows=_lit(rows, picked),
        columns=tuple(columns),
        scale=scale,
        measure=scale.unit.label,
        nothing=WITHHELD,
        works=works_of(data.sourced, spec.where),
        gone=(*gone, *[row(key) for key in hidden if key not in shown]),
    )


def _lit(rows: Sequence[Row], picked: Collection[str]) -> tuple[Row, ...]:
    """Pick out categories: by a name, or as the latest."""
    latest = rows[-1].period if rows and LATEST in picked else None
    return tuple(
        [
            row._replace(
                highlighted=row.key in picked
                or row.label in picked
                or (latest is not None and latest == row.period)
            )
            for row in rows
        ]
    )


def _chosen(
    data: FromRows, gone: Mapping[str, bool], spec: ChartSpec, at: Work
) -> tuple[dict[_Key, list[DataRow]], dict[_Key, list[DataRow]]]:
    """Give the rows that may be shown, and what may be withheld, by category.

    Of a category that is shown, what is of no concern to these readers is among the latter: there
    is a figure, of which it would be untrue to say that there is none.
    """
    shown: dict[_Key, list[DataRow]] = {}
    hidden: dict[_Key, list[DataRow]] = {}
    aside: list[tuple[_Key, DataRow]] = []
    lost = {at for at, name in enumerate(data.columns) if name in gone}
    secret = {at for at, name in enumerate(data.columns) if gone.get(name)}
    for row in data.rows:
        key = (row.period, "" if row.period else row.label)
        what = f"row {row.label!r} of chart {spec.id!r}"
        if at.keeps(row.conditions, row.where, what, at.names):
            inside = _without(row, lost)
            if any(inside.amounts) or not any(row.amounts):
                shown.setdefault(key, []).append(inside)
                at.mark(row.conditions, row)
            row = _without(row, set(range(len(row.amounts))) - secret)
            if any(row.amounts):
                hidden.setdefault(key, []).append(row)
        elif at.rules.may_withhold(row.conditions):
            hidden.setdefault(key, []).append(row)
        else:
            aside.append((key, row))
    for key, row in aside:
        if key in shown:
            hidden.setdefault(key, []).append(row)
    return shown, hidden


def _without(row: DataRow, columns: Collection[int]) -> DataRow:
    if not columns:
        return row
    amounts = [None if at in columns else amount for at, amount in enumerate(row.amounts)]
    return replace(row, amounts=tuple(amounts))


def keys_of(sourced: Sourced | None) -> tuple[str, ...]:
    """Give the keys of the works that something is taken from."""
    return (sourced.source, *sourced.also) if sourced else ()


def works_of(sourced: Sourced | None, where: Location) -> tuple[CitedWork, ...]:
    """List the works that something is taken from, the first with its place in it."""
    if sourced is None:
        return ()
    first = CitedWork(sourced.source, sourced.locator, "", where)
    return (first, *[CitedWork(key, "", "", where) for key in sourced.also])


def _merged(
    shown: Iterable[DataRow], hidden: Iterable[DataRow], data: FromRows, scale: Scale, at: Work
) -> tuple[Datum, ...]:
    """Give one figure for each column, of all rows of one category."""
    cells = [_NONE] * len(data.columns)
    givers: dict[int, DataRow] = {}
    for row in shown:
        for column, amount in enumerate(row.amounts):
            if amount is None:
                continue
            first = givers.setdefault(column, row)
            if first is not row:
                hint = f"the first is at {first.where}"
                at.report(row.where, f"two rows of {row.label!r} are shown at once", hint)
            cells[column] = Datum(amount, worded(amount, scale))
    for row in hidden:
        for column, amount in enumerate(row.amounts):
            if amount is not None and column not in givers:
                cells[column] = Datum(None, "", withheld=True)
    return tuple(cells)


def _picked(spec: ChartSpec, at: Work) -> set[str]:
    """Give what may be picked out, by all the names it may have in rows."""
    picked = set(spec.highlight)
    place = at.facts.place
    if _COUNTRY in picked and place is not None:
        picked |= {own_or_given(_COUNTRY, at), *place.names.values()}
    return picked


def _label(row: DataRow, spec: ChartSpec, at: Work) -> str:
    if row.period is not None:
        return format_period(row.period, at.facts.language)
    return at.facts.name(row.label) if isinstance(spec.options, MapOptions) else row.label


def _time(key: _Key) -> tuple[object, object]:
    period = key[0]
    assert period is not None
    return period.end, period.start
