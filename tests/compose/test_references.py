"""References, abbreviations and what else is known before anything is set."""

import pytest
from msgspec.structs import replace

from briefing.compose import compose
from briefing.compose.survey import survey
from briefing.compose.words import WORDS
from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model.flow import ParagraphItem
from briefing.model.structure import Node
from tests.compose.flows import anchors, nodes, outline, texts, words
from tests.compose.manuscripts import (
    HERE,
    SOURCES,
    abbreviation,
    charts,
    cited,
    composed,
    figure,
    heading,
    listing,
    manuscript,
    paragraph,
    picture,
    reading,
    reference,
    section,
    style,
    table,
    text,
)

NUMBERED = replace(style(), captions="numbered")
DRAWN = charts(NUMBERED, arms="full", aid="half")


def page(*blocks: m.Block, house=NUMBERED, language="en"):
    """All texts between the title band and the imprint."""
    flow = composed(*blocks, house=house, language=language, place=None, **DRAWN)
    return flow, texts(flow.items[1:-1])


def test_figures_and_tables_are_numbered_apart_in_reading_order():
    _, got = page(
        table("trade", "Trade"), picture("map", "A map"), figure("arms", "Arms"), picture("none")
    )

    assert [line for line in got if line[:5] in ("Table", "Figur")] == [
        "Table\u00a01. Trade",
        "Figure\u00a01. A map",
        "Figure\u00a02. Arms",
    ]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("en", "Figure", "Table"), ("de", "Abbildung", "Tabelle"), ("fr", "Figure", "Tableau"),
     ("ru", "Рисунок", "Таблица")],
)  # fmt: skip
def test_a_reference_names_what_it_leads_to(language, first, second):
    flow, got = page(
        paragraph(
            text("See "), reference("arms"), text(" and "), reference("trade"), text(", "),
            reference("trade", "number"), text("; "), reference("next"), text("."),
        ),
        figure("arms", "Arms"), table("trade", "Trade"), heading("What is next", "next"),
        language=language,
    )  # fmt: skip

    assert got[0] == f"See {first}\u00a01 and {second}\u00a01, 1; What is next."
    assert [link.target for link in flow.links[:4]] == ["#arms", "#trade", "#trade", "#next"]
    assert {"arms", "trade", "next"} <= set(anchors(flow))


def test_a_reference_is_a_link_in_the_structure():
    flow, _ = page(paragraph(text("See "), reference("next")), heading("Next", "next"))

    (first, *_) = [node for node in nodes(flow.structure) if node.role == "P" and node.kids][2:]
    assert outline(first) == "P(Reference(Link))"
    assert flow.links[0].description == "Goes to “Next”"


def test_the_page_of_a_reference_is_filled_in_later():
    flow, got = page(paragraph(text("See "), reference("next", "page")), heading("Next", "next"))

    item = flow.items[1]
    assert isinstance(item, ParagraphItem)
    assert got[0] == "See page\u00a000"
    assert [(run.text, run.field, run.target) for run in item.runs] == [
        ("See ", None, ""),
        ("page\u00a0", None, ""),
        ("00", "page-of", "next"),
    ]
    assert item.runs[1].leaf == item.runs[2].leaf
    assert flow.links[item.runs[2].link].target == "#next"


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "“Arms”"), ("de", "„Arms“"), ("fr", "«\u00a0Arms\u00a0»"), ("ru", "«Arms»")],
)
def test_where_a_style_does_not_number_a_figure_is_named_by_its_title(language, label):
    _, got = page(
        paragraph(reference("arms")), figure("arms", "Arms"), house=style(), language=language
    )

    assert got[:2] == [label, "Arms"]


def test_what_cannot_be_named_or_numbered_is_told_with_its_place():
    with pytest.raises(ContentError) as error:
        page(
            paragraph(reference("map"), reference("next", "number"), reference("map", "page")),
            picture("map"),
            heading("Next", "next"),
        )

    assert str(error.value) == (
        "content/sections/here.md:1:1: error: '#map' has no title that a reference could name\n"
        "  hint: give it a title, or write [words](#map)\n"
        "content/sections/here.md:1:1: error: '#next' has no number: it is a heading\n"
        "  hint: write [](#next), which names it, or [words](#next)"
    )


def test_a_style_without_numbers_has_none_to_refer_to():
    with pytest.raises(ContentError) as error:
        page(paragraph(reference("arms", "number")), figure("arms", "Arms"), house=style())

    assert str(error.value) == (
        "content/sections/here.md:1:1: error: '#arms' has no number: the style 'test' does not "
        "number figures and tables\n"
        "  hint: write [](#arms), which names it, or [words](#arms)"
    )


def test_a_link_to_a_heading_leads_there_although_a_chart_has_its_name_too():
    arms = section("On arms", figure("arms", "Arms"), name="chapter")
    flow = composed(
        paragraph(m.Link("#chapter", (text("there"),), HERE), reference("chapter")),
        replace(arms, blocks=(replace(arms.blocks[0], id="chapter"),)),
        **DRAWN,
    )

    assert [link.target for link in flow.links[:2]] == ["#chapter", "#chapter"]
    assert "chapter-2" in anchors(flow)


