"""Cuts text into sentences, and says what of it is only counting."""

import re
from collections.abc import Iterator

_NOTE_NUMBER = re.compile(r"\b(notes?|n\.|Anm\.|прим\.)\s?\d+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(\(notes?|\(n\.|\(Anm\.|\(прим\.)\s?\d+(?=\))", re.IGNORECASE)

_NUMBERING = re.compile(
    r"\W{0,2}(\d{1,4}([.]\d{1,3}){0,4}|[^\W\d_]{1,2}|[ivxlc]{1,7}|\W{1,4})?\W{0,2}", re.IGNORECASE
)
_CAPTION = re.compile(r"^(\W*[^\W\d]+\.?\s)\d+(?:[.]\d+)*")
_DIGITS = re.compile(r"\d+")
_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|[。！？]|[؟۔](?=\s)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[‘“«])(?:[^\W\d_]|[Nn]o|[Nn]os|[Pp]p|[Vv]ol|[Aa]rt|[Ss]t|[Mm]rs?|[Dd]rs?|[Pp]rof|"
    r"[Gg]en|[Cc]ol|[Cc]f|[Ff]ig|[Cc]a|[Nn]r|[Bb]zw|[Uu]sw|vs|eds?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept?|Oct|Nov|Dec|(?:[^\W\d_]\.)+[^\W\d_])\.$"
)
_NEVER_BEGINS = 0x2013, 0x2014  # dashes: what follows goes on with the sentence


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Find the sentences of a text with single spaces: where each begins and ends.

    Two texts are always cut in the same way, so a cut that is wrong makes a difference longer or
    shorter, and never hides one.
    """
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if end < len(text) and _begins(text[end:].lstrip()) and not _is_short(text[start:end]):
            yield start, end
            start = end + (text[end : end + 1] == " ")
    if start < len(text):
        yield start, len(text)


def is_numbering(text: str) -> bool:
    """Whether a label only counts: ``12``, ``b.``, ``iv``, ``•``, ``2.3``."""
    return _NUMBERING.fullmatch(text.strip()) is not None


def uncounted(role: str, text: str) -> str:
    """Take out the numbers of notes that are cited, and from captions that of figure or table."""
    if role == "Note":
        return _NOTE_NUMBER.sub(r"\1 #", text)
    text = _IN_BRACKETS.sub(r"\1 #", text)
    return _CAPTION.sub(r"\1#", text) if role == "Caption" else text


def masked(text: str) -> str:
    """Text with a sign for each number."""
    return _DIGITS.sub("#", text)


def _begins(rest: str) -> bool:
    first = rest.lstrip("‘“«(['\"¿¡„‚")[:1]
    if not first or ord(rest[0]) in _NEVER_BEGINS:
        return False
    return not first.islower()


def _is_short(text: str) -> bool:
    return text.endswith(".") and _ABBREVIATED.search(text[-12:]) is not None
