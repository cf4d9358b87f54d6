"""Pictures with the text around them, in the flow and in the structure."""

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model.flow import (
    BesideItem,
    DrawingItem,
    FloatItem,
    GridItem,
    GroupItem,
    ParagraphItem,
)
from briefing.model.structure import Node
from tests.compose.manuscripts import HERE, composed, drawing, listing, picture, style, text

MEASURE = 260.0  # of the paper of the tests, whose columns are 12 apart


def pieces(flow):
    """The group of a picture: its first item, or what stands in the one that moves it."""
    (group,) = [item for item in flow.items if isinstance(item, GroupItem) and item.anchor]
    return group


def drawn(group) -> DrawingItem:
    (item,) = [item for item in group.items if isinstance(item, DrawingItem)]
    return item


def nodes(node: Node, role: str):
    found = [node] if node.role == role else []
    return found + [n for kid in node.kids if isinstance(kid, Node) for n in nodes(kid, role)]


def words(item) -> str:
    return "".join(run.text for run in item.runs)


def test_a_picture_stands_between_its_title_and_its_remark():
    flow = composed(picture("lake", "The lake", note=(text("Low water."),)))
    title, item, note = pieces(flow).items

    assert words(title) == "The lake"
    assert item.drawing == replace(drawing("lake", MEASURE, 130.0), alt="What lake shows.")
    assert words(note).endswith("Low water.")
    (whole, _) = nodes(flow.structure, "Div")  # and the imprint
    assert [kid.role for kid in whole.kids] == ["Caption", "Figure", "P"]
    assert whole.kids[1] == Node("Figure", (item.leaf,), alt="What lake shows.")


@pytest.mark.parametrize(("span", "width"), [("full", 260), ("half", 124), ("third", 236 / 3)])
def test_how_wide_a_picture_is(span, width):
    flow = composed(picture("lake", span=span))
    groups = [cell[0] for item in flow.items if isinstance(item, GridItem) for cell in item.cells]

    item = drawn(groups[0] if groups else pieces(flow))
    assert (item.drawing.width, item.drawing.height) == pytest.approx((width, width / 2))


def test_an_ornament_is_not_in_the_structure():
    flow = composed(picture("lake", alt=""))

    assert drawn(pieces(flow)).leaf is None
    assert nodes(flow.structure, "Figure") == []
    assert len(nodes(flow.structure, "Div")) == 1  # the imprint


def test_an_ornament_may_have_a_title_which_is_the_caption_of_nothing():
    flow = composed(picture("lake", "The lake", alt=""))

    (whole, _) = nodes(flow.structure, "Div")  # and the imprint
    assert [kid.role for kid in whole.kids] == ["P"]


def test_a_picture_of_a_repeat_has_its_own_name():
    image = picture("lake").image
    flow = composed(replace(picture("lake-2"), image=image))

    assert drawn(pieces(flow)).drawing.id == "lake-2"


def test_a_picture_may_move_or_stand_beside_the_text():
    flow = composed(picture("lake", position="top"), replace(picture("sea"), beside=True))
    (moved,) = [item for item in flow.items if isinstance(item, FloatItem)]
    (beside,) = [item for item in flow.items if isinstance(item, BesideItem)]

    assert moved.position == "top"
    assert drawn(moved.item).drawing.width == MEASURE
    assert drawn(beside.item).drawing.width == beside.width == pytest.approx(236 / 3)


def test_credits_are_printed_whether_they_are_listed_or_not():
    listed = composed(picture("lake", credit="Kim"), listing("credits"))
    added = composed(picture("lake", credit="Kim"))

    (entry,) = nodes(added.structure, "LI")
    assert [words(item) for item in added.items if isinstance(item, ParagraphItem)] == [
        "Page\u00a000: Kim"
    ]
    assert entry == nodes(listed.structure, "LI")[0]
    assert nodes(composed(picture("lake")).structure, "LI") == []


def test_notes_of_a_picture_stand_under_it_with_letters():
    note = m.Footnote((text("At low water"),), HERE)
    title = (text("The lake"), note)
    flow = composed(replace(picture("lake"), title=title, note=(text("In May"), note)))
    _, _, _, lettered = pieces(flow).items

    assert flow.notes == ()
    assert words(lettered) == "a At low water"


def test_a_picture_that_is_taller_than_a_page():
    tall = replace(picture("lake"), image=drawing("lake", 100, 139))
    fits = replace(picture("sea"), image=drawing("sea", 100, 138))
    third = replace(picture("well", span="third"), image=drawing("well", 10, 90))

    with pytest.raises(ContentError) as caught:
        composed(tall, fits, third)

    assert str(caught.value) == (
        f"{HERE}: error: the picture 'lake' is 361 pt tall at a width of 260 pt, a page has 360 pt"
        "\n  hint: crop it, or give it less 'span'\n"
        f"{HERE}: error: the picture 'well' is 708 pt tall at a width of 79 pt, a page has 360 pt"
        "\n  hint: crop it"
    )
    assert style().paper.measure == MEASURE
