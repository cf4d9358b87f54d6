"""What the spec of a chart is read with."""

from collections.abc import Mapping
from typing import NamedTuple

from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.files import Files, TextFile
from briefing.load.syntax.problems import Problems
from briefing.model.chart_spec import ChartOptions, ChartSource
from briefing.model.country import Indicator

FOLDER = "content/charts"

BESIDE = (".csv", ".py")
"""How files end that may stand beside the specs: figures, and programs that draw."""


class Reader(NamedTuple):
    """The fields of one chart, and all that is known when they are read.

    Attributes:
        runs_code: The project has functions of its own called.
        has_boundaries: It says whose outlines of countries maps are drawn with.
    """

    fields: Fields
    file: TextFile
    files: Files
    checker: Checker
    indicators: Mapping[str, Indicator] | None
    runs_code: bool = False
    has_boundaries: bool = True

    @property
    def problems(self) -> Problems:
        """What is wrong is taken down here."""
        return self.fields.problems


Read = tuple[ChartOptions, ChartSource | None]
