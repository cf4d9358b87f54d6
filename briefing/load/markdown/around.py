"""What surrounds a block, and what it takes from there."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from briefing.load.conditions import spoken
from briefing.load.expressions import Checker, Scope
from briefing.load.markdown.inlines import Bears, Setting
from briefing.model.prose import PLAIN, Attributes, Conditions

Inside = Literal[
    "document", "section", "front matter", "columns", "sheet", "box", "list", "quotation",
    "definition",
]  # fmt: skip
"""What a block stands in directly; the first two are whole files."""


class Around(NamedTuple):
    """What surrounds a block.

    Attributes:
        references: The addresses that links may name.
        scope: The variables of the repeats around it.
        language: That of its words, unless it says another.
        depth: So many lists, quotations, boxes and the like stand around it.
    """

    checker: Checker
    references: Mapping[str, Any]
    language: str
    inside: Inside
    scope: Scope = ()
    depth: int = 0

    def given(self, attributes: Attributes) -> "Around":
        """Give what surrounds the content of a block that carries `attributes`."""
        if attributes is PLAIN:
            return self
        inner = self.speaking(attributes.conditions)
        if attributes.language:
            inner = inner._replace(language=attributes.language)
        if attributes.repeat:
            inner = inner._replace(scope=(*self.scope, attributes.repeat.name))
        return inner

    def speaking(self, conditions: Conditions) -> "Around":
        """Give the same in the one language that conditions name, if they name one."""
        return self._replace(language=spoken(conditions, self.language))

    def deeper(self, inside: Inside) -> "Around":
        """Give what surrounds the blocks of a list, a quotation, a box and the like."""
        return self._replace(inside=inside, depth=self.depth + 1)

    def setting(self, bears: Bears = "words") -> Setting:
        """Give what surrounds the words of a block."""
        return Setting(self.checker, self.language, self.scope, self.references, bears)


WHOLE: tuple[Inside, ...] = ("document", "section", "front matter")
"""Where what takes room of its own on a page can stand."""

STANDS: Mapping[str, tuple[Inside, ...]] = {
    "section": WHOLE,
    "chart": (*WHOLE, "columns", "box"),
    "table": (*WHOLE, "columns", "box"),
    "picture": (*WHOLE, "columns", "box", "sheet"),
    "contents": WHOLE,
    "figures": WHOLE,
    "tables": WHOLE,
    "abbreviations": WHOLE,
    "indicators": WHOLE,
    "sources": WHOLE,
    "notes": WHOLE,
    "credits": (*WHOLE, "columns", "sheet"),
    "imprint": (*WHOLE, "columns", "sheet"),
    "columns": WHOLE,
    "sheet": ("document", "front matter"),
    "front matter": ("document",),
    "float": (*WHOLE, "columns"),
    "box": (*WHOLE, "columns", "box", "list", "quotation", "definition"),
    "heading": (*WHOLE, "columns", "box", "sheet"),
}
"""What can stand where; all other blocks can stand everywhere."""

_NAMES: Mapping[Inside, str] = {
    "columns": "in columns", "front matter": "in the front matter", "sheet": "on a sheet",
}  # fmt: skip


def standing(inside: Inside) -> str:
    """Say where a block stands, such as ``in a list``."""
    return _NAMES.get(inside, f"in a {inside}")
