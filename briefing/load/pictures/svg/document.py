"""Walks through the elements of a file, and draws them."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.parsers import expat

from briefing.errors import Location
from briefing.load.pictures.svg.elements import SVG, Element, Place, Property
from briefing.load.pictures.svg.looks import HIDDEN, Look, dressed, is_property
from briefing.load.pictures.svg.matrix import IDENTITY, Matrix, read_transform
from briefing.load.pictures.svg.numbers import FaultError
from briefing.load.pictures.svg.shapes import GEOMETRY, ShapeError, read_shape
from briefing.load.pictures.svg.view import ROOT_ATTRIBUTES, View, clipped_to, read_view
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.model.drawing import Drawing, Segment, Shape
from briefing.units import Pt

_TRANSFORM = "transform"
_UNPAINTED = frozenset(("title", "desc", "metadata", "defs"))
_NEVER = {
    "style": "write properties as attributes: style sheets are not read",
    "script": "take it out: a picture stands still",
}
_HINTS = {
    **_NEVER,
    "text": "turn text into paths",
    "image": "make a picture of its own of the bitmap",
    "use": "write the shapes out",
    "a": "take the link off",
    "svg": "a picture holds one 'svg'; put what is inside into a 'g'",
}
_UNREAD = frozenset(("id", "class", "style", "role", "tabindex", "lang", "focusable"))


def read_svg(file: TextFile, key: str, problems: Problems) -> Drawing | None:
    """Read a picture; None, and why taken down, if it cannot be drawn as it is meant.

    Args:
        file: Its text.
        key: The drawing's id.
        problems: What is wrong is taken down here.
    """
    found = Problems()
    reader = _Reader(file, found)
    reader.read()
    drawing = reader.drawing(key)
    problems.take(found)
    return drawing


class _RefusedError(Exception):
    """Ends the parsing; why has been taken down."""


class _Reader:
    """Parses a file, and keeps its places."""

    def __init__(self, file: TextFile, problems: Problems) -> None:
        self._file = file
        self._data = file.text.encode()
        self._problems = problems
        self._canvas: _Canvas | None = None
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction

    def read(self) -> None:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            where = Location(self._file.path, error.lineno, error.offset + 1)
            self._problems.error(where, f"not XML: {expat.ErrorString(error.code)}")
        except _RefusedError:
            pass

    def drawing(self, key: str) -> Drawing | None:
        """Give what was drawn; None if something is wrong."""
        if self._canvas is None or self._problems.failed:
            return None
        where, view, shapes = Location(self._file.path, 1), self._canvas.view, self._canvas.shapes
        width, height = Pt(view.width), Pt(view.height)
        items = clipped_to(width, height, shapes)
        if not items:
            self._problems.error(where, "nothing is drawn in the picture")
            return None
        return Drawing(key, width, height, items, alt="", data="", where=where)

    def _start(self, name: str, pairs: list[str]) -> None:
        element = Element(name, pairs, self._place())
        if self._canvas is not None:
            self._canvas.start(element)
            return
        view = self._view(element, name)
        if view is None:
            raise _RefusedError
        self._canvas = _Canvas(view, self._problems)
        self._canvas.enter(element, ROOT_ATTRIBUTES)

    def _end(self, _: str) -> None:
        if self._canvas is not None:
            self._canvas.end()

    def _view(self, element: Element, name: str) -> View | None:
        if element.name == "svg":
            return read_view(element, self._problems)
        message = f"this is no SVG: it begins with {name.rpartition(' ')[2]!r}"
        hint = f'begin with <svg xmlns="{SVG}" viewBox="…">'
        self._problems.error(element.where, message, hint)
        return None

    def _entity(self, *_: object) -> None:
        hint = "write out what they stand for"  # they can grow without end, or read other files
        self._problems.error(self._place().where, "entities are not read here", hint)
        raise _RefusedError

    def _instruction(self, name: str, _: str) -> None:
        if name == "xml-stylesheet":
            self._problems.error(self._place().where, "a style sheet", _NEVER["style"])

    def _place(self) -> Place:
        parser = self._parser
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        return Place(self._file.path, self._data, parser.CurrentByteIndex, line, column)


class _Level(NamedTuple):
    """What an element hands on to those inside it."""

    look: Look
    matrix: Matrix


class _Canvas:
    """Draws elements as they come.

    Attributes:
        shapes: Those drawn so far, in points.
    """

    def __init__(self, view: View, problems: Problems) -> None:
        self.view = view
        self.shapes: list[Shape] = []
        self._problems = problems
        self._levels = [_Level(Look(), view.matrix)]
        self._skipped = 0  # so many elements are open, of one that is passed over and in it

    def start(self, element: Element) -> None:
        if self._skipped:
            self._skipped += 1
            if element.name in _NEVER:
                self._refuse(element)
        elif element.name == "g":
            self.enter(element)
        elif element.name in GEOMETRY:
            self._levels.append(self._shape(element))
        else:
            if element.name and element.name not in _UNPAINTED:
                self._refuse(element)
            self._skipped = 1

    def enter(self, element: Element, own: tuple[str, ...] = ()) -> None:
        """Go into an element, or pass it over with all that is in it."""
        level = self._read(element, own)
        if level is None:
            self._skipped = 1
        else:
            self._levels.append(level)

    def end(self) -> None:
        """Leave the element that was entered last."""
        if self._skipped:
            self._skipped -= 1
        else:
            self._levels.pop()

    def _shape(self, element: Element) -> _Level:
        level = self._read(element, GEOMETRY[element.name])
        try:
            path = read_shape(element.name, element.attributes)
        except ShapeError as error:
            where = element.place(error.attribute, error.fault.at)
            self._problems.error(where, error.fault.message, error.fault.hint)
            return self._levels[-1]
        if level is None:
            return self._levels[-1]
        if path:
            self._draw(element, path, level)
        return level

    def _draw(self, element: Element, path: list[Segment], level: _Level) -> None:
        look, matrix = level
        stroke = look.stroke if look.width else None
        if not look.is_visible or (look.fill is None and stroke is None):
            return
        if stroke is not None and not matrix.keeps_shapes:
            message = "the stroke is stretched more one way than the other"
            self._problems.error(element.where, message, "turn the stroke into a path")
        size = matrix.scale
        shape = Shape(
            path=tuple(matrix.applied(path)),
            fill=look.fill,
            stroke=stroke,
            width=look.width * size,
            dash=tuple([length * size for length in look.dash]),
            cap=look.cap,
            join=look.join,
            miter=look.miter,
            even_odd=look.even_odd,
        )
        self.shapes.append(shape)

    def _read(self, element: Element, own: tuple[str, ...]) -> _Level | None:
        """Read what an element says of itself; None where it is not to be seen."""
        look, matrix = self._levels[-1]
        turn, hidden = IDENTITY, False
        for one in self._known(element, own):
            try:
                if one.name == _TRANSFORM:
                    turn = read_transform(one.value)
                elif one.name == HIDDEN:
                    hidden = one.value == "none"
                else:
                    look = dressed(look, one.name, one.value)
            except FaultError as fault:
                where = element.place(one.attribute, one.at + fault.at)
                self._problems.error(where, fault.message, fault.hint)
        return None if hidden else _Level(look, matrix.after(turn))

    def _known(self, element: Element, own: tuple[str, ...]) -> Iterable[Property]:
        """Give what sets something, ``color`` first, and refuse what is not known."""
        last: dict[str, Property] = {}
        for one in element.properties():
            if is_property(one.name) or (one.name == _TRANSFORM and element.name != "svg"):
                last[one.name] = one
            elif not _is_idle(one, own):
                self._refuse_attribute(element, one)
        return sorted(last.values(), key=lambda one: one.name != "color")

    def _refuse(self, element: Element) -> None:
        hint = _HINTS.get(element.name, "only shapes with plain colours are")
        self._problems.error(element.where, f"{element.name!r} is not drawn", hint)

    def _refuse_attribute(self, element: Element, one: Property) -> None:
        message, hint = f"{one.name!r} is not read in {element.name!r}", "take it out"
        if one.name.startswith("on"):
            message, hint = f"a script in {one.name!r}", _NEVER["script"]
        self._problems.error(element.place(one.attribute, one.at), message, hint)


def _is_idle(one: Property, own: tuple[str, ...]) -> bool:
    """Tell whether something can be passed over: it is read elsewhere, or nothing to see."""
    if one.attribute == "style":
        return one.name.startswith("-")
    return one.name in own or one.name in _UNREAD or one.name.startswith(("data-", "aria-"))
