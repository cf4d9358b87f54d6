"""Fields of documents and sections, abbreviations, and what files say of one another."""

import pytest

from briefing.errors import ContentError, Location
from briefing.load import load
from briefing.model.content import Abbreviation
from briefing.model.prose import Conditions, Reference, Text
from tests.load.conftest import STYLES

BRIEF = "content/documents/brief.md"
WATER = "content/sections/water.md"
SHORT = "content/abbreviations.yaml"


def read(root):
    return load(root, STYLES).content


def a_document(fields, text='{{ section("water") }}'):
    return f"---\nkind: Brief\ntitle: Brief\n{fields}\n---\n\n{text}\n"


@pytest.mark.parametrize(
    ("pages", "least", "most"),
    [("2", 2, 2), ("{least: 2}", 2, None), ("{most: 3}", 1, 3), ("{least: 2, most: 2}", 2, 2)],
)
def test_the_pages_of_a_document(project, pages, least, most):
    found = read(project({BRIEF: a_document(f"pages: {pages}")})).documents["brief"]

    assert (found.least_pages, found.most_pages) == (least, most)


IDENTIFIERS = (
    "doi:10.1234/abc",
    "doi:10.1000.10/a(b)c-2.0_é;x/y",
    "isbn:978-3-16-148410-0",
    "isbn:9783161484100",
    "isbn:979-10-90636-07-1",
    "isbn:0-306-40615-2",
    "isbn:080442957X",
    "issn:2049-3630",
    "issn:2434-561X",
    "urn:isbn:978-3-16-148410-0",
    "urn:nbn:de:101:1-201102033592",
    "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
)


def test_the_identifiers_of_a_document(project):
    given = ", ".join(f'"{one}"' for one in IDENTIFIERS)
    root = project({BRIEF: a_document(f"identifiers: [{given}]")})

    assert read(root).documents["brief"].identifiers == IDENTIFIERS


def test_the_authors_of_a_document(project):
    root = project({BRIEF: a_document("authors: [Ada Lovelace, 'Çağlar Kurç, Dr.']")})

    assert read(root).documents["brief"].authors == ("Ada Lovelace", "Çağlar Kurç, Dr.")


def test_the_short_title_of_a_section(project):
    root = project({WATER: "---\ntitle: Water in the valleys\nshort: Water\n---\n\nIt flows.\n"})

    section = read(root).sections["water"]
    assert section.short == (Text("Water", Location(WATER, 3, 8)),)


def test_the_words_of_a_section_in_one_language_have_its_quotation_marks(project):
    config = (project() / "content/project.yaml").read_text("utf-8")
    files = {
        "content/project.yaml": config.replace("languages: [en]", "languages: [en, de]"),
        WATER: '---\ntitle: \'"eins"\'\nlanguages: de\n---\n\n"zwei"\n',
    }
    section = read(project(files)).sections["water"]

    assert section.title[0].text == "„eins“"
    assert section.blocks[0].children[0].text == "„zwei“"


def test_abbreviations(project):
    config = (project() / "content/project.yaml").read_text("utf-8")
    files = {
        "content/project.yaml": config.replace("languages: [en]", "languages: [en, de]"),
        SHORT: "NATO: North Atlantic Treaty Organization\n"
        "DG INTPA: {en: Partnerships, de: Partnerschaften}\n",
    }
    assert read(project(files)).abbreviations == {
        "NATO": Abbreviation(
            "NATO",
            dict.fromkeys(("en", "de"), "North Atlantic Treaty Organization"),
            Location(SHORT, 1),
        ),
        "DG INTPA": Abbreviation(
            "DG INTPA", {"en": "Partnerships", "de": "Partnerschaften"}, Location(SHORT, 2)
        ),
    }


def test_abbreviations_are_an_input(project):
    root = project({SHORT: "NATO: North Atlantic Treaty Organization\n"})

    assert SHORT in read(root).inputs


def test_the_conditions_of_a_heading_hold_for_the_sections_below_it(project):
    text = "## Press {audience=parliament}\n\nWater.\n\n" + "\n\n".join(
        f"{{{{ section('{name}') }}}}" for name in ("more", "water")
    )
    files = {
        BRIEF: a_document("", text),
        "content/sections/more.md": '---\ntitle: ""\n---\n\nWater.\n',
    }
    found = read(project(files)).documents["brief"].blocks

    held = Conditions(audiences=frozenset({"parliament"}))
    assert [block.attributes.conditions for block in found] == [held, held, held, Conditions()]


def test_references_lead_to_headings_sections_charts_tables_and_captioned_tables(project):
    text = """\
## Lakes {#lakes}

{#prices caption="Prices"}
| a |
|---|
| b |

[](#lakes), [](#lakes){.page}, [](#prices), [](#prices){.number}, [prices](#prices),
[](#waters), [](#waters){.page}, [](#drought), [](#drought){.number}, [](#rain){.number}.
"""
    files = {
        "content/sections/waters.md": f"---\ntitle: Water\n---\n\n{text}",
        "content/charts/drought.yaml": _renamed("charts"),
        "content/tables/rain.yaml": _renamed("tables"),
        BRIEF: a_document(
            "", "{{ section('waters') }}\n\n{{ chart('drought') }}\n\n{{ table('rain') }}"
        ),
    }
    *_, last = read(project(files)).sections["waters"].blocks

    shown = [(one.target, one.show) for one in last.children if isinstance(one, Reference)]
    assert shown == [
        ("lakes", "label"), ("lakes", "page"), ("prices", "label"), ("prices", "number"),
        ("waters", "label"), ("waters", "page"), ("drought", "label"), ("drought", "number"),
        ("rain", "number"),
    ]  # fmt: skip


def _renamed(kind):
    return (STYLES.parent / f"_project/content/{kind}/water.yaml").read_text("utf-8")


def test_files_of_several_kinds_may_have_one_name_if_nothing_leads_to_it(project):
    assert read(project()).sections.keys() & read(project()).charts.keys() == {"water"}


def test_two_sections_for_different_readers_may_have_equal_ids(project):
    text = "---\ntitle: ''\naudience: {}\n---\n\n## Method {{#method}}\n\nWater.\n"
    files = {
        "content/sections/one.md": text.format("public"),
        "content/sections/two.md": text.format("parliament"),
        BRIEF: a_document("", "{{ section('one') }}\n\n{{ section('two') }}\n\n[](#method)"),
    }
    assert read(project(files)).documents["brief"].blocks[2].children[0].target == "method"


def test_a_long_chain_of_sections_is_followed(project):
    files = {
        f"content/sections/s{n}.md": f"---\ntitle: S\n---\n\n{{{{ section('s{n + 1}') }}}}\n"
        for n in range(1200)
    }
    files["content/sections/s1200.md"] = "---\ntitle: S\n---\n\n[](#nowhere)\n"
    files[BRIEF] = a_document("", "{{ section('s0') }}")

    with pytest.raises(
        ContentError, match=r"s1200.md:5:1: error: unknown id in 'brief': '#nowhere'"
    ):
        read(project(files))
