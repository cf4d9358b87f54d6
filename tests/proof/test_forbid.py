"""What an audience may not see, and what it may."""

from __future__ import annotations

from itertools import count
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.model import chart_spec as s
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.country import Amount, Unit
from briefing.model.forbidden import GAP, Forbidden
from briefing.model.source import Source
from briefing.proof import find_unprovable, forbidden
from briefing.proof.search.needles import needles_for
from tests.tailor.build import (
    AUDIENCES,
    MARKINGS,
    PROJECT,
    SOURCES,
    at,
    attributes,
    bars,
    box,
    bullets,
    chart,
    citation,
    conditions,
    content,
    expression,
    heading,
    item,
    link,
    paragraph,
    picture,
    placed,
    reading,
    section,
    span,
    table,
    words,
)

SECRET = "the envoys met at the quiet harbour"


def asked(
    made: c.Content, audience="public", place="KAZ", language="en", document="brief"
) -> Forbidden:
    return forbidden(made, document, place=place, audience=audience, language=language)


def texts(made: c.Content, **of_brief) -> dict[str, str]:
    """Forbidden texts with their places."""
    return {text.text: str(text.where) for text in asked(made, **of_brief).texts}


# --- who may see it ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "audience", "is_withheld"),
    [
        ({}, "public", False),
        ({"audiences": ["parliament"]}, "public", True),
        ({"audiences": ["parliament", "public"]}, "public", False),
        ({"audiences": []}, "public", True),
        ({"marking": "CLEAR"}, "public", False),
        ({"marking": "GREEN"}, "public", True),
        ({"marking": "GREEN"}, "parliament", False),
        ({"marking": "AMBER"}, "parliament", True),
        ({"marking": "RED"}, "staff", False),
        ({"marking": "no such"}, "staff", True),
        ({"countries": ["KGZ"]}, "public", False),
        ({"languages": ["de"]}, "public", False),
        ({"since": "2022-10-04"}, "public", False),
        ({"until": "2022-10-02"}, "public", False),
        ({"until": "2022-10-02", "marking": "GREEN"}, "public", True),
        ({"when": "false"}, "public", False),
        ({"countries": ["KGZ"], "marking": "GREEN"}, "public", True),
    ],
)
def test_audience_and_marking_withhold_and_nothing_else_does(held, audience, is_withheld):
    made = content(paragraph(SECRET, line=7, **held))

    assert texts(made, audience=audience) == ({SECRET: str(at(7))} if is_withheld else {})


def test_what_carries_no_marking_has_that_of_the_project():
    made = content(paragraph(SECRET), of_project={"default_marking": "GREEN"})

    assert SECRET in texts(made)
    assert SECRET not in texts(made, audience="parliament")


def test_what_no_edition_of_this_date_has_is_not_allowed_either():
    blocks = (paragraph(SECRET, marking="RED"), paragraph("Later.", since="2022-10-04"))
    found = asked(content(*blocks, paragraph("Now.", since="2022-10-03")))

    assert "Now." in found.allowed
    assert "Later." not in found.allowed


def test_what_encloses_restricts_what_is_inside():
    inside = paragraph(SECRET, marking="CLEAR", audiences=["public"])

    assert SECRET in texts(content(box(inside, marking="AMBER")))
    assert SECRET in texts(content(bullets(item(inside, audiences=["staff"]))))
    assert SECRET in texts(content(box(box(inside)), conditions=conditions(marking="RED")))


def test_nothing_is_forbidden_where_nothing_is_withheld():
    assert asked(content(paragraph(SECRET))) == Forbidden((), ())


def test_the_same_question_gives_the_same_object():
    made = content(paragraph(SECRET, marking="RED"))

    assert asked(made) is asked(made)
    assert asked(made) is not asked(made, place="KGZ")


# --- what counts as a text -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "block",
    [
        heading(SECRET, marking="RED"),
        bullets(item(paragraph(SECRET)), marking="RED"),
        bullets(item(paragraph(SECRET), marking="RED")),
        box(paragraph(SECRET), kind="key-messages", marking="RED"),
        p.Quote((paragraph(SECRET),), attributes(marking="RED"), at()),
        paragraph([*words("It is said that "), span(SECRET, marking="RED")]),
        paragraph([p.Footnote(words(SECRET), at())], marking="RED"),
        paragraph([link("https://example.org/x", SECRET)], marking="RED"),
        paragraph([p.Emphasis((span(SECRET, audiences=["staff"]),))]),
    ],
)
def test_a_withheld_text_is_forbidden_wherever_it_stands(block):
    assert SECRET in texts(content(block))


