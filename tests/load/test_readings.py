import math
from datetime import date
from decimal import Decimal

import pytest

from briefing.errors import ContentError, Location
from briefing.load import load, readings_of
from briefing.model.country import Amount, Date, Period, Reading
from briefing.model.prose import Conditions, Expression
from tests.load.conftest import STYLES

FILE = "content/readings/water.yaml"


@pytest.fixture
def readings(project):
    def of(text):
        return load(project({FILE: text}), STYLES).content.readings

    return of


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        ("1.7", Amount(1.7, 1.7)),
        ("-3", Amount(-3.0, -3.0)),
        ("1e3", Amount(1000.0, 1000.0)),
        ("{from: 16, to: 18}", Amount(16.0, 18.0)),
        ("{up-to: 2}", Amount(None, 2.0, "up to")),
        ("{nearly: 1000}", Amount(None, 1000.0, "nearly")),
        ("{at-least: 6}", Amount(6.0, None, "at least")),
        ("{over: 2000}", Amount(2000.0, None, "over")),
        ("{about: 12000}", Amount(12000.0, 12000.0, "about")),
    ],
)
def test_a_value(readings, value, amount):
    text = f"water:\n  - {{country: KAZ, value: {value}, period: 2019, source: kim-2020}}\n"

    (reading,) = readings(text)["water"]["KAZ"]
    assert reading.amount == amount


@pytest.mark.parametrize(
    ("period", "meant"),
    [
        ("2019", Period(Date(2019), Date(2019))),
        ('"2019"', Period(Date(2019), Date(2019))),
        ("2022-01", Period(Date(2022, 1), Date(2022, 1))),
        ("2020-02-29", Period(Date(2020, 2, 29), Date(2020, 2, 29))),
        ("2015/2019", Period(Date(2015), Date(2019))),
        ("2018-01/2020-10-31", Period(Date(2018, 1), Date(2020, 10, 31))),
        ("2018-01/2018-12", Period(Date(2018), Date(2018))),
        ("2018-01-01/2019-12-31", Period(Date(2018), Date(2019))),
        ("2018-02-01/2018-02-28", Period(Date(2018, 2), Date(2018, 2))),
        ("2018/2018-06", Period(Date(2018), Date(2018, 6))),
        ("{reported: 2020}", Period(Date(2020), Date(2020), reported=True)),
        ("{reported: 2020-05}", Period(Date(2020, 5), Date(2020, 5), reported=True)),
    ],
)
def test_a_period(readings, period, meant):
    text = f"water:\n  - {{country: KAZ, value: 1, period: {period}, source: kim-2020}}\n"

    (reading,) = readings(text)["water"]["KAZ"]
    assert reading.period == meant


@pytest.mark.parametrize("day", ["2022", "2022-06", "2022-06-29", '"2022"'])
def test_a_date_as_of_which_a_figure_is(readings, day):
    text = f"water:\n  - {{country: KAZ, value: 1, period: 2019, source: kim-2020, as-of: {day}}}\n"

    (reading,) = readings(text)["water"]["KAZ"]
    assert reading.as_of == day.strip('"')


def test_a_reading_with_everything(readings):
    text = """\
water:
  - country: central-asia
    value: 1
    period: 2019
    source: kim-2020
    locator: p. 3
    also: lee-2021
    doubt: A guess.
    as-of: 2020-06
    licence: CC BY 4.0
    audience: [parliament, public]
    countries: KAZ, KGZ
    languages: en
    marking: AMBER
    if: has('water')
"""
    assert readings(text)["water"]["central-asia"] == (
        Reading(
            indicator="water",
            place="central-asia",
            amount=Amount(1.0, 1.0),
            period=Period(Date(2019), Date(2019)),
            source="kim-2020",
            locator="p. 3",
            also=("lee-2021",),
            doubt="A guess.",
            conditions=Conditions(
                audiences=frozenset({"parliament", "public"}),
                countries=frozenset({"KAZ", "KGZ"}),
                languages=frozenset({"en"}),
                marking="AMBER",
                when=Expression("has('water')", Location(FILE, 15, 9)),
            ),
            where=Location(FILE, 2, 5),
            as_of="2020-06",
            licence="CC BY 4.0",
        ),
    )


def test_readings_stand_in_the_order_of_their_periods(project):
    files = {
        FILE: "water:\n"
        "  - {country: KAZ, value: 3, period: 2021, source: kim-2020}\n"
        "  - {country: KAZ, value: 1, period: 2019, source: kim-2020}\n",
        "content/readings/more.yaml": "water:\n"
        "  - {country: KAZ, value: 2, period: 2020-06, source: kim-2020}\n",
    }
    readings = load(project(files), STYLES).content.readings

    assert [reading.amount.low for reading in readings["water"]["KAZ"]] == [1.0, 2.0, 3.0]


# --- from a program ------------------------------------------------------------------------------


@pytest.fixture
def content(project):
    return load(project(), STYLES).content


def a_row(**fields):
    return {"indicator": "water", "country": "KAZ", "value": 2, "period": 2020} | {
        "source": "kim-2020",
        **fields,
    }


