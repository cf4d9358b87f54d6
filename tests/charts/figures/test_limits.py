"""Figures with more than a drawing can hold are refused at once, or thinned."""

import gc
import time
import tracemalloc

import matplotlib
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from briefing.charts.figures import hatches, images, inks, sheet, type
from briefing.errors import ContentError
from tests.charts.figures.compared import faces, recorded, settings
from tests.charts.figures.plots import PLOTS

MANY = 1_000_000
MOST = sheet.MOST


@pytest.fixture(autouse=True)
def _own_looks():
    with matplotlib.rc_context(settings(faces())):
        yield


def chance():
    return np.random.default_rng(1)


def figure(draw):
    made = Figure(figsize=(4, 3))
    draw(made.add_subplot())
    return made


TOO_MUCH = {
    "Line2D of points": lambda axes: axes.plot(chance().random(MANY), "."),
    "line to and fro": lambda axes: axes.plot(*chance().random((2, MANY))),
    "scatter": lambda axes: axes.scatter(np.arange(MANY), np.arange(MANY)),
    "scatter of colours": lambda axes: axes.scatter(
        np.arange(MANY), np.arange(MANY), c=np.arange(MANY), s=np.arange(MANY)
    ),
    "area": lambda axes: axes.fill_between(np.arange(MANY), chance().random(MANY)),
    "mesh": lambda axes: axes.pcolormesh(chance().random((500, 500))),
    "gouraud": lambda axes: axes.pcolormesh(chance().random((300, 300)), shading="gouraud"),
    "curves": lambda axes: axes.add_artist(
        PathPatch(Path(chance().random((3 * MANY + 1, 2)), [1, *[4] * (3 * MANY)]))
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_is_refused_at_once(name):
    made = figure(TOO_MUCH[name])
    start = time.process_time()
    with pytest.raises(ContentError, match="paints more than 200,000 marks") as caught:
        recorded(made, faces())

    assert time.process_time() - start < 2
    assert caught.value.problems[0].hint == (
        "set rasterized=True on what has so many, or thin out its data"
    )


def test_the_error_names_what_there_is_too_much_of():
    with pytest.raises(ContentError) as caught:
        recorded(figure(TOO_MUCH["scatter"]), faces())

    assert caught.value.problems[0].message == (
        "the figure paints more than 200,000 marks and segments of lines; "
        "too many with 'PathCollection'"
    )


def test_as_picture_elements_it_can_be_painted():
    made = figure(TOO_MUCH["mesh"])
    made.axes[0].collections[0].set_rasterized(True)

    assert any("Bitmap" in repr(item)[:200] for item in recorded(made, faces()))


def test_agg_gets_long_lines_piece_by_piece():
    class Probe(Line2D):
        def draw(self, renderer):  # noqa: ARG002
            pieces.append(matplotlib.rcParams["agg.path.chunksize"])

    pieces = []
    made = figure(lambda axes: axes.plot([1, 2], rasterized=True))
    made.axes[0].add_line(Probe([0, 1], [0, 1]))
    recorded(made, faces())

    assert 0 < pieces[-1] <= 50_000
    assert matplotlib.rcParams["agg.path.chunksize"] == 0


def test_a_long_series_is_thinned_to_what_is_seen():
    made = figure(lambda axes: axes.plot(np.cumsum(chance().normal(size=3 * MANY))))
    start = time.process_time()
    items = recorded(made, faces())

    assert time.process_time() - start < 3
    assert max(len(repr(item)) for item in items) < 2_000_000


def test_caches_are_bounded_and_nothing_else_grows():
    def record_some(count):
        for number in range(count):
            made = Figure(figsize=(3, 2))
            axes = made.add_subplot(title=f"Title {number}")
            axes.bar([1, 2], [number, 2], hatch="/")
            axes.text(0, 0, f"text {number}")
            recorded(made, faces_)
        gc.collect()

    faces_ = faces()
    record_some(8)
    tracemalloc.start()
    record_some(4)
    before = tracemalloc.get_traced_memory()[0]
    record_some(16)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()

    assert after - before < 16 * 12_000  # some texts are new, and their sizes are kept
    for function in (type._extent, type._reach, hatches._tile, inks._written):
        assert function.cache_info().maxsize <= 4096


@pytest.mark.slow
def test_many_figures_do_not_fill_the_memory():
    faces_, sizes = faces(), []
    for number in range(1500):
        made = Figure(figsize=(3, 2))
        made.text(0.5, 0.5, f"text {number % 400}")
        made.add_artist(matplotlib.patches.Circle((0.5, 0.5), 0.1, hatch="o"))
        recorded(made, faces_)
        if number in (700, 1499):
            gc.collect()
            sizes.append(len(gc.get_objects()))

    assert sizes[1] - sizes[0] < 2000


def test_all_plots_are_recorded_in_short():
    start = time.process_time()
    for name in ("pie", "dashes", "bars with errors", "scatter"):
        recorded(PLOTS[name](), faces())

    assert time.process_time() - start < 3
    assert images.FINEST == 300
