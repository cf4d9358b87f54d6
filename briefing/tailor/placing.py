"""Set what is kept in a file of its own and is no text: charts, tables, pictures."""

from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from briefing.model.chart_spec import ChartSpec
from briefing.model.content import PictureSpec, TableSpec
from briefing.model.manuscript import Figure, Picture, TableBlock
from briefing.model.prose import Placement
from briefing.tailor.charts import place_chart
from briefing.tailor.named import name_of
from briefing.tailor.pictures import place_picture
from briefing.tailor.tables import place_table
from briefing.tailor.work import Scope, Work

_Spec = TypeVar("_Spec", ChartSpec, TableSpec, PictureSpec)
_Placed = TypeVar("_Placed", tuple[Figure | TableBlock, ...], TableBlock, Picture)


def place_file(
    placement: Placement, at: Work, scope: Scope
) -> tuple[Figure | TableBlock | Picture, ...]:
    """Set what a placement names; nothing, and the reason noted, where it is left out."""
    name, what, position = placement.id, name_of(placement), placement.position
    match placement.kind:
        case "chart":
            blocks = _place(at.content.charts[name], what, place_chart, at, scope)
            return tuple([replace(block, position=position) for block in blocks or ()])
        case "table":
            table = _place(at.content.tables[name], what, place_table, at, scope)
            return (replace(table, position=position),) if table else ()
        case "picture":
            picture = _place(at.content.pictures[name], what, place_picture, at, scope)
            beside = "beside" in placement.attributes.classes
            return (replace(picture, position=position, beside=beside),) if picture else ()
        case "section":
            raise ValueError("a section is text, which is worded with the blocks around it")


def place_ground(name: str, at: Work, scope: Scope) -> Picture | None:
    """Set the picture of a sheet, to which no reference leads; None likewise."""
    ground = replace(at.content.pictures[name], id="")
    return _place(ground, f"picture {name!r}", place_picture, at, scope)


def _place(
    spec: _Spec,
    what: str,
    place: Callable[[_Spec, Work, Scope], _Placed | None],
    at: Work,
    scope: Scope,
) -> _Placed | None:
    if not at.keeps(spec.conditions, spec.where, what, at.names):
        return None
    placed = place(spec, at, at.claim((spec.id,), scope) if spec.id else scope)
    if placed:
        at.mark(spec.conditions, spec)
    return placed
