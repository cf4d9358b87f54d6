"""markdown-it, made to read briefing's Markdown and to remember columns.

Its block rules are CommonMark's with tables and `block_rules`, its inline rules CommonMark's with
`rules` before them. What is not printed here is parsed all the same, so that it can be refused with
its place.
"""

import re
from collections.abc import Callable, MutableMapping
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.balance_pairs import link_pairs
from markdown_it.rules_inline.emphasis import postProcess as pairEmphasis
from markdown_it.token import Token

from briefing.load.markdown.block_rules import attributes, box, definitions

NESTING = 100
"""Levels of markdown-it; it drops what lies deeper, and `blocks` refuses far less."""

Env = MutableMapping[str, Any]
Rule = Callable[["State", bool], bool]

# Where plain words end. `]` stops there for the sake of markdown-it's search for a label's end.
_SIGNS = re.compile(r"[\n\\`*_\[\]<&{}]|!(?=\[)|\^(?=\[)|@(?=\w)")


class State(StateInline):
    """The state of an inline parser; ``meta["at"]`` of a token is the offset of its first sign."""

    def __init__(self, src: str, md: MarkdownIt, env: Env, outTokens: list[Token]) -> None:  # noqa: N803
        super().__init__(src, md, env, outTokens)
        self._began = 0
        self._at = -1
        self._again = 0

    def take(self, end: int) -> None:
        """Take what stands between the position and `end` as words."""
        if not self.pending:
            self._began = self.pos
        self.pending += self.src[self.pos : end]
        self.pos = end

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Push a token; words that follow from one position are marks of one sign each."""
        token = super().push(ttype, tag, nesting)
        at = self.pos
        if ttype == "text":
            self._again = self._again + 1 if self._at == at else 0
            self._at = at
            at += self._again
        token.meta["at"] = at
        return token

    def pushPending(self) -> Token:  # noqa: N802
        """Push the words that were taken."""
        token = super().pushPending()
        token.meta["at"] = self._began
        return token

    def refuse(self, silent: bool, at: int, message: str, hint: str) -> None:
        """Take down what is not read here, once."""
        if not silent:
            self.env["refuse"](at, message, hint)


class InlineParser(ParserInline):
    """Chooses rules by the sign at which they begin, which is faster than asking all of them."""

    def __init__(self, rules: dict[str, tuple[Rule, ...]]) -> None:
        super().__init__()
        self._rules = rules

    def tokenize(self, state: StateInline) -> None:
        """Go through the text."""
        assert isinstance(state, State)
        src, end, search, rules = state.src, state.posMax, _SIGNS.search, self._rules
        while state.pos < end:
            pos = state.pos
            sign = search(src, pos, end)
            stop = sign.start() if sign else end
            if stop > pos:
                state.take(stop)
                continue
            if state.level >= NESTING:
                state.refuse(False, pos, f"nested more than {NESTING} deep", "")
                state.pos = end
                break
            for rule in rules.get(src[pos], ()):
                if rule(state, False):
                    break
            else:
                state.take(pos + 1)
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        """Go past the token at the position."""
        assert isinstance(state, State)
        src, pos = state.src, state.pos
        known = state.cache.get(pos)
        if known is not None:
            state.pos = known
            return
        sign = _SIGNS.search(src, pos, state.posMax)
        stop = sign.start() if sign else state.posMax
        if stop > pos:
            state.pos = stop
        elif state.level >= NESTING:
            state.pos = state.posMax
        else:
            state.level += 1
            if not any(rule(state, True) for rule in self._rules.get(src[pos], ())):
                state.pos = pos + 1
            state.level -= 1
        state.cache[pos] = state.pos

    def parse(self, src: str, md: MarkdownIt, env: Env, tokens: list[Token]) -> list[Token]:
        """Give the tokens of a text, emphasis paired."""
        state = State(src, md, env, tokens)
        self.tokenize(state)
        if state.delimiters or len(state.tokens) > 1:
            link_pairs(state)
            pairEmphasis(state)
        return state.tokens


class Parser(MarkdownIt):
    """A parser for briefing's Markdown."""

    def __init__(self, rules: dict[str, tuple[Rule, ...]]) -> None:
        super().__init__("commonmark", {"maxNesting": NESTING})
        self.enable("table")
        self.inline = InlineParser(rules)
        ruler = self.block.ruler
        ruler.before("table", "attributes", attributes, {"alt": []})
        ruler.before("table", "box", box, {"alt": ["paragraph", "blockquote", "list"]})
        ruler.before("lheading", "definitions", definitions, {"alt": ["paragraph", "blockquote"]})

    def blocks(self, text: str, env: Env) -> list[Token]:
        """Parse blocks; inline tokens keep their text unparsed."""
        tokens: list[Token] = []
        self.block.parse(text, self, env, tokens)
        return tokens

    def inlines(self, text: str, env: Env) -> list[Token]:
        """Parse the text of one block."""
        return self.inline.parse(text, self, env, [])

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        """Let every address through: `tree` refuses with a place what leads nowhere."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Leave addresses as they are until they have been looked at."""
        return url

    def encoded(self, url: str) -> str:
        """Encode an address as a URI."""
        return super().normalizeLink(url)
