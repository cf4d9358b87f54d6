"""Words of several kinds, in English."""

from collections.abc import Sequence

from briefing.charts.words.grammar import NAMED, listed, paired, sentence


class _English:
    """The wording; see `Words` of `general`."""

    language = "en"
    no_data = "no data"
    broken_scale = "scale does not start at zero"

    def bar_chart(self, title: str) -> str:
        return sentence(f"Bar chart: {title}")

    def line_chart(self, title: str) -> str:
        return sentence(f"Line chart: {title}")

    def measure(self, text: str) -> str:
        return sentence(text)

    def bars(self, count: int) -> str:
        return "1 bar." if count == 1 else f"{count} bars."

    def lines(self, count: int, first: str, last: str) -> str:
        number = "1 line" if count == 1 else f"{count} lines"
        return f"{number}, {first}." if first == last else f"{number}, {first} to {last}."

    def each_bar(self, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Values: {paired(bars)}")

    def few_bars(self, count: int, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{self.bars(count)[:-1]}: {paired(bars)}")

    def all_alike(self, text: str) -> str:
        return sentence(f"All are {text}")

    def highest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        return sentence(f"{'Highest' if sure else 'Longest bar'}: {_few(names)}, {text}")

    def lowest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        return sentence(f"{'Lowest' if sure else 'Shortest bar'}: {_few(names)}, {text}")

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
        return sentence(f"{name}: {text}")

    def missing(self, names: Sequence[str]) -> str:
        return f"No data for {listed(names, 'and')}."

    def gaps(self, name: str, spans: Sequence[tuple[str, str]]) -> str:
        between = listed([f"between {start} and {end}" for start, end in spans], "and")
        return f"No data for {name} {between}."

    def other_lines(self, count: int) -> str:
        return "1 more line." if count == 1 else f"{count} more lines."


def _few(names: Sequence[str]) -> str:
    return listed(names, "and") if len(names) <= NAMED else f"{len(names)} bars"


ENGLISH = _English()
