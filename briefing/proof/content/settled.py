"""Readings that are looked at one by one: each stands for itself, wherever it is printed.

There may be half a million, where two large tables speak of the same. So what many of them say
alike is taken once, and what may fill a gap only where something is withheld.
"""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from briefing.model.content import Content
from briefing.model.country import Amount, Reading
from briefing.model.periods import is_near
from briefing.model.prose import Conditions
from briefing.proof.content.figures import (
    bare,
    distinctive,
    fillings_of,
    is_range,
    periods_of,
    reach,
    rivalling,
    spread,
)
from briefing.proof.content.furniture import is_telling
from briefing.proof.content.gathered import Gathered, View

Enter = Callable[[View, Conditions], View]
ByPlace = Mapping[str, tuple[Reading, ...]]


class Settled:
    """Takes readings to what is gathered."""

    def __init__(
        self,
        content: Content,
        gathered: Gathered,
        enter: Enter,
        *,
        hidden: frozenset[str],
        drawn: frozenset[str],
        finest: Mapping[str, int],
    ) -> None:
        """Take where to gather, and how to judge.

        Args:
            content: Everything there is.
            gathered: Where to gather.
            enter: Judges conditions.
            hidden: The sources that these readers may not know of.
            drawn: The units that axes may have.
            finest: The most decimals for each unit.
        """
        self._content = content
        self._gathered = gathered
        self._enter = enter
        self._hidden = hidden
        self._drawn = drawn
        self._finest = finest
        self._open: list[Reading] = []
        self._said: set[object] = set()
        self._views: dict[tuple[int, str, tuple[str, ...]], View] = {}

    def take_all(self, readings: Mapping[str, ByPlace]) -> None:
        """Take readings, by indicator and place, and all that contest them."""
        for by_place in readings.values():
            for several in by_place.values():
                for reading in several:
                    if reading.rivals or reading.choice is not None:
                        self._contested(reading, several)
                    else:
                        self.take(reading, self.see(reading))

    def see(self, reading: Reading) -> View:
        """See a figure, which is withheld with its sources."""
        key = id(reading.conditions), reading.source, reading.also  # the content keeps them alive
        found = self._views.get(key)
        if found is None:
            is_hidden = not self._hidden.isdisjoint((reading.source, *reading.also))
            found = View(is_hidden or self._enter(View(), reading.conditions).withheld)
            self._views[key] = found
        return found

    def take(self, reading: Reading, view: View) -> None:
        """Take what a reading says."""
        if not view.withheld:
            self._open.append(reading)
            alike = (reading.where.file, reading.indicator, reading.doubt, reading.licence,
                     reading.locator, reading.source, reading.also)  # fmt: skip
            if alike in self._said:
                return
            self._said.add(alike)
        for said in (reading.doubt, reading.licence):
            self._gathered.say(said, reading.where, view)
        if not view.withheld or is_telling(reading.locator):
            self._gathered.say(reading.locator, reading.where, view)
        for source in (reading.source, *reading.also):
            self._gathered.cite(source, reading.where, view, reading.indicator)
        if view.withheld:
            self._withhold(reading)
            return
        indicator = self._content.indicators[reading.indicator]
        unit = self._content.units[indicator.unit]
        self._gathered.say(reading.where.file, reading.where, view)  # in the manifest
        for said in (indicator.name, unit.label):  # in its data
            self._gathered.say(said, reading.where, view)

    def fill(self, asked: str | None) -> None:
        """Take the numbers and periods of open readings, which may fill a gap.

        Args:
            asked: Everything that may name the indicators that are printed; None for all.
        """
        keys = dict.fromkeys(reading.indicator for reading in self._open)
        named = frozenset(key for key in keys if asked is None or key in asked)
        printed = [reading for reading in self._open if reading.indicator in named]
        for period in dict.fromkeys(reading.period for reading in printed):
            self._gathered.fill(periods_of(period))
        numbers: dict[tuple[int, Amount], str] = {}
        for reading in printed:
            finest = self._finest[self._content.indicators[reading.indicator].unit]
            number = numbers.get((finest, reading.amount))
            ways: tuple[str, ...] = ()
            if number is None:
                numbers[finest, reading.amount] = number = bare(reading.amount)
                self._gathered.fill(fillings_of(reading.amount, finest))
                ways = tuple(spread(reading.amount, finest))
            self._gathered.figure(number, ways, reading.where, View())

    def _contested(self, reading: Reading, beside: Sequence[Reading]) -> None:
        """Take a reading with those that may be printed in its place, and why it is printed."""
        every = [(one, self.see(one)) for one in rivalling(reading)]
        for one, view in every:
            self.take(one, view)
        if is_range(reading):
            self._range(reading, [one for one, view in every if not view.withheld])
        if reading.choice is not None:  # its reason may tell of any of them, and of those near
            near = [
                each
                for other in beside
                if other is not reading and is_near(other.period, reading.period)
                for each in rivalling(other)
            ]
            views = [*(view for _, view in every), *map(self.see, near)]
            view = View(any(one.withheld for one in views))
            self._gathered.say(reading.choice.reason, reading.choice.where, view)

    def _range(self, reading: Reading, seen: Sequence[Reading]) -> None:
        """Take a range, which for each reader reaches as far as what they may see."""
        is_whole = bool(seen) and reach(seen) == reach(reading.rivals)
        if not is_whole:
            self._withhold(reading)
        if seen:
            self._open.append(replace(seen[0], amount=reach(seen)))

    def _withhold(self, reading: Reading) -> None:
        """Take the figure of a reading that is withheld."""
        indicator = self._content.indicators[reading.indicator]
        unit = self._content.units[indicator.unit]
        told = distinctive(
            reading.amount,
            unit,
            indicator.decimals,
            has_axis=unit.key in self._drawn,
            finest=self._finest[unit.key],
            names=self._content.places[reading.place].names.values(),
        )
        number = bare(reading.amount)
        self._gathered.figure(number, told or (number,), reading.where, View(withheld=True))
