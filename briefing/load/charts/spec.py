"""What every chart says, whatever its kind."""

from typing import get_args

from msgspec.structs import replace

from briefing.errors import Location
from briefing.load.charts.kinds import read_options
from briefing.load.charts.names import read_known
from briefing.load.charts.picked import read_highlight
from briefing.load.charts.reader import Reader
from briefing.load.charts.refused import refuse
from briefing.load.conditions import read_conditions
from briefing.load.prose import prose_of
from briefing.load.prose.alternatives import read_alternative
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlText
from briefing.model.chart_spec import KINDS, BarOptions, ChartSpec, FromReadings
from briefing.model.prose import Width
from briefing.units import Pt, parse_length

LEAST_HEIGHT, MOST_HEIGHT = parse_length("20mm"), parse_length("240mm")

_HEIGHT = parse_length("55mm")
_SPANS: tuple[Width, ...] = get_args(Width)


def read_chart(key: str, reader: Reader) -> ChartSpec | None:
    """Read a chart; None, and why, where its kind is none."""
    fields, file, checker = reader.fields, reader.file, reader.checker
    conditions = read_conditions(fields, checker, countries="only-for")
    prose = prose_of(checker, file, conditions)
    problems = Problems()
    kind = Fields(fields.mapping, problems).choice("chart", tuple(KINDS))
    fields.choice("chart", tuple(KINDS))
    read = None if problems.failed else read_options(kind, reader)
    options, data = read or (BarOptions("none"), None)
    if isinstance(data, FromReadings) and "no-data" in fields.mapping.entries:
        data = replace(data, missing=read_known(fields, "no-data", "place", checker))
    title = prose.read(fields, "title", None)
    chart = ChartSpec(
        id=key,
        title=title,
        subtitle=prose.read(fields, "subtitle"),
        note=prose.read(fields, "note"),
        data=data,
        highlight=read_highlight(fields, options, data),
        span=fields.choice("span", _SPANS, "full"),
        height=_height(fields),
        alt=() if _is_auto(fields) else read_alternative(fields, prose, "chart", key, title),
        tabled=fields.choice("table", ("none", "after"), "none") == "after",
        options=options,
        conditions=conditions,
        where=Location(file.path, 1),
    )
    if read is None:  # what else it says cannot be judged
        return None
    refuse(fields, kind, of_readings=isinstance(data, FromReadings))
    fields.done()
    return chart


def _is_auto(fields: Fields) -> bool:
    """Tell whether the data shall say what a chart shows."""
    node = fields.node("alt")
    return type(node) is YamlText and not node.style and node.text == "auto"


def _height(fields: Fields) -> Pt:
    height = fields.length("height", _HEIGHT)
    if not LEAST_HEIGHT <= height <= MOST_HEIGHT:
        hint = "wanted: 20mm to 240mm"
        fields.problems.error(fields.place("height"), "the height does not fit a page", hint)
    return height
