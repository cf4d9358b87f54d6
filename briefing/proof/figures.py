"""How readings may be printed: what of them is distinctive, and what may fill a gap."""

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from briefing.model.country import Amount, Date, Period, Reading, Unit
from briefing.model.forbidden import GAP
from briefing.proof.furniture import SCALE_WORDS

_WIDE = Context(prec=400)  # a number of any size is rounded
_SCALES = (3, 6, 9, 12)
_DIGITS_ALONE = 5  # a number of so many is a text of its own; a shorter one needs its unit
_DIGITS_WITH_UNIT = 3
_DIGITS_ON_AXES = 2  # of round numbers, which an axis may have


def distinctive(amount: Amount, unit: Unit, decimals: int, *, has_axis: bool) -> str:
    """The ways to print a figure that are hardly met by chance, with gaps between them.

    A short number says nothing: 16 is a page, a day, another country's share.

    Args:
        amount: The figure.
        unit: How it is printed.
        decimals: Likewise.
        has_axis: A chart may have such numbers along an axis.
    """
    found: dict[str, None] = {}
    short = unit.short.replace("{value}", "")
    patterns = [unit.pattern, *([unit.short] if any(map(str.isalpha, short)) else [])]
    for end in _ends(amount):
        digits = _count_digits(end)
        for number in _printed(end, decimals):
            if digits >= _DIGITS_ALONE:
                found[number] = None
            elif digits >= _DIGITS_WITH_UNIT:
                found.update((one.replace("{value}", number), None) for one in patterns)
        if unit.compact:
            least = _DIGITS_ON_AXES + 1 if has_axis else _DIGITS_ON_AXES
            found.update(dict.fromkeys(_compact(end, decimals, least)))
    return GAP.join(found)


def _compact(number: Decimal, decimals: int, least: int) -> Iterator[str]:
    """The number of thousands, millions and so on with that word, if it has digits enough."""
    for power, words in SCALE_WORDS.items():
        if abs(number) >= Decimal(10) ** power:
            for text in dict.fromkeys(
                _rounded(number.scaleb(-power), range(decimals, decimals + 1))
            ):
                if _count_digits(Decimal(text)) >= least:
                    yield from (f"{text} {word}" for word in words)


def _count_digits(number: Decimal) -> int:
    """Count the digits of a number without zeros at its ends."""
    return len(number.normalize().as_tuple().digits)


def fillings(reading: Reading, decimals: int) -> Iterator[str]:
    """Every number and period that a reading may put into a gap."""
    yield from fillings_of(reading.amount, decimals)
    yield from periods_of(reading.period)


def fillings_of(amount: Amount, decimals: int) -> Iterator[str]:
    """Every number that an amount may put into a gap."""
    ends = _ends(amount)
    printed = [list(_printed(end, decimals)) for end in ends]
    for end, numbers in zip(ends, printed, strict=True):
        yield from numbers
        yield from _scaled(end)
    if len(ends) == 2:
        yield from (f"{low}–{high}" for low, high in zip(*printed, strict=False))
        yield from (f"{low}–{high}" for low, high in zip(*map(_scaled, ends), strict=False))


def _ends(amount: Amount) -> list[Decimal]:
    ends = (amount.low, amount.high) if amount.low != amount.high else (amount.low,)
    return [Decimal(repr(end)) for end in ends if end is not None]


def _printed(number: Decimal, decimals: int) -> Iterator[str]:
    """A number as it is written in data, and rounded; each with and without groups."""
    exact = format(number.normalize(), "f")
    for text in dict.fromkeys((exact, *_rounded(number, range(decimals + 1)))):
        yield text
        whole, point, fraction = text.partition(".")
        if len(whole) > 3:
            yield f"{int(whole):,}{point}{fraction}"


def _scaled(number: Decimal) -> Iterator[str]:
    """The number of thousands, millions and so on, rounded."""
    for power in _SCALES:
        if abs(number) >= Decimal(10) ** (power - 1):
            yield from _rounded(number.scaleb(-power), range(4))


def _rounded(number: Decimal, decimals: range) -> Iterator[str]:
    for count in decimals:
        for way in (ROUND_HALF_UP, ROUND_HALF_EVEN):
            yield format(number.quantize(Decimal(1).scaleb(-count), way, _WIDE), "f")


def periods_of(period: Period) -> Iterator[str]:
    """Every date that a period may put into a gap."""
    yield from _dates(period.start)
    yield from _dates(period.end)
    for one, other in ((period.start.year, period.end.year), (period.start.day, period.end.day)):
        yield f"{one}–{other}"


def _dates(date: Date) -> Iterator[str]:
    yield from map(str, (date.year, date.month, date.day))
    yield f"{date.year}-{date.month:02}-{date.day:02}"
    yield f"{date.year}-{date.month:02}"
    yield f"{date.month:02} {date.day:02}"
