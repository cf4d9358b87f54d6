"""Figures from programs in whole papers: brought, refused, sent to other processes, left unused."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest
from matplotlib import rc_context
from matplotlib.figure import Figure

import briefing
from briefing import batch
from briefing.errors import ContentError
from briefing.model.provenance import ALL_FIGURES, ALL_SOURCES

HERE = Path(__file__).parent
ROOT = HERE.parent
PROJECT = HERE / "cases" / "_project"

BRIEF = """\
---
kind: Brief
title: "{{ audience.name }}"
repeats: countries
countries: [KAZ, KGZ]
---

{{ chart("water") }}
"""
GIVEN = "chart: figure\ngiven: true\ntitle: Much water\nheight: 40mm\n"
FUNCTION = """\
chart: figure
function: drawn:plot
title: Much water
alt: A dot for each.
height: 40mm
unit: percent
decimals: 1
source: kim-2020
x: lake
y: share
rows:
  - {lake: Balkhash, share: 16.5}
  - {lake: Zaysan, share: 4.5, audience: parliament}
"""
DRAWN = """\
from matplotlib.figure import Figure


def plot(data, house):
    figure = Figure(figsize=house.size)
    axes = figure.subplots()
    axes.scatter(range(len(data.rows)), data.column())
    axes.set_title(", ".join(data.rows) + " " + ", ".join(data.texts()))
    return figure
