"""What holds on every page of every document, told from the flow and its pages alone.

`broken` names every fault it finds; an empty list is a sound document. It knows nothing of how
pages are made, so it may judge any of them.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefing.model.flow import (
    BandItem,
    BesideItem,
    BoxItem,
    ColumnsItem,
    FloatItem,
    Flow,
    GridItem,
    GroupItem,
    Item,
    ParagraphItem,
    SheetItem,
    TableItem,
)
from briefing.model.page import Page, Pages, Placed, PlacedDrawing, PlacedLine, PlacedRect
from tests.layout.besides import crowded
from tests.layout.stamped import badly_stamped, without_stamps
from tests.layout.story import Seen, Story, name

NEAR = 0.05
"""Points that do not count."""


def broken(flow: Flow, pages: Pages) -> list[str]:
    """Every fault of a document."""
    story, stamped = Story(flow), badly_stamped(flow, pages)
    pages = without_stamps(pages)
    return [
        *stamped,
        *outside(flow, story, pages),
        *overlapping(pages),
        *story.lost(pages),
        *disordered(story, pages),
        *strayed(story, pages),
        *mixed(story, pages),
        *astride(flow, story, pages),
        *apart(flow, story, pages),
        *uneven(flow, story, pages),
        *crowded(flow, pages),
        *astray(flow, pages),
        *unnamed(flow, pages),
        *unlinked(pages),
    ]


def astray(flow: Flow, pages: Pages) -> list[str]:
    """Notes that do not begin on the page of their first marker, or are out of order."""
    faults: list[str] = []
    marked: dict[int, int] = {}
    lines: dict[int, dict[int, int]] = {}
    for page in pages.pages:
        for line in _lines(page):
            for number in line.notes:
                marked.setdefault(number, page.number)
    order = list(marked)
    for page in pages.pages:
        notes = [(line.x, line.note) for line in _lines(page) if line.note is not None]
        for x in sorted({x for x, _ in notes}):  # each column has a foot of its own
            feet = [number for left, number in notes if left == x]
            if feet != sorted(feet, key=order.index):
                faults.append(f"page {page.number}: notes out of order: {feet}")
        for _, number in notes:
            on = lines.setdefault(number, {})
            on[page.number] = on.get(page.number, 0) + 1
    for number in range(len(flow.notes)):
        on = lines.get(number, {})
        if number not in marked:
            faults.append(f"note {number}: no marker is set")
        elif not on:
            faults.append(f"note {number}: not set")
        elif next(iter(on)) != marked[number]:
            faults.append(f"note {number}: on page {next(iter(on))}, marker on {marked[number]}")
    return faults


def lonely(flow: Flow, pages: Pages) -> list[str]:
    """Notes of which a single line stands on a page, though the note has more."""
    faults: list[str] = []
    for number in range(len(flow.notes)):
        counts = [sum(line.note == number for line in _lines(page)) for page in pages.pages]
        if sum(counts) > 1 and 1 in counts:
            faults.append(f"note {number}: a single line on page {counts.index(1) + 1}")
    return faults


def buried(pages: Pages) -> list[str]:
    """Notes that run on although another begins behind them, on the page where they begin."""
    faults: list[str] = []
    feet = [
        [line.note for line in _lines(page) if line.note is not None] for page in pages.pages
    ]  # fmt: skip
    begun: set[int] = set()
    for page, foot, later in zip(pages.pages, feet, [*feet[1:], []], strict=True):
        new = [number for number in dict.fromkeys(foot) if number not in begun]
        begun.update(new)
        faults += [
            f"page {page.number}: note {number} runs on, note {behind} stands behind it"
            for number, behind in pairwise(new)
            if number in later
        ]
    return faults


def outside(flow: Flow, story: Story, pages: Pages) -> list[str]:
    """Text and pictures that stand in the margins; those of sheets may."""
    paper = flow.style.paper
    sheets = {
        one.page.number for one in story.seen(pages) if one.part is not None and one.part.sheet
    }
    faults: list[str] = []
    for page in pages.pages:
        band = any(isinstance(item, PlacedRect) and item.role == "band" for item in page.items)
        top = 0.0 if band else paper.top
        bottom = paper.height - paper.bottom
        left, right = _margins(flow, page)
        if page.number in sheets:
            left, right, top, bottom = 0.0, paper.width, 0.0, paper.height
        for item in page.items:
            if isinstance(item, PlacedRect):
                continue
            x0, y0, x1, y1 = _box(item)
            sound = left - NEAR <= x0 and x1 <= right + NEAR
            if not _is_running(item):
                sound = sound and top - NEAR <= y0 and y1 <= bottom + NEAR
            if not sound:
                faults.append(f"page {page.number}: outside its place: {name(item)}")
    return faults


def overlapping(pages: Pages) -> list[str]:
    """Pairs of lines or pictures of which one stands on the other."""
    faults: list[str] = []
    for page in pages.pages:
        boxes = sorted(
            ((_box(item), name(item)) for item in page.items if not isinstance(item, PlacedRect)),
            key=lambda pair: pair[0][1],
        )
        for k, (one, what) in enumerate(boxes):
            for other, other_name in boxes[k + 1 :]:
                if other[1] >= one[3] - NEAR:
                    break
                if one[0] < other[2] - NEAR and other[0] < one[2] - NEAR:
                    faults.append(f"page {page.number}: {what} on {other_name}")
    return faults


def unnamed(flow: Flow, pages: Pages) -> list[str]:
    """Anchors that are missing, set twice, or not where what they name is."""
    faults: list[str] = []
    where: dict[str, int] = {}
    for anchor in pages.anchors:
        if anchor.name in where:
            faults.append(f"anchor '{anchor.name}' is set twice")
        where[anchor.name] = anchor.page
    wanted = [*_anchors(flow.items)]
    for number, note in enumerate(flow.notes):
        back = f"{note.anchor}-back"
        wanted += [note.anchor, back]
        for page in pages.pages:
            if any(line.note == number for line in _lines(page)):
                if where.get(note.anchor) != page.number:
                    faults.append(f"anchor '{note.anchor}' is not on page {page.number}")
                break
        for page in pages.pages:
            if any(number in line.notes for line in _lines(page)):
                if where.get(back) != page.number:
                    faults.append(f"anchor '{back}' is not on page {page.number}")
                break
    return faults + [f"anchor '{name}' is not set" for name in wanted if name not in where]


def unlinked(pages: Pages) -> list[str]:
    """Words of a link without an area over them."""
    faults: list[str] = []
    for page in pages.pages:
        for line in _lines(page):
            for run in line.runs:
                if run.link is not None and not any(
                    area.link == run.link
                    and area.x <= line.x + run.x + NEAR
                    and area.x + area.width >= line.x + run.x + run.width - NEAR
                    and area.y <= line.top + NEAR
                    and area.y + area.height >= line.top + line.height - NEAR
                    for area in page.links
                ):
                    faults.append(f"page {page.number}: no area for link {run.link}")
    return faults


def disordered(story: Story, pages: Pages) -> list[str]:
    """Text and pictures that stand before what they should follow; floats apart."""
    faults: list[str] = []
    reached = 0
    for page, item, part in story.seen(pages):
        if part is not None and part.float is None:
            if part.number < reached:
                faults.append(f"page {page.number}: out of order: {name(item)}")
            reached = max(reached, part.number)
    return faults


def strayed(story: Story, pages: Pages) -> list[str]:
    """Floats that are divided, out of order, before their call, or too near to text."""
    faults: list[str] = []
    ends: dict[int, int] = {}
    floats: dict[int, list[Seen]] = {}
    for one in story.seen(pages):
        if one.part is None:
            continue
        if one.part.float is None:
            ends[one.part.number] = one.page.number
        else:
            floats.setdefault(id(one.part.float), []).append(one)
    before = (0, 0.0)
    for found in floats.values():
        page, item, part = found[0]
        assert part is not None
        assert part.float is not None
        if any(one.page is not page for one in found):
            faults.append(f"page {page.number}: a float goes on: {name(item)}")
        place = (page.number, min(_box(one.item)[1] for one in found))
        if place <= before:
            faults.append(f"page {page.number}: a float out of order: {name(item)}")
        before = place
        called = max((on for number, on in ends.items() if number < part.number), default=1)
        if page.number < called:
            faults.append(f"page {page.number}: a float before its call: {name(item)}")
        faults += _too_near(found, part.float, part.sheet)
    return faults


def _too_near(found: list[Seen], item: FloatItem, sheet: bool) -> list[str]:
    own = {id(one.item) for one in found}
    boxes = [_box(one.item) for one in found]
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    page = found[0].page
    faults = [f"page {page.number}: a float on a sheet"] if sheet else []
    for other in page.items:
        if isinstance(other, PlacedRect) or id(other) in own or _is_running(other):
            continue
        if isinstance(other, PlacedLine) and not other.runs:  # an empty cell, perhaps its own
            continue
        _, above, _, below = _box(other)
        gap = item.gap if not isinstance(other, PlacedLine) or other.note is None else 0.0
        if above < bottom + gap - NEAR and below > top - gap + NEAR:
            faults.append(f"page {page.number}: too near to a float: {name(other)}")
    return faults


def mixed(story: Story, pages: Pages) -> list[str]:
    """Pages with parts of two chapters, and sheets that are not alone or have a label."""
    faults: list[str] = []
    chapters: dict[int, int] = {}
    for page in pages.pages:
        seen = [one for one in story.seen(pages) if one.page is page]
        on: set[int] = set()
        for _, item, part in seen:
            if part is None:
                continue
            on.add(part.chapter)
            if isinstance(item, PlacedLine):
                for note in item.notes:
                    chapters.setdefault(note, part.chapter)
        for _, item, _ in seen:
            if isinstance(item, PlacedLine) and item.note is not None:
                on.add(chapters.get(item.note, -1))
        if len(on) > 1:
            faults.append(f"page {page.number}: of chapters {sorted(on)}")
        sheet = any(one.part is not None and one.part.sheet for one in seen)
        if sheet and (page.label or any(map(_is_running, page.items))):
            faults.append(f"page {page.number}: a sheet with a label or running lines")
    return faults


def astride(flow: Flow, story: Story, pages: Pages) -> list[str]:
    """Text and pictures that stand in no column, though they should."""
    faults: list[str] = []
    for page, item, part in story.seen(pages):
        if part is None or part.columns is None:
            continue
        columns = story.columns[part.columns]
        pitch = _pitch(flow, columns)
        x0, _, x1, _ = _box(item)
        left = x0 - _margins(flow, page)[0] + NEAR
        number = int(left // pitch)
        right = (number + 1) * pitch - columns.gap
        if not (0 <= number < columns.count and left + x1 - x0 <= right + 3 * NEAR):
            faults.append(f"page {page.number}: in no column: {name(item)}")
    return faults


def apart(flow: Flow, story: Story, pages: Pages) -> list[str]:
    """Notes that begin in another column than that of their first marker, though they should."""
    faults: list[str] = []
    if not flow.style.paper.column_notes:
        return faults
    lefts: dict[int, float] = {}
    begun: set[int] = set()
    for page, item, part in story.seen(pages):
        if not isinstance(item, PlacedLine):
            continue
        left = _margins(flow, page)[0]
        if part is not None and part.columns is not None:
            pitch = _pitch(flow, story.columns[part.columns])
            for number in item.notes:
                lefts.setdefault(number, (item.x - left + NEAR) // pitch * pitch)
        elif part is not None:
            begun.update(item.notes)  # those of what reaches across may begin anywhere
        elif item.note in lefts and item.note not in begun:
            begun.add(item.note)
            if abs(item.x - left - lefts[item.note]) > NEAR:
                faults.append(f"note {item.note}: not in the column of its marker")
    return faults


def uneven(flow: Flow, story: Story, pages: Pages) -> list[str]:
    """Columns of nothing but running text that differ by more than three lines of it."""
    faults: list[str] = []
    if flow.style.paper.column_notes:
        return faults
    plain = [
        all(isinstance(i, ParagraphItem) and not i.style.keep_with_next for i in item.items)
        for item in story.columns
    ]
    extents: dict[tuple[int, int], dict[float, float]] = {}
    tops: dict[tuple[int, int], float] = {}
    for page, item, part in story.seen(pages):
        if part is None or part.columns is None or not plain[part.columns]:
            continue
        key, (x0, y0, _, y1) = (page.number, part.columns), _box(item)
        column = (x0 - _margins(flow, page)[0] + NEAR) // _pitch(flow, story.columns[key[1]])
        tops[key] = min(tops.get(key, y0), y0)
        bottoms = extents.setdefault(key, {})
        bottoms[column] = max(bottoms.get(column, y1), y1)
    body = flow.style.paragraphs["body"]
    for (number, columns), bottoms in extents.items():
        missing = story.columns[columns].count - len(bottoms)
        least = tops[number, columns] if missing else min(bottoms.values())
        if max(bottoms.values()) - least > 3 * body.leading + body.space_after + NEAR:
            faults.append(f"page {number}: uneven columns: {bottoms}")
    return faults


def _pitch(flow: Flow, item: ColumnsItem) -> float:
    """From the left edge of a column to that of the next."""
    return (flow.style.paper.measure + item.gap) / item.count


def _margins(flow: Flow, page: Page) -> tuple[float, float]:
    """The left and right edge of the text."""
    paper = flow.style.paper
    left = paper.outer if paper.facing and page.number % 2 == 0 else paper.inner
    return left, left + paper.measure


def _anchors(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        match item:
            case ParagraphItem(anchor=anchor) if anchor:
                yield anchor
            case GroupItem(items=inner, anchor=anchor):
                if anchor:
                    yield anchor
                yield from _anchors(inner)
            case BoxItem(items=inner) | BandItem(items=inner) | ColumnsItem(items=inner):
                yield from _anchors(inner)
            case FloatItem(item=one) | BesideItem(item=one):
                yield from _anchors((one,))
            case SheetItem(items=inner, last=last, anchor=anchor):
                if anchor:
                    yield anchor
                yield from _anchors((*inner, *last))
            case GridItem(cells=cells):
                for inside in cells:
                    yield from _anchors(inside)
            case TableItem(head=head, rows=rows):
                yield from _anchors(
                    cell.paragraph for row in (*head, *rows) for cell in row.own if cell is not None
                )
            case _:
                pass


def _lines(page: Page) -> Iterator[PlacedLine]:
    return (item for item in page.items if isinstance(item, PlacedLine))


def _is_running(item: Placed) -> bool:
    return isinstance(item, PlacedLine) and item.role in ("running-head", "running-foot")


def _box(item: PlacedLine | PlacedDrawing) -> tuple[float, float, float, float]:
    """Left, top, right, bottom; of a line, of the words on it."""
    if isinstance(item, PlacedDrawing):
        width, height = item.drawing.width, item.drawing.height
        return item.x, item.y, item.x + width, item.y + height
    start = item.runs[0].x if item.runs else 0.0
    return item.x + start, item.top, item.x + item.width, item.top + item.height


def white_above_notes(flow: Flow, pages: Pages) -> list[tuple[int, float, str]]:
    """For each page with notes, the white above them and what the next page begins with.

    The white is what stands there beside the least that must: the style's `note_gap`.

    Returns:
        Numbers of pages, points, and roles, such as ``body``, ``h1`` or ``drawing bars``; the role
        is empty if nothing goes on.
    """
    found: list[tuple[int, float, str]] = []
    firsts = [
        next((_role(item) for item in page.items if _is_text(item)), "") for page in pages.pages
    ]
    for page, after in zip(pages.pages, [*firsts[1:], ""], strict=True):
        rules = [i.y for i in page.items if isinstance(i, PlacedRect) and i.role == "note rule"]
        texts = [i for i in page.items if not isinstance(i, PlacedRect) and _is_text(i)]
        if rules and texts:
            end = max(_box(item)[3] for item in texts)
            found.append((page.number, min(rules) - flow.style.paper.note_gap - end, after))
    return found


def _is_text(item: Placed) -> bool:
    if isinstance(item, PlacedLine):
        return item.note is None and not _is_running(item)
    return isinstance(item, PlacedDrawing)


def _role(item: Placed) -> str:
    return item.role if isinstance(item, PlacedLine) else name(item)
