"""Words for classes of figures, as they stand in a legend.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping
from typing import Protocol


class ClassWords(Protocol):
    """The wording of one language; numbers come with their units."""

    def under(self, end: str) -> str:
        """Name all that is less."""

    def within(self, start: str, end: str) -> str:
        """Name what is from `start` on, but less than `end`."""

    def over(self, start: str) -> str:
        """Name `start` and all that is more."""


class _English:
    def under(self, end: str) -> str:
        return f"under {end}"

    def within(self, start: str, end: str) -> str:
        return f"{start} to under {end}"

    def over(self, start: str) -> str:
        return f"{start} and over"


class _German:
    def under(self, end: str) -> str:
        return f"unter {end}"

    def within(self, start: str, end: str) -> str:
        return f"{start} bis unter {end}"

    def over(self, start: str) -> str:
        return f"{start} und mehr"


class _French:
    def under(self, end: str) -> str:
        return f"moins de {end}"

    def within(self, start: str, end: str) -> str:
        return f"de {start} à moins de {end}"

    def over(self, start: str) -> str:
        return f"{start} et plus"


class _Russian:
    def under(self, end: str) -> str:
        return f"менее {end}"

    def within(self, start: str, end: str) -> str:
        return f"от {start}, но менее {end}"

    def over(self, start: str) -> str:
        return f"{start} и более"


_LANGUAGES: Mapping[str, ClassWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def class_words(language: str) -> ClassWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]
