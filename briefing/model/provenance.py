"""Where each number of a paper comes from.

Made by `provenance` from a manuscript and its pages; written into the manifest.
"""

from typing import Literal

from msgspec import Struct

from briefing.errors import Location

Role = Literal["text", "heading", "table", "caption", "figure"]
"""What a number stands in: running text, a heading, a cell, what stands over or under a figure or
table, or the drawing itself."""

ALL_FIGURES, ALL_SOURCES = "all figures.csv", "all sources.json"
"""Files that travel with a paper; with a space, which the id of no chart has."""


class Cited(Struct, frozen=True):
    """A place in a source; `locator` such as ``p. 3``, may be empty."""

    source: str
    locator: str


class Origin(Struct, frozen=True):
    """What a number rests on: a reading, or what a sentence cites.

    Attributes:
        where: Of the reading, or of the citation, in the author's files.
        indicator: Of a reading, as `place` and `period`; empty for a citation.
        period: As ISO 8601 writes it.
        as_of: Of what day, month or year its source says that the figure is, as ISO 8601; like
            `licence` and `doubt` empty where nothing is said, and for a citation.
    """

    cited: tuple[Cited, ...]
    where: Location
    indicator: str = ""
    place: str = ""
    period: str = ""
    as_of: str = ""
    licence: str = ""
    doubt: str = ""


class Traced(Struct, frozen=True):
    """A number as it is printed.

    Attributes:
        text: The number alone, such as ``16–18``.
        statement: What it stands in: the sentence, the cell, the label of a chart.
        page: On which it stands, from 1; None where layout has left it out.
        where: In the author's files; of a number of a chart, that of the chart.
        origins: None of them where it is not known where it comes from.
    """

    text: str
    statement: str
    role: Role
    page: int | None
    where: Location
    origins: tuple[Origin, ...]
