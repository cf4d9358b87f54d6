"""Words for slopes, in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing.charts.words.french import FRENCH_COLON
from briefing.charts.words.grammar import listed, sentence
from briefing.charts.words.russian import russian_count


class SlopeWords(Protocol):
    """The wording of one language. Sentences end in their full stop; `names` holds at least one.

    What is counted is more than none in all; what is none is not told.
    """

    def chart(self, title: str) -> str:
        """Name the kind."""

    def lines(self, count: int, start: str, end: str) -> str:
        """Tell how many there are, and from what to what they go."""

    def ways(self, rising: int, falling: int, level: int, unsure: int) -> str:
        """Tell how many lines rise, how many fall, how many do neither or either."""

    def rises_most(self, names: Sequence[str], first: str, last: str) -> str:
        """Name what rises most."""

    def falls_most(self, names: Sequence[str], first: str, last: str) -> str:
        """Name what falls most."""

    def course(self, name: str, first: str, last: str) -> str:
        """Tell both ends of a line; either may be that there is no data."""

    def others(self, count: int) -> str:
        """Tell that not every line is told of."""


class _English:
    def chart(self, title: str) -> str:
        return sentence(f"Slope chart: {title}")

    def lines(self, count: int, start: str, end: str) -> str:
        number = "1 line" if count == 1 else f"{count} lines"
        return sentence(f"{number}, from {start} to {end}")

    def ways(self, rising: int, falling: int, level: int, unsure: int) -> str:
        told = [
            (rising, "rises" if rising == 1 else "rise"),
            (falling, "falls" if falling == 1 else "fall"),
            (level, "is unchanged" if level == 1 else "are unchanged"),
            (unsure, "may rise or fall"),
        ]
        return sentence(listed([f"{count} {way}" for count, way in told if count], "and"))

    def rises_most(self, names: Sequence[str], first: str, last: str) -> str:
        return sentence(f"Steepest rise: {listed(names, 'and')}, {first}, then {last}")

    def falls_most(self, names: Sequence[str], first: str, last: str) -> str:
        return sentence(f"Steepest fall: {listed(names, 'and')}, {first}, then {last}")

    def course(self, name: str, first: str, last: str) -> str:
        if first == last:
            return sentence(f"{name}: {first} both times")
        return sentence(f"{name}: {first}, then {last}")

    def others(self, count: int) -> str:
        return "1 more line." if count == 1 else f"{count} more lines."


class _German:
    def chart(self, title: str) -> str:
        return sentence(f"Steigungsdiagramm: {title}")

    def lines(self, count: int, start: str, end: str) -> str:
        number = "1 Linie" if count == 1 else f"{count} Linien"
        return sentence(f"{number}, erst {start}, dann {end}")

    def ways(self, rising: int, falling: int, level: int, unsure: int) -> str:
        told = [
            (rising, "steigt" if rising == 1 else "steigen"),
            (falling, "fällt" if falling == 1 else "fallen"),
            (level, "bleibt gleich" if level == 1 else "bleiben gleich"),
            (unsure, "kann steigen oder fallen" if unsure == 1 else "können steigen oder fallen"),
        ]
        return sentence(listed([f"{count} {way}" for count, way in told if count], "und"))

    def rises_most(self, names: Sequence[str], first: str, last: str) -> str:
        return sentence(f"Steilster Anstieg: {listed(names, 'und')}, erst {first}, dann {last}")

    def falls_most(self, names: Sequence[str], first: str, last: str) -> str:
        return sentence(f"Steilster Rückgang: {listed(names, 'und')}, erst {first}, dann {last}")

    def course(self, name: str, first: str, last: str) -> str:
        if first == last:
            return sentence(f"{name}: beide Male {first}")
        return sentence(f"{name}: erst {first}, dann {last}")

    def others(self, count: int) -> str:
        return "1 weitere Linie." if count == 1 else f"{count} weitere Linien."


class _French:
    def chart(self, title: str) -> str:
        return sentence(f"Graphique en pentes{FRENCH_COLON}{title}")

    def lines(self, count: int, start: str, end: str) -> str:
        number = "1 ligne" if count == 1 else f"{count} lignes"
        return sentence(f"{number}, d’abord {start}, puis {end}")

    def ways(self, rising: int, falling: int, level: int, unsure: int) -> str:
        told = [
            (rising, "monte" if rising == 1 else "montent"),
            (falling, "descend" if falling == 1 else "descendent"),
            (level, "reste stable" if level == 1 else "restent stables"),
            (
                unsure,
                "peut monter ou descendre" if unsure == 1 else "peuvent monter ou descendre",
            ),
        ]
        return sentence(listed([f"{count} {way}" for count, way in told if count], "et"))

    def rises_most(self, names: Sequence[str], first: str, last: str) -> str:
        told = listed(names, "et")
        return sentence(f"Plus forte hausse{FRENCH_COLON}{told}, d’abord {first}, puis {last}")

    def falls_most(self, names: Sequence[str], first: str, last: str) -> str:
        told = listed(names, "et")
        return sentence(f"Plus forte baisse{FRENCH_COLON}{told}, d’abord {first}, puis {last}")

    def course(self, name: str, first: str, last: str) -> str:
        if first == last:
            return sentence(f"{name}{FRENCH_COLON}{first} les deux fois")
        return sentence(f"{name}{FRENCH_COLON}d’abord {first}, puis {last}")

    def others(self, count: int) -> str:
        return "1 autre ligne." if count == 1 else f"{count} autres lignes."


class _Russian:
    def chart(self, title: str) -> str:
        return sentence(f"Диаграмма наклонов: {title}")

    def lines(self, count: int, start: str, end: str) -> str:
        number = russian_count(count, "линия", "линии", "линий")
        return sentence(f"{number}, сначала {start}, затем {end}")

    def ways(self, rising: int, falling: int, level: int, unsure: int) -> str:
        told = [
            (rising, ("растёт", "растут", "растут")),
            (falling, ("снижается", "снижаются", "снижаются")),
            (level, ("не меняется", "не меняются", "не меняются")),
            (
                unsure,
                (
                    "может расти или снижаться",
                    "могут расти или снижаться",
                    "могут расти или снижаться",
                ),
            ),
        ]
        return sentence(listed([russian_count(count, *ways) for count, ways in told if count], "и"))

    def rises_most(self, names: Sequence[str], first: str, last: str) -> str:
        told = listed(names, "и")
        return sentence(f"Самый крутой рост: {told}, сначала {first}, затем {last}")

    def falls_most(self, names: Sequence[str], first: str, last: str) -> str:
        told = listed(names, "и")
        return sentence(f"Самое крутое снижение: {told}, сначала {first}, затем {last}")

    def course(self, name: str, first: str, last: str) -> str:
        if first == last:
            return sentence(f"{name}: оба раза {first}")
        return sentence(f"{name}: сначала {first}, затем {last}")

    def others(self, count: int) -> str:
        number = russian_count(count, "линия", "линии", "линий")
        return f"Ещё {number}."


_LANGUAGES: Mapping[str, SlopeWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def slope_words(language: str) -> SlopeWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]
