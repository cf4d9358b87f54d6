"""Places for secrets in charts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model import chart_spec as s
from briefing.model.country import Date, Period
from tests.proof.spots import Plant, Planted, Spot, charted, work
from tests.tailor.build import bars, data_row, lines, own

BAR = s.BarOptions("none")


def year(number: int) -> Period:
    return Period(Date(number), Date(number))


def _row(spot: Spot) -> Planted:
    rows = data_row("One", 3), data_row("Two", 4), data_row(spot.text, 5, line=spot.line,
                                                            **spot.held)  # fmt: skip
    return charted(spot, (BAR, own(*rows)))


def _column(spot: Spot) -> Planted:
    rows = data_row("One", 3, None), data_row("Two", 4, None), data_row("Three", None, 5,
                                                                        **spot.held)  # fmt: skip
    return charted(spot, (s.GroupedOptions("none"), own(*rows, columns=("Open", spot.text))))


def _series(spot: Spot) -> Planted:
    data = own(data_row("One", 3, 4), data_row("Two", 5, 6), columns=("Open", spot.text))
    held = (s.Series(spot.text, spot.conditions, spot.where),)
    return charted(spot, (s.GroupedOptions("none"), replace(data, series=held)))


def _locator(spot: Spot) -> Planted:
    data = own(data_row("One", 3), source=s.Sourced("a-2019", spot.text))
    return charted(spot, (BAR, data), **spot.held)


def _work(spot: Spot, *, also: bool) -> Planted:
    """A chart of a work that nothing else cites."""
    made = work(spot, key=spot.slug, title=spot.text)
    sourced = s.Sourced("a-2019", also=(made.key,)) if also else s.Sourced(made.key)
    planted = charted(spot, (BAR, own(data_row("One", 3), source=sourced)), **spot.held)
    return planted._replace(parts={**planted.parts, "sources": {made.key: made}})


def _reference(spot: Spot) -> Planted:
    options, data = bars("KAZ", "KGZ", reference=s.Comparison(1.3, spot.text))
    return charted(spot, (options, data), **spot.held)


def _compared(spot: Spot, label: str, sourced: s.Sourced) -> tuple[Any, Any]:
    line = s.Comparison(1.3, label, sourced, spot.where, spot.where)
    return bars("KAZ", "KGZ", reference=line)


def _of_closed_work(spot: Spot, plant: Callable[[s.Sourced], Planted]) -> Planted:
    """Something in a chart that is open but for the work that it is taken from."""
    made = replace(work(spot), conditions=spot.conditions)
    planted = plant(s.Sourced(made.key))
    return planted._replace(parts={**planted.parts, "sources": {made.key: made}})


def _over_years(spot: Spot, **options: Any) -> Planted:
    rows = [data_row(year(2015 + at), 3 + at) for at in range(4)]
    return charted(spot, (s.LineOptions(**options), own(*rows)))


def _event(spot: Spot, **given: Any) -> Planted:
    first = s.EventSpec(year(2015), "Open", "Lane", False, s.Sourced("a-2019"), spot.where)
    shown = {"text": "Shut", "lane": "Lane", **given}
    second = replace(first, period=year(2016), conditions=spot.conditions, **shown)
    lanes = tuple(dict.fromkeys((first.lane, second.lane)))
    return charted(spot, (s.TimelineOptions((first, second), lanes), None))


def _mark(spot: Spot, **given: Any) -> Planted:
    shown = {"name": "Camp", "sourced": None, **given}
    mark = s.MapMark(longitude=67.0, latitude=48.0, where=spot.where, conditions=spot.conditions,
                     **shown)  # fmt: skip
    return charted(spot, (s.LocatorOptions("KAZ", (), (mark,), globe=False), None))


def _plotted(spot: Spot, source: str) -> Planted:
    code = (
        "from matplotlib.figure import Figure\n\n\n"
        "def plot(data, house):\n"
        "    figure = Figure()\n"
        "    axes = figure.add_subplot()\n"
        "    axes.plot([1, 2, 3])\n"
        f"    {source.format(spot.text.capitalize())}\n"
        "    return figure\n"
    )
    made = s.PlotFunction(f"content/charts/{spot.name}.py", "plot", code,
                          Location(f"content/charts/{spot.name}.py", 4))  # fmt: skip
    return charted(spot, (s.FigureOptions(made), own(data_row("One", 3))),
                   alt=f"A line of {spot.name}", **spot.held)  # fmt: skip


CHARTS: dict[str, Plant] = {
    "title of a chart": lambda s: charted(s, title=s.text, **s.held),
    "name of a chart": lambda s: charted(s, name=s.slug, **s.held),
    "subtitle of a chart": lambda s: charted(s, subtitle=s.text, **s.held),
    "note of a chart": lambda s: charted(s, note=s.text, **s.held),
    "alternative text": lambda s: charted(s, alt=s.text, **s.held),
    "row of a chart": _row,
    "column of a chart": _column,
    "series of a chart": _series,
    "place in the source of a chart": _locator,
    "work of a chart": lambda s: _work(s, also=False),
    "further work of a chart": lambda s: _work(s, also=True),
    "label of a comparison": _reference,
    "label of a comparison with a closed work": lambda t: _of_closed_work(
        t, lambda sourced: charted(t, _compared(t, t.text, sourced))
    ),
    "label of a band of a closed work": lambda t: _of_closed_work(
        t, lambda sourced: _over_years(
            t, bands=(s.ValueBand(3.5, 4.5, t.text, t.where, sourced=sourced),)
        ),
    ),
    "remark of a closed work": lambda t: _of_closed_work(
        t, lambda sourced: _over_years(
            t, remarks=(s.Remark("", year(2016), t.text, t.where, sourced=sourced),)
        ),
    ),
    "place of a comparison in its source": lambda t: charted(
        t, _compared(t, "Aim", s.Sourced("a-2019", t.text)), **t.held
    ),
    "label of a band of time": lambda t: _over_years(
        t, bands=(s.TimeBand(year(2016), t.text, t.where, t.conditions),)
    ),
    "label of a band of values": lambda t: _over_years(
        t, bands=(s.ValueBand(3.5, 4.5, t.text, t.where, t.conditions),)
    ),
    "remark in a chart": lambda t: _over_years(
        t, remarks=(s.Remark("", year(2016), t.text, t.where, t.conditions),)
    ),
    "whole of a donut": lambda t: charted(
        t, (s.DonutOptions("none", whole=t.text), own(data_row("One", 3), data_row("Two", 4))),
        **t.held,
    ),
    "event": lambda t: _event(t, text=t.text),
    "lane of an event": lambda t: _event(t, lane=t.text),
    "place of an event in its source": lambda t: _event(
        t, sourced=s.Sourced("a-2019", t.text)
    ),
    "mark on a map": lambda t: _mark(t, name=t.text),
    "place of a mark in its source": lambda t: _mark(t, sourced=s.Sourced("a-2019", t.text)),
    "row of a line": lambda t: charted(
        t, (lines("KAZ")[0], own(data_row(year(2015), 1, 2), data_row(year(2016), 2, 3),
                                 columns=("Open", t.text))), **t.held,
    ),
    "label of a plotted figure": lambda t: _plotted(t, "axes.set_xlabel({!r})"),
    "key of a plotted figure": lambda t: _plotted(
        t, "axes.plot([3, 2], label={!r}); axes.legend()"
    ),
}  # fmt: skip
"""By what they are called."""
