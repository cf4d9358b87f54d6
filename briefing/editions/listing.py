"""Words the list of changes that stands before a file for reviewers."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.editions.compare import Compared
from briefing.editions.values import FigureChange, FileDiff, Side, Spot, StatementChange
from briefing.editions.wording import Run, counted, shortened, word_figure, word_role
from briefing.errors import Location
from briefing.model.content import Audience, Edition, Licence, Publisher
from briefing.model.manuscript import (
    Block,
    Cell,
    Emphasis,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Manuscript,
    Paragraph,
    Row,
    Section,
    Span,
    Strong,
    TableBlock,
)
from briefing.model.prose import LineBreak, Text

STYLE = "plain"
"""The packaged style that the list is set in."""

SCHEME = "change:"
"""Begins the addresses of links that stand for places in the file: ``change:7``."""

_WHERE = Location("changes", 1)
_NOTE = (
    "This list and the marks in the margin are for reviewers. They quote what the paper said "
    "before, and are not for its readers."
)
_READERS = "for reviewers only"
_CLEAR = "CLEAR"  # of the Traffic Light Protocol 2.0: for everyone, which the list is not
_LEGEND = (
    "A bar in the margin stands beside what is new or reworded, a triangle where something was "
    "dropped; their numbers are those of the list."
)
_NO_MARKS = "The paper has no structure, so there are no marks in its margins."


def word_changes(
    compared: Compared, sides: tuple[Side, Side], publisher: str, writable: Callable[[str], str]
) -> Manuscript:
    """Word the list of changes of one file.

    Args:
        compared: The file, which has changed.
        sides: The builds, the old one first.
        publisher: Who answers for the paper.
        writable: Makes text of signs that the list can print.
    """
    words = _Words(writable)
    assert compared.papers is not None  # its bytes differ
    paper, old, new = compared.papers[1], *sides
    title = words.plain(paper.title or compared.told.name)
    marking = _marking(compared)
    return Manuscript(
        document="changes",
        kind="List of changes",
        title=f"Changes in “{title}”",
        subtitle=words.plain(_between(old, new)),
        language="en",
        audience=Audience("reviewers", "reviewers", marking, _WHERE),
        place=None,
        edition=Edition(new.edition or _NO_DATE, words.plain(compared.told.name), ""),
        publisher=Publisher(words.plain(publisher), "", "", ""),
        licence=Licence("", ""),
        credit=(),
        marking=marking,
        style=STYLE,
        least_pages=1,
        most_pages=None,
        blocks=tuple(words.blocks(compared.told, is_marked=paper.is_tagged)),
        sources={},
        charts={},
        where=_WHERE,
        key=f"changes {compared.told.name}",
        is_open=False,
    )


_KEPT = 800  # characters: what is longer may go on on the next page
_NO_DATE = "2000-01-01"  # a file says when it was made; nobody knows when this one was


def _between(old: Side, new: Side) -> str:
    if old.edition and new.edition and old.edition != new.edition:
        return f"Edition of {old.edition} → edition of {new.edition}"
    return f"{old.name} → {new.name}"


def _marking(compared: Compared) -> str:
    """Whom the list is for, and what either file is marked with.

    It quotes what readers were shown once and may not see today, so it never bears the label of the
    most open papers.
    """
    held = (compared.pair.old, compared.pair.new)
    marks = [one.listed.marking for one in held if one is not None and one.listed is not None]
    return " · ".join(dict.fromkeys([_READERS, *(mark for mark in marks if mark != _CLEAR)]))


class _Words:
    """Words blocks; only what can be printed gets into them."""

    def __init__(self, writable: Callable[[str], str]) -> None:
        self._writable = writable

    def plain(self, text: str) -> str:
        """Text that can be printed."""
        return self._writable(text)

    def blocks(self, told: FileDiff, *, is_marked: bool) -> Iterator[Block]:
        """All that there is to say of a file."""
        yield _paragraph(Text(_NOTE, _WHERE))
        yield _paragraph(Text(_LEGEND if is_marked else _NO_MARKS, _WHERE))
        yield from self._section("What it is", self._facts(told))
        yield from self._section(_headed("Figures", told.figures), self._figures(told.figures))
        yield from self._section(_headed("Sources", told.sources), self._sources(told))
        headed = _headed("Statements", told.statements)
        yield from self._section(headed, self._statements(told.statements))

    def _section(self, title: str, blocks: Iterable[Block]) -> Iterator[Block]:
        listed = tuple(blocks)
        if listed:
            name = title.split()[0].lower()
            yield Section(name, (self._text(title),), listed, _WHERE)

    def _text(self, text: str) -> Text:
        return Text(self._writable(text), _WHERE)

    def _facts(self, told: FileDiff) -> Iterator[Block]:
        lines = [
            f"{fact.name.capitalize()}: {fact.old or 'none'} → {fact.new or 'none'}"
            for fact in told.facts
        ]
        lines += [f"Attached file {one.kind}: {one.name}" for one in told.attachments]
        if not told.traced:
            lines.append("Figures and sources are not compared, for want of a manifest")
        yield from self._bullets(lines)

    def _sources(self, told: FileDiff) -> Iterator[Block]:
        for kind in ("changed", "added", "dropped"):
            keys = [one.key for one in told.sources if one.kind == kind]
            if keys:
                name = Strong((self._text(f"{kind.capitalize()}: "),))
                yield _paragraph(name, self._text(", ".join(keys)))

    def _bullets(self, lines: Sequence[str]) -> Iterator[Block]:
        if lines:
            items = tuple(ListItem((_paragraph(self._text(line)),)) for line in lines)
            yield ListBlock(None, items, ())

    def _figures(self, changes: Sequence[FigureChange]) -> Iterator[Block]:
        if not changes:
            return
        names = ("Indicator", "Place", "Before", "Now", "Source")
        yield TableBlock(
            id="figures",
            title=(),
            align=("left", "left", "left", "left", "left"),
            head=(Row(tuple(Cell((self._text(name),)) for name in names)),),
            rows=tuple(self._row(change) for change in changes),
            row_heads=True,
            note=(),
            where=_WHERE,
        )

    def _row(self, change: FigureChange) -> Row:
        old, new = change.old, change.new
        sources = dict.fromkeys(one.source for one in (old, new) if one is not None)
        cells = (
            change.indicator,
            change.place,
            word_figure(old) if old else "–",
            word_figure(new) if new else "–",
            " → ".join(sources),
        )
        return Row(tuple(Cell((self._text(cell),)) for cell in cells))

    def _statements(self, changes: Sequence[StatementChange]) -> Iterator[Block]:
        if changes:
            items = (self._item(at, change) for at, change in enumerate(changes, 1))
            yield ListBlock(1, tuple(items), ())

    def _item(self, number: int, change: StatementChange) -> ListItem:
        place = Link(f"{SCHEME}{number}", (self._text(_page(change.at)),), _WHERE)
        role = word_role(change.role)
        said = self._text(f", {f'{role} ' if role else ''}{change.kind}")
        inlines: list[Inline] = [Strong((place, said)), LineBreak()]
        if change.kind == "changed":
            was, now = shortened(change.was, change.text)
            inlines += [Emphasis((self._text("Before: "),)), *self._quoted(change, was)]
            inlines += [LineBreak(), Emphasis((self._text("Now: "),)), *self._quoted(change, now)]
        else:
            inlines += self._quoted(change, [(change.text or change.was, False)])
        is_short = len(change.text) + len(change.was) < _KEPT
        return ListItem((Paragraph(tuple(inlines), ("keep",) if is_short else (), _WHERE),))

    def _quoted(self, change: StatementChange, runs: Sequence[Run]) -> Iterator[Inline]:
        """Words as they stand in the paper, those that differ in bold."""
        words = list[Inline]()
        for at, (text, differs) in enumerate(runs):
            one = self._text(text)
            words += [self._text(" ")] if at else []
            words.append(Strong((one,)) if differs else one)
        if change.language not in ("", "en"):
            yield Span(tuple(words), (), change.language)
        else:
            yield from words


def _page(spot: Spot) -> str:
    return f"Page {spot.label}"


def _headed(name: str, changes: Sequence[object]) -> str:
    return f"{name}: {counted(one.kind for one in changes)}"  # type: ignore[attr-defined]


def _paragraph(*children: Inline) -> Paragraph:
    return Paragraph(children, (), _WHERE)
