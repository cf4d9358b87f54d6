"""The texts of tables that are written in the text: row by row, with columns that may go."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from briefing.errors import Location
from briefing.model.prose import (
    ALWAYS,
    Attributes,
    Cell,
    Conditions,
    Inline,
    Row,
    Span,
    TableBlock,
    Text,
)
from briefing.proof.content.gathered import View
from briefing.proof.content.inlines import Enter, InlineTexts

Enclose = Callable[[Attributes, Location, View], View]
"""Sees what carries attributes, and takes its id."""


class TableTexts(NamedTuple):
    """Takes the texts of tables.

    Attributes:
        enter: Judges conditions.
    """

    texts: InlineTexts
    enter: Enter
    enclose: Enclose

    def take(self, table: TableBlock, view: View) -> None:
        """Take a table; without any row of its head, or any column, nothing of it is printed."""
        heads = [self.enter(view, row.attributes.conditions) for row in table.head]
        if len(heads) == 1 or all(head.withheld for head in heads):
            view = heads[0]
        if table.columns and all(self._hides(one, view) for one in table.columns):
            view = replace(view, withheld=True)
        for inlines in (table.title, table.note):
            self.texts.take(inlines, table.where, view)
        for rows in (table.head, table.rows):
            self._part(rows, table.columns, view)

    def _part(self, rows: Sequence[Row], columns: Sequence[Conditions], view: View) -> None:
        """Take the cells of each row as one text, as they are read one after the other.

        Those of a column that is withheld are texts of their own.

        What reaches down is printed with any of its rows, so it is withheld only with all of them.
        """
        views = [self.enclose(row.attributes, row.where, view) for row in rows]
        for at, row in enumerate(rows):
            words: list[Inline] = []
            for column, cell in enumerate(row.cells):
                if cell is None:
                    continue
                others = [each for each in views[at + 1 : at + cell.rows] if not each.withheld]
                over = columns[column : column + cell.columns]
                for each in others:
                    self.texts.take(self._seen(cell, over, each), cell.where, each)
                if not (others and views[at].withheld):
                    words += (*self._seen(cell, over, views[at]), Text(" ", row.where))
            self.texts.take(words, row.where, views[at])

    def _seen(self, cell: Cell, over: Sequence[Conditions], view: View) -> tuple[Inline, ...]:
        """See a cell below columns: it is printed with any of them.

        Where all have conditions, it is taken under each of those it may be printed with.
        """
        if not over or ALWAYS in over:
            return cell.children
        some = [one for one in over if not self._hides(one, view)] or list(over[:1])
        for one in some[1:]:
            self.texts.take(cell.children, cell.where, self.enter(view, one))
        attributes = Attributes(conditions=some[0])
        return (Span(cell.children, attributes, cell.where),)

    def _hides(self, conditions: Conditions, view: View) -> bool:
        """Whether a column is withheld; one without conditions has none of its own."""
        return conditions != ALWAYS and self.enter(view, conditions).withheld
