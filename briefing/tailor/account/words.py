"""What an account says of an item: its first words, and by which rule it is in."""

from collections.abc import Iterable, Iterator

from briefing.model.prose import (
    Block,
    Citation,
    Conditions,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Reference,
    Row,
    Text,
    Worded,
)
from briefing.tailor.rules.conditions import Rules, listed

_MOST_WORDS = 6
_MOST_SIGNS = 44
_CLOSING = ".,;:"


def first_words(inlines: Iterable[Inline]) -> str:
    """Give the first words of a text as its author wrote it, in one line."""
    words: list[str] = []
    said = ""
    for text in _texts(inlines):
        said += text
        words = said.split()
        if len(words) > _MOST_WORDS:
            break
    short = " ".join(words[:_MOST_WORDS])
    for sign in _CLOSING:  # which follow a citation
        short = short.replace(f" {sign}", sign)
    if len(short) > _MOST_SIGNS:
        return f"{short[:_MOST_SIGNS].rstrip()}…"
    return f"{short} …" if len(words) > _MOST_WORDS else short


def words_of_row(row: Row) -> str:
    """Give the first words of a row of a table."""
    return first_words([each for cell in row.own for each in (*cell.children, LineBreak())])


def words_of_block(block: Block) -> str:
    """Give the first words of a heading or paragraph; of other blocks, what is in them says it."""
    return first_words(block.children) if isinstance(block, Heading | Paragraph) else ""


def words_of_blocks(blocks: Iterable[Block]) -> str:
    """Give the first words of what begins with a heading or paragraph."""
    for block in blocks:
        return words_of_block(block)
    return ""


def why_in(conditions: Conditions, rules: Rules) -> str:
    """Say which conditions let an item in: ``unmarked, CLEAR by default ≤ GREEN``."""
    if conditions.marking:
        parts = [f"marked {conditions.marking} ≤ {rules.clearance}"]
    else:
        parts = [f"unmarked, {rules.default} by default ≤ {rules.clearance}"]
    for keys in (conditions.audiences, conditions.countries, conditions.languages):
        if keys is not None:
            parts.append(f"for {listed(keys)}")
    if conditions.since is not None:
        parts.append(f"from {conditions.since}")
    if conditions.until is not None:
        parts.append(f"until {conditions.until}")
    if conditions.when is not None:
        parts.append(f"if {conditions.when.source}")
    return ", ".join(parts)


def _texts(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text=text):
                yield text
            case Worded(expression=expression):
                yield f"{{{{ {expression.source} }}}}"
            case LineBreak():
                yield " "
            case Reference(target=target):
                yield f"#{target}"
            case Citation() | Footnote():
                pass
            case _:
                yield from _texts(inline.children)
