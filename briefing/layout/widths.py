"""How wide text wants to be and how narrow it may get, for the columns of a table."""

from collections.abc import Sequence
from itertools import pairwise

from briefing.model.flow import Run
from briefing.text.fonts import Fonts
from briefing.text.opportunities import hyphens, opportunities


def extremes(runs: Sequence[Run], fonts: Fonts) -> tuple[float, float]:
    """Width of the longest word and of the longest line, if nothing had to be broken."""
    word = longest_word = line = longest_line = 0.0
    width = fonts.width
    for run in runs:
        style = run.style
        for row, text in enumerate(run.text.split("\n")):
            if row:
                longest_line, line = max(longest_line, line), 0.0
                longest_word, word = max(longest_word, word), 0.0
            across = width(text, style)
            line += across
            if " " not in text:
                word += across
                continue
            first, *others = text.split(" ")
            word += width(first, style)
            for token in others:
                longest_word, word = max(longest_word, word), width(token, style)
    return max(longest_word, word), max(longest_line, line)


def narrowest(runs: Sequence[Run], fonts: Fonts, *, hyphenate: bool) -> float:
    """Width of the widest part that no break can divide, hyphens and addresses allowed for."""
    widest = part = 0.0
    for run in runs:
        for number, word in enumerate(run.text.replace("\n", " ").split(" ")):
            if number:
                widest, part = max(widest, part), 0.0
            first, *others = _parts(word, run, fonts, hyphenate=hyphenate)
            part += first
            for other in others:
                widest, part = max(widest, part), other
    return max(widest, part)


def _parts(word: str, run: Run, fonts: Fonts, *, hyphenate: bool) -> list[float]:
    """Widths of the parts that breaks can divide a word into, with the hyphens they get."""
    breaks = {at: shown for at, _, shown in opportunities(word)}
    if hyphenate:
        breaks |= {at: shown for at, _, shown in hyphens(word, run.language)}
    return [
        fonts.width(word[start:end] + ("-" if breaks.get(end) else ""), run.style)
        for start, end in pairwise([0, *sorted(breaks), len(word)])
    ]
