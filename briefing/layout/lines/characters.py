"""Find characters that would print as nothing, before a line is set."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from briefing.errors import Diagnostic, Location
from briefing.layout.lines.leaders import plain
from briefing.layout.lines.places import parts_of, place_of
from briefing.model.drawing import Clipped, Drawing, Label, Painted
from briefing.model.flow import (
    BreakItem,
    ColumnsItem,
    DrawingItem,
    Flow,
    Item,
    ParagraphItem,
    Run,
    SheetItem,
)
from briefing.model.style import TextStyle
from briefing.text.fonts import Fonts

DIGITS = "0123456789"
ROMAN = "ivxlcdm"


_Face = tuple[str, bool, bool]
"""Family, bold, italic: all that decides which characters there are."""


class _Text(NamedTuple):
    """Words of one look, and where they stand; `moves` if each character has its own column."""

    text: str
    style: TextStyle
    where: Location | None
    moves: bool = False


_CONTROLS = frozenset(map(chr, (*range(9), *range(11, 32), *range(127, 160))))
"""What is no text: neither drawn nor passed over in silence."""


def _lacking(characters: str, style: TextStyle, fonts: Fonts) -> str:
    return fonts.missing(characters, style) + "".join(c for c in characters if c in _CONTROLS)


def missing_characters(flow: Flow, fonts: Fonts) -> list[Diagnostic]:
    """Every character that no face of its family or of the family's fallbacks has."""
    runs: list[Run] = []
    texts: list[_Text] = []
    _collect(flow, runs, texts)
    written: dict[_Face, tuple[TextStyle, list[str]]] = {}
    printed: list[Run | _Text] = [*runs, *texts]
    for one in printed:
        style = one.style
        face = (style.family, style.bold, style.italic)
        known = written.get(face)
        if known is None:
            known = written[face] = (style, [])
        known[1].append(one.text)
    missing = {
        face: lacking
        for face, (style, words) in written.items()
        if (lacking := _lacking("".join(sorted(set("".join(words)))), style, fonts))
    }
    if not missing:
        return []
    texts += [_Text(run.text, run.style, run.where, True) for run in runs]
    return [
        _problem(text, index, text.where or flow.where)
        for text in texts
        for character in missing.get((text.style.family, text.style.bold, text.style.italic), "")
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


def _collect(flow: Flow, runs: list[Run], texts: list[_Text]) -> None:
    """Gather what is printed: as runs, or as texts where no run of the flow holds it."""
    _add_items(runs, texts, flow.items)
    for note in flow.notes:
        runs += note.paragraph.runs
    for line in (flow.head, flow.foot):
        if line is not None:
            for run in (*line.left, *line.right):
                runs.append(run)
                if run.field == "mark":
                    _add_marks(texts, flow.items, run.style)
    stamps = (flow.marking, flow.restriction, *flow.notices, flow.watermark)
    texts += [_Text(stamp.text, stamp.style, None) for stamp in stamps if stamp is not None]
    digits = DIGITS + (ROMAN if any(map(_is_roman, flow.items)) else "")
    texts += [_Text(digits, run.style, run.where) for run in runs if run.field is not None]


def _is_roman(item: Item) -> bool:
    """Whether pages from here on have roman numbers."""
    match item:
        case BreakItem(numbers=numbers):
            return numbers == "roman"
        case ColumnsItem(items=items):
            return any(map(_is_roman, items))
        case _:
            return False


def _add_items(runs: list[Run], texts: list[_Text], items: Iterable[Item]) -> None:
    for item in items:
        if isinstance(item, ParagraphItem):
            runs += item.label
            runs += item.runs
            if item.end:
                runs += item.end
                texts.append(_Text(".", plain(item.style.text), item.end[0].where))
        elif isinstance(item, DrawingItem):
            _add_labels(texts, item.drawing.items, item.drawing)
        else:
            if isinstance(item, SheetItem) and item.picture is not None:
                _add_labels(texts, item.picture.items, item.picture)
            _add_items(runs, texts, parts_of(item))


def _add_labels(texts: list[_Text], parts: Iterable[Painted], drawing: Drawing) -> None:
    for part in parts:
        if isinstance(part, Label):
            texts.append(_Text(part.text, part.style, drawing.where))
        elif isinstance(part, Clipped):
            _add_labels(texts, part.items, drawing)


def _add_marks(texts: list[_Text], items: Iterable[Item], style: TextStyle) -> None:
    """A running head says them in its own type, where they stand for what they were taken from."""
    for item in items:
        if isinstance(item, ParagraphItem):
            if item.mark:
                texts.append(_Text(item.mark, style, place_of(item)))
        else:
            _add_marks(texts, parts_of(item), style)
