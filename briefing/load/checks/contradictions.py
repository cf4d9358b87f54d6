"""Conditions that go against each other: what carries them would be printed for nobody.

Each file is judged by itself, for its author may place a section in any document. A marking above
the clearance of those who get what is around it withholds, which is its purpose; it is an error
only where it leaves none of the audiences that are named.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefing.errors import Location
from briefing.load.conditions.readers import Names, common, expanded
from briefing.load.syntax.problems import Problems
from briefing.model.content import Project
from briefing.model.country import Place
from briefing.model.prose import Conditions


class Around(NamedTuple):
    """Who gets what stands here, as far as names and dates tell.

    Attributes:
        rank: Of the most closed marking around it.
    """

    audiences: Names = None
    countries: Names = None
    languages: Names = None
    since: str = ""
    until: str = "9999"
    rank: int = 0


EVERYWHERE = Around()

_AGAINST = "take one of the conditions away, or let them have something in common"
_ABOVE = "name an audience with the clearance, or mark it as more open"


class Judge:
    """Judges conditions inside one another.

    Attributes:
        everyone: So many audiences there are.
    """

    def __init__(self, project: Project, places: Mapping[str, Place], problems: Problems) -> None:
        self._project = project
        self._places = places
        self._problems = problems
        self.everyone = len(project.audiences)
        self._ranks = {marking: rank for rank, marking in enumerate(project.markings)}

    def inside(self, around: Around, conditions: Conditions, where: Location) -> Around | None:
        """Give who gets what carries conditions; None, and why, where nobody does."""
        default = self._project.default_marking
        rank = max(around.rank, self._ranks.get(conditions.marking or default, 0))
        inner = Around(
            common(around.audiences, conditions.audiences),
            common(around.countries, expanded(conditions.countries, self._places)),
            common(around.languages, conditions.languages),
            max(around.since, conditions.since or ""),
            min(around.until, conditions.until or "9999"),
            rank,
        )
        if not self._are_known(conditions):
            return inner
        message, hint = self._against(around, conditions, inner), _AGAINST
        if not message and (conditions.audiences is not None or conditions.marking is not None):
            message, hint = self._above(inner), _ABOVE
        if message:
            self._problems.error(where, f"nobody gets this: {message}", hint)
            return None
        return inner

    def document(self, around: Around, conditions: Conditions, where: Location) -> Around | None:
        """Judge a document, which somebody must get, whether it carries conditions or not."""
        inner = self.inside(around, conditions, where)
        named = inner.audiences if inner else None
        if inner is None or named is None or self._any_may_see(named, inner.rank):
            return inner
        marking = self._project.markings[inner.rank]
        message = f"nobody gets this: marked {marking}, above the clearance of {_listed(named)}"
        self._problems.error(where, message, _ABOVE)
        return None

    def _are_known(self, conditions: Conditions) -> bool:
        """Tell whether all names are; of the others their author is told already."""
        project = self._project
        marking = conditions.marking or project.default_marking
        return (
            marking in self._ranks
            and (conditions.audiences or frozenset()) <= project.audiences.keys()
            and (conditions.countries or frozenset()) <= self._places.keys()
            and (conditions.languages or frozenset()) <= set(project.languages)
        )

    def _against(self, around: Around, own: Conditions, inner: Around) -> str:
        """Say which conditions go against those around them; empty where none do."""
        for name, outer, inside, left in (
            ("audience", around.audiences, own.audiences, inner.audiences),
            ("countries", around.countries, own.countries, inner.countries),
            ("languages", around.languages, own.languages, inner.languages),
        ):
            if inside is None or left is None or left:
                continue
            if not inside:
                return f"a heading above it has another {name!r}"
            if not outer:
                return f"it is for {_listed(inside)}, and the document repeats over no countries"
            return f"it is for {_listed(inside)}, and stands in what is for {_listed(outer)}"
        if inner.since > inner.until:
            return f"it is from {inner.since}, and until {inner.until}"
        return ""

    def _above(self, inner: Around) -> str:
        """Say where a marking leaves none of the audiences that are named."""
        if inner.audiences is None or self._any_may_see(inner.audiences, inner.rank):
            return ""  # of a marking alone, nobody but its author can tell what it is kept for
        named = inner.audiences
        marking = self._project.markings[inner.rank]
        return f"marked {marking}, above the clearance of {_listed(named)}"

    def _any_may_see(self, audiences: Iterable[str], rank: int) -> bool:
        """Tell whether one of them has the clearance; one unknown is told of elsewhere."""
        known = self._project.audiences
        return any(
            name not in known or self._ranks.get(known[name].clearance, rank) >= rank
            for name in audiences
        )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
