"""The values of PDF, as its standard writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.pdf.objects.syntax import name as written_name
from briefing.pdf.objects.syntax import string as written_string
from briefing.proof.file.syntax import (
    Name,
    Reference,
    UnreadableError,
    read_bodies,
    read_name,
    read_plain,
    read_string,
    text_of,
)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        (b"12", 12),
        (b"-.5", -0.5),
        (b"+3.", 3.0),
        (b"true", True),
        (b"null", None),
        (b"/A#20B#2FC", Name("A B/C")),
        (b"/", Name("")),
        (b"12 0 R", Reference(12)),
        (b"[1 2 0 R (a) /N]", [1, Reference(2), b"a", Name("N")]),
        (b"<</A 1/B<</C[]>>>>", {"A": 1, "B": {"C": []}}),
        (b"<< % a comment )(\n /A (b) >>", {"A": b"b"}),
        (b"<48 65 6C6>", b"Hel`"),
        (b"(a(b)c)", b"a(b)c"),
        (b"(a(b(c(d(e(f(g))))))h)", b"a(b(c(d(e(f(g))))))h"),
        (rb"(\050\51\\ \n\101\
b)", b"()\\ \nAb"),
        (b"(a\r\nb\rc)", b"a\nb\nc"),
    ],
)  # fmt: skip
def test_a_value_is_read(code, value):
    assert read_plain(code, 0) == (value, len(code))


@pytest.mark.parametrize("code", [b"", b"(a", b"<4G>", b"<</A>>", b"<<1 2>>", b"[1", b"Tj", b"}"])
def test_what_is_no_value_is_refused(code):
    with pytest.raises(UnreadableError):
        read_plain(code, 0)


def test_values_that_are_too_deep_are_refused():
    with pytest.raises(UnreadableError):
        read_plain(b"[" * 1000 + b"]" * 1000, 0)


@pytest.mark.parametrize(
    ("string", "text"),
    [
        (b"plain", "plain"),
        ("вода".encode("utf-16"), "вода"),
        (b"\xfe\xff" + "вода".encode("utf-16-be"), "вода"),
        (b"\xef\xbb\xbf" + "вода".encode(), "вода"),
        (b"\x93fi\x94: \x8d\xa0", "ﬁfiﬂ: “€"),
    ],
)
def test_a_text_string_says_its_encoding(string, text):
    assert text_of(string).split("\n")[0] == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "utf-16-le"])
def test_a_string_that_does_not_say_its_encoding_is_read_in_every_likely_one(encoding):
    assert "вода" in text_of("вода\0"[:4].encode(encoding) + "\0".encode(encoding)).replace(
        "\0", ""
    )


@given(st.text())
def test_our_own_strings_are_read_back(text):
    code = written_string(text).encode("latin-1")
    value, end = read_plain(code, 0)

    assert end == len(code)
    assert text_of(value) == text


@given(st.text(min_size=1).filter(lambda text: "\0" not in text))
def test_our_own_names_are_read_back(text):
    assert read_name(written_name(text).encode("latin-1")) == text


@given(st.binary())
def test_strings_read_at_speed_are_read_alike(string):
    body = string
    for sign, escape in ((b"\\", rb"\\"), (b"(", rb"\("), (b")", rb"\)"), (b"\r", rb"\r")):
        body = body.replace(sign, escape)

    assert read_string(b"(%b)" % body) == string
    assert read_bodies(body) in (string, None)


@pytest.mark.parametrize("body", [b"a)(b", b"a\rb", rb"a\050b", rb"a\)b)", b"a\\"])
def test_strings_that_cannot_be_read_at_speed_are_not(body):
    assert read_bodies(body) is None
