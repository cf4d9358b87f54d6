"""Each packaged citation style, against strings that were written by hand from its guide.

`notes` is the product's own. `chicago`: The Chicago Manual of Style, 17th edition, chapter 14.
`oscola`: OSCOLA, 4th edition, part 3, secondary sources.
"""

from pathlib import Path

import pytest

from briefing.compose.notes import csl
from briefing.compose.notes.cite import NUMBER, cite
from briefing.errors import Location
from briefing.model.citations import PACKAGED
from briefing.model.source import Source

HERE = Location("content/sources.yaml", 1)
ADA = {"family": "Alder", "given": "Ada"}
BEN = {"family": "Birch", "given": "Ben"}
CAZ = {"family": "Çam", "given": "Cezmi"}
DAN = {"family": "Dahl", "given": "Dan"}


def dated(*parts):
    return {"date-parts": [list(parts)]}


WORKS = {
    "article": {
        "type": "article-journal", "author": [ADA, BEN], "title": "Trade in Arms: A Survey",
        "title-short": "Trade in Arms", "container-title": "Journal of Examples", "volume": "12",
        "issue": "3", "page": "201-219", "issued": dated(2018), "DOI": "10.1000/182",
    },
    "chapter": {
        "type": "chapter", "author": [CAZ], "title": "Rivers", "editor": [ADA, BEN],
        "container-title": "Water and Power", "publisher": "Example Press",
        "publisher-place": "London", "page": "61-80", "issued": dated(2019),
    },
    "book": {
        "type": "book", "author": [ADA, BEN, CAZ, DAN], "title": "Great Powers",
        "publisher": "Example Press", "publisher-place": "London", "issued": dated(2014),
    },
    "report": {
        "type": "report", "author": [{"literal": "Example Office"}], "title": "State of the Lakes",
        "publisher": "Example Office", "collection-title": "Papers", "number": "24",
        "issued": dated(2020, 5), "URL": "https://example.org/lakes",
    },
    "news": {
        "type": "article-newspaper", "author": [DAN], "title": "A Base in the Hills",
        "container-title": "The Example Post", "issued": dated(2021, 11, 7),
        "URL": "https://example.org/post/1",
    },
    "page": {
        "type": "webpage", "title": "What We Do", "container-title": "Example Office",
        "accessed": dated(2022, 5, 3), "URL": "https://example.org/what",
    },
    "thesis": {
        "type": "thesis", "author": [BEN], "title": "On Borders", "genre": "PhD thesis",
        "publisher": "University of Examples", "issued": dated(2015),
    },
    "russian": {
        "type": "article-newspaper", "title": "Китай и его соседи", "language": "ru",
        "author": [{"family": "Умаров", "given": "Темур"}], "container-title": "Пример",
        "issued": dated(2020, 3, 1),
    },
    "edited": {
        "type": "book", "editor": [ADA], "title": "Collected", "publisher": "Example Press",
        "issued": dated(2001),
    },
}  # fmt: skip

