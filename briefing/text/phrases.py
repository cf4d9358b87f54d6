"""The texts of a paragraph, cleaned: one space between words, none where it would be lost."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.model.style import TextStyle
from briefing.text.opportunities import NO_BREAK_SPACE

_SPACES = re.compile(r"[ \t\r\f\v\u2028\u2029\u3000]+")
_BEFORE_DASH = re.compile(r" (?=[–—](?: |$))")


class Phrase(NamedTuple):
    """Words of one look, as far as breaking looks at them.

    Attributes:
        language: BCP 47.
        sticks: It stays on the line of what is before it, as markers of notes do.
    """

    text: str
    style: TextStyle
    language: str
    sticks: bool


def clean(phrases: Sequence[tuple[int, Phrase]]) -> list[str]:
    """The texts of phrases, without spaces at the edges of the whole and never two in a row.

    A space before a note's marker or before a dash between spaces becomes one that does not break.
    """
    texts: list[str] = []
    after_space = True
    for _, (text, _, _, sticks) in phrases:
        if "  " in text or not text.isprintable():
            text = _SPACES.sub(" ", text)
        if after_space:
            text = text.lstrip(" ")
        if "– " in text or "— " in text:
            text = _BEFORE_DASH.sub(NO_BREAK_SPACE, text)
        if sticks and after_space:
            _stick(texts)
        texts.append(text)
        if text:
            after_space = text[-1] == " "
    for number in range(len(texts) - 1, -1, -1):
        texts[number] = texts[number].rstrip(" ")
        if texts[number]:
            break
    return texts


def _stick(texts: list[str]) -> None:
    """Let the space at the end of the texts not break."""
    for number in range(len(texts) - 1, -1, -1):
        if texts[number]:
            texts[number] = texts[number].rstrip(" ") + NO_BREAK_SPACE
            return
