"""Line breaking: from runs of text to lines in which every word has its place."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.flow import Run
from briefing.model.page import PlacedRun
from briefing.model.style import Alignment, ParagraphStyle
from briefing.text.fonts import Fonts
from briefing.text.measured import Measured
from briefing.text.optimum import JUSTIFIED, RAGGED, best_breaks
from briefing.text.phrases import Phrase
from briefing.text.setting import SetLine, set_line

__all__ = ["RAGGED_BELOW", "Line", "LineStatistics", "Steps", "break_lines", "line_statistics"]

RAGGED_BELOW = 18.0
"""Em: text that asks to be justified is set ragged where its measure is narrower.

On texts with many long words (`tests/text/corpus.txt`, `names.txt`) one line in ten has word
spaces of more than twice their natural width at 18 em, one in forty at 22.
"""

MAX_PARAGRAPHS = 2048  # whose lines are kept, for the next document that says the same

_BALANCING = 6  # halvings of the measure: to within a hundredth of it
_MOST_LINES = 2000  # of a paragraph beside something of changing width


class Steps(Struct, frozen=True):
    """A measure that is narrow for so many lines, beside something, and then wide."""

    lines: int
    narrow: float
    wide: float

    def __call__(self, line: int) -> float:
        """The measure of a line, by its number from 0."""
        return self.narrow if line < self.lines else self.wide


class Line(Struct, frozen=True):
    """One line of text.

    Attributes:
        runs: x counts from the left edge of the measure.
        width: As set.
        notes: Numbers of the notes whose markers stand on it, in their order.
        hyphenated: It ends in a hyphen that its end put there.
        ratio: Word space as set to natural word space: 1 where lines are not justified. A line of
            one word that ought to fill the measure and cannot is counted as if it had one space.
    """

    runs: tuple[PlacedRun, ...]
    width: float
    notes: tuple[int, ...]
    hyphenated: bool
    ratio: float


def break_lines(
    runs: Sequence[Run],
    style: ParagraphStyle,
    measure: float | Callable[[int], float],
    fonts: Fonts,
) -> tuple[Line, ...]:
    """Break a paragraph into lines.

    Text is set whole: joined, the lines give the words of `runs` in their order, with single
    spaces between them. Loose lines have their letters spaced out a little, so the style of a
    placed run may have more tracking than its run had. Where the measure is too narrow for that
    (`RAGGED_BELOW`), justified text is set ragged.

    Args:
        runs: In reading order; a line feed in a text ends the line.
        style: Of the paragraph; its indents at the sides and spaces above and below are left to
            the caller.
        measure: The width there is for text, in points; a function gives it by the line's number,
            for text beside something. Lines are kept by it, so it should be equal where it gives
            the same, as `Steps` are.
        fonts: For the styles of all runs.

    Returns:
        No line for no text at all.
    """
    runs = _joined(runs)
    phrases = tuple(
        [Phrase(run.text, run.style, run.language, run.note is not None) for run in runs]
    )
    align = style.align
    if align == "justify":
        first = measure(0) if callable(measure) else measure
        if first < RAGGED_BELOW * style.text.size:
            align = "left"
    lines = _set(phrases, align, style.hyphenate, style.first_indent, measure, fonts)
    if style.balance and align == "left" and len(lines) > 1 and not callable(measure):
        lines = _balanced(lines, phrases, style, measure, fonts)
    return tuple([_line(line, runs) for line in lines])


def _balanced(
    lines: tuple[SetLine, ...],
    phrases: tuple[Phrase, ...],
    style: ParagraphStyle,
    measure: float,
    fonts: Fonts,
) -> tuple[SetLine, ...]:
    """Set a title again, in the narrowest measure that needs no more lines."""
    low, high = measure / 2, measure
    for _ in range(_BALANCING):
        middle = (low + high) / 2
        narrow = _set(phrases, "left", style.hyphenate, style.first_indent, middle, fonts)
        if len(narrow) > len(lines):
            low = middle
        else:
            high, lines = middle, narrow
    return lines


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Join neighbours that differ in nothing but text."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.leaf == run.leaf
            and last.link == run.link
            and last.note is None is run.note
            and last.field is None is run.field
            and last.language == run.language
            and last.style == run.style
        ):
            joined[-1] = replace(last, text=last.text + run.text)
        else:
            joined.append(run)
    return joined


def _line(line: SetLine, runs: list[Run]) -> Line:
    """Give the words of a line to the runs they came from."""
    placed: list[PlacedRun] = []
    notes: list[int] = []
    for words in line.runs:
        run = runs[words.owner]
        placed.append(
            PlacedRun(
                words.text,
                words.style,
                words.x,
                words.width,
                words.word_space,
                run.leaf,
                run.link,
                words.soft_hyphen,
                words.space_after,
                run.field,
                run.target,
            )
        )
        if run.note is not None and words.begins and run.note not in notes:
            notes.append(run.note)
    return Line(tuple(placed), line.width, tuple(notes), line.hyphenated, line.ratio)


@lru_cache(maxsize=MAX_PARAGRAPHS)
def _set(
    phrases: tuple[Phrase, ...],
    align: Alignment,
    hyphenate: bool,
    indent: float,
    measure: float | Callable[[int], float],
    fonts: Fonts,
) -> tuple[SetLine, ...]:
    """Set a paragraph whose runs have no owners yet."""
    segments = _segments(phrases)
    rules = JUSTIFIED if align == "justify" else RAGGED
    lines: list[SetLine] = []
    for number, segment in enumerate(segments):
        text = Measured(segment, fonts)
        if not text.stretches:
            lines.append(SetLine((), 0.0, False, 1.0))
            continue
        done = len(lines)
        measures = _measures(text, measure, done, indent)
        breaks = best_breaks(text, measures, rules, hyphenate=hyphenate)
        last, more = len(breaks) - 1, number < len(segments) - 1
        start = None
        for row, end in enumerate(breaks):
            lines.append(
                set_line(
                    text,
                    start,
                    end,
                    room=measures[row] if row < len(measures) else measures[-1],
                    x=0.0 if done or row else indent,
                    align="left" if align == "justify" and row == last else align,
                    more=more or row < last,
                )
            )
            start = end
    return tuple(lines)


def _segments(phrases: Sequence[Phrase]) -> list[list[tuple[int, Phrase]]]:
    """Part phrases at forced line ends; each keeps the number of its run."""
    segments: list[list[tuple[int, Phrase]]] = [[]]
    for owner, phrase in enumerate(phrases):
        first, *others = phrase.text.split("\n")
        segments[-1].append((owner, phrase._replace(text=first) if others else phrase))
        segments += ([(owner, phrase._replace(text=text))] for text in others)
    if all(not phrase.text or phrase.text.isspace() for _, phrase in segments[-1]):
        segments.pop()  # nothing follows the last line end
    return segments


def _measures(
    text: Measured, measure: float | Callable[[int], float], done: int, indent: float
) -> list[float]:
    """The measure of each line; the last of the list is that of all further lines."""
    if callable(measure):
        most = int(2 * text.end_x[-1] / max(measure(done), 1.0)) + 2
        measures = [measure(done + line) for line in range(min(most, _MOST_LINES))]
    else:
        measures = [measure, measure]
    if not done:
        measures[0] -= indent
    while len(measures) > 1 and measures[-1] == measures[-2]:
        measures.pop()
    return measures


class LineStatistics(Struct, frozen=True):
    """How evenly lines are set. Shares are of the justified lines, last ones excepted.

    Attributes:
        lines: All lines.
        justified: Those whose word space was changed.
        over_half: The share whose word space is more than 1.5 times the natural one.
        over_twice: More than twice.
        over_thrice: More than three times.
        widest: The largest ratio of all.
        tightest: The smallest.
        hyphenated: The share of all lines that end in a hyphen.
    """

    lines: int
    justified: int
    over_half: float
    over_twice: float
    over_thrice: float
    widest: float
    tightest: float
    hyphenated: float

    def __str__(self) -> str:
        return (
            f"{self.lines} lines, {self.justified} justified: "
            f"word space over 1.5x {self.over_half:.1%}, over 2x {self.over_twice:.1%}, "
            f"over 3x {self.over_thrice:.1%}, {self.tightest:.2f}x to {self.widest:.2f}x; "
            f"{self.hyphenated:.1%} hyphenated"
        )


def line_statistics(lines: Iterable[Line]) -> LineStatistics:
    """Count how evenly lines are set."""
    every = tuple(lines)
    ratios = tuple(line.ratio for line in every if line.ratio != 1.0)
    share = 1 / max(len(ratios), 1)
    return LineStatistics(
        lines=len(every),
        justified=len(ratios),
        over_half=sum(ratio > 1.5 for ratio in ratios) * share,
        over_twice=sum(ratio > 2 for ratio in ratios) * share,
        over_thrice=sum(ratio > 3 for ratio in ratios) * share,
        widest=max(ratios, default=1.0),
        tightest=min(ratios, default=1.0),
        hyphenated=sum(line.hyphenated for line in every) / max(len(every), 1),
    )
