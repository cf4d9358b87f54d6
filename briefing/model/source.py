"""Works that are cited."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.errors import Location


@dataclass(frozen=True, slots=True)
class Source:
    """One work.

    Attributes:
        csl: Its fields as CSL-JSON 1.0.2 names them, ``id`` among them; never changed.
    """

    key: str
    csl: Mapping[str, Any]
    where: Location
