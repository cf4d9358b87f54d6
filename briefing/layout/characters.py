"""Find characters that would print as nothing, before a line is set."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, assert_never

from briefing.errors import Diagnostic, Location
from briefing.layout.places import place_of
from briefing.model.drawing import Label
from briefing.model.flow import (
    BandItem,
    BoxItem,
    DrawingItem,
    Flow,
    GridItem,
    GroupItem,
    Item,
    ParagraphItem,
    Run,
    TableItem,
)
from briefing.model.style import TextStyle
from briefing.text.fonts import Fonts

DIGITS = "0123456789"


class _Text(NamedTuple):
    """Words of one look, and where they stand; `moves` if each character has its own column."""

    text: str
    style: TextStyle
    where: Location | None
    moves: bool


def missing_characters(flow: Flow, fonts: Fonts) -> list[Diagnostic]:
    """Every character that no face of its family or of the family's fallbacks has."""
    texts = _texts(flow)
    wanted: dict[int, tuple[TextStyle, set[str]]] = {}
    for text, style, _, _ in texts:
        known = wanted.get(id(style))
        if known is None:
            known = wanted[id(style)] = (style, set())
        known[1].update(text)
    missing = {
        key: lacking
        for key, (style, characters) in wanted.items()
        if (lacking := fonts.missing("".join(sorted(characters)), style))
    }
    if not missing:
        return []
    return [
        _problem(text, index, text.where or flow.where)
        for text in texts
        for character in missing.get(id(text.style), "")
        if (index := text.text.find(character)) >= 0
    ]


def _problem(text: _Text, index: int, where: Location) -> Diagnostic:
    character, family = text.text[index], text.style.family
    if text.moves and text.where is not None:
        where = replace(where, column=where.column + index)
    return Diagnostic(
        where,
        f"no face of '{family}' has the character '{character}' (U+{ord(character):04X})",
        f"add a family that has it to the fallback of '{family}' in the style, or reword",
    )


def _texts(flow: Flow) -> list[_Text]:
    texts: list[_Text] = []
    _add_items(texts, flow.items)
    for note in flow.notes:
        _add_paragraph(texts, note.paragraph)
    for line in (flow.head, flow.foot):
        if line is not None:
            for run in (*line.left, *line.right):
                _add_runs(texts, (run,))
                if run.field == "mark":
                    _add_marks(texts, flow.items, run.style)
    return texts


def _add_items(texts: list[_Text], items: Iterable[Item]) -> None:
    for item in items:
        match item:
            case ParagraphItem():
                _add_paragraph(texts, item)
            case TableItem(head=head, rows=rows):
                for row in (*head, *rows):
                    for cell in row.cells:
                        _add_paragraph(texts, cell.paragraph)
            case DrawingItem(drawing=drawing):
                for part in drawing.items:
                    if isinstance(part, Label):
                        texts.append(_Text(part.text, part.style, drawing.where, False))
            case GroupItem(items=inner) | BoxItem(items=inner) | BandItem(items=inner):
                _add_items(texts, inner)
            case GridItem(cells=cells):
                for content in cells:
                    _add_items(texts, content)
            case _:
                assert_never(item)


def _add_paragraph(texts: list[_Text], item: ParagraphItem) -> None:
    if item.label:
        _add_runs(texts, item.label)
    _add_runs(texts, item.runs)


def _add_runs(texts: list[_Text], runs: Sequence[Run]) -> None:
    for run in runs:
        texts.append(_Text(run.text, run.style, run.where, True))
        if run.field is not None:
            texts.append(_Text(DIGITS, run.style, run.where, False))


def _add_marks(texts: list[_Text], items: Iterable[Item], style: TextStyle) -> None:
    """A running head says them in its own type, where they stand for what they were taken from."""
    for item in items:
        match item:
            case ParagraphItem(mark=mark) if mark:
                texts.append(_Text(mark, style, place_of(item), False))
            case GroupItem(items=inner) | BoxItem(items=inner) | BandItem(items=inner):
                _add_marks(texts, inner, style)
            case _:
                pass
