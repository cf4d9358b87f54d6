"""A chart where it is placed: its data, the text around it, and whom it is taken from."""

from collections.abc import Sequence

from briefing.model import chart as drawn
from briefing.model.chart_spec import ChartSpec
from briefing.model.country import Reading
from briefing.model.manuscript import Figure
from briefing.tailor.charts.choose import choose
from briefing.tailor.inlines import plain_text, word
from briefing.tailor.sources import short_names
from briefing.tailor.titles import title_scope
from briefing.tailor.work import Scope, Work


def place_chart(spec: ChartSpec, at: Work, scope: Scope) -> Figure | None:
    """Choose what a chart draws; None, and the reason noted, where there is nothing to draw."""
    chosen = choose(spec, at)
    if chosen is None:
        return None
    readings = list(chosen.readings)
    for reading in readings:
        at.cite_reading(reading)
    inner = title_scope(scope, at, readings)
    title = word(spec.title, at, inner)
    subtitle = word(spec.subtitle, at, inner)
    note = word(spec.note, at, inner)
    alt = plain_text(word(spec.alt, at, inner))
    name = at.print_id(spec.id, scope)
    at.charts[name] = drawn.Chart(
        id=name,
        title=plain_text(title),
        measure=plain_text(subtitle) or chosen.measure,
        source=_sources(readings, at),
        data=chosen.data,
        span=spec.span,
        height=spec.height,
        language=at.facts.language,
        where=spec.where,
        alt=alt,
    )
    return Figure(name, title, subtitle, note, tuple(readings), spec.where, id=name)


def _sources(readings: Sequence[Reading], at: Work) -> str:
    keys = dict.fromkeys(key for reading in readings for key in (reading.source, *reading.also))
    return short_names([at.content.sources[key] for key in keys])
