"""Put everything in its place on its page."""

from collections.abc import Iterable, Sequence
from math import inf

from msgspec import Struct

from briefing.layout.galley import Galley
from briefing.layout.lines.pieces import Piece, SetLine, SetRect
from briefing.layout.links import back_anchor, link_areas
from briefing.layout.pages.columnwise import Feet
from briefing.layout.pages.floats import Standing
from briefing.layout.pages.numbering import Side, labels_of_anchors
from briefing.layout.pages.plans import Plan
from briefing.layout.pages.region import Region
from briefing.layout.pages.stacks import Block
from briefing.layout.stamps import Stamps
from briefing.layout.stamps.running import Labels, Running, Values, filled
from briefing.layout.strip.entries import Entry, walk
from briefing.layout.strip.notes import RULE
from briefing.model.flow import Flow, SheetItem
from briefing.model.page import (
    Anchor,
    Page,
    Placed,
    PlacedDrawing,
    PlacedLine,
    PlacedLink,
    PlacedRect,
)
from briefing.model.style import SheetStyle
from briefing.text.fonts import Fonts
from briefing.units import Pt


class Sheet:
    """A page while things are put on it."""

    def __init__(self, number: int, values: Values, labels: Labels, fonts: Fonts) -> None:
        self.number = number
        self.items: list[Placed] = []
        self.links: list[PlacedLink] = []
        self.anchors: list[Anchor] = []
        self._values = values
        self._labels = labels
        self._fonts = fonts

    def put(self, pieces: Iterable[Piece], x: float, y: float) -> None:
        """Place the pieces of a box whose top-left corner is (x, y)."""
        items = self.items
        for piece in pieces:
            left, top = Pt(x + piece.x), Pt(y + piece.y)
            if isinstance(piece, SetLine):
                if piece.varies is not None:
                    piece = filled(piece, self._values, self._fonts, self._labels)
                runs, _, _, width, height, down, role, notes, note, _ = piece
                line = PlacedLine(
                    runs, Pt(y + down), left, top, Pt(width), Pt(height), role, notes, note
                )
                items.append(line)
                for run in runs:
                    if run.link is not None:
                        self.links += link_areas(line)
                        break
            elif isinstance(piece, SetRect):
                _, _, width, height, fill, role = piece
                items.append(PlacedRect(left, top, Pt(width), Pt(height), fill, role))
            else:
                items.append(PlacedDrawing(piece.drawing, left, top, piece.leaf))

    def name(self, anchor: str, x: float, y: float) -> None:
        """Name a place."""
        self.anchors.append(Anchor(anchor, self.number, Pt(x), Pt(y)))


