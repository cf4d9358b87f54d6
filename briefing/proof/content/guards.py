"""Judges conditions that are written as expressions, as far as they depend on the readers.

What an expression hides from these readers, but not from others, is withheld from them, no less
than by an audience or a marking; and so is a text that it prints for others alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from briefing.model.country import Reading
from briefing.model.periods import last_day
from briefing.model.plain import PlainCall, PlainField, read_plain
from briefing.proof.content.figures import rivalling
from briefing.proof.content.outcomes import Short, Turn
from briefing.proof.content.readers import (
    Asked,
    Choice,
    Circumstances,
    Given,
    Guard,
    Loops,
    Readers,
    readers_of,
)

_DEPENDS = re.compile(r"\b(?:audience|has|figure|period)\b")
_ASKED = re.compile(r"has\('([^'\\]*)'(?:, '([^'\\]*)')?\)")
_CHAIN = re.compile(rf"{_ASKED.pattern}(?: or {_ASKED.pattern})*")


def depends(asked: Asked) -> bool:
    """Tell whether what is asked may depend on the readers, by itself or by what is repeated."""
    if isinstance(asked, str):
        return _DEPENDS.search(asked) is not None
    sources = asked.source, *(over for _, over in asked.loops)
    return any(_DEPENDS.search(source) for source in sources)


def hidden_by(expressions: Iterable[Asked], audience: str, at: Circumstances) -> frozenset[Asked]:
    """List what expressions do not give to an audience and may give to another one.

    Those that are false for it, and for a choice, the choice of each text that it does not print.
    """
    judge = _Judge(readers_of(at.content, audience), at)
    others = [_Judge(readers_of(at.content, key), at) for key in at.content.project.audiences]
    hidden: set[Asked] = set()
    for asked in expressions:
        if isinstance(asked, Choice):
            own = judge.prints(asked)
            theirs = {text for other in others for text in other.prints(asked)}
            hidden.update(asked._replace(text=text) for text in theirs.difference(own))
        elif depends(asked) and judge.holds(asked) is False:
            hidden.update(asked for other in others if other.holds(asked) is not False)
    return frozenset(hidden)


@lru_cache(maxsize=4096)
def printed_by(choice: Choice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give every text that an expression may print for whomever, and every abbreviation."""
    plain = read_plain(choice.source)
    if isinstance(plain, PlainField):
        return (), ()
    if isinstance(plain, PlainCall):
        keys = tuple([each.text for each in plain.arguments])
        return ((), keys) if plain.function == "abbr" and not plain.negated else ((), ())
    from briefing.proof.content.expressions import printed  # late: Jinja takes 25 ms

    found = printed(choice.source, _Nobody(), choice.given)
    texts = tuple([one for one in found if not isinstance(one, Short)])
    return texts, tuple([one.key for one in found if isinstance(one, Short)])


class _Nobody:
    """Knows nothing of readers."""

    def field(self, _variable: str, _attribute: str) -> str | None:
        return None

    def has(self, _indicator: str, _place: str | None) -> bool | None:
        return None

    def figure(self, _indicator: str, _place: str | None) -> float | None:
        return None


