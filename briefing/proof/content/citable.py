"""Which works one paper may cite: these alone excuse the names of those who wrote them.

A paper cites what its own parts cite, and the sources of the figures that it asks for. What other
papers cite, or only those of other countries or languages, excuses nobody here.
"""

import re
from collections.abc import Collection, Iterable, Mapping

from briefing.model.content import Content
from briefing.model.people import Person
from briefing.proof.content.gathered import Gathered, Scope
from briefing.proof.content.people import words_in
from briefing.proof.content.works import texts_in

_KEY = re.compile(r"[\w-]+")

Doubtful = Mapping[str, frozenset[Scope]]
"""Works that somebody may have written who must not be named, and where papers may cite them."""


def doubtful_works(
    people: Iterable[Person], content: Content, gathered: Gathered, asked: str
) -> Doubtful:
    """Find the works that share a word with the name of somebody.

    Args:
        people: They must not be named.
        content: All works.
        gathered: Which of them the paper may cite.
        asked: What the paper says besides its figures: keys of those that it asks for are in it.
    """
    names = words_in(person.name for person in people)
    asked_for = frozenset(_KEY.findall(asked))
    found: dict[str, frozenset[Scope]] = {}
    for key in gathered.works.allowed:
        if not names.isdisjoint(words_in(texts_in(content.sources[key].csl))):
            cited = gathered.citations.get(key, ())
            found[key] = frozenset(scope for scope, of in cited if not of or of in asked_for)
    return found


def forget(works: Collection[str], gathered: Gathered) -> None:
    """Take works for such as other papers cite, but not this one."""
    for key in works:
        gathered.works.allowed.pop(key, None)
        gathered.works.elsewhere.add(key)
