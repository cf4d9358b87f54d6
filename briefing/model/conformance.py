"""Which standards a file keeps."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace


class Conformance(Struct, frozen=True):
    """What a file promises in its metadata, and the version of PDF that goes with it.

    Attributes:
        name: As projects write it.
        version: Of PDF: major, minor.
        accessible: The part of PDF/UA (ISO 14289); None for a file without a structure.
        archival: The part of PDF/A (ISO 19005); None where it promises none.
        level: The conformance level of that part.
        attaches: Data travel in the file, which PDF/A-2 does not let them.
    """

    name: str
    version: tuple[int, int] = (1, 7)
    accessible: Literal[1] | None = None
    archival: Literal[2, 3] | None = None
    level: Literal["", "A"] = ""
    attaches: bool = False

    @property
    def is_tagged(self) -> bool:
        """Whether the file has a structure, with alternatives and languages."""
        return self.accessible is not None

    def encrypted(self) -> "Conformance":
        """What is left of it in an encrypted file: PDF/A forbids that, PDF/UA does not."""
        if self.archival is None:
            return self
        return replace(self, name=f"ua{self.accessible}", archival=None, level="")


UA1_A3A = Conformance("ua1+a3a", accessible=1, archival=3, level="A", attaches=True)
"""PDF/UA-1 and PDF/A-3a in one file."""

UA1_A2A = Conformance("ua1+a2a", accessible=1, archival=2, level="A")
"""PDF/UA-1 and PDF/A-2a in one file, which has no attachments."""

NONE = Conformance("none")
"""The smallest file: no structure, no attachments, no promises."""

CONFORMANCES: Mapping[str, Conformance] = {one.name: one for one in (UA1_A3A, UA1_A2A, NONE)}
"""Those that a project may choose, by name; the first is the default."""
