"""Sets pages by hand for the tests of `pdf`, greedily and without the stages before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from briefing.errors import Location
from briefing.model.drawing import Drawing
from briefing.model.flow import Attachment, LinkItem, Metadata, OutlineEntry
from briefing.model.page import (
    Anchor,
    Page,
    Pages,
    Placed,
    PlacedDrawing,
    PlacedLine,
    PlacedLink,
    PlacedRect,
    PlacedRun,
)
from briefing.model.structure import Leaf, Node
from briefing.model.style import (
    BandStyle,
    ChartStyle,
    Family,
    PaperStyle,
    Style,
    TableStyle,
    TextStyle,
)
from briefing.text.fonts import Fonts, fonts_of
from briefing.units import Pt

FACES = Path(__file__).parents[2] / "styles" / "fonts"
WHERE = Location("test", 1)
WIDTH, HEIGHT, MARGIN = 420.0, 595.0, 60.0
NONE = Pt(0)


def _family(folder: str, name: str, *fallback: str) -> Family:
    regular, italic, bold, both = (
        str(FACES / folder / f"{name}-{face}.ttf")
        for face in ("Regular", "It", "Semibold", "SemiboldIt")
    )
    return Family(regular, italic, bold, both, fallback)


FAMILIES = {
    "serif": _family("source-serif-4", "SourceSerif4", "sans"),
    "sans": _family("source-sans-3", "SourceSans3"),
}
BODY = TextStyle("serif", 10, "#1a1a1a")
BOLD = TextStyle("serif", 10, "#1a1a1a", bold=True)
ITALIC = TextStyle("serif", 10, "#1a1a1a", italic=True)
LINK = TextStyle("serif", 10, "#00558c")
SMALL_CAPITALS = TextStyle("serif", 10, "#1a1a1a", features=("smcp", "c2sc"), tracking=0.4)
MARKER = TextStyle("serif", 6, "#00558c", rise=3.5)
NOTE = TextStyle("serif", 8, "#1a1a1a")
HEADING = TextStyle("sans", 15, "#003a5d", bold=True)
LABEL = TextStyle("sans", 7.5, "#404040")
RUNNING = TextStyle("sans", 7, "#666666")


class Piece(Struct, frozen=True):
    """Words of one look; soft hyphens say where a word may be broken."""

    text: str
    leaf: Leaf | None
    style: TextStyle = BODY
    link: int | None = None


class _Token(Struct, frozen=True):
    piece: int
    text: str


@dataclass(slots=True)
class Desk:
    """Where pages are put together, from top to bottom."""

    families: dict[str, Family] = field(default_factory=lambda: dict(FAMILIES))
    items: list[Placed] = field(default_factory=list)
    links: list[PlacedLink] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    leaves: int = 0
    y: float = MARGIN

    @property
    def fonts(self) -> Fonts:
        return fonts_of(self.families)

    def leaf(self) -> Leaf:
        self.leaves += 1
        return self.leaves

    def anchor(self, name: str, *, y: float = 0.0) -> None:
        self.anchors.append(Anchor(name, len(self.pages) + 1, Pt(MARGIN), Pt(y or self.y)))

    def page(self, label: str = "") -> None:
        """End the page and begin the next."""
        number = len(self.pages) + 1
        self.pages.append(
            Page(
                number,
                label or str(number),
                Pt(WIDTH),
                Pt(HEIGHT),
                tuple(self.items),
                tuple(self.links),
            )
        )
        self.items, self.links, self.y = [], [], MARGIN

    def rect(self, height: float, fill: str, role: str, *, y: float = 0.0) -> None:
        place = (Pt(MARGIN), Pt(y or self.y), Pt(WIDTH - 2 * MARGIN), Pt(height))
        self.items.append(PlacedRect(*place, fill, role))

    def drawing(self, drawing: Drawing, leaf: Leaf) -> None:
        self.items.append(PlacedDrawing(drawing, Pt(MARGIN), Pt(self.y), leaf))
        self.y += drawing.height

    def line(
        self,
        pieces: Sequence[Piece],
        *,
        role: str = "body",
        x: float = MARGIN,
        y: float = 0.0,
        soft_hyphen: bool = False,
    ) -> None:
        """Set a single line; `y` is its baseline, else the cursor's."""
        tokens = [_Token(index, piece.text) for index, piece in enumerate(pieces)]
        baseline = y or self.y + 10
        self._set(tokens, pieces, role, x=x, baseline=baseline, space=0, soft_hyphen=soft_hyphen)
        if not y:
            self.y += 14

    def paragraph(
        self,
        pieces: Sequence[Piece],
        *,
        role: str = "body",
        indent: float = 0.0,
        bottom: float = HEIGHT - MARGIN,
    ) -> None:
        """Set justified lines, over as many pages as they need."""
        measure = WIDTH - 2 * MARGIN - indent
        left = _words(pieces)
        while left:
            taken, left, hyphenated = self._take(left, pieces, measure)
            if self.y + 14 > bottom:
                self.page()
            natural = self._width(taken, pieces)
            gaps = sum(token.text.count(" ") for token in taken)
            space = (measure - natural) / gaps if left and gaps else 0.0
            self._set(
                taken,
                pieces,
                role,
                x=MARGIN + indent,
                baseline=self.y + 10,
                space=space,
                soft_hyphen=hyphenated,
                space_after=bool(left) and not hyphenated,
            )
            self.y += 14
        self.y += 4

    def done(
        self,
        structure: Node,
        *,
        links: Sequence[LinkItem] = (),
        outline: Sequence[OutlineEntry] = (),
        attachments: Sequence[Attachment] = (),
        metadata: Metadata | None = None,
    ) -> Pages:
        self.page()
        return Pages(
            pages=tuple(self.pages),
            anchors=tuple(self.anchors),
            links=tuple(links),
            structure=structure,
            outline=tuple(outline),
            metadata=metadata or METADATA,
            attachments=tuple(attachments),
            style=style(self.families),
        )

    def _take(
        self, words: list[list[_Token]], pieces: Sequence[Piece], measure: float
    ) -> tuple[list[_Token], list[list[_Token]], bool]:
        """As many words as fit, what is left, and whether a word was broken."""
        line = [token for token in words[0] if token.text != " "]
        for count, word in enumerate(words[1:], start=1):
            longer = [*line, *word]
            if self._width(longer, pieces) <= measure:
                line = longer
                continue
            broken = self._break(line, word, pieces, measure)
            if broken is None:
                return line, words[count:], False
            return broken[0], [broken[1], *words[count + 1 :]], True
        return line, [], False

    def _break(
        self, line: list[_Token], word: list[_Token], pieces: Sequence[Piece], measure: float
    ) -> tuple[list[_Token], list[_Token]] | None:
        space, first, *rest = word
        places = [match.start() for match in re.finditer("\u00ad", first.text)]
        for place in reversed(places):
            head = [*line, space, _Token(first.piece, first.text[:place] + "-")]
            if self._width(head, pieces) <= measure:
                head[-1] = _Token(first.piece, first.text[:place])
                return head, [_Token(first.piece, first.text[place + 1 :]), *rest]
        return None

    def _width(self, tokens: Sequence[_Token], pieces: Sequence[Piece]) -> float:
        return sum(
            self.fonts.width(token.text.replace("\u00ad", ""), pieces[token.piece].style)
            for token in tokens
        )

    def _set(
        self,
        tokens: Sequence[_Token],
        pieces: Sequence[Piece],
        role: str,
        *,
        x: float,
        baseline: float,
        space: float,
        soft_hyphen: bool = False,
        space_after: bool = False,
    ) -> None:
        runs, at = list[PlacedRun](), 0.0
        for index, text in _joined(tokens):
            piece = pieces[index]
            width = self.fonts.width(text, piece.style) + space * text.count(" ")
            runs.append(PlacedRun(text, piece.style, at, width, space, piece.leaf, piece.link))
            if piece.link is not None:
                area = (Pt(x + at), Pt(baseline - 8), Pt(width), Pt(10))
                self.links.append(PlacedLink(piece.link, *area))
            at += width
        last = runs[-1]
        runs[-1] = PlacedRun(
            last.text,
            last.style,
            last.x,
            last.width,
            last.word_space,
            last.leaf,
            last.link,
            soft_hyphen,
            space_after,
        )
        self.items.append(
            PlacedLine(tuple(runs), Pt(baseline), Pt(x), Pt(baseline - 10), Pt(at), Pt(14), role)
        )


