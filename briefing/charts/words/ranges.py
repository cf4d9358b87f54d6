"""Words for ranges: on the drawing, and in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.charts.words.french import FRENCH_COLON, french_paired
from briefing.charts.words.grammar import listed, paired, sentence
from briefing.charts.words.russian import russian_count, russian_paired


class RangeWords(Protocol):
    """The wording of one language. Sentences end in their full stop; `names` holds at least one."""

    def missing_end(self, column: str) -> str:
        """Say, beside the other end, of which column there is no data."""

    def chart(self, title: str) -> str:
        """Name the kind."""

    def rows(self, count: int, columns: Sequence[str]) -> str:
        """Tell how many there are, and of what both ends are; of single figures there is none."""

    def widest(self, names: Sequence[str], first: str, second: str) -> str:
        """Name those whose ends are farthest apart."""

    def narrowest(self, names: Sequence[str], first: str, second: str) -> str:
        """Name those whose ends are nearest to each other."""

    def row(self, name: str, ends: Sequence[tuple[str, str]]) -> str:
        """Tell both ends, each by its column; either may be that there is no data."""

    def each(self, rows: Sequence[tuple[str, str]]) -> str:
        """Tell every row of single figures that has data."""

    def others(self, count: int) -> str:
        """Tell that not every row is told of."""


class _English:
    def missing_end(self, column: str) -> str:
        return f"{column}: no data"

    def chart(self, title: str) -> str:
        return sentence(f"Range chart: {title}")

    def rows(self, count: int, columns: Sequence[str]) -> str:
        number = "1 row" if count == 1 else f"{count} rows"
        return sentence(f"{number}: {listed(columns, 'and')}" if columns else number)

    def widest(self, names: Sequence[str], first: str, second: str) -> str:
        return sentence(f"Widest gap: {listed(names, 'and')}, {first} and {second}")

    def narrowest(self, names: Sequence[str], first: str, second: str) -> str:
        return sentence(f"Narrowest gap: {listed(names, 'and')}, {first} and {second}")

    def row(self, name: str, ends: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}: {paired(ends)}")

    def each(self, rows: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Values: {paired(rows)}")

    def others(self, count: int) -> str:
        return "1 more row." if count == 1 else f"{count} more rows."


class _German:
    def missing_end(self, column: str) -> str:
        return f"{column}: keine Daten"

    def chart(self, title: str) -> str:
        return sentence(f"Spannweitendiagramm: {title}")

    def rows(self, count: int, columns: Sequence[str]) -> str:
        number = "1 Zeile" if count == 1 else f"{count} Zeilen"
        return sentence(f"{number}: {listed(columns, 'und')}" if columns else number)

    def widest(self, names: Sequence[str], first: str, second: str) -> str:
        return sentence(f"Größter Abstand: {listed(names, 'und')}, {first} und {second}")

    def narrowest(self, names: Sequence[str], first: str, second: str) -> str:
        return sentence(f"Kleinster Abstand: {listed(names, 'und')}, {first} und {second}")

    def row(self, name: str, ends: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}: {paired(ends)}")

    def each(self, rows: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Werte: {paired(rows)}")

    def others(self, count: int) -> str:
        return "1 weitere Zeile." if count == 1 else f"{count} weitere Zeilen."


class _French:
    def missing_end(self, column: str) -> str:
        return f"{column}{FRENCH_COLON}aucune donnée"

    def chart(self, title: str) -> str:
        return sentence(f"Diagramme d’intervalles{FRENCH_COLON}{title}")

    def rows(self, count: int, columns: Sequence[str]) -> str:
        number = "1 ligne" if count == 1 else f"{count} lignes"
        return sentence(f"{number}{FRENCH_COLON}{listed(columns, 'et')}" if columns else number)

    def widest(self, names: Sequence[str], first: str, second: str) -> str:
        return sentence(f"Plus grand écart{FRENCH_COLON}{listed(names, 'et')}, {first} et {second}")

    def narrowest(self, names: Sequence[str], first: str, second: str) -> str:
        return sentence(f"Plus petit écart{FRENCH_COLON}{listed(names, 'et')}, {first} et {second}")

    def row(self, name: str, ends: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}{FRENCH_COLON}{french_paired(ends)}")

    def each(self, rows: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Valeurs{FRENCH_COLON}{french_paired(rows)}")

    def others(self, count: int) -> str:
        return "1 autre ligne." if count == 1 else f"{count} autres lignes."


class _Russian:
    def missing_end(self, column: str) -> str:
        return f"{column}: нет данных"

    def chart(self, title: str) -> str:
        return sentence(f"Диаграмма диапазонов: {title}")

    def rows(self, count: int, columns: Sequence[str]) -> str:
        number = russian_count(count, "строка", "строки", "строк")
        return sentence(f"{number}: {listed(columns, 'и')}" if columns else number)

    def widest(self, names: Sequence[str], first: str, second: str) -> str:
        return sentence(f"Наибольший разрыв: {listed(names, 'и')}, {first} и {second}")

    def narrowest(self, names: Sequence[str], first: str, second: str) -> str:
        return sentence(f"Наименьший разрыв: {listed(names, 'и')}, {first} и {second}")

    def row(self, name: str, ends: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}: {russian_paired(ends)}")

    def each(self, rows: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Значения: {russian_paired(rows)}")

    def others(self, count: int) -> str:
        return f"Ещё {russian_count(count, 'строка', 'строки', 'строк')}."


_LANGUAGES: Mapping[str, RangeWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def range_words(language: str) -> RangeWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]