def test_emphasis_splits_no_text():
    inlines = [
        *words("the envoys "), p.Strong(words("met")), p.Emphasis(words(" at the ")),
        link("https://example.org/harbour", "quiet harbour"),
    ]  # fmt: skip

    assert list(texts(content(paragraph(inlines, marking="RED")))) == [
        "https://example.org/harbour", SECRET,
    ]  # fmt: skip


def test_what_data_or_a_note_puts_in_splits_a_text():
    inlines = [
        *words("the envoys of {{ country.name }} met"), citation("a-2019"), *words(" at the "),
        p.Footnote(words("Or at dawn."), at(1, 30)), *words("quiet harbour"),
    ]  # fmt: skip

    made = content(paragraph(inlines, marking="RED"))
    assert f"the envoys of {GAP} met{GAP} at the {GAP}quiet harbour" in texts(made)
    assert "Or at dawn." in texts(made)


def test_texts_inside_expressions_are_words_too():
    made = content(
        paragraph("they {{ 'met in secret' if has('aid') else \"did not\" }}", marking="RED")
    )

    assert list(texts(made)) == [f"they {GAP}met in secret{GAP}did not{GAP}"]


def test_a_row_of_a_table_is_one_text():
    def row(*cells: str, **given):
        held = attributes(**given)
        return p.Row(tuple(p.Cell(words(cell), at()) for cell in cells), held, at())

    rows = (row("Kazakhstan", "Aktau"), row("Kyrgyzstan", "Naryn", marking="RED"))
    made = content(p.TableBlock(("left",) * 2, (row("Country", "Port"),), rows, p.PLAIN, at()))

    assert [text.strip() for text in texts(made)] == ["Kyrgyzstan Naryn"]


def test_a_section_is_withheld_with_its_title_and_name():
    closed = section("closed-talk", paragraph(SECRET), title="What was said", marking="AMBER")
    made = content(placed("section", "closed-talk"), sections=[closed])

    where = "content/sections/closed-talk.md:1:1"
    assert texts(made) == {"What was said": where, SECRET: str(at()), "closed-talk": where}


def test_a_section_that_is_not_placed_is_withheld_all_the_same():
    closed = section("closed-talk", paragraph(SECRET), marking="AMBER")

    assert SECRET in texts(content(sections=[closed]))


def test_a_section_that_is_placed_inside_something_withheld_is_withheld():
    made = content(
        placed("section", "talk", marking="RED"), sections=[section("talk", paragraph(SECRET))]
    )

    assert SECRET in texts(made)


def test_charts_and_tables_are_withheld_with_all_their_words():
    closed = chart(
        "closed-chart", bars("KAZ", reference=s.Comparison(2.0, "The agreed ceiling")),
        title="A headline", subtitle="A measure", note="A remark", marking="RED",
    )  # fmt: skip
    hidden = table(
        "closed-table", ("Column head", "mil-exp", "value"), title="Table title",
        note="Table note", audiences=["staff"],
    )  # fmt: skip
    made = content(placed("chart", "closed-chart"), charts=[closed], tables=[hidden])

    assert set(texts(made)) == {
        "A headline", "A measure", "A remark", "The agreed ceiling", "closed-chart",
        "Table title", "Table note", "Column head", "closed-table", "n/a",
    }  # fmt: skip


def printed(*numbers: str, after: str = "") -> str:
    """Whole numbers in all ways, with the decimals by which charts tell figures apart."""
    zeros = ("", ".0", ".00", ".000")
    afters = (after, after.removesuffix("s")) if after else ("",)
    texts = [
        f"{one.replace('–', more + '–')}{more}{end}"
        for more in zeros
        for one in numbers
        for end in afters
    ]
    return GAP.join(texts)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (16.0, "16"),
        (227.0, printed("227", after=" deaths")),
        (14523.0, printed("14523", "14,523", "14 523")),
        (Amount(6.0, 8.0), f"6{GAP}8"),
        (Amount(16.0, 18.0), printed("16–18", after=" deaths")),
        (Amount(216.0, 218.0), printed("216", after=" deaths")
         + GAP + printed("218", after=" deaths") + GAP + printed("216–218")),
        (Amount(None, 2345.0), printed("2345", "2,345", "2 345", after=" deaths")),
        (1000.0, "1000"),
    ],
)  # fmt: skip
def test_a_withheld_figure_is_forbidden_as_far_as_it_is_distinctive(value, expected):
    made = content(readings=[reading("deaths", "KAZ", value, line=4, marking="RED")])

    (found,) = [text for text in texts(made) if text[0].isdigit()]
    apart = [text for text in found.split(GAP) if "stan " not in text]
    assert GAP.join(apart) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (16.0, set()),
        (227.0, {"227.0", "227.00", "227.000"}),
        (2019.0, {"2,019", "2 019", "2019.0", "2,019.0", "2 019.0"}),
        (2345.0, {"2345", "2,345", "2 345", "2345.0", "2,345.0", "2 345.0"}),
        (Amount(16.0, 18.0), {"16.0–18.0", "16.00–18.00"}),
    ],
)
def test_a_figure_that_is_no_page_or_year_is_known_behind_the_name_of_its_place(value, expected):
    made = content(readings=[reading("deaths", "KAZ", value, line=4, marking="RED")])

    stretches = {each for text in texts(made) for each in text.split(GAP)}
    for name in ("Kazakhstan", "Kasachstan"):
        found = {text.removeprefix(f"{name} ") for text in stretches if text.startswith(name)}
        assert found >= expected
        assert bool(found) is bool(expected)
        assert found.isdisjoint({"227", "2019", "16–18"})


