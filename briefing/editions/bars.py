"""Places change bars: beside which lines, on which side, and what is painted for them.

All lengths are in points; y grows upwards, as PDF has it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing.editions.align import Aligned
from briefing.editions.statements import LETTERS, Place, Statement
from briefing.model.drawing import Segment

_FAR = 9.0  # from text to a bar in the margin
_NEAR = 4.5  # likewise in the white between two columns
_WIDTH = 1.6  # of a bar
_EDGE = 14.0  # what marks keep from the paper's edge
_COLUMN = 7.0  # of white, and what stands beyond is another column
_SIGN = 5.0  # height of the triangle where something was dropped
_BESIDE = 1.5  # from a sign to its number
_HALO = 1.0  # of white around marks, for grounds that are not
_LINE = 7.5  # numbers nearer than this share a line
_COLOUR = "0.69 0 0.41"
_ASCENT, _DESCENT = 0.78, 0.24  # of the size: what a bar stands beside


class Mark(Struct, frozen=True):
    """A bar beside changed lines, or a triangle where something was dropped.

    Attributes:
        number: Of the change in the list.
        page: From 1.
        x: Of its middle.
        low: Of a triangle, equal to `high`: the place between two lines.
        outward: -1 where it stands left of its text, 1 where right of it.
    """

    number: int
    page: int
    x: float
    low: float
    high: float
    outward: int

    @property
    def is_sign(self) -> bool:
        """It stands for what was dropped."""
        return self.low == self.high


class Box(Struct, frozen=True):
    """Part of a page: of its paper, or of its text."""

    left: float
    right: float


def find_marks(
    changes: Sequence[Aligned], statements: Iterable[Statement], papers: Mapping[int, Box]
) -> tuple[Mark, ...]:
    """Find what is marked where; numbers count the changes from 1.

    Args:
        changes: In the order of the list.
        statements: All of the new file, for the columns of its pages.
        papers: Page → where its paper begins and ends.
    """
    lines: dict[int, list[Place]] = {}
    for statement in statements:
        for place in statement.places:
            if place.line.upright:
                lines.setdefault(place.page, []).append(place)
    found: list[Mark] = []
    for number, change in enumerate(changes, 1):
        found += _marks(number, change, lines, papers)
    return tuple(found)


def paint_marks(
    marks: Sequence[Mark], paper: Box, outline: Callable[[str], tuple[Sequence[Segment], float]]
) -> bytes:
    """Paint the marks of one page, as an artifact.

    Args:
        marks: All of one page.
        paper: Where the page begins and ends.
        outline: Gives the outline of a number, with y growing upwards, and its width.
    """
    grounds, inks = list[str](), list[str]()
    for mark in marks:
        ground, ink = _sign(mark) if mark.is_sign else _bar(mark)
        grounds.append(ground)
        inks.append(ink)
    for text, mark in _numbers(marks):
        segments, width = outline(text)
        beyond = mark.x + mark.outward * (_WIDTH / 2 + _SIGN + _BESIDE)
        x = beyond if mark.outward > 0 else beyond - width
        x = min(max(x, paper.left + 2), paper.right - 2 - width)
        y = mark.high - (2.4 if mark.is_sign else 6.0)
        grounds.append(f"{x - _HALO:.2f} {y - _HALO:.2f} {width + 2 * _HALO:.2f} 6.8 re f")
        inks += ["q", f"1 0 0 1 {x:.2f} {y:.2f} cm", *_path(segments), "f", "Q"]
    code = ["/Artifact BMC", "q", "1 g", *grounds, f"{_COLOUR} rg", *inks, "Q", "EMC"]
    return "\n".join(code).encode()


def _marks(
    number: int, change: Aligned, lines: Mapping[int, Sequence[Place]], papers: Mapping[int, Box]
) -> Iterator[Mark]:
    if change.new is not None:
        for page, own in _by_page(change.new.places):
            x, outward = _side(own, lines[page], papers[page], page)
            whole = change.new.role in ("Figure", LETTERS)
            for low, high in _stretches(own, whole=whole):
                yield Mark(number, page, x, low, high, outward)
        return
    for statement, is_before in ((change.before, True), (change.after, False)):
        places = [one for one in statement.places if one.line.upright] if statement else []
        if places:
            place = places[-1] if is_before else places[0]
            line = place.line
            y = line.y - _DESCENT * line.size if is_before else line.y + _ASCENT * line.size
            x, outward = _side([place], lines[place.page], papers[place.page], place.page)
            yield Mark(number, place.page, x, y, y, outward)
            return


def _by_page(places: Iterable[Place]) -> Iterator[tuple[int, list[Place]]]:
    found: dict[int, list[Place]] = {}
    for place in places:
        if place.line.upright:
            found.setdefault(place.page, []).append(place)
    yield from found.items()


def _side(
    own: Sequence[Place], others: Sequence[Place], paper: Box, page: int
) -> tuple[float, int]:
    """Find where a mark stands: in the outer margin, unless another column is in the way.

    Then in the inner margin, and between two columns in the white on the left.
    """
    left, right = min(p.line.x for p in own), max(p.line.end for p in own)
    low = min(p.line.y for p in own) - 1
    high = max(p.line.y + p.line.size for p in own)
    level = [p.line for p in others if p.line.y < high and p.line.y + p.line.size > low]
    beside = {
        -1: all(line.end > left - _COLUMN for line in level),
        1: all(line.x < right + _COLUMN for line in level),
    }
    margins = Box(min(p.line.x for p in others), max(p.line.end for p in others))
    outer = 1 if page % 2 else -1
    for outward in (outer, -outer):
        if beside[outward] or _is_last(level, left, right, outward):
            x = margins.right + _FAR if outward > 0 else margins.left - _FAR
            return min(max(x, paper.left + _EDGE), paper.right - _EDGE), outward
    return left - _NEAR, -1


def _is_last(level: Sequence[object], left: float, right: float, outward: int) -> bool:
    """Whether what stands beyond hangs together with the text, with no white between."""
    spans = sorted((line.x, line.end) for line in level)  # type: ignore[attr-defined]
    if outward < 0:
        spans = sorted((-end, -start) for start, end in spans)
        left, right = -right, -left
    reach = right
    for start, end in spans:
        if end > reach and start > reach + _COLUMN:
            return False
        if end > reach and start >= left - _COLUMN:
            reach = end
    return True


def _stretches(own: Sequence[Place], *, whole: bool) -> list[tuple[float, float]]:
    """The heights of bars: lines that follow one another share one."""
    spans = sorted(
        ((p.line.y - _DESCENT * p.line.size, p.line.y + _ASCENT * p.line.size, p.line.size)
         for p in own),
        reverse=True,
    )  # fmt: skip
    if whole:
        return [(min(low for low, _, _ in spans), max(high for _, high, _ in spans))]
    found: list[tuple[float, float]] = []
    for low, high, size in spans:
        if found and found[-1][0] - high < 0.8 * size:
            found[-1] = (min(low, found[-1][0]), found[-1][1])
        else:
            found.append((low, high))
    return found


def _bar(mark: Mark) -> tuple[str, str]:
    """A bar, and the white ground that it needs on a coloured one."""
    left, height = mark.x - _WIDTH / 2, mark.high - mark.low
    ground = (left - _HALO, mark.low - _HALO, _WIDTH + 2 * _HALO, height + 2 * _HALO)
    return (
        " ".join(f"{number:.2f}" for number in ground) + " re f",
        f"{left:.2f} {mark.low:.2f} {_WIDTH} {height:.2f} re f",
    )


def _sign(mark: Mark) -> tuple[str, str]:
    """A triangle that points to the text, outside of any bar, and its ground."""
    tip = mark.x + mark.outward * _WIDTH / 2
    return _triangle(mark, tip, _SIGN / 2 + _HALO, _HALO), _triangle(mark, tip, _SIGN / 2, 0.0)


def _triangle(mark: Mark, tip: float, half: float, more: float) -> str:
    base = tip + mark.outward * (_SIGN + more)
    return (
        f"{base:.2f} {mark.low - half:.2f} m {base:.2f} {mark.low + half:.2f} l "
        f"{tip:.2f} {mark.low:.2f} l h f"
    )


def _numbers(marks: Sequence[Mark]) -> Iterator[tuple[str, Mark]]:
    """Numbers with the mark that they stand beside; those that would overlap share a line."""
    first = list({(mark.number, mark.x): mark for mark in reversed(marks)}.values())
    for x in sorted({mark.x for mark in first}):
        column = sorted((m for m in first if m.x == x), key=lambda m: (-m.high, m.number))
        group: list[Mark] = []
        for mark in column:
            if group and group[0].high - mark.high >= _LINE:
                yield _compact(group), group[0]
                group = []
            group.append(mark)
        if group:
            yield _compact(group), group[0]


def _compact(group: Sequence[Mark]) -> str:
    numbers = sorted({mark.number for mark in group})
    if len(numbers) > 2 and all(b == a + 1 for a, b in pairwise(numbers)):
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))


def _path(segments: Sequence[Segment]) -> Iterator[str]:
    for operator, *numbers in segments:
        given = " ".join(f"{number:.2f}" for number in numbers)
        yield {"M": f"{given} m", "L": f"{given} l", "C": f"{given} c", "Z": "h"}[operator]
