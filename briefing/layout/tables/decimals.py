"""Where figures stand below each other: at their decimal signs."""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.model.flow import Run
from briefing.numbers.known import KNOWN
from briefing.text.fonts import Fonts

# Digits, which points, commas, apostrophes and narrow spaces may divide.
_NUMBER = r"(?:\d+(?:[.,]\d+|['’\u00a0\u2009\u202f]\d{3}(?!\d))*|[.,]\d+)"
_FIGURE = re.compile(rf"{_NUMBER}(?:\s?[-‐‑‒–—]\s?{_NUMBER})*")
_LAST = re.compile(rf"{_NUMBER}\Z")


@lru_cache(maxsize=4096)
def sign_of(text: str, language: str) -> int | None:
    """Find the decimal sign of the first figure in a text, or where one would stand behind it.

    Of a range it is that of the second number. Words and signs around the figure, units and bounds,
    do not matter. A sign before three digits divides thousands where the language, as BCP 47, says
    so, and one that occurs twice does anyway.

    Returns:
        An offset in the text; None where it has no figure.
    """
    figure = _FIGURE.search(text)
    if figure is None:
        return None
    number = _LAST.search(text, figure.start(), figure.end())
    assert number is not None  # a figure ends in a number
    start, end = number.span()
    at = max(text.rfind(".", start, end), text.rfind(",", start, end))
    if at < 0 or _is_group(text, at, start, end, language):
        return end
    return at


def _is_group(text: str, at: int, start: int, end: int, language: str) -> bool:
    """Tell whether a sign divides thousands."""
    if text.count(text[at], start, end) > 1:
        return True
    known = KNOWN.get(language)
    decimal = known.decimal if known is not None else "."
    return text[at] != decimal and end - at == 4 and start < at and text[start] != "0"


def reach(runs: Sequence[Run], whole: float, fonts: Fonts) -> float | None:
    """How far a cell reaches to the left of its decimal sign; `whole` is its width on one line.

    Returns:
        None where it has no figure, or more lines than one.
    """
    if any(["\n" in run.text for run in runs]):
        return None
    before = 0.0
    for run in runs:
        text = run.text
        at = sign_of(text, run.language) if run.note is None else None
        if at is None:
            before += fonts.width(text, run.style)
        elif at == len(text) and run is runs[-1]:
            return whole
        else:
            return before + fonts.width(text[:at], run.style)
    return None
