"""Lengths. Inside the package every length is a float in points.

A point is 1/72 inch, the default unit of PDF user space (ISO 32000-2 8.3.2.3). The origin is
the top-left corner of the page and y grows downwards; only ``pdf`` turns that over for PDF,
whose y grows upwards. The type `Pt` exists so that mypy refuses a bare millimetre.
"""

import re
from typing import NewType

Pt = NewType("Pt", float)

_PER_UNIT = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*([a-z]+)")


def parse_length(text: str) -> Pt:
    """Read a length as authors write it, for instance ``"18mm"``.

    Raises:
        ValueError: `text` has no unit, or a unit other than pt, mm, cm and in. A bare number
            is refused: 18 could be points or millimetres.
    """
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match[2] not in _PER_UNIT:
        raise ValueError(f"{text!r} is not a length; write it like '18mm' or '10.5pt'")
    return Pt(float(match[1]) * _PER_UNIT[match[2]])
