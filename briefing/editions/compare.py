"""Compares two builds: which files stand for each other, and what they say differently."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from briefing.editions.align import Aligned, align
from briefing.editions.builds import Build, Held, checked
from briefing.editions.manifests import compare_facts, compare_figures, compare_sources
from briefing.editions.papers import Paper, read_paper
from briefing.editions.statements import LETTERS, Statement
from briefing.editions.values import (
    AttachmentChange,
    Diff,
    FactChange,
    FileDiff,
    Spot,
    StatementChange,
    Status,
)
from briefing.kept import KeptError, Listed
from briefing.model.provenance import ALL_FIGURES, ALL_SOURCES

Read = Callable[[Path], Paper]
"""Reads a PDF, whatever password it needs."""


class Pair(Struct, frozen=True):
    """Files that stand for each other; one of them may be missing."""

    old: Held | None
    new: Held | None

    @property
    def name(self) -> str:
        """Of the new file, or else of the old one."""
        held = self.new or self.old
        return held.name if held else ""


class Compared(Struct, frozen=True):
    """A pair of files with all that differs.

    Attributes:
        papers: Both, where both are there and their bytes differ.
        aligned: What they say differently, with the places of each line.
    """

    pair: Pair
    told: FileDiff
    papers: tuple[Paper, Paper] | None
    aligned: tuple[Aligned, ...]


def compare(old: Build, new: Build, read: Read = read_paper) -> tuple[Compared, ...]:
    """Compare two builds, file by file, in the order of names.

    Raises:
        KeptError: Nothing of one stands for anything of the other, or a file is not the one that
            its manifest lists.
        UnreadableError: A file cannot be opened.
    """
    return tuple(_compare(pair, read) for pair in match(old, new))


def told(old: Build, new: Build, compared: Iterable[Compared]) -> Diff:
    """Tell what differs."""
    return Diff(old.side, new.side, tuple(one.told for one in compared))


def match(old: Build, new: Build) -> tuple[Pair, ...]:
    """Find which files stand for each other, by document, country, audience and language.

    A PDF that is named stands for the other one that is named, or for that of the same kind or
    name in a folder; the others of that folder are left aside then.

    Raises:
        KeptError: There are none.
    """
    if old.is_single and new.is_single:
        return (Pair(old.files[0], new.files[0]),)
    was, now = _by_key(old), _by_key(new)
    common = was.keys() & now.keys()
    if not common and (old.is_single or new.is_single):
        was = {_named(held): held for held in old.files}
        now = {_named(held): held for held in new.files}
        common = was.keys() & now.keys()
    if not common:
        raise KeptError(
            new.side.name, f"no file of it stands for one of {old.side.name}", _hint(old)
        )
    keys = common if old.is_single or new.is_single else was.keys() | now.keys()
    pairs = [Pair(was.get(key), now.get(key)) for key in keys]
    return tuple(sorted(pairs, key=lambda pair: pair.name))


_Key = tuple[str | None, ...]


def _by_key(build: Build) -> dict[_Key, Held]:
    return {_key(held.listed) if held.listed else _named(held): held for held in build.files}


def _key(one: Listed) -> _Key:
    return one.document, one.country, one.audience, one.language, one.recipient


def _named(held: Held) -> _Key:
    return (held.name,)


def _hint(old: Build) -> str:
    names = [held.name for held in old.files]
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return f"{old.side.name} holds {', '.join(names[:6]) or 'nothing'}{more}"


def _compare(pair: Pair, read: Read) -> Compared:
    if pair.old is None or pair.new is None:
        told = _file_diff(pair, status="dropped" if pair.new is None else "added")
        return Compared(pair, told, None, ())
    facts, found = list[FactChange](), dict[str, tuple[object, ...]]()
    was, now = pair.old.listed, pair.new.listed
    if was is not None and now is not None:
        facts += compare_facts(was, now)
        found["figures"] = compare_figures(was.readings, now.readings)
        found["sources"] = compare_sources(was.sources, now.sources)
    papers, aligned = None, tuple[Aligned, ...]()
    if checked(pair.old) != checked(pair.new):
        papers = read(pair.old.path), read(pair.new.path)
        aligned = align(papers[0].statements, papers[1].statements)
        facts += _paper_facts(*papers)
        found["statements"] = tuple(_statement(one, *papers) for one in aligned)
        skipped = {ALL_FIGURES, ALL_SOURCES} if "figures" in found else set[str]()
        found["attachments"] = tuple(_attachments(papers[0], papers[1], skipped))
    changed = bool(facts) or any(found.values())
    told = _file_diff(pair, "changed" if changed else "equal", facts, found, papers is not None)
    return Compared(pair, told, papers, aligned)


def _file_diff(
    pair: Pair,
    status: Status,
    facts: Iterable[FactChange] = (),
    found: Mapping[str, tuple[object, ...]] | None = None,
    compared: bool = False,
) -> FileDiff:
    held = pair.new or pair.old
    one = held.listed if held else None
    return FileDiff(
        name=pair.name,
        document=one.document if one else "",
        country=(one.country or "") if one else "",
        audience=one.audience if one else "",
        language=one.language if one else "",
        recipient=(one.recipient or "") if one else "",
        status=status,
        compared=compared,
        traced=all(each is not None and each.listed is not None for each in (pair.old, pair.new)),
        facts=tuple(facts),
        **(found or {}),  # type: ignore[arg-type]  # each under the name of its field
    )


def _paper_facts(old: Paper, new: Paper) -> Iterator[FactChange]:
    if len(old.labels) != len(new.labels):
        yield FactChange("pages", str(len(old.labels)), str(len(new.labels)))
    if old.title != new.title:
        yield FactChange("title", old.title, new.title)


def _statement(one: Aligned, old: Paper, new: Paper) -> StatementChange:
    either = one.new or one.old
    assert either is not None  # one of them is there
    role = "Figure" if either.role == LETTERS else either.role
    return StatementChange(
        kind=one.kind,
        role=role,
        text=one.new.text if one.new else "",
        was=one.old.text if one.old else "",
        at=_at(one, new),
        stood=_spot(one.old.page, old) if one.old else None,
        language=either.language,
    )


def _at(one: Aligned, new: Paper) -> Spot:
    if one.new is not None:
        return _spot(one.new.page, new)
    beside = one.before or one.after
    return _spot(last_page(beside) if beside is one.before and beside else 1, new)


def last_page(statement: Statement) -> int:
    """The page that a statement ends on, from 1."""
    return statement.places[-1].page if statement.places else statement.page


def _spot(page: int, paper: Paper) -> Spot:
    known = 0 < page <= len(paper.labels)
    return Spot(page, paper.labels[page - 1] if known else str(page))


def _attachments(one: Paper, other: Paper, skipped: Set[str]) -> Iterator[AttachmentChange]:
    """Compare attached files, but for those whose figures and works are told by themselves."""
    old, new = one.attachments, other.attachments
    for name in sorted((old.keys() | new.keys()) - skipped):
        if name not in old:
            yield AttachmentChange("added", name)
        elif name not in new:
            yield AttachmentChange("dropped", name)
        elif old[name] != new[name]:
            yield AttachmentChange("changed", name, *_lines(old[name], new[name]))


def _lines(old: bytes, new: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines that only one of two texts has; nothing of what is no text."""
    try:
        was, now = old.decode().splitlines(), new.decode().splitlines()
    except UnicodeDecodeError:
        return (), ()
    codes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    gone = [line for kind, i, end, _, _ in codes if kind != "equal" for line in was[i:end]]
    come = [line for kind, _, _, j, end in codes if kind != "equal" for line in now[j:end]]
    return tuple(gone), tuple(come)
