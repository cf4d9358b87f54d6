"""What an audit finds."""

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]


class UnreadableError(ValueError):
    """A file that cannot be opened at all.

    Attributes:
        file: As the caller named it.
        reason: Of one line, without a full stop: ``it is not a PDF``.
    """

    def __init__(self, file: str, reason: str) -> None:
        self.file = file
        self.reason = reason
        super().__init__(f"{file}: error: cannot be read: {reason}")

    def __reduce__(self) -> tuple[type["UnreadableError"], tuple[str, str]]:
        return type(self), (self.file, self.reason)


class PasswordError(UnreadableError):
    """An encrypted file that does not open without a password, or not with this one."""


class Claim(Struct, frozen=True):
    """A standard that a file says it keeps.

    Attributes:
        standard: As it is cited: ``PDF/UA-1``, ``PDF/A-3a``.
    """

    standard: str


class Fault(Struct, frozen=True):
    """Something wrong with a file.

    Attributes:
        rule: A short name, the same in every version: ``parent-tree``, ``alternative``.
        message: What is wrong: lower case, no full stop.
        page: Counted from 1; None where it is the file's.
        element: The path of the structure element: ``Document/Sect[2]/P[4]``; empty for none.
    """

    severity: Severity
    rule: str
    message: str
    page: int | None = None
    element: str = ""


class Font(Struct, frozen=True):
    """A font of a file.

    Attributes:
        name: Without the tag of a subset.
        kind: ``TrueType``, ``Type0/CIDFontType0``, ...
        bytes: Of the embedded program, as stored.
        unmapped: Codes painted for which no text is given.
    """

    name: str
    kind: str
    embedded: bool
    subset: bool
    to_unicode: bool
    bytes: int = 0
    unmapped: int = 0


class Passage(Struct, frozen=True):
    """A stretch of text in the order in which it is read.

    Attributes:
        role: Of the block it belongs to, after the role map: ``P``, ``H1``, ``TD``, ``Note``; in a
            file without a structure ``page``.
        text: As it is read aloud: alternatives instead of pictures, expansions not applied.
        page: That it begins on, from 1.
        language: That is in force, as BCP 47; empty for none.
    """

    role: str
    text: str
    page: int | None
    language: str = ""


class Link(Struct, frozen=True):
    """A link.

    Attributes:
        text: That is read for it.
        description: Of the annotation (Contents).
        target: An address, or ``page 7`` for a place in the file, or empty.
        tagged: The annotation stands in the structure.
    """

    text: str
    description: str
    target: str
    page: int
    tagged: bool


class Note(Struct, frozen=True):
    """A note: what stands beside its marker, and whether one gets there and back."""

    label: str
    text: str
    page: int | None
    has_reference: bool
    links_back: bool


class Image(Struct, frozen=True):
    """A figure of the structure, or a bitmap outside of all figures.

    Attributes:
        alternative: Text for those who cannot see it; None where there is none.
    """

    page: int | None
    alternative: str | None
    element: str = ""


class Attachment(Struct, frozen=True):
    """A file within the file.

    Attributes:
        kind: Its media type: ``text/csv``; empty where none is given.
        relationship: To what it is attached to: ``Data``, ``Source``, ...; empty for none.
        bytes: Of the file itself, not as it is stored.
    """

    name: str
    description: str
    kind: str
    relationship: str
    bytes: int


class Part(Struct, frozen=True):
    """What the bytes of a file go to: ``fonts``, ``images``, ``content``, ``structure``, ..."""

    name: str
    bytes: int


class Audit(Struct, frozen=True):
    """All there is to say of a file.

    Attributes:
        file: As the caller named it.
        version: Of PDF: ``1.7``.
        tagged: It says that it has a structure, and has one.
        producer: What wrote it, in its own words.
        dates: Those it holds, by their name; ISO 8601.
        sizes: They sum to `bytes`.
    """

    file: str
    bytes: int
    version: str
    encrypted: bool
    tagged: bool
    pages: int
    title: str
    language: str
    producer: str
    dates: dict[str, str]
    claims: tuple[Claim, ...]
    faults: tuple[Fault, ...]
    fonts: tuple[Font, ...]
    text: tuple[Passage, ...]
    links: tuple[Link, ...]
    notes: tuple[Note, ...]
    images: tuple[Image, ...]
    attachments: tuple[Attachment, ...]
    sizes: tuple[Part, ...]
