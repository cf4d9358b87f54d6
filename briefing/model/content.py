"""What the author wrote: parsed and checked for form, neither chosen nor worded.

Made by `load`, read by `tailor` (and, for what is forbidden, by the pipeline). Everything that
came from a file says `where`.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from briefing.errors import Location, Rule
from briefing.model.boundaries import Boundaries
from briefing.model.chart_spec import ChartSpec
from briefing.model.conformance import UA1_A3A, Conformance
from briefing.model.country import Indicator, Place, Reading, Unit
from briefing.model.drawing import Drawing
from briefing.model.people import Person
from briefing.model.prose import ALWAYS, Align, Block, Conditions, Inline, Width
from briefing.model.source import Source
from briefing.model.style import Style


class Section(Struct, frozen=True):
    """A piece of text with a heading, known by its file's name.

    Attributes:
        title: Printed as a heading of level 1; empty where the section has none.
        needs: Indicators without which it is left out.
        short: The title as running heads have it; empty where that is the title itself.
    """

    id: str
    title: tuple[Inline, ...]
    needs: tuple[str, ...]
    blocks: tuple[Block, ...]
    conditions: Conditions
    where: Location
    short: tuple[Inline, ...] = ()


TableShow = Literal["value unit period", "value unit", "value period", "value"]

TableDraw = Literal["none", "bar", "spark"]
"""A bar from zero for the figure, or a line through all figures of the place."""


class TableColumn(Struct, frozen=True):
    """A column that prints one indicator.

    Attributes:
        draw: What stands beside the figure.
        conditions: Who sees the column.
        group: Printed over it, once for all neighbours of the same group; empty for none.
    """

    label: tuple[Inline, ...]
    indicator: str
    show: TableShow
    where: Location
    align: Align = "decimal"
    group: tuple[Inline, ...] = ()
    draw: TableDraw = "none"
    conditions: Conditions = ALWAYS


class TableSpec(Struct, frozen=True):
    """A table made from readings: places down, indicators across.

    Attributes:
        rows: Keys of places.
        highlight: The key of the place that is picked out, ``"country"`` for the brief's own,
            or empty.
        missing: Printed where there is no reading.
        is_known: The author said so, and knows that there may be none.
    """

    id: str
    title: tuple[Inline, ...]
    rows: tuple[str, ...]
    highlight: str
    columns: tuple[TableColumn, ...]
    missing: str
    note: tuple[Inline, ...]
    conditions: Conditions
    where: Location
    is_known: bool = False


class PictureSpec(Struct, frozen=True):
    """A picture and what is said of it.

    Attributes:
        image: As in its file: a bitmap as wide as it has pixels, or shapes.
        alt: What it shows, in words; empty for an ornament, which says nothing.
        title: Printed with its number; empty where it has no caption.
        credit: Whose work it is, as the list of credits prints it.
        code: The address that it is a QR code of; empty for any other picture.
    """

    id: str
    image: Drawing
    alt: tuple[Inline, ...]
    title: tuple[Inline, ...]
    note: tuple[Inline, ...]
    credit: tuple[Inline, ...]
    span: Width
    conditions: Conditions
    where: Location
    code: str = ""


class Abbreviation(Struct, frozen=True):
    """A short form and what it stands for, in each of the project's languages."""

    key: str
    long: Mapping[str, str]
    where: Location


class Document(Struct, frozen=True):
    """A template: what is printed, in order.

    Attributes:
        kind: In plain words, printed in the running head, such as ``Country brief``.
        style: The name of a style.
        countries: The places it repeats over; empty where it is made once.
        audiences: Those it is made for.
        languages: Those it is made in.
        authors: Their names; the file names the publisher where there are none.
        identifiers: Such as ``doi:10.1234/abc``, each with the name of its kind.
        least_pages: A finished file has at least this many.
        most_pages: And at most this many.
        neutral: How the Chatham House Rule words those who may not be named, by language, as one
            and as several of them; None where the rule does not hold.
        watermark: Printed behind every page; empty for none.
        embargo: The first day on which it may be published, as ISO 8601; empty for none.
    """

    id: str
    kind: str
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...]
    style: str
    countries: tuple[str, ...]
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    least_pages: int
    most_pages: int | None
    blocks: tuple[Block, ...]
    conditions: Conditions
    where: Location
    authors: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    neutral: Mapping[str, tuple[str, str]] | None = None
    watermark: str = ""
    embargo: str = ""


