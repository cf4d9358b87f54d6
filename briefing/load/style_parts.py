"""From the fields of a style to its parts."""

import re
from collections.abc import Callable, Mapping
from typing import Literal, get_args

from briefing.errors import Location
from briefing.load.fields import Fields, Name, what_it_is
from briefing.load.problems import Problems
from briefing.load.style_groups import BASE, Group
from briefing.load.yaml_doc import YamlList, YamlMap, YamlText
from briefing.model.content import BoxKind
from briefing.model.style import (
    Addresses,
    Alignment,
    BandStyle,
    BoxStyle,
    ChartStyle,
    Colour,
    Family,
    PaperStyle,
    ParagraphName,
    ParagraphStyle,
    Style,
    TableStyle,
    TextStyle,
)
from briefing.units import Pt

NEEDED_COLOURS = ("accent", "ink", "rule")
"""What every palette holds, for the program itself uses them."""

NO_COLOUR = "none"

_ADDRESSES: tuple[Addresses, ...] = get_args(Addresses)
_ALIGNMENTS: tuple[Alignment, ...] = get_args(Alignment)
_PARAGRAPHS: tuple[str, ...] = get_args(ParagraphName)
_BOXES: tuple[str, ...] = get_args(BoxKind)
_SIDES: tuple[Literal["left", "top"], ...] = ("left", "top")
_FACES = ("regular", "italic", "bold", "bold-italic")
_TEXT = ("family", "size", "colour", "bold", "italic", "features", "tracking", "rise")
_ZERO = Pt(0)

_COLOUR = re.compile("#[0-9a-f]{6}", re.IGNORECASE)
_FEATURE = re.compile("[a-z0-9]{4}")

Find = Callable[[YamlText], str | None]
"""Gives the absolute path of a font that a style names."""


