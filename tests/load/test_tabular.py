"""Tables of figures: the same readings, however they are written."""

import csv
import io
import pickle
import re
import zipfile
from datetime import date
from functools import cache

import openpyxl
import pandas
import polars
import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import briefing
from briefing.errors import ContentError, Location
from briefing.load import load, readings_of
from briefing.load.readings import ordered, read_readings
from briefing.load.rows import add_rows
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.nodes import node_of
from briefing.load.syntax.problems import Problems
from briefing.load.tabular.csv_text import CsvText
from briefing.load.tabular.description import Description
from briefing.load.tabular.frames import dictionaries
from briefing.load.tabular.lazy import gathered
from briefing.load.tabular.plain import read_csv_table
from briefing.load.tabular.sheet_table import read_sheet_table
from briefing.load.tabular.workbook import read_sheet
from briefing.model.country import Amount, Date
from briefing.model.prose import Conditions
from tests.load.conftest import CASES, STYLES, a_checker

FOLDER = "content/readings"
HEAD = "indicator,country,value,period,source"
NOWHERE = Location("", 1)


@pytest.fixture
def readings(project):
    """Load files beside the readings of the tiny project."""

    def of(files):
        return load(project(below(files)), STYLES).content.readings

    return of


def below(files):
    return {f"{FOLDER}/{name}": text for name, text in files.items()}


def workbook(*rows, **sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, listed in {**({"Sheet 1": rows} if rows else {}), **sheets}.items():
        sheet = book.create_sheet(name)
        for row in listed:
            sheet.append(row)
    return saved(book)


def saved(book):
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def errors(make):
    with pytest.raises(ContentError) as caught:
        make()
    return str(caught.value)


# --- one table, written in every way ------------------------------------------------------------

NUMBERS = st.integers(-(10**9), 10**9) | st.floats(
    allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12
).map(lambda number: float(f"{number:.6g}"))
PERIODS = st.sampled_from(["2019", "2020", "2019-03", "2020-02-29", "2015/2019", "2018/2018-06"])
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "indicator": st.sampled_from(["water", "grain"]),
            "country": st.sampled_from(["KAZ", "KGZ"]),
            "value": NUMBERS,
            "period": PERIODS,
            "source": st.sampled_from(["kim-2020", "lee-2021"]),
        },
        optional={
            "locator": st.sampled_from(["p. 3", "table, 4", 'the "annex"']),
            "also": st.sampled_from(["lee-2021", "kim-2020 lee-2021"]),
            "doubt": st.sampled_from(["A guess.", "Said, not shown."]),
            "as-of": st.sampled_from(["2022", "2022-06", "2022-06-29"]),
            "licence": st.just("CC BY 4.0"),
            "marking": st.sampled_from(["CLEAR", "RED"]),
            "audience": st.sampled_from(["public", "public press"]),
            "until": st.just("2022-06-29"),
        },
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda row: (row["indicator"], row["country"], row["period"]),
)


def placeless(readings):
    return {
        indicator: {
            place: [replace(one, where=NOWHERE) for one in by_place[place]]
            for place in sorted(by_place)
        }
        for indicator, by_place in sorted(readings.items())
    }


@cache
def without_readings():
    content = load(CASES / "_project", STYLES).content
    audiences = content.project.audiences
    project = replace(content.project, audiences={**audiences, "press": audiences["public"]})
    return replace(content, readings={}, project=project)


def columns_of(rows):
    return list(dict.fromkeys(name for row in rows for name in row))


def as_csv(rows, checker):
    text = io.StringIO()
    writer = csv.DictWriter(text, columns_of(rows), restval="")
    writer.writeheader()
    writer.writerows(rows)
    described = Description("a.csv", NOWHERE)
    table = read_csv_table(CsvText("a.csv", text.getvalue().encode()), described, checker)
    return gathered([], [table] if table else [], checker.problems)


def as_sheet(rows, checker):
    names = columns_of(rows)
    data = workbook(names, *[[row.get(name) for name in names] for row in rows])
    described = Description("a.xlsx", NOWHERE)
    sheet = read_sheet(data, described, checker.problems)
    table = read_sheet_table(sheet, described, checker) if sheet else None
    return gathered([], [table] if table else [], checker.problems)


