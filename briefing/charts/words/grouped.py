"""Words for bars in groups, in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.charts.words.french import FRENCH_COLON, FRENCH_SEMICOLON
from briefing.charts.words.grammar import NBSP, listed, sentence, strung
from briefing.charts.words.russian import russian_count


class GroupedWords(Protocol):
    """The wording of one language. Sentences end in their full stop; `names` holds at least one."""

    def chart(self, title: str) -> str:
        """Name the kind."""

    def groups(self, count: int, names: Sequence[str]) -> str:
        """Tell how many there are, and the bars of each from the top."""

    def series(self, name: str) -> str:
        """Say whose bars the next sentences are of."""

    def group(self, name: str, bars: Sequence[tuple[str, str]]) -> str:
        """Tell every bar of a group, those without data too; the name of an only bar is empty."""

    def missing(self, names: Sequence[str]) -> str:
        """Tell which bars have no data; a name has a comma in it."""

    def many_missing(self, count: int) -> str:
        """Tell how many bars have no data, where they are too many to name."""


class _English:
    def chart(self, title: str) -> str:
        return sentence(f"Grouped bar chart: {title}")

    def groups(self, count: int, names: Sequence[str]) -> str:
        number = "1 group" if count == 1 else f"{count} groups"
        each = "1 bar" if len(names) == 1 else f"{len(names)} bars"
        return sentence(f"{number} of {each}{_named(names, 'and')}")

    def series(self, name: str) -> str:
        return sentence(f"Bars for {name}")

    def group(self, name: str, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(_group(name, bars))

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"No data: {'; '.join(names)}")

    def many_missing(self, count: int) -> str:
        return f"No data for {count} bars."


class _German:
    def chart(self, title: str) -> str:
        return sentence(f"Gruppiertes Balkendiagramm: {title}")

    def groups(self, count: int, names: Sequence[str]) -> str:
        number = "1 Gruppe" if count == 1 else f"{count} Gruppen"
        each = f"{'' if count == 1 else 'je '}{len(names)} Balken"
        return sentence(f"{number} mit {each}{_named(names, 'und')}")

    def series(self, name: str) -> str:
        return sentence(f"Balken „{name}“")

    def group(self, name: str, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(_group(name, bars))

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"Keine Daten: {'; '.join(names)}")

    def many_missing(self, count: int) -> str:
        return f"Keine Daten für {count} Balken."


class _French:
    def chart(self, title: str) -> str:
        return sentence(f"Diagramme en barres groupées{FRENCH_COLON}{title}")

    def groups(self, count: int, names: Sequence[str]) -> str:
        number = "1 groupe" if count == 1 else f"{count} groupes"
        each = "1 barre" if len(names) == 1 else f"{len(names)} barres"
        return sentence(f"{number} de {each}{_named(names, 'et', colon=FRENCH_COLON)}")

    def series(self, name: str) -> str:
        return sentence(f"Barres «{NBSP}{name}{NBSP}»")

    def group(self, name: str, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(_group(name, bars, FRENCH_COLON, FRENCH_SEMICOLON))

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"Aucune donnée{FRENCH_COLON}{strung(names, FRENCH_SEMICOLON)}")

    def many_missing(self, count: int) -> str:
        return f"Aucune donnée pour {count} barres."


class _Russian:
    def chart(self, title: str) -> str:
        return sentence(f"Столбчатая диаграмма с группами: {title}")

    def groups(self, count: int, names: Sequence[str]) -> str:
        number = russian_count(count, "группа", "группы", "групп")
        each = russian_count(len(names), "столбец", "столбца", "столбцов")
        return sentence(f"{number}, в каждой {each}{_named(names, 'и')}")

    def series(self, name: str) -> str:
        return sentence(f"Столбцы «{name}»")

    def group(self, name: str, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(_group(name, bars))

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"Нет данных: {'; '.join(names)}")

    def many_missing(self, count: int) -> str:
        number = russian_count(count, "столбца", "столбцов", "столбцов")
        return f"Нет данных для {number}."


_LANGUAGES: Mapping[str, GroupedWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def grouped_words(language: str) -> GroupedWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]


def _named(names: Sequence[str], link: str, *, colon: str = ": ") -> str:
    return f"{colon}{listed(names, link)}" if all(names) else ""


def _group(
    name: str, bars: Sequence[tuple[str, str]], colon: str = ": ", semicolon: str = "; "
) -> str:
    if len(bars) == 1 and not bars[0][0]:
        return f"{name}{colon}{bars[0][1]}"
    return f"{name}, " + semicolon.join([f"{series}{colon}{text}" for series, text in bars])
