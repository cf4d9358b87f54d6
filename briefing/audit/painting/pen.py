"""Follows the operators of text and of the graphics state: what is shown, and where.

Source: ISO 32000-1 8.4, 9.3, 9.4.
"""

from collections.abc import Callable, Iterable, Mapping
from math import hypot
from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, String

from briefing.audit import entries
from briefing.audit.painting.codes import Font, read_font
from briefing.audit.painting.gathering import Spot, direction

FontKey = tuple[int, int]
Matrix = tuple[float, float, float, float, float, float]

OPERATORS = "BT ET Tf Tm Td TD T* TL Tc Tw Tz Ts Tj TJ ' \" q Q cm gs"
"""Those that a `Pen` knows."""

UNITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_SPACE = -180.0  # a shift, in thousandths of the size, beyond which words are apart
_MOST_FONTS = 5000  # of a file


class Shown(NamedTuple):
    """A piece of text.

    Attributes:
        end: Where it ends on the page.
        size: Of letters, in points on the page.
    """

    text: str
    codes: Iterable[int]
    font: FontKey
    spot: Spot
    end: tuple[float, float]
    size: float


class State(NamedTuple):
    """The graphics state, as far as it matters for text."""

    ctm: Matrix = UNITY
    key: FontKey = (0, 0)
    font: Font | None = None
    size: float = 0.0
    tracking: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0


class MalformedError(ValueError):
    """Content that is not as content must be; its text says how."""


class Fonts:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self.known: dict[FontKey, Font] = {}
        self._direct = 0

    def read(self, font: Any) -> tuple[FontKey, Font]:
        """Read a font; one that is no object of its own has a key below 0."""
        key = font.objgen if isinstance(font, Dictionary) and font.is_indirect else (0, 0)
        if key == (0, 0):
            self._direct += 1
            key = -self._direct, 0
        if key not in self.known:
            if len(self.known) >= _MOST_FONTS:
                raise MalformedError(f"there are more than {_MOST_FONTS} fonts")
            self.known[key] = read_font(font)
        return key, self.known[key]


