"""Copy-fitting: give a document the pages it wants, within the limits of its style.

Too long a text is set with less white, then in smaller type, as far as the style allows; where
that is not enough, optional blocks go, the greatest rank first, and then no more is squeezed than
must be. Too short a text is loosened likewise. What still does not fit is for layout to refuse.
"""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.flow import Flow
from briefing.model.manuscript import Manuscript, Omission, Tailored
from briefing.model.page import Pages
from briefing.model.style import Style
from briefing.pipeline.optional import Candidate, candidates, without
from briefing.pipeline.squeeze import STEPS, squeezed

SetPages = Callable[[Manuscript, Style], tuple[Flow, Pages]]
"""Sets a manuscript in a style; raises `ContentError` if it has too few pages or too many."""


class Fitted(Struct, frozen=True):
    """A text on its pages, and what it has become on the way: without some optional blocks."""

    tailored: Tailored
    flow: Flow
    pages: Pages


def fit(tailored: Tailored, style: Style, set_pages: SetPages) -> Fitted:
    """Set a text on the number of pages it wants.

    Raises:
        ContentError: It does not fit, or cannot be set at all.
    """
    trial = _Trial(tailored.manuscript, style, set_pages)
    step, dropped = 0, _NOTHING
    if trial.is_long(step, dropped):
        step, dropped = trial.shortened()
    elif trial.is_short(step, dropped):
        step = trial.loosened()
    if trial.fits(step, dropped):
        flow, pages = trial.set(step, dropped)
    else:  # which layout refuses, with the number of lines
        flow, pages = set_pages(trial.text(dropped), squeezed(style, step))
    omitted = (*tailored.omitted, *map(_omission, dropped))
    fitted = replace(tailored, manuscript=trial.text(dropped), omitted=omitted)
    return Fitted(fitted, flow, pages)


Dropped = tuple[Candidate, ...]
_NOTHING: Dropped = ()


class _Trial:
    """Sets one text in many ways; layout does not judge how many pages it has then."""

    def __init__(self, manuscript: Manuscript, style: Style, set_pages: SetPages) -> None:
        self._order = tuple(candidates(manuscript))
        self._manuscript = manuscript
        self._style = style
        self._set_pages = set_pages
        self._known: dict[tuple[int, tuple[int, ...]], tuple[Flow, Pages]] = {}

    def text(self, dropped: Dropped) -> Manuscript:
        """The text without some of its optional blocks."""
        return without(self._manuscript, dropped)

    def set(self, step: int, dropped: Dropped) -> tuple[Flow, Pages]:
        """Set the text at a step of squeezing."""
        key = step, tuple(candidate.number for candidate in dropped)
        known = self._known.get(key)
        if known is None:
            free = replace(self.text(dropped), least_pages=0, most_pages=None)
            known = self._set_pages(free, squeezed(self._style, step))
            self._known[key] = known
        return known

    def _count(self, step: int, dropped: Dropped) -> int:
        return len(self.set(step, dropped)[1].pages)

    def is_long(self, step: int, dropped: Dropped) -> bool:
        most = self._manuscript.most_pages
        return most is not None and self._count(step, dropped) > most

    def is_short(self, step: int, dropped: Dropped) -> bool:
        return self._count(step, dropped) < self._manuscript.least_pages

    def fits(self, step: int, dropped: Dropped) -> bool:
        return not self.is_long(step, dropped) and not self.is_short(step, dropped)

    def shortened(self) -> tuple[int, Dropped]:
        """The fewest blocks to drop, and then the least squeezing that is enough.

        What went with the last that had to go comes back, the most needed first, if it still fits.
        """
        order = self._order
        count = _first(lambda n: not self.is_long(STEPS, order[:n]), 0, len(order))
        dropped = order[:count]
        for candidate in reversed(order[: max(0, count - 1)]):
            fewer = tuple(one for one in dropped if one is not candidate)
            if not self.is_long(STEPS, fewer):
                dropped = fewer
        return _first(lambda step: not self.is_long(step, dropped), 0, STEPS), dropped

    def loosened(self) -> int:
        """The least loosening that is enough, as a step below zero."""
        return -_first(lambda step: not self.is_short(-step, _NOTHING), 1, STEPS)


def _omission(candidate: Candidate) -> Omission:
    block = candidate.block
    detail = f"optional, of rank {block.rank}, and there were too many pages"
    return Omission(block.where, block.what, "pages", detail)


def _first(holds: Callable[[int], bool], low: int, high: int) -> int:
    """The least number from `low` on from which something holds; `high` where it never does."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return high
