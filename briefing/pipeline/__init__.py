"""The order of the stages. Nothing else knows it.

In: a project's folder and a request. Out: a finished, proved file. What an audience may not see is
computed apart from tailoring and handed to the proof alone.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from briefing.compose import compose
from briefing.errors import ContentError, Diagnostic
from briefing.figures import House
from briefing.layout import layout
from briefing.load import Loaded, contested, figure_of, load, missing_of, readings_of
from briefing.model.account import Account
from briefing.model.content import Content
from briefing.model.flow import Flow
from briefing.model.manuscript import Manuscript, Omission, Tailored
from briefing.model.page import Pages
from briefing.model.prose import PARTS
from briefing.model.provenance import Traced
from briefing.model.request import Made, Request
from briefing.model.style import Style
from briefing.pdf import write_pdf
from briefing.pipeline.alone import packaged_style, packaged_styles, set_alone
from briefing.pipeline.drawings import drawings_of
from briefing.pipeline.figures import awaited, check_chart, scale_of, style_of
from briefing.pipeline.fit import Fitted, fit
from briefing.pipeline.jumps import jumps
from briefing.pipeline.manifest import entry
from briefing.pipeline.recipients import check_distinct, check_printable, copies
from briefing.pipeline.select import check_names, find_conformance, requests
from briefing.pipeline.unprovable import unprovable
from briefing.pipeline.untraced import Untraced
from briefing.proof import declared_secrets, forbidden, prove, prove_inputs
from briefing.provenance import trace
from briefing.tailor import explain as account_of
from briefing.tailor import tailor
from briefing.text.fonts import fonts_of

__all__ = [
    "Fitted",
    "Loaded",
    "check",
    "check_distinct",
    "check_printable",
    "copies",
    "explain",
    "figure_style",
    "make",
    "numbers_of",
    "open_project",
    "packaged_style",
    "packaged_styles",
    "pages_of",
    "prove_names",
    "requests",
    "set_alone",
    "tailored_of",
    "warnings_of",
    "with_conformance",
    "with_figure",
    "with_readings",
]

Tick = Callable[[str], None]
"""Told the name of each stage as it ends: for measuring."""


def open_project(root: Path) -> Loaded:
    """Read and check the project in the folder `root`.

    Raises:
        ContentError: With every problem found.
    """
    loaded = load(root, packaged_styles())
    check_names(loaded.content)
    return loaded


def with_conformance(content: Content, name: str) -> Content:
    """Let files keep other standards than the project says.

    Raises:
        ValueError: The name is not known.
    """
    return replace(content, project=replace(content.project, conformance=find_conformance(name)))


def with_readings(content: Content, rows: Any, *, replacing: bool) -> Content:
    """Add figures from elsewhere, beside what the project has for the same or in its place.

    Raises:
        ContentError: With every row that cannot be used.
        TypeError: `rows` are neither dictionaries nor a frame.
    """
    return readings_of(content, rows, replacing=replacing)


def warnings_with(content: Content, before: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Judge anew where figures are missing, once some have been added.

    Args:
        content: With them.
        before: What the project was warned of without them.
    """
    others = [one for one in before if one.rule != "missing-country"]
    return tuple(sorted({*others, *missing_of(content)}))


def with_figure(content: Content, chart: str, figure: Any, given: Mapping[str, Any]) -> Content:
    """Put a matplotlib Figure in the place that a chart keeps for it.

    Raises:
        ContentError: With every row of its data that cannot be used.
        TypeError: It is no Figure.
        ValueError: The chart takes none, or the figure comes without its data or words.
    """
    from briefing.charts.figures.library import bring  # late: with it comes matplotlib

    return figure_of(content, check_chart(content, chart), bring(chart, figure), given)


def figure_style(
    content: Content, chart: str, document: str | None
) -> AbstractContextManager[House]:
    """Set matplotlib to the style and size that a figure has in a document, or in the project's.

    Raises:
        ValueError: A name is not known.
    """
    from briefing.charts.figures.library import house_for

    spec = content.charts[check_chart(content, chart)]
    style = style_of(content, document)
    size = style.paper.share(PARTS[spec.span]), spec.height
    return house_for(size, style.chart, fonts_of(style.families), scale_of(content, spec))


def tailored_of(content: Content, request: Request) -> Tailored:
    """Choose and word the text of one brief."""
    return tailor(
        content,
        request.document,
        place=request.place,
        audience=request.audience,
        language=request.language,
        recipient=request.recipient,
    )


def pages_of(content: Content, request: Request, tick: Tick | None = None) -> Fitted:
    """Tailor one brief and set it on its pages.

    Raises:
        ContentError: The author must mend something.
    """
    tailored = tailored_of(content, request)
    _told(tick, "tailor")
    style = content.styles[tailored.manuscript.style]
    fonts = fonts_of(style.families)
    drawings = drawings_of(tailored.manuscript, style)
    _told(tick, "charts")

    def set_pages(manuscript: Manuscript, style: Style) -> tuple[Flow, Pages]:
        flow = compose(manuscript, drawings, style)
        _told(tick, "compose")
        pages = layout(flow, fonts)
        _told(tick, "layout")
        return flow, pages

    return fit(tailored, style, set_pages)


