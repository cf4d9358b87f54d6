"""A project's own citation style: a CSL file, read and checked."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple
from xml.parsers import expat

from briefing.errors import Location
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.files import Files, TextFile
from briefing.load.syntax.problems import Problems
from briefing.model.citations import PACKAGED

_SPACE = "http://purl.org/net/xbiblio/csl"
_ENDING = ".csl"


class _Element(NamedTuple):
    name: str
    attributes: Mapping[str, str]
    where: Location
    above: tuple[str, ...]


def read_citation_style(fields: Fields, files: Files) -> str:
    """Read the style that ``citations`` names; empty for a packaged one, or where that fails."""
    node = fields.scalar("citations", "the name of a citation style, or a file")
    if node is None or node.text in PACKAGED:
        return ""
    problems = fields.problems
    if not node.text.endswith(_ENDING):
        known = (*PACKAGED, f"a file beside this one, as in 'ours{_ENDING}'")
        problems.unknown(node.where, "citation style", node.text, known)
        return ""
    file = files.read(f"content/{node.text}", node.where)
    if file is None or not _check(file, problems):
        return ""
    hint = f"look its notes over; tested are {', '.join(PACKAGED)}"
    problems.warning(node.where, f"the citation style {node.text!r} is not tested", hint)
    return file.text


def _check(file: TextFile, problems: Problems) -> bool:
    """Take down what is wrong with a style; say whether it can be used."""
    before = len(problems.all())
    elements = _elements(file, problems)
    if elements is not None:
        _check_root(elements[0], elements, problems)
        _check_macros(elements, problems)
        if len(problems.all()) == before:
            _check_schema(file, elements, problems)
    return len(problems.all()) == before


def _elements(file: TextFile, problems: Problems) -> list[_Element] | None:
    """Parse a file; None, and why, if it is no XML."""
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[_Element] = []
    open_: list[str] = []

    def place() -> Location:
        column = parser.CurrentColumnNumber + 1
        return Location(file.path, parser.CurrentLineNumber, column)

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        found.append(
            _Element(local if space == _SPACE else name, attributes, place(), tuple(open_))
        )
        open_.append(local)

    def refuse(*_: Any) -> None:
        problems.error(place(), "a style declares no document type", "take the declaration out")
        raise _RefusedError

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_.pop()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(file.text, True)
    except expat.ExpatError as error:
        where = Location(file.path, error.lineno, error.offset + 1)
        problems.error(where, f"no XML: {expat.errors.messages[error.code]}")
        return None
    except _RefusedError:
        return None
    return found


class _RefusedError(Exception):
    """Ends the parsing; why has been taken down."""


def _check_root(root: _Element, elements: list[_Element], problems: Problems) -> None:
    if root.name != "style":
        name = root.name.rpartition(" ")[2]
        hint = f'it begins with <style xmlns="{_SPACE}" class="note" version="1.0">'
        problems.error(root.where, f"<{name}> is no citation style", hint)
        return
    parent = next((e for e in elements if e.attributes.get("rel") == "independent-parent"), None)
    if parent is not None:
        hint = f"use the file of that style itself: {parent.attributes.get('href', '')}"
        problems.error(parent.where, "the style only names another one", hint)
    elif root.attributes.get("class") != "note":
        hint = "wanted: one of the class 'note'; there is no list of works that the text could name"
        kind = root.attributes.get("class", "")
        problems.error(root.where, f"the style is of the class {kind!r}", hint)
    elif not any(e.name == "layout" and e.above[-1:] == ("citation",) for e in elements):
        problems.error(root.where, "the style has no citation with a layout")


def _check_macros(elements: list[_Element], problems: Problems) -> None:
    """Take down macros that are not there, and those that lead back to themselves."""
    macros = {e.attributes.get("name", ""): e for e in elements if e.name == "macro"}
    calls: dict[str, set[str]] = {name: set() for name in macros}
    current = ""
    for element in elements:
        if element.name == "macro":
            current = element.attributes.get("name", "")
        called = element.attributes.get("macro") if element.name in ("text", "key") else None
        if called is None:
            continue
        if called not in macros:
            problems.unknown(element.where, "macro", called, macros)
        elif "macro" in element.above:
            calls[current].add(called)
    for name, macro in macros.items():
        if name in _reached(name, calls):
            problems.error(macro.where, f"the macro {name!r} calls itself", "take the call out")


def _reached(name: str, calls: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [*calls[name]]
    while waiting:
        called = waiting.pop()
        if called not in reached:
            reached.add(called)
            waiting += calls.get(called, ())
    return reached


def _check_schema(file: TextFile, elements: list[_Element], problems: Problems) -> None:
    """Check a style against the schema of CSL, which citeproc brings along."""
    from citeproc import SCHEMA_PATH  # late: few projects have a style of their own

    etree: Any = import_module("lxml.etree")  # which has no types
    columns = {e.where.line: e.where.column for e in reversed(elements)}
    schema = etree.RelaxNG(etree.parse(SCHEMA_PATH))
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    if not schema.validate(etree.fromstring(file.text.encode(), parser)):
        faults = [*schema.error_log]
        last = max(fault.line for fault in faults)  # those around it follow from it
        for fault in (fault for fault in faults if fault.line == last):
            where = Location(file.path, fault.line, columns.get(fault.line, 1))
            message = fault.message[:1].lower() + fault.message[1:]
            problems.error(
                where, f"no valid style: {message}", "see the specification of CSL 1.0.2"
            )
