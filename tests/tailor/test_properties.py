"""Nothing leaks, whatever nests in what: random documents against a rule of one line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, pairwise
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.errors import ContentError
from briefing.model import content as c
from briefing.model import prose as p
from tests.tailor import build
from tests.tailor.build import (
    AUDIENCES,
    MARKINGS,
    at,
    conditions,
    content,
    paragraph,
    reading,
    tailored,
    words,
)

PLACES = ("KAZ", "KGZ", "UZB")
SAID_OF_A_PICTURE = ("alt", "title", "note", "credit")
CLEARANCE = {key: MARKINGS.index(audience.clearance) for key, audience in AUDIENCES.items()}


@dataclass(frozen=True)
class Brief:
    place: str
    audience: str
    language: str
    default: str


def subsets(of):
    return st.none() | st.frozensets(st.sampled_from(sorted(of)), max_size=2)


DATES = st.sampled_from((None, None, None, "2022-10-02", "2022-10-03", "2022-10-04"))
"""About that of the edition, which is the second."""
CONDITIONS = st.builds(
    conditions,
    audiences=subsets(AUDIENCES),
    countries=subsets(PLACES),
    languages=subsets(("en", "de")),
    marking=st.none() | st.sampled_from(MARKINGS),
    since=DATES,
    until=DATES,
    when=st.none()
    | st.sampled_from(("true", "false", "country.key != 'KGZ'", "language == 'de'", "has('aid')")),
)
BRIEFS = st.builds(
    Brief,
    st.sampled_from(PLACES),
    st.sampled_from(sorted(AUDIENCES)),
    st.sampled_from(("en", "de")),
    st.sampled_from(MARKINGS[:3]),
)


def holds(wanted: p.Conditions, brief: Brief) -> bool:
    """Say it again, apart from the code under test."""
    when = wanted.when.source if wanted.when else "true"
    return (
        (wanted.audiences is None or brief.audience in wanted.audiences)
        and (wanted.countries is None or brief.place in wanted.countries)
        and (wanted.languages is None or brief.language in wanted.languages)
        and (wanted.since or "") <= "2022-10-03" <= (wanted.until or "9")
        and MARKINGS.index(wanted.marking or brief.default) <= CLEARANCE[brief.audience]
        and {
            "true": True,
            "false": False,
            "country.key != 'KGZ'": brief.place != "KGZ",
            "language == 'de'": brief.language == "de",
            "has('aid')": brief.place == "KGZ",
        }[when]
    )


@dataclass
class Tree:
    """A random document, its files, and for each word the conditions around it."""

    blocks: tuple[p.Block, ...]
    sections: list[c.Section]
    pictures: list[c.PictureSpec]
    around: dict[str, tuple[p.Conditions, ...]]


KINDS = (
    "text", "text", "box", "list", "section", "quote", "table", "definitions", "columns",
    "front matter", "sheet", "picture", "listing",
)  # fmt: skip


@st.composite
def trees(draw):
    numbers = count(100)
    tree = Tree((), [], [], {})

    def leaf(around):
        word = f"word{next(numbers)}"
        tree.around[word] = around
        return word

    def plain(around):
        held = draw(CONDITIONS)
        return p.Span(words(leaf((*around, held))), p.Attributes(conditions=held), at())

    def inline(around):
        held = draw(CONDITIONS)
        inner = (*around, held)
        children = words(leaf(inner) + " ")
        if draw(st.booleans()):
            children = (p.Strong(children), p.Footnote(words(leaf(inner)), at()))
        return p.Span(children, p.Attributes(conditions=held), at())

    def block(around, depth):
        held = draw(CONDITIONS) if draw(st.booleans()) else p.ALWAYS
        inner = (*around, held)
        optional = draw(st.sampled_from((0, 0, 1, 9)))
        attributes = p.PLAIN
        if held is not p.ALWAYS or optional:
            attributes = p.Attributes(conditions=held, optional=optional)
        kind = draw(st.sampled_from(KINDS))
        if depth > 3 or kind == "text":
            children = [
                *words(leaf(inner)),
                *(inline(inner) for _ in range(draw(st.integers(0, 2)))),
            ]
            return p.Paragraph(tuple(children), attributes, at())
        if kind == "section":
            of_file = draw(CONDITIONS)
            within = (*inner, of_file)
            blocks = blocks_of(within, depth + 1)
            title, short = (), ()
            if draw(st.booleans()):  # it has a title where anything is left in it
                blocks = (p.Paragraph(words(leaf(within)), p.PLAIN, at()), *blocks)
                title, short = words(leaf(within)), (plain(within),)
            name = f"section-{next(numbers)}"
            tree.sections.append(c.Section(name, title, (), blocks, of_file, at(), short))
            return p.Placement("section", name, attributes, at())
        if kind == "picture":
            return p.Placement("picture", picture(inner), attributes, at())
        if kind == "listing":
            depth = next(numbers)  # which tells it apart, as it has no word
            tree.around[f"depth={depth}"] = inner
            return p.Listing("contents", depth, attributes, at())
        if kind == "list":
            of_item = draw(CONDITIONS)
            blocks = blocks_of((*inner, of_item), depth + 1)
            items = (p.ListItem(blocks, p.Attributes(conditions=of_item), at()),)
            return p.ListBlock(None, items, attributes, at())
        if kind == "table":
            of_row, of_column = draw(CONDITIONS), draw(CONDITIONS)
            below = inner if of_column == p.ALWAYS else (*inner, of_column)

            def row(first, second, held=p.ALWAYS):
                cells = (p.Cell(words(first), at()), p.Cell(words(leaf((*second, held))), at()))
                return p.Row(cells, p.Attributes(conditions=held), at())

            rows = (row(leaf((*inner, of_row)), below, of_row), row(leaf(inner), below))
            title, note = words(leaf(inner)), (inline(inner),)
            table = p.TableBlock(
                ("left",) * 2, (row("head", below),), rows, attributes, at(), title, note
            )
            return replace(table, columns=(p.ALWAYS, of_column))
        if kind == "definitions":
            of_item = draw(CONDITIONS)
            within = (*inner, of_item)
            blocks = (p.Paragraph(words(leaf(within)), p.PLAIN, at()),)
            blocks += blocks_of(within, depth + 1)
            held_item = p.Attributes(conditions=of_item)
            items = (p.Definition(words(leaf(within)), blocks, held_item, at()),)
            return p.DefinitionList(items, attributes, at())
        if kind == "sheet":
            shown = picture(inner) if draw(st.booleans()) else ""
            of_title = draw(CONDITIONS)
            title = words(leaf((*inner, of_title)))
            heading = p.Heading(1, title, p.Attributes(conditions=of_title), at())
            blocks = (heading, *blocks_of(inner, depth + 1))
            return p.Sheet("cover", shown, blocks, attributes, at())
        blocks = blocks_of(inner, depth + 1)
        if kind == "quote":
            return p.Quote(blocks, attributes, at())
        if kind == "columns":
            return p.Columns(2, blocks, attributes, at())
        if kind == "front matter":
            return p.FrontMatter(blocks, attributes, at())
        return p.Box("box", blocks, attributes, at())

    def picture(around):
        held = draw(CONDITIONS)
        name = f"picture-{next(numbers)}"
        made = build.picture(name, **{key: leaf((*around, held)) for key in SAID_OF_A_PICTURE})
        tree.pictures.append(replace(made, conditions=held))
        return name

    def blocks_of(around, depth):
        return tuple(block(around, depth) for _ in range(draw(st.integers(1, 2))))

    tree.blocks = blocks_of((p.ALWAYS,), 0)
    return tree


def content_of(tree: Tree, brief: Brief, **of_project: object) -> c.Content:
    return content(
        *tree.blocks,
        sections=tree.sections,
        pictures=tree.pictures,
        of_project={"default_marking": brief.default, **of_project},
    )


def check(tree: Tree, brief: Brief) -> None:
    made = content_of(tree, brief)
    expected = {
        word for word, around in tree.around.items() if all(holds(each, brief) for each in around)
    }
    if not holds(p.ALWAYS, brief):
        with pytest.raises(ContentError):
            tailored(made, brief.place, brief.audience, brief.language)
        return

    got = tailored(made, brief.place, brief.audience, brief.language)

    shown = repr(got.manuscript)
    assert {word for word in tree.around if word in shown} == expected
    ranks = [
        MARKINGS.index(each.marking or brief.default)
        for word in expected
        for each in tree.around[word]
    ]
    assert got.manuscript.marking == MARKINGS[max(ranks, default=MARKINGS.index(brief.default))]
    told = repr(got.omitted)
    assert not [word for word in tree.around if word in told]


@given(trees(), BRIEFS)
@settings(max_examples=150, deadline=None)
def test_words_are_printed_exactly_where_every_condition_around_them_holds(tree, brief):
    check(tree, brief)


@pytest.mark.slow
@given(trees(), BRIEFS)
@settings(max_examples=10_000, deadline=None)
def test_words_are_printed_exactly_where_every_condition_around_them_holds_often(tree, brief):
    check(tree, brief)


def printed(tree: Tree, brief: Brief, clearance: str) -> set[str]:
    """The words that are printed for readers of a clearance, whatever theirs is."""
    readers = {brief.audience: replace(AUDIENCES[brief.audience], clearance=clearance)}
    made = content_of(tree, brief, audiences={**AUDIENCES, **readers})
    try:
        shown = repr(tailored(made, brief.place, brief.audience, brief.language).manuscript)
    except ContentError:
        return set()
    return {word for word in tree.around if word in shown}


@given(trees(), BRIEFS)
@settings(max_examples=100, deadline=None)
def test_who_may_see_more_is_never_shown_less(tree, brief):
    seen = [printed(tree, brief, clearance) for clearance in MARKINGS]

    assert all(less <= more for less, more in pairwise(seen))


@given(CONDITIONS, BRIEFS)
@settings(max_examples=100, deadline=None)
def test_a_reading_is_told_exactly_where_its_condition_holds(held, brief):
    secret = reading("rank", brief.place, 4711, source="c-2021")
    aid = reading("aid", "KGZ", 1)
    made = content(
        paragraph([*words("{{ figure('rank') }}")], when="has('rank')"),
        paragraph("x"),
        readings=[replace(secret, conditions=held), aid],
        of_project={"default_marking": "CLEAR"},
    )

    got = tailored(made, brief.place, brief.audience, brief.language)

    told = holds(held, Brief(brief.place, brief.audience, brief.language, "CLEAR"))
    assert ("4,711" in repr(got.manuscript) or "4.711" in repr(got.manuscript)) == told
    assert ("c-2021" in repr(got.manuscript)) == told
    assert "4711" not in repr(got.omitted)


LEAVES = st.sampled_from(
    (
        "country", "country.name", "country.nme", "audience.key", "'x'", "''", "1", "-2.5",
        "1e17", "true", "none", "[]", "figure('mil-exp')", "figure('aid', 'KGZ')", "has('rank')",
        "name('UZB')", "period('mil-exp')", "countries('KAZ', 'KGZ')", "nothing", "language",
        "edition.facts_as_of",
    )
)  # fmt: skip
FORMS = st.sampled_from(
    (
        "({} + {})", "({} - {})", "({} * {})", "({} / {})", "({} // {})", "({} % {})",
        "({} ** {})", "({} ~ {})", "({} == {})", "({} < {})", "({} <= {} < 3)", "({} in {})",
        "({} not in {})", "({} and {})", "({} or {})", "(not {} or {})", "({} if {} else 'b')",
        "[{}, {}]", "({}, {})|sort", "({}, {})|unique", "[{}, {}]|join", "({}|default({}))",
        "({}|replace({}, 'y'))", "({}|round({}))", "({}|int({}))", "({} is divisibleby {})",
        "({} is in {})", "{}[{}]", "{}.key ~ {}", "({}|first ~ {}|last)", "figure({}, {})",
        "has({}, place={})", "name({} ~ {})", "countries({}, {})",
        "figure('mil-exp', period={}, show={})", "({} is even == {} is defined)", "(-{} + +{})",
        "({}|length + {}|abs)", "({}|title ~ {}|capitalize|trim|lower|upper)", "{{{}: {}}}",
        "{}({})", "({}|join({}, attribute='name'))", "({}|sort(attribute={}, reverse=true))",
        "({}|list|last + {})",
    )
)  # fmt: skip
EXPRESSIONS = st.recursive(
    LEAVES, lambda inner: st.builds(str.format, FORMS, inner, inner), max_leaves=8
)
NOISE = st.text(alphabet="abcdefghij.()[]{}|~'\"%_*+-/ 0123456789<>=!,:#\n", max_size=40)


def check_expression(source: str) -> None:
    where = at()
    made = content(paragraph([p.Worded(p.Expression(source, where))]), paragraph("x"))
    condition = p.Attributes(conditions=p.Conditions(when=p.Expression(source, where)))
    repeat = p.Attributes(repeat=p.Repeat("one", p.Expression(source, where)))
    held = [p.Paragraph(words("y"), each, where) for each in (condition, repeat)]

    assert places_of_problems(made) <= {where}
    assert places_of_problems(content(*held, paragraph("x"))) <= {where}


@given(EXPRESSIONS | NOISE)
@settings(max_examples=300, deadline=None)
def test_an_expression_gives_words_or_an_error_and_nothing_else(source):
    check_expression(source)


@pytest.mark.slow
@given(EXPRESSIONS | NOISE)
@settings(max_examples=20_000, deadline=None)
def test_an_expression_gives_words_or_an_error_and_nothing_else_often(source):
    check_expression(source)


def places_of_problems(made):
    try:
        tailored(made)
    except ContentError as error:
        return {problem.where for problem in error.problems}
    return set()


NAMES = (
    "country",
    "country.name",
    "'x'",
    "1",
    "figure('mil-exp')",
    "countries('KAZ')",
    "has",
    "''",
)
TAILS = (
    ".__class__",
    "['__mro__']",
    ".format(1)",
    "|attr('x')",
    "|join",
    "()",
    "[0]",
    " ~ 'a'",
    ".key",
)


@given(st.sampled_from(NAMES), st.lists(st.sampled_from(TAILS), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_no_chain_of_attributes_reaches_a_python_object(start, tails):
    made = content(
        paragraph([p.Worded(p.Expression(start + "".join(tails), at()))]), paragraph("x")
    )

    try:
        shown = repr(tailored(made).manuscript)
    except ContentError as error:
        shown = str(error)

    assert "<class" not in shown
    assert "object at" not in shown


def test_the_random_documents_hold_all_kinds_of_text():
    found = set()

    @given(trees())
    @settings(max_examples=200, deadline=None)
    def gather(tree):
        found.update(type(block) for block in tree.blocks)
        found.update(block.kind for block in tree.blocks if isinstance(block, p.Placement))

    gather()
    no_blocks = {p.Heading}  # they head something, or go; in a sheet they stay
    assert found >= {*get_args(p.Block), "section", "picture"} - no_blocks
