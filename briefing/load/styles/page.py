"""What a style says of the page: paper and margins, running lines, sheets, copy-fitting."""

import re
from typing import Literal, get_args

from briefing.load.styles.colours import Palette
from briefing.load.styles.groups import Group
from briefing.load.styles.lengths import ZERO, Lengths, read_shares
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap
from briefing.model.prose import SheetKind
from briefing.model.style import (
    FittingStyle,
    PaperStyle,
    RunningName,
    RunningStyle,
    RunningText,
    SheetStyle,
)
from briefing.units import Pt

MOST_COLUMNS = 3

_SHEETS: tuple[str, ...] = get_args(SheetKind)
_NAMES: tuple[str, ...] = get_args(RunningName)
_COLUMN_NOTES: tuple[Literal["page", "column"], ...] = ("page", "column")
_LEAST_SPACE, _MOST_SPACE = 30, 200
_LEAST_SIZE, _MOST_SIZE = 80, 120

_NAMED = re.compile(r"\{([^{}]*)\}|[{}]")


# --- paper -------------------------------------------------------------------------------------


def read_paper(fields: Fields, lengths: Lengths) -> PaperStyle:
    """Read the paper, its margins and its columns."""
    margins = fields.fields("margins")
    if margins is None:
        if not fields.has("margins"):
            fields.missing("margins", "a mapping with top, bottom, inner and outer")
        margins = Fields(YamlMap({}, "", 0, 0), Problems())
    width = lengths.read(fields, "width")
    inner, outer = _sides(margins, width, lengths)
    paper = PaperStyle(
        width=width,
        height=lengths.read(fields, "height"),
        top=lengths.read(margins, "top"),
        bottom=lengths.read(margins, "bottom"),
        inner=inner,
        outer=outer,
        head=lengths.read(fields, "head"),
        foot=lengths.read(fields, "foot"),
        note_gap=lengths.read(fields, "note-gap"),
        note_rule=lengths.read(fields, "note-rule"),
        column_gap=lengths.read(fields, "column-gap"),
        columns=fields.whole("columns", 1, least=1, most=MOST_COLUMNS),
        column_notes=fields.choice("column-notes", _COLUMN_NOTES, "page") == "column",
        facing=fields.truth("facing", False),
    )
    margins.done()
    fields.done()
    _check_paper(paper, fields, margins)
    return paper


def _sides(margins: Fields, width: Pt, lengths: Lengths) -> tuple[Pt, Pt]:
    """Read the margins at the sides; the outer one may follow from the measure."""
    inner = lengths.read(margins, "inner")
    if not margins.has("measure"):
        return inner, lengths.read(margins, "outer")
    measure, where = lengths.above_zero(margins, "measure"), margins.place("measure")
    if margins.has("outer"):
        hint = "give one of them; the other follows from it"
        margins.problems.error(where, "both 'measure' and 'outer' are given", hint)
    outer = Pt(width - inner - measure)
    if not measure:
        return ZERO, ZERO
    if outer < 0:
        message = "the measure and the inner margin are wider than the paper"
        hint = f"together at most {width:.0f}pt"
        margins.problems.error(where, message, hint)
        return ZERO, ZERO
    return inner, outer


def _check_paper(paper: PaperStyle, fields: Fields, margins: Fields) -> None:
    if not paper.width or not paper.height:
        return  # of which is told already
    problems = fields.problems
    if paper.measure <= 0 or paper.height - paper.top - paper.bottom <= 0:
        message = "the margins leave no room for text"
        problems.error(margins.where, message, "make them smaller than the paper")
    elif paper.share(paper.columns) <= 0:
        message = "the gaps leave no room for columns"
        problems.error(fields.place("columns"), message, "make 'column-gap' smaller")
    for line, edge, room, margin in (
        ("head", "top", paper.top, paper.head),
        ("foot", "bottom", paper.bottom, paper.foot),
    ):
        if margin > room:
            message = f"the running {line} stands in the text"
            hint = f"{line!r} is at most the {edge} margin"
            problems.error(fields.place(line), message, hint)


