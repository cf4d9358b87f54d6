"""What a walk through the content gathers: texts that are withheld, and texts that are not."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct, field

from briefing.errors import Location
from briefing.model.forbidden import GAP

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


class Part(NamedTuple):
    """What tells a part of the content from others that begin at the same place.

    Attributes:
        text: Its words without gaps, or its numbers where it is a figure.
        where: Where it begins.
        is_figure: It is a figure, which may be printed in several ways.
    """

    text: str
    where: Location
    is_figure: bool = False


class Gathered(Struct):
    """Texts in the order they were met.

    Attributes:
        withheld: With their places, and which part of the content each is of.
        allowed: By where they apply.
        shown: Which parts allowed texts are of.
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

    withheld: dict[tuple[str, Location], Part] = field(default_factory=dict)
    allowed: dict[Scope, dict[str, None]] = field(default_factory=dict)
    shown: set[Part] = field(default_factory=set)
    fillings: dict[str, None] = field(default_factory=dict)
    withheld_names: dict[str, Location] = field(default_factory=dict)
    allowed_names: dict[str, None] = field(default_factory=dict)
    withheld_works: dict[str, Location] = field(default_factory=dict)
    allowed_works: set[str] = field(default_factory=set)
    withheld_shorts: dict[str, Location] = field(default_factory=dict)
    allowed_shorts: set[str] = field(default_factory=set)
    withheld_pictures: dict[str, Location] = field(default_factory=dict)
    allowed_pictures: set[str] = field(default_factory=set)

    def say(self, text: str, where: Location, view: View, whole: str | None = None) -> None:
        """Take a text, which may be one of those that a `whole` can be printed as."""
        if not any(map(str.isalnum, text)):
            return
        part = Part((text if whole is None else whole).replace(GAP, ""), where)
        if view.withheld:
            self.withheld.setdefault((text, where), part)
        elif view.printed and view.current:
            self.allowed.setdefault(view.scope, {})[text] = None
            self.shown.add(part)

    def figure(self, number: str, ways: Iterable[str], where: Location, view: View) -> None:
        """Take a figure by the ways to print it, or by those to which data add nothing."""
        part = Part(number, where, is_figure=True)
        if not view.withheld and view.printed and view.current:
            self.shown.add(part)
        for text in ways:
            if view.withheld:
                self.withheld[text, where] = part
            else:
                self.say(text, where, view)

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
