"""The palette of a style: the one place where its colours have values."""

import re
from collections.abc import Mapping

from briefing.load.syntax.fields import Fields
from briefing.load.syntax.yaml_doc import YamlText
from briefing.model.style import Colour

NEEDED = ("accent", "ink", "rule")
"""What every palette holds, for the program itself uses them."""

NONE = "none"

_COLOUR = re.compile("#[0-9a-f]{6}", re.IGNORECASE)
_HARMLESS: Colour = "#000000"


class Palette:
    """Colours by name.

    Attributes:
        colours: All of them.
    """

    def __init__(self, fields: Fields) -> None:
        colours: dict[str, Colour] = {}
        for key, node in fields.entries():
            text = node.text if type(node) is YamlText else ""
            good = _COLOUR.fullmatch(text) is not None
            if key.text == NONE:
                hint = "where a colour may be left out, the word means just that"
                fields.problems.error(key.where, f"a colour cannot be called {NONE!r}", hint)
            if not good:
                hint = 'write it in quotes, like "#12436d"'
                fields.problems.error(node.where, f"{text!r} is no colour", hint)
            colours[key.text] = text.lower() if good else _HARMLESS
        for name in NEEDED:
            if name not in colours:
                fields.missing(name, "a colour, for the program itself uses it")
        self.colours: Mapping[str, Colour] = colours

    def read(self, fields: Fields, name: str) -> Colour:
        """Read a colour, which must be there."""
        text = fields.text(name, wanted="a colour of the palette")
        if text and text not in self.colours:
            fields.problems.unknown(fields.place(name), "colour", text, self.colours)
        return self.colours.get(text, _HARMLESS)

    def read_or_none(self, fields: Fields, name: str, *, needed: bool = True) -> Colour | None:
        """Read a colour or the word ``none``."""
        wanted = "a colour of the palette, or none"
        text = fields.text(name, None if needed else NONE, wanted=wanted)
        if text and text not in self.colours and text != NONE:
            fields.problems.unknown(fields.place(name), "colour", text, {*self.colours, NONE})
        return self.colours.get(text)

    def read_list(self, fields: Fields, name: str) -> tuple[Colour, ...]:
        """Read at least one colour."""
        names = fields.names(name)
        if names is None:
            fields.missing(name, "a list of colours")
            return ()
        for one in names:
            if one.text not in self.colours:
                fields.problems.unknown(one.where, "colour", one.text, self.colours)
        return tuple(self.colours.get(one.text, _HARMLESS) for one in names)
