"""One work, from a mapping of CSL's fields, whatever file it came from."""

import re
from difflib import get_close_matches
from typing import Any

from briefing.load.conditions import CONDITIONS
from briefing.load.sources.csl import CSL_DATES, CSL_NAMES, CSL_PRIVATE, CSL_TEXTS, CSL_TYPES
from briefing.load.sources.dates import read_date
from briefing.load.syntax.fields import Fields, Name, each_of, what_it_is
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, YamlNode, YamlText
from briefing.load.values.languages import check_language
from briefing.model.source import Source
from briefing.text.scripts import find_foreign, message_of

_FIELDS = CSL_NAMES | CSL_DATES | CSL_TEXTS | CSL_PRIVATE | {"type"}
_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")

_ORDERS = ("comma-suffix", "static-ordering", "parse-names")  # how names are ordered, no names

# What a citation in brackets may name.
_KEY = re.compile(r"\w(?:[\w:.#$%&+?<>~/-]*\w)?")
_FORMS = {
    "URL": (re.compile(r"https?://[^\s/]\S*"), "an address such as https://example.org/"),
    "DOI": (re.compile(r"10\.[0-9]{4,9}/\S+"), "a name such as 10.1080/13518046.2016.1200383"),
}


_OTHERWISE = {
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
}
"""Names that CSL-JSON had before, and has still."""

_PASSED_OVER = ("id", "citation-key", "categories", "custom")
"""What programs note for themselves."""

_IN_NOTE = re.compile(rf"(?im)^\s*(?:{'|'.join(CONDITIONS)})\s*:")


def read_work(
    key: YamlText, node: YamlMap, language: str, problems: Problems, *, exported: bool = False
) -> Source:
    """Read one work.

    Args:
        key: Its key.
        node: Its fields.
        language: Of those who cite it.
        problems: What is wrong is taken down here.
        exported: A program wrote it: what it knows beside CSL's fields is passed over, and what
            looks like a condition is refused, which has its place elsewhere.
    """
    if not _KEY.fullmatch(key.text):
        hint = "use letters, digits and hyphens, as in kurc-2018"
        problems.error(key.where, f"{key.text!r} cannot be a key", hint)
    _check_language(node, language, problems)
    csl: dict[str, Any] = {"id": key.text}
    for written, (name_node, value) in node.entries.items():
        name = _OTHERWISE.get(written, written) if exported else written
        if exported:
            _refuse_hidden(name_node, value, problems)
        if not _read_field(csl, name, value, problems):
            _pass_over(name_node, exported, problems)
    for name, wanted in (("type", "such as article-journal or report"), ("title", "a text")):
        if name not in csl:
            problems.error(key.where, f"{name!r} is missing", f"wanted: {wanted}")
    return Source(key.text, csl, key.where)


def _read_field(csl: dict[str, Any], name: str, value: YamlNode, problems: Problems) -> bool:
    """Read one field, if it is one of CSL's."""
    if name in CSL_TEXTS:
        csl[name] = _text(name, value, problems)
    elif name in CSL_NAMES:
        csl[name] = [_name(person) for person in each_of(value, name, problems)]
    elif name in CSL_DATES:
        date = read_date(name, value, problems)
        if date is not None:
            csl[name] = date
    elif name == "type":
        csl[name] = _type(value, problems)
    else:
        return name in CSL_PRIVATE
    return True


def _pass_over(name: YamlText, exported: bool, problems: Problems) -> None:
    if not exported:
        if name.text not in CONDITIONS and name.text != "id":
            problems.unknown(name.where, "field", name.text, (*_FIELDS, *CONDITIONS))
    elif get_close_matches(name.text.lower(), CONDITIONS, cutoff=0.8):
        refuse_condition(name, problems)
    elif name.text not in _PASSED_OVER:
        problems.warning(name.where, f"the field {name.text!r} is not read")


def _refuse_hidden(name: YamlText, value: YamlNode, problems: Problems) -> None:
    """Take down conditions inside of what programs note for themselves, where none would count."""
    if type(value) is YamlMap and name.text == "custom":
        for inner, _ in value.entries.values():
            if get_close_matches(inner.text.lower(), CONDITIONS, cutoff=0.8):
                refuse_condition(inner, problems)
    elif (
        type(value) is YamlText and name.text in ("note", "annote") and _IN_NOTE.search(value.text)
    ):
        refuse_condition(name, problems)


def refuse_condition(name: YamlText, problems: Problems) -> None:
    """Take down what looks like a condition in a file that cannot hold any."""
    hint = "say who may know of the work in sources.yaml, under 'conditions'"
    problems.error(name.where, f"{name.text!r} is no field of a work here", hint)


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
    if type(node) is not YamlText or not node.text.strip() or node.kind == "null":
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
    fields.spare(*[part for part in _ORDERS if part in fields.mapping.entries])
    fields.done()
    if not name.get("family") and not name.get("literal"):
        hint = "write {family: Kurç, given: Çağlar} or {literal: NATO}"
        fields.problems.error(fields.where, "the name has no family and no literal", hint)
    return name
