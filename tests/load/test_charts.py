"""Every kind of chart, and figures of its own: what is read of their specs."""

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError, Location
from briefing.load import load
from briefing.model.chart_spec import (
    BarOptions,
    Comparison,
    DataRow,
    DonutOptions,
    EventSpec,
    FromReadings,
    FromRows,
    GroupedOptions,
    HeatMapOptions,
    LineOptions,
    MultiplesOptions,
    RangeOptions,
    Remark,
    Series,
    SlopeOptions,
    Sourced,
    StackedOptions,
    TimeBand,
    TimelineOptions,
    ValueBand,
)
from briefing.model.country import Amount, Date, Period
from briefing.model.prose import ALWAYS, Conditions, Text
from tests.load.conftest import STYLES

FILE = "content/charts/water.yaml"
OWN = "unit: percent\nsource: kim-2020\n"
ICE = {
    "content/indicators.yaml": (
        "water: {name: Water, unit: percent}\n"
        "ice: {name: Ice, unit: percent}\n"
        "grain: {name: Grain, unit: tonnes}\n"
    )
}


def year(number, last=None):
    return Period(Date(number), Date(last or number))


def plain(*numbers):
    return tuple(None if number is None else Amount(number, number) for number in numbers)


def readings(*indicators, places, periods=(), down="places", across=None):
    return FromReadings(indicators, places, periods, down, across)


def a_chart(project, text, files=None):
    made = project({FILE: f"title: Water\n{text}", **ICE, **(files or {})})
    return load(made, STYLES).content.charts["water"]


def refused(project, text, files=None):
    with pytest.raises(ContentError) as caught:
        a_chart(project, text, files)
    return str(caught.value)


# --- readings ------------------------------------------------------------------------------------

TWO = ("KAZ", "KGZ")
BOTH = (year(2015, 2019), year(2020))


