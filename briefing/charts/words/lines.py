"""Words of charts over time: of their scale, and of what stands behind and beside the lines.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping
from typing import Protocol

from briefing.charts.words.french import FRENCH_COLON, french_span
from briefing.charts.words.grammar import NBSP, sentence
from briefing.charts.words.russian import russian_span


class LineWords(Protocol):
    """The wording of one language; figures and dates come worded.

    Attributes:
        logarithmic: Stands on the axis.
        equal_ratios: Tells the same as a sentence.
    """

    logarithmic: str
    equal_ratios: str

    def stretch(self, start: str, end: str) -> str:
        """Give two ends, of dates or of values."""

    def band(self, label: str, span: str) -> str:
        """Tell of a stretch that is picked out."""

    def remark(self, name: str, period: str, text: str) -> str:
        """Tell what is remarked on one point; the only line has no name."""


class _English:
    logarithmic = "logarithmic scale"
    equal_ratios = "The scale is logarithmic."

    def stretch(self, start: str, end: str) -> str:
        return f"{start} to {end}"

    def band(self, label: str, span: str) -> str:
        return sentence(f"Picked out: {label}, {span}")

    def remark(self, name: str, period: str, text: str) -> str:
        return f"Remark on {_named(name, period)}: “{text}”."


class _German:
    logarithmic = "logarithmische Skala"
    equal_ratios = "Die Skala ist logarithmisch."

    def stretch(self, start: str, end: str) -> str:
        return f"{start} bis {end}"

    def band(self, label: str, span: str) -> str:
        return sentence(f"Hervorgehobener Bereich: {label}, {span}")

    def remark(self, name: str, period: str, text: str) -> str:
        return f"Anmerkung ({_named(name, period)}): „{text}“."


class _French:
    logarithmic = "échelle logarithmique"
    equal_ratios = "L’échelle est logarithmique."

    def stretch(self, start: str, end: str) -> str:
        return french_span(start, end)

    def band(self, label: str, span: str) -> str:
        return sentence(f"Plage mise en évidence{FRENCH_COLON}{label}, {span}")

    def remark(self, name: str, period: str, text: str) -> str:
        return f"Remarque ({_named(name, period)}){FRENCH_COLON}«{NBSP}{text}{NBSP}»."


class _Russian:
    logarithmic = "логарифмическая шкала"
    equal_ratios = "Шкала логарифмическая."

    def stretch(self, start: str, end: str) -> str:
        return russian_span(start, end)

    def band(self, label: str, span: str) -> str:
        return sentence(f"Выделенная область: {label}, {span}")

    def remark(self, name: str, period: str, text: str) -> str:
        return f"Примечание ({_named(name, period)}): «{text}»."


_LANGUAGES: Mapping[str, LineWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def line_words(language: str) -> LineWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]


def _named(name: str, period: str) -> str:
    return f"{name}, {period}" if name else period
