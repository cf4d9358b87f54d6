"""Expressions: what they give, and what they are refused."""

from __future__ import annotations

import pytest

from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model import prose as p
from briefing.model.prose import (
    WORDING_FILTERS,
    WORDING_TESTS,
)
from briefing.tailor.expressions.filters import FILTERS, TESTS
from tests.tailor.build import content, expression, manuscript, paragraph, tailored

TOO_LONG = "this gives a text of more than 20000 characters"
CALLABLE = (
    "\n  hint: these can: abbr, change, compare, countries, figure, has, name, people, period, "
    "person, rank, share"
)
FIELDS = "adjective, capital, iso2, key, name"
FILTER_NAMES = ", ".join(sorted(WORDING_FILTERS))
TEST_NAMES = ", ".join(sorted(WORDING_TESTS))
NAMES = (
    "abbr, audience, change, compare, countries, country, document, edition, figure, has, "
    "language, name, people, period, person, rank, share"
)


def text(source: str, place: str | None = "KAZ", **given: object) -> str:
    made = manuscript(paragraph(f"<{{{{ {source} }}}}>"), place=place, **given)
    block = made.blocks[0]
    assert isinstance(block, m.Paragraph)
    return "".join(getattr(child, "text", "#") for child in block.children)[1:-1]


def error(source: str, place: str | None = "KAZ", **given: object) -> str:
    worded = p.Worded(expression(source, 3, 4))
    made = content(paragraph([worded], 3), **given)  # type: ignore[arg-type]
    with pytest.raises(ContentError) as caught:
        tailored(made, place)
    told = str(caught.value)
    start = "content/documents/brief.md:3:4: error: "
    assert told.startswith(start)
    return told.removeprefix(start)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("country.name", "Kazakhstan"),
        ("country.adjective ~ ' ' ~ country.key", "Kazakh KAZ"),
        ("country['capital']", "Astana"),
        ("audience.name", "General public"),
        ("edition.label", "October 2022"),
        ("edition.date", "3 October 2022"),
        ("document.kind", "Country brief"),
        ("language", "en"),
        ("name('central-asia')", "Central Asia"),
        ("countries('KAZ', 'UZB') | join(' and ', attribute='name')", "Kazakhstan and Uzbekistan"),
        ("countries('UZB', 'KAZ')[1].adjective", "Kazakh"),
        ("(countries('UZB', 'KAZ') | sort(attribute='name') | first).name", "Kazakhstan"),
        ("'a' if country.key in ['KAZ', 'KGZ'] else 'b'", "a"),
        ("'a' if not has('rank') and has('mil-exp', 'KGZ') else 'b'", "a"),
        ("'a' if 1 < 2 <= 2 != 3 else 'b'", "a"),
        ("'a' if 'stan' in country.name and 'x' not in country.name else 'b'", "a"),
        ("'' or country.key", "KAZ"),
        ("'x' and country.key", "KAZ"),
        ("1234567", "1,234,567"),
        ("-1.5 * 2", "−3"),
        ("1 / 3", "0.333333"),
        ("7 // 2 + 7 % 2", "4"),
        ("2.345 | round(1)", "2.3"),
        ("2.7 | round", "3"),
        ("+3 - -2", "5"),
        ("(-3) | abs", "3"),
        ("'12' | int + 1", "13"),
        ("'x' | int(default=4)", "4"),
        ("country.name | upper | lower | title", "Kazakhstan"),
        ("'two-part name' | title", "Two-Part Name"),
        ("'ab cd' | capitalize | trim", "Ab cd"),
        ("'a-b' | replace('-', '')", "ab"),
        ("[3, 1, 2, 1] | unique | sort(reverse=true) | join", "321"),
        ("[1, 2] | list | last", "2"),
        ("'abc' | length + (1, 2) | length", "5"),
        ("'yes' if 4 is even and 3 is odd and 6 is divisibleby 3 else 'no'", "yes"),
        ("'yes' if 'a' is string and none is none and 'a' is in 'abc' else 'no'", "yes"),
        ("country.capital | default('its capital')", "Astana"),
        ("'yes' if country.capital is defined else 'no'", "yes"),
    ],
)
def test_an_expression_gives_words(source, expected):
    assert text(source) == expected


def test_numbers_are_printed_in_the_language_of_the_brief():
    assert text("1234.5 ~ ' ' ~ country.name", language="de") == "1.234,5 Kasachstan"


def test_a_name_without_a_translation_is_in_the_first_language():
    assert text("name('KGZ')", language="de") == "Kyrgyzstan"


