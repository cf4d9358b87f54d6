"""What a style says of markings, notices and watermarks; what it does not follows from the rest."""

from msgspec.structs import replace

from briefing.load.styles.colours import Palette
from briefing.load.styles.contrast import LEAST, contrast, watermark_of
from briefing.load.styles.texts import Texts
from briefing.load.syntax.fields import Fields, what_it_is
from briefing.load.syntax.yaml_doc import YamlMap
from briefing.model.style import LABEL_SIZE, Colour, MarkingStyle, Style, TextStyle, plain_marking

UNSAID: Colour = ""
"""Stands for the colour of watermarks until all of a style is known to be sound."""

_BLACK: Colour = "#000000"


def read_marking(fields: Fields | None, style: Style, texts: Texts, palette: Palette) -> Style:
    """Add to a style, all else of which is read, how it marks its pages."""
    plain = _plain(style)
    if fields is None:
        return replace(style, marking=plain)
    marking = MarkingStyle(
        label=_text(fields, "label", texts, plain.label),
        fill=_colour(fields, "fill", palette, plain.fill),
        notice=_text(fields, "notice", texts, plain.notice),
        notice_fill=_colour(fields, "notice-fill", palette, plain.notice_fill),
        watermark=_colour(fields, "watermark", palette, plain.watermark),
    )
    fields.done()
    if marking.label.size < LABEL_SIZE:
        message = f"the label of markings is small: {marking.label.size:g}pt"
        fields.problems.error(fields.place("label"), message, f"at least {LABEL_SIZE:g}pt")
    return replace(style, marking=marking)


def with_watermark(style: Style) -> Style:
    """Give a sound style a colour for watermarks, behind which its text can be read."""
    marking = style.marking
    if marking is None or marking.watermark != UNSAID:
        return style
    colour = watermark_of(style, style.palette["ink"])
    return replace(style, marking=replace(marking, watermark=colour))


def _plain(style: Style) -> MarkingStyle:
    """Give what a style need not say; its colours are those of the palette where white shows."""
    ink, accent = (style.palette.get(name, _BLACK) for name in ("ink", "accent"))
    running = style.paragraphs.get("running-head")
    head = running.text if running is not None else TextStyle("", LABEL_SIZE, _BLACK)
    plain = plain_marking(head, ink, accent)
    return replace(
        plain,
        fill=_shown(plain.label.colour, ink),
        notice_fill=_shown(plain.notice.colour, accent),
        watermark=UNSAID,
    )


def _shown(text: Colour, ground: Colour) -> Colour:
    return ground if contrast(text, ground) >= LEAST else _BLACK


def _colour(fields: Fields, name: str, palette: Palette, plain: Colour) -> Colour:
    return palette.read(fields, name) if fields.has(name) else plain


def _text(fields: Fields, name: str, texts: Texts, plain: TextStyle) -> TextStyle:
    node = fields.node(name)
    if node is None:
        return plain
    if type(node) is not YamlMap:
        message = f"{name!r} is {what_it_is(node)}"
        hint = "wanted: a mapping such as {text: head, size: 12pt}"
        fields.problems.error(node.where, message, hint)
        return plain
    part = Fields(node, fields.problems)
    text = texts.of(part, node)
    part.done()
    return text
