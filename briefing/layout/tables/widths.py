"""How wide the columns of a table are, and where in them decimal signs stand."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.layout.lines.places import place_of
from briefing.layout.strip import Strip
from briefing.layout.tables.decimals import reach
from briefing.model.flow import Run, TableItem, TableRow
from briefing.text.fonts import Fonts
from briefing.text.opportunities import hyphens, opportunities

NEAR = 0.01
"""Points that do not count."""

SKETCH_GAP = 5.0
"""Points between a small drawing in a cell and the words behind it."""

WORDY = 1 / 3
"""Share of a table from which on a cell holds words, and its figure aligns with no other."""


class Columns(NamedTuple):
    """What is known of the columns of a table.

    Attributes:
        edges: The left edge of each, and the right edge of the last, from the table's own.
        starts: Where the words begin of cells that stand by their decimal sign, from the left edge
            of their column's words; by the identity of the cell.
        lines: The widths of all cells on one line, likewise.
        figured: How much of a column small drawings and their figures take, from its left edge.
    """

    edges: list[float]
    starts: Mapping[int, float]
    lines: Mapping[int, float]
    figured: Mapping[int, float]


class _Figure(NamedTuple):
    """A cell that stands by its decimal sign.

    Attributes:
        cell: Its identity.
        left: How far it reaches to the left of the sign; None where it has no figure.
        right: Likewise to the right; its whole width where it has no figure.
    """

    cell: int
    left: float | None
    right: float


class _Span(NamedTuple):
    """What a cell of several columns needs."""

    columns: int
    first: int
    need: float


class _Needs:
    """What all cells need, in single columns and in several; `aside` is that of small drawings."""

    def __init__(self, count: int) -> None:
        self.least = [0.0] * count
        self.wanted = [0.0] * count
        self.lines: dict[int, float] = {}  # by the identity of the cell
        self.figures: dict[int, list[_Figure]] = {}  # by column
        self.aside = [0.0] * count
        self.spans_least: list[_Span] = []
        self.spans_wanted: list[_Span] = []


def measure_columns(strip: Strip, item: TableItem) -> Columns:
    """Share the width among the columns, their padding included.

    Every column gets what its longest word takes, and one of figures what they take on one line.
    What is left goes to columns that an equal share is enough for, then to the others in proportion
    to what they would need to hold each cell on one line, and beyond that to their whole widths.
    What a cell of several columns needs beyond theirs is shared among them alike. Where it does not
    fit, a problem is noted.

    Source: CSS 2.2, 17.5.2.2 (automatic table layout).
    """
    rows = (*item.head, *item.rows)
    count = max((len(row.cells) for row in rows), default=0)
    padding = 2 * item.style.padding_x
    room = strip.width - padding * count
    needs = _needs(rows, count, strip.setting.setter.fonts)
    least, wanted = needs.least, needs.wanted
    for column, figures in needs.figures.items():
        beside = needs.aside[column]
        wanted[column] = max(wanted[column], sum(_sides(figures, strip.width * WORDY)) + beside)
    if needs.spans_least:
        _widen(least, needs.spans_least, padding)
        _widen(wanted, needs.spans_wanted, padding)
        wanted = [max(pair) for pair in zip(least, wanted, strict=True)]
    if needs.figures:
        least = _with_figures(least, needs, strip.width * WORDY, room)
    if sum(least) > room:
        least = _narrowest(strip, rows, least, padding)
        _refuse_if_wide(strip, item, sum(least) + padding * count)
    widths = _shared(least, wanted, room)
    starts: dict[int, float] = {}
    figured: dict[int, float] = {}
    for column, figures in needs.figures.items():
        width = widths[column]
        if needs.aside[column]:
            taken = sum(_sides(figures, strip.width * WORDY)) + needs.aside[column]
            width = figured[column] = min(width, taken)
        starts.update(_starts(figures, width))
    edges = [0.0, *accumulate(width + padding for width in widths)]
    return Columns(edges, starts, needs.lines, figured)


def _needs(rows: Sequence[TableRow], count: int, fonts: Fonts) -> _Needs:
    needs = _Needs(count)
    least, wanted, lines = needs.least, needs.wanted, needs.lines
    for row in rows:
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            paragraph = cell.paragraph
            runs, style = paragraph.runs, paragraph.style
            indents = style.left + style.right + NEAR
            word, whole = extremes(runs, fonts)
            word, line = word + indents, whole + indents
            lines[id(cell)] = whole
            figure_line = line
            if cell.drawing is not None:
                beside = cell.drawing.width + (SKETCH_GAP if runs else 0.0)
                needs.aside[column] = max(needs.aside[column], beside)
                word, line = word + beside, line + beside
            if cell.columns > 1:
                needs.spans_least.append(_Span(cell.columns, column, word))
                needs.spans_wanted.append(_Span(cell.columns, column, line))
                continue
            if word > least[column]:
                least[column] = word
            if line > wanted[column]:
                wanted[column] = line
            if cell.decimal:
                left = reach(runs, whole, fonts)
                right = figure_line - left if left is not None else figure_line
                figure = _Figure(id(cell), left, right)
                needs.figures.setdefault(column, []).append(figure)
    return needs


def _sides(figures: Sequence[_Figure], most: float) -> tuple[float, float]:
    """Widths of figures on either side of their signs, without those wider than `most`."""
    left = right = 0.0
    for _, before, behind in figures:
        if before is not None and before + behind <= most:
            if before > left:
                left = before
            if behind > right:
                right = behind
    return left, right


def _starts(figures: Sequence[_Figure], width: float) -> Iterator[tuple[int, float]]:
    """Where figures begin so that all end at the right edge; nothing where that is too tight.

    What stands for a figure, such as a dash, ends where whole numbers do if it is as short as they.
    """
    left, right = _sides(figures, width)
    if left + right <= width + NEAR:
        for cell, before, behind in figures:
            if before is None:
                if behind <= left + NEAR:
                    yield cell, width - right - behind
            elif before + behind <= width:
                yield cell, width - right - before


def _with_figures(least: list[float], needs: _Needs, most: float, room: float) -> list[float]:
    """Let figures stand on one line if there is room for those of all columns."""
    raised = list(least)
    for column, figures in needs.figures.items():
        sides = sum(_sides(figures, most)) + needs.aside[column]
        raised[column] = max(raised[column], sides)
    return raised if sum(raised) <= room else least


def _widen(widths: list[float], spans: Sequence[_Span], padding: float) -> None:
    """Give columns what cells need that reach over them, the fewest columns first."""
    for count, first, need in sorted(spans):
        missing = need - sum(widths[first : first + count]) - padding * (count - 1)
        if missing > 0:
            for column in range(first, first + count):
                widths[column] += missing / count


def _narrowest(
    strip: Strip, rows: Sequence[TableRow], least: list[float], padding: float
) -> list[float]:
    """Least widths with every word broken that can be: asked for only where it is too tight."""
    fonts = strip.setting.setter.fonts
    narrow = [0.0] * len(least)
    spans: list[_Span] = []
    for row in rows:
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            style = cell.paragraph.style
            part = narrowest(cell.paragraph.runs, fonts, hyphenate=style.hyphenate)
            part += style.left + style.right + NEAR
            if cell.columns > 1:
                spans.append(_Span(cell.columns, column, part))
            else:
                narrow[column] = max(narrow[column], part)
    narrow = [min(pair) for pair in zip(narrow, least, strict=True)]
    _widen(narrow, spans, padding)
    return narrow


def _refuse_if_wide(strip: Strip, item: TableItem, width: float) -> None:
    if width > strip.width + 0.1:
        setting = strip.setting
        setting.problems.append(
            Diagnostic(
                place_of(item) or setting.where,
                f"the table is at least {width:.0f} pt wide, its place {strip.width:.0f} pt",
                "take fewer columns, or shorter words in the widest of them",
            )
        )


def _shared(least: list[float], wanted: list[float], room: float) -> list[float]:
    spare = room - sum(least)
    want = sum(wanted) - sum(least)
    if spare <= 0 or not wanted:
        return least
    if want > spare:
        least = _with_short(least, wanted, room)
        spare, want = room - sum(least), sum(wanted) - sum(least)
        return [low + (high - low) * spare / want for low, high in zip(least, wanted, strict=True)]
    total = sum(wanted) or 1.0
    return [high + high * (spare - want) / total for high in wanted]


def _with_short(least: list[float], wanted: list[float], room: float) -> list[float]:
    """Let columns hold each cell on one line that need no more for it than an equal share."""
    given = list(least)
    share = room / len(least)
    spare = room - sum(least)
    for column in sorted(range(len(least)), key=wanted.__getitem__):
        more = wanted[column] - least[column]
        if wanted[column] > share or more > spare:
            break
        given[column] = wanted[column]
        spare -= more
    return given


def extremes(runs: Sequence[Run], fonts: Fonts) -> tuple[float, float]:
    """Width of the longest word and of the longest line, if nothing had to be broken."""
    word = longest_word = line = longest_line = 0.0
    width = fonts.width
    if len(runs) == 1 and " " not in (text := runs[0].text) and "\n" not in text:
        word = width(text, runs[0].style)
        return word, word
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
