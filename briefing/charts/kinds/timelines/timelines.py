"""Timelines: what happened when, with its words beside a line of time."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.axes.dates import end_of, iso, start_of
from briefing.charts.kinds.timelines.across import plot_across
from briefing.charts.kinds.timelines.down import plot_down
from briefing.charts.look import Frame
from briefing.charts.plot import Named, Plot, write_csv
from briefing.charts.words import Words
from briefing.charts.words.timelines import timeline_words
from briefing.errors import ContentError, Diagnostic
from briefing.model.chart import Event, Timeline
from briefing.model.country import Date
from briefing.numbers import format_date

# In ems of the names.
_BROAD = 36.0  # narrower timelines run down
_HIGHEST = 34.0  # higher ones run down, unless that height is wanted

_EACH = 12  # events that are all told


class Timelines(Struct, frozen=True):
    """The kind."""

    data: Timeline

    def amounts(self) -> list[Named]:
        """Events have no amounts."""
        return []

    def plot(self, frame: Frame) -> Plot:
        """Draw events along a line across, or down where it is narrow or they are many.

        Raises:
            ContentError: There is no event.
        """
        if not self.data.events:
            message, hint = "nothing to draw in a timeline", "a timeline needs at least one event"
            raise ContentError([Diagnostic(frame.where, message, hint)])
        data, size = _in_order(self.data), frame.look.size
        if frame.width >= _BROAD * size:
            plot = plot_across(data, frame)
            if plot.height <= max(_HIGHEST * size, frame.height):
                return plot
        return plot_down(data, frame)

    def describe(self, title: str, words: Words) -> list[str]:
        """Tell events in order: all where they are few, else the first, last and highlighted."""
        return list(_sentences(_in_order(self.data), title, words))

    def table(self) -> str:
        """Write one row for each event, with dates to the precision known."""
        data = _in_order(self.data)
        return write_csv(
            ("start", "end", "label", "text", "lane"),
            [
                (iso(event.start), iso(event.end), event.label, event.text, data.lanes[event.lane])
                for event in data.events
            ],
        )


def _in_order(data: Timeline) -> Timeline:
    """Sort events by when they begin; what lasts longer comes first."""
    events = sorted(
        data.events, key=lambda event: (start_of(event.start), -end_of(event.end), event.lane)
    )
    return replace(data, events=tuple(events))


def _sentences(data: Timeline, title: str, words: Words) -> Iterator[str]:
    own = timeline_words(words.language)
    events = data.events
    yield words.measure(own.kind(title))
    latest = max((event.end for event in events), key=end_of)
    yield own.events(len(events), _date(events[0].start, words), _date(latest, words))
    told = [
        event
        for number, event in enumerate(events)
        if len(events) <= _EACH or event.highlighted or number in (0, len(events) - 1)
    ]
    for event in told:
        yield words.measure(_told(event, data, words))
    if len(told) < len(events):
        yield own.others(len(events) - len(told))


def _told(event: Event, data: Timeline, words: Words) -> str:
    lane = data.lanes[event.lane]
    return timeline_words(words.language).event(
        event.label, event.text, lane, highlighted=event.highlighted
    )


def _date(date: Date, words: Words) -> str:
    return format_date(iso(date), words.language)