class Secret(Struct, frozen=True):
    """Words that the project declares to be secret.

    Attributes:
        conditions: Who may know them; None for nobody: they are in no file.
    """

    text: str
    conditions: Conditions | None
    where: Location


class Audience(Struct, frozen=True):
    """A declared group of readers; `clearance` is the highest marking it may see."""

    key: str
    name: str
    clearance: str
    where: Location


class Edition(Struct, frozen=True):
    """The date of everything that is made: an input, as ISO 8601.

    Attributes:
        date: The only date in a file.
        label: As it is printed.
        facts_as_of: Until when the facts were followed; empty where it is not said.
    """

    date: str
    label: str
    facts_as_of: str


class Publisher(Struct, frozen=True):
    """Who answers for the papers."""

    name: str
    url: str
    email: str
    note: str


class Licence(Struct, frozen=True):
    """Under which terms the papers may be used."""

    name: str
    url: str


class Limits(Struct, frozen=True):
    """What figures are held to (``gates`` in ``content/project.yaml``).

    Attributes:
        age: Years from the end of a figure's period to the day that the edition's facts are of;
            older ones are stale. An indicator may have a limit of its own. None for no limit.
        jump: The share of the last edition's figure by which a new one may differ from it; 0.5 is
            half. None for no limit.
        differ: The share of the larger by which two figures for one thing may differ and still be
            the same, as where one source rounds.
        apart: Years that may lie between the periods of figures that stand side by side. None for
            no limit.
    """

    age: float | None = None
    jump: float | None = None
    differ: float = 0.0
    apart: float | None = None


class Project(Struct, frozen=True):
    """What ``content/project.yaml`` says.

    Attributes:
        markings: From the most open to the most closed.
        scheme: Whose they are: those of the Traffic Light Protocol 2.0, or the project's own.
        marks_open: Files that hold nothing above the most open marking are labelled too.
        default_marking: Of whatever carries none; one of `markings`.
        credit: The work the content is drawn from; worded like any text.
        runs_code: Functions of its own are called for its charts.
        boundaries: What maps are drawn with; None where it is not stated, and no map can be.
        conformance: The standards that its files keep, unless a caller wants others.
        lowered: Rule → why breaking it is a warning in this project and no error.
        secrets: Searched for in every file.
        accepted: Forbidden texts whose absence cannot be proved, which the author knows of, with
            their places in its file.
        limits: What its figures are held to.
        names_with_numbers: Names and signs whose digits count nothing, such as ``5G``; in ``B-#``
            the sign stands for any number.
        citations: The CSL style of its notes: the name of one that travels with the package, or a
            file of the project.
    """

    name: str
    title: str
    edition: Edition
    languages: tuple[str, ...]
    style: str
    publisher: Publisher
    licence: Licence
    credit: tuple[Inline, ...]
    markings: tuple[str, ...]
    default_marking: str
    audiences: Mapping[str, Audience]
    where: Location
    runs_code: bool = False
    boundaries: Boundaries | None = None
    conformance: Conformance = UA1_A3A
    lowered: Mapping[Rule, str] = {}
    scheme: Literal["tlp", "own"] = "own"
    marks_open: bool = False
    secrets: tuple[Secret, ...] = ()
    accepted: Mapping[str, Location] = {}
    limits: Limits = Limits()
    names_with_numbers: tuple[str, ...] = ()
    citations: str = "notes"

    @property
    def silent(self) -> tuple[str, ...]:
        """Names and signs whose digits count nothing, that of its licence among them."""
        return tuple(filter(None, (*self.names_with_numbers, self.licence.name)))


class Content(Struct, frozen=True):
    """Everything a project says, checked: every name that occurs is known.

    Attributes:
        root: The project's folder, as the caller named it.
        readings: By indicator, then by place, in the order of their periods.
        inputs: Path below the project's folder → SHA-256 of each file that was read.
        citations: The text of the project's own citation style; empty for a packaged one.
    """

    root: str
    project: Project
    places: Mapping[str, Place]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    readings: Mapping[str, Mapping[str, tuple[Reading, ...]]]
    sources: Mapping[str, Source]
    sections: Mapping[str, Section]
    charts: Mapping[str, ChartSpec]
    tables: Mapping[str, TableSpec]
    documents: Mapping[str, Document]
    styles: Mapping[str, Style]
    inputs: Mapping[str, str]
    pictures: Mapping[str, PictureSpec] = {}
    abbreviations: Mapping[str, Abbreviation] = {}
    people: Mapping[str, Person] = {}
    citations: str = ""
