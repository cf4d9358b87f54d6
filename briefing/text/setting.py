"""The words between two breaks, given their places on a line."""

from collections.abc import Sequence
from functools import lru_cache
from math import floor
from typing import NamedTuple

from msgspec.structs import replace

from briefing.model.style import Alignment, TextStyle
from briefing.text.measured import Measured, Stretch
from briefing.text.opportunities import READABLE
from briefing.text.optimum import JUSTIFIED, Break

_CLOSE = 1e-6
_FULL = 0.1  # points: a line this near to its measure fills it
_LOOSE = 0.3  # a line whose spaces would grow by more has its letters spaced out instead,
_MOST_TRACKING = 12  # by so much at most, in 1/1000 em: not to be seen;
_MOST_TIGHT = 12  # likewise, and together
_VERY_LOOSE = 0.9  # where its spaces would still grow by more,
_UTMOST_TRACKING = 22  # by so much at most
_ASIDE = {"left": 0.0, "justify": 0.0, "centre": 0.5, "right": 1.0}  # of the white: left of a line


class SetRun(NamedTuple):
    """Words of one run on a line; as in `briefing.model.page.PlacedRun`.

    Attributes:
        owner: The number of the run.
        begins: The run's text begins with them.
    """

    owner: int
    begins: bool
    text: str
    style: TextStyle
    x: float
    width: float
    word_space: float
    soft_hyphen: bool
    space_after: bool


class SetLine(NamedTuple):
    """A line of a paragraph; as in `briefing.text.lines.Line`."""

    runs: tuple[SetRun, ...]
    width: float
    hyphenated: bool
    ratio: float


class _Slice(NamedTuple):
    """What of the line is of one stretch; x and y count from the line's start, unstretched."""

    stretch: Stretch
    begins: bool
    text: str
    x: float
    y: float


class _Fit(NamedTuple):
    """How a line is made to fill its measure.

    Attributes:
        growth: Of the spaces, as a share of their width.
        tracking: In 1/1000 em.
        ratio: As in `briefing.text.lines.Line`.
        ems: See `_ems`.
    """

    growth: float
    tracking: float
    ratio: float
    ems: Sequence[float] = ()


_AS_IT_IS = _Fit(0.0, 0, 1.0)


def set_line(
    text: Measured,
    start: Break | None,
    end: Break,
    *,
    room: float,
    x: float,
    align: Alignment,
    more: bool,
) -> SetLine:
    """Set the words between two breaks.

    Args:
        text: That the line is of.
        start: The end of the line before.
        end: Of this line.
        room: The measure.
        x: Where it begins.
        align: ``justify`` fills the measure.
        more: Whether any text follows.
    """
    before, cut = start.cut if start is not None else None, end.cut
    if before is not None:
        first, start_x, start_y = before.next, before.start_x, before.start_y
    else:
        word = start.word + 1 if start is not None else 0
        first, start_x, start_y = text.start(word), text.start_x[word], text.start_y[word]
    if cut is not None:
        stop, natural, spaces = cut.at, text.between(before, cut, start_x), cut.end_y - start_y
    else:
        stop = text.end(end.word)
        natural, spaces = text.end_x[end.word] - start_x, text.end_y[end.word] - start_y
    slices = _slices(text, first, stop, start_x, start_y)
    left, fit, hyphen = room - natural, _AS_IT_IS, cut is not None and cut.shown
    if align == "justify" or left < -_CLOSE:
        fit = _fit(slices, left, spaces, hyphen=hyphen)
    xs = _edges(slices, natural, spaces, fit)
    x += (room - xs[-1]) * _ASIDE[align]
    at_space = more and (cut is None or cut.next > cut.at)
    runs = _runs(slices, [x + here for here in xs], fit, hyphen=hyphen, space_after=at_space)
    return SetLine(runs, xs[-1], hyphen, fit.ratio)


def _edges(slices: list[_Slice], natural: float, spaces: float, fit: _Fit) -> list[float]:
    """Where each slice begins and the last one ends, from the line's start."""
    xs = [part.x + fit.growth * part.y for part in slices]
    xs.append(natural + fit.growth * spaces)
    if fit.tracking:
        xs = [x + fit.tracking * em for x, em in zip(xs, fit.ems, strict=True)]
    return xs


