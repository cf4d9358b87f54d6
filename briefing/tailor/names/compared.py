"""Functions of several readings: what they print follows from the figures, or is refused."""

from collections.abc import Sequence

from briefing.model.content import Content
from briefing.model.country import Amount, Indicator, Reading, Unit
from briefing.numbers import format_amount, iso_period
from briefing.numbers.comparing import (
    format_change,
    format_difference,
    format_multiple,
    format_percent,
    format_points,
    format_rank,
    format_same,
    format_times,
    format_unchanged,
    is_about_same,
)
from briefing.tailor.expressions.intervals import Interval, as_said, interval, order
from briefing.tailor.expressions.values import ExpressionError, Shown, Value, kind_of
from briefing.tailor.names.lookup import Lookup, unknown

_WAYS = ("points", "percent", "times")
_RANKS = ("words", "number")
_PERIODS = ("same", "any")
_WHOLE = 100


class Compared:
    """The functions `rank`, `change`, `share` and `compare`; see `WORDING_FUNCTIONS`."""

    def __init__(self, content: Content, lookup: Lookup, language: str) -> None:
        """Take what is compared, how it is found, and in which language it is worded."""
        self._content = content
        self._lookup = lookup
        self._language = language

    def rank(
        self,
        indicator: Value,
        place: Value = None,
        among: Value = None,
        period: Value = None,
        periods: Value = _PERIODS[0],
        show: Value = _RANKS[0],
    ) -> Shown:
        """Count how many of some places are ahead of one: from the best, else from the highest."""
        _one_of("way to show a rank", show, _RANKS)
        own = self._lookup.place("rank", place)
        others = [each for each in self._among(own, among) if each != own]
        if not others:
            raise ExpressionError(f"there is nothing to rank {own!r} among", "name more places")
        reading = self._lookup.reading("rank", indicator, own, period)
        rest = [self._lookup.reading("rank", indicator, each, period) for each in others]
        _check_periods([reading, *rest], periods)
        from_top = self._of(reading).direction != "lower is better"
        found = [self._order(one, reading) for one in rest]
        rank = 1 + found.count(1 if from_top else -1)
        said = str(rank)
        if show == "words":
            is_tied = 0 in found
            said = format_rank(
                rank, len(found) + 1, from_top=from_top, is_tied=is_tied, language=self._language
            )
        return Shown(said, reading, tuple(rest), Amount(rank, rank), "rank")

    def change(
        self,
        indicator: Value,
        to: Value = None,
        place: Value = None,
        **given: Value,
    ) -> Shown:
        """Say how much more or less something became from one period to another."""
        begin, way = given.get("from"), given.get("as", _WAYS[0])
        if begin is None:
            raise ExpressionError("'change' needs its 'from'", "the period that it begins with")
        _one_of("way to show a change", way, _WAYS)
        old = self._lookup.reading("change", indicator, place, begin)
        new = self._lookup.reading("change", indicator, place, to)
        if old.period == new.period:
            when = iso_period(old.period)
            raise ExpressionError(f"both figures are of {when}", "give another 'from' or 'to'")
        direction = self._order(new, old)
        before, after = self._interval(old), self._interval(new)
        if direction == 0:
            zero = Amount(0.0, 0.0)
            return Shown(format_unchanged(self._language), new, (old,), zero, str(way))
        if way == "points":
            much, unit = after.less(before), self._of(new).unit
        else:
            much, unit = _ratio(after, before), str(way)
        if way == "times":
            said = format_multiple(much.amount(), self._language)
            return Shown(said, new, (old,), much.amount(), unit)
        if way == "percent":
            much = _percent_more(much)
        size = much if direction > 0 else much.turned()
        told = self._difference(size.amount(), new) if way == "points" else self._percent(size)
        said = format_change(size.amount(), told, rises=direction > 0, language=self._language)
        return Shown(said, new, (old,), much.amount(), unit)

    def share(
        self,
        indicator: Value,
        of: Value = None,
        place: Value = None,
        period: Value = None,
        periods: Value = _PERIODS[0],
    ) -> Shown:
        """Say how much of a whole one figure is, in per cent."""
        if of is None:
            hint = "a region, a list of places, or the indicator of the whole"
            raise ExpressionError("'share' needs its 'of'", hint)
        part = self._lookup.reading("share", indicator, place, period)
        wholes = self._wholes(part, of, period)
        _check_periods([part, *wholes], periods)
        whole = _sum([self._interval(each) for each in wholes])
        ratio = _ratio(self._interval(part), whole)
        if ratio.low is not None and ratio.low > 1:
            raise ExpressionError("the share is more than the whole", "look at both figures")
        percent = ratio.scaled(_WHOLE)
        rest = tuple([each for each in wholes if each is not part])
        return Shown(self._percent(percent), part, rest, percent.amount(), "percent")

    def compare(
        self,
        indicator: Value,
        place: Value = None,
        period: Value = None,
        periods: Value = _PERIODS[0],
        **given: Value,
    ) -> Shown:
        """Say what one place's figure is beside another's; as a number, by how much it is more."""
        other = given.get("with")
        if other is None:
            raise ExpressionError("'compare' needs its 'with'", "the place to compare with")
        one = self._lookup.reading("compare", indicator, place, period)
        two = self._lookup.reading("compare", indicator, other, period)
        if one is two:
            raise ExpressionError(f"{one.place!r} is compared with itself", "name another place")
        _check_periods([one, two], periods)
        more = self._interval(one).less(self._interval(two)).amount()
        return Shown(self._comparison(one, two), one, (two,), more, self._of(one).unit)

    def _comparison(self, one: Reading, two: Reading) -> str:
        """Choose the plainest words: the same, so many times, else by how much."""
        left, right, language = self._interval(one), self._interval(two), self._language
        are_exact = left.is_one and right.is_one
        if _are_alike(left, right):
            return format_same(language, exactly=are_exact and left == right)
        direction = self._order(one, two)
        times = left.over(right)
        said = format_times(times.amount(), language) if times else ""
        if said:
            return said
        is_relative = times is not None and bool(right.low) and not self._is_percent(one)
        much = _percent_more(times) if times is not None and is_relative else left.less(right)
        size = much if direction > 0 else much.turned()
        told = self._percent(size) if is_relative else self._difference(size.amount(), one)
        return format_difference(size.amount(), told, is_more=direction > 0, language=language)

    def _among(self, place: str, among: Value) -> Sequence[str]:
        """List the places that a rank is among: of its own region, where nothing is said."""
        if among is not None:
            return self._lookup.places("rank", among)
        regions = self._lookup.regions_of(place)
        if len(regions) != 1:
            known = ", ".join(regions)
            hint = "name a region or a list" + (f"; it is in {known}" if known else "")
            raise ExpressionError(f"'rank' needs its 'among' for {place!r}", hint)
        return self._content.places[regions[0]].members

    def _wholes(self, part: Reading, of: Value, period: Value) -> list[Reading]:
        """Find the figure of a whole, or those that it is the sum of."""
        if isinstance(of, str) and of in self._content.indicators:
            whole = self._lookup.reading("share", of, part.place, period)
            mine, its = self._of(part).unit, self._of(whole).unit
            if mine != its:
                raise ExpressionError(
                    f"{part.indicator!r} is in {mine!r} and {of!r} in {its!r}",
                    "a share is of figures in one unit",
                )
            return [whole]
        if not isinstance(of, tuple):
            return [self._lookup.reading("share", part.indicator, of, period)]
        places = self._lookup.places("share", of)
        if part.place not in places:
            raise ExpressionError(f"{part.place!r} is no part of the whole", "name it there too")
        return [
            part
            if each == part.place
            else self._lookup.reading("share", part.indicator, each, period)
            for each in places
        ]

    def _order(self, one: Reading, other: Reading) -> int:
        found = order(self._interval(one), self._interval(other))
        if found is None:
            raise ExpressionError(
                f"nobody can tell whether {self._told(one)} is more than {self._told(other)}",
                "ranges, bounds and rough figures that meet cannot be compared",
            )
        return found

    def _told(self, reading: Reading) -> str:
        unit = self._content.units[self._of(reading).unit]
        said = self._amount(reading.amount, reading, unit)
        return f"{said} ({reading.place}, {iso_period(reading.period)})"

    def _of(self, reading: Reading) -> Indicator:
        return self._content.indicators[reading.indicator]

    def _interval(self, reading: Reading) -> Interval:
        indicator = self._of(reading)
        unit = self._content.units[indicator.unit]
        return interval(as_said(reading.amount, indicator, unit, self._language))

    def _is_percent(self, reading: Reading) -> bool:
        return self._content.units[self._of(reading).unit].is_percent

    def _difference(self, much: Amount, of: Reading) -> str:
        """Word a difference of two figures: in points of per cent, else in their unit."""
        if self._is_percent(of):
            decimals = self._of(of).decimals
            return format_points(much, decimals=decimals, language=self._language)
        return self._amount(much, of, self._content.units[self._of(of).unit])

    def _amount(self, amount: Amount, of: Reading, unit: Unit) -> str:
        return format_amount(
            amount, unit, decimals=self._of(of).decimals, language=self._language, form="prose"
        )

    def _percent(self, percent: Interval) -> str:
        """Word per cent of something, with a decimal only where it is little."""
        amount = percent.amount()
        ends = [end for end in (amount.low, amount.high) if end is not None]
        decimals = 1 if any(0 < abs(end) < 10 and round(end, 1) % 1 for end in ends) else 0
        return format_percent(amount, decimals=decimals, language=self._language)


