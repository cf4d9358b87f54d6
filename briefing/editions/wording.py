"""Puts a diff into words for a terminal, whose width it takes to be modest."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from textwrap import wrap

from briefing.editions.values import (
    AttachmentChange,
    Diff,
    Figure,
    FigureChange,
    FileDiff,
    StatementChange,
)

_WIDTH = 96
_ROWS = 30  # of a list; then it says how many more there are
_NAMES = 5  # of files in one line
_CONTEXT = 6  # words kept on each side of what differs
_FORBIDDEN = dict.fromkeys(
    [*range(9), *range(11, 32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}"
)
_ROLES = {
    "TR": "row", "Note": "note", "Figure": "figure", "Caption": "caption", "LI": "list item",
    "TH": "cell", "TD": "cell",
}  # fmt: skip


def word_diff(diff: Diff) -> str:
    """All of a diff, file by file, without what a terminal would take for a command."""
    parts = [_head(diff)]
    parts += ["\n".join(_alike(names, file)) for names, file in _groups(diff)]
    parts.append("\n".join(_rest(diff)))
    return ("\n\n".join(parts) + "\n").translate(_FORBIDDEN)


def word_role(role: str) -> str:
    """What a block is to a reader; empty for one of text."""
    if (role[:1] == "H" and role[1:].isdigit()) or role == "H":
        return "heading"
    return _ROLES.get(role, "")


Run = tuple[str, bool]
"""Words, and whether only one of two texts has them."""


def shortened(was: str, now: str) -> tuple[list[Run], list[Run]]:
    """Cut two texts into runs, without long stretches that they have in common."""
    old, new = was.split(), now.split()
    left, right = list[Run](), list[Run]()
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for at, (kind, i, i_end, j, j_end) in enumerate(codes):
        if kind == "equal":
            common = _clipped(old[i:i_end], is_first=at == 0, is_last=at == len(codes) - 1)
            left.append((" ".join(common), False))
            right.append((" ".join(common), False))
        else:
            left += [(" ".join(old[i:i_end]), True)] if i < i_end else []
            right += [(" ".join(new[j:j_end]), True)] if j < j_end else []
    return left, right


def word_figure(figure: Figure) -> str:
    """A figure with its period."""
    return f"{figure.value} ({figure.period})"


def counted(kinds: Iterable[str]) -> str:
    """How many of each kind: ``1 changed, 2 added``."""
    counts = Counter(kinds)
    told = [f"{counts[kind]} {kind}" for kind in ("changed", "added", "dropped") if counts[kind]]
    return ", ".join(told)


def _clipped(words: Sequence[str], *, is_first: bool, is_last: bool) -> list[str]:
    """Keep words next to what differs."""
    head = 0 if is_first else _CONTEXT
    tail = 0 if is_last else _CONTEXT
    if len(words) <= head + tail + 1:
        return list(words)
    return [*words[:head], "…", *words[len(words) - tail :]]


def _head(diff: Diff) -> str:
    sides = [
        f"{side.name} ({side.edition})" if side.edition and side.edition not in side.name
        else side.name
        for side in (diff.old, diff.new)
    ]  # fmt: skip
    return f"{sides[0]} → {sides[1]}"


def _groups(diff: Diff) -> list[tuple[list[str], FileDiff]]:
    """Changed files; those that changed alike are told once, under all their names."""
    groups: list[tuple[list[str], FileDiff]] = []
    for file in diff.files:
        if file.status != "changed":
            continue
        names = next((names for names, other in groups if _changes(other) == _changes(file)), None)
        if names is None:
            groups.append(([file.name], file))
        else:
            names.append(file.name)
    return groups


def _changes(file: FileDiff) -> tuple[object, ...]:
    return file.traced, file.facts, file.figures, file.sources, file.statements, file.attachments


def _alike(names: Sequence[str], file: FileDiff) -> Iterator[str]:
    yield from names
    yield from _file(file)


def _file(file: FileDiff) -> Iterator[str]:
    for fact in file.facts:
        name = fact.name.capitalize()
        yield f"  {name}: {fact.old or 'none'} → {fact.new or 'none'}"
    if not file.traced:
        yield "  Figures and sources: not compared, for want of a manifest"
    yield from _section("Figures", file.figures, _figure)
    yield from _sources(file)
    yield from _section("Statements", file.statements, _statement)
    yield from _section("Attached files", file.attachments, _attachment)


def _section(name: str, changes: Sequence, word) -> Iterator[str]:  # type: ignore[no-untyped-def,type-arg]
    if not changes:
        return
    yield f"  {name}: {counted(change.kind for change in changes)}"
    for change in changes[:_ROWS]:
        yield from (f"    {line}" for line in word(change))
    if len(changes) > _ROWS:
        yield f"    and {len(changes) - _ROWS:,} more, which --json lists"


def _figure(change: FigureChange) -> Iterator[str]:
    old, new = change.old, change.new
    values = " → ".join(word_figure(one) for one in (old, new) if one is not None)
    yield f"{change.kind}: {change.indicator}, {change.place}: {values}"
    sources = list(dict.fromkeys(one.source for one in (old, new) if one is not None))
    place = (new or old).input if new or old else ""  # type: ignore[union-attr]
    yield f"  {' → '.join(sources)}, {place}" if place else f"  {' → '.join(sources)}"


def _sources(file: FileDiff) -> Iterator[str]:
    if not file.sources:
        return
    yield f"  Sources: {counted(change.kind for change in file.sources)}"
    for kind in ("changed", "added", "dropped"):
        keys = [change.key for change in file.sources if change.kind == kind]
        if keys:
            yield from _wrapped(f"{kind}: {', '.join(keys)}", "    ", "      ")


def _statement(change: StatementChange) -> Iterator[str]:
    role = word_role(change.role)
    yield f"{change.kind}{f', {role}' if role else ''}, page {change.at.label}"
    was, now = change.was, change.text
    if change.kind == "changed":
        was, now = (" ".join(text for text, _ in runs) for runs in shortened(was, now))
    if was:
        yield from _wrapped(was, "  - ", "    ")
    if now:
        yield from _wrapped(now, "  + ", "    ")


def _attachment(change: AttachmentChange) -> Iterator[str]:
    yield f"{change.kind}: {change.name}"
    if len(change.was) + len(change.now) <= _NAMES * 2:
        yield from (line for one in change.was for line in _wrapped(one, "  - ", "    "))
        yield from (line for one in change.now for line in _wrapped(one, "  + ", "    "))
    else:
        yield f"  {len(change.was):,} lines gone, {len(change.now):,} new"


def _wrapped(text: str, first: str, other: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent=first, subsequent_indent=other, break_on_hyphens=False)


def _rest(diff: Diff) -> Iterator[str]:
    """What no more is to be said of than its name, and how many there are of all."""
    names = {
        status: [file.name for file in diff.files if file.status == status]
        for status in ("changed", "equal", "added", "dropped")
    }
    if diff.is_empty:
        yield "Nothing has changed."
        return
    if names["equal"]:
        yield f"The same: {_listed(names['equal'])}"
    if names["added"]:
        yield f"New in {diff.new.name}: {_listed(names['added'])}"
    if names["dropped"]:
        yield f"Not in {diff.new.name} any more: {_listed(names['dropped'])}"
    told = {"changed": "changed", "equal": "the same", "added": "new", "dropped": "gone"}
    yield "Files: " + ", ".join(f"{len(names[at])} {told[at]}" for at in told if names[at])


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return ", ".join(names[:_NAMES]) + more
