"""Searches the texts of a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.proof.file.strand import Strand
from briefing.proof.fold import Cut, parts_of, tokens_of, words_of
from briefing.proof.search.needles import Needles, Words, runs_of

Hit = tuple[str, int]
"""Where in the file, and the index of the forbidden text."""

_MOST_CLEAR = 1 << 13


def search(strands: Iterable[Strand], needles: Needles) -> list[Hit]:
    """Find what is forbidden; each text once for each place, in the order of the file."""
    hits: dict[Hit, None] = {}
    for strand in strands:
        if strand.name:
            hits.update(dict.fromkeys(_hits_among_names(strand, needles)))
        else:
            hits.update(dict.fromkeys(_hits(strand, words_of, needles)))
    return list(hits)


def _hits_among_names(strand: Strand, needles: Needles) -> Iterator[Hit]:
    """Search texts that stand apart; those that were clear in other files still are."""
    new = strand.only(lambda piece: piece not in needles.clear)
    if not new.pieces():
        return
    hyphenated = new.only(lambda piece: "-" in piece)
    hits = [*_hits(new, words_of, needles), *_hits(hyphenated, parts_of, needles)]
    hits += _names(new, needles)
    if not hits and len(needles.clear) < _MOST_CLEAR:
        needles.clear.update(new.pieces())
    yield from hits


def _names(strand: Strand, needles: Needles) -> Iterator[Hit]:
    tokens = strand.words(tokens_of) if needles.names else []
    places = [(at, name) for name in _in(tokens, needles.names) for at in _positions(tokens, name)]
    for position, name in sorted(places):
        yield strand.place_of(position, tokens_of), needles.named[name]


def _hits(strand: Strand, cut: Cut, needles: Needles) -> Iterator[Hit]:
    words = strand.words(cut)
    found = [*_runs_in(words, needles), *_in(words, needles.shorts)]
    places = [(at, needle) for needle in found for at in _positions(words, needle)]
    for position, needle in sorted(places):
        yield strand.place_of(position, cut), needles.owners[needle]


def _runs_in(words: Sequence[str], needles: Needles) -> Iterable[Words]:
    if needles.runs.isdisjoint(runs_of(words)):
        return ()
    return needles.runs.intersection(runs_of(words))


def _in(words: Sequence[str], needles: Mapping[str, Sequence[Words]]) -> Iterator[Words]:
    if not needles or needles.keys().isdisjoint(words):
        return
    text = f" {' '.join(words)} "
    for word in needles.keys() & set(words):
        for needle in needles[word]:
            if f" {' '.join(needle)} " in text:
                yield needle


def _positions(words: Sequence[str], needle: Words) -> Iterator[int]:
    length = len(needle)
    for index, word in enumerate(words):
        if word == needle[0] and tuple(words[index : index + length]) == needle:
            yield index
