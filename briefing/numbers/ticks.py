"""Round numbers along an axis."""

from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, isfinite, log10

_STEPS = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5))


@lru_cache(maxsize=1024)
def axis_ticks(low: float, high: float, count: int) -> tuple[float, ...]:
    """Choose evenly spaced round numbers, 1, 2, 2.5 or 5 times a power of ten apart.

    Args:
        low: The first tick is at most this.
        high: The last tick is at least this; where it equals `low`, the axis is widened by one
            step.
        count: The most ticks there may be, 2 or more; where zero lies between the ends it is one
            of them, so that there are 3 at least.

    Returns:
        As many as the finest step gives, ascending.

    Raises:
        ValueError: The ends are not finite, in the wrong order, or `count` is below 2.
    """
    if not (isfinite(low) and isfinite(high)) or low > high or count < 2:
        raise ValueError(f"no axis goes from {low!r} to {high!r} in {count} ticks")
    most = max(count, 3) if low < 0 < high else count
    first, last = Fraction(repr(low)), Fraction(repr(high))  # 1.1 as it is written, not as it is
    power = floor(log10((high - low) / most or abs(high) or 1))
    while True:
        for step in _STEPS:
            exact = step * Fraction(10) ** power
            start, end = floor(first / exact), ceil(last / exact)
            if start == end:
                end += 1
            if end - start < most:
                return tuple([float(exact * at) for at in range(start, end + 1)])
        power += 1
