"""What composing counts as it goes: leaves of the structure, links, notes, anchors."""

from briefing.compose.words import WORDS
from briefing.model.flow import LinkItem, NoteItem, OutlineEntry
from briefing.model.manuscript import Manuscript
from briefing.model.structure import Leaf
from briefing.model.style import ParagraphStyle, Style


class Ledger:
    """One document's numbers. Every method that counts gives the next number of its kind.

    Attributes:
        notes: By number less one, in reading order; a None is filled when its text is set.
        cited: Key of a source → number of the note that gives it in full.
        outline: In reading order.
    """

    def __init__(self, manuscript: Manuscript, style: Style) -> None:
        self.manuscript = manuscript
        self.style = style
        self.words = WORDS[manuscript.language]
        self.links: list[LinkItem] = []
        self.notes: list[NoteItem | None] = []
        self.cited: dict[str, int] = {}
        self.outline: list[OutlineEntry] = []
        self._leaves = 0
        self._tables = 0
        self._anchors: set[str] = set()

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

    def note(self) -> int:
        """Take the next note, counted from 0; its text follows in `notes`."""
        self.notes.append(None)
        return len(self.notes) - 1

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