EXPECTED = {
    "notes": {
        ("article", ""): "Ada Alder and Ben Birch, ‘Trade in Arms: A Survey’, _Journal of Examples_"
        " 12(3), 2018, pp.~201–219, https://doi.org/10.1000/182",
        ("article", "p. 205"): "Ada Alder and Ben Birch, ‘Trade in Arms: A Survey’, _Journal of"
        " Examples_ 12(3), 2018, p.~205, https://doi.org/10.1000/182",
        ("chapter", ""): "Cezmi Çam, ‘Rivers’, in Ada Alder and Ben Birch (eds), _Water and Power_,"
        " Example Press, 2019, pp.~61–80",
        ("book", "ch. 2"): "Ada Alder et al., _Great Powers_, Example Press, 2014, ch.~2",
        ("report", "p. 3"): "Example Office, ‘State of the Lakes’, Papers 24, Example Office,"
        " May 2020, p.~3, https://example.org/lakes",
        ("news", ""): "Dan Dahl, ‘A Base in the Hills’, _The Example Post_, 7~November 2021,"
        " https://example.org/post/1",
        ("page", ""): "‘What We Do’, _Example Office_, https://example.org/what",
        ("thesis", "p. 14"): "Ben Birch, _On Borders_, PhD thesis, University of Examples, 2015,"
        " p.~14",
        ("russian", ""): "Темур Умаров, ‘Китай и его соседи’, _Пример_, 1~March 2020",
        ("edited", ""): "Ada Alder (ed.), _Collected_, Example Press, 2001",
    },
    "chicago": {
        ("article", ""): "Ada Alder and Ben Birch, “Trade in Arms: A Survey,” _Journal of Examples_"
        " 12, no.~3 (2018): 201–219, https://doi.org/10.1000/182",
        ("article", "p. 205"): "Ada Alder and Ben Birch, “Trade in Arms: A Survey,” _Journal of"
        " Examples_ 12, no.~3 (2018): 205, https://doi.org/10.1000/182",
        ("chapter", ""): "Cezmi Çam, “Rivers,” in _Water and Power_, ed. Ada Alder and Ben Birch"
        " (London: Example Press, 2019), 61–80",
        ("book", "ch. 2"): "Ada Alder et al., _Great Powers_ (London: Example Press, 2014),"
        " chap.~2",
        ("report", "p. 3"): "Example Office, _State of the Lakes_, Papers 24 (Example Office,"
        " 2020), 3, https://example.org/lakes",
        ("news", ""): "Dan Dahl, “A Base in the Hills,” _The Example Post_, November 7, 2021,"
        " https://example.org/post/1",
        ("page", ""): "“What We Do,” Example Office, accessed May 3, 2022,"
        " https://example.org/what",
        ("thesis", "p. 14"): "Ben Birch, “On Borders” (PhD thesis, University of Examples, 2015),"
        " 14",
        ("russian", ""): "Темур Умаров, “Китай и его соседи,” _Пример_, March 1, 2020",
        ("edited", ""): "Ada Alder, ed., _Collected_ (Example Press, 2001)",
    },
    "oscola": {
        ("article", ""): "Ada Alder and Ben Birch, ‘Trade in Arms: A Survey’ (2018) 12(3) Journal"
        " of Examples 201 <https://doi.org/10.1000/182>",
        ("article", "p. 205"): "Ada Alder and Ben Birch, ‘Trade in Arms: A Survey’ (2018) 12(3)"
        " Journal of Examples 201, 205 <https://doi.org/10.1000/182>",
        ("chapter", ""): "Cezmi Çam, ‘Rivers’ in Ada Alder and Ben Birch (eds), _Water and Power_"
        " (Example Press 2019)",
        ("book", "ch. 2"): "Ada Alder and others, _Great Powers_ (Example Press 2014) ch 2",
        ("report", "p. 3"): "Example Office, _State of the Lakes_ (Papers 24, Example Office 2020)"
        " 3 <https://example.org/lakes>",
        ("news", ""): "Dan Dahl, ‘A Base in the Hills’ _The Example Post_ (7~November 2021)"
        " <https://example.org/post/1>",
        ("page", ""): "‘What We Do’ (_Example Office_) <https://example.org/what> accessed 3~May"
        " 2022",
        ("thesis", "p. 14"): "Ben Birch, ‘On Borders’ (PhD thesis, University of Examples 2015) 14",
        ("russian", ""): "Темур Умаров, ‘Китай и его соседи’ _Пример_ (1~March 2020)",
        ("edited", ""): "Ada Alder (ed), _Collected_ (Example Press 2001)",
    },
}  # fmt: skip

