"""What `briefing.load` takes from inside markdown-it; a new version that differs fails here."""

from types import SimpleNamespace

import pytest
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core.smartquotes import process_inlines
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from briefing.load.markdown.block_rules import definitions
from briefing.load.markdown.inlines import PARSER


def env():
    return {"references": {}, "refuse": lambda *_: None}


def test_every_token_is_pushed_through_the_two_methods_that_note_places():
    tokens = PARSER.inlines("a *b* **c** [d](e) <https://f.g> \\h\n&amp;  \n[i]{lang=ru}", env())

    assert all("at" in token.meta for token in tokens)
    assert {"push", "pushPending"} <= vars(StateInline).keys()


def test_pairs_of_marks_become_emphasis_in_place():
    tokens = PARSER.inlines("*a* **b**", env())

    assert [token.type for token in tokens if token.nesting] == [
        "em_open", "em_close", "strong_open", "strong_close",
    ]  # fmt: skip
    assert [token.meta["at"] for token in tokens if token.content] == [1, 3, 6]


def test_every_block_has_its_lines():
    text = "## a\n\nb\nc\n\n- d\n\n> e\n\n| f |\n|---|\n| g |\n"
    tokens = PARSER.blocks(text, env())

    maps = {t.type: t.map for t in tokens if t.type.endswith("_open") and t.type != "tr_open"}
    assert maps | {"td_open": None, "th_open": None} == {
        "heading_open": [0, 1], "paragraph_open": [7, 8], "bullet_list_open": [5, 7],
        "list_item_open": [5, 7], "blockquote_open": [7, 8], "table_open": [9, 12],
        "thead_open": [9, 10], "tbody_open": [11, 12], "th_open": None, "td_open": None,
    }  # fmt: skip


def test_a_paragraph_keeps_the_ends_of_its_lines():
    (inline,) = [t for t in PARSER.blocks("> - a  b \n>   c\nd", env()) if t.type == "inline"]

    assert [line.rstrip() for line in inline.content.split("\n")] == ["a  b", "c", "d"]


def test_block_rules_can_be_put_before_the_table():
    names = [rule.name for rule in ParserBlock().ruler.__rules__]

    assert names[0] == "table"
    assert "lheading" in names


@pytest.mark.parametrize("marks", ["“”‘’", ("«\u202f", "\u202f»", "“", "”")])
def test_quotation_marks_ask_nothing_but_the_marks(marks):
    token = Token("text", "", 0, content="\"a\" 'b'")
    state = SimpleNamespace(md=SimpleNamespace(options=SimpleNamespace(quotes=marks)))
    process_inlines([token], state)

    assert token.content == f"{marks[0]}a{marks[1]} {marks[2]}b{marks[3]}"


def test_a_paragraph_of_a_definition_asks_our_rule_where_it_ends():
    ruler = PARSER.block.ruler
    names = [rule.name for rule in ruler.__rules__]
    state = StateBlock("a\n", PARSER, env(), [])

    assert definitions in ruler.getRules("paragraph")
    assert definitions in ruler.getRules("blockquote")
    assert names.index("definitions") < names.index("lheading") < names.index("paragraph")
    assert state.ddIndent == -1  # markdown-it's own rules do not use it


@pytest.mark.parametrize("source", ["[a](b)", "<mailto:b>"])
def test_addresses_are_looked_at_by_the_methods_of_the_parser_alone(monkeypatch, source):
    asked = []
    monkeypatch.setattr(type(PARSER), "validateLink", lambda _, url: asked.append(url) or True)
    monkeypatch.setattr(type(PARSER), "normalizeLink", lambda _, url: f"<{url}>")
    (link, *_) = PARSER.inlines(source, env())

    assert asked
    assert link.attrs["href"] == f"<{source.strip('<>') if source[0] == '<' else 'b'}>"


def test_the_end_of_a_label_is_sought_with_our_way_past_a_token(monkeypatch):
    passed = []
    skip = type(PARSER.inline).skipToken
    monkeypatch.setattr(
        type(PARSER.inline),
        "skipToken",
        lambda self, state: (passed.append(state.pos), skip(self, state)),
    )
    PARSER.inlines("[a *b*](c)", env())

    assert passed[0] == 1


def test_what_is_passed_is_kept_by_its_place():
    state = StateInline("[a](b)", PARSER, env(), [])

    assert state.cache == {}
    assert (state.pos, state.posMax, state.level, state.pending) == (0, 6, 0, "")
    assert state.delimiters == []


def test_blocks_leave_their_texts_unparsed():
    tokens = PARSER.blocks("*a*\n", env())

    assert [(t.type, t.content, t.children) for t in tokens if t.content] == [("inline", "*a*", [])]
