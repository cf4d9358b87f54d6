"""A chart where it is placed: its data, the text around it, and whom it is taken from."""

from collections.abc import Iterable

from briefing.model import chart as drawn
from briefing.model.chart_spec import ChartSpec
from briefing.model.manuscript import Figure, TableBlock, Text
from briefing.tailor.charts.choose import choose
from briefing.tailor.charts.figures import check_alt
from briefing.tailor.charts.maps import told_below
from briefing.tailor.charts.tables import table_of
from briefing.tailor.inlines import plain_text, word
from briefing.tailor.sources import short_names
from briefing.tailor.titles import title_scope
from briefing.tailor.work import Scope, Work


def place_chart(spec: ChartSpec, at: Work, scope: Scope) -> tuple[Figure | TableBlock, ...]:
    """Choose what a chart draws: the figure, and where the author wants it a table behind it.

    Nothing, and the reason noted, where there is nothing to draw.
    """
    before = at.counted()
    chosen = choose(spec, at)
    if chosen is None:
        at.count_no_more(before)
        return ()
    readings = list(chosen.readings)
    for reading in readings:
        at.cite_reading(reading)
    at.cite(work.key for work in chosen.works)
    inner = title_scope(scope, at, readings)
    title = word(spec.title, at, inner)
    subtitle = word(spec.subtitle, at, inner)
    note = word(spec.note, at, inner)
    below = told_below(chosen.data, spec.where, at.facts.language)
    if below:
        note = (*note, Text(" ", spec.where), *below) if note else below
    alt = plain_text(word(spec.alt, at, inner))
    name = at.print_id(spec.id, scope)
    keys = [key for reading in readings for key in (reading.source, *reading.also)]
    chart = drawn.Chart(
        id=name,
        title=plain_text(title),
        measure=plain_text(subtitle) or chosen.measure,
        source=_sources((*keys, *[work.key for work in chosen.works]), at),
        data=chosen.data,
        span=spec.span,
        height=spec.height,
        language=at.facts.language,
        where=spec.where,
        alt=alt,
    )
    check_alt(chart, at)
    at.charts[name] = chart
    figure = Figure(
        name, title, subtitle, note, tuple(readings), spec.where, id=name, works=chosen.works
    )
    table = table_of(spec, chosen, chart, at) if spec.tabled else None
    return (figure, table) if table else (figure,)


def _sources(keys: Iterable[str], at: Work) -> str:
    return short_names([at.content.sources[key] for key in dict.fromkeys(keys)])
