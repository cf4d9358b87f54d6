"""Words for small lines in tables, in their alternative texts.

They stand in a cell of a row that has a name, so they name nobody and are no whole sentences.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.charts.words.french import french_gaps
from briefing.charts.words.german import german_gaps
from briefing.charts.words.russian import russian_gaps


class SparkWords(Protocol):
    """The wording of one language; figures come with their periods, as in "5% (2019)"."""

    def course(self, first: str, last: str) -> str:
        """Tell where a line begins and ends."""

    def lowest(self, text: str) -> str:
        """Tell its lowest point."""

    def highest(self, text: str) -> str:
        """Tell its highest point."""

    def gaps(self, spans: Sequence[tuple[str, str]]) -> str:
        """Tell between which periods there are no data."""


class _English:
    def course(self, first: str, last: str) -> str:
        return f"from {first} to {last}"

    def lowest(self, text: str) -> str:
        return f"lowest {text}"

    def highest(self, text: str) -> str:
        return f"highest {text}"

    def gaps(self, spans: Sequence[tuple[str, str]]) -> str:
        between = " and ".join([f"between {start} and {end}" for start, end in spans])
        return f"no data {between}"


class _German:
    def course(self, first: str, last: str) -> str:
        return f"zuerst {first}, zuletzt {last}"

    def lowest(self, text: str) -> str:
        return f"am niedrigsten {text}"

    def highest(self, text: str) -> str:
        return f"am höchsten {text}"

    def gaps(self, spans: Sequence[tuple[str, str]]) -> str:
        return f"keine Daten {german_gaps(spans)}"


class _French:
    def course(self, first: str, last: str) -> str:
        return f"au début {first}, à la fin {last}"

    def lowest(self, text: str) -> str:
        return f"minimum {text}"

    def highest(self, text: str) -> str:
        return f"maximum {text}"

    def gaps(self, spans: Sequence[tuple[str, str]]) -> str:
        return f"aucune donnée {french_gaps(spans)}"


class _Russian:
    def course(self, first: str, last: str) -> str:
        return f"сначала {first}, в конце {last}"

    def lowest(self, text: str) -> str:
        return f"минимум {text}"

    def highest(self, text: str) -> str:
        return f"максимум {text}"

    def gaps(self, spans: Sequence[tuple[str, str]]) -> str:
        return f"нет данных {russian_gaps(spans)}"


_LANGUAGES: Mapping[str, SparkWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}
KNOWN = tuple(sorted(_LANGUAGES))


def spark_words(language: str) -> SparkWords | None:
    """Find the wording for a BCP 47 tag; None where the language has none."""
    return _LANGUAGES.get(language.partition("-")[0].lower())
