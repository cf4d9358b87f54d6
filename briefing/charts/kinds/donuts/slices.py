"""The slices of a donut: how large, in which colour, with what words."""

from msgspec import Struct

from briefing.charts.fills import Fill, shades
from briefing.charts.look import Frame, Look
from briefing.charts.words.rest import is_rest
from briefing.errors import ContentError, Diagnostic, Location
from briefing.model.chart import Bar, DonutChart
from briefing.model.country import Amount
from briefing.model.style import TextStyle

MOST = 6
"""Parts; more are not told apart."""

HOLE = 0.6
"""The radius of the hole, as a share of that of the ring."""

_STEP = 1.3  # of contrast from one neutral shade to the next
_WHOLE = 1.0 - 1e-9


class Slice(Struct, frozen=True):
    """A part; `start` and `end` are turns from 12 o'clock, equal where it is nothing or unknown."""

    part: Bar
    start: float
    end: float
    fill: Fill

    @property
    def middle(self) -> float:
        """Where its name would stand; that of the whole ring at the right."""
        return 0.25 if self.end - self.start >= _WHOLE else (self.start + self.end) / 2


def cut_slices(data: DonutChart, frame: Frame) -> list[Slice]:
    """Cut the ring in print order.

    Raises:
        ContentError: All parts are 0.
        ValueError: There are too many parts, or one is negative.
    """
    sizes = [0.0 if part.amount is None else part.amount.best for part in data.parts]
    if len(sizes) > MOST:
        raise ValueError(f"a donut of {len(sizes)} parts; {MOST} at most are told apart")
    for part in data.parts:
        amount = part.amount or Amount(0.0, 0.0)
        if (amount.low or 0.0) < 0 or (amount.high or 0.0) < 0:
            raise ValueError(f"a part of a donut is negative: {amount.low} to {amount.high}")
    largest = max(sizes)
    if largest <= 0:
        raise _nothing(frame.where)
    sizes = [size / largest for size in sizes]  # lest the sum of the largest numbers overflow
    total, before = sum(sizes), 0.0
    slices = []
    for part, size, fill in zip(data.parts, sizes, _fills(data, frame), strict=True):
        slices.append(Slice(part, before / total, (before + size) / total, fill))
        before += size
    return slices


def _nothing(where: Location) -> ContentError:
    hint = "a donut needs a part that is more than 0"
    return ContentError([Diagnostic(where, "all parts of the donut are 0", hint)])


def _fills(data: DonutChart, frame: Frame) -> list[Fill]:
    """Give the accent to what is highlighted and neutral shades to the rest, else the palette."""
    look = frame.look
    count = sum(part.highlighted for part in data.parts)
    if not count:
        return [Fill(colour) for colour in _palette(data, look, frame.words.language)]
    strong = iter(reversed(shades(look.accent, count)))
    plain = iter(_neutrals(look, len(data.parts) - count))
    return [Fill(next(strong if part.highlighted else plain)) for part in data.parts]


def _palette(data: DonutChart, look: Look, language: str) -> list[str]:
    """Take the colours of series, then neutral ones; what is only left over is neutral."""
    count = len(data.parts)
    rest = count > 1 and is_rest(data.parts[-1].label, language)
    first = list(look.series[: count - rest])
    return [*first, *_neutrals(look, count - len(first))]


def _neutrals(look: Look, count: int) -> list[str]:
    return list(reversed(shades(look.neutral, count, step=_STEP))) if count else []


def words_of_part(part: Bar, frame: Frame) -> tuple[tuple[str, TextStyle], tuple[str, TextStyle]]:
    """Give name and figure of a part, with their styles."""
    look = frame.look
    if part.amount is None:
        return (part.label, look.name), (frame.words.no_data, look.aside)
    if part.highlighted:
        return (part.label, look.strong_name), (part.text, look.strong_value)
    return (part.label, look.name), (part.text, look.value)
