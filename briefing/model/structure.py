"""The logical structure of a document: what a screen reader follows (ISO 32000-1 14.7, 14.8).

`compose` builds the whole tree before anything is placed. Its leaves are numbers: each run of
text and each picture of the flow carries the number of the leaf it paints, and `pdf` learns from
the painting which marked content belongs to which leaf. So reading order never depends on what
is painted when.
"""

from msgspec import Struct

Leaf = int
"""A place for painted content; unique in a document. What has no leaf is an artifact."""


class LinkPlace(Struct, frozen=True):
    """Where the annotations of a link stand among the kids; `link` is the number of the link."""

    link: int


class Node(Struct, frozen=True):
    """One structure element.

    Attributes:
        role: A standard structure type: Document, Sect, H1, P, L, LI, Lbl, LBody, Table, TR, TH,
            TD, Figure, Caption, Note, Reference, Link, Span, BlockQuote, Div, ...
        kids: In reading order.
        id: Unique where it is given; Note and TH need one.
        language: BCP 47, where it differs from what surrounds it.
        alt: Alternative text.
        scope: Of a TH: ``Row`` or ``Column``.
        headers: Ids of the TH that a TD answers to.
        numbering: Of an L: ``Decimal``, ``LowerAlpha``, ``Disc``, ... (ListNumbering).
        drawing: The id of the drawing whose data is attached, for a Figure.
        expansion: What an abbreviation stands for, for a Span.
    """

    role: str
    kids: tuple["Node | Leaf | LinkPlace", ...] = ()
    id: str = ""
    language: str = ""
    alt: str = ""
    scope: str = ""
    headers: tuple[str, ...] = ()
    numbering: str = ""
    column_span: int = 1
    row_span: int = 1
    drawing: str = ""
    expansion: str = ""
