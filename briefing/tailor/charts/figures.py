"""Figures of matplotlib's: what their functions are handed, and what is attached to the file."""

from msgspec.structs import replace

from briefing.model import chart as drawn
from briefing.model.chart_spec import ChartSpec, FigureOptions, FromRows, not_brought
from briefing.tailor.charts.chosen import Chosen, chosen
from briefing.tailor.charts.find import find, without_empty_series
from briefing.tailor.charts.found import grid_of
from briefing.tailor.work import Work


def choose_figure(spec: ChartSpec, options: FigureOptions, at: Work) -> Chosen | None:
    """Choose the figures that these readers may see, and no others, for who draws them."""
    if options.made is None or spec.data is None:
        hint = f"a program brings it: project.with_figure({spec.id!r}, figure)"
        at.report(spec.where, not_brought(spec.id), hint)
        return None
    found = find(spec, at)
    if found is None:
        return None
    # Of a chart's own rows even the name of a series may be withheld with them.
    only_withheld = not isinstance(spec.data, FromRows)
    found = without_empty_series(found, spec, at, only_withheld=only_withheld)
    grid = grid_of(found.rows, found.heads)
    return chosen(drawn.FigureChart(options, grid, found.scale), found)


def with_alternative(chart: drawn.Chart, at: Work) -> drawn.Chart:
    """Report a figure of which these readers would not be told, and tell them its title."""
    if not isinstance(chart.data, drawn.FigureChart) or chart.alt.strip():
        return chart
    message = "these readers are not told what the figure shows"
    hint = "let 'alt' say what it shows to everybody who gets it"
    at.report(chart.where, message, hint, "alternative")
    return replace(chart, alt=chart.title)
