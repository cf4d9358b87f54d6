"""What a block of a paper should say: words, and what stands for words that others choose."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cited:
    """A citation, whose words are those of the citation style; it names each of these in order.

    Attributes:
        works: Their keys, with locators.
        names: An author or, where there is none, the beginning of the title, of each work.
        numbers: Of its pages and the like.
        prefix: What stands before the first.
    """

    works: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    prefix: str = ""

    def suits(self, words: str) -> bool:
        """Whether these words may be it."""
        return words.startswith(self.prefix) and _in_order(words, [*self.names, *self.numbers])


@dataclass(frozen=True)
class Given:
    """Words that the product makes.

    Attributes:
        holds: Some that must be a part of them.
        form: A regular expression without groups.
    """

    holds: tuple[str, ...] = ()
    form: str = ".+?"

    def suits(self, words: str) -> bool:
        """Whether these words may be it."""
        return all(one in words for one in self.holds)


@dataclass(frozen=True)
class Named:
    """The name of a figure, table or heading that a reference leads to, or another of its kind.

    Attributes:
        show: ``name``, ``number`` or ``page``.
    """

    key: str
    show: str = "name"


@dataclass(frozen=True)
class Noted:
    """A marker; what the note says stands behind the block."""

    parts: tuple["Part", ...]


@dataclass(frozen=True)
class PageOf:
    """The page on which one hears a block first."""

    kind: str
    start: str


Part = str | Cited | Given | Named | Noted | PageOf


@dataclass
class Block:
    """What is to be heard as one block.

    Attributes:
        kind: As of `Heard`; of a listing what it lists.
        name: By which references know it.
        listed: A heading that contents may list.
        lettered: Its notes have letters, gathered below a table by what they say.
    """

    kind: str
    parts: list[Part] = field(default_factory=list)
    name: str = ""
    listed: bool = True
    lettered: bool = False
    depth: int = 0


def _in_order(words: str, wanted: Iterable[str]) -> bool:
    """Names in any place, numbers too: a style may put them as it likes, but leave out none."""
    return all(one in words for one in wanted)