LATER = {
    ("notes", "short", "article", "p. 205"): "Alder and Birch, ‘Trade in Arms’, p.~205~(note~#)",
    ("notes", "short", "book", ""): "Alder et al., _Great Powers_~(note~#)",
    ("notes", "short", "page", ""): "‘What We Do’~(note~#)",
    ("notes-ibid", "ibid", "article", "p. 205"): "Ibid.",
    ("notes-ibid", "ibid elsewhere", "article", "p. 206"): "Ibid., p.~206",
    ("chicago", "short", "article", "p. 205"): "Alder and Birch, “Trade in Arms,” 205",
    ("chicago", "short", "article", ""): "Alder and Birch, “Trade in Arms”",
    ("chicago", "short", "book", "p. 3"): "Alder et al., _Great Powers_, 3",
    ("chicago", "short", "page", ""): "“What We Do”",
    ("oscola", "short", "article", "p. 205"): "Alder and Birch~(n~#) 205",
    ("oscola", "short", "book", ""): "Alder and others~(n~#)",
    ("oscola", "short", "page", ""): "‘What We Do’~(n~#)",
    ("oscola", "ibid", "book", "p. 3"): "ibid",
    ("oscola", "ibid elsewhere", "book", "p. 3"): "ibid 3",
}

LISTED = {
    (
        "notes",
        "article",
    ): "Alder, Ada and Ben Birch, ‘Trade in Arms: A Survey’, _Journal of Examples_"
    " 12(3), 2018, pp.~201–219, https://doi.org/10.1000/182",
    (
        "notes",
        "chapter",
    ): "Çam, Cezmi, ‘Rivers’, in Ada Alder and Ben Birch (eds), _Water and Power_,"
    " Example Press, 2019, pp.~61–80",
    (
        "notes",
        "book",
    ): "Alder, Ada, Ben Birch, Cezmi Çam and Dan Dahl, _Great Powers_, Example Press, 2014",
    ("notes", "page"): "‘What We Do’, _Example Office_, https://example.org/what",
    ("notes", "edited"): "Alder, Ada (ed.), _Collected_, Example Press, 2001",
    ("notes-ibid", "thesis"): "Birch, Ben, _On Borders_, PhD thesis, University of Examples, 2015",
    ("chicago", "article"): "Alder, Ada, and Ben Birch. “Trade in Arms: A Survey.” _Journal of"
    " Examples_ 12, no.~3 (2018): 201–219. https://doi.org/10.1000/182",
    (
        "chicago",
        "chapter",
    ): "Çam, Cezmi. “Rivers.” In _Water and Power_, edited by Ada Alder and Ben"
    " Birch, 61–80. London: Example Press, 2019",
    ("chicago", "book"): "Alder, Ada, Ben Birch, Cezmi Çam, and Dan Dahl. _Great Powers_. London:"
    " Example Press, 2014",
    ("chicago", "report"): "Example Office. _State of the Lakes_. Papers 24. Example Office, 2020."
    " https://example.org/lakes",
    ("chicago", "news"): "Dahl, Dan. “A Base in the Hills.” _The Example Post_, November 7, 2021."
    " https://example.org/post/1",
    ("chicago", "page"): "“What We Do.” Example Office. Accessed May 3, 2022."
    " https://example.org/what",
    ("chicago", "thesis"): "Birch, Ben. “On Borders.” PhD thesis, University of Examples, 2015",
    ("chicago", "edited"): "Alder, Ada, ed. _Collected_. Example Press, 2001",
    ("oscola", "article"): "Alder A and Birch B, ‘Trade in Arms: A Survey’ (2018) 12(3) Journal of"
    " Examples 201 <https://doi.org/10.1000/182>",
    ("oscola", "chapter"): "Çam C, ‘Rivers’ in Ada Alder and Ben Birch (eds), _Water and Power_"
    " (Example Press 2019)",
    ("oscola", "report"): "Example Office, _State of the Lakes_ (Papers 24, Example Office 2020)"
    " <https://example.org/lakes>",
    ("oscola", "edited"): "Alder A (ed), _Collected_ (Example Press 2001)",
}


