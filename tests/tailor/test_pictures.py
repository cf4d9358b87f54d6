"""Pictures: what is said of them for one audience."""

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model.manuscript import Picture, Quantity, Text
from tests.tailor.build import at, citation, manuscript, picture, placed, reading, span, words

LAKE = picture("lake", alt="A lake in {{ country.name }}", title="The lake", note="Low water")


def made(spec, **given):
    readings = [reading("mil-exp", "KAZ", 1.1)]
    return manuscript(placed("picture", "lake"), pictures=[spec], readings=readings, **given)


def problems(spec, **given) -> str:
    with pytest.raises(ContentError) as caught:
        made(spec, **given)
    return str(caught.value)


def text(said):
    return (Text(said, at()),)


def test_everything_said_of_a_picture_is_worded():
    manuscript = made(replace(LAKE, credit=(*words("Kim "), citation("a-2019")), span="third"))

    (block,) = manuscript.blocks
    assert block == Picture(
        id="lake",
        image=LAKE.image,
        alt="A lake in Kazakhstan",
        title=text("The lake"),
        note=text("Low water"),
        credit=block.credit,
        span="third",
        position="here",
        beside=False,
        where=LAKE.where,
    )
    assert list(manuscript.sources) == ["a-2019"]


def test_an_ornament_says_nothing():
    (block,) = made(picture("lake")).blocks

    assert block.alt == ""


def test_a_figure_in_a_title_keeps_its_note():
    (block,) = made(replace(LAKE, title=words("{{ figure('mil-exp') }}"))).blocks

    assert isinstance(block.title[0], Quantity)


def test_an_alternative_text_has_no_notes():
    alt = (*words("A lake {{ figure('mil-exp') }}"), citation("a-2019"))

    hint = "  hint: say it in the text, where its source can be printed"
    message = "error: the alternative text of a picture has no room for a note or figure"
    assert problems(replace(LAKE, alt=alt)) == (
        f"{at()}: {message}\n{hint}\n{at(column=11)}: {message}\n{hint}"
    )


def test_an_alternative_text_is_left_for_every_reader():
    alt = (span("A lake", audiences=["staff"]),)

    assert problems(replace(LAKE, alt=alt)) == (
        f"{LAKE.where}: error: nothing is left of the alternative text of a picture "
        "[alternative]\n"
        "  hint: say in 'alt' something that no condition leaves out"
    )
    (block,) = made(replace(LAKE, alt=alt), audience="staff").blocks
    assert block.alt == "A lake"
