"""Where sentences begin and end, and which of them a note belongs to."""

import re

from briefing.numbers.mentioned import Stretch

_END = re.compile(r"[.!?…]+[’”»\"')\]]*(?=\s+[‘“«\"'(\[]*[^\W\d_a-zа-яё]|\s+[‘“«\"'(\[]*\d|\s*$)")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|[Nn]o|[Nn]os|Art|vol|p|pp|ca|cf|vs|Fig|Gen|Col|Lt|Sen|Rep|Abs|Nr|Bd|S|"
    r"z\.\s?B|d\.\s?h|u\.\s?a|e\.g|i\.e|г|гг|ст|с)|\b[A-ZА-ЯЁ])\.$"
)


def sentences(text: str) -> list[Stretch]:
    """Divide a text, blanks between sentences apart; what has no full stop is one."""
    found: list[Stretch] = []
    begin = 0
    for match in _END.finditer(text):
        if _SHORT.search(text, begin, match.start() + 1) and match.end() < len(text.rstrip()):
            continue
        found.append((begin, match.end()))
        begin = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    if text[begin:].strip():
        found.append((begin, len(text)))
    return found


def belongs(note: int, sentence: Stretch) -> bool:
    """Tell whether a note at a place of the text belongs to a sentence: before or at its end."""
    return sentence[0] < note <= sentence[1]
