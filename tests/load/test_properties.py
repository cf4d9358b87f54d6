"""What holds for any text in Markdown."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import Location
from briefing.load.expressions import plain_facts
from briefing.load.expressions.jinja import read_facts
from briefing.load.markdown.blocks import read_blocks
from briefing.load.markdown.mask import mask, unmask
from briefing.load.syntax.files import TextFile
from briefing.model import prose
from tests.load.conftest import a_checker

# --- every place is the place of what stands there -----------------------------------------------

WORDS = st.from_regex("[a-z]{1,8}", fullmatch=True)
RUNS = st.one_of(
    WORDS,
    WORDS.map("*{}*".format),
    WORDS.map("**{}**".format),
    WORDS.map("[{}]{{lang=ru}}".format),
    WORDS.map("[{}](https://example.org/)".format),
    WORDS.map("^[{} [@kim-2020, p. 4]]".format),
    st.just("{{ name('KAZ') }}"),
    st.just("[see @kim-2020; @lee-2021]"),
    st.just('{{ abbr("DG INTPA") }}'),
    st.sampled_from(["[](#a)", "[](#a){.page}", "[](#a){.number}"]),
)
LINES = st.lists(RUNS, min_size=1, max_size=6).map(" ".join)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)


def indented(mark: str, text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([mark + first, *(" " * len(mark) + line if line else line for line in rest)])


def quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def a_table(cells: list[str]) -> str:
    return "| a | b |\n|---|---|\n" + "\n".join(f"| {cell} | {cell} |" for cell in cells)


def defined(terms: list[tuple[str, str]]) -> str:
    return "\n\n".join(f"{term}\n" + indented(": ", text) for term, text in terms)


def several(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(blocks, min_size=1, max_size=3).map("\n\n".join)


BLOCKS = st.recursive(
    st.one_of(
        PARAGRAPHS,
        PARAGRAPHS.map("{{audience=public}}\n{}".format),
        st.lists(LINES, min_size=1, max_size=3).map(a_table),
    ),
    lambda blocks: st.one_of(
        several(blocks).map(lambda text: indented("- ", text)),
        several(blocks).map(lambda text: indented("1. ", text)),
        several(blocks).map(lambda text: indented("- ", "{audience=public} x\n\n" + text)),
        several(blocks).map(quoted),
        several(blocks).map("::: box\n{}\n:::".format),
        st.lists(st.tuples(LINES, several(blocks)), min_size=1, max_size=3).map(defined),
    ),
    max_leaves=8,
)
GROUPS = st.one_of(
    BLOCKS,
    several(BLOCKS).map("::: columns {{count=3}}\n{}\n:::".format),
    several(BLOCKS).map("::: front-matter\n::: wide\n{}\n:::\n:::".format),
    st.tuples(WORDS, several(LINES)).map(lambda words: "::: cover\n# {}\n\n{}\n:::".format(*words)),
)
TEXTS = several(GROUPS)


def placed(blocks: tuple[prose.Block, ...]) -> Iterator[tuple[Location, str]]:
    """Give places, and what must stand there."""
    for block in blocks:
        match block:
            case prose.Paragraph(children=children):
                yield from inlines(children)
            case prose.ListBlock(items=items):
                for item in items:
                    yield from placed(item.blocks)
            case prose.DefinitionList(items=terms, where=where):
                assert where == terms[0].where
                for each in terms:
                    first = each.term[0]
                    assert not isinstance(first, prose.Text) or first.where == each.where
                    yield from inlines(each.term)
                    yield from placed(each.blocks)
            case prose.Quote(blocks=inner):
                yield from placed(inner)
            case (
                prose.Box(blocks=inner, where=where)
                | prose.Columns(blocks=inner, where=where)
                | prose.Sheet(blocks=inner, where=where)
                | prose.FrontMatter(blocks=inner, where=where)
            ):
                yield where, ":::"
                yield from placed(inner)
            case prose.Heading(children=children, where=where):
                yield where, "#"
                yield from inlines(children)
            case prose.TableBlock(head=head, rows=rows):
                for row in (*head, *rows):
                    for cell in row.own:
                        yield from inlines(cell.children)
            case _:
                raise AssertionError(block)


def inlines(children: tuple[prose.Inline, ...]) -> Iterator[tuple[Location, str]]:
    for inline in children:
        match inline:
            case prose.Text(text=text, where=where):
                yield where, text.split(" ")[0] or " "
            case prose.Worded(expression=expression):
                yield expression.where, expression.source
            case prose.Citation(works=works, where=where):
                yield where, "["
                yield from ((work.where, "@" + work.key) for work in works)
            case prose.Footnote(children=inner, where=where):
                yield where, "^["
                yield from inlines(inner)
            case prose.Span(children=inner, where=where) | prose.Link(children=inner, where=where):
                yield where, "["
                yield from inlines(inner)
            case prose.Reference(where=where):
                yield where, "[](#a)"
            case prose.Emphasis(children=inner) | prose.Strong(children=inner):
                yield from inlines(inner)
            case _:
                raise AssertionError(inline)


def check_places(text: str) -> None:
    checker = a_checker()
    lines = text.split("\n")
    blocks = read_blocks(TextFile("f.md", text), checker, "en", "document")

    assert [str(p) for p in checker.problems.all() if "nested" not in p.message] == []
    for where, what in placed(blocks):
        stands = lines[where.line - 1][where.column - 1 :]
        # A run that begins with the end of a line begins with a space that stands for it.
        assert stands.startswith(what) or (what == " " and not stands.strip()), (where, what)


@given(TEXTS)
def test_every_place_is_the_place_of_what_stands_there(text):
    check_places(text)


@pytest.mark.slow
@settings(max_examples=1_000, deadline=None)
@given(TEXTS)
def test_every_place_in_many_texts_is_the_place_of_what_stands_there(text):
    check_places(text)


# --- any text is read or refused, with a place in the file ---------------------------------------

PIECES = st.sampled_from(
    [
        "a", " ", "\n", "\n\n", "*", "**", "_", "[", "]", "(", ")", "{", "}", "{{", "}}", "^[", "@",
        "!", "`", "```", "<", ">", "> ", "- ", "1. ", "# ", "## ", "|", "\n|---|---|\n", ":::",
        "::: box\n", "\\", "&amp;", "\"", "'", "--", "...", "name('KAZ')", "@kim-2020", "\t", "é",
        "audience=public", "{audience=public}", "[@kim-2020]", "](#a)", "    ", "---\n",
        "{{ country.name }}", "===\n", "$", ": ", "\n: ", "\n:\n", "::: columns\n", "::: cover\n",
        "::: front-matter {", "\n{{ contents() }}\n", "{{ credits(", "[](#a)", "{.page}",
        "optional=2", "{.keep .foot}\n", 'caption="', "place=top", "{.run-in}",
    ]
)  # fmt: skip
ANYTHING = st.lists(PIECES, max_size=40).map("".join)


def check_anything(text: str) -> None:
    checker = a_checker()
    lines = text.split("\n")
    read_blocks(TextFile("f.md", text), checker, "en", "document")

    for problem in checker.problems.all():
        assert 1 <= problem.where.line <= len(lines)
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 2


@given(ANYTHING)
def test_any_text_is_read_or_refused(text):
    check_anything(text)


@pytest.mark.slow
@settings(max_examples=20_000, deadline=None)
@given(ANYTHING)
def test_any_of_many_texts_is_read_or_refused(text):
    check_anything(text)


@given(ANYTHING)
def test_what_is_hidden_comes_back(text):
    assert unmask(mask(text)) == text
    assert len(mask(text)) == len(text)


# --- plain expressions mean what Jinja says ------------------------------------------------------

TOKENS = st.sampled_from(
    [
        "figure", "has", "country", "peer", "water", "x", ".", "name", "__class__", "(", ")", ",",
        "=", "'water'", '"KAZ"', "2019", "0", "007", "1.5", "show", "indicator", "not ", " ",
        "none", "true", "True", "section", "is ", "'a\\n'", "''", "é", "|upper", "[0]",
    ]
)  # fmt: skip
SOURCES = st.one_of(
    st.lists(TOKENS, max_size=9).map("".join),
    st.builds(
        "{}({})".format,
        st.sampled_from(["figure", "not has", "countries", "name", "unknown"]),
        st.lists(
            st.sampled_from(
                [
                    "'water'",
                    '"KAZ"',
                    "peer",
                    "2019",
                    "show='value'",
                    "show = x",
                    "place=peer",
                    " 'a' ",
                ]
            ),
            max_size=5,
        ).map(",".join),
    ),
).map(str.strip)


def check_expression(source: str) -> bool:
    facts = plain_facts(source)

    if facts is not None:
        assert facts == read_facts(source)
    return facts is not None


@given(SOURCES)
def test_a_plain_expression_means_what_jinja_says(source):
    check_expression(source)


@pytest.mark.slow
@settings(max_examples=20_000, deadline=None)
@given(SOURCES)
def test_many_plain_expressions_mean_what_jinja_says(source):
    check_expression(source)


def test_what_authors_write_nearly_always_is_plain():
    assert all(
        check_expression(source)
        for source in (
            "country.name",
            'figure("water")',
            'figure("water", "KAZ", show="value unit")',
            "not has('water')",
            "countries('KAZ', 'KGZ')",
        )
    )
