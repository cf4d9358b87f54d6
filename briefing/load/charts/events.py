"""Timelines: events, each with its source."""

from briefing.load.charts.reader import Read, Reader
from briefing.load.charts.rows import in_one_line
from briefing.load.conditions import read_conditions
from briefing.load.readings.sourced import read_sourced
from briefing.load.syntax.fields import Fields
from briefing.load.values.periods import read_period
from briefing.load.values.texts import plain_text
from briefing.model.chart_spec import EventSpec, TimelineOptions
from briefing.model.country import Date, Period

MOST_EVENTS = 60
MOST_LANES = 8

_NEVER = Period(Date(0), Date(0))


def read_timeline(reader: Reader) -> Read:
    """Read ``events``, and the order of their ``lanes``."""
    fields = reader.fields
    if not fields.has("events"):
        fields.missing("events", "a list such as [{date: 2019, text: …, source: …}]")
    read = [_event(each, reader) for each in fields.each("events")]
    events = [event for event in read if event is not None]
    if len(events) > MOST_EVENTS:
        message = f"there are {len(events)} events"
        hint = f"at most {MOST_EVENTS} can be read in one chart; draw several"
        fields.problems.error(fields.place("events"), message, hint)
    lanes = _lanes(fields, events)
    return TimelineOptions(tuple(events), lanes), None


def _event(fields: Fields, reader: Reader) -> EventSpec | None:
    node, text = fields.node("date"), in_one_line(plain_text(fields, "text"))
    if node is None:
        fields.missing("date", "such as 2019, 2022-01-15 or 2015/2019")
    if not text:
        fields.missing("text", "what happened, in a few words")
    event = EventSpec(
        period=(read_period(node, fields.problems) if node else None) or _NEVER,
        text=text,
        lane=in_one_line(plain_text(fields, "lane")),
        highlighted=fields.truth("highlight", False),
        sourced=read_sourced(fields, reader.checker),
        where=fields.where,
        conditions=read_conditions(fields, reader.checker),
    )
    fields.done()
    return event if event.text and event.period is not _NEVER else None


def _lanes(fields: Fields, events: list[EventSpec]) -> tuple[str, ...]:
    """Read the order of the lanes: as they are listed, else as they come."""
    there = dict.fromkeys(event.lane for event in events)
    if fields.has("lanes"):
        names = {in_one_line(name.text): name.where for name in fields.names("lanes") or ()}
        for name, where in names.items():
            if events and name not in there:
                fields.problems.unknown(where, "lane", name, filter(None, there))
        for event in events:
            if event.lane not in names:
                message = f"the lane {event.lane!r} is not listed" if event.lane else "no lane"
                hint = f"one of {', '.join(names)}; or list it under 'lanes'"
                fields.problems.error(event.where, message, hint)
        there = dict.fromkeys(names)
    elif "" in there and len(there) > 1:
        first = next(event for event in events if not event.lane)
        hint = f"one of {', '.join(filter(None, there))}"
        fields.problems.error(first.where, "'lane' is missing, and other events have one", hint)
    if len(there) > MOST_LANES:
        message = f"there are {len(there)} lanes"
        fields.problems.error(fields.place("events"), message, f"at most {MOST_LANES} can be read")
    return tuple(filter(None, there))
