"""Labels at both sides of slopes: the value beside its point, the name outside."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from briefing.charts.kinds.slopes.course import Course
from briefing.charts.lettering.labels import Block, fold_value, halve, set_block, wrap
from briefing.charts.look import LEADING, Frame, Ink
from briefing.model.drawing import Label

_GAP = 0.6  # between value and name, in ems
_LINE, _APART = 1.14, 0.3  # the room of one line, and more around several, in ems
_ONE_SIDE = 0.34  # of the width: of values without names

Side = Literal[-1, 1]
"""Labels stand at the left of the left axis, and at the right of the right one."""


class Tag(Struct, frozen=True):
    """A measured label.

    Attributes:
        parts: Texts, each with its distance from the axis and from the middle's height.
        known: It stands at a point; else it tells that there is none.
    """

    parts: tuple[tuple[float, float, Block], ...]
    width: float
    height: float
    known: bool


def measure_tags(
    courses: Sequence[Course], inks: Sequence[Ink], room: float, frame: Frame
) -> tuple[list[Tag], list[Tag]]:
    """Set names and values at both sides, or names at the right only where `room` is too narrow."""
    both = _both_sides(courses, inks, room, frame)
    return both if both else _right_side(courses, inks, room, frame)


def _both_sides(
    courses: Sequence[Course], inks: Sequence[Ink], room: float, frame: Frame
) -> tuple[list[Tag], list[Tag]] | None:
    """Set each name in one line, else in two, if both columns fit."""
    sides = [_values(courses, inks, number, frame) for number in (0, 1)]
    widths = [_widest(values) + _GAP * frame.look.size for values in sides]
    fonts = frame.fonts
    long = [fonts.width(c.head.label, ink.name) for c, ink in zip(courses, inks, strict=True)]
    free = (room - sum(widths)) / 2
    if max(long) > free:
        short = (halve(c.head.label, ink.name, fonts) for c, ink in zip(courses, inks, strict=True))
        if max(block.width for block in short) > free:
            return None
    names = [
        wrap(c.head.label, ink.name, free, fonts, frame.words.language)
        for c, ink in zip(courses, inks, strict=True)
    ]
    left, right = (
        [
            _beside(name, value, column, known=bool(course.texts[number]), frame=frame)
            for name, value, course in zip(names, values, courses, strict=True)
        ]
        for number, (values, column) in enumerate(zip(sides, widths, strict=True))
    )
    return (left, right) if _reach(left) + _reach(right) <= room else None


def _right_side(
    courses: Sequence[Course], inks: Sequence[Ink], room: float, frame: Frame
) -> tuple[list[Tag], list[Tag]]:
    """Set names at the right; at the left only those of lines that miss an end."""
    fonts, gap = frame.fonts, _GAP * frame.look.size
    least = min(_ONE_SIDE * frame.width, room / 2)
    left = [
        _below(course, ink, 0, least, named=course.way == "broken", frame=frame)
        for course, ink in zip(courses, inks, strict=True)
    ]
    room -= _reach(left)
    values = _values(courses, inks, 1, frame)
    column = _widest(values) + gap
    blocks = [wrap(c.head.label, ink.name, max(room - column, 1.0), fonts, frame.words.language)
              for c, ink in zip(courses, inks, strict=True)]  # fmt: skip
    right = [
        _beside(name, value, column, known=bool(course.texts[1]), frame=frame)
        for name, value, course in zip(blocks, values, courses, strict=True)
    ]
    if _reach(right) > room or any(name.is_cramped for name in blocks):
        right = [
            _below(course, ink, 1, room, named=True, frame=frame)
            for course, ink in zip(courses, inks, strict=True)
        ]
    return left, right


def _values(
    courses: Sequence[Course], inks: Sequence[Ink], number: int, frame: Frame
) -> list[tuple[Block, bool]]:
    """Set what stands at one side's points, and whether there is data."""
    found = []
    for course, ink in zip(courses, inks, strict=True):
        text, style = course.texts[number], ink.value
        if not text:
            text, style = frame.words.no_data, frame.look.aside
        block = Block((text,), style, frame.fonts.width(text, style))
        found.append((block, bool(course.texts[number])))
    return found


def _widest(values: Iterable[tuple[Block, bool]]) -> float:
    return max((block.width for block, known in values if known), default=0.0)


def _reach(tags: Sequence[Tag]) -> float:
    return max(tag.width for tag in tags)


def _beside(
    name: Block, value: tuple[Block, bool], column: float, *, known: bool, frame: Frame
) -> Tag:
    block = value[0]
    start = column if known else block.width + _GAP * frame.look.size
    parts = ((0.0, 0.0, block), (start, 0.0, name))
    return Tag(parts, start + name.width, _tall(len(name.lines), frame), known)


def _below(course: Course, ink: Ink, number: int, room: float, *, named: bool, frame: Frame) -> Tag:
    """Set a value below its name, or alone."""
    text, style = course.texts[number], ink.value
    if not text:
        text, style = frame.words.no_data, frame.look.aside
    value = fold_value(text, style, room, frame.fonts)
    known = bool(course.texts[number])
    if not named:
        return Tag(((0.0, 0.0, value),), value.width, _tall(len(value.lines), frame), known)
    name = wrap(course.head.label, ink.name, room, frame.fonts, frame.words.language)
    lines, line = len(name.lines) + len(value.lines), LEADING * frame.look.size
    up, down = (lines - len(name.lines)) / 2 * line, (lines - len(value.lines)) / 2 * line
    parts = ((0.0, -up, name), (0.0, down, value))
    return Tag(parts, max(name.width, value.width), _tall(lines, frame), known)


def _tall(lines: int, frame: Frame) -> float:
    return ((lines - 1) * LEADING + _LINE + (_APART if lines > 1 else 0.0)) * frame.look.size


def set_tag(tag: Tag, x: float, middle: float, side: Side, frame: Frame) -> list[Label]:
    """Place a label so that it is centred on the height `middle`, outwards from `x`."""
    anchor: Literal["start", "end"] = "start" if side > 0 else "end"
    return [
        label
        for distance, down, block in tag.parts
        for label in set_block(block, x + side * distance, middle + down, frame.fonts, anchor)
    ]
