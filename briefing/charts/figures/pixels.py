"""What can only be painted as picture elements: through Agg. Imported where it is needed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib import rc_context
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.figure import Figure

from briefing.charts.figures.images import FINEST, PER_POINT, Placed, cropped, fine
from briefing.charts.figures.renderer import Renderer
from briefing.charts.figures.text import IsMath

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.font_manager import FontProperties


_PIECE = 20_000  # vertices of a line, which Agg must be able to hold


class Mixed(MixedModeRenderer):
    """Records, and paints what must be picture elements; its text is told all the same."""

    _vector_renderer: Renderer

    def __init__(self, figure: Figure, renderer: Renderer) -> None:
        size = renderer.width / renderer.dpi, renderer.height / renderer.dpi
        super().__init__(  # type: ignore[no-untyped-call]
            figure, *size, FINEST, renderer
        )
        self._is_for_filter = False

    def start_filter(self) -> None:
        """Begin what is painted through a filter."""
        if self._raster_renderer is None:
            self._is_for_filter = True
            self.start_rasterizing()  # type: ignore[no-untyped-call]
        self._renderer.start_filter()

    def stop_filter(self, filter_func: Callable[..., Any]) -> None:
        """End it."""
        self._renderer.stop_filter(filter_func)
        if self._is_for_filter:
            self._is_for_filter = False
            self.stop_rasterizing()  # type: ignore[no-untyped-call]

    def draw_text(
        self,
        gc: "GraphicsContextBase",
        x: float,
        y: float,
        s: str,
        prop: "FontProperties",
        angle: float,
        ismath: IsMath = False,
        mtext: Any = None,
    ) -> None:
        """Paint a line of text, and tell it where it is painted as picture elements."""
        self._renderer.draw_text(gc, x, y, s, prop, angle, ismath, mtext)
        if self._raster_renderer is not None:
            place = float(x) / PER_POINT, float(y) / PER_POINT
            self._vector_renderer.hide_text(*place, s, prop, float(angle), ismath)


def draw_mixed(figure: Figure, renderer: Renderer) -> None:
    """Draw a figure of which something must be picture elements; long lines piece by piece."""
    with rc_context({"agg.path.chunksize": _PIECE}):
        figure.draw(Mixed(figure, renderer))  # type: ignore[arg-type]


def painted_in_pixels(
    size: tuple[float, float], paint: Callable[[RendererAgg], None]
) -> Placed | None:
    """Paint something alone.

    Args:
        size: Of the figure, in points.
        paint: Gets coordinates in picture elements.

    Returns:
        What is seen; None if nothing is.
    """
    agg = RendererAgg(size[0] * PER_POINT, size[1] * PER_POINT, FINEST)  # type: ignore[no-untyped-call]
    paint(agg)
    elements = np.asarray(agg.buffer_rgba())  # type: ignore[no-untyped-call]
    found = cropped(elements)
    if found is None:
        return None
    kept, left, top = found
    # The canvas is as many whole elements high as fit, and hangs from its lower edge.
    beyond = size[1] * PER_POINT - elements.shape[0]
    return fine(kept, left / PER_POINT, (top + beyond) / PER_POINT)