def named(citations, key, locator, form="full", addresses="printed"):
    source = Source(key, {"id": key, **WORKS[key]}, HERE)
    segments = cite(
        source, locator, form=form, language="en", addresses=addresses, citations=citations
    )
    text = "".join(f"_{s.text}_" if s.italic else s.text for s in segments)
    return text.replace("\u00a0", "~").replace(NUMBER, "#").replace("__", "")


@pytest.mark.parametrize(
    ("citations", "key", "locator", "expected"),
    [
        (citations, *asked, expected)
        for citations, works in EXPECTED.items()
        for asked, expected in works.items()
    ],
)
def test_a_work_is_named_as_the_guide_of_the_style_says(citations, key, locator, expected):
    assert named(citations, key, locator) == expected


@pytest.mark.parametrize(("asked", "expected"), LATER.items())
def test_a_work_named_before_is_named_as_the_guide_of_the_style_says(asked, expected):
    citations, form, key, locator = asked

    assert named(citations, key, locator, form) == expected


@pytest.mark.parametrize(("asked", "expected"), LISTED.items())
def test_a_work_is_listed_as_the_guide_of_the_style_says(asked, expected):
    citations, key = asked

    assert named(citations, key, "", "listed") == expected


def test_a_title_that_ends_with_a_mark_has_no_stop_behind_it(monkeypatch):
    monkeypatch.setitem(WORKS, "why", {**WORKS["news"], "title": "Why?"})

    assert named("chicago", "why", "", "listed").startswith("Dahl, Dan. “Why?” _The Example Post_")


def test_a_style_without_a_bibliography_lists_works_as_its_first_notes_name_them():
    path = Path(csl.__file__).with_name("notes.csl")
    before, _, behind = path.read_text("utf-8").partition("  <bibliography>")
    own = before + behind.partition("</bibliography>\n")[2]

    assert named(own, "thesis", "", "listed") == named("notes", "thesis", "")


def test_every_packaged_style_is_tested():
    assert set(PACKAGED) == {*EXPECTED, *[citations for citations, *_ in LATER]}
    assert {packaged.file for packaged in PACKAGED.values()} == set(EXPECTED)


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        ("notes", "Dan Dahl, ‘A Base in the Hills’, _The Example Post_, 7~November 2021"),
        ("chicago", "Dan Dahl, “A Base in the Hills,” _The Example Post_, November 7, 2021"),
        ("oscola", "Dan Dahl, ‘A Base in the Hills’ _The Example Post_ (7~November 2021)"),
    ],
)
def test_an_address_is_left_out_with_all_that_belongs_to_it(citations, expected):
    assert named(citations, "news", "", addresses="linked") == expected


OWN = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info><title>t</title><id>t</id><updated>2022-01-01T00:00:00+00:00</updated></info>
  <citation><layout suffix=".">
    <choose>
      <if position="near-note"><text value="near"/></if>
      <else-if position="subsequent"><text value="again"/></else-if>
      <else>
        <group delimiter=", ">
          <text variable="title" quotes="true"/>
          <date variable="issued" form="text"/>
          <text variable="URL"/>
        </group>
      </else>
    </choose>
  </layout></citation>
</style>
"""


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("full", "“A Base in the Hills”, November 7, 2021, https://example.org/post/1"),
        ("short", "again"), ("ibid", "again"), ("ibid elsewhere", "again"),
    ],
)  # fmt: skip
def test_a_style_of_a_project_is_used_as_it_is_but_for_its_full_stop(form, expected):
    assert named(OWN, "news", "", form) == expected


def test_the_title_leads_to_the_address_in_any_style():
    source = Source("news", {"id": "news", **WORKS["news"]}, HERE)
    segments = cite(
        source, "", form="full", language="en", addresses="linked", citations=OWN
    )  # fmt: skip

    assert [s.text for s in segments if s.address == "https://example.org/post/1"] == [
        "A Base in the Hills"
    ]
