"""Round numbers along an axis on which equal steps are equal ratios."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from math import floor, log10

from briefing.charts.axes.scale import Tick, compact_decimals, decimals_of, print_value
from briefing.model.chart import Scale

_HALVES = (1, 2, 5)  # in a decade


@lru_cache(maxsize=1024)
def log_ticks(low: float, high: float, most: int, scale: Scale) -> tuple[Tick, ...]:
    """Choose ticks that enclose all values, at least two: 1, 2, 5, 10, ... or powers of ten.

    Each has the decimals it needs; the unit stands at the last one only.

    Raises:
        ValueError: `low` is not above zero.
    """
    if low <= 0:
        raise ValueError(f"{low!r} has no place on a logarithmic scale; it must be above zero")
    values = next(values for values in _choices(low, high) if len(values) <= max(most, 3))
    digits = compact_decimals if scale.unit.compact else decimals_of
    last = len(values) - 1
    return tuple(
        Tick(value, print_value(value, scale, max(digits(value), 0), bare=number < last))
        for number, value in enumerate(values)
    )


def _choices(low: float, high: float) -> Iterator[Sequence[float]]:
    """Give rows of round numbers, each coarser than the one before."""
    bottom, top = floor(log10(low)) - 1, floor(log10(high)) + 2
    yield _enclosing(
        [_round(step, at) for at in range(bottom, top + 1) for step in _HALVES], low, high
    )
    for stride in count(1):
        first = bottom // stride * stride
        yield _enclosing([_round(1, at) for at in range(first, top + stride, stride)], low, high)


def _round(step: int, power: int) -> float:
    return float(f"{step}e{power}")


def _enclosing(values: Sequence[float], low: float, high: float) -> Sequence[float]:
    """Cut off what is not needed; an only value stands between its neighbours."""
    first = max(number for number, value in enumerate(values) if value <= low)
    last = min(number for number, value in enumerate(values) if value >= high)
    if first == last:
        return values[max(first - 1, 0) : last + 2]
    return values[first : last + 1]