@pytest.mark.parametrize(
    ("text", "options", "data"),
    [
        (
            "chart: bar\nreadings: water\ncountries: [KAZ, KGZ]\nperiod: 2019",
            BarOptions("descending"),
            readings("water", places=TWO, periods=(year(2019),)),
        ),
        (
            "chart: bar\nreadings: water\nplace: KAZ\nperiods: [2020, 2015/2019]",
            BarOptions("none"),
            readings("water", places=("KAZ",), periods=BOTH, down="periods"),
        ),
        (
            "chart: grouped\nreadings: [water, ice]\ncountries: [KAZ, KGZ]",
            GroupedOptions("descending"),
            readings("water", "ice", places=TWO, across="indicators"),
        ),
        (
            "chart: grouped\nreadings: water\ncountries: [KAZ, KGZ]\nperiods: 2015/2019 2020\n"
            "reference: {value: mean, label: Mean}\nsort: ascending",
            GroupedOptions("ascending", Comparison(
                    "mean", "Mean", where=Location(FILE, 6, 20), said_at=Location(FILE, 6, 33)
                ),
            ),
            readings("water", places=TWO, periods=BOTH, across="periods"),
        ),
        (
            "chart: stacked\nreadings: [water, ice]\nplace: country\ntotal: 100",
            StackedOptions("none", 100),
            readings("water", "ice", places=("country",), down="periods", across="indicators"),
        ),
        (
            "chart: line\nreadings: water\nseries: [KAZ, KGZ]\nlog: true\n"
            "bands: [{from: 2015, to: 2016-06, label: Drought},\n"
            "  {low: 1, high: 2.5, label: Goal, source: kim-2020, locator: p. 3}]\n"
            "annotations: [{series: KGZ, x: 2015/2019, text: Wettest, languages: en}]",
            LineOptions(
                None,
                (
                    TimeBand(
                        Period(Date(2015), Date(2016, 6)), "Drought", Location(FILE, 6, 9),
                        said_at=Location(FILE, 6, 42),
                    ),
                    ValueBand(
                        1, 2.5, "Goal", Location(FILE, 7, 3), sourced=Sourced("kim-2020", "p. 3"),
                        said_at=Location(FILE, 7, 30),
                    ),
                ),
                (
                    Remark(
                        "KGZ", year(2015, 2019), "Wettest", Location(FILE, 8, 15),
                        Conditions(languages=frozenset({"en"})), said_at=Location(FILE, 8, 49),
                    ),
                ),
                True,
            ),
            readings("water", places=TWO, down="periods", across="places"),
        ),
        (
            "chart: slope\nreadings: water\ncountries: [KAZ, KGZ]\nstart: 2015/2019\nend: 2020",
            SlopeOptions(),
            readings("water", places=TWO, periods=BOTH, across="periods"),
        ),
        (
            "chart: slope\nreadings: [water, ice]\nplace: KAZ\nstart: 2015/2019\nend: 2020",
            SlopeOptions(),
            readings(
                "water", "ice", places=("KAZ",), periods=BOTH, down="indicators", across="periods"
            ),
        ),
        (
            "chart: range\nlow: water\nhigh: ice\ncountries: [KAZ, KGZ]",
            RangeOptions("descending"),
            readings("water", "ice", places=TWO, across="indicators"),
        ),
        (
            "chart: range\nreadings: water\nstart: 2015/2019\nend: 2020\ncountries: [KAZ, KGZ]",
            RangeOptions("descending"),
            readings("water", places=TWO, periods=BOTH, across="periods"),
        ),
        (
            "chart: range\nreadings: water\ncountries: [KAZ, KGZ]\nsort: none",
            RangeOptions("none"),
            readings("water", places=TWO),
        ),
        (
            "chart: donut\nreadings: [water, ice]\nplace: KAZ\nwhole: the area\ntotal: 60.5",
            DonutOptions("descending", 60.5, "the area", Location(FILE, 5, 8)),
            readings("water", "ice", places=("KAZ",), down="indicators"),
        ),
        (
            "chart: heatmap\nreadings: [water, ice]\ncountries: [KAZ, KGZ]\nclasses: [1, 2.5, 40]",
            HeatMapOptions("none", (1, 2.5, 40)),
            readings("water", "ice", places=TWO, across="indicators"),
        ),
        (
            "chart: multiples\nreadings: water\nseries: [KAZ, KGZ]\nacross: 2",
            MultiplesOptions(2),
            readings("water", places=TWO, down="periods", across="places"),
        ),
    ],
)  # fmt: skip
def test_every_kind_can_be_made_from_readings(project, text, options, data):
    chart = a_chart(project, text)

    assert chart.options == options
    assert chart.data == data


# --- rows ----------------------------------------------------------------------------------------

ROWS = """\
rows:
  - {country: Kazakhstan, Hydro: 9, Coal: 68.5}
  - {country: " The   Kyrgyz Republic", Hydro: {over: 90}, Coal: null}
"""
LONG = """\
rows:
  - {country: Kazakhstan, kind: Hydro, share: 9}
  - {country: Kazakhstan, kind: Coal, share: 68.5}
  - {country: " The   Kyrgyz Republic", kind: Hydro, share: {over: 90}, audience: parliament}
"""


def rows(*each, columns=("Hydro", "Coal"), decimals=1):
    made = tuple(
        DataRow(label, None, amounts, Location(FILE, 3 + line, 5), *conditions)
        for line, (label, amounts, *conditions) in enumerate(each, start=1)
    )
    return FromRows(columns, made, "percent", decimals, Sourced("kim-2020"))


