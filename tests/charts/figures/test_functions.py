"""Functions of a project that make figures: what they get, and what becomes of what they do."""

import os
import random  # noqa: TID251
import sys
import warnings
from math import isnan
from pathlib import Path

import matplotlib
import numpy as np
import pytest
from matplotlib._pylab_helpers import Gcf

from briefing.charts import draw
from briefing.charts.figures.handed import data_of, house_of
from briefing.charts.look import look_of
from briefing.errors import ContentError, Location
from briefing.figures import Cell, Data
from briefing.model.chart import Scale
from tests.charts.figures.made import FILE, GRID, HEAD, chart, drawn, function, texts
from tests.charts.samples import DOLLARS, FONTS, FULL, PERCENT, STYLE, scale

FOR = "\n  hint: it was called for content/charts/test.yaml"
SOUND = "figure, axes = plt.subplots()\naxes.plot([1, 2], [3, 4])\n"
RETURN = "\nreturn figure"


def refused(body: str, **more) -> str:
    with pytest.raises(ContentError) as caught:
        drawn(body, **more)
    return "\n".join(problem.in_full() for problem in caught.value.problems)


# --- what they get -------------------------------------------------------------------------------


def test_a_function_gets_the_figures_that_may_be_seen_and_the_house():
    body = """
seen = [data.rows, data.columns, data.values, data.unit, data.highlighted_rows]
seen += [round(house.width_in_points, 6), house.height_in_points, house.language, house.accent]
figure = Figure()
for number, one in enumerate(seen):
    figure.text(0, number / 10, repr(one))
return figure"""
    got = texts(drawn(body))

    assert got == [
        "('Kazakhstan', 'Kyrgyzstan', 'Tajikistan')",
        "('2010', '2020')",
        "((1.5, 2.0), (3.5, 5.0), (2.5, None))",
        "'% of GDP'",
        "(True, False, False)",
        "482.0",
        "150.0",
        "'en'",
        "'#b3402a'",
    ]


def test_data_tell_ranges_bounds_and_what_is_missing():
    data = data_of(GRID, scale())

    assert data.cells[1] == (Cell(3.5, 3, 4, "3–4%"), Cell(5, None, 5, "up to 5%"))
    assert data.cells[2][1] == Cell(None, None, None, "")
    assert data.values[2] == (2.5, None)
    assert data.column("2020")[:2] == (2.0, 5.0)
    assert isnan(data.column("2020")[2])
    assert data.texts("2010") == ("1.5%", "3–4%", "2.5%")


def test_a_single_series_needs_no_name():
    data = Data(("a",), ("",), ((Cell(1.0, 1.0, 1.0, "1"),),), (False,), (False,), "")

    assert data.column() == (1.0,)


def test_a_series_that_is_not_there_is_told_with_those_that_are():
    detail = "\n  detail: \"there is no column '2030'; known: '2010', '2020'\""

    message = f"{FILE}:6:5: error: 'plot' raised KeyError{FOR}{detail}"
    assert refused("data.column('2030')") == message


def test_data_become_a_frame_of_pandas():
    pytest.importorskip("pandas")
    frame = data_of(GRID, scale()).to_pandas()

    assert frame.to_csv() == (
        "category,2010,2020\nKazakhstan,1.5,2.0\nKyrgyzstan,3.5,5.0\nTajikistan,2.5,\n"
    )


def house(unit=PERCENT, language="en", decimals=1):
    printed = Scale(unit, decimals, language)
    return house_of(look_of(STYLE), (FULL, FULL), printed, "")


def test_the_house_prints_numbers_in_the_language_of_the_paper():
    german = house(language="de")

    assert german.number(1234.5) == "1.234,5%"
    assert german.number(np.float64(12345.5), decimals=0, unit=False) == "12.346"
    assert german.tick(0.30000000000000004) == "0,3"


def test_large_ticks_are_worded_with_no_more_decimals_than_they_have():
    ticks = (0, 500_000, 2_500_000, 3e9)

    assert [house(DOLLARS, decimals=0).tick(value) for value in ticks] == [
        "0",
        "500,000",
        "2.5\u00a0million",
        "3\u00a0billion",
    ]


def test_the_figure_is_as_large_as_the_chart_whatever_size_it_has():
    drawing = drawn(f"{SOUND}figure.set_size_inches(30, 30){RETURN}", height=99)

    assert (drawing.width, drawing.height) == (FULL, 99)


def test_its_data_are_attached_and_its_words_are_the_authors():
    drawing = drawn(SOUND + RETURN)

    assert drawing.alt == "What it shows."
    assert drawing.data.splitlines()[:3] == [
        "category,series,low,high,qualifier,text,unit",
        "Kazakhstan,2010,1.5,1.5,,1.5%,% of GDP",
        "Kazakhstan,2020,2,2,,2.0%,% of GDP",
    ]


# --- what goes wrong -----------------------------------------------------------------------------


