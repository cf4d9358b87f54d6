"""Put everything in its place on its page."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing.layout.entries import Entry, walk
from briefing.layout.galley import Galley
from briefing.layout.links import back_anchor, link_areas
from briefing.layout.notes import RULE
from briefing.layout.pieces import Piece, SetLine, SetRect
from briefing.layout.region import Cut, Region
from briefing.layout.running import Running, Values, filled
from briefing.model.flow import Flow
from briefing.model.page import (
    Anchor,
    Page,
    Placed,
    PlacedDrawing,
    PlacedLine,
    PlacedLink,
    PlacedRect,
)
from briefing.text.fonts import Fonts
from briefing.units import Pt


class Sheet:
    """A page while things are put on it."""

    def __init__(self, number: int, values: Values, fonts: Fonts) -> None:
        self.number = number
        self.items: list[Placed] = []
        self.links: list[PlacedLink] = []
        self.anchors: list[Anchor] = []
        self._values = values
        self._fonts = fonts

    def put(self, pieces: Iterable[Piece], x: float, y: float) -> None:
        """Place the pieces of a box whose top-left corner is (x, y)."""
        items = self.items
        for piece in pieces:
            left, top = Pt(x + piece.x), Pt(y + piece.y)
            if isinstance(piece, SetLine):
                if piece.varies is not None:
                    piece = filled(piece, self._values, self._fonts)
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
    """Places what a cut of the galley holds."""

    flow: Flow
    galley: Galley
    running: Running
    fonts: Fonts

    def pages(
        self, cuts: Sequence[Cut], region: Region
    ) -> tuple[tuple[Page, ...], tuple[Anchor, ...]]:
        """All pages, a region each, and the names of all places on them."""
        pages: list[Page] = []
        anchors: list[Anchor] = []
        paper, mark = self.flow.style.paper, ""
        for number, cut in enumerate(cuts, start=1):
            marks = [entry.mark for entry in self._entries(cut) if entry.mark]
            label = str(number)
            values: Values = {
                "page": label,
                "pages": str(len(cuts)),
                "mark": marks[0] if marks else mark,
            }
            mark = marks[-1] if marks else mark
            sheet = Sheet(number, values, self.fonts)
            self._put_text(sheet, cut, region)
            self._put_notes(sheet, cut, region)
            sheet.items += self.running.lines(values, first=number == 1)
            anchors += sheet.anchors
            pages.append(
                Page(
                    number, label, paper.width, paper.height,
                    tuple(sheet.items), tuple(sheet.links),
                )
            )  # fmt: skip
        return tuple(pages), tuple(anchors)

    def _entries(self, cut: Cut) -> Sequence[Entry]:
        return self.galley.entries[cut.start.entry : cut.next.entry]

    def _put_text(self, sheet: Sheet, cut: Cut, region: Region) -> None:
        x = region.x
        start, end = cut.start.entry, cut.next.entry
        walked = walk(self.galley.entries, start, end, region.y)
        sheet.put(walked.grounds, x, 0.0)
        if walked.header is not None:
            y, header = walked.header
            sheet.put(header.pieces, x, y)
        due = self.galley.due
        for k, (y, entry) in enumerate(walked.entries, start):
            sheet.put(entry.pieces, x, y)
            for name, across, down in entry.spots:
                sheet.name(name, x + across, y + down)
            for place in range(due[k], due[k + 1]):
                self._name_marker(sheet, place, entry, x, y)

    def _name_marker(self, sheet: Sheet, place: int, entry: Entry, x: float, y: float) -> None:
        """Name the line on which a note is first marked, for the way back from the note."""
        number = self.galley.notes.queue[place].number
        for piece in entry.pieces:
            if isinstance(piece, SetLine) and number in piece.notes:
                name = back_anchor(self.flow.notes[number].anchor)
                sheet.name(name, x + piece.x, y + piece.y)
                return

    def _put_notes(self, sheet: Sheet, cut: Cut, region: Region) -> None:
        """Set the notes at the foot, under a rule that is longer where a note runs on."""
        if not cut.foot:
            return
        notes, due, paper = self.galley.notes, self.galley.due, self.flow.style.paper
        first, last = due[cut.start.entry], due[cut.next.entry]
        parts = notes.parts(cut.start.carried, first, last, cut.next.carried)
        top = region.y + region.height - cut.foot
        length = region.width if parts[0].first else paper.note_rule
        colour = self.flow.style.paragraphs["note"].text.colour
        rule = SetRect(0.0, paper.note_gap, length, RULE, colour, "note rule")
        sheet.put((rule,), region.x, top)
        y = top + notes.gap
        for part in parts:
            note = notes.queue[part.place]
            y += note.white if part is not parts[0] else 0.0
            if part.first == 0:
                sheet.name(self.flow.notes[note.number].anchor, region.x, y)
            for line in note.lines[part.first : part.last]:
                sheet.put((line,), region.x, y)
                y += note.height
