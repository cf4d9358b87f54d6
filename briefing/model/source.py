"""Works that are cited."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from briefing.errors import Location
from briefing.model.prose import ALWAYS, Conditions


class Source(Struct, frozen=True):
    """One work.

    Attributes:
        csl: Its fields as CSL-JSON 1.0.2 names them, ``id`` among them; never changed.
        conditions: Who may know of it.
    """

    key: str
    csl: Mapping[str, Any]
    where: Location
    conditions: Conditions = ALWAYS