def as_yaml(rows, checker):
    by_indicator = {}
    for row in rows:
        given = {name: value for name, value in row.items() if name != "indicator"}
        by_indicator.setdefault(row["indicator"], []).append(given)
    fields = Fields(node_of(by_indicator, 1, "a.yaml"), checker.problems)
    return ordered(read_readings(fields, checker), checker.problems)


@settings(deadline=None, max_examples=60)
@given(rows=ROWS)
def test_a_table_gives_the_same_readings_in_yaml_csv_and_workbook(rows):
    checker = a_checker()
    written = [placeless(way(rows, checker)) for way in (as_yaml, as_csv, as_sheet)]

    assert checker.problems.all() == ()
    assert written[1] == written[0]
    assert written[2] == written[0]


@settings(deadline=None, max_examples=30)
@given(rows=ROWS, library=st.sampled_from(["pandas", "polars", "pyarrow"]))
def test_a_table_gives_the_same_readings_from_dictionaries_and_frames(rows, library):
    content = without_readings()
    names = columns_of(rows)
    columns = {name: [row.get(name) for row in rows] for name in names}
    columns["value"] = [float(value) for value in columns["value"]]
    make = {"pandas": "DataFrame", "polars": "DataFrame", "pyarrow": "table"}[library]
    table = getattr(pytest.importorskip(library), make)(columns)
    problems = Problems()
    plain = add_rows(content, rows, problems).readings
    framed = add_rows(content, table, problems).readings

    assert problems.all() == ()
    assert placeless(framed) == placeless(plain)


def test_figures_in_cells_may_be_ranges_and_bounds(readings):
    cells = ["16..18", "over 50", "up to 2", "at least 6", "nearly 1000", "about 12000", "-0.5"]
    rows = [f"water,NOR,{cell},{2001 + n},kim-2020" for n, cell in enumerate(cells)]
    sheet = [["water", "KGZ", cell, 2001 + n, "kim-2020"] for n, cell in enumerate(cells[:-1])]
    files = {
        "a.csv": "\n".join([HEAD, *rows]),
        "b.xlsx": workbook(HEAD.split(","), *sheet, ["water", "KGZ", -0.5, "2007", "kim-2020"]),
    }
    found = readings(files)["water"]

    amounts = [
        Amount(16.0, 18.0),
        Amount(50.0, None, "over"),
        Amount(None, 2.0, "up to"),
        Amount(6.0, None, "at least"),
        Amount(None, 1000.0, "nearly"),
        Amount(12000.0, 12000.0, "about"),
        Amount(-0.5, -0.5),
    ]
    assert [one.amount for one in found["NOR"]] == amounts
    # Another figure of that place stands in a file of its own, and they are put in order together.
    assert [one.amount for one in found["KGZ"]] == [*amounts, Amount(3.0, 4.0)]


def test_each_reading_says_where_its_figure_stands(readings):
    files = {
        "a.csv": f'\ufeff{HEAD},locator\r\nwater,NOR,1,2001,kim-2020,"p. 3,\r\n4"\r\n\r\n'
        "water,NOR,2,2002,kim-2020,\r\n",
        "b.xlsx": workbook(HEAD.split(","), [], ["grain", "NOR", 3, 2001, "kim-2020"]),
    }
    found = readings(files)

    assert [str(one.where) for one in found["water"]["NOR"]] == [
        f"{FOLDER}/a.csv:2:1",
        f"{FOLDER}/a.csv:5:1",
    ]
    assert [str(one.where) for one in found["grain"]["NOR"]] == [f"{FOLDER}/b.xlsx[Sheet 1]:3:3"]


