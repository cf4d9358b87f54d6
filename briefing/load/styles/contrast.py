"""Whether the colours of a style can be read, and told apart, by all who must.

Source: WCAG 2.2, 1.4.3 for text and 1.4.11 for parts of charts; definitions of "contrast ratio",
"relative luminance" and "large scale".
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from briefing.load.styles.colour_vision import least_difference, linear_channel
from briefing.load.syntax.problems import Problems
from briefing.model.style import Colour, Style, TextStyle

PAPER: Colour = "#ffffff"

LEAST, LEAST_LARGE, LEAST_PART = 4.5, 3.0, 3.0
"""Ratios of text, of large text and of parts of charts."""

LEAST_DIFFERENCE = 12.0
"""Of two colours that tell series of a chart apart: about five times what can just be seen."""

_LARGE, _LARGE_BOLD = 18.0, 14.0  # points

_STRONGEST = 8
"""Of a watermark, in hundredths of the ink."""

_IN_BAND = ("band-kicker", "band-title", "band-subtitle", "band-meta")
_SHEETS = {"cover": ("cover", "back-cover"), "title": ("title-page",)}
"""What the names of their paragraphs begin with."""

_IN_ANY_BOX = (
    "box-title", "box-text", "h1", "h2", "h3", "quote", "attribution",
    "figure-title", "figure-subtitle", "figure-note",
    "table-title", "table-head", "table-cell", "table-note",
)  # fmt: skip
_IN_BOX = {"key-facts": ("fact-value", "fact-label"), "pull-quote": ("pull-quote",)}


@lru_cache(maxsize=256)
def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two colours: 1 when equal, 21 for black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_contrast(style: Style, problems: Problems) -> None:
    """Take down every text that is too faint on its ground, and every faint part of a chart."""
    checker = _Checker(style, problems)
    behind = {style.marking.watermark} if style.marking is not None else set()
    for what, text, grounds in _texts(style):
        checker.text(what, text, grounds | behind if PAPER in grounds else grounds)
    if style.marking is not None:
        checker.text("the label of a marking", style.marking.label, {style.marking.fill})
        checker.text("a notice", style.marking.notice, {style.marking.notice_fill})
    for colour in dict.fromkeys((style.chart.accent, style.chart.neutral, *style.chart.series)):
        checker.part(colour)
    told_apart = dict.fromkeys((style.chart.accent, *style.chart.series))
    for one, other in combinations(told_apart, 2):
        checker.pair(one, other)
    checker.tell()


def watermark_of(style: Style, ink: Colour) -> Colour:
    """Find the strongest tint of `ink` behind text that leaves all of it its contrast."""
    texts = [text for _, text, grounds in _texts(style) if PAPER in grounds]
    for share in range(_STRONGEST, 0, -1):
        colour = _tint(ink, share / 100)
        if all(contrast(text.colour, colour) >= _least(text) for text in texts):
            return colour
    return PAPER


def _tint(colour: Colour, share: float) -> Colour:
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - one) * share):02x}" for one in channels)


def _texts(style: Style) -> Iterator[tuple[str, TextStyle, set[Colour]]]:
    """Give what may be read, how it looks, and on which grounds it may stand."""
    boxes = {kind: _box_grounds(style, kind) for kind in style.boxes}
    anywhere = {PAPER}.union(*boxes.values())
    for name, paragraph in style.paragraphs.items():
        yield repr(name), paragraph.text, _grounds(style, name, boxes)
    body = style.paragraphs["body"].text
    link = TextStyle(body.family, body.size, style.link)
    label = TextStyle(body.family, body.size, style.palette["accent"], bold=True)
    yield "a link", link, {*anywhere, style.table.highlight_fill}
    yield "the label of a list", label, anywhere
    yield "a label of a chart", style.chart.label, anywhere
    yield "a value of a chart", style.chart.value, anywhere


def _least(text: TextStyle) -> float:
    large = text.size >= _LARGE or (text.bold and text.size >= _LARGE_BOLD)
    return LEAST_LARGE if large else LEAST


def _grounds(style: Style, name: str, boxes: Mapping[str, set[Colour]]) -> set[Colour]:
    """Give the grounds that a paragraph may stand on."""
    if name in _IN_BAND:
        return {style.band.fill or PAPER}
    sheets = _SHEETS.get(name.partition("-")[0])
    if sheets is not None:
        return {style.sheets[kind].fill or PAPER for kind in sheets}
    inside = [kind for kind in boxes if name in _IN_BOX.get(kind, ())]
    if inside:
        return {ground for kind in inside for ground in boxes[kind]}
    grounds = {PAPER}
    if name in _IN_ANY_BOX:
        grounds = grounds.union(*boxes.values())
    if name == "table-cell":
        grounds.add(style.table.highlight_fill)
    return grounds


def _box_grounds(style: Style, kind: str) -> set[Colour]:
    """Give the grounds of a box: its own, or that of the page and of boxes around it."""
    fill = style.boxes[kind].fill
    around = {box.fill for box in style.boxes.values() if box.fill is not None}
    return {PAPER, *around} if fill is None else {fill}


class _Checker:
    """Gathers what is too faint, so that one colour on one ground is told of once."""

    def __init__(self, style: Style, problems: Problems) -> None:
        self._style = style
        self._problems = problems
        self._faint: dict[tuple[Colour, Colour, float], list[str]] = {}

    def text(self, what: str, text: TextStyle, grounds: Iterable[Colour]) -> None:
        """Judge a text on the ground on which it is faintest."""
        least = _least(text)
        ratio, ground = min((contrast(text.colour, ground), ground) for ground in grounds)
        if ratio < least:
            self._faint.setdefault((text.colour, ground, least), []).append(what)

    def part(self, colour: Colour) -> None:
        """Judge a mark of a chart on paper."""
        ratio = contrast(colour, PAPER)
        if ratio < LEAST_PART:
            message = f"a chart's {colour} is faint on white: a contrast of {ratio:.1f}"
            self._problems.error(self._style.where, message, f"at least {LEAST_PART}", "contrast")

    def pair(self, one: Colour, other: Colour) -> None:
        """Judge two colours where they look most alike."""
        difference, seen = least_difference(one, other)
        if difference < LEAST_DIFFERENCE:
            message = f"a chart's {one} and {other} look alike {seen}: {difference:.0f} apart"
            hint = (
                f"at least {LEAST_DIFFERENCE:.0f} (CIELAB, 1976), for readers of all kinds of sight"
            )
            self._problems.error(self._style.where, message, hint, "contrast")

    def tell(self) -> None:
        for (colour, ground, least), names in self._faint.items():
            *others, last = names
            listed = f"{', '.join(others)} and {last} are" if others else f"{last} is"
            ratio = contrast(colour, ground)
            message = f"{listed} too faint: {colour} on {ground} has a contrast of {ratio:.1f}"
            self._problems.error(self._style.where, message, f"at least {least}", "contrast")


def _luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (linear_channel(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
