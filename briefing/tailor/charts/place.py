"""A chart where it is placed: its data, the text around it, and whom it is taken from."""

from collections.abc import Iterable

from msgspec.structs import replace

from briefing.model import chart as drawn
from briefing.model.chart_spec import ChartSpec
from briefing.model.manuscript import Figure, Inline, TableBlock, Text
from briefing.tailor.charts.choose import choose
from briefing.tailor.charts.chosen import Chosen
from briefing.tailor.charts.figures import with_alternative
from briefing.tailor.charts.labels import labels_of
from briefing.tailor.charts.maps import told_below
from briefing.tailor.charts.tables import table_of
from briefing.tailor.charts.times import with_times
from briefing.tailor.sources import short_names
from briefing.tailor.words.inlines import plain_text, word
from briefing.tailor.words.judged import Told, judge_alternative
from briefing.tailor.words.titles import title_scope
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
    chosen, times, spoken = with_times(spec, chosen, at)
    readings = list(chosen.readings)
    for reading in readings:
        at.cite_reading(reading)
    labels = labels_of(spec, chosen)
    inner = title_scope(scope, at, readings)
    title, subtitle = word(spec.title, at, inner), word(spec.subtitle, at, inner)
    figure = Figure(
        chart=at.print_id(spec.id, scope),
        title=title,
        subtitle=subtitle,
        note=_note(spec, chosen, times, at, inner),
        readings=(),
        where=spec.where,
        works=chosen.works,
        labels=labels,
    )
    at.cite(work.key for work in figure.cited)
    alt = plain_text(word(spec.alt, at, inner))
    figure = replace(figure, id=figure.chart, readings=tuple(readings))  # with those of its words
    chart = with_alternative(replace(_chart(spec, chosen, figure, alt, at), times=spoken), at)
    told = Told("chart", spec.id, spec.where)
    judge_alternative((spec.alt, spec.title), alt, chart.title, told, at)
    at.charts[chart.id] = chart
    table = table_of(spec, chosen, chart, times, at) if spec.tabled else None
    return (figure, table) if table else (figure,)


def _note(
    spec: ChartSpec, chosen: Chosen, times: str, at: Work, scope: Scope
) -> tuple[Inline, ...]:
    """Word what stands below, with what must be said there of such figures and of such charts."""
    told = (Text(times, spec.where),) if times else ()
    below = told_below(chosen.data, spec.where, at.facts.language)
    parts = [part for part in (told, word(spec.note, at, scope), below) if part]
    blank = Text(" ", spec.where)
    return tuple([each for part in parts for each in (blank, *part)][1:])


def _chart(spec: ChartSpec, chosen: Chosen, figure: Figure, alt: str, at: Work) -> drawn.Chart:
    keys = [key for reading in figure.readings for key in (reading.source, *reading.also)]
    return drawn.Chart(
        id=figure.chart,
        title=plain_text(figure.title),
        measure=plain_text(figure.subtitle) or chosen.measure,
        source=_sources((*keys, *[work.key for work in figure.cited]), at),
        data=chosen.data,
        span=spec.span,
        height=spec.height,
        language=at.facts.language,
        where=spec.where,
        alt=alt,
    )


def _sources(keys: Iterable[str], at: Work) -> str:
    return short_names([at.content.sources[key] for key in dict.fromkeys(keys)])
