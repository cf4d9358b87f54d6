"""Small flows for tests, and the style they are set in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model.drawing import Drawing
from briefing.model.flow import (
    BandItem,
    BoxItem,
    DrawingItem,
    Flow,
    GridItem,
    GroupItem,
    Item,
    LinkItem,
    Metadata,
    NoteItem,
    ParagraphItem,
    Run,
    RunningLine,
    TableCell,
    TableItem,
    TableRow,
)
from briefing.model.structure import Node
from briefing.model.style import (
    BandStyle,
    BoxStyle,
    ChartStyle,
    Family,
    PaperStyle,
    ParagraphName,
    ParagraphStyle,
    Style,
    TableStyle,
    TextStyle,
)
from briefing.units import Pt

FACES = Path(__file__).parents[2] / "styles" / "fonts"
WHERE = Location("content/documents/test.md", 1)
NONE = Pt(0)
INK, BLUE, PALE, GREY = "#1a1a1a", "#00558c", "#e6eef5", "#808080"


def _family(folder: str, name: str) -> Family:
    def face(member: str) -> str:
        return str(FACES / folder / f"{name}-{member}.ttf")

    return Family(face("Regular"), face("It"), face("Semibold"), face("SemiboldIt"), ())


FAMILIES = {
    "serif": _family("source-serif-4", "SourceSerif4"),
    "sans": _family("source-sans-3", "SourceSans3"),
}
BODY = TextStyle("serif", 10, INK)
BOLD = TextStyle("serif", 10, INK, bold=True)
NOTE = TextStyle("serif", 8, INK)
MARKER = TextStyle("serif", 6, BLUE, rise=3.4)
SANS = TextStyle("sans", 8, INK)
STRONG = TextStyle("sans", 8, INK, bold=True)
HEADING = TextStyle("sans", 14, BLUE, bold=True)
TITLE = TextStyle("sans", 18, "#ffffff", bold=True)
RUNNING = TextStyle("sans", 7, GREY)

_TEXT = ParagraphStyle(BODY, Pt(13), space_after=Pt(6))
_SMALL = ParagraphStyle(SANS, Pt(10))
PARAGRAPHS: dict[ParagraphName, ParagraphStyle] = dict.fromkeys(get_args(ParagraphName), _SMALL)
PARAGRAPHS |= {
    "body": _TEXT,
    "h1": ParagraphStyle(
        HEADING, Pt(18), space_before=Pt(16), space_after=Pt(6), keep_with_next=True,
        keep_together=True,
    ),
    "bullet": replace(_TEXT, left=Pt(14), space_after=Pt(3)),
    "note": ParagraphStyle(NOTE, Pt(10), space_after=Pt(2)),
    "table-head": ParagraphStyle(STRONG, Pt(10)),
    "table-cell": replace(_SMALL, space_after=Pt(1)),
    "figure-note": replace(_SMALL, space_before=Pt(3)),
    "fact-value": ParagraphStyle(HEADING, Pt(16)),
    "fact-label": replace(_SMALL, space_before=Pt(1)),
    "figure-title": ParagraphStyle(STRONG, Pt(11), space_after=Pt(4), keep_with_next=True),
    "band-title": ParagraphStyle(TITLE, Pt(22)),
    "running-head": ParagraphStyle(RUNNING, Pt(9)),
    "running-foot": ParagraphStyle(RUNNING, Pt(9)),
}  # fmt: skip

BOX = BoxStyle(PALE, BLUE, "left", Pt(2), Pt(8), Pt(6), Pt(10), Pt(10))
TABLE = TableStyle(BLUE, GREY, PALE, Pt(4), Pt(3), Pt(8), Pt(8))
PAPER = PaperStyle(
    width=Pt(320), height=Pt(340), top=Pt(40), bottom=Pt(40), inner=Pt(30), outer=Pt(30),
    head=Pt(24), foot=Pt(20), note_gap=Pt(8), note_rule=Pt(60), column_gap=Pt(12),
)  # fmt: skip


def style(paper: PaperStyle = PAPER, **paragraphs: ParagraphStyle) -> Style:
    """The test style; paragraphs by name, hyphens as underscores."""
    changed = {k.replace("_", "-"): v for k, v in paragraphs.items()}
    return Style(
        name="test",
        paper=paper,
        families=FAMILIES,
        palette={},
        paragraphs={**dict[str, ParagraphStyle](PARAGRAPHS.items()), **changed},
        boxes={"box": BOX},
        table=TABLE,
        band=BandStyle(BLUE, INK, Pt(20), Pt(12), Pt(12)),
        chart=ChartStyle(BLUE, GREY, (BLUE,), GREY, INK, SANS, SANS),
        link=BLUE,
        addresses="printed",
        where=WHERE,
    )


@dataclass
class Writer:
    """Makes items; each run gets a leaf of its own, each marker its note."""

    style: Style = field(default_factory=style)
    notes: list[NoteItem] = field(default_factory=list)
    links: list[LinkItem] = field(default_factory=list)
    leaves: int = 0
    lines: int = 0

    def run(self, text: str, look: TextStyle = BODY, **more: Any) -> Run:
        self.leaves += 1
        return Run(text, look, self.leaves, "en", where=self._where(), **more)

    def paragraph(
        self,
        text: str,
        name: ParagraphName = "body",
        *,
        notes: Sequence[str | int] = (),
        **more: Any,
    ) -> ParagraphItem:
        """A paragraph; each ``^`` in the text is a marker, of a new note or a known one."""
        paragraph = self.style.paragraphs[name]
        self.lines += 1
        runs: list[Run] = []
        for k, part in enumerate(text.split("^")):
            if k:
                note = notes[k - 1]
                number = self.note(note) if isinstance(note, str) else note
                runs.append(self.run(str(number + 1), MARKER, note=number))
            if part:
                runs.append(self.run(part, paragraph.text))
        return ParagraphItem(tuple(runs), paragraph, **more)

    def note(self, text: str) -> int:
        number = len(self.notes)
        self.notes.append(None)  # type: ignore[arg-type]
        words = self.run(f"{number + 1} {text}", self.style.paragraphs["note"].text)
        paragraph = ParagraphItem((words,), self.style.paragraphs["note"])
        self.notes[number] = NoteItem(paragraph, f"note-{number + 1}")
        return number

    def bullet(self, text: str, label: str = "•") -> ParagraphItem:
        return self.paragraph(text, "bullet", label=(self.run(label),))

    def link(self, target: str) -> int:
        self.links.append(LinkItem(target, f"opens {target}"))
        return len(self.links) - 1

    def drawing(self, height: float, width: float = 200.0, name: str = "bars") -> DrawingItem:
        self.leaves += 1
        self.lines += 1
        drawing = Drawing(name, Pt(width), Pt(height), (), "bars", "", self._where())
        return DrawingItem(drawing, self.leaves, Pt(4), Pt(4))

    def group(self, *items: Item, **more: Any) -> GroupItem:
        return GroupItem(items, Pt(8), Pt(8), **more)

    def box(self, *items: Item) -> BoxItem:
        return BoxItem(items, BOX)

    def grid(self, *cells: Sequence[Item], columns: int = 2, rule: str | None = None) -> GridItem:
        return GridItem(
            tuple(tuple(cell) for cell in cells), columns, Pt(12), Pt(10), rule, Pt(8), Pt(8)
        )

    def row(
        self,
        *texts: str,
        name: ParagraphName = "table-cell",
        notes: Sequence[str | int] = (),
        **more: Any,
    ) -> TableRow:
        """A row of these texts; `notes` are those of all markers in it, in order."""
        left = list(notes)
        cells: list[ParagraphItem] = []
        for text in texts:
            count = text.count("^")
            cells.append(self.paragraph(text, name, notes=left[:count]))
            del left[:count]
        return self.row_of(cells, **more)

    def row_of(self, cells: Sequence[Item], **more: Any) -> TableRow:
        paragraphs = [cell for cell in cells if isinstance(cell, ParagraphItem)]
        return TableRow(tuple(map(TableCell, paragraphs)), **more)

    def table(self, head: TableRow | None, *rows: TableRow) -> TableItem:
        return TableItem((head,) if head else (), rows, TABLE)

    def band(self, *texts: str) -> BandItem:
        items = tuple(self.paragraph(text, "band-title") for text in texts)
        return BandItem(items, BLUE, INK, Pt(20), Pt(12), Pt(12))

    def running(self, left: str, right: Sequence[Run] = (), *, first: bool = True) -> RunningLine:
        look = self.style.paragraphs["running-head"]
        runs = (Run(left, look.text, None, "en"),) if left else ()
        return RunningLine(runs, tuple(right), look, look, GREY, first)

    def flow(self, *items: Item, **more: Any) -> Flow:
        settings: dict[str, Any] = {
            "head": None, "foot": None, "outline": (), "attachments": (),
            "least_pages": 0, "most_pages": None, **more,
        }  # fmt: skip
        return Flow(
            items=items,
            notes=tuple(self.notes),
            links=tuple(self.links),
            structure=Node("Document"),
            style=self.style,
            metadata=Metadata("Test", (), "", (), "en", "2022-10-03", "", ""),
            where=WHERE,
            **settings,
        )

    def _where(self) -> Location:
        return Location("content/sections/test.md", self.lines + 1)
