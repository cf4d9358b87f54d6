"""Choose where the pages end, with an eye on the pages that follow."""

from collections.abc import Iterable
from itertools import count
from operator import itemgetter
from typing import NamedTuple

from briefing.layout.galley import Chapter, Galley
from briefing.layout.pages.region import SHORT, Cut, State, cuts

PAGE = 1000.0
"""Cost of a page more: dearer than any break that is allowed, cheaper than one that is not."""

QUICK, THOROUGH = (4, 5), (6, 10)
"""Ways to fill a region that are followed up, and ways to have filled all of them so far."""


class _Path(NamedTuple):
    cost: float
    state: State
    cut: Cut | None
    before: "_Path | None"


def paginate(galley: Galley, chapter: Chapter, room: float) -> list[Cut]:
    """The cheapest way to fill pages with a chapter, one cut for each that is needed.

    Page by page the cheapest few ways to have come so far are kept, so that a line goes over now
    if that spares a worse break later. Where little is left for the last page, a longer search
    may save the page.

    Returns:
        Nothing if some entry fits no page.
    """
    start = State(chapter.start, (), chapter.first)
    if start == _end(chapter):
        return [Cut(0.0, start, start, 0.0, 0.0)]
    way = _search(galley, chapter, room, *QUICK)
    if len(way) > 1 and way[-1].used < SHORT * room and not way[-1].floats:
        return _search(galley, chapter, room, *THOROUGH)
    return way


def _end(chapter: Chapter) -> State:
    return State(chapter.end, (), chapter.last)


def _search(galley: Galley, chapter: Chapter, room: float, choices: int, paths: int) -> list[Cut]:
    end = _end(chapter)
    live = [_Path(0.0, State(chapter.start, (), chapter.first), None, None)]
    best: _Path | None = None
    for _ in count():
        reached = _advance(galley, chapter, live, room, choices)
        done = reached.pop(end, None)
        if done is not None and (best is None or done.cost < best.cost):
            best = done
        live = sorted(reached.values(), key=_COST)[:paths]
        if not live or (best is not None and best.cost <= live[0].cost + PAGE):
            break
    return _way(best)


_COST = itemgetter(0)


def _advance(
    galley: Galley, chapter: Chapter, live: Iterable[_Path], room: float, choices: int
) -> dict[State, _Path]:
    """The cheapest path to each state that one more page can lead to."""
    reached: dict[State, _Path] = {}
    for path in live:
        for cut in cuts(galley, chapter, path.state, room, choices):
            cost = path.cost + cut.cost + PAGE
            known = reached.get(cut.next)
            if known is None or cost < known.cost:
                reached[cut.next] = _Path(cost, cut.next, cut, path)
    return reached


def _way(path: _Path | None) -> list[Cut]:
    way: list[Cut] = []
    while path is not None and path.cut is not None:
        way.append(path.cut)
        path = path.before
    return way[::-1]
