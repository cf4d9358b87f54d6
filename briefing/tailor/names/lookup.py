"""What an expression means by an indicator, a place and a period."""

from collections.abc import Mapping, Sequence

from briefing.errors import unknown_name
from briefing.model.content import Content
from briefing.model.country import Period, Place, Reading
from briefing.numbers import iso_period
from briefing.tailor.expressions.terms import NOWHERE
from briefing.tailor.expressions.values import Entity, ExpressionError, Value, is_number, kind_of
from briefing.tailor.names.periods import parse_period
from briefing.tailor.rules.readings import Readings


class Lookup:
    """Finds what the values given to a function name."""

    def __init__(self, content: Content, readings: Readings, place: Place | None) -> None:
        """Take where to look, and the brief's own place."""
        self._content = content
        self._readings = readings
        self._place = place

    def indicator(self, function: str, value: Value) -> str:
        """Give the key of an indicator."""
        if not isinstance(value, str):
            raise ExpressionError(f"'{function}' takes an indicator, not {kind_of(value)}")
        if value not in self._content.indicators:
            raise unknown("indicator", value, self._content.indicators)
        return value

    def place(self, function: str, value: Value) -> str:
        """Give the key of a place: without any, that of the brief."""
        if value is None:
            if self._place is None:
                hint = "this document is made once, not for each country"
                raise ExpressionError(f"'{function}' needs a place here", hint)
            return self._place.key
        if isinstance(value, Entity):
            value = value.fields.get("key")
        if not isinstance(value, str):
            raise ExpressionError(f"'{function}' takes a place, not {kind_of(value)}")
        if value not in self._content.places:
            raise unknown("country or region", value, self._content.places)
        return value

    def places(self, function: str, value: Value) -> tuple[str, ...]:
        """Give the keys of a list of places, or those of a region's countries."""
        if isinstance(value, tuple):
            return tuple(dict.fromkeys(self.place(function, each) for each in value))
        key = self.place(function, value)
        return self._content.places[key].members or (key,)

    def regions_of(self, place: str) -> Sequence[str]:
        """List the regions that a country belongs to."""
        return [key for key, each in self._content.places.items() if place in each.members]

    def reading(self, function: str, indicator: Value, place: Value, period: Value) -> Reading:
        """Find the reading that is meant: without a period, the latest.

        Raises:
            ExpressionError: There is none that may be shown.
        """
        key = self.indicator(function, indicator)
        where = self.place(function, place)
        when = read_period(period)
        readings = self._readings
        found = readings.latest(key, where) if when is None else readings.at(key, where, when)
        if found is None:
            raise self._missing(key, where, when)
        return found

    def _missing(self, indicator: str, place: str, period: Period | None) -> ExpressionError:
        """Say what is missing; never what is withheld."""
        readings = self._readings
        what = f"{indicator!r} for {place!r}"
        if period is not None:
            what += f" in {iso_period(period)}"
        if readings.are_withheld(indicator, place, period):
            asked = f"has({indicator!r}, {place!r})"
            hint = f'print it only where it may be: audience=, marking=, or if="{asked}"'
            if period is not None:
                hint = "print it only where it may be, by audience= or marking="
            return ExpressionError(f"the reading of {what} may not be shown in this brief", hint)
        periods = [iso_period(reading.period) for reading in readings.shown(indicator, place)]
        known = ", ".join(periods) or ", ".join(sorted(readings.places_with(indicator)))
        return ExpressionError(f"no reading of {what}", f"there is one for: {known or 'no place'}")


def read_period(value: Value) -> Period | None:
    """Read a period as it is given to a function; None for none.

    Raises:
        ExpressionError: It is no period.
    """
    if value is None:
        return None
    period = parse_period(str(value)) if isinstance(value, str) or is_number(value) else None
    if period is None:
        got = repr(value) if isinstance(value, str | int | float) else kind_of(value)
        raise ExpressionError(
            f"{got} is not a period", "write it like '2019', '2022-01' or '2015/2019'"
        )
    return period


def unknown(what: str, got: str, known: Mapping[str, object] | Sequence[str]) -> ExpressionError:
    """Say that a name is none of those that are known."""
    problem = unknown_name(NOWHERE, what, got, known)
    return ExpressionError(problem.message, problem.hint)
