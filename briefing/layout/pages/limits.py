"""What no page can hold, and documents longer or shorter than they may be."""

from collections.abc import Sequence
from math import ceil

from briefing.errors import Diagnostic, Location
from briefing.layout.galley import Galley
from briefing.layout.lines.places import place_of
from briefing.layout.pages.numbering import Side
from briefing.layout.pages.region import Region
from briefing.layout.strip.course import Float
from briefing.layout.strip.entries import Entry
from briefing.layout.strip.notes import SLACK, fill_foot
from briefing.model.flow import BandItem, DrawingItem, Flow, GridItem, Item, TableItem

HINT_PAGES = "under 'pages' in the document's front matter"


def unplaceable(galley: Galley, region: Region, where: Location) -> list[Diagnostic]:
    """Every entry that does not fit a region of its own, with a line of each of its notes.

    Likewise every float that does not fit a page.
    """
    problems: list[Diagnostic] = []
    due = galley.due
    for k, entry in enumerate(galley.entries):
        height = galley.lead[k] + entry.height + galley.tail[k]
        room = region.height - height
        if room < 0:
            problems.append(_too_tall(entry, height, region, where))
        elif fill_foot(galley.notes, (), due[k], due[k + 1], room, 1) is None:
            problems.append(_too_many_notes(entry, due[k + 1] - due[k], where))
    for item in galley.floats:
        if item.height > region.height + SLACK:
            problems.append(_float_too_tall(item, region, where))
    return problems


def _too_tall(entry: Entry, height: float, region: Region, where: Location) -> Diagnostic:
    return Diagnostic(
        place_of(entry.source) or where,
        f"{_what(entry.source)} is {height:.0f} pt tall, a page has {region.height:.0f} pt",
        "make it lower, or divide it",
    )


def _float_too_tall(item: Float, region: Region, where: Location) -> Diagnostic:
    alone = item.position == "page"
    wish = "have a page of its own" if alone else f"stand at the {item.position}"
    return Diagnostic(
        place_of(item.source) or where,
        f"what is to {wish} is {item.height:.0f} pt tall, a page has {region.height:.0f} pt",
        "make it lower, or let it stand where it is written",
    )


def _too_many_notes(entry: Entry, count: int, where: Location) -> Diagnostic:
    return Diagnostic(
        place_of(entry.source) or where,
        f"{_what(entry.source)} leaves no room on its page for the beginnings of its {count} notes",
        "make it lower, or give it fewer notes",
    )


def _what(item: Item) -> str:
    match item:
        case DrawingItem(drawing=drawing):
            return f"the drawing '{drawing.id}'"
        case GridItem():
            return "a row of the grid"
        case TableItem():
            return "a row of the table"
        case BandItem():
            return "the title band"
        case _:
            return "a line of text"


def page_count_problem(flow: Flow, sides: Sequence[Side]) -> Diagnostic | None:
    """What is wrong with the number of pages, with the number of lines to cut or to add."""
    count, most, least = len(sides), flow.most_pages, flow.least_pages
    name = f"{flow.name!r} has " if flow.name else ""
    leading = flow.style.paragraphs["body"].leading
    paper = flow.style.paper
    height = (paper.height - paper.top - paper.bottom) * paper.columns
    if most is not None and count > most:
        over = sum(side.plan.extent for side in sides[most:] if side.plan is not None)
        lines = max(1, ceil(over / leading))
        return Diagnostic(
            flow.where,
            f"{name}{_pages(count)}, at most {most} wanted; about {_lines(lines)} too many",
            f"shorten the text, or allow more pages {HINT_PAGES}",
        )
    if count < least:
        last = sides[-1].plan
        white = (least - count) * height - (last.extent if last is not None else 0.0)
        lines = max(0, ceil(white / leading)) + 1
        return Diagnostic(
            flow.where,
            f"{name}{_pages(count)}, at least {least} wanted; about {_lines(lines)} too few",
            f"write more, or allow fewer pages {HINT_PAGES}",
        )
    return None


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"
