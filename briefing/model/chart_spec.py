"""Charts as authors write them."""

from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.model.prose import Conditions, Inline, Width
from briefing.units import Pt


class Comparison(Struct, frozen=True):
    """A line to compare with: computed from the data, or a given number."""

    value: Literal["mean", "median"] | float
    label: str


class BarOptions(Struct, frozen=True):
    """What a bar chart may say; one bar for each place, or for each period of one place.

    Attributes:
        places: One bar each; empty where the bars are periods.
        place: Whose periods are the bars, ``"country"`` for the brief's own; empty otherwise.
    """

    places: tuple[str, ...]
    place: str
    sort: Literal["descending", "ascending", "none"]
    reference: Comparison | None


class LineOptions(Struct, frozen=True):
    """What a line chart may say: its lines, each with every period that has a reading.

    Attributes:
        places: One line each, of the only indicator; or the one place, ``"country"`` for the
            brief's own, of which each indicator is a line.
    """

    places: tuple[str, ...]
    reference: Comparison | None


class ChartSpec(Struct, frozen=True):
    """A chart made from readings.

    Attributes:
        indicators: At least one; all in the same unit.
        highlight: The key of what is picked out (a place or indicator), ``"country"`` for the
            brief's own place, or empty.
        span: How much of the measure it takes.
        height: Of the plot, in points.
        options: Those of its kind; their type is the kind.
    """

    id: str
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    note: tuple[Inline, ...]
    indicators: tuple[str, ...]
    highlight: str
    span: Width
    height: Pt
    options: BarOptions | LineOptions
    conditions: Conditions
    where: Location
