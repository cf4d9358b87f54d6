"""Shares of people as people: of every hundred, so many are coloured."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from briefing.figures import Data, House

ROWS, ACROSS = 5, 20


def draw(data: Data, house: House) -> Figure:
    """Draw a block of a hundred dots for each country, its name and its figure above it."""
    figure = Figure(figsize=house.size)
    shown = [
        (name, cells[0], picked)
        for name, cells, picked in zip(data.rows, data.cells, data.highlighted_rows, strict=True)
        if cells[0].value is not None
    ]
    any_picked = any(picked for *_, picked in shown)
    blocks = figure.subplots(1, len(shown), squeeze=False)[0]
    for axes, (name, cell, picked) in zip(blocks, shown, strict=True):
        colour = house.accent if picked or not any_picked else house.neutral
        width = house.width_in_points / len(shown) / ACROSS
        block(axes, round(cell.value or 0), colour, house.neutral, width)
        axes.set_title(f"{name} {cell.text}", color=colour if picked else house.text)
    return figure


def block(axes: Axes, count: int, colour: str, empty: str, width: float) -> None:
    """Set the hundred in columns from the left, so that each full column is five."""
    places = [(number // ROWS, ROWS - number % ROWS) for number in range(ROWS * ACROSS)]
    for some, face, edge in ((places[:count], colour, colour), (places[count:], "white", empty)):
        across, up = [place[0] for place in some], [place[1] for place in some]
        size = (0.62 * width) ** 2
        axes.scatter(across, up, s=size, color=face, edgecolor=edge, linewidth=0.5)
    axes.set(xlim=(-0.5, ACROSS - 0.5), ylim=(0.5, ROWS + 0.5), aspect="equal")
    axes.set_axis_off()