def test_what_a_function_raises_is_told_at_its_place_in_the_authors_file():
    problem = f"{FILE}:7:12: error: 'plot' raised ZeroDivisionError{FOR}"

    assert refused("ä = 1\nreturn ä / 0") == f"{problem}\n  detail: division by zero"


def test_what_an_exception_says_is_told_to_those_alone_who_ask_for_it():
    with pytest.raises(ContentError) as caught:
        drawn("raise ValueError(f'no colour for {data.rows}')")

    problem = f"{FILE}:6:5: error: 'plot' raised ValueError{FOR}"
    detail = "\n  detail: no colour for ('Kazakhstan', 'Kyrgyzstan', 'Tajikistan')"
    assert str(caught.value) == problem
    assert caught.value.problems[0].in_full() == problem + detail


def test_the_innermost_place_of_the_authors_file_counts():
    head = f"{HEAD}\n\ndef inner(value):\n    return np.linalg.inv(value)\n"
    with pytest.raises(ContentError) as caught:
        drawn_with(head, "return inner(np.zeros((2, 2)))")

    message = "'plot' raised LinAlgError"
    assert str(caught.value) == f"{FILE}:7:12: error: {message}{FOR}"


def drawn_with(head: str, body: str):
    return draw(chart(function(body, head)), width=FULL, style=STYLE, fonts=FONTS)


def test_what_a_module_raises_is_told_as_well():
    with pytest.raises(ContentError) as caught:
        drawn_with("raise RuntimeError\n", "pass")

    assert str(caught.value) == f"{FILE}:1:1: error: 'plot' raised RuntimeError{FOR}"


def test_a_function_that_leaves_does_not_take_the_build_with_it():
    message = f"{FILE}:7:5: error: 'plot' raised SystemExit{FOR}\n  detail: 3"

    assert refused("import sys\nsys.exit(3)") == message


@pytest.mark.parametrize(
    ("body", "problem", "hint"),
    [
        ("return None", "'plot' gave back nothing", "return the Figure"),
        ("return 3", "'plot' gave back int", "wanted: a matplotlib Figure"),
        ("return plt", "'plot' gave back module", "wanted: a matplotlib Figure"),
        (
            "return plt.subplots()[1]",
            "'plot' gave back an Axes",
            "wanted: its figure, as in 'axes.figure'",
        ),
        (
            "return Figure().subfigures()",
            "'plot' gave back a SubFigure",
            "wanted: the Figure that it is a part of",
        ),
        (
            "return Figure()",
            "the figure is empty: it shows nothing but axes",
            "it was called for content/charts/test.yaml",
        ),
        (
            "figure = Figure()\nfigure.subplots().plot([], [])\nreturn figure",
            "the figure is empty: it shows nothing but axes",
            "it was called for content/charts/test.yaml",
        ),
        (
            "figure = Figure()\nfigure.subplots().scatter([np.nan], [1])\nreturn figure",
            "the figure is empty: it shows nothing but axes",
            "it was called for content/charts/test.yaml",
        ),
        (
            "figure = Figure()\nfigure.subplots().plot([1, 2])\nfigure.clear()\nreturn figure",
            "the figure is empty: it shows nothing but axes",
            "it was called for content/charts/test.yaml",
        ),
    ],
)
def test_what_is_no_figure_or_shows_nothing_is_refused(body, problem, hint):
    assert refused(body) == f"{FILE}:5:1: error: {problem}\n  hint: {hint}"


@pytest.mark.parametrize(
    "body",
    [
        "figure = Figure()\nfigure.text(0.5, 0.5, 'words')\nreturn figure",
        "figure = Figure()\nfigure.subfigures().subplots().bar(1, 2)\nreturn figure",
        "figure, axes = plt.subplots()\naxes.pcolormesh(np.eye(3))\nreturn figure",
        "figure, axes = plt.subplots()\naxes.inset_axes((0, 0, 1, 1)).plot([1, 2])\nreturn figure",
        f"{SOUND}plt.close(figure){RETURN}",
    ],
)
def test_whatever_shows_something_is_drawn(body):
    assert drawn(body).items


def test_what_goes_wrong_in_drawing_is_told_at_its_place():
    body = f"{SOUND}axes.xaxis.set_major_formatter(lambda *_: 1 / 0){RETURN}"
    problem = f"{FILE}:8:47: error: the figure cannot be drawn: ZeroDivisionError{FOR}"

    assert refused(body) == f"{problem}\n  detail: division by zero"


def test_a_formula_that_is_none_is_told():
    message = refused(f"{SOUND}axes.set_title('$x^$'){RETURN}")

    problem = f"{FILE}:5:1: error: the figure cannot be drawn: ValueError{FOR}"
    assert message.startswith(f"{problem}\n  detail: ")


def test_a_warning_is_an_error_at_its_place():
    hint = "mend it, or say that it is right: warnings.filterwarnings('ignore', …) beside it"
    problem = "the figure comes with a warning: RuntimeWarning"
    detail = "divide by zero encountered in divide"
    body = f"{SOUND}axes.plot([1, 2], np.array([1, 2]) / np.array([0, 1])){RETURN}"

    assert refused(body) == f"{FILE}:8:1: error: {problem}\n  hint: {hint}\n  detail: {detail}"