def test_many_words_of_a_unit_do_not_hide_what_has_few():
    long = Unit("deaths", "{value} cubic metres of water a year", "", "{value} m³", "m³", False)
    made = content(readings=[reading("deaths", "KAZ", 227.5, line=4, marking="RED")])
    made = replace(made, units={**made.units, "deaths": long})

    needles = needles_for(asked(made))
    assert ("227.5", "m", "3") in {one for several in needles.shorts.values() for one in several}
    assert ("227.5", "cubic", "metres", "of", "water") in needles.runs


@pytest.mark.parametrize("value", [16.0, 1000.0, Amount(6.0, 8.0)])
def test_a_withheld_figure_that_is_too_short_is_told_and_not_searched_for(value):
    made = content(readings=[reading("deaths", "KAZ", value, line=4, marking="RED")])

    found = [(one.where.line, one.reason) for one in find_unprovable(asked(made))]
    assert (4, "it is too short to be searched for") in found
    needles = needles_for(asked(made))
    assert not any(word[0].isdigit() for word in needles.shorts)


def test_the_doubt_about_a_withheld_figure_is_withheld():
    closed = replace(reading("deaths", "KAZ", 3.0, marking="RED"), doubt="The count is disputed.")

    assert "The count is disputed." in texts(content(readings=[closed]))


def test_a_source_that_only_withheld_text_cites_is_withheld():
    made = content(
        paragraph([*words("Open."), citation("a-2019")]),
        paragraph([*words("Closed."), citation("a-2019"), citation("c-2021", 3)], marking="RED"),
        readings=[],
    )
    sources = {**SOURCES, "c-2021": Source("c-2021", {"title": "Third", "DOI": "10.1/3"}, at())}

    found = texts(replace(made, sources=sources))
    assert found.keys() == {f"Closed.{GAP}{GAP}", "Third", "10.1/3", "c-2021"}


def test_a_plain_word_that_allowed_texts_use_is_no_secret_name():
    made = content(
        paragraph("The talk went on."),
        sections=[section("talk", paragraph(SECRET), marking="RED")],
    )

    assert "talk" not in texts(made)


# --- what is allowed -----------------------------------------------------------------------------


def test_what_the_audience_may_see_is_allowed_with_gaps_for_data():
    made = content(
        paragraph("{{ country.name }} spends {{ figure('mil-exp') }} on its army"),
        paragraph(SECRET, marking="RED"),
    )

    assert f"{GAP}{GAP[:0]} spends {GAP} on its army" in asked(made).allowed


@pytest.mark.parametrize(
    "said",
    [
        "Kazakhstan spends 1.1% of GDP on its army",
        "Kazakhstan spends 1.1 percent",
        "In January 2022 there were 227 deaths in Kazakhstan",
        "Military aid of US$14.5 million went to Kyrgyzstan",
        "for members of the general public in October 2022",
        "Kazakhstan, Kyrgyzstan and Uzbekistan, in Central Asia",
    ],
)
def test_what_data_print_is_not_mistaken_for_a_secret(said):
    made = content(
        paragraph("{{ country.name }} spends {{ figure('mil-exp') }} on its army"),
        paragraph("In {{ period('deaths') }} there were {{ figure('deaths') }} in {{ name(x) }}"),
        paragraph("Military aid of {{ figure('aid', 'KGZ') }} went to {{ name('KGZ') }}"),
        paragraph("for members of the {{ audience.name }} in {{ edition.label }}"),
        paragraph("{{ name('KAZ') }}, {{ name('KGZ') }} and {{ name('UZB') }}, in {{ name(x) }}"),
        paragraph(said, line=9, marking="RED"),
    )  # fmt: skip

    expected = [] if said.endswith("percent") else [at(9)]
    assert [text.where for text in find_unprovable(asked(made))] == expected


