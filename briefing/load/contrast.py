"""Whether the colours of a style can be told apart by those who must read it.

Source: WCAG 2.2, 1.4.3 for text and 1.4.11 for parts of charts; definitions of "contrast ratio",
"relative luminance" and "large scale".
"""

from briefing.load.problems import Problems
from briefing.model.style import Colour, Style, TextStyle

PAPER: Colour = "#ffffff"

LEAST, LEAST_LARGE, LEAST_PART = 4.5, 3.0, 3.0
"""Ratios of text, of large text and of parts of charts."""

_LARGE, _LARGE_BOLD = 18.0, 14.0  # points

_IN_BAND = ("band-kicker", "band-title", "band-subtitle", "band-meta")
_IN_FACTS = ("box-title", "fact-value", "fact-label")
_IN_QUOTE = ("pull-quote",)
_IN_BOX = ("box-title", "box-text")


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours: 1 when equal, 21 for black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_contrast(style: Style, problems: Problems) -> None:
    """Take down every text that is too faint on its ground, and every faint part of a chart."""
    checker = _Checker(style, problems)
    for name, paragraph in style.paragraphs.items():
        for ground in _grounds(style, name):
            checker.text(f"the paragraph {name!r}", paragraph.text, ground)
    body = style.paragraphs.get("body")
    if body:
        link = TextStyle(body.text.family, body.text.size, style.link)
        for ground in sorted({PAPER, *(box.fill or PAPER for box in style.boxes.values())}):
            checker.text("a link", link, ground)
    checker.text("a label of a chart", style.chart.label, PAPER)
    checker.text("a value of a chart", style.chart.value, PAPER)
    for colour in (style.chart.accent, style.chart.neutral, *style.chart.series):
        checker.part(colour)


def _grounds(style: Style, name: str) -> list[Colour]:
    """Give the grounds that a paragraph may stand on."""
    if name in _IN_BAND:
        return [style.band.fill]
    grounds: set[Colour] = set()
    for kind, box in style.boxes.items():
        inside = {"key-facts": _IN_FACTS, "pull-quote": _IN_QUOTE}.get(kind, _IN_BOX)
        if name in inside:
            grounds.add(box.fill or PAPER)
    if name == "table-cell":
        grounds = {PAPER, style.table.highlight_fill}
    return sorted(grounds or {PAPER})


class _Checker:
    def __init__(self, style: Style, problems: Problems) -> None:
        self._style = style
        self._problems = problems

    def text(self, what: str, text: TextStyle, ground: Colour) -> None:
        large = text.size >= _LARGE or (text.bold and text.size >= _LARGE_BOLD)
        least = LEAST_LARGE if large else LEAST
        ratio = contrast(text.colour, ground)
        if ratio < least:
            message = (
                f"{what} is too faint: {text.colour} on {ground} has a contrast of {ratio:.1f}"
            )
            self._problems.error(self._style.where, message, f"at least {least}")

    def part(self, colour: Colour) -> None:
        ratio = contrast(colour, PAPER)
        if ratio < LEAST_PART:
            message = f"a chart's {colour} is faint on white: a contrast of {ratio:.1f}"
            self._problems.warning(self._style.where, message, f"at least {LEAST_PART}")


def _luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
