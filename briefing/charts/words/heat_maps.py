"""Words for heat maps, in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.charts.words.french import FRENCH_COLON, french_paired
from briefing.charts.words.grammar import listed, paired, sentence
from briefing.charts.words.russian import russian_count, russian_paired


class HeatMapWords(Protocol):
    """The wording of one language. Sentences end in their full stop; `names` holds at least one."""

    def chart(self, title: str) -> str:
        """Name the kind."""

    def cells(self, rows: int, columns: int) -> str:
        """Tell how many rows and columns there are."""

    def highest(self, names: Sequence[str], text: str) -> str:
        """Name the highest of all figures."""

    def lowest(self, names: Sequence[str], text: str) -> str:
        """Name the lowest of all figures."""

    def row(self, name: str, cells: Sequence[tuple[str, str]]) -> str:
        """Tell every figure of a row by its column; the name of an only column is empty."""

    def span(self, name: str, low: tuple[str, str], high: tuple[str, str]) -> str:
        """Tell the lowest and the highest figure of a row, each after its column."""

    def alike(self, name: str, text: str) -> str:
        """Tell that all figures of a row are the same."""

    def others(self, count: int) -> str:
        """Tell that not every row is told of."""

    def missing(self, count: int) -> str:
        """Tell how many cells have no data, where they are too many to name."""


class _English:
    def chart(self, title: str) -> str:
        return sentence(f"Heat map: {title}")

    def cells(self, rows: int, columns: int) -> str:
        down = "1 row" if rows == 1 else f"{rows} rows"
        across = "1 column" if columns == 1 else f"{columns} columns"
        return f"{down} and {across}."

    def highest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Highest: {listed(names, 'and')}, {text}")

    def lowest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Lowest: {listed(names, 'and')}, {text}")

    def row(self, name: str, cells: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}: {_only(cells) or paired(cells)}")

    def span(self, name: str, low: tuple[str, str], high: tuple[str, str]) -> str:
        return sentence(f"{name}: lowest {low[1]} ({low[0]}), highest {high[1]} ({high[0]})")

    def alike(self, name: str, text: str) -> str:
        return sentence(f"{name}: always {text}")

    def others(self, count: int) -> str:
        return "1 more row." if count == 1 else f"{count} more rows."

    def missing(self, count: int) -> str:
        return f"No data for {count} cells."


class _German:
    def chart(self, title: str) -> str:
        return sentence(f"Heatmap: {title}")

    def cells(self, rows: int, columns: int) -> str:
        down = "1 Zeile" if rows == 1 else f"{rows} Zeilen"
        across = "1 Spalte" if columns == 1 else f"{columns} Spalten"
        return f"{down} und {across}."

    def highest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Am höchsten: {listed(names, 'und')}, {text}")

    def lowest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Am niedrigsten: {listed(names, 'und')}, {text}")

    def row(self, name: str, cells: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}: {_only(cells) or paired(cells)}")

    def span(self, name: str, low: tuple[str, str], high: tuple[str, str]) -> str:
        return sentence(
            f"{name}: am niedrigsten {low[1]} ({low[0]}), am höchsten {high[1]} ({high[0]})"
        )

    def alike(self, name: str, text: str) -> str:
        return sentence(f"{name}: immer {text}")

    def others(self, count: int) -> str:
        return "1 weitere Zeile." if count == 1 else f"{count} weitere Zeilen."

    def missing(self, count: int) -> str:
        return f"Keine Daten für {count} Felder."


class _French:
    def chart(self, title: str) -> str:
        return sentence(f"Carte de chaleur{FRENCH_COLON}{title}")

    def cells(self, rows: int, columns: int) -> str:
        down = "1 ligne" if rows == 1 else f"{rows} lignes"
        across = "1 colonne" if columns == 1 else f"{columns} colonnes"
        return f"{down} et {across}."

    def highest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Maximum{FRENCH_COLON}{listed(names, 'et')}, {text}")

    def lowest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Minimum{FRENCH_COLON}{listed(names, 'et')}, {text}")

    def row(self, name: str, cells: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}{FRENCH_COLON}{_only(cells) or french_paired(cells)}")

    def span(self, name: str, low: tuple[str, str], high: tuple[str, str]) -> str:
        return sentence(
            f"{name}{FRENCH_COLON}minimum {low[1]} ({low[0]}), maximum {high[1]} ({high[0]})"
        )

    def alike(self, name: str, text: str) -> str:
        return sentence(f"{name}{FRENCH_COLON}toujours {text}")

    def others(self, count: int) -> str:
        return "1 autre ligne." if count == 1 else f"{count} autres lignes."

    def missing(self, count: int) -> str:
        return f"Aucune donnée pour {count} cases."


class _Russian:
    def chart(self, title: str) -> str:
        return sentence(f"Тепловая карта: {title}")

    def cells(self, rows: int, columns: int) -> str:
        down = russian_count(rows, "строка", "строки", "строк")
        across = russian_count(columns, "столбец", "столбца", "столбцов")
        return f"{down} и {across}."

    def highest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Максимум: {listed(names, 'и')}, {text}")

    def lowest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Минимум: {listed(names, 'и')}, {text}")

    def row(self, name: str, cells: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}: {_only(cells) or russian_paired(cells)}")

    def span(self, name: str, low: tuple[str, str], high: tuple[str, str]) -> str:
        return sentence(f"{name}: минимум {low[1]} ({low[0]}), максимум {high[1]} ({high[0]})")

    def alike(self, name: str, text: str) -> str:
        return sentence(f"{name}: везде {text}")

    def others(self, count: int) -> str:
        return f"Ещё {russian_count(count, 'строка', 'строки', 'строк')}."

    def missing(self, count: int) -> str:
        return f"Нет данных для {russian_count(count, 'ячейки', 'ячеек', 'ячеек')}."


_LANGUAGES: Mapping[str, HeatMapWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def heat_map_words(language: str) -> HeatMapWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]


def _only(cells: Sequence[tuple[str, str]]) -> str:
    return cells[0][1] if len(cells) == 1 and not cells[0][0] else ""
