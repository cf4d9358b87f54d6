"""What an audience may not see, for the proof alone.

Computed from the content by the pipeline, apart from tailoring and with no code shared; an
import contract keeps it from every other stage.
"""

from msgspec import Struct

from briefing.errors import Location
from briefing.model.drawing import Raster

GAP = "\ufffc"
"""Stands in a text where data fill in words, or where a note's number comes between."""

NUMBER = "\ufff9"
"""Stands in an allowed text for a number that the product prints of itself, such as a page's."""


class ForbiddenText(Struct, frozen=True):
    """Words that must not be in the file; `where` tells the author which, never the reader.

    Attributes:
        text: May have a `GAP`; what is before and behind it need not follow each other.
        is_name: It is no words but the name of a file, a heading or a work, which the file may
            have where names stand.
        is_secret: No allowed text excuses it: the project declares it to be a secret, or it tells
            of somebody.
        is_shown: The same part of the content is also placed where the audience may see it; what
            is withheld is the other place, not the words. Or others are spoken of in the same
            words, such as a publisher of many works.
        is_figure: It is the ways to print one, with a `GAP` between them: any of them tells it.
    """

    text: str
    where: Location
    is_name: bool = False
    is_secret: bool = False
    is_shown: bool = False
    is_figure: bool = False


class ForbiddenPicture(Struct, frozen=True):
    """A bitmap that must not be in the file, at whatever size; `where` is for the author."""

    raster: Raster
    where: Location


class Forbidden(Struct, frozen=True):
    """Everything to be searched for, and the texts that are allowed beside it.

    Attributes:
        texts: Withheld by audience or marking.
        allowed: Texts that the audience may see; what they share with a forbidden one is no leak.
            May have a `GAP`, or else a `NUMBER`.
        fillings: Texts whose words data may put into the gaps of allowed texts.
        pictures: Withheld likewise.
        allowed_pictures: What looks like one of these is no leak.
        files: Of the project; these readers see nothing of them, whatever paper they have.
    """

    texts: tuple[ForbiddenText, ...]
    allowed: tuple[str, ...]
    fillings: tuple[str, ...] = ()
    pictures: tuple[ForbiddenPicture, ...] = ()
    allowed_pictures: tuple[Raster, ...] = ()
    files: tuple[str, ...] = ()
