"""Files as they are published: samples in each layout, whose figures are all invented."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.styles.colors import Color

from briefing.errors import ContentError
from briefing.load import load
from briefing.model.country import Amount, Date, Period
from tests.load.conftest import STYLES

SAMPLES = Path(__file__).parent / "published"
FOLDER = "content/readings"

WORLD_BANK = (SAMPLES / "API_WATER_DS2_en_csv_v2.csv").read_bytes()
TRANSFERS = (SAMPLES / "TIV-Export-invented-2018-2020.csv").read_bytes()
SDMX_1 = (SAMPLES / "sdmx-1.csv").read_bytes()
SDMX_2 = (SAMPLES / "sdmx-2.csv").read_bytes()


@pytest.fixture
def taken(project):
    """Give what is taken from a file: place, period, amount, doubt, day, and where it stands."""

    def of(name, data, said, indicator="grain"):
        files = {f"{FOLDER}/{name}": data, f"{FOLDER}/said.yaml": f"from: {name}\n{said}"}
        readings = load(project(files), STYLES).content.readings[indicator]
        return [
            (one.place, one.period.start.year, one.amount, one.doubt, one.as_of, str(one.where))
            for by_place in readings.values()
            for one in by_place
        ]

    return of


@pytest.fixture
def told(project):
    def of(name, data, said):
        files = {f"{FOLDER}/{name}": data, f"{FOLDER}/said.yaml": f"from: {name}\n{said}"}
        with pytest.raises(ContentError) as caught:
            load(project(files), STYLES)
        return str(caught.value).split("\n")

    return of


def plain(number):
    return Amount(number, number)


def archive(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in members.items():
            zipped.writestr(f"{name}.csv", text)
    return data.getvalue()


# --- the World Bank ------------------------------------------------------------------------------

BANK = """\
layout: world-bank
every: {indicator: grain, source: kim-2020}
countries: [KAZ, KGZ]
periods: {from: 2018, to: 2020}
"""


def test_the_world_banks_file_of_an_indicator(taken):
    at = f"{FOLDER}/API_X.csv"

    assert taken("API_X.csv", WORLD_BANK, BANK) == [
        ("KAZ", 2018, plain(1.70000000000001), "", "2022-06-30", f"{at}:8:64"),
        ("KAZ", 2020, plain(1.9), "", "2022-06-30", f"{at}:8:86"),
        ("KGZ", 2018, plain(4.0), "", "2022-06-30", f"{at}:9:69"),
        ("KGZ", 2019, plain(4.1), "", "2022-06-30", f"{at}:9:73"),
        ("KGZ", 2020, plain(4.2), "", "2022-06-30", f"{at}:9:79"),
    ]


def test_the_world_banks_archive(taken):
    data = archive(API_X=WORLD_BANK, Metadata_Country_X="a,b\n", Metadata_Indicator_X="a,b\n")
    said = BANK.replace("KAZ, KGZ", "KGZ").replace("to: 2020}", "to: 2018}")

    assert taken("API_X_DS2.zip", data, said) == [
        ("KGZ", 2018, plain(4.0), "", "2022-06-30", f"{FOLDER}/API_X_DS2.zip[API_X.csv]:9:69")
    ]


def test_a_country_of_which_the_world_bank_has_no_figure_has_none(taken):
    found = taken("API_X.csv", WORLD_BANK, BANK.replace("KGZ", "NOR"))

    assert [place for place, *_ in found] == ["KAZ", "KAZ"]


def test_what_is_no_file_of_the_world_banks_is_told(told):
    two = WORLD_BANK + b'"Norway","NOR","Other","XX.OTHER","1","","","",\r\n'

    assert told("API_X.csv", b"a,b\n1,2\n", BANK) == [
        f"{FOLDER}/API_X.csv:1:1: error: this is no file of the World Bank's",
        "  hint: wanted: a line with Country Name, Country Code, Indicator Name, Indicator Code "
        "and years",
    ]
    assert told("API_X.csv", two, BANK) == [
        f"{FOLDER}/API_X.csv:11:24: error: figures of 'XX.WATER.ZS' and of 'XX.OTHER' are in one "
        "file",
        "  hint: load the file of one indicator",
    ]


def test_an_archive_that_cannot_be_read_is_told(told):
    def bad(data):
        return told("x.zip", data, BANK)[0].partition(": error: ")[2]

    assert bad(b"PK") == "the archive is broken, or something else"
    assert bad(archive(Metadata_X="a")) == "the archive has 0 files of figures"
    assert bad(archive(API_X="a", API_Y="a")) == "the archive has 2 files of figures"
    assert bad(archive(API_X=bytes(2**22))) == (
        "the archive holds 'API_X.csv', which is packed too tightly"
    )
    assert bad(archive(**{"../API_X": "a"})) == (
        "the archive holds '../API_X.csv', which leads out of it"
    )


# --- SIPRI's military expenditure ----------------------------------------------------------------

MILEX = """\
layout: sipri-expenditure
sheet: Share of GDP
every: {indicator: grain, source: kim-2020}
countries: [KAZ, KGZ]
periods: {from: 2018}
scale: 100
"""
MARKED = (
    MILEX + 'marks: {blue: An estimate., red: Highly uncertain., "§4": "", "‖": Without pay.}\n'
)


def milex(**changed):
    """Write a workbook as SIPRI's is laid out; every figure is invented."""
    book = openpyxl.Workbook()
    book.active.title = "Front page"
    sheet = book.create_sheet("Share of GDP")
    for row in (
        ["Invented figures, laid out like military expenditure by country as percentage of GDP"],
        ["Countries are grouped by region and subregion"],
        ["Figures in blue are estimates. Figures in red indicate highly uncertain data."],
        ['". ." = data unavailable. "xxx" = country did not exist'],
        [],
        ["Country", "Notes", *range(2017, 2021)],
        [],
        ["Asia & Oceania"],
        ["Central Asia"],
        ["Kazakhstan", "§4", 0.009, 0.0095, 0.0107, ". ."],
        ["Kyrgyzstan", "‖ §4", 0.01, "xxx", 0.0125, 0.013],
        ["Turkmenistan", "77", ". .", ". .", "broken", ". ."],
    ):
        sheet.append(row)
    for row in sheet["C10:F12"]:
        for cell in row:
            cell.number_format = "0.0%"
    sheet["D10"].font = Font(color="FF0000FF")
    sheet["F11"].font = Font(color="FFFF0000")
    for place, value in changed.items():
        sheet[place] = value
    sheet.merge_cells("A1:F1")
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_sheet_of_military_expenditure(taken):
    at = f"{FOLDER}/SIPRI-Milex-data.xlsx[Share of GDP]"

    assert taken("SIPRI-Milex-data.xlsx", milex(), MARKED) == [
        ("KAZ", 2018, plain(0.95), "An estimate.", "", f"{at}:10:4"),
        ("KAZ", 2019, plain(1.07), "", "", f"{at}:10:5"),
        ("KGZ", 2019, plain(1.25), "Without pay.", "", f"{at}:11:5"),
        ("KGZ", 2020, plain(1.3), "Without pay. Highly uncertain.", "", f"{at}:11:6"),
    ]


