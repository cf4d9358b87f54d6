"""The readings that a brief may show."""

from collections.abc import Callable, Mapping, Sequence

from briefing.model.country import Period, Reading
from briefing.model.periods import last_day
from briefing.tailor.rules.contested import seen_of

ByPlace = Mapping[str, tuple[Reading, ...]]


class Readings:
    """Looks readings up, and asks once for each of them whether it may be shown."""

    def __init__(
        self,
        readings: Mapping[str, ByPlace],
        may_show: Callable[[Reading], bool],
        present: Callable[[Reading], Reading],
    ) -> None:
        """Take all readings, how to tell which may be shown, and what readers see of these."""
        self._all = readings
        self._may_show = may_show
        self._present = present
        self._shown: dict[tuple[str, str], tuple[Reading, ...]] = {}

    def shown(self, indicator: str, place: str) -> tuple[Reading, ...]:
        """List those of an indicator and place that may be shown, earliest first."""
        key = (indicator, place)
        found = self._shown.get(key)
        if found is None:
            every = self._all.get(indicator, {}).get(place, ())
            seen = [one for each in every if (one := seen_of(each, self._may_show)) is not None]
            found = tuple(sorted(map(self._present, seen), key=_time))
            self._shown[key] = found
        return found

    def latest(self, indicator: str, place: str) -> Reading | None:
        """Find the latest that may be shown."""
        found = self.shown(indicator, place)
        return found[-1] if found else None

    def at(self, indicator: str, place: str, period: Period) -> Reading | None:
        """Find the one of a period, whether it is known or only reported."""
        wanted = period.start, period.end
        for reading in self.shown(indicator, place):
            if (reading.period.start, reading.period.end) == wanted:
                return reading
        return None

    def are_withheld(self, indicator: str, place: str, period: Period | None) -> bool:
        """Tell whether there are such readings, but none that may be shown."""
        every = self._all.get(indicator, {}).get(place, ())
        if period is not None:
            wanted = period.start, period.end
            every = tuple(r for r in every if (r.period.start, r.period.end) == wanted)
        shown = {(each.where, each.period) for each in self.shown(indicator, place)}
        known = [one for each in every for one in (each, *each.rivals)]
        return bool(every) and not any((one.where, one.period) in shown for one in known)

    def periods_withheld(self, indicator: str, place: str) -> list[Period]:
        """List the periods of which there are readings, but none may be shown."""
        every = self._all.get(indicator, {}).get(place, ())
        periods = dict.fromkeys(reading.period for reading in every)
        return [period for period in periods if self.are_withheld(indicator, place, period)]

    def places_with(self, indicator: str) -> Sequence[str]:
        """List the places that have a reading of an indicator that may be shown."""
        return [place for place in self._all.get(indicator, {}) if self.shown(indicator, place)]


def _time(reading: Reading) -> tuple[object, ...]:
    """Sort by last days; of those that end together, what an author chose is the latest."""
    period = reading.period
    return last_day(period.end), reading.choice is not None, period.end, period.start
