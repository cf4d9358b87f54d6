"""How lines end inside a block, and whether they are read in the order in which they stand.

Screen readers run words together where a line ends without a space (ISO 32000-1 14.8.2.5), and
spell out hyphens that should be soft (14.8.2.2.3). No validator looks at this (09-001).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.audit.case import Case, at, some
from briefing.audit.structure.content import Line
from briefing.audit.structure.elements import Element, Marked
from briefing.audit.structure.reading import is_inline, replacement
from briefing.audit.values import Fault

Placed = tuple[int, Line]
"""A line, and the page that it stands on."""

_NEXT_LINE = 0.6  # of the size of letters: what sub- and superscripts keep below
_HABIT = 3  # hyphens at line ends, in a file without soft ones, that are no chance
_HYPHENS = "-\u2010"
_JOINERS = "\u00ad\u200b\u2060/\\–—_" + _HYPHENS
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+)[-\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S*(://|www\.|@|/)\S*$")
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO ", "KHMER", "MYANMAR", "TIBETAN")


def find_line_ends(case: Case) -> Iterator[Fault]:
    """Words run together, and hard hyphens, where lines end."""
    blocks = list(_blocks(case))
    words, soft = _words(blocks), False
    hyphens: list[tuple[Element, str]] = []
    for block, stretches in blocks:
        joined: list[str] = []
        for before, after in _ends(stretches):
            soft = soft or before.endswith("\u00ad")
            hyphen = _LAST_WORD.search(before)
            follows = _FIRST_WORD.match(after)
            if hyphen and follows and follows[0][0].islower():
                hyphens.append((block, f"{hyphen[0]}{follows[0]}"))
            elif _run_together(before, after):
                joined.append(f"{before.split()[-1]}{after.split()[0]}")
        if joined:
            count = some(len(joined), "a line end", "line ends")
            message = f"words run together at {count}: “{joined[0]}”"
            yield at(block, "line-ends", message)
    yield from _hard(hyphens, words, soft=soft)


def _hard(
    hyphens: Sequence[tuple[Element, str]], words: Counter[str], *, soft: bool
) -> Iterator[Fault]:
    """Hyphens that are there because a line ends, as far as the other words of the file tell."""
    doubtful = list[tuple[Element, str]]()
    sure = list[tuple[Element, str]]()
    for block, word in hyphens:
        head, _, tail = re.sub(f"[{_HYPHENS}]", "-", word.casefold()).rpartition("-")
        if words[f"{head}-{tail}"] or (words[head] and words[tail]):
            continue
        known = words[head + tail] and not words[tail]
        (sure if known or "\u2010" in word else doubtful).append((block, word))
    if not soft and len(doubtful) >= _HABIT:
        sure += doubtful
    for block, word in sure:
        message = f"a hyphen at a line end is read as one: “{word}”"
        yield at(block, "hyphens", message, "warning")


def find_order(case: Case) -> Iterator[Fault]:
    """Lines of a block, or blocks, that are read from the foot to the head."""
    first: dict[tuple[int, int], Placed] = {}
    for block, stretches in _blocks(case):
        upright = [one for stretch in stretches for one in stretch if one[1].upright]
        placed = [(page, line) for page, line in upright if line.text.strip()]
        if placed:
            first.setdefault(block.key, placed[0])
        back = sum(goes_back(*pair) for pair in pairwise(placed))
        if back:
            count = some(back, "once", "times")
            message = f"lines are read against their order on the page, {count}"
            yield at(block, "reading-order", message, "warning")
    for element in case.elements:
        starts = [first[kid.key] for kid in element.elements if kid.key in first]
        steps = [goes_back(*pair) for pair in pairwise(starts)]
        if sum(steps) > 1 and 2 * sum(steps) > len(steps):
            message = "what stands in it is read from the foot to the head"
            yield at(element, "reading-order", message, "warning")


def goes_back(before: Placed, after: Placed) -> bool:
    """Whether one reads on above what was read, not at the head of another column or page."""
    (page, line), (other, follows) = before, after
    if other != page:
        return other < page
    rise = follows.y - line.y
    if rise <= _NEXT_LINE * max(line.size, follows.size):
        return False
    left = min(line.x, line.end)
    return left - line.size < follows.x < max(line.x, line.end) and not _is_rtl(line.text)


def _is_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)


def _blocks(case: Case) -> Iterator[tuple[Element, list[list[Placed]]]]:
    """Each block with the stretches of lines that run on without another block between."""
    left = [(element, "") for element in reversed(case.tree.kids)]
    while left:
        element, above = left.pop()
        inner: list[Element] = []
        stretches: list[list[Placed]] = [[]]
        if element.mapped not in ("Figure", "Formula"):
            _gather(case, element, stretches, inner)
        if any(stretches):
            yield element, stretches
        left += [(kid, above) for kid in reversed(inner)]


def _gather(
    case: Case, element: Element, stretches: list[list[Placed]], inner: list[Element]
) -> None:
    if replacement(element) is not None:
        return
    for kid in element.kids:
        if isinstance(kid, Marked):
            sequence = case.sequence(kid)
            if sequence is not None and kid.page is not None:
                stretches[-1] += [(kid.page, line) for line in sequence.lines]
        elif isinstance(kid, Element):
            if is_inline(kid, element.mapped):
                _gather(case, kid, stretches, inner)
            else:
                inner.append(kid)
                if kid.mapped != "Note":
                    stretches.append([])


def _ends(stretches: Sequence[Sequence[Placed]]) -> Iterator[tuple[str, str]]:
    """The text before each line end, and the text after it."""
    for stretch in stretches:
        text, last = "", None
        for page, line in stretch:
            if last is not None and text and line.text and _is_next(last, (page, line)):
                yield text, line.text
                text = ""
            text += line.text
            last = page, line


def _is_next(before: Placed, after: Placed) -> bool:
    (page, line), (other, follows) = before, after
    if not (line.upright and follows.upright):
        return False
    size = max(line.size, follows.size)
    return page != other or abs(line.y - follows.y) > _NEXT_LINE * size


def _run_together(before: str, after: str) -> bool:
    last, follows = before[-1], after[0]
    if last.isspace() or follows.isspace() or last in _JOINERS or follows in _JOINERS:
        return False
    if not (follows.isalnum() or follows in "([{“‘„«\"'"):
        return False
    if any(unicodedata.name(sign, "").startswith(_UNSPACED) for sign in (last, follows)):
        return False
    return not _ADDRESS.search(before)


def _words(blocks: Sequence[tuple[Element, list[list[Placed]]]]) -> Counter[str]:
    """How often each word occurs inside of a line."""
    words: Counter[str] = Counter()
    for _, stretches in blocks:
        for stretch in stretches:
            for _, line in stretch:
                found = _WORD.findall(line.text)
                words.update(word.casefold() for word in found[1:-1])
    return words
