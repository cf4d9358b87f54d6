"""Ranks, changes and comparisons in words: "second highest", "a rise of 14–16 points".

Every phrase stands as it is in a sentence, whatever the gender or case around it: none of them has
to agree with anything.
"""

from collections.abc import Mapping
from typing import NamedTuple

from briefing.model.country import Amount, Qualifier, Unit
from briefing.numbers.amounts import format_amount
from briefing.numbers.conventions import conventions_of
from briefing.numbers.decimals import round_number
from briefing.numbers.values import NARROW, NBSP
from briefing.numbers.words import base_language

COMPARED_IN = ("en", "de", "fr", "ru")
"""The languages that have these words."""

_ABOUT_SAME = 0.05
_MANY_TIMES = 1.95  # from here on, times say more than a difference does


class _Words(NamedTuple):
    """The phrases of one language; ``{}`` is the place of a number.

    Attributes:
        ordinals: From the first on, as ranks have them.
        rank: From the top, with the place of the ordinal.
        from_below: From the bottom, likewise.
        first: The top itself.
        last: The bottom itself.
        joint: With the place of a rank that others have too.
        points: Of per cent, by plural category.
        percent: The pattern.
        rise: With the place of how much.
        fall: Likewise.
        rise_to: With the place of a multiple.
        fall_to: Likewise.
        unchanged: No change at all.
        more: With the place of how much.
        less: Likewise.
        times: With the place of a multiple, by plural category.
        multiples: Whole multiples that have words of their own.
        fractions: Parts that have, by what they divide by.
        same: No difference.
        about_same: Hardly any.
    """

    ordinals: tuple[str, ...]
    rank: str
    from_below: str
    first: str
    last: str
    joint: str
    points: Mapping[str, str]
    percent: str
    rise: str
    fall: str
    rise_to: str
    fall_to: str
    unchanged: str
    more: str
    less: str
    times: Mapping[str, str]
    multiples: Mapping[int, str]
    fractions: Mapping[int, str]
    same: str
    about_same: str


_WORDS = {
    "en": _Words(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
         "tenth"),
        "{} highest", "{} lowest", "highest", "lowest", "joint {}",
        {"one": "{value} point", "other": "{value} points"},
        "{value}%",
        "a rise of {}", "a fall of {}",
        "a rise to {} times the earlier figure", "a fall to {} times the earlier figure",
        "no change", "{} more than", "{} less than",
        {"other": "{value} times as high as"},
        {2: "twice as high as", 3: "three times as high as", 4: "four times as high as",
         5: "five times as high as", 6: "six times as high as", 7: "seven times as high as",
         8: "eight times as high as", 9: "nine times as high as", 10: "ten times as high as"},
        {2: "half as high as", 3: "a third as high as", 4: "a quarter as high as",
         5: "a fifth as high as", 10: "a tenth as high as"},
        "the same as", "about the same as",
    ),
    "de": _Words(
        ("erster", "zweiter", "dritter", "vierter", "fünfter", "sechster", "siebter", "achter",
         "neunter", "zehnter"),
        "an {} Stelle", "an {} Stelle von unten", "an erster Stelle", "an letzter Stelle",
        "gemeinsam {}",
        {"one": f"{{value}}{NBSP}Prozentpunkt", "other": f"{{value}}{NBSP}Prozentpunkte"},
        f"{{value}}{NBSP}%",
        "ein Anstieg um {}", "ein Rückgang um {}",
        "ein Anstieg auf das {}-Fache", "ein Rückgang auf das {}-Fache",
        "keine Veränderung", "{} mehr als", "{} weniger als",
        {"other": "{value}-mal so hoch wie"},
        {2: "doppelt so hoch wie", 3: "dreimal so hoch wie", 4: "viermal so hoch wie",
         5: "fünfmal so hoch wie", 6: "sechsmal so hoch wie", 7: "siebenmal so hoch wie",
         8: "achtmal so hoch wie", 9: "neunmal so hoch wie", 10: "zehnmal so hoch wie"},
        {2: "halb so hoch wie", 3: "ein Drittel so hoch wie", 4: "ein Viertel so hoch wie",
         5: "ein Fünftel so hoch wie", 10: "ein Zehntel so hoch wie"},
        "ebenso hoch wie", "etwa ebenso hoch wie",
    ),
    "fr": _Words(
        ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième",
         "huitième", "neuvième", "dixième"),
        "au {} rang", "au {} rang à partir du bas", "au premier rang", "au dernier rang",
        "{} ex æquo",
        {"one": f"{{value}}{NBSP}point", "other": f"{{value}}{NBSP}points"},
        f"{{value}}{NARROW}%",
        "une hausse de {}", "une baisse de {}",
        "une multiplication par {}", "une division par {}",
        "aucun changement", "{} de plus que", "{} de moins que",
        {"other": f"{{value}}{NBSP}fois plus que"},
        {2: "deux fois plus que", 3: "trois fois plus que", 4: "quatre fois plus que",
         5: "cinq fois plus que", 6: "six fois plus que", 7: "sept fois plus que",
         8: "huit fois plus que", 9: "neuf fois plus que", 10: "dix fois plus que"},
        {2: "deux fois moins que", 3: "trois fois moins que", 4: "quatre fois moins que",
         5: "cinq fois moins que", 10: "dix fois moins que"},
        "autant que", "à peu près autant que",
    ),
    "ru": _Words(
        ("первом", "втором", "третьем", "четвёртом", "пятом", "шестом", "седьмом", "восьмом",
         "девятом", "десятом"),
        "на {} месте", "на {} месте снизу", "на первом месте", "на последнем месте",
        "наравне с другими {}",
        {"one": f"{{value}}{NBSP}процентный пункт", "few": f"{{value}}{NBSP}процентных пункта",
         "many": f"{{value}}{NBSP}процентных пунктов",
         "other": f"{{value}}{NBSP}процентного пункта"},
        f"{{value}}{NBSP}%",
        "рост {}", "снижение {}",
        "рост {}", "снижение {}",
        "без изменений", "{} больше, чем", "{} меньше, чем",
        {"one": f"{{value}}{NBSP}раз", "few": f"{{value}}{NBSP}раза", "many": f"{{value}}{NBSP}раз",
         "other": f"{{value}}{NBSP}раза"},
        {2: "вдвое больше, чем", 3: "втрое больше, чем", 4: "вчетверо больше, чем"},
        {2: "вдвое меньше, чем", 3: "втрое меньше, чем", 4: "вчетверо меньше, чем",
         5: "впятеро меньше, чем", 10: "в десять раз меньше, чем"},
        "столько же, сколько", "примерно столько же, сколько",
    ),
}  # fmt: skip

