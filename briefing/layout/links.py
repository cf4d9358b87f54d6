"""The areas of links, and the names that they lead to."""

from collections.abc import Sequence

from briefing.model.page import PlacedLine, PlacedLink, PlacedRun
from briefing.units import Pt


def link_areas(line: PlacedLine) -> list[PlacedLink]:
    """An area for each stretch of a line that leads to one place."""
    areas: list[PlacedLink] = []
    runs = line.runs
    start = 0
    while start < len(runs):
        link = runs[start].link
        end = start + 1
        while end < len(runs) and runs[end].link == link:
            end += 1
        if link is not None:
            areas.append(_area(link, runs[start:end], line))
        start = end
    return areas


def _area(link: int, runs: Sequence[PlacedRun], line: PlacedLine) -> PlacedLink:
    left, right = runs[0].x, runs[-1].x + runs[-1].width
    return PlacedLink(link, Pt(line.x + left), line.top, Pt(right - left), line.height)


def back_anchor(anchor: str) -> str:
    """The name of the line on which a note is first marked: where the note leads back to."""
    return f"{anchor}-back"
