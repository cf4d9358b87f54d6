"""The numbers of a finished file, found by the roles of its structure and nothing of the product.

Notes, labels, references, contents and the names of works are passed over, and so are dates and
what a project declares. Of a figure the letters are read, by their places.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf

from briefing.audit.painting.pages import read_pages
from briefing.audit.structure.content import Line, PageContent
from briefing.audit.structure.elements import Element, Marked
from briefing.audit.structure.tree import read_tree

PASSED_OVER = {"Note", "FENote", "Lbl", "Reference", "TOC", "BibEntry"}
_INLINE = {"Span", "Link", "Strong", "Em", "Quote"}

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATES = (
    rf"\b\d{{1,2}}(?:–\d{{1,2}})? {_MONTH}(?: \d{{4}})?",
    rf"\b{_MONTH} \d{{4}}",
    r"(?<![\d.,])(?:1[5-9]|20)\d\d(?:[–/](?:\d{4}|\d\d))?s?\b(?!%|[.,]\d)",
)
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


class Label(NamedTuple):
    """Letters that stand together in a figure; `x` and `end` are those of their base line."""

    text: str
    page: int
    x: float
    y: float
    end: float


class Heard(NamedTuple):
    """What a file says: its text, with a line for each block, and the letters of each figure."""

    text: str
    figures: list[list[Label]]


def hear(path: Path) -> Heard:
    """Read a file."""
    with pikepdf.open(path) as pdf:
        tree, pages = read_tree(pdf), read_pages(pdf)
    assert tree is not None
    figures = [
        list(_labels(element, pages)) for element in tree.walk() if element.mapped == "Figure"
    ]
    return Heard("".join(_said(kid, pages) for kid in tree.kids), figures)


def numbers(text: str, names: Iterable[str]) -> list[str]:
    """The numbers of a text, each end of a range by itself, but for dates and declared names."""
    for pattern in (*map(_declared, names), *_DATES):
        text = re.sub(pattern, "§", text)
    return _NUMBER.findall(text)


def along_axes(labels: Sequence[Label]) -> set[Label]:
    """Those labels that stand in a row or column, at least three, in equal steps or ratios."""
    rows: dict[tuple[str, int], list[Label]] = {}
    for label in labels:
        if len(numbers(label.text, ())) == 1 and len(label.text) < 12:
            for key in (("y", label.y), ("x", label.x), ("end", label.end)):
                rows.setdefault((key[0], round(key[1])), []).append(label)
    return {label for row in rows.values() if _in_steps(row) for label in row}


def _in_steps(row: Sequence[Label]) -> bool:
    values = sorted({float(_NUMBER.findall(one.text)[0].replace(",", "")) for one in row})
    if len(values) < 3:
        return False
    steps = {round(b - a, 6) for a, b in pairwise(values)}
    ratios = {round(b / a, 3) if a else 0 for a, b in pairwise(values)}
    return len(steps) == 1 or len(ratios) == 1


def _said(element: Element, pages: Sequence[PageContent]) -> str:
    if element.role in PASSED_OVER or element.mapped in PASSED_OVER or element.expansion:
        return ""
    if element.mapped == "Figure":
        return ""
    parts = []
    for kid in element.kids:
        if isinstance(kid, Marked):
            parts.append("".join(line.text for line in _lines(kid, pages)))
        elif isinstance(kid, Element):
            parts.append(_said(kid, pages))
    inline = element.role in _INLINE or element.mapped in _INLINE
    return re.sub("[\u00ad\u200b\ufeff]", "", "".join(parts)) + ("" if inline else "\n")


def _labels(element: Element, pages: Sequence[PageContent]) -> Iterator[Label]:
    for one in element.walk():
        for kid in one.kids:
            if isinstance(kid, Marked):
                assert kid.page is not None
                for line in _lines(kid, pages):
                    for text in line.stretches:
                        yield Label(text, kid.page, line.x, line.y, line.end)


def _lines(kid: Marked, pages: Sequence[PageContent]) -> tuple[Line, ...]:
    if kid.page is None:
        return ()
    sequence = pages[kid.page - 1].sequences.get((kid.stream, kid.mcid))
    return sequence.lines if sequence is not None else ()


def _declared(name: str) -> str:
    return re.escape(name).replace(r"\#", r"\d[\d.,–-]*").replace(r"\ ", r"\s")
