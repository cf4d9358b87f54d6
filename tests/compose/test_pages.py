"""What compose says of pages: sheets, breaks, floats, columns, running lines, the title."""

from typing import get_args

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model.flow import (
    BandItem,
    BoxItem,
    BreakItem,
    ColumnsItem,
    FloatItem,
    Flow,
    GridItem,
    GroupItem,
    ParagraphItem,
    SheetItem,
)
from briefing.model.style import RunningName, RunningStyle
from tests.compose.flows import everything, nodes, outline, runs_of, texts, words
from tests.compose.manuscripts import (
    HERE,
    box,
    charts,
    cited,
    composed,
    figure,
    heading,
    listing,
    numbered,
    paper,
    paragraph,
    picture,
    reading,
    section,
    sheet,
    style,
    table,
    text,
    with_paragraph,
)
from tests.compose.manuscripts import words as said

TWO = paper(style(), columns=2)
DRAWN = charts(style(), arms="full", aid="half", loans="half", trade="third")
IMPRINT = "Div(P(Link Link) P(Link))"


def kinds(flow: Flow) -> list[str]:
    return [type(item).__name__.removesuffix("Item") for item in flow.items]


# --- sheets -----------------------------------------------------------------------------------


def test_a_cover_has_the_title_and_takes_the_place_of_the_band():
    cover = sheet(
        "cover", heading("Hills", "", 1), heading("And lakes"), said("By nobody"),
        said("The institute", "foot"), said("2022"), picture=picture("ridges"),
    )  # fmt: skip
    flow = composed(cover, said("x"))

    item = flow.items[0]
    assert isinstance(item, SheetItem)
    assert not any(isinstance(one, BandItem) for one in flow.items)
    assert (texts(item.items), texts(item.last)) == (
        ["Hills", "And lakes", "By nobody"], ["The institute", "2022"],
    )  # fmt: skip
    assert [one.style for one in (*item.items, *item.last)] == [
        style().paragraphs[f"cover-{name}"]
        for name in ("title", "subtitle", "text", "text", "text")
    ]
    assert item.items[0].anchor == "title:"
    assert item.anchor == "sheet:1"
    assert outline(next(nodes(flow.structure)).kids[0]) == "Part(Sect(Figure H1 P P P P))"


def test_a_document_with_pages_before_its_text_has_parts_and_a_short_paper_none():
    blocks = (section("One", said("x")), listing("imprint"))
    cover = sheet("cover", heading("Hills", "", 1))
    contents = m.FrontMatter((listing("contents", 1),), HERE)
    last = sheet("back-cover", said("The institute"))
    text_ = "Part(Sect(H2 P))"

    assert [outline(kid) for kid in composed(*blocks).structure.kids][2:] == [
        "P", "Sect(H2 P)", IMPRINT,
    ]  # fmt: skip
    assert [outline(kid) for kid in composed(cover, contents, *blocks, last).structure.kids] == [
        "Part(Sect(H1) Sect(Sect(H2 TOC(TOCI(Reference(Link))))))", text_,
        f"Part({IMPRINT} Sect(P))",
    ]  # fmt: skip
    assert [outline(kid) for kid in composed(cover, *blocks[:1]).structure.kids] == [
        "Part(Sect(H1))", text_, f"Part({IMPRINT})",
    ]  # fmt: skip


def test_the_picture_of_a_sheet_fills_its_area_and_an_ornament_is_an_artifact():
    shown = composed(sheet("cover", picture=picture("ridges"))).items[1]
    plain = composed(sheet("cover", picture=picture("ridges", alt=""))).items[1]

    assert isinstance(shown, SheetItem)
    assert isinstance(plain, SheetItem)
    assert shown.picture is not None
    assert (shown.picture.width, shown.picture.height) == (300, 150)
    assert shown.picture.alt == "What ridges shows."
    assert shown.leaf is not None
    assert plain.leaf is None


