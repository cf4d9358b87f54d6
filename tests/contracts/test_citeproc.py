"""What `briefing.compose.notes.cite` takes from inside citeproc; one that differs fails here."""

from pathlib import Path

import pytest
from citeproc import (
    SCHEMA_PATH,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
)
from citeproc.formatter import plain
from citeproc.model import Citation as CitationElement
from citeproc.source.json import CiteProcJSON

from briefing.compose.notes.cite import _Marks
from briefing.compose.notes.csl import read_style
from briefing.compose.notes.quick import Quick

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>t</title><id>t</id><updated>2022-01-01T00:00:00+00:00</updated></info>
  <citation><layout delimiter="; ">
    <group delimiter=", ">
      <text variable="title" text-decoration="underline"/>
      <text variable="container-title" font-style="italic"/>
      <text variable="publisher" font-weight="bold"/>
      <group delimiter=" ">
        <label variable="locator" form="short"/><text variable="locator"/>
      </group>
    </group>
  </layout></citation>
</style>
"""


def marked(sign):
    """A class of text between two signs."""
    between = {"__new__": lambda cls, text: str.__new__(cls, f"{sign}{text}{sign}")}
    return type("Marked", (str,), between)


class Marks:
    """A formatter such as ours: classes of text, and one function for terms."""

    Italic = Oblique = marked("/")
    Underline = marked("_")
    Bold = Light = Superscript = Subscript = SmallCaps = marked("*")

    @staticmethod
    def preformat(text):
        return text


@pytest.fixture
def style(tmp_path):
    path = tmp_path / "style.csl"
    path.write_text(STYLE, "utf-8")
    return CitationStylesStyle(str(path), locale="en-GB", validate=False)


def cited(style, work, key="work", refuse=None, **place):
    works = CitationStylesBibliography(style, CiteProcJSON([{"id": "work"} | work]), Marks)
    citation = Citation([CitationItem(key, **place)])
    works.register(citation)
    return str(works.cite(citation, refuse))


def test_looks_are_classes_of_the_formatter_that_are_called_with_the_text(style):
    work = {"type": "book", "title": "A", "container-title": "B", "publisher": "C"}

    assert cited(style, work) == "_A_, /B/, *C*"


def test_a_formatter_of_its_own_has_no_more_than_ours():
    asked = {name for name in vars(plain) if not name.startswith("_")}
    assert {name for name in vars(_Marks) if not name.startswith("_")} == asked


def test_a_locator_has_a_kind_and_a_place_that_is_printed_as_it_is(style):
    work = {"type": "book", "title": "A"}

    assert cited(style, work, locator=Locator("page", "3,\u00a07–9")) == "_A_, pp. 3,\u00a07–9"
    assert cited(style, work, locator=Locator("chapter", "2")) == "_A_, ch. 2"


def test_words_stay_as_they_are_but_for_signs_of_their_own(style):
    title = "Signs \x0e and \x0f, ‘single’ & “double” <i>, é – 1-2"

    assert cited(style, {"type": "book", "title": title}) == f"_{title}_"


def test_a_work_that_is_not_there_is_told_to_whoever_asks(style):
    told = []
    cited(style, {"type": "book", "title": "A"}, key="other", refuse=told.append)

    assert [item.key for item in told] == ["other"]


POSITIONS = STYLE.replace("<group delimiter=\", \">", """<choose>
      <if position="ibid-with-locator"><text value="elsewhere"/></if>
      <else-if position="ibid"><text value="again"/></else-if>
      <else-if position="subsequent"><text variable="first-reference-note-number"/></else-if>
      <else><text value="first"/></else>
    </choose><group delimiter=", ">""", 1)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "place", "expected"),
    [
        ((), None, "first_A_"),
        (("work", "other"), None, "#_A_"),
        (("work",), None, "again_A_"),
        (("work",), Locator("page", "3"), "elsewhere_A_, p. 3"),
    ],
)
def test_what_is_cited_before_is_given_to_a_style(tmp_path, before, place, expected):
    path = tmp_path / "style.csl"
    path.write_text(POSITIONS, "utf-8")
    style = CitationStylesStyle(str(path), locale="en-GB", validate=False)
    data = {"id": "work", "type": "book", "title": "A", "first-reference-note-number": "#"}
    earlier = [CitationItem(key) for key in before]
    for item in earlier:
        Citation([item])
    works = CitationStylesBibliography(style, CiteProcJSON([data]), Marks)
    citation = Citation([CitationItem("work", **({"locator": place} if place else {}))])
    works.register(citation)

    assert str(style.render_citation(citation, earlier, None)) == expected


def test_elements_find_others_by_one_method_that_may_be_replaced():
    style = read_style("notes", "en")
    citation = style.root.find("{*}citation")

    assert type(citation).__mro__[1:3] == (Quick, CitationElement)
    assert [locale.style for locale in style.root.locales] == [style.root] * len(style.root.locales)
    assert citation.get_macro("who").get("name") == "who"
    assert style.root.get_single_term("open-quote") == "‘"


def test_the_schema_of_styles_travels_with_it():
    assert Path(SCHEMA_PATH).is_file()