def _words(pieces: Sequence[Piece]) -> list[list[_Token]]:
    """Words with the space before them, each in tokens of one piece."""
    words: list[list[_Token]] = [[]]
    for index, piece in enumerate(pieces):
        for part in re.split("( )", piece.text):
            if part == " ":
                words.append([_Token(index, part)])
            elif part:
                words[-1].append(_Token(index, part))
    return words


def _joined(tokens: Sequence[_Token]) -> list[tuple[int, str]]:
    joined: list[tuple[int, str]] = []
    for token in tokens:
        text = token.text.replace("\u00ad", "")
        if joined and joined[-1][0] == token.piece:
            joined[-1] = (token.piece, joined[-1][1] + text)
        else:
            joined.append((token.piece, text))
    return joined


METADATA = Metadata(
    title="Water & power: who has it (2026)",
    authors=("A. Author", "Б. Автор"),
    subject="A sample of <everything>",
    keywords=("water", "Kyrgyzstan"),
    language="en",
    date="2026-01-31",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
)


def style(families: dict[str, Family]) -> Style:
    """A style with nothing in it but faces: pages are placed already."""
    wide, high, edge = Pt(WIDTH), Pt(HEIGHT), Pt(MARGIN)
    paper = PaperStyle(wide, high, edge, edge, edge, edge, edge, edge, NONE, NONE, NONE)
    return Style(
        name="test",
        paper=paper,
        families=families,
        palette={},
        paragraphs={},
        boxes={},
        table=TableStyle("#000000", "#000000", "#ffffff", NONE, NONE, NONE, NONE),
        band=BandStyle("#000000", "#000000", NONE, NONE, NONE),
        chart=ChartStyle("#000000", "#000000", (), "#000000", "#000000", LABEL, LABEL),
        link="#00558c",
        addresses="printed",
        where=WHERE,
    )
