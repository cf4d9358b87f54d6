"""Who must not be named in a file: those off the record, and those whom readers may not know of."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from briefing.model.content import Content, Document
from briefing.model.forbidden import ForbiddenText
from briefing.model.people import Person
from briefing.proof.content.furniture import is_telling
from briefing.proof.content.gathered import Scope
from briefing.proof.content.readers import Readers
from briefing.proof.fold import fold, tokens_of, words_of

_LEAST_SURNAME = 4  # letters; shorter ones are words in some language, or parts of words
_MOST_PARTS = 3  # of a name that is searched for in any order
_LEAST_OF_ROLE = 2  # words; "adviser" tells of nobody
_ADDRESS = re.compile(r"\S*(?:://|@|\bwww\.)\S*|\S+\.\S+/\S*")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WHOLE = (
    5  # words; of longer texts the proof finds any five, which may be of other offices, too
)


class Excuses(NamedTuple):
    """What may say of others what tells of somebody.

    Attributes:
        cited: Folded words of each cited work, and of each of those who may be named.
        own: What any paper of the project may say, as phrases.
        accepted: What its author accepts as unprovable, likewise.
        said: The allowed texts.
        usual: Folded words of the product's own, and of what data may put into any text.
    """

    cited: Sequence[set[str]]
    own: Sequence[str]
    accepted: Collection[str]
    said: Mapping[Scope, Mapping[str, None]]
    usual: Collection[str] = ()


class Sorted(NamedTuple):
    """People by what one document may say of them.

    Attributes:
        named: They may be named in it.
        unnamed: They may not.
        elsewhere: They may not be named to its readers in another document. That is enough to keep
            their names out of this one, but not their offices, which it may have to speak of.
    """

    named: list[Person]
    unnamed: list[Person]
    elsewhere: list[Person]


def sort_people(content: Content, document: Document, readers: Readers) -> Sorted:
    """Sort people by what a document may say of them."""
    found = Sorted([], [], [])
    others = "off-record" not in content.project.lowered and any(
        other.neutral is not None
        and readers.audience in other.audiences
        and readers.may_see(other.conditions)
        for other in content.documents.values()
    )
    for person in content.people.values():
        if _is_off(person, document) or not readers.may_see(person.conditions):
            found.unnamed.append(person)
        elif others and not person.on_record:
            found.elsewhere.append(person)
        else:
            found.named.append(person)
    return found


def texts_of(person: Person) -> list[str]:
    """What papers may say of somebody who is named in them."""
    full = ", ".join(filter(None, (person.name, person.role, person.affiliation)))
    return [text for text in (person.name, person.role, person.affiliation, full) if text]


def forbidden_people(
    unnamed: Sequence[Person], document: Document, excuses: Excuses
) -> Iterator[ForbiddenText]:
    """Give what tells of people who may not be named.

    A name is searched for however it is ordered, and whatever else says it, so that one typed by
    hand is found; a surname alone as well. Names that works or people who may be named have too
    are excused by them, surnames also by words that are written small somewhere or that any paper
    may say; of such a surname authors are told that no proof can find it. Under the Chatham
    House Rule the same holds for affiliations, and for roles of several words; elsewhere these are
    excused by any allowed text.

    Args:
        unnamed: In the order of the file.
        document: That they are not named in.
        excuses: Of it.
    """
    excused = _common_words(excuses).union(*excuses.cited, excuses.usual)
    for person in unnamed:
        yield from forbidden_name(person, excuses)
        for surname in _surnames(person.name):
            is_secret = excused.isdisjoint(words_of(fold(surname)))
            yield ForbiddenText(surname, person.where, is_secret=is_secret)
        is_off = _is_off(person, document)
        if person.affiliation:
            is_secret = is_off and _is_theirs_alone(person.affiliation, excuses)
            yield ForbiddenText(person.affiliation, person.where, is_secret=is_secret)
        if is_telling(person.role):
            is_long = len(words_of(fold(person.role))) >= _LEAST_OF_ROLE
            is_secret = is_off and is_long and _is_theirs_alone(person.role, excuses)
            is_shown = phrase_of(person.role) not in excuses.accepted
            yield ForbiddenText(person.role, person.where, is_secret=is_secret, is_shown=is_shown)


def forbidden_name(person: Person, excuses: Excuses) -> Iterator[ForbiddenText]:
    """Give the whole name of somebody in each order of its parts, unless others have it too."""
    name = words_of(fold(person.name))
    is_cited = any(words.issuperset(name) for words in excuses.cited)
    for form in dict.fromkeys(_forms(person.name)):
        yield ForbiddenText(form, person.where, is_secret=not is_cited)


def _is_off(person: Person, document: Document) -> bool:
    """Whether the Chatham House Rule forbids to name them."""
    return document.neutral is not None and not person.on_record


def _is_theirs_alone(text: str, excuses: Excuses) -> bool:
    """Whether an office is told of nobody else, so that no text may name it."""
    phrase = phrase_of(text)
    words = phrase.split()
    if phrase in excuses.accepted or any(phrase in one for one in excuses.own):
        return False
    if any(cited.issuperset(words) for cited in excuses.cited):
        return False
    said = (one for texts in excuses.said.values() for one in texts)
    return len(words) <= _MOST_WHOLE or any(phrase in phrase_of(one) for one in said)


def phrase_of(text: str) -> str:
    """Fold a text so that it is in that of another where its words stand there in a row."""
    return f" {' '.join(words_of(fold(text)))} "


def _common_words(excuses: Excuses) -> set[str]:
    """Gather the words that allowed texts write small, but for those of addresses."""
    small: set[str] = set()
    for several in excuses.said.values():
        for text in several:
            words = _WORD.findall(_ADDRESS.sub(" ", text))
            small.update(word for word in words if word[0].islower())
    return {each for word in small for each in words_of(fold(word))}


def words_in(texts: Iterable[str]) -> set[str]:
    """Gather the folded words of texts."""
    return {word for text in texts for word in (*words_of(fold(text)), *tokens_of(fold(text)))}


def _forms(name: str) -> Iterator[str]:
    """Give a name in each order of its parts, and in the genitive that adds an s."""
    parts = name.replace(",", " ").split()
    orders = permutations(parts) if len(parts) <= _MOST_PARTS else [tuple(parts)]
    for order in orders:
        yield " ".join(order)
        yield f"{' '.join(order)}s"


def _surnames(name: str) -> Iterator[str]:
    """Give the surname, in the genitive too: what stands before a comma, or the last word."""
    surname = name.partition(",")[0] if "," in name else (name.split() or [""])[-1]
    if name != surname and sum(map(str.isalpha, surname)) >= _LEAST_SURNAME:
        yield surname
        yield f"{surname}s"
