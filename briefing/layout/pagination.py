"""Choose where the pages end, with an eye on the pages that follow."""

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from briefing.layout.galley import Galley
from briefing.layout.region import Cut, Region, State, cuts

PAGE = 1000.0
"""Cost of a page more: dearer than any break that is allowed, cheaper than one that is not."""

CHOICES = 4
"""Ways to fill a page that are followed up."""

PATHS = 6
"""Ways to have filled all pages so far that are followed up."""


class _Path(NamedTuple):
    cost: float
    state: State
    cut: Cut | None
    before: "_Path | None"


def paginate(galley: Galley, regions: Iterable[Region]) -> list[Cut]:
    """The cheapest way to fill regions with a whole galley, one cut for each that is needed.

    Page by page the cheapest few ways to have come so far are kept, so that a line goes over now
    if that spares a worse break later.

    Returns:
        Nothing if some entry fits no region.
    """
    if not galley.entries:
        return [Cut(0.0, State(0, ()), State(0, ()), None, 0.0)]
    end = State(len(galley.entries), ())
    live = [_Path(0.0, State(0, ()), None, None)]
    best: _Path | None = None
    for region in regions:
        reached = _advance(galley, live, region)
        done = reached.pop(end, None)
        if done is not None and (best is None or done.cost < best.cost):
            best = done
        live = sorted(reached.values(), key=_COST)[:PATHS]
        if best is not None and (not live or best.cost <= live[0].cost + PAGE):
            return _way(best)
        if not live:
            break
    return []


_COST = itemgetter(0)


def _advance(galley: Galley, live: Iterable[_Path], region: Region) -> dict[State, _Path]:
    """The cheapest path to each state that one more region can lead to."""
    reached: dict[State, _Path] = {}
    for path in live:
        for cut in cuts(galley, path.state, region, CHOICES):
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