def test_only_the_first_title_of_the_sheets_is_that_of_the_document():
    flow = composed(
        sheet("cover", heading("Hills", "", 1)),
        m.FrontMatter((sheet("title-page", heading("Hills", "", 1)),), HERE),
        section("One"),
        sheet("back-cover", heading("Hills", "", 1)),
    )

    roles = [node.role for node in nodes(flow.structure) if node.role[0] == "H"]
    assert roles == ["H1", "H2"]


@pytest.mark.parametrize("kind", ["cover", "title-page"])
def test_a_sheet_without_a_title_leaves_it_to_the_band(kind):
    flow = composed(sheet(kind, said("x")), sheet("back-cover", heading("Hills", "", 1)))

    assert kinds(flow)[0] == "Band"
    assert [node.role for node in nodes(flow.structure)].count("H1") == 1


def test_the_back_cover_stands_behind_the_imprint_and_the_notes():
    house = replace(style(), notes="end")
    flow = composed(
        paragraph(text("x"), cited("kurc")), sheet("back-cover", said("Back")), house=house
    )

    assert kinds(flow) == ["Band", "Paragraph", "Paragraph", "Paragraph", "Group", "Sheet"]


def test_a_note_on_a_sheet_is_refused():
    with pytest.raises(ContentError) as error:
        composed(sheet("cover", paragraph(text("Hills"), cited("kurc"))))

    assert str(error.value) == (
        "content/sections/here.md:1:1: error: a note on a cover, title page or back cover\n"
        "  hint: say it in the text, where notes can stand"
    )


def test_words_on_a_sheet_are_short_and_lists_in_it_are_set():
    nato = m.Abbreviation("NATO", "North Atlantic Treaty Organization", HERE)
    flow = composed(
        sheet("cover", m.Heading(1, (nato,), "", HERE), numbered("One")), paragraph(nato)
    )

    assert texts(flow.items[:2]) == [
        "NATO", "1.One", "North Atlantic Treaty Organization (NATO)",
    ]  # fmt: skip


def test_the_imprint_stands_where_it_is_asked_for():
    flow = composed(listing("imprint"), said("x"))

    assert kinds(flow) == ["Band", "Group", "Paragraph"]


# --- breaks -----------------------------------------------------------------------------------


def test_the_front_matter_has_roman_numbers_and_the_text_begins_with_one():
    flow = composed(
        sheet("cover", heading("X", "", 1)),
        m.FrontMatter((listing("contents"), said("Thanks")), HERE),
        section("One", said("x")),
    )

    breaks = [item for item in flow.items if isinstance(item, BreakItem)]
    assert breaks == [BreakItem(numbers="roman", first=1), BreakItem(numbers="decimal", first=1)]
    assert kinds(flow) == [
        "Sheet", "Break", "Paragraph", "Paragraph", "Paragraph", "Break", "Paragraph",
        "Paragraph", "Group",
    ]  # fmt: skip


def test_breaks_that_meet_are_one():
    house = with_paragraph(style(), "h1", begins="right-page")
    flow = composed(
        m.FrontMatter((said("Thanks"),), HERE), section("One", said("x")), section("Two"),
        house=house,
    )  # fmt: skip

    breaks = [item for item in flow.items if isinstance(item, BreakItem)]
    assert breaks == [
        BreakItem(numbers="roman", first=1),
        BreakItem(side="right", numbers="decimal", first=1),
        BreakItem(side="right"),
    ]


def test_chapters_begin_a_page_but_not_behind_a_sheet_which_is_one():
    house = with_paragraph(style(), "h1", begins="page")
    flow = composed(
        sheet("cover", heading("X", "", 1)), section("One", said("x")), section("Two"),
        sheet("back-cover"), house=house,
    )  # fmt: skip

    assert kinds(flow) == [
        "Sheet", "Paragraph", "Paragraph", "Break", "Paragraph", "Group", "Sheet",
    ]  # fmt: skip