"""
ROWS = [{"lake": "Balkhash", "2019": 16.5, "2020": 16.25}, {"lake": "Zaysan", "2019": float("nan")}]
BROUGHT = {
    "alt": "A line that falls.",
    "data": ROWS,
    "unit": "percent",
    "decimals": 2,
    "source": "lee-2021",
    "locator": "p. 7",
}


def project(root: Path, chart: str = GIVEN, **files: str) -> briefing.project.Project:
    shutil.copytree(PROJECT, root)
    content = root / "content"
    (content / "documents" / "brief.md").write_text(BRIEF, "utf-8")
    (content / "charts" / "water.yaml").write_text(chart, "utf-8")
    for name, text in files.items():
        (content / "charts" / f"{name}.py").write_text(text, "utf-8")
    settings = content / "project.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}runs-code: true\n", "utf-8")
    return briefing.open(root)


def line() -> Figure:
    figure = Figure()
    axes = figure.subplots()
    axes.plot([2019, 2020], [16.5, 16.25])
    axes.set_title("Balkhash")
    return figure


def pdf(made, audience="public", country="KAZ"):
    return made.brief("brief", country=country, audience=audience).pdf()


def attached(data: bytes) -> str:
    import io

    with pikepdf.open(io.BytesIO(data)) as file:
        (name,) = set(file.attachments) - {ALL_FIGURES, ALL_SOURCES}
        return file.attachments[name].get_file().read_bytes().decode()


# --- functions of a project ----------------------------------------------------------------------


def test_a_function_gets_what_its_readers_may_see_and_no_more(tmp_path):
    made = project(tmp_path / "p", FUNCTION, drawn=DRAWN)
    public = made.brief("brief", country="KAZ", audience="public")
    parliament = made.brief("brief", country="KAZ", audience="parliament")

    assert "Balkhash 16.5%" in drawn_texts(public)
    assert "Balkhash, Zaysan 16.5%, 4.5%" in drawn_texts(parliament)
    assert "Zaysan" not in attached(public.pdf())
    assert "Zaysan" in attached(parliament.pdf())


def drawn_texts(brief) -> list[str]:
    from briefing.model.page import PlacedDrawing
    from tests.charts.figures.made import texts

    items = [item for page in brief.pages().pages for item in page.items]
    return [
        text for item in items if isinstance(item, PlacedDrawing) for text in texts(item.drawing)
    ]


def test_the_proof_sees_what_a_function_prints(tmp_path):
    told = "The lake of Zaysan has lost more water than any other in those years"
    telling = DRAWN.replace('", ".join(data.rows)', f"{told[::-1]!r}[::-1]")
    secret = f"{FUNCTION}note: '[{told}.]{{audience=parliament}}'\n"
    made = project(tmp_path / "p", secret, drawn=telling)

    with pytest.raises(briefing.ProofError):
        pdf(made)
    assert pdf(made, "parliament").startswith(b"%PDF")


def test_the_module_is_one_of_the_inputs(tmp_path):
    made = project(tmp_path / "p", FUNCTION, drawn=DRAWN)

    assert "content/charts/drawn.py" in made.content.inputs


def test_opening_a_project_runs_nothing(tmp_path):
    made = project(tmp_path / "p", FUNCTION, drawn=f"{DRAWN}\nraise RuntimeError('run')\n")

    assert [problem.message for problem in made.check()] == ["'plot' raised RuntimeError"]


def test_equal_inputs_give_equal_bytes_in_any_process(tmp_path):
    project(tmp_path / "p", FUNCTION, drawn=DRAWN)
    code = (
        "import briefing, hashlib, sys; p = briefing.open(sys.argv[1]); "
        "print([hashlib.sha256(b.pdf()).hexdigest() for b in p.briefs()])"
    )
    printed = set()
    for seed in ("1", "77"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        environment |= {"TZ": "Asia/Almaty"} if seed == "1" else {"LC_ALL": "C"}
        command = [sys.executable, "-W", "error", "-c", code, str(tmp_path / "p")]
        done = subprocess.run(command, env=environment, check=True, capture_output=True, cwd="/")
        printed.add(done.stdout)

    assert len(printed) == 1


# --- figures that are brought --------------------------------------------------------------------


def test_a_figure_takes_the_place_that_is_kept_for_it(tmp_path):
    brief = project(tmp_path / "p").with_figure("water", line(), **BROUGHT)
    made = brief.brief("brief", country="KAZ", audience="public")

    assert "Balkhash" in drawn_texts(made)
    assert "The Lee Office, Rivers, 2021, p. 7" in made.text().replace("\n", " ")
    assert attached(made.pdf()) == (
        "category,series,low,high,qualifier,text,unit\r\n"
        "Balkhash,2019,16.5,16.5,,16.50%,%\r\n"
        "Balkhash,2020,16.25,16.25,,16.25%,%\r\n"
        "Zaysan,2019,,,,,%\r\n"
        "Zaysan,2020,,,,,%\r\n"
    )


def test_words_and_data_may_stand_in_the_spec(tmp_path):
    spec = f"{GIVEN}alt: A line.\nreadings: water\ncountries: [KAZ, KGZ]\n"
    made = project(tmp_path / "p", spec).with_figure("water", line())

    assert "KAZ" not in attached(pdf(made))
    assert "Kazakhstan" in attached(pdf(made))


def test_words_of_a_program_are_words_whatever_signs_they_hold(tmp_path):
    words = {**BROUGHT, "title": "5 * 3 {{ x }} [a](b)", "note": "*so*"}
    made = project(tmp_path / "p").with_figure("water", line(), **words)
    text = made.brief("brief", country="KAZ", audience="public").text()

    assert "5 * 3 {{ x }} [a](b)" in text
    assert "*so*" in text


def test_a_frame_gives_its_index_as_names(tmp_path):
    pandas = pytest.importorskip("pandas")
    index = pandas.Index(["Balkhash", "Zaysan"], name="lake")
    frame = pandas.DataFrame({"2019": [16.5, None], "2020": [16.25, None]}, index=index)
    made = project(tmp_path / "p")
    given = {**BROUGHT, "data": frame}

    assert pdf(made.with_figure("water", line(), **given)) == pdf(
        made.with_figure("water", line(), **BROUGHT)
    )


def test_what_is_done_to_a_figure_afterwards_is_not_seen(tmp_path):
    figure = line()
    made = project(tmp_path / "p").with_figure("water", figure, **BROUGHT)
    before = pdf(made)
    figure.axes[0].plot([2019, 2020], [1, 2])
    figure.set_size_inches(1, 1)

    assert pdf(made) == before
    assert pdf(made, country="KGZ") != before
    assert pdf(made) == before


def test_a_figure_that_pyplot_keeps_stays_where_it_is(tmp_path):
    import matplotlib.pyplot as plt  # noqa: TID251

    figure, axes = plt.subplots()
    axes.plot([1, 2])
    try:
        made = project(tmp_path / "p").with_figure("water", figure, **BROUGHT)
        pdf(made)
        assert plt.get_fignums() == [figure.number]
        assert pickle.loads(pickle.dumps(made)).content
    finally:
        plt.close(figure)


def test_figures_made_in_the_house_style_are_in_the_colours_of_the_house(tmp_path):
    opened = project(tmp_path / "p")
    with opened.figure_style("water", "brief") as house:
        figure = line()
        colour = figure.axes[0].lines[0].get_color()

    assert colour == house.series[0]
    assert house.size == pytest.approx((house.width_in_points / 72, 40 / 25.4))
    assert house.number(3) == "3"


IN_VAIN = {
    "unknown chart 'watr'; did you mean 'water'? known: water": ("watr", line, ""),
    "the figure for 'water' comes without alt=…, here or in its spec": ("water", line, "alt"),
    "the figure for 'water' comes without data=…, here or in its spec": ("water", line, "data"),
    "the figure for 'water' is empty: it shows nothing but axes": ("water", Figure, ""),
}
NO_FIGURES = {
    "is an Axes; wanted: its figure, as in 'axes.figure'": lambda: line().axes[0],
    "is nothing; return the Figure": lambda: None,
    "is str; wanted: a matplotlib Figure": lambda: "x.png",
}


@pytest.mark.parametrize("message", IN_VAIN)
def test_a_figure_is_brought_in_vain(tmp_path, message):
    chart, figure, left_out = IN_VAIN[message]
    given = {key: value for key, value in BROUGHT.items() if key != left_out}
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        project(tmp_path / "p").with_figure(chart, figure(), **given)


@pytest.mark.parametrize("message", NO_FIGURES)
def test_what_is_no_figure_is_refused(tmp_path, message):
    with pytest.raises(TypeError) as caught:
        project(tmp_path / "p").with_figure("water", NO_FIGURES[message](), **BROUGHT)

    assert str(caught.value) == f"the figure for 'water' {message}"


def test_a_chart_of_another_kind_takes_no_figure(tmp_path):
    bars = "chart: bar\ntitle: Bars\nreadings: water\ncountries: [KAZ, KGZ]\n"
    with pytest.raises(
        ValueError, match="takes no figure; write 'chart: figure' and 'given: true'"
    ):
        project(tmp_path / "p", bars).with_figure("water", line(), **BROUGHT)


def test_data_that_cannot_be_used_are_told_row_by_row(tmp_path):
    rows = [{"lake": "Balkhash", "area": 1}, {"lake": "Balkhash", "area": float("inf")}]
    given = {**BROUGHT, "data": rows, "unit": "percnt", "source": None}
    with pytest.raises(ContentError) as caught:
        project(tmp_path / "p").with_figure("water", line(), **given)

    assert [str(problem).splitlines()[0] for problem in caught.value.problems] == [
        "data:2:1: error: 'Balkhash' is given twice",
        "data:2:1: error: 'area' is 'inf', which is no figure",
        "with_figure:1:1: error: 'source' is missing",
        "with_figure:1:1: error: unknown unit 'percnt'",
    ]


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_figures_go_to_other_processes(tmp_path, start):
    made = project(tmp_path / "p").with_figure("water", line(), **BROUGHT)
    alone = made.build(tmp_path / "one", workers=1)
    shared = made.build(tmp_path / "two", workers=2, start=start)

    assert [path.read_bytes() for path in alone] == [path.read_bytes() for path in shared]


def test_figures_are_made_one_at_a_time_where_there_are_threads(tmp_path):
    made = project(tmp_path / "p", FUNCTION, drawn=DRAWN)
    requests = [brief.request for brief in made.briefs()] * 3
    alone = batch.build(made.content, requests)
    with ThreadPoolExecutor(4) as executor:
        threaded = batch.build(made.content, requests, executor=executor)

    assert [one.pdf for one in threaded] == [one.pdf for one in alone]


def test_a_figure_that_cannot_be_sent_is_told(tmp_path):
    figure = line()
    figure.axes[0].yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    made = project(tmp_path / "p").with_figure("water", figure, **BROUGHT)

    assert made.build(tmp_path / "one", workers=1)
    with pytest.raises(
        ValueError, match="the figure for 'water' cannot be sent to another process"
    ):
        made.build(tmp_path / "two", workers=2, start="spawn")


def test_settings_of_the_caller_count_only_while_the_figure_is_made(tmp_path):
    made = project(tmp_path / "p").with_figure("water", line(), **BROUGHT)
    before = pdf(made)
    with rc_context({"font.size": 30, "mathtext.fontset": "cm"}):
        assert pdf(made) == before


# --- who needs none ------------------------------------------------------------------------------


def test_a_paper_without_figures_never_imports_matplotlib():
    code = (
        "import briefing, sys; p = briefing.open('.'); "
        "p.brief('country-brief', country='KAZ', audience='public').pdf(); "
        "print([name for name in ('matplotlib', 'numpy', 'pandas') if name in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)

    assert done.stdout == "[]\n"


def test_without_matplotlib_a_figure_says_what_to_install(tmp_path):
    project(tmp_path / "p", FUNCTION, drawn=DRAWN)
    code = (
        "import sys; sys.modules['matplotlib'] = None; import briefing; "
        "p = briefing.open(sys.argv[1]); print(p.check()[0])"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "p")]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)

    message = "this chart needs matplotlib, which is not installed"
    assert done.stdout == (
        f"content/charts/water.yaml:1:1: error: {message}\n  hint: pip install 'briefing[charts]'\n"
    )
