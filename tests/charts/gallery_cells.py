"""Small drawings of tables that a person should look at, as a table would have them."""

from collections.abc import Mapping

from briefing.charts import draw_in_cell
from briefing.model.chart import CellBar, Sketch, Spark
from briefing.model.country import Amount, Date
from briefing.model.drawing import Clipped, Drawing, Label, Painted, Shape
from briefing.units import Pt
from tests.charts.grids import Value
from tests.charts.samples import STYLE, TEXT, WHERE, exactly, line, scale

WIDE, HIGH = Pt(70), Pt(11)
_STEP = 16.0
WHOLE = scale(decimals=0)


def gallery() -> dict[str, Drawing]:
    bars: dict[str, dict[str, Value]] = {
        "positive": {"Kazakhstan": 23, "Uzbekistan": 36, "Turkmenistan": 5, "Kyrgyzstan": 41,
                     "Tajikistan": None, "Georgia": 0},
        "negative": {"Kazakhstan": -4, "Uzbekistan": 6, "Turkmenistan": None, "Kyrgyzstan": -12},
        "bounds": {"Kazakhstan": Amount(16, 18), "Russia": Amount(50, None, "over"),
                   "China": Amount(None, 20, "up to"), "Turkey": Amount(30, 45)},
    }  # fmt: skip
    drawn = {
        f"cells-{name}": _column({label: bar(value, rows, label) for label, value in rows.items()})
        for name, rows in bars.items()
    }
    return drawn | {"cells-sparks": _column({one.data.line.label: one for one in sparks()})}  # type: ignore[union-attr]


def bar(value: Value, column: Mapping[str, Value], label: str) -> Sketch:
    ends = [end for other in column.values() for end in _ends(other)]
    amount = value if isinstance(value, Amount) or value is None else exactly(value)
    data = CellBar(amount, min(0.0, *ends), max(0.0, *ends), label == "Kazakhstan")
    return Sketch(label, data, "en", WHERE)


def _ends(value: Value) -> list[float]:
    if isinstance(value, Amount):
        return [end for end in (value.low, value.high) if end is not None]
    return [] if value is None else [value]


def sparks() -> list[Sketch]:
    growth = {
        "Kazakhstan": (1.2, 1.1, 4.1, 4.1, 4.5, -2.5, 4.3, 3.2, 5.1, 4.8),
        "Uzbekistan": (7.4, 6.1, 4.4, 5.4, 5.7, 1.9, 7.4, 5.7, 6.3, 6.5),
        "Kyrgyzstan": (3.9, 4.0, 4.7, None, None, -8.4, 5.5, 7.0, 9.0, 9.0),
    }
    lines = [
        line(
            name,
            {2015 + at: value for at, value in enumerate(row) if value is not None},
            on=scale(),
            highlighted=name == "Kazakhstan",
        )
        for name, row in growth.items()
    ]
    lines += [
        line("Late", {2020: 3, 2021: 5, 2022: 4}, on=scale()),
        line("One", {2019: 3}, on=scale()),
        line("Level", {2015: 3, 2024: 3}, on=scale()),
        line("Ranges", {2015: 1, 2016: Amount(2, 5), 2017: Amount(3, 5), 2018: 4,
                        2019: Amount(2, 3), 2020: Amount(5, None, "over")}, on=scale()),
    ]  # fmt: skip
    return [spark_of(one) for one in lines]


def spark_of(one: object, start: int = 2015, end: int = 2024) -> Sketch:
    return Sketch("test", Spark(one, scale(), Date(start), Date(end)), "en", WHERE)  # type: ignore[arg-type]


def _column(sketches: Mapping[str, Sketch]) -> Drawing:
    """Set drawings below each other, each beside its name."""
    items: list[Painted] = []
    for number, (name, sketch) in enumerate(sketches.items()):
        drawing = draw_in_cell(sketch, width=WIDE, height=HIGH, style=STYLE)
        top = number * _STEP + 2
        items.append(Label(name, 0.0, top + 8.5, TEXT))
        items += [_moved(item, 70.0, top) for item in drawing.items]
    return Drawing("cells", Pt(160), Pt(len(sketches) * _STEP), tuple(items), "cells", "", WHERE)


def _moved(item: Painted, right: float, down: float) -> Painted:
    assert isinstance(item, Shape | Clipped)
    if isinstance(item, Clipped):
        return item
    path = tuple(
        (part[0], *(value + (down if odd % 2 else right) for odd, value in enumerate(part[1:])))
        for part in item.path
    )
    return Shape(path, item.fill, item.stroke, item.width, item.dash, item.cap)  # type: ignore[arg-type]
