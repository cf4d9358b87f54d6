"""Read a project: the only stage that opens files.

In: the folder of a project, and that of the packaged styles. Out: `Content`, in which every name
is known and every value has its place. It words nothing, and chooses nothing for any reader.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefing.errors import Diagnostic
from briefing.load.charts.given import add_figure
from briefing.load.checks.choices import contested
from briefing.load.checks.missing import check_missing
from briefing.load.rows import add_rows
from briefing.load.styles import read_packaged
from briefing.load.syntax.problems import Problems
from briefing.load.whole import read_whole
from briefing.model.chart_spec import GivenFigure
from briefing.model.content import Content

__all__ = [
    "Loaded", "contested", "figure_of", "load", "missing_of", "read_packaged", "readings_of",
]  # fmt: skip


class Loaded(Struct, frozen=True):
    """A project, read and checked.

    Attributes:
        warnings: What its authors should look at although it stops nothing.
    """

    content: Content
    warnings: tuple[Diagnostic, ...]


def load(root: Path, packaged_styles: Path) -> Loaded:
    """Read and check the project in the folder `root`.

    Args:
        root: A folder with ``content/project.yaml``.
        packaged_styles: The folder of the styles that travel with the package; it may be the
            project's own ``styles``.

    Raises:
        ContentError: With every problem of all files.
    """
    problems = Problems()
    content = read_whole(root, packaged_styles, problems)
    if content is not None:
        problems.lower(content.project.lowered)
    problems.settle()
    assert content is not None  # whatever keeps it from being made has been taken down
    return Loaded(content, problems.warnings())


def readings_of(content: Content, rows: Any, *, replacing: bool = False) -> Content:
    """Add figures from elsewhere, beside what the project has for the same or in its place.

    Args:
        content: Stays as it is.
        rows: Dictionaries with the fields of ``content/readings`` and the key of the ``indicator``,
            or a frame with such columns. None, and a number that is none outside ``value``, stand
            for a field that is missing.
        replacing: One for the same indicator, place and period replaces the old. Else it is the
            rival of one by another source, and refused beside one by its own.

    Raises:
        ContentError: With every row that cannot be used; lines count the rows from 1.
        TypeError: `rows` are neither.
    """
    problems = Problems()
    added = add_rows(content, rows, problems, replacing=replacing)
    problems.lower(content.project.lowered)
    problems.settle()
    return added


def missing_of(content: Content) -> tuple[Diagnostic, ...]:
    """Warn of places in charts and tables that have no figure, in the order of files and lines."""
    problems = Problems()
    check_missing(content, problems)
    problems.lower(content.project.lowered)
    return problems.warnings()


def figure_of(content: Content, chart: str, made: GivenFigure, given: Mapping[str, Any]) -> Content:
    """Put a figure in the place that a chart keeps for it.

    Args:
        content: Stays as it is.
        chart: The name of a chart.
        made: The figure.
        given: What goes with it, each of it None where the chart's own spec says it: ``title``,
            ``alt`` and ``note`` as plain text; ``data`` as rows, or a frame, whose first column
            names the categories, with ``unit``, ``decimals``, ``source``, ``locator`` and ``also``.

    Raises:
        ContentError: With every row that cannot be used; lines count the rows from 1.
        ValueError: The chart takes no figure, or neither it nor `given` has the data and the words.
    """
    problems = Problems()
    added = add_figure(content, chart, made, given, problems)
    problems.lower(content.project.lowered)
    problems.settle()
    return added
