"""What the content of pages holds: text by marked content, artifacts, and what is neither."""

from collections.abc import Mapping

from msgspec import Struct, field


class Line(Struct, frozen=True):
    """Text that stands on one base line.

    Attributes:
        x: Where it begins, in points from the page's origin, along the page's axes.
        y: Likewise, of the base line; upwards.
        end: Where the base line ends, as x.
        size: Of the letters, in points on the page.
        upright: It runs from the left to the right.
        gaps: Where in the text begins what stands apart, as labels of a chart do on one base line.
    """

    text: str
    x: float
    y: float
    end: float
    size: float
    upright: bool = True
    gaps: tuple[int, ...] = ()

    @property
    def stretches(self) -> tuple[str, ...]:
        """The text, divided where there are gaps."""
        ends = (*self.gaps, len(self.text))
        return tuple([self.text[at:end] for at, end in zip((0, *self.gaps), ends, strict=True)])


class Sequence(Struct, frozen=True):
    """A marked-content sequence with a number (MCID).

    Attributes:
        stream: The number of the form XObject that it is in; 0 for the page's own content.
        tag: It was marked with.
        text: As painted, with soft hyphens and white space as they are.
        lines: Its text in the order painted, a value for each base line.
        images: Bitmaps painted.
        paints: Shapes painted.
        times: How often the number occurs in the same content.
        within: ``Artifact`` or the tag with a number that it is inside of; empty for neither.
    """

    stream: int
    mcid: int
    tag: str
    text: str = ""
    lines: tuple[Line, ...] = ()
    images: int = 0
    paints: int = 0
    times: int = 1
    within: str = ""


class Artifact(Struct, frozen=True):
    """Content that is not read.

    Attributes:
        kind: Type and subtype: ``Pagination/Header``; empty for none.
        within: The tag with a number that it is inside of; empty for none.
    """

    kind: str
    text: str = ""
    images: int = 0
    within: str = ""


class FontUse(Struct, frozen=True):
    """A font as a page uses it.

    Attributes:
        name: BaseFont, with the tag of a subset.
        codes: How many were painted.
        unmapped: Codes painted for which no text is given → how often.
        senseless: Texts given for codes painted that mean nothing: U+0000, U+FFFD and those of
            private use → how often.
    """

    name: str
    codes: int
    unmapped: Mapping[int, int]
    senseless: Mapping[str, int]


class PageContent(Struct, frozen=True):
    """What one page paints.

    Attributes:
        number: From 1.
        sequences: (stream, MCID) → the sequence.
        artifacts: In the order painted.
        stray: Text outside of all marks.
        text: All text in the order painted, with spaces and line ends guessed from positions;
            of files without a structure alone.
        stray_images: Bitmaps outside of all marks.
        stray_paints: Shapes outside of all marks.
        fonts: Object and generation number → how the font is used.
        keys: Stream → its key in the parent tree (StructParents); 0 for the page.
        broken: What could not be read.
    """

    number: int
    sequences: Mapping[tuple[int, int], Sequence] = field(default_factory=dict)
    artifacts: tuple[Artifact, ...] = ()
    stray: str = ""
    text: str = ""
    stray_images: int = 0
    stray_paints: int = 0
    fonts: Mapping[tuple[int, int], FontUse] = field(default_factory=dict)
    keys: Mapping[int, int] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