WIDE = rows(
    ("Kazakhstan", plain(9, 68.5)),
    ("The Kyrgyz Republic", (Amount(90, None, "over"), None)),
)
OF_SERIES = rows(
    ("Kazakhstan", plain(9, None)),
    ("Kazakhstan", plain(None, 68.5)),
    (
        "The Kyrgyz Republic",
        (Amount(90, None, "over"), None),
        Conditions(audiences=frozenset({"parliament"})),
    ),
)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (f"chart: grouped\n{ROWS}series: [Hydro, Coal]", WIDE),
        (f"chart: slope\n{ROWS}start: Hydro\nend: Coal", WIDE),
        (f"chart: range\n{ROWS}low: Hydro\nhigh: Coal", WIDE),
        (f"chart: grouped\n{LONG}y: share\nby: kind", OF_SERIES),
        (f"chart: heatmap\n{LONG}y: share\nby: kind\nseries: [Hydro, Coal]", OF_SERIES),
        (f"chart: slope\n{LONG}y: share\nby: kind\nstart: Hydro\nend: Coal", OF_SERIES),
    ],
)
def test_rows_hold_a_figure_for_each_category_and_series(project, text, data):
    chart = a_chart(project, f"{text}\nx: country\ndecimals: 1\n{OWN}")

    assert chart.data == data


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (f"chart: grouped\n{ROWS}", WIDE),
        (f"chart: stacked\n{LONG}y: share\nby: kind\n", OF_SERIES),
    ],
)
def test_series_may_carry_conditions(project, text, data):
    held = "series:\n  - Hydro\n  - Coal: {marking: AMBER, until: 2022-12-31}\n"
    chart = a_chart(project, f"{text}{held}x: country\ndecimals: 1\n{OWN}")

    line = 4 + text.count("\n")
    conditions = Conditions(marking="AMBER", until="2022-12-31")
    assert chart.data == replace(
        data, series=(Series("Coal", conditions, Location(FILE, line, 5)),)
    )


@pytest.mark.parametrize(
    ("text", "data", "key"),
    [
        (
            "readings: water\nseries: [KAZ, KGZ: {audience: public}]",
            readings("water", places=TWO, down="periods", across="places"),
            "KGZ",
        ),
        (
            "place: KAZ\nreadings: [water, ice: {audience: public}]",
            readings("water", "ice", places=("KAZ",), down="periods", across="indicators"),
            "ice",
        ),
    ],
)
def test_series_of_readings_may_carry_conditions(project, text, data, key):
    chart = a_chart(project, f"chart: line\n{text}")

    (held,) = chart.data.series
    assert (held.key, held.conditions) == (key, Conditions(audiences=frozenset(["public"])))
    assert replace(chart.data, series=()) == data


def test_series_stand_in_the_order_that_is_asked_for_and_others_are_left_out(project):
    text = f"chart: grouped\n{LONG}y: share\nby: kind\nseries: Coal\nx: country\ndecimals: 1\n{OWN}"

    row = DataRow("Kazakhstan", None, plain(68.5), Location(FILE, 5, 5))
    assert a_chart(project, text).data == FromRows(
        ("Coal",), (row,), "percent", 1, Sourced("kim-2020")
    )


def test_a_single_figure_has_a_series_without_a_name(project):
    text = "chart: bar\nx: country\ny: share\nrows: [{country: Kazakhstan, share: 9}]\n"

    chart = a_chart(project, text + OWN)

    where = Location(FILE, 5, 8)
    row = DataRow("Kazakhstan", None, plain(9), where)
    assert chart.data == FromRows(("",), (row,), "percent", 0, Sourced("kim-2020"))


CSV = """\
state,share,audience,marking,countries,languages,if,remark
"Kazakhstan, the north",9,,,,,,a
Kyrgyzstan,16.5..18,parliament,AMBER,KGZ,en,language == 'en',b
"The ""far"" east",at least 6,"public parliament",,,,,c

Norway,,,,,,,d
"""


