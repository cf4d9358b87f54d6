"""What locator maps print that no author wrote: names of countries, cities and waters.

Everybody who may see such a map may read them on it, so they tell nobody anything. Which of them
find room there is not known here, so all of them count.
"""

import csv
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files

from briefing.model.content import Content
from briefing.proof.content.people import words_in

_TABLES = ("cities", "lakes", "seas")


def names_on_maps(content: Content, language: str, words: AbstractSet[str]) -> list[str]:
    """Give the names that maps may print in a language, as far as they are made of some words.

    Args:
        content: Its own outlines have names, too.
        language: Of the paper.
        words: Folded; those of all that is withheld, as others excuse nothing.

    Source:
        CLDR, Display Names, Territories.
    """
    boundaries = content.project.boundaries
    own = [outline.name for outline in (boundaries.outlines or ())] if boundaries else []
    known = (*_with_words(own), *_packaged(language))
    return [name for name, folded in known if folded <= words]


def _with_words(names: Iterable[str]) -> tuple[tuple[str, AbstractSet[str]], ...]:
    return tuple([(name, words_in((name,))) for name in dict.fromkeys(names) if name])


@cache  # as many entries as there are languages
def _packaged(language: str) -> tuple[tuple[str, AbstractSet[str]], ...]:
    return _with_words((*_territories(language), *_listed(language)))


def _territories(language: str) -> Iterator[str]:
    from babel.core import Locale, UnknownLocaleError  # late: it takes 20 ms

    for each in dict.fromkeys((language, "en")):
        try:
            names = Locale.parse(each, sep="-").territories
        except (UnknownLocaleError, ValueError):
            continue
        for code, name in names.items():
            if code.isalpha():  # the others are parts of the world
                yield str(name).partition(" (")[0]


def _listed(language: str) -> Iterator[str]:
    folder = files("briefing").joinpath("charts", "maps", "data")
    for table in _TABLES:
        with folder.joinpath(f"{table}.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                yield row["name"]
                yield row.get(language.partition("-")[0].lower()) or ""
