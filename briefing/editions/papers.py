"""Reads what a PDF says, page labels and attachments included, by the reader that audits use."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

import pikepdf
from msgspec import Struct

from briefing.audit import entries
from briefing.audit.opening import open_pdf
from briefing.audit.painting.pages import read_pages
from briefing.audit.structure.tree import read_tree
from briefing.editions.statements import Statement, read_statements

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 10_000  # pages whose labels are told; Roman numbers grow long


class Paper(Struct, frozen=True):
    """What a PDF says.

    Attributes:
        labels: Of each page, as it is printed: ``iv``; its number where nothing is printed.
        attachments: Name → bytes.
        is_tagged: It has a structure, so that statements know their lines.
    """

    title: str
    labels: tuple[str, ...]
    statements: tuple[Statement, ...]
    attachments: dict[str, bytes]
    is_tagged: bool
    is_encrypted: bool


def read_paper(path: Path, password: str = "") -> Paper:
    """Read a PDF.

    Raises:
        UnreadableError: It cannot be opened; if for want of a password, a `PasswordError`.
        OSError: There is no such file, or it may not be read.
    """
    with catch_warnings():  # of what pikepdf reads as far as it can; audits tell it
        simplefilter("ignore")
        pdf, _ = open_pdf(path, password)
        with pdf:
            tree = read_tree(pdf)
            return Paper(
                title=entries.text(pdf.trailer.get("/Info"), "/Title"),
                labels=tuple(page_labels(pdf)),
                statements=read_statements(tree, read_pages(pdf)),
                attachments=dict(_attachments(pdf)),
                is_tagged=tree is not None,
                is_encrypted=pdf.is_encrypted,
            )


def page_labels(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Tell what is printed on each page for its number (ISO 32000-1 12.4.2)."""
    given = {
        start: style
        for start, style in entries.walk_tree(pdf.Root.get("/PageLabels"), "/Nums")
        if isinstance(start, int)
    }
    start, style = 0, None
    for at in range(len(pdf.pages)):
        if at in given:
            start, style = at, given[at]
        yield _label(style, at - start) or str(at + 1)


def _label(style: Any, behind: int) -> str:
    """The label of a page so many behind the first of its range; empty for none."""
    first = entries.number(style, "/St")
    number = behind + (1 if first is None else first)
    prefix, kind = entries.text(style, "/P"), entries.name(style, "/S")
    if kind in ("R", "r") and 0 < number < _MOST:
        roman = _roman(number)
        return prefix + (roman.upper() if kind == "R" else roman)
    if kind in ("A", "a") and 0 < number < _MOST:
        letter = chr(ord(kind) + (number - 1) % 26)
        return prefix + letter * ((number + 25) // 26)
    return f"{prefix}{number}" if kind == "D" else prefix


def _roman(number: int) -> str:
    parts = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def _attachments(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes]]:
    names = entries.dictionary(pdf.Root, "/Names")
    for key, file in entries.walk_tree(entries.dictionary(names, "/EmbeddedFiles"), "/Names"):
        held = entries.dictionary(file, "/EF")
        data = entries.stream(held, "/UF") or entries.stream(held, "/F")
        if data is not None:
            name = entries.text(file, "/UF") or entries.text(file, "/F") or entries.string(key)
            yield name, entries.decoded(data)
