"""What surrounds a block, and what it takes from there."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from briefing.load.expressions import Checker, Scope
from briefing.load.markdown.inlines import Setting
from briefing.model.content import PLAIN, Attributes


class Around(NamedTuple):
    """What surrounds a block.

    Attributes:
        references: The addresses that links may name.
        scope: The variables of the repeats around it.
        language: That of its words, unless it says another.
        depth: So many lists, quotations and boxes stand around it.
        boxed: It stands directly in a box.
    """

    checker: Checker
    references: Mapping[str, Any]
    language: str
    scope: Scope = ()
    depth: int = 0
    boxed: bool = False

    def given(self, attributes: Attributes) -> "Around":
        """Give what surrounds the content of a block that carries `attributes`."""
        if attributes is PLAIN:
            return self
        scope, language = self.scope, self.language
        if attributes.repeat:
            scope = (*scope, attributes.repeat.name)
        languages = attributes.conditions.languages
        if attributes.language:
            language = attributes.language
        elif languages and len(languages) == 1:
            (language,) = languages
        return Around(self.checker, self.references, language, scope, self.depth, self.boxed)

    def deeper(self, *, boxed: bool = False) -> "Around":
        """Give what surrounds the blocks of a list, a quotation or a box."""
        return Around(
            self.checker, self.references, self.language, self.scope, self.depth + 1, boxed
        )

    def setting(self) -> Setting:
        """Give what surrounds the words of a block."""
        return Setting(self.checker, self.language, self.scope, self.references)
