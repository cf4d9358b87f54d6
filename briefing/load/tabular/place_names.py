"""Names of places as published files write them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from briefing.model.country import Place
from briefing.numbers import territory

_SIGNS = re.compile(r"[\s'’.,()-]+")


class PlaceNames:
    """Finds the key of a place by what a file calls it; nothing is guessed.

    A name stands for a place if it is the place's key, its alpha-2 code, its name in a language of
    the project, or that of CLDR in one of these or in English; case, accents and signs apart.
    """

    def __init__(
        self,
        places: Mapping[str, Place] | None,
        given: Mapping[str, str],
        languages: Iterable[str],
        *,
        only_keys: bool = False,
    ) -> None:
        """Take the names.

        Args:
            places: Of the project; None where they cannot be told, and any key will do.
            given: What the file's author says of names, which goes before all else.
            languages: Of the project.
            only_keys: Take keys and nothing else.
        """
        self._places = places
        self._given = given
        self._languages = tuple(dict.fromkeys([*languages, "en"]))
        self._names: dict[str, str] | None = {} if only_keys else None

    def key(self, text: str) -> str | None:
        """Give the key of the place that is called so; None if there is none."""
        text = text.strip()
        if text in self._given:
            return self._given[text]
        if self._places is None or text in self._places:
            return text
        if self._names is None:
            self._names = self._gathered()
        return self._names.get(folded(text)) or None

    def _gathered(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for place in (self._places or {}).values():
            called = [*place.names.values()]
            if place.iso2:
                called += [place.iso2, *[territory(place.iso2, one) for one in self._languages]]
            for name in filter(None, called):
                # A name that two places have stands for neither.
                if names.setdefault(folded(name), place.key) != place.key:
                    names[folded(name)] = ""
        return names


def folded(name: str) -> str:
    """Let go of case, accents and signs."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return _SIGNS.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()
