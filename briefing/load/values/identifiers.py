"""Identifiers of documents: DOI, ISBN, ISSN and URN, each behind the name of its kind."""

import re
from collections.abc import Callable, Mapping

from briefing.load.syntax.fields import Fields

_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s<>\"{}|\\^`]+")
_ISBN = re.compile(r"(?=.{17}$)97[89]-\d+-\d+-\d+-\d|97[89]\d{10}", re.A)
_OLD_ISBN = re.compile(r"(?=.{13}$)\d+-\d+-\d+-[\dX]|\d{9}[\dX]", re.A)
_ISSN = re.compile(r"\d{4}-\d{3}[\dX]", re.A)
_SIGN = r"(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
_URN = re.compile(rf"(?!urn:)[a-z0-9][a-z0-9-]{{0,30}}[a-z0-9]:{_SIGN}(?:{_SIGN}|/)*", re.A | re.I)

_WANTED = "a list such as [doi:10.1234/abc]"


def read_identifiers(fields: Fields) -> tuple[str, ...]:
    """Read the identifiers of a document, in the author's order."""
    names = fields.listing("identifiers", _WANTED)
    for at, name in enumerate(names):
        said = _fault(name.text)
        if said:
            fields.problems.error(name.where, *said)
        elif name.text in [other.text for other in names[:at]]:
            first = next(other for other in names if other.text == name.text)
            fields.problems.error(
                name.where, f"{name.text!r} is given twice", f"first given at {first.where}"
            )
    return tuple(name.text for name in names)


def _fault(text: str) -> tuple[str, str] | None:
    """What is wrong with an identifier, and what would be right."""
    kind, colon, value = text.partition(":")
    check = _CHECKS.get(kind)
    if check is None or not colon:
        hint = f"write its kind and a colon before it: {', '.join(_EXAMPLES.values())}"
        return f"{text!r} is no identifier", hint
    return check(value, text)


def _doi(value: str, text: str) -> tuple[str, str] | None:
    """ISO 26324: a prefix of numbers from 10 on, and whatever its owner puts behind a slash."""
    return None if _DOI.fullmatch(value) else _malformed("DOI", text)


def _isbn(value: str, text: str) -> tuple[str, str] | None:
    """ISO 2108: 13 digits, of which the last checks the others; 10 before 2007."""
    digits = value.replace("-", "")
    if _ISBN.fullmatch(value):
        total = sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(digits[:12]))
        return _checked("ISBN", text, digits[-1], str(-total % 10))
    if _OLD_ISBN.fullmatch(value):
        return _checked("ISBN", text, digits[-1], _eleventh(digits[:9]))
    return _malformed("ISBN", text)


def _issn(value: str, text: str) -> tuple[str, str] | None:
    """ISO 3297: 8 digits, of which the last checks the others."""
    if not _ISSN.fullmatch(value):
        return _malformed("ISSN", text)
    return _checked("ISSN", text, value[-1], _eleventh(value.replace("-", "")[:7]))


def _urn(value: str, text: str) -> tuple[str, str] | None:
    """RFC 8141 2: a registered name and what it names; numbers of books are checked as such."""
    if not _URN.fullmatch(value):
        return _malformed("URN", text)
    kind, _, rest = value.lower().partition(":")
    numbered = {"isbn": _isbn, "issn": _issn}.get(kind)
    return numbered(rest.upper(), text) if numbered else None


def _eleventh(digits: str) -> str:
    """The digit that brings a sum of weighted digits to a multiple of eleven; X is ten."""
    total = sum(int(digit) * weight for weight, digit in enumerate(reversed(digits), start=2))
    return "0123456789X"[-total % 11]


def _checked(kind: str, text: str, got: str, right: str) -> tuple[str, str] | None:
    if got == right:
        return None
    hint = f"by its other digits, the last would be {right}: look for a slip in any of them"
    return f"{text!r} is no {kind}: it ends in {got!r}", hint


def _malformed(kind: str, text: str) -> tuple[str, str]:
    return f"{text!r} is no {kind}", f"write it like {_EXAMPLES[kind.lower()]}"


_Check = Callable[[str, str], tuple[str, str] | None]
_CHECKS: Mapping[str, _Check] = {"doi": _doi, "isbn": _isbn, "issn": _issn, "urn": _urn}
_EXAMPLES: Mapping[str, str] = {
    "doi": "doi:10.1234/abc",
    "isbn": "isbn:978-3-16-148410-0",
    "issn": "issn:2049-3630",
    "urn": "urn:nbn:de:101:1-201102033592",
}
