"""The manuscript as a whole, and for whom it is not made."""

from __future__ import annotations

import pytest

from briefing.errors import ContentError
from briefing.model import manuscript as m
from briefing.model import prose as p
from briefing.tailor import tailor
from tests.tailor.build import (
    AUDIENCES,
    PLACES,
    at,
    attributes,
    box,
    bullets,
    conditions,
    content,
    item,
    manuscript,
    paragraph,
    placed,
    project,
    section,
    span,
    tailored,
    words,
)


def test_a_manuscript_says_what_its_document_says():
    intro = section("intro", paragraph("Hello."), title="About {{ country.name }}")
    made = content(
        placed("section", "intro"),
        sections=[intro],
        title=(*words("{{ country.name }}: a "), span("{{ language }}  brief", when="true")),
        subtitle=words(" For {{ audience.name }} "),
        least_pages=2,
        most_pages=4,
    )

    got = tailored(made, "UZB", "parliament").manuscript

    whole = project()
    title = p.Text("About ", intro.title[0].where), p.Text("Uzbekistan", at(1, 10))
    hello = m.Paragraph((p.Text("Hello.", at()),), (), at())
    assert got == m.Manuscript(
        document="brief",
        kind="Country brief",
        title="Uzbekistan: a en brief",
        subtitle="For Members of parliament",
        language="en",
        audience=AUDIENCES["parliament"],
        place=PLACES["UZB"],
        edition=whole.edition,
        publisher=whole.publisher,
        licence=whole.licence,
        credit=(),
        marking="CLEAR",
        style="brief",
        least_pages=2,
        most_pages=4,
        blocks=(m.Section("intro", title, (hello,), intro.where),),
        sources={},
        charts={},
        where=at(),
        key="test/brief/UZB/parliament/en",
    )


def test_text_written_in_one_go_is_one_text():
    plain = span("two", 1, 5, when="true")
    children = (*words("One ("), *words("x) ", 1, 6), plain, *words(" far", 9, 1))

    made = manuscript(paragraph(children))

    texts = p.Text("One (x) ", at()), p.Text("two", at(1, 6)), p.Text(" far", at(9, 1))
    assert made.blocks[0] == m.Paragraph(texts, (), at())


def test_words_in_another_language_or_class_keep_their_span():
    children = [
        span("Бишкек", language="ru"),
        span("same", 2, language="en"),
        span("x", 3, classes=("small",)),
    ]

    made = manuscript(paragraph(children), paragraph("Мир", language="ru", classes=("lead",)))

    assert made.blocks == (
        m.Paragraph(
            (
                m.Span((p.Text("Бишкек", at(1, 2)),), (), "ru"),
                p.Text("same", at(2, 2)),
                m.Span((p.Text("x", at(3, 2)),), ("small",), None),
            ),
            (),
            at(),
        ),
        m.Paragraph((m.Span((p.Text("Мир", at()),), (), "ru"),), ("lead",), at()),
    )


def test_a_language_holds_for_all_that_is_inside():
    inner = paragraph([*words("Да "), span("yes", language="en")])

    made = manuscript(box(bullets(item(inner)), language="ru"))

    held = made.blocks[0].blocks[0].items[0].blocks[0].children
    assert held == (
        m.Span((p.Text("Да ", at()), m.Span((p.Text("yes", at(1, 2)),), (), "en")), (), "ru"),
    )


def test_list_items_and_rows_can_be_in_another_language():
    row = p.Row((p.Cell(words("Да"), at()),), attributes(language="ru"), at())
    head = p.Row((p.Cell(words("Yes"), at()),), p.PLAIN, at())
    table = p.TableBlock(("left",), (head,), (row,), p.PLAIN, at())

    made = manuscript(bullets(item(paragraph("Да"), language="ru")), table)

    russian = m.Span((p.Text("Да", at()),), (), "ru")
    listed, told = made.blocks
    assert listed.items[0].blocks[0].children == (russian,)
    assert told.rows[0].cells == (m.Cell((russian,)),)
    assert told.head[0].cells == (m.Cell((p.Text("Yes", at()),)),)


def test_all_kinds_of_text_are_worded():
    name = words("{{ country.key }}", 1, 1)
    children = (
        p.Emphasis(name), p.Strong(name), p.Link("https://example.org/", name, at()),
        p.LineBreak(), p.Footnote(name, at()),
    )  # fmt: skip

    made = manuscript(paragraph(children))

    worded = (p.Text("KAZ", at(1, 4)),)
    assert made.blocks[0].children == (
        m.Emphasis(worded),
        m.Strong(worded),
        m.Link("https://example.org/", worded, at()),
        p.LineBreak(),
        m.Footnote(worded, at()),
    )