class Pen:
    """Follows operators.

    Attributes:
        resources: Where names of fonts are looked up.
        state: The current one.
        is_inside: A text object is open.
    """

    __slots__ = (
        "_apart", "_fonts", "_line", "_named", "_saved", "_show", "_text", "do", "is_inside",
        "resources", "state",
    )  # fmt: skip

    def __init__(self, fonts: Fonts, show: Callable[[Shown], None], *, apart: bool) -> None:
        """`show` gets what is shown; `apart`: a piece for each word that shifts keep apart."""
        self.resources: Any = None
        self.state = State()
        self.is_inside = False
        self._fonts = fonts
        self._named: dict[tuple[FontKey, str], tuple[FontKey, Font]] = {}
        self._show = show
        self._apart = apart
        self._saved: list[State] = []
        self._line = self._text = UNITY
        self.do: Mapping[str, Callable[[Any], None]] = {
            "BT": self._begin, "ET": self._end, "Tf": self._set_font, "Tm": self._place,
            "Td": self._move, "TD": self._move_down, "T*": self._next_line, "TL": self._set_leading,
            "Tc": self._set_tracking, "Tw": self._set_word_space, "Tz": self._set_scale,
            "Tj": self._show_one, "TJ": self._show_all, "'": self._show_next,
            '"': self._show_spaced, "q": self._save, "Q": self._restore, "cm": self._transform,
            "gs": self._set_more, "Ts": self._ignore,
        }  # fmt: skip

    def enter(self, matrix: Matrix) -> list[State]:
        """Begin a form; give what is returned to `leave`."""
        kept, self._saved = self._saved, []
        kept.append(self.state)
        self.state = self.state._replace(ctm=times(matrix, self.state.ctm))
        return kept

    def leave(self, kept: list[State]) -> None:
        """End a form, whatever it left open."""
        self.state = kept.pop()
        self._saved = kept

    def _ignore(self, operands: Any) -> None:
        """A rise: sub- and superscripts stand on the line that they belong to."""

    def _begin(self, operands: Any) -> None:  # noqa: ARG002
        self._line = self._text = UNITY
        if self.is_inside:
            raise MalformedError("text objects are nested")
        self.is_inside = True

    def _end(self, operands: Any) -> None:  # noqa: ARG002
        if not self.is_inside:
            raise MalformedError("a text object ends that did not begin")
        self.is_inside = False

    def _set_font(self, operands: Any) -> None:
        name, size = entries.named(operands[0]), float(operands[1])
        held = entries.dictionary(self.resources, "/Font")
        within = held.objgen if held is not None and held.is_indirect else (0, 0)
        found = self._named.get((within, name)) if within != (0, 0) else None
        if found is None:
            font = entries.entry(held, operands[0])
            found = self._fonts.read(font) if isinstance(font, Dictionary) else None
            if found is None:
                self.state = self.state._replace(font=None, size=size)
                raise MalformedError(f"there is no font {name}")
            self._named[within, name] = found
        self.state = self.state._replace(key=found[0], font=found[1], size=size)

    def _set_more(self, operands: Any) -> None:
        given = entries.dictionary(entries.dictionary(self.resources, "/ExtGState"), operands[0])
        font = entries.array(given, "/Font")
        if len(font) == 2 and isinstance(font[0], Dictionary):
            key, read = self._fonts.read(font[0])
            self.state = self.state._replace(key=key, font=read, size=float(font[1]))

    def _place(self, operands: Any) -> None:
        self._line = self._text = _matrix(operands)

    def _move(self, operands: Any) -> None:
        self._shift(float(operands[0]), float(operands[1]))

    def _shift(self, x: float, y: float) -> None:
        a, b, c, d, e, f = self._line
        self._line = self._text = a, b, c, d, e + x * a + y * c, f + x * b + y * d

    def _move_down(self, operands: Any) -> None:
        self.state = self.state._replace(leading=-float(operands[1]))
        self._move(operands)

    def _next_line(self, operands: Any) -> None:  # noqa: ARG002
        self._shift(0.0, -self.state.leading)

    def _set_leading(self, operands: Any) -> None:
        self.state = self.state._replace(leading=float(operands[0]))

    def _set_tracking(self, operands: Any) -> None:
        self.state = self.state._replace(tracking=float(operands[0]))

    def _set_word_space(self, operands: Any) -> None:
        self.state = self.state._replace(word_space=float(operands[0]))

    def _set_scale(self, operands: Any) -> None:
        self.state = self.state._replace(scale=float(operands[0]) / 100)

    def _save(self, operands: Any) -> None:  # noqa: ARG002
        self._saved.append(self.state)

    def _restore(self, operands: Any) -> None:  # noqa: ARG002
        if not self._saved:
            raise MalformedError("a graphics state is restored that was not saved")
        self.state = self._saved.pop()

    def _transform(self, operands: Any) -> None:
        self.state = self.state._replace(ctm=times(_matrix(operands), self.state.ctm))

    def _show_next(self, operands: Any) -> None:
        self._next_line(operands)
        self._show_one(operands)

    def _show_spaced(self, operands: Any) -> None:
        word_space, tracking = float(operands[0]), float(operands[1])
        self.state = self.state._replace(word_space=word_space, tracking=tracking)
        self._next_line(operands)
        self._put(bytes(operands[2]), 0.0)

    def _show_one(self, operands: Any) -> None:
        if isinstance(operands[0], String):
            self._put(bytes(operands[0]), 0.0)

    def _show_all(self, operands: Any) -> None:
        strings, shift = list[bytes](), 0.0
        items = operands[0]
        for item in items if isinstance(items, Array) else ():
            if isinstance(item, String):
                strings.append(bytes(item))
                continue
            distance = -float(item)
            if self._apart and distance > -_SPACE:
                self._put(b"".join(strings), shift)
                strings, shift = [], 0.0
                self._put(b"", distance)
            else:
                shift += distance
        self._put(b"".join(strings), shift)

    def _put(self, data: bytes, shift: float) -> None:
        """Show a string; `shift` is added to its width, in thousandths of the size."""
        _, key, font, size, tracking, word_space, scale, _ = state = self.state
        if font is None or not self.is_inside:
            raise MalformedError("text is shown without a font, or outside of a text object")
        codes = tuple(font.split(data))
        width = (sum(map(font.widths.__getitem__, codes)) + shift) / 1000 * size
        width += len(codes) * tracking
        if word_space and not font.is_wide:
            width += codes.count(32) * word_space
        a, b, c, d, e, f = times(self._text, state.ctm)
        width *= scale
        ta, tb, tc, td, te, tf = self._text
        self._text = ta, tb, tc, td, te + width * ta, tf + width * tb
        if codes:
            text = "".join(map(font.texts.__getitem__, codes))
            spot = e, f, *direction(a, b)
            end = e + width * a, f + width * b
            self._show(Shown(text, codes, key, spot, end, abs(size) * hypot(c, d)))


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does one after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f
