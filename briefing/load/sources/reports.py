"""What authors should look at: works that nothing cites, that stand twice, that lack a field."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from briefing.load.syntax.problems import Problems
from briefing.model.source import Source

_WORDS = re.compile(r"\w+")
_ADDRESS = re.compile(r"https?://(?:www\.)?([^#]*?)/?(?:#.*)?")
_PARTS = ("chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia")
_JOURNALS = ("article-journal", "article-magazine", "article-newspaper")
_PAGES = ("webpage", "post", "post-weblog")
_ANSWERING = ("author", "editor", "container-title", "publisher", "authority", "director")

# Type → what a reader needs to find the work: one field of each group.
_NEEDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "article-journal": (("container-title",), ("volume", "issue", "DOI", "URL", "page")),
    **dict.fromkeys(_JOURNALS[1:], (("container-title",),)),
    **dict.fromkeys(_PARTS, (("container-title",), ("publisher", "DOI", "URL"))),
    **dict.fromkeys(_PAGES, (("URL", "DOI"),)),
    "book": (("publisher", "DOI", "URL"),),
    "report": (("publisher", "collection-title", "number", "DOI", "URL"),),
    "thesis": (("publisher",),),
    "dataset": (("publisher", "DOI", "URL"),),
}


def report_works(sources: Mapping[str, Source], cited: Collection[str], problems: Problems) -> None:
    """Warn of works that nothing cites, of those that stand twice, and of those that lack a field.

    Args:
        sources: All works.
        cited: Keys of those that something cites.
        problems: What is found is taken down here.
    """
    for key, source in sources.items():
        if key not in cited:
            hint = f"cite it, as in [@{key}], or take it out"
            problems.warning(source.where, f"nothing cites the source {key!r}", hint)
        for message, hint in _missing(source.csl):
            problems.warning(source.where, f"{key!r} {message}", hint)
    _report_twins(sources, problems)


def _missing(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if not any(csl.get(field) for field in _ANSWERING):
        yield (
            "does not say who answers for it",
            "wanted: author, editor, container-title or publisher",
        )
    by_itself = any("literal" in name for name in csl.get("author", ()))
    for group in _NEEDS.get(csl.get("type", ""), ()):
        if not (by_itself and "publisher" in group) and not any(csl.get(field) for field in group):
            listed = " or ".join(filter(None, (", ".join(group[:-1]), group[-1])))
            yield f"has no {group[0]}", f"a work of the type {csl['type']!r} needs {listed}"
    if not any(csl.get(field) for field in ("issued", "accessed", "status")):
        hint = (
            "wanted: issued; accessed for a page that bears no date; or what else there is to say,"
            " as in 'status: undated' or 'status: forthcoming'"
        )
        yield "has no date", hint


def _report_twins(sources: Mapping[str, Source], problems: Problems) -> None:
    first: dict[tuple[str, ...], Source] = {}
    for key, source in sources.items():
        for what, sign in _signs(source.csl):
            twin = first.setdefault(sign, source)
            if twin is not source:
                hint = f"one work has one key; the other is at {twin.where}"
                problems.warning(source.where, f"{key!r} has the {what} of {twin.key!r}", hint)
                break


def _signs(csl: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what tells a work from others. Parts of a whole may share its address."""
    if csl.get("DOI"):
        yield "DOI", ("DOI", csl["DOI"].lower())
    address = _ADDRESS.fullmatch(csl.get("URL", ""))
    if address is not None and csl.get("type") not in _PARTS:
        yield "address", ("URL", address[1])
    title = " ".join(_WORDS.findall(csl.get("title", "").lower()))
    issued = csl.get("issued", {}).get("date-parts") or [[""]]
    people = csl.get("author") or csl.get("editor") or [{}]
    name = str(people[0].get("family") or people[0].get("literal") or "").lower()
    if title and issued[0]:
        container = csl.get("container-title", "").lower()
        told = ("title", title, str(issued[0][0]), name, "" if name else container)
        yield "title, year and author", told