# --- running lines -----------------------------------------------------------------------------


def read_running(
    fields: Fields | None, palette: Palette, head: RunningStyle, foot: RunningStyle
) -> tuple[RunningStyle, RunningStyle]:
    """Read the running head and foot; `head` and `foot` are what they are if nothing is said."""
    if fields is None:
        return head, foot
    lines = (
        _running(fields.fields("head"), palette, head),
        _running(fields.fields("foot"), palette, foot),
    )
    fields.done()
    return lines


def _running(fields: Fields | None, palette: Palette, default: RunningStyle) -> RunningStyle:
    if fields is None:
        return default
    line = RunningStyle(
        inner=_running_text(fields, "inner", default.inner),
        outer=_running_text(fields, "outer", default.outer),
        rule=palette.read_or_none(fields, "rule", needed=False),
        on_first_page=fields.truth("on-first-page", default.on_first_page),
    )
    fields.done()
    return line


def _running_text(fields: Fields, name: str, default: RunningText) -> RunningText:
    text = fields.text(name, default)
    phrase = fields.phrase(name)
    if phrase is None:
        return text
    problems, places = fields.problems, phrase[1]
    if "\n" in text:
        message = f"{name!r} is more than one line"
        problems.error(fields.place(name), message, "a running line is a single one")
    for match in _NAMED.finditer(text):
        if match[1] is None:
            hint = "write names in braces, such as {title}"
            problems.error(places.at(match.start()), "this brace belongs to nothing", hint)
        elif match[1] not in _NAMES:
            problems.unknown(places.at(match.start() + 1), "name", match[1], _NAMES)
    return text


# --- sheets ------------------------------------------------------------------------------------


def read_sheets(
    style: Fields, palette: Palette, lengths: Lengths, paper: PaperStyle
) -> dict[str, SheetStyle]:
    """Read all sheets; what is not said of one is bare paper with text between the margins."""
    parts = Group(style, "sheets", "sheet", needed=False).some(_SHEETS)
    return {
        kind: _sheet(Fields(part, style.problems), palette, lengths, paper) for kind, part in parts
    }


def _sheet(fields: Fields, palette: Palette, lengths: Lengths, paper: PaperStyle) -> SheetStyle:
    sheet = SheetStyle(
        fill=palette.read_or_none(fields, "fill", needed=False),
        accent=palette.read_or_none(fields, "accent", needed=False),
        picture_top=lengths.read(fields, "picture-top", ZERO),
        picture_height=lengths.read(fields, "picture-height", ZERO),
        text_top=lengths.read(fields, "text-top", Pt(paper.height / 4)),
        inset=lengths.read(fields, "inset", paper.inner),
        bottom=lengths.read(fields, "bottom", paper.bottom),
    )
    fields.done()
    if paper.width and paper.height:
        _check_sheet(sheet, paper, fields)
    return sheet


def _check_sheet(sheet: SheetStyle, paper: PaperStyle, fields: Fields) -> None:
    room = paper.height - sheet.text_top - sheet.bottom
    if room <= 0 or paper.width <= 2 * sheet.inset:
        message = "the sheet leaves no room for text"
        fields.problems.error(fields.where, message, "make 'text-top', 'bottom' or 'inset' smaller")
    end = sheet.picture_top + sheet.picture_height
    if sheet.picture_height and sheet.text_top < end:
        message = "the sheet's text would stand over its picture"
        hint = f"let 'text-top' be where the picture ends or below, at {end:.0f}pt"
        fields.problems.error(fields.place("text-top"), message, hint)


# --- copy-fitting ------------------------------------------------------------------------------


def read_fitting(fields: Fields | None) -> FittingStyle:
    """Read how far white and type may be squeezed and stretched."""
    default = FittingStyle()
    if fields is None:
        return default
    fitting = FittingStyle(
        space=read_shares(fields, "space", default.space, least=_LEAST_SPACE, most=_MOST_SPACE),
        size=read_shares(fields, "size", default.size, least=_LEAST_SIZE, most=_MOST_SIZE),
    )
    fields.done()
    return fitting