def test_a_file_may_be_written_in_another_way(readings):
    said = """\
from: a.csv
every: {indicator: water, source: kim-2020, licence: CC0, marking: AMBER}
columns: {country: Land, value: Wert, period: Jahr}
unused: [Notiz]
names: {Kasachstan: KAZ}
countries: [KAZ, NOR]
periods: {from: 2001, to: 2003}
only: {Art: [a, b]}
head: 3
separator: semicolon
encoding: windows-1252
decimal: ","
thousands: "."
scale: 1000
missing: ["..", ""]
marks: {"*": An estimate., "¹": ""}
"""
    rows = """\
Gesamtüberblick

Land;Wert;Jahr;Notiz;Art
Kasachstan;1.234,5*;2001;ö;a
norway;12¹;2001;;b
NO;..;2002;;b
NO;;2003;;b
NO;5;2003;;c
NO;6;2004;;b
Kirgisistan;7;2001;;b
""".replace("Gesamtüberblick", "Gesamtüberblick;;;;")
    found = readings({"a.yaml": said, "a.csv": rows.encode("cp1252")})["water"]

    assert [
        (one.place, one.amount.low, one.doubt, one.licence, one.conditions, one.where.line)
        for place in ("KAZ", "NOR")
        for one in found[place]
        if one.where.file.endswith(".csv")
    ] == [
        ("KAZ", 1234500.0, "An estimate.", "CC0", Conditions(marking="AMBER"), 4),
        ("NOR", 12000.0, "", "CC0", Conditions(marking="AMBER"), 5),
    ]


def test_a_number_may_stand_where_there_is_no_figure(readings):
    said = """\
from: a.csv
every: {indicator: water, source: kim-2020, period: 2001}
missing: ["0"]
"""
    found = readings({"a.yaml": said, "a.csv": "country,value\nKAZ,0\nNOR,12\n"})["water"]

    assert [
        (one.place, one.amount.low)
        for several in found.values()
        for one in several
        if one.where.file.endswith(".csv")
    ] == [("NOR", 12.0)]


def test_a_dot_that_may_part_thousands_is_asked_about_in_a_file_that_commas_do_not_part(project):
    said = "from: a.csv\nevery: {indicator: water, source: kim-2020}\nseparator: semicolon\n"
    rows = "country;value;period\nNOR;12.500;2001\nNOR;12.5;2002\n"
    rows += "NOR;0.125;2003\nNOR;over 2.000;2004\n"

    hint = '  hint: say beside the file which: decimal: ".", or decimal: ","'
    assert errors(lambda: load(project(below({"a.yaml": said, "a.csv": rows})), STYLES)) == (
        f"{FOLDER}/a.csv:2:5: error: '12.500' may have decimals, or thousands, behind its dot\n"
        f"{hint}\n"
        f"{FOLDER}/a.csv:5:5: error: 'over 2.000' may have decimals, or thousands, behind its dot\n"
        f"{hint}"
    )


def test_what_is_said_of_decimals_settles_what_a_dot_is(readings):
    said = "from: a.csv\nevery: {indicator: water, source: kim-2020}\nseparator: semicolon\n"
    rows = "country;value;period\nNOR;12.500;2001\n"

    found = [
        readings({"a.yaml": f"{said}{more}", "a.csv": rows})["water"]["NOR"][0].amount.low
        for more in ('decimal: "."\n', 'thousands: "."\ndecimal: ","\n')
    ]
    assert found == [12.5, 12500.0]


def test_a_date_in_a_sheet_is_as_precise_as_it_is_shown(readings):
    book = openpyxl.load_workbook(io.BytesIO(workbook(
        HEAD.split(","),
        ["grain", "NOR", 1, date(2001, 6, 1), "kim-2020"],
        ["grain", "NOR", 2, date(2002, 6, 1), "kim-2020"],
        ["grain", "NOR", 3, date(2003, 6, 1), "kim-2020"],
    )))  # fmt: skip
    for cell, form in (("D2", "yyyy"), ("D3", '[$-409]mmm" of "yyyy'), ("D4", "d mmm yyyy")):
        book.active[cell].number_format = form
    found = readings({"a.xlsx": saved(book)})["grain"]["NOR"]

    assert [one.period.start for one in found] == [Date(2001), Date(2002, 6), Date(2003, 6, 1)]


