"""All files of a project, in the order in which their names become known."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from briefing.errors import Location
from briefing.load.abbreviations import read_abbreviations
from briefing.load.charts import BESIDE as BESIDE_CHARTS
from briefing.load.charts import Reader, read_chart
from briefing.load.checks import Files as Placeable
from briefing.load.checks import check_together
from briefing.load.checks.ahead import check_ahead
from briefing.load.checks.choices import FILE as CHOICES
from briefing.load.checks.choices import Choices, read_choices, with_choices
from briefing.load.checks.judged import check_contradictions
from briefing.load.checks.labels import check_data, check_labels
from briefing.load.checks.missing import check_missing
from briefing.load.checks.overlaps import check_overlaps
from briefing.load.checks.uncited import check_uncited
from briefing.load.conditions import Grounds
from briefing.load.conditions.below import Below
from briefing.load.countries import read_places
from briefing.load.documents import read_document, read_section
from briefing.load.expressions import Checker
from briefing.load.expressions.known import Known
from briefing.load.people import Roll, read_people, read_roll
from briefing.load.pictures import BESIDE, read_picture
from briefing.load.project import read_project
from briefing.load.project.boundaries import read_boundaries
from briefing.load.project.citation_style import read_citation_style
from briefing.load.project.secrets import read_accepted, read_secrets
from briefing.load.prose import prose_of
from briefing.load.readings import Readings, read_readings
from briefing.load.readings.indicators import read_indicators, read_units
from briefing.load.sources import Works, read_works, with_conditions
from briefing.load.sources.reports import report_works
from briefing.load.styles import Styles
from briefing.load.syntax.fields import Fields, Name, top_fields
from briefing.load.syntax.files import Files, TextFile
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import parse_yaml
from briefing.load.tables import read_table_spec
from briefing.load.tabular import BESIDE as BESIDE_READINGS
from briefing.load.tabular import (
    FOLDER,
    Description,
    gathered,
    is_description,
    read_description,
    read_tables,
)
from briefing.model.chart_spec import ChartSpec
from briefing.model.content import (
    Abbreviation,
    Content,
    Document,
    PictureSpec,
    Project,
    Section,
    TableSpec,
)
from briefing.model.country import Indicator, Place, Reading, Unit
from briefing.model.source import Source

Value = TypeVar("Value")
Text = TypeVar("Text", Document, Section)

_PROJECT = "content/project.yaml"
_ABBREVIATIONS = "content/abbreviations.yaml"
_PEOPLE = "content/people.yaml"
_SAID_WHERE_PRINTED = ("people",)
"""Files whose words may be in any script; the text that prints them says their language."""

_KINDS = {
    "readings": ".yaml", "sections": ".md", "charts": ".yaml", "tables": ".yaml",
    "pictures": ".yaml", "documents": ".md",
}  # fmt: skip
_NOT_WORDS = (
    "accepted-unprovable", "boundaries", "credit", "licence", "lower-to-warnings", "name",
    "publisher", "secrets",
)  # fmt: skip
"""What `project.yaml` says in names, in Markdown, to its authors alone, or to nobody."""
_AMONG = {"charts": BESIDE_CHARTS, "pictures": BESIDE, "readings": BESIDE_READINGS}


def read_whole(root: Path, packaged_styles: Path, problems: Problems) -> Content | None:
    """Read everything; None, and why, if the project itself cannot be read."""
    files = Files(root, problems)
    if not files.find(_PROJECT) and not files.find("content/countries.yaml"):
        # That every other file is missing too would help nobody.
        hint = "a project is a folder that holds it"
        problems.error(Location(_PROJECT, 1), "the file is missing", hint)
        return None
    file = files.read(_PROJECT)
    fields = top_fields(parse_yaml(file, problems), problems) if file else None
    styles = Styles(files, root, packaged_styles, problems)
    data = _read_data(files, fields, problems)
    names = {
        kind: files.names(f"content/{kind}", ending, _AMONG.get(kind, ()))
        for kind, ending in _KINDS.items()
    }
    texts = _Texts(files, names, Checker(_known(data, names, styles), problems), data)
    project = _finished(data.project, file, fields, texts.checker)
    people = read_people(data.people, texts.checker) if data.people else {}
    sources = data.sources or {}
    if data.works:
        sources = with_conditions(data.works, texts.checker)
    readings = texts.readings()
    sections, charts, tables = texts.sections(), texts.charts(), texts.tables()
    pictures, documents = texts.pictures(), texts.documents()
    if project is not None:
        titled = [section.id for section in sections.values() if section.title]
        grounds = Grounds(data.places or {}, project.markings, project.default_marking)
        below = Below(titled, grounds)
        sections = {key: _handed_down(one, below) for key, one in sections.items()}
        documents = {key: _handed_down(one, below) for key, one in documents.items()}
    placeable = Placeable(sections, charts, tables, pictures, data.places or {})
    check_together(documents, placeable, problems)
    if data.works:
        report_works(sources, data.works.wholes | (texts.checker.known.cited or set()), problems)
    citations = read_citation_style(fields, files) if fields else ""
    used = [document.style for document in documents.values()]
    read_styles = styles.read([project.style, *used] if project else used)
    choices = texts.choices()
    if project is None:
        return None
    content = Content(
        root=str(root), project=project, places=data.places or {}, units=data.units or {},
        indicators=data.indicators or {}, readings=readings, sources=sources,
        sections=sections, charts=charts, tables=tables, documents=documents,
        styles=read_styles, inputs=dict(sorted({**files.inputs, **styles.inputs()}.items())),
        pictures=pictures, abbreviations=data.abbreviations or {},
        people=people, citations=citations,
    )  # fmt: skip
    check_contradictions(content, problems)
    check_uncited(content, problems)
    content = with_choices(content, choices, problems)
    check_missing(content, problems)
    check_overlaps(content, problems)
    check_ahead(content, problems)
    return content


class _Data(NamedTuple):
    """What has to be known before any text is read; None where a file cannot be read."""

    project: Project | None
    places: dict[str, Place] | None
    units: dict[str, Unit] | None
    indicators: dict[str, Indicator] | None
    sources: dict[str, Source] | None
    abbreviations: dict[str, Abbreviation] | None
    states_boundaries: bool = False
    people: Fields | None = None
    roll: Roll | None = Roll((), ())
    works: Works | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        return self.project.languages if self.project else ("en",)


def _read_data(files: Files, fields: Fields | None, problems: Problems) -> _Data:
    project = read_project(fields) if fields else None
    if project is not None and fields is not None:
        check_data(fields.mapping, project.languages[0], problems, skip=_NOT_WORDS)
        project = replace(project, boundaries=read_boundaries(fields, files))
    languages = project.languages if project else ("en",)

    def read(name: str, reader: Callable[[Fields], Value]) -> Value | None:
        file = files.read(f"content/{name}.yaml")
        given = top_fields(parse_yaml(file, problems), problems) if file else None
        if given and name not in _SAID_WHERE_PRINTED:
            check_data(given.mapping, languages[0], problems)
        return reader(given) if given else None

    places = read("countries", lambda given: read_places(given, languages))
    units = read("units", read_units)
    indicators = read("indicators", lambda given: read_indicators(given, units))
    works = read_works(files, languages[0], problems)
    sources = works.sources if works else None
    short: dict[str, Abbreviation] | None = {}
    if files.find(_ABBREVIATIONS):
        short = read("abbreviations", lambda given: read_abbreviations(given, languages))
    stated = fields is not None and fields.has("boundaries")
    people = read("people", lambda given: given) if files.find(_PEOPLE) else None
    roll = read_roll(people) if people else None if files.find(_PEOPLE) else Roll((), ())
    return _Data(project, places, units, indicators, sources, short, stated, people, roll, works)


def _known(data: _Data, names: dict[str, tuple[str, ...]], styles: Styles) -> Known:
    project, units = data.project, data.units or {}
    return Known(
        markings=project.markings or None if project else None,
        audiences=project.audiences if project else None,
        languages=data.languages,
        places=data.places,
        indicators=data.indicators,
        sources=data.sources,
        sections=names["sections"],
        charts=names["charts"],
        tables=names["tables"],
        pictures=names["pictures"],
        styles=styles.names(),
        abbreviations=data.abbreviations,
        units=data.units,
        default_marking=project.default_marking if project else "",
        persons=data.roll.keys if data.roll else None,
        groups=data.roll.groups if data.roll else None,
        cited=set(),
        documents=names["documents"],
        measured={
            key: units[indicator.unit]
            for key, indicator in (data.indicators or {}).items()
            if indicator.unit in units
        },
    )


def _finished(
    project: Project | None, file: TextFile | None, fields: Fields | None, checker: Checker
) -> Project | None:
    """Read what a project says of other files: the works its credit cites, its style."""
    if project is None or file is None or fields is None:
        return None
    if project.style:
        style = Name(project.style, fields.place("style"))
        checker.known.check("style", style, checker.problems)
    return replace(
        project,
        credit=prose_of(checker, file).read(fields, "credit"),
        secrets=read_secrets(fields, project, checker),
        accepted=read_accepted(fields),
    )


def _handed_down(text: Text, below: Below) -> Text:
    blocks = below.blocks(text.blocks)
    return text if blocks is text.blocks else replace(text, blocks=blocks)


class _Texts(NamedTuple):
    """Reads the files of which there may be many, each known by its name."""

    files: Files
    names: dict[str, tuple[str, ...]]
    checker: Checker
    data: _Data

    def readings(self) -> Readings:
        readings: list[Reading] = []
        described: list[Description] = []
        for _, fields, _ in self._mappings("readings"):
            if not is_description(fields):
                readings += read_readings(fields, self.checker)
            elif one := read_description(fields, FOLDER, self.checker):
                described.append(one)
        tables = read_tables(described, self.files, self.checker)
        return gathered(readings, tables, self.checker.problems)

    def choices(self) -> Choices:
        if not self.files.find(CHOICES):
            return {}
        file = self.files.read(CHOICES)
        fields = (
            top_fields(parse_yaml(file, self.checker.problems), self.checker.problems)
            if file
            else None
        )
        return read_choices(fields, self.checker) if fields else {}

    def sections(self) -> dict[str, Section]:
        read = (
            (key, read_section(key, file, self.checker)) for key, file in self._each("sections")
        )
        return {key: section for key, section in read if section}

    def documents(self) -> dict[str, Document]:
        read = (
            (key, read_document(key, file, self.checker, self.data.project))
            for key, file in self._each("documents")
        )
        return {key: document for key, document in read if document}

    def charts(self) -> dict[str, ChartSpec]:
        known = self.files, self.checker, self.data.indicators
        project = self.data.project
        runs_code = bool(project and project.runs_code)
        # What is stated and could not be read has been taken down already.
        bounded = project is None or project.boundaries is not None or self.data.states_boundaries
        read = (
            (key, read_chart(key, Reader(fields, file, *known, runs_code, bounded)))
            for key, fields, file in self._mappings("charts")
        )
        charts = {key: chart for key, chart in read if chart}
        for chart in charts.values():
            check_labels(chart, self.data.languages[0], self.checker.problems)
        return charts

    def tables(self) -> dict[str, TableSpec]:
        return {
            key: read_table_spec(key, fields, file, self.checker)
            for key, fields, file in self._mappings("tables")
        }

    def pictures(self) -> dict[str, PictureSpec]:
        read = (
            (key, read_picture(key, fields, file, self.checker, self.files))
            for key, fields, file in self._mappings("pictures")
        )
        return {key: picture for key, picture in read if picture}

    def _each(self, kind: str) -> Iterator[tuple[str, TextFile]]:
        for name in self.names[kind]:
            file = self.files.read(f"content/{kind}/{name}{_KINDS[kind]}")
            if file is not None:
                yield name, file

    def _mappings(self, kind: str) -> Iterator[tuple[str, Fields, TextFile]]:
        problems = self.checker.problems
        for name, file in self._each(kind):
            fields = top_fields(parse_yaml(file, problems), problems)
            if fields is not None:
                yield name, fields, file
