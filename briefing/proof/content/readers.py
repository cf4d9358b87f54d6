"""For whom a file is made, and what they may see by audience and marking."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from briefing.model.content import Content
from briefing.model.prose import Conditions

Loops = tuple[tuple[str, str], ...]
"""The variables of the repeats around a part of the content, from outside in, each with the
expression that it goes over."""


class Guard(NamedTuple):
    """A condition that asks about variables of the repeats around it."""

    source: str
    loops: Loops


Given = tuple[tuple[str, tuple[str, ...]], ...]
"""The texts that repeats around an expression go over, by their variables."""


class Choice(NamedTuple):
    """A text that an expression may print.

    Attributes:
        source: The expression.
        given: Texts that repeats around it go over, by their variables.
        loops: The repeats around it, where it mentions a variable of any.
        text: Or the key of an abbreviation; empty for all that it may print.
    """

    source: str
    given: Given
    loops: Loops = ()
    text: str = ""


Asked = str | Guard | Choice
"""What may depend on the readers: a condition, one within repeats, a text of an expression."""


def loops_of(source: str, loops: Loops) -> Loops:
    """Give the repeats around an expression if it mentions a variable of any."""
    return loops if any(re.search(rf"\b{name}\b", source) for name, _ in loops) else ()


class Readers(Struct, frozen=True):
    """The readers of a brief.

    Attributes:
        ranks: Of each marking, from open to closed.
        default: The marking of whatever carries none.
        clearance: The highest rank they may see.
        hidden: Expressions that are false for them alone, and texts printed for others alone.
    """

    audience: str
    ranks: Mapping[str, int]
    default: str
    clearance: int
    hidden: frozenset[Asked] = frozenset()

    def may_see(self, conditions: Conditions) -> bool:
        """Tell whether audience, marking and expressions let them see what carries these."""
        if conditions.audiences is not None and self.audience not in conditions.audiences:
            return False
        if conditions.when is not None and conditions.when.source in self.hidden:
            return False
        rank = self.ranks.get(conditions.marking or self.default)
        return rank is not None and rank <= self.clearance  # what is unknown is closed


def readers_of(content: Content, audience: str, hidden: frozenset[Asked] = frozenset()) -> Readers:
    """Look up what an audience may see."""
    project = content.project
    ranks = {marking: rank for rank, marking in enumerate(project.markings)}
    clearance = ranks[project.audiences[audience].clearance]
    return Readers(audience, ranks, project.default_marking, clearance, hidden)


class Circumstances(Struct, frozen=True):
    """What a brief is made of and for, its readers aside.

    Attributes:
        document: The name of a document.
        place: The key of a country or region; None for a document that is made once.
        places: That place with the regions it belongs to.
    """

    content: Content
    document: str
    place: str | None
    places: frozenset[str]
    language: str

    def applies(self, conditions: Conditions) -> bool:
        """Tell whether country, language and date are among those that conditions name."""
        if not is_current(conditions, self.content.project.edition.date):
            return False
        countries, languages = conditions.countries, conditions.languages
        if countries is not None and self.places.isdisjoint(countries):
            return False
        return languages is None or self.language in languages


def is_current(conditions: Conditions, date: str) -> bool:
    """Tell whether an edition of a date, as ISO 8601, has what carries these conditions."""
    since, until = conditions.since or date, conditions.until or date
    return since <= date <= until


def places_around(place: str | None, content: Content) -> frozenset[str]:
    """A place with the regions it belongs to; empty without a place."""
    if place is None:
        return frozenset()
    regions = [region.key for region in content.places.values() if place in region.members]
    return frozenset((place, *regions))
