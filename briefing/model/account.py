"""An account of one brief: of every item of its content, whether it is in or out, and why.

For the author alone: it says what is withheld.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from briefing.errors import Diagnostic, Location
from briefing.model.manuscript import WITHHOLDING, Reason

Ground = Reason | Literal["default", "within", "not made"]
"""By which rule: ``default`` is the marking of what carries none, ``within`` that it goes with what
it stands in, ``not made`` that its document is made for others."""

Only = Literal["all", "in", "out", "withheld"]
"""Which items to show; withheld are those out by audience, marking or the Chatham House Rule."""


class Judged(Struct, frozen=True):
    """An item, in or out.

    Attributes:
        what: Such as ``section 'threats'`` or ``paragraph``.
        text: Its first words; may be empty.
        ground: Of what stands in something that is out, the ground on which that is.
        detail: The rule in words, such as ``marked AMBER, above CLEAR``.
    """

    where: Location
    what: str
    text: str
    is_in: bool
    ground: Ground
    detail: str

    @property
    def is_withheld(self) -> bool:
        """Its readers may not see it."""
        return not self.is_in and self.ground in WITHHOLDING


class Account(Struct, frozen=True):
    """All items of a brief.

    Attributes:
        items: By file, line and column; what encloses others comes first. One that stands in the
            brief once and is left out another time is there twice.
        problems: For which the brief cannot be made; what is out may be so because of them.
        note: That no file is made for these readers, and by which rule; empty where one is.
    """

    items: tuple[Judged, ...]
    problems: tuple[Diagnostic, ...] = ()
    note: str = ""

    def select(self, only: Only) -> tuple[Judged, ...]:
        """Give some of the items."""
        match only:
            case "all":
                return self.items
            case "in":
                return tuple([item for item in self.items if item.is_in])
            case "out":
                return tuple([item for item in self.items if not item.is_in])
            case "withheld":
                return tuple([item for item in self.items if item.is_withheld])

    @property
    def summary(self) -> str:
        """Count them: ``412 items: 380 in, 32 out, 7 of them withheld``."""
        out, withheld = len(self.select("out")), len(self.select("withheld"))
        of_them = f", {withheld} of them withheld" if withheld else ""
        return f"{len(self.items)} items: {len(self.items) - out} in, {out} out{of_them}"


def told(items: Sequence[Judged]) -> Iterator[str]:
    """List items in lines, with a blank line between files."""
    for number, (_, group) in enumerate(groupby(items, key=lambda item: item.where.file)):
        if number:
            yield ""
        yield from _told_of_file(tuple(group))


def _told_of_file(items: Sequence[Judged]) -> Iterator[str]:
    places = [str(item.where) for item in items]
    names = [f"{item.what}  “{item.text}”" if item.text else item.what for item in items]
    width, name_width = max(map(len, places)), max(map(len, names))
    for item, place, name in zip(items, places, names, strict=True):
        verdict = "in" if item.is_in else "out"
        yield f"{place:<{width}}  {verdict:<3}  {name:<{name_width}}  {item.detail}"
