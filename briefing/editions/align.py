"""Finds what two files state differently: moved text is no change."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from briefing.editions.statements import LETTERS, Statement
from briefing.editions.values import Kind

_ALIKE = 0.5  # of the words of two statements: from here on one is the other, reworded
_ALONE = 0.25  # likewise, where one stands in the very place of the other
_MOST_PAIRS = 2500  # compared within one gap; in a larger one statements keep their order
_ASIDE = frozenset({"Note", "Figure", LETTERS})  # stand apart from the text that they interrupt


class Aligned(Struct, frozen=True):
    """A statement that is new, gone or reworded.

    Attributes:
        old: None where it is new.
        new: None where it is gone.
        before: Of what is gone: the statement of the new file that it would follow.
        after: Likewise: the one that it would precede.
    """

    kind: Kind
    old: Statement | None
    new: Statement | None
    before: Statement | None = None
    after: Statement | None = None


class Gap(Struct, frozen=True):
    """A stretch in which the files differ: positions of statements in each."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    at: int


def align(old: Sequence[Statement], new: Sequence[Statement]) -> tuple[Aligned, ...]:
    """Find what differs, in the order of the new file."""
    found: list[Aligned] = []
    for gap in _gaps(old, new):
        found += _changes(gap, old, new)
    told = {id(one) for change in found for one in (change.old, change.new)}
    return tuple(one for one in found if not _is_told(one, old, new, told))


def _is_told(
    change: Aligned, old: Sequence[Statement], new: Sequence[Statement], told: Container[int]
) -> bool:
    """Whether the words of a figure, which stand before its letters, have changed likewise."""
    for one, statements in ((change.new, new), (change.old, old)):
        if one is not None and one.role == LETTERS:
            at = next(at for at, other in enumerate(statements) if other is one)
            return at > 0 and statements[at - 1].role == "Figure" and id(statements[at - 1]) in told
    return False


def _gaps(old: Sequence[Statement], new: Sequence[Statement]) -> list[Gap]:
    """Find the stretches that differ, without what has only moved from one to another."""
    matcher = SequenceMatcher(
        None, [one.key for one in old], [one.key for one in new], autojunk=False
    )
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    gone = Counter(old[at].key for _, i, end, _, _ in codes for at in range(i, end))
    come = Counter(new[at].key for _, _, _, j, end in codes for at in range(j, end))
    moved = gone & come
    left, right = Counter(moved), Counter(moved)
    gaps = []
    for _, i, i_end, j, j_end in codes:
        was = tuple(at for at in range(i, i_end) if not _take(left, old[at].key))
        now = tuple(at for at in range(j, j_end) if not _take(right, new[at].key))
        if was or now:
            gaps.append(Gap(was, now, j_end))
    return gaps


def _take(moved: Counter[str], key: str) -> bool:
    if moved[key] <= 0:
        return False
    moved[key] -= 1
    return True


def _changes(gap: Gap, old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[Aligned]:
    pairs = _pairs(gap, old, new)
    gone = [at for at in gap.old if at not in pairs.values()]
    for at in gap.new:
        while gone and at in pairs and gone[0] < pairs[at]:
            yield _dropped(old[gone.pop(0)], new, at)
        if at in pairs:
            yield Aligned("changed", old[pairs[at]], new[at])
        else:
            yield Aligned("added", None, new[at])
    for at in gone:
        yield _dropped(old[at], new, gap.at)


def _dropped(statement: Statement, new: Sequence[Statement], at: int) -> Aligned:
    """Say where in the new file something would stand: next to text, unless it stood aside."""
    aside = statement.role in _ASIDE
    before = next((one for one in reversed(new[:at]) if aside or one.role not in _ASIDE), None)
    after = next((one for one in new[at:] if aside or one.role not in _ASIDE), None)
    return Aligned("dropped", statement, None, before, after)


def _pairs(gap: Gap, old: Sequence[Statement], new: Sequence[Statement]) -> dict[int, int]:
    """Find statements that are reworded ones: new → old, best first, each once."""
    alone = len(gap.old) == len(gap.new) == 1
    scored = []
    for i, j in _candidates(gap):
        if old[i].role == new[j].role:
            likeness = _likeness(old[i].key, new[j].key)
            if likeness >= (_ALONE if alone else _ALIKE):
                scored.append((-likeness, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in taken and j not in pairs:
            pairs[j] = i
            taken.add(i)
    return pairs


def _candidates(gap: Gap) -> Iterator[tuple[int, int]]:
    if len(gap.old) * len(gap.new) <= _MOST_PAIRS:
        yield from ((i, j) for i in gap.old for j in gap.new)
    else:
        yield from zip(gap.old, gap.new, strict=False)


def _likeness(old: str, new: str) -> float:
    """The share of words, in their order, that two statements have in common."""
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALONE else 0.0
