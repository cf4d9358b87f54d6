"""The house style for matplotlib: what figures look like whose authors say nothing of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import matplotlib
import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, fontManager
from msgspec.structs import replace

from briefing.charts.figures.house import families_of, house_style
from briefing.charts.figures.library import house_for
from briefing.charts.look import look_of
from briefing.model.drawing import Clipped, Shape
from briefing.text.fonts import Fonts
from tests.charts.figures.made import drawn, labels, texts
from tests.charts.samples import FAMILY, FONTS, FULL, HALF, STYLE, TEXT, scale

ROOT = Path(__file__).parents[3]
LOOK = look_of(STYLE)


def shapes(items):
    for item in items:
        if isinstance(item, Clipped):
            yield from shapes(item.items)
        elif isinstance(item, Shape):
            yield item


def test_all_text_is_in_the_type_of_the_document():
    body = """
figure, axes = plt.subplots()
axes.plot([1, 2], [3, 4], label="one")
axes.set(title="Title", xlabel="Across")
axes.legend()
figure.suptitle("Whole")
return figure"""
    styles = {label.text: label.style for label in labels(drawn(body))}

    assert {style.family for style in styles.values()} == {"sans"}
    assert {style.size for style in styles.values()} == {TEXT.size}
    assert styles["Title"].bold
    assert styles["one"].colour == TEXT.colour
    assert styles["Across"].colour == LOOK.quiet.colour


def test_series_differ_in_colour_and_dashes():
    body = """
figure, axes = plt.subplots()
for number in range(6):
    axes.plot([0, 1], [0, number])
return figure"""
    lines = [shape for shape in shapes(drawn(body).items) if shape.width == 1.35]

    assert [line.stroke for line in lines[:5]] == list(STYLE.series)
    assert len({(line.stroke, line.dash) for line in lines}) == 6
    assert len({line.dash for line in lines}) == 6


def test_axes_stand_to_the_left_and_below_and_are_thin():
    body = "figure, axes = plt.subplots()\naxes.plot([1, 2], [3, 4])\nreturn figure"
    axes = [shape for shape in shapes(drawn(body).items) if shape.stroke == STYLE.axis]

    assert {shape.width for shape in axes} <= {0.6}


def test_formulas_are_in_the_type_of_the_document():
    body = "figure = Figure()\nfigure.text(0.1, 0.5, r'$E = mc^2$')\nreturn figure"

    assert "".join(texts(drawn(body))).replace(" ", "") == "E=mc²"


def test_nothing_of_the_style_outlasts_it():
    settings = dict(matplotlib.rcParams)
    with house_style(LOOK, families_of(FONTS, TEXT)):
        assert matplotlib.rcParams["axes.spines.top"] is False
        assert matplotlib.rcParams["image.cmap"] in matplotlib.colormaps

    assert dict(matplotlib.rcParams) == settings
    assert "house" not in matplotlib.colormaps


def test_styles_may_stand_in_one_another():
    other = look_of(replace(STYLE, series=STYLE.series[::-1]))
    with house_style(LOOK, families_of(FONTS, TEXT)):
        with house_style(other, families_of(FONTS, TEXT)):
            pass
        assert matplotlib.rcParams["patch.facecolor"] == STYLE.series[0]
        assert matplotlib.rcParams["image.cmap"] in matplotlib.colormaps


def test_the_faces_are_found_by_a_name_of_their_own_and_known_once():
    (name,) = families_of(FONTS, TEXT)
    known = len(fontManager.ttflist)
    again = Fonts({"other": FAMILY, "sans": FAMILY})

    assert families_of(again, TEXT) == (name,)
    assert len(fontManager.ttflist) == known
    assert name.startswith("Source Sans 3 ")
    assert findfont(FontProperties(family=name)) == FAMILY.regular
    assert findfont(FontProperties(family=name, style="italic")) == FAMILY.italic
    assert findfont(FontProperties(family=name, weight="bold")) == FAMILY.bold
    bold_italic = FontProperties(family=name, weight="bold", style="italic")
    assert findfont(bold_italic) == FAMILY.bold_italic


def test_a_caller_is_told_of_the_house_while_its_style_holds():
    with house_for((HALF, FULL), STYLE, FONTS, scale()) as house:
        figure = Figure(figsize=house.size)

    assert figure.get_size_inches().tolist() == pytest.approx([HALF / 72, FULL / 72])
    assert house.series == STYLE.series


def test_labels_have_room_where_the_author_says_nothing_of_the_layout():
    body = """
figure, axes = plt.subplots()
axes.barh(["A label that is rather long"], [1])
return figure"""
    label = next(one for one in labels(drawn(body)) if one.text.startswith("A label"))
    width = FONTS.width(label.text, label.style)

    assert label.x - (width if label.anchor == "end" else 0) >= -0.5


def test_parts_that_the_author_has_placed_stay_where_they_are():
    body = """
figure = plt.figure()
figure.add_axes((0.2, 0.2, 0.5, 0.5)).axvspan(0, 1)
return figure"""
    lefts = {
        min(step[1] for step in shape.path if len(step) > 1)
        for shape in shapes(drawn(body).items)
        if shape.fill == STYLE.series[0]
    }

    assert 0.2 * FULL < min(lefts) < 0.25 * FULL


def test_the_users_own_lists_of_fonts_and_settings_stay_as_they_are(tmp_path):
    """Matplotlib may make its list of fonts, as it does for everybody; ours are not in it."""
    (tmp_path / "matplotlibrc").write_text("font.size: 40\nlines.linewidth: 9\n")
    code = "from tests.charts.figures.made import *; print(hash(repr(drawn('''{}'''))))"
    body = "figure, axes = plt.subplots()\naxes.plot([1, 2], [3, 4])\nreturn figure"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    printed = [
        subprocess.run(
            [sys.executable, "-c", code.format(body)],
            env={**environment, "MPLCONFIGDIR": str(folder)},
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        for folder in (tmp_path, tmp_path / "other")
    ]
    lists = [*tmp_path.rglob("fontlist*.json")]

    assert printed[0] == printed[1]
    assert lists
    assert not any(str(ROOT) in json.dumps(json.loads(one.read_text())) for one in lists)