def test_rows_can_stand_in_a_file_beside_the_spec(project):
    text = (
        "chart: bar\ndata: power.csv\nx: state\ny: share\nunused: remark\ndecimals: 1\n"
        "unit: percent\nsource: kim-2020\nlocator: table 3\nalso: lee-2021\n"
    )

    chart = a_chart(project, text, {"content/charts/power.csv": CSV})

    assert isinstance(chart.data, FromRows)
    assert chart.data.sourced == Sourced("kim-2020", "table 3", ("lee-2021",))
    first, second, third, last = chart.data.rows
    assert first == DataRow(
        "Kazakhstan, the north", None, plain(9), Location("content/charts/power.csv", 2)
    )
    assert (second.label, second.amounts) == ("Kyrgyzstan", (Amount(16.5, 18),))
    held = second.conditions
    assert (held.audiences, held.marking) == (frozenset({"parliament"}), "AMBER")
    assert (held.countries, held.languages) == (frozenset({"KGZ"}), frozenset({"en"}))
    assert held.when is not None
    assert held.when.where == Location("content/charts/power.csv", 3, 45)
    assert (third.label, third.amounts) == ('The "far" east', (Amount(6, None, "at least"),))
    assert third.conditions.audiences == frozenset({"public", "parliament"})
    assert last == DataRow("Norway", None, (None,), Location("content/charts/power.csv", 6))


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("12", Amount(12, 12)),
        ("-0.5", Amount(-0.5, -0.5)),
        ("1e-12", Amount(1e-12, 1e-12)),
        ("16..18", Amount(16, 18)),
        ("-3..-1.5", Amount(-3, -1.5)),
        ("over 50", Amount(50, None, "over")),
        ("at least 6", Amount(6, None, "at least")),
        ("at-least 6", Amount(6, None, "at least")),
        ("up to 2", Amount(None, 2, "up to")),
        ("nearly 1000", Amount(None, 1000, "nearly")),
        ("about 12000", Amount(12000, 12000, "about")),
        ('" 7 "', Amount(7, 7)),
    ],
)
def test_cells_hold_amounts_in_words(project, cell, amount):
    text = f"chart: bar\ndata: a.csv\nx: state\ny: share\ndecimals: 2\n{OWN}"

    chart = a_chart(project, text, {"content/charts/a.csv": f"state,share\nNorway,{cell}\n"})

    assert isinstance(chart.data, FromRows)
    assert chart.data.rows[0].amounts == (amount,)


def test_a_column_called_like_a_condition_is_not_passed_over(project):
    text = f"chart: bar\ndata: a.csv\nx: state\ny: share\nunused: Marking\n{OWN}"
    more = {"content/charts/a.csv": "state,share,Marking\nNorway,5,AMBER\n"}

    assert refused(project, text, more) == (
        f"{FILE}:6:9: error: the column 'Marking' may say who sees its rows\n"
        "  hint: write 'marking' in the file's first line, or another name"
    )


def test_periods_are_known_where_all_categories_are_periods(project):
    text = "chart: bar\nx: when\ny: share\nrows:\n  - {when: 2020, share: 1}\n"
    more = "  - {when: 2015/2019, share: 2}\n"

    chart = a_chart(project, f"{text}{more}highlight: latest\n{OWN}")
    other = a_chart(project, f"{text}  - {{when: before, share: 2}}\n{OWN}")

    assert isinstance(chart.data, FromRows)
    assert isinstance(other.data, FromRows)
    assert [row.period for row in chart.data.rows] == [year(2020), year(2015, 2019)]
    assert [row.period for row in other.data.rows] == [None, None]
    assert chart.options == BarOptions("none")
    assert other.options == BarOptions("descending")


def test_decimals_that_are_written_must_be_spoken_of(project):
    text = "chart: bar\nx: when\ny: share\nrows: [{when: a, share: 1.25}, {when: b, share: 2}]\n"

    assert refused(project, text + OWN) == (
        f"{FILE}:1:1: error: 'decimals' is missing\n"
        "  hint: wanted: how many are printed; the figures have up to 2"
    )
    assert a_chart(project, f"{text}decimals: 0\n{OWN}").data.decimals == 0


def test_rows_for_different_readers_may_be_of_one_category(project):
    text = (
        "chart: bar\nx: when\ny: share\nrows:\n"
        "  - {when: a, share: {over: 50}, audience: public}\n"
        "  - {when: a, share: 63, audience: parliament}\n"
        "  - {when: b, share: 1, if: has('water')}\n"
        "  - {when: b, share: 2, if: not has('water')}\n"
    )

    assert len(a_chart(project, text + OWN).data.rows) == 4


