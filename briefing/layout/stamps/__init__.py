"""What stands on every page apart from its text: the marking, notices, a watermark.

The marking shares the lines of the running head and foot, which make room for it; it is always at
the right edge of the text, with a restriction at its left where both leave room. Notices stand
upright in the outer margin, a watermark behind the text.
All of them are artifacts, on sheets and empty pages too.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import ContentError, Diagnostic
from briefing.layout.lines.paragraphs import Setter
from briefing.layout.lines.pieces import Piece, SetDrawing, SetLine
from briefing.layout.stamps.watermarks import letters_across, over_sheet
from briefing.model.drawing import Drawing, Label, Segment, Shape
from briefing.model.flow import Flow, PageLabel
from briefing.model.page import Placed, PlacedDrawing, PlacedLine, PlacedRect, PlacedRun
from briefing.model.style import Colour, PaperStyle, SheetStyle, Style
from briefing.units import Pt

PAD_X, PAD_Y = 6.0, 4.5
"""White of a label around its words, beside them and above and below their capitals, in points."""

GAP = 12.0
"""Between the marking and what stands at its left, in points."""

CLEAR = 3.0
"""Between the marking and the text above or below it, at least, in points."""

EDGE = 4.0
"""Between a label and the paper's edge, at least, in points."""

FROM_EDGE = 22.0
"""From the paper's edge to the middle of a notice, where the margin has room, in points."""

BETWEEN = 10.0
"""Two notices, in points."""

_LONGEST = 0.8  # of the paper's height, for all notices together
_WIDEST = 2 / 3  # of the measure, for a marking and a restriction beside it


class SetLabel(NamedTuple):
    """A label of a marking that is set.

    Attributes:
        x: Where its ground begins, from the left of all labels.
        width: Of its ground.
        lift: Of its baseline above that of the marking, which has larger letters.
    """

    runs: tuple[PlacedRun, ...]
    fill: Colour
    x: float
    width: float
    lift: float


class Mark(NamedTuple):
    """A marking that is set.

    Attributes:
        labels: From left to right, side by side; the last is the marking itself.
        width: Of their grounds.
        top: From the baseline up to the top of the ground.
        head: Baseline of the one at the head, from the paper's top.
        foot: Likewise at the foot.
    """

    labels: tuple[SetLabel, ...]
    width: float
    top: float
    head: float
    foot: float


class Stamps(Struct, frozen=True):
    """Everything that is on every page.

    Attributes:
        notices: Upright, as they stand in the margin from top to bottom.
        outline: Of the watermark, where it stands on the paper; empty for none.
        colour: Of the watermark on bare paper.
    """

    paper: PaperStyle
    mark: Mark | None
    notices: tuple[Drawing, ...]
    outline: tuple[Segment, ...]
    colour: Colour
    style: Style

    @property
    def room(self) -> float:
        """What the marking takes of the running head and foot at their right."""
        return self.mark.width + GAP if self.mark is not None else 0.0

    @property
    def head_end(self) -> float:
        """Where the marking at the head ends, from the paper's top; 0 where there is none."""
        return self.mark.head + PAD_Y if self.mark is not None else 0.0

    @property
    def foot_start(self) -> float:
        """Where the marking at the foot begins, likewise; the paper's end where there is none."""
        return self.mark.foot - self.mark.top if self.mark is not None else self.paper.height

    def left(self, margin: float) -> float:
        """Where a marking begins, on a page with such a margin at its right."""
        return self.paper.width - margin - (self.mark.width if self.mark is not None else 0.0)

    def on(self, items: Sequence[Placed], *, even: bool, sheet: SheetStyle | None) -> list[Placed]:
        """A page's items, with what stands behind and above them.

        Args:
            items: As they are painted.
            even: It is a left-hand page; that matters where pages face each other.
            sheet: None for a page of text.
        """
        paper = self.paper
        mirrored = even and paper.facing
        margin = sheet.inset if sheet is not None else paper.inner if mirrored else paper.outer
        behind = self._behind(items, sheet)
        return [*behind, *self._marks(margin), *self._notices(mirrored)]

    def _behind(self, items: Sequence[Placed], sheet: SheetStyle | None) -> Sequence[Placed]:
        """The watermark is below all but the ground of a sheet and its picture."""
        if not self.outline:
            return items
        if sheet is None:
            return [self._watermark(Shape(self.outline, fill=self.colour)), *items]
        below = 0
        for item in items[:2]:
            is_ground = isinstance(item, PlacedRect) and item.role == "sheet"
            below += is_ground or isinstance(item, PlacedDrawing)
        mark = self._watermark(over_sheet(self.outline, sheet.fill))
        return [*items[:below], mark, *items[below:]]

    def _watermark(self, shape: Shape) -> PlacedDrawing:
        paper, where = self.paper, self.style.where
        drawing = Drawing("watermark", paper.width, paper.height, (shape,), "", "", where)
        return PlacedDrawing(drawing, Pt(0), Pt(0), None, "watermark")

    def _marks(self, margin: float) -> Iterator[Placed]:
        mark = self.mark
        if mark is None:
            return
        for baseline, role in ((mark.head, "running-head"), (mark.foot, "running-foot")):
            for label in mark.labels:
                x = self.left(margin) + label.x
                yield from _placed(label, x, baseline, mark.top, f"{role} marking")

    def _notices(self, mirrored: bool) -> Iterator[Placed]:
        paper, notices = self.paper, self.notices
        if not notices:
            return
        tall = sum(notice.height for notice in notices) + BETWEEN * (len(notices) - 1)
        y = (paper.height - tall) / 2
        for notice in notices:
            middle = _from_edge(paper)
            x = (middle if mirrored else paper.width - middle) - notice.width / 2
            yield PlacedDrawing(notice, Pt(x), Pt(y), None, "watermark")
            y += notice.height + BETWEEN


