"""Words of small multiples, in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping
from typing import Protocol

from briefing.charts.words.french import FRENCH_COLON, french_span
from briefing.charts.words.grammar import sentence
from briefing.charts.words.russian import russian_count, russian_span


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
        return f"Reihe kleiner Diagramme: {title}"

    def panels(self, count: int, first: str, last: str) -> str:
        number = (
            "1 kleines Liniendiagramm"
            if count == 1
            else f"{count} kleine Liniendiagramme mit derselben Skala"
        )
        return sentence(f"{number}, {first}" if first == last else f"{number}, {first} bis {last}")


class _French:
    def kind(self, title: str) -> str:
        return f"Série de petits graphiques{FRENCH_COLON}{title}"

    def panels(self, count: int, first: str, last: str) -> str:
        number = (
            "1 petit graphique en courbes"
            if count == 1
            else f"{count} petits graphiques en courbes à la même échelle"
        )
        return sentence(f"{number}, {first if first == last else french_span(first, last)}")


class _Russian:
    def kind(self, title: str) -> str:
        return f"Серия малых графиков: {title}"

    def panels(self, count: int, first: str, last: str) -> str:
        number = russian_count(
            count, "малый линейный график", "малых линейных графика", "малых линейных графиков"
        )
        if count > 1:
            number += " в одном масштабе"
        return sentence(f"{number}, {first if first == last else russian_span(first, last)}")


_LANGUAGES: Mapping[str, MultiplesWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def multiples_words(language: str) -> MultiplesWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]
