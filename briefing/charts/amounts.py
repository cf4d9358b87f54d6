"""What of an amount is certain, what is possible, and where it is open."""

from typing import Literal, assert_never

from msgspec import Struct

from briefing.model.country import Amount

Side = Literal[-1, 0, 1]


class Reach(Struct, frozen=True):
    """How an amount is drawn from zero.

    Attributes:
        sure: As far as this it certainly reaches; drawn solid.
        least: The possible lies between this ...
        most: ... and this; drawn light. Equal where nothing is open.
        open: To which side it may go on without an end: -1 down, 1 up, 0 neither.
        bound: Only the far end of what is possible is known ("up to 2").
    """

    sure: float
    least: float
    most: float
    open: Side
    bound: bool

    @property
    def tip(self) -> float:
        """The end farthest from zero, where the label stands."""
        return self.most if abs(self.most) >= abs(self.least) else self.least


def reach_of(amount: Amount) -> Reach:
    """Tell how far an amount reaches."""
    low, high = ends_of(amount)
    if low is None or high is None:
        return _bounded(low, high)
    if low == high:
        return Reach(low, low, low, 0, bound=False)
    if low < 0 < high:
        return Reach(0.0, low, high, 0, bound=False)
    return Reach(low if low >= 0 else high, low, high, 0, bound=False)


def _bounded(low: float | None, high: float | None) -> Reach:
    if low is None:
        end = high or 0.0
        if end < 0:
            return Reach(end, end, end, -1, bound=False)
        return Reach(0.0, 0.0, end, 0, bound=True)
    if low < 0:
        return Reach(0.0, low, 0.0, 0, bound=True)
    return Reach(low, low, low, 1, bound=False)


def ends_of(amount: Amount) -> tuple[float | None, float | None]:
    """Give both ends; "about" and "nearly" are a number like any other."""
    low, high = amount.low, amount.high
    if low is not None and high is not None and low != high:
        return low, high
    best = amount.best
    match amount.qualifier:
        case "up to":
            return None, best
        case "at least" | "over":
            return best, None
        case "about" | "nearly":
            return best, best
        case "":
            return low, high
        case _:
            assert_never(amount.qualifier)
