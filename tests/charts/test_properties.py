"""What must hold for any chart at all."""

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.charts import draw
from briefing.charts.amounts import reach_of
from briefing.charts.lettering.labels import extent
from briefing.charts.shapes.room import Box
from briefing.model.chart import (
    Bar,
    BarChart,
    Chart,
    Grid,
    Line,
    LineChart,
    LinePoint,
    ReferenceLine,
)
from briefing.model.country import Amount, Date, Qualifier
from briefing.model.drawing import Drawing, Label, Shape
from briefing.units import Pt
from tests.charts.samples import COUNT, DOLLARS, FONTS, PERCENT, STYLE, WHERE, scale, worded

WIDTHS = st.sampled_from([144, 170, 230, 300, 482]).map(Pt)
WORDS = st.text("abcdeghilmnoprstuvwyzKQWМя-/éőß", min_size=1, max_size=14)
NAMES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
NUMBERS = st.one_of(
    st.floats(-1e15, 1e15),
    st.floats(-100, 100),
    st.floats(0, 1e-12),
    st.integers(-20, 2000).map(float),
    st.just(0.0),
)
SCALES = st.builds(scale, st.sampled_from([PERCENT, COUNT, DOLLARS]), st.integers(0, 2))
BOUNDS: st.SearchStrategy[Qualifier] = st.sampled_from(["at least", "over"])
AMOUNTS = st.one_of(
    NUMBERS.map(lambda number: Amount(number, number)),
    NUMBERS.map(lambda number: Amount(number, number, "about")),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: Amount(min(pair), max(pair))),
    NUMBERS.map(lambda number: Amount(None, number, "up to")),
    st.builds(lambda number, bound: Amount(number, None, bound), NUMBERS, BOUNDS),
)
_NO_GRID = Grid((), (), ())
_PARTING = dict.fromkeys(map(ord, "-\u00a0\u202f"))
REFERENCES = st.none() | st.builds(ReferenceLine, NUMBERS, NAMES)


@st.composite
def bar_charts(draw_from: st.DrawFn) -> Chart:
    on = draw_from(SCALES)
    amounts = draw_from(st.lists(st.none() | AMOUNTS, min_size=1, max_size=24))
    if not any(amounts):
        amounts.append(Amount(1.0, 1.0))
    bars = tuple(
        Bar(
            draw_from(NAMES), amount, worded(amount, on) if amount else "", draw_from(st.booleans())
        )
        for amount in amounts
    )
    return _chart(BarChart(bars, on, draw_from(REFERENCES)), draw_from(st.integers(40, 300)))


@st.composite
def line_charts(draw_from: st.DrawFn) -> Chart:
    on = draw_from(SCALES)
    dates = draw_from(
        st.sampled_from(
            [
                st.builds(Date, st.integers(1990, 2024)),
                st.builds(Date, st.integers(2019, 2022), st.integers(1, 12)),
                st.builds(Date, st.integers(2020, 2024), st.integers(0, 12)),
                st.builds(Date, st.just(2022), st.integers(1, 3), st.integers(1, 28)),
            ]
        )
    )
    lines = []
    for _ in range(draw_from(st.integers(1, 9))):
        points = draw_from(st.dictionaries(dates, AMOUNTS, min_size=1, max_size=14))
        lines.append(
            Line(
                draw_from(NAMES),
                tuple(
                    LinePoint(
                        date,
                        "-".join(map(str, (date.year, date.month))),
                        amount,
                        worded(amount, on),
                    )
                    for date, amount in sorted(points.items())
                ),
                draw_from(st.booleans()),
            )
        )
    return _chart(
        LineChart(tuple(lines), on, draw_from(REFERENCES)), draw_from(st.integers(40, 300))
    )


def _chart(data: BarChart | LineChart, height: int) -> Chart:
    return Chart("any", "Title", "Measure", "Source", data, "full", Pt(height), "en", WHERE)


def many(test: Callable[..., None], cases: int) -> Callable[..., None]:
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(
        max_examples=cases, deadline=None, derandomize=True, suppress_health_check=checks
    )(given(st.one_of(bar_charts(), line_charts()), WIDTHS)(test))


def drawn(labels: list[Label]) -> list[str]:
    return [label.text for label in labels]


def names_in(chart: Chart) -> list[str]:
    """Those that stand beside what is drawn, whatever the room; none is ever shortened."""
    match chart.data:
        case BarChart(bars=bars):
            return [bar.label for bar in bars]
        case LineChart(lines=lines):
            return [line.label for line in lines if len(lines) > 1]
    return [row.label for row in getattr(chart.data, "grid", _NO_GRID).rows]


def _squeezed(*texts: str) -> str:
    """Without what lines and words may be parted by."""
    return "".join("".join(texts).translate(_PARTING).split())


def holds_for(chart: Chart, width: Pt) -> None:
    drawing = draw(chart, width=width, style=STYLE, fonts=FONTS)
    labels = [item for item in drawing.items if isinstance(item, Label)]
    boxes = [extent(label, FONTS) for label in labels]
    page = Box(0, 0, drawing.width, drawing.height).widened(0.01)

    assert drawing.width == width
    assert all(_squeezed(name) in _squeezed(*drawn(labels)) for name in names_in(chart))
    assert all(page.holds(box) for box in boxes)
    for (one, this), (other, that) in combinations(zip(boxes, labels, strict=True), 2):
        assert not one.widened(-0.01).meets(other), (this, that)
    assert all(page.widened(2.5).holds(box) for box in map(bounds, shapes(drawing)))
    if isinstance(chart.data, BarChart):
        check_bars(chart.data, drawing)
    assert drawing == draw(chart, width=width, style=STYLE, fonts=FONTS)


def shapes(drawing: Drawing) -> list[Shape]:
    return [item for item in drawing.items if isinstance(item, Shape)]


def bounds(shape: Shape) -> Box:
    across = [
        value for segment in shape.path for value in segment[1::2] if isinstance(value, float)
    ]
    down = [value for segment in shape.path for value in segment[2::2] if isinstance(value, float)]
    return Box(min(across), min(down), max(across), max(down))


def check_bars(data: BarChart, drawing: Drawing) -> None:
    """Each solid bar is as long as its value, on the same scale, from the same zero."""
    sure = [reach_of(bar.amount).sure for bar in data.bars if bar.amount]
    values = [value for value in sure if value]
    solid = [
        bounds(shape) for shape in shapes(drawing) if shape.fill in (STYLE.accent, STYLE.neutral)
    ]
    assert len(solid) == len(values)
    if not values:
        return
    longest = max(range(len(values)), key=lambda number: abs(values[number]))
    most, unit = solid[longest], abs(values[longest])
    zero = most.left if values[longest] > 0 else most.right
    for box, value in zip(solid, values, strict=True):
        end = zero + value / unit * (most.right - most.left)
        assert (box.left, box.right) == pytest.approx((min(zero, end), max(zero, end)), abs=1e-6)


test_no_label_meets_another_or_leaves_the_drawing = many(holds_for, 80)
test_no_label_meets_another_in_many_more_cases = pytest.mark.slow(many(holds_for, 2000))
