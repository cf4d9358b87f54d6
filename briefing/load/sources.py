"""``content/sources.yaml``: works as CSL-YAML."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from briefing.load.conditions import CONDITIONS, read_conditions
from briefing.load.csl import CSL_DATES, CSL_NAMES, CSL_TEXTS, CSL_TYPES
from briefing.load.expressions import Checker
from briefing.load.fields import Fields, Name, each_of, what_it_is
from briefing.load.languages import check_language
from briefing.load.periods import parse_date
from briefing.load.problems import Problems
from briefing.load.scripts import find_foreign, message_of
from briefing.load.yaml_doc import YamlMap, YamlNode, YamlText
from briefing.model.source import Source

_FIELDS = CSL_NAMES | CSL_DATES | CSL_TEXTS | {"type"}
_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")

# What a citation in brackets may name.
_KEY = re.compile(r"\w(?:[\w:.#$%&+?<>~/-]*\w)?")
_FORMS = {
    "URL": (re.compile(r"https?://[^\s/]\S*"), "an address such as https://example.org/"),
    "DOI": (re.compile(r"10\.[0-9]{4,9}/\S+"), "a name such as 10.1080/13518046.2016.1200383"),
}


def read_sources(fields: Fields, language: str) -> dict[str, Source]:
    """Read all works by key; `language` is that of those who cite them."""
    sources: dict[str, Source] = {}
    for key, node in fields.entries():
        if not _KEY.fullmatch(key.text):
            hint = "use letters, digits and hyphens, as in kurc-2018"
            fields.problems.error(key.where, f"{key.text!r} cannot be a key", hint)
        if type(node) is YamlMap:
            _check_language(node, language, fields.problems)
            sources[key.text] = Source(key.text, _work(key, node, fields.problems), key.where)
        else:
            hint = "wanted: a mapping with type and title"
            fields.problems.error(node.where, f"{key.text!r} says nothing", hint)
    return sources


def with_conditions(
    sources: Mapping[str, Source], fields: Fields, checker: Checker
) -> dict[str, Source]:
    """Read who may know of each work, which asks for names that become known later."""
    found = dict(sources)
    for key, node in fields.entries():
        if type(node) is not YamlMap or not any(name in node.entries for name in CONDITIONS):
            continue
        entries = {name: entry for name, entry in node.entries.items() if name in CONDITIONS}
        given = Fields(node._replace(entries=entries), fields.problems)
        hint = "say who may know of it with audience or marking"
        given.refuse("if", "a source has no 'if'", hint)
        conditions = read_conditions(given, checker)
        given.done()
        found[key.text] = replace(found[key.text], conditions=conditions)
    return found


def _work(key: YamlText, node: YamlMap, problems: Problems) -> dict[str, Any]:
    csl: dict[str, Any] = {"id": key.text}
    for name, (name_node, value) in node.entries.items():
        if name in CSL_TEXTS:
            csl[name] = _text(name, value, problems)
        elif name in CSL_NAMES:
            csl[name] = [_name(person) for person in each_of(value, name, problems)]
        elif name in CSL_DATES:
            csl[name] = _date(name, value, problems)
        elif name == "type":
            csl[name] = _type(value, problems)
        elif name not in CONDITIONS:
            problems.unknown(name_node.where, "field", name, (*_FIELDS, *CONDITIONS))
    for name, wanted in (("type", "such as article-journal or report"), ("title", "a text")):
        if name not in csl:
            problems.error(key.where, f"{name!r} is missing", f"wanted: {wanted}")
    return csl


def _check_language(node: YamlMap, language: str, problems: Problems) -> None:
    """Check the code of a work's language, or that its words do without one."""
    _, said = node.entries.get("language", (None, None))
    if type(said) is YamlText:
        check_language(Name(said.text, said.where), problems)
        return
    for _, value in node.entries.values():
        foreign = find_foreign(value.text, language) if type(value) is YamlText else None
        if foreign is not None:
            hint = f"say their language, as in 'language: {foreign.example}'"
            problems.error(value.where, message_of(foreign), hint, "language")


def _text(name: str, node: YamlNode, problems: Problems) -> str:
    if type(node) is not YamlText or not node.text.strip():
        problems.error(node.where, f"{name!r} is {what_it_is(node)}", "wanted: a text")
        return ""
    form = _FORMS.get(name)
    if form and not form[0].fullmatch(node.text):
        problems.error(node.where, f"{name!r} is {node.text!r}", f"wanted: {form[1]}")
    return node.text


def _type(node: YamlNode, problems: Problems) -> str:
    text = node.text if type(node) is YamlText else ""
    if text not in CSL_TYPES:
        problems.unknown(node.where, "type of work", text, CSL_TYPES)
    return text


def _name(fields: Fields) -> dict[str, str]:
    name = {part: text for part in _PARTS if (text := fields.text(part, ""))}
    fields.done()
    if not name.get("family") and not name.get("literal"):
        hint = "write {family: Kurç, given: Çağlar} or {literal: NATO}"
        fields.problems.error(fields.where, "the name has no family and no literal", hint)
    return name


def _date(name: str, node: YamlNode, problems: Problems) -> dict[str, Any]:
    text = node.text if type(node) is YamlText else ""
    begin, slash, end = text.partition("/")
    dates = [parse_date(begin), parse_date(end)] if slash else [parse_date(begin)]
    parts = [[part for part in (date.year, date.month, date.day) if part] for date in dates if date]
    if len(parts) < len(dates) or parts[0] > parts[-1]:
        hint = "write it like 2020, 2020-05, 2020-05-28 or 2019/2020; leave it out if there is none"
        problems.error(node.where, f"{name!r} is {what_it_is(node)}, which is no date", hint)
    return {"date-parts": parts}
