"""What the expressions of one brief may mention: its variables and functions."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from briefing.errors import unknown_name
from briefing.model.content import Audience, Content, Document
from briefing.model.country import Period, Place, Reading
from briefing.model.prose import WORDING_VARIABLES
from briefing.numbers import Form, format_amount, format_date, format_period, iso_period
from briefing.tailor.people import People
from briefing.tailor.periods import parse_period
from briefing.tailor.readings import Readings
from briefing.tailor.terms import NOWHERE, Function, Names
from briefing.tailor.values import (
    Entity,
    ExpressionError,
    Short,
    Shown,
    Value,
    is_number,
    kind_of,
)

_SHOWN = ("value unit period", "value unit", "value period", "value", "period")


class Facts(Struct, frozen=True):
    """What figures and names are printed from.

    Attributes:
        place: The brief's own, None for a document that is made once.
    """

    content: Content
    readings: Readings
    place: Place | None
    language: str

    def name(self, key: str) -> str:
        """Name a place in the language of the brief, else in the project's first."""
        return self._worded(self.content.places[key].names)

    def abbreviation(self, key: str) -> Short:
        """Give a short form and what it stands for, likewise."""
        return Short(key, self._worded(self.content.abbreviations[key].long))

    def entity(self, place: Place) -> Entity:
        """Show a place to expressions."""
        fields: dict[str, Value] = {
            "key": place.key,
            "iso2": place.iso2,
            "name": self._worded(place.names),
            "adjective": self._worded(place.adjectives),
            "capital": place.capital,
        }
        kind = "region" if place.members else "country"
        return _entity(kind, WORDING_VARIABLES["country"], fields)

    def words(self, reading: Reading, show: str, *, in_table: bool = False) -> str:
        """Print a reading; `show` names its parts."""
        return self._amount(reading, show, in_table) + self._period(reading, show)

    def _amount(self, reading: Reading, show: str, in_table: bool) -> str:
        if not show.startswith("value"):
            return ""
        indicator = self.content.indicators[reading.indicator]
        unit = self.content.units[indicator.unit]
        form: Form = "short" if in_table else "prose"
        return format_amount(
            reading.amount,
            unit,
            decimals=indicator.decimals,
            language=self.language,
            form=form if "unit" in show else "bare",
        )

    def _period(self, reading: Reading, show: str) -> str:
        if not show.endswith("period"):
            return ""
        period = format_period(reading.period, self.language)
        return period if show == "period" else f" ({period})"

    def _worded(self, by_language: Mapping[str, str]) -> str:
        return by_language.get(self.language) or by_language[self.content.project.languages[0]]


def names_for(facts: Facts, document: Document, audience: Audience, people: People) -> Names:
    """Gather what expressions may mention."""
    language = facts.language
    edition = facts.content.project.edition
    functions = _Functions(facts)
    as_of = format_date(edition.facts_as_of, language) if edition.facts_as_of else ""
    date = format_date(edition.date, language)
    variables: dict[str, dict[str, Value]] = {
        "audience": {"key": audience.key, "name": audience.name},
        "document": {"id": document.id, "kind": document.kind},
        "edition": {"date": date, "label": edition.label, "facts_as_of": as_of},
    }
    names: dict[str, Value | Function] = {
        name: _entity(name, WORDING_VARIABLES[name], fields) for name, fields in variables.items()
    }
    if facts.place is not None:
        names["country"] = facts.entity(facts.place)
    names["language"] = language
    names["figure"] = functions.figure
    names["has"] = functions.has
    names["period"] = functions.period
    names["name"] = functions.name
    names["countries"] = functions.countries
    names["abbr"] = functions.abbr
    names["person"] = people.person
    names["people"] = people.people
    return names


def names_of_conditions(names: Names) -> Names:
    """Give the names of a condition or repeat, in which nothing is printed."""
    return {**names, "abbr": _refuse_abbreviation}


def _refuse_abbreviation(**_: Value) -> Value:
    raise ExpressionError("an abbreviation can stand in text only")


def plain_names(names: Names, take: Callable[[Shown], Value]) -> Names:
    """Give the names of a title, in which `take` decides what becomes of each figure."""
    figure = names["figure"]
    assert callable(figure)

    def plain_figure(**given: Value) -> Value:
        shown = figure(**given)
        assert isinstance(shown, Shown)
        return take(shown)

    return {**names, "figure": plain_figure}


