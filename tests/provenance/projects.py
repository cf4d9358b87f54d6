"""A project whose section can be anything, to be traced."""

from pathlib import Path

FILES = {
    "project.yaml": """\
name: tiny
title: A tiny project
edition: {date: 2022-10-03, label: October 2022}
languages: [en]
style: brief
publisher: {name: The institute}
licence: {name: CC BY}
credit: Made up.
markings: [CLEAR, AMBER]
default-marking: CLEAR
audiences: {public: {name: all, clearance: CLEAR}}
""",
    "countries.yaml": """\
KAZ: {iso2: KZ, name: Kazakhstan, adjective: Kazakh}
KGZ: {iso2: KG, name: Kyrgyzstan, adjective: Kyrgyz}
""",
    "units.yaml": 'm3: {pattern: "{value} cubic metres", short: "{value}", label: cubic metres}\n',
    "indicators.yaml": "water: {name: Water, definition: Water in lakes, unit: m3}\n",
    "readings/water.yaml": """\
water:
  - {country: KAZ, value: 12, period: 2020, source: kim-2020, locator: p. 4}
  - {country: KGZ, value: 8, period: 2020, source: lee-2021}
""",
    "sources.yaml": """\
kim-2020: {type: book, author: [{family: Kim, given: A.}], title: Lakes, publisher: P, issued: 2020}
lee-2021: {type: book,
  author: [{family: Lee, given: B.}], title: Rivers, publisher: P, issued: 2021}
""",
    "documents/brief.md": '---\nkind: Brief\ntitle: Water\n---\n\n{{ section("water") }}\n',
}


def write(root: Path, section: str, **files: str) -> Path:
    """Write the project with this section; `files` go by their paths below ``content``."""
    for name, text in {**FILES, "sections/water.md": section, **files}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root
