"""The paragraphs of a style."""

from typing import Literal, get_args

from briefing.load.styles.groups import Group
from briefing.load.styles.lengths import ZERO, Lengths
from briefing.load.styles.texts import Texts
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.yaml_doc import YamlMap
from briefing.model.style import Alignment, ParagraphName, ParagraphStyle

NAMES: tuple[str, ...] = get_args(ParagraphName)

_ALIGNMENTS: tuple[Alignment, ...] = get_args(Alignment)
_BEGINS: tuple[Literal["here", "page", "right-page"], ...] = ("here", "page", "right-page")
_HEADINGS = ("h1", "h2", "h3", "contents-title")


def read_paragraphs(style: Fields, texts: Texts, lengths: Lengths) -> dict[str, ParagraphStyle]:
    """Read all paragraphs, each of which must be there."""
    group = Group(style, "paragraphs", "paragraph")
    paragraphs: dict[str, ParagraphStyle] = {}
    for name, part in group.all(NAMES):
        paragraphs[name] = _paragraph(Fields(part, style.problems), part, texts, lengths)
        begins = group.own(name, "begins")
        if begins is not None and name not in _HEADINGS:
            hint = f"only {', '.join(_HEADINGS)} may begin a page"
            style.problems.error(begins.where, f"'begins' means nothing for {name!r}", hint)
    return paragraphs


def _paragraph(fields: Fields, part: YamlMap, texts: Texts, lengths: Lengths) -> ParagraphStyle:
    paragraph = ParagraphStyle(
        text=texts.of(fields, part),
        leading=lengths.above_zero(fields, "leading"),
        align=fields.choice("align", _ALIGNMENTS, "left"),
        first_indent=lengths.shift(fields, "first-indent", ZERO),
        left=lengths.read(fields, "left", ZERO),
        right=lengths.read(fields, "right", ZERO),
        space_before=lengths.read(fields, "space-before", ZERO),
        space_after=lengths.read(fields, "space-after", ZERO),
        hyphenate=fields.truth("hyphenate", True),
        keep_with_next=fields.truth("keep-with-next", False),
        keep_together=fields.truth("keep-together", False),
        orphans=fields.whole("orphans", 2, least=1, most=9),
        widows=fields.whole("widows", 2, least=1, most=9),
        balance=fields.truth("balance", False),
        begins=fields.choice("begins", _BEGINS, "here"),
        wide=fields.truth("wide", False),
    )
    fields.done()
    return paragraph
