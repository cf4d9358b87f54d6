"""What the expressions of one brief may mention: its variables and functions."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from briefing.model.content import Audience, Content, Document
from briefing.model.country import Place, Reading
from briefing.model.prose import WORDING_VARIABLES
from briefing.numbers import Form, format_amount, format_date, format_period
from briefing.tailor.expressions.intervals import as_said
from briefing.tailor.expressions.terms import Function, Names
from briefing.tailor.expressions.values import Entity, ExpressionError, Short, Shown, Value, kind_of
from briefing.tailor.names.compared import Compared
from briefing.tailor.names.lookup import Lookup, unknown
from briefing.tailor.rules.people import People
from briefing.tailor.rules.readings import Readings

_SHOWN = ("value unit period", "value unit", "value period", "value", "period")
_MOST_MORE = 4  # decimals, with none; figures that need more to be told apart are one


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
        return self._amount(reading, show, in_table=in_table) + self._period(reading, show)

    def words_apart(self, reading: Reading, others: Sequence[Reading]) -> str:
        """Print a reading with as many decimals as tell it from others of its indicator."""
        decimals = self.content.indicators[reading.indicator].decimals
        apart = [other for other in others if other.amount != reading.amount]
        for more in range(_MOST_MORE):
            said, *also = (
                self._amount(one, "value unit", in_table=False, decimals=decimals + more)
                for one in (reading, *apart)
            )
            if said not in also:
                return said
        return self.words(reading, "value unit")

    def _amount(
        self, reading: Reading, show: str, *, in_table: bool, decimals: int | None = None
    ) -> str:
        if not show.startswith("value"):
            return ""
        indicator = self.content.indicators[reading.indicator]
        unit = self.content.units[indicator.unit]
        form: Form = "short" if in_table else "prose"
        return format_amount(
            reading.amount,
            unit,
            decimals=indicator.decimals if decimals is None else decimals,
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
    lookup = Lookup(facts.content, facts.readings, facts.place)
    functions = _Functions(facts, lookup)
    compared = Compared(facts.content, lookup, language)
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
    names["rank"] = compared.rank
    names["change"] = compared.change
    names["share"] = compared.share
    names["compare"] = compared.compare
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

    def plain(name: str) -> Function:
        of = names[name]
        assert callable(of)

        def shown_plainly(**given: Value) -> Value:
            shown = of(**given)
            assert isinstance(shown, Shown)
            return take(shown)

        return shown_plainly

    return {**names, **{name: plain(name) for name in _NOTED}}


_NOTED = ("figure", "rank", "change", "share", "compare")
"""The functions whose words rest on readings."""


def _entity(kind: str, known: tuple[str, ...], fields: Mapping[str, Value]) -> Entity:
    return Entity(kind, known, {name: value for name, value in fields.items() if value})


class _Functions:
    """The functions of expressions; their parameters are those of `WORDING_FUNCTIONS`."""

    def __init__(self, facts: Facts, lookup: Lookup) -> None:
        self._facts = facts
        self._lookup = lookup

    def figure(
        self, indicator: Value, place: Value = None, period: Value = None, show: Value = _SHOWN[0]
    ) -> Shown:
        if show not in _SHOWN:
            words = show if isinstance(show, str) else kind_of(show)
            raise unknown("way to show a figure", words, _SHOWN)
        reading = self._lookup.reading("figure", indicator, place, period)
        measured = self._facts.content.indicators[reading.indicator]
        unit = self._facts.content.units[measured.unit]
        amount = as_said(reading.amount, measured, unit, self._facts.language)
        words = self._facts.words(reading, str(show))
        return Shown(words, reading, amount=amount, unit=unit.key)

    def has(self, indicator: Value, place: Value = None) -> bool:
        key = self._lookup.indicator("has", indicator)
        return self._facts.readings.latest(key, self._lookup.place("has", place)) is not None

    def period(self, indicator: Value, place: Value = None) -> str:
        reading = self._lookup.reading("period", indicator, place, None)
        return format_period(reading.period, self._facts.language)

    def name(self, place: Value) -> str:
        return self._facts.name(self._lookup.place("name", place))

    def abbr(self, key: Value) -> Short:
        known = self._facts.content.abbreviations
        if not isinstance(key, str):
            raise ExpressionError(f"'abbr' takes a short form, not {kind_of(key)}")
        if key not in known:
            raise unknown("abbreviation", key, known)
        return self._facts.abbreviation(key)

    def countries(self, *places: Value) -> tuple[Value, ...]:
        known = self._facts.content.places
        keys = [self._lookup.place("countries", place) for place in places]
        return tuple([self._facts.entity(known[key]) for key in keys])
