"""What a file is searched for: runs of words that are forbidden and in no text that is allowed.

A text of five words or more is found by any five of them in a row; a shorter one only as a whole,
also in its genitive and with its umlauts spelt out. Secrets are found in more forms. Where an
allowed text has a `GAP`, any words that data can give may stand, or nothing at all. A name is
searched for as it is written, and only where names may stand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from briefing.model.forbidden import GAP, NUMBER, Forbidden, ForbiddenText
from briefing.proof.addresses import spelt
from briefing.proof.fold import CUTS, fold, tokens_of, words_of
from briefing.proof.search.bare import Bare, bare_forms, fewest
from briefing.proof.search.forms import contracted, genitives, spaced, spelt_out, ungrouped
from briefing.proof.search.gaps import Gaps, fits_numbers

RUN = 5
"""Words in a row that are distinctive, where a text has that many."""

Words = tuple[str, ...]

_NONE: frozenset[Words] = frozenset()
_NO_WORDS: frozenset[str] = frozenset()

_LEAST_LETTERS = 3  # of a short text; "in" and "US" are everywhere
_LEAST_DIGITS = 5  # of a short text without letters; there are page numbers and years
_MOST_TEXTS = 1 << 14
_MOST_BASES = 16
_MOST_NEEDLES = 64


class Needles(Struct, frozen=True):
    """What to look for, ready to be looked up.

    Attributes:
        runs: `RUN` words each.
        shorts: Fewer words each, by one of them.
        wholes: Shorts and their other forms, and those of secrets, by one of their words.
        doubtful: These, and runs of texts that have few: what is around a hyphen or a note is
            searched for them in other readings, too.
        watched: All words of wholes and doubtful.
        bares: Secrets as letters and digits alone.
        owners: Index of the forbidden text of each run, short and other form.
        names: Tokens each, by one of them.
        named: Index of the forbidden name of each.
        said: Words of allowed texts, without those that have one of a secret in them.
        clear: Texts that were searched and have none of them; a cache, for the search alone.
    """

    runs: frozenset[Words]
    shorts: Mapping[str, tuple[Words, ...]]
    wholes: Mapping[str, Sequence[Words]]
    doubtful: tuple[Words, ...]
    watched: frozenset[str]
    bares: tuple[Bare, ...]
    owners: Mapping[Words, int]
    names: Mapping[str, tuple[Words, ...]]
    named: Mapping[Words, int]
    said: AbstractSet[str]
    clear: set[str]

    def is_new(self, text: str) -> bool:
        """Tell whether a text is not known to be clear."""
        return text not in self.clear


class Base:
    """What is forbidden, before what is allowed is taken off.

    Attributes:
        texts: Kept, so that their identity stays theirs.
        fillings: Likewise.
        owners: Index of the first text that has a run or short, or another form of it.
        few: Those of texts that may have no five words beside a hyphen or a note in their midst.
        forms: Other form → the run or short that it is a form of.
        needles: Those of each text as it is printed, where a hyphen is no space.
        given: Those that data alone could give.
        names: Index of the first name that has these tokens.
        secrets: Those of declared secrets, which nothing excuses.
        bares: Declared secrets as letters and digits alone.
        common: The words of all texts that were asked about.
    """

    def __init__(self, texts: tuple[ForbiddenText, ...], fillings: tuple[str, ...]) -> None:
        self.texts = texts
        self.fillings = fillings
        self.needles: list[frozenset[Words]] = []
        self.owners: dict[Words, int] = {}
        self.names: dict[Words, int] = {}
        self.secrets: set[Words] = set()
        self.few: set[Words] = set()
        self.forms: dict[Words, Words] = {}
        for index, text in enumerate(texts):
            self.needles.append(frozenset() if text.is_name else self._take(text, index))
            if text.is_name and (tokens := tuple(tokens_of(fold(text.text)))):
                self.names.setdefault(tokens, index)
        for index, text in enumerate(texts):
            if not text.is_name:
                self._take_forms(text, index)
        self.bares = fewest(
            Bare(bare, index)
            for index, text in enumerate(texts)
            for bare in (bare_forms(text.text) if text.is_secret else ())
        )
        self._runs = frozenset(needle for needle in self.owners if len(needle) == RUN)
        self._shorts = by_first(self.owners.keys() - self._runs)
        data = frozenset(word for text in fillings for cut in CUTS for word in cut(fold(text)))
        self.given = frozenset(needle for needle in self.owners if data.issuperset(needle))
        self._gaps = Gaps(self.owners, data)
        self._numbered = [
            needle for needle in self.owners if len({word.isdigit() for word in needle}) == 2
        ]
        self._names = by_first(self.names)
        self._shared: dict[str, frozenset[Words]] = {}
        self._used: dict[str, frozenset[Words]] = {}
        self.common: set[str] = set()

    def _take(self, text: ForbiddenText, index: int) -> frozenset[Words]:
        printed, *others = _needles_in(text.text)
        found = printed + [needle for needles in others for needle in needles]
        for needle in found:
            self.owners.setdefault(needle, index)
        if text.is_secret or len(printed) <= RUN:
            self.few.update(found)
        if text.is_secret:
            self.secrets.update(found)
        return frozenset(printed)

    def _take_forms(self, text: ForbiddenText, index: int) -> None:
        for form, needle in _forms_of(text):
            if text.is_secret:
                self.secrets.add(form)
            if form not in self.owners:
                self.owners[form] = index
                self.forms[form] = needle

    def shared_with(self, text: str) -> frozenset[Words]:
        """The needles that an allowed text has, too."""
        shared = self._shared.get(text)
        if shared is None:
            shared = frozenset(self._find(text))
            if len(self._shared) < _MOST_TEXTS:
                self._shared[text] = shared
                self.common.update(words_of(fold(text)))
        return shared

    def used_by(self, text: str) -> frozenset[Words]:
        """The names that an allowed text has, too."""
        used = self._used.get(text)
        if used is None:
            used = frozenset(self._find_names(text)) if self._names else _NONE
            if len(self._used) < _MOST_TEXTS:
                self._used[text] = used
        return used

    def _find_names(self, text: str) -> Iterator[Words]:
        yield from found_in(tokens_of(fold(spelt(text))), self._names)
        if NUMBER in text:
            parts = [tokens_of(fold(part)) for part in text.split(NUMBER)]
            yield from (name for name in self.names if fits_numbers(name, parts))

    def said(self) -> AbstractSet[str]:
        """The words of allowed texts that may be parted at the end of a line."""
        parts = {word for needle in self.secrets for word in needle if len(word) > 1}
        if not parts:
            return self.common
        return {word for word in self.common if not any(part in word for part in parts)}

    def rarest(self, needle: Words) -> str:
        """The word of a needle that files are least likely to have; only speed depends on it."""
        return max(needle, key=lambda word: (word not in self.common, len(word)))

    def _find(self, text: str) -> Iterator[Words]:
        stretches = [fold(spelt(stretch)) for stretch in text.split(GAP)]
        for cut in CUTS:
            words = [cut(stretch) for stretch in stretches]
            for stretch in words:
                yield from self._runs.intersection(runs_of(stretch))
                yield from found_in(stretch, self._shorts)
            if len(words) > 1:
                yield from self._gaps.find(words)
                whole = [word for stretch in words for word in stretch]
                yield from self._runs.intersection(runs_of(whole))
                yield from found_in(whole, self._shorts)
        if NUMBER in text:
            parts = [words_of(fold(part)) for part in text.split(NUMBER)]
            yield from (needle for needle in self._numbered if fits_numbers(needle, parts))


_BASES: dict[tuple[int, int], Base] = {}  # by identity, see `base_of`; at most _MOST_BASES
_NEEDLES: dict[tuple[int, int], tuple[Forbidden, Needles]] = {}  # likewise, at most _MOST_NEEDLES


def needles_for(forbidden: Forbidden) -> Needles:
    """Make what a file is searched for; kept for when the same tuples come again."""
    key = (id(forbidden.texts), id(forbidden.allowed))
    kept = _NEEDLES.get(key)
    if kept is not None and _is_same(kept[0], forbidden):
        return kept[1]
    base = base_of(forbidden)
    left = base.owners.keys() - excused_by(base, forbidden.allowed)
    wholes = {needle for needle in left if len(needle) != RUN or needle in base.forms}
    doubtful = tuple(sorted(wholes.union(needle for needle in left if needle in base.few)))
    runs = frozenset(needle for needle in left - base.forms.keys() if len(needle) == RUN)
    needles = Needles(
        runs=runs,
        shorts=_by_rarest(left - runs - base.forms.keys(), base),
        wholes=_by_rarest(wholes, base),
        doubtful=doubtful,
        watched=_NO_WORDS.union(*wholes, *doubtful),
        bares=base.bares,
        owners=base.owners,
        names=_by_rarest(base.names.keys() - used_by(base, forbidden.allowed), base),
        named=base.names,
        said=base.said(),
        clear=set(),
    )
    if len(_NEEDLES) >= _MOST_NEEDLES:
        _NEEDLES.clear()
    _NEEDLES[key] = forbidden, needles
    return needles


def _by_rarest(needles: Iterable[Words], base: Base) -> dict[str, tuple[Words, ...]]:
    found: dict[str, list[Words]] = {}
    for needle in sorted(needles):
        found.setdefault(base.rarest(needle), []).append(needle)
    return {key: tuple(several) for key, several in found.items()}


def base_of(forbidden: Forbidden) -> Base:
    """Find or make the base; tuples are told apart by identity, as comparing them takes long."""
    key = (id(forbidden.texts), id(forbidden.fillings))
    base = _BASES.get(key)
    if base is None:
        if len(_BASES) >= _MOST_BASES:
            _BASES.clear()
        base = _BASES[key] = Base(forbidden.texts, forbidden.fillings)
    return base


def _is_same(one: Forbidden, other: Forbidden) -> bool:
    return one.fillings is other.fillings


def excused_by(base: Base, allowed: Iterable[str]) -> frozenset[Words]:
    """The needles that allowed texts have, too, or that data alone could give."""
    excused = base.given.union(*map(base.shared_with, allowed))
    forms = [form for form, needle in base.forms.items() if needle in excused]
    return excused.union(forms) - base.secrets


def used_by(base: Base, allowed: Iterable[str]) -> frozenset[Words]:
    """The names that allowed texts have, too."""
    return _NONE.union(*map(base.used_by, allowed))


def by_first(needles: Iterable[Words]) -> dict[str, list[Words]]:
    """Order needles by their first words."""
    found: dict[str, list[Words]] = {}
    for needle in needles:
        found.setdefault(needle[0], []).append(needle)
    return found


def found_in(words: Sequence[str], needles: Mapping[str, Sequence[Words]]) -> Iterator[Words]:
    """Find needles, which are given by their first words, among words."""
    for index, word in enumerate(words):
        for needle in needles.get(word, ()):
            if tuple(words[index : index + len(needle)]) == needle:
                yield needle


def runs_of(words: Sequence[str]) -> Iterator[Words]:
    """Every `RUN` words in a row."""
    return zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)


def _needles_of(stretches: Iterable[Sequence[str]]) -> list[Words]:
    """What a forbidden text is found by: its runs, or where it has none, its stretches."""
    words = list(stretches)
    runs = [run for stretch in words for run in runs_of(stretch)]
    return runs or [tuple(stretch) for stretch in words if _is_distinctive(stretch)]


def _needles_in(text: str) -> tuple[list[Words], ...]:
    """What a text is found by, in each way to cut it; the first is that of what is printed."""
    stretches = [fold(stretch) for stretch in text.split(GAP)]
    return tuple([_needles_of(map(cut, stretches)) for cut in CUTS])


def _forms_of(text: ForbiddenText) -> Iterator[tuple[Words, Words]]:
    """Give other forms of what a text is found by, each with what it is a form of."""
    pairs = [(needle, needle) for needles in _needles_in(text.text) for needle in needles]
    spelt = spelt_out(text.text)
    if spelt != text.text.lower():
        others = [needle for needles in _needles_in(spelt) for needle in needles]
        pairs += zip(others, [needle for needle, _ in pairs], strict=False)
    if text.is_secret:
        pairs += [(form, needle) for needle, _ in pairs[:] for form in contracted(needle)]
    pairs += [(form, needle) for each, needle in pairs[:] for form in ungrouped(each)]
    for form, needle in pairs:
        if form != needle:
            yield form, needle
        if text.is_secret or (len(form) < RUN and not any(map(str.isdigit, form))):
            yield from ((genitive, needle) for genitive in genitives(form))
        if text.is_secret and len(form) < RUN:
            yield from ((letters, needle) for letters in spaced(form))


def _is_distinctive(words: Sequence[str]) -> bool:
    text = "".join(words)
    digits = text.replace(".", "")
    return len(digits) >= (_LEAST_DIGITS if digits.isdigit() else _LEAST_LETTERS)
