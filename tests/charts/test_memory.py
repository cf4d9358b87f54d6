"""Many charts in one process: its memory does not grow with their number."""

import gc
import inspect
import os
from collections.abc import Iterator
from importlib import import_module
from itertools import count, cycle, islice
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.charts import draw
from briefing.model.chart import Chart
from tests.charts.samples import FONTS, FULL, STYLE

STATM = Path("/proc/self/statm")
MOST_GROWTH = 6.0  # MB, of caches that fill up

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not STATM.exists(), reason="memory is read as Linux tells it"),
]


def memory() -> float:
    """Of this process, in MB."""
    gc.collect()
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20


def growth(drawn: Iterator[object], many: int) -> float:
    """What it grows by once a fifth of all has been drawn, and caches have filled up."""
    for _ in islice(drawn, many // 5):
        pass
    before = memory()
    for _ in islice(drawn, many - many // 5):
        pass
    return memory() - before


def charts() -> list[Chart]:
    """Charts of every kind there is, from what is printed of each for people to look at."""
    found = []
    for path in sorted(Path(__file__).parent.glob("gallery*.py")):
        module = import_module(f"tests.charts.{path.stem}")
        for make in vars(module).values():
            if inspect.isfunction(make) and make.__module__ == module.__name__:
                signature = inspect.signature(make)
                needs = [one for one in signature.parameters.values() if one.default is one.empty]
                if signature.return_annotation in (Chart, "Chart") and not needs:
                    found.append(make())
    return found


def test_ten_thousand_charts_of_the_house_leave_nothing():
    kinds = charts()
    numbered = enumerate(cycle(kinds))
    drawings = (
        draw(replace(one, title=f"{one.title} {number}"), width=FULL, style=STYLE, fonts=FONTS)
        for number, one in numbered
    )

    assert len({type(one.data) for one in kinds}) >= 8
    assert growth(drawings, 10_000) < MOST_GROWTH


@pytest.mark.parametrize("collected", [True, False])
def test_three_hundred_figures_leave_nothing(collected):
    from tests.charts.figures.made import drawn

    body = """
figure, axes = plt.subplots()
axes.plot(np.arange(5000))
axes.set_title({!r})
return figure"""
    figures = (drawn(body.format(f"Title {number}")) for number in count(1))
    if not collected:
        gc.disable()
    try:
        assert growth(figures, 300) < MOST_GROWTH
    finally:
        gc.enable()