# --- abbreviations ----------------------------------------------------------------------------

NATO = abbreviation("NATO", "North Atlantic Treaty Organization")


def test_an_abbreviation_is_spelled_out_where_the_text_first_has_it():
    flow, got = page(
        section("On ", paragraph(text("The "), NATO, text(" and the "), NATO, text(".")))
    )

    assert got[1] == "The North Atlantic Treaty Organization (NATO) and the NATO."
    spelled = [node.expansion for node in nodes(flow.structure) if node.expansion]
    assert spelled == ["North Atlantic Treaty Organization"] * 2


def test_headings_have_the_short_form_which_does_not_count_as_the_first():
    flow, got = page(
        listing("contents"),
        m.Section("nato", (text("The "), NATO), (paragraph(NATO),), HERE),
    )

    assert got == [
        "Contents",
        "The NATO00",
        "The NATO",
        "North Atlantic Treaty Organization (NATO)",
    ]
    assert [entry.title for entry in flow.outline] == ["Contents", "The NATO"]


def test_a_note_may_be_the_first_to_have_an_abbreviation():
    flow, got = page(paragraph(text("Much"), m.Footnote((NATO, text(".")), HERE)), paragraph(NATO))

    assert got == ["Much1", "NATO"]
    assert words(flow.notes[0].paragraph) == "1 North Atlantic Treaty Organization (NATO)."


def test_abbreviations_are_listed_in_alphabetical_order_wherever_they_stand():
    flow, got = page(
        listing("abbreviations"),
        m.Heading(2, (abbreviation("OSCE", "Organization for Security"),), "", HERE),
        table("t", "", note=(abbreviation("eu", "European Union"),)),
        paragraph(NATO),
    )

    assert got[:7] == [
        "Abbreviations", "eu", "European Union", "NATO", "North Atlantic Treaty Organization",
        "OSCE", "Organization for Security",
    ]  # fmt: skip
    listed = next(node for node in nodes(flow.structure) if node.role == "L")
    assert outline(listed) == "L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody))"


# --- the survey -------------------------------------------------------------------------------


def test_the_survey_knows_all_before_anything_is_set():
    text_ = manuscript(
        listing("contents", 1),
        section("First", heading("Below", "below"), picture("map", "A map", credit="A.")),
        section("Second", heading("Not listed", "hidden", 2, "unlisted"), name="second"),
    )
    found = survey(text_, NUMBERED, WORDS["en"])

    assert [(one.level, one.label, one.anchor) for one in found.contents] == [
        (1, "First", "section"),
        (2, "Below", "below"),
        (1, "Second", "second"),
    ]
    assert found.labels == {
        "section": "First", "below": "Below", "map": "Figure\u00a01", "second": "Second",
        "hidden": "Not listed",
    }  # fmt: skip
    assert [one.anchors for one in found.credits] == [("map",)]
    assert not found.titled
    assert not found.imprinted


def test_a_run_in_head_is_bold_in_the_face_of_headings():
    house = style()
    h3 = house.paragraphs["h3"]
    house = replace(
        house,
        paragraphs={**house.paragraphs, "h3": replace(h3, text=replace(h3.text, family="sans"))},
    )
    span = m.Span((text("Arms sales."),), ("run-in",), None)
    flow = composed(paragraph(span, text(" They grow.")), house=house)

    item = flow.items[1]
    assert isinstance(item, ParagraphItem)
    head, rest = item.runs
    assert head.style == replace(rest.style, family="sans", bold=True)
    assert Node("Strong", (head.leaf,)) in list(nodes(flow.structure))


def test_what_is_drawn_has_no_note_in_its_title_for_its_source_stands_under_it():
    quantity = m.Quantity("1.1%", reading(), HERE)
    other = m.Quantity("2%", reading(cited="weitz"), HERE)
    titled = figure("arms", "", readings=(reading(),))
    flow = composed(
        replace(titled, title=(text("It spends "), quantity, text(", not "), other)), **DRAWN
    )

    assert texts(flow.items[1:2]) == [
        "It spends 1.1%, not 2%a",
        "Source: A. Kurç, ‘Arms and allies’, 2020.",
        "a A. Weitz, ‘Two suppliers’, 2020.",
    ]
    assert flow.notes == ()


def test_the_title_of_a_work_in_another_language_says_so():
    russian = SOURCES["kurc"].csl | {"language": "ru", "title": "На пути"}
    sources = {"kurc": replace(SOURCES["kurc"], csl=russian), "weitz": SOURCES["weitz"]}
    cites = section("Arms", paragraph(text("Much."), cited("kurc", "weitz")))
    flow = compose(replace(manuscript(cites), sources=sources), {}, NUMBERED)

    foreign = [node for node in nodes(flow.structure) if node.language == "ru"]
    assert [node.role for node in foreign] == ["Span"]
    assert [run.text for run in flow.notes[0].paragraph.runs if run.language == "ru"] == ["На пути"]
