"""What a manuscript holds, found in one walk before anything is set.

Numbers of figures, words of references, anchors and listings are known from it, so that the first
page can speak of the last. Setting takes its anchors from the survey, in the same order.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.compose.survey.quoted import is_repeated, running_words
from briefing.compose.survey.targets import TITLE, Credit, Survey, Target, TargetKind
from briefing.compose.survey.walk import Inlines, blocks_in, is_noted, plain, spread, words_of
from briefing.compose.words import Words
from briefing.model.manuscript import (
    Abbreviation,
    Block,
    Box,
    Figure,
    Heading,
    Listing,
    Manuscript,
    Measure,
    OptionalBlock,
    Picture,
    Section,
    Sheet,
    TableBlock,
    Text,
    readings_in,
)
from briefing.model.prose import ListingKind, SheetKind
from briefing.model.style import Style


def survey(manuscript: Manuscript, style: Style, words: Words) -> Survey:
    """Go through a manuscript and note what is in it."""
    surveyor = _Surveyor(manuscript, style, words)
    body, behind = divide(manuscript.blocks)
    surveyor.walk(body)
    surveyor.end()
    surveyor.walk(behind)
    return surveyor.survey()


def divide(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Part the text from the back cover: between them stands what the product adds at the end."""
    end = len(blocks)
    while end and _is_back(blocks[end - 1]):
        end -= 1
    return blocks[:end], blocks[end:]


def _is_back(block: Block) -> bool:
    match block:
        case Sheet(kind="back-cover"):
            return True
        case OptionalBlock(block=inner):
            return _is_back(inner)
        case _:
            return False


class _Around(Struct, frozen=True):
    """What the blocks that are walked stand in.

    Attributes:
        sheet: Its kind, None outside.
        direct: They stand on the sheet itself, where headings are its title.
        boxed: They stand in a box, whose headings the contents do not list.
        silent: They stand in a pull quote that repeats the text, and has no notes.
    """

    sheet: SheetKind | None = None
    direct: bool = False
    boxed: bool = False
    silent: bool = False


_NOTHING = _Around()