def test_a_warning_that_the_author_has_silenced_is_none():
    body = "import warnings\nwarnings.filterwarnings('ignore', 'so what')\nwarnings.warn('so what')"

    assert drawn(f"{body}\n{SOUND}{RETURN}").items


def test_what_code_says_of_old_code_is_no_error():
    body = "import warnings\nwarnings.warn('old', DeprecationWarning)"

    assert drawn(f"{body}\n{SOUND}{RETURN}").items


def test_text_beyond_the_edge_is_refused():
    body = f"{SOUND}figure.text(0.9, 0.5, 'A label that is far too long'){RETURN}"
    message = refused(body)

    assert message == (
        f"{FILE}:5:1: error: a text reaches 42 pt beyond the figure’s edge\n"
        "  hint: give it figsize=house.size and layout='constrained', or leave its layout alone\n"
        "  detail: 'A label that is far too long'"
    )


def test_a_character_that_no_face_has_is_refused():
    message = refused(f"{SOUND}axes.set_title('\U0001f9a0'){RETURN}")

    assert f"{FILE}:5:1: error: no face of 'sans' has the character '\U0001f9a0'" in message


# --- what must not last --------------------------------------------------------------------------


def test_settings_folder_and_chances_are_as_before(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    settings, chances = dict(matplotlib.rcParams), random.getstate()
    numbers = np.random.get_state()[1].tolist()
    filters = list(warnings.filters)
    body = """
import os, random
os.chdir("/")
plt.rcParams["font.size"] = 30
plt.style.use("dark_background")
plt.ion()
np.random.seed(5)
random.random()
print("said")
"""
    drawn(f"{body}{SOUND}{RETURN}")

    assert dict(matplotlib.rcParams) == settings
    assert Path.cwd() == tmp_path
    assert random.getstate() == chances
    assert np.random.get_state()[1].tolist() == numbers
    assert warnings.filters == filters
    assert capsys.readouterr() == ("", "said\n")


def test_they_are_as_before_after_a_failure_too():
    settings, folder, modules = dict(matplotlib.rcParams), Path.cwd(), set(sys.modules)
    refused(
        "import os\nos.chdir('/')\nplt.rcParams['font.size'] = 30\nplt.figure()\nraise KeyError"
    )

    assert dict(matplotlib.rcParams) == settings
    assert Path.cwd() == folder
    assert set(sys.modules) == modules
    assert not Gcf.figs


def test_no_figure_stays_open_and_those_of_others_do():
    import matplotlib.pyplot as plt  # noqa: TID251

    mine = plt.figure()
    try:
        for _ in range(30):
            drawn(f"plt.figure()\n{SOUND}{RETURN}")
        assert [manager.canvas.figure for manager in Gcf.get_all_fig_managers()] == [mine]
    finally:
        plt.close(mine)


def test_no_call_knows_of_another():
    head = f"{HEAD}\nseen = []\n"
    body = f"seen.append(1)\n{SOUND}axes.set_title(str(len(seen))){RETURN}"

    assert "1" in texts(drawn_with(head, body))
    assert drawn_with(head, body) == drawn_with(head, body)


def test_a_module_may_hold_classes_that_look_for_it():
    head = f"from __future__ import annotations\n{HEAD}\nfrom dataclasses import dataclass\n"
    head += "\n@dataclass\nclass Point:\n    x: int\n"

    assert drawn_with(head, f"{SOUND}axes.set_title(repr(Point(3))){RETURN}")


def test_chance_is_the_same_in_every_run():
    body = f"import random\n{SOUND}axes.scatter(np.random.rand(9), [random.random()] * 9){RETURN}"

    assert drawn(body) == drawn(body)


def test_the_settings_of_whoever_runs_it_count_for_nothing():
    before = drawn(SOUND + RETURN)
    with matplotlib.rc_context({"font.size": 20, "axes.facecolor": "red", "lines.linewidth": 9}):
        after = drawn(SOUND + RETURN)

    assert before == after


@pytest.mark.slow
def test_a_thousand_calls_of_pyplot_leave_nothing():
    import gc

    for number in range(1000):
        drawn(SOUND + RETURN)
        if number == 200:
            gc.collect()
            before = _memory()
    gc.collect()

    assert not Gcf.figs
    assert _memory() < before + 4


def _memory() -> float:
    """Of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 2**20


@pytest.mark.slow
def test_ten_million_points_are_refused_or_drawn():
    many = "figure, axes = plt.subplots()\nmany = np.random.rand(10_000_000)\n"
    too_many = refused(f"{many}axes.scatter(many, many){RETURN}")
    line = drawn(f"{many}axes.plot(many){RETURN}")

    assert too_many.startswith(f"{FILE}:5:1: error: the figure paints more than ")
    assert len(line.items) < 100
    assert Location(FILE, 5) == function("").where