def test_what_is_empty_can_be_asked_for():
    assert text("country.capital | default('its capital')", "UZB") == "its capital"
    assert text("'yes' if country.capital is defined else 'no'", "UZB") == "no"
    assert text("country.name | default('the region')", None, countries=()) == "the region"


def test_what_data_says_stays_text():
    made = manuscript(
        paragraph("{{ audience.name }}"),
        of_project={"audiences": {"public": audience_called("**b** {{ 1 }} [@x]\n<i>")}},
        audiences=("public",),
    )

    block = made.blocks[0]
    assert isinstance(block, m.Paragraph)
    assert block.children[0].text == "**b** {{ 1 }} [@x] <i>"


def audience_called(name: str):
    from msgspec.structs import replace

    from tests.tailor.build import AUDIENCES

    return replace(AUDIENCES["public"], name=name)


def test_every_filter_and_test_that_loading_allows_is_there():
    assert sorted([*FILTERS, "default"]) == sorted(WORDING_FILTERS)
    assert sorted([*TESTS, "defined"]) == sorted(WORDING_TESTS)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "country.nme",
            f"'country' has no 'nme'\n  hint: did you mean 'name'? known: {FIELDS}",
        ),
        ("cuntry.name", f"unknown name 'cuntry'\n  hint: did you mean 'country'? known: {NAMES}"),
        (
            "cuntry | default('x')",
            f"unknown name 'cuntry'\n  hint: did you mean 'country'? known: {NAMES}",
        ),
        (
            "country",
            "a country cannot be printed\n"
            "  hint: choose a field: key, iso2, name, adjective, capital",
        ),
        ("countries('KAZ')", "a list cannot be printed\n  hint: join it: … | join(', ')"),
        ("has('mil-exp')", "yes or no cannot be printed"),
        ("none", "nothing cannot be printed"),
        ("1 / 0", "division by zero"),
        ("1 % 0", "division by zero"),
        (
            "country.name + 'x'",
            "'+' takes two numbers, not a text and a text\n  hint: join texts with '~'",
        ),
        ("country == 'KAZ'", "a country cannot be compared with a text\n  hint: compare its key"),
        ("1 == '1'", "a number cannot be compared with a text"),
        ("1 < 'a'", "a number and a text have no order"),
        ("1 in 'abc'", "'in' cannot look for a number in a text"),
        (
            "'a' if country else 'b'",
            "a country is neither true nor false\n"
            "  hint: compare one of its fields, such as its key",
        ),
        ("'a' if has('rank')", "'… if …' needs an 'else'"),
        ("name", "'name' is a function\n  hint: call it: name(place)"),
        (
            "has('mil-exp', plce='KAZ')",
            "'has' takes no 'plce'\n  hint: did you mean 'place'? known: indicator, place",
        ),
        ("has('mil-exp', 'KAZ', 'x')", "'has' takes indicator, place, not 3 values"),
        ("has('mil-exp', indicator='x')", "'has' is given its 'indicator' twice"),
        ("has()", "'has' needs its 'indicator'"),
        ("countries(x='KAZ')", "'countries' takes no 'x'"),
        ("has(*['mil-exp'])", "'has' takes its values one by one, without '*'"),
        ("has(1)", "'has' takes an indicator, not a number"),
        ("name(1)", "'name' takes a place, not a number"),
        (
            "has('mil-exq')",
            "unknown indicator 'mil-exq'\n"
            "  hint: did you mean 'mil-exp'? known: aid, deaths, mil-exp, rank",
        ),
        (
            "name('KZA')",
            "unknown country or region 'KZA'\n"
            "  hint: did you mean 'KGZ'? known: KAZ, KGZ, UZB, central-asia",
        ),
        ("country.name.key", "'country.name' is a text and has no 'key'"),
        ("countries('KAZ')[3]", "'countries(…)' has no item 3\n  hint: it has 1, from 0"),
        ("country[0]", "'country' is a country, not a list"),
        ("[] | first", "'first' finds nothing in an empty list"),
        ("1 | upper", "'upper' takes a text, not a number"),
        ("'a' | join", "'join' takes a list, not a text"),
        ("'a' | round", "'round' takes a number, not a text"),
        ("1 | round(-1)", "'round' takes a number of decimals from 0 to 15"),
        (
            "countries('KAZ', 'KGZ') | sort",
            "a country has no order\n  hint: say by what: sort(attribute='name')",
        ),
        ("[1, 'a'] | sort", "'sort' cannot order values of different kinds"),
        ("'a' | replace('a')", "'replace' needs its 'new'"),
        (
            "[figure('mil-exp')] | join",
            "figures cannot be joined\n  hint: print each by itself, to keep its note",
        ),
        ("country.name |", "this expression cannot be read: expected token 'name', got 'end'"),
        ("", "this expression cannot be read: expected an expression, got 'end'"),
    ],
)
def test_an_expression_that_gives_no_words_is_an_error_with_its_place(source, expected):
    assert error(source) == expected


