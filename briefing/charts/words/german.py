"""German: what its sentences are made of, and words of several kinds."""

from collections.abc import Sequence

from briefing.charts.words.grammar import NAMED, is_day, listed, paired, sentence, strung


def german_gaps(spans: Sequence[tuple[str, str]]) -> str:
    """Write between which dates; days have an article."""
    dates = [[f"dem {date}" if is_day(date) else date for date in span] for span in spans]
    return listed([f"zwischen {start} und {end}" for start, end in dates], "sowie")


class _German:
    """The wording; see `Words` of `general`. Figures and names stand in the nominative."""

    language = "de"
    no_data = "keine Daten"
    broken_scale = "Skala beginnt nicht bei null"

    def bar_chart(self, title: str) -> str:
        return sentence(f"Balkendiagramm: {title}")

    def line_chart(self, title: str) -> str:
        return sentence(f"Liniendiagramm: {title}")

    def measure(self, text: str) -> str:
        return sentence(text)

    def bars(self, count: int) -> str:
        return f"{count} Balken."

    def lines(self, count: int, first: str, last: str) -> str:
        number = "1 Linie" if count == 1 else f"{count} Linien"
        return sentence(f"{number}, {first}" if first == last else f"{number}, {first} bis {last}")

    def each_bar(self, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Werte: {paired(bars)}")

    def few_bars(self, count: int, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{count} Balken: {paired(bars)}")

    def all_alike(self, text: str) -> str:
        return sentence(f"Alle Werte sind gleich: {text}")

    def highest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        head = "Höchster Wert" if sure else "Längster Balken"
        return sentence(f"{head}: {_few(names)}, {text}")

    def lowest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        head = "Niedrigster Wert" if sure else "Kürzester Balken"
        return sentence(f"{head}: {_few(names)}, {text}")

    def ranked(
        self, name: str, text: str, ranks: tuple[int, int], count: int, *, shared: bool
    ) -> str:
        best, worst = ranks
        rank = f"Rang {best}" if best == worst else f"Rang {best} bis {worst}"
        return f"Hervorgehoben: {name}, {text}, {'geteilter ' if shared else ''}{rank} von {count}."

    def highlighted(self, name: str) -> str:
        return f"{name} (hervorgehoben)"

    def at(self, text: str, period: str) -> str:
        return f"{text} ({period})"

    def single(self, name: str, text: str, period: str) -> str:
        return f"{name}: {text} ({period})."

    def change(self, name: str, first: str, start: str, last: str, end: str, peak: str) -> str:
        if first == last:
            return f"{name}: {first} ({start} und {end}){peak}."
        return f"{name}: zuerst {first} ({start}), zuletzt {last} ({end}){peak}."

    def peak(self, text: str, period: str) -> str:
        return f", am höchsten {text} ({period})"

    def each_point(self, points: Sequence[tuple[str, str]]) -> str:
        return f"Alle Punkte: {', '.join([self.at(text, period) for text, period in points])}."

    def reference(self, name: str, text: str) -> str:
        return sentence(f"{name}: {text}")

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"Keine Daten: {strung(names)}")

    def gaps(self, name: str, spans: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}: keine Daten {german_gaps(spans)}")

    def other_lines(self, count: int) -> str:
        return "1 weitere Linie." if count == 1 else f"{count} weitere Linien."


def _few(names: Sequence[str]) -> str:
    return listed(names, "und") if len(names) <= NAMED else f"{len(names)} Balken"


GERMAN = _German()
