"""Text that path effects paint over and over: told once, with a halo where it is one."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from matplotlib.path import Path

from briefing.charts.figures.inks import Ink
from briefing.charts.figures.sheet import Clip
from briefing.charts.figures.text import Line
from briefing.model.drawing import Halo

if TYPE_CHECKING:
    from briefing.charts.figures.paths import Matrix


class Pass(NamedTuple):
    """One time that a line of text is painted, as outlines."""

    path: Path
    matrix: "Matrix"
    ink: Ink | None
    clip: Clip | None


class Passes:
    """The times that one line of text is painted, one after the other.

    Attributes:
        line: The text; None before the first.
    """

    __slots__ = ("_passes", "line")

    def __init__(self) -> None:
        self.line: Line | None = None
        self._passes: list[Pass] = []

    def add(self, line: Line, one: Pass) -> None:
        """Note that the line is painted once more."""
        self.line = line
        self._passes.append(one)

    def told(self) -> "Told":
        """Choose which of them is the text itself, and forget them all."""
        line, self.line = self.line, None
        passes, self._passes = self._passes, []
        at = _main(passes)
        if at is None:
            return Told(passes, None, None, [])
        halo = _halo(passes[at - 1], passes[at]) if at and line and not line.is_math else None
        before = passes[: at - 1] if halo else passes[:at]
        return Told(before, passes[at], halo, passes[at + 1 :])


class Told(NamedTuple):
    """A line of text with what is painted below and above it.

    Attributes:
        main: That which is painted as text; None where all are outlines.
        halo: Of the main one.
    """

    before: list[Pass]
    main: Pass | None
    halo: Halo | None
    after: list[Pass]


def _main(passes: list[Pass]) -> int | None:
    """The last one that only fills the letters."""
    for at in range(len(passes) - 1, -1, -1):
        ink = passes[at].ink
        if ink is not None and ink.fill is not None and ink.stroke is None:
            return at
    return None


def _halo(below: Pass, main: Pass) -> Halo | None:
    """What is painted just below text is its halo, if it is a rim at the same place."""
    rim, fill = below.ink, main.ink
    if rim is None or fill is None or rim.stroke is None or rim.dash:
        return None
    if rim.stroke_alpha != fill.fill_alpha or below.clip != main.clip:
        return None
    if not np.allclose(below.matrix, main.matrix, atol=1e-6):
        return None
    return Halo(rim.stroke, rim.width / 2)
