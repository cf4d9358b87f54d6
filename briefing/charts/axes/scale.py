"""From values to places, and the round numbers along an axis."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, log

from msgspec import Struct

from briefing.model.chart import Scale
from briefing.model.country import Amount
from briefing.numbers import axis_ticks, format_amount

NBSP = "\u00a0"


class Linear(Struct, frozen=True):
    """A scale on which equal steps of value are equal steps of place.

    Attributes:
        low: The value that stands at `start`.
        high: The value that stands at `end`; never equal to `low`.
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Find the place of a value, in points."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


class Logarithmic(Struct, frozen=True):
    """A scale on which equal ratios of value are equal steps of place.

    Attributes:
        low: The value that stands at `start`; above zero.
        high: The value that stands at `end`; above zero, never equal to `low`.
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Find the place of a value above zero, in points."""
        base = log(self.low)
        share = (log(value) - base) / (log(self.high) - base)
        return self.start + share * (self.end - self.start)


Axis = Linear | Logarithmic


class Need(Struct, frozen=True):
    """What one mark needs on one side of zero.

    Attributes:
        value: How far it reaches, 0 or more.
        pad: Points that it needs beyond that, for its label.
    """

    value: float
    pad: float


def scale_around_zero(
    left: Iterable[Need], right: Iterable[Need], start: float, end: float
) -> Linear:
    """Make the largest scale on which every mark and its label stand between `start` and `end`.

    The room that two marks on opposite sides take grows with the scale, so the greatest room is a
    convex function of it, and Newton's method comes down to the root in a few steps.
    """
    lefts, rights = [Need(0.0, 0.0), *left], [Need(0.0, 0.0), *right]
    unit = max(need.value for need in (*lefts, *rights)) or 1.0
    negative = [(need.value / unit, need.pad) for need in lefts]
    positive = [(need.value / unit, need.pad) for need in rights]
    room = end - start
    length = room / (max(negative)[0] + max(positive)[0] or 1.0)
    while True:
        reach_left, pad_left = _widest(negative, length)
        reach_right, pad_right = _widest(positive, length)
        reach = reach_left + reach_right
        if not reach:
            break
        shorter = max((room - pad_left - pad_right) / reach, 0.0)
        if shorter >= length * (1 - 1e-12):
            break
        length = shorter
    zero = start + reach_left * length + pad_left
    return Linear(0.0, unit, zero, zero + length)


def _widest(needs: Sequence[tuple[float, float]], length: float) -> tuple[float, float]:
    return max(needs, key=lambda need: need[0] * length + need[1])


class Tick(Struct, frozen=True):
    """A round number along an axis."""

    value: float
    text: str


_COMPACT = 1e6  # from here on, a compact number names its scale
_FILLED = 0.75  # of an axis: where its values fill less, finer ticks are tried
_FAR = 0.8  # of the highest value: above it, the lowest is far from zero


@lru_cache(maxsize=1024)
def value_ticks(
    low: float, high: float, most: int, scale: Scale, tight: int = 0, *, bare: bool = False
) -> tuple[Tick, ...]:
    """Choose ticks that enclose all values; from zero, unless all values are far from it.

    They are no finer than the figures are printed: no half outposts, and what is printed as 0
    does not stand at the top. The unit stands at the last one only, a shared "million" likewise;
    where they are `bare`, no unit stands at all.
    There are `most` at most, but always two, and three where zero lies between the values; up to
    `tight` where much of the axis would be beyond the values otherwise.
    """
    if low == high or not (low > _FAR * high > 0 or high < _FAR * low < 0):
        low, high = min(low, 0.0), max(high, 0.0)
    least = 3 if low < 0 < high else 2  # zero stands among them
    values = _enclosing(low, high, least, max(most, least), scale)
    for count in range(most + 1, tight + 1):
        if high - low >= _FILLED * (values[-1] - values[0]):
            break
        finer = axis_ticks(low, high, count)
        if finer[-1] - finer[0] < values[-1] - values[0] and _are_printable(finer, scale):
            values = finer
    texts = _texts(values, scale, bare=bare)
    return tuple(Tick(value, text) for value, text in zip(values, texts, strict=True))


def _enclosing(low: float, high: float, least: int, most: int, scale: Scale) -> tuple[float, ...]:
    for count in range(most, least - 1, -1):
        values = axis_ticks(low, high, count)
        if _are_printable(values, scale):
            return values
    step = _finest(max(-low, high), scale)
    first, last = floor(Fraction(low) / step) * step, ceil(Fraction(high) / step) * step
    return axis_ticks(float(first), float(last), least)


def _are_printable(values: Iterable[float], scale: Scale) -> bool:
    return all(_is_printable(value, scale) for value in values)


def _is_printable(value: float, scale: Scale) -> bool:
    """Tell whether a tick is no finer than the figures; with a "million", by one digit at most."""
    if scale.unit.compact and abs(value) >= _COMPACT:
        return compact_decimals(value) <= scale.decimals + 1
    return decimals_of(value) <= scale.decimals


def _finest(value: float, scale: Scale) -> Fraction:
    """Give the smallest step that shows in the figures as they are printed."""
    power = _named_power(value) if scale.unit.compact and value >= _COMPACT else 0
    return Fraction(10) ** (power - scale.decimals)


def _texts(values: Sequence[float], scale: Scale, *, bare: bool) -> list[str]:
    digits = compact_decimals if scale.unit.compact else decimals_of
    decimals = max(0, *map(digits, values))
    texts = [print_value(value, scale, decimals if value else 0, bare=True) for value in values]
    shared = {text.partition(NBSP)[2] for text, value in zip(texts, values, strict=True) if value}
    if len(shared) == 1:
        texts = [text.partition(NBSP)[0] for text in texts]
    last = values[-1]
    return [*texts[:-1], print_value(last, scale, decimals if last else 0, bare=bare)]


def decimals_of(value: float) -> int:
    """Count the decimals that a number is written with; negative where it ends in zeros."""
    return -int(Decimal(repr(value)).normalize().as_tuple().exponent)


def compact_decimals(value: float) -> int:
    """Count decimals of what is left when millions, billions, ... are named."""
    power = _named_power(value) if abs(value) >= _COMPACT else 0
    return power + decimals_of(value)


def _named_power(value: float) -> int:
    return min(Decimal(repr(value)).adjusted() // 3 * 3, 12)


def print_value(value: float, scale: Scale, decimals: int, *, bare: bool) -> str:
    """Print a number with the unit as charts have it, or without."""
    return format_amount(
        Amount(value, value),
        scale.unit,
        decimals=decimals,
        language=scale.language,
        form="bare" if bare else "short",
    )
