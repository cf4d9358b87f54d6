"""What only all files together can tell: loops, references, and what nothing uses."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from briefing.errors import Location
from briefing.load.checks.mentions import Key, Lead, Mentions, Target, mentions_in
from briefing.load.checks.targets import check_ids, check_leads
from briefing.load.conditions.readers import EVERYBODY, Readers
from briefing.load.syntax.problems import Problems
from briefing.model.chart_spec import ChartSpec
from briefing.model.content import (
    Document,
    PictureSpec,
    Section,
    TableSpec,
)
from briefing.model.country import Place
from briefing.model.prose import Listing

_ONCE = ("notes", "imprint")
"""The listings of which a document has one at most."""


class Files(NamedTuple):
    """All that documents can place, each by its name, and the places they may speak of."""

    sections: Mapping[str, Section]
    charts: Mapping[str, ChartSpec]
    tables: Mapping[str, TableSpec]
    pictures: Mapping[str, PictureSpec]
    places: Mapping[str, Place]

    def all(self) -> dict[Key, Section | ChartSpec | TableSpec | PictureSpec]:
        """Give everything by its kind and name."""
        return {
            **{("section", key): one for key, one in self.sections.items()},
            **{("chart", key): one for key, one in self.charts.items()},
            **{("table", key): one for key, one in self.tables.items()},
            **{("picture", key): one for key, one in self.pictures.items()},
        }


def check_together(documents: Mapping[str, Document], files: Files, problems: Problems) -> None:
    """Take down loops and references that lead nowhere; warn of what no document places."""
    items = files.all()
    mentions = {key: mentions_in(item, files.places) for key, item in items.items()}
    _check_loops(mentions, problems)
    placed: set[Key] = set()
    texts = [(each, mentions_in(each, files.places)) for each in documents.values()]
    told = [*mentions.values(), *(found for _, found in texts)]
    elsewhere = {target.id for found in told for target in found.targets}
    for document, own in texts:
        survey = _Survey()
        survey.take(own, mentions)
        placed |= survey.placed | survey.grounds
        check_ids(document.id, survey.targets, problems)
        leads = [lead for lead in survey.leads if not _yields(lead, survey, elsewhere)]
        check_leads(document.id, survey.targets, leads, problems)
        _check_once(document.id, survey.listings, problems)
    for key, item in items.items():
        if key not in placed:
            kind, name = key
            hint = f'place it with {{{{ {kind}("{name}") }}}}'
            problems.warning(item.where, f"no document places the {kind} {name!r}", hint)


def _yields(lead: Lead, survey: "_Survey", elsewhere: set[str]) -> bool:
    """Whether a lead says what is printed in this document, which has not what it leads to."""
    there = any(target.id == lead.id for target in survey.targets)
    return lead.yields and not there and lead.id in elsewhere


class _Survey(Struct):
    """All that one document mentions, in the files it places too."""

    placed: set[Key] = set()
    grounds: set[Key] = set()
    targets: list[Target] = []
    leads: list[Lead] = []
    listings: list[Listing] = []

    def take(self, own: Mentions, mentions: Mapping[Key, Mentions]) -> None:
        """Take what a document mentions, and everything it places once."""
        waiting: list[tuple[Mentions, Readers]] = [(own, EVERYBODY)]
        while waiting:
            found, readers = waiting.pop()
            self.targets += [target.within(readers) for target in found.targets]
            self.leads += found.leads
            self.listings += found.listings
            self.grounds.update(found.grounds)
            for placed in reversed(found.placed):
                if placed.key in mentions and placed.key not in self.placed:
                    self.placed.add(placed.key)
                    waiting.append((mentions[placed.key], placed.readers.within(readers)))


def _check_loops(mentions: Mapping[Key, Mentions], problems: Problems) -> None:
    done: set[Key] = set()
    for key in mentions:
        path: list[Key] = []
        stack = [(key, iter(mentions[key].placed))]
        while stack:
            current, rest = stack[-1]
            if current not in path:
                path.append(current)
            placed = next(rest, None)
            if placed is None:
                done.add(path.pop())
                stack.pop()
            elif placed.key in path:
                loop = [*path[path.index(placed.key) :], placed.key]
                message = f"the section {' places '.join(repr(name) for _, name in loop)}"
                problems.error(placed.where, message, "take it out")
            elif placed.key in mentions.keys() - done:
                stack.append((placed.key, iter(mentions[placed.key].placed)))


def _check_once(document: str, listings: list[Listing], problems: Problems) -> None:
    first: dict[str, Location] = {}
    for listing in listings:
        kind, where = listing.kind, listing.where
        if kind in _ONCE and first.setdefault(kind, where) != where:
            hint = f"the first is at {first[kind]}"
            problems.error(where, f"a second '{kind}()' in {document!r}", hint)
