"""What numbers in a text say, so that they can be told to be a figure that stands beside them.

A text may round a figure: 88% says 87.6%, about a third says 34%, nearly 4,000 says 3,980. What
follows from several figures, such as a change, is said by none of them.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from briefing.model.country import Amount, Unit
from briefing.numbers.conventions import conventions_of
from briefing.numbers.in_words import more_or_less_in, near_in
from briefing.numbers.mentioned import Stretch
from briefing.numbers.parts import part_in
from briefing.numbers.values import Conventions
from briefing.numbers.words import base_language

_PERCENT = re.compile(r"\s?(?:%|per\s?cent|procent|prozent|pour\s?cent|процент)", re.IGNORECASE)
_POWERS: Mapping[str, Mapping[int, str]] = {
    "en": {3: "thousand", 6: r"million|mn?\b", 9: r"billion|bn\b", 12: r"trillion|trn?\b"},
    "de": {3: r"Tausend|Tsd\b", 6: r"Million|Mio\b", 9: r"Milliarde|Mrd\b", 12: "Billion"},
    "fr": {3: r"mille\b|milliers", 6: r"million|M\b", 9: r"milliard|Md", 12: "billion"},
    "ru": {3: "тыс", 6: "миллион|млн", 9: "миллиард|млрд", 12: "триллион|трлн"},
}
_DASH = re.compile(r"\s?[–-]\s?")
_FAR = 20  # signs; no words before an amount are longer
_CLOSE, _NEAR = 1.0, 2.5
"""So many points a share may differ from a fraction that it is said to be, or to be about."""


class Stated(NamedTuple):
    """What a number says.

    Attributes:
        ends: As typed: one number, or the two of a range.
        slack: By so much a figure may differ that is rounded to it.
        power: Of ten, that the words behind it name.
        is_share: It is a per cent, or a fraction, which is in per cent here.
        is_money: The sign of a currency stands before it.
    """

    ends: tuple[float, ...]
    slack: float
    power: int = 0
    is_share: bool = False
    is_money: bool = False

    def says(self, amount: Amount, unit: Unit, end: float | None = None) -> bool:
        """Tell whether it is an amount, rounded; or whether one `end` of this range is."""
        if not self._fits(unit):
            return False
        figures = [figure for figure in (amount.low, amount.high) if figure is not None]
        if end is None and len(self.ends) > 1:
            both = zip(self.ends, figures, strict=False)
            return len(figures) > 1 and all(self._is(one, figure, unit) for one, figure in both)
        one = self.ends[0] if end is None else end
        return any(self._is(one, figure, unit) for figure in figures)

    def _is(self, one: float, figure: float, unit: Unit) -> bool:
        powers = {self.power, 0} if self.power and _names_power(unit) else {self.power}
        return any(
            abs(abs(figure) - abs(one) * 10**power) <= self.slack * 10**power * (1 + 1e-9)
            for power in powers
        )

    def _fits(self, unit: Unit) -> bool:
        """Tell whether a figure in this unit can be what is said."""
        texts = (unit.pattern, unit.short, unit.label)
        if not any(text.replace("{value}", "") for text in texts):
            return True  # nobody has said what it is
        is_share = unit.is_percent or any(map(_PERCENT.search, texts))
        return (is_share or not self.is_share) and (not self.is_money or not is_share)


def stated(text: str, number: Stretch, language: str) -> Stated | None:
    """Read a number or an amount in words that was found in a text; None where nobody could.

    Args:
        text: As it is printed.
        number: Where it stands in it.
        language: Of the text.
    """
    begin, end = number
    found, before = text[begin:end], text[max(0, begin - _FAR) : begin]
    if not any(map(str.isdigit, found)):
        part = part_in(found, base_language(language))
        is_rough = _is_rough(found, language, begins=True) or _is_rough(before, language)
        return Stated((100 * part,), _NEAR if is_rough else _CLOSE, is_share=True) if part else None
    read = [_read(one, conventions_of(language)) for one in _DASH.split(found.lstrip("-−"))]
    ends = [one for one in read if one is not None]
    if len(ends) < len(read):
        return None
    step = min(10.0**-decimals for _, decimals in ends)
    if _is_rough(before, language):
        step = max(step, min(_step(value) for value, _ in ends))
    return Stated(
        ends=tuple([value for value, _ in ends]),
        slack=step / 2,
        power=_power(text[end:], base_language(language)),
        is_share=_PERCENT.match(text, end) is not None,
        is_money=unicodedata.category((before.rstrip() or " ")[-1]) == "Sc",
    )


def _read(digits: str, language: Conventions) -> tuple[float, int] | None:
    """Read a number as a language writes it, and how many decimals it has."""
    whole, _, fraction = digits.partition(language.decimal)
    groups = re.split(r"[.,\u00a0\u202f]", whole)
    is_grouped = all(len(group) == 3 for group in groups[1:])
    if not is_grouped or (fraction and not fraction.isdigit()):
        return None
    return float(f"{''.join(groups)}.{fraction or 0}"), len(fraction)


def _step(value: float) -> float:
    """Give the worth of the last digit that is not zero."""
    step = 1.0
    while value and value % (step * 10) == 0:
        step *= 10
    return step


def _is_rough(text: str, language: str, *, begins: bool = False) -> bool:
    """Tell whether words stand at the end of a text, or at its beginning, that leave it open."""
    said = text if not begins else text.partition(" ")[0] + " "
    patterns = (more_or_less_in(base_language(language)), near_in(base_language(language)))
    return any(pattern.search(said) for pattern in patterns if pattern)


def _power(behind: str, language: str) -> int:
    for power, pattern in _powers(language):
        if pattern.match(behind):
            return power
    return 0


@lru_cache(maxsize=8)
def _powers(language: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Find, behind a number, words that name a power of ten."""
    words = _POWERS.get(language, {})
    return tuple(
        (power, re.compile(rf"[\s-]?(?:{word})", re.IGNORECASE)) for power, word in words.items()
    )


@lru_cache(maxsize=64)
def _names_power(unit: Unit) -> bool:
    """Tell whether a unit itself is a million of something, or the like."""
    text = f"{unit.pattern} {unit.short} {unit.label}"
    found = "|".join(word for words in _POWERS.values() for word in words.values())
    return re.search(rf"(?<![^\W\d_])(?:{found})", text, re.IGNORECASE) is not None
