"""The expressions that authors write nearly always, read without Jinja.

They are ``country.name``, ``figure("mil-exp", "CHN", show="value unit")`` and such calls behind a
``not``: a few microseconds each, where Jinja takes a hundred and 25 ms to import. Whatever is not
of this form, or is wrong, is left to Jinja.
"""

import re

from briefing.load.facts import Argument, Facts, Notes

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_VALUE = (
    r"""(?:"(?P<double>[^"\\\n]*)"|'(?P<single>[^'\\\n]*)'|(?P<whole>[1-9][0-9]*)"""
    rf"|(?P<name>{_NAME}))"
)
_VARIABLE = re.compile(rf"(?P<variable>{_NAME})(?:\.(?P<attribute>{_NAME}))?")
_CALL = re.compile(rf"(?:not\s+)?(?P<function>{_NAME})\((?P<arguments>[^()]*)\)")
_ARGUMENT = re.compile(rf"\s*(?:(?P<key>{_NAME})\s*=\s*)?{_VALUE}\s*(?P<comma>,|\Z)")

_KINDS = ("double", "single", "whole", "name")

# Words of the grammar, and the constants of Jinja.
_RESERVED = frozenset(
    ["and", "else", "false", "if", "in", "is", "none", "not", "or", "true", "False", "None", "True"]
)


def simple_facts(source: str) -> Facts | None:
    """Give what a simple expression mentions; None if it is not of the simple form."""
    notes = Notes()
    match = _VARIABLE.fullmatch(source)
    if match is not None:
        if match["variable"] in _RESERVED:
            return None
        notes.name(match["variable"], 0)
        if match["attribute"]:
            notes.attribute(match["variable"], match["attribute"], match.start("attribute"))
        return notes.facts()
    match = _CALL.fullmatch(source)
    if match is None or match["function"] in _RESERVED:
        return None
    arguments = _arguments(match["arguments"], match.start("arguments"), notes)
    if arguments is None:
        return None
    notes.call(match["function"], match.start("function"), arguments)
    return notes.facts()


def _arguments(text: str, begin: int, notes: Notes) -> list[Argument] | None:
    arguments: list[Argument] = []
    at, named = 0, False
    while at < len(text):
        match = _ARGUMENT.match(text, at)
        if match is None:
            return None
        key, name = match["key"] or "", match["name"]
        if name in _RESERVED or key in _RESERVED or (named and not key):
            return None
        kind = next(kind for kind in _KINDS if match[kind] is not None)
        offset = begin + match.start(kind) - (1 if kind in ("double", "single") else 0)
        constant = None if name else int(match[kind]) if kind == "whole" else match[kind]
        if name:
            notes.name(name, offset)
        arguments.append(Argument(offset, key, constant))
        at, named = match.end(), named or bool(key)
    return arguments