def numbers_of(content: Content, request: Request) -> tuple[Traced, ...]:
    """Trace the numbers that one brief prints.

    Raises:
        ContentError: The author must mend something.
    """
    fitted = pages_of(content, request)
    return _traced(content, fitted)


def _traced(content: Content, fitted: Fitted) -> tuple[Traced, ...]:
    silent = content.project.silent
    return trace(fitted.tailored.manuscript, fitted.flow, fitted.pages, silent)


def make(content: Content, request: Request, tick: Tick | None = None) -> Made:
    """Make one brief and prove that nothing leaks.

    Raises:
        ContentError: The author must mend something.
        ProofError: The file holds what its audience may not see.
    """
    fitted = pages_of(content, request, tick)
    tailored, pages = fitted.tailored, fitted.pages
    kept = content.project.conformance
    pdf = write_pdf(pages, fonts_of(pages.style.families), conformance=kept)
    _told(tick, "pdf")
    numbers = _traced(content, fitted)
    listed = entry(content, request, tailored, pdf, len(pages.pages), numbers)
    told = json.dumps(listed, ensure_ascii=False, indent=0)
    _told(tick, "manifest")
    withheld = forbidden(
        content,
        request.document,
        place=request.place,
        audience=request.audience,
        language=request.language,
    )
    prove(pdf, withheld, name=request.name, manifest=told)
    _told(tick, "proof")
    return Made(request, pdf, listed, tailored.omitted, withheld.files)


def prove_names(content: Content, requests: Iterable[Request]) -> None:
    """Prove that no name of the project's files, which the manifest lists, has a declared secret.

    A file of which its readers see nothing is not listed; its name may have no secret all the same.

    Raises:
        ProofError: One has a secret from the readers of any of the briefs.
    """
    if content.project.secrets:
        audiences = sorted({request.audience for request in requests})
        prove_inputs(content.inputs, declared_secrets(content, audiences))


def explain(content: Content, request: Request) -> Account:
    """Account for every item of one brief: in or out, and by which rule; for the author alone.

    Raises:
        ContentError: The document is not made for such a country or language.
    """

    def account(dropped: tuple[Omission, ...] = ()) -> Account:
        return account_of(
            content,
            request.document,
            place=request.place,
            audience=request.audience,
            language=request.language,
            dropped=dropped,
        )

    found = account()
    may_drop = content.documents[request.document].most_pages is not None
    if found.problems or found.note or not may_drop:
        return found  # nothing is dropped to save pages
    try:
        omitted = pages_of(content, request).tailored.omitted
    except ContentError as error:
        return replace(found, problems=error.problems)
    dropped = tuple([each for each in omitted if each.reason == "pages"])
    return account(dropped) if dropped else found


def check(content: Content, known: Collection[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
    """Lay out every brief of a project without writing one, and list every problem.

    Warnings are among them: of what is withheld, but could not be proved to be absent, and of
    numbers that have a source for some readers only; and notes: of figures that a program brings,
    and has not brought yet.

    Args:
        content: Of the project.
        known: What it was warned of when it was loaded, of which nothing is told twice.
    """
    asked = requests(content)
    problems = [*unprovable(content, asked, are_all=True), *contested(content), *jumps(content)]
    lost = Untraced(content, known)
    for request in asked:
        try:
            tailored = pages_of(content, request).tailored
        except ContentError as error:
            problems += error.problems
        else:
            problems += tailored.warnings
            lost.add(request, tailored.manuscript)
    problems += lost.told()
    return tuple(sorted({awaited(problem, content) for problem in problems}))


def warnings_of(
    content: Content,
    selected: Sequence[Request],
    known: Collection[Diagnostic] = (),
    *,
    with_unprovable: bool = False,
) -> tuple[Diagnostic, ...]:
    """Tell what breaks rules that only warn, as far as only briefs can tell.

    Briefs are tailored for that, not set; what else is wrong with them is told by who makes them.

    Args:
        content: Of the project.
        selected: The briefs.
        known: What it was warned of when it was loaded, of which nothing is told twice.
        with_unprovable: Also tell what is withheld and cannot be proved to be absent, which takes
            as long as the first proof, and numbers that have a source for some readers only.
    """
    found = set(jumps(content))
    if with_unprovable:
        found.update(unprovable(content, selected, are_all=False))
    lost = Untraced(content, known)
    for request in selected if with_unprovable or _may_warn(content) else ():
        with suppress(ContentError):
            tailored = tailored_of(content, request)
            found.update(tailored.warnings)
            if with_unprovable:
                lost.add(request, tailored.manuscript)
    return tuple(sorted({*found, *lost.told()}))


def _may_warn(content: Content) -> bool:
    """Tell whether a brief can break a rule without being refused."""
    project = content.project
    aged = (indicator.age_limit is not None for indicator in content.indicators.values())
    limits = (project.limits.age, project.limits.apart)
    return bool(project.lowered) or limits != (None, None) or any(aged)


def _told(tick: Tick | None, stage: str) -> None:
    if tick is not None:
        tick(stage)
