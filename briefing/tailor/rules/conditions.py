"""Who may see an item, and where it applies: the rules that need no expression.

Every item is judged by itself, and what surrounds it was judged before it. So an item stands in a
brief only where it and all that encloses it may: the highest marking and the intersection of the
audiences count.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from briefing.model.content import Content
from briefing.model.manuscript import Reason
from briefing.model.prose import Conditions

Verdict = tuple[Reason, str]
"""The rule by which an item is left out, and what the author should know."""


class Rules(Struct, frozen=True):
    """The readers of one brief.

    Attributes:
        places: The brief's own place, and the regions it belongs to; empty without a place.
        clearance: The highest marking the audience may see.
        ranks: Of each marking, from open to closed.
        default: The marking of whatever carries none.
        date: Of the edition, as ISO 8601.
    """

    audience: str
    places: frozenset[str]
    language: str
    clearance: str
    ranks: Mapping[str, int]
    default: str
    date: str

    def judge(self, conditions: Conditions) -> Verdict | None:
        """Give the first rule that leaves an item out, None where it may stay.

        What readers may not see at all comes first, what merely does not concern them after it.
        """
        audiences = conditions.audiences
        if audiences is not None and self.audience not in audiences:
            return "audience", f"for {listed(audiences)}, not {self.audience}"
        marking = conditions.marking or self.default
        if self.ranks[marking] > self.ranks[self.clearance]:
            by = "" if conditions.marking else " by default"
            return "marking", f"marked {marking}{by}, above {self.clearance}"
        countries = conditions.countries
        if countries is not None and self.places.isdisjoint(countries):
            return "country", f"for {listed(countries)}"
        languages = conditions.languages
        if languages is not None and self.language not in languages:
            return "language", f"for {listed(languages)}"
        if conditions.since is not None and self.date < conditions.since:
            return "date", f"from {conditions.since}"
        if conditions.until is not None and self.date > conditions.until:
            return "date", f"until {conditions.until}"
        return None

    def withholds(self, conditions: Conditions) -> bool:
        """Tell whether these readers may not see an item at all."""
        verdict = self.judge(conditions)
        return verdict is not None and verdict[0] in ("audience", "marking")

    def may_withhold(self, conditions: Conditions) -> bool:
        """Tell whether what is left out may be withheld, and not just of no concern.

        What an expression leaves out may be meant so.
        """
        verdict = self.judge(conditions)
        return verdict is None or verdict[0] in ("audience", "marking")

    def rank(self, conditions: Conditions) -> int:
        """Rank the marking that an item carries."""
        return self.ranks[conditions.marking or self.default]


def rules_for(content: Content, place: str | None, audience: str, language: str) -> Rules:
    """Gather what the rules ask about a brief."""
    project = content.project
    regions = [region.key for region in content.places.values() if place in region.members]
    return Rules(
        audience,
        frozenset() if place is None else frozenset((place, *regions)),
        language,
        project.audiences[audience].clearance,
        {marking: rank for rank, marking in enumerate(project.markings)},
        project.default_marking,
        project.edition.date,
    )


def listed(keys: Iterable[str]) -> str:
    """List keys in the order of the alphabet."""
    return ", ".join(sorted(keys))
