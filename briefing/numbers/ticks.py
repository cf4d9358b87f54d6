"""Round numbers along an axis."""

from decimal import Decimal
from functools import lru_cache
from math import ceil, floor, isfinite

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))


@lru_cache(maxsize=1024)
def axis_ticks(low: float, high: float, count: int) -> tuple[float, ...]:
    """Choose evenly spaced round numbers, 1, 2, 2.5 or 5 times a power of ten apart.

    Args:
        low: The first tick is at most this.
        high: The last tick is at least this; where it equals `low`, the axis is widened by one
            step.
        count: The most ticks there may be, 2 or more.

    Returns:
        As many as the finest step gives, ascending, 2 to `count` of them.

    Raises:
        ValueError: The ends are not finite, in the wrong order, or `count` is below 2.
    """
    if not (isfinite(low) and isfinite(high)) or low > high or count < 2:
        raise ValueError(f"no axis goes from {low!r} to {high!r} in {count} ticks")
    first, last = Decimal(repr(low)), Decimal(repr(high))
    if first == last:
        power = abs(last).adjusted() if last else 0
    else:
        power = ((last - first) / count).adjusted()
    while True:
        for step in _STEPS:
            step = step.scaleb(power)
            start, end = floor(first / step), ceil(last / step)
            if start == end:
                end += 1
            if end - start < count:
                return tuple(float(step * at) for at in range(start, end + 1))
        power += 1
