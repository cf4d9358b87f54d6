"""Stars beside the names of what is of another period than most of a chart.

On the drawing alone: data and alternative text have the periods themselves.
"""

from typing import TypeVar

from msgspec.structs import replace

from briefing.model.chart import (
    Area,
    Bar,
    BarChart,
    ChartData,
    DonutChart,
    Grid,
    GroupedChart,
    Head,
    HeatMap,
    MapChart,
    RangeChart,
    SlopeChart,
    StackedChart,
)

_STAR = "*"

_Part = TypeVar("_Part", Area, Bar, Head)


def starred(data: ChartData) -> ChartData:
    """Set the stars of a chart; one without any is given back as it is."""
    match data:
        case BarChart(bars=bars) if _any(bars):
            return replace(data, bars=tuple(map(_named, bars)))
        case DonutChart(parts=parts) if _any(parts):
            return replace(data, parts=tuple(map(_named, parts)))
        case MapChart(areas=areas) if _any(areas):
            mark = _valued if data.labels == "values" else _named
            return replace(data, areas=tuple([mark(area) for area in areas]))
        case (
            GroupedChart(grid=grid)
            | StackedChart(grid=grid)
            | SlopeChart(grid=grid)
            | RangeChart(grid=grid)
            | HeatMap(grid=grid)
        ) if _any(grid.rows) or _any(grid.columns):
            return replace(data, grid=_on_grid(grid))
        case _:
            return data


def _any(parts: tuple[Area, ...] | tuple[Bar, ...] | tuple[Head, ...]) -> bool:
    return any(part.starred for part in parts)


def _named(part: _Part) -> _Part:
    return replace(part, label=part.label + _STAR) if part.starred else part


def _valued(area: Area) -> Area:
    return replace(area, text=area.text + _STAR) if area.starred else area


def _on_grid(grid: Grid) -> Grid:
    rows, columns = tuple(map(_named, grid.rows)), tuple(map(_named, grid.columns))
    return replace(grid, rows=rows, columns=columns)