def _fit(slices: list[_Slice], left: float, spaces: float, *, hyphen: bool) -> _Fit:
    """Fill a line that has `left` points of white beside it and `spaces` in it."""
    widths, style = slices[0].stretch.widths, slices[0].stretch.phrase.style
    if spaces <= _CLOSE:
        return _fit_letters(slices, left, hyphen=hyphen)
    growth = left / spaces
    if -JUSTIFIED.shrink <= growth <= _LOOSE:
        return _Fit(growth, 0, 1 + growth)
    ems = _ems(slices, hyphen=hyphen)
    of_space = style.size / 1000 / widths.space  # what 1/1000 em of tracking adds to a space
    tracking = _tracking(left, spaces, ems[-1], of_space)
    growth = (left - tracking * ems[-1]) / spaces
    return _Fit(growth, tracking, 1 + growth + tracking * of_space, ems)


def _fit_letters(slices: list[_Slice], left: float, *, hyphen: bool) -> _Fit:
    """Fill a line without spaces."""
    if -_CLOSE <= left <= _FULL:
        return _AS_IT_IS
    widths, ems = slices[0].stretch.widths, _ems(slices, hyphen=hyphen)
    tracking = min(floor(10 * left / ems[-1] + _CLOSE) / 10, _UTMOST_TRACKING)
    if tracking < -_MOST_TIGHT:
        return _AS_IT_IS  # what is wider than its measure whatever is done
    left -= tracking * ems[-1]
    return _Fit(0.0, tracking, 1 + left / widths.space if left > _FULL else 1.0, ems)


def _tracking(left: float, spaces: float, em: float, of_space: float) -> int:
    """How far to set the letters of a line apart, or together, in 1/1000 em.

    Spaces are shrunk as far as they may be before letters are set closer.
    """
    if left < 0:
        tight = JUSTIFIED.shrink * spaces
        return floor((left + tight) / (em - of_space * spaces) + _CLOSE)
    most = min(int((left - _LOOSE * spaces) / em), _MOST_TRACKING)
    more = int((left - _VERY_LOOSE * spaces) / em)
    return max(most, min(more, _UTMOST_TRACKING))


def _slices(text: Measured, start: int, end: int, x: float, y: float) -> list[_Slice]:
    """Part a line by stretches; `x` and `y` are where it starts."""
    stretches = text.stretches
    if len(stretches) == 1 and text.plain:
        return [_Slice(stretches[0], not start, text.text[start:end], 0.0, 0.0)]
    slices: list[_Slice] = []
    number = text.stretch_at(start)
    stretch = stretches[number]
    here, here_x, here_y = start, x, y
    while True:
        number += 1
        following = stretches[number] if number < len(stretches) else None
        stop = end if following is None or following.start >= end else following.start
        words = text.text[here:stop]
        if not text.plain:
            words = words.translate(READABLE)
        slices.append(_Slice(stretch, here == stretch.start, words, here_x - x, here_y - y))
        if stop == end or following is None:
            return slices
        stretch, here, here_x, here_y = following, stop, following.x, following.y


def _ems(slices: list[_Slice], *, hyphen: bool) -> list[float]:
    """How much 1/1000 em of tracking takes up to the start of each slice, and in all.

    Tracking follows every glyph, the last and the hyphen too (ISO 32000-2 9.3.2).
    """
    total, ems = 0.0, [0.0]
    for part in slices:
        total += part.stretch.widths.letters(part.text) * part.stretch.phrase.style.size / 1000
        ems.append(total)
    if hyphen:
        ems[-1] += slices[-1].stretch.phrase.style.size / 1000
    return ems


def _runs(
    slices: list[_Slice],
    xs: list[float],
    fit: _Fit,
    *,
    hyphen: bool,
    space_after: bool,
) -> tuple[SetRun, ...]:
    runs: list[SetRun] = []
    last = len(slices) - 1
    for number, (stretch, begins, words, _, _) in enumerate(slices):
        style, x = stretch.phrase.style, xs[number]
        if fit.tracking:
            style = _tracked(style, fit.tracking)
        runs.append(
            SetRun(
                stretch.owner,
                begins,
                words,
                style,
                x,
                xs[number + 1] - x,
                fit.growth * stretch.widths.space,
                hyphen and number == last,
                space_after and number == last,
            )
        )
    return tuple(runs)


@lru_cache(maxsize=1024)
def _tracked(style: TextStyle, thousandths: float) -> TextStyle:
    """The style with its letters a little further apart, in 1/1000 em."""
    return replace(style, tracking=style.tracking + style.size * thousandths / 1000)