def test_a_heading_in_a_box_begins_no_page():
    house = with_paragraph(style(), "h2", begins="page")
    flow = composed(box("box", heading("Boxed"), said("x")), house=house)

    assert not any(isinstance(item, BreakItem) for item in everything(flow.items))


# --- floats and rows --------------------------------------------------------------------------


@pytest.mark.parametrize("position", ["top", "foot", "page"])
def test_figures_pictures_and_tables_may_float_with_their_notes_under_them(position):
    noted = (text("A title"), cited("kurc"))
    flow = composed(
        figure("arms", "", position=position, note=noted),
        replace(picture("map", position=position), title=noted),
        replace(table("trade", "", position=position), title=noted),
        **DRAWN,
    )

    floats = flow.items[1:-1]
    assert all(isinstance(item, FloatItem) and item.position == position for item in floats)
    assert [texts([item])[-1] for item in floats] == ["a A. Kurç, ‘Arms and allies’, 2020."] * 3
    assert [item.item.anchor for item in floats] == ["arms", "map", "trade"]
    assert [item.item.space_before for item in floats] == [0, 0, 0]
    assert flow.notes == ()


def test_what_cannot_float_stays():
    flow = composed(box("box", figure("arms", "Arms", position="top")), **DRAWN)

    assert not any(isinstance(item, FloatItem) for item in everything(flow.items))


def test_notes_of_a_figure_that_stays_stand_under_it_too():
    title = (text("Arms"), cited("kurc"))
    flow = composed(replace(figure("arms", ""), title=title), **DRAWN)

    assert texts(flow.items[1:2]) == ["Armsa", "a A. Kurç, ‘Arms and allies’, 2020."]


def test_the_works_of_a_figure_s_own_data_are_named_under_it_each_once():
    works = [m.CitedWork("weitz", "p. 3", "", HERE), m.CitedWork("kurc", "", "", HERE)]
    flow = composed(figure("arms", "Arms", readings=(reading(),), works=tuple(works)), **DRAWN)

    assert texts(flow.items[1:2]) == [
        "Arms",
        "Sources: A. Kurç, ‘Arms and allies’, 2020; A. Weitz, ‘Two suppliers’, 2020, p.\u00a03.",
    ]


@pytest.mark.parametrize(
    ("captions", "language", "title"),
    [
        ("numbered", "en", "Figure\u00a01: data"),
        ("numbered", "fr", "Figure\u00a01\u00a0: données"),
        ("plain", "de", "„Arms“: Daten"),
        ("plain", "ru", "«Arms»: данные"),
    ],
)
def test_a_table_behind_a_figure_is_named_by_it_and_has_no_number(captions, language, title):
    house = replace(style(), captions=captions)
    behind = table("", "", repeats="arms")
    flow = composed(
        figure("arms", "Arms"), behind, table("trade", "Trade"),
        language=language, house=house, place=None, **DRAWN,
    )  # fmt: skip

    got = texts(flow.items[1:-1])
    assert title in got
    assert [line[-8:] for line in got if line.endswith("Trade")] == (
        ["1. Trade"] if captions == "numbered" else ["Trade"]
    )


def test_figures_of_half_or_a_third_of_the_measure_stand_side_by_side():
    flow = composed(
        figure("aid", "A"), m.OptionalBlock(2, figure("loans", "B"), "chart", HERE),
        picture("one", span="half"), figure("trade", "C"), figure("arms", "D"),
        picture("two", span="third"), picture("three", span="third"), figure("trade", "E"),
        **DRAWN,
    )  # fmt: skip

    rows = [item for item in flow.items if isinstance(item, GridItem)]
    assert [(row.columns, len(row.cells)) for row in rows] == [(2, 2), (2, 1), (3, 1), (3, 3)]
    assert kinds(flow) == ["Band", "Grid", "Grid", "Grid", "Group", "Grid", "Group"]


