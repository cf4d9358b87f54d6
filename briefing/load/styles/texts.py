"""The faces of a style, and its texts: named looks of words."""

import re
from collections.abc import Callable, Mapping

from briefing.load.styles.colours import Palette
from briefing.load.styles.groups import BASE, Group
from briefing.load.styles.lengths import ZERO, Lengths
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlText
from briefing.model.style import Family, TextStyle

FIELDS = ("family", "size", "colour", "bold", "italic", "features", "tracking", "rise")
"""What may stand beside a ``text`` and change it."""

_FACES = ("regular", "italic", "bold", "bold-italic")
_FEATURE = re.compile("[a-z0-9]{4}")

Find = Callable[[YamlText], str | None]
"""Gives the absolute path of a font that a style names."""


def read_families(group: Fields, find: Find) -> dict[str, Family]:
    """Read the faces, and which families lend them characters."""
    problems = group.problems
    families: dict[str, Family] = {}
    fallbacks: list[Name] = []
    for key, node in group.entries():
        if type(node) is not YamlMap:
            hint = f"wanted: a mapping with {', '.join(_FACES)}"
            problems.error(node.where, f"the family {key.text!r} has no faces", hint)
            continue
        fields = Fields(node, problems)
        regular, italic, bold, bold_italic = (_face(fields, face, find) for face in _FACES)
        names = fields.names("fallback") or ()
        fallbacks += names
        fallback = tuple(name.text for name in names)
        families[key.text] = Family(regular, italic, bold, bold_italic, fallback)
        fields.done()
    for name in fallbacks:
        if name.text not in families:
            problems.unknown(name.where, "family", name.text, families)
    return families


def _face(fields: Fields, name: str, find: Find) -> str:
    fields.text(name)
    node = fields.node(name)
    if type(node) is not YamlText or not node.text:
        return ""
    path = find(node)
    if path is None:
        hint = "give its path from the folder of the styles"
        fields.problems.error(node.where, f"there is no font {node.text!r}", hint)
    return path or ""


class Texts:
    """The texts of a style, for its paragraphs and charts."""

    def __init__(
        self, style: Fields, families: Mapping[str, Family], palette: Palette, lengths: Lengths
    ) -> None:
        """Read and check all of them, those that nothing uses too."""
        self._problems = style.problems
        self._families = families
        self._palette = palette
        self._lengths = lengths
        self._group = Group(style, "text", "text")
        for name in self._group.names():
            self._text(self._group.get(name, style.where))

    def of(self, fields: Fields, part: YamlMap) -> TextStyle:
        """Read the text of a part: a named one, with what the part itself says of it."""
        name = fields.text("text", BASE)
        named = self._group.get(name, fields.place("text"))
        said = {key: part.entries[key] for key in FIELDS if fields.has(key)}
        if named is None or not said:
            return self._text(named)
        return self._text(YamlMap({**named.entries, **said}, named.file, named.line, named.column))

    def _text(self, part: YamlMap | None) -> TextStyle:
        if part is None:
            return TextStyle("", 1.0, "#000000")
        fields, lengths = Fields(part, self._problems), self._lengths
        family = fields.text("family")
        if family and family not in self._families:
            self._problems.unknown(fields.place("family"), "family", family, self._families)
        text = TextStyle(
            family=family,
            size=lengths.size(fields, "size"),
            colour=self._palette.read(fields, "colour"),
            bold=fields.truth("bold", False),
            italic=fields.truth("italic", False),
            features=self._features(fields),
            tracking=lengths.shift(fields, "tracking", ZERO),
            rise=lengths.shift(fields, "rise", ZERO),
        )
        fields.done()
        return text

    def _features(self, fields: Fields) -> tuple[str, ...]:
        node = fields.node("features")
        if type(node) is YamlList and not node.items:
            return ()  # none, where the text it takes from has some
        features = fields.names("features") or ()
        for feature in features:
            if not _FEATURE.fullmatch(feature.text):
                hint = "four letters or digits, such as onum"
                self._problems.error(feature.where, f"{feature.text!r} is no feature", hint)
        return tuple(feature.text for feature in features)
