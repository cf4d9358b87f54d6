"""Words of maps: on the drawing, and in the alternative text.

To add a language, write a class like `_English` and enter it in `_LANGUAGES`.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from briefing.charts.words.french import FRENCH_COLON, french_paired
from briefing.charts.words.grammar import capital, listed, paired, sentence
from briefing.charts.words.russian import russian_count, russian_paired

Direction = Literal["n", "ne", "e", "se", "s", "sw", "w", "nw"]


class MapWords(Protocol):
    """The wording of one language; `names` hold at least one. Sentences end in their full stop."""

    km: str

    def map(self, title: str) -> str:
        """Name the kind of a map of figures."""

    def locator(self, title: str) -> str:
        """Name the kind of a map that shows where a country lies."""

    def lies(self, name: str, latitude: str, longitude: str) -> str:
        """Tell where the middle of a country is."""

    def north(self, degrees: str, *, southern: bool) -> str:
        """Name a latitude."""

    def east(self, degrees: str, *, western: bool) -> str:
        """Name a longitude."""

    def borders(self, neighbours: Sequence[tuple[str, Direction]]) -> str:
        """Name the neighbours, and where each of them lies."""

    def no_border(self) -> str:
        """Tell that there is no neighbour."""

    def capital(self, name: str) -> str:
        """Mark a name as that of a capital."""

    def cities(self, names: Sequence[str]) -> str:
        """Name the cities that are shown."""

    def marks(self, names: Sequence[str]) -> str:
        """Name what else is shown."""

    def areas(self, count: int) -> str:
        """Tell how many countries have a figure or might have one."""

    def highest(self, names: Sequence[str], text: str) -> str:
        """Name the highest."""

    def lowest(self, names: Sequence[str], text: str) -> str:
        """Name the lowest."""

    def in_class(self, text: str, areas: Sequence[tuple[str, str]]) -> str:
        """Name the countries of a class and their figures; `text` are the limits of the class."""

    def count_in_class(self, text: str, count: int) -> str:
        """Tell how many countries a class has."""


class _English:
    km = "km"

    def map(self, title: str) -> str:
        return sentence(f"Map: {title}")

    def locator(self, title: str) -> str:
        return sentence(f"Locator map: {title}")

    def lies(self, name: str, latitude: str, longitude: str) -> str:
        return f"The middle of {name} is at about {latitude}, {longitude}."

    def north(self, degrees: str, *, southern: bool) -> str:
        return f"{degrees}° {'south' if southern else 'north'}"

    def east(self, degrees: str, *, western: bool) -> str:
        return f"{degrees}° {'west' if western else 'east'}"

    def borders(self, neighbours: Sequence[tuple[str, Direction]]) -> str:
        names = [f"{name} ({_EN[where]})" for name, where in neighbours]
        return f"It has borders with {listed(names, 'and')}."

    def no_border(self) -> str:
        return "It has no land border."

    def capital(self, name: str) -> str:
        return f"{name} (capital)"

    def cities(self, names: Sequence[str]) -> str:
        return sentence(f"Cities shown: {', '.join(names)}")

    def marks(self, names: Sequence[str]) -> str:
        return sentence(f"Also marked: {', '.join(names)}")

    def areas(self, count: int) -> str:
        return "1 country." if count == 1 else f"{count} countries."

    def highest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Highest: {listed(names, 'and')}, {text}")

    def lowest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Lowest: {listed(names, 'and')}, {text}")

    def in_class(self, text: str, areas: Sequence[tuple[str, str]]) -> str:
        head = f"{capital(text)}: " if text else ""
        return sentence(head + paired(areas))

    def count_in_class(self, text: str, count: int) -> str:
        return sentence(f"{capital(text)}: {self.areas(count)}")


class _German:
    km = "km"

    def map(self, title: str) -> str:
        return sentence(f"Karte: {title}")

    def locator(self, title: str) -> str:
        return sentence(f"Lagekarte: {title}")

    def lies(self, name: str, latitude: str, longitude: str) -> str:
        return f"{name}: Der Mittelpunkt liegt bei etwa {latitude}, {longitude}."

    def north(self, degrees: str, *, southern: bool) -> str:
        return f"{degrees}° {'südlicher' if southern else 'nördlicher'} Breite"

    def east(self, degrees: str, *, western: bool) -> str:
        return f"{degrees}° {'westlicher' if western else 'östlicher'} Länge"

    def borders(self, neighbours: Sequence[tuple[str, Direction]]) -> str:
        names = [f"{name} ({_DE[where]})" for name, where in neighbours]
        return f"Nachbarländer: {', '.join(names)}."

    def no_border(self) -> str:
        return "Eine Landgrenze gibt es nicht."

    def capital(self, name: str) -> str:
        return f"{name} (Hauptstadt)"

    def cities(self, names: Sequence[str]) -> str:
        return sentence(f"Eingezeichnete Städte: {', '.join(names)}")

    def marks(self, names: Sequence[str]) -> str:
        return sentence(f"Außerdem eingezeichnet: {', '.join(names)}")

    def areas(self, count: int) -> str:
        return "1 Land." if count == 1 else f"{count} Länder."

    def highest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Höchster Wert: {listed(names, 'und')}, {text}")

    def lowest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Niedrigster Wert: {listed(names, 'und')}, {text}")

    def in_class(self, text: str, areas: Sequence[tuple[str, str]]) -> str:
        head = f"{capital(text)}: " if text else ""
        return sentence(head + paired(areas))

    def count_in_class(self, text: str, count: int) -> str:
        return sentence(f"{capital(text)}: {self.areas(count)}")


class _French:
    km = "km"

    def map(self, title: str) -> str:
        return sentence(f"Carte{FRENCH_COLON}{title}")

    def locator(self, title: str) -> str:
        return sentence(f"Carte de situation{FRENCH_COLON}{title}")

    def lies(self, name: str, latitude: str, longitude: str) -> str:
        return f"{name}{FRENCH_COLON}le centre se trouve vers {latitude}, {longitude}."

    def north(self, degrees: str, *, southern: bool) -> str:
        return f"{degrees}° de latitude {'sud' if southern else 'nord'}"

    def east(self, degrees: str, *, western: bool) -> str:
        return f"{degrees}° de longitude {'ouest' if western else 'est'}"

    def borders(self, neighbours: Sequence[tuple[str, Direction]]) -> str:
        names = [f"{name} ({_FR[where]})" for name, where in neighbours]
        return f"Pays limitrophes{FRENCH_COLON}{', '.join(names)}."

    def no_border(self) -> str:
        return "Il n’y a pas de frontière terrestre."

    def capital(self, name: str) -> str:
        return f"{name} (capitale)"

    def cities(self, names: Sequence[str]) -> str:
        return sentence(f"Villes indiquées{FRENCH_COLON}{', '.join(names)}")

    def marks(self, names: Sequence[str]) -> str:
        return sentence(f"Également indiqués{FRENCH_COLON}{', '.join(names)}")

    def areas(self, count: int) -> str:
        return "1 pays." if count == 1 else f"{count} pays."

    def highest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Valeur la plus élevée{FRENCH_COLON}{listed(names, 'et')}, {text}")

    def lowest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Valeur la plus basse{FRENCH_COLON}{listed(names, 'et')}, {text}")

    def in_class(self, text: str, areas: Sequence[tuple[str, str]]) -> str:
        head = f"{capital(text)}{FRENCH_COLON}" if text else ""
        return sentence(head + french_paired(areas))

    def count_in_class(self, text: str, count: int) -> str:
        return sentence(f"{capital(text)}{FRENCH_COLON}{self.areas(count)}")


class _Russian:
    km = "км"

    def map(self, title: str) -> str:
        return sentence(f"Карта: {title}")

    def locator(self, title: str) -> str:
        return sentence(f"Карта расположения: {title}")

    def lies(self, name: str, latitude: str, longitude: str) -> str:
        return f"{name}: центр находится примерно на {latitude}, {longitude}."

    def north(self, degrees: str, *, southern: bool) -> str:
        return f"{degrees}° {'южной' if southern else 'северной'} широты"

    def east(self, degrees: str, *, western: bool) -> str:
        return f"{degrees}° {'западной' if western else 'восточной'} долготы"

    def borders(self, neighbours: Sequence[tuple[str, Direction]]) -> str:
        names = [f"{name} ({_RU[where]})" for name, where in neighbours]
        return f"Соседние страны: {', '.join(names)}."

    def no_border(self) -> str:
        return "Сухопутных границ нет."

    def capital(self, name: str) -> str:
        return f"{name} (столица)"

    def cities(self, names: Sequence[str]) -> str:
        return sentence(f"Показаны города: {', '.join(names)}")

    def marks(self, names: Sequence[str]) -> str:
        return sentence(f"Также отмечены: {', '.join(names)}")

    def areas(self, count: int) -> str:
        return f"{russian_count(count, 'страна', 'страны', 'стран')}."

    def highest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Наибольшее значение: {listed(names, 'и')}, {text}")

    def lowest(self, names: Sequence[str], text: str) -> str:
        return sentence(f"Наименьшее значение: {listed(names, 'и')}, {text}")

    def in_class(self, text: str, areas: Sequence[tuple[str, str]]) -> str:
        head = f"{capital(text)}: " if text else ""
        return sentence(head + russian_paired(areas))

    def count_in_class(self, text: str, count: int) -> str:
        return sentence(f"{capital(text)}: {self.areas(count)}")


_EN: Mapping[Direction, str] = {
    "n": "north", "ne": "north-east", "e": "east", "se": "south-east", "s": "south",
    "sw": "south-west", "w": "west", "nw": "north-west",
}  # fmt: skip
_DE: Mapping[Direction, str] = {
    "n": "im Norden", "ne": "im Nordosten", "e": "im Osten", "se": "im Südosten",
    "s": "im Süden", "sw": "im Südwesten", "w": "im Westen", "nw": "im Nordwesten",
}  # fmt: skip
_FR: Mapping[Direction, str] = {
    "n": "au nord", "ne": "au nord-est", "e": "à l’est", "se": "au sud-est", "s": "au sud",
    "sw": "au sud-ouest", "w": "à l’ouest", "nw": "au nord-ouest",
}  # fmt: skip
_RU: Mapping[Direction, str] = {
    "n": "на севере", "ne": "на северо-востоке", "e": "на востоке", "se": "на юго-востоке",
    "s": "на юге", "sw": "на юго-западе", "w": "на западе", "nw": "на северо-западе",
}  # fmt: skip

_LANGUAGES: Mapping[str, MapWords] = {
    "en": _English(),
    "de": _German(),
    "fr": _French(),
    "ru": _Russian(),
}


def map_words(language: str) -> MapWords:
    """Find the wording for a BCP 47 tag of a language that charts have words in."""
    return _LANGUAGES[language.partition("-")[0].lower()]
