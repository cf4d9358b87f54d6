"""The conventions of the languages that most papers are in, as CLDR gives them.

They stand here because Babel takes 20 ms to read them, a tenth of what a brief may take; a test
compares them with Babel's.
"""

from decimal import Decimal

from briefing.numbers.values import NARROW, NBSP, Conventions, DatePattern, Scale
from briefing.numbers.words import FIRST_DAY


def _one_or_other(number: Decimal) -> str:
    """English, German (CLDR 48, Language Plural Rules)."""
    return "one" if number.as_tuple().exponent == 0 and abs(number) == 1 else "other"


def _french(number: Decimal) -> str:
    """French, without its "many", whose words are the same as those of "other"."""
    return "one" if abs(number) < 2 else "other"


def _russian(number: Decimal) -> str:
    """Russian (CLDR 48, Language Plural Rules)."""
    if number.as_tuple().exponent != 0:
        return "other"
    ones, tens = abs(number) % 10, abs(number) % 100
    if ones == 1 and tens != 11:
        return "one"
    return "few" if 2 <= ones <= 4 and not 12 <= tens <= 14 else "many"


def _scales(*words: dict[str, str]) -> tuple[Scale, ...]:
    """Name a million, a thousand of them, and so on."""
    named = [
        (6 + 3 * order, {form: f"{{}}{NBSP}{word}" for form, word in forms.items()})
        for order, forms in enumerate(words)
    ]
    return tuple(Scale(power, power, forms) for power, forms in named)


def _date(template: str, months: str) -> DatePattern:
    return DatePattern(template, tuple(months.split()))


_ENGLISH_MONTHS = (
    "January February March April May June July August September October November December"
)
_GERMAN_MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
_FRENCH_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)

KNOWN = {
    "en": Conventions(
        decimal=".",
        group=",",
        grouping=(3, 3),
        scales=_scales({"other": "million"}, {"other": "billion"}, {"other": "trillion"}),
        plural=_one_or_other,
        day=_date("{day} {month} {year}", _ENGLISH_MONTHS),
        month=_date("{month} {year}", _ENGLISH_MONTHS),
    ),
    "de": Conventions(
        decimal=",",
        group=".",
        grouping=(3, 3),
        scales=_scales(
            {"one": "Million", "other": "Millionen"},
            {"one": "Milliarde", "other": "Milliarden"},
            {"one": "Billion", "other": "Billionen"},
        ),
        plural=_one_or_other,
        day=_date("{day}. {month} {year}", _GERMAN_MONTHS),
        month=_date("{month} {year}", _GERMAN_MONTHS),
    ),
    "fr": Conventions(
        decimal=",",
        group=NARROW,
        grouping=(3, 3),
        scales=_scales(
            {"one": "million", "other": "millions"},
            {"one": "milliard", "other": "milliards"},
            {"one": "billion", "other": "billions"},
        ),
        plural=_french,
        day=_date("{day} {month} {year}", _FRENCH_MONTHS)._replace(first_day=FIRST_DAY["fr"]),
        month=_date("{month} {year}", _FRENCH_MONTHS),
    ),
    "ru": Conventions(
        decimal=",",
        group=NBSP,
        grouping=(3, 3),
        scales=_scales(
            {"one": "миллион", "few": "миллиона", "many": "миллионов", "other": "миллиона"},
            {"one": "миллиард", "few": "миллиарда", "many": "миллиардов", "other": "миллиарда"},
            {"one": "триллион", "few": "триллиона", "many": "триллионов", "other": "триллиона"},
        ),
        plural=_russian,
        day=_date(
            f"{{day}} {{month}} {{year}}{NARROW}г.",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        ),
        month=_date(
            f"{{month}} {{year}}{NARROW}г.",
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        ),
    ),
}
"""By language; its regions and all other languages come from Babel."""
