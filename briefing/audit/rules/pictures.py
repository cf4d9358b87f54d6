"""Alternatives of pictures (ISO 14289-1 7.3, 7.7)."""

import re
from collections.abc import Iterator

from briefing.audit.case import Case, at
from briefing.audit.structure.elements import Element
from briefing.audit.structure.reading import replacement
from briefing.audit.values import Fault

_PICTURES = {"Figure": "a picture", "Formula": "a formula"}
_WORDS = "image|picture|photo|photograph|figure|graphic|graph|chart|diagram|map|logo|icon|img|pic"
_VAGUE = re.compile(
    rf"(an? |the )?({_WORDS}|bild|abbildung|grafik|foto)[\s_.#-]*\d*", re.IGNORECASE
)
_FILE = re.compile(
    r"\S+\.(png|jpe?g|gif|svgz?|pdf|tiff?|bmp|webp|emf|wmf|eps|avif|jxl)", re.IGNORECASE
)


def find_alternatives(case: Case) -> Iterator[Fault]:
    """Pictures without an alternative (13-004, 17-002), or with one that says nothing."""
    for top in case.tree.kids:
        yield from _within(top)


def _within(top: Element) -> Iterator[Fault]:
    left = [top]
    while left:
        element = left.pop()
        text = replacement(element)
        what = _PICTURES.get(element.mapped)
        if what is not None and not (text or "").strip():
            yield at(element, "alternative", f"{what} has no alternative")
        elif what is not None and text is not None and _says_nothing(text.strip()):
            message = f"the alternative of {what} says nothing: “{text.strip()}”"
            yield at(element, "alternative-weak", message, "warning")
        if text is None:
            left += reversed(element.elements)


def _says_nothing(text: str) -> bool:
    if any(sign >= "\u2e80" for sign in text):
        return False  # a single sign of Chinese or Japanese can say it all
    return len(text) < 2 or bool(_VAGUE.fullmatch(text) or _FILE.fullmatch(text))
