"""What composing counts as it goes: leaves of the structure, links, notes, headings."""

from collections.abc import Iterator
from contextlib import contextmanager

from briefing.compose.survey import survey
from briefing.compose.survey.targets import Target, TargetKind
from briefing.compose.words import WORDS
from briefing.errors import Diagnostic
from briefing.model.country import Reading
from briefing.model.flow import LinkItem, NoteItem, OutlineEntry
from briefing.model.manuscript import Citation, CitedWork, Footnote, Manuscript, Quantity
from briefing.model.structure import Leaf
from briefing.model.style import ParagraphStyle, Style

Noted = Citation | Footnote | Reading | Quantity
"""What a note can say: named works, the author's own words, where a figure comes from."""

_LOWEST = 6  # the levels of headings that PDF knows


class Ledger:
    """One document's numbers. Every method that counts gives the next number of its kind.

    Attributes:
        survey: What is in the manuscript.
        notes: By number less one, in reading order; a None is filled when its text is set.
        waiting: Numbers of endnotes less one, and what they say, until they are set.
        backs: Anchor of a note → that of the paragraph that first calls it; not of foot notes.
        cited: Key of a source → number of the note that gives it in full.
        alone: Number of a note less one → the only work that it names.
        spelled: Abbreviations that were spelled out.
        counts: Kind and depth of a list → the number of its last item.
        outline: In reading order.
        problems: What the author must mend.
        titled: Whether the document's title is set.
    """

    def __init__(self, manuscript: Manuscript, style: Style) -> None:
        self.manuscript = manuscript
        self.style = style
        self.words = WORDS[manuscript.language]
        self.survey = survey(manuscript, style, self.words)
        self.links: list[LinkItem] = []
        self.notes: list[NoteItem | None] = []
        self.waiting: list[tuple[int, Noted]] = []
        self.backs: dict[str, str] = {}
        self.cited: dict[str, int] = {}
        self.alone: dict[int, CitedWork] = {}
        self.spelled: set[str] = set()
        self.counts: dict[tuple[str, int], int] = {}
        self.outline: list[OutlineEntry] = []
        self.problems: list[Diagnostic] = []
        self.titled = False
        self._leaves = 0
        self._tables = 0
        self._anchors = {target.anchor for target in self.survey.targets}
        self._targets = iter(self.survey.targets)
        self._levels: list[int] = []
        self._apart = 0  # so many of them are outside of what is set apart

    @property
    def language(self) -> str:
        """Of the document."""
        return self.manuscript.language

    def paragraph(self, name: str) -> ParagraphStyle:
        """Look up a paragraph style of the house style."""
        return self.style.paragraphs[name]

    def leaf(self) -> Leaf:
        """Take the next place for painted content."""
        self._leaves += 1
        return self._leaves - 1

    def link(self, target: str, description: str) -> int:
        """Take the next link."""
        self.links.append(LinkItem(target, description))
        return len(self.links) - 1

    def link_to(self, anchor: str, shown: str) -> int:
        """Take the next link, to a place of this document."""
        return self.link(f"#{anchor}", self.words.goes_to.format(target=shown))

    def note(self) -> int:
        """Take the next note, counted from 0; its text follows in `notes`."""
        self.notes.append(None)
        return len(self.notes) - 1

    def target(self, kind: TargetKind) -> Target:
        """Take the next of the survey's targets.

        Raises:
            ValueError: It is of another kind: blocks are not set in the order of the survey.
        """
        target = next(self._targets, None)
        if target is None or target.kind != kind:
            raise ValueError(f"a {kind} is set where the survey has {target}")
        return target

    def title(self) -> None:
        """Enter the document's title, below which all that follows stands."""
        self.titled = True
        self._levels.clear()

    def heading(self, title: str, anchor: str, level: int) -> str:
        """Enter a heading in the outline; its role never skips a level.

        Source: ISO 14289-1 7.4.2.
        """
        self.end_section(level)
        self._levels.append(level)
        self.outline.append(OutlineEntry(title, anchor, len(self._levels)))
        return f"H{min(len(self._levels) + 1, _LOWEST)}"

    def end_section(self, level: int) -> None:
        """Let nothing that follows stand below a heading as low as this."""
        while len(self._levels) > self._apart and self._levels[-1] >= level:
            self._levels.pop()

    @contextmanager
    def set_apart(self) -> Iterator[None]:
        """Headings in a box stand below the one over the box, and nothing after it below them."""
        levels, apart = list(self._levels), self._apart
        self._apart = len(levels)
        yield
        self._levels, self._apart = levels, apart

    def table(self) -> int:
        """Take the next table, counted from 1."""
        self._tables += 1
        return self._tables

    def anchor(self, wanted: str) -> str:
        """Make a name for a place, unique in the document; a colon keeps ours from the authors'."""
        name, count = wanted, 1
        while name in self._anchors:
            count += 1
            name = f"{wanted}-{count}"
        self._anchors.add(name)
        return name
