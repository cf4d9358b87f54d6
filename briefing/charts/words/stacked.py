"""Words for bars of parts: on the drawing, and in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.charts.words.french import FRENCH_COLON, FRENCH_SEMICOLON, french_paired
from briefing.charts.words.grammar import listed, paired, sentence, strung
from briefing.charts.words.russian import russian_count, russian_paired


class StackedWords(Protocol):
    """The wording of one language. Sentences end in their full stop; `names` holds at least one."""

    def chart(self, title: str) -> str:
        """Name the kind."""

    def bars(self, count: int, names: Sequence[str]) -> str:
        """Tell how many there are, and the parts of each from the left."""

    def whole(self, text: str) -> str:
        """Tell what the parts of each bar sum to."""

    def totals(self) -> str:
        """Say that the next sentences are of whole bars."""

    def bar(self, name: str, parts: Sequence[tuple[str, str]], total: str) -> str:
        """Tell every part of a bar that has data; `total` is empty where all sum to the same."""

    def largest(self, bars: Sequence[tuple[str, str, str]]) -> str:
        """Tell the largest part of each bar: its name, that of the part, and the figure."""

    def without(self, names: Sequence[str]) -> str:
        """Tell beside a bar which of its parts have no data; no sentence."""

    def missing(self, names: Sequence[str]) -> str:
        """Tell which parts have no data; a name has a comma in it."""

    def many_missing(self, count: int) -> str:
        """Tell how many parts have no data, where they are too many to name."""


class _English:
    def chart(self, title: str) -> str:
        return sentence(f"Stacked bar chart: {title}")

    def bars(self, count: int, names: Sequence[str]) -> str:
        number = "1 bar" if count == 1 else f"{count} bars"
        parts = "1 part" if len(names) == 1 else f"{len(names)} parts"
        return sentence(f"{number} of {parts}: {listed(names, 'and')}")

    def whole(self, text: str) -> str:
        return sentence(f"The parts of a bar sum to {text}")

    def totals(self) -> str:
        return "Totals."

    def bar(self, name: str, parts: Sequence[tuple[str, str]], total: str) -> str:
        return sentence(_bar(name, paired(parts), f"total {total}" if total else ""))

    def largest(self, bars: Sequence[tuple[str, str, str]]) -> str:
        return sentence(f"Largest parts: {_largest(bars)}")

    def without(self, names: Sequence[str]) -> str:
        return f"no data: {', '.join(names)}"

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"No data: {'; '.join(names)}")

    def many_missing(self, count: int) -> str:
        return f"No data for {count} parts."


class _German:
    def chart(self, title: str) -> str:
        return sentence(f"Gestapeltes Balkendiagramm: {title}")

    def bars(self, count: int, names: Sequence[str]) -> str:
        parts = "1 Teil" if len(names) == 1 else f"{len(names)} Teilen"
        each = "" if count == 1 else "je "
        return sentence(f"{count} Balken aus {each}{parts}: {listed(names, 'und')}")

    def whole(self, text: str) -> str:
        return sentence(f"Die Teile eines Balkens ergeben zusammen {text}")

    def totals(self) -> str:
        return "Summen."

    def bar(self, name: str, parts: Sequence[tuple[str, str]], total: str) -> str:
        return sentence(_bar(name, paired(parts), f"zusammen {total}" if total else ""))

    def largest(self, bars: Sequence[tuple[str, str, str]]) -> str:
        return sentence(f"Größte Teile: {_largest(bars)}")

    def without(self, names: Sequence[str]) -> str:
        return f"keine Daten: {', '.join(names)}"

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"Keine Daten: {'; '.join(names)}")

    def many_missing(self, count: int) -> str:
        return f"Keine Daten für {count} Teile."


class _French:
    def chart(self, title: str) -> str:
        return sentence(f"Diagramme en barres empilées{FRENCH_COLON}{title}")

    def bars(self, count: int, names: Sequence[str]) -> str:
        number = "1 barre" if count == 1 else f"{count} barres"
        parts = "1 partie" if len(names) == 1 else f"{len(names)} parties"
        return sentence(f"{number} de {parts}{FRENCH_COLON}{listed(names, 'et')}")

    def whole(self, text: str) -> str:
        return sentence(f"Les parties d’une barre font en tout {text}")

    def totals(self) -> str:
        return "Totaux."

    def bar(self, name: str, parts: Sequence[tuple[str, str]], total: str) -> str:
        return sentence(
            _bar(
                name,
                french_paired(parts),
                f"total {total}" if total else "",
                FRENCH_COLON,
                FRENCH_SEMICOLON,
            )
        )

    def largest(self, bars: Sequence[tuple[str, str, str]]) -> str:
        return sentence(f"Parties les plus grandes{FRENCH_COLON}{_largest(bars, FRENCH_SEMICOLON)}")

    def without(self, names: Sequence[str]) -> str:
        return f"aucune donnée{FRENCH_COLON}{', '.join(names)}"

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"Aucune donnée{FRENCH_COLON}{strung(names, FRENCH_SEMICOLON)}")

    def many_missing(self, count: int) -> str:
        return f"Aucune donnée pour {count} parties."


class _Russian:
    def chart(self, title: str) -> str:
        return sentence(f"Столбчатая диаграмма с накоплением: {title}")

    def bars(self, count: int, names: Sequence[str]) -> str:
        number = russian_count(count, "столбец", "столбца", "столбцов")
        parts = russian_count(len(names), "части", "частей", "частей")
        each = "" if count == 1 else ", каждый"
        return sentence(f"{number}{each} из {parts}: {listed(names, 'и')}")

    def whole(self, text: str) -> str:
        return sentence(f"Сумма частей каждого столбца: {text}")

    def totals(self) -> str:
        return "Итого по столбцам."

    def bar(self, name: str, parts: Sequence[tuple[str, str]], total: str) -> str:
        return sentence(_bar(name, russian_paired(parts), f"всего {total}" if total else ""))

    def largest(self, bars: Sequence[tuple[str, str, str]]) -> str:
        return sentence(f"Наибольшие части: {_largest(bars)}")

    def without(self, names: Sequence[str]) -> str:
        return f"нет данных: {', '.join(names)}"

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"Нет данных: {'; '.join(names)}")

    def many_missing(self, count: int) -> str:
        number = russian_count(count, "части", "частей", "частей")
        return f"Нет данных для {number}."


_LANGUAGES: Mapping[str, StackedWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def stacked_words(language: str) -> StackedWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]


def _bar(name: str, parts: str, total: str, colon: str = ": ", semicolon: str = "; ") -> str:
    return f"{name}{colon}{semicolon.join([text for text in (parts, total) if text])}"


def _largest(bars: Sequence[tuple[str, str, str]], semicolon: str = "; ") -> str:
    return semicolon.join([f"{name}, {part}, {text}" for name, part, text in bars])