def test_a_number_in_a_sheet_may_stand_where_there_is_no_figure(readings):
    data = workbook(
        HEAD.split(","),
        ["grain", "NOR", 0, 2001, "kim-2020"],
        ["grain", "NOR", 2, 2002, "kim-2020"],
    )
    found = readings({"a.xlsx": data, "a.yaml": 'from: a.xlsx\nmissing: ["0"]\n'})["grain"]["NOR"]

    assert [one.amount.low for one in found] == [2.0]


UNITS = """\
percent: {pattern: "{value}% of the area", short: "{value}%", label: "%"}
tonnes: {pattern: "US${value}", label: US$}
"""
"""Here the tonnes are dollars."""


def test_a_currency_or_a_scale_that_cells_are_shown_in_is_held_against_the_indicator(project):
    book = openpyxl.load_workbook(io.BytesIO(workbook(
        HEAD.split(","),
        *[["grain", "NOR", 12.5, 2001 + row, "kim-2020"] for row in range(7)],
        ["water", "NOR", 1, 2001, "kim-2020"],
    )))  # fmt: skip
    forms = (
        "#,##0 [$€-407]", '#,##0," thousand"', "0.0,,", '"$"#,##0', "[$USD] 0", "#,##0.00",
        "[$-409]0", "£0",
    )  # fmt: skip
    for row, form in enumerate(forms, start=2):
        book.active[f"C{row}"].number_format = form
    files = {**below({"a.xlsx": saved(book)}), "content/units.yaml": UNITS}

    at, told = f"{FOLDER}/a.xlsx[Sheet 1]", errors(lambda: load(project(files), STYLES))
    hint = "  hint: take an indicator in this currency; if that is one, say so in its unit's label"
    assert told == (
        f"{at}:2:3: error: 'value' is shown in EUR, and its indicator is in 'tonnes'\n{hint}\n"
        f"{at}:3:3: error: 'value' is 12.5, and shown divided by 1000\n"
        "  hint: say beside the file which it is: scale: 1, or scale: 0.001\n"
        f"{at}:4:3: error: 'value' is 12.5, and shown divided by 1000000\n"
        "  hint: say beside the file which it is: scale: 1, or scale: 0.000001\n"
        f"{at}:9:3: error: 'value' is shown in GBP, and its indicator is in 'percent'\n{hint}"
    )


@pytest.mark.parametrize(
    ("indicator", "codes", "told"),
    [
        ("grain", ["USD", "USD"], ""),
        ("grain", ["MIO_EUR"], "the figure is in 'MIO_EUR', and its indicator in 'tonnes'"),
        ("grain", ["PC"], "the figure is in 'PC', and its indicator in 'tonnes'"),
        ("water", ["PT_B1GQ"], ""),
        ("water", ["PC", "KG"], "the figure is in 'KG', and others in 'PC'"),
    ],
)
def test_the_unit_of_an_observation_is_held_against_that_of_its_indicator(
    project, indicator, codes, told
):
    rows = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n"
    rows += "".join(f"F,NOR,{2001 + at},1.5,{code}\n" for at, code in enumerate(codes))
    said = "from: a.csv\nlayout: sdmx-csv\ncountries: [NOR]\nperiods: {from: 2001}\n"
    said += f"every: {{indicator: {indicator}, source: kim-2020}}\n"
    only = f"only: {{UNIT_MEASURE: [{', '.join(codes)}]}}\n"
    files = {**below({"a.csv": rows, "a.yaml": said}), "content/units.yaml": UNITS}

    if not told:
        assert len(load(project(files), STYLES).content.readings[indicator]["NOR"]) == len(codes)
        return
    assert errors(lambda: load(project(files), STYLES)).split("\n")[0].endswith(f"error: {told}")
    files = {**files, **below({"a.yaml": said + only + "scale: 1\n"})}
    assert len(load(project(files), STYLES).content.readings[indicator]["NOR"]) == len(codes)


