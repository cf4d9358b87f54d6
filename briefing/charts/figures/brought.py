"""A Figure that a caller brings: kept as it was then, and drawn from a copy each time."""

import copy
import pickle
from typing import Any

from matplotlib.figure import Figure

_UNPICKLED = (pickle.PicklingError, AttributeError, TypeError, NotImplementedError, RecursionError)


class Brought:
    """A Figure at the moment when it was brought; whatever is done to it later is not seen.

    In another process it is unpacked when it is drawn, if it ever is.
    """

    __slots__ = ("_chart", "_figure", "_packed")

    def __init__(self, chart: str, figure: Figure) -> None:
        """Keep a copy.

        Raises:
            ValueError: It holds something that cannot be copied.
        """
        self._chart = chart
        self._packed = b""
        try:
            self._figure: Figure | None = _copied(figure)
        except _UNPICKLED as error:
            raise ValueError(f"the figure for {chart!r} cannot be copied: {error}") from error

    def figure(self) -> Figure:
        """Give a copy of its own to who draws it, for drawing changes it."""
        if self._figure is None:
            figure: Figure = pickle.loads(self._packed)
            return figure
        return _copied(self._figure)

    def __reduce__(self) -> tuple[Any, ...]:
        if self._figure is not None:
            try:
                self._packed = pickle.dumps(self._figure)
            except _UNPICKLED as error:
                raise ValueError(
                    f"the figure for {self._chart!r} cannot be sent to another process: {error}; "
                    "make the briefs with workers=1, or use functions that have a name, not lambda"
                ) from error
        return _unpacked, (self._chart, self._packed)


def _unpacked(chart: str, packed: bytes) -> Brought:
    brought = Brought.__new__(Brought)
    brought._chart, brought._packed, brought._figure = chart, packed, None
    return brought


def _copied(figure: Figure) -> Figure:
    """Copy a figure without its window: a plain copy of one of pyplot's would open another."""
    kind: Any = type(figure)
    copied: Any = kind.__new__(kind)
    state: Any = figure.__getstate__()
    state.pop("_restore_to_pylab", None)
    copied.__setstate__(copy.deepcopy(state, {id(figure): copied}))
    kept: Figure = copied
    return kept
