"""Other forms that words may be written in without being other words.

What is forbidden is searched for in these as well. They are given folded, as words.
"""

import re
from collections.abc import Iterator

Words = tuple[str, ...]

_LEAST_SPACED = 4  # letters; fewer, one by one, could be initials or the marks of a list
_MOST_SPACED = 40

_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_UMLAUT = re.compile("[äöüøå]")
_SPELT = re.compile(r"(?<![aeiouyq])(?:ae|oe|ue)(?![aeiouy])|aa")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_LEAST_SPELT = 5  # letters that are left; shorter ones, such as "neu" of "Neue", are other words


def genitives(words: Words) -> Iterator[Words]:
    """Give the genitive that adds an s; one with an apostrophe has a word's end before it."""
    if words and words[-1].isalpha() and not words[-1].endswith("s"):
        yield (*words[:-1], f"{words[-1]}s")


def spelt_out(text: str) -> str:
    """Write a text without umlauts, as where a keyboard has none."""
    return _UMLAUT.sub(lambda letter: _UMLAUTS[letter[0]], text.lower())


def contracted(words: Words) -> Iterator[Words]:
    """Give words in which two letters may stand for an umlaut, without the second of them."""
    short = tuple(_SPELT.sub(lambda pair: pair[0][0], word) for word in words)
    changed = [new for word, new in zip(words, short, strict=True) if word != new]
    if changed and min(map(len, changed)) >= _LEAST_SPELT:
        yield short


def ungrouped(words: Words) -> Iterator[Words]:
    """Give numbers group by group: in a file, a space that does not break is like any other."""
    if any(map(_GROUPED.fullmatch, words)):
        groups = [word.split(".") if _GROUPED.fullmatch(word) else [word] for word in words]
        yield tuple(group for several in groups for group in several)


def spaced(words: Words) -> Iterator[Words]:
    """Give a word letter by letter."""
    letters = tuple("".join(words))
    if _LEAST_SPACED <= len(letters) <= _MOST_SPACED and "".join(letters).isalpha():
        yield letters
