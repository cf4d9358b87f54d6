"""Citations as Pandoc writes them: the work, the place in it, the words around."""

import pytest

from briefing.errors import Location
from briefing.load.expressions import Checker
from briefing.load.expressions.known import Known
from briefing.load.markdown.citations import read_works
from briefing.load.syntax.places import Places
from briefing.load.syntax.problems import Problems
from briefing.model.locators import find_place
from briefing.model.prose import CitedWork


def read(text: str) -> tuple[tuple[CitedWork, ...], list[str]]:
    problems = Problems()
    known = Known(
        None, None, ("en",), None, None, {"a-2020", "b:2021"}, (), (), (), (), ()
    )  # fmt: skip
    places = Places("text.md", [(0, 1, 1)])
    return read_works(text, 0, places, Checker(known, problems)), [*map(str, problems.all())]


def parts(text: str) -> list[tuple[str, str, str, str]]:
    works, problems = read(text)
    assert problems == []
    return [(work.prefix, work.key, work.locator, work.suffix) for work in works]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@a-2020", ("", "a-2020", "", "")),
        ("@a-2020, p. 4", ("", "a-2020", "p. 4", "")),
        ("@a-2020 p. 4", ("", "a-2020", "p. 4", "")),
        ("see @a-2020, pp. 33-35, 38-39 and nowhere else",
         ("see", "a-2020", "pp. 33-35, 38-39", "and nowhere else")),
        ("@a-2020, 33", ("", "a-2020", "33", "")),
        ("@a-2020, 33, with a suffix", ("", "a-2020", "33", ", with a suffix")),
        ("@a-2020, with a suffix", ("", "a-2020", "", ", with a suffix")),
        ("@a-2020 and passim", ("", "a-2020", "", "and passim")),
        ("@a-2020, 2018 edition", ("", "a-2020", "", ", 2018 edition")),
        ("@a-2020{ii, A, D-Z}, with a suffix",
         ("", "a-2020", "ii, A, D-Z", ", with a suffix")),
        ("@a-2020, {pp. iv, vi-xi, (xv)-(xvii)} with suffix here",
         ("", "a-2020", "pp. iv, vi-xi, (xv)-(xvii)", "with suffix here")),
        ("@a-2020{}, 99 years later", ("", "a-2020", "", ", 99 years later")),
        ("@{b:2021}, ch. 2", ("", "b:2021", "ch. 2", "")),
        ("@b:2021, Abb. 3a", ("", "b:2021", "Abb. 3a", "")),
        ("@a-2020,\n  p.\n  4 ff.", ("", "a-2020", "p. 4 ff.", "")),
    ],
)  # fmt: skip
def test_a_work_has_words_before_it_a_place_and_words_behind(text, expected):
    assert parts(text) == [expected]


def test_semicolons_part_works_but_not_inside_braces():
    assert parts("@a-2020, {p. 3; n. 4}; cf. @b:2021, § 2") == [
        ("", "a-2020", "p. 3; n. 4", ""),
        ("cf.", "b:2021", "§ 2", ""),
    ]


def test_a_work_knows_the_place_of_its_key():
    works, _ = read("see @a-2020; @{b:2021}")

    assert [work.where for work in works] == [Location("text.md", 1, 5), Location("text.md", 1, 14)]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("p. 4", "page", "4"), ("S. 4", "page", "4"), ("с. 4", "page", "4"), ("4", "page", "4"),
        ("chap. 2", "chapter", "2"), ("Kap. 2", "chapter", "2"), ("гл. 2", "chapter", "2"),
        ("§§ 2, 3.1", "section", "2, 3.1"), ("Art. 5(2)(b)", "article-locator", "5(2)(b)"),
        ("fig. A3", "figure", "A3"), ("tableau 3", "table", "3"), ("vol. iv", "volume", "iv"),
        ("pp. 3 & 4", "page", "3 & 4"), ("S. 14 f.", "page", "14 f."), ("l. 5", "line", "5"),
        ("Bd. 2", "volume", "2"), ("s.v. ‘oil’", "sub-verbo", "‘oil’"), ("p.4", "page", "4"),
        ("t. 2", "volume", "2"), ("nᵒ 3", "issue", "3"), ("n. 12", "note", "12"),
        ("v. 5", "verse", "5"), ("bk 2", "book", "2"), ("ch. 4 and 5", "chapter", "4 and 5"),
    ],
)  # fmt: skip
def test_a_place_is_told_by_its_name_in_any_language_of_the_product(text, kind, number):
    place = find_place(text)

    assert place is not None
    assert (place.kind, place.number, place.end) == (kind, number, len(text))


@pytest.mark.parametrize(
    "text", ["", "chap. on trade", "I think", "mild words", "2018 edition", "A new thing", "p. x’s"]
)
def test_words_are_no_place(text):
    assert find_place(text) is None
