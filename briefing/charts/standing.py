"""Who is highest, who is lowest, who stands where: told no surer than the data are."""

from collections.abc import Iterator, Sequence
from math import inf

from msgspec import Struct

from briefing.charts.amounts import ends_of
from briefing.charts.words import Words
from briefing.model.country import Amount


class Contender(Struct, frozen=True):
    """Something that has an amount, as it is told of."""

    name: str
    amount: Amount
    text: str
    highlighted: bool


def tell_extremes(field: Sequence[Contender], words: Words) -> list[str]:
    """Name the highest and the lowest; where ranges overlap, the longest and the shortest."""
    values = [one.amount.best for one in field]
    high, low = max(values), min(values)
    if len(field) > 1 and high == low and len({one.text for one in field}) == 1:
        return [words.all_alike(field[0].text)]
    spans = [span_of(one.amount) for one in field]
    told = []
    for value in (high, low) if high != low else (high,):
        first = field[values.index(value)]
        group = [
            number
            for number, one in enumerate(field)
            if one.amount.best == value and one.text == first.text
        ]
        others = [span for number, span in enumerate(spans) if number not in group]
        lower, upper = spans[group[0]]
        names = [field[number].name for number in group]
        if value == high:
            sure = all(lower > other for _, other in others)
            told.append(words.highest(names, first.text, sure=sure))
        else:
            sure = all(upper < other for other, _ in others)
            told.append(words.lowest(names, first.text, sure=sure))
    return told


def tell_ranks(field: Sequence[Contender], words: Words) -> Iterator[str]:
    """Tell the rank of those that are highlighted, from which to which where it is not sure."""
    if len(field) < 2:
        return
    spans = [span_of(one.amount) for one in field]
    for number, one in enumerate(field):
        if one.highlighted:
            lower, upper = spans[number]
            others = spans[:number] + spans[number + 1 :]
            best = 1 + sum(other > upper for other, _ in others)
            worst = 1 + sum(other > lower for _, other in others)
            shared = best == worst and (lower, upper) in others
            ranks = (best, worst)
            yield words.ranked(one.name, one.text, ranks, len(field), shared=shared)


def span_of(amount: Amount) -> tuple[float, float]:
    """Give from where to where an amount may lie."""
    low, high = ends_of(amount)
    return -inf if low is None else low, inf if high is None else high
