"""The block rules that CommonMark does not have: boxes, lines of attributes, definition lists.

Each gets the state, the first line and the one behind the last that it may take, and whether it is
only asked if it would begin there; it says whether it applies.
"""

import re

from markdown_it.rules_block import StateBlock

from briefing.load.markdown.braces import end_of_braces

_FENCE = re.compile(r"(?P<colons>:{3,})(?P<info>.*)")
_OPENING = re.compile(r"(?:[ \t>]|[-+*][ \t]|[0-9]{1,9}[.)][ \t]|:[ \t])*:{3,}[ \t]*[^: \t]")
_CLOSING = re.compile(r"[ \t>]*:{3,}[ \t]*")
_ATTRIBUTES = re.compile(r"\{(?!\{|%|#[ \n]).*\}[ \t]*")
_MOST_INDENT = 4  # columns behind the colon of a definition, as behind the marker of a list


def box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a group of blocks between lines of colons; groups may stand in one another."""
    opening = _FENCE.fullmatch(_line(state, start))
    if opening is None or state.is_code_block(start):
        return False
    if silent:
        return True
    close = _closing(state, start, end)
    token = state.push("box_open", "", 1)
    token.info, token.markup = opening["info"], opening["colons"]
    token.map = [start, close]
    token.meta["closed"] = close < end and _CLOSING.fullmatch(_line(state, close)) is not None
    kind, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", close  # no paragraph runs on past the end
    state.md.block.tokenize(state, start + 1, close)
    state.parentType, state.lineMax = kind, limit
    state.push("box_close", "", -1)
    state.line = close + (1 if token.meta["closed"] else 0)
    return True


def _closing(state: StateBlock, start: int, end: int) -> int:
    """Find the line of colons that closes the box, or the line at which all around it ends."""
    depth = 1
    for line in range(start + 1, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return line
        if _OPENING.match(_line(state, line)):
            depth += 1
        elif _CLOSING.fullmatch(_line(state, line)):
            depth -= 1
            if depth == 0:
                return line
    return end


def attributes(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    """Read a line that holds attributes alone."""
    line = _line(state, start)
    if not _is_attributes(line) or state.is_code_block(start):
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.content = line.rstrip()
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def _is_attributes(line: str) -> bool:
    """Say whether a line is one pair of braces, whatever stands in them."""
    if line[:1] != "{" or not _ATTRIBUTES.fullmatch(line):
        return False
    return end_of_braces(line, 0) == len(line.rstrip())


def definitions(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read terms of one line each, what is said of them below, behind a colon.

    It never ends a paragraph, but that of a definition above it.
    """
    if silent:
        if not 0 <= state.sCount[start] < state.ddIndent:
            return False
        below = start + 1 < end and state.sCount[start + 1] < state.ddIndent
        return _has_colon(state, start) or (below and _has_colon(state, start + 1))
    if not _is_term(state, start, end):
        return False
    token = state.push("definitions_open", "", 1)
    token.map = [start, start + 1]
    line = start
    while line < end and (line == start or _goes_on(state, line, end)):
        term = state.push("term", "", 0)
        term.content = _line(state, line).rstrip()
        term.map = [line, line + 1]
        line += 1
        while _defines(state, line, end):
            line = _definition(state, line, end)
    state.push("definitions_close", "", -1)
    state.line = line
    return True


def _is_term(state: StateBlock, line: int, end: int) -> bool:
    """Say whether a line is a term, unless it begins something else."""
    return _defines(state, line + 1, end) and not _defines(state, line, end)


def _goes_on(state: StateBlock, line: int, end: int) -> bool:
    """Say whether one more term stands in a line, and nothing else begins there."""
    if state.sCount[line] < state.blkIndent or not _is_term(state, line, end):
        return False
    if state.is_code_block(line) or _is_attributes(_line(state, line)):
        return False
    others = state.md.block.ruler.getRules("paragraph")
    return not any(rule(state, line, end, True) for rule in others if rule is not definitions)


def _defines(state: StateBlock, line: int, end: int) -> bool:
    """Say whether a line begins with the colon of a definition."""
    if line >= end or not 0 <= state.sCount[line] - state.blkIndent < _MOST_INDENT:
        return False
    return _has_colon(state, line)


def _has_colon(state: StateBlock, line: int) -> bool:
    at = state.bMarks[line] + state.tShift[line]
    return state.src.startswith(":", at) and state.src[at + 1 : at + 2] in (" ", "\t", "\n", "")


def _definition(state: StateBlock, line: int, end: int) -> int:
    """Read what stands behind a colon and indented below it; give the line behind it."""
    at, column = _behind_colon(state, line)
    first = state.sCount[line] + 1
    indent = column - first if at < state.eMarks[line] else 1
    state.push("definition_open", "", 1).map = [line, line + 1]
    before = state.tShift[line], state.sCount[line], state.blkIndent, state.ddIndent
    kind = state.parentType
    state.tShift[line], state.sCount[line] = at - state.bMarks[line], column
    state.blkIndent = state.ddIndent = first + (indent if indent <= _MOST_INDENT else 1)
    state.parentType = "container"
    state.md.block.tokenize(state, line, end)
    state.tShift[line], state.sCount[line], state.blkIndent, state.ddIndent = before
    state.parentType = kind
    state.push("definition_close", "", -1)
    return state.line


def _behind_colon(state: StateBlock, line: int) -> tuple[int, int]:
    """Give the offset and the column of what stands behind the colon and its blanks."""
    at = state.bMarks[line] + state.tShift[line] + 1
    column = state.sCount[line] + 1
    while at < state.eMarks[line] and state.src[at] in " \t":
        tab = 4 - (column + state.bsCount[line]) % 4
        column += tab if state.src[at] == "\t" else 1
        at += 1
    return at, column


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
