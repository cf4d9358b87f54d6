"""How large withheld figures are moves nothing in the files of others: no scale, rank or share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import briefing
from briefing import pipeline
from briefing.errors import ContentError
from briefing.project import Project

TINY = Path(__file__).parents[1] / "cases" / "_project"
FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
COUNTRIES = """\
KAZ: {iso2: KZ, name: Kazakhstan, adjective: Kazakh}
KGZ: {iso2: KG, name: Kyrgyzstan, adjective: Kyrgyz}
TJK: {iso2: TJ, name: Tajikistan, adjective: Tajik}
TKM: {iso2: TM, name: Turkmenistan, adjective: Turkmen}
UZB: {iso2: UZ, name: Uzbekistan, adjective: Uzbek}
"""
INDICATORS = """\
water: {name: Water, definition: Share of the area that is water, unit: percent, decimals: 1}
ice: {name: Ice, definition: Share of the area that is ice, unit: percent, decimals: 1}
"""
DOCUMENT = '---\nkind: Brief\ntitle: "All"\n---\n\n{{{{ {} }}}}\n'
TABLE = """\
title: All
rows: [KAZ, KGZ, TJK, TKM, UZB]
columns:
  - {label: Water, indicator: water}
  - {label: Ice, indicator: ice}
"""
ALL = "title: All\ncountries: [KAZ, KGZ, TJK, TKM, UZB]\n"
BOTH = f"{ALL}readings: [water, ice]\n"
WATER = f"{ALL}readings: water\n"
OVER_TIME = "title: All\nreadings: water\nseries: [KAZ, KGZ, TJK, TKM, UZB]\n"
CHARTS = {
    "bar": f"{WATER}reference: {{value: median, label: Median}}\ntable: after\n",
    "grouped": BOTH,
    "stacked": BOTH,
    "line": OVER_TIME,
    "multiples": f"{OVER_TIME}across: 3\n",
    "slope": f"{WATER}start: 2015\nend: 2019\n",
    "range": f"{WATER}start: 2015\nend: 2019\n",
    "donut": WATER,
    "heatmap": f"{WATER}periods: [2015, 2019]\n",
    "map": WATER,
}
WORDED = (
    'figure("water", "UZB")',
    'rank("water", "KAZ")',
    'rank("water", "KAZ", among=["KGZ", "UZB", "TJK"])',
    'change("water", from="2015", place="UZB")',
    'share("water", of="ice", place="UZB")',
    'compare("water", "KAZ", with="UZB")',
)
Row = tuple[str, str, int, float, str]


def readings() -> list[Row]:
    return [
        (indicator, place, year, round(2.3 + at * 1.7 + (year == 2015) * 0.6 + more, 1), "")
        for at, place in enumerate(FIVE)
        for year in (2015, 2019)
        for indicator, more in (("water", 0.0), ("ice", 0.9))
    ]


def project(root: Path, shown: str, rows: list[Row]) -> Project:
    if not root.exists():
        shutil.copytree(TINY, root)
        for name in ("readings", "sections", "charts", "tables"):
            shutil.rmtree(root / "content" / name)
    files = {"countries.yaml": COUNTRIES, "indicators.yaml": INDICATORS, "tables/all.yaml": TABLE}
    files |= {f"charts/{kind}.yaml": f"chart: {kind}\n{spec}" for kind, spec in CHARTS.items()}
    files["documents/brief.md"] = DOCUMENT.format(shown)
    cells = [f"{i},{place},{year},{value},kim-2020,{mark}" for i, place, year, value, mark in rows]
    files["readings/all.csv"] = "\n".join(["indicator,country,period,value,source,marking", *cells])
    told = (TINY / "content/project.yaml").read_text("utf-8")
    files["project.yaml"] = f"{told}boundaries: natural-earth\n"
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return briefing.open(root)


def outcome(root: Path, shown: str, rows: list[Row]) -> object:
    """The file and its entry in the manifest, or the errors."""
    made = project(root, shown, rows)
    try:
        one = pipeline.make(made.content, made.brief("brief", audience="public").request)
    except ContentError as error:
        return str(error)
    return one.pdf, {key: value for key, value in one.entry.items() if key != "withheld"}


def with_closed(value: float, indicator: str, place: str, year: int) -> list[Row]:
    """The readings with a closed one: last, or in the place of an open one."""
    rows = readings()
    closed = indicator, place, year, value, "AMBER"
    at = next((at for at, row in enumerate(rows) if row[:3] == closed[:3]), len(rows))
    return [*rows[:at], closed, *rows[at + 1 :]]


SHOWN = [*(f'chart("{kind}")' for kind in CHARTS), 'table("all")', *WORDED]


@pytest.mark.parametrize("shown", SHOWN)
@pytest.mark.parametrize(
    "closed", [("water", 2021), ("water", 2019), ("water", 2015), ("ice", 2019)]
)
def test_how_large_a_withheld_figure_is_moves_nothing(tmp_path, shown, closed):
    indicator, year = closed
    small, large = (with_closed(value, indicator, "UZB", year) for value in (0.1, 88.8))

    assert outcome(tmp_path / "p", shown, small) == outcome(tmp_path / "p", shown, large)


@pytest.mark.parametrize("shown", SHOWN)
def test_files_are_the_same_without_a_withheld_figure_that_is_newer(tmp_path, shown):
    newer = with_closed(88.8, "water", "UZB", 2021)

    assert outcome(tmp_path / "p", shown, newer) == outcome(tmp_path / "p", shown, readings())
