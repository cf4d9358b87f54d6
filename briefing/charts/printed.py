"""What is printed of a number: its rounded value, and what its last digit is worth."""

from decimal import Decimal
from functools import lru_cache

from briefing.model.chart import Scale
from briefing.numbers.conventions import conventions_of
from briefing.numbers.decimals import enough_decimals, round_number


@lru_cache(maxsize=4096)
def as_printed(value: float, scale: Scale) -> float:
    """Round a value to what is printed of it."""
    number, power = _rounded(value, scale)
    return float(number.scaleb(power))


def last_digit(value: float, scale: Scale) -> Decimal:
    """Tell what the last printed digit of a number is worth."""
    number, power = _rounded(value, scale)
    return Decimal(1).scaleb(int(number.as_tuple().exponent) + power)


def _rounded(value: float, scale: Scale) -> tuple[Decimal, int]:
    """Give the printed digits, and the power of ten that is named beside them."""
    conventions = conventions_of(scale.language)
    compact = scale.unit.compact
    decimals = enough_decimals((value,), scale.decimals, conventions, compact=compact)
    rounded = round_number(value, decimals, conventions, compact=compact)
    return rounded.number, rounded.scale.power if rounded.scale else 0
