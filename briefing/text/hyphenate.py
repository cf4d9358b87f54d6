"""Where a word may be broken, by Liang's patterns.

Source: F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983; TeXbook, appendix H.
"""

import re
from functools import lru_cache
from itertools import accumulate, repeat
from pathlib import Path

MAX_WORDS = 50_000  # whose breaks are kept, of all languages together

_TABLES = Path(__file__).parent / "patterns"

# Languages without a region, and regions that write like another.
_SAME_AS = {"en": "en-gb", "en-ca": "en-us", "en-ph": "en-us"}

_SEGMENT = re.compile(r"[^\W\d_]+")
_NO_WORD = re.compile(  # numbers and codes, addresses, letters with loose accents
    r"\d|://|www\.|[@_\\]|\w[./:?&=]\w|[\u0300-\u036f]"
)
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_RUSSIAN = re.compile(r"[а-яё]+", re.IGNORECASE)
_KAZAKH = re.compile(r"[а-яёәғқңөұүһі]+", re.IGNORECASE)
_ONLY_KAZAKH = re.compile(r"[әғқңөұүһ]", re.IGNORECASE)  # і is Ukrainian too
_VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýąęœўаеёиоуыэюяєіїәөұү"
_OWN_CYRILLIC = ("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk")

Weights = tuple[tuple[int, int], ...]
"""The weights of a pattern that are not zero, each with its place."""


class Hyphenator:
    """The patterns of one language."""

    __slots__ = ("_exceptions", "_left", "_longest", "_patterns", "_right")

    def __init__(self, table: str) -> None:
        """Read a table; ``patterns/README.md`` tells its format."""
        self._patterns: dict[str, Weights] = {}
        self._exceptions: dict[str, tuple[int, ...]] = {}
        self._left = self._right = 2
        self._longest = 0
        for line in table.splitlines():
            key, _, rest = line.partition(" ")
            if key.isdigit():
                weights = tuple((place, int(w)) for place, w in enumerate(key) if w != "0")
                self._patterns.update(zip(rest.split(), repeat(weights)))
                self._longest = max(self._longest, len(key) - 1)
            elif key == "exceptions":
                self._exceptions.update(map(_exception, rest.split()))
            elif key == "left":
                self._left = int(rest)
            elif key == "right":
                self._right = int(rest)

    def breaks(self, word: str) -> tuple[int, ...]:
        """Where a hyphen may stand in a word of letters alone: before these letters."""
        word = word.lower()
        first, last = self._left, len(word) - self._right
        if last < first:
            return ()
        known = self._exceptions.get(word)
        if known is not None:
            return tuple(place for place in known if first <= place <= last)
        weights = self._weights(word)
        return tuple(place for place in range(first, last + 1) if weights[place + 1] & 1)

    def _weights(self, word: str) -> list[int]:
        """The weight before each letter of ``.word.``, and one after it."""
        dotted = f".{word}."
        length, longest, find = len(dotted), self._longest, self._patterns.get
        weights = [0] * (length + 1)
        for start in range(length):
            for end in range(start + 1, min(start + longest, length) + 1):
                for place, weight in find(dotted[start:end], ()):
                    if weight > weights[start + place]:
                        weights[start + place] = weight
        return weights


def _exception(word: str) -> tuple[str, tuple[int, ...]]:
    """Part ``ta-ble`` into the word and the places of its breaks."""
    parts = word.split("-")
    return "".join(parts), tuple(accumulate(map(len, parts[:-1])))


@lru_cache(maxsize=MAX_WORDS)
def hyphenate(text: str, language: str) -> tuple[int, ...]:
    """Find where a hyphen may be put into what stands between two spaces.

    Punctuation around and apostrophes and hyphens inside are seen. Numbers, addresses, codes and
    words in capitals are left whole, and so is a word in a language of which we have no patterns;
    a Russian or Kazakh word is known by its letters.

    Args:
        text: May have punctuation; hyphens already in it are not among the results.
        language: BCP 47.

    Returns:
        Indices into `text`, ascending; a hyphen may stand before each.
    """
    if _NO_WORD.search(text):
        return ()
    found: list[int] = []
    for match in _SEGMENT.finditer(text):
        segment = match[0]
        if len(segment) < 5 or not segment[1:].islower():  # capitals, or names like MacGregor
            continue
        hyphenator = _hyphenator(_language_of(segment, language))
        if hyphenator is not None:
            start = match.start()
            places = _without_consonants(segment, hyphenator.breaks(segment))
            found += [start + place for place in places]
    return tuple(found)


def _without_consonants(word: str, places: tuple[int, ...]) -> list[int]:
    """Leave out breaks that would set a single consonant apart: some patterns make such parts."""
    kept: list[int] = []
    for place in places:
        if kept and place == kept[-1] + 1 and word[kept[-1]] not in _VOWELS:
            continue
        kept.append(place)
    return kept


def _language_of(word: str, language: str) -> str:
    own_is_cyrillic = language.lower().split("-")[0] in _OWN_CYRILLIC
    if bool(_CYRILLIC.search(word)) == own_is_cyrillic:
        return language.lower()
    if _RUSSIAN.fullmatch(word):
        return "ru"
    return "kk" if _KAZAKH.fullmatch(word) and _ONLY_KAZAKH.search(word) else ""


@lru_cache(maxsize=64)
def _hyphenator(language: str) -> Hyphenator | None:
    """The patterns of a language, or of what it is nearest to; None where there are none."""
    name = _SAME_AS.get(language, language)
    if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name):
        return None
    path = _TABLES / f"{name}.txt"
    if path.is_file():
        names = _TABLES / f"{name[:2]}-names.txt"
        more = names.read_text("utf-8") if names.is_file() else ""
        return Hyphenator(path.read_text("utf-8") + more)
    shorter = language.rpartition("-")[0]
    return _hyphenator(shorter) if shorter else None
