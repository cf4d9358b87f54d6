"""Lengths and shares as a style gives them: in units, lines of its baseline, steps of its scale."""

import re

from briefing.load.syntax.fields import Fields, what_it_is
from briefing.load.syntax.fields import read_number as number_of
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlText
from briefing.units import Pt, parse_length

ZERO = Pt(0)

LONGEST = Pt(14400)
"""Source: ISO 32000-1 annex C, table C.1: 14,400 units of the side of a page."""

_MOST_STEPS = 12

_HARMLESS = Pt(12)  # in place of what is wrong

_BASELINE = "such as 'baseline: 13pt', beside 'paper'"
_SCALE = "such as 'scale: {base: 9.6pt, ratio: 1.2}', beside 'paper'"
_LEAST_RATIO, _MOST_RATIO = 1.0, 2.0

_LINES = re.compile(r"(-?\d+(?:\.\d+)?)\s*ln")
_STEP = re.compile(r"step\s+(-?\d+(?:\.\d+)?)")
_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s*%")
_SHARES = re.compile(r"(\d+(?:\.\d+)?)\s*%\s*\.\.\s*(\d+(?:\.\d+)?)\s*%")


class Lengths:
    """Reads the lengths of a style, which may be given in measures of its own."""

    def __init__(self, style: Fields) -> None:
        """Take the style's baseline and scale, if it says them."""
        self._problems: Problems = style.problems
        self._line: Pt | None = None
        if style.has("baseline"):
            self._line = self.above_zero(style, "baseline") or _HARMLESS
        self._base: Pt | None = None
        self._ratio = 1.0
        scale = style.fields("scale")
        if scale is not None:
            self._base = self.above_zero(scale, "base") or _HARMLESS
            self._ratio = self._read_ratio(scale)
            scale.done()

    def read(self, fields: Fields, name: str, default: Pt | None = None) -> Pt:
        """Read a length that is not below zero; it must be there unless `default` is given."""
        length = self.shift(fields, name, default)
        if length < 0:
            self._problems.error(fields.place(name), f"{name!r} is below zero")
        return length

    def shift(self, fields: Fields, name: str, default: Pt | None = None) -> Pt:
        """Read a length that may be below zero."""
        if default is not None and not fields.has(name):
            return default
        length = self._given(fields, name)
        return ZERO if length is None else length

    def above_zero(self, fields: Fields, name: str) -> Pt:
        """Read a length that must be there and above zero."""
        length = self._given(fields, name)
        if length is not None and length <= 0:
            self._problems.error(fields.place(name), f"{name!r} is not above zero")
        return ZERO if length is None else length

    def size(self, fields: Fields, name: str) -> Pt:
        """Read a size of type: a length, or a step of the scale, to a tenth of a point."""
        node = fields.node(name)
        if type(node) is not YamlText or not node.text.startswith("step"):
            return self.above_zero(fields, name)
        match = _STEP.fullmatch(node.text)
        if match is None or abs(float(match[1])) > _MOST_STEPS:
            hint = f"write it like 'step 2' or 'step -1', up to {_MOST_STEPS} either way"
            self._problems.error(node.where, f"{node.text!r} is no step", hint)
        elif self._base is None:
            message = f"{node.text!r} is a step of no scale"
            self._problems.error(node.where, message, f"give the style one, {_SCALE}")
        else:
            return Pt(max(round(self._base * self._ratio ** float(match[1]), 1), 0.1))
        return ZERO

    def _given(self, fields: Fields, name: str) -> Pt | None:
        """Give a length that must be there; None where it is wrong, which is taken down."""
        node = fields.node(name)
        length = self._parsed(node) if type(node) is YamlText else None
        if length is None:
            fields.length(name)  # tells what is wrong
        elif abs(length) > LONGEST:
            message = f"{name!r} is longer than any page of a PDF"
            self._problems.error(fields.place(name), message, f"at most {LONGEST:.0f}pt")
            return None
        return length

    def _parsed(self, node: YamlText) -> Pt | None:
        lines = _LINES.fullmatch(node.text)
        if lines is not None:
            return self._in_lines(node, float(lines[1]))
        try:
            return parse_length(node.text)
        except ValueError:
            return None

    def _in_lines(self, node: YamlText, count: float) -> Pt:
        if self._line is None:
            message = f"{node.text!r} counts lines of no baseline"
            self._problems.error(node.where, message, f"give the style one, {_BASELINE}")
            return _HARMLESS
        return Pt(round(count * self._line, 3))

    def _read_ratio(self, scale: Fields) -> float:
        node, wanted = scale.node("ratio"), f"a number above {_LEAST_RATIO:g}, such as 1.2"
        if node is None:
            scale.missing("ratio", wanted)
            return 1.0
        ratio = number_of(node, "ratio", self._problems, wanted)
        if ratio is not None and not _LEAST_RATIO < ratio <= _MOST_RATIO:
            hint = f"wanted: {wanted}, and at most {_MOST_RATIO:g}"
            self._problems.error(node.where, f"'ratio' is {what_it_is(node)}", hint)
            return 1.0
        return ratio or 1.0


def read_share(fields: Fields, name: str, default: float, *, least: int, most: int) -> float:
    """Read a share in per cent, such as ``40%``; `least` and `most` are in per cent too."""
    node = fields.node(name)
    if node is None:
        return default
    match = _SHARE.fullmatch(node.text) if type(node) is YamlText else None
    if match is None or not least <= float(match[1]) <= most:
        hint = f"wanted: a share from {least}% to {most}%"
        fields.problems.error(node.where, f"{name!r} is {what_it_is(node)}", hint)
        return default
    return float(match[1]) / 100


def read_shares(
    fields: Fields, name: str, default: tuple[float, float], *, least: int, most: int
) -> tuple[float, float]:
    """Read two shares around the whole, such as ``80%..110%``."""
    node = fields.node(name)
    if node is None:
        return default
    match = _SHARES.fullmatch(node.text) if type(node) is YamlText else None
    if match is None or not least <= float(match[1]) <= 100 <= float(match[2]) <= most:
        hint = f"wanted: the least and the most, with 100% between them, such as {least}%..{most}%"
        fields.problems.error(node.where, f"{name!r} is {what_it_is(node)}", hint)
        return default
    return float(match[1]) / 100, float(match[2]) / 100
