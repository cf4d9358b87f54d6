"""Computes what an audience may not see, straight from the content and apart from tailoring."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from briefing.errors import Location
from briefing.model.content import Content, Document
from briefing.model.drawing import Raster
from briefing.model.forbidden import NUMBER, Forbidden, ForbiddenPicture, ForbiddenText
from briefing.proof.content.citable import Doubtful, doubtful_works, forget
from briefing.proof.content.files import withheld_files
from briefing.proof.content.furniture import (
    DATA_WORDS,
    FOR_READERS,
    LETTERED,
    NUMBERED,
    PHRASES,
    PUBLISHED_BY,
    usual_words,
)
from briefing.proof.content.gathered import Gathered, Scope, View
from briefing.proof.content.guards import hidden_by
from briefing.proof.content.map_names import names_on_maps
from briefing.proof.content.people import (
    Excuses,
    forbidden_name,
    forbidden_people,
    phrase_of,
    sort_people,
    texts_of,
    words_in,
)
from briefing.proof.content.pictures import names_of, rasters_in
from briefing.proof.content.readers import Asked, Circumstances, Readers, places_around, readers_of
from briefing.proof.content.walk import Walk
from briefing.proof.content.works import take_works, texts_in
from briefing.proof.fold import CUTS, fold, tokens_of


class _Same:
    """Content as the key of a cache: equal if it is the same object, which is kept with it."""

    __slots__ = ("content",)

    def __init__(self, content: Content) -> None:
        self.content = content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.content is self.content

    def __hash__(self) -> int:
        return id(self.content)


_NONE: frozenset[str] = frozenset()


class _Survey(NamedTuple):
    """What one audience may not see and may see, in whatever place and language.

    Attributes:
        expressions: On which something depends.
        doubtful: Works that excuse the names of those who wrote them, where a paper may cite them.
        files: Of the project, of which nothing may be seen.
    """

    texts: tuple[ForbiddenText, ...]
    allowed: Mapping[Scope, tuple[str, ...]]
    fillings: tuple[str, ...]
    pictures: tuple[ForbiddenPicture, ...]
    allowed_pictures: tuple[Raster, ...]
    expressions: tuple[Asked, ...]
    doubtful: Doubtful
    files: tuple[str, ...] = ()


def forbidden(
    content: Content, document: str, *, place: str | None, audience: str, language: str
) -> Forbidden:
    """Gather the texts that a brief must not show, and those that it may.

    Withheld is what audience or marking forbid, not what is left out by country, language or
    length. All that the project has is gone through, placed in the document or not. For the same
    content and question the same object comes back.

    Args:
        content: Every name in it is known.
        document: The name of a document.
        place: The key of a country or region; None for a document that is made once.
        audience: The key of an audience.
        language: Of the brief.
    """
    return _forbidden(_Same(content), document, place, audience, language)


def declared_secrets(content: Content, audiences: Iterable[str]) -> Forbidden:
    """Gather the words that the project declares to be secret from any of some audiences."""
    kept = [_secrets(content, readers_of(content, audience)) for audience in audiences]
    return Forbidden(tuple(dict.fromkeys(text for texts in kept for text in texts)), ())


@lru_cache(maxsize=64)
def _forbidden(
    same: _Same, document: str, place: str | None, audience: str, language: str
) -> Forbidden:
    places = places_around(place, same.content)
    at = Circumstances(same.content, document, place, places, language)
    survey = _survey(same, document, audience, _NONE, _NONE)
    hidden = hidden_by(survey.expressions, audience, at)
    if hidden:
        survey = _survey(same, document, audience, hidden, _NONE)
    uncited = frozenset(
        key
        for key, scopes in survey.doubtful.items()
        if not any(_applies(scope, places, language) for scope in scopes)
    )
    if uncited:
        survey = _survey(same, document, audience, hidden, uncited)
    if not survey.texts and not survey.pictures:
        return Forbidden((), ())
    allowed = [
        text
        for scope, texts in survey.allowed.items()
        if _applies(scope, places, language)
        for text in texts
    ]
    return Forbidden(
        survey.texts,
        (*allowed, *_furniture(language.partition("-")[0])),
        survey.fillings,
        survey.pictures,
        survey.allowed_pictures,
        survey.files,
    )


def _furniture(language: str) -> tuple[str, ...]:
    phrases, numbered, lettered = [
        (*several[""], *several.get(language, ())) for several in (PHRASES, NUMBERED, LETTERED)
    ]
    return (
        *phrases,
        *(text.replace("#", NUMBER) for text in numbered),
        *(text.replace("#", letter) for text in lettered for letter in ascii_lowercase),
    )


def _applies(scope: Scope, places: frozenset[str], language: str) -> bool:
    """Whether a text can be in the brief; without a place, one for any country can."""
    for countries, languages in scope:
        if countries is not None and places and places.isdisjoint(countries):
            return False
        if languages is not None and language not in languages:
            return False
    return True


@lru_cache(maxsize=32)
def _survey(
    same: _Same,
    document: str,
    audience: str,
    hidden: frozenset[Asked],
    uncited: frozenset[str],
) -> _Survey:
    content = same.content
    walk = Walk(content, readers_of(content, audience, hidden))
    chosen = content.documents[document]
    walk.document(chosen, View())
    walk.everything_else()
    walk.readings()
    walk.credit()
    gathered, expressions = walk.gathered, tuple(walk.seeing.expressions)
    doubtful = _doubtful(content, chosen, audience, walk)
    forget([*uncited, *(key for key, scopes in doubtful.items() if not scopes)], gathered)
    makers = take_works(content, gathered)
    _take_abbreviations(content, gathered)
    pictures = tuple(_take_pictures(content, gathered))
    secrets = _secrets(content, readers_of(content, audience))
    secrets += _take_people(content, chosen, audience, gathered)
    if not gathered.withheld and not gathered.names.withheld and not secrets:
        return _Survey((), {}, (), pictures, (), expressions, {})
    for text in _public(content, chosen, audience):
        gathered.say(text, chosen.where, View())
    walk.fill()
    gathered.fill(_given(content, chosen, audience))
    texts = [
        *secrets,
        *_withheld(gathered),
        *makers,
    ]
    texts += [ForbiddenText(name, where, True) for name, where in _secret_names(gathered)]
    for name in gathered.names.allowed:
        gathered.say(name, chosen.where, View())
    _take_maps(content, chosen, gathered, texts)
    pictured = [content.pictures[name] for name in sorted(gathered.pictures.allowed)]
    return _Survey(
        tuple(texts),
        {scope: tuple(found) for scope, found in gathered.allowed.items()},
        tuple(gathered.fillings),
        pictures,
        tuple([raster for picture in pictured for raster in rasters_in(picture.image)]),
        expressions,
        {key: scopes for key, scopes in doubtful.items() if scopes},
        withheld_files(content, texts, gathered),
    )


def _doubtful(content: Content, document: Document, audience: str, walk: Walk) -> Doubtful:
    """Find the works whose authors must not be named, if this paper does not cite these."""
    people = sort_people(content, document, readers_of(content, audience))
    kept_back = [*people.unnamed, *people.elsewhere]
    if not kept_back:
        return {}
    return doubtful_works(kept_back, content, walk.gathered, walk.asked(document))


def _withheld(gathered: Gathered) -> Iterator[ForbiddenText]:
    for (text, where), part in gathered.withheld.items():
        is_shown = part in gathered.shown
        yield ForbiddenText(text, where, is_shown=is_shown, is_figure=part.is_figure)


def _secrets(content: Content, readers: Readers) -> list[ForbiddenText]:
    """The words that the project declares to be secret from these readers, if not from all."""
    return [
        ForbiddenText(secret.text, secret.where, is_secret=True)
        for secret in content.project.secrets
        if secret.conditions is None or not readers.may_see(secret.conditions)
    ]


def _take_people(
    content: Content, document: Document, audience: str, gathered: Gathered
) -> list[ForbiddenText]:
    """Take those who may be named, and give what tells of the others."""
    people = sort_people(content, document, readers_of(content, audience))
    named, unnamed = people.named, people.unnamed
    for person in named:
        gathered.name(person.key, person.where, View())
        gathered.fill((person.name,))
        for text in texts_of(person):
            gathered.say(text, person.where, View())
    if not unnamed and not people.elsewhere:
        return []
    for person in unnamed:
        gathered.name(person.key, person.where, View(withheld=True))
    works = (content.sources[key] for key in sorted(gathered.works.allowed))
    cited = [words_in(texts_in(work.csl)) for work in works]
    cited += [words_in(texts_of(person)) for person in named]
    own = (*_public(content, document, audience), *_given(content, document, audience))
    accepted = frozenset(map(phrase_of, content.project.accepted))
    usual = usual_words() | words_in(own)
    excuses = Excuses(cited, [*map(phrase_of, own)], accepted, gathered.allowed, usual)
    elsewhere = [text for one in people.elsewhere for text in forbidden_name(one, excuses)]
    return [*forbidden_people(unnamed, document, excuses), *elsewhere]


def _take_maps(
    content: Content, document: Document, gathered: Gathered, texts: Iterable[ForbiddenText]
) -> None:
    """Take the names on maps that say what is withheld elsewhere."""
    if not gathered.maps:
        return
    words = words_in(text.text for text in texts)
    for language in dict.fromkeys((*content.project.languages, *document.languages)):
        here = (None, frozenset((language,)))
        for name in names_on_maps(content, language, words):
            for scope in gathered.maps:
                gathered.say(name, document.where, View(scope=(*scope, here)))


def _take_abbreviations(content: Content, gathered: Gathered) -> None:
    """Take what abbreviations stand for, where only withheld parts use them."""
    for key, where in gathered.shorts.forbidden():
        for text in (key, *content.abbreviations[key].long.values()):
            gathered.say(text, where, View(withheld=True))


def _take_pictures(content: Content, gathered: Gathered) -> Iterator[ForbiddenPicture]:
    """Take the names of pictures and their files, and give the bitmaps of those withheld."""
    for name in sorted(gathered.pictures.allowed):
        picture = content.pictures[name]
        for each in names_of(picture, content):
            gathered.name(each, picture.where, View())
    for name, where in gathered.pictures.forbidden():
        picture = content.pictures[name]
        for each in names_of(picture, content):
            gathered.name(each, where, View(withheld=True))
        for raster in rasters_in(picture.image):
            yield ForbiddenPicture(raster, where)


_REPEATED = re.compile(r"(.+)-[0-9]+")


def _secret_names(gathered: Gathered) -> Iterator[tuple[str, Location]]:
    """The names that are withheld, but those which anything may use.

    These are single words of allowed texts, and what an allowed name becomes where it is repeated.
    """
    texts = [fold(text) for several in gathered.allowed.values() for text in several]
    known = frozenset(word for text in texts for cut in (*CUTS, tokens_of) for word in cut(text))
    allowed = gathered.names.allowed
    for name, where in gathered.names.forbidden():
        repeated, tokens = _REPEATED.fullmatch(name), tokens_of(fold(name))
        is_used = repeated is not None and repeated[1] in allowed
        if not is_used and not (len(tokens) == 1 and tokens[0] in known):
            yield name, where


def _public(content: Content, document: Document, audience: str) -> Iterator[str]:
    """Texts that any brief may show: of the project, its data and the document itself."""
    project = content.project
    publisher, edition = project.publisher, project.edition
    yield from (project.name, project.title, *project.markings, project.audiences[audience].name)
    yield from (edition.label, edition.date, edition.facts_as_of, audience, document.style)
    yield from (f"{word} {project.audiences[audience].name}" for word in FOR_READERS)
    yield from (f"{word} {publisher.name} {publisher.url}" for word in PUBLISHED_BY)
    yield from (publisher.name, publisher.url, publisher.email, publisher.note)
    yield from (project.licence.name, project.licence.url)
    if project.boundaries:
        yield from (project.boundaries.credit, project.boundaries.disclaimer)
    for indicator in content.indicators.values():
        yield from (indicator.key, indicator.name, indicator.definition)
    for unit in content.units.values():
        yield from (unit.key, unit.label)
    yield from content.places


def _given(content: Content, document: Document, audience: str) -> Iterator[str]:
    """What data may put into the gaps of any text."""
    project = content.project
    for place in content.places.values():
        yield from (place.key, place.iso2, place.capital)
        yield from (*place.names.values(), *place.adjectives.values())
    for unit in content.units.values():
        for pattern in (unit.pattern, unit.one, unit.short):
            yield pattern.replace("{value}", " ")
    for language in dict.fromkeys((*project.languages, *document.languages)):
        yield from DATA_WORDS.get(language.partition("-")[0], ())
    yield from (project.edition.label, project.edition.date, document.kind, document.id)
    yield from (project.audiences[audience].name, audience, *project.languages)
