"""What grows while one brief is tailored: what was left out, what is wrong, what is cited."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from briefing.errors import Diagnostic, Location, Rule
from briefing.model.chart import Chart, Sketch
from briefing.model.content import Content
from briefing.model.country import Place, Reading, differ, spans
from briefing.model.manuscript import Omission, OptionalBlock, Reason
from briefing.model.people import Person
from briefing.model.periods import is_near
from briefing.model.prose import (
    PLAIN,
    Attributes,
    Conditions,
    Expression,
)
from briefing.model.source import Source
from briefing.tailor.expressions import read_expression
from briefing.tailor.expressions.terms import Names
from briefing.tailor.expressions.values import ExpressionError, Value, is_true, kind_of
from briefing.tailor.names import Facts, names_for, names_of_conditions
from briefing.tailor.rules.conditions import Rules, Verdict, listed, rules_for
from briefing.tailor.rules.elsewhere import off_record_elsewhere
from briefing.tailor.rules.gates import judged_reading
from briefing.tailor.rules.others import Others
from briefing.tailor.rules.people import People
from briefing.tailor.rules.readings import Readings


class Scope(NamedTuple):
    """Where in the text something stands.

    Attributes:
        names: What its expressions may mention.
        renames: Ids that are printed under another name, since they occur more than once.
        language: Of the text around it.
        trail: The sections that enclose it, outermost first.
        in_note: It stands in a note.
    """

    names: Names
    language: str
    renames: Mapping[str, str] = MappingProxyType({})
    trail: tuple[str, ...] = ()
    in_note: bool = False


class Lead(NamedTuple):
    """What leads to an id.

    Attributes:
        id: As the author gave it.
        name: As it is printed.
        yields: Something else is printed where there is nothing to lead to.
    """

    id: str
    name: str
    where: Location
    yields: bool


class Counted(NamedTuple):
    """What words alone add to a brief: markings, sources, and so many of the others."""

    highest: int
    sources: dict[str, Source]
    references: int
    included: int
    optional: int


class Added(NamedTuple):
    """What one part of a brief adds to it: markings, and sources."""

    highest: int
    sources: dict[str, Source]


class Apart(NamedTuple):
    """What is in a brief as long as any of some optional blocks is.

    Attributes:
        blocks: Their numbers.
        places: Where they stand.
    """

    added: Added
    blocks: frozenset[int]
    places: frozenset[Location]


class Item(Protocol):
    """A part of the content that has a place."""

    @property
    def where(self) -> Location:
        """Its place in a file."""


class Work:
    """One brief in the making.

    Attributes:
        problems: All that the author should mend; of rules that are lowered, warnings.
        sources: Those cited so far, by key.
        charts: Those placed so far, by id.
        sketches: Small drawings in tables, likewise.
        printed: Ids that a reference may lead to.
        headless: Those of sections that have no heading to lead to.
        references: What leads to ids.
        absent: Ids that no reference can lead to, as a first attempt has shown.
        optional: What parts add that may go to save pages; no other count has it.
        numbers: Of optional blocks.
        included: What stands in it, in no order and with repeats; None where nobody asks.
    """

    def __init__(
        self, content: Content, document: str, place: Place | None, audience: str, language: str
    ) -> None:
        self.content = content
        self._asked = document, place, audience, language
        self.rules: Rules = rules_for(content, place.key if place else None, audience, language)
        self.readings = Readings(content.readings, self._may_show, self._present)
        self.facts = Facts(content, self.readings, place, language)
        readers = content.project.audiences[audience]
        template = content.documents[document]
        self.people = People(content, template, self.rules, self._name, self._leave_unnamed)
        self.names = names_for(self.facts, template, readers, self.people)
        rest = [key for key in content.project.audiences if key != audience]
        self._others: Others | None = Others(rest, self._names_for, self.names)
        self.problems: list[Diagnostic] = []
        self.omitted: list[Omission] = []
        self.sources: dict[str, Source] = {}
        self.charts: dict[str, Chart] = {}
        self.sketches: dict[str, Sketch] = {}
        self.printed: set[str] = set()
        self.headless: set[str] = set()
        self.references: list[Lead] = []
        self.absent: frozenset[str] = frozenset()
        self.included: list[Item] | None = None
        self.highest = 0
        self.optional: list[Apart] = []
        self.numbers = count()
        self.is_whole = True  # False where a condition failed, so that references may be lost
        self._claimed: set[str] = set()
        self._judged: list[Reading] = []
        self._plain_stays = self.rules.judge(PLAIN.conditions) is None

    # --- what is left out ------------------------------------------------------------------------

    def omit(self, where: Location, what: str, reason: Reason, detail: str) -> None:
        """Note that something is left out."""
        self.omitted.append(Omission(where, what, reason, detail))

    def omit_empty(self, where: Location, what: str) -> None:
        """Note that nothing was left of something."""
        self.omit(where, what, "empty", "nothing is left in it")

    def keeps(self, conditions: Conditions, where: Location, what: str, names: Names) -> bool:
        """Tell whether an item stays, and note the rule by which it does not."""
        return self._is_allowed(conditions, where, what) and self._applies(
            conditions.when, where, what, names
        )

    def occurrences(
        self, attributes: Attributes, where: Location, what: str, scope: Scope
    ) -> list[Scope]:
        """Give the scopes in which an item stands: one for each repeat, none if it is left out."""
        if attributes is PLAIN and self._plain_stays:
            return [scope]
        conditions, repeat = attributes.conditions, attributes.repeat
        if not self._is_allowed(conditions, where, what):
            return []
        if attributes.language is not None:
            scope = scope._replace(language=attributes.language)
        if repeat is None:
            scopes = [scope]
        else:
            values = self._values(repeat.over, scope.names)
            scopes = [scope._replace(names={**scope.names, repeat.name: value}) for value in values]
            if not scopes:
                self.omit(where, what, "empty", "there is nothing to repeat it for")
        when = conditions.when
        if when is None:
            return scopes
        return [inner for inner in scopes if self._applies(when, where, what, inner.names)]

    def _is_allowed(self, conditions: Conditions, where: Location, what: str) -> bool:
        verdict = self.rules.judge(conditions)
        if verdict is not None:
            self.omit(where, what, *verdict)
        return verdict is None

    def _applies(self, when: Expression | None, where: Location, what: str, names: Names) -> bool:
        if when is None:
            return True
        try:
            holds = is_true(read_expression(when.source)(names_of_conditions(names)))
        except ExpressionError as error:
            self._is_lost(when, error)
            return False
        if not holds:
            others = self.readers_with(when, names)
            if others:
                detail = f"only if {when.source}, which holds for {listed(others)}"
                self.omit(where, what, "audience", detail)
            else:
                self.omit(where, what, "condition", f"only if {when.source}")
        return holds

    def readers_with(self, when: Expression, names: Names) -> Sequence[str]:
        """List the other audiences for whom an expression holds, which does not for these."""
        return self._others.with_whom_holds(when, names) if self._others else ()

    def _names_for(self, audience: str) -> Names:
        """Give what conditions may mention in the same brief for another audience."""
        document, place, _, language = self._asked
        other = Work(self.content, document, place, audience, language)
        other._others = None  # whose own conditions are asked of nobody else
        return names_of_conditions(other.names)

    def _values(self, over: Expression, names: Names) -> tuple[Value, ...]:
        try:
            values = read_expression(over.source)(names_of_conditions(names))
            if not isinstance(values, tuple):
                raise ExpressionError(f"this gives {kind_of(values)}, not a list to repeat over")
        except ExpressionError as error:
            self._is_lost(over, error)
            return ()
        return values

    def _may_show(self, reading: Reading) -> bool:
        """Judge a reading by its own conditions, which may ask for other readings."""
        if reading in self._judged:
            raise ExpressionError("a reading cannot be shown on condition of itself")
        what = f"reading of {reading.indicator} for {reading.place}"
        self._judged.append(reading)
        keeps = self.keeps(reading.conditions, reading.where, what, self.names)
        keeps = keeps and self.keeps_sources((reading.source, *reading.also), reading.where, what)
        self._judged.pop()
        return keeps

    def _present(self, reading: Reading) -> Reading:
        """Show a reading with its rivals in words, and the reason why it is printed.

        The reason may tell of figures for nearly the same time, so it is for those alone who may
        know of all.
        """
        choice = reading.choice
        if not reading.rivals and choice is None:
            return reading
        if choice is not None and not self._may_show_near(reading):
            choice = replace(choice, reason="")
        differ_by = self.content.project.limits.differ
        beside = reading.rivals if spans(reading) else (reading,)
        return replace(
            reading,
            rivals=tuple(
                [
                    replace(rival, said=self.facts.words_apart(rival, beside))
                    if spans(reading) or differ(reading.amount, rival.amount, differ_by)
                    else rival
                    for rival in reading.rivals
                ]
            ),
            choice=choice,
        )

    def _may_show_near(self, reading: Reading) -> bool:
        """Tell whether readers may know of all figures for nearly the time of another."""
        among = self.content.readings.get(reading.indicator, {}).get(reading.place, ())
        others = (one for one in among if one.period != reading.period)
        near = (one for one in others if is_near(one.period, reading.period))
        return all(self._may_show(each) for one in near for each in (one, *one.rivals))

    def keeps_sources(self, keys: Iterable[str], where: Location, what: str) -> bool:
        """Tell whether readers may know of all the sources of something, and note why not."""
        for key in keys:
            verdict = self.hides(key)
            if verdict is not None:
                self.omit(where, what, verdict[0], f"as its source {key!r} is {verdict[1]}")
                return False
        return True

    def hides(self, key: str) -> Verdict | None:
        """Give the rule by which a source is left out; None where it may be cited."""
        return self.rules.judge(self.content.sources[key].conditions)

    def _name(self, person: Person) -> None:
        self.mark(person.conditions, person)
        problem = off_record_elsewhere(person, self._asked[0], self.content, self.rules)
        if problem is not None and problem not in self.problems:
            self.problems.append(problem)

    def _leave_unnamed(self, person: Person, verdict: Verdict) -> None:
        self.omit(person.where, f"person {person.key!r}", *verdict)

    # --- what is wrong ---------------------------------------------------------------------------

    def report(self, where: Location, message: str, hint: str = "", rule: Rule = "") -> None:
        """Note a problem; `rule` names the rule that it breaks if a project may lower it."""
        problem = Diagnostic(where, message, hint, rule=rule)
        self.problems.append(problem.lowered(self.content.project.lowered))

    def warn(self, where: Location, message: str, hint: str, rule: Rule) -> None:
        """Note, once, what stops nothing unless the caller is strict."""
        problem = Diagnostic(where, message, hint, "warning", rule)
        lowered = problem.lowered(self.content.project.lowered)
        if lowered not in self.problems:
            self.problems.append(lowered)

    def has_errors(self) -> bool:
        """Tell whether anything must be mended before there can be a brief."""
        return any(problem.severity == "error" for problem in self.problems)

    def report_expression(self, expression: Expression, error: ExpressionError) -> None:
        """Note that an expression has no value."""
        self.report(expression.where, error.message, error.hint)

    def _is_lost(self, expression: Expression, error: ExpressionError) -> None:
        self.report_expression(expression, error)
        self.is_whole = False

    # --- what is included ------------------------------------------------------------------------

    def mark(self, conditions: Conditions, item: Item) -> None:
        """Count something as included, and its marking."""
        self.highest = max(self.highest, self.rules.rank(conditions))
        self.include(item)

    def include(self, item: Item) -> None:
        """Count something as included, whose marking is that of what it stands in."""
        if self.included is not None:
            self.included.append(item)

    def cite(self, keys: Iterable[str]) -> None:
        """Count sources as cited, and their markings."""
        known = self.content.sources
        for key in keys:
            self.sources[key] = source = known[key]
            self.highest = max(self.highest, self.rules.rank(source.conditions))

    def cite_reading(self, reading: Reading) -> None:
        """Count the sources of a reading as cited, and its marking."""
        self.cite((reading.source, *reading.also))
        self.mark(reading.conditions, reading)
        for rival in reading.rivals:
            self.cite((rival.source, *rival.also))
            self.mark(rival.conditions, rival)
        for problem in judged_reading(reading, self.content, self.readings):
            if problem not in self.problems:
                self.problems.append(problem)

    def counted(self) -> Counted:
        """Give what is counted so far, to come back to."""
        included = len(self.included) if self.included is not None else 0
        references, optional = len(self.references), len(self.optional)
        return Counted(self.highest, dict(self.sources), references, included, optional)

    def set_apart(self) -> Added:
        """Begin to count markings and sources anew, for a part that may go later."""
        before = Added(self.highest, self.sources)
        self.highest, self.sources = 0, {}
        return before

    def take_back(self, before: Added, held: Collection[OptionalBlock] | None) -> None:
        """End that, and count on from before.

        Args:
            before: What was counted when it began.
            held: The blocks with which the part goes; None where it stays.
        """
        added = Added(self.highest, self.sources)
        self.highest, self.sources = before
        if held is None:
            self.highest = max(self.highest, added.highest)
            self.sources.update(added.sources)
        elif held:
            numbers = frozenset([block.number for block in held])
            self.optional.append(Apart(added, numbers, frozenset([block.where for block in held])))

    def cited(self, dropped: Collection[Location] = ()) -> dict[str, Source]:
        """Give the sources of the whole but for dropped parts, in the order of their keys."""
        every = dict(self.sources)
        for part in self.optional:
            if not part.places.issubset(dropped):
                every.update(part.added.sources)
        return dict(sorted(every.items()))

    def count_no_more(self, before: Counted) -> None:
        """Forget what was counted since, as nothing of it is printed."""
        self.highest, self.sources, references, included, optional = before
        del self.references[references:]
        del self.optional[optional:]
        if self.included is not None:
            del self.included[included:]

    # --- a second attempt ------------------------------------------------------------------------

    def unreached(self) -> frozenset[str]:
        """Name the ids that are not there, where something else is printed for want of them."""
        return frozenset(lead.name for lead in self.references if lead.yields) - self.printed

    def again(self) -> "Work":
        """Begin once more, now that it is known which ids are not there."""
        fresh = Work(self.content, *self._asked)
        fresh.absent = self.absent | self.unreached()
        fresh.included = None if self.included is None else []
        return fresh

    # --- ids -------------------------------------------------------------------------------------

    def claim(self, ids: Iterable[str], scope: Scope) -> Scope:
        """Reserve ids for a stretch of text; those that are taken get a number behind them."""
        names: dict[str, str] = {}
        for wanted in ids:
            name, count = wanted, 2
            while name in self._claimed:
                name, count = f"{wanted}-{count}", count + 1
            self._claimed.add(name)
            names[wanted] = name
        if not names:
            return scope
        renames = {**scope.renames, **names}
        return Scope(scope.names, scope.language, renames, scope.trail)

    def print_id(self, wanted: str, scope: Scope) -> str:
        """Give the name under which an id is printed; references may lead to it."""
        if not wanted:
            return ""
        name = scope.renames.get(wanted, wanted)
        self.printed.add(name)
        return name

    def hide_id(self, wanted: str, scope: Scope) -> str:
        """Give the name of what has no heading, to which no reference can lead."""
        name = scope.renames.get(wanted, wanted)
        self.headless.add(name)
        return name

    def is_left_out(self, name: str) -> bool:
        """Tell whether an id belongs to something that was left out."""
        made = self.content
        files = (made.sections, made.charts, made.tables, made.pictures)
        return name in self._claimed or any(name in each for each in files)
