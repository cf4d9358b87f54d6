"""Words of several kinds: on the drawing, and in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol


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


class _English:
    language = "en"
    no_data = "no data"
    broken_scale = "scale does not start at zero"

    def bar_chart(self, title: str) -> str:
        return _sentence(f"Bar chart: {title}")

    def line_chart(self, title: str) -> str:
        return _sentence(f"Line chart: {title}")

    def measure(self, text: str) -> str:
        return _sentence(text)

    def bars(self, count: int) -> str:
        return "1 bar." if count == 1 else f"{count} bars."

    def lines(self, count: int, first: str, last: str) -> str:
        number = "1 line" if count == 1 else f"{count} lines"
        return f"{number}, {first}." if first == last else f"{number}, {first} to {last}."

    def each_bar(self, bars: Sequence[tuple[str, str]]) -> str:
        return _sentence(f"Values: {_paired(bars)}")

    def few_bars(self, count: int, bars: Sequence[tuple[str, str]]) -> str:
        return _sentence(f"{self.bars(count)[:-1]}: {_paired(bars)}")

    def all_alike(self, text: str) -> str:
        return _sentence(f"All are {text}")

    def highest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        return _sentence(f"{'Highest' if sure else 'Longest bar'}: {_few(names)}, {text}")

    def lowest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        return _sentence(f"{'Lowest' if sure else 'Shortest bar'}: {_few(names)}, {text}")

    def ranked(
        self, name: str, text: str, ranks: tuple[int, int], count: int, *, shared: bool
    ) -> str:
        best, worst = ranks
        rank = f"rank {best}" if best == worst else f"rank {best} to {worst}"
        return f"Highlighted: {name}, {text}, {'joint ' if shared else ''}{rank} of {count}."

    def highlighted(self, name: str) -> str:
        return f"{name} (highlighted)"

    def at(self, text: str, period: str) -> str:
        return f"{text} ({period})"

    def single(self, name: str, text: str, period: str) -> str:
        return f"{name}: {text} ({period})."

    def change(self, name: str, first: str, start: str, last: str, end: str, peak: str) -> str:
        if first == last:
            return f"{name}: {first} ({start} and {end}){peak}."
        return f"{name}: from {first} ({start}) to {last} ({end}){peak}."

    def peak(self, text: str, period: str) -> str:
        return f", highest {text} ({period})"

    def each_point(self, points: Sequence[tuple[str, str]]) -> str:
        return f"All points: {', '.join([self.at(text, period) for text, period in points])}."

    def reference(self, name: str, text: str) -> str:
        return _sentence(f"{name}: {text}")

    def missing(self, names: Sequence[str]) -> str:
        return f"No data for {_listed(names)}."

    def gaps(self, name: str, spans: Sequence[tuple[str, str]]) -> str:
        between = _listed([f"between {start} and {end}" for start, end in spans])
        return f"No data for {name} {between}."

    def other_lines(self, count: int) -> str:
        return "1 more line." if count == 1 else f"{count} more lines."


_LANGUAGES: Mapping[str, Words] = {"en": _English()}
KNOWN = tuple(sorted(_LANGUAGES))
_NAMED = 3  # more bars than these are counted, not named


def words_of(language: str) -> Words | None:
    """Find the wording for a BCP 47 tag; None where the language has none."""
    return _LANGUAGES.get(language.partition("-")[0].lower())


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _few(names: Sequence[str]) -> str:
    return _listed(names) if len(names) <= _NAMED else f"{len(names)} bars"


def _paired(bars: Sequence[tuple[str, str]]) -> str:
    """Write names and values; a name that ends in a digit must not run into its value."""
    link = ": " if any(name[-1:].isdigit() for name, _ in bars) else " "
    comma = "; " if any("," in name for name, _ in bars) else ", "
    return comma.join([f"{name}{link}{text}" for name, text in bars])


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
