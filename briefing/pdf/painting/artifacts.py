"""What is painted but is no part of the structure, and what a file says of it.

Source: ISO 32000-1 14.8.2.2.2 and table 330.
"""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from a page's lower left corner."""

_HEADER = "/Type/Pagination/Subtype/Header/Attached[/Top]"
_FOOTER = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]"
_WATERMARK = "/Type/Pagination/Subtype/Watermark"
_REPEATED = "/Type/Pagination"
_GROUND = "/Type/Background"
_ORNAMENT = "/Type/Layout"

_KINDS = {
    "running-head": _HEADER,
    "running-foot": _FOOTER,
    "running-head rule": _HEADER,
    "running-foot rule": _FOOTER,
    "running-head marking": _HEADER,
    "running-foot marking": _FOOTER,
    "watermark": _WATERMARK,
    "table-head": _REPEATED,
    "table-title": _REPEATED,
    "band": _GROUND,
    "box": _GROUND,
    "row": _GROUND,
    "sheet": _GROUND,
}
"""Role of what layout placed → the properties of its artifact; all else is an ornament.

Heads and titles of tables are artifacts where they are repeated on a further page.
"""


def artifact(role: str) -> str:
    """The properties of an artifact, but for its place."""
    return _KINDS.get(role, _ORNAMENT)


class Cover:
    """The box around what a sequence has painted so far."""

    __slots__ = ("_bottom", "_left", "_right", "_top")

    def __init__(self) -> None:
        self._left = self._bottom = float("inf")
        self._right = self._top = float("-inf")

    def take(self, box: Box) -> None:
        """Reach round one more box."""
        left, bottom, right, top = box
        self._left, self._bottom = min(self._left, left), min(self._bottom, bottom)
        self._right, self._top = max(self._right, right), max(self._top, top)

    def operator(self, kind: str) -> str:
        """Begin the sequence of an artifact that paints within the box."""
        edges = (self._left, self._bottom, self._right, self._top)
        box = " ".join([f"{edge:.1f}".removesuffix(".0") for edge in edges])
        return f"/Artifact<<{kind}/BBox[{box}]>>BDC\n"
