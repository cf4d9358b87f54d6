"""Room for names and titles, in a figure whose author left that to matplotlib."""

from typing import Any

import matplotlib
from matplotlib.figure import Figure
from matplotlib.layout_engine import TightLayoutEngine

_SIDES = ("left", "right", "bottom", "top", "wspace", "hspace")


def arrange(figure: Figure) -> None:
    """Lay out a figure so that nothing of it overlaps or is cut off.

    One whose parts have been placed, or that has a layout of its own, is left as it is. It is done
    so late because seaborn's grids and others do not work with a layout that is there before them.
    """
    if figure.get_layout_engine() is not None or not figure.axes:
        return
    if _is_untouched(figure) and all(axes.get_subplotspec() for axes in figure.axes):
        # Scales of colour that were made without a layout suit the older engine alone.
        old = any(hasattr(axes, "_colorbar") for axes in figure.axes)
        figure.set_layout_engine(_close() if old else "constrained")


def _close() -> TightLayoutEngine:
    return TightLayoutEngine(pad=0.1, w_pad=1.0, h_pad=1.0)


def _is_untouched(figure: Figure) -> bool:
    settings: Any = matplotlib.rcParams
    given = figure.subplotpars
    return all(getattr(given, side) == settings[f"figure.subplot.{side}"] for side in _SIDES)
