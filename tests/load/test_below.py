"""The conditions of a heading hold for what stands below it."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.errors import Location
from briefing.load.conditions import Grounds
from briefing.load.conditions.below import Below
from briefing.model.country import Place
from briefing.model.prose import (
    ALWAYS,
    PLAIN,
    Attributes,
    Box,
    Conditions,
    Definition,
    DefinitionList,
    Expression,
    Heading,
    ListBlock,
    Listing,
    ListItem,
    Paragraph,
    Placement,
    Sheet,
)

HERE = Location("f.md", 1)
MARKINGS = ("CLEAR", "AMBER", "RED")


def a_place(key, members=()):
    return Place(key, "", {"en": key}, {"en": key}, "", members, HERE)


PLACES = {
    "KAZ": a_place("KAZ"),
    "KGZ": a_place("KGZ"),
    "NOR": a_place("NOR"),
    "asia": a_place("asia", ("KAZ", "KGZ")),
    "east": a_place("east", ("KGZ",)),
}
BELOW = Below(("water",), Grounds(PLACES, MARKINGS, "AMBER"))


def carrying(conditions):
    return PLAIN if conditions is ALWAYS else Attributes(conditions=conditions)


def heading(level, conditions=ALWAYS):
    return Heading(level, (), carrying(conditions), HERE)


def paragraph(conditions=ALWAYS):
    return Paragraph((), carrying(conditions), HERE)


def only(*names):
    return Conditions(audiences=frozenset(names))


PRESS = only("press")


def test_text_without_conditions_stays_the_same_value():
    blocks = (heading(2), paragraph(PRESS), heading(3), paragraph())

    assert BELOW.blocks(blocks) is blocks


def test_what_stands_below_a_heading_has_its_conditions_up_to_the_next_of_its_level():
    blocks = (
        paragraph(), heading(2, PRESS), paragraph(), heading(3), paragraph(), heading(2),
        paragraph(),
    )  # fmt: skip
    assert BELOW.blocks(blocks) == (
        paragraph(), heading(2, PRESS), paragraph(PRESS), heading(3, PRESS), paragraph(PRESS),
        heading(2), paragraph(),
    )  # fmt: skip


def test_a_heading_within_it_narrows_them():
    blocks = (
        heading(2, only("a", "b")), heading(3, only("b", "c")), paragraph(only("b")),
        heading(3), paragraph(),
    )  # fmt: skip
    assert BELOW.blocks(blocks) == (
        heading(2, only("a", "b")), heading(3, only("b")), paragraph(only("b")),
        heading(3, only("a", "b")), paragraph(only("a", "b")),
    )  # fmt: skip


def test_what_begins_a_part_of_its_own_ends_it():
    titled, untitled = (Placement("section", name, PLAIN, HERE) for name in ("water", "wind"))
    for block in (titled, Sheet("cover", "", (), PLAIN, HERE), Listing("notes", 2, PLAIN, HERE)):
        blocks = (heading(2, PRESS), block, paragraph())
        assert BELOW.blocks(blocks) is blocks

    for block in (untitled, Listing("credits", 2, PLAIN, HERE)):
        _, found, after = BELOW.blocks((heading(2, PRESS), block, paragraph()))
        assert found.attributes == after.attributes == Attributes(conditions=PRESS)


def test_headings_in_boxes_hold_for_the_box_alone():
    inner = (heading(3, PRESS), paragraph())
    (found, after) = BELOW.blocks((Box("box", inner, PLAIN, HERE), paragraph()))

    assert found.blocks == (heading(3, PRESS), paragraph(PRESS))
    assert after == paragraph()


def test_boxes_in_lists_and_definitions_are_reached():
    box = Box("box", (heading(3, PRESS), paragraph()), PLAIN, HERE)
    listed = ListBlock(None, (ListItem((box,), PLAIN, HERE),), PLAIN, HERE)
    defined = DefinitionList((Definition((), (box,), PLAIN, HERE),), PLAIN, HERE)

    for block in BELOW.blocks((listed, defined)):
        assert block.items[0].blocks[0].blocks[1] == paragraph(PRESS)


def test_both_expressions_must_hold():
    one = Conditions(when=Expression("has('a') or has('b')", HERE))
    two = Conditions(when=Expression("has('c')", Location("f.md", 2)))
    (_, found) = BELOW.blocks((heading(2, one), paragraph(two)))

    both = Expression("(has('a') or has('b')) and (has('c'))", Location("f.md", 2))
    assert found.attributes.conditions == Conditions(when=both)


def test_an_open_heading_opens_nothing():
    (_, found) = BELOW.blocks((heading(2, Conditions(marking="CLEAR")), paragraph()))

    assert found.attributes.conditions.marking == "AMBER"


# --- nobody gets more, and nobody less than both allow -------------------------------------------


def some(*names):
    return st.none() | st.frozensets(st.sampled_from(names), min_size=1)


CONDITIONS = st.builds(
    Conditions,
    audiences=some("a", "b"),
    countries=some(*PLACES),
    languages=some("en", "de"),
    marking=st.none() | st.sampled_from(MARKINGS),
)
BLOCKS = st.lists(
    st.tuples(st.sampled_from([0, 0, 2, 3, 4]), st.just(ALWAYS) | CONDITIONS), max_size=9
)
READERS = list(product("ab", ["KAZ", "KGZ", "NOR", "asia", None], ["en", "de"], range(3)))


def gets(reader, conditions):
    audience, place, language, clearance = reader
    around = {place} | {key for key, region in PLACES.items() if place in region.members}
    return (
        (conditions.audiences is None or audience in conditions.audiences)
        and (conditions.countries is None or bool(around & conditions.countries))
        and (conditions.languages is None or language in conditions.languages)
        and MARKINGS.index(conditions.marking or "AMBER") <= clearance
    )


def written(conditions):
    """Give conditions that close nothing by default."""
    return replace(conditions, marking=conditions.marking or "CLEAR")


def above(number, blocks):
    """Give the conditions of the headings that a block stands below."""
    level = blocks[number][0] or 9
    for other, conditions in reversed(blocks[:number]):
        if 0 < other < level:
            level = other
            yield conditions


@given(BLOCKS)
def test_readers_get_what_they_may_get_with_all_headings_above_it(blocks):
    made = BELOW.blocks(
        tuple(heading(level, one) if level else paragraph(one) for level, one in blocks)
    )

    for number, (_, own) in enumerate(blocks):
        over = [written(one) for one in above(number, blocks)]
        for reader in READERS:
            expected = gets(reader, own) and all(gets(reader, one) for one in over)
            assert gets(reader, made[number].attributes.conditions) == expected