def test_rows_are_added_and_replace_the_same_figure(content):
    rows = [
        a_row(value=9.5, period="2019"),
        a_row(value={"from": 3, "to": 4}, also=["lee-2021"], locator=None, doubt=math.nan),
        a_row(indicator="grain", period=date(2021, 5, 1), value=1e12),
    ]
    added = readings_of(content, rows, replacing=True)

    assert [
        (reading.amount, reading.period.start, reading.also, str(reading.where))
        for by_place in added.readings.values()
        for reading in by_place["KAZ"]
    ] == [
        (Amount(9.5, 9.5), Date(2019), (), "rows:1:1"),
        (Amount(3.0, 4.0), Date(2020), ("lee-2021",), "rows:2:1"),
        (Amount(1e12, 1e12), Date(2021, 5, 1), (), "rows:3:1"),
    ]
    assert added.readings["water"]["KGZ"] == content.readings["water"]["KGZ"]
    assert [reading.amount.low for reading in content.readings["water"]["KAZ"]] == [1.7]


RIVALS = """\
water:
  - {country: KAZ, value: 1, period: 2020, source: kim-2020, audience: public parliament,
     if: "true"}
  - {country: KAZ, value: 2, period: 2020, source: lee-2021, marking: RED, audience: parliament}
  - {country: KAZ, value: 3, period: 2020, source: mae-2019, marking: AMBER, if: language == 'en'}
"""
MAE = (
    "mae-2019: {type: report, author: [{literal: Mae}], title: Seas, issued: 2019, publisher: P}\n"
)


def test_a_row_is_guarded_by_the_figures_of_all_sources_that_it_replaces(project):
    path = "content/sources.yaml"
    sources = project().joinpath(path).read_text("utf-8") + MAE
    files = {"content/readings/water.yaml": RIVALS, path: sources}
    content = load(project(files), STYLES).content
    ones = readings_of(content, [a_row(value=2)], replacing=True)
    others = readings_of(content, [a_row(value=2, marking="CLEAR")], replacing=True)
    (one,), (other,) = (each.readings["water"]["KAZ"] for each in (ones, others))

    assert one.rivals == ()
    assert one.conditions.marking == "RED"
    assert one.conditions.audiences == {"parliament"}
    assert one.conditions.when.source == "(true) and (language == 'en')"
    assert other.conditions.marking == "CLEAR"
    assert other.conditions.audiences == {"parliament"}


def test_every_row_that_cannot_be_used_is_told_of(content):
    rows = [
        a_row(country="KZA", indicator="watr"),
        a_row(value="2"),
        a_row(value=math.nan),
        a_row(value=math.inf, period="last year"),
        {"indicator": "water", "shade": "red"},
        a_row(),
        a_row(value=True),
    ]
    with pytest.raises(ContentError) as caught:
        readings_of(content, rows)

    assert str(caught.value) == (
        "rows:1:1: error: unknown indicator 'watr'\n"
        "  hint: did you mean 'water'? known: grain, water\n"
        "rows:1:1: error: unknown place 'KZA'\n"
        "  hint: did you mean 'KGZ'? known: KAZ, KGZ, NOR, central-asia\n"
        "rows:2:1: error: 'value' is a number written as text: '2'\n"
        "  hint: leave out the quotes: 2\n"
        "rows:3:1: error: 'value' is 'nan', which is no figure\n"
        "  hint: leave the reading out where there is no figure\n"
        "rows:4:1: error: 'last year' is no period\n"
        "  hint: write it like 2019, 2022-01-15 or 2015/2019\n"
        "rows:4:1: error: 'value' is 'inf', which is no figure\n"
        "  hint: leave the reading out where there is no figure\n"
        "rows:5:1: error: 'country' is missing\n"
        "  hint: wanted: the key of a country or region\n"
        "rows:5:1: error: 'period' is missing\n"
        "  hint: wanted: such as 2019, 2022-01, 2015/2019 or {reported: 2020}\n"
        "rows:5:1: error: 'source' is missing\n"
        "  hint: wanted: a key of sources.yaml\n"
        "rows:5:1: error: 'value' is missing\n"
        "  hint: wanted: a number, or a bound such as {at-least: 6}\n"
        "rows:5:1: error: unknown field 'shade'\n"
        "  hint: known: also, as-of, audience, countries, country, doubt, from, if, indicator, "
        "languages, licence, locator, marking, period, source, until, value\n"
        "rows:7:1: error: 'value' is 'true'\n"
        "  hint: wanted: a number such as 1.5 or 12000"
    )


@pytest.mark.parametrize(
    ("value", "is_read_as"),
    [
        (Decimal("1.10"), Amount(1.1, 1.1)),
        (Decimal("1.2E+3"), Amount(1200.0, 1200.0)),
        ({"at-least": Decimal(3)}, Amount(3.0, None, "at least")),
        (2**70, Amount(2.0**70, 2.0**70)),
    ],
)
def test_numbers_of_every_kind_are_numbers(content, value, is_read_as):
    added = readings_of(content, [a_row(value=value)])

    assert added.readings["water"]["KAZ"][-1].amount == is_read_as


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (10**4000, "'value' is too large a number: '1e999'"),
        (Decimal("1e400"), "'value' is too large a number: '1e400'"),
        (
            Decimal("NaN"),
            "'value' is 'nan', which is no figure\n"
            "  hint: leave the reading out where there is no figure",
        ),
    ],
)
def test_numbers_that_are_no_figures_are_told(content, value, message):
    with pytest.raises(ContentError) as caught:
        readings_of(content, [a_row(value=value)])

    assert str(caught.value) == f"rows:1:1: error: {message}"


def test_what_pandas_puts_for_what_is_missing_is_missing(content):
    pandas = pytest.importorskip("pandas")
    row = a_row(locator=pandas.NA, doubt=pandas.NaT, licence=float("nan"))
    added = readings_of(content, [row])

    assert added.readings["water"]["KAZ"][-1].locator == ""
