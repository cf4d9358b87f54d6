"""What differs between two builds, as values.

`Diff` is what ``briefing diff --json`` prints, name by name. Names stay what they are; later
versions may add some. Pages count from 1; `label` is what is printed on the page where a file has
page labels (``iv``), else the number.
"""

from typing import Literal

from msgspec import Struct

Kind = Literal["added", "dropped", "changed"]

Status = Literal["equal", "changed", "added", "dropped"]
"""Of a file: ``equal`` where nothing that a reader could notice differs; bytes may."""


class Figure(Struct, frozen=True):
    """A figure as a build printed it.

    Attributes:
        value: In digits: ``1.7``, ``3–4``, ``at least 5``.
        period: That it describes, as ISO 8601: ``2019``, ``2015/2019``.
        source: Keys of its sources, with commas.
        input: File and line that it was read from.
    """

    value: str
    period: str
    source: str
    input: str


class FigureChange(Struct, frozen=True):
    """A figure that is new, gone, or has another value, another period or another source.

    Attributes:
        place: The key of a country or region.
        old: None where it is new.
        new: None where it is gone.
    """

    kind: Kind
    indicator: str
    place: str
    old: Figure | None
    new: Figure | None


class SourceChange(Struct, frozen=True):
    """A source that is cited anew, no longer, or that the manifest tells otherwise than before."""

    kind: Kind
    key: str


class Spot(Struct, frozen=True):
    """A place in a file."""

    page: int
    label: str


class StatementChange(Struct, frozen=True):
    """A sentence, a heading, a table's row, a note or the words of a figure.

    Attributes:
        role: The structure type of the block it stands in, as PDF names it: ``P``, ``H2``, ``TR``,
            ``Note``, ``Figure``; ``page`` in a file without a structure.
        text: As it is now; empty where it was dropped.
        was: As it was; empty where it is new.
        at: Where it stands in the new file; of what was dropped, where it would stand.
        stood: Where it stood in the old file; None where it is new.
        language: Of the text, as BCP 47; empty for none.
    """

    kind: Kind
    role: str
    text: str
    was: str
    at: Spot
    stood: Spot | None
    language: str = ""


class FactChange(Struct, frozen=True):
    """Something else that the manifests, or the files, say of themselves.

    Attributes:
        name: ``pages``, ``marking``, ``conformance``, ``edition``, ``title``, ``withheld``.
    """

    name: str
    old: str
    new: str


class AttachmentChange(Struct, frozen=True):
    """A file within the file.

    Attributes:
        was: Lines that it no longer has; nothing of what is no text.
        now: Lines that it has instead.
    """

    kind: Kind
    name: str
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


class FileDiff(Struct, frozen=True):
    """What differs between two files that stand for each other.

    Attributes:
        name: Of the new file, or else of the old one.
        document: And the three below: what it is by its manifest; empty where there is none.
        compared: False where there is only one, or both are the same bytes.
        traced: Both are in a manifest, so that figures and sources could be compared.
    """

    name: str
    document: str
    country: str
    audience: str
    language: str
    recipient: str
    status: Status
    compared: bool
    traced: bool
    facts: tuple[FactChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    sources: tuple[SourceChange, ...] = ()
    statements: tuple[StatementChange, ...] = ()
    attachments: tuple[AttachmentChange, ...] = ()


class Side(Struct, frozen=True):
    """One of the two builds.

    Attributes:
        name: As the caller named it, or what stands for it: ``editions/2022-04-01``.
        edition: Its date; empty where it is not known.
    """

    name: str
    edition: str


class Diff(Struct, frozen=True):
    """What differs between two builds, file by file, in the order of their names."""

    old: Side
    new: Side
    files: tuple[FileDiff, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing differs that a reader could notice."""
        return all(file.status == "equal" for file in self.files)