def test_in_columns_figures_of_half_the_measure_stand_one_below_the_other():
    flow = composed(said("x"), figure("aid", "A"), figure("loans", "B"), house=TWO, **DRAWN)

    columns = flow.items[1]
    assert isinstance(columns, ColumnsItem)
    assert [type(item) for item in columns.items] == [ParagraphItem, GroupItem, GroupItem]


# --- columns ----------------------------------------------------------------------------------


def test_text_stands_in_the_columns_of_the_paper_between_what_reaches_across():
    house = with_paragraph(TWO, "h1", wide=True)
    flow = composed(
        said("a"), said("b"), section("Wide", said("c"), heading("Narrow")), figure("arms", "F"),
        said("d"), table("trade", "T", position="top"), said("e"), house=house, **DRAWN,
    )  # fmt: skip

    assert kinds(flow) == [
        "Band", "Columns", "Paragraph", "Columns", "Group", "Columns", "Float", "Columns", "Group",
    ]  # fmt: skip
    assert [texts([item]) for item in flow.items if isinstance(item, ColumnsItem)] == [
        ["a", "b"], ["c", "Narrow"], ["d"], ["e"],
    ]  # fmt: skip
    assert {(item.count, item.gap) for item in flow.items if isinstance(item, ColumnsItem)} == {
        (2, 12)
    }


def test_a_wide_box_and_wide_blocks_reach_across():
    wide = {**TWO.boxes, "box": replace(TWO.boxes["box"], wide=True)}
    flow = composed(
        said("a"), box("box", said("b")), box("recommendations", said("c")),
        m.Columns(1, (said("d"), figure("aid", "E"), figure("loans", "F")), HERE), said("g"),
        house=replace(TWO, boxes=wide), **DRAWN,
    )  # fmt: skip

    assert kinds(flow) == [
        "Band", "Columns", "Group", "Columns", "Paragraph", "Grid", "Columns", "Group",
    ]  # fmt: skip
    group = flow.items[2]
    assert isinstance(group, GroupItem)
    assert isinstance(group.items[0], BoxItem)


def test_an_author_may_ask_for_columns():
    flow = composed(
        said("a"), m.Columns(3, (said("b"), heading("c"), picture("map")), HERE), said("d"),
        m.Columns(1, (said("e"),), HERE),
    )  # fmt: skip

    columns = flow.items[2]
    assert isinstance(columns, ColumnsItem)
    assert columns.count == 3
    assert kinds(flow) == ["Band", "Paragraph", "Columns", "Paragraph", "Paragraph", "Group"]
    drawn = [item.drawing.width for item in everything([columns]) if hasattr(item, "drawing")]
    assert drawn == [style().paper.share(3)]


def test_what_stands_beside_text_in_columns_takes_a_share_of_the_column():
    wide = paper(TWO, width=500)
    flow = composed(box("pull-quote", said("Words."), classes=("beside",)), house=wide)

    (beside,) = (item for item in everything(flow.items) if type(item).__name__ == "BesideItem")
    assert beside.width == pytest.approx(0.4 * wide.paper.share(2))


# --- running lines ----------------------------------------------------------------------------


def running(flow: Flow) -> list[str]:
    found = []
    for line in (flow.head, flow.foot):
        if line is None:
            found.append("")
            continue
        sides = [
            "".join(f"<{run.field}>" if run.field else run.text for run in side)
            for side in (line.left, line.right)
        ]
        found.append(" | ".join(sides))
    return found


def test_running_lines_say_what_the_style_wants():
    house = replace(
        style(),
        head=RunningStyle("{section}", "{publisher}: {title}", "#cccccc", on_first_page=False),
        foot=RunningStyle("{page}", "{folio}  ·  {audience}", None, on_first_page=True),
    )
    flow = composed(section("One", short="Un"), house=house)

    assert running(flow) == [
        "<mark> | Institute: Kazakhstan",
        "<page> | Page <page> of <pages>  ·  For General public",
    ]
    assert flow.head is not None
    assert (flow.head.rule, flow.head.on_first_page, flow.head.mirrored) == (
        "#cccccc", False, False,
    )  # fmt: skip
    assert [item.mark for item in flow.items if isinstance(item, ParagraphItem)] == ["Un"]


