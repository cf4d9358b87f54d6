"""Where lines end: the best breaks of a whole paragraph at once.

After D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and
Experience 11 (1981), as dynamic programming forwards: only the breaks that a line can reach are
looked at, and words are hyphenated only where a line may end in them. The numbers are TeX's where
they have the same meaning (The TeXbook, chapter 14).
"""

from bisect import bisect_left, bisect_right
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from msgspec import Struct

from briefing.text.measured import Cut, Measured

_LINE = 10.0  # penalty of each line, so that fewer are better
_TWO_HYPHENS = 40_000.0  # demerits of hyphens on two lines in a row
_LAST_HYPHEN = 5_000.0  # of a hyphen before the last line
_UNLIKE = 8_000.0  # of a tight line next to a loose one
_SHORT_END = 4_000.0  # of a last line shorter than a word,
_WORD = 2.5  # em: the length of a word, in that sense
_SYLLABLE_END = 40_000.0  # and of one that is only the end of a word or shorter than a syllable
_SYLLABLE = 1.5  # em: the length of three letters, a full stop among them
_OVERFLOW = 1e12
_CLOSE = 1e-6


class Pass(NamedTuple):
    """One way to look for breaks; each is tried if the one before finds none.

    Attributes:
        tolerance: How many times the stretch or slack a line may be off.
        hyphenless: Words are broken only if no line without a break is as near to its natural
            width as this; 1 is badness 100.
        further: Addresses may be broken between any letters.
    """

    tolerance: float
    hyphenless: float
    further: bool = False


class Rules(Struct, frozen=True):
    """What a line may look like.

    Attributes:
        stretch: How much spaces grow at badness 100, as a share of their width.
        letters: How much letters are spaced out at badness 100, as a share of theirs.
        shrink: How much spaces may shrink, as a share of their width.
        tighten: How much letters may be set closer, as a share of theirs.
        slack: White beside the line at badness 100, as a share of the measure.
        passes: The last one finds a way for every text.
    """

    stretch: float
    letters: float
    shrink: float
    tighten: float
    slack: float
    passes: tuple[Pass, ...]


JUSTIFIED = Rules(
    stretch=0.5, letters=0.02, shrink=0.2, tighten=0.008, slack=0.0,
    passes=(Pass(1.2, 1.0), Pass(2.0, 0.0, True), Pass(6.0, 0.0, True), Pass(inf, 0.0, True)),
)  # fmt: skip
RAGGED = Rules(
    stretch=0.0, letters=0.0, shrink=0.0, tighten=0.0, slack=0.12,
    passes=(Pass(1.6, 1.6), Pass(3.0, 1.6, True), Pass(inf, 1.6, True)),
)  # fmt: skip


class Break(NamedTuple):
    """The end of a line: after a word, or at a cut in it."""

    word: int
    cut: Cut | None


_State = tuple[float, int, int, Cut | None, "_State | None"]
"""One way to set the text up to a break, the best that ends with such a line: its demerits, the
looseness of its last line from 0 to 3, the break, and the state at the line before. A plain tuple,
as there are several to each line."""


class _Node:
    """A place where a line may begin; `cut` is in its first word, None at the word's start."""

    __slots__ = ("cut", "line", "states", "word", "x", "y")

    def __init__(self, x: float, y: float, word: int, cut: Cut | None, line: int) -> None:
        self.x = x
        self.y = y
        self.word = word
        self.cut = cut
        self.line = line
        self.states: list[_State] = []


def best_breaks(
    text: Measured, measures: list[float], rules: Rules, *, hyphenate: bool
) -> list[Break]:
    """Find the ends of all lines of a text, the last among them.

    Args:
        text: At least one word.
        measures: Of each line; the last is that of all further lines.
        rules: What lines may look like.
        hyphenate: Whether a table may be asked where words may be broken.
    """
    end: _State | None = None
    for how in rules.passes:
        if how.tolerance == inf:
            if end is not None:
                break
            text.cut_further(min(measures), hyphenate=hyphenate)
        if how.further:
            text.cut_addresses()
        search = _Search(text, measures, rules, how, hyphenate=hyphenate)
        found, known = search.run(), end
        if found is not None and (end is None or found[0] < end[0]):
            end = found
        if end is not None and (known is not None or not search.lonely):
            break
    breaks: list[Break] = []
    while end is not None:
        _, _, word, cut, end = end
        breaks.append(Break(word, cut))
    return breaks[-2::-1]  # without the beginning of the text


