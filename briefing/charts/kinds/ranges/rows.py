"""Rows of a range chart: what stands where, and the labels at both sides of it."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from briefing.charts.amounts import ends_of
from briefing.charts.axes.scale import Linear
from briefing.charts.lettering.labels import Block, fold_value
from briefing.charts.look import Frame
from briefing.charts.plot import exact_texts
from briefing.charts.words.ranges import range_words
from briefing.model.chart import Datum, Head, RangeChart
from briefing.model.country import Amount

# In ems of the names.
LABEL_GAP = 0.45
"""From a mark to its label."""
RADIUS = 0.4
"""Of a mark."""
ARROW = 1.15
"""From the middle of a mark to the tip of the arrow that says it goes on."""

_BEHIND = 1.45  # how much larger a mark is that lies behind another

Role = Literal["first", "second", "only"]


class End(Struct, frozen=True):
    """One figure of a row.

    Attributes:
        low: Equal to `best` where it is open; likewise `high`.
        open: To which side it may go on without an end: -1, 1, or 0 for neither.
    """

    role: Role
    best: float
    low: float
    high: float
    open: int


class Row(Struct, frozen=True):
    """A row, measured.

    Attributes:
        ends: Those that there are data for.
        left: Stands left of all marks; None for nothing.
        right: Stands right of all marks.
        whole: Its name is complete, and no figure had to be parted from its unit.
    """

    head: Head
    name: Block
    ends: tuple[End, ...]
    left: Block | None
    right: Block | None
    whole: bool

    @property
    def radius(self) -> float:
        """Of its largest mark, in ems: where both stand at one place, the first is seen behind."""
        return RADIUS * _BEHIND if self.is_one_place else RADIUS

    @property
    def is_one_place(self) -> bool:
        """Tell whether both marks stand at the same place."""
        return len(self.ends) == 2 and self.ends[0].best == self.ends[1].best

    @property
    def least(self) -> tuple[float, bool]:
        """The leftmost value, and whether an arrow starts there."""
        low = min(end.low for end in self.ends)
        return low, any(end.low == low and end.open < 0 for end in self.ends)

    @property
    def most(self) -> tuple[float, bool]:
        """The rightmost value, and whether an arrow starts there."""
        high = max(end.high for end in self.ends)
        return high, any(end.high == high and end.open > 0 for end in self.ends)


def measure_rows(data: RangeChart, names: Sequence[Block], room: float, frame: Frame) -> list[Row]:
    """Set the values of all rows, each within `room`."""
    return [
        _row(head, name, cells, data, room, frame)
        for head, name, cells in zip(data.grid.rows, names, data.grid.cells, strict=True)
    ]


def _row(
    head: Head, name: Block, cells: tuple[Datum, ...], data: RangeChart, room: float, frame: Frame
) -> Row:
    roles: tuple[Role, ...] = ("first", "second") if len(cells) == 2 else ("only",)
    ends = tuple(
        _end(role, datum.amount)
        for role, datum in zip(roles, cells, strict=True)
        if datum.amount is not None
    )
    look = frame.look
    style = look.strong_value if head.highlighted else look.value
    blocks: list[Block | None] = []
    whole = not name.is_cramped
    for text, known in _texts(cells, data, frame):
        block = (
            fold_value(text, style if known else look.aside, room, frame.fonts) if text else None
        )
        whole &= block is None or " ".join(block.lines) == text
        blocks.append(block)
    return Row(head, name, ends, blocks[0], blocks[1], whole)


def _texts(
    cells: tuple[Datum, ...], data: RangeChart, frame: Frame
) -> tuple[tuple[str, bool], tuple[str, bool]]:
    """Word what stands left and right of the marks, and whether it is a figure."""
    known = [datum for datum in cells if datum.amount is not None]
    if not known:
        return ("", False), (frame.words.no_data, False)
    if len(cells) == 1:
        return ("", True), (cells[0].text, True)
    if len(known) == 1:
        number = 0 if cells[0].amount is None else 1
        note = range_words(frame.words.language).missing_end(data.grid.columns[number].label)
        told = (note, False), (known[0].text, True)
        return told if number == 0 else (told[1], told[0])
    pair = [(datum.amount, datum.text) for datum in cells if datum.amount is not None]
    (first, _), (second, _) = pair
    if first == second:
        return ("", True), (cells[1].text, True)
    one, two = exact_texts(pair, data.scale)
    if second.best < first.best:
        one, two = two, one
    return (one, True), (two, True)


def _end(role: Role, amount: Amount) -> End:
    low, high = ends_of(amount)
    best = amount.best
    open_to = -1 if low is None else 1 if high is None else 0
    return End(role, best, best if low is None else low, best if high is None else high, open_to)


class Place(Struct, frozen=True):
    """A share of the way from the first to the last tick, and the points needed beyond it."""

    share: float
    pad: float


def scale_rows(
    rows: Iterable[Row], ends: tuple[float, float], span: tuple[float, float], size: float
) -> Linear:
    """Make the largest scale on which all labels stand within `span`.

    The room that two labels at opposite sides take grows with the scale, so the greatest room is
    a convex function of it, and Newton's method comes down to the root in a few steps.

    Args:
        rows: With labels that leave something for the scale.
        ends: The values at its ends.
        span: From the first point to the last.
        size: Of the names.
    """
    low, high = ends
    mark = RADIUS * size
    lefts, rights = [Place(0.0, mark)], [Place(1.0, mark)]
    for row in rows:
        if row.ends:
            (least, below), (most, above) = row.least, row.most
            lefts.append(
                Place(
                    (least - low) / (high - low),
                    _pad(row.left, ARROW if below else row.radius, size),
                )
            )
            rights.append(
                Place(
                    (most - low) / (high - low),
                    _pad(row.right, ARROW if above else row.radius, size),
                )
            )
    room = span[1] - span[0]
    length = room
    while True:
        left = max(lefts, key=lambda place: place.pad - place.share * length)
        right = max(rights, key=lambda place: place.pad + place.share * length)
        share = right.share - left.share
        need = left.pad + right.pad + share * length
        if need <= room + 1e-9 or share <= 0:
            break
        length = (room - left.pad - right.pad) / share
    start = span[0] + max(place.pad - place.share * length for place in lefts)
    return Linear(low, high, start, start + length)


def _pad(label: Block | None, mark: float, size: float) -> float:
    pad = mark * size
    return pad if label is None else pad + LABEL_GAP * size + label.width
