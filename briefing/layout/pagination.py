"""Choose where the pages end, with an eye on the pages that follow."""

from collections.abc import Callable, Iterable
from itertools import count
from operator import itemgetter
from typing import NamedTuple

from briefing.layout.galley import Galley
from briefing.layout.region import SHORT, Cut, Region, State, cuts

PAGE = 1000.0
"""Cost of a page more: dearer than any break that is allowed, cheaper than one that is not."""

QUICK, THOROUGH = (4, 5), (6, 10)
"""Ways to fill a region that are followed up, and ways to have filled all of them so far."""

Regions = Callable[[int], Region]
"""The regions of a document, by number from 0."""


class _Path(NamedTuple):
    cost: float
    state: State
    cut: Cut | None
    before: "_Path | None"


def paginate(galley: Galley, regions: Regions) -> list[Cut]:
    """The cheapest way to fill regions with a whole galley, one cut for each that is needed.

    Region by region the cheapest few ways to have come so far are kept, so that a line goes over
    now if that spares a worse break later. Where little is left for the last page, a longer search
    may save the page.

    Returns:
        Nothing if some entry fits no region.
    """
    if not galley.entries:
        return [Cut(0.0, State(0, ()), State(0, ()), 0.0, 0.0)]
    way = _search(galley, regions, *QUICK)
    if len(way) > 1 and way[-1].used < SHORT * regions(len(way) - 1).height:
        return _search(galley, regions, *THOROUGH)
    return way


def _search(galley: Galley, regions: Regions, choices: int, paths: int) -> list[Cut]:
    end = State(len(galley.entries), ())
    live = [_Path(0.0, State(0, ()), None, None)]
    best: _Path | None = None
    for number in count():
        reached = _advance(galley, live, regions(number), choices)
        done = reached.pop(end, None)
        if done is not None and (best is None or done.cost < best.cost):
            best = done
        live = sorted(reached.values(), key=_COST)[:paths]
        if not live or (best is not None and best.cost <= live[0].cost + PAGE):
            break
    return _way(best)


_COST = itemgetter(0)


def _advance(
    galley: Galley, live: Iterable[_Path], region: Region, choices: int
) -> dict[State, _Path]:
    """The cheapest path to each state that one more region can lead to."""
    reached: dict[State, _Path] = {}
    for path in live:
        for cut in cuts(galley, path.state, region, choices):
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