class StyleReader:
    """Reads one style."""

    def __init__(self, fields: Fields, find: Find) -> None:
        """Take the fields of a style, those it extends among them."""
        self._fields = fields
        self._problems = fields.problems
        self._find = find
        self._palette: Mapping[str, Colour] = {}
        self._families: Mapping[str, Family] = {}

    def read(self, name: str, where: Location) -> Style:
        """Read all of it."""
        fields = self._fields
        fields.node("extends")
        self._palette = self._read_palette()
        self._families = self._read_families()
        texts = Group(fields, "text", "text")
        for text in texts.names():
            self._text(texts.get(text, fields.where))
        paragraphs = Group(fields, "paragraphs", "paragraph").all(_PARAGRAPHS)
        boxes = Group(fields, "boxes", "box").all(_BOXES)
        style = Style(
            name=name,
            paper=self._paper(self._part("paper")),
            families=self._families,
            palette=self._palette,
            paragraphs={key: self._paragraph(part, texts) for key, part in paragraphs},
            boxes={key: self._box(Fields(part, self._problems)) for key, part in boxes},
            table=self._table(self._part("table")),
            band=self._band(self._part("band")),
            chart=self._chart(self._part("chart"), texts),
            link=self._colour(fields, "link"),
            addresses=fields.choice("addresses", _ADDRESSES, "printed"),
            where=where,
        )
        fields.done()
        return style

    def _part(self, name: str) -> Fields:
        part = self._fields.fields(name)
        if part is not None:
            return part
        if not self._fields.has(name):
            self._fields.missing(name, "a mapping")
        # What it should hold has been told of as one; nothing more is said of each.
        return Fields(YamlMap({}, "", 0, 0), Problems())

    # --- palette and families --------------------------------------------------------------

    def _read_palette(self) -> dict[str, Colour]:
        palette = self._part("palette")
        colours: dict[str, Colour] = {}
        for key, node in palette.entries():
            text = node.text if type(node) is YamlText else ""
            if not _COLOUR.fullmatch(text):
                hint = 'write it in quotes, like "#12436d"'
                self._problems.error(node.where, f"{text!r} is no colour", hint)
            colours[key.text] = text.lower() if _COLOUR.fullmatch(text) else "#000000"
        for name in NEEDED_COLOURS:
            if name not in colours:
                palette.missing(name, "a colour, for the program itself uses it")
        return colours

    def _colour(self, fields: Fields, name: str) -> Colour:
        text = fields.text(name, wanted="a colour of the palette")
        if text and text not in self._palette:
            self._problems.unknown(fields.place(name), "colour", text, self._palette)
        return self._palette.get(text, "#000000")

    def _colour_or_none(self, fields: Fields, name: str) -> Colour | None:
        text = fields.text(name, wanted="a colour of the palette, or none")
        return None if text == NO_COLOUR else self._colour(fields, name)

    def _read_families(self) -> dict[str, Family]:
        group = self._part("families")
        families: dict[str, Family] = {}
        fallbacks: list[Name] = []
        for key, node in group.entries():
            if type(node) is not YamlMap:
                hint = f"wanted: a mapping with {', '.join(_FACES)}"
                self._problems.error(node.where, f"the family {key.text!r} has no faces", hint)
                continue
            fields = Fields(node, self._problems)
            regular, italic, bold, bold_italic = (self._face(fields, face) for face in _FACES)
            names = fields.names("fallback") or ()
            fallbacks += names
            fallback = tuple(name.text for name in names)
            families[key.text] = Family(regular, italic, bold, bold_italic, fallback)
            fields.done()
        for name in fallbacks:
            if name.text not in families:
                self._problems.unknown(name.where, "family", name.text, families)
        return families

    def _face(self, fields: Fields, name: str) -> str:
        fields.text(name)
        node = fields.node(name)
        if type(node) is not YamlText or not node.text:
            return ""
        path = self._find(node)
        if path is None:
            hint = "give its path from the folder of the styles"
            self._problems.error(node.where, f"there is no font {node.text!r}", hint)
        return path or ""

    # --- texts and paragraphs --------------------------------------------------------------

    def _text(self, part: YamlMap | None) -> TextStyle:
        if part is None:
            return TextStyle("", 1.0, "#000000")
        fields = Fields(part, self._problems)
        family = fields.text("family")
        if family and family not in self._families:
            self._problems.unknown(fields.place("family"), "family", family, self._families)
        features = self._features(fields)
        for feature in features:
            if not _FEATURE.fullmatch(feature.text):
                hint = "four letters or digits, such as onum"
                self._problems.error(feature.where, f"{feature.text!r} is no feature", hint)
        text = TextStyle(
            family=family,
            size=self._above_zero(fields, "size"),
            colour=self._colour(fields, "colour"),
            bold=fields.truth("bold", False),
            italic=fields.truth("italic", False),
            features=tuple(feature.text for feature in features),
            tracking=fields.length("tracking", _ZERO),
            rise=fields.length("rise", _ZERO),
        )
        fields.done()
        return text

    def _features(self, fields: Fields) -> tuple[Name, ...]:
        node = fields.node("features")
        if type(node) is YamlList and not node.items:
            return ()  # none, where the text it takes from has some
        return fields.names("features") or ()

    def _text_of(self, fields: Fields, part: YamlMap, texts: Group) -> TextStyle:
        """Read the text of a part: a named one, with what the part itself says of it."""
        name = fields.text("text", BASE)
        named = texts.get(name, fields.place("text"))
        said = {key: part.entries[key] for key in _TEXT if fields.has(key)}
        if named is None:
            return self._text(None)
        return self._text(YamlMap({**named.entries, **said}, named.file, named.line, named.column))

    def _paragraph(self, part: YamlMap, texts: Group) -> ParagraphStyle:
        fields = Fields(part, self._problems)
        paragraph = ParagraphStyle(
            text=self._text_of(fields, part, texts),
            leading=self._above_zero(fields, "leading"),
            align=fields.choice("align", _ALIGNMENTS, "left"),
            first_indent=fields.length("first-indent", _ZERO),
            left=fields.length("left", _ZERO),
            right=fields.length("right", _ZERO),
            space_before=fields.length("space-before", _ZERO),
            space_after=fields.length("space-after", _ZERO),
            hyphenate=fields.truth("hyphenate", True),
            keep_with_next=fields.truth("keep-with-next", False),
            keep_together=fields.truth("keep-together", False),
            orphans=fields.whole("orphans", 2, least=1, most=9),
            widows=fields.whole("widows", 2, least=1, most=9),
            balance=fields.truth("balance", False),
        )
        fields.done()
        return paragraph

    def _above_zero(self, fields: Fields, name: str) -> Pt:
        length = fields.length(name)
        if length <= 0 and type(fields.node(name)) is YamlText:
            self._problems.error(fields.place(name), f"{name!r} is not above zero")
        return length

    # --- the rest --------------------------------------------------------------------------

    def _paper(self, fields: Fields) -> PaperStyle:
        margins = fields.fields("margins")
        if margins is None:
            fields.missing("margins", "a mapping with top, bottom, inner and outer")
            margins = Fields(YamlMap({}, "", 0, 0), Problems())
        paper = PaperStyle(
            width=fields.length("width"),
            height=fields.length("height"),
            top=margins.length("top"),
            bottom=margins.length("bottom"),
            inner=margins.length("inner"),
            outer=margins.length("outer"),
            head=fields.length("head"),
            foot=fields.length("foot"),
            note_gap=fields.length("note-gap"),
            note_rule=fields.length("note-rule"),
            column_gap=fields.length("column-gap"),
        )
        margins.done()
        fields.done()
        room = paper.height - paper.top - paper.bottom
        if paper.width and paper.height and (paper.measure <= 0 or room <= 0):
            message = "the margins leave no room for text"
            self._problems.error(margins.where, message, "make them smaller than the paper")
        return paper

    def _box(self, fields: Fields) -> BoxStyle:
        box = BoxStyle(
            fill=self._colour_or_none(fields, "fill"),
            rule=self._colour_or_none(fields, "rule"),
            rule_side=fields.choice("rule-side", _SIDES, "left"),
            rule_width=fields.length("rule-width", _ZERO),
            padding_x=fields.length("padding-x"),
            padding_y=fields.length("padding-y"),
            space_before=fields.length("space-before"),
            space_after=fields.length("space-after"),
        )
        fields.done()
        return box

    def _table(self, fields: Fields) -> TableStyle:
        table = TableStyle(
            head_rule=self._colour(fields, "head-rule"),
            row_rule=self._colour(fields, "row-rule"),
            highlight_fill=self._colour(fields, "highlight-fill"),
            padding_x=fields.length("padding-x"),
            padding_y=fields.length("padding-y"),
            space_before=fields.length("space-before"),
            space_after=fields.length("space-after"),
        )
        fields.done()
        return table

    def _band(self, fields: Fields) -> BandStyle:
        band = BandStyle(
            fill=self._colour(fields, "fill"),
            accent=self._colour(fields, "accent"),
            padding_top=fields.length("padding-top"),
            padding_bottom=fields.length("padding-bottom"),
            space_after=fields.length("space-after"),
        )
        fields.done()
        return band

    def _chart(self, fields: Fields, texts: Group) -> ChartStyle:
        series = fields.names("series")
        if series is None:
            fields.missing("series", "a list of colours")
        for name in series or ():
            if name.text not in self._palette:
                self._problems.unknown(name.where, "colour", name.text, self._palette)
        chart = ChartStyle(
            accent=self._colour(fields, "accent"),
            neutral=self._colour(fields, "neutral"),
            series=tuple(self._palette.get(name.text, "#000000") for name in series or ()),
            grid=self._colour(fields, "grid"),
            axis=self._colour(fields, "axis"),
            label=self._chart_text(fields, "label", texts),
            value=self._chart_text(fields, "value", texts),
        )
        fields.done()
        return chart

    def _chart_text(self, fields: Fields, name: str, texts: Group) -> TextStyle:
        node, wanted = fields.node(name), "a mapping such as {text: sans, size: 8pt}"
        if type(node) is not YamlMap:
            if node is None:
                fields.missing(name, wanted)
            else:
                message = f"{name!r} is {what_it_is(node)}"
                self._problems.error(node.where, message, f"wanted: {wanted}")
            return self._text(None)
        part = Fields(node, self._problems)
        text = self._text_of(part, node, texts)
        part.done()
        return text
