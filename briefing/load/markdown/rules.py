"""The inline rules, by the sign at which they begin.

Each gets the state and whether it is only asked how far it reaches, and says whether it applies.
"""

import re

from markdown_it.rules_inline import autolink, entity, escape, link, newline
from markdown_it.rules_inline.emphasis import tokenize as emphasis
from markdown_it.token import Token

from briefing.load.markdown.braces import end_of_braces
from briefing.load.markdown.parser import Rule, State

_BRACKETS = re.compile(r"\[(?P<body>[^\[\]]*)\](?!\()")
_BRACE = re.compile(r"\{(?!\{)")
_WORDLESS = re.compile(r"\[\s*\]")
_CITED = re.compile(r"(?:^|[\s;(-])@[\w{]")
_TARGET = re.compile(r"\([^()]*\)")
_TAG = re.compile(r"<(?:[/!?]?[A-Za-z][^<>]*|!--.*?--)>", re.DOTALL)
_CODE = re.compile(r"(`+)(?:.*?[^`]\1(?!`))?", re.DOTALL)


def worded(state: State, silent: bool) -> bool:
    """``{{ expression }}``."""
    if not state.src.startswith("{{", state.pos):
        return False
    end = state.src.find("}}", state.pos, state.posMax)
    if end < 0:
        hint = "end it with }} before the next blank line, and close what is in quotes"
        state.refuse(silent, state.pos, "'{{' is not closed", hint)
        state.pos = state.posMax
        return True
    if not silent:
        token = state.push("worded", "", 0)
        token.content = "x"  # so that the quotation marks around it take it for a word
        token.meta["end"] = end
    state.pos = end + 2
    return True


def braces(state: State, silent: bool) -> bool:
    """Other braces, which belong to nothing."""
    src, pos = state.src, state.pos
    close = src.find("}", pos, state.posMax)
    if src.startswith("{%", pos):
        message = "statements are not read here"
        hint = 'write conditions and repeats as attributes: {if="…"} or {for="…"}'
    elif src.startswith(("{# ", "{#\n"), pos):
        message, hint = "comments are not read here", "leave it out"
    else:
        message = "the braces belong to nothing"
        hint = (
            "attributes stand on the line before a block, behind an empty line, first in a list"
            " item or term, last in a table row, at the end of a cell in its head, or right behind"
            " [words]; write \\{ for the sign"
        )
    state.refuse(silent, pos, message, hint)
    state.pos = pos + 1 if close < 0 else close + 1
    return True


def closing_brace(state: State, silent: bool) -> bool:
    """A brace that closes nothing."""
    hint = "write \\} for the sign"
    state.refuse(silent, state.pos, "this brace closes nothing", hint)
    state.pos += 1
    return True


def citation(state: State, silent: bool) -> bool:
    """``[see @key, p. 4; @other]``."""
    match = _BRACKETS.match(state.src, state.pos, state.posMax)
    if match is None or not _CITED.search(match["body"]):
        return False
    token = None if silent else state.push("citation", "", 0)
    if token is not None:
        token.meta["end"] = match.end() - 1
    state.pos = match.end()
    _take_braces(state, token)
    return True


def distant_note(state: State, silent: bool) -> bool:
    """``[^1]``, a note that stands elsewhere."""
    if not state.src.startswith("[^", state.pos):
        return False
    close = state.src.find("]", state.pos, state.posMax)
    hint = "write the note where it belongs: ^[An explanation.]"
    state.refuse(silent, state.pos, "notes that stand elsewhere are not read here", hint)
    state.pos = state.posMax if close < 0 else close + 1
    return True


def span(state: State, silent: bool) -> bool:
    """``[words]{attributes}``."""
    begin, limit = state.pos, state.posMax
    close = state.md.helpers.parseLinkLabel(state, begin)
    if close < 0 or not _BRACE.match(state.src, close + 1, limit):
        return False
    if not silent:
        state.pos, state.posMax = begin + 1, close
        opening = state.push("span_open", "", 1)
        opening.meta["braces"] = close + 1
        state.md.inline.tokenize(state)
        state.push("span_close", "", -1)
    state.pos, state.posMax = end_of_braces(state.src[:limit], close + 1), limit
    return True


