"""Figures of matplotlib's: made by a function of the project's own, or brought by a caller."""

from briefing.load.charts.functions import read_function
from briefing.load.charts.reader import Read, Reader
from briefing.load.charts.readings import read_categories, read_crossed, read_series
from briefing.load.charts.rows import read_several
from briefing.load.charts.written import has_rows
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.yaml_doc import YamlText
from briefing.model.chart_spec import ChartSource, FigureOptions

_HOW = "function: my_charts:plot, for one that the project makes; given: true, for one it is given"


def read_figure(reader: Reader) -> Read:
    """Read who makes the figure; without its figures and its words it is refused."""
    fields = reader.fields
    given = fields.truth("given", False) or not _says_no(fields)
    if given == fields.has("function"):
        message = "a figure has either 'function' or 'given: true'"
        fields.problems.error(fields.place("function"), message, _HOW)
    made = read_function(reader)
    _check_alt(fields, given=given)
    return FigureOptions(made), _data(reader, given=given)


def _says_no(fields: Fields) -> bool:
    """Tell whether nothing is given; what is no truth is meant as one, and told of once."""
    node = fields.node("given")
    return node is None or (type(node) is YamlText and node.text == "false")


def _check_alt(fields: Fields, *, given: bool) -> None:
    """Refuse a figure that nobody can be told of; a caller may bring the words as well."""
    node = fields.node("alt")
    if type(node) is YamlText and node.text.strip() == "auto":
        message = "nobody but its author knows what a figure shows"
        hint = "alt: what it shows, in words, with its most important figures"
        fields.problems.error(node.where, message, hint, "alternative")
    elif node is None and not given:
        fields.spare("alt")
        hint = "wanted: what it shows, in words, for those who cannot see it"
        what = "'alt' is missing"
        fields.problems.error(fields.place("alt"), what, hint, "alternative")


def _data(reader: Reader, *, given: bool) -> ChartSource | None:
    """Read the figures, in whatever two things they differ."""
    fields = reader.fields
    if has_rows(fields):
        return read_several(reader, "either")
    if not fields.has("readings"):
        fields.spare("countries", "place", "series", "periods", "period")
        if not given:
            fields.missing("readings", "what it shows: 'readings', or 'rows', or 'data'")
        return None
    if fields.has("series"):
        return read_series(reader, what="figure")
    several = len(fields.names("readings") or ()) > 1
    if several or (fields.has("countries") and fields.has("periods")):
        return read_crossed(reader, what="figure")
    return read_categories(reader, what="figure")
