"""What every chart says, whatever its kind."""

from typing import get_args

from briefing.errors import Location
from briefing.load.charts.kinds import read_options
from briefing.load.charts.names import COUNTRY, LATEST
from briefing.load.charts.reader import Reader
from briefing.load.conditions import read_conditions
from briefing.load.fields import Fields
from briefing.load.prose import prose_of
from briefing.model.chart_spec import KINDS, ChartSource, ChartSpec, FromReadings, FromRows
from briefing.model.prose import Width
from briefing.units import Pt, parse_length

LEAST_HEIGHT, MOST_HEIGHT = parse_length("20mm"), parse_length("240mm")

_HEIGHT = parse_length("55mm")
_SPANS: tuple[Width, ...] = get_args(Width)


def read_chart(key: str, reader: Reader) -> ChartSpec | None:
    """Read a chart; None, and why, where its kind or its figures cannot be read at all."""
    fields, file, checker = reader.fields, reader.file, reader.checker
    prose = prose_of(checker, file)
    kind = fields.choice("chart", tuple(KINDS))
    read = read_options(kind, reader)
    if read is None:
        return None
    options, data = read
    chart = ChartSpec(
        id=key,
        title=prose.read(fields, "title", None),
        subtitle=prose.read(fields, "subtitle"),
        note=prose.read(fields, "note"),
        data=data,
        highlight=_highlight(fields, data),
        span=fields.choice("span", _SPANS, "full"),
        height=_height(fields),
        alt=prose.read(fields, "alt"),
        tabled=fields.choice("table", ("none", "after"), "none") == "after",
        options=options,
        conditions=read_conditions(fields, checker, countries="only-for"),
        where=Location(file.path, 1),
    )
    fields.done()
    return chart


def _highlight(fields: Fields, data: ChartSource | None) -> tuple[str, ...]:
    """Read what is picked out, which must be something that is drawn."""
    found: dict[str, None] = {}
    for name in fields.names("highlight") or ():
        if name.text == "none":
            continue
        drawn = _drawn(data)
        known = (*drawn, COUNTRY, "none")
        if name.text == LATEST and LATEST not in drawn:
            hint = "a bar chart of one 'place' has a bar for each period; wanted here: "
            message = "'latest' picks out a period, and the bars or lines here are none"
            fields.problems.error(name.where, message, hint + ", ".join(known))
        elif name.text not in known:
            fields.problems.unknown(name.where, "value of 'highlight':", name.text, known)
        found[name.text] = None
    return tuple(found)


def _drawn(data: ChartSource | None) -> tuple[str, ...]:
    match data:
        case FromReadings():
            dimensions = {
                "places": data.places,
                "indicators": data.indicators,
                "periods": (LATEST,) if data.down == "periods" and not data.across else (),
            }
            across = dimensions[data.across] if data.across else ()
            return tuple(dict.fromkeys((*dimensions[data.down], *across)))
        case FromRows():
            return tuple(dict.fromkeys((*[row.label for row in data.rows], *data.columns)))
        case None:
            return ()


def _height(fields: Fields) -> Pt:
    height = fields.length("height", _HEIGHT)
    if not LEAST_HEIGHT <= height <= MOST_HEIGHT:
        hint = "wanted: 20mm to 240mm"
        fields.problems.error(fields.place("height"), "the height does not fit a page", hint)
    return height
