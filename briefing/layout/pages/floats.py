"""Floats wait in a queue, in the order of their calls, until a page takes the first of them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from briefing.layout.galley import Chapter, Galley
from briefing.layout.strip.course import Float
from briefing.layout.strip.notes import SLACK
from briefing.model.flow import ParagraphItem

LITTLE = 0.25
"""Share of a region that must be left for text beside a float."""

DELAY = 30.0
"""Cost of each float that has been called and goes on to another page."""

ALBUM = 150.0
"""Cost of a page of floats that might stand beside text."""

Side = Literal["top", "foot"]


class Load(NamedTuple):
    """Floats that a page takes.

    Attributes:
        upto: The number of the first that it does not take.
        height: With the gaps between them and the text.
        least: The entry before which the page may end at the earliest, so that it holds the calls.
    """

    upto: int
    height: float
    least: int


def loads(galley: Galley, chapter: Chapter, entry: int, first: int) -> Iterator[Load]:
    """What a page with text may take that begins with `entry`, `first` being the next float."""
    yield Load(first, 0.0, entry + 1)
    height, was_at_foot = 0.0, False
    crowned = crowns(galley, chapter, entry)
    for number in range(first, chapter.last):
        item = galley.floats[number]
        if is_alone(galley, item):
            return
        at_foot = side(item, crowned) == "foot"
        height += item.height + item.gap
        if (was_at_foot and not at_foot) or height >= galley.height:
            return
        was_at_foot = at_foot
        yield Load(number + 1, height, max(entry + 1, galley.calls[number]))


def is_alone(galley: Galley, item: Float) -> bool:
    """Whether a float has a page without text."""
    room = galley.height - item.height - item.gap
    return item.position == "page" or room < LITTLE * galley.height


def crowns(galley: Galley, chapter: Chapter, entry: int) -> bool:
    """Whether nothing may stand above an entry with which a page begins: a chapter's heading."""
    if entry != chapter.start:
        return False
    first = galley.entries[entry]
    source = first.source
    return bool(first.lift) or (isinstance(source, ParagraphItem) and source.style.keep_with_next)


def side(item: Float, crowned: bool) -> Side:
    """Where a float stands beside text."""
    return "foot" if crowned or item.position == "foot" else "top"


def page_of_floats(galley: Galley, first: int, called: int, *, text: bool) -> Load | None:
    """What a page without text takes of those that were called, from number `first` on.

    Where there is still text to be set, those wait that may stand beside it.
    """
    floats, number = galley.floats, first + 1
    if first >= called or (text and not is_alone(galley, floats[first])):
        return None
    height = floats[first].height
    if not is_alone(galley, floats[first]):
        for item in floats[number:called]:
            more = item.gap + item.height
            if is_alone(galley, item) or height + more > galley.height + SLACK:
                break
            height, number = height + more, number + 1
    return Load(number, height, 0) if height <= galley.height + SLACK else None


class Standing(NamedTuple):
    """A float by its number, and its top."""

    number: int
    y: float


def beside_text(
    galley: Galley, chapter: Chapter, entry: int, first: int, upto: int, bottom: float
) -> tuple[list[Standing], float]:
    """Where floats stand on a page with text: above it, or below it down to `bottom`.

    Returns:
        The floats, and the top of the text.
    """
    crowned = crowns(galley, chapter, entry)
    floats = [(number, galley.floats[number]) for number in range(first, upto)]
    found: list[Standing] = []
    top = 0.0
    low = bottom - sum(f.height + f.gap for _, f in floats if side(f, crowned) == "foot")
    for number, item in floats:
        if side(item, crowned) == "top":
            found.append(Standing(number, top))
            top += item.height + item.gap
        else:
            found.append(Standing(number, low + item.gap))
            low += item.gap + item.height
    return found, top


def without_text(galley: Galley, first: int, upto: int) -> list[Standing]:
    """Where floats stand on a page without text: one below the other."""
    found: list[Standing] = []
    y = 0.0
    for number in range(first, upto):
        item = galley.floats[number]
        y += item.gap if found else 0.0
        found.append(Standing(number, y))
        y += item.height
    return found
