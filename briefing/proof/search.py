"""Searches the texts of a file."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.proof.fold import Cut, parts_of, words_of
from briefing.proof.needles import Needles, Words, runs_of
from briefing.proof.strand import Strand

Hit = tuple[str, int]
"""Where in the file, and the index of the forbidden text."""


def search(strands: Iterable[Strand], needles: Needles) -> list[Hit]:
    """Find what is forbidden; each text once for each place, in the order of the file."""
    hits: dict[Hit, None] = {}
    for strand in strands:
        hits.update(dict.fromkeys(_hits(strand, words_of, needles)))
        if strand.name:
            hits.update(dict.fromkeys(_hits(strand.hyphenated(), parts_of, needles)))
    return list(hits)


def _hits(strand: Strand, cut: Cut, needles: Needles) -> Iterator[Hit]:
    words = strand.words(cut)
    found = [*_runs_in(words, needles), *_shorts_in(words, needles)]
    places = [(at, needle) for needle in found for at in _positions(words, needle)]
    for position, needle in sorted(places):
        yield strand.place_of(position, cut), needles.owners[needle]


def _runs_in(words: Sequence[str], needles: Needles) -> Iterable[Words]:
    if needles.runs.isdisjoint(runs_of(words)):
        return ()
    return needles.runs.intersection(runs_of(words))


def _shorts_in(words: Sequence[str], needles: Needles) -> Iterator[Words]:
    shorts = needles.shorts
    if not shorts or shorts.keys().isdisjoint(words):
        return
    text = f" {' '.join(words)} "
    for word in shorts.keys() & set(words):
        for needle in shorts[word]:
            if f" {' '.join(needle)} " in text:
                yield needle


def _positions(words: Sequence[str], needle: Words) -> Iterator[int]:
    length = len(needle)
    for index, word in enumerate(words):
        if word == needle[0] and tuple(words[index : index + length]) == needle:
            yield index