_RUSSIAN: Mapping[Qualifier, str] = {
    "": "", "about": "примерно ", "at least": "не менее чем ", "over": "более чем ",
    "up to": "не более чем ", "nearly": "почти ",
}  # fmt: skip
"""Before a preposition and its number."""


def words_of(language: str) -> _Words:
    """Give the phrases of a language.

    Raises:
        ValueError: It has none.
    """
    try:
        return _WORDS[base_language(language)]
    except KeyError:
        raise ValueError(f"no words to compare in {language!r}") from None


def format_rank(
    rank: int, count: int, *, from_top: bool, is_tied: bool = False, language: str
) -> str:
    """Name a place among several: "highest", "second highest", "joint second highest".

    Args:
        rank: From 1.
        count: So many there are.
        from_top: The first is the highest, else the lowest.
        is_tied: Others have the same place.
        language: One of `COMPARED_IN`.
    """
    words = words_of(language)
    top, bottom = (words.first, words.last) if from_top else (words.last, words.first)
    if rank == 1:
        named = top
    elif rank == count and not is_tied:
        named = bottom
    else:
        named = (words.rank if from_top else words.from_below).format(_ordinal(rank, language))
    return words.joint.format(named) if is_tied else named


def _ordinal(rank: int, language: str) -> str:
    ordinals = words_of(language).ordinals
    if rank <= len(ordinals):
        return ordinals[rank - 1]
    match base_language(language):
        case "en":
            ending = "th" if rank % 100 in (11, 12, 13) else _ENDINGS.get(rank % 10, "th")
            return f"{rank}{ending}"
        case "de":
            return f"{rank}."
        case "fr":
            return f"{rank}e"
        case _:
            return f"{rank}-м"


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def format_percent(amount: Amount, *, decimals: int, language: str) -> str:
    """Print per cent of something: "23%", "at least 16%"."""
    return _counted(amount, {"other": words_of(language).percent}, decimals, language)


def format_points(amount: Amount, *, decimals: int, language: str) -> str:
    """Print a difference between two percentages: "1.4 points"."""
    return _counted(amount, words_of(language).points, decimals, language)


def format_change(much: Amount, said: str, *, rises: bool, language: str) -> str:
    """Say how much more or less something became: "a rise of at least 14 points".

    Args:
        much: How much, above zero.
        said: The same in words.
        rises: It became more.
        language: One of `COMPARED_IN`.
    """
    words = words_of(language)
    return _joined(words.rise if rises else words.fall, much, said, language)


