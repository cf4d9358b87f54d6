"""What is picked out in a chart."""

from briefing.load.charts.names import COUNTRY, LATEST
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.yaml_doc import YamlText
from briefing.model.chart_spec import (
    ChartOptions,
    ChartSource,
    FromReadings,
    FromRows,
    LineOptions,
    LocatorOptions,
    MultiplesOptions,
    SlopeOptions,
    TimelineOptions,
)

_NONE = "none"


def read_highlight(
    fields: Fields, options: ChartOptions, data: ChartSource | None
) -> tuple[str, ...]:
    """Read what is picked out, which must be something that is drawn."""
    if isinstance(options, TimelineOptions | LocatorOptions):
        hint = "an event is picked out by 'highlight: true' of its own"
        if isinstance(options, LocatorOptions):
            hint = "a locator map picks out its place"
        fields.refuse("highlight", "there is nothing here that could be picked out so", hint)
        return ()
    drawn = _drawn(options, data)
    names = [name for name in _names(fields, drawn) if name.text != _NONE]
    if data is None:
        return tuple([name.text for name in names])
    known = (*drawn, COUNTRY, _NONE)
    for name in names:
        if name.text == LATEST and LATEST not in drawn:
            hint = "a bar chart of one 'place' has a bar for each period; wanted here: "
            message = "'latest' picks out a period, and the bars or lines here are none"
            fields.problems.error(name.where, message, hint + ", ".join(known))
        elif name.text not in known:
            fields.problems.unknown(name.where, "value of 'highlight':", name.text, known)
    return tuple(dict.fromkeys(name.text for name in names))


def _names(fields: Fields, drawn: tuple[str, ...]) -> tuple[Name, ...]:
    """Read names; a single text may be one that holds blanks."""
    node = fields.node("highlight")
    if type(node) is YamlText and node.text in drawn:
        return (Name(node.text, node.where),)
    return fields.names("highlight") or ()


def _drawn(options: ChartOptions, data: ChartSource | None) -> tuple[str, ...]:
    match data:
        case FromReadings():
            dimensions = {
                "places": data.places,
                "indicators": data.indicators,
                "periods": () if isinstance(options, _OVER_TIME) else (LATEST,),
            }
            across = dimensions[data.across] if data.across else ()
            return tuple(dict.fromkeys((*dimensions[data.down], *across)))
        case FromRows():
            over_time = isinstance(options, _OVER_TIME)
            labels = () if over_time else [row.label for row in data.rows]
            latest = [LATEST] if not over_time and any(row.period for row in data.rows) else ()
            columns = () if isinstance(options, SlopeOptions) else filter(None, data.columns)
            return tuple(dict.fromkeys((*labels, *latest, *columns)))
        case None:
            return ()


_OVER_TIME = (LineOptions, MultiplesOptions, SlopeOptions)
