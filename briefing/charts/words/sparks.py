"""Words for small lines in tables, in their alternative texts.

They stand in a cell of a row that has a name, so they name nobody and are no whole sentences.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.charts.words.french import french_between
from briefing.charts.words.german import german_between
from briefing.charts.words.russian import russian_span


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
        between = " und ".join([german_between(start, end) for start, end in spans])
        return f"keine Daten {between}"


class _French:
    def course(self, first: str, last: str) -> str:
        return f"au début {first}, à la fin {last}"

    def lowest(self, text: str) -> str:
        return f"minimum {text}"

    def highest(self, text: str) -> str:
        return f"maximum {text}"

    def gaps(self, spans: Sequence[tuple[str, str]]) -> str:
        between = " et ".join([french_between(start, end) for start, end in spans])
        return f"aucune donnée {between}"


class _Russian:
    def course(self, first: str, last: str) -> str:
        return f"сначала {first}, в конце {last}"

    def lowest(self, text: str) -> str:
        return f"минимум {text}"

    def highest(self, text: str) -> str:
        return f"максимум {text}"

    def gaps(self, spans: Sequence[tuple[str, str]]) -> str:
        between = "; ".join([russian_span(start, end) for start, end in spans])
        return f"нет данных за промежутки: {between}"


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
