"""A canvas that measures with the document's faces, and the figure set to its size."""

from collections.abc import Iterator
from contextlib import contextmanager

from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.figure import Figure

from briefing.charts.figures.renderer import Renderer


class Canvas(FigureCanvasBase):
    """What layout engines ask for a renderer."""

    def __init__(self, figure: Figure, renderer: Renderer) -> None:
        super().__init__(figure)
        self._renderer = renderer

    def get_renderer(self) -> Renderer:
        """Give the renderer that the figure is recorded with."""
        return self._renderer


@contextmanager
def set_to(figure: Figure, renderer: Renderer) -> Iterator[None]:
    """Give a figure a canvas and its size in points for as long as it is drawn."""
    canvas, size, dpi = figure.canvas, figure.get_size_inches(), figure.dpi
    Canvas(figure, renderer)
    try:
        figure.dpi = renderer.dpi
        width, height = renderer.width / renderer.dpi, renderer.height / renderer.dpi
        figure.set_size_inches(width, height, forward=False)
        yield
    finally:
        figure.dpi = dpi
        figure.set_size_inches(size[0], size[1], forward=False)
        figure.set_canvas(canvas)
