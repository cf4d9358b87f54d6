"""What a figure from a program needs to know of the project that it is for."""

from collections.abc import Iterable

from briefing.errors import Diagnostic, Location, unknown_name
from briefing.model.chart import Scale
from briefing.model.chart_spec import ChartSpec, FromReadings, FromRows, not_brought
from briefing.model.content import Content
from briefing.model.country import Unit
from briefing.model.style import Style

_BARE = Unit("", "{value}", "", "{value}", "", compact=False)


def check_chart(content: Content, chart: str) -> str:
    """Give back the name of a chart.

    Raises:
        ValueError: There is no such chart.
    """
    return _known("chart", chart, content.charts)


def style_of(content: Content, document: str | None) -> Style:
    """Find the style of a document; the project's, where none is named.

    Raises:
        ValueError: There is no such document.
    """
    if document is None:
        return content.styles[content.project.style]
    return content.styles[content.documents[_known("document", document, content.documents)].style]


def scale_of(content: Content, spec: ChartSpec) -> Scale:
    """Tell how the figures of a chart are printed, in the project's first language."""
    language = content.project.languages[0]
    match spec.data:
        case FromRows(unit=unit, decimals=decimals):
            return Scale(content.units[unit], decimals, language)
        case FromReadings(indicators=(first, *_)):
            indicator = content.indicators[first]
            return Scale(content.units[indicator.unit], indicator.decimals, language)
        case _:
            return Scale(_BARE, 0, language)


def awaited(problem: Diagnostic, content: Content) -> Diagnostic:
    """Make a note of it that a program has not brought a figure yet, which a check cannot do.

    Args:
        problem: Any; others are given back as they are.
        content: Of the project.
    """
    for chart, spec in content.charts.items():
        if problem.where == spec.where and problem.message == not_brought(chart):
            message = f"{problem.message}, so that papers with it are not laid out"
            return Diagnostic(problem.where, message, f"{problem.hint}, and checks it then", "note")
    return problem


def _known(what: str, name: str, names: Iterable[str]) -> str:
    known = list(names)
    if name not in known:
        problem = unknown_name(Location("", 1), what, name, known)
        raise ValueError(f"{problem.message}; {problem.hint}")
    return name
