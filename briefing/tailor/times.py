"""Which periods figures are of that stand side by side, where these differ from place to place."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.errors import Location
from briefing.model.country import Period, Reading
from briefing.model.periods import last_day
from briefing.numbers import format_period, iso_period
from briefing.numbers.words import PERIOD, base_language
from briefing.tailor.work import Work

STAR = "*"

_DAYS_A_YEAR = 365.25
_COLONS: Mapping[str, str] = {"fr": "\u00a0: "}


class Times(NamedTuple):
    """Figures of one indicator for several places, not all of one period.

    Attributes:
        usual: The period of most; of two that are as frequent the later one.
        others: Those of other periods, in order.
    """

    usual: Period
    others: tuple[Reading, ...]

    @property
    def years(self) -> float:
        """So many years lie between the ends of the first and of the last period."""
        ends = [last_day(one.end) for one in (self.usual, *[each.period for each in self.others])]
        return (max(ends) - min(ends)).days / _DAYS_A_YEAR


def times_of(readings: Sequence[Reading]) -> Times | None:
    """Tell the times of figures that are compared; None where all are of one."""
    counts: dict[Period, int] = {}
    for reading in readings:
        counts[reading.period] = counts.get(reading.period, 0) + 1
    if len(counts) < 2 or len({reading.place for reading in readings}) < 2:
        return None
    usual = max(counts, key=lambda period: (counts[period], period.end, period.start))
    return Times(usual, tuple([each for each in readings if each.period != usual]))


def say_times(times: Times, lead: str, at: Work, star: str = STAR) -> str:
    """Say of which period most figures are, and of which those with a star.

    Args:
        times: Of the figures.
        lead: What they are figures of; empty where nothing else stands beside them.
        at: The brief, in whose language it is said.
        star: As it stands beside the others; empty where none does.
    """
    language = at.facts.language
    base = base_language(language)
    colon = _COLONS.get(base, ": ")
    names: dict[Period, dict[str, None]] = {}
    for each in times.others:
        names.setdefault(each.period, {})[at.facts.name(each.place)] = None
    others = [
        f"{', '.join(same)}{colon}{format_period(period, language)}"
        for period, same in names.items()
    ]
    usual = format_period(times.usual, language)
    head = f"{lead or PERIOD.get(base, PERIOD['en'])}{colon}{usual}"
    mark = f"{star} " if star else ""
    return f"{head}. {mark}{'; '.join(others)}."


def judge_times(times: Times, indicator: str, what: str, where: Location, at: Work) -> None:
    """Warn of figures side by side that are further apart than the project allows."""
    limit = at.content.project.limits.apart
    if limit is None or times.years <= limit:
        return
    periods = sorted(_periods(times), key=lambda period: (period.end, period.start))
    message = (
        f"the {what}'s figures of {indicator!r} are of {iso_period(periods[0])} to "
        f"{iso_period(periods[-1])}, more than {limit:g} years apart"
    )
    hint = "take figures of one time, leave a place out, or raise 'apart'"
    at.warn(where, message, hint, "mixed-periods")


def _periods(times: Times) -> Iterator[Period]:
    yield times.usual
    for each in times.others:
        yield each.period