def _sum(parts: Sequence[Interval]) -> Interval:
    total = parts[0]
    for part in parts[1:]:
        total = total.less(part.turned())
    return total


def _are_alike(one: Interval, other: Interval) -> bool:
    """Tell whether two numbers are the same, or hardly differ."""
    if one.low is None or one.low != one.high or other.low is None or other.low != other.high:
        return False
    return one.low == other.low or is_about_same(one.low, other.low)


def _percent_more(times: Interval) -> Interval:
    """Say of a multiple how many per cent are added to the whole."""
    return times.scaled(_WHOLE).less(Interval(_WHOLE, _WHOLE))


def _ratio(one: Interval, other: Interval) -> Interval:
    found = one.over(other)
    if found is None:
        raise ExpressionError("a ratio cannot be computed of these figures", "one may be 0 or less")
    return found


def _check_periods(readings: Sequence[Reading], periods: Value) -> None:
    """Refuse figures of different times, unless the author says that they may be."""
    _one_of("way to take periods", periods, _PERIODS)
    first = readings[0]
    for reading in readings[1:] if periods == "same" else ():
        if (reading.period.start, reading.period.end) != (first.period.start, first.period.end):
            told = " and ".join(f"{iso_period(r.period)} for {r.place!r}" for r in (first, reading))
            hint = "choose one with period='…', or say periods='any', and tell readers"
            raise ExpressionError(f"the figures are of different periods: {told}", hint)


def _one_of(what: str, value: Value, known: Sequence[str]) -> None:
    if value not in known:
        raise unknown(what, value if isinstance(value, str) else kind_of(value), known)
