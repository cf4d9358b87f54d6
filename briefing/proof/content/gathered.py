"""What a walk through the content gathers: texts that are withheld, and texts that are not."""

from collections.abc import Iterable

from msgspec import Struct, field

from briefing.errors import Location

Scope = tuple[tuple[frozenset[str] | None, frozenset[str] | None], ...]
"""The countries and languages of everything around a text; None where any will do."""


class View(Struct, frozen=True):
    """How a part of the content is seen.

    Attributes:
        withheld: From the audience, by the part itself or by something around it.
        scope: Where it applies.
        printed: It is in the document, so what it says is allowed where it is not withheld.
        given: Variables of the repeats around it, each with the texts that it may stand for.
        current: An edition of this date has it, else nothing of it is printed either.
    """

    withheld: bool = False
    scope: Scope = ()
    printed: bool = True
    given: tuple[tuple[str, tuple[str, ...]], ...] = ()
    current: bool = True


class Gathered(Struct):
    """Texts in the order they were met.

    Attributes:
        withheld: With their places.
        allowed: By where they apply.
        shown_places: Of allowed texts.
        fillings: What may fill a gap of an allowed text.
        withheld_names: Names of files and headings, and keys of sources, with their places.
        allowed_names: Likewise.
        withheld_works: Keys of sources that withheld parts cite, with the places of the citations.
        allowed_works: Keys of sources that anything else cites.
        withheld_shorts: Abbreviations that withheld parts use, likewise.
        allowed_shorts: Abbreviations that anything else uses.
        withheld_pictures: Names of pictures, likewise.
        allowed_pictures: Likewise.
    """

    withheld: dict[tuple[str, Location], None] = field(default_factory=dict)
    allowed: dict[Scope, dict[str, None]] = field(default_factory=dict)
    shown_places: set[Location] = field(default_factory=set)
    fillings: dict[str, None] = field(default_factory=dict)
    withheld_names: dict[str, Location] = field(default_factory=dict)
    allowed_names: dict[str, None] = field(default_factory=dict)
    withheld_works: dict[str, Location] = field(default_factory=dict)
    allowed_works: set[str] = field(default_factory=set)
    withheld_shorts: dict[str, Location] = field(default_factory=dict)
    allowed_shorts: set[str] = field(default_factory=set)
    withheld_pictures: dict[str, Location] = field(default_factory=dict)
    allowed_pictures: set[str] = field(default_factory=set)

    def say(self, text: str, where: Location, view: View) -> None:
        """Take a text."""
        if not any(map(str.isalnum, text)):
            return
        if view.withheld:
            self.withheld[text, where] = None
        elif view.printed and view.current:
            self.allowed.setdefault(view.scope, {})[text] = None
            self.shown_places.add(where)

    def name(self, name: str, where: Location, view: View) -> None:
        """Take a name, which is no text but may end up in the file."""
        if view.withheld:
            self.withheld_names.setdefault(name, where)
        else:
            self.allowed_names[name] = None

    def cite(self, key: str, where: Location, view: View) -> None:
        """Take a source."""
        if view.withheld:
            self.withheld_works.setdefault(key, where)
        else:
            self.allowed_works.add(key)

    def shorten(self, key: str, where: Location, view: View) -> None:
        """Take an abbreviation."""
        if view.withheld:
            self.withheld_shorts.setdefault(key, where)
        else:
            self.allowed_shorts.add(key)

    def show(self, name: str, where: Location, view: View) -> None:
        """Take a picture."""
        if view.withheld:
            self.withheld_pictures.setdefault(name, where)
        else:
            self.allowed_pictures.add(name)

    def fill(self, texts: Iterable[str]) -> None:
        """Take texts that may fill a gap."""
        self.fillings.update(dict.fromkeys(texts))
