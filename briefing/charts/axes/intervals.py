"""Stretches of a straight line: dashes that change colour or make way."""

from collections.abc import Iterable

Interval = tuple[float, float]

DASH, DASH_GAP = 2.6, 2.0
"""Of lines to compare with, in points."""


def cut_dashes(
    span: Interval, covered: Iterable[Interval], taken: Iterable[Interval]
) -> tuple[list[Interval], list[Interval]]:
    """Cut a line into dashes: those on what is `covered` and those beside, none in `taken`."""
    covered, taken = list(covered), list(taken)
    on: list[Interval] = []
    beside: list[Interval] = []
    start, end = span
    while start < end:
        for part in outside((start, min(start + DASH, end)), taken):
            on += inside(part, covered)
            beside += outside(part, covered)
        start += DASH + DASH_GAP
    return on, beside


def inside(span: Interval, parts: Iterable[Interval]) -> list[Interval]:
    """Give what of `span` lies in `parts`, which are ascending and apart."""
    cut = ((max(span[0], low), min(span[1], high)) for low, high in parts)
    return [(low, high) for low, high in cut if low < high]


def outside(span: Interval, holes: Iterable[Interval]) -> list[Interval]:
    """Give what of `span` lies outside of `holes`, in any order."""
    left = []
    start, end = span
    for low, high in sorted(holes):
        if high <= start or low >= end:
            continue
        if low > start:
            left.append((start, low))
        start = max(start, high)
    if start < end:
        left.append((start, end))
    return left