class _Judge:
    """Judges expressions for certain readers."""

    def __init__(self, readers: Readers, at: Circumstances) -> None:
        content, self._at, self._readers = at.content, at, readers
        self._asked: list[Reading] = []
        self._fields: Mapping[tuple[str, str], str] = {
            ("audience", "key"): readers.audience,
            ("audience", "name"): content.project.audiences[readers.audience].name,
            ("document", "id"): at.document,
            ("document", "kind"): content.documents[at.document].kind,
            ("language", ""): at.language,
        }
        if at.place is not None:
            own = self._fields_of("country", Turn(at.place, is_place=True))
            self._fields = {**self._fields, **own}

    def holds(self, asked: str | Guard) -> bool | None:
        """Tell whether an expression holds, in some turn of the repeats; None if not known."""
        if isinstance(asked, str):
            return self._holds(asked)
        truths = {self._holds(asked.source) for _ in self._turns(asked.loops)}
        return True if True in truths else None if None in truths else False

    def _holds(self, source: str) -> bool | None:
        if _CHAIN.fullmatch(source):
            held = [self.has(one[1], one[2]) for one in _ASKED.finditer(source)]
            return True if True in held else None if None in held else False
        from briefing.proof.content.expressions import truth  # late: Jinja takes 25 ms

        return truth(source, self)

    def prints(self, choice: Choice) -> frozenset[str]:
        """Give every text that an expression may print for these readers, and every key."""
        from briefing.proof.content.expressions import printed  # late: Jinja takes 25 ms

        found = (
            one
            for turn in self._turns(choice.loops)
            for one in printed(choice.source, self, (*choice.given, *turn))
        )
        return frozenset(one.key if isinstance(one, Short) else one for one in found)

    def _turns(self, loops: Loops) -> Iterator[Given]:
        """Go through all that repeats go over; give the texts of each turn by their variables.

        While a turn is looked at, the fields of its variables are known as far as they can be.
        """
        if not loops:
            yield ()
            return
        from briefing.proof.content.expressions import turns_of  # late: Jinja takes 25 ms

        (name, over), *within = loops
        outside = dict(self._fields)
        for turn in turns_of(over, self):
            self._fields = {**outside, **self._fields_of(name, turn)}
            texts = () if turn is None or turn.is_place else ((name, (turn.value,)),)
            for inner in self._turns(tuple(within)):
                yield (*texts, *inner)
        self._fields = outside

    def _fields_of(self, name: str, turn: Turn | None) -> Mapping[tuple[str, str], str]:
        if turn is None:
            return {}
        if not turn.is_place:
            return {(name, ""): turn.value}
        place = self._at.content.places.get(turn.value)
        named = {(name, "key"): turn.value}
        return {**named, (name, "iso2"): place.iso2} if place else named

    def field(self, variable: str, attribute: str) -> str | None:
        """Give a word such as ``audience.key``; None where it is not known."""
        return self._fields.get((variable, attribute))

    def has(self, indicator: str, place: str | None) -> bool | None:
        """Tell whether there is a reading that these readers may see; None if not known."""
        place = place or self._at.place
        if place is None:
            return None
        found = self._at.content.readings.get(indicator, {}).get(place, ())
        shown = [self._shows(reading) for reading in found]
        return True if True in shown else None if None in shown else False

    def figure(self, indicator: str, place: str | None) -> float | None:
        """Give the latest figure that these readers may see; None where it is not known.

        It is not where that is in doubt, or the figure has rivals, is a range, or is qualified.
        """
        place = place or self._at.place
        found = self._at.content.readings.get(indicator, {}).get(place or "", ())
        judged = [(reading, self._shows(reading)) for reading in found]
        shown = [reading for reading, is_shown in judged if is_shown]
        if not shown or any(is_shown is None for _, is_shown in judged):
            return None
        ends = [last_day(reading.period.end) for reading in shown]
        latest = [one for one, end in zip(shown, ends, strict=True) if end == max(ends)]
        amount = latest[0].amount
        is_plain = amount.low == amount.high and not amount.qualifier
        return amount.low if is_plain and len(latest) == 1 and not latest[0].rivals else None

    def _shows(self, reading: Reading) -> bool | None:
        """Whether a reading may be seen, or any of those that may be printed in its place."""
        truths = [self._shows_one(one) for one in rivalling(reading)]
        return True if True in truths else None if None in truths else False

    def _shows_one(self, reading: Reading) -> bool | None:
        conditions = reading.conditions
        sources = [self._at.content.sources[key] for key in (reading.source, *reading.also)]
        for held in (conditions, *[source.conditions for source in sources]):
            if not self._readers.may_see(held) or not self._at.applies(held):
                return False
        if conditions.when is None:
            return True
        if reading in self._asked:
            return None
        self._asked.append(reading)
        truth = self.holds(conditions.when.source)
        self._asked.pop()
        return truth
