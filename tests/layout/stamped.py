"""What holds of markings, notices and watermarks, on every page of every document."""

from msgspec.structs import replace

from briefing.model.flow import Flow
from briefing.model.page import Page, Pages, Placed, PlacedDrawing, PlacedLine, PlacedRect
from tests.layout.story import name

Box = tuple[float, float, float, float]

NEAR = 0.05
"""Points that do not count."""


def without_stamps(pages: Pages) -> Pages:
    """The pages with nothing but what the flow holds."""
    bare = [
        replace(page, items=tuple(item for item in page.items if not _is_stamp(item)))
        for page in pages.pages
    ]
    return replace(pages, pages=tuple(bare))


def badly_stamped(flow: Flow, pages: Pages) -> list[str]:
    """Stamps that are missing, outside the paper, or on what can be read."""
    faults: list[str] = []
    for page in pages.pages:
        marks = [item for item in page.items if _is_mark(item)]
        notices = [item for item in page.items if _is_watermark(item, "notice")]
        across = [item for item in page.items if _is_watermark(item, "watermark")]
        beside = 4 if flow.marking and flow.restriction and len(marks) == 8 else 0
        upright = len(flow.notices) + (flow.restriction is not None and not beside)
        wanted = ((4 if flow.marking else 0) + beside, upright, 1 if flow.watermark else 0)
        if (len(marks), len(notices), len(across)) != wanted:
            faults.append(f"page {page.number}: {len(marks)} marks, {len(notices)} notices")
        faults += _misplaced(page, [*marks, *notices])
    return faults


def _misplaced(page: Page, stamps: list[Placed]) -> list[str]:
    boxes = [_box(stamp) for stamp in stamps]
    faults: list[str] = []
    for left, top, right, bottom in boxes:
        if left < 0 or top < 0 or right > page.width or bottom > page.height:
            faults.append(f"page {page.number}: a stamp outside the paper")
    for item in page.items:
        if _is_stamp(item) or isinstance(item, PlacedRect) or getattr(item, "leaf", 0) is None:
            continue
        if isinstance(item, PlacedDrawing) and item.drawing.width >= page.width - NEAR:
            continue  # the picture of a sheet, which no text stands on
        if any(_overlap(_box(item), box) for box in boxes):
            faults.append(f"page {page.number}: a stamp on {name(item)}")
    return faults


def _is_stamp(item: Placed) -> bool:
    return _is_mark(item) or (isinstance(item, PlacedDrawing) and item.role == "watermark")


def _is_mark(item: Placed) -> bool:
    return not isinstance(item, PlacedDrawing) and item.role.endswith(" marking")


def _is_watermark(item: Placed, called: str) -> bool:
    return (
        isinstance(item, PlacedDrawing) and item.role == "watermark" and item.drawing.id == called
    )


def _overlap(one: Box, other: Box) -> bool:
    across = one[0] < other[2] - NEAR and other[0] < one[2] - NEAR
    return across and one[1] < other[3] - NEAR and other[1] < one[3] - NEAR


def _box(item: Placed) -> Box:
    if isinstance(item, PlacedDrawing):
        width, height = item.drawing.width, item.drawing.height
        return item.x, item.y, item.x + width, item.y + height
    if isinstance(item, PlacedRect):
        return item.x, item.y, item.x + item.width, item.y + item.height
    start = item.runs[0].x if isinstance(item, PlacedLine) and item.runs else 0.0
    return item.x + start, item.top, item.x + item.width, item.top + item.height
