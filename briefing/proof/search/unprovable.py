"""Which withheld texts a proof cannot find, and why: what `check` tells authors."""

from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.model.forbidden import GAP, Forbidden
from briefing.proof.fold import fold, tokens_of, words_of
from briefing.proof.search.needles import base_of, excused_by, used_by

Reason = Literal["it is too short to be searched for", "allowed text has the same words"]


class Unprovable(Struct, frozen=True, order=True):
    """A withheld text that a file may have without anybody's fault.

    Attributes:
        text: May have a `GAP`.
        is_name: It is no words but the name of a file, a heading or a work.
    """

    where: Location
    text: str
    reason: Reason
    is_name: bool

    def is_meant_by(self, accepted: str) -> bool:
        """Tell whether an author means it by these words: all of it, or one stretch of it."""
        wanted = words_of(fold(accepted))
        stretches = (self.text.replace(GAP, " "), *self.text.split(GAP))
        return any(words_of(fold(stretch)) == wanted for stretch in stretches)


class Alike(Struct, frozen=True, order=True):
    """A withheld picture that looks like one these readers may see, and where that one is."""

    where: Location
    other: Location


def find_alike(forbidden: Forbidden) -> tuple[Alike, ...]:
    """List the withheld pictures whose absence cannot be proved, by their places.

    A file that had one of them would be taken to have the one that looks like it.
    """
    if not forbidden.pictures or not forbidden.allowed_pictures:
        return ()
    from briefing.proof.file.looks import find_alike  # with Pillow, which takes its time

    pairs = find_alike(forbidden.pictures, forbidden.allowed_pictures)
    return tuple(sorted(Alike(picture.where, other.where) for picture, other in pairs))


def find_unprovable(forbidden: Forbidden) -> tuple[Unprovable, ...]:
    """List the texts whose absence cannot be proved, by their places.

    They are too short, or all they say is also in allowed texts, or could be given by data; of
    figures, one way to print them is enough. What the audience may see elsewhere is not among them.
    """
    base = base_of(forbidden)
    excused, used = excused_by(base, forbidden.allowed), used_by(base, forbidden.allowed)
    lost = []
    for text, needles in zip(base.texts, base.needles, strict=True):
        if text.is_name:
            is_lost = tuple(tokens_of(fold(text.text))) in used
        elif text.is_figure:  # any way to print it tells it
            is_lost = not needles or not needles.isdisjoint(excused)
        else:
            is_lost = needles <= excused
        if is_lost and not text.is_shown:
            is_short = not text.is_name and not needles
            reason: Reason = (
                "it is too short to be searched for"
                if is_short
                else "allowed text has the same words"
            )
            lost.append(Unprovable(text.where, text.text, reason, text.is_name))
    return tuple(sorted(lost))
