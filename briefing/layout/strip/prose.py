"""Add paragraphs to a strip, also those that run round something beside them."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from briefing.layout.lines.paragraphs import Notch
from briefing.layout.strip import FORBIDDEN, HYPHEN, KEEP_WITH_NEXT, Stack, Strip
from briefing.layout.strip.notes import LEAST, RULE
from briefing.model.flow import BesideItem, FloatItem, Item, ParagraphItem
from briefing.model.style import ParagraphStyle
from briefing.text.lines import RAGGED_BELOW

NARROW = 160.0
"""Points: what leaves less to the text is not set beside it."""

TALL = 2 / 3
"""Share of a region: what is taller is not set beside the text."""

_NEAR = 1e-6

Fill = Callable[[Strip, Iterable[Item]], None]


def emit_paragraph(strip: Strip, item: ParagraphItem, notch: Notch | None = None) -> None:
    """Add a paragraph, an entry a line."""
    style = item.style
    lines = strip.setting.setter.lines(item, strip.x, strip.width, notch=notch)
    strip.ask(style.space_before)
    strip.name(item.anchor, style.left)
    count = len(lines)
    orphans, last = style.orphans, count - style.widows
    if style.keep_together and count * style.leading <= strip.setting.tallest:
        orphans = count
    mark = item.mark
    for k, line in enumerate(lines, start=1):
        penalty = 0.0
        if k == count:
            if style.keep_with_next:
                penalty = KEEP_WITH_NEXT
        elif k < orphans or k > last:
            penalty = FORBIDDEN
        runs = line.runs
        if runs and runs[-1].soft_hyphen:
            penalty += HYPHEN
        strip.emit(line.height, (line,), item, notes=line.notes, penalty=penalty, mark=mark)
        mark = ""
    strip.ask(style.space_after)


def emit_beside(strip: Strip, item: BesideItem, following: Sequence[Item], fill: Fill) -> int:
    """Add a box or picture with the paragraphs that run round it, or in the measure.

    Its top is level with the capitals of the first line beside it.
    It and the lines at its side are one entry, so no page can end beside it. It stands in the
    measure where nothing runs round it, where it would leave too little room at its side or is
    too tall, and where all the notes marked there could not begin on its page.

    Args:
        strip: To add to.
        item: What stands beside.
        following: All that comes after it.
        fill: Adds items to a strip.

    Returns:
        How many of those that follow were added.
    """
    room, first = strip.width - item.width - item.gap, _first(following)
    if first is not None and room >= _least_room(first.style):
        before, told = strip.state(), len(strip.setting.problems)
        left = item.side == "left"
        inside = strip.place_for(
            strip.x if left else strip.x + strip.width - item.width, item.width
        )
        fill(inside, (item.item,))
        drop = strip.setting.setter.above(first.style)
        stack = inside.stacked(drop)
        if drop < stack.bottom <= drop + TALL * strip.setting.tallest:
            taken = _run_round(strip, item, stack, following, fill)
            if _fits(strip, before.entries):
                return taken
        strip.restore(before)
        del strip.setting.problems[told:]
    fill(strip, (item.item,))
    return 0


def _first(following: Sequence[Item]) -> ParagraphItem | None:
    """The paragraph that runs round what stands beside it; None if none does."""
    first = next((item for item in following if not isinstance(item, FloatItem)), None)
    return first if isinstance(first, ParagraphItem) and not first.style.keep_with_next else None


def _least_room(style: ParagraphStyle) -> float:
    """How wide text must be that something stands beside."""
    if style.align != "justify":
        return NARROW
    return max(NARROW, RAGGED_BELOW * style.text.size + style.left + style.right)


def _run_round(
    strip: Strip, item: BesideItem, stack: Stack, following: Sequence[Item], fill: Fill
) -> int:
    """Set paragraphs narrow as far as something stands beside them; tell how many."""
    depth, by, left = stack.bottom + item.gap, item.width + item.gap, item.side == "left"
    start = stop = len(strip.entries)
    floats: list[Item] = []
    taken = 0
    for other in following:
        if isinstance(other, FloatItem):
            floats.append(other)
        elif isinstance(other, ParagraphItem) and not other.style.keep_with_next:
            strip.ask(other.style.space_before)
            lines = ceil((depth - strip.below(start)) / other.style.leading - _NEAR)
            if lines <= 0:
                break
            first = len(strip.entries)
            emit_paragraph(strip, other, Notch(lines, by, left))
            stop = min(first + lines, len(strip.entries))
        else:
            break
        taken += 1
        if stop < len(strip.entries):
            break
    over = strip.bind(start, stop, stack, item)
    if start + 1 == len(strip.entries):
        strip.ask(item.gap - max(over, 0.0))
    fill(strip, floats)
    return taken


def _fits(strip: Strip, number: int) -> bool:
    """Whether an entry fits a page with the beginnings of all its notes."""
    entry, note = strip.entries[number], strip.setting.setter.note
    height = entry.height + sum(frame.top + frame.bottom for frame in entry.frames)
    if entry.notes:
        each = (2 * LEAST - 1) * note.leading + max(note.space_before, note.space_after)
        height += 1.5 * strip.setting.paper.note_gap + RULE + each * len(set(entry.notes))
    return height <= strip.setting.tallest
