"""Any figure of matplotlib's as items of a drawing.

It must be recorded under the settings that it was made with, for matplotlib reads some of them
only now.
"""

from matplotlib.figure import Figure

from briefing.charts.figures.canvas import set_to
from briefing.charts.figures.renderer import NeedsPixels, Renderer
from briefing.charts.figures.type import Typesetter
from briefing.errors import ContentError, Diagnostic, Location
from briefing.model.drawing import Painted
from briefing.model.style import TextStyle
from briefing.text.fonts import Fonts
from briefing.units import Pt

_NOWHERE = Location("", 1)


def record(
    figure: Figure,
    *,
    width: Pt,
    height: Pt,
    fonts: Fonts,
    style: TextStyle,
    where: Location = _NOWHERE,
) -> list[Painted]:
    """Draw a figure, and give what it paints, in order.

    The figure's own size, resolution and canvas come back afterwards.

    Args:
        figure: Not a part of another.
        width: Of the drawing; the figure is laid out anew for it.
        height: Likewise.
        fonts: Those of the document; all text is set in them.
        style: What text has that the figure does not choose: the family, features.
        where: The chart.

    Raises:
        ContentError: Characters that no face has; more than a drawing can hold.
    """
    type_ = Typesetter(fonts, style)
    try:
        renderer = Renderer(width, height, type_, where)
        items = _drawn(figure, renderer)
    except NeedsPixels:  # begun anew, so that Agg is imported only where it is needed
        renderer = Renderer(width, height, type_, where)
        items = _drawn(figure, renderer, in_pixels=True)
    if renderer.missing:
        raise ContentError(_lacking(renderer.missing, where))
    return items


def _drawn(figure: Figure, renderer: Renderer, *, in_pixels: bool = False) -> list[Painted]:
    with set_to(figure, renderer):
        if in_pixels:
            from briefing.charts.figures.pixels import draw_mixed

            draw_mixed(figure, renderer)
        else:
            figure.draw(renderer)
    return renderer.done()


def _lacking(missing: dict[tuple[str, str], str], where: Location) -> list[Diagnostic]:
    return [
        Diagnostic(
            where,
            f"no face of {family!r} has the character {character!r} (U+{ord(character):04X})",
            f"add a family that has it to the fallback of {family!r} in the style, or reword",
            detail=f"it is in the figure's text {text!r}",
        )
        for (family, character), text in missing.items()
    ]