def make_stamps(flow: Flow, setter: Setter) -> Stamps:
    """Set what stands on every page.

    Raises:
        ContentError: The margins have no room for it.
    """
    paper, problems = flow.style.paper, list[Diagnostic]()
    labels, upright = _sorted(flow, setter)
    mark = _mark(labels, flow.style, setter, problems) if labels else None
    notices = _upright(upright, flow.style, setter, problems)
    if problems:
        raise ContentError(problems)
    across = flow.watermark
    outline = tuple(letters_across(across, paper, setter)) if across is not None else ()
    colour = across.style.colour if across is not None else ""
    return Stamps(paper, mark, notices, outline, colour, flow.style)


def into_marking(pieces: Iterable[Piece], left: float, stamps: Stamps) -> float:
    """How much further down pieces must begin to be clear of the marking at the head.

    Args:
        pieces: Their tops count from the paper's.
        left: Where the marking begins, as their x counts.
        stamps: Of the document.
    """
    end = stamps.head_end + CLEAR if stamps.mark is not None else 0.0
    tops = [piece.y for piece in _near(pieces, left) if piece.y < end]
    return end - min(tops) if tops else 0.0


def out_of_marking(pieces: Iterable[Piece], left: float, stamps: Stamps) -> float:
    """How much further up pieces must end to be clear of the marking at the foot, likewise."""
    if stamps.mark is None:
        return 0.0
    start = stamps.foot_start - CLEAR
    ends = [piece.y + _height(piece) for piece in _near(pieces, left)]
    return max(0.0, max(ends, default=start) - start)


def _near(pieces: Iterable[Piece], left: float) -> Iterator[SetLine | SetDrawing]:
    """Those that reach as far to the right as a marking."""
    for piece in pieces:
        if isinstance(piece, SetLine | SetDrawing):
            width = piece.width if isinstance(piece, SetLine) else piece.drawing.width
            if piece.x + width > left - GAP:
                yield piece


def _height(piece: SetLine | SetDrawing) -> float:
    return piece.height if isinstance(piece, SetLine) else piece.drawing.height


def _placed(
    label: SetLabel, x: float, baseline: float, above: float, role: str
) -> Iterator[Placed]:
    top, height = Pt(baseline - above), Pt(above + PAD_Y)
    yield PlacedRect(Pt(x), top, Pt(label.width), height, label.fill, role)
    start, width = Pt(x + PAD_X), Pt(label.width - 2 * PAD_X)
    yield PlacedLine(label.runs, Pt(baseline - label.lift), start, top, width, height, role)


