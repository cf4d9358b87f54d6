"""Pages as the reader counts them: their labels, and empty ones before right-hand pages."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.layout.galley import Galley
from briefing.layout.pages.plans import Plan
from briefing.model.flow import PageNumbers

_DIGITS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Side(NamedTuple):
    """A page in its order.

    Attributes:
        number: From 1, of all pages of the file; odd ones lie at the right.
        label: Empty for none.
        plan: None for an empty page.
        bare: It has no running lines.
    """

    number: int
    label: str
    plan: Plan | None
    bare: bool

    @property
    def even(self) -> bool:
        """Whether it lies at the left where pages face each other."""
        return self.number % 2 == 0


def number_pages(galley: Galley, plans: Iterable[Plan]) -> list[Side]:
    """Count pages, and let those begin at the right that must."""
    sides: list[Side] = []
    numbers: PageNumbers = "decimal"
    count = 0
    for plan in plans:
        opening = plan.opening
        if opening is not None and opening.right and len(sides) % 2:
            count += 1
            back = sides[-1].bare  # the back of a cover has no label, like the cover
            label = "" if back else _label(count, numbers)
            sides.append(Side(len(sides) + 1, label, None, True))
        count += 1
        if opening is not None:
            numbers = opening.numbers or numbers
            count = count if opening.first is None else opening.first
        bare = any(galley.entries[block.start].bare for block in plan.blocks[:1])
        label = "" if bare else _label(count, numbers)
        sides.append(Side(len(sides) + 1, label, plan, bare))
    return sides


def _label(count: int, numbers: PageNumbers) -> str:
    if numbers == "none":
        return ""
    return str(count) if numbers == "decimal" else roman(count)


def roman(number: int) -> str:
    """A number from 1 in small Roman digits."""
    digits = ""
    for value, digit in _DIGITS:
        digits += digit * (number // value)
        number %= value
    return digits


def labels_of_anchors(
    galley: Galley, sides: Sequence[Side], notes: Sequence[str]
) -> dict[str, str]:
    """The label of the page on which each anchor lies; the number of a page that has none.

    Args:
        galley: What the pages were filled with.
        sides: All of them.
        notes: The anchors of the notes, by number.
    """
    labels: dict[str, str] = {}
    for side in sides:
        if side.plan is None:
            continue
        label = side.label or str(side.number)
        for block in side.plan.blocks:
            for entry in galley.entries[block.start : block.end]:
                for spot in entry.spots:
                    labels[spot.name] = label
        for standing in side.plan.floats:
            for spot in galley.floats[standing.number].spots:
                labels[spot.name] = label
        for feet in side.plan.feet:
            for part in feet.parts:
                if part.first == 0:
                    labels[notes[galley.notes.queue[part.place].number]] = label
    return labels
