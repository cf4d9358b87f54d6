"""Countries and regions, and the figures published about them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import Location

if TYPE_CHECKING:
    from briefing.model.prose import Conditions

Direction = Literal["", "higher is better", "lower is better"]
"""How an indicator is judged; empty where neither is better."""

RANGE = "range"
"""What a choice takes that prints all figures, from the lowest to the highest."""

Qualifier = Literal["", "about", "at least", "over", "up to", "nearly"]


class Amount(Struct, frozen=True):
    """How much: a number, a range, or a bound. Never rounded here, only when printed.

    Attributes:
        low: The lower end; None where only an upper bound is known.
        high: The upper end; None where only a lower bound is known. Equal to `low` for a
            plain number.
        qualifier: The word printed before it.
    """

    low: float | None
    high: float | None
    qualifier: Qualifier = ""

    @property
    def best(self) -> float:
        """One number for sorting and drawing: the middle of a range, else the end that is known."""
        if self.low is None:
            return self.high or 0.0
        return self.low if self.high is None else (self.low + self.high) / 2


def differ(one: Amount, other: Amount, share: float) -> bool:
    """Tell whether two amounts say different things.

    Args:
        one: An amount.
        other: Another.
        share: Of the larger, by which two numbers may differ and still be the same.
    """
    for left, right in ((one.low, other.low), (one.high, other.high)):
        if left is None or right is None:
            if left is not right:
                return True
        elif abs(left - right) > share * max(abs(left), abs(right)):
            return True
    return False


class Date(Struct, frozen=True, order=True):
    """A date of known precision: a year, a month of a year, or a day. Absent parts are 0."""

    year: int
    month: int = 0
    day: int = 0


class Period(Struct, frozen=True, order=True):
    """The time that a figure describes.

    Attributes:
        end: Equal to `start` unless the period has two ends.
        reported: Only the date of the source is known, not that of what it describes.
    """

    start: Date
    end: Date
    reported: bool = False


class Unit(Struct, frozen=True):
    """How amounts of one unit are printed.

    Attributes:
        pattern: With the place ``{value}``, in prose.
        one: Likewise, for exactly 1; empty where nothing changes.
        short: Likewise, in tables and charts.
        label: Alone, in the heads of tables and charts.
        compact: Large numbers are printed as "14.5 million".
    """

    key: str
    pattern: str
    one: str
    short: str
    label: str
    compact: bool

    @property
    def is_percent(self) -> bool:
        """It is a share: its differences are in points."""
        return "%" in f"{self.pattern}{self.short}{self.label}"


class Indicator(Struct, frozen=True):
    """Something that is measured.

    Attributes:
        decimals: Those printed, 0 or more.
        plausible: The lowest and highest amount that can be true; None where there is no limit.
        age_limit: Years after which a figure is stale; None for the project's own limit.
        forecast: Its figures may be of a time after that of the edition's facts.
    """

    key: str
    name: str
    definition: str
    unit: str
    decimals: int
    where: Location
    direction: Direction = ""
    plausible: tuple[float | None, float | None] = (None, None)
    age_limit: float | None = None
    forecast: bool = False


class Choice(Struct, frozen=True):
    """What an author decided where sources give different figures for one thing.

    Attributes:
        takes: The key of the source whose figure is printed; ``range`` for all, from the lowest to
            the highest.
        reason: Printed in the figure's note.
        then: Keys of sources whose figures are printed for readers who may not see it, in the order
            of preference.
    """

    takes: str
    reason: str
    where: Location
    then: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        """The keys of all sources that it takes, in the order of preference."""
        return (self.takes, *self.then)


class Reading(Struct, frozen=True):
    """One published figure.

    Attributes:
        source: A key of the sources; a figure without one is refused.
        locator: The place in the source, such as ``p. 3``; may be empty.
        also: Keys of further sources for the same figure.
        doubt: Printed in its note wherever it should not be taken at its word; may be empty.
        as_of: The day, month or year of which the source says that its figure is; may be empty.
        licence: Under which the figure was published, such as ``CC BY 4.0``; may be empty.
        choice: Why this figure is printed and not a rival's; None where there are no rivals.
        rivals: Figures of other sources for the same indicator, place and period, in the order of
            their places; of a range, all that it spans. Readers see those that they may know of.
        replaces: It came from a program, in place of the project's own for the same.
        said: Of a rival in a brief, what it says in words; empty where it says the same as the
            figure that is printed, and in all content.
    """

    indicator: str
    place: str
    amount: Amount
    period: Period
    source: str
    locator: str
    also: tuple[str, ...]
    doubt: str
    conditions: "Conditions"
    where: Location
    as_of: str = ""
    licence: str = ""
    choice: Choice | None = None
    rivals: tuple["Reading", ...] = ()
    said: str = ""
    replaces: bool = False


def spans(reading: Reading) -> bool:
    """Tell whether a reading spans the figures of several sources."""
    return reading.choice is not None and reading.choice.takes == RANGE and bool(reading.rivals)


def is_chosen(reading: Reading) -> bool:
    """Tell whether an author chose the figure that is printed, for those who see it."""
    choice = reading.choice
    return choice is not None and (choice.takes == RANGE or reading.source in choice.order)


def figures_of(reading: Reading) -> tuple[Reading, ...]:
    """Give all figures of a reading, each by itself and as its source gives it."""
    every = reading.rivals if spans(reading) else (reading, *reading.rivals)
    return tuple([replace(one, rivals=(), choice=None) for one in every])


def grounds_of(reading: Reading) -> tuple[Reading, ...]:
    """Give what a printed figure rests on, each reading as its source gives it.

    It is all that a range spans; of any other figure itself, and what other sources give that
    say the same.
    """
    every = figures_of(reading)
    return every if spans(reading) else tuple([one for one in every if not one.said])


def sources_of(reading: Reading) -> tuple[str, ...]:
    """Give the keys of the sources of a reading; of a range, of each figure that it spans."""
    every = reading.rivals if spans(reading) else (reading,)
    return tuple(dict.fromkeys(key for one in every for key in (one.source, *one.also)))


def spanning(several: Sequence[Reading], choice: Choice) -> Reading:
    """Give the range of two or more figures; it stands where the first of them does."""
    bare = tuple(replace(one, rivals=(), choice=None) for one in several)
    amount = _span([one.amount for one in bare])
    ranging = replace(bare[0], amount=amount, rivals=bare, choice=choice)
    return replace(ranging, doubt="", as_of="", licence="")  # those of one of them


def _span(amounts: Iterable[Amount]) -> Amount:
    """Span amounts, from the lowest to the highest; what is nearly a number counts as it."""
    low: list[float] = []
    high: list[float] = []
    is_open_below = is_open_above = False
    for amount in amounts:
        ends = [end for end in (amount.low, amount.high) if end is not None]
        low += ends[:1]
        high += ends[-1:]
        is_open_below |= amount.qualifier == "up to"
        is_open_above |= amount.high is None
    if is_open_above:
        return Amount(min(low), None, "at least")
    return Amount(None, max(high), "up to") if is_open_below else Amount(min(low), max(high))


def is_implausible(amount: Amount, indicator: Indicator) -> bool:
    """Tell whether an amount is outside of what can be true."""
    least, most = indicator.plausible
    ends = [end for end in (amount.low, amount.high) if end is not None]
    return any(
        (least is not None and end < least) or (most is not None and end > most) for end in ends
    )


class Place(Struct, frozen=True):
    """A country or a region.

    Attributes:
        key: ISO 3166-1 alpha-3 of a country; a region has a key of its own.
        iso2: Empty for a region.
        names: By language; every language of the project is there.
        adjectives: Likewise; the project's first language is always there.
        capital: Empty where it is not given.
        members: Keys of a region's countries; empty for a country.
    """

    key: str
    iso2: str
    names: Mapping[str, str]
    adjectives: Mapping[str, str]
    capital: str
    members: tuple[str, ...]
    where: Location