def _sorted(flow: Flow, setter: Setter) -> tuple[Sequence[PageLabel], Sequence[PageLabel]]:
    """Sort labels into those in head and foot, the marking last, and those in the margin."""
    marking, restriction = flow.marking, flow.restriction
    if restriction is None:
        return (marking,) if marking is not None else (), flow.notices
    if marking is None:
        return (), (restriction, *flow.notices)
    both = restriction, marking
    width = sum(_width(label, setter) for label in both) + GAP
    if width > flow.style.paper.measure * _WIDEST:
        return (marking,), (restriction, *flow.notices)
    return both, flow.notices


def _width(label: PageLabel, setter: Setter) -> float:
    return setter.fonts.width(label.text, label.style) + 2 * PAD_X


def _set_labels(labels: Sequence[PageLabel], capitals: float, setter: Setter) -> Iterator[SetLabel]:
    x = 0.0
    for label in labels:
        width, look = _width(label, setter), label.style
        run = PlacedRun(label.text, look, 0.0, width - 2 * PAD_X, 0.0, None)
        yield SetLabel((run,), label.fill, x, width, (capitals - setter.capitals(look)) / 2)
        x += width


def _mark(
    labels: Sequence[PageLabel], style: Style, setter: Setter, problems: list[Diagnostic]
) -> Mark | None:
    """Set a marking on the lines of the running head and foot, or as near to them as it fits."""
    paper, capitals = style.paper, setter.capitals(labels[-1].style)
    placed = tuple(_set_labels(labels, capitals, setter))
    top = capitals + PAD_Y
    head = min(paper.head, paper.top - CLEAR - PAD_Y)
    foot = max(paper.height - paper.foot, paper.height - paper.bottom + CLEAR + top)
    need = top + PAD_Y + CLEAR + EDGE
    for name, has in (("top", paper.top), ("bottom", paper.bottom)):
        if has < need:
            problems.append(_no_room(style, name, has, need, "a marking"))
    head, foot = max(head, top + EDGE), min(foot, paper.height - EDGE - PAD_Y)
    return Mark(placed, sum(label.width for label in placed), top, head, foot)


def _upright(
    labels: Sequence[PageLabel], style: Style, setter: Setter, problems: list[Diagnostic]
) -> tuple[Drawing, ...]:
    """Set notices that are read from top to bottom, smaller where they would be too long."""
    if not labels:
        return ()
    wide = max(setter.capitals(label.style) for label in labels) + 2 * PAD_Y
    if style.paper.outer < wide + 2 * EDGE:
        problems.append(_no_room(style, "outer", style.paper.outer, wide + 2 * EDGE, "a notice"))
    widths = [setter.fonts.width(label.text, label.style) for label in labels]
    room = style.paper.height * _LONGEST - (2 * PAD_X + BETWEEN) * len(labels)
    share = min(1.0, room / sum(widths))
    return tuple(
        _notice(label, width * share, share, style, setter)
        for label, width in zip(labels, widths, strict=True)
    )


def _notice(label: PageLabel, length: float, share: float, style: Style, setter: Setter) -> Drawing:
    look = replace(label.style, size=label.style.size * share) if share < 1.0 else label.style
    capitals = setter.capitals(look)
    width, height = capitals + 2 * PAD_Y, length + 2 * PAD_X
    ground = Shape(_box(width, height), fill=label.fill)
    words = Label(label.text, PAD_Y, PAD_X, look, angle=-90.0)
    return Drawing("notice", Pt(width), Pt(height), (ground, words), "", "", style.where)


def _box(width: float, height: float) -> tuple[Segment, ...]:
    return (("M", 0.0, 0.0), ("L", width, 0.0), ("L", width, height), ("L", 0.0, height), ("Z",))


def _from_edge(paper: PaperStyle) -> float:
    return min(FROM_EDGE, paper.outer / 2)


def _no_room(style: Style, margin: str, has: float, need: float, what: str) -> Diagnostic:
    return Diagnostic(
        style.where,
        f"the {margin} margin of the style {style.name!r} has no room for {what}: {has:.0f} pt",
        f"at least {need:.0f} pt",
    )