class Placer(Struct, frozen=True):
    """Places what was planned for each page."""

    flow: Flow
    galley: Galley
    running: Running
    region: Region
    fonts: Fonts
    stamps: Stamps

    def pages(self, sides: Sequence[Side]) -> tuple[tuple[Page, ...], tuple[Anchor, ...]]:
        """All pages, and the names of all places on them."""
        pages: list[Page] = []
        anchors: list[Anchor] = []
        paper, mark = self.flow.style.paper, ""
        names = [note.anchor for note in self.flow.notes]
        labels = labels_of_anchors(self.galley, sides, names)
        for side in sides:
            plan = side.plan
            marks = self._marks(plan) if plan is not None else []
            values: Values = {
                "page": side.label,
                "pages": str(len(sides)),
                "mark": marks[0] if marks else mark,
            }
            mark = marks[-1] if marks else mark
            sheet = Sheet(side.number, values, labels, self.fonts)
            if plan is not None:
                self._put(sheet, plan, side)
            if not side.bare:
                sheet.items += self.running.lines(values, side.number == 1, side.even)
            anchors += sheet.anchors
            look = self._style_of(side)
            items = self.stamps.on(sheet.items, even=side.even, sheet=look)
            pages.append(
                Page(
                    side.number, side.label, paper.width, paper.height,
                    tuple(items), tuple(sheet.links),
                )
            )  # fmt: skip
        return tuple(pages), tuple(anchors)

    def _style_of(self, side: Side) -> SheetStyle | None:
        """How a sheet looks; None for a page of text and an empty one."""
        if side.plan is None or not side.bare:
            return None
        item = self.galley.entries[side.plan.blocks[0].start].source
        return item.style if isinstance(item, SheetItem) else None

    def _marks(self, plan: Plan) -> list[str]:
        entries = self.galley.entries
        return [
            entry.mark
            for block in plan.blocks
            for entry in entries[block.start : block.end]
            if entry.mark
        ]

    def _put(self, sheet: Sheet, plan: Plan, side: Side) -> None:
        """Put everything on a page, from top to bottom but for the columns."""
        paper = self.flow.style.paper
        x, y = self.region.x, self.region.y
        if side.even and paper.facing:
            x = paper.outer
        text = plan.blocks[0].y if plan.blocks else inf
        for standing in plan.floats:
            if standing.y < text:
                self._put_float(sheet, standing, x, y)
        for block in plan.blocks:
            if side.bare:
                self._put_block(sheet, block, 0.0, 0.0)
            else:
                self._put_block(sheet, block, x + block.x, y + block.y)
        for standing in plan.floats:
            if standing.y >= text:
                self._put_float(sheet, standing, x, y)
        for feet in plan.feet:
            self._put_notes(sheet, feet, x + feet.x, y + feet.y)

    def _put_float(self, sheet: Sheet, standing: Standing, x: float, y: float) -> None:
        item = self.galley.floats[standing.number]
        top = y + standing.y
        sheet.put(item.pieces, x, top)
        for name, across, down in item.spots:
            sheet.name(name, x + across, top + down)

    def _put_block(self, sheet: Sheet, block: Block, x: float, y: float) -> None:
        walked = walk(self.galley.entries, block.start, block.end, y, block.more)
        sheet.put(walked.grounds, x, 0.0)
        if walked.header is not None:
            top, header = walked.header
            sheet.put(header.pieces, x, top)
        due = self.galley.due
        for k, (top, entry) in enumerate(walked.entries, block.start):
            if entry.lift:
                self._put_band(sheet, entry, x, top)
            else:
                sheet.put(entry.pieces, x, top)
            for name, across, down in entry.spots:
                sheet.name(name, x + across, top + down)
            for place in range(due[k], due[k + 1]):
                self._name_marker(sheet, place, entry, x, top)

    def _put_band(self, sheet: Sheet, entry: Entry, x: float, y: float) -> None:
        """Put what reaches over the margins at the paper's edge, wherever the text stands."""
        for piece in entry.pieces:
            sheet.put((piece,), self.region.x if piece.x < 0 else x, y)

    def _name_marker(self, sheet: Sheet, place: int, entry: Entry, x: float, y: float) -> None:
        """Name the line on which a note is first marked, for the way back from the note."""
        number = self.galley.notes.queue[place].number
        for piece in entry.pieces:
            if isinstance(piece, SetLine) and number in piece.notes:
                name = back_anchor(self.flow.notes[number].anchor)
                sheet.name(name, x + piece.x, y + piece.y)
                return

    def _put_notes(self, sheet: Sheet, feet: Feet, x: float, top: float) -> None:
        """Set notes under a rule that is longer where a note runs on."""
        notes, paper, parts = self.galley.notes, self.flow.style.paper, feet.parts
        length = feet.width if parts[0].first else min(paper.note_rule, feet.width)
        colour = self.flow.style.paragraphs["note"].text.colour
        sheet.put((SetRect(0.0, paper.note_gap, length, RULE, colour, "note rule"),), x, top)
        y = top + notes.gap
        for part in parts:
            note = notes.queue[part.place]
            y += note.white if part is not parts[0] else 0.0
            if part.first == 0:
                sheet.name(self.flow.notes[note.number].anchor, x, y)
            for line in note.lines[part.first : part.last]:
                sheet.put((line,), x, y)
                y += note.height