def test_what_is_for_another_country_is_not_allowed_in_this_brief():
    made = content(
        paragraph(SECRET, countries=["KGZ"]),
        paragraph("met at the quiet harbour again", line=2, marking="RED"),
    )

    assert needles_for(asked(made)).runs
    assert ("met", "at", "the", "quiet", "harbour") in needles_for(asked(made)).runs
    assert ("met", "at", "the", "quiet", "harbour") not in needles_for(
        asked(made, place="KGZ")
    ).runs
    assert ("met", "at", "the", "quiet", "harbour") not in needles_for(asked(made, place=None)).runs


def test_a_span_under_a_condition_may_be_there_or_not():
    inlines = [*words("the envoys "), span("never ", when="has('aid')"), *words("met at dawn")]
    made = content(paragraph(inlines), paragraph("anything else", marking="RED"))

    allowed = asked(made).allowed
    assert "the envoys met at dawn" in allowed
    assert "the envoys never met at dawn" in allowed


def test_a_withheld_span_leaves_the_rest_of_its_paragraph_allowed():
    made = content(
        paragraph([*words("They met "), span("in secret ", marking="RED"), *words("at dawn")])
    )

    assert "They met at dawn" in asked(made).allowed
    assert list(texts(made)) == ["in secret "]


def test_what_is_shown_elsewhere_is_not_told_to_be_unprovable_but_equal_words_are():
    made = content(
        placed("section", "talk"), placed("section", "talk", marking="RED"),
        paragraph(SECRET, line=9, marking="RED"),
        sections=[section("talk", paragraph(SECRET, line=5))],
    )  # fmt: skip

    assert [text.where for text in find_unprovable(asked(made))] == [at(9)]
    assert at(5) in [text.where for text in asked(made).texts]


def test_a_repeat_is_no_reason_to_miss_a_text():
    made = content(paragraph(SECRET, repeat="peer in countries('KAZ', 'KGZ')", marking="RED"))

    assert SECRET in texts(made)


# --- random nesting, against a rule of one line --------------------------------------------------

HELD = st.builds(
    conditions,
    audiences=st.none() | st.frozensets(st.sampled_from(sorted(AUDIENCES)), max_size=2),
    countries=st.none() | st.just(["KAZ"]),
    marking=st.none() | st.sampled_from(MARKINGS),
)


def leaves() -> st.SearchStrategy:
    return st.tuples(st.just("text"), HELD, st.just(()))


KINDS = (
    "box", "list", "section", "span", "definitions", "term", "columns", "sheet", "front matter",
    "quote", "table", "head", "picture",
)  # fmt: skip


TREES = st.recursive(
    leaves(),
    lambda inner: st.tuples(st.sampled_from(KINDS), HELD, st.lists(inner, max_size=3)),
    max_leaves=12,
)


