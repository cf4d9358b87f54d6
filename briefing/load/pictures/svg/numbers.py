"""Numbers and lengths as SVG writes them (SVG 1.1, 4.2)."""

import re

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
PIXEL = 0.75
"""A pixel of CSS in points: there are 96 to the inch."""

_LARGEST = 1e6
_GAP = re.compile(r"\s*,?\s*")
_LENGTH = re.compile(rf"({NUMBER.pattern})\s*([a-zA-Z%]*)", re.ASCII)
_PER_UNIT = {
    "": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0,
    "Q": 96 / 101.6,
}  # fmt: skip


class FaultError(Exception):
    """A value that cannot be read.

    Attributes:
        at: The offset of the fault in the value.
        message: What is wrong.
        hint: What would be right.
    """

    def __init__(self, at: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.at = at
        self.message = message
        self.hint = hint


def read_numbers(text: str, offset: int = 0) -> list[float]:
    """Read numbers with spaces or single commas between them.

    Args:
        text: All there is.
        offset: Of the text in the value that a fault is placed in.

    Raises:
        FaultError: Something else stands among them.
    """
    numbers: list[float] = []
    at = len(text) - len(text.lstrip())
    while at < len(text):
        number = NUMBER.match(text, at)
        if number is None:
            raise FaultError(offset + at, f"{text[at : at + 20]!r} is no number")
        numbers.append(checked(float(number[0]), number[0], offset + at))
        gap = _GAP.match(text, number.end())
        at = gap.end() if gap else number.end()
    return numbers


def checked(number: float, text: str, at: int) -> float:
    """Refuse what no page is as large as.

    Raises:
        FaultError: It is.
    """
    if not -_LARGEST <= number <= _LARGEST:
        raise FaultError(at, f"{text!r} is too large a number")
    return number


def is_small(numbers: list[float]) -> bool:
    """Tell whether `checked` would let all of them pass."""
    return not numbers or (max(numbers) <= _LARGEST and min(numbers) >= -_LARGEST)


def read_length(text: str) -> float:
    """Read a length, in units of the user (pixels where nothing is scaled).

    Raises:
        FaultError: It is none, or relative to something.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[2] not in _PER_UNIT:
        raise FaultError(0, f"{text!r} is no length", "wanted: a number, or one with px, pt or mm")
    return checked(float(match[1]), match[1], 0) * _PER_UNIT[match[2]]
