"""What a reader calls the pages."""

import re
from collections.abc import Sequence

from briefing.model.page import Page
from briefing.pdf.objects.syntax import string

_ROMAN = re.compile(r"(?=.)(c{0,3}|cd|dc{0,3}|cm)(x[cl]|l?x{0,3})(i[xv]|v?i{0,3})")
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def page_labels(pages: Sequence[Page]) -> str:
    """A number tree that says what is printed on each page (ISO 32000-1 12.4.2).

    Pages that count on from the one before need no entry of their own.
    """
    entries: list[str] = []
    expected: tuple[str, int] | None = None
    for index, page in enumerate(pages):
        style, value = _counted(page.label)
        if (style, value) != expected:
            entries.append(f"{index}<<{_range(page.label, style, value)}>>")
        expected = (style, value + 1) if style else None
    return f"<</Nums[{''.join(entries)}]>>"


def _counted(label: str) -> tuple[str, int]:
    """The style of numbering and the number; no style for a label that does not count."""
    if label.isascii() and label.isdigit() and label[0] != "0":
        return "D", int(label)
    if _ROMAN.fullmatch(label):
        return "r", _value(label)
    if label.isupper() and _ROMAN.fullmatch(label.lower()):
        return "R", _value(label.lower())
    return "", 0


def _value(roman: str) -> int:
    digits = [_DIGITS[letter] for letter in roman]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def _range(label: str, style: str, value: int) -> str:
    if not style:
        return f"/P{string(label)}" if label else ""
    return f"/S/{style}" + (f"/St {value}" if value != 1 else "")
