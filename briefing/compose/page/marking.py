"""What stands on every page: the marking, an embargo, a recipient's name, a watermark.

On the pages all of it is artifacts; in the block of the title it stands once as text, so that those
who hear the paper know it too.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from briefing.compose.ledger import Ledger
from briefing.compose.text.looks import coloured, emboldened
from briefing.compose.text.pieces import Kid, Look, paragraph_item, text_piece
from briefing.model.flow import PageLabel, ParagraphItem, Watermark
from briefing.model.structure import Node
from briefing.model.style import LABEL_SIZE, Colour, MarkingStyle, ParagraphStyle, plain_marking
from briefing.numbers import format_date
from briefing.units import Pt

DRAFT = "draft"
"""The watermark that is worded in the document's language."""

_TLP: Mapping[str, Colour] = {
    "CLEAR": "#ffffff",
    "GREEN": "#33ff00",
    "AMBER": "#ffc000",
    "AMBER+STRICT": "#ffc000",
    "RED": "#ff2b2b",
}
"""On a black ground. Source: FIRST, Traffic Light Protocol, version 2.0 (2022), colour coding."""

_TLP_GROUND: Colour = "#000000"
_TLP_LANGUAGE = "en"  # its labels are never translated
_DOT = "  ·  "
_CLOSE = 0.25  # white between two lines of what stands on every page, in lines


def marking_label(ledger: Ledger) -> PageLabel | None:
    """Make the label of the highest marking that is included."""
    text = _marking(ledger)
    if not text:
        return None
    look = _look(ledger)
    if ledger.manuscript.scheme == "tlp":
        colour = _TLP[ledger.manuscript.marking]
        return PageLabel(text, coloured(look.label, colour), _TLP_GROUND)
    return PageLabel(text, look.label, look.fill)


def restriction_label(ledger: Ledger) -> PageLabel | None:
    """Word until when the paper must not be published.

    Source: FIRST, Traffic Light Protocol, version 2.0 (2022): documents say additional restrictions
    beside the label, in the header and footer of each page.
    """
    text, look = _embargo(ledger), _look(ledger)
    return PageLabel(text, look.notice, look.notice_fill) if text else None


def notice_labels(ledger: Ledger) -> tuple[PageLabel, ...]:
    """Word whose copy it is."""
    text, look = _copy(ledger), _look(ledger)
    return (PageLabel(text, look.notice, look.notice_fill),) if text else ()


def watermark(ledger: Ledger) -> Watermark | None:
    """Word the watermark, in capitals."""
    text, look = _watermark(ledger), _look(ledger)
    return Watermark(text.upper(), coloured(look.label, look.watermark)) if text else None


def set_standing(
    style: ParagraphStyle, ledger: Ledger, *, lines_before: float
) -> tuple[list[ParagraphItem], list[Kid]]:
    """Set all that stands on every page as text: the marking, then a line of the rest.

    The marking is no smaller than in the labels of pages.

    Args:
        style: Of what stands around it.
        ledger: Of the document.
        lines_before: White above the first line of it, in lines.

    Source:
        FIRST, Traffic Light Protocol, version 2.0 (2022): labels are of 12 points or more.
    """
    notices = _DOT.join(filter(None, (_watermark(ledger), _embargo(ledger), _copy(ledger))))
    tlp = ledger.manuscript.scheme == "tlp"
    marking_language = _TLP_LANGUAGE if tlp else ledger.language
    before = style.leading * lines_before
    bold = replace(style, text=emboldened(style.text), space_after=Pt(0), balance=True)
    large = _enlarged(bold, Pt(max(bold.text.size, LABEL_SIZE)))
    items: list[ParagraphItem] = []
    kids: list[Kid] = []
    lines = ((_marking(ledger), large, marking_language), (notices, bold, ledger.language))
    for text, own, language in lines:
        if text:
            piece = text_piece(text, Look(own.text, language), ledger, ledger.manuscript.where)
            differing = language if language != ledger.language else ""
            spaced = replace(own, space_before=Pt(before))
            items.append(paragraph_item(piece, spaced, ledger))
            before = style.leading * _CLOSE
            kids.append(Node("P", tuple(piece.kids), language=differing))
    return items, kids


def _enlarged(style: ParagraphStyle, size: Pt) -> ParagraphStyle:
    """Set larger, with as much more between the lines."""
    leading = Pt(style.leading * size / style.text.size)
    return replace(style, text=replace(style.text, size=size), leading=leading)


def _marking(ledger: Ledger) -> str:
    """What the label says; nothing where the most open marking is not printed."""
    manuscript = ledger.manuscript
    if manuscript.is_open and not manuscript.marks_open:
        return ""
    if manuscript.scheme == "tlp":
        return f"TLP:{manuscript.marking}"
    return manuscript.marking.upper()


def _embargo(ledger: Ledger) -> str:
    manuscript = ledger.manuscript
    if not manuscript.embargo:
        return ""
    return ledger.words.embargo.format(date=format_date(manuscript.embargo, manuscript.language))


def _copy(ledger: Ledger) -> str:
    recipient = ledger.manuscript.recipient
    return ledger.words.copy.format(name=recipient) if recipient else ""


def _watermark(ledger: Ledger) -> str:
    own = ledger.manuscript.watermark
    return ledger.words.draft if own == DRAFT else own


def _look(ledger: Ledger) -> MarkingStyle:
    style = ledger.style
    if style.marking is not None:
        return style.marking
    ink = style.paragraphs["body"].text.colour
    return plain_marking(style.paragraphs["running-head"].text, ink, style.palette["accent"])
