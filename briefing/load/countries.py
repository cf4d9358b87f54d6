"""``content/countries.yaml``: countries and regions."""

import re
from collections.abc import Mapping

from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.yaml_doc import YamlMap, YamlText
from briefing.model.country import Place
from briefing.numbers import territory

# Source: ISO 3166-1, which reserves two and three capital letters for countries.
_ALPHA_2 = re.compile("[A-Z]{2}")
_ALPHA_3 = re.compile("[A-Z]{3}")
_REGION = re.compile("[a-z][a-z0-9-]*")


def read_places(fields: Fields, languages: tuple[str, ...]) -> dict[str, Place]:
    """Read all countries and regions, in the order of the file."""
    places: dict[str, Place] = {}
    members: list[Name] = []
    for key, node in fields.entries():
        if type(node) is not YamlMap:
            message = f"{key.text!r} says nothing"
            fields.problems.error(node.where, message, "wanted: a mapping with name and adjective")
            continue
        given = Fields(node, fields.problems)
        place = _read_place(key, given, languages)
        places[place.key] = place
        members += given.names("members") or () if place.members else ()
    _check_codes(places, fields)
    countries = [key for key, place in places.items() if place.iso2]
    for member in members:
        if member.text not in countries:
            fields.problems.unknown(member.where, "country", member.text, countries)
    return places


def _read_place(key: YamlText, fields: Fields, languages: tuple[str, ...]) -> Place:
    is_country = _ALPHA_3.fullmatch(key.text) is not None
    if not is_country and not _REGION.fullmatch(key.text):
        hint = "a country has three capital letters, such as KAZ; a region is in small letters"
        fields.problems.error(key.where, f"{key.text!r} is no key of a country or region", hint)
    members = None if is_country else fields.names("members")
    if members is None and _REGION.fullmatch(key.text):
        fields.missing("members", "the countries of the region")
    iso2 = _iso2(fields) if is_country else ""
    place = Place(
        key=key.text,
        iso2=iso2,
        names=_named(_by_language(fields, "name", languages), iso2, languages),
        adjectives=_by_language(fields, "adjective", languages),
        capital=fields.text("capital", "") if is_country else "",
        members=tuple(dict.fromkeys(member.text for member in members or ())),
        where=key.where,
    )
    fields.done()
    return place


def _iso2(fields: Fields) -> str:
    text = fields.text("iso2")
    if text and not _ALPHA_2.fullmatch(text):
        hint = "two capital letters, such as KZ"
        fields.problems.error(fields.place("iso2"), f"{text!r} is no alpha-2 code", hint)
    return text


def _named(names: Mapping[str, str], iso2: str, languages: tuple[str, ...]) -> Mapping[str, str]:
    """Name a country in the languages in which its author does not, as a map would."""
    first, *others = languages
    own = names[first]
    named = {one: names.get(one) or territory(iso2, one) or own for one in others}
    return {first: own, **named}


def _by_language(fields: Fields, name: str, languages: tuple[str, ...]) -> Mapping[str, str]:
    """Read a word, or the words of several languages."""
    node = fields.node(name)
    if type(node) is not YamlMap:
        return {languages[0]: fields.text(name)}
    group = Fields(node, fields.problems)
    for key, _ in group.entries():
        if key.text not in languages:
            fields.problems.unknown(key.where, "language", key.text, languages)
    words = {languages[0]: group.text(languages[0], wanted="the word in that language")}
    for language in languages[1:]:
        if word := group.text(language, ""):
            words[language] = word
    return words


def _check_codes(places: Mapping[str, Place], fields: Fields) -> None:
    first: dict[str, Place] = {}
    for place in places.values():
        if place.iso2 and first.setdefault(place.iso2, place) is not place:
            message = f"{place.iso2!r} is the alpha-2 code of {first[place.iso2].key!r} already"
            fields.problems.error(place.where, message)
