"""A house style with less white or smaller type, or with more: for copy-fitting."""

from msgspec.structs import replace

from briefing.model.style import BoxStyle, ParagraphStyle, Style, TableStyle
from briefing.units import Pt

STEPS = 16
"""Steps from a style as it is to its tightest or loosest; few, so that type is cached."""


def squeezed(style: Style, step: int) -> Style:
    """Go some steps towards the limits of `style.fitting`: white first, then type.

    Args:
        style: As it is at step 0.
        step: From -`STEPS`, the loosest, to `STEPS`, the tightest.
    """
    if step == 0:
        return style
    side = 0 if step > 0 else 1
    way = abs(step) / STEPS
    space = _between(style.fitting.space[side], min(1.0, 2 * way))
    size = _between(style.fitting.size[side], max(0.0, 2 * way - 1))
    paragraphs = {
        name: _paragraph(paragraph, space, size) for name, paragraph in style.paragraphs.items()
    }
    boxes = {kind: _box(box, space) for kind, box in style.boxes.items()}
    return replace(style, paragraphs=paragraphs, boxes=boxes, table=_table(style.table, space))


def _between(limit: float, way: float) -> float:
    return 1.0 + (limit - 1.0) * way


def _paragraph(style: ParagraphStyle, space: float, size: float) -> ParagraphStyle:
    text = style.text
    return replace(
        style,
        text=replace(text, size=round(text.size * size, 3)) if size != 1.0 else text,
        leading=Pt(style.leading * size),
        space_before=Pt(style.space_before * space),
        space_after=Pt(style.space_after * space),
    )


def _box(style: BoxStyle, space: float) -> BoxStyle:
    return replace(
        style,
        padding_y=Pt(style.padding_y * space),
        space_before=Pt(style.space_before * space),
        space_after=Pt(style.space_after * space),
    )


def _table(style: TableStyle, space: float) -> TableStyle:
    return replace(
        style,
        padding_y=Pt(style.padding_y * space),
        space_before=Pt(style.space_before * space),
        space_after=Pt(style.space_after * space),
    )
