"""What is printed below every map, one entry for each language."""

from collections.abc import Mapping

from msgspec import Struct


class MapWords(Struct, frozen=True):
    """Sentences about borders.

    Attributes:
        packaged: Whose the packaged outlines are, and what view they take.
        given: With the place ``{credit}``, whose those of the project are.
        disclaimer: That borders on a map settle nothing.
    """

    packaged: str
    given: str
    disclaimer: str

    def own(self, credit: str) -> str:
        """Say whose the outlines are."""
        text = self.given.replace("{credit}", credit)
        return text if text.endswith((".", "!", "?")) else f"{text}."


_LANGUAGES: Mapping[str, MapWords] = {
    "en": MapWords(
        "Made with Natural Earth, which draws who holds a territory in fact.",
        "Boundaries: {credit}",
        "The boundaries and names shown imply no opinion on the status of any territory.",
    ),
    "de": MapWords(
        "Grenzen nach Natural Earth, das zeigt, wer ein Gebiet tatsächlich kontrolliert.",
        "Grenzen: {credit}",
        "Grenzen und Namen auf der Karte sind keine Stellungnahme zum Status eines Gebiets.",
    ),
    "fr": MapWords(
        "Frontières d’après Natural Earth, qui montre qui contrôle effectivement un territoire.",
        "Frontières\u00a0: {credit}",
        "Les frontières et les noms indiqués ne préjugent du statut d’aucun territoire.",
    ),
    "ru": MapWords(
        "Границы по данным Natural Earth, где показан фактический контроль над территориями.",
        "Границы: {credit}",
        "Границы и названия на карте не выражают мнения о статусе какой-либо территории.",
    ),
}


def map_words(language: str) -> MapWords:
    """Find the words for a BCP 47 tag; English ones where the language has none."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), _LANGUAGES["en"])
