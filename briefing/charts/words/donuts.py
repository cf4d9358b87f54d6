"""Words for parts of a ring, in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.charts.words.french import FRENCH_COLON, french_paired
from briefing.charts.words.grammar import listed, paired, sentence
from briefing.charts.words.russian import russian_count, russian_paired


class DonutWords(Protocol):
    """The wording of one language. Sentences end in their full stop; `names` holds at least one."""

    def chart(self, title: str) -> str:
        """Name the kind."""

    def parts(self, count: int, whole: str, total: str) -> str:
        """Tell how many there are, of what, and how much that is; either may be empty."""

    def largest(self, names: Sequence[str], text: str) -> str:
        """Name the largest."""

    def smallest(self, names: Sequence[str], text: str) -> str:
        """Name the smallest."""

    def alike(self, text: str) -> str:
        """Tell that all are of one size."""

    def each(self, parts: Sequence[tuple[str, str]]) -> str:
        """Tell all parts that have data, clockwise."""


class _English:
    def chart(self, title: str) -> str:
        return sentence(f"Donut chart: {title}")

    def parts(self, count: int, whole: str, total: str) -> str:
        number = "1 part" if count == 1 else f"{count} parts"
        return sentence(f"{number}{_whole(whole, total, ': ')}")

    def largest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Largest: {listed(names, 'and')}, {text}")

    def smallest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Smallest: {listed(names, 'and')}, {text}")

    def alike(self, text: str) -> str:
        return sentence(f"Each part is {text}")

    def each(self, parts: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Clockwise from the top: {paired(parts)}")


class _German:
    def chart(self, title: str) -> str:
        return sentence(f"Ringdiagramm: {title}")

    def parts(self, count: int, whole: str, total: str) -> str:
        number = "1 Teil" if count == 1 else f"{count} Teile"
        return sentence(f"{number}{_whole(whole, total, ': ')}")

    def largest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Am größten: {listed(names, 'und')}, {text}")

    def smallest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Am kleinsten: {listed(names, 'und')}, {text}")

    def alike(self, text: str) -> str:
        return sentence(f"Größe jedes Teils: {text}")

    def each(self, parts: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Von oben im Uhrzeigersinn: {paired(parts)}")


class _French:
    def chart(self, title: str) -> str:
        return sentence(f"Diagramme en anneau{FRENCH_COLON}{title}")

    def parts(self, count: int, whole: str, total: str) -> str:
        number = "1 partie" if count == 1 else f"{count} parties"
        return sentence(f"{number}{_whole(whole, total, FRENCH_COLON)}")

    def largest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Maximum{FRENCH_COLON}{listed(names, 'et')}, {text}")

    def smallest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Minimum{FRENCH_COLON}{listed(names, 'et')}, {text}")

    def alike(self, text: str) -> str:
        return sentence(f"Taille de chaque partie{FRENCH_COLON}{text}")

    def each(self, parts: Sequence[tuple[str, str]]) -> str:
        start = "Depuis le haut, dans le sens des aiguilles d’une montre"
        return sentence(f"{start}{FRENCH_COLON}{french_paired(parts)}")


class _Russian:
    def chart(self, title: str) -> str:
        return sentence(f"Кольцевая диаграмма: {title}")

    def parts(self, count: int, whole: str, total: str) -> str:
        number = russian_count(count, "часть", "части", "частей")
        return sentence(f"{number}{_whole(whole, total, ': ')}")

    def largest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Больше всего: {listed(names, 'и')}, {text}")

    def smallest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Меньше всего: {listed(names, 'и')}, {text}")

    def alike(self, text: str) -> str:
        return sentence(f"Размер каждой части: {text}")

    def each(self, parts: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Сверху по часовой стрелке: {russian_paired(parts)}")


_LANGUAGES: Mapping[str, DonutWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def donut_words(language: str) -> DonutWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]


def _whole(whole: str, total: str, colon: str) -> str:
    """Name the whole as it stands in the middle, so that it needs no case."""
    told = ", ".join([text for text in (whole, total) if text])
    return f"{colon}{told}" if told else ""
