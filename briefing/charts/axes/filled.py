"""A scale without an axis: as large as there is room, and no larger than is honest."""

from collections.abc import Sequence

from briefing.charts.amounts import ends_of
from briefing.charts.axes.scale import Linear
from briefing.charts.printed import last_digit
from briefing.model.chart import Scale
from briefing.model.country import Amount

_STEPS = 4  # of the last printed digit: what differs by less is not drawn as if it were much


def fill(amounts: Sequence[Amount], scale: Scale, bottom: float, top: float) -> Linear:
    """Use all of the height, unless the values hardly differ as they are printed."""
    values = [amount.best for amount in amounts]
    values += [end for amount in amounts for end in ends_of(amount) if end is not None]
    low, high = min(values), max(values)
    least = _STEPS * float(last_digit(max(abs(low), abs(high)), scale))
    if high - low < least:
        middle = (low + high) / 2
        low, high = middle - least / 2, middle + least / 2
    if low == high:
        low, high = low - abs(low), high + abs(high)
    return Linear(low, high, bottom, top)