class _Grown:
    """A document grown from trees, and which of its texts are open to whom."""

    def __init__(self, trees, default: str) -> None:
        self._number = count()
        self._sections: list[c.Section] = []
        self._pictures: list[c.PictureSpec] = []
        self._clearance = {key: MARKINGS.index(a.clearance) for key, a in AUDIENCES.items()}
        self._default = default
        self.open_to: dict[str, set[str]] = {}
        blocks = [self._block(tree, set(AUDIENCES)) for tree in trees]
        self.content = content(
            *blocks,
            sections=self._sections,
            pictures=self._pictures,
            of_project={"default_marking": default},
        )

    def _seers(self, held: p.Conditions, before: set[str]) -> set[str]:
        rank = MARKINGS.index(held.marking or self._default)
        named = set(AUDIENCES) if held.audiences is None else set(held.audiences)
        return {key for key in before & named if rank <= self._clearance[key]}

    def _text(self, seers: set[str]) -> str:
        text = f"number{'abcdefghij'[next(self._number) % 10] * (next(self._number) + 1)}"
        self.open_to[text] = seers
        return text

    def _block(self, tree, before: set[str]) -> p.Block:
        kind, held, inner = tree
        outer = self._seers(p.ALWAYS, before)  # the block itself carries no marking
        seers = self._seers(held, before)
        given = p.Attributes(conditions=held)
        match kind:
            case "text":
                return p.Paragraph(words(self._text(seers)), given, at())
            case "span":
                children = words(self._text(self._seers(held, outer)))
                return p.Paragraph((p.Span(children, given, at()),), p.PLAIN, at())
            case "box":
                return p.Box("box", tuple(self._block(t, seers) for t in inner), given, at())
            case "list":
                items = tuple(
                    p.ListItem((self._block(t, self._seers(p.ALWAYS, seers)),), p.PLAIN, at())
                    for t in inner
                )
                return p.ListBlock(None, items, given, at())
            case "definitions" | "term":
                of_item = given if kind == "term" else p.PLAIN
                within = self._seers(of_item.conditions, outer if kind == "term" else seers)
                around = p.PLAIN if kind == "term" else given
                said = tuple(self._block(t, within) for t in inner)
                item = p.Definition(words(self._text(within)), said, of_item, at())
                return p.DefinitionList((item,), around, at())
            case "columns":
                return p.Columns(2, tuple(self._block(t, seers) for t in inner), given, at())
            case "front matter":
                return p.FrontMatter(tuple(self._block(t, seers) for t in inner), given, at())
            case "quote":
                return p.Quote(tuple(self._block(t, seers) for t in inner), given, at())
            case "sheet":
                name = self._picture(p.ALWAYS, self._seers(p.ALWAYS, seers))
                blocks = tuple(self._block(t, seers) for t in inner)
                return p.Sheet("cover", name, blocks, given, at())
            case "picture":
                name = self._picture(held, self._seers(held, outer))
                return p.Placement("picture", name, p.PLAIN, at())
            case "table" | "head":
                return self._table(kind, given, outer)
            case _:
                name = f"section-{next(self._number)}"
                within = self._seers(held, outer)
                blocks = tuple(self._block(t, within) for t in inner)
                title, short = words(self._text(within)), words(self._text(within))
                self._sections.append(c.Section(name, title, (), blocks, held, PROJECT, short))
                return p.Placement("section", name, p.PLAIN, at())

    def _picture(self, held: p.Conditions, seers: set[str]) -> str:
        name = f"picture-{next(self._number)}"
        said: dict[str, Any] = {
            key: self._text(seers) for key in ("alt", "title", "note", "credit")
        }
        self._pictures.append(replace(picture(name, **said), conditions=held))
        return name

    def _table(self, kind: str, given: p.Attributes, outer: set[str]) -> p.Block:
        """A table of which the one row, or else the head and so all of it, has conditions."""
        open_to = self._seers(given.conditions, outer)
        of_table = open_to if kind == "head" else outer
        rows = [
            p.Row((p.Cell(words(self._text(seers)), at()),), held, at())
            for seers, held in (
                (of_table, given if kind == "head" else p.PLAIN),
                (open_to, p.PLAIN if kind == "head" else given),
            )
        ]
        title, note = words(self._text(of_table)), words(self._text(of_table))
        return p.TableBlock(("left",), (rows[0],), (rows[1],), p.PLAIN, at(), title, note)


@settings(max_examples=150, deadline=None)
@given(st.lists(TREES, max_size=4), st.sampled_from(MARKINGS[:3]))
def test_a_text_is_forbidden_to_exactly_those_who_may_not_see_it(trees, default):
    grown = _Grown(trees, default)
    for audience in AUDIENCES:
        withheld = asked(grown.content, audience=audience).texts
        found = {each.strip() for text in withheld for each in text.text.split(GAP)}
        doc_open = MARKINGS.index(default) <= MARKINGS.index(AUDIENCES[audience].clearance)

        for text, seers in grown.open_to.items():
            assert (text in found) is not (audience in seers and doc_open)


def test_the_random_documents_hold_all_kinds_of_text():
    found = set()

    @settings(max_examples=300, deadline=None, derandomize=True)
    @given(st.lists(TREES, max_size=4))
    def gather(trees):
        blocks = _Grown(trees, "CLEAR").content.documents["brief"].blocks
        found.update(type(block) for block in blocks)
        found.update(block.kind for block in blocks if isinstance(block, p.Placement))

    gather()
    in_other_tests = {p.Heading, p.Listing}
    assert found >= {*get_args(p.Block), "section", "picture"} - in_other_tests


def test_expressions_are_read_without_jinja():
    import subprocess
    import sys

    script = "import sys, briefing.proof; print('jinja2' in sys.modules, 'babel' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )

    assert said.stdout.split() == ["False", "False"]
    assert expression("'a'").source
