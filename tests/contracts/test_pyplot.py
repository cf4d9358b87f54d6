"""What `briefing.charts.figures` knows of pyplot and of settings; a new version fails here."""

import matplotlib
import matplotlib.pyplot as plt  # noqa: TID251
from matplotlib._pylab_helpers import Gcf
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, fontManager, ttfFontProperty
from matplotlib.ft2font import FT2Font

from tests.charts.samples import FAMILY


def test_open_figures_are_known_by_number_and_can_be_closed():
    figure = plt.figure()
    number = figure.number

    assert number in Gcf.figs
    Gcf.destroy(number)
    assert number not in Gcf.figs
    assert not plt.get_fignums()


def test_the_state_of_an_open_figure_says_that_it_would_be_opened_again():
    figure = plt.figure()
    try:
        assert figure.__getstate__()["_restore_to_pylab"] is True
    finally:
        plt.close(figure)
    assert "_restore_to_pylab" not in Figure().__getstate__()


def test_settings_are_a_mapping_that_keeps_a_backend_nobody_has_chosen():
    assert isinstance(matplotlib.rcParams, dict)
    assert dict.__contains__(matplotlib.rcParams, "backend")


def test_axes_of_a_scale_of_colours_can_be_told():
    figure = Figure()
    axes = figure.subplots()
    scale = figure.colorbar(axes.imshow([[1]])).ax

    assert hasattr(scale, "_colorbar")
    assert not hasattr(axes, "_colorbar")


def test_a_face_can_be_known_by_another_name():
    from dataclasses import replace

    entry = replace(ttfFontProperty(FT2Font(FAMILY.regular)), name="A name of ours", weight=400)
    fontManager.ttflist.append(entry)
    try:
        assert findfont(FontProperties(family="A name of ours")) == FAMILY.regular
    finally:
        fontManager.ttflist.remove(entry)