def test_lists_quotes_boxes_and_tables_keep_their_form():
    cell = p.Cell(words("{{ country.key }}"), at())
    head = p.Row((p.Cell((), at()), cell), p.PLAIN, at())
    gone = p.Row((cell, cell), attributes(countries=["UZB"]), at(3))
    table = p.TableBlock(
        ("left", "right"), (head,), (p.Row((cell, p.Cell((), at())), p.PLAIN, at()), gone),
        attributes(id="t"), at(2),
    )  # fmt: skip
    text = paragraph("x")

    made = manuscript(
        p.ListBlock(3, (item(text), item(text)), attributes(classes=("tight",)), at()),
        p.Quote((text,), p.PLAIN, at()),
        box(text, kind="pull-quote"),
        table,
    )

    worded = m.Paragraph((p.Text("x", at()),), (), at())
    code = (p.Text("KAZ", at(1, 4)),)
    left_right = ("left", "right")
    rows = (m.Row((m.Cell(), m.Cell(code))),), (m.Row((m.Cell(code), m.Cell())),)
    row_heads = True  # as the corner is empty
    assert made.blocks == (
        m.ListBlock(3, (m.ListItem((worded,)), m.ListItem((worded,))), ("tight",)),
        m.Quote((worded,)),
        m.Box("pull-quote", (worded,), at()),
        m.TableBlock("t", (), left_right, *rows, row_heads, (), at(2)),
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            {"document": "breif"},
            "content/project.yaml:1:1: error: unknown document 'breif'\n"
            "  hint: did you mean 'brief'? known: brief",
        ),
        (
            {"audience": "publik", "language": "xx", "place": "FRA"},
            "content/project.yaml:1:1: error: unknown audience 'publik'\n"
            "  hint: did you mean 'public'? known: parliament, public, staff\n"
            "content/project.yaml:1:1: error: unknown country or region 'FRA'\n"
            "  hint: known: KAZ, KGZ, UZB, central-asia\n"
            "content/project.yaml:1:1: error: unknown language 'xx'\n  hint: known: de, en",
        ),
        (
            {"place": None},
            "content/documents/brief.md:1:1: error: document 'brief' needs a country\n"
            "  hint: it is made for: KAZ, KGZ",
        ),
        (
            {"place": "UZB", "audience": "staff", "language": "de"},
            "content/documents/brief.md:1:1: error: document 'brief' is not made for 'UZB'\n"
            "  hint: it is made for: KAZ, KGZ\n"
            "content/documents/brief.md:1:1: error: document 'brief' is not made for 'de'\n"
            "  hint: it is made for: en\n"
            "content/documents/brief.md:1:1: error: document 'brief' is not made for 'staff'\n"
            "  hint: it is made for: parliament, public",
        ),
    ],
)
def test_a_document_is_refused_for_whom_it_is_not_made(asked, told):
    made = content(
        paragraph("x"),
        countries=("KAZ", "KGZ"),
        audiences=("public", "parliament"),
        languages=("en",),
    )
    given = {"document": "brief", "place": "KAZ", "audience": "public", "language": "en", **asked}
    document = given.pop("document")

    with pytest.raises(ContentError) as caught:
        tailor(made, document, **given)

    assert str(caught.value) == told


def test_a_document_that_is_made_once_is_refused_for_a_country():
    with pytest.raises(ContentError) as caught:
        tailored(content(paragraph("x"), countries=()))

    assert str(caught.value) == (
        "content/documents/brief.md:1:1: error: document 'brief' is made once, not for 'KAZ'"
    )


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ({"audiences": ["staff"]}, "for staff, not public"),
        ({"marking": "GREEN"}, "marked GREEN, above CLEAR"),
        ({"countries": ["UZB"]}, "for UZB"),
        ({"languages": ["de"]}, "for de"),
        ({"when": "has('aid')"}, "only if has('aid')"),
    ],
)
def test_a_document_is_refused_where_its_own_condition_fails(given, hint):
    with pytest.raises(ContentError) as caught:
        tailored(content(paragraph("{{ 1 / 0 }}"), conditions=conditions(**given)))

    assert str(caught.value) == (
        "content/documents/brief.md:1:1: error: document 'brief' is not made for this brief\n"
        f"  hint: {hint}"
    )


def test_the_same_request_gives_the_same_text():
    made = content(paragraph("{{ figure('mil-exp') }} {{ name('UZB') }}"))

    assert tailored(made) == tailored(made)
