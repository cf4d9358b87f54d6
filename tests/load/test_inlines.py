import pytest

from briefing.errors import Location
from briefing.load.markdown.blocks import read_blocks
from briefing.load.syntax.files import TextFile
from briefing.model.prose import (
    Attributes,
    Citation,
    CitedWork,
    Conditions,
    Emphasis,
    Expression,
    Footnote,
    LineBreak,
    Link,
    Reference,
    Span,
    Strong,
    Text,
    Worded,
)
from tests.load.conftest import a_checker, told


def at(column, line=1):
    return Location("f.md", line, column)


def read(text, languages=("en",)):
    checker = a_checker(languages)
    (paragraph,) = read_blocks(TextFile("f.md", text), checker, languages[0], "document")
    assert told(checker) == []
    return paragraph.children


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        ("Plain words.", (Text("Plain words.", at(1)),)),
        (
            "a *b* **c *d***",
            (
                Text("a ", at(1)),
                Emphasis((Text("b", at(4)),)),
                Text(" ", at(6)),
                Strong((Text("c ", at(9)), Emphasis((Text("d", at(12)),)))),
            ),
        ),
        ("a\nb", (Text("a b", at(1)),)),
        (
            "a  \nb\\\nc",
            tuple(
                [
                    Text("a", at(1)),
                    LineBreak(),
                    Text("b", at(1, 2)),
                    LineBreak(),
                    Text("c", at(1, 3)),
                ]
            ),
        ),
        ("a   b\tc", (Text("a b c", at(1)),)),
        (
            "[a](https://example.org/a--b) <https://example.org/>",
            (
                Link("https://example.org/a--b", (Text("a", at(2)),), at(1)),
                Text(" ", at(30)),
                Link("https://example.org/", (Text("https://example.org/", at(32)),), at(31)),
            ),
        ),
        (
            "[x é](https://example.org/é)",
            (Link("https://example.org/%C3%A9", (Text("x é", at(2)),), at(1)),),
        ),
        (
            '[Бишкек]{lang=ru} [a]{audience="public press" if="has(\'water\')"}',
            (
                Span((Text("Бишкек", at(2)),), Attributes(language="ru"), at(1)),
                Text(" ", at(18)),
                Span(
                    (Text("a", at(20)),),
                    Attributes(
                        conditions=Conditions(
                            audiences=frozenset({"public", "press"}),
                            when=Expression("has('water')", at(51)),
                        )
                    ),
                    at(19),
                ),
            ),
        ),
        (
            "a [see @kim-2020, pp. 3-5; @lee-2021].",
            (
                Text("a ", at(1)),
                Citation(
                    (
                        CitedWork("kim-2020", "pp. 3-5", "see", at(8)),
                        CitedWork("lee-2021", "", "", at(28)),
                    ),
                    at(3),
                ),
                Text(".", at(38)),
            ),
        ),
        (
            "a^[b [@kim-2020] *c*] d",
            (
                Text("a", at(1)),
                Footnote(
                    (
                        Text("b ", at(4)),
                        Citation((CitedWork("kim-2020", "", "", at(7)),), at(6)),
                        Text(" ", at(17)),
                        Emphasis((Text("c", at(19)),)),
                    ),
                    at(2),
                ),
                Text(" d", at(22)),
            ),
        ),
        (
            "{{ country.name }} *{{  name('KAZ') }}*",
            (
                Worded(Expression("country.name", at(4))),
                Text(" ", at(19)),
                Emphasis((Worded(Expression("name('KAZ')", at(25))),)),
            ),
        ),
        ("\\*a\\* \\{b\\} \\@c &amp; &copy; d\\`", (Text("*a* {b} @c & © d`", at(1)),)),
        ("a_b_c 2*3 [sic] 4 < 5", (Text("a_b_c 2*3 [sic] 4 < 5", at(1)),)),
        ("someone@example.org", (Text("someone@example.org", at(1)),)),
    ],
)
def test_words(text, inlines):
    assert read(text) == inlines


