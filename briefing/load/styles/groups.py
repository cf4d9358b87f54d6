"""Groups of named parts in a style, in which a part takes from others what it does not say.

A part takes from the part it names as ``like``, and that from ``base``, if there is one.
"""

from collections.abc import Iterator, Sequence

from briefing.errors import Location
from briefing.load.syntax.fields import Fields, what_it_is
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, YamlNode, YamlText

BASE = "base"
_LIKE = "like"


class Group:
    """The parts of one group, such as the paragraphs."""

    def __init__(self, style: Fields, name: str, what: str, *, needed: bool = True) -> None:
        """Take the group `name` of a style; `what` is what its parts are called."""
        self._problems: Problems = style.problems
        self._what = what
        self._where: Location = style.place(name)
        self._parts: dict[str, YamlMap] = {}
        self._places: dict[str, Location] = {}
        self._made: dict[str, YamlMap | None] = {}
        self._faulty: set[str] = set()
        group = style.fields(name)
        if group is None:
            if needed and not style.has(name):
                style.missing(name, f"a mapping of every {what}")
            return
        for key, node in group.entries():
            if type(node) is YamlMap:
                self._parts[key.text] = node
                self._places[key.text] = key.where
            else:
                self._faulty.add(key.text)
                message = f"the {what} {key.text!r} is {what_it_is(node)}"
                self._problems.error(node.where, message, "wanted: a mapping")

    def all(self, wanted: Sequence[str]) -> Iterator[tuple[str, YamlMap]]:
        """Give every wanted part, with all that it takes from others; tell of missing ones."""
        self._check(wanted)
        missing = [name for name in wanted if name not in {*self._parts, *self._faulty}]
        if self._parts and missing:
            hint = "every style gives all of them, or extends one that does"
            listed = ", ".join(missing)
            self._problems.error(self._where, f"no {self._what} {listed}", hint)
        for name in wanted:
            part = self.get(name, self._where) if name in self._parts else None
            if part is not None:
                yield name, part

    def some(self, wanted: Sequence[str]) -> Iterator[tuple[str, YamlMap]]:
        """Give every wanted part, though it may say nothing but what it takes from others."""
        self._check(wanted)
        for name in wanted:
            said = name if name in self._parts else BASE
            part = self.get(said, self._where) if said in self._parts else None
            where = self._where
            yield name, part or YamlMap({}, where.file, where.line, where.column)

    def own(self, name: str, field: str) -> YamlNode | None:
        """Give what a part itself says of a field, and takes from no other."""
        part = self._parts.get(name)
        entry = part.entries.get(field) if part else None
        return entry[1] if entry else None

    def names(self) -> tuple[str, ...]:
        """Give the names of all parts."""
        return tuple(self._parts)

    def get(self, name: str, where: Location) -> YamlMap | None:
        """Give one part, which is named at `where`, with all that it takes from others."""
        if name not in self._parts:
            if self._parts:
                self._problems.unknown(where, self._what, name, self._parts)
            return None
        if name not in self._made:
            self._made[name] = self._make(name, ())
        return self._made[name]

    def _check(self, wanted: Sequence[str]) -> None:
        """Tell of parts that nothing asks for."""
        for name, where in self._places.items():
            if name not in wanted and name != BASE:
                self._problems.unknown(where, self._what, name, wanted)

    def _make(self, name: str, above: tuple[str, ...]) -> YamlMap | None:
        part = self._parts[name]
        entries = {key: entry for key, entry in part.entries.items() if key != _LIKE}
        like = part.entries.get(_LIKE)
        other = BASE if name != BASE and BASE in self._parts else ""
        if like is not None:
            node = like[1]
            other = node.text if type(node) is YamlText else ""
            if other not in self._parts:
                self._problems.unknown(node.where, self._what, other, self._parts)
                return None
            if other in (*above, name):
                message = f"the {self._what} {other!r} takes from itself"
                self._problems.error(node.where, message)
                return None
        if other:
            taken = self._make(other, (*above, name))
            if taken is None:
                return None
            entries = {**taken.entries, **entries}
        return YamlMap(entries, part.file, part.line, part.column)
