"""Searches the texts of a file."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from briefing.proof.file.strand import APART, Strand
from briefing.proof.fold import parts_of, tokens_of, words_of
from briefing.proof.search.bare import bares_in, starts_of_bare
from briefing.proof.search.doubts import likely_in, starts_of
from briefing.proof.search.needles import Needles, Words, runs_of

Hit = tuple[str, int]
"""Where in the file, and the index of the forbidden text."""

_MOST_CLEAR = 1 << 13


def search(strands: Iterable[Strand], needles: Needles) -> list[Hit]:
    """Find what is forbidden; each text once for each place, in the order of the strands.

    All texts are looked through at once; only where there is something, each is by itself. Texts
    that stand apart and were clear in other files still are.
    """
    new = [strand.only(needles.is_new) if strand.name else strand for strand in strands]
    named = [strand for strand in new if strand.name and strand.pieces()]
    pages = [strand.text() for strand in new if not strand.name]
    pieces = [piece for strand in named for piece in strand.pieces()]
    if not any(_has_any(text, needles) for text in _by_width(pages)) and not (
        pieces and _has_any_name(pieces, needles)
    ):
        if len(needles.clear) < _MOST_CLEAR:
            needles.clear.update(pieces)
        return []
    return list(dict.fromkeys(hit for strand in new for hit in _hits(strand, needles)))


def _by_width(texts: Sequence[str]) -> tuple[str, str]:
    """Join texts, those of ASCII apart: Python is far quicker with these than with wider ones."""
    narrow = [text for text in texts if text.isascii()]
    return APART.join(narrow), APART.join([text for text in texts if not text.isascii()])


def _has_any(text: str, needles: Needles) -> bool:
    words = words_of(text)
    known = needles.watched.intersection(words)
    return (
        _has(words, known, needles)
        or any(bares_in(text, needles.bares))
        or any(likely_in(text, known, needles.doubtful, needles.said))
    )


def _has_any_name(pieces: Sequence[str], needles: Needles) -> bool:
    """Whether texts where names may stand have something; hyphens are spaces there, too."""
    text = APART.join(pieces)
    hyphenated = APART.join([piece for piece in pieces if "-" in piece])
    readings = (words_of(text), parts_of(hyphenated))
    return (
        any(_has(words, needles.watched.intersection(words), needles) for words in readings)
        or any(bares_in(text, needles.bares))
        or bool(needles.names and _has_name(tokens_of(text), needles))
    )


def _has(words: Sequence[str], known: frozenset[str], needles: Needles) -> bool:
    return not needles.runs.isdisjoint(runs_of(words)) or any(_in(words, known, needles.wholes))


def _has_name(tokens: Sequence[str], needles: Needles) -> bool:
    return any(_in(tokens, frozenset(tokens), needles.names))


def _hits(strand: Strand, needles: Needles) -> Iterator[Hit]:
    """Find the places in one strand.

    Where names may stand, all of it is read with hyphens as spaces, too.
    """
    text = strand.text()
    for cut in (words_of, parts_of) if strand.name else (words_of,):
        words = strand.words(cut)
        found = [
            *needles.runs.intersection(runs_of(words)),
            *_in(words, frozenset(words), needles.wholes),
        ]
        for needle, position in _sorted(found, words):
            yield strand.place_of(position, cut), needles.owners[needle]
    if not strand.name:
        for needle in likely_in(
            text, needles.watched.intersection(strand.words()), needles.doubtful, needles.said
        ):
            starts = partial(starts_of, needle=needle, said=needles.said)
            yield from _each(strand, starts, needles.owners[needle])
    for bare in bares_in(text, needles.bares):
        yield from _each(strand, partial(starts_of_bare, bare=bare), bare.owner)
    if strand.name:
        yield from _names(strand, needles)


def _each(strand: Strand, starts: Callable[[str], list[int]], owner: int) -> Iterator[Hit]:
    for position in range(len(starts(strand.text()))):
        yield strand.place_of(position, starts), owner


def _names(strand: Strand, needles: Needles) -> Iterator[Hit]:
    tokens = strand.words(tokens_of) if needles.names else []
    for name, position in _sorted(_in(tokens, frozenset(tokens), needles.names), tokens):
        yield strand.place_of(position, tokens_of), needles.named[name]


def _in(
    words: Sequence[str], known: frozenset[str], needles: Mapping[str, Sequence[Words]]
) -> Iterator[Words]:
    """Find needles, given by some word of each, among words; `known` are those that they have."""
    several = [needles[word] for word in needles.keys() & known]
    likely = [needle for found in several for needle in found if known.issuperset(needle)]
    if likely:
        text = f" {' '.join(words)} "
        yield from (needle for needle in likely if f" {' '.join(needle)} " in text)


def _sorted(found: Iterable[Words], words: Sequence[str]) -> list[tuple[Words, int]]:
    """Each needle with every place where it begins, by place."""
    places = [(position, needle) for needle in found for position in _positions(words, needle)]
    return [(needle, position) for position, needle in sorted(places)]


def _positions(words: Sequence[str], needle: Words) -> Iterator[int]:
    length = len(needle)
    for index, word in enumerate(words):
        if word == needle[0] and tuple(words[index : index + length]) == needle:
            yield index
