"""What an audience may not see, for the proof alone.

Computed from the content by the pipeline, apart from tailoring and with no code shared; an
import contract keeps it from every other stage.
"""

from msgspec import Struct

from briefing.errors import Location

GAP = "\ufffc"
"""Stands in a text where data fill in words, or where a note's number comes between."""


class ForbiddenText(Struct, frozen=True):
    """Words that must not be in the file; `where` tells the author which, never the reader.

    Attributes:
        text: May have a `GAP`; what is before and behind it need not follow each other.
    """

    text: str
    where: Location


class Forbidden(Struct, frozen=True):
    """Everything to be searched for, and the texts that are allowed beside it.

    Attributes:
        texts: Withheld by audience or marking.
        allowed: Texts that the audience may see; what they share with a forbidden one is no leak.
            May have a `GAP`.
        fillings: Texts whose words data may put into the gaps of allowed texts.
    """

    texts: tuple[ForbiddenText, ...]
    allowed: tuple[str, ...]
    fillings: tuple[str, ...] = ()
