"""Which standards a file keeps."""

from typing import Literal

from msgspec import Struct


class Conformance(Struct, frozen=True):
    """What a file promises in its metadata, and the version of PDF that goes with it.

    Attributes:
        version: Of PDF: major, minor.
        accessible: The part of PDF/UA (ISO 14289).
        archival: The part of PDF/A (ISO 19005).
        level: The conformance level of that part.
    """

    version: tuple[int, int] = (1, 7)
    accessible: Literal[1] = 1
    archival: Literal[3] = 3
    level: Literal["A"] = "A"


UA1_A3A = Conformance()
"""PDF/UA-1 and PDF/A-3a in one file."""
