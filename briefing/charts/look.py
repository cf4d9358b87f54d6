"""How the parts of a chart look, and the frame that a chart is drawn in."""

from functools import lru_cache
from itertools import cycle, islice

from msgspec import Struct
from msgspec.structs import replace

from briefing.charts.colours import WHITE, mix, readable
from briefing.charts.shapes.paths import MarkerKind
from briefing.charts.words import Words
from briefing.errors import Location
from briefing.model.style import ChartStyle, Colour, TextStyle
from briefing.text.fonts import Fonts
from briefing.units import Pt

LEADING = 1.2
"""From line to line of a label, in ems."""


class Ink(Struct, frozen=True):
    """What tells one series from the others: colour, dashes and marker, never colour alone.

    Attributes:
        tint: For areas.
        width: Of lines.
    """

    colour: Colour
    tint: Colour
    width: float
    dash: tuple[float, ...]
    marker: MarkerKind
    name: TextStyle
    value: TextStyle


class Look(Struct, frozen=True):
    """A chart style with all that follows from it.

    Attributes:
        quiet: Of what belongs to axes.
        aside: Of remarks, such as "no data".
    """

    accent: Colour
    neutral: Colour
    series: tuple[Colour, ...]
    grid: Colour
    axis: Colour
    name: TextStyle
    strong_name: TextStyle
    value: TextStyle
    strong_value: TextStyle
    quiet: TextStyle
    aside: TextStyle

    @property
    def size(self) -> float:
        """The measure of gaps: the size of a name."""
        return self.name.size


class Frame(Struct, frozen=True):
    """What a chart is drawn in and with.

    Attributes:
        height: The wanted height.
        where: Of the chart, for what is told of it.
    """

    width: Pt
    height: Pt
    look: Look
    fonts: Fonts
    words: Words
    where: Location = Location("", 1)


@lru_cache(maxsize=32)
def look_of(style: ChartStyle) -> Look:
    """Derive everything from a style."""
    quiet = replace(style.label, colour=readable(style.axis))
    return Look(
        accent=style.accent,
        neutral=style.neutral,
        series=style.series,
        grid=style.grid,
        axis=style.axis,
        name=style.label,
        strong_name=replace(style.label, bold=True),
        value=style.value,
        strong_value=replace(style.value, bold=True, colour=readable(style.accent)),
        quiet=quiet,
        aside=replace(quiet, italic=True),
    )


# Five colours, six dashes, seven markers: numbers without a common divisor, so that any two of
# the first 30 series agree in one of the three at most.
_DASHES: tuple[tuple[float, ...], ...] = (
    (5.5, 2.0), (2.0, 1.6), (7.5, 2.0, 1.6, 2.0), (3.6, 3.0), (10.0, 2.2), (),
)  # fmt: skip
_MARKERS: tuple[MarkerKind, ...] = (
    "square", "triangle", "diamond", "wedge", "plus", "cross", "circle",
)  # fmt: skip
_PLAIN_WIDTH, _STRONG_WIDTH = 1.35, 2.3


@lru_cache(maxsize=64)
def inks(look: Look, highlighted: tuple[bool, ...]) -> tuple[Ink, ...]:
    """Choose an ink for each series; `highlighted` tells which are picked out.

    With five colours, 30 series differ from each other in two of colour, dashes and marker.
    """
    plain = iter(_plain_inks(look, highlighted.count(False), solid_first=not any(highlighted)))
    strong = iter(_strong_inks(look, highlighted.count(True)))
    return tuple(next(strong if picked else plain) for picked in highlighted)


def _plain_inks(look: Look, count: int, *, solid_first: bool) -> list[Ink]:
    dashes = _DASHES[-1:] + _DASHES[:-1] if solid_first else _DASHES
    markers = _MARKERS[-1:] + _MARKERS[:-1] if solid_first else _MARKERS
    looks = zip(cycle(look.series), cycle(dashes), cycle(markers), strict=False)
    return [
        _ink(look, colour, _PLAIN_WIDTH, dash, marker)
        for colour, dash, marker in islice(looks, count)
    ]


def _strong_inks(look: Look, count: int) -> list[Ink]:
    looks = zip(cycle(((), *_DASHES)), cycle(("circle", *_MARKERS)), strict=False)
    return [
        _ink(look, look.accent, _STRONG_WIDTH, dash, marker)
        for dash, marker in islice(looks, count)
    ]


def _ink(
    look: Look, colour: Colour, width: float, dash: tuple[float, ...], marker: MarkerKind
) -> Ink:
    text = readable(colour)
    return Ink(
        colour=colour,
        tint=mix(colour, WHITE, 0.75),
        width=width,
        dash=dash,
        marker=marker,
        name=replace(look.name, colour=text, bold=True),
        value=replace(look.value, colour=text, bold=False),
    )
