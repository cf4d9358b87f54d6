"""Where sentences begin and end, and which of them a note belongs to."""

import re

from briefing.numbers.mentioned import Stretch

_END = re.compile(r"[.!?…]+[’”»\"')\]]*(?=\s|$)|[。！？]+[」』）]*|[؟۔](?=\s|$)")
_SHORT = re.compile(
    r"(?:^|[\s(\[‘“«])(?:[^\W\d_]|(?:[^\W\d_]\.\s?)+[^\W\d_]|"
    r"[Nn]os?|[Pp]p|[Vv]ol|[Aa]rt|[Ss]t|[Mm]rs?|Ms|[Dd]rs?|[Pp]rof|[Gg]en|[Cc]ol|Lt|Sen|Rep|[Cc]f|"
    r"[Ff]ig|[Cc]a|[Nn]r|Bd|Abs|[Bb]zw|[Uu]sw|vs|eds?|гг|ст|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_BLANKS = re.compile(r"\s*")
_LONGEST = 16  # letters of an abbreviation, about
_OPENING = "‘“«(['\"¿¡„‚"
_GOING_ON = "–—"


def sentences(text: str) -> list[Stretch]:
    """Divide a text, blanks between sentences apart; what has no full stop is one.

    Equal stretches of two texts are always divided in the same way.
    """
    found: list[Stretch] = []
    begin = _first(text, 0)
    for match in _END.finditer(text):
        end = match.end()
        if end <= begin:
            continue
        behind = _first(text, end)
        if behind < len(text) and not (_begins(text, behind) and _ends(text, begin, match)):
            continue
        found.append((begin, end))
        begin = behind
    if begin < len(text):
        found.append((begin, len(text)))
    return found


def belongs(note: int, sentence: Stretch) -> bool:
    """Tell whether a note at a place of the text belongs to a sentence: before or at its end."""
    return sentence[0] < note <= sentence[1]


def _first(text: str, at: int) -> int:
    """The place of the next letter or sign that is no blank; the text's end where there is none."""
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def _begins(text: str, at: int) -> bool:
    first = text[at : at + 8].lstrip(_OPENING)[:1]
    return bool(first) and not first.islower() and text[at] not in _GOING_ON


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell a full stop from that of an abbreviation."""
    stop = match.start() + 1
    return _SHORT.search(text[max(begin, stop - _LONGEST) : stop]) is None
