"""How shapes look: the properties that an element hands on to those inside it (SVG 1.1, 11)."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, TypeVar, get_args

from briefing.load.pictures.svg.colours import read_colour
from briefing.load.pictures.svg.numbers import FaultError, read_length, read_numbers
from briefing.model.style import Colour

Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]
Rule = Literal["nonzero", "evenodd"]
Choice = TypeVar("Choice", bound=str)

_CAPS: tuple[Cap, ...] = get_args(Cap)
_JOINS: tuple[Join, ...] = get_args(Join)
_RULES: tuple[Rule, ...] = get_args(Rule)


class Look(NamedTuple):
    """What is handed on; lengths are in units of the user, the first values are those of SVG.

    Attributes:
        colour: What ``currentColor`` stands for.
    """

    fill: Colour | None = "#000000"
    stroke: Colour | None = None
    width: float = 1.0
    cap: Cap = "butt"
    join: Join = "miter"
    miter: float = 4.0
    dash: tuple[float, ...] = ()
    even_odd: bool = False
    colour: Colour = "#000000"
    is_visible: bool = True


HIDDEN = "display"
"""The property that can leave out an element with all that is in it."""

_NEUTRAL: Mapping[str, tuple[str, ...]] = {
    "opacity": ("1", "1.0", "100%"), "fill-opacity": ("1", "1.0", "100%"),
    "stroke-opacity": ("1", "1.0", "100%"), "stroke-dashoffset": ("0", "0px", "0.0"),
    "clip-path": ("none",), "mask": ("none",), "filter": ("none",), "marker": ("none",),
    "marker-start": ("none",), "marker-mid": ("none",), "marker-end": ("none",),
    "mix-blend-mode": ("normal",), "vector-effect": ("none",), "paint-order": ("normal",),
    "transform-origin": ("0 0", "0px 0px"), "transform-box": ("view-box",),
}  # fmt: skip
"""Properties that are not drawn, with the values at which they would change nothing."""

_IDLE = frozenset((
    "baseline-shift", "clip", "clip-rule", "color-interpolation", "color-interpolation-filters",
    "color-profile", "color-rendering", "cursor", "direction", "dominant-baseline",
    "enable-background", "flood-color", "flood-opacity", "font", "font-family",
    "font-feature-settings", "font-size", "font-size-adjust", "font-stretch", "font-style",
    "font-variant", "font-variation-settings", "font-weight", "image-rendering", "isolation",
    "kerning", "letter-spacing", "lighting-color", "line-height", "overflow", "pointer-events",
    "shape-inside", "shape-padding", "shape-rendering", "solid-color", "solid-opacity",
    "stop-color", "stop-opacity", "text-align", "text-anchor", "text-decoration", "text-indent",
    "text-orientation", "text-rendering", "text-transform", "unicode-bidi", "white-space",
    "word-spacing", "writing-mode",
))  # fmt: skip
"""Properties that say nothing of shapes with plain colours."""


def is_property(name: str) -> bool:
    """Tell whether something is a property, which attributes and styles may set."""
    return name in _SET or name in _NEUTRAL or name in _IDLE or name == HIDDEN


def dressed(look: Look, name: str, value: str) -> Look:
    """Give a look with one property set.

    Raises:
        FaultError: It has another value than can be drawn.
    """
    if value == "inherit":
        return look
    setter = _SET.get(name)
    if setter is not None:
        return setter(look, value)
    if name in _NEUTRAL and value not in _NEUTRAL[name]:
        wanted = _NEUTRAL[name][0]
        raise FaultError(0, f"{name!r} is not drawn: {value!r}", f"only {wanted!r} is")
    return look


def _paint(look: Look, value: str) -> Colour | None:
    if value in ("none", "transparent"):
        return None
    return look.colour if value.lower() == "currentcolor" else read_colour(value)


def _fill(look: Look, value: str) -> Look:
    return look._replace(fill=_paint(look, value))


def _stroke(look: Look, value: str) -> Look:
    return look._replace(stroke=_paint(look, value))


def _colour(look: Look, value: str) -> Look:
    return look._replace(colour=read_colour(value))


def _width(look: Look, value: str) -> Look:
    return look._replace(width=_positive(read_length(value), value))


def _cap(look: Look, value: str) -> Look:
    return look._replace(cap=_one_of(_CAPS, value))


def _join(look: Look, value: str) -> Look:
    return look._replace(join=_one_of(_JOINS, value))


def _miter(look: Look, value: str) -> Look:
    numbers = read_numbers(value)
    if len(numbers) != 1 or numbers[0] < 1:
        raise FaultError(0, f"{value!r} is no limit", "wanted: a number from 1")
    return look._replace(miter=numbers[0])


def _dash(look: Look, value: str) -> Look:
    if value == "none":
        return look._replace(dash=())
    parts = value.replace(",", " ").split()
    lengths = tuple([_positive(read_length(part), part) for part in parts])
    if not any(lengths):
        return look._replace(dash=())
    return look._replace(dash=lengths if len(lengths) % 2 == 0 else lengths * 2)


def _rule(look: Look, value: str) -> Look:
    return look._replace(even_odd=_one_of(_RULES, value) == "evenodd")


def _visibility(look: Look, value: str) -> Look:
    known = ("visible", "hidden", "collapse")
    return look._replace(is_visible=_one_of(known, value) == "visible")


_SET: Mapping[str, Callable[[Look, str], Look]] = {
    "color": _colour, "fill": _fill, "stroke": _stroke, "stroke-width": _width,
    "stroke-linecap": _cap, "stroke-linejoin": _join, "stroke-miterlimit": _miter,
    "stroke-dasharray": _dash, "fill-rule": _rule, "visibility": _visibility,
}  # fmt: skip


def _positive(length: float, value: str) -> float:
    if length < 0:
        raise FaultError(0, f"{value!r} is less than 0")
    return length


def _one_of(known: tuple[Choice, ...], value: str) -> Choice:
    for one in known:
        if one == value:
            return one
    raise FaultError(0, f"{value!r} is not drawn", f"wanted: {', '.join(known)}")
