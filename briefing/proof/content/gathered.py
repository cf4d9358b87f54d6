"""What a walk through the content gathers: texts that are withheld, and texts that are not."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct, field

from briefing.errors import Location
from briefing.model.forbidden import GAP
from briefing.proof.content.readers import Loops

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
        loops: The repeats around it.
    """

    withheld: bool = False
    scope: Scope = ()
    printed: bool = True
    given: tuple[tuple[str, tuple[str, ...]], ...] = ()
    current: bool = True
    loops: Loops = ()


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


class Keys(Struct):
    """Names of one kind, such as keys of sources, in the order they were met.

    Attributes:
        withheld: With the first place of each.
        inside: Which of these stand in the document itself.
        allowed: Those that it may have.
        elsewhere: Those that its readers may find in something else.
    """

    withheld: dict[str, Location] = field(default_factory=dict)
    inside: set[str] = field(default_factory=set)
    allowed: dict[str, None] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)

    def take(self, name: str, where: Location, view: View) -> None:
        """Take one as it is seen here."""
        if view.withheld:
            self.withheld.setdefault(name, where)
            if view.printed:
                self.inside.add(name)
        elif view.printed and view.current:
            self.allowed[name] = None
        else:
            self.elsewhere.add(name)

    def forbidden(self) -> Iterator[tuple[str, Location]]:
        """Give those that must not be in the file: kept out of it, or from its readers anywhere."""
        for name, where in self.withheld.items():
            is_open = name in self.elsewhere and name not in self.inside
            if name not in self.allowed and not is_open:
                yield name, where


class Gathered(Struct):
    """Texts in the order they were met.

    Attributes:
        withheld: With their places, and which part of the content each is of.
        allowed: By where they apply.
        shown: Which parts allowed texts are of.
        fillings: What may fill a gap of an allowed text.
        names: Of files and headings, and keys of sources.
        works: Keys of sources that are cited.
        citations: Where each of them may be cited: where that part applies, and the key of the
            indicator if only a figure of that cites it.
        shorts: Abbreviations.
        pictures: Names of pictures.
        maps: Where locator maps apply that may be seen.
        files: Those that have something that may be seen, in whatever paper.
    """

    withheld: dict[tuple[str, Location], Part] = field(default_factory=dict)
    allowed: dict[Scope, dict[str, None]] = field(default_factory=dict)
    shown: set[Part] = field(default_factory=set)
    fillings: dict[str, None] = field(default_factory=dict)
    names: Keys = field(default_factory=Keys)
    works: Keys = field(default_factory=Keys)
    citations: dict[str, set[tuple[Scope, str]]] = field(default_factory=dict)
    shorts: Keys = field(default_factory=Keys)
    pictures: Keys = field(default_factory=Keys)
    maps: dict[Scope, None] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    def say(self, text: str, where: Location, view: View, whole: str | None = None) -> None:
        """Take a text, which may be one of those that a `whole` can be printed as."""
        if not any(map(str.isalnum, text)):
            return
        part = Part((text if whole is None else whole).replace(GAP, ""), where)
        if view.withheld:
            self.withheld.setdefault((text, where), part)
            return
        self.files.add(where.file)
        if view.printed and view.current:
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
        self.names.take(name, where, view)
        if not view.withheld:
            self.files.add(where.file)

    def cite(self, key: str, where: Location, view: View, of: str = "") -> None:
        """Take a source; where a figure cites it, `of` is the key of its indicator."""
        self.works.take(key, where, view)
        if view.printed and view.current and not view.withheld:
            self.citations.setdefault(key, set()).add((view.scope, of))

    def fill(self, texts: Iterable[str]) -> None:
        """Take texts that may fill a gap."""
        self.fillings.update(dict.fromkeys(texts))
