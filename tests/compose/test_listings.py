"""Contents, lists of figures and tables, credits, endnotes."""

import pytest
from msgspec.structs import replace

from briefing.model import manuscript as m
from briefing.model.flow import Flow, ParagraphItem
from briefing.model.structure import Node
from tests.compose.flows import anchors, everything, nodes, outline, texts, words
from tests.compose.manuscripts import (
    HERE,
    SOURCES,
    box,
    charts,
    cited,
    composed,
    figure,
    heading,
    listing,
    paragraph,
    picture,
    reading,
    section,
    sheet,
    source,
    style,
    table,
    text,
    with_paragraph,
)
from tests.compose.manuscripts import words as said

NUMBERED = replace(style(), captions="numbered")
ENDNOTES = replace(style(), notes="end")
DRAWN = charts(NUMBERED, arms="full", aid="half")


def elements(flow: Flow, role: str) -> list[Node]:
    return [node for node in nodes(flow.structure) if node.role == role]


def links(flow: Flow, item) -> set[str]:
    return {flow.links[run.link].target for run in (*item.runs, *item.end) if run.link is not None}


# --- contents ---------------------------------------------------------------------------------


def test_the_contents_list_headings_with_their_pages_down_to_a_level():
    flow = composed(
        listing("contents", 2),
        section("First", heading("Below", "below"), heading("Deep", "deep", 3), name="first"),
        section("", heading("Alone", "alone"), name="untitled"),
        section("Second", heading("Hidden", "hidden", 2, "unlisted"), name="second"),
    )

    head, *entries = flow.items[1:6]
    assert words(head) == "Contents"
    assert [(words(item), [run.text for run in item.end]) for item in entries] == [
        ("First", ["00"]), ("Below", ["00"]), ("Alone", ["00"]), ("Second", ["00"]),
    ]  # fmt: skip
    assert [item.style for item in entries] == [
        style().paragraphs[f"contents-{level}"] for level in (1, 2, 2, 1)
    ]
    assert [item.end[0].target for item in entries] == ["first", "below", "alone", "second"]
    assert [links(flow, item) for item in entries] == [
        {"#first"}, {"#below"}, {"#alone"}, {"#second"},
    ]  # fmt: skip


def test_the_contents_are_lists_in_lists_of_the_structure():
    flow = composed(
        listing("contents", 3),
        section("First", heading("Below"), heading("Deep", "", 3), heading("Last"), name="first"),
        section("Second", name="second"),
    )

    assert outline(elements(flow, "TOC")[0]) == (
        "TOC(TOCI(Reference(Link)) "
        "TOC(TOCI(Reference(Link)) TOC(TOCI(Reference(Link))) TOCI(Reference(Link))) "
        "TOCI(Reference(Link)))"
    )


def test_entries_have_the_look_of_their_headings_but_neither_notes_nor_links():
    inner = m.Emphasis((text("Way"),))
    title = (text("On the "), m.Link("https://example.org/", (inner,), HERE), cited("kurc"))
    flow = composed(listing("contents", 1), m.Section("way", title, (said("x"),), HERE))

    entry = flow.items[2]
    assert words(entry) == "On the Way"
    assert [run.style.italic for run in entry.runs] == [False, True]
    assert len(flow.notes) == 1
    assert links(flow, entry) == {"#way"}


def test_headings_of_boxes_and_sheets_are_not_listed_and_listings_are():
    flow = composed(
        sheet("cover", heading("Cover", "", 1)),
        listing("contents", 2),
        listing("figures"),
        listing("tables"),
        box("key-messages", heading("Boxed"), said("x")),
        picture("map", "A map"),
        house=NUMBERED,
    )

    assert texts(flow.items[1:5]) == ["Contents", "Figures00", "Figures", "Figure\u00a01. A map00"]


@pytest.mark.parametrize(
    "kind",
    ["contents", "figures", "tables", "abbreviations", "indicators", "sources", "credits", "notes"],
)
def test_a_listing_with_nothing_in_it_is_left_out_with_its_heading(kind):
    flow = composed(listing(kind), said("x"), picture("map"), sources={})

    assert texts(flow.items[1:-1]) == ["x"]
    assert [entry.title for entry in flow.outline] == []


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Contents"), ("de", "Inhalt"), ("fr", "Sommaire"), ("ru", "Содержание")],
)
def test_listings_have_a_heading_in_the_documents_language(language, title):
    flow = composed(listing("contents"), heading("One"), language=language, place=None)

    assert flow.outline[0].title == title
    assert flow.items[1].mark == title


# --- indicators -------------------------------------------------------------------------------


def spent(indicator: str) -> m.Inline:
    return m.Quantity("1", reading(indicator), HERE)