class _Search:
    """One pass over a text."""

    def __init__(
        self,
        text: Measured,
        measures: list[float],
        rules: Rules,
        how: Pass,
        *,
        hyphenate: bool,
    ) -> None:
        self._text = text
        self._measures = measures
        self._rules = rules
        self._tolerance = tolerance = how.tolerance
        self._hyphenless = how.hyphenless
        self._hyphenate = hyphenate
        self._last_resort = tolerance == inf
        self._nodes: dict[int, _Node] = {}
        self._todo: list[int] = []  # keys of nodes, a heap: from left to right
        self._best: _State | None = None
        self.lonely = False  # the last line of the best way is only the end of a word
        # How wide the text up to the end of each word is at least and at most.
        end_x, end_y = text.end_x, text.end_y
        if rules.shrink:
            of_x = self._least_x = 1 - rules.tighten
            of_y = self._least_y = rules.tighten - rules.shrink
            self._shrunk = [of_x * x + of_y * y for x, y in zip(end_x, end_y, strict=True)]
        else:
            self._least_x, self._least_y, self._shrunk = 1.0, 0.0, end_x
        if self._last_resort or not rules.stretch:
            self._of_x, self._of_y, self._stretched = 1.0, 0.0, end_x
        else:
            of_x = self._of_x = 1 + tolerance * rules.letters
            of_y = self._of_y = tolerance * (rules.stretch - rules.letters)
            self._stretched = [of_x * x + of_y * y for x, y in zip(end_x, end_y, strict=True)]
        first = text.stretches[0]
        self._least_room = rules.stretch * first.widths.space  # for a line without spaces
        self._size = first.phrase.style.size

    def run(self) -> _State | None:
        """Give the best way to set the whole text, None if the tolerance allows none."""
        nodes, todo = self._nodes, self._todo
        node = _Node(0.0, 0.0, 0, None, 0)
        node.states.append((0.0, 1, -1, None, None))
        self._expand(node)
        while todo:
            self._expand(nodes.pop(heappop(todo)))
        return self._best

    def _expand(self, node: _Node) -> None:
        """Find the lines that begin at a node."""
        text, rules, x, y, first = self._text, self._rules, node.x, node.y, node.word
        end_x, end_y = text.end_x, text.end_y
        words, measure = len(end_x), self._measures[node.line]
        # Words before `first` leave too much white, words from `beyond` on do not fit.
        most = measure + self._least_x * x + self._least_y * y
        beyond = bisect_right(self._shrunk, most + _CLOSE, first)
        if not self._last_resort:
            least = measure * (1 - self._tolerance * rules.slack)
            least += self._of_x * x + self._of_y * y
            first = bisect_left(self._stretched, least - _CLOSE, first)
        nearest = inf
        for word in range(first, beyond if beyond < words else words - 1):
            off = self._reach(node, measure, end_x[word] - x, end_y[word] - y, word, None)
            if off < nearest:
                nearest = off
        hyphenate = self._hyphenate and nearest > self._hyphenless
        if hyphenate or text.inside:
            for word in range(first, beyond + 1 if beyond < words else words):
                if hyphenate or word in text.inside:
                    off = self._reach_cuts(node, measure, word, hyphenate=hyphenate)
                    nearest = off if off < nearest else nearest
        if beyond >= words:
            self._finish(node, measure)
        elif nearest == inf and self._last_resort:
            self._overflow(node, measure)

    def _reach_cuts(self, node: _Node, measure: float, word: int, *, hyphenate: bool) -> float:
        """Note the lines from a node to the cuts in a word; give how far the nearest is off."""
        text, start, nearest = self._text, node.cut, inf
        of_x, of_y = self._least_x, self._least_y
        after = start.at if start is not None and word == node.word else -1
        for cut in text.cuts(word, hyphenate=hyphenate):
            if cut.at > after:
                natural = cut.end_x - node.x if after < 0 else text.between(start, cut, node.x)
                spaces = cut.end_y - node.y
                if of_x * natural + of_y * spaces > measure + _CLOSE:
                    break
                off = self._reach(node, measure, natural, spaces, word, cut)
                nearest = off if off < nearest else nearest
        return nearest

    def _reach(
        self,
        node: _Node,
        measure: float,
        natural: float,
        spaces: float,
        word: int,
        cut: Cut | None,
    ) -> float:
        """Note a line, if it is good enough and nothing better leads to its end.

        Args:
            node: Where it begins.
            measure: How wide it ought to be.
            natural: How wide it is.
            spaces: How much of that are spaces.
            word: The one that it ends with.
            cut: The one that it ends at, None for the end of the word.

        Returns:
            How far it is off, 1 for badness 100; infinite if it is not good enough.
        """
        room, rules = measure - natural, self._rules
        if room >= 0:
            give = rules.stretch * spaces if spaces > _CLOSE else self._least_room
            give += rules.letters * (natural - spaces) + rules.slack * measure
            ratio = room / give
            if ratio > self._tolerance:
                return inf
            looseness = 1 if ratio <= 0.5 or rules.slack else 2 if ratio <= 1.0 else 3
        else:
            give = rules.shrink * spaces + rules.tighten * (natural - spaces)
            ratio = -room / (give + _CLOSE)
            looseness = 0 if ratio > 0.5 else 1
        demerits = (_LINE + 100 * ratio * ratio * ratio) ** 2
        if cut is not None:
            demerits += cut.price
            if cut.shown and node.cut is not None and node.cut.shown:
                demerits += _TWO_HYPHENS
        self._note(node, demerits, looseness, word, cut)
        return ratio

    def _note(
        self, node: _Node, demerits: float, looseness: int, word: int, cut: Cut | None
    ) -> None:
        """Keep a line with what is best before it, if nothing better leads to its end."""
        least, before = inf, node.states[0]
        for state in node.states:
            total = state[0]
            if not -2 < state[1] - looseness < 2:
                total += _UNLIKE
            if total < least:
                least, before = total, state
        least += demerits
        states = self._node(node.line + 1, word, cut).states
        for number, other in enumerate(states):
            if other[1] == looseness:
                if least < other[0]:
                    states[number] = (least, looseness, word, cut, before)
                return
        states.append((least, looseness, word, cut, before))

    def _node(self, line: int, word: int, cut: Cut | None) -> _Node:
        """The node after a break, at the beginning of a line."""
        if line == len(self._measures):
            line -= 1
        if cut is None:
            word += 1
            key = (word << 40) | line
        else:
            key = (word << 40) | (cut.at << 12) | line
        found = self._nodes.get(key)
        if found is None:
            text = self._text
            if cut is None:
                found = _Node(text.start_x[word], text.start_y[word], word, None, line)
            else:
                found = _Node(cut.start_x, cut.start_y, word, cut, line)
            self._nodes[key] = found
            heappush(self._todo, key)
        return found

    def _finish(self, node: _Node, measure: float) -> None:
        """Note the last line."""
        text = self._text
        last = len(text.end_x) - 1
        natural, spaces = text.end_x[last] - node.x, text.end_y[last] - node.y
        give = self._rules.shrink * spaces + self._rules.tighten * (natural - spaces)
        ratio = max(0.0, (natural - measure) / (give + _CLOSE))
        demerits = (_LINE + 100 * ratio**3) ** 2
        broken = node.cut is not None and node.cut.shown
        if broken:
            demerits += _LAST_HYPHEN
        if node.x and natural < _WORD * self._size:
            lonely = broken or natural < _SYLLABLE * self._size
            demerits += _SYLLABLE_END if lonely else _SHORT_END
        else:
            lonely = False
        before = min(node.states)
        total = before[0] + demerits
        if self._best is None or total < self._best[0]:
            self._best, self.lonely = (total, 1, last, None, before), lonely

    def _overflow(self, node: _Node, measure: float) -> None:
        """Note the shortest line there is, as even one letter is wider than the measure."""
        text, word = self._text, node.word
        after = node.cut.at if node.cut is not None else -1
        cuts = text.cuts(word, hyphenate=self._hyphenate)
        cut = next((cut for cut in cuts if cut.at > after), None)
        if cut is None and word == len(text.end_x) - 1:
            self._finish(node, measure)
        else:
            self._note(node, _OVERFLOW, 1, word, cut)
