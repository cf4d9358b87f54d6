"""Words of several kinds: on the drawing, and in the alternative text.

To add a language, write a module like `english` and enter what it gives in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.charts.words.english import ENGLISH
from briefing.charts.words.french import FRENCH
from briefing.charts.words.german import GERMAN
from briefing.charts.words.russian import RUSSIAN


class Words(Protocol):
    """The wording of one language. Sentences end in their full stop; `names` holds at least one."""

    language: str
    no_data: str
    broken_scale: str

    def bar_chart(self, title: str) -> str:
        """Name the kind."""

    def line_chart(self, title: str) -> str:
        """Name the kind."""

    def measure(self, text: str) -> str:
        """Tell what is measured."""

    def bars(self, count: int) -> str:
        """Tell how many there are."""

    def lines(self, count: int, first: str, last: str) -> str:
        """Tell how many there are, and from when to when."""

    def each_bar(self, bars: Sequence[tuple[str, str]]) -> str:
        """Name every bar that has data and its value, in print order."""

    def few_bars(self, count: int, bars: Sequence[tuple[str, str]]) -> str:
        """Tell how many there are, and likewise name those that have data."""

    def all_alike(self, text: str) -> str:
        """Tell that there is no highest and no lowest."""

    def highest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        """Name the highest; where others may be higher, those drawn longest."""

    def lowest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        """Name the lowest; where others may be lower, those drawn shortest."""

    def ranked(
        self, name: str, text: str, ranks: tuple[int, int], count: int, *, shared: bool
    ) -> str:
        """Tell where something highlighted stands, from which rank to which; 1 is the highest."""

    def highlighted(self, name: str) -> str:
        """Mark a name as that of something highlighted."""

    def at(self, text: str, period: str) -> str:
        """Tell when a figure was what it was."""

    def single(self, name: str, text: str, period: str) -> str:
        """Tell of a line of one point."""

    def change(self, name: str, first: str, start: str, last: str, end: str, peak: str) -> str:
        """Tell the ends of a line; `peak` is a clause or empty."""

    def peak(self, text: str, period: str) -> str:
        """Tell the highest point, where it is neither the first nor the last."""

    def each_point(self, points: Sequence[tuple[str, str]]) -> str:
        """Tell every point of the line told of last: figures and their periods."""

    def reference(self, name: str, text: str) -> str:
        """Tell what to compare with."""

    def missing(self, names: Sequence[str]) -> str:
        """Tell who has no data."""

    def gaps(self, name: str, spans: Sequence[tuple[str, str]]) -> str:
        """Tell between which periods a line has no data."""

    def other_lines(self, count: int) -> str:
        """Tell that not every line is told of."""


_LANGUAGES: Mapping[str, Words] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "ru": RUSSIAN,
}
KNOWN = tuple(sorted(_LANGUAGES))


def words_of(language: str) -> Words | None:
    """Find the wording for a BCP 47 tag; None where the language has none."""
    return _LANGUAGES.get(language.partition("-")[0].lower())