AGENCIES = [
    (
        "DATAFLOW,LAST UPDATE,freq,unit,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_FLAG",
        "ESTAT:X(1.0),19/09/23,A,MIO_EUR,NOR,2001,1.5,p",
        [
            "the figure is in 'MIO_EUR', and its indicator in 'tonnes'",
            "nothing is said of the status 'p'",
        ],
    ),
    (
        "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,SCALE,UNIT",
        "DATAFLOW,IMF:X(1.0),I,NOR,2001,1.5,9,USD",
        ["SCALE is '9'"],
    ),
    (
        "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,Unit_Measure,SCALE",
        "OECD:X(1.0),NOR,2001,1.5,USD_PPP,HMH",
        ["the figure is in 'USD_PPP', and its indicator in 'tonnes'"],
    ),
    (
        "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_CONF",
        "ILO:X(1.0),NOR,2001,1.5,THS_USD,C",
        [
            "the figure is in 'THS_USD', which counts 1,000",
            "the figure is confidential ('C')",
        ],
    ),
]


@pytest.mark.parametrize(("head", "row", "told"), AGENCIES)
def test_what_agencies_call_their_units_scales_and_flags_is_known(project, head, row, told):
    said = (
        "from: a.csv\nlayout: sdmx-csv\ncountries: [NOR]\nperiods: {from: 2001}\n"
        "every: {indicator: grain, source: kim-2020}\n"
    )
    files = {**below({"a.csv": f"{head}\n{row}\n", "a.yaml": said}), "content/units.yaml": UNITS}

    found = errors(lambda: load(project(files), STYLES)).split("\n")
    assert [line.partition("error: ")[2] for line in found if "error: " in line] == told


# --- bad workbooks ------------------------------------------------------------------------------


def test_what_is_wrong_in_a_sheet_is_told_by_row_and_column(project):
    book = openpyxl.load_workbook(io.BytesIO(workbook(
        HEAD.split(","),
        ["water", "NOR", "=1+1", 2001, "kim-2020"],
        ["water", "NOR", 2, 2002, "kim-2020"],
        ["water", "NOR", 3, 2003, "kim-2020"],
        ["water", "NOR", "1,234 a", 2004, "kim-2020"],
        ["water", "NOR", "12.5", 2005, "kim-2020"],
        ["water", "NOR", 0.5, 2006, "kim-2020"],
        ["water", "NOR", date(2020, 1, 1), 2007, "kim-2020"],
        ["water", "NOR", None, 2008, "kim-2020"],
        ["water", "NOR", "#N/A", 2009, "kim-2020", "more"],
    )))  # fmt: skip
    sheet = book.active
    sheet.merge_cells("B3:B4")
    sheet["C7"].number_format = "0.0%"
    sheet["C10"].data_type = "e"
    files = below({"a.xlsx": saved(book)})

    at, told = f"{FOLDER}/a.xlsx[Sheet 1]", errors(lambda: load(project(files), STYLES))
    assert told == (
        f"{at}:2:3: error: the formula in the cell has no stored value\n"
        "  hint: open the workbook in a spreadsheet program, and save it\n"
        f"{at}:3:2: error: the cell is merged with others (B3:B4)\n"
        "  hint: unmerge them, and fill each\n"
        f"{at}:4:2: error: the cell is merged with others (B3:B4)\n"
        "  hint: unmerge them, and fill each\n"
        f"{at}:5:3: error: 'value' is no figure: '1,234 a'\n"
        "  hint: if 'a' is a mark, say beside the file what it means: marks: {'a': …}\n"
        f"{at}:6:3: error: 'value' is a number written as text: '12.5'\n"
        '  hint: make it a number; or say beside the file how texts are written: decimal: "."\n'
        f"{at}:7:3: error: 'value' is 0.5, and shown in per cent\n"
        "  hint: say beside the file which it is: scale: 100, or scale: 1\n"
        f"{at}:8:3: error: 'value' is no figure: '2020-01-01'\n"
        "  hint: write a number\n"
        f"{at}:9:3: error: 'value' is empty\n"
        "  hint: if there is no figure, say so beside the file: missing: ['']\n"
        f"{at}:10:3: error: the cell holds the error '#N/A'\n"
        "  hint: mend it, or empty the cell\n"
        f"{at}:10:6: error: the cell stands in a column without a name\n"
        "  hint: name the column"
    )


