"""Words of timelines, in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping
from typing import Protocol

from briefing.charts.words.french import FRENCH_COLON, french_span
from briefing.charts.words.grammar import capital, sentence
from briefing.charts.words.russian import russian_count, russian_span


class TimelineWords(Protocol):
    """The wording of one language; dates come worded."""

    def kind(self, title: str) -> str:
        """Name the kind and the title, without a full stop."""

    def events(self, count: int, first: str, last: str) -> str:
        """Tell how many there are, and from when to when."""

    def event(self, date: str, text: str, lane: str, *, highlighted: bool) -> str:
        """Tell one; the name of its lane may be empty. Without a full stop."""

    def others(self, count: int) -> str:
        """Tell that not every event is told of."""


class _English:
    def kind(self, title: str) -> str:
        return f"Timeline: {title}"

    def events(self, count: int, first: str, last: str) -> str:
        number = "1 event" if count == 1 else f"{count} events"
        return f"{number}, {first}." if first == last else f"{number}, {first} to {last}."

    def event(self, date: str, text: str, lane: str, *, highlighted: bool) -> str:
        return _told(date, text, lane, "highlighted" if highlighted else "", ": ")

    def others(self, count: int) -> str:
        return "1 more event." if count == 1 else f"{count} more events."


class _German:
    def kind(self, title: str) -> str:
        return f"Zeitleiste: {title}"

    def events(self, count: int, first: str, last: str) -> str:
        number = "1 Ereignis" if count == 1 else f"{count} Ereignisse"
        return sentence(f"{number}, {first}" if first == last else f"{number}, {first} bis {last}")

    def event(self, date: str, text: str, lane: str, *, highlighted: bool) -> str:
        return _told(date, text, lane, "hervorgehoben" if highlighted else "", ": ")

    def others(self, count: int) -> str:
        return "1 weiteres Ereignis." if count == 1 else f"{count} weitere Ereignisse."


class _French:
    def kind(self, title: str) -> str:
        return f"Chronologie{FRENCH_COLON}{title}"

    def events(self, count: int, first: str, last: str) -> str:
        number = f"{count} événement" if count < 2 else f"{count} événements"
        return sentence(f"{number}, {first if first == last else french_span(first, last)}")

    def event(self, date: str, text: str, lane: str, *, highlighted: bool) -> str:
        return _told(date, text, lane, "mis en évidence" if highlighted else "", FRENCH_COLON)

    def others(self, count: int) -> str:
        return "1 autre événement." if count == 1 else f"{count} autres événements."


class _Russian:
    def kind(self, title: str) -> str:
        return f"Хронология: {title}"

    def events(self, count: int, first: str, last: str) -> str:
        number = russian_count(count, "событие", "события", "событий")
        return sentence(f"{number}, {first if first == last else russian_span(first, last)}")

    def event(self, date: str, text: str, lane: str, *, highlighted: bool) -> str:
        return _told(date, text, lane, "выделено" if highlighted else "", ": ")

    def others(self, count: int) -> str:
        return f"Ещё {russian_count(count, 'событие', 'события', 'событий')}."


_LANGUAGES: Mapping[str, TimelineWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def timeline_words(language: str) -> TimelineWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]


def _told(date: str, text: str, lane: str, mark: str, colon: str) -> str:
    aside = ", ".join(part for part in (lane, mark) if part)
    head = capital(f"{date} ({aside})" if aside else date)
    return f"{head}{colon}{text}" if head else text
