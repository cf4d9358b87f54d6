"""Amounts as what they say of a number: from where to where it may lie."""

from decimal import Decimal
from typing import NamedTuple

from briefing.model.country import Amount, Indicator, Qualifier, Unit
from briefing.numbers import as_printed

_NEAR = 0.05  # what is about a number may differ from it by so much of it


class Interval(NamedTuple):
    """Where a number lies; ends are part of it unless they are open, None where there is none.

    Attributes:
        is_rough: Its one number is about right.
    """

    low: float | None
    high: float | None
    opens: bool = False
    closes: bool = False
    is_rough: bool = False

    @property
    def is_one(self) -> bool:
        """It is a single number, and exact."""
        return self.low is not None and self.low == self.high and not self.is_rough

    def less(self, other: "Interval") -> "Interval":
        """Subtract another one."""
        low, opens = _end(self.low, other.high, self.opens or other.closes)
        high, closes = _end(self.high, other.low, self.closes or other.opens)
        return Interval(low, high, opens, closes, self.is_rough or other.is_rough)

    def turned(self) -> "Interval":
        """Turn the sign over."""
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.closes, self.opens, self.is_rough)

    def scaled(self, factor: float) -> "Interval":
        """Multiply by a number above zero."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return self._replace(low=low, high=high)

    def over(self, other: "Interval") -> "Interval | None":
        """Divide by another one; None where that may be zero or less, or one of them below it."""
        if any(end is not None and end < 0 for end in (self.low, other.low)):
            return None
        low = self.low / other.high if self.low is not None and other.high else None
        high = self.high / other.low if self.high is not None and other.low else None
        if low is None and high is None:
            return None
        opens, closes = self.opens or other.closes, self.closes or other.opens
        return Interval(low, high, opens, closes, self.is_rough or other.is_rough)

    def amount(self) -> Amount:
        """Give it as it is printed."""
        if self.low is not None and self.low == self.high:
            return Amount(self.low, self.high, "about" if self.is_rough else "")
        qualifier: Qualifier = ""
        if self.high is None:
            qualifier = "over" if self.opens else "at least"
        elif self.low is None:
            qualifier = "nearly" if self.closes else "up to"
        return Amount(self.low, self.high, qualifier)


def interval(amount: Amount) -> Interval:
    """Say where an amount lies."""
    qualifier = amount.qualifier
    return Interval(
        amount.low, amount.high, qualifier == "over", qualifier == "nearly", qualifier == "about"
    )


def as_said(amount: Amount, indicator: Indicator, unit: Unit, language: str) -> Amount:
    """Round an amount as it is printed, so that readers can check what follows from it."""
    low, high = (
        end if end is None else as_printed(end, indicator.decimals, language, compact=unit.compact)
        for end in (amount.low, amount.high)
    )
    return Amount(low, high, amount.qualifier)


def order(one: Interval, other: Interval) -> int | None:
    """Tell which is less: -1 the first, 1 the other, 0 neither; None where that is not known."""
    if one.is_one and other.is_one and one.low == other.low:
        return 0
    one, other = _widened(one), _widened(other)
    if _is_below(one, other):
        return -1
    return 1 if _is_below(other, one) else None


def _is_below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.closes or other.opens))


def _widened(one: Interval) -> Interval:
    if not one.is_rough or one.low is None or one.high is None:
        return one
    return Interval(one.low - abs(one.low) * _NEAR, one.high + abs(one.high) * _NEAR)


def _end(one: float | None, other: float | None, is_open: bool) -> tuple[float | None, bool]:
    if one is None or other is None:
        return None, False
    # As it would be written down: 1.5 - 1.1 is 0.4.
    return float(Decimal(repr(one)) - Decimal(repr(other))), is_open
