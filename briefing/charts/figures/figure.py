"""Figures that matplotlib makes."""

import gc

from msgspec import Struct

from briefing.charts.look import Frame
from briefing.charts.plot import Named, Plot, grid_amounts, grid_table
from briefing.charts.words import Words
from briefing.errors import ContentError, Diagnostic
from briefing.model.chart import FigureChart

_NEEDED = ("matplotlib", "numpy", "cycler")


class Figure(Struct, frozen=True):
    """A figure of matplotlib's with the data that it shows."""

    data: FigureChart

    def amounts(self) -> list[Named]:
        """List all amounts that there are."""
        return grid_amounts(self.data.grid)

    def plot(self, frame: Frame) -> Plot:
        """Make it in the house style, exactly as large as it is wanted."""
        try:
            from briefing.charts.figures.making import make  # late: with it comes matplotlib
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in _NEEDED:
                raise
            message = f"this chart needs {error.name}, which is not installed"
            hint = "pip install 'briefing[charts]'"
            raise ContentError([Diagnostic(frame.where, message, hint)]) from error
        painted = make(self.data, frame)
        if not gc.isenabled():
            gc.collect(0)  # a figure is full of cycles, and nobody else would free it
        return Plot(painted, frame.height, in_order=True)

    def describe(self, title: str, words: Words) -> list[str]:  # noqa: ARG002
        """Refuse: nobody but the author knows what a figure shows."""
        raise ValueError(f"the figure {title!r} comes without an alternative text")

    def table(self) -> str:
        """Write its data as CSV."""
        return grid_table(self.data.grid, self.data.scale)
