"""What an audience may not see, for the proof alone.

Computed from the content by the pipeline, apart from tailoring and with no code shared; an
import contract keeps it from every other stage.
"""

from dataclasses import dataclass

from briefing.errors import Location


@dataclass(frozen=True, slots=True)
class ForbiddenText:
    """Words that must not be in the file; `where` tells the author which, never the reader."""

    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Everything to be searched for, and the texts that are allowed beside it.

    Attributes:
        texts: Withheld by audience or marking.
        allowed: Texts that the audience may see; what they share with a forbidden one is no leak.
    """

    texts: tuple[ForbiddenText, ...]
    allowed: tuple[str, ...]
