"""Timelines: the events that may be shown, in the order of time."""

from collections.abc import Sequence

from briefing.model import chart as drawn
from briefing.model.chart_spec import ChartSpec, EventSpec, TimelineOptions
from briefing.model.manuscript import CitedWork
from briefing.numbers import format_period
from briefing.tailor.charts.chosen import Chosen
from briefing.tailor.charts.from_rows import keys_of, works_of
from briefing.tailor.work import Work


def choose_events(spec: ChartSpec, options: TimelineOptions, at: Work) -> Chosen | None:
    """Choose the events that stay; None, and the reason noted, where there are none."""
    shown = [event for event in options.events if _keeps(event, spec, at)]
    if not shown:
        at.omit(spec.where, f"chart {spec.id!r}", "no data", "none of its events may be shown")
        return None
    shown.sort(key=lambda event: (event.period.start, event.period.end))
    works: dict[tuple[str, str], CitedWork] = {}
    for event in shown:
        at.mark(event.conditions, event)
        for work in works_of(event.sourced, event.where):
            works.setdefault((work.key, work.locator), work)
    return Chosen(
        data=_timeline(options, shown, at.facts.language),
        measure="",
        works=tuple(works.values()),
        events=tuple(shown),
        said=tuple(shown),
    )


def _keeps(event: EventSpec, spec: ChartSpec, at: Work) -> bool:
    what, sourced = f"event of chart {spec.id!r}", event.sourced
    return at.keeps(event.conditions, event.where, what, at.names) and at.keeps_sources(
        keys_of(sourced), event.where, what
    )


def _timeline(
    options: TimelineOptions, events: Sequence[EventSpec], language: str
) -> drawn.Timeline:
    """Make the timeline; a lane in which nothing is left is none."""
    held = {event.lane for event in events}
    lanes = tuple([lane for lane in options.lanes if lane in held]) or ("",)
    return drawn.Timeline(
        events=tuple(
            [
                drawn.Event(
                    start=event.period.start,
                    end=event.period.end,
                    label=format_period(event.period, language),
                    text=event.text,
                    lane=lanes.index(event.lane) if event.lane in lanes else 0,
                    highlighted=event.highlighted,
                )
                for event in events
            ]
        ),
        lanes=lanes,
    )