def test_indicators_that_are_printed_are_listed_by_name_with_their_definitions():
    measures = {
        "b": m.Measure("Ranks", "", "Where it stands."),
        "a": m.Measure("Spending", "%", "What is spent."),
        "c": m.Measure("Not defined", ""),
        "d": m.Measure("Left out to save pages", "", "Nobody prints it."),
    }

    flow = composed(
        paragraph(spent("a"), spent("b"), spent("c")), listing("indicators"), measures=measures
    )

    assert texts(flow.items[2:4]) == [
        "Indicators", "Ranks", "Where it stands.", "Spending", "What is spent.",
    ]  # fmt: skip
    assert len(elements(flow, "LI")) == 2


@pytest.mark.parametrize(
    ("language", "title"),
    [("de", "Indikatoren"), ("fr", "Indicateurs"), ("ru", "Показатели")],
)
def test_the_list_of_indicators_has_a_heading_in_the_documents_language(language, title):
    measures = {"a": m.Measure("Spending", "%", "What is spent.")}

    flow = composed(
        listing("indicators"),
        paragraph(spent("a")),
        measures=measures,
        language=language,
        place=None,
    )

    assert flow.outline[0].title == title


# --- works ------------------------------------------------------------------------------------

ZOE = source("zoe", "Çelik", "Zeal")
WORKS = {"zoe": ZOE, **SOURCES, "umarov": source("umarov", "Умаров", "На пути")}


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Sources"), ("de", "Quellen"), ("fr", "Sources"), ("ru", "Источники")],
)
def test_works_are_listed_by_author_below_a_heading(language, title):
    flow = composed(listing("sources"), language=language, place=None, sources=WORKS)
    listed = texts(flow.items[1:6])

    assert listed[0] == title
    assert [entry.partition(",")[0] for entry in listed[1:]] == ["Çelik", "Kurç", "Weitz", "Умаров"]
    assert all(entry.endswith(".") and not entry.endswith("..") for entry in listed[1:])


def test_a_list_of_works_is_a_list_of_entries_in_which_titles_have_their_language():
    csl = {**ZOE.csl, "language": "ru", "title": "На пути", "URL": "https://example.org/z"}
    works = {"kurc": SOURCES["kurc"], "zoe": replace(ZOE, csl=csl)}
    flow = composed(listing("sources"), sources=works)
    (found,) = elements(flow, "L")

    assert outline(found) == "L(LI(LBody(BibEntry(Span Link))) LI(LBody(BibEntry)))"
    assert [node.language for node in nodes(found) if node.role == "Span"] == ["ru"]
    assert links(flow, flow.items[2]) == {"https://example.org/z"}


def test_a_list_of_works_is_in_the_contents():
    flow = composed(listing("contents"), listing("sources"))

    assert texts(flow.items[1:3]) == ["Contents", "Sources00"]


def test_a_note_behind_a_list_of_works_names_its_work_in_full():
    flow = composed(listing("sources"), paragraph(text("So."), cited("kurc")))

    assert words(flow.notes[0].paragraph) == "1 A. Kurç, ‘Arms and allies’, 2020."


# --- figures and tables -----------------------------------------------------------------------


def test_figures_and_tables_are_listed_by_number_and_title():
    flow = composed(
        listing("figures"), listing("tables"), figure("arms", "Arms"), table("trade", "Trade"),
        picture("none"), picture("map", "A map"), house=NUMBERED, **DRAWN,
    )  # fmt: skip

    assert texts(flow.items[1:6]) == [
        "Figures", "Figure\u00a01. Arms00", "Figure\u00a02. A map00", "Tables",
        "Table\u00a01. Trade00",
    ]  # fmt: skip
    assert outline(elements(flow, "TOC")[1]) == "TOC(TOCI(Lbl Reference(Link)))"
    assert [item.end[0].target for item in flow.items[2:4]] == ["arms", "map"]
    assert {"arms", "map", "trade"} <= set(anchors(flow))


def test_a_style_without_numbers_lists_titles_alone():
    flow = composed(listing("tables"), table("trade", "Trade"), table("none", ""))

    assert texts(flow.items[1:3]) == ["Tables", "Trade00"]


# --- credits ----------------------------------------------------------------------------------


def test_credits_name_the_places_of_all_pictures_and_each_holder_once():
    cover = picture("ridges", credit="Ana / Agency")
    flow = composed(
        sheet("cover", picture=cover),
        listing("credits"),
        picture("map", credit="Ben"),
        picture("road", credit="Ana / Agency"),
        picture("desk", credit="Ana / Agency"),
        picture("own"),
        sheet("back-cover", picture=cover),
    )

    first, second = flow.items[2:4]
    assert words(first) == "Cover, back cover, pages\u00a000, 00: Ana / Agency"
    assert words(second) == "Page\u00a000: Ben"
    assert [run.target for run in first.runs if run.field] == ["road", "desk"]
    assert links(flow, second) == {"#map"}
    assert outline(elements(flow, "L")[0]) == (
        "L(LI(Lbl(Reference(Link) Reference(Link)) LBody) LI(Lbl(Reference(Link)) LBody))"
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Umschlag, Seite\u00a000: Ana"),
        ("fr", "Couverture, page\u00a000\u00a0: Ana"),
        ("ru", "Обложка, стр.\u00a000: Ana"),
    ],
)
def test_credits_speak_the_documents_language(language, line):
    pictures = [picture(name, credit="Ana") for name in ("one", "two")]
    flow = composed(
        sheet("cover", heading("X", "", 1), picture=pictures[0]), pictures[1], listing("credits"),
        language=language, place=None,
    )  # fmt: skip

    assert texts(flow.items[2:3]) == [line]