def test_without_a_country_the_error_says_why():
    assert error("country.name", None, countries=()) == (
        "there is no country here\n"
        "  hint: this document is made once, not for each country; test it: country is defined"
    )
    assert error("figure('mil-exp')", None, countries=()) == (
        "'figure' needs a place here\n  hint: this document is made once, not for each country"
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("''.__class__", "this is a text and has no '__class__'"),
        ("''['__class__']", "this is a text and has no '__class__'"),
        ("country.__init__", f"'country' has no '__init__'\n  hint: known: {FIELDS}"),
        ("country.fields", f"'country' has no 'fields'\n  hint: known: {FIELDS}"),
        (
            "figure.__globals__",
            "'figure' is a function\n  hint: call it: figure(indicator, place, period, show)",
        ),
        ("figure('mil-exp').reading", "'figure(…)' is a figure and has no 'reading'"),
        ("cycler", f"unknown name 'cycler'\n  hint: known: {NAMES}"),
        ("lipsum", f"unknown name 'lipsum'\n  hint: known: {NAMES}"),
        ("self", f"unknown name 'self'\n  hint: known: {NAMES}"),
        ("namespace()", "'namespace' cannot be called" + CALLABLE),
        ("range(10**9)", "'range' cannot be called" + CALLABLE),
        ("{}.items", "a dictionary cannot stand in an expression"),
        ("'%s' % country", "'%' takes two numbers, not a text and a country"),
        ("'{0.__class__}'.format(country)", "this cannot be called" + CALLABLE),
        ("country.name.upper()", "this cannot be called" + CALLABLE),
        ("'a' | attr('x')", f"unknown filter 'attr'\n  hint: known: {FILTER_NAMES}"),
        (
            "'a' | format",
            f"unknown filter 'format'\n  hint: did you mean 'sort'? known: {FILTER_NAMES}",
        ),
        ("'a' is sameas 'a'", f"unknown test 'sameas'\n  hint: known: {TEST_NAMES}"),
        ("'a' * 10**9", "'**' cannot stand in an expression"),
        ("'a' * 1000000000", "'*' takes two numbers, not a text and a number"),
        ("[1] * 1000000000", "'*' takes two numbers, not a list and a number"),
        ("9 ** 9 ** 9", "'**' cannot stand in an expression"),
        ("country.name[1:]", "a slice cannot stand in an expression"),
        ("country[language]", "only a name or a number can stand in square brackets"),
        ("99999999999999999999", "this number is too large"),
        ("1e999 - 1e999", "this number is too large"),
        ("100000000000 * 100000000000", "this gives a number too large to print"),
        ("country.name }} {{ country.name", "only one expression can stand here"),
        ("country.name }}{% set x = 1 %}{{ 1", "only one expression can stand here"),
        ("1 %}{% include 'x' %}{{ 1", "this expression cannot be read: unexpected '}'"),
        ("(" * 900, "this expression is nested too deeply"),
        ("+".join(["1"] * 500), "this expression is nested too deeply"),
        ("'" + "a" * 5000 + "'", "this expression is longer than 4000 characters"),
        ("'aaaaaaaaaa'" + "|replace('a', 'aaaaaaaaaa')" * 9, TOO_LONG),
    ],
)
def test_nothing_of_python_is_within_reach(source, expected):
    assert error(source) == expected


def test_joining_cannot_fill_the_memory():
    long = "('" + "a" * 100 + "'|replace('a', '" + "b" * 100 + "'))"

    assert error(f"{long} ~ {long} ~ {long}") == TOO_LONG
    assert error(f"[{long}, {long}, 1] | join") == TOO_LONG


def test_all_problems_of_a_brief_are_told_together():
    made = content(paragraph("{{ a }} {{ country.b }}", 1), paragraph("x", 2, when="c"))

    with pytest.raises(ContentError) as caught:
        tailored(made)

    assert str(caught.value) == (
        f"content/documents/brief.md:1:4: error: unknown name 'a'\n  hint: known: {NAMES}\n"
        f"content/documents/brief.md:1:5: error: unknown name 'c'\n  hint: known: {NAMES}\n"
        "content/documents/brief.md:1:12: error: 'country' has no 'b'\n"
        "  hint: known: adjective, capital, iso2, key, name"
    )