def _entity(kind: str, known: tuple[str, ...], fields: Mapping[str, Value]) -> Entity:
    return Entity(kind, known, {name: value for name, value in fields.items() if value})


class _Functions:
    """The functions of expressions; their parameters are those of `WORDING_FUNCTIONS`."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def figure(
        self, indicator: Value, place: Value = None, period: Value = None, show: Value = _SHOWN[0]
    ) -> Shown:
        if show not in _SHOWN:
            words = show if isinstance(show, str) else kind_of(show)
            raise _unknown("way to show a figure", words, _SHOWN)
        reading = self._reading("figure", indicator, place, period)
        return Shown(self._facts.words(reading, str(show)), reading)

    def has(self, indicator: Value, place: Value = None) -> bool:
        key = self._indicator("has", indicator)
        return self._facts.readings.latest(key, self._place("has", place)) is not None

    def period(self, indicator: Value, place: Value = None) -> str:
        reading = self._reading("period", indicator, place, None)
        return format_period(reading.period, self._facts.language)

    def name(self, place: Value) -> str:
        return self._facts.name(self._place("name", place))

    def abbr(self, key: Value) -> Short:
        known = self._facts.content.abbreviations
        if not isinstance(key, str):
            raise ExpressionError(f"'abbr' takes a short form, not {kind_of(key)}")
        if key not in known:
            raise _unknown("abbreviation", key, known)
        return self._facts.abbreviation(key)

    def countries(self, *places: Value) -> tuple[Value, ...]:
        known = self._facts.content.places
        keys = [self._place("countries", place) for place in places]
        return tuple([self._facts.entity(known[key]) for key in keys])

    def _indicator(self, function: str, value: Value) -> str:
        if not isinstance(value, str):
            raise ExpressionError(f"'{function}' takes an indicator, not {kind_of(value)}")
        if value not in self._facts.content.indicators:
            raise _unknown("indicator", value, self._facts.content.indicators)
        return value

    def _place(self, function: str, value: Value) -> str:
        if value is None:
            if self._facts.place is None:
                hint = "this document is made once, not for each country"
                raise ExpressionError(f"'{function}' needs a place here", hint)
            return self._facts.place.key
        if isinstance(value, Entity):
            value = value.fields.get("key")
        if not isinstance(value, str):
            raise ExpressionError(f"'{function}' takes a place, not {kind_of(value)}")
        if value not in self._facts.content.places:
            raise _unknown("country or region", value, self._facts.content.places)
        return value

    def _reading(self, function: str, indicator: Value, place: Value, period: Value) -> Reading:
        key = self._indicator(function, indicator)
        where = self._place(function, place)
        when = _period(period)
        readings = self._facts.readings
        found = readings.latest(key, where) if when is None else readings.at(key, where, when)
        if found is None:
            raise self._missing(key, where, when)
        return found

    def _missing(self, indicator: str, place: str, period: Period | None) -> ExpressionError:
        """Say what is missing; never what is withheld."""
        readings = self._facts.readings
        what = f"{indicator!r} for {place!r}"
        if period is not None:
            what += f" in {iso_period(period)}"
        if readings.are_withheld(indicator, place, period):
            hint = "print it only where it may be: if=\"has('…')\""
            return ExpressionError(f"the reading of {what} may not be shown in this brief", hint)
        periods = [iso_period(reading.period) for reading in readings.shown(indicator, place)]
        known = ", ".join(periods) or ", ".join(sorted(readings.places_with(indicator)))
        return ExpressionError(f"no reading of {what}", f"there is one for: {known or 'no place'}")


def _period(value: Value) -> Period | None:
    if value is None:
        return None
    period = parse_period(str(value)) if isinstance(value, str) or is_number(value) else None
    if period is None:
        got = repr(value) if isinstance(value, str | int | float) else kind_of(value)
        raise ExpressionError(
            f"{got} is not a period", "write it like '2019', '2022-01' or '2015/2019'"
        )
    return period


def _unknown(what: str, got: str, known: Mapping[str, object] | tuple[str, ...]) -> ExpressionError:
    problem = unknown_name(NOWHERE, what, got, known)
    return ExpressionError(problem.message, problem.hint)
