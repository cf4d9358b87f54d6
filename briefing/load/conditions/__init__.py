"""Conditions, wherever they are written: as fields in YAML or as attributes in braces."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from briefing.load.conditions.readers import common, expanded
from briefing.load.expressions import Checker, Scope
from briefing.load.syntax.fields import Name
from briefing.load.syntax.places import Places
from briefing.load.values.periods import parse_date
from briefing.model.country import Place
from briefing.model.prose import ALWAYS, Conditions, Expression

CONDITIONS = ("audience", "marking", "countries", "languages", "from", "until", "if")
"""The names of all conditions."""


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
    dates: tuple[str, str] = ("from", "until"),
) -> Conditions:
    """Read the conditions that `given` holds, and check their names.

    Args:
        given: Fields or attributes.
        checker: Knows the names.
        scope: The variables that repeats around it add.
        skip: Keys that mean something else here.
        countries: The key of the condition on countries.
        dates: The keys of the first and last date of an edition that has it.
    """
    audiences = _names(given, "audience", "audience", checker, skip)
    places = _names(given, countries, "place", checker, skip)
    languages = _names(given, "languages", "language", checker, skip)
    marking = _marking(given, checker)
    phrase = given.phrase("if")
    when = checker.condition(phrase[0], phrase[1].at, scope) if phrase else None
    since, until = _dates(given, dates, checker)
    made = Conditions(audiences, places, languages, marking, when, since, until)
    return ALWAYS if made == ALWAYS else made


def spoken(conditions: Conditions, language: str) -> str:
    """Give the language of a text: the only one that its conditions name, or that around it."""
    languages = conditions.languages
    return min(languages) if languages and len(languages) == 1 else language


def _names(
    given: Given, key: str, what: str, checker: Checker, skip: tuple[str, ...]
) -> frozenset[str] | None:
    names = None if key in skip else given.names(key)
    if not names:  # an empty one has been told of
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


def _dates(given: Given, keys: tuple[str, str], checker: Checker) -> tuple[str | None, str | None]:
    since, until = (_date(given, key, checker) for key in keys)
    if since and until and until.text < since.text:
        message = f"{keys[1]!r} is {until.text}, before {keys[0]!r}"
        hint = f"{keys[0]!r} is {since.text}, so that no edition would have it"
        checker.problems.error(until.where, message, hint)
        until = None
    return since and since.text, until and until.text


def _date(given: Given, key: str, checker: Checker) -> Name | None:
    names = given.names(key)
    if not names:
        return None
    date = parse_date(names[0].text)
    if len(names) > 1:
        checker.problems.error(names[1].where, f"more than one date under {key!r}", "give one")
    if date is None or not date.day:
        hint = "write the day like 2022-10-03"
        checker.problems.error(names[0].where, f"{names[0].text!r} is no date", hint)
        return None
    return names[0]


class Grounds(NamedTuple):
    """What it takes to join conditions.

    Attributes:
        places: Countries and regions by key.
        markings: From open to closed.
        default: The marking of whatever carries none.
    """

    places: Mapping[str, Place]
    markings: Sequence[str]
    default: str

    def both(self, above: Conditions, own: Conditions) -> Conditions:
        """Give the conditions of what stands under `above` too."""
        countries = common(
            expanded(above.countries, self.places), expanded(own.countries, self.places)
        )
        return Conditions(
            audiences=common(above.audiences, own.audiences),
            countries=countries,
            languages=common(above.languages, own.languages),
            marking=self._marking(above.marking, own.marking),
            when=_both_hold(above.when, own.when),
            since=max(filter(None, (above.since, own.since)), default=None),
            until=min(filter(None, (above.until, own.until)), default=None),
        )

    def _marking(self, above: str | None, own: str | None) -> str | None:
        """Give the more closed of two markings."""
        if above is None:
            return own
        return max(above, own or self.default, key=self._rank)

    def _rank(self, marking: str) -> int:
        return self.markings.index(marking) if marking in self.markings else -1


def _both_hold(above: Expression | None, own: Expression | None) -> Expression | None:
    if above is None or own is None:
        return above or own
    return Expression(f"({above.source}) and ({own.source})", own.where)