def test_colours_notes_and_percentages_of_which_nothing_is_said_are_told(told):
    at = f"{FOLDER}/m.xlsx[Share of GDP]"

    assert told("m.xlsx", milex(E10="12 a"), MILEX.replace("scale: 100\n", "")) == [
        f"{at}:10:2: error: nothing is said of the note '§4'",
        "  hint: say beside the file what it says, or nothing: marks: {'§4': …}",
        f"{at}:10:4: error: 'value' is 0.0095, and shown in per cent",
        "  hint: say beside the file which it is: scale: 100, or scale: 1",
        f"{at}:10:4: error: the figure '0.0095' is written in blue",
        "  hint: say beside the file what that means: marks: {blue: …}",
        f"{at}:10:5: error: 'value' is no figure: '12 a'",
        "  hint: if 'a' is a mark, say beside the file what it means: marks: {'a': …}",
        f"{at}:11:2: error: nothing is said of the note '§4'",
        "  hint: say beside the file what it says, or nothing: marks: {'§4': …}",
        f"{at}:11:2: error: nothing is said of the note '‖'",
        "  hint: say beside the file what it says, or nothing: marks: {'‖': …}",
        f"{at}:11:5: error: 'value' is 0.0125, and shown in per cent",
        "  hint: say beside the file which it is: scale: 100, or scale: 1",
        f"{at}:11:6: error: 'value' is 0.013, and shown in per cent",
        "  hint: say beside the file which it is: scale: 100, or scale: 1",
        f"{at}:11:6: error: the figure '0.013' is written in red",
        "  hint: say beside the file what that means: marks: {red: …}",
    ]


