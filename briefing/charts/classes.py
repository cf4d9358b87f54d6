"""Classes of figures: where one ends and the next begins, in what shade, and in what words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import floor, log10

from msgspec import Struct

from briefing.charts.amounts import ends_of
from briefing.charts.axes.scale import decimals_of, print_value
from briefing.charts.colours import WHITE, contrast
from briefing.charts.look import Look
from briefing.charts.oklab import from_oklch, to_oklch
from briefing.charts.printed import as_printed, last_digit
from briefing.charts.words.classes import class_words
from briefing.model.chart import Scale
from briefing.model.country import Amount
from briefing.model.style import Colour
from briefing.numbers import format_amount

MOST = 5
"""Classes; more shades of one colour are not told apart."""

_CROWDED = 0.5  # of all values: more of them in one class of equal steps, and most look alike
_STEPS = (1, 2, 5)
_ROUND = (10, 5, 2, 1)

_LIGHTEST, _DARKEST, _PALER = 0.93, 0.45, 0.02  # lightness; by which fewer classes begin darker
_ONLY = 0.25  # of the way from light to dark, for a single class
_SEEN = 3.0  # contrast of a mark on white


class Classes(Struct, frozen=True):
    """How figures are divided.

    Attributes:
        breaks: Where one class ends and the next begins, ascending.
        printed: A figure belongs where it is printed to belong, so that no "25" stands under "24";
            False where the breaks are finer than the figures are printed.
    """

    breaks: tuple[float, ...]
    scale: Scale
    printed: bool

    def __len__(self) -> int:
        return len(self.breaks) + 1

    def of(self, value: float) -> int:
        """Give the number of the class of a value, from 0."""
        return class_of(as_printed(value, self.scale) if self.printed else value, self.breaks)

    def span(self, amount: Amount) -> tuple[int, int]:
        """Give the numbers of the lowest and the highest class that an amount may belong to."""
        low, high = ends_of(amount)
        first = 0 if low is None else self.of(low)
        if low == high:
            return first, first
        return first, len(self.breaks) if high is None else self.of(high)

    def texts(self, language: str) -> list[str]:
        """Word the limits of each class; of an only one there is nothing to tell."""
        return class_texts(self.breaks, self.scale, language, printed=self.printed)


def classes_of(amounts: Iterable[Amount], breaks: tuple[float, ...], scale: Scale) -> Classes:
    """Divide figures at given breaks, or at computed ones where there are none."""
    if not breaks:
        breaks = class_breaks([as_printed(amount.best, scale) for amount in amounts], MOST)
    return Classes(breaks, scale, all(as_printed(value, scale) == value for value in breaks))


def class_of(value: float, breaks: Sequence[float]) -> int:
    """Give the number of the class that a value belongs to, from 0; a break begins its class."""
    return bisect_right(breaks, value)


# --- where classes end -------------------------------------------------------------------------


def class_breaks(values: Iterable[float], count: int = MOST) -> tuple[float, ...]:
    """Choose round breaks.

    Equal steps of 1, 2 or 5 times a power of ten are the easiest to read, so they are taken where
    they tell the values apart: at least three classes (or as many as there are different values),
    none empty, none with more than half of all values. Else each class holds about equally many,
    and its break is the roundest number near the one that would make them equal.

    Args:
        values: As they are printed: a break is never finer.
        count: The most classes there may be, 1 or more; there are fewer of few different values.

    Returns:
        One fewer than there are classes; every class holds a value.
    """
    ordered = sorted(values)
    different = sorted(set(ordered))
    count = min(count, len(different))
    if count < 2:
        return ()
    steps = _equal_steps(different[0], different[-1], count)
    if len(steps) >= min(2, count - 1) and _tell_apart(steps, ordered):
        return steps
    return _quantiles(ordered, count)


def _equal_steps(low: float, high: float, count: int) -> tuple[float, ...]:
    first, last = Fraction(repr(low)), Fraction(repr(high))
    power = floor(log10(high - low)) - 1
    while True:
        for multiple in _STEPS:
            step = multiple * Fraction(10) ** power
            start, end = floor(first / step) + 1, floor(last / step)
            if end - start < count - 1:
                return tuple([float(step * at) for at in range(start, end + 1)])
        power += 1


def _tell_apart(breaks: Sequence[float], ordered: Sequence[float]) -> bool:
    ends = [0, *[bisect_left(ordered, value) for value in breaks], len(ordered)]
    sizes = [end - start for start, end in pairwise(ends)]
    few = len(sizes) <= 2
    return min(sizes) > 0 and (few or max(sizes) <= max(_CROWDED * len(ordered), 1))


def _quantiles(ordered: Sequence[float], count: int) -> tuple[float, ...]:
    """Divide at round numbers near the quantiles; equal values stay together."""
    starts = [at for at in range(1, len(ordered)) if ordered[at - 1] < ordered[at]]
    share = len(ordered) / count
    breaks: list[float] = []
    used = 0  # of the starts
    for number in range(1, count):
        left = count - 1 - number  # classes that still must find a start
        free = starts[used : len(starts) - left]
        wish = number * share
        best = min(free, key=lambda at, wish=wish: abs(at - wish))  # type: ignore[misc]
        near = [at for at in free if abs(at - wish) <= max(share / 4, abs(best - wish))]
        value = _roundest(ordered[near[0] - 1], ordered[near[-1]], ordered[best])
        breaks.append(value)
        used = starts.index(bisect_left(ordered, value)) + 1
    return tuple(breaks)


def _roundest(after: float, upto: float, wish: float) -> float:
    """Find the number of the fewest digits above one and up to another, nearest to a wish."""
    low, high, best = (Fraction(repr(value)) for value in (after, upto, wish))
    if low < 0 <= high:
        return 0.0
    power = floor(log10(max(abs(after), abs(upto))))
    while True:
        for multiple in _ROUND:
            step = multiple * Fraction(10) ** power
            first, last = floor(low / step) + 1, floor(high / step)
            if first <= last:
                return float(step * min(max(round(best / step), first), last))
        power -= 1


# --- in words ----------------------------------------------------------------------------------


def class_texts(
    breaks: Sequence[float], scale: Scale, language: str, *, printed: bool = True
) -> list[str]:
    """Word the limits of classes: "under 15%", "15–24%", "25% and over".

    Args:
        breaks: Ascending.
        scale: That the numbers are printed on.
        language: Of the words; a BCP 47 tag of a language that charts have words in.
        printed: Values are classed as they are printed, so that the last number of a class can be
            named; else it is "15 to under 25".
    """
    if not breaks:
        return [""]
    words = class_words(language)
    decimals = scale.decimals if printed else max(scale.decimals, *map(decimals_of, breaks))
    alone = [print_value(value, scale, decimals, bare=False) for value in breaks]
    texts = [words.under(alone[0])]
    for number, (start, end) in enumerate(pairwise(breaks)):
        if printed:
            texts.append(_range(start, _before(end, scale), scale))
        else:
            texts.append(words.within(alone[number], alone[number + 1]))
    return [*texts, words.over(alone[-1])]


def _range(low: float, high: float, scale: Scale) -> str:
    return format_amount(
        Amount(low, high),
        scale.unit,
        decimals=scale.decimals,
        language=scale.language,
        form="short",
    )


def _before(value: float, scale: Scale) -> float:
    """Give the largest number below another that is printed differently."""
    step = last_digit(value, scale)
    finer = last_digit(float(Decimal(repr(value)) - step), scale)
    return float(Decimal(repr(value)) - min(step, finer))


# --- in shades ---------------------------------------------------------------------------------


@lru_cache(maxsize=128)
def shades(look: Look, count: int) -> tuple[Colour, ...]:
    """Choose shades of the first colour of the series, from light to dark by equal steps.

    Raises:
        ValueError: There are none, or more than can be told apart.
    """
    if not 1 <= count <= MOST:
        raise ValueError(f"{count} shades; 1 to {MOST} can be told apart")
    lightness, strength, hue = to_oklch(look.series[0])
    light, dark = _LIGHTEST - _PALER * (MOST - count), min(lightness, _DARKEST)
    found = []
    for number in range(count):
        way = number / (count - 1) if count > 1 else _ONLY
        # Pale ends are weak and middles strong, as pigments are that are spread thin.
        strong = strength * (0.3 + 2.7 * way - 2.0 * way * way)
        found.append(from_oklch(light + (dark - light) * way, strong, hue))
    return tuple(found)


def edge_of(shade: Colour, look: Look) -> Colour | None:
    """Choose an outline for a shade that does not stand out from white; None where it does.

    Source:
        WCAG 2.2, 1.4.11 Non-text Contrast.
    """
    return look.neutral if contrast(shade, WHITE) < _SEEN else None
