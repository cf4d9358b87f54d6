"""Forms in which notes name works: the citation styles that travel with the package."""

from collections.abc import Mapping

from msgspec import Struct


class Packaged(Struct, frozen=True):
    """A citation style of the package, tested against strings that were checked by hand.

    Attributes:
        file: In `briefing.compose`, without its ending.
        ibid: What the note before cites alone is not named again.
    """

    file: str
    ibid: bool


PACKAGED: Mapping[str, Packaged] = {
    "notes": Packaged("notes", ibid=False),
    "notes-ibid": Packaged("notes", ibid=True),
    "chicago": Packaged("chicago", ibid=False),
    "oscola": Packaged("oscola", ibid=True),
}
"""By name; the first is that of projects that say nothing."""
