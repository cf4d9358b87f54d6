"""What a style says of boxes, tables, the title band and charts."""

from typing import Literal, get_args

from briefing.load.styles.colours import Palette
from briefing.load.styles.groups import Group
from briefing.load.styles.lengths import ZERO, Lengths, read_share
from briefing.load.styles.texts import Texts
from briefing.load.syntax.fields import Fields, what_it_is
from briefing.load.syntax.yaml_doc import YamlMap
from briefing.model.prose import BoxKind
from briefing.model.style import BandStyle, BoxStyle, ChartStyle, TableStyle, TextStyle

_BOXES: tuple[str, ...] = get_args(BoxKind)
_SIDES: tuple[Literal["left", "top"], ...] = ("left", "top")
_BESIDE, _LEAST_BESIDE, _MOST_BESIDE = 0.4, 25, 60


def read_boxes(style: Fields, palette: Palette, lengths: Lengths) -> dict[str, BoxStyle]:
    """Read all boxes, each of which must be there."""
    parts = Group(style, "boxes", "box").all(_BOXES)
    return {kind: _box(Fields(part, style.problems), palette, lengths) for kind, part in parts}


def _box(fields: Fields, palette: Palette, lengths: Lengths) -> BoxStyle:
    box = BoxStyle(
        fill=palette.read_or_none(fields, "fill"),
        rule=palette.read_or_none(fields, "rule"),
        rule_side=fields.choice("rule-side", _SIDES, "left"),
        rule_width=lengths.read(fields, "rule-width", ZERO),
        padding_x=lengths.read(fields, "padding-x"),
        padding_y=lengths.read(fields, "padding-y"),
        space_before=lengths.read(fields, "space-before"),
        space_after=lengths.read(fields, "space-after"),
        wide=fields.truth("wide", False),
        beside=read_share(fields, "beside", _BESIDE, least=_LEAST_BESIDE, most=_MOST_BESIDE),
    )
    fields.done()
    return box


def read_table(fields: Fields, palette: Palette, lengths: Lengths) -> TableStyle:
    """Read how tables are ruled and spaced."""
    table = TableStyle(
        head_rule=palette.read(fields, "head-rule"),
        row_rule=palette.read(fields, "row-rule"),
        highlight_fill=palette.read(fields, "highlight-fill"),
        padding_x=lengths.read(fields, "padding-x"),
        padding_y=lengths.read(fields, "padding-y"),
        space_before=lengths.read(fields, "space-before"),
        space_after=lengths.read(fields, "space-after"),
    )
    fields.done()
    return table


def read_band(fields: Fields, palette: Palette, lengths: Lengths) -> BandStyle:
    """Read the title band."""
    band = BandStyle(
        fill=palette.read_or_none(fields, "fill"),
        accent=palette.read_or_none(fields, "accent"),
        padding_top=lengths.read(fields, "padding-top"),
        padding_bottom=lengths.read(fields, "padding-bottom"),
        space_after=lengths.read(fields, "space-after"),
    )
    fields.done()
    return band


def read_chart(fields: Fields, texts: Texts, palette: Palette) -> ChartStyle:
    """Read the colours and type of charts."""
    chart = ChartStyle(
        accent=palette.read(fields, "accent"),
        neutral=palette.read(fields, "neutral"),
        series=palette.read_list(fields, "series"),
        grid=palette.read(fields, "grid"),
        axis=palette.read(fields, "axis"),
        label=_text(fields, "label", texts),
        value=_text(fields, "value", texts),
    )
    fields.done()
    return chart


def _text(fields: Fields, name: str, texts: Texts) -> TextStyle:
    node, wanted = fields.node(name), "a mapping such as {text: sans, size: 8pt}"
    if type(node) is YamlMap:
        part = Fields(node, fields.problems)
        text = texts.of(part, node)
        part.done()
        return text
    if node is None:
        fields.missing(name, wanted)
    else:
        message = f"{name!r} is {what_it_is(node)}"
        fields.problems.error(node.where, message, f"wanted: {wanted}")
    return TextStyle("", 1.0, "#000000")