def test_cells_that_a_sheet_hides_are_read_and_told(project):
    book = openpyxl.load_workbook(io.BytesIO(workbook(
        HEAD.split(","),
        *[["grain", "NOR", 1, 2001 + row, "kim-2020"] for row in range(3)],
    )))  # fmt: skip
    for row in (3, 4, 9):
        book.active.row_dimensions[row].hidden = True
    book.active.column_dimensions["C"].hidden = True
    loaded = load(project(below({"a.xlsx": saved(book)})), STYLES)

    at, hint = f"{FOLDER}/a.xlsx[Sheet 1]", "  hint: show it, or take it out"
    assert [str(one) for one in loaded.warnings if "hidden" in one.message] == [
        f"{at}:1:3: warning: the column is hidden, and is read\n{hint}",
        f"{at}:3:1: warning: 2 rows are hidden, of which this is the first, and are read\n{hint}",
    ]
    assert len(loaded.content.readings["grain"]["NOR"]) == 3


@pytest.mark.parametrize("shared", [True, False])
def test_a_mark_that_is_raised_never_becomes_a_digit(project, shared):
    texts = "<r><t>12</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>"
    data = workbook(HEAD.split(","), ["water", "NOR", "twelve", 2001, "kim-2020"])
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if shared:
                text = text.replace(b"<t>twelve</t>", texts.encode())
            elif name.endswith("sheet1.xml"):
                inline = f'<c r="C2" t="inlineStr"><is>{texts}</is></c>'
                text = re.sub(rb'<c r="C2".*?</c>', inline.encode(), text)
            new.writestr(name, text)
    files = below({"a.xlsx": changed.getvalue(), "a.yaml": 'from: a.xlsx\ndecimal: "."\n'})

    assert errors(lambda: load(project(files), STYLES)) == (
        f"{FOLDER}/a.xlsx[Sheet 1]:2:3: error: a part of the cell is raised or lowered, as marks "
        "of foot notes are\n"
        "  hint: write a mark on the line, behind a space, or take it away"
    )


def zipped(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return data.getvalue()


def damaged(data, at):
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


GOOD = workbook(HEAD.split(","), ["water", "NOR", 1, 2001, "kim-2020"])
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the workbook is broken, or something else"),
        (b"indicator,country\n", "the workbook is broken, or something else"),
        (GOOD[:-40], "the workbook is broken, or something else"),
        (zipped(a="b"), "the workbook is broken, or something else"),
        (OLD, "the workbook is of the old kind (.xls)"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "the workbook is encrypted"),
        (workbook(a=[["b"]], c=[["d"]]), "the workbook has 2 sheets"),
        (workbook(a=[]), "the sheet is empty"),
        (zipped(a=bytes(2**22)), "the workbook holds 'a', which is packed too tightly"),
        (
            zipped(**{"..__a": "b"}),
            "the workbook holds '../a', which leads out of it",
        ),
    ],
    ids=range(10),
)
def test_a_workbook_that_cannot_be_read_is_told(project, data, message):
    told = errors(lambda: load(project(below({"a.xlsx": data})), STYLES))

    assert told.split("\n")[0].partition(": error: ")[2] == message
    assert told.count("error:") == 1


def test_a_sheet_is_named_where_there_are_several(readings):
    rows = [HEAD.split(","), ["water", "NOR", 1, 2001, "kim-2020"]]
    data = workbook(Notes=[["Something else"]], Figures=rows)
    found = readings({"a.xlsx": data, "a.yaml": "from: a.xlsx\nsheet: Figures\n"})

    assert [str(one.where) for one in found["water"]["NOR"]] == [f"{FOLDER}/a.xlsx[Figures]:2:3"]


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(at=st.integers(0, len(GOOD) - 1))
def test_a_damaged_workbook_never_ends_in_a_traceback(at):
    problems = Problems()
    described = Description("a.xlsx", NOWHERE)
    sheet = read_sheet(damaged(GOOD, at), described, problems)

    assert (sheet is None) == problems.failed


# --- frames --------------------------------------------------------------------------------------


def frame(**columns):
    rows = len(next(iter(columns.values())))
    given = {
        "indicator": ["water"] * rows,
        "country": ["KAZ"] * rows,
        "source": ["kim-2020"] * rows,
    }
    return {**given, **columns}


