"""Headings, roles, languages and ids of elements."""

import re
from collections.abc import Iterator

from briefing.audit.case import Case, at
from briefing.audit.structure.elements import NEWER, STANDARD, Element, Marked
from briefing.audit.structure.reading import replacement
from briefing.audit.values import Fault

_LEVEL = re.compile(r"H([1-9]\d*)")
_TAG = re.compile(
    r"([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z]{4})?(-([a-z]{2}|\d{3}))?"
    r"(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?"
    r"|x(-[a-z0-9]{1,8})+|i-[a-z]{2,}|zh-min-nan",
    re.IGNORECASE,
)
_MAY_BE_EMPTY = frozenset(("TD", "TH", "NonStruct", "Private", "Artifact"))
_OF_TEXT = frozenset(
    ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Lbl", "LBody", "Caption", "Note", "TOCI",
     "Link", "Reference", "BlockQuote", "Quote")
)  # fmt: skip


def is_language(text: str) -> bool:
    """Whether a tag is well formed (BCP 47, RFC 5646 2.1); empty stands for unknown."""
    return not text or _TAG.fullmatch(text) is not None


def find_levels(case: Case) -> Iterator[Fault]:
    """Levels of headings that are skipped, or mixed (14-002, 14-003, 14-007)."""
    last, plain, numbered = 0, None, False
    for element in case.elements:
        match = _LEVEL.fullmatch(element.mapped)
        if element.mapped == "H":
            plain = plain or element
        elif match is not None:
            level, numbered = int(match[1]), True
            if level > last + 1:
                before = f"H{last}" if last else "no other heading"
                yield at(element, "heading-levels", f"H{level} comes after {before}")
            last = level
    if plain is not None and numbered:
        yield at(plain, "heading-kinds", "headings with a level and without are mixed")
    if plain is None and not numbered and case.elements:
        yield Fault("warning", "heading-missing", "there is no heading")


def find_roles(case: Case) -> Iterator[Fault]:
    """Roles that lead to no structure type, or that remap one (02-001, 02-003, 02-004)."""
    told: set[str] = set()
    newest = case.pdf.pdf_version >= "2.0"
    for element in case.elements:
        role, end = element.role, element.mapped
        given = role in NEWER and role not in case.tree.roles
        known = end in STANDARD or (newest and _LEVEL.fullmatch(end))
        if role and role not in told and (not known or (given and not newest)):
            told.add(role)
            yield at(element, "role", f"the role {role} is mapped to no structure type")
    for role in sorted(STANDARD & case.tree.roles.keys()):
        if case.tree.roles[role] != role:
            message = f"the structure type {role} is mapped to {case.tree.roles[role]}"
            yield Fault("error", "role", message)


def find_languages(case: Case) -> Iterator[Fault]:
    """Languages that are not well formed (11-001)."""
    for element in case.elements:
        if element.given is not None and not is_language(element.given):
            yield at(element, "language", f"“{element.given}” is no language (BCP 47)")


def find_ids(case: Case) -> Iterator[Fault]:
    """Ids that are not unique (19-004), or that the file's list leads astray from."""
    known: dict[str, Element] = {}
    for element in case.elements:
        if not element.id:
            continue
        first = known.setdefault(element.id, element)
        if first is not element:
            message = f"the id “{element.id}” is also that of {first.path}"
            yield at(element, "id-repeated", message)
        elif element.id not in case.tree.ids:
            message = f"the id “{element.id}” is not in the list of ids (IDTree)"
            yield at(element, "id-tree", message)
        elif case.tree.ids[element.id] != element.key and element.key[0] > 0:
            message = f"the list of ids (IDTree) leads astray from “{element.id}”"
            yield at(element, "id-tree", message)


def find_empty(case: Case) -> Iterator[Fault]:
    """Elements that hold nothing."""
    for element in case.elements:
        if element.mapped in _MAY_BE_EMPTY or replacement(element) is not None:
            continue
        if not element.kids:
            yield at(element, "empty", "an element holds nothing", "warning")
        elif element.mapped in _OF_TEXT and all(isinstance(kid, Marked) for kid in element.kids):
            found = [case.sequence(kid) for kid in element.kids if isinstance(kid, Marked)]
            seen = [one for one in found if one is not None]
            painted = any(one.text.strip() or one.images or one.paints for one in seen)
            if len(seen) == len(found) and not painted:
                yield at(element, "empty", "an element holds nothing but white space", "warning")