def reference(state: State, silent: bool) -> bool:
    """``[](#id){.page}``: a link, and what it shows where it has no words of its own."""
    begin, before = state.pos, len(state.tokens)
    if not link(state, silent):
        return False
    opened = () if silent else state.tokens[before:]
    opening = next((each for each in opened if each.type == "link_open"), None)
    if opening is not None and _WORDLESS.match(state.src, begin, state.posMax):
        opening.meta["empty"] = True
    if opening is None or "empty" in opening.meta or str(opening.attrs["href"])[:1] == "#":
        _take_braces(state, opening)
    return True


def _take_braces(state: State, token: Token | None) -> None:
    """Let braces right behind something be its own."""
    if not _BRACE.match(state.src, state.pos, state.posMax):
        return
    if token is not None:
        token.meta["braces"] = state.pos
    state.pos = end_of_braces(state.src[: state.posMax], state.pos)


def broken_link(state: State, silent: bool) -> bool:
    """``[words](what is no address)``."""
    close = state.md.helpers.parseLinkLabel(state, state.pos)
    if close < 0 or state.src[close + 1 : close + 2] != "(":
        return False
    hint = "an address has no spaces; write \\[ for the sign"
    state.refuse(silent, close + 2, "this is no address of a link", hint)
    state.pos = close + 2
    return True


def footnote(state: State, silent: bool) -> bool:
    """``^[An explanation.]``."""
    close = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if close < 0:
        state.refuse(silent, state.pos, "'^[' is not closed", "end the note with ]")
        state.pos = state.posMax
        return True
    token = None if silent else state.push("footnote", "", 0)
    if token is not None:
        token.meta["end"] = close
    state.pos = close + 1
    _take_braces(state, token)
    return True


def image(state: State, silent: bool) -> bool:
    """``![words](address)``."""
    close = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    hint = 'place one that is kept in a file of its own: {{ picture("name") }}'
    if close < 0:
        hint = "write \\! for the sign before a link"
    state.refuse(silent, state.pos, "pictures are not read here", hint)
    state.pos = state.posMax if close < 0 else close + 1
    target = _TARGET.match(state.src, state.pos, state.posMax)
    state.pos = target.end() if target else state.pos
    return True


def code(state: State, silent: bool) -> bool:
    """Words between backticks."""
    match = _CODE.match(state.src, state.pos, state.posMax)
    assert match is not None  # the rule begins at a backtick
    hint = "leave the backticks out, or write \\` for the sign"
    state.refuse(silent, state.pos, "code is not printed here", hint)
    state.pos = match.end()
    return True


def tag(state: State, silent: bool) -> bool:
    """HTML."""
    match = _TAG.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    hint = "write Markdown, or \\< for the sign"
    state.refuse(silent, state.pos, f"HTML is not read here: {match[0][:20]!r}", hint)
    state.pos = match.end()
    return True


def bare_key(state: State, silent: bool) -> bool:
    """``@key`` without brackets."""
    before = state.src[state.pos - 1 : state.pos]
    if before.isalnum() or before in ("_", "."):
        return False  # an e-mail address
    hint = "write [@key], or \\@ for the sign"
    state.refuse(silent, state.pos, "a citation stands in brackets", hint)
    state.pos += 1
    return True


RULES: dict[str, tuple[Rule, ...]] = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (code,),
    "*": (emphasis,),
    "_": (emphasis,),
    "[": (citation, distant_note, span, reference, broken_link),
    "!": (image,),
    "<": (autolink, tag),
    "&": (entity,),
    "^": (footnote,),
    "{": (worded, braces),
    "}": (closing_brace,),
    "@": (bare_key,),
}
