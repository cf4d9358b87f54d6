"""Tell a pull quote that repeats the running text from one that says something new."""

import re
from collections.abc import Iterable, Iterator

from briefing.compose.survey.walk import blocks_in, plain, spread, unwrapped
from briefing.model.manuscript import (
    Block,
    Box,
    Citation,
    Figure,
    Footnote,
    Heading,
    Paragraph,
    Picture,
    Sheet,
    TableBlock,
)

_WORD = re.compile(r"\w+")
_ELISION = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]")


def running_words(blocks: Iterable[Block]) -> str:
    """Give the words of all running text, as `is_repeated` compares them."""
    return f" {' '.join(_running(blocks))} "


def _running(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(children=children):
                yield _compared(plain(children))
            case Box(kind="pull-quote") | Sheet() | Heading() | TableBlock() | Figure() | Picture():
                pass
            case _:
                yield from _running(blocks_in(block))


def is_repeated(quote: Box, running: str) -> bool:
    """Tell whether all words of a pull quote also stand in the running text, in this order.

    Signs, capitals and what was left out between brackets do not count; who said it is no part of
    it. A pull quote with a note says something of its own.
    """
    words: list[str] = []
    for block in unwrapped(quote.blocks):
        if not isinstance(block, Paragraph) or _is_noted(block):
            return False
        if "attribution" not in block.classes:
            words.append(plain(block.children))
    parts = [_compared(part) for part in _ELISION.split(" ".join(words))]
    at = 0
    for part in filter(None, parts):
        found = running.find(f" {part} ", at)
        if found < 0:
            return False
        at = found + len(part)
    return any(parts)


def _is_noted(paragraph: Paragraph) -> bool:
    return any(isinstance(one, (Citation, Footnote)) for one in spread(paragraph.children))


def _compared(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
