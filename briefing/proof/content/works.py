"""What tells of works: their titles and addresses, and who made them, as notes may say it."""

from collections.abc import Iterator, Mapping

from briefing.model.content import Content
from briefing.model.forbidden import ForbiddenText
from briefing.proof.content.furniture import is_telling
from briefing.proof.content.gathered import Gathered, View

_BEFORE_FAMILY = ("dropping-particle", "non-dropping-particle")
_OF_A_NAME = ("given", *_BEFORE_FAMILY, "family", "suffix", "literal")
_TELLING = ("title", "title-short", "URL", "DOI")  # fields that say which work it is
_BEHIND = ("container-title", "publisher-place", "publisher", "volume", "issue", "page")
_ORDERS = (
    ("container-title", "publisher", "year"),
    ("publisher-place", "publisher", "year"),
    ("container-title", "publisher-place", "publisher", "year"),
    ("container-title", "volume", "issue", "year", "page"),
    ("container-title", "year", "volume", "issue", "page"),
    ("publisher", "publisher-place", "year"),
    ("year", "publisher"),
)
_OF_ITS_KIND = ("id", "type", "language")


def take_works(content: Content, gathered: Gathered) -> list[ForbiddenText]:
    """Take what works are called, and give by whom those are that are withheld.

    A work that only withheld parts cite is withheld with them; of one that its readers may find in
    another paper, the title is enough.
    """
    makers: list[ForbiddenText] = []
    for key in gathered.works.allowed:
        source = content.sources[key]
        gathered.name(key, source.where, View())
        for text in (*texts_in(source.csl), *_notes_of(source.csl)):
            gathered.say(text, source.where, View())
    for key, where in gathered.works.forbidden():
        source = content.sources[key]
        gathered.name(key, where, View(withheld=True))
        if key in gathered.works.elsewhere:  # its readers may know of it from another paper
            title = str(source.csl.get("title", ""))
            makers += [ForbiddenText(title, where, is_shown=True)] if title else []
            continue
        for name in _TELLING:
            gathered.say(str(source.csl.get(name, "")), where, View(withheld=True))
        told = dict.fromkeys(_makers_of(source.csl))
        makers += (ForbiddenText(text, where, is_shown=True) for text in told)
    return makers


def _makers_of(csl: Mapping[str, object]) -> Iterator[str]:
    """By whom, where and in what a work was published, which may be told of others, too."""
    for field, value in csl.items():
        if field in (*_TELLING, *_OF_ITS_KIND):
            continue
        if isinstance(value, str) and is_telling(value):
            yield value
        for names in _names_of(value) or ():
            yield from (" ".join(name.split()) for name in names)


def _notes_of(csl: Mapping[str, object]) -> Iterator[str]:
    """A work as a note may name it: who, what, in what, from where and when, in these orders."""
    people = [_names_of(csl.get(role)) for role in ("author", "editor")]
    first, *others = dict.fromkeys(_behind(csl))
    for title in dict.fromkeys((str(csl.get("title", "")), str(csl.get("title-short", "")))):
        for given_first, family_first in filter(None, people):
            for names in (given_first, family_first):
                yield from (f"{text} {title} {first}" for text in _joined(names))
        yield from (f"{title} {other}" for other in others if title)


def _behind(csl: Mapping[str, object]) -> Iterator[str]:
    """What stands behind a title, in the orders of notes and lists of works."""
    said = {field: str(csl.get(field, "")) for field in _BEHIND}
    said["year"] = _year_of(csl.get("issued"))
    for order in _ORDERS:
        yield " ".join(filter(None, (said[field] for field in order)))


def _year_of(issued: object) -> str:
    years = issued.get("date-parts", "") if isinstance(issued, Mapping) else issued
    return next((text for text in texts_in(years) if text), "")


def _names_of(people: object) -> tuple[list[str], list[str]] | None:
    """The names of people in both orders; None for nobody."""
    if not isinstance(people, list | tuple) or not people or not isinstance(people[0], Mapping):
        return None
    told = [{key: str(one.get(key, "")) for key in _OF_A_NAME} for one in people]
    given_first = [" ".join(one.values()) for one in told]
    last_first = (*_BEFORE_FAMILY, "family", "given", "suffix", "literal")
    return given_first, [" ".join(one[key] for key in last_first) for one in told]


def _joined(names: list[str]) -> Iterator[str]:
    yield " ".join(names)
    if len(names) > 1:
        yield f"{' '.join(names[:-1])} and {names[-1]}"
        yield f"{names[0]} et al."


def texts_in(value: object) -> Iterator[str]:
    """Give every text and number in fields of CSL, however deep."""
    if isinstance(value, Mapping):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, str | int):
        yield str(value)
