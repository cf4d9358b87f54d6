"""Flow in, pages out: break lines, fill pages, write in page numbers, give everything its place.

Lines are broken once and pages are filled once; what depends on the number of a page is written
into lines that are already set, so nothing ever flows again. It words nothing and paints nothing.
"""

from briefing.errors import ContentError
from briefing.layout.galley import make_galley
from briefing.layout.lines.characters import missing_characters
from briefing.layout.lines.paragraphs import Setter
from briefing.layout.pages.limits import page_count_problem, unplaceable
from briefing.layout.pages.numbering import number_pages
from briefing.layout.pages.plans import plan_pages
from briefing.layout.pages.region import Region
from briefing.layout.placing import Placer
from briefing.layout.stamps import make_stamps
from briefing.layout.stamps.running import Running
from briefing.model.flow import Flow
from briefing.model.page import Pages
from briefing.text.fonts import Fonts

__all__ = ["layout"]


def layout(flow: Flow, fonts: Fonts) -> Pages:
    """Set a flow on pages.

    Raises:
        ContentError: With every character that no face has; or with everything that does not
            fit its place; or because there are too few pages or too many.
        ValueError: A note has no marker, or a marker no note.
    """
    lacking = missing_characters(flow, fonts)
    if lacking:
        raise ContentError(lacking)
    paper = flow.style.paper
    region = Region(paper.inner, paper.top, paper.measure, paper.height - paper.top - paper.bottom)
    setter = Setter(flow.style, fonts)
    stamps = make_stamps(flow, setter)
    galley = make_galley(flow, setter, region.height, stamps)
    plans = plan_pages(galley, region, flow.style)
    if not plans:
        raise ContentError(unplaceable(galley, region, flow.where))
    sides = number_pages(galley, plans)
    problem = page_count_problem(flow, sides)
    if problem is not None:
        raise ContentError([problem])
    running = Running(flow.head, flow.foot, paper, setter, stamps)
    pages, anchors = Placer(flow, galley, running, region, fonts, stamps).pages(sides)
    return Pages(
        pages, anchors, flow.links, flow.structure, flow.outline, flow.metadata,
        flow.attachments, flow.style,
    )  # fmt: skip