@pytest.mark.parametrize(
    "source",
    [
        "country.name | upper",
        "'a' ~ \"b\"",
        "(1 * 2) * 3",
        "'[' ~ ']' ~ '`' ~ '<b>' ~ '&amp;' ~ '\\\\'",
        "'}}'",
        "'**' if country.name | length > 5 else '^[x]'",
    ],
)
def test_no_sign_in_an_expression_means_anything(source):
    (worded, end) = read(f"{{{{ {source} }}}} is *it*")[:2]

    assert worded == Worded(Expression(source, at(4)))
    assert end.text == " is "


def test_an_expression_may_go_on_in_the_next_line_of_a_quotation():
    checker = a_checker()
    text = "> a {{ name(\n>   'KAZ') }} b"
    (quote,) = read_blocks(TextFile("f.md", text), checker, "en", "document")

    (paragraph,) = quote.blocks
    assert paragraph.children == (
        Text("a ", at(3)),
        Worded(Expression("name(\n  'KAZ')", at(8))),
        Text(" b", at(14, 2)),
    )


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "\"a 'b' c\"", "“a ‘b’ c”"),
        ("en", "it's the '90s -- or---1990 to 1999...", "it’s the ’90s – or—1990 to 1999…"),
        ("en", "5\\\" of --\\- and \\'x\\'", "5\" of –- and 'x'"),
        ("en", "http://a.b/c--d and e--f", "http://a.b/c--d and e–f"),
        ("de", "\"a 'b' c\"", "„a ‚b‘ c“"),
        ("de-AT", '"a"', "„a“"),
        ("fr", "\"a\" 'b'", "«\u202fa\u202f» «\u202fb\u202f»"),
        ("ru", "\"a 'b'\"", "«a „b“»"),
        ("eo", '"a"', "“a”"),
    ],
)
def test_signs_of_a_keyboard_turn_typographic(language, text, words):
    (one,) = read(text, (language,))

    assert one.text == words


def test_quotation_marks_stand_around_figures_and_notes():
    inlines = read('"{{ country.name }}"[@kim-2020] and "a"^["b"] "c"')

    assert [one.text for one in inlines if isinstance(one, Text)] == [
        "“", "”", " and “a”", " “c”",
    ]  # fmt: skip
    (note,) = [one for one in inlines if isinstance(one, Footnote)]
    assert note.children == (Text("“b”", at(42)),)


def test_a_block_in_another_language_has_its_quotation_marks():
    checker = a_checker(("en", "de"))
    text = '{languages=de}\n"a"\n\n{lang=ru}\n"a"\n\n{languages="en de"}\n"a"\n'
    blocks = read_blocks(TextFile("f.md", text), checker, "en", "document")

    assert [block.children[0].text for block in blocks] == ["„a“", "«a»", "“a”"]


RED = Attributes(conditions=Conditions(marking="RED"))


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        (
            "a^[b]{marking=RED}c",
            (
                Text("a", at(1)),
                Span((Footnote((Text("b", at(4)),), at(2)),), RED, at(2)),
                Text("c", at(19)),
            ),
        ),
        (
            "[@kim-2020]{marking=RED}",
            (Span((Citation((CitedWork("kim-2020", "", "", at(2)),), at(1)),), RED, at(1)),),
        ),
        (
            '[@kim-2020]{otherwise="*x*"}',
            (
                Citation(
                    (CitedWork("kim-2020", "", "", at(2)),),
                    at(1),
                    (Emphasis((Text("x", at(25)),)),),
                ),
            ),
        ),
        (
            "[](#b){.page otherwise=\"{{ name('KAZ') }}\"}",
            (Reference("b", "page", at(1), (Worded(Expression("name('KAZ')", at(28))),)),),
        ),
        (
            "[a](#b){otherwise='c, \"d\"'}",
            (Link("#b", (Text("a", at(2)),), at(1), (Text("c, “d”", at(20)),)),),
        ),
    ],
)
def test_notes_carry_conditions_and_what_leads_elsewhere_has_words_instead(text, inlines):
    assert read(text) == inlines


def test_a_note_within_words_with_conditions_keeps_its_own():
    (span,) = read("[a^[b]{marking=RED}]{audience=public}")

    assert span.attributes.conditions == Conditions(audiences=frozenset(["public"]))
    assert span.children[1].attributes == RED
