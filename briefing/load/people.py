"""``content/people.yaml``: who may be named in papers. And how those are called who may not."""

from collections.abc import Mapping
from typing import NamedTuple

from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, YamlText
from briefing.load.values.keys import read_key
from briefing.load.values.texts import plain_text
from briefing.model.people import Person
from briefing.model.prose import Conditions

_ONE = "how one participant is called, such as: a participant"
_SEVERAL = "how several are called, such as: participants"


class Roll(NamedTuple):
    """The names by which texts ask for people."""

    keys: tuple[str, ...]
    groups: tuple[str, ...]


def read_roll(fields: Fields) -> Roll:
    """Gather keys and groups, before anything is checked."""
    groups: dict[str, None] = {}
    for _, node in fields.entries():
        if type(node) is YamlMap:
            names = Fields(node, Problems()).names("groups") or ()
            groups.update((name.text, None) for name in names)
    return Roll(tuple(key.text for key, _ in fields.entries()), tuple(groups))


def read_people(fields: Fields, checker: Checker) -> dict[str, Person]:
    """Read all people, in the order of the file."""
    found: dict[str, Person] = {}
    for key, node in fields.entries():
        name = read_key(Name(key.text, key.where), fields.problems)
        if type(node) is not YamlMap:
            hint = "wanted: a mapping with name, role, affiliation, groups and on-record"
            fields.problems.error(node.where, f"the person {name!r} says nothing", hint)
            continue
        person = Fields(node, fields.problems)
        found[name] = Person(
            key=name,
            name=_words(person, "name", "their name"),
            role=plain_text(person, "role"),
            affiliation=plain_text(person, "affiliation"),
            groups=_groups(person),
            on_record=person.truth("on-record", False),
            where=key.where,
            conditions=_conditions(person, checker),
        )
        person.done()
    return found


def _conditions(person: Fields, checker: Checker) -> Conditions:
    hint = "say who may know of them with audience or marking"
    person.refuse("if", "a person has no 'if'", hint)
    return read_conditions(person, checker)


def _groups(person: Fields) -> tuple[str, ...]:
    names = person.names("groups") or ()
    return tuple(dict.fromkeys(read_key(name, person.problems) for name in names))


def read_neutral(
    fields: Fields, languages: tuple[str, ...]
) -> Mapping[str, tuple[str, str]] | None:
    """Read ``chatham-house``: how the rule's one and several are worded in each language."""
    rule = fields.fields("chatham-house")
    if rule is None:
        # Whatever else stands there was meant to be the rule, and has been taken down.
        return None
    is_plain = rule.has("one") or rule.has("several")
    if len(languages) == 1 and (is_plain or not rule.has(languages[0])):
        return {languages[0]: _wording(rule)}
    if is_plain:
        each = ", ".join(f"{language}: {{one: …, several: …}}" for language in languages)
        message = f"one wording for {len(languages)} languages"
        fields.problems.error(rule.where, message, f"write {{{each}}}")
        return None
    worded = {}
    for language in languages:
        own = rule.fields(language)
        if own is not None:
            worded[language] = _wording(own)
        elif not rule.has(language):
            rule.missing(language, "a mapping with one and several in that language")
    rule.done()
    return worded


def _wording(fields: Fields) -> tuple[str, str]:
    worded = _words(fields, "one", _ONE), _words(fields, "several", _SEVERAL)
    fields.done()
    return worded


def _words(fields: Fields, name: str, wanted: str) -> str:
    if not fields.has(name):
        fields.missing(name, wanted)
        return ""
    text, node = plain_text(fields, name), fields.node(name)
    if type(node) is YamlText and node.kind == "text" and not text.strip():
        fields.problems.error(node.where, f"{name!r} is empty", f"wanted: {wanted}")
    return text