class _Surveyor:
    """Goes through blocks in reading order and takes down what it finds."""

    def __init__(self, manuscript: Manuscript, style: Style, words: Words) -> None:
        self._manuscript = manuscript
        self._words = words
        self._numbered = style.captions == "numbered"
        self._ends = style.notes == "end"
        self._targets: list[Target] = []
        self._named: list[tuple[str, Target]] = []
        self._anchors: set[str] = {TITLE}
        self._bookmarks = 0
        self._counts: dict[str, int] = {}
        self._credits: dict[str, Credit] = {}
        self._imprinted = False
        self._credited = False
        self._noted = False  # since the last list of notes
        self._running = ""
        self._titled = False
        self._highest = 6

    def walk(self, blocks: Iterable[Block], around: _Around = _NOTHING) -> None:
        """Take down what is in these blocks."""
        for block in blocks:
            inside = self._take(block, around)
            if self._ends and not self._noted:
                self._noted = _calls_note(block, around)
            self.walk(blocks_in(block), inside)

    def end(self) -> None:
        """Take down what the product itself sets behind the text."""
        if self._noted:
            self._list("notes", 0)

    def _take(self, block: Block, around: _Around) -> _Around:
        """Take down a block, and say what those in it stand in."""
        match block:
            case Section(title=title, id=name) if title:
                self._head(title, name, 1, listed=True, boxed=around.boxed)
            case Heading(level=level) if around.direct:
                self._titled = self._titled or (level == 1 and around.sheet != "back-cover")
            case Heading():
                listed = not around.boxed and "unlisted" not in block.classes
                words, level = block.children, block.level
                self._head(words, block.id, level, listed=listed, boxed=around.boxed)
            case OptionalBlock():
                return around
            case Box():
                return self._box(block, around)
            case Figure(id=name, chart=chart, title=title):
                self._caption("figure", name, f"figure:{chart}", title)
            case TableBlock(id=name, title=title):
                self._caption("table", name, f"table:{self._count('all tables')}", title)
            case Picture(id=name, title=title):
                own = f"picture:{self._count('pictures')}"
                anchor = self._caption("figure", name, own, title)
                self._credit(block, around.sheet, anchor)
            case Listing(kind=kind, depth=depth):
                self._list(kind, depth)
            case Sheet(kind=kind, picture=picture):
                self._add(Target("sheet", self._anchor(f"sheet:{self._count('sheets')}")))
                if picture is not None:
                    self._credit(picture, kind, "")
                return _Around(sheet=kind, direct=True, boxed=True)
            case _:
                pass
        return replace(around, direct=False) if around.direct else around

    def _head(self, words: Inlines, name: str, level: int, *, listed: bool, boxed: bool) -> None:
        if not boxed:
            self._highest = min(self._highest, level)
        number = self._count("bookmarks")
        anchor = self._anchor(name or f"heading:{number}")
        target = Target("heading", anchor, words, plain(words), level=level, listed=listed)
        self._add(target, name)

    def _box(self, box: Box, around: _Around) -> _Around:
        if box.kind in ("key-messages", "key-facts"):
            number = self._count("bookmarks")
            self._add(Target("box", self._anchor(f"box:{number}")))
        silent = False
        if box.kind == "pull-quote":
            self._running = self._running or running_words(self._manuscript.blocks)
            silent = is_repeated(box, self._running)
        return _Around(around.sheet, boxed=True, silent=silent)

    def _caption(
        self, kind: Literal["figure", "table"], name: str, own: str, title: Inlines
    ) -> str:
        """Take down a figure or table, and give its anchor; `own` is that of one without a name."""
        number = label = ""
        if title and self._numbered:
            number = str(self._count(kind))
            worded = self._words.figure if kind == "figure" else self._words.table
            label = worded.format(number=number)
        elif title:
            label = self._words.quoted.format(words=plain(title))
        anchor = self._anchor(name or own)
        self._add(Target(kind, anchor, title, label, number), name)
        return anchor

    def _credit(self, picture: Picture, sheet: SheetKind | None, anchor: str) -> None:
        if not picture.credit:
            return
        key = plain(picture.credit)
        known = self._credits.get(key) or Credit(picture.credit, (), ())
        if sheet is None:
            known = replace(known, anchors=(*known.anchors, anchor))
        elif sheet not in known.sheets:
            known = replace(known, sheets=(*known.sheets, sheet))
        self._credits[key] = known

    def _list(self, kind: ListingKind, depth: int) -> None:
        if kind == "credits":
            self._credited = True
            return
        if kind == "imprint":
            self._imprinted = True
            return
        title = listing_title(kind, self._words)
        self._count("bookmarks")
        target = Target(
            "listing", self._anchor(f"{kind}:"), (Text(title, self._manuscript.where),), title,
            level=1, listed=self._noted, listing=kind, depth=depth,
        )  # fmt: skip
        self._add(target)
        if kind == "notes":
            self._noted = False

    def _add(self, target: Target, name: str = "") -> None:
        self._targets.append(target)
        if name:
            self._named.append((name, target))

    def _count(self, what: str) -> int:
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def _anchor(self, wanted: str) -> str:
        """Make a name for a place; a colon keeps ours from the authors'."""
        name, count = wanted, 1
        while name in self._anchors:
            count += 1
            name = f"{wanted}-{count}"
        self._anchors.add(name)
        return name

    # --- what was found --------------------------------------------------------------------

    def survey(self) -> Survey:
        """Bring together what was taken down."""
        figures = self._titled_ones("figure")
        tables = self._titled_ones("table")
        abbreviations = self._abbreviations()
        measures = self._measures()
        filled = {
            "figures": figures,
            "tables": tables,
            "abbreviations": abbreviations,
            "indicators": measures,
            "sources": tuple(self._manuscript.sources),
        }
        targets = [
            replace(one, listed=bool(filled[one.listing])) if one.listing in filled else one
            for one in self._targets
        ]
        contents = tuple(
            one
            for one in targets
            if one.listed
            and (one.kind == "heading" or (one.kind == "listing" and one.listing != "contents"))
        )
        named = _named(self._named)
        return Survey(
            targets=tuple(
                replace(one, listed=any(entry.level <= one.depth for entry in contents))
                if one.listing == "contents"
                else one
                for one in targets
            ),
            named=named,
            labels={name: target.label for name, target in named.items()},
            contents=contents,
            highest=self._highest,
            figures=figures,
            tables=tables,
            credits=tuple(self._credits.values()),
            abbreviations=abbreviations,
            measures=measures,
            running=self._running,
            titled=self._titled,
            imprinted=self._imprinted,
            credited=self._credited,
        )

    def _titled_ones(self, kind: TargetKind) -> tuple[Target, ...]:
        return tuple(one for one in self._targets if one.kind == kind and one.words)

    def _abbreviations(self) -> tuple[Abbreviation, ...]:
        """Gather those that the text uses, if it lists them."""
        if not any(one.listing == "abbreviations" for one in self._targets):
            return ()
        found: dict[str, Abbreviation] = {}
        _gather(self._manuscript.blocks, found)
        _gather_in(self._manuscript.credit, found)
        return tuple(sorted(found.values(), key=lambda one: (one.short.casefold(), one.short)))

    def _measures(self) -> tuple[Measure, ...]:
        """Gather what is printed, or drawn, and defined, if that is listed."""
        if not any(one.listing == "indicators" for one in self._targets):
            return ()
        printed = {reading.indicator for reading in readings_in(self._manuscript)}
        known = [self._manuscript.measures[key] for key in sorted(printed)]
        defined = [one for one in known if one.definition]
        return tuple(sorted(defined, key=lambda one: (one.name.casefold(), one.name)))


def _named(named: Iterable[tuple[str, Target]]) -> dict[str, Target]:
    """Find what an id names: a heading before all else, or the first that has it."""
    found: dict[str, Target] = {}
    for name, target in named:
        known = found.get(name)
        if known is None or (target.kind == "heading" and known.kind != "heading"):
            found[name] = target
    return found


def _gather(blocks: Iterable[Block], found: dict[str, Abbreviation]) -> None:
    for block in blocks:
        for words in words_of(block):
            _gather_in(words, found)
        _gather(blocks_in(block), found)


def _gather_in(words: Inlines, found: dict[str, Abbreviation]) -> None:
    for one in spread(words):
        if isinstance(one, Abbreviation):
            found.setdefault(one.short, one)


def _calls_note(block: Block, around: _Around) -> bool:
    """Tell whether the block itself calls a note that is numbered."""
    if around.sheet is not None or around.silent:
        return False
    if isinstance(block, (TableBlock, Figure, Picture)):
        return False  # their notes stand under them
    return any(map(is_noted, words_of(block)))


def listing_title(kind: ListingKind, words: Words) -> str:
    """Give the heading that a listing prints; empty for none."""
    match kind:
        case "contents":
            return words.contents
        case "figures":
            return words.figures
        case "tables":
            return words.tables
        case "abbreviations":
            return words.abbreviations
        case "indicators":
            return words.indicators
        case "sources":
            return words.works
        case "notes":
            return words.notes
        case "credits" | "imprint":
            return ""
