"""How readings may be printed: what of them is distinctive, and what may fill a gap."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from briefing.model.country import RANGE, Amount, Date, Period, Reading, Unit
from briefing.model.forbidden import GAP
from briefing.proof.content.furniture import SCALE_WORDS, TYPED_WORDS
from briefing.proof.fold import fold, words_of

_WIDE = Context(prec=400)  # a number of any size is rounded
_SCALES = (3, 6, 9, 12)
_DIGITS_ALONE = 5  # a number of so many is a text of its own; a shorter one needs its unit
_DIGITS_WITH_UNIT = 3
_DIGITS_ON_AXES = 2  # of round numbers, which an axis may have
_MANY_WORDS = 5  # of which some are enough to be found
_THOUSAND = 1000
_YEAR = re.compile("(?:18|19|20|21)[0-9]{2}")
_NBSP = "\u00a0"
_FINER = 3  # more decimals, by which charts tell figures apart that would be printed alike


def distinctive(
    amount: Amount,
    unit: Unit,
    decimals: int,
    *,
    has_axis: bool,
    finest: int | None = None,
    names: Collection[str] = (),
) -> tuple[str, ...]:
    """The ways to print a figure that are hardly met by chance, with gaps between them.

    Those of many words are a text of their own, for such a text is not searched for whole.
    A short number says nothing: 16 is a page, a day, another country's share.

    Args:
        amount: The figure.
        unit: How it is printed.
        decimals: Likewise.
        has_axis: A chart may have such numbers along an axis.
        finest: The most decimals of what stands in one chart with it; `decimals` where None.
        names: Of what it is a figure of; charts and tables print it behind them.
    """
    finest = finest_of(decimals if finest is None else finest)
    found = dict.fromkeys(_forms(_ends(amount), unit, finest, names, has_axis=has_axis))
    least = _DIGITS_ON_AXES + 1 if has_axis else _DIGITS_ON_AXES
    if unit.compact:
        for parts in _apart_and_together(_ends(amount)):
            found.update(dict.fromkeys(_compact(parts, range(decimals, finest + 1), least)))
    for end in _ends(amount):
        found.update(dict.fromkeys(_typed(end, least)))
    long = dict.fromkeys(text for text in found if len(words_of(fold(text))) >= _MANY_WORDS)
    apart = GAP.join(text for text in found if text not in long), GAP.join(long)
    return tuple([texts for texts in apart if texts])


def _forms(
    ends: Sequence[Decimal],
    unit: Unit,
    decimals: int,
    names: Collection[str],
    *,
    has_axis: bool,
) -> Iterator[str]:
    """The ways to print a figure with all its digits."""
    short = unit.short.replace("{value}", "")
    spelt = [unit.short] if any(map(str.isalpha, short)) else []
    patterns = [unit.pattern, *([unit.one] if unit.one else []), *spelt]  # "a 668-metre wall"
    for parts in _apart_and_together(ends):
        digits = sum(map(_count_digits, parts))
        for number in _spread(_numbers(parts, decimals)):
            is_long = _is_long(number)
            has_many = digits >= _DIGITS_ALONE <= sum(map(str.isdigit, number))  # before rounding
            if has_many or (is_long and not has_axis):
                yield number
            elif is_long or digits >= _DIGITS_WITH_UNIT:
                may_be_tick = has_axis and all(map(_may_be_tick, parts))
                told = [one for one in patterns if one != unit.short] if may_be_tick else patterns
                yield from (one.replace("{value}", number) for one in told)
                if not _counts(number):
                    yield from (f"{name} {number}" for name in names)


def _numbers(parts: Sequence[Decimal], decimals: int) -> Iterator[str]:
    """A figure or both ends of a range, as they may be printed."""
    return _joined(parts, decimals) if len(parts) > 1 else _printed(parts[0], decimals)


def _spread(numbers: Iterable[str]) -> Iterator[str]:
    """Numbers, and those with groups with plain spaces too, as files have what does not break."""
    for number in numbers:
        yield number
        if "," in number or _NBSP in number:
            yield number.replace(",", " ").replace(_NBSP, " ")


def _is_long(number: str) -> bool:
    """Whether it, or each end of a range, has many digits before its decimals, zeros or not."""
    wholes = [part.partition(".")[0] for part in number.split("–")]
    return all(sum(map(str.isdigit, whole)) >= _DIGITS_ALONE for whole in wholes)


def _counts(number: str) -> bool:
    """Whether it may be the number of a page or note, or a year; a range, those of some."""
    return all(
        part.isdigit() and (len(part) <= _DIGITS_WITH_UNIT or _YEAR.fullmatch(part))
        for part in number.split("–")
    )


def spread(amount: Amount, decimals: int) -> Iterator[str]:
    """The ways to print a figure of which plain spaces make several numbers."""
    finest = finest_of(decimals)
    for parts in _apart_and_together(_ends(amount)):
        for text in (*_numbers(parts, finest), *_compact(parts, range(finest + 1), 0)):
            if "," in text:
                yield text.replace(",", " ")


def bare(amount: Amount) -> str:
    """The numbers of a figure that are too short to be searched for, so that this can be told."""
    return GAP.join(format(end.normalize(), "f") for end in _ends(amount))


def finest_of(decimals: int) -> int:
    """The most decimals of what is printed with so many, where alike figures are told apart."""
    return decimals + _FINER


def _apart_and_together(ends: Sequence[Decimal]) -> Iterator[Sequence[Decimal]]:
    """Each end, and both, which stand in print with a dash between them that makes them one."""
    yield from ([end] for end in ends)
    if len(ends) > 1:
        yield ends


def _joined(ends: Sequence[Decimal], decimals: int) -> Iterator[str]:
    """A range as it is printed, without groups and with them.

    Only a lower end below a thousand may have decimals alone. With spaces as groups it is
    another text: the dash makes one number of two of their groups.
    """
    low, high = [list(_rounded(end, range(decimals + 1))) for end in ends]
    mixed = [(one, high[0]) for one in low] if ends[0] < _THOUSAND <= ends[1] else []
    for texts in dict.fromkeys((*zip(low, high, strict=True), *mixed)):
        yield "–".join(texts)
        grouped = "–".join(map(_in_groups, texts))
        if "," in grouped:
            yield grouped
            yield grouped.replace(",", _NBSP)


def _compact(ends: Sequence[Decimal], decimals: range, least: int) -> Iterator[str]:
    """The number of thousands, millions and so on with that word, if it has digits enough."""
    for power, words in SCALE_WORDS.items():
        if all(abs(end) >= Decimal(10) ** power for end in ends):
            each = [_rounded(end.scaleb(-power), decimals) for end in ends]
            for texts in dict.fromkeys(zip(*each, strict=True)):
                if sum(_count_digits(Decimal(text)) for text in texts) >= least:
                    grouped = ("–".join(map(_in_groups, texts)),)
                    yield from (f"{number} {word}" for number in _spread(grouped) for word in words)


def _typed(number: Decimal, least: int) -> Iterator[str]:
    """A round number as authors type it, in whatever unit: "45 thousand", "1.2 million"."""
    if least <= _count_digits(number) <= _DIGITS_WITH_UNIT:
        for power, words in TYPED_WORDS.items():
            if abs(number) >= Decimal(10) ** power:
                scaled = format(number.scaleb(-power).normalize(), "f")
                yield from (f"{scaled} {word}" for word in words)


def _may_be_tick(number: Decimal) -> bool:
    """Whether an axis may have it, the last with its unit: it is in steps of 1, 2, 2.5 or 5."""
    digits = number.normalize().as_tuple().digits
    return len(digits) <= _DIGITS_ON_AXES or (len(digits) == 3 and digits[1:] in ((2, 5), (7, 5)))


def _count_digits(number: Decimal) -> int:
    """Count the digits of a number without zeros at its ends."""
    return len(number.normalize().as_tuple().digits)


def rivalling(reading: Reading) -> tuple[Reading, ...]:
    """A reading, and all that may be printed in its place; of a range, those that it is of."""
    return reading.rivals if is_range(reading) else (reading, *reading.rivals)


def is_range(reading: Reading) -> bool:
    """Whether it is the range of others."""
    choice = reading.choice
    return choice is not None and choice.takes == RANGE and bool(reading.rivals)


def reach(readings: Iterable[Reading]) -> Amount:
    """From the lowest to the highest of all numbers of readings, however they are meant."""
    ends = [end for one in readings for end in (one.amount.low, one.amount.high)]
    known = [end for end in ends if end is not None]
    return Amount(min(known), max(known))


def fillings(reading: Reading, decimals: int) -> Iterator[str]:
    """Every number and period that a reading may put into a gap."""
    yield from fillings_of(reading.amount, decimals)
    yield from periods_of(reading.period)


def fillings_of(amount: Amount, decimals: int) -> Iterator[str]:
    """Every number that an amount may put into a gap."""
    ends = _ends(amount)
    finest = finest_of(decimals)
    for end in ends:
        yield from _printed(end, finest)
        yield from _scaled(end, finest)
    if len(ends) == 2:
        yield from _joined(ends, finest)
        scaled = [_scaled(end, finest) for end in ends]
        yield from (f"{low}–{high}" for low, high in zip(*scaled, strict=False))


def _ends(amount: Amount) -> list[Decimal]:
    ends = (amount.low, amount.high) if amount.low != amount.high else (amount.low,)
    return [Decimal(repr(end)) for end in ends if end is not None]


def _printed(number: Decimal, decimals: int) -> Iterator[str]:
    """A number as it is written in data, and rounded; each with and without groups."""
    exact = format(number.normalize(), "f")
    for text in dict.fromkeys((exact, *_rounded(number, range(decimals + 1)))):
        yield text
        if len(text.partition(".")[0]) > 3:
            yield _in_groups(text)
    if "e" in (for_machines := repr(float(number))):
        yield for_machines


def _in_groups(text: str) -> str:
    whole, point, fraction = text.partition(".")
    return f"{int(whole):,}{point}{fraction}" if len(whole) > 3 else text


def _scaled(number: Decimal, decimals: int) -> Iterator[str]:
    """The number of thousands, millions and so on, rounded."""
    for power in _SCALES:
        if abs(number) >= Decimal(10) ** (power - 1):
            for text in _rounded(number.scaleb(-power), range(max(4, decimals + 1))):
                yield _in_groups(text)


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
