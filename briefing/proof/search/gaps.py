"""Allowed texts that data fill in: what they may turn out to say is no leak."""

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

Words = tuple[str, ...]


class Gaps:
    """Finds the needles that an allowed text has once its gaps are filled."""

    def __init__(self, needles: Collection[Words], data: AbstractSet[str]) -> None:
        """Take all needles, and the words that data can give."""
        self._data = data
        self._reach = 2 * max(map(len, needles), default=0)  # with a gap behind every word
        self._by_word: dict[str, list[tuple[Words, frozenset[str]]]] = {}
        for needle in needles:
            words = frozenset(needle)
            own = words - data  # which only the text itself can have
            if own and own != words:
                for word in words:
                    self._by_word.setdefault(word, []).append((needle, own))

    def find(self, stretches: Sequence[Sequence[str]]) -> Iterator[Words]:
        """Find the needles that lie across a gap between stretches of words."""
        line: list[str | None] = list(stretches[0])
        for stretch in stretches[1:]:
            line += stretch if line[-1:] == [None] else (None, *stretch)
        for gap in [at for at, word in enumerate(line) if word is None]:
            near = frozenset(line[max(0, gap - self._reach) : gap + self._reach + 1])
            for word in (line[gap - 1] if gap else None, *line[gap + 1 : gap + 2]):
                for needle, own in self._by_word.get(word or "", ()):
                    if own <= near:
                        starts = range(max(0, gap - len(needle) + 1), gap + 1)
                        if any(self._fits(needle, line, start) for start in starts):
                            yield needle

    def _fits(self, needle: Words, line: Sequence[str | None], start: int) -> bool:
        """Whether the needle can stand in the line from a place on."""
        if not needle:
            return True
        if start == len(line):
            return False
        word = line[start]
        if word is None:
            given = needle[0] in self._data and self._fits(needle[1:], line, start)
            return given or self._fits(needle, line, start + 1)
        return word == needle[0] and self._fits(needle[1:], line, start + 1)


def fits_numbers(needle: Words, parts: Sequence[Sequence[str]]) -> bool:
    """Tell whether a needle can stand in a text whose parts have some number between them."""
    line: list[str | None] = list(parts[0])
    for part in parts[1:]:
        line += (None, *part)
    return any(
        all(_is_like(word, given) for word, given in zip(needle, line[start:], strict=False))
        for start in range(len(line) - len(needle) + 1)
    )


def _is_like(word: str, given: str | None) -> bool:
    return word.isdigit() if given is None else word == given
