"""``content/abbreviations.yaml``: short forms and what they stand for."""

import re

from briefing.load.syntax.fields import Fields
from briefing.load.syntax.yaml_doc import YamlMap, YamlText
from briefing.load.values.texts import plain_text
from briefing.model.content import Abbreviation

_KEY = re.compile(r"""[^\s"'{}]+(?: [^\s"'{}]+)*""")


def read_abbreviations(fields: Fields, languages: tuple[str, ...]) -> dict[str, Abbreviation]:
    """Read all abbreviations, in the order of the file; each is known in every language."""
    found: dict[str, Abbreviation] = {}
    for key, node in fields.entries():
        if not _KEY.fullmatch(key.text):
            hint = "wanted: words with single spaces between them, such as NATO or DG INTPA"
            fields.problems.error(key.where, f"{key.text!r} is no abbreviation", hint)
        if type(node) is YamlMap:
            long = _by_language(Fields(node, fields.problems), languages)
        else:
            long = dict.fromkeys(languages, _long(fields, key.text))
        found[key.text] = Abbreviation(key.text, long, key.where)
    fields.done()
    return found


def _by_language(fields: Fields, languages: tuple[str, ...]) -> dict[str, str]:
    for key, _ in fields.entries():
        if key.text not in languages:
            fields.problems.unknown(key.where, "language", key.text, languages)
    for language in languages:
        if not fields.has(language):
            fields.missing(language, "what it stands for in that language")
    long = {language: _long(fields, language) for language in languages}
    fields.done()
    return long


def _long(fields: Fields, name: str) -> str:
    text, node = plain_text(fields, name), fields.node(name)
    if type(node) is YamlText and node.kind == "text" and not text.strip():
        fields.problems.error(node.where, f"{name!r} is empty", "wanted: what it stands for")
    return text
