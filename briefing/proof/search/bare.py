"""Secrets in the midst of what else is written without spaces, or with other ones.

A secret of several words is found where an address or a name runs them together, one with digits
however they are grouped: both are searched for as nothing but letters and digits, in a text of
nothing else. Where that finds something, the text itself tells whether it is the secret.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from briefing.proof.fold import bare_of, fold, words_of
from briefing.proof.search.forms import contracted, spelt_out

_LEAST_LETTERS = 8  # of several words; such an order of letters is hardly ever within other words
_LEAST_SIGNS = 6  # where some are digits: a date; a year or a small sum is everywhere
_BETWEEN = r"[^\w\0]*+"
_SPACE = re.compile(r"[^\S\x1f]")  # but not one that was only guessed
_GROUP = re.compile(r"[.\x1e]\d{3}(?!\d)")
_THREE = re.compile(r"\d{3}(?!\d)")
_NUMBER_BEFORE = re.compile(r"\d[.\x1e]\Z")


class Bare(Struct, frozen=True):
    """A secret as letters and digits alone.

    Attributes:
        signs: Those that it is searched for by.
        owner: Index of the forbidden text.
    """

    signs: bytes
    owner: int


def bare_forms(text: str) -> Iterator[bytes]:
    """Give the letters and digits of a secret, unless they alone do not tell it.

    A single word is searched for as a word.
    """
    for spelling in dict.fromkeys((text, spelt_out(text))):
        words = tuple(words_of(fold(spelling)))
        for form in (words, *contracted(words)):
            signs = "".join(form).replace(".", "")
            has_digits = any(map(str.isdigit, signs))
            least = _LEAST_SIGNS if has_digits else _LEAST_LETTERS
            if len(signs) >= least and (has_digits or len(words) > 1):
                yield signs.encode()


def fewest(found: Iterable[Bare]) -> tuple[Bare, ...]:
    """Leave out what has another one in it; it is found by that."""
    kept: list[Bare] = []
    for bare in sorted(found, key=lambda bare: (len(bare.signs), bare.signs, bare.owner)):
        if not any(one.signs in bare.signs for one in kept):
            kept.append(bare)
    return tuple(kept)


def bares_in(text: str, bares: Collection[Bare]) -> Iterator[Bare]:
    """Find secrets in a folded text."""
    signs = bare_of(text) if bares else b""
    yield from (bare for bare in bares if bare.signs in signs and starts_of_bare(text, bare))


def starts_of_bare(text: str, bare: Bare) -> list[int]:
    """Where a secret begins in a folded text."""
    found = _pattern(bare.signs).finditer(text)
    return [each.start() for each in found if _is_whole(text, *each.span(1))]


@lru_cache(maxsize=1024)
def _pattern(signs: bytes) -> re.Pattern[str]:
    """The signs with anything else between them; ahead, as there may be another one within."""
    return re.compile(f"(?=({_BETWEEN.join(map(re.escape, signs.decode()))}))")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether what was found is no part of other words or of a longer number.

    Within a word, or whatever has no space, it may begin and end anywhere, but for its digits.
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    first, last = text[start], text[end - 1]
    if first.isdigit() and (before.isdigit() or _is_grouped_before(text, start)):
        return False
    if last.isdigit() and (after.isdigit() or _GROUP.match(text, end)):
        return False
    if not _SPACE.search(text, start, end):
        return True
    begins = not before.isalpha() or first.isdigit()
    return begins and (not after.isalpha() or last.isdigit())


def _is_grouped_before(text: str, start: int) -> bool:
    """Whether the digits are the last groups of a longer number."""
    return bool(_THREE.match(text, start) and _NUMBER_BEFORE.match(text[max(0, start - 2) : start]))
