"""Who may get something, as far as names tell: what a second one of the same name is told by."""

from collections.abc import Mapping
from typing import NamedTuple

from briefing.model.country import Place
from briefing.model.prose import ALWAYS, Conditions

Names = frozenset[str] | None
"""None stands for all."""


class Readers(NamedTuple):
    """Those that conditions leave, one inside the other."""

    audiences: Names = None
    countries: Names = None
    languages: Names = None

    def narrowed(self, conditions: Conditions, places: Mapping[str, Place]) -> "Readers":
        """Give those that conditions leave of these."""
        if conditions is ALWAYS:
            return self
        return Readers(
            common(self.audiences, conditions.audiences),
            common(self.countries, expanded(conditions.countries, places)),
            common(self.languages, conditions.languages),
        )

    def within(self, other: "Readers") -> "Readers":
        """Give those that are of both."""
        return Readers(*(common(one, another) for one, another in zip(self, other, strict=True)))

    def exclude(self, other: "Readers") -> bool:
        """Say whether nobody is of both."""
        return any(
            common(one, another) == frozenset() for one, another in zip(self, other, strict=True)
        )


EVERYBODY = Readers()


def common(one: Names, other: Names) -> Names:
    """Give the names in both."""
    if one is None or other is None:
        return one if other is None else other
    return one & other


def expanded(names: Names, places: Mapping[str, Place]) -> Names:
    """Add the countries of every region."""
    if names is None:
        return None
    members = [places[name].members for name in names if name in places]
    return names.union(*members)