def format_multiple(times: Amount, language: str) -> str:
    """Say how many times as much something became: "a rise to 8 times the earlier figure"."""
    words = words_of(language)
    rises = (times.low or 0.0) >= 1
    pattern = words.rise_to if rises else words.fall_to
    if not rises and base_language(language) in ("fr", "ru"):
        times = _inverse(times)  # they divide, where others have a fraction
    forms = words.times if base_language(language) == "ru" else {"other": "{value}"}
    said = _counted(times, forms, _decimals(times), language)
    return _joined(pattern, times, said, language, "в")


def _inverse(times: Amount) -> Amount:
    low, high = (1 / end if end else None for end in (times.high, times.low))
    flipped = _FLIPPED.get(times.qualifier, times.qualifier)
    return Amount(low, high, flipped)


_FLIPPED: Mapping[Qualifier, Qualifier] = {
    "at least": "up to", "up to": "at least", "over": "nearly", "nearly": "over",
}  # fmt: skip


def format_unchanged(language: str) -> str:
    """Say that nothing changed."""
    return words_of(language).unchanged


def format_difference(much: Amount, said: str, *, is_more: bool, language: str) -> str:
    """Say by how much one figure is more or less than another: "1.4 points more than"."""
    words = words_of(language)
    return _joined(words.more if is_more else words.less, much, said, language)


def format_same(language: str, *, exactly: bool) -> str:
    """Say that two figures are, or hardly are not, the same."""
    words = words_of(language)
    return words.same if exactly else words.about_same


def format_times(times: Amount, language: str) -> str:
    """Say how many times as high one figure is as another, or what part; empty for no such words.

    "twice as high as", "2.4 times as high as", "at least 8 times as high as", "a third as high as".
    """
    words = words_of(language)
    low, high = times.low, times.high
    if low is not None and low >= _MANY_TIMES:
        said = words.multiples.get(round(low)) if _is_whole(times) else None
        if said is not None:
            return said
        counted = _counted(times, words.times, _decimals(times), language)
        if base_language(language) != "ru":
            return counted
        return f"{_RUSSIAN[times.qualifier]}в {_unqualified(times, counted, language)} больше, чем"
    if low and low == high and not times.qualifier and low <= 1 / _MANY_TIMES:
        divisor = round(1 / low, 1)
        return words.fractions.get(int(divisor), "") if divisor == int(divisor) else ""
    return ""


def is_about_same(one: float, other: float) -> bool:
    """Tell whether two numbers hardly differ: by no more than a twentieth of the second."""
    return bool(other) and abs(one / other - 1) <= _ABOUT_SAME


def _is_whole(times: Amount) -> bool:
    low = times.low
    return low is not None and low == times.high and not times.qualifier and not _decimals(times)


def _decimals(times: Amount) -> int:
    """Give how many decimals a multiple needs: one, unless that is nothing."""
    ends = [end for end in (times.low, times.high) if end is not None]
    return 0 if all(round(end, 1) == round(end) for end in ends) else 1


def _counted(amount: Amount, forms: Mapping[str, str], decimals: int, language: str) -> str:
    """Print a number with the plural form of what is counted that goes with it."""
    last = amount.high if amount.high is not None else amount.low
    conventions = conventions_of(language)
    number = round_number(last or 0.0, decimals, conventions, compact=False).number
    pattern = forms.get(conventions.plural(number), forms["other"])
    unit = Unit("", pattern, "", pattern, "", compact=False)
    return format_amount(amount, unit, decimals=decimals, language=language, form="prose")


def _joined(pattern: str, much: Amount, said: str, language: str, before: str = "на") -> str:
    """Put an amount into a phrase, in the way that its qualifier asks for."""
    base = base_language(language)
    if base == "ru":
        number = _unqualified(much, said, language)
        said = f"{_RUSSIAN[much.qualifier]}{before} {number}"
    if base == "fr" and pattern.endswith(" de {}") and said[:1] in "aeiouà":
        pattern = pattern.replace(" de {}", " d’{}")
    return pattern.format(said)


def _unqualified(amount: Amount, said: str, language: str) -> str:
    """Take the qualifier away that stands first in an amount in words."""
    if not amount.qualifier:
        return said
    unit = Unit("", "{value}", "", "{value}", "", compact=False)
    both = [
        format_amount(one, unit, decimals=0, language=language, form="prose")
        for one in (amount, Amount(amount.low, amount.high))
    ]
    return said.removeprefix(both[0].removesuffix(both[1]))
