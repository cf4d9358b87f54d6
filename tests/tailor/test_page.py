"""What a page may hold: sheets, columns, definitions, pictures, listings, what may be dropped."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model import prose as p
from briefing.model.manuscript import Omission
from tests.tailor.build import (
    at,
    attributes,
    bars,
    box,
    bullets,
    chart,
    citation,
    columns,
    content,
    definition,
    definitions,
    front_matter,
    heading,
    item,
    listing,
    manuscript,
    paragraph,
    picture,
    placed,
    quote,
    reference,
    section,
    sheet,
    span,
    table,
    tailored,
    words,
)


def text(said: str, line: int = 1, column: int = 1) -> tuple[p.Text, ...]:
    return (p.Text(said, at(line, column)),)


def told(said: str, line: int = 1) -> m.Paragraph:
    return m.Paragraph(text(said, line), (), at(line))


def problems(*blocks: p.Block, **given: Any) -> str:
    with pytest.raises(ContentError) as caught:
        manuscript(*blocks, **given)
    return str(caught.value)


# --- groups --------------------------------------------------------------------------------------


def test_groups_of_blocks_keep_their_form():
    made = manuscript(
        front_matter(listing("contents", depth=3, line=2), paragraph("x"), line=1),
        columns(paragraph("a", 5), paragraph("b", 6, audiences=["staff"]), count=3, line=4),
        box(paragraph("x"), kind="pull-quote", classes=("beside",)),
        heading("Annex", classes=("unlisted",)),
        quote(paragraph("x"), paragraph("A minister", classes=("attribution",))),
    )

    assert made.blocks == (
        m.FrontMatter((m.Listing("contents", 3, at(2)), told("x")), at()),
        m.Columns(3, (told("a", 5),), at(4)),
        m.Box("pull-quote", (told("x"),), at(), ("beside",)),
        m.Heading(2, text("Annex"), "", at(), ("unlisted",)),
        m.Quote((told("x"), m.Paragraph(text("A minister"), ("attribution",), at()))),
    )


@pytest.mark.parametrize(
    ("block", "what"),
    [
        (columns(paragraph("x", 2, marking="RED")), "columns"),
        (front_matter(paragraph("x", 2, marking="RED")), "front matter"),
        (sheet(paragraph("x", 2, marking="RED"), kind="title-page"), "title-page"),
        (quote(paragraph("x", 2, marking="RED")), "quotation"),
        (box(paragraph("x", 2, marking="RED"), kind="pull-quote"), "pull-quote"),
    ],
)
def test_a_group_in_which_nothing_is_left_goes(block, what):
    made = tailored(content(block, paragraph("y")))

    assert made.manuscript.blocks == (told("y"),)
    marked = Omission(at(2), "paragraph", "marking", "marked RED, above CLEAR")
    assert made.omitted == (marked, Omission(at(), what, "empty", "nothing is left in it"))


def test_a_quotation_of_which_only_the_attribution_is_left_goes():
    speaker = [*words("A minister, "), span("in May", marking="GREEN"), citation("c-2021")]
    quoted = quote(paragraph("Words.", marking="RED"), paragraph(speaker, classes=("attribution",)))

    made = tailored(content(quoted, paragraph("y")), audience="parliament")

    assert made.manuscript.blocks == (told("y"),)
    assert made.manuscript.sources == {}
    assert made.manuscript.marking == "CLEAR"


def test_a_paragraph_of_which_only_the_head_is_left_goes():
    run_in = span("Arms.", classes=("run-in",))
    one = paragraph([run_in, *words(" "), span("Bought in secret.", marking="RED")])

    made = manuscript(one, paragraph([run_in, *words(" Bought.")]), paragraph([run_in]))

    assert [len(block.children) for block in made.blocks] == [2, 1]


# --- definitions ---------------------------------------------------------------------------------


def test_definitions_are_worded_chosen_and_repeated():
    listed = definitions(
        definition("{{ peer.name }}", paragraph("{{ peer.adjective }}"),
                   repeat="peer in countries('KAZ', 'UZB')"),
        definition("Not here", paragraph("x"), countries=["KGZ"]),
    )  # fmt: skip

    made = manuscript(listed)

    assert made.blocks == (
        m.DefinitionList((
            m.Definition(text("Kazakhstan", column=4), (m.Paragraph(
                text("Kazakh", column=4), (), at()),)),
            m.Definition(text("Uzbekistan", column=4), (m.Paragraph(
                text("Uzbek", column=4), (), at()),)),
        )),
    )  # fmt: skip


def test_a_definition_without_its_term_or_without_its_words_goes_and_counts_for_nothing():
    hidden = [span("term", marking="RED")]
    marked = [span("term", marking="GREEN"), citation("c-2021")]
    listed = definitions(
        definition(hidden, paragraph([*words("x"), citation("b-2020")]), line=3),
        definition(marked, paragraph("x", 5, marking="RED"), line=4),
    )

    made = tailored(content(listed, paragraph("y")), audience="parliament")

    assert made.manuscript.blocks == (told("y"),)
    assert (made.manuscript.sources, made.manuscript.marking) == ({}, "CLEAR")
    gone = [(each.where.line, each.what) for each in made.omitted if each.reason == "empty"]
    assert gone == [(3, "definition"), (4, "definition"), (1, "list of definitions")]


# --- sheets and pictures -------------------------------------------------------------------------

RIDGES = picture("ridges", alt="Ridges in {{ country.name }}", title="Ridges", marking="GREEN")


def pictured(position: p.Position = "here", **changes: object) -> m.Picture:
    alt = f"Ridges in {changes.pop('country', 'Kazakhstan')}"
    made = m.Picture(
        "ridges", RIDGES.image, alt, text("Ridges"), (), text("Own work"), "full", position,
        False, RIDGES.where,
    )  # fmt: skip
    return replace(made, **changes)


def test_a_picture_is_placed_where_its_author_says():
    made = manuscript(
        placed("picture", "ridges"),
        placed("picture", "ridges", position="top"),
        placed("picture", "ridges", classes=("beside",)),
        pictures=[RIDGES], audience="parliament",
    )  # fmt: skip

    assert made.blocks == (
        pictured(),
        pictured("top", id="ridges-2"),
        pictured(id="ridges-3", beside=True),
    )
    assert made.marking == "GREEN"


def test_charts_and_tables_have_a_position_too():
    made = manuscript(
        placed("chart", "spending", position="foot"), placed("table", "rows", position="page"),
        charts=[chart("spending", bars("KAZ"))], tables=[table("rows", ("A", "mil-exp", "value"))],
    )  # fmt: skip

    assert [block.position for block in made.blocks] == ["foot", "page"]


def test_a_sheet_has_titles_text_and_a_picture():
    cover = sheet(
        heading("Study", level=1), heading("On {{ country.key }}"),
        paragraph("2022", classes=("foot",)), picture="ridges",
    )  # fmt: skip

    made = manuscript(cover, pictures=[RIDGES], audience="parliament")

    titles = (
        m.Heading(1, text("Study"), "", at()),
        m.Heading(2, (*text("On "), *text("KAZ", column=7)), "", at()),
    )
    foot = m.Paragraph(text("2022"), ("foot",), at())
    assert made.blocks == (m.Sheet("cover", pictured(id=""), (*titles, foot), at()),)


def test_no_reference_leads_to_the_picture_of_a_sheet():
    ridges = replace(RIDGES, conditions=p.ALWAYS)
    cover, asked = sheet(paragraph("x"), picture="ridges"), paragraph([reference("ridges")])

    made = manuscript(cover, placed("picture", "ridges"), asked, pictures=[ridges])
    assert [block.id for block in (made.blocks[0].picture, made.blocks[1])] == ["", "ridges"]
    assert "leads to nothing" in problems(cover, asked, pictures=[ridges])


def test_a_sheet_stands_without_a_picture_that_is_withheld():
    made = tailored(content(sheet(paragraph("x"), picture="ridges"), pictures=[RIDGES]))

    assert made.manuscript.blocks == (m.Sheet("cover", None, (told("x"),), at()),)
    reason = "marked GREEN, above CLEAR"
    assert made.omitted == (Omission(RIDGES.where, "picture 'ridges'", "marking", reason),)


def test_titles_of_a_sheet_stay_where_all_below_them_goes():
    below = paragraph("x", 3, audiences=["staff"])
    gone = heading("Y", line=2, audiences=["staff"])

    made = manuscript(sheet(heading("Study", level=1), gone, below))

    titles = (m.Heading(1, text("Study"), "", at()),)
    assert made.blocks == (m.Sheet("cover", None, titles, at()),)


# --- what may be dropped -------------------------------------------------------------------------


def test_an_optional_block_says_what_it_is():
    one = section("one", paragraph("x", optional=1, line=7))
    made = manuscript(
        paragraph("{{ n }}", line=3, optional=2, repeat="n in [1, 2]"),
        placed("section", "one", 4, optional=9),
        placed("chart", "spending", 5, optional=1),
        sections=[one], charts=[chart("spending", bars("KAZ"))],
    )  # fmt: skip

    ranks = [(block.rank, block.what, block.where.line) for block in made.blocks]
    assert ranks == [
        (2, "paragraph", 3), (2, "paragraph", 3), (9, "section 'one'", 4),
        (1, "chart 'spending'", 5),
    ]  # fmt: skip
    inner = m.OptionalBlock(1, told("x", 7), "paragraph", at(7), 2)
    assert made.blocks[2].block.blocks == (inner,)


def test_a_heading_keeps_to_an_optional_block_below_it():
    made = manuscript(heading("A"), paragraph("x", marking="RED"), paragraph("y", optional=1))

    assert [type(block).__name__ for block in made.blocks] == ["Heading", "OptionalBlock"]


# --- the document and its sections ---------------------------------------------------------------


def test_a_document_names_its_authors():
    made = tailored(content(paragraph("x"), authors=("A. Author", "B. Author"))).manuscript

    assert made.authors == ("A. Author", "B. Author")


def test_a_document_names_its_identifiers():
    made = tailored(content(paragraph("x"), identifiers=("doi:10.1234/abc",))).manuscript

    assert made.identifiers == ("doi:10.1234/abc",)


def test_each_brief_has_a_key_of_its_own_which_no_edition_changes():
    made = content(paragraph("x"))
    later = replace(made, project=replace(
        made.project, edition=replace(made.project.edition, date="2031-01-01", label="2031")
    ))  # fmt: skip
    briefs = [
        (place, audience) for place in ("KAZ", "UZB") for audience in ("public", "parliament")
    ]
    keys = [tailored(made, *one).manuscript.key for one in briefs]

    assert len(set(keys)) == 4
    assert keys == [tailored(later, *one).manuscript.key for one in briefs]


def test_a_section_has_a_short_title_where_that_may_be_shown():
    one = section("one", paragraph("x"), title="On {{ country.name }}", short="{{ country.key }}")
    two = section("two", paragraph("x"), title="Two", short=[span("2", marking="RED")])

    made = manuscript(placed("section", "one"), placed("section", "two"), sections=[one, two])

    assert [block.short for block in made.blocks] == [text("KAZ", column=4), ()]


def test_a_short_title_has_no_room_for_notes_and_references():
    short = [*words("{{ figure('mil-exp') }}"), p.Strong((reference("x", column=30),))]
    one = section("one", heading("X", id="x"), paragraph("x"), short=short)

    assert problems(placed("section", "one"), sections=[one]) == (
        "content/documents/brief.md:1:4: error: the short title of a section has no room for a "
        "note or figure\n  hint: say it in the text, where its source can be printed\n"
        "content/documents/brief.md:1:30: error: the short title of a section cannot refer to a "
        "place\n  hint: name it in words"
    )


def test_sources_and_readings_are_found_wherever_words_can_stand():
    def of(key: str) -> tuple[p.Inline, ...]:
        return (*words("{{ figure('mil-exp', show='value') }}"), citation(key))

    said = replace(RIDGES, conditions=p.ALWAYS, note=of("b-2020"), credit=of("c-2021"))
    listed = definitions(definition(of("b-2020"), columns(paragraph(of("c-2021")))))

    made = manuscript(placed("picture", "ridges"), pictures=[said])
    assert list(made.sources) == ["a-2019", "b-2020", "c-2021"]
    assert [reading.source for reading in m.readings_in(made)] == ["a-2019"]
    made = manuscript(front_matter(listed))
    assert list(made.sources) == ["a-2019", "b-2020", "c-2021"]
    assert len(list(m.readings_in(made))) == 2


def test_the_title_of_a_document_cannot_refer_to_a_place():
    title = (*words("As "), p.Strong((reference("x", column=9),)), *words(" {{ abbr('SCO') }}"))

    assert problems(heading("X", id="x"), paragraph("y"), title=title) == (
        "content/documents/brief.md:1:9: error: the title of a document cannot refer to a place\n"
        "  hint: name it in words"
    )


# --- references ----------------------------------------------------------------------------------


def test_a_reference_leads_to_whatever_has_an_id():
    spending = chart("spending", bars("KAZ"))
    rows = table("rows", ("Share", "mil-exp", "value"))
    targets = ("intro", "spending", "rows", "ridges", "part")
    asked = [reference(name, "number", 9) for name in targets]

    made = manuscript(
        placed("section", "intro"), placed("chart", "spending"), placed("table", "rows"),
        placed("picture", "ridges"), heading("Part", id="part"), paragraph(asked),
        sections=[section("intro", paragraph("x"), title="Intro")], charts=[spending],
        tables=[rows], pictures=[replace(RIDGES, conditions=p.ALWAYS)],
    )  # fmt: skip

    assert made.blocks[-1].children == tuple(asked)


def test_a_reference_in_a_repeat_leads_to_its_own():
    inner = (heading("{{ peer.name }}", id="top"), paragraph([reference("top", "page")]))

    made = manuscript(columns(*inner, repeat="peer in countries('KAZ', 'UZB')"))

    found = [(each.blocks[0].id, each.blocks[1].children[0]) for each in made.blocks]
    assert found == [("top", reference("top", "page")), ("top-2", reference("top-2", "page"))]


def test_no_reference_leads_to_a_section_that_has_no_heading_here():
    one = replace(section("one", paragraph("x")), title=(span("One", marking="RED"),))

    said = problems(placed("section", "one"), paragraph([reference("one", line=2)]), sections=[one])
    assert said == (
        "content/documents/brief.md:2:1: error: '#one' leads to nothing in this brief\n"
        "  hint: the section has no heading in this brief"
    )


@pytest.mark.parametrize("inside", [columns, front_matter, sheet, quote])
def test_ids_in_groups_are_told_apart(inside):
    made = manuscript(inside(bullets(item(heading("A", id="a"))), repeat="n in [1, 2]"))

    ids = [each.blocks[0].items[0].blocks[0].id for each in made.blocks]
    assert ids == ["a", "a-2"]


def test_ids_in_definitions_are_told_apart():
    listed = definitions(definition("T", heading("A", id="a"), repeat="n in [1, 2]"))

    made = manuscript(listed)

    assert [each.blocks[0].id for each in made.blocks[0].items] == ["a", "a-2"]


def test_a_reference_to_what_is_left_out_is_an_error():
    charts = [chart("spending", bars("UZB"))]
    asked = [
        reference("spending", line=3),
        reference("ridges", "page", 4),
        reference("ridge", line=5),
    ]

    said = problems(
        placed("chart", "spending"), placed("picture", "ridges"), paragraph(asked),
        heading("Bridge", id="bridge"), charts=charts, pictures=[RIDGES],
    )  # fmt: skip

    nothing = "leads to nothing in this brief"
    assert said == (
        f"content/documents/brief.md:3:1: error: '#spending' {nothing}\n"
        "  hint: it is left out of this brief; give what leads to it the same conditions\n"
        "content/documents/brief.md:4:1: error: "
        "this refers to a picture that audience 'public' may not see\n"
        '  hint: give it the same conditions, or say what is printed instead: {otherwise="…"}\n'
        f"content/documents/brief.md:5:1: error: '#ridge' {nothing}\n"
        "  hint: did you mean 'bridge'? known: bridge"
    )


# --- abbreviations -------------------------------------------------------------------------------


def short(key: str, long: str, line: int = 1, column: int = 4) -> m.Abbreviation:
    return m.Abbreviation(key, long, at(line, column))


@pytest.mark.parametrize(
    ("language", "long"),
    [("en", "North Atlantic Treaty Organization"), ("de", "Nordatlantikpakt")],
)
def test_an_abbreviation_has_its_long_form_in_the_language_of_the_brief(language, long):
    made = manuscript(paragraph("{{ abbr('NATO') }}"), language=language)

    assert made.blocks[0].children == (short("NATO", long),)


def test_an_abbreviation_without_words_in_a_language_has_those_of_the_first():
    made = manuscript(paragraph("{{ abbr('SCO') }} met"), language="de")

    long = "Shanghai Cooperation Organisation"
    assert made.blocks[0].children == (short("SCO", long), *text(" met", column=18))


def test_an_abbreviation_can_stand_wherever_words_can():
    made = manuscript(
        heading("On {{ abbr('SCO') }}"),
        paragraph("{{ abbr(key) }} ", repeat="key in ['SCO', 'NATO']"),
        paragraph("{{ abbr('SCO') if has('mil-exp') else 'x' }}"),
    )

    found = [block.children[-1].short for block in made.blocks]
    assert found == ["SCO", "SCO", "NATO", "SCO"]


def test_in_plain_text_an_abbreviation_is_its_short_form():
    title = (*words("The "), p.Emphasis(words("{{ abbr('SCO') }}")), *words(" meets"))
    spending = chart("spending", bars("KAZ"), title="Spending in the {{ abbr('SCO') }}")

    made = manuscript(placed("chart", "spending"), charts=[spending], title=title)

    assert made.title == "The SCO meets"
    assert made.charts["spending"].title == "Spending in the SCO"
    assert made.blocks[0].title[1].short == "SCO"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("abbr('NAT')", "unknown abbreviation 'NAT'\n"
         "  hint: did you mean 'NATO'? known: NATO, SCO"),
        ("abbr(1)", "'abbr' takes a short form, not a number"),
        ("abbr()", "'abbr' needs its 'key'"),
        ("abbr('SCO') ~ 's'", "an abbreviation cannot be joined with '~'\n"
         "  hint: write the words outside the braces; so it can be spelled out"),
        ("[abbr('SCO')] | join", "abbreviations cannot be joined\n  hint: print each by itself"),
        ("abbr('SCO') | upper", "'upper' takes a text, not an abbreviation"),
        ("abbr('SCO') == 'SCO'", "an abbreviation cannot be compared with a text"),
        ("'x' if abbr('SCO') else 'y'", "an abbreviation is neither true nor false"),
        ("abbr", "'abbr' is a function\n  hint: call it: abbr(key)"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_no_text_to_compute_with(source, message):
    assert problems(paragraph(f"{{{{ {source} }}}}")) == (
        f"content/documents/brief.md:1:4: error: {message}"
    )


@pytest.mark.parametrize("source", ["abbr('SCO')", "abbr('SCO') == 'x'", "[abbr('SCO')]"])
def test_an_abbreviation_can_stand_in_text_only(source):
    said = "content/documents/brief.md:1:{}: error: an abbreviation can stand in text only"

    assert problems(paragraph("x", when=source)) == said.format(5)
    assert problems(paragraph("x", repeat=f"n in {source}")) == said.format(6)


def test_attributes_are_looked_at_where_there_are_only_some():
    block = p.Listing("notes", 1, attributes(audiences=["staff"]), at())

    assert manuscript(block, paragraph("y")).blocks == (told("y"),)