@pytest.fixture
def content(project):
    return load(project(), STYLES).content


def test_a_frame_keeps_each_condition_of_the_figure_that_it_replaces(project):
    guarded = (
        "water:\n  - {country: KAZ, value: 1.7, period: 2019, source: kim-2020, marking: RED}\n"
    )
    content = load(project({f"{FOLDER}/water.yaml": guarded}), STYLES).content
    rows = polars.DataFrame(frame(value=[9.5, 3.0], period=[2019, 2020]))
    added = readings_of(content, rows, replacing=True)

    assert [(one.amount.low, one.conditions.marking) for one in added.readings["water"]["KAZ"]] == [
        (9.5, "RED"),
        (3.0, None),
    ]


def test_a_figure_from_a_table_is_replaced_by_one_from_a_program(project):
    files = below({"a.csv": f"{HEAD},marking\nwater,NOR,1,2001,kim-2020,AMBER\n"
                            "water,NOR,2,2002,kim-2020,\n"})  # fmt: skip
    content = load(project(files), STYLES).content
    row = {"indicator": "water", "country": "NOR", "value": 5, "period": 2001}
    by_row = readings_of(content, [row | {"source": "lee-2021"}], replacing=True).readings
    columns = frame(value=[5], period=[2001], country=["NOR"], source=["lee-2021"])
    by_frame = readings_of(content, pandas.DataFrame(columns), replacing=True).readings

    for readings in (by_row, by_frame):
        assert [
            (one.amount.low, one.source, one.conditions.marking) for one in readings["water"]["NOR"]
        ] == [(5.0, "lee-2021", "AMBER"), (2.0, "kim-2020", None)]
        assert readings["water"]["KAZ"] == content.readings["water"]["KAZ"]


def test_what_is_wrong_in_a_frame_is_told_by_row_and_column(content):
    values = [1.0, float("nan"), None, float("inf"), 5.0]
    columns = frame(value=values, period=["2019", "2020", "2021", "2022", "last year"])
    columns["country"][0] = "KZA"
    columns["country"][4] = None

    assert errors(lambda: readings_of(content, polars.DataFrame(columns))) == (
        "rows:2:4: error: 'value' is 'nan', which is no figure\n"
        "  hint: leave the reading out where there is no figure\n"
        "rows:3:4: error: 'value' is missing\n"
        "  hint: leave the row out where there is no figure\n"
        "rows:4:4: error: 'value' is 'inf', which is no figure\n"
        "  hint: leave the reading out where there is no figure"
    )
    columns["value"] = [1, 2, 3, 4, "5"]
    assert errors(lambda: readings_of(content, pandas.DataFrame(columns | {"shade": 1}))) == (
        "rows:1:6: error: unknown column 'shade'\n"
        "  hint: known: indicator, country, value, period, source, locator, also, doubt, as-of, "
        "licence, audience, marking, countries, languages, from, until, if"
    )
    assert errors(lambda: readings_of(content, pandas.DataFrame(columns))) == (
        "rows:5:4: error: 'value' is a number written as text: '5'\n  hint: give numbers as numbers"
    )
    columns["value"] = [1, 2, 3, 4, 5]
    assert errors(lambda: readings_of(content, pyarrow.table(columns))) == (
        "rows:1:2: error: unknown place 'KZA'\n"
        "  hint: did you mean 'KGZ'? known: KAZ, KGZ, NOR, central-asia\n"
        "rows:5:2: error: 'country' is empty\n"
        "  hint: wanted: the key of a country or region\n"
        "rows:5:5: error: 'last year' is no period\n"
        "  hint: write it like 2019, 2022-01-15 or 2015/2019"
    )


def test_cells_of_a_frame_may_hold_dates_lists_and_bounds(content):
    columns = frame(
        value=[{"from": 3.0, "to": 4.0, "at-least": None}, {"from": None, "at-least": 6.0}],
        period=[date(2020, 1, 31), date(2021, 1, 31)],
        also=[["kim-2020", "lee-2021"], None],
    )
    found = readings_of(content, polars.LazyFrame(columns)).readings["water"]["KAZ"]

    assert [(one.amount, one.also, one.period.start) for one in found[1:]] == [
        (Amount(3.0, 4.0), ("kim-2020", "lee-2021"), Date(2020, 1, 31)),
        (Amount(6.0, None, "at least"), (), Date(2021, 1, 31)),
    ]


