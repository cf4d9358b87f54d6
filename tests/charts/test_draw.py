import gc
import os
import subprocess
import sys
from math import inf, nan

import pytest
from msgspec.structs import replace

from briefing.charts import draw
from briefing.charts.words import KNOWN
from briefing.errors import ContentError
from briefing.model.chart import BarChart, Chart, Line, LineChart, LinePoint, ReferenceLine
from briefing.model.country import Amount, Date
from briefing.model.drawing import Drawing
from briefing.units import Pt
from tests.charts.gallery import gallery
from tests.charts.plain import PLAIN_FONTS, PLAIN_STYLE
from tests.charts.press import print_drawings
from tests.charts.samples import FONTS, FULL, STYLE, bar, chart, line, military, scale


def drawn(one: Chart) -> Drawing:
    return draw(one, width=FULL, style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def test_a_chart_without_any_reading_is_refused():
    empty = BarChart((), scale(), None), BarChart((bar("A", None),), scale(), None)

    for data in (*empty, LineChart((), scale(), None)):
        with pytest.raises(ContentError) as caught:
            drawn(chart(data))
        assert str(caught.value) == (
            "content/charts/test.yaml:1:1: error: nothing to draw in chart 'test'\n"
            "  hint: a chart needs at least one reading"
        )


def test_values_that_are_no_numbers_are_refused_all_at_once():
    points = (
        LinePoint(Date(2000), "2000", Amount(nan, nan), "nan"),
        LinePoint(Date(2001), "2001", Amount(None, inf, "up to"), "inf"),
    )
    data = LineChart((Line("A", points, False),), scale(), ReferenceLine(-inf, "Mean"))

    with pytest.raises(ContentError) as caught:
        drawn(chart(data))

    here = "content/charts/test.yaml:1:1: error: the value of"
    assert str(caught.value).splitlines() == [
        f"{here} 'A, 2000' is not a finite number: 'nan'",
        f"{here} 'A, 2001' is not a finite number: 'inf'",
        f"{here} 'Mean' is not a finite number: '-inf'",
    ]


def test_a_character_that_no_face_has_is_refused_with_its_number():
    data = BarChart((bar("Ж☃", 1), bar("☃", 2)), scale(), None)

    with pytest.raises(ContentError) as caught:
        drawn(chart(data))

    assert str(caught.value) == (
        "content/charts/test.yaml:1:1: error: no face of 'sans' has the character 'Ж' (U+0416)\n"
        "content/charts/test.yaml:1:1: error: no face of 'sans' has the character '☃' (U+2603)"
    )


def test_a_language_without_words_for_charts_is_refused():
    one = replace(chart(BarChart((bar("A", 1),), scale(), None)), language="xx")

    with pytest.raises(ContentError) as caught:
        drawn(one)

    assert str(caught.value) == (
        "content/charts/test.yaml:1:1: error: charts have no words in the language 'xx'\n"
        f"  hint: known: {', '.join(KNOWN)}"
    )


def test_a_region_of_a_known_language_is_no_obstacle():
    one = chart(BarChart((bar("A", None), bar("B", 1)), scale(), None))

    assert "No data for A." in drawn(replace(one, language="en-US")).alt


def test_a_width_in_which_nothing_fits_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="a chart 80 pt wide; 144 are needed"):
        draw(military(), width=Pt(80), style=PLAIN_STYLE, fonts=PLAIN_FONTS)


def test_titles_that_end_a_sentence_get_no_second_full_stop():
    one = replace(military(), title="Who spends least?", measure="", source="")

    assert drawn(one).alt.startswith("Bar chart: Who spends least? 7 bars.")


def test_labels_come_after_all_marks():
    kinds = [type(item).__name__ for item in drawn(military()).items]

    assert kinds == sorted(kinds, reverse=True)


@pytest.mark.parametrize("value", [1e-12, 1e15, -1e15, 5e-324, 0.0])
def test_the_smallest_and_the_largest_numbers_are_drawn(value):
    bars = BarChart((bar("A", value), bar("B", value)), scale(), None)
    lines = LineChart((line("A", {2000: value, 2001: value}, on=scale()),), scale(), None)

    for data in (bars, lines):
        one = draw(chart(data), width=FULL, style=STYLE, fonts=FONTS)
        assert one.width == FULL


def test_equal_charts_give_equal_drawings_in_any_process():
    script = (
        "from tests.charts.gallery import gallery\n"
        "import hashlib\n"
        "print(hashlib.sha256(repr(gallery()).encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    }

    assert len(runs) == 1


def test_drawing_keeps_nothing_that_grows():
    def live() -> int:
        gc.collect()
        return len(gc.get_objects())

    def some(first: int) -> None:
        for number in range(first, first + 50):
            one = replace(military(), id=str(number), title=str(number))
            draw(one, width=FULL, style=STYLE, fonts=FONTS)

    some(0)
    before = live()
    some(50)

    assert live() - before < 50


@pytest.mark.parametrize(
    "name", ["bounds-full", "negative-full", "military-half", "crossing-full", "ranges-full"]
)
def test_it_looks_as_it_did(name, same_look):
    same_look(f"charts/{name}.png", print_drawings([gallery()[name]]))
