"""Conditions, wherever they are written: as fields in YAML or as attributes in braces."""

from typing import Protocol

from briefing.load.expressions import Checker, Scope
from briefing.load.fields import Name
from briefing.load.places import Places
from briefing.model.prose import ALWAYS, Conditions


class Given(Protocol):
    """What may hold conditions."""

    def names(self, name: str) -> tuple[Name, ...] | None:
        """Give the names under a key; None where there is none."""

    def phrase(self, name: str) -> tuple[str, Places] | None:
        """Give a text under a key and where its characters stand; None where there is none."""


def read_conditions(
    given: Given,
    checker: Checker,
    *,
    scope: Scope = (),
    skip: tuple[str, ...] = (),
    countries: str = "countries",
) -> Conditions:
    """Read the conditions that `given` holds, and check their names.

    Args:
        given: Fields or attributes.
        checker: Knows the names.
        scope: The variables that repeats around it add.
        skip: Keys that mean something else here.
        countries: The key of the condition on countries.
    """
    audiences = _names(given, "audience", "audience", checker, skip)
    places = _names(given, countries, "place", checker, skip)
    languages = _names(given, "languages", "language", checker, skip)
    marking = _marking(given, checker)
    phrase = given.phrase("if")
    when = checker.expression(phrase[0], phrase[1].at, scope) if phrase else None
    if all(one is None for one in (audiences, places, languages, marking, when)):
        return ALWAYS
    return Conditions(audiences, places, languages, marking, when)


def spoken(conditions: Conditions, language: str) -> str:
    """Give the language of a text: the only one that its conditions name, or that around it."""
    languages = conditions.languages
    return min(languages) if languages and len(languages) == 1 else language


def _names(
    given: Given, key: str, what: str, checker: Checker, skip: tuple[str, ...]
) -> frozenset[str] | None:
    names = None if key in skip else given.names(key)
    if names is None:
        return None
    for name in names:
        checker.known.check(what, name, checker.problems)
    return frozenset(name.text for name in names)


def _marking(given: Given, checker: Checker) -> str | None:
    names = given.names("marking")
    if not names:
        return None
    checker.known.check("marking", names[0], checker.problems)
    if len(names) > 1:
        hint = "give the most closed one that applies"
        checker.problems.error(names[1].where, "more than one marking", hint)
    return names[0].text