def test_an_index_with_a_name_is_a_column(content):
    columns = pandas.DataFrame(frame(value=[1, 2], period=[2021, 2022])).set_index("period")
    found = readings_of(content, columns).readings["water"]["KAZ"]

    assert [one.amount.low for one in found] == [1.7, 1.0, 2.0]


def test_a_frame_without_rows_adds_nothing(content):
    assert readings_of(content, pandas.DataFrame(frame(value=[], period=[]))) is content


# --- readings in tables --------------------------------------------------------------------------


def test_readings_in_tables_are_a_mapping_like_any_other(readings):
    rows = ["grain,NOR,1,2001,kim-2020", "water,NOR,2,2002,kim-2020", "grain,KAZ,3,2001,kim-2020"]
    found = readings({"a.csv": "\n".join([HEAD, *rows])})
    again = pickle.loads(pickle.dumps(found))

    assert {key: sorted(by_place) for key, by_place in found.items()} == {
        "water": ["KAZ", "KGZ", "NOR"],
        "grain": ["KAZ", "NOR"],
    }
    assert (len(found), len(found["water"]), "NOR" in found["grain"]) == (2, 3, True)
    assert found.get("mud", {}).get("NOR", ()) == found["grain"].get("KGZ", ()) == ()
    assert again == found
    assert dict(again["grain"]) == dict(found["grain"])


def test_conditions_in_tables_that_go_against_each_other_are_told(project):
    rows = ["water,NOR,1,2001,kim-2020,public,RED", "water,NOR,2,2002,kim-2020,public,RED"]
    files = below({"a.csv": "\n".join([f"{HEAD},audience,marking", *rows])})

    assert errors(lambda: load(project(files), STYLES)) == (
        f"{FOLDER}/a.csv:2:1: error: nobody gets this: marked RED, above the clearance of public\n"
        "  hint: name an audience with the clearance, or mark it as more open"
    )


def test_what_some_may_not_see_in_a_table_is_kept_from_them(project):
    rows = ["water,KAZ,33.3,2020,kim-2020,AMBER"]
    files = below({"a.csv": "\n".join([f"{HEAD},marking", *rows])})
    root = project(files)
    opened = briefing.open(root)
    text = {
        audience: opened.brief("brief", country="KAZ", audience=audience).text()
        for audience in ("public", "parliament")
    }

    assert "33.3" not in text["public"]
    assert "1.7" in text["public"]
    assert "33.3" in text["parliament"]


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(data=st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_no_bytes_of_a_file_end_in_a_traceback(data):
    checker = a_checker()
    described = Description("a.csv", NOWHERE)
    table = read_csv_table(CsvText("a.csv", data), described, checker)

    assert table is None
    assert checker.problems.failed


def test_a_column_that_holds_something_else_is_told_of_ten_times(project):
    rows = [f"water,{2000 + n},1,{2000 + n},kim-2020" for n in range(100)]
    files = below({"a.csv": "\n".join([HEAD, *rows])})
    first, hint, *others = errors(lambda: load(project(files), STYLES)).split("\n")

    assert first == (
        f"{FOLDER}/a.csv:1:1: error: 90 other things in the column of 'country' were not looked at"
    )
    assert hint == "  hint: what is told of should be mended first"
    assert others[::2] == [
        f"{FOLDER}/a.csv:{n + 2}:7: error: unknown place '{2000 + n}'" for n in range(10)
    ]


def test_dictionaries_of_a_frame_hold_none_for_what_is_missing():
    frames = [
        pandas.DataFrame({"x": ["a", "b"], "y": pandas.array([1, None], dtype="Int64")}),
        polars.DataFrame({"x": ["a", "b"], "y": [1, None]}),
        pyarrow.table({"x": ["a", "b"], "y": [1, None]}),
    ]

    for one in frames:
        assert list(dictionaries(one)) == [{"x": "a", "y": 1}, {"x": "b", "y": None}]
