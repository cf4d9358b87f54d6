"""People who took part in an event, or are named in a paper."""

from typing import Literal

from msgspec import Struct

from briefing.errors import Location
from briefing.model.prose import ALWAYS, Conditions

PersonShow = Literal["name", "full", "role", "affiliation"]
"""``full`` is name, role and affiliation."""


class Person(Struct, frozen=True):
    """Somebody, known by a key.

    Attributes:
        role: What they did or are, such as ``speaker``; printed, may be empty.
        affiliation: May be empty.
        groups: Words by which documents ask for several people.
        on_record: May be named where the Chatham House Rule holds, as hosts and speakers may.
        conditions: Who may know of them at all.
    """

    key: str
    name: str
    role: str
    affiliation: str
    groups: tuple[str, ...]
    on_record: bool
    where: Location
    conditions: Conditions = ALWAYS
