"""Plain expressions are read without Jinja, and mean the same to it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.plain import PlainArgument, PlainCall, PlainField, read_plain
from briefing.model.prose import (
    WORDING_FUNCTIONS,
)
from briefing.tailor.expressions import read_expression
from briefing.tailor.expressions.grammar import read_jinja
from briefing.tailor.expressions.values import ExpressionError
from briefing.tailor.work import Work
from tests.tailor.build import PLACES, content, paragraph

NAMES = Work(content(paragraph("x")), "brief", PLACES["KAZ"], "public", "en").names


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("country.name", PlainField("country", "name", 8)),
        ("peer.key", PlainField("peer", "key", 5)),
        ("has('rank')", PlainCall("has", (PlainArgument("indicator", "rank", 4),), False)),
        ('not has("rank" )', PlainCall("has", (PlainArgument("indicator", "rank", 8),), True)),
        (
            "figure('a', show=\"b c\", place ='D')",
            PlainCall(
                "figure",
                (
                    PlainArgument("indicator", "a", 7),
                    PlainArgument("show", "b c", 17),
                    PlainArgument("place", "D", 31),
                ),
                False,
            ),
        ),
        (
            "countries('KAZ','UZB')",
            PlainCall(
                "countries",
                (PlainArgument("*places", "KAZ", 10), PlainArgument("*places", "UZB", 16)),
                False,
            ),
        ),
    ],
)
def test_a_plain_expression_is_read_with_its_offsets(source, expected):
    assert read_plain(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "country", "country.name.x", "country.name | upper", "not.x", "true.x", "has.x",
        "has()", "has('a',)",
        "has('a' 'b')", "has('a', 'b', 'c')", "has(indicator='a', 'b')", "has(place='a')",
        "has('a', x='b')", "has('a', indicator='b')", "has(a)", "has('a\\'')", "has('a\n')",
        "has('a') and has('b')", "countries(x='a')", "range('a')", "section('a')", "1.x",
        "nothas('a')",
        "figure('a', period=2019)", "name(has('a'))", "",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_jinja(source):
    assert read_plain(source) is None


def value_of(read, source):
    try:
        return read(source)(NAMES)
    except ExpressionError as error:
        return error.message, error.hint


TEXTS = st.sampled_from(("'mil-exp'", '"KAZ"', "'KGZ'", '"rank"', "'2018'", "'value'", "''", "'x'"))
KEYWORDS = st.sampled_from(("", "", "place=", "show = ", "indicator=", "period =", "x="))
ARGUMENTS = st.lists(st.builds("{}{}".format, KEYWORDS, TEXTS), max_size=4)
CALLS = st.builds(
    "{}{}({}{}{})".format,
    st.sampled_from(("", "", "not ", "not  ", "not")),
    st.sampled_from((*WORDING_FUNCTIONS, "range")),
    st.sampled_from(("", " ")),
    st.builds(str.join, st.sampled_from((",", ", ", " , ", " ")), ARGUMENTS),
    st.sampled_from(("", " ", ",", " ,")),
)
FIELDS = st.builds(
    "{}.{}".format,
    st.sampled_from(("country", "audience", "edition", "language", "peer", "has", "true", "not")),
    st.sampled_from(("name", "key", "label", "nme", "_x", "iso2")),
)


@given(CALLS | FIELDS)
@settings(max_examples=500, deadline=None)
def test_what_is_read_as_plain_means_the_same_to_jinja(source):
    assert value_of(read_expression, source) == value_of(read_jinja, source)


def test_jinja_is_not_needed_for_plain_expressions():
    code = (
        "import sys; from briefing.tailor.expressions import read_expression;"
        "read_expression('country.name'); read_expression(\"figure('mil-exp', show='value')\");"
        "print('jinja2' in sys.modules)"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout == "False\n"
