"""Says what of a text is only counting."""

import re

_NOTE_NUMBER = re.compile(r"\b(notes?|n\.|Anm\.|прим\.)\s?\d+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(\(notes?|\(n\.|\(Anm\.|\(прим\.)\s?\d+(?=\))", re.IGNORECASE)

_NUMBERING = re.compile(
    r"\W{0,2}(\d{1,4}([.]\d{1,3}){0,4}|[^\W\d_]{1,2}|[ivxlc]{1,7}|\W{1,4})?\W{0,2}", re.IGNORECASE
)
_CAPTION = re.compile(r"^(\W*[^\W\d]+\.?\s)\d+(?:[.]\d+)*")
_DIGITS = re.compile(r"\d+")


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
