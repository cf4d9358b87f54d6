"""From the fields of a style to the style."""

from typing import Literal, get_args

from briefing.errors import Location
from briefing.load.styles.blocks import read_band, read_boxes, read_chart, read_table
from briefing.load.styles.colours import Palette
from briefing.load.styles.lengths import Lengths
from briefing.load.styles.marking import read_marking
from briefing.load.styles.page import read_fitting, read_paper, read_running, read_sheets
from briefing.load.styles.paragraphs import read_paragraphs
from briefing.load.styles.texts import Find, Texts, read_families
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap
from briefing.model.style import Addresses, NotePlace, RunningStyle, Style

_ADDRESSES: tuple[Addresses, ...] = get_args(Addresses)
_NOTES: tuple[NotePlace, ...] = get_args(NotePlace)
_CAPTIONS: tuple[Literal["numbered", "plain"], ...] = ("plain", "numbered")

HEAD = RunningStyle("{title}", "{publisher}", None, on_first_page=False)
"""The running head where a style says nothing of it."""

FOOT = RunningStyle("{kind}  ·  {edition}", "{folio}", None, on_first_page=True)
"""Likewise."""


def read_style(fields: Fields, name: str, where: Location, find: Find) -> Style:
    """Read a style.

    Args:
        fields: With those that it extends among them.
        name: Of the style.
        where: It begins.
        find: Gives the paths of fonts.
    """
    fields.node("extends")
    lengths = Lengths(fields)
    palette = Palette(_part(fields, "palette"))
    families = read_families(_part(fields, "families"), find)
    texts = Texts(fields, families, palette, lengths)
    paper = read_paper(_part(fields, "paper"), lengths)
    head, foot = read_running(fields.fields("running"), palette, HEAD, FOOT)
    style = Style(
        name=name,
        paper=paper,
        families=families,
        palette=palette.colours,
        paragraphs=read_paragraphs(fields, texts, lengths),
        boxes=read_boxes(fields, palette, lengths),
        table=read_table(_part(fields, "table"), palette, lengths),
        band=read_band(_part(fields, "band"), palette, lengths),
        chart=read_chart(_part(fields, "chart"), texts, palette),
        link=palette.read(fields, "link"),
        addresses=fields.choice("addresses", _ADDRESSES, "printed"),
        where=where,
        notes=fields.choice("notes", _NOTES, "foot"),
        captions=fields.choice("captions", _CAPTIONS, "plain"),
        sheets=read_sheets(fields, palette, lengths, paper),
        head=head,
        foot=foot,
        fitting=read_fitting(fields.fields("fitting")),
    )
    style = read_marking(fields.fields("marking"), style, texts, palette)
    fields.done()
    return style


def _part(style: Fields, name: str) -> Fields:
    part = style.fields(name)
    if part is not None:
        return part
    if not style.has(name):
        style.missing(name, "a mapping")
    # What it should hold has been told of as one; nothing more is said of each.
    return Fields(YamlMap({}, "", 0, 0), Problems())
