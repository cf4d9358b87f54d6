"""Whether what came as a figure is one, and shows something that can be printed."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import Collection, QuadMesh, TriMesh
from matplotlib.figure import Figure, FigureBase, SubFigure
from matplotlib.lines import Line2D

_MESHES = (QuadMesh, TriMesh)  # whose paths would be made anew by asking for them


def not_a_figure(value: Any) -> tuple[str, str] | None:
    """Say what something is instead of a Figure, and what to hand over; None if it is one."""
    if isinstance(value, Figure):
        return None
    if value is None:
        return "nothing", "return the Figure"
    kind = type(value)
    if kind.__module__.partition(".")[0] == "plotnine" and hasattr(value, "draw"):
        return f"a {kind.__name__}", "wanted: what its method draw() gives"
    if isinstance(value, SubFigure):
        return "a SubFigure", "wanted: the Figure that it is a part of"
    if isinstance(getattr(value, "figure", None), FigureBase):
        article = "an" if kind.__name__[0] in "AEIOU" else "a"
        return f"{article} {kind.__name__}", "wanted: its figure, as in 'axes.figure'"
    return f"{kind.__name__}", "wanted: a matplotlib Figure"


def is_empty(figure: FigureBase) -> bool:
    """Tell whether a figure shows nothing but axes."""
    return not any(map(_shows, _artists(figure)))


def _artists(figure: FigureBase) -> Iterator[Artist]:
    """Go through all that is drawn in a figure; what belongs to axes themselves is passed over.

    `findobj` would make every tick.
    """
    yield from _listed(figure, ("artists", "lines", "patches", "texts", "images", "legends"))
    for part in figure.subfigs:
        yield from _artists(part)
    whole: Any = figure
    for axes in whole.axes if isinstance(figure, Figure) else ():
        yield from _of(axes)


def _of(axes: Any) -> Iterator[Artist]:
    if axes.get_visible():
        parts = ("artists", "lines", "patches", "collections", "texts", "images", "tables")
        yield from _listed(axes, parts)
        for inset in axes.child_axes:
            yield from _of(inset)


def _listed(owner: Any, names: Iterable[str]) -> Iterator[Artist]:
    for name in names:
        for artist in getattr(owner, name):
            if artist.get_visible():
                yield artist


def _shows(artist: Any) -> bool:
    if isinstance(artist, Line2D):
        return bool(np.isfinite(artist.get_xydata()).all(axis=-1).any())
    if isinstance(artist, _MESHES):
        return True
    if isinstance(artist, Collection):
        return len(artist.get_paths()) > 0 and _is_anywhere(artist)
    text = getattr(artist, "get_text", None)
    return bool(text()) if text is not None else True


def _is_anywhere(collection: Any) -> bool:
    offsets: Any = np.ma.filled(np.ma.asarray(collection.get_offsets(), dtype=float), np.nan)
    return bool(np.isfinite(offsets).all(axis=-1).any())
