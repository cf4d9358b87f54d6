"""The few words that stand beside numbers and dates and that CLDR does not have.

A language that is not listed gets signs, which need no translation.
"""

from collections.abc import Mapping

from briefing.model.country import Qualifier

Words = Mapping[Qualifier, str]

QUALIFIERS: Mapping[str, Words] = {
    "en": {
        "about": "about", "at least": "at least", "over": "over", "up to": "up to",
        "nearly": "nearly",
    },
    "de": {
        "about": "rund", "at least": "mindestens", "over": "über", "up to": "bis zu",
        "nearly": "fast",
    },
    "fr": {
        "about": "environ", "at least": "au moins", "over": "plus de", "up to": "jusqu’à",
        "nearly": "près de",
    },
    "es": {
        "about": "alrededor de", "at least": "al menos", "over": "más de", "up to": "hasta",
        "nearly": "casi",
    },
    "it": {
        "about": "circa", "at least": "almeno", "over": "oltre", "up to": "fino a",
        "nearly": "quasi",
    },
    "nl": {
        "about": "ongeveer", "at least": "minstens", "over": "meer dan", "up to": "tot",
        "nearly": "bijna",
    },
    "pl": {
        "about": "około", "at least": "co najmniej", "over": "ponad", "up to": "do",
        "nearly": "prawie",
    },
    "ru": {
        "about": "около", "at least": "не менее", "over": "более", "up to": "до",
        "nearly": "почти",
    },
    "uk": {
        "about": "близько", "at least": "щонайменше", "over": "понад", "up to": "до",
        "nearly": "майже",
    },
}  # fmt: skip
SIGNS: Words = {"about": "≈", "at least": "≥", "over": ">", "up to": "≤", "nearly": "≲"}

REPORTED: Mapping[str, str] = {
    "en": "reported {}",
    "de": "gemeldet {}",
    "fr": "rapporté\u00a0: {}",
    "es": "comunicado: {}",
    "it": "riferito: {}",
    "nl": "gemeld: {}",
    "pl": "podano: {}",
    "ru": "сообщено: {}",
    "uk": "повідомлено: {}",
}
REPORTED_SIGN = "≤ {}"

PERIOD: Mapping[str, str] = {
    "en": "Period", "de": "Zeitraum", "fr": "Période", "es": "Período", "it": "Periodo",
    "nl": "Periode", "pl": "Okres", "ru": "Период", "uk": "Період",
}  # fmt: skip
"""Before the period of most figures that stand side by side."""

TO: Mapping[str, str] = {
    "en": "to", "de": "bis", "fr": "à", "es": "a", "it": "a", "nl": "tot", "pl": "do",
}  # fmt: skip
TO_SIGN = "…"
"""Also where the word would need another before the first number, and before its currency."""


FIRST_DAY: Mapping[str, str] = {"fr": "1er"}


def base_language(language: str) -> str:
    """Leave the script and region of a language tag away."""
    return language.partition("-")[0].lower()