# --- endnotes ---------------------------------------------------------------------------------


def endnotes(*blocks: m.Block) -> Flow:
    return composed(*blocks, house=ENDNOTES)


def test_endnotes_stand_behind_the_text_and_lead_back_to_their_paragraphs():
    flow = endnotes(
        paragraph(text("One"), cited("kurc"), text(" and two"), cited("weitz"), text(".")),
        paragraph(text("Three"), cited("kurc")),
    )

    assert texts(flow.items[1:-1]) == [
        "One1 and two.2",
        "Three3",
        "Notes",
        "1 A. Kurç, ‘Arms and allies’, 2020.",
        "2 A. Weitz, ‘Two suppliers’, 2020.",
        "3 Kurç, ‘Arms and allies’\u00a0(note\u00a01).",
    ]
    assert flow.notes == ()
    assert [item.anchor for item in flow.items[1:-1]] == [
        "note:1-back", "note:3-back", "notes:", "note:1", "note:2", "note:3",
    ]  # fmt: skip
    assert [links(flow, item) for item in flow.items[1:-1]] == [
        {"#note:1", "#note:2"}, {"#note:3"}, set(),
        {"#note:1-back"}, {"#note:1-back"}, {"#note:3-back"},
    ]  # fmt: skip
    assert not any(
        run.note is not None
        for item in everything(flow.items)
        if isinstance(item, ParagraphItem)
        for run in item.runs
    )


def test_the_element_of_an_endnote_stands_in_the_list():
    flow = endnotes(paragraph(text("One"), cited("kurc")))

    assert outline(flow.structure) == (
        "Document(P H1 P P(Reference(Link)) Sect(H2 Note(Lbl(Link))) Div(P(Link Link) P(Link)))"
    )


def test_each_list_of_notes_has_those_since_the_last_and_none_is_lost():
    flow = endnotes(
        listing("contents", 1),
        section("One", paragraph(text("x"), cited("kurc")), listing("notes")),
        section("Two", said("y"), listing("notes")),
        section("Three", paragraph(text("z"), cited("weitz"))),
    )

    assert texts(flow.items[1:-1]) == [
        "Contents", "One00", "Notes00", "Two00", "Three00", "Notes00",
        "One", "x1", "Notes", "1 A. Kurç, ‘Arms and allies’, 2020.",
        "Two", "y",
        "Three", "z2", "Notes", "2 A. Weitz, ‘Two suppliers’, 2020.",
    ]  # fmt: skip
    assert {"notes:", "notes:-2", "notes:-3"} & set(anchors(flow)) == {"notes:", "notes:-3"}


def test_an_endnote_of_a_heading_leads_back_to_the_heading():
    title = (text("One"), cited("kurc"))
    flow = endnotes(m.Section("one", title, (said("x"),), HERE))

    assert links(flow, flow.items[4]) == {"#one"}


def test_notes_of_tables_stay_under_them():
    note = (text("Years differ"), cited("kurc"))
    flow = endnotes(table("trade", "Trade", note=note))

    assert texts(flow.items[1:-1])[-2:] == [
        "Note: Years differa", "a A. Kurç, ‘Arms and allies’, 2020.",
    ]  # fmt: skip
    assert "Notes" not in [entry.title for entry in flow.outline]


def test_a_pull_quote_that_repeats_a_figure_calls_no_endnote_a_second_time():
    quantity = m.Quantity("1.1%", reading(), HERE)
    flow = endnotes(
        paragraph(text("It spends "), quantity), listing("notes"),
        box("pull-quote", paragraph(text("It spends "), quantity)),
    )  # fmt: skip

    assert texts(flow.items[1:-1]) == [
        "It spends 1.1%1", "Notes", "1 A. Kurç, ‘Arms and allies’, 2020.", "It spends 1.1%",
    ]  # fmt: skip


def test_a_listing_begins_a_page_where_the_style_says_so():
    house = with_paragraph(style(), "contents-title", begins="right-page")
    flow = composed(said("x"), listing("contents"), heading("One"), house=house)

    assert [type(item).__name__ for item in flow.items] == [
        "BandItem", "ParagraphItem", "BreakItem", "ParagraphItem", "ParagraphItem",
        "ParagraphItem", "GroupItem",
    ]  # fmt: skip
