"""The verdicts on items, one by one, as tailoring gave them."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from briefing.errors import Location
from briefing.model.account import Ground, Judged
from briefing.model.manuscript import Omission
from briefing.model.prose import ALWAYS, Conditions
from briefing.tailor.account.words import why_in
from briefing.tailor.work import Item, Work

Key = tuple[Location, str]
"""Of an item: its place, and what it is called in remarks to authors."""


class Around(NamedTuple):
    """What an item stands in; with the ground on which that is out, None if it is in."""

    what: str
    where: Location
    out: Ground | None


class _Entry(Struct):
    """What is known of one item so far.

    Attributes:
        let_in: The verdict by which it is in, None if it is not.
        left_out: The verdicts of its own, in order.
        lost: The verdict by which it is out though no rule of its own says so.
    """

    where: Location
    what: str
    text: str
    let_in: tuple[Ground, str] | None = None
    left_out: dict[tuple[Ground, str], None] = {}
    lost: tuple[Ground, str] | None = None

    def verdicts(self) -> Iterable[tuple[bool, Ground, str]]:
        if self.let_in is not None:
            yield True, *self.let_in
        for verdict in self.left_out:
            yield False, *verdict
        if self.lost is not None and self.let_in is None and not self.left_out:
            yield False, *self.lost


class Record:
    """Looks up what became of each item, and keeps it.

    Attributes:
        at: A brief that has been tailored.
        dropped: The places of what was left out after that.
    """

    def __init__(self, at: Work, dropped: Iterable[Omission]) -> None:
        """Take what tailoring let in and left out, and what was `dropped` after it."""
        self.at = at
        self._included = Counter([(item.where, type(item)) for item in at.included or ()])
        self._dropped = Counter([(each.where, each.what) for each in dropped])
        self.dropped = frozenset(where for where, _ in self._dropped)
        self._omitted: dict[Key, list[Omission]] = {}
        for each in (*at.omitted, *dropped):
            self._omitted.setdefault((each.where, each.what), []).append(each)
        self._entries: dict[Key, _Entry] = {}
        self._aliases: set[Key] = set()

    def judge(
        self,
        item: Item,
        what: str,
        text: str,
        around: Around,
        conditions: Conditions | None,
        *also: Key,
    ) -> Around:
        """Note what became of an item; give what stands around the items in it.

        Args:
            item: Part of the content.
            what: As tailoring calls it.
            text: Its first words.
            around: What it stands in.
            conditions: Its own; None where it can have none.
            also: Names under which it is left out as well.
        """
        entry, omitted = self._enter(item.where, what, text, also)
        if around.out is not None:
            return self._enclosed(entry, omitted, around)
        count = self._included[item.where, type(item)] - self._dropped[item.where, what]
        if count > 0 and not any(key in self._omitted for key in also):
            entry.let_in = self._why_in(conditions, around)
            return Around(what, item.where, None)
        if not omitted:
            entry.lost = ("empty", "nothing in this brief shows it")
        return Around(what, item.where, omitted[0].reason if omitted else "empty")

    def follow(
        self,
        where: Location,
        what: str,
        text: str,
        around: Around,
        *also: Key,
        conditions: Conditions = ALWAYS,
    ) -> Around:
        """Note what became of an item that is in with what it stands in, unless it is left out."""
        entry, omitted = self._enter(where, what, text, also)
        if around.out is not None:
            return self._enclosed(entry, omitted, around)
        if omitted:
            return Around(what, where, omitted[0].reason)
        entry.let_in = self._why_in(conditions if conditions != ALWAYS else None, around)
        return Around(what, where, None)

    def lose(self, where: Location, what: str, text: str, ground: Ground, detail: str) -> None:
        """Note why an item is out, unless a rule of its own says so."""
        entry, _ = self._enter(where, what, text, ())
        entry.lost = (ground, detail)

    def note_in(self, where: Location, what: str, text: str, conditions: Conditions) -> None:
        """Note that an item is in."""
        entry, _ = self._enter(where, what, text, ())
        entry.let_in = self._why_in(conditions, None)

    def is_omitted(self, where: Location, what: str) -> bool:
        """Tell whether it is left out by a rule of its own at least once."""
        return (where, what) in self._omitted

    def items(self) -> tuple[Judged, ...]:
        """Give all items with their verdicts in the order of their places."""
        for where, what in sorted(self._omitted.keys() - self._entries.keys() - self._aliases):
            self._enter(where, what, "", ())
        found = [
            Judged(entry.where, entry.what, entry.text, *verdict)
            for entry in self._entries.values()
            for verdict in entry.verdicts()
        ]
        return tuple(sorted(found, key=lambda item: item.where))  # else as they were met

    def _enter(
        self, where: Location, what: str, text: str, also: Iterable[Key]
    ) -> tuple[_Entry, list[Omission]]:
        key = (where, what)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(where, what, text, left_out={})
        self._aliases.update(also)
        omitted = [each for one in (key, *also) for each in self._omitted.get(one, ())]
        for each in omitted:
            entry.left_out[each.reason, self._why_out(each)] = None
        return entry, omitted

    def _enclosed(self, entry: _Entry, omitted: list[Omission], around: Around) -> Around:
        """Note that an item is out with what it stands in, where no rule of its own says so."""
        assert around.out is not None
        if entry.lost is None:
            detail = f"stands in {around.what}, which is out ({around.where})"
            entry.lost = (around.out, detail)
        return Around(entry.what, entry.where, omitted[0].reason) if omitted else around

    def _why_in(self, conditions: Conditions | None, around: Around | None) -> tuple[Ground, str]:
        if conditions is None and around is not None:
            return "within", f"goes with {around.what} ({around.where})"
        conditions = conditions or ALWAYS
        ground: Ground = "marking" if conditions.marking else "default"
        return ground, why_in(conditions, self.at.rules)

    def _why_out(self, omission: Omission) -> str:
        if omission.reason == "date":
            return f"{omission.detail}, and the edition is of {self.at.rules.date}"
        return omission.detail
