"""Bring a figure of your own, drawn with matplotlib, into a paper.

The project in `figures/` keeps a place for it: a chart that says ``given: true``. The figure comes
with its data, which are attached to the file, and with words for those who cannot see it.
"""

from pathlib import Path

from matplotlib.figure import Figure

import briefing
from briefing.figures import House

ROOT = Path(__file__).parent / "figures"

ADOPTED = {2001: 1, 2002: 2, 2003: 2, 2004: 3, 2005: 3, 2006: 4, 2007: 5, 2008: 6, 2009: 7}
NAMES = {
    2001: "Shanghai Convention",
    2002: "Regional Anti-Terrorist Structure",
    2004: "Drugs",
    2006: "Joint action against terrorism",
    2007: "Neighbourly relations",
    2008: "Firearms",
    2009: "Information security",
}


def stairs(house: House) -> Figure:
    """Draw a running total as stairs, and name each step under its tread."""
    figure = Figure(figsize=house.size)
    axes = figure.subplots()
    years, counts = [*ADOPTED, 2010], [*ADOPTED.values(), ADOPTED[2009]]
    axes.step(years, counts, where="post", color=house.accent)
    for year, name in NAMES.items():
        axes.annotate(name, (year, ADOPTED[year]), (4, -9), textcoords="offset points")
    axes.set(xlim=(2001, 2010.6), ylim=(0, 7.4), xticks=list(ADOPTED), yticks=[])
    axes.spines["left"].set_visible(False)
    total = house.number(ADOPTED[2009])
    axes.annotate(total, (2010, 7), (0, 3), textcoords="offset points", ha="right", weight="bold")
    return figure


project = briefing.open(ROOT)
with project.figure_style("instruments") as house:
    figure = stairs(house)
project = project.with_figure(
    "instruments",
    figure,
    alt="Stairs that rise from one instrument in 2001 to seven in 2009, a step a year but for two.",
    data=[{"year": year, "adopted": count} for year, count in ADOPTED.items()],
    unit="instruments",
    source="serikkaliyeva-2018",
    locator="p. 134",
)
path = Path("note.pdf")
path.write_bytes(project.brief("note").pdf())
print(f"{path}: {path.stat().st_size} bytes")