@pytest.mark.parametrize("name", get_args(RunningName))
def test_every_name_in_a_running_line_has_a_value(name):
    house = replace(style(), foot=RunningStyle(f"{{{name}}}", "", None, on_first_page=True))
    flow = composed(said("x"), house=house)

    assert flow.foot is not None
    assert flow.foot.left[0].text


def test_running_lines_of_facing_pages_change_sides():
    flow = composed(said("x"), house=paper(style(), facing=True))

    assert flow.head is not None
    assert flow.foot is not None
    assert flow.head.mirrored
    assert flow.foot.mirrored


def test_a_running_line_without_words_is_none():
    nothing = RunningStyle("", "", "#cccccc", on_first_page=True)
    flow = composed(said("x"), house=replace(style(), head=nothing))

    assert flow.head is None


def test_a_dot_stands_between_two_things_only():
    foot = RunningStyle("{kind}  ·  {edition}", "{edition}  ·  {page}", None, on_first_page=True)
    edition = m.Edition("2022-10-03", "", "")
    flow = composed(said("x"), house=replace(style(), foot=foot), edition=edition)

    assert running(flow)[1] == "Country brief | <page>"


def test_words_that_look_like_fields_are_words():
    flow = composed(said("x"), title="page", kind="{page}")

    assert running(flow) == ["page | Institute", "{page}  ·  October 2022 | Page <page> of <pages>"]


def test_a_file_names_its_authors_or_else_the_publisher():
    assert composed(authors=("Ana", "Ben")).metadata.authors == ("Ana", "Ben")
    assert composed().metadata.authors == ("Institute",)


def test_a_file_says_the_identifiers_and_the_key_of_its_paper():
    said = composed(identifiers=("doi:10.1234/abc", "issn:2049-3630"), key="a/b").metadata

    assert said.identifiers == ("doi:10.1234/abc", "issn:2049-3630")
    assert said.key == "a/b"


def test_a_band_may_have_no_ground():
    bare = replace(style().band, fill=None, accent=None)
    flow = composed(said("x"), house=replace(style(), band=bare))

    band = flow.items[0]
    assert isinstance(band, BandItem)
    assert (band.fill, band.accent) == (None, None)
    assert words(band.items[1]) == "Kazakhstan"


def test_headings_never_skip_a_level_of_the_structure():
    flow = composed(heading("A"), heading("B", "", 3), section("C", heading("D")), heading("E"))

    assert [node.role for node in nodes(flow.structure) if node.role[0] == "H"] == [
        "H1", "H2", "H3", "H2", "H3", "H2",
    ]  # fmt: skip
    assert [entry.level for entry in flow.outline] == [1, 2, 1, 2, 1]


def test_links_on_a_sheet_keep_the_colour_of_its_words():
    link = m.Link("https://example.org/", (text("example.org"),), HERE)
    flow = composed(paragraph(link), sheet("back-cover", paragraph(link)))

    (on_sheet,), (in_text,) = (
        [run for item in everything([one]) if isinstance(item, ParagraphItem)
         for run in runs_of(item)]
        for one in (flow.items[-1], flow.items[-3])
    )  # fmt: skip
    assert on_sheet.style == style().paragraphs["cover-text"].text
    assert in_text.style == replace(style().paragraphs["body"].text, colour=style().link)


def test_the_running_head_names_the_highest_headings_of_the_text():
    chapters = composed(section("One", heading("Below")), section("Two", short="II"))
    papers = composed(heading("A"), heading("B", "", 3), box("box", heading("C")))

    assert [item.mark for item in chapters.items if isinstance(item, ParagraphItem)] == [
        "One", "", "II",
    ]  # fmt: skip
    assert [item.mark for item in papers.items if isinstance(item, ParagraphItem)] == ["A", ""]
