"""Works that are cited: ``content/sources.yaml``, ``sources.json`` and ``sources.bib``."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import asdict, replace

from briefing.load.conditions import CONDITIONS, read_conditions
from briefing.load.expressions import Checker
from briefing.load.sources.biblatex import wholes_of, works_of
from briefing.load.sources.bibtex import read_bibtex
from briefing.load.sources.works import read_work
from briefing.load.syntax.fields import Fields, each_of, top_fields, what_it_is
from briefing.load.syntax.files import Files
from briefing.load.syntax.json_doc import parse_json
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlNode, YamlText, parse_yaml
from briefing.model.prose import Conditions
from briefing.model.source import Source

__all__ = ["Works", "read_works", "with_conditions"]

_YAML, _JSON, _BIBTEX = "content/sources.yaml", "content/sources.json", "content/sources.bib"

_Entry = tuple[YamlText, YamlMap]


class Works(NamedTuple):
    """What the files say.

    Attributes:
        sources: By key.
        held: Key → the conditions that stand with a work's fields.
        apart: The conditions of works in other files, by key; None where there are none.
        parts: Each work that takes fields from another, with the key of that one.
    """

    sources: dict[str, Source]
    held: dict[str, Fields]
    apart: Fields | None
    parts: list[tuple[str, str]]

    @property
    def wholes(self) -> set[str]:
        """Give the keys of works that others are parts of, cited or not."""
        return {whole for _, whole in self.parts}


def read_works(files: Files, language: str, problems: Problems) -> Works | None:
    """Read all works; None, and why, if a file cannot be read.

    Args:
        files: Of the project.
        language: Of those who cite them.
        problems: What is wrong is taken down here.
    """
    works = Works({}, {}, None, [])
    others = [path for path in (_JSON, _BIBTEX) if files.find(path)]
    is_whole = True
    if files.find(_YAML) or not others:
        file = files.read(_YAML)
        fields = top_fields(parse_yaml(file, problems), problems) if file else None
        is_whole = fields is not None
        if fields is not None:
            if "conditions" in fields.mapping.entries and not fields.has("conditions"):
                fields.missing("conditions", "a mapping of keys of works in other files")
            works = works._replace(apart=fields.fields("conditions"))
            _add(works, _in_yaml(fields), language, problems, exported=False)
    for path in others:
        entries = _in_json(files, problems) if path == _JSON else _in_bibtex(files, works, problems)
        is_whole = is_whole and entries is not None
        _add(works, entries or (), language, problems, exported=True)
    return works if is_whole else None


def _add(
    works: Works, entries: Iterable[_Entry], language: str, problems: Problems, *, exported: bool
) -> None:
    for key, node in entries:
        first = works.sources.get(key.text)
        if first is not None:
            hint = f"first given at {first.where}"
            problems.error(key.where, f"{key.text!r} is given twice", hint)
            continue
        source = read_work(key, node, language, problems, exported=exported)
        works.sources[key.text] = source
        held = {name: node.entries[name] for name in CONDITIONS if name in node.entries}
        if held and not exported:
            works.held[key.text] = Fields(node._replace(entries=held), problems)


def _in_yaml(fields: Fields) -> Iterator[_Entry]:
    """Go through works by key, and those of a list as Pandoc keeps them."""
    for key, node in fields.entries():
        if key.text == "conditions":
            continue
        if key.text == "references" and type(node) is not YamlMap:
            yield from _listed(node, fields.problems)
        elif type(node) is YamlMap:
            yield key, node
        else:
            hint = "wanted: a mapping with type and title"
            fields.problems.error(node.where, f"{key.text!r} says nothing", hint)


def _in_json(files: Files, problems: Problems) -> Iterable[_Entry] | None:
    file = files.read(_JSON)
    node = parse_json(file, problems) if file else None
    if node is None:
        return None
    if type(node) is not YamlList:
        hint = "wanted: a list of works, as CSL-JSON has it"
        problems.error(node.where, f"the file is {what_it_is(node)}", hint)
        return None
    return [*_listed(node, problems)]


def _listed(node: YamlNode, problems: Problems) -> Iterator[_Entry]:
    for work in each_of(node, "references", problems):
        key = work.scalar("id", "a key")
        if key is None:
            work.missing("id", "the key by which it is cited")
        else:
            yield key, work.mapping


def _in_bibtex(files: Files, works: Works, problems: Problems) -> Iterable[_Entry] | None:
    file = files.read(_BIBTEX)
    if file is None:
        return None
    entries = read_bibtex(file, problems)
    works.parts.extend(wholes_of(entries))
    return works_of(entries, problems)


def with_conditions(works: Works, checker: Checker) -> dict[str, Source]:
    """Read who may know of each work, which asks for names that become known later."""
    found = dict(works.sources)
    for held, given in works.held.items():
        found[held] = replace(found[held], conditions=_conditions(given, checker))
    for key, node in works.apart.entries() if works.apart else ():
        problems = checker.problems
        if key.text not in found:
            problems.unknown(key.where, "source", key.text, found)
        elif key.text in works.held or found[key.text].where.file == _YAML:
            hint = f"write them beside its fields, at {found[key.text].where}"
            problems.error(key.where, f"the conditions of {key.text!r} stand apart from it", hint)
        elif type(node) is not YamlMap or not node.entries:
            hint = "wanted: a mapping with audience, marking or the like"
            problems.error(node.where, f"{key.text!r} says nothing", hint)
        else:
            conditions = _conditions(Fields(node, problems), checker)
            found[key.text] = replace(found[key.text], conditions=conditions)
    for part, whole in works.parts:
        _check_part(part, whole, found, checker.problems)
    return found


def _check_part(part: str, whole: str, found: Mapping[str, Source], problems: Problems) -> None:
    """Take down a work that tells of another, and lacks one of its conditions."""
    if whole not in found:
        return  # it is fields alone, and has no conditions
    wanted, given = found[whole].conditions, found[part].conditions
    lacking = [name for name, value in asdict(wanted).items() if value is not None]
    if any(getattr(given, name) != getattr(wanted, name) for name in lacking):
        message = f"{part!r} takes fields from {whole!r} and lacks its conditions"
        hint = "give both the same in sources.yaml, under 'conditions'"
        problems.error(found[part].where, message, hint)


def _conditions(given: Fields, checker: Checker) -> Conditions:
    hint = "say who may know of it with audience or marking"
    given.refuse("if", "a source has no 'if'", hint)
    conditions = read_conditions(given, checker)
    given.done()
    return conditions