# --- timelines -----------------------------------------------------------------------------------


def test_a_timeline_has_events_each_with_its_source(project):
    text = """\
chart: timeline
lanes: [Sites, Rules at home]
events:
  - {date: 2015, lane: Rules at home, text: A law, source: kim-2020, locator: p. 3, also: lee-2021}
  - {date: 2016/2018-05, lane: Sites, text: A site, source: lee-2021, highlight: true, marking: RED}
"""

    chart = a_chart(project, text)

    assert chart.data is None
    assert chart.options == TimelineOptions(
        (
            EventSpec(
                year(2015), "A law", "Rules at home", False,
                Sourced("kim-2020", "p. 3", ("lee-2021",)), Location(FILE, 5, 5), ALWAYS,
            ),
            EventSpec(
                Period(Date(2016), Date(2018, 5)), "A site", "Sites", True,
                Sourced("lee-2021"), Location(FILE, 6, 5), Conditions(marking="RED"),
            ),
        ),
        ("Sites", "Rules at home"),
    )  # fmt: skip


# --- what every chart says -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("highlight: The north", ("The north",)),
        ("highlight: [The north, country]", ("The north", "country")),
        ("highlight: Norway country", ("Norway", "country")),
        ("highlight: none", ()),
        ("", ()),
    ],
)
def test_several_things_can_be_picked_out(project, text, picked):
    own = "chart: bar\nx: a\ny: b\nrows: [{a: The north, b: 1}, {a: Norway, b: 2}]\n"

    assert a_chart(project, f"{own}{text}\n{OWN}").highlight == picked


def test_the_data_tell_what_a_chart_shows_unless_its_author_does(project):
    own = f"chart: bar\nx: a\ny: b\nrows: [{{a: The north, b: 1}}]\n{OWN}"

    assert a_chart(project, f"{own}alt: auto\ntable: after\n").alt == ()
    assert a_chart(project, f"{own}alt: auto\ntable: after\n").tabled
    assert a_chart(project, f"{own}alt: 'auto'\n").alt == (Text("auto", Location(FILE, 8, 7)),)
    assert not a_chart(project, f"{own}table: none\n").tabled


def many(count):
    return "".join(f"  - {{a: State {number}, b: {number}}}\n" for number in range(count))


def test_more_categories_than_can_be_read_are_refused(project):
    text = f"chart: bar\nx: a\ny: b\nrows:\n{many(200)}{OWN}"

    assert refused(project, text) == (
        f"{FILE}:6:3: error: there are 200 categories\n"
        "  hint: at most 60 can be read in one chart; join some, or draw several charts"
    )
    assert len(a_chart(project, f"chart: bar\nx: a\ny: b\nrows:\n{many(60)}{OWN}").data.rows) == 60


def test_more_series_than_can_be_told_apart_are_refused(project):
    head = ",".join(f"s{number}" for number in range(20))
    cells = ",".join(map(str, range(20)))
    text = f"chart: line\nx: year\nseries: [{head}]\ndata: a.csv\n{OWN}"

    assert refused(project, text, {"content/charts/a.csv": f"year,{head}\n2019,{cells}\n"}) == (
        f"{FILE}:5:7: error: there are 20 series\n"
        "  hint: at most 12 can be told apart in one chart; join some, or leave some out"
    )


def test_a_label_may_be_long(project):
    text = f"chart: bar\nx: a\ny: b\nrows: [{{a: {'long ' * 60}, b: 1}}]\n{OWN}"

    assert len(a_chart(project, text).data.rows[0].label) == 299


def test_a_file_of_figures_beside_the_specs_is_not_told_of(project):
    made = project({"content/charts/later.csv": "a,b\n"})

    assert load(made, STYLES).warnings == ()
