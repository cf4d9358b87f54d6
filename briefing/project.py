"""The library: a project, and the briefs it can make."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from briefing import batch, pipeline
from briefing.editions.keeping import kept
from briefing.encryption import Encryption
from briefing.errors import Diagnostic
from briefing.figures import House
from briefing.kept import LAST
from briefing.model.account import Account
from briefing.model.content import Content
from briefing.model.manuscript import Omission
from briefing.model.page import Pages, PlacedLine
from briefing.model.request import Made, Request
from briefing.tracing.asking import trace_text
from briefing.tracing.values import Answer

if TYPE_CHECKING:
    from briefing.editions import Diff


class Project(Struct, frozen=True):
    """Content that is loaded and checked.

    Attributes:
        content: Everything the project says.
        warnings: What its authors should look at, although it stops nothing.
    """

    content: Content
    warnings: tuple[Diagnostic, ...] = ()

    def brief(
        self,
        document: str,
        *,
        country: str | None = None,
        audience: str | None = None,
        language: str | None = None,
    ) -> "Brief":
        """Name one brief; nothing is made yet.

        Args:
            document: The name of a document.
            country: Its alpha-3 or alpha-2 code or its name; for documents made by country.
            audience: Its key; may be left out where there is only one.
            language: Its code; may be left out where there is only one.

        Raises:
            ValueError: A name is not known, or the selection stands for none or several.
        """
        found = self.briefs(
            documents=[document],
            countries=[country] if country else [],
            audiences=[audience] if audience else [],
            languages=[language] if language else [],
        )
        if len(found) > 1:
            names = ", ".join(brief.name for brief in found[:6])
            raise ValueError(f"{len(found)} briefs answer to this, say which: {names}")
        return found[0]

    def briefs(
        self,
        *,
        documents: Iterable[str] = (),
        countries: Iterable[str] = (),
        audiences: Iterable[str] = (),
        languages: Iterable[str] = (),
        declined: bool = False,
    ) -> tuple["Brief", ...]:
        """List the briefs of a selection; an empty selector means all of its kind.

        Args:
            documents: Names of documents.
            countries: Codes or names of countries.
            audiences: Keys of audiences.
            languages: Codes of languages.
            declined: Those that a document's own conditions keep from its readers are listed, too,
                and those for audiences that it is not made for; they can be explained, not made.

        Raises:
            ValueError: A name is not known, or nothing answers to the selection.
        """
        selected = pipeline.requests(
            self.content,
            tuple(documents),
            tuple(countries),
            tuple(audiences),
            tuple(languages),
            declined=declined,
        )
        return tuple(Brief(self.content, request) for request in selected)

    def check(self) -> tuple[Diagnostic, ...]:
        """Set every brief without writing one, and list every problem, with warnings and notes."""
        return pipeline.check(self.content, self.warnings)

    def check_links(self, *, days: int = 30) -> tuple[Diagnostic, ...]:
        """Try the addresses of sources and links, and tell those that lead nowhere or elsewhere.

        Args:
            days: What was fine so many days ago is not tried again; it is kept in the project's
                folder ``.briefing``.
        """
        from briefing.links import USUAL, check_links  # late: nothing else here asks the network

        return check_links(self.content, replace(USUAL, days=days))

    def warnings_of(
        self, briefs: Iterable["Brief"], *, with_unprovable: bool = False
    ) -> tuple[Diagnostic, ...]:
        """Tell what breaks rules that only warn, as far as only briefs can tell.

        Args:
            briefs: Those that are meant.
            with_unprovable: Also tell what is withheld and cannot be proved to be absent from
                them, which takes as long as the first proof, and numbers that have a source for
                some readers only.
        """
        requests = [brief.request for brief in briefs]
        known = self.warnings
        return pipeline.warnings_of(self.content, requests, known, with_unprovable=with_unprovable)

    def trace(self, number: str, briefs: Iterable["Brief"] | None = None) -> tuple[Answer, ...]:
        """Say where a number comes from, such as ``16–18%``.

        Args:
            number: With or without a unit; hyphens do for dashes.
            briefs: Those in which it is looked for; all, if none are given.

        Returns:
            One answer for each place in the content that prints it.

        Raises:
            ContentError: A brief cannot be made.
            ValueError: There is no number in `number`.
        """
        selected = self.briefs() if briefs is None else briefs
        return trace_text(self.content, number, [brief.request for brief in selected])

    def with_conformance(self, name: str) -> "Project":
        """Let its files keep other standards; the project itself is not changed.

        Args:
            name: ``ua1+a3a``, ``ua1+a2a`` (no attachments) or ``none`` (the smallest files,
                without a structure for screen readers).

        Raises:
            ValueError: The name is not known.
        """
        return replace(self, content=pipeline.with_conformance(self.content, name))

    def with_readings(self, rows: Any, *, replacing: bool = False) -> "Project":
        """Add figures of your own to those of the project; the project itself is not changed.

        A figure for what the project has one for already is its rival, as if both stood in files:
        where two sources differ nothing is made until ``content/choices.yaml`` says which is
        printed, and a second figure of one source is refused. Where a row says nothing of who may
        see it, that is who may see what the project has for the same.

        Args:
            rows: Dictionaries with the fields of ``content/readings``: ``indicator``, ``country``,
                ``value``, ``period``, ``source`` and, where there is one, ``locator``. A frame with
                such columns does as well: of pandas, polars, Arrow or whatever narwhals knows;
                a million rows of it take seconds. Its index is a column where it has a name.
            replacing: They take the place of all that the project has for the same indicator, place
                and period, such as a revision does. The manifest tells of each that does.

        Raises:
            ContentError: With every row that cannot be used.
            TypeError: `rows` are neither dictionaries nor a frame.
        """
        content = pipeline.with_readings(self.content, rows, replacing=replacing)
        warnings = pipeline.warnings_with(content, self.warnings)
        return replace(self, content=content, warnings=warnings)

    def with_figure(
        self,
        chart: str,
        figure: Any,
        *,
        title: str | None = None,
        alt: str | None = None,
        data: Any = None,
        unit: str | None = None,
        decimals: int | None = None,
        source: str | None = None,
        locator: str | None = None,
        note: str | None = None,
    ) -> "Project":
        """Bring the matplotlib Figure of a chart; the project itself is not changed.

        The chart's spec says ``chart: figure`` and ``given: true``. It may leave out the words and
        the data, which are brought here then. The figure is drawn as it is now, and every reader
        gets the same: what some may not see must not be in it.

        Args:
            chart: Its name.
            figure: From matplotlib, from seaborn (the figure of its axes or of its grid), or from
                plotnine (what ``draw()`` gives).
            title: The finding, as plain text.
            alt: What it shows, for those who cannot see it, as plain text.
            data: What it shows, as rows for the attached file: dictionaries whose first key names
                the category and whose others name series; or a frame, as in `with_readings`.
            unit: A key of the units, for `data`.
            decimals: Those printed of `data`.
            source: A key of the sources, for `data`.
            locator: The place in it.
            note: Printed below it, as plain text.

        Raises:
            ContentError: With every row of `data` that cannot be used.
            TypeError: It is something else than a Figure.
            ValueError: The chart takes no figure, or words or data are missing.
        """
        given = {
            "title": title,
            "alt": alt,
            "data": data,
            "unit": unit,
            "decimals": decimals,
            "source": source,
            "locator": locator,
            "note": note,
        }
        content = pipeline.with_figure(self.content, chart, figure, given)
        return replace(self, content=content)

    def figure_style(
        self, chart: str, document: str | None = None
    ) -> AbstractContextManager[House]:
        """Set matplotlib to the house style while a figure for a chart is made.

        >>> with project.figure_style("opinions") as house:
        ...     figure = Figure(figsize=house.size)

        Args:
            chart: Its name.
            document: The document whose style and measure count; without it, the project's style.

        Raises:
            ValueError: A name is not known.
        """
        return pipeline.figure_style(self.content, chart, document)

    def build(
        self,
        out: str | Path = "out",
        *,
        briefs: Iterable["Brief"] | None = None,
        recipients: Iterable[str] = (),
        workers: int | None = None,
        executor: Executor | None = None,
        start: batch.StartMethod | None = None,
        encryption: Encryption | None = None,
        keep: bool = False,
        replace_kept: bool = False,
    ) -> tuple[Path, ...]:
        """Make briefs and write them, with their manifest, into the folder `out`.

        Args:
            out: It is made where it does not exist.
            briefs: Some of this project; all where none are given.
            recipients: Names; each gets a copy of each brief with the name on every page.
            workers: Processes to use; as many as pay where it is not said.
            executor: Where the work is done instead.
            start: How processes are started; None for the platform's own way.
            encryption: Of all files. They promise no PDF/A then, which forbids it, and are not
                equal byte for byte from build to build.
            keep: Keep the files and their manifest as the edition of the project's date too, in
                ``editions/<date>/`` of its folder. It holds what every audience got.
            replace_kept: In the place of another edition of the same date.

        Returns:
            The paths of the PDF files.

        Raises:
            ContentError: With every problem of every brief, or another edition of the same date is
                kept; nothing is written.
            ProofError: A file holds what its audience may not see; nothing is written.
            ValueError: Two files would have one name, or a recipient's is of no use for one, or
                cannot be printed.
        """
        asked = self.briefs() if briefs is None else tuple(briefs)
        wanted = [brief.request for brief in copies_for(asked, tuple(recipients))]
        count = batch.usable_workers(len(wanted)) if workers is None else workers
        made = batch.build(
            self.content,
            wanted,
            workers=count,
            executor=executor,
            start=start,
            encryption=encryption,
        )
        if not keep:
            return batch.write(made, self.content, Path(out))
        project = self.content.project
        files = batch.files_of(made, self.content)
        with kept(self.folder, project.edition.date, files, project.where, replace=replace_kept):
            return batch.write(made, self.content, Path(out))

    def diff(self, old: str | Path = LAST, new: str | Path = "out", password: str = "") -> "Diff":
        """Say what differs between two builds: figures, sources, statements, pages.

        Args:
            old: A folder with a ``manifest.json``, a PDF, the date of an edition that is kept, or
                ``last`` for the youngest.
            new: Likewise.
            password: Of those that encrypted files open with, any.

        Raises:
            KeptError: There is no such build, or nothing in one stands for anything in the other.
            UnreadableError: A file cannot be opened, for instance for want of a password.
        """
        from briefing.editions import diff_builds  # late: so that it costs those nothing who build

        return diff_builds(old, new, self.folder, password)

    @property
    def folder(self) -> Path:
        """Of the project, as the caller named it."""
        return Path(self.content.root)


class Brief(Struct, frozen=True, dict=True):
    """One document for one audience, country and language; made when it is asked for."""

    content: Content
    request: Request

    @property
    def name(self) -> str:
        """Of its file, without the ending."""
        return self.request.name

    def for_recipient(self, name: str) -> "Brief":
        """The copy for one reader, whose name is on every page and in the file's name.

        Raises:
            ValueError: The name cannot be printed or be part of a file's name.
        """
        (request,) = pipeline.copies([self.request], [name])
        pipeline.check_printable(self.content, [request])
        return Brief(self.content, request)

    def pdf(self, *, encryption: Encryption | None = None) -> bytes:
        """The finished file, proved; with `encryption` it is made anew, and promises no PDF/A.

        Raises:
            ContentError: The author must mend something.
            ProofError: The file holds what its audience may not see.
        """
        if encryption is None:
            return self._made.pdf
        (made,) = batch.build(self.content, [self.request], encryption=encryption)
        return made.pdf

    def pages(self) -> Pages:
        """Its pages with everything in its place."""
        return pipeline.pages_of(self.content, self.request).pages

    def text(self) -> str:
        """Its text page by page, as it is read, notes at the foot of each."""
        lines = []
        for page in self.pages().pages:
            for item in page.items:
                if isinstance(item, PlacedLine):
                    lines.append("".join(run.text for run in item.runs))
            lines.append("")
        return "\n".join(lines)

    def manifest(self) -> dict[str, Any]:
        """What it is and what went into it."""
        return batch.manifest([self._made], self.content)

    def omitted(self) -> tuple[Omission, ...]:
        """What was left out and why; for the author alone."""
        return pipeline.pages_of(self.content, self.request).tailored.omitted

    def explain(self) -> Account:
        """Say of every item of its content whether it is in or out, and by which rule.

        For the author alone, like `omitted`: it quotes what is withheld. A brief that cannot be
        made is accounted for as well as can be, with the problems; where no file is made for its
        readers, nothing is in, and the account's note says why.
        """
        return pipeline.explain(self.content, self.request)

    @cached_property
    def _made(self) -> Made:
        return pipeline.make(self.content, self.request)


def copies_for(briefs: Sequence[Brief], recipients: Sequence[str]) -> tuple[Brief, ...]:
    """Give a copy of each brief for each recipient; without any, the briefs as they are.

    Raises:
        ValueError: Two files would have one name, or a recipient's is of no use for one, or
            cannot be printed.
    """
    copies = [
        (brief, request)
        for brief in briefs
        for request in pipeline.copies([brief.request], recipients)
    ]
    pipeline.check_distinct(request for _, request in copies)
    for brief, request in copies if recipients else ():
        pipeline.check_printable(brief.content, [request])
    return tuple(Brief(brief.content, request) for brief, request in copies)


def open_project(path: str | Path) -> Project:
    """Load and check the project in the folder `path`.

    Raises:
        ContentError: With every problem found.
    """
    loaded = pipeline.open_project(Path(path))
    return Project(loaded.content, loaded.warnings)
