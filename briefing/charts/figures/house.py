"""The house style for matplotlib: its settings for as long as a figure is made and drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import matplotlib
from cycler import cycler
from matplotlib.colors import LinearSegmentedColormap
from msgspec.structs import replace

from briefing.charts.colours import WHITE, mix
from briefing.charts.figures.faces import family_of
from briefing.charts.look import Look, inks
from briefing.model.style import TextStyle
from briefing.text.fonts import Fonts

_SHADES = "house"
_THIN = 0.6
_DEFAULT_WIDTH = 1.5  # of matplotlib's lines; dashes are told in widths


def families_of(fonts: Fonts, style: TextStyle) -> tuple[str, ...]:
    """Make the families of a text style known to matplotlib and give their names, first to last."""
    first = fonts.families[style.family]
    chain = [first, *[fonts.families[name] for name in first.fallback]]
    return tuple([family_of(replace(family, fallback=())) for family in chain])


@contextmanager
def house_style(look: Look, families: tuple[str, ...]) -> Iterator[None]:
    """Set matplotlib to the house style, and back.

    It starts from matplotlib's own defaults, not from those of whoever runs it. A figure must be
    drawn inside as well, for some settings are read only then.
    """
    with matplotlib.rc_context(), _without_windows(), _house_colours(look):
        matplotlib.rcdefaults()
        settings: Any = _settings(look, families)  # of all kinds
        matplotlib.rcParams.update(settings)
        yield


@contextmanager
def _house_colours(look: Look) -> Iterator[None]:
    """Name the shades of the house, from light to dark, in the way that settings need."""
    shades = [mix(look.series[0], WHITE, 0.9), look.series[0]]
    known = _SHADES in matplotlib.colormaps
    if not known:
        named = LinearSegmentedColormap.from_list(_SHADES, shades)
        matplotlib.colormaps.register(named, name=_SHADES)
    try:
        yield
    finally:
        if not known:
            matplotlib.colormaps.unregister(_SHADES)


@contextmanager
def _without_windows() -> Iterator[None]:
    """Keep pyplot from looking for a screen, unless the caller has chosen where it shows."""
    settings = matplotlib.rcParams
    chosen = dict.__getitem__(settings, "backend")
    if not isinstance(chosen, str):
        dict.__setitem__(settings, "backend", "agg")
    try:
        yield
    finally:
        dict.__setitem__(settings, "backend", chosen)


@lru_cache(maxsize=32)
def _settings(look: Look, families: tuple[str, ...]) -> dict[str, Any]:
    return {
        **_type(look, families),
        **_colours(look),
        **_axes(look),
        "figure.dpi": 72,  # points, so that what is rounded is rounded as it will be drawn
        "figure.constrained_layout.w_pad": 0.0,  # flush with the text of the page
        "figure.constrained_layout.h_pad": 0.02,
        "figure.constrained_layout.wspace": 0.04,
        "figure.constrained_layout.hspace": 0.04,
        "timezone": "UTC",
        "path.snap": False,
        "image.composite_image": False,
        "legend.framealpha": 0.85,
        "legend.fancybox": False,
        "legend.edgecolor": "none",
        "lines.linewidth": 1.35,
        "lines.markersize": 4.5,
        "patch.linewidth": _THIN,
        "hatch.linewidth": _THIN,
    }


def _type(look: Look, families: tuple[str, ...]) -> dict[str, Any]:
    first = families[0]
    size = look.name.size
    sizes = ("axes.titlesize", "axes.labelsize", "xtick.labelsize", "ytick.labelsize")
    more = ("legend.fontsize", "legend.title_fontsize", "figure.titlesize", "figure.labelsize")
    return {
        "font.family": list(families),
        "font.sans-serif": [*families, "DejaVu Sans"],
        "font.serif": [*families, "DejaVu Serif"],
        "font.cursive": list(families),
        "font.fantasy": list(families),
        "font.size": size,
        **dict.fromkeys((*sizes, *more), size),
        "axes.titleweight": "bold",
        "axes.titlelocation": "left",
        "figure.titleweight": "bold",
        "mathtext.fontset": "custom",
        "mathtext.rm": first,
        "mathtext.sf": first,
        "mathtext.it": f"{first}:italic",
        "mathtext.cal": f"{first}:italic",
        "mathtext.bf": f"{first}:bold",
        "mathtext.bfit": f"{first}:italic:bold",
        "mathtext.fallback": "stixsans",
    }


def _colours(look: Look) -> dict[str, Any]:
    text, axis = look.name.colour, look.quiet.colour
    return {
        "axes.prop_cycle": _cycle(look),
        "image.cmap": _SHADES,
        "patch.facecolor": look.series[0],
        "patch.edgecolor": WHITE,
        "text.color": text,
        "axes.titlecolor": text,
        "axes.labelcolor": axis,
        "axes.edgecolor": look.axis,
        "xtick.color": look.axis,
        "ytick.color": look.axis,
        "xtick.labelcolor": axis,
        "ytick.labelcolor": axis,
        "grid.color": look.grid,
        "boxplot.medianprops.color": look.accent,
        "boxplot.boxprops.color": look.axis,
        "boxplot.whiskerprops.color": look.axis,
        "boxplot.capprops.color": look.axis,
        "boxplot.flierprops.markeredgecolor": look.axis,
    }


def _cycle(look: Look) -> Any:
    """Tell lines apart by colour and dashes, as the charts of the house do."""
    series = inks(look, (False,) * 30)
    dashes = [(0, tuple([length / ink.width for length in ink.dash])) for ink in series]
    colours = [ink.colour for ink in series]
    styles = ["solid" if not dash else (start, dash) for start, dash in dashes]
    return cycler(color=colours, linestyle=styles)


def _axes(look: Look) -> dict[str, Any]:
    return {
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.linewidth": _THIN,
        "axes.axisbelow": True,
        "axes.titlepad": look.size * 0.7,
        "grid.linewidth": _THIN,
        **{
            f"{axis}.{part}": value
            for axis in ("xtick", "ytick")
            for part, value in (
                ("major.width", _THIN),
                ("major.size", 2.5),
                ("major.pad", 2.5),
                ("minor.width", _THIN / 2),
                ("minor.size", 1.5),
            )
        },
    }
