"""Words of small multiples, in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping
from typing import Protocol


class MultiplesWords(Protocol):
    """The wording of one language."""

    def kind(self, title: str) -> str:
        """Name the kind and the title, without a full stop."""

    def panels(self, count: int, first: str, last: str) -> str:
        """Tell how many small charts there are, and from when to when."""


class _English:
    def kind(self, title: str) -> str:
        return f"Small multiples: {title}"

    def panels(self, count: int, first: str, last: str) -> str:
        number = "1 small line chart" if count == 1 else f"{count} small line charts on one scale"
        return f"{number}, {first}." if first == last else f"{number}, {first} to {last}."


class _German:
    def kind(self, title: str) -> str:
        return f"Kleine Vielfache: {title}"

    def panels(self, count: int, first: str, last: str) -> str:
        number = (
            "1 kleines Liniendiagramm"
            if count == 1
            else f"{count} kleine Liniendiagramme mit derselben Skala"
        )
        return f"{number}, {first}." if first == last else f"{number}, {first} bis {last}."


class _French:
    def kind(self, title: str) -> str:
        return f"Petits multiples\u00a0: {title}"

    def panels(self, count: int, first: str, last: str) -> str:
        number = (
            "1 petit graphique en courbe"
            if count == 1
            else f"{count} petits graphiques en courbe à la même échelle"
        )
        return f"{number}, {first}." if first == last else f"{number}, de {first} à {last}."


class _Russian:
    def kind(self, title: str) -> str:
        return f"Серия малых графиков: {title}"

    def panels(self, count: int, first: str, last: str) -> str:
        number = f"{count} {_graphs(count)}"
        if count > 1:
            number += " в одном масштабе"
        return f"{number}, {first}." if first == last else f"{number}, {first} – {last}."


def _graphs(count: int) -> str:
    """Decline (CLDR 48, Language Plural Rules)."""
    ones, tens = count % 10, count % 100
    if ones == 1 and tens != 11:
        return "малый линейный график"
    if 2 <= ones <= 4 and not 12 <= tens <= 14:
        return "малых линейных графика"
    return "малых линейных графиков"


_LANGUAGES: Mapping[str, MultiplesWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def multiples_words(language: str) -> MultiplesWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]
