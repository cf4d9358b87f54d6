"""Traces the numbers of a finished file: read from the file, looked up in its manifest."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.editions.papers import read_paper
from briefing.editions.statements import LETTERS, Statement
from briefing.kept import KeptError, Listed, Number, Printed, read_manifest
from briefing.model.provenance import Role
from briefing.numbers.mentioned import find_numbers
from briefing.tracing.values import Answer, Figure, Spot

_UNTOLD = frozenset({"Note", "Figure"})
"""Roles in which no numbers are looked for: notes, and alternatives, which tell charts again."""

_ROLES: dict[str, Role] = {"TR": "table", "Caption": "caption", LETTERS: "figure"}
_HEADING = re.compile(r"H\d?")


def trace_file(path: Path, password: str = "") -> tuple[Answer, ...]:
    """Say of every number in a file where it comes from, in reading order.

    Looked at is what the structure has as text, headings, tables, captions and the letters of
    figures, where numbers that the manifest does not know are those of axes.

    Args:
        path: Of a PDF; its manifest is beside it.
        password: Of an encrypted file, any.

    Raises:
        KeptError: There is no manifest, or it does not know the file.
        UnreadableError: The file cannot be opened; if for want of a password, a `PasswordError`.
        OSError: There is no such file, or it may not be read.
    """
    listed, names = _listed(path)
    paper = read_paper(path, password)
    known = _Known(listed)
    return tuple(
        answer
        for statement in paper.statements
        if statement.role not in _UNTOLD
        for answer in _answers(statement, known, names, path.name)
    )


def _listed(path: Path) -> tuple[Listed, tuple[str, ...]]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest = read_manifest(path.parent)
    for listed in manifest.files:
        if listed.sha256 == digest:
            licences = {one.licence for one in listed.readings} - {""}
            return listed, (*manifest.silent, *sorted(licences))
    hint = "a manifest tells of the files that were made with it, byte by byte"
    raise KeptError(str(path), "the manifest beside it does not know this file", hint)


def _answers(
    statement: Statement, known: "_Known", names: Sequence[str], file: str
) -> Iterator[Answer]:
    """Look up the numbers of a statement, but for those of cross-references."""
    is_drawn = statement.role == LETTERS
    for begin, end in find_numbers(statement.counting, statement.language or "en", names):
        text = statement.counting[begin:end]
        number = known.take(text, statement.page, is_drawn=is_drawn)
        if number is None and is_drawn:
            continue  # along an axis
        yield known.answer(number, text, statement, file)


class _Known:
    """The numbers that a manifest lists, each given out once as long as there are others."""

    def __init__(self, listed: Listed) -> None:
        self._listed = listed
        self._left: dict[str, list[Number]] = {}
        for number in listed.numbers:
            self._left.setdefault(number.text, []).append(number)

    def take(self, text: str, page: int, *, is_drawn: bool) -> Number | None:
        """Find a number on a page, else on the one after it, where a statement may end."""
        alike = [one for one in self._left.get(text, []) if (one.role == "figure") == is_drawn]
        near = [one for at in (page, page + 1) for one in alike if one.page == at]
        if not near:
            return None
        if len(near) > 1:
            self._left[text].remove(near[0])
        return near[0]

    def answer(self, number: Number | None, text: str, said: Statement, file: str) -> Answer:
        """Put together what is known of a number."""
        spots = (Spot(file, number.page if number else said.page),)
        if number is None:
            return Answer(text, said.text, spots, "", (), (), _role(said))
        readings = [self._listed.readings[at] for at in number.readings]
        figures = [figure for one in readings for figure in _figures(one)]
        sources = [source for one in readings for source in _sources(one)]
        cited = tuple(dict.fromkeys((*sources, *number.cited)))
        return Answer(text, said.text, spots, number.input, tuple(figures), cited, number.role)


def _figures(printed: Printed) -> Iterator[Figure]:
    for one in printed.grounds:
        yield Figure(
            printed.indicator,
            printed.place,
            printed.period,
            one.input,
            as_of=one.as_of,
            licence=one.licence,
            doubt=one.doubt,
        )


def _sources(printed: Printed) -> Iterator[str]:
    for one in printed.grounds:
        yield from (_cited(one.source, one.locator), *one.also)


def _role(said: Statement) -> Role:
    return "heading" if _HEADING.fullmatch(said.role) else _ROLES.get(said.role, "text")


def _cited(source: str, locator: str) -> str:
    return f"{source}, {locator}" if locator else source
