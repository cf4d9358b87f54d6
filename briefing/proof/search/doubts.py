"""Finds what a text has in another reading than the usual one.

A hyphen may stand for a space (``Kim-led``), and the number of a note may stand between any two
words. A text has many of both, so what may be there is told first by the words beside them.
"""

import re
from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise

from briefing.proof.file.codes import GUESSED
from briefing.proof.file.strand import APART
from briefing.proof.fold import parts_of, without_soft_hyphens, words_of

Words = tuple[str, ...]

_NUMBER = rf"{GUESSED}(?:[ .{GUESSED}]*+[0-9]{{1,3}}(?![0-9]))+{GUESSED}"
"""The raised number of a note, or several."""

_MARKER = re.compile(_NUMBER)
_BETWEEN = rf"(?:{_NUMBER}|[^\w\0])"
_PART_BEFORE = re.compile(r"(?:[^\W\d_]++-\s++)++\Z")
_PART_BEHIND = re.compile(r"(?:-\s++[^\W\d_]++)++")
_FAR = 120  # signs; no two words are longer


def likely_in(
    text: str, known: frozenset[str], needles: Collection[Words], said: AbstractSet[str]
) -> Iterator[Words]:
    """Find needles, with hyphens read as spaces and the numbers of notes left out.

    All their words are in the text, and two of them, or the only one, beside a hyphen or a note.

    Args:
        text: Folded.
        known: The words of its usual reading that needles have.
        needles: To be found.
        said: See `starts_of`.
    """
    if not needles:
        return
    words = parts_of(APART.join(_beside(text)))
    known = known.union(words)
    pairs = frozenset(pairwise(words))
    for needle in needles:
        if known.issuperset(needle):
            is_near = len(needle) == 1 or not pairs.isdisjoint(pairwise(needle))
            if is_near and starts_of(text, needle, said):
                yield needle


def _beside(text: str) -> set[str]:
    """Give two words before and behind each hyphen, and one where the number of a note is.

    A word before or behind a note may be in two parts of which only a guess makes two words.
    """
    found = set()
    for left, right in pairwise(text.split("-")):
        found.add(" ".join(left[-_FAR:].rsplit(None, 2)[-2:] + right[:_FAR].split(None, 2)[:2]))
    for left, right in pairwise(_MARKER.split(text)):
        before, behind = left[-_FAR:].rstrip(), right[:_FAR].lstrip()
        beside = f"{before[before.rfind(' ') + 1 :]} {behind.partition(' ')[0]}"
        found.add(beside)
        if GUESSED in beside:
            found.add(beside.replace(GUESSED, ""))
    return found


def starts_of(text: str, needle: Words, said: AbstractSet[str]) -> list[int]:
    """Where words begin in a folded text, but for its soft hyphens.

    A word that is parted at the end of a line is not taken for its parts.

    Args:
        text: Folded.
        needle: The words.
        said: Words of allowed texts, which may be parted so.
    """
    text = without_soft_hyphens(text)
    is_number = needle[0].isdigit()
    return [
        found.start()
        for found in _pattern(needle).finditer(text)
        if not _goes_on(text[: found.start()][-1:], is_number=is_number)
        and not _is_parted(text, found, said)
    ]


def _is_parted(text: str, found: re.Match[str], said: AbstractSet[str]) -> bool:
    """Whether the ends of lines, and they alone, make these words of others."""
    start, end = found.span()
    before = _PART_BEFORE.search(text, max(0, start - _FAR), start)
    behind = _PART_BEHIND.match(text, end, end + _FAR)
    if not before and not behind:
        return False
    own = words_of(found[0])
    words = words_of(f"{before[0] if before else ''}{found[0]}{behind[0] if behind else ''}")
    longer = {words[0], words[-1]} - {own[0], own[-1]}
    return bool(longer) and longer <= said


def _goes_on(before: str, *, is_number: bool) -> bool:
    return before.isdigit() if is_number else before.isalpha()


@lru_cache(maxsize=1 << 12)
def _pattern(needle: Words) -> re.Pattern[str]:
    """Words with anything but words between them; letters and digits need nothing."""
    pattern = _spelt(needle[0])
    for word, following in pairwise(needle):
        is_parted = word[-1].isdigit() == following[0].isdigit()
        pattern += _BETWEEN + ("+" if is_parted else "*") + _spelt(following)
    return re.compile(pattern + (r"(?!\d)" if needle[-1][-1].isdigit() else r"(?![^\W\d_])"))


def _spelt(word: str) -> str:
    """A word with guesses between its signs."""
    return f"{GUESSED}?".join(r"[.\x1e]" if sign == "." else re.escape(sign) for sign in word)