def test_a_colour_of_the_theme_says_something_too(told):
    book = openpyxl.load_workbook(io.BytesIO(milex()))
    book["Share of GDP"]["E10"].font = Font(color=Color(theme=4))
    data = io.BytesIO()
    book.save(data)

    assert told("m.xlsx", data.getvalue(), MARKED) == [
        f"{FOLDER}/m.xlsx[Share of GDP]:10:5: error: the figure '0.0107' is written in theme 4",
        "  hint: say beside the file what that means: marks: {theme 4: …}",
    ]


def test_a_country_that_is_called_otherwise_is_told(told):
    assert told("m.xlsx", milex(A11="Kyrgyz Republic"), MARKED) == [
        f"{FOLDER}/said.yaml:5:18: error: no figure in '{FOLDER}/m.xlsx' is of 'KGZ'",
        "  hint: if the file calls it otherwise, say so: names: {NAME: KGZ}; it has "
        "'Kyrgyz Republic'",
    ]


def test_a_country_that_is_called_otherwise_may_be_named(taken):
    said = MARKED + "names: {Kyrgyz Republic: KGZ}\n"

    assert len(taken("m.xlsx", milex(A11="Kyrgyz Republic"), said)) == 4


def test_a_sheet_without_years_is_told(told):
    assert told("m.xlsx", milex(), MILEX.replace("Share of GDP", "Front page")) == [
        f"{FOLDER}/m.xlsx[Front page]:1:1: error: the sheet is empty",
        "  hint: wanted: a row of names",
    ]
    assert told("m.xlsx", milex(A6="Land"), MARKED) == [
        f"{FOLDER}/m.xlsx[Share of GDP]:1:1: error: this is no sheet of SIPRI's military "
        "expenditure",
        "  hint: wanted: a row that begins with Country, and then years",
    ]


@pytest.mark.parametrize(
    ("title", "scale", "message"),
    [
        (
            "Military expenditure by country, in constant (2021) US$ m., 1988-2022",
            "",
            "the sheet is in US dollars, and its indicator in 'tonnes'\n"
            "  hint: take an indicator in US dollars",
        ),
        (
            "Military expenditure in local currency (m.)",
            "scale: 1000000\n",
            "the sheet is in local currency, and its indicator in 'tonnes'\n"
            "  hint: take a sheet in US dollars, or an indicator whose unit's label says 'local'",
        ),
    ],
)
def test_what_a_sheet_says_of_its_figures_is_held_against_the_indicator(
    told, title, scale, message
):
    said = MARKED.replace("scale: 100\n", scale)

    found = "\n".join(told("m.xlsx", milex(A1=title), said))
    assert f"{FOLDER}/m.xlsx[Share of GDP]:1:1: error: {message}" in found


@pytest.mark.parametrize("scale", ["", "scale: 1000000\n", "scale: 1\n"])
def test_of_a_sheet_in_millions_the_scale_must_be_said(project, scale):
    said = MARKED.replace("scale: 100\n", scale)
    book = milex(A1="Military expenditure by country, in US$ m.")
    files = {
        "content/units.yaml": 'usd: {pattern: "US${value}", short: "US${value}", label: US$}\n',
        "content/indicators.yaml": "grain: {name: Grain, unit: usd}\n",
        f"{FOLDER}/m.xlsx": book,
        f"{FOLDER}/said.yaml": f"from: m.xlsx\n{said}",
    }
    try:
        load(project(files), STYLES)
        found = ""
    except ContentError as error:
        found = str(error)

    message = (
        f"{FOLDER}/m.xlsx[Share of GDP]:1:1: error: the sheet is in millions\n"
        "  hint: say beside the file which it is: scale: 1000000, or scale: 1"
    )
    assert (message in found) is not bool(scale)


# --- SIPRI's arms transfers ----------------------------------------------------------------------

TIV = """\
layout: sipri-transfers
every: {indicator: grain, source: kim-2020}
names: {Total: NOR}
countries: [KAZ, NOR]
periods: [2018, 2019, 2018/2020]
"""


