"""French: what its sentences are made of, and words of several kinds."""

from collections.abc import Sequence

from briefing.charts.words.grammar import (
    NAMED,
    NBSP,
    is_day,
    listed,
    paired,
    sentence,
    strung,
)

FRENCH_COLON, FRENCH_SEMICOLON = f"{NBSP}: ", "\u202f; "
_VOWELS = ("a", "à", "e", "é", "ê", "i", "o", "u")


def french_paired(pairs: Sequence[tuple[str, str]]) -> str:
    """Write names and values."""
    return paired(pairs, FRENCH_COLON, FRENCH_SEMICOLON)


def french_span(start: str, end: str) -> str:
    """Write from when to when, or from what to what."""
    of = "du " if is_day(start) else "d’" if start.startswith(_VOWELS) else "de "
    return f"{of}{start} {'au' if is_day(end) else 'à'} {end}"


def french_gaps(spans: Sequence[tuple[str, str]]) -> str:
    """Write between which dates; days have an article."""
    dates = [[f"le {date}" if is_day(date) else date for date in span] for span in spans]
    return listed([f"entre {start} et {end}" for start, end in dates], "et")


class _French:
    """The wording; see `Words` of `general`. Figures and names have no preposition before them."""

    language = "fr"
    no_data = "aucune donnée"
    broken_scale = "l’échelle ne commence pas à zéro"

    def bar_chart(self, title: str) -> str:
        return sentence(f"Diagramme en barres{FRENCH_COLON}{title}")

    def line_chart(self, title: str) -> str:
        return sentence(f"Graphique en courbes{FRENCH_COLON}{title}")

    def measure(self, text: str) -> str:
        return sentence(text)

    def bars(self, count: int) -> str:
        return f"{_bars(count)}."

    def lines(self, count: int, first: str, last: str) -> str:
        number = "1 courbe" if count == 1 else f"{count} courbes"
        return sentence(f"{number}, {first if first == last else french_span(first, last)}")

    def each_bar(self, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(f"Valeurs{FRENCH_COLON}{french_paired(bars)}")

    def few_bars(self, count: int, bars: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{_bars(count)}{FRENCH_COLON}{french_paired(bars)}")

    def all_alike(self, text: str) -> str:
        return sentence(f"Toutes les valeurs sont égales{FRENCH_COLON}{text}")

    def highest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        head = "Valeur la plus élevée" if sure else "Barre la plus longue"
        return sentence(f"{head}{FRENCH_COLON}{_few(names)}, {text}")

    def lowest(self, names: Sequence[str], text: str, *, sure: bool) -> str:
        head = "Valeur la plus basse" if sure else "Barre la plus courte"
        return sentence(f"{head}{FRENCH_COLON}{_few(names)}, {text}")

    def ranked(
        self, name: str, text: str, ranks: tuple[int, int], count: int, *, shared: bool
    ) -> str:
        best, worst = ranks
        rank = f"rang {best}" if best == worst else f"rang {best} à {worst}"
        joint = " ex æquo" if shared else ""
        return f"Mis en évidence{FRENCH_COLON}{name}, {text}, {rank}{joint} sur {count}."

    def highlighted(self, name: str) -> str:
        return f"{name} (mis en évidence)"

    def at(self, text: str, period: str) -> str:
        return f"{text} ({period})"

    def single(self, name: str, text: str, period: str) -> str:
        return f"{name}{FRENCH_COLON}{text} ({period})."

    def change(self, name: str, first: str, start: str, last: str, end: str, peak: str) -> str:
        if first == last:
            return f"{name}{FRENCH_COLON}{first} ({start} et {end}){peak}."
        told = f"au début {first} ({start}), à la fin {last} ({end})"
        return f"{name}{FRENCH_COLON}{told}{peak}."

    def peak(self, text: str, period: str) -> str:
        return f", au maximum {text} ({period})"

    def each_point(self, points: Sequence[tuple[str, str]]) -> str:
        told = ", ".join([self.at(text, period) for text, period in points])
        return f"Tous les points{FRENCH_COLON}{told}."

    def reference(self, name: str, text: str) -> str:
        return sentence(f"{name}{FRENCH_COLON}{text}")

    def missing(self, names: Sequence[str]) -> str:
        return sentence(f"Aucune donnée{FRENCH_COLON}{strung(names, FRENCH_SEMICOLON)}")

    def gaps(self, name: str, spans: Sequence[tuple[str, str]]) -> str:
        return sentence(f"{name}{FRENCH_COLON}aucune donnée {french_gaps(spans)}")

    def other_lines(self, count: int) -> str:
        return "1 autre courbe." if count == 1 else f"{count} autres courbes."


def _bars(count: int) -> str:
    return "1 barre" if count == 1 else f"{count} barres"


def _few(names: Sequence[str]) -> str:
    return listed(names, "et") if len(names) <= NAMED else _bars(len(names))


FRENCH = _French()
