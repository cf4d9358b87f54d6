"""What authors are told: the whole text of each message."""

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.layout import layout
from briefing.model.drawing import Label
from briefing.model.flow import Flow, Run
from tests.layout.flows import BODY, RUNNING, WHERE, Writer

SENTENCE = "Growth held up better than most forecasts of the spring had it. "


@pytest.fixture
def told(fonts):
    """The whole message about a flow."""

    def tell(flow: Flow) -> str:
        with pytest.raises(ContentError) as caught:
            layout(flow, fonts)
        return str(caught.value)

    return tell


def test_every_character_that_no_face_has_is_named_with_its_place(told):
    writer = Writer()
    items = [
        writer.paragraph("A clef 𝄞 and 𝄞"),
        writer.box(writer.paragraph("Two 한")),
        writer.table(None, writer.row("Three", "𝄢")),
        writer.paragraph("A note^", notes=["with 𝄡"]),
    ]

    assert told(writer.flow(*items)) == (
        "content/sections/test.md:2:8: error: no face of 'serif' has the character '𝄞' (U+1D11E)\n"
        "  hint: add a family that has it to the fallback of 'serif' in the style, or reword\n"
        "content/sections/test.md:3:5: error: no face of 'serif' has the character '한' (U+D55C)\n"
        "  hint: add a family that has it to the fallback of 'serif' in the style, or reword\n"
        "content/sections/test.md:5:1: error: no face of 'sans' has the character '𝄢' (U+1D122)\n"
        "  hint: add a family that has it to the fallback of 'sans' in the style, or reword\n"
        "content/sections/test.md:6:8: error: no face of 'serif' has the character '𝄡' (U+1D121)\n"
        "  hint: add a family that has it to the fallback of 'serif' in the style, or reword"
    )


def test_a_character_of_a_drawing_is_told_at_the_drawing(told):
    writer = Writer()
    item = writer.drawing(40)
    label = Label("한", 0.0, 10.0, BODY)

    assert told(writer.flow(replace(item, drawing=replace(item.drawing, items=(label,))))) == (
        "content/sections/test.md:2:1: error: no face of 'serif' has the character '한' (U+D55C)\n"
        "  hint: add a family that has it to the fallback of 'serif' in the style, or reword"
    )


def test_a_character_of_a_running_head_is_told_at_the_document(told):
    writer = Writer()
    flow = writer.flow(writer.paragraph("Words"), head=writer.running("한"))

    assert told(flow) == (
        f"{WHERE}: error: no face of 'sans' has the character '한' (U+D55C)\n"
        "  hint: add a family that has it to the fallback of 'sans' in the style, or reword"
    )


def test_a_mark_is_looked_at_in_the_type_of_the_running_head(told):
    writer = Writer()
    item = replace(writer.paragraph("Words"), mark="한")
    head = replace(writer.running(""), left=(Run("", RUNNING, None, "en", field="mark"),))

    assert told(writer.flow(item, head=head)) == (
        "content/sections/test.md:2:1: error: no face of 'sans' has the character '한' (U+D55C)\n"
        "  hint: add a family that has it to the fallback of 'sans' in the style, or reword"
    )


def test_what_is_too_wide_is_told_all_at_once(told):
    writer = Writer()
    items = [writer.drawing(20, 400, "map")]
    items.append(writer.table(None, writer.row(*("Unbreakable1234567890" for _ in range(4)))))

    assert told(writer.flow(*items)) == (
        "content/sections/test.md:2:1: error: the drawing 'map' is 400 pt wide, its place 260 pt\n"
        "  hint: draw it narrower, or give it more columns\n"
        "content/sections/test.md:3:1: error: the table is at least 363 pt wide, its place 260 pt\n"
        "  hint: take fewer columns, or shorter words in the widest of them"
    )


def test_what_no_page_can_hold_is_told_all_at_once(told):
    writer = Writer()
    items = [
        writer.paragraph(SENTENCE),
        writer.drawing(300, name="tower"),
        writer.grid([writer.drawing(261, 80, "mast")]),
        writer.box(writer.drawing(255, 80, "pole")),
    ]

    assert told(writer.flow(*items)) == (
        "content/sections/test.md:3:1: error: the drawing 'tower' is 300 pt tall, "
        "a page has 260 pt\n"
        "  hint: make it lower, or divide it\n"
        "content/sections/test.md:4:1: error: a row of the grid is 261 pt tall, "
        "a page has 260 pt\n"
        "  hint: make it lower, or divide it\n"
        "content/sections/test.md:5:1: error: the drawing 'pole' is 267 pt tall, "
        "a page has 260 pt\n"
        "  hint: make it lower, or divide it"
    )


def test_a_picture_that_leaves_no_room_for_its_notes_is_told(told):
    writer = Writer()
    cell = [writer.drawing(200, 80), writer.paragraph("^^^^^", notes=["Note"] * 5)]

    assert told(writer.flow(writer.grid(cell))) == (
        "content/sections/test.md:2:1: error: a row of the grid leaves no room on its page for "
        "the beginnings of its 5 notes\n"
        "  hint: make it lower, or give it fewer notes"
    )


def test_too_many_pages_are_told_with_the_lines_to_cut(told):
    writer = Writer()
    items = [writer.paragraph(SENTENCE * 9) for _ in range(5)]

    assert told(writer.flow(*items, most_pages=1)) == (
        f"{WHERE}: error: 3 pages, at most 1 wanted; about 38 lines too many\n"
        "  hint: shorten the text, or allow more pages under 'pages' in the document's front matter"
    )


def test_too_few_pages_are_told_with_the_lines_to_write(told):
    writer = Writer()

    assert told(writer.flow(writer.paragraph(SENTENCE), least_pages=2)) == (
        f"{WHERE}: error: 1 page, at least 2 wanted; about 19 lines too few\n"
        "  hint: write more, or allow fewer pages under 'pages' in the document's front matter"
    )


def test_a_note_without_a_marker_is_a_mistake_of_the_program(fonts):
    writer = Writer()
    writer.note("Never marked")

    with pytest.raises(ValueError, match=r"markers of notes \[\], but 1 notes"):
        layout(writer.flow(writer.paragraph("Words")), fonts)