def test_a_table_of_arms_transfers(taken):
    at = f"{FOLDER}/TIV-Export.csv"

    assert taken("TIV-Export.csv", TRANSFERS, TIV) == [
        ("KAZ", 2018, plain(12.0), "", "", f"{at}:11:12"),
        ("KAZ", 2018, plain(19.0), "", "", f"{at}:11:19"),
        # A nought says that there was something, of less than half a million.
        ("KAZ", 2019, Amount(None, 0.5, "up to"), "", "", f"{at}:11:15"),
        ("NOR", 2018, plain(16.0), "", "", f"{at}:14:7"),
        ("NOR", 2018, plain(25.0), "", "", f"{at}:14:14"),
        ("NOR", 2019, plain(2.0), "", "", f"{at}:14:10"),
    ]


def test_what_is_no_table_of_arms_transfers_is_told(told):
    assert told("a.csv", b"Country,2018\nKazakhstan,1\n", TIV) == [
        f"{FOLDER}/a.csv:1:1: error: this is no table of SIPRI's arms transfers",
        "  hint: wanted: a title with TIV, and a row of years",
    ]


# --- SDMX ----------------------------------------------------------------------------------------

SDMX = """\
layout: sdmx-csv
every: {indicator: grain, source: kim-2020}
countries: KAZ
periods: {from: 2019, to: 2021}
only: {FREQ: A, MEASURE: WATER}
marks: {E: An estimate.}
"""


def test_sdmx_csv_of_the_first_version(taken):
    at = f"{FOLDER}/a.csv"

    assert taken("a.csv", SDMX_1, SDMX) == [
        ("KAZ", 2019, plain(1.7), "", "", f"{at}:2:1"),
        ("KAZ", 2020, plain(1.8), "An estimate.", "", f"{at}:3:1"),
    ]


def test_figures_are_multiplied_by_their_power_of_ten(taken):
    said = SDMX.replace("WATER", "GRAIN")

    assert [one[2] for one in taken("a.csv", SDMX_1, said)] == [plain(12_500_000.0)]


def test_sdmx_csv_of_the_second_version_with_labels(project):
    said = """\
from: a.csv
layout: sdmx-csv
every: {indicator: grain, source: kim-2020}
countries: KGZ
periods: [2019, 2019-03]
marks: {P: Provisional.}
"""
    files = {f"{FOLDER}/a.csv": SDMX_2, f"{FOLDER}/said.yaml": said}
    readings = load(project(files), STYLES).content.readings["grain"]["KGZ"]

    assert [(one.period, one.amount, one.doubt) for one in readings] == [
        (Period(Date(2019), Date(2019)), plain(4.1), ""),
        (Period(Date(2019, 3), Date(2019, 3)), plain(4.2), "Provisional."),
    ]


def test_observations_that_cannot_be_used_are_told(told):
    rows = SDMX_1 + b"XX:DF_INVENTED(1.0),A,KAZ,WATER,2019-W1,2,A,x,C\n"
    said = SDMX.replace("marks: {E: An estimate.}\n", "").replace("FREQ: A, ", "")
    said = said.replace("{MEASURE: WATER}", "{FREQ: [A, Q]}")
    at = f"{FOLDER}/a.csv"

    assert told("a.csv", rows, said) == [
        f"{at}:3:42: error: nothing is said of the status 'E'",
        "  hint: say beside the file what that means: marks: {E: …}",
        f"{at}:5:1: error: a second figure for 'KAZ' and '2019'",
        "  hint: the first is in line 2; they differ in MEASURE, UNIT_MULT: say which is meant "
        "under 'only'",
        f"{at}:9:45: error: 'x' is no multiplier",
        "  hint: wanted: a power of ten such as 6",
        f"{at}:9:47: error: the figure is confidential ('C')",
        "  hint: leave such figures out: only: {CONF_STATUS: F}",
    ]


def test_what_is_no_sdmx_csv_is_told(told):
    assert told("a.csv", b"REF_AREA,TIME_PERIOD,OBS_VALUE\nKAZ,2019,1\n", SDMX) == [
        f"{FOLDER}/a.csv:1:1: error: this is no SDMX-CSV",
        "  hint: the first column of SDMX-CSV is DATAFLOW or STRUCTURE",
    ]
