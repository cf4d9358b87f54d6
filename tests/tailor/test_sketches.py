"""Small drawings in tables made from readings."""

from msgspec.structs import replace

from briefing.model import manuscript as m
from briefing.model.chart import CellBar, Line, LinePoint, Scale, Sketch, Spark
from briefing.model.country import Amount, Date
from tests.tailor.build import UNITS, content, manuscript, placed, reading, tailored
from tests.tailor.build import table as table_of

SCALE = Scale(UNITS["gdp"], 1, "en")


def table(draw, **given):
    spec = table_of("seven", ("Spending", "mil-exp", "value"), **given)
    columns = tuple(replace(column, draw=draw) for column in spec.columns)
    return replace(spec, columns=columns)


def sketches(spec, *readings):
    return dict(manuscript(placed("table", "seven"), tables=[spec], readings=readings).sketches)


def test_a_bar_stands_on_the_scale_of_its_column():
    spec = table("bar", highlight="country")

    made = sketches(spec, reading("mil-exp", "KAZ", 1), reading("mil-exp", "KGZ", -4))

    low, high = -4.0, 1.0
    assert {key: sketch.data for key, sketch in made.items()} == {
        "seven:KAZ:1": CellBar(Amount(1, 1), low, high, highlighted=True),
        "seven:KGZ:1": CellBar(Amount(-4, -4), low, high, highlighted=False),
    }


def test_a_line_has_every_figure_of_its_place_and_the_dates_of_its_column():
    spec = table("spark")

    made = sketches(
        spec,
        reading("mil-exp", "KAZ", 2, 2016),
        reading("mil-exp", "KAZ", 1, 2014),
        reading("mil-exp", "KGZ", 3, 2018),
    )

    points = (
        LinePoint(Date(2014), "2014", Amount(1, 1), "1.0%"),
        LinePoint(Date(2016), "2016", Amount(2, 2), "2.0%"),
    )
    line = Line("Kazakhstan", points, highlighted=False)
    assert made["seven:KAZ:1"] == Sketch(
        "seven:KAZ:1", Spark(line, SCALE, Date(2014), Date(2018)), "en", spec.where
    )


def test_a_line_names_the_sources_of_all_its_figures():
    spec = table("spark", rows=("KAZ",))
    first = reading("mil-exp", "KAZ", 1, 2014, source="b-2020")
    last = reading("mil-exp", "KAZ", 2, 2016, source="a-2019")

    made = manuscript(placed("table", "seven"), tables=[spec], readings=[first, last])

    block = made.blocks[0]
    assert isinstance(block, m.TableBlock)
    cell = block.rows[0].cells[1]
    assert cell is not None
    assert [(each.text, each.reading) for each in cell.children] == [("2.0", last), ("", first)]
    assert sorted(made.sources) == ["a-2019", "b-2020"]


def test_a_withheld_figure_is_in_no_drawing():
    shown = reading("mil-exp", "KAZ", 1, 2016)
    hidden = reading("mil-exp", "KAZ", 9, 2018, marking="GREEN")
    held = content(
        placed("table", "seven"), tables=[table("spark", rows=("KAZ",))], readings=[shown, hidden]
    )

    made = tailored(held).manuscript.sketches

    (sketch,) = made.values()
    assert isinstance(sketch.data, Spark)
    assert [point.amount.best for point in sketch.data.line.points] == [1]
    assert sketch.data.end == Date(2016)
