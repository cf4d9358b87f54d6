"""What the rules that a project may lower ask of words and of the heads of tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Location
from briefing.model import prose as p
from briefing.model.rules import (
    fixed_words,
    headless,
    skipped_level,
    vague_alternative,
    vague_link,
)

AT = Location("content/sections/lake.md", 5)


def text(words: str) -> p.Text:
    return p.Text(words, AT)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("here", "en"),
        ("Click here!", "en"),
        ("read more …", "en"),
        ("“More”", "en-GB"),
        ("Hier", "de"),
        ("Weitere Informationen", "de-AT"),
        ("en savoir plus", "fr"),
        ("plus d\u2019infos", "fr"),
        ("Подробнее →", "ru"),
    ],
)
def test_words_that_say_nothing_of_where_they_lead_are_found(words, language):
    assert vague_link(words, "https://example.org/", language) == (
        f"a link says only {words!r}",
        "say what it leads to, such as 'the report of 2022'",
    )


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("the lakes here", "en"),
        ("hier", "en"),
        ("here", "de"),
        ("here", "kk"),
        ("Moreau", "en"),
        ("", "en"),
    ],
)
def test_words_that_say_something_pass(words, language):
    assert vague_link(words, "https://example.org/", language) is None


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("http://example.org", "https://www.example.org/"),
        ("www.example.org", "https://example.org/a/b?c=d"),
        ("https://example.org/a\u2013b", "https://example.org/a--b"),
        ("https://example.org/озеро", "https://example.org/%D0%BE%D0%B7%D0%B5%D1%80%D0%BE"),
    ],
)
def test_an_address_may_stand_for_itself(words, target):
    assert vague_link(words, target, "en") is None


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("https://example.org/a", "https://example.org/b"),
        ("www.example.org", "https://example.organic/"),
        ("https://example.org/a/b", "https://example.org/a"),
        ("https://example.org/", "#lake"),
    ],
)
def test_an_address_that_leads_to_another_misleads(words, target):
    assert vague_link(words, target, "en") == (
        f"a link says {words!r} and leads to {target!r}",
        "write the address that it leads to, or what stands there",
    )


@pytest.mark.parametrize(
    "words",
    ["Image", "a photo of the", "Chart 3.", "Abbildung 2", "Carte", "Фото", "lake.png", "DSC_0012",
     "IMG 2034", "lake", "—"],
)  # fmt: skip
def test_words_that_do_not_say_what_a_picture_shows_are_found(words):
    assert vague_alternative(words, "picture", "lake", "") == (
        f"{words!r} does not say what the picture shows",
        "say what can be seen, and what matters in it, in a sentence",
    )


@pytest.mark.parametrize(
    "words", ["A lake", "Two boats", "Map of Kazakhstan", "Portrait of Ada Lovelace", "Бишкек"]
)
def test_few_words_can_say_what_a_picture_shows(words):
    assert vague_alternative(words, "picture", "lake", "The lake") is None


@pytest.mark.parametrize("words", ["Little water", "little water.", "\u201cLittle  Water\u201d"])
def test_words_that_repeat_the_title_are_found(words):
    assert vague_alternative(words, "chart", "water", "Little water") == (
        "the alternative text repeats the title of the chart",
        "say what can be seen; the title is read out as well",
    )


def test_words_are_fixed_where_no_expression_and_no_condition_decides_them():
    cited = p.Citation((p.CitedWork("kim-2020", "", "", AT),), AT)
    russian = p.Span((text("вода"),), p.Attributes(language="ru"), AT)
    words = (text("  Dry "), p.Strong((text("here"),)), p.LineBreak(), russian, cited)

    assert fixed_words(words) == "Dry here вода"


@pytest.mark.parametrize(
    "inline",
    [
        p.Worded(p.Expression("country.name", AT)),
        p.Span((text("x"),), p.Attributes(conditions=p.Conditions(marking="RED")), AT),
        p.Reference("lake", "label", AT),
    ],
)
def test_other_words_are_not_fixed_however_deep_they_stand(inline):
    assert fixed_words((text("Dry"), p.Emphasis((p.Link("#lake", (inline,), AT),)))) is None


def head(*rows: str) -> list[p.Row]:
    """Rows with a cell for each letter: ``.`` is empty, ``<`` is joined to the left."""
    made = []
    for row in rows:
        cells: list[p.Cell | None] = []
        for at, sign in enumerate(row):
            across = len(row[at + 1 :]) - len(row[at + 1 :].lstrip("<")) + 1
            words = () if sign == "." else (text(sign),)
            cells.append(None if sign == "<" else p.Cell(words, AT, across))
        made.append(p.Row(tuple(cells), p.PLAIN, AT))
    return made


@pytest.mark.parametrize("rows", [["ab"], [".b"], ["ab<", "..c"], [".b<"], ["...", ".bc"], ["a"]])
def test_a_table_with_a_head_over_every_column_but_the_first_passes(rows):
    assert headless(head(*rows)) is None


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["."], "the head of the table is empty"),
        (["..", ".."], "the head of the table is empty"),
        (["a."], "nothing heads column 2 of the table"),
        ([".b<..", ".bb.."], "nothing heads columns 4, 5 of the table"),
        ([], "the head of the table is empty"),
    ],
)
def test_columns_without_a_head_are_found(rows, message):
    hint = "name what stands below, in a word; it is read out with every cell"

    assert headless(head(*rows)) == (message, hint)


@given(st.lists(st.integers(1, 3), max_size=6))
def test_headings_that_each_go_one_deeper_at_most_skip_nothing(ups):
    level = 1
    for up in ups:
        new = max(2, level + 2 - up)
        assert skipped_level(new, level) is None
        level = new


def test_a_heading_two_levels_deeper_skips_one():
    assert skipped_level(4, 2) == ("a heading of level 4 stands below one of level 2", "write ###")
    assert skipped_level(3, 1) == ("the first heading is of level 3", "write ##")
