"""The column of names at the left of rows."""

from collections.abc import Iterable

from briefing.charts.lettering.labels import Block, halve, wrap
from briefing.charts.look import Frame

NAME_GAP = 0.75
"""From the names to the marks, in ems."""

_WISH, _LIMIT = 0.34, 0.46  # shares of the width: of a name in one line, of any name


def measure_names(names: Iterable[tuple[str, bool]], frame: Frame) -> tuple[list[Block], float]:
    """Set names in the narrowest column that holds each in one line, else in two, else in more.

    Each comes with whether it is highlighted. Gives the names, and the width of the column.
    """
    look, fonts, width = frame.look, frame.fonts, frame.width
    wish, column = _WISH * width, 0.0
    styled = [(name, look.strong_name if strong else look.name) for name, strong in names]
    for name, style in styled:
        wide = fonts.width(name, style)
        column = max(column, wide if wide <= wish else halve(name, style, fonts).width)
    column = min(column, _LIMIT * width)
    return [
        wrap(name, style, column, fonts, frame.words.language) for name, style in styled
    ], column
