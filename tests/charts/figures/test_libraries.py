"""Figures of seaborn and plotnine, which are matplotlib's."""

import pytest
from matplotlib._pylab_helpers import Gcf

from briefing.errors import ContentError
from tests.charts.figures.made import FILE, HEAD, drawn, labels, texts

LONG = """\
frame = data.to_pandas().reset_index().melt("category", var_name="year").dropna()
"""
SEABORN = f"import seaborn as sns\n{LONG}"
PLOTNINE = f"import plotnine as p9\n{LONG}plot = p9.ggplot(frame, p9.aes('category', 'value'))\n"

RANDOM = """
import pandas as pd
frame = pd.DataFrame(np.random.randn(60, 3), columns=list("abc"))
"""

BARS = f"""{SEABORN}
figure, axes = plt.subplots()
sns.barplot(frame, x="value", y="category", hue="year", palette=house.series[:2], ax=axes)
axes.xaxis.set_major_formatter(house.tick)
return figure"""

GRID = f"""{SEABORN}
grid = sns.catplot(
    frame, x="category", y="value", col="year", kind="bar",
    height=house.height, aspect=house.width / 2 / house.height,
)
return grid.figure"""

SEABORNS = {
    "bars": BARS,
    "grid": GRID,
    "heatmap": f"{SEABORN}{RANDOM}return sns.heatmap(frame.corr(), annot=True).figure",
    "violins": f"{SEABORN}{RANDOM}return sns.violinplot(frame).figure",
    "densities": f"{SEABORN}{RANDOM}return sns.kdeplot(frame, fill=True).figure",
    "regression": f"{SEABORN}{RANDOM}return sns.regplot(frame, x='a', y='b').figure",
    "strips": f"{SEABORN}{RANDOM}return sns.stripplot(frame).figure",
    "themed": f"{SEABORN}{RANDOM}sns.set_theme()\nreturn sns.boxplot(frame).figure",
    "joint": f"""{SEABORN}{RANDOM}
grid = sns.jointplot(frame, x="a", y="b", height=house.height)
grid.figure.set_size_inches(house.size)
grid.figure.tight_layout()
return grid.figure""",
}

PLOTNINES = {
    "columns": "p9.geom_col(p9.aes(fill='year')) + p9.scale_fill_manual(house.series)",
    "facets": "p9.geom_point() + p9.facet_wrap('year') + p9.theme_minimal()",
    "jitter": "p9.geom_jitter(random_state=1)",
    "flipped": "p9.geom_col() + p9.coord_flip()",
}


def test_bars_of_seaborn_are_in_the_colours_and_the_type_of_the_house():
    pytest.importorskip("seaborn")
    drawing = drawn(BARS, height=200)

    assert {"Kazakhstan", "Kyrgyzstan", "Tajikistan", "2010", "2020"} <= set(texts(drawing))
    assert {label.style.family for label in labels(drawing)} == {"sans"}
    assert "fill='#" in repr(drawing.items)


@pytest.mark.parametrize("name", SEABORNS)
def test_figures_of_seaborn_are_drawn_and_closed(name):
    pytest.importorskip("seaborn")

    assert repr(drawn(SEABORNS[name], height=220)) == repr(drawn(SEABORNS[name], height=220))
    assert not Gcf.figs


@pytest.mark.parametrize("name", PLOTNINES)
def test_figures_of_plotnine_are_drawn_and_closed(name):
    pytest.importorskip("plotnine")
    body = f"{PLOTNINE}return (plot + {PLOTNINES[name]} + p9.theme(figure_size=house.size)).draw()"

    assert drawn(body, height=220) == drawn(body, height=220)
    assert not Gcf.figs


@pytest.mark.parametrize(
    ("library", "body", "message", "hint"),
    [
        (
            "seaborn",
            f"{SEABORN}{RANDOM}return sns.pairplot(frame)",
            "'plot' gave back a PairGrid",
            "wanted: its figure, as in 'axes.figure'",
        ),
        (
            "seaborn",
            f"{SEABORN}{RANDOM}return sns.violinplot(frame)",
            "'plot' gave back an Axes",
            "wanted: its figure, as in 'axes.figure'",
        ),
        (
            "plotnine",
            f"{PLOTNINE}return plot + p9.geom_point()",
            "'plot' gave back a ggplot",
            "wanted: what its method draw() gives",
        ),
    ],
)
def test_what_is_not_yet_a_figure_is_refused_with_what_to_give(library, body, message, hint):
    pytest.importorskip(library)
    with pytest.raises(ContentError) as caught:
        drawn(body)

    line = HEAD.count("\n") + 2
    assert str(caught.value) == f"{FILE}:{line}:1: error: {message}\n  hint: {hint}"
