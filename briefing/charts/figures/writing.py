"""Writes the text of a figure."""

from typing import TYPE_CHECKING

from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from briefing.charts.figures.effects import Pass, Passes
from briefing.charts.figures.formulas import worded
from briefing.charts.figures.inks import Ink
from briefing.charts.figures.paths import downwards, segments_of
from briefing.charts.figures.sheet import Clip, Sheet
from briefing.charts.figures.text import Line, Outlines, Place, place_of
from briefing.charts.figures.type import Typesetter, printable
from briefing.model.drawing import Halo, Label
from briefing.model.style import TextStyle

if TYPE_CHECKING:
    from matplotlib.transforms import Transform


class Writer:
    """Writes text as labels; formulas as outlines, with a label that is only read.

    Attributes:
        outlines: What matplotlib asks for the outlines of text.
        missing: Family and character → the first text with a character that no face has.
    """

    __slots__ = ("_passes", "_sheet", "_type", "missing", "outlines")

    def __init__(self, sheet: Sheet, type_: Typesetter) -> None:
        self._sheet = sheet
        self._type = type_
        self._passes = Passes()
        self.outlines = Outlines(type_)
        self.missing: dict[tuple[str, str], str] = {}

    def label(
        self,
        text: str,
        style: TextStyle,
        place: Place,
        *,
        alpha: float,
        clip: Clip | None,
        halo: Halo | None = None,
    ) -> None:
        """Write a line of text."""
        for character in self._type.missing(text, style):
            self.missing.setdefault((style.family, character), text)
        label = Label(text, *place[:2], style, "start", place.angle, alpha, halo)
        self._sheet.add(label, clip)

    def formula(self, line: Line, place: Place, ink: Ink, clip: Clip | None) -> None:
        """Paint a formula, and tell it."""
        path = Path(*self.outlines.get_text_path(line.prop, line.text, line.is_math))
        self.outlines.forget()
        size = line.prop.get_size_in_points() / self.outlines.FONT_SCALE
        height = self._sheet.height
        turned = Affine2D().scale(size).rotate_deg(place.angle)
        matrix = downwards(turned.translate(place.x, height - place.y), height)
        self._outline(Pass(path, matrix, ink, clip))
        self.tell(line, place, clip)

    def tell(self, line: Line, place: Place, clip: Clip | None = None) -> None:
        """Let text be read whose letters are painted as something else."""
        style = self._type.style(line.prop)
        text = printable(line.text)
        if line.is_math:
            text = worded(text, lambda signs: self._type.missing(signs, style))
        else:
            lacking = self._type.missing(text, style)
            text = "".join([sign for sign in text if sign not in lacking])
        if text.strip():
            label = Label(text, *place[:2], style, "start", place.angle, hidden=True)
            self._sheet.add(label, clip)

    def again(self, path: Path, transform: "Transform", ink: Ink | None, clip: Clip | None) -> bool:
        """Note that a path effect paints a text once more; False if the path is no text."""
        line = self.outlines.whose(path)
        if line is None:
            return False
        if self._passes.line is not line:
            self.end()
        matrix = downwards(transform, self._sheet.height)
        self._passes.add(line, Pass(path, matrix, ink, clip))
        return True

    def end(self) -> None:
        """Write the text that path effects were painting."""
        line = self._passes.line
        if line is None:
            return
        before, main, halo, after = self._passes.told()
        for one in before:
            self._outline(one)
        if main is None:
            last = before[-1]
            self.tell(line, place_of(last.matrix), last.clip)
        elif line.is_math:
            self._outline(main)
            self.tell(line, place_of(main.matrix), main.clip)
        else:
            self._main(line, main, halo)
        for one in after:
            self._outline(one)

    def _main(self, line: Line, main: Pass, halo: Halo | None) -> None:
        ink = main.ink
        if ink is not None and ink.fill is not None:
            style, place = self._type.style(line.prop, ink.fill), place_of(main.matrix)
            text, alpha = printable(line.text), ink.fill_alpha
            self.label(text, style, place, alpha=alpha, clip=main.clip, halo=halo)

    def _outline(self, one: Pass) -> None:
        segments = segments_of(one.path, one.matrix)
        if one.ink is not None and segments:
            self._sheet.spend(len(segments), "text")
            self._sheet.add(one.ink.shape(segments), one.clip)
