"""What a table written in Markdown says of itself, in the braces before it."""

from typing import NamedTuple, get_args

from briefing.load.expressions import Checker
from briefing.load.markdown.around import STANDS, Around, standing
from briefing.load.markdown.attributes import read_choice, read_whole
from briefing.load.markdown.bearers import CARRIED, Bearer
from briefing.load.markdown.braces import Braces
from briefing.load.markdown.inlines import read_inlines
from briefing.load.syntax.fields import Name
from briefing.model.prose import Inline, Position

POSITIONS: tuple[Position, ...] = get_args(Position)

MOST_HEAD_ROWS = 9

_MOVING = ("place", ".beside")


class TableSettings(NamedTuple):
    """What is said of a table, apart from what any block may say.

    Attributes:
        head: So many rows are its head, the one above the dashes included.
        align: The alignment of each column as written, each with its place; empty where it is
            that of the dashes.
        position: Where it stands.
    """

    caption: tuple[Inline, ...] = ()
    note: tuple[Inline, ...] = ()
    head: int = 1
    align: tuple[Name, ...] = ()
    position: Position = "here"


PLAIN_TABLE = TableSettings()


def read_table_settings(braces: Braces | None, around: Around) -> TableSettings:
    """Read what the braces before a table say; `around` is what surrounds its cells."""
    if braces is None or braces.fault is not None:
        return PLAIN_TABLE
    return TableSettings(
        caption=_words(braces, "caption", around),
        note=_words(braces, "note", around),
        head=_head(braces, around.checker),
        align=braces.names("align") or (),
        position=read_position(braces, around),
    )


def _head(braces: Braces, checker: Checker) -> int:
    """Read how many rows are the head; where that is none, the first is taken for it."""
    entry = braces.entry("head")
    if entry is not None and entry.value.strip() == "0":
        hint = "name what stands in the columns; it is read out with every cell"
        where = braces.places.at(entry.value_at)
        checker.problems.error(where, "the table has no head", hint, "table-head")
        return 1
    return read_whole(braces, "head", 1, least=1, most=MOST_HEAD_ROWS, checker=checker)


def read_position(braces: Braces | None, around: Around) -> Position:
    """Read where a figure or table stands."""
    return read_choice(braces, "place", POSITIONS, around.checker)


def check_place(braces: Braces | None, bearer: Bearer, around: Around) -> None:
    """Refuse to move what stands where nothing can move."""
    if braces is None or around.inside in STANDS["float"]:
        return
    for entry in braces.entries:
        if entry.name in _MOVING and entry.name in CARRIED[bearer] and entry.value != "here":
            where = standing(around.inside)
            message = f"what stands {where} cannot move to another place"
            hint = "leave it out, or write the block outside"
            around.checker.problems.error(braces.places.at(entry.at), message, hint)


def _words(braces: Braces, key: str, around: Around) -> tuple[Inline, ...]:
    phrase = braces.phrase(key)
    return read_inlines(*phrase, around.setting()) if phrase else ()
