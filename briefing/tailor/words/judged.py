"""What the rules that a project may lower say of text that only a brief has.

Where an expression or a condition decides what is printed, `load` cannot judge it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from briefing.errors import Location
from briefing.model import prose
from briefing.model.manuscript import (
    Block,
    Box,
    Columns,
    FrontMatter,
    Heading,
    Listing,
    OptionalBlock,
    Section,
    TableBlock,
)
from briefing.model.rules import (
    fixed_words,
    headless,
    skipped_level,
    vague_alternative,
    vague_link,
)
from briefing.tailor.work import Scope, Work
from briefing.text.scripts import find_foreign

_WITHOUT_HEADING = ("credits", "imprint")  # of the listings


def judge_link(link: prose.Link, words: str, at: Work, scope: Scope) -> None:
    """Report the words of a link that say nothing of where it leads."""
    if fixed_words(link.children) is None:
        fault = vague_link(words, link.target, scope.language)
        if fault is not None:
            at.report(link.where, *fault, rule="link-text")


def judge_script(text: str, where: Location, at: Work, scope: Scope) -> None:
    """Report words of data in a script that the language around them does not use."""
    foreign = find_foreign(text, scope.language)
    if foreign is not None:
        message = f"this prints words in {foreign.script}, which {foreign.around!r} does not use"
        hint = f"say their language: [{{{{ … }}}}]{{lang={foreign.example}}}, or whatever it is"
        at.report(where, message, hint, "language")


class Told(NamedTuple):
    """Of what an alternative tells: ``picture`` or ``chart``, and the name of its file."""

    what: str
    name: str
    where: Location


def judge_alternative(
    written: Sequence[Sequence[prose.Inline]], words: str, title: str, told: Told, at: Work
) -> None:
    """Report an alternative that tells nothing, if its words or those of the title depend."""
    if words and None in map(fixed_words, written):
        fault = vague_alternative(words, told.what, told.name, title)
        if fault is not None:
            at.report(told.where, *fault, rule="alternative")


def judge_heads(
    written: Sequence[Sequence[prose.Inline]] | None, table: TableBlock, at: Work
) -> None:
    """Report columns without a head, if what is in the head depends.

    Args:
        written: The cells of the head; None where rows of it may be left out.
        table: As it is printed.
        at: The brief.
    """
    if written is None or None in map(fixed_words, written):
        fault = headless(table.head)
        if fault is not None:
            at.report(table.where, *fault, rule="table-head")


# --- headings ----------------------------------------------------------------------------------


def judge_levels(blocks: Sequence[Block], at: Work) -> None:
    """Report headings that skip a level in what is left, in the order in which it is read."""
    _Levels(at).blocks(blocks)


class _Levels:
    def __init__(self, at: Work, level: int = 1) -> None:
        self._at = at
        self._level = level

    def blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level=level):
                self._heading(block, level)
            case Section(title=title):
                if title:
                    self._level = 1
                self.blocks(block.blocks)
            case FrontMatter():
                self._level = 1
                self.blocks(block.blocks)
                self._level = 1
            case Columns():
                self.blocks(block.blocks)
            case OptionalBlock(block=inner):
                self._block(inner)
            case Listing(kind=kind):
                if kind not in _WITHOUT_HEADING:
                    self._level = 1
            case Box():
                _Levels(self._at, 0).blocks(block.blocks)
            case _:
                pass

    def _heading(self, heading: Heading, level: int) -> None:
        """Judge one; the first in a box, behind level 0, may be of any."""
        fault = skipped_level(level, self._level) if self._level else None
        if fault is not None:
            self._at.report(heading.where, *fault, rule="heading-levels")
        self._level = level
