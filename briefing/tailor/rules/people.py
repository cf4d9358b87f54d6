"""Who is named in one brief, and how those are called whom it may not name."""

from collections.abc import Callable, Mapping
from typing import get_args

from briefing.errors import unknown_name
from briefing.model.content import Content, Document
from briefing.model.people import Person, PersonShow
from briefing.tailor.expressions.terms import NOWHERE
from briefing.tailor.expressions.values import Entity, ExpressionError, Value, kind_of
from briefing.tailor.rules.conditions import Rules, Verdict

FIELDS = ("key", "name", "role", "affiliation")
"""Of a person, for expressions."""

_SHOWN: tuple[PersonShow, ...] = get_args(PersonShow)
_AND: Mapping[str, str] = {"en": "and", "de": "und", "fr": "et", "ru": "и"}


class People:
    """Those of a project, as one brief may name them."""

    def __init__(
        self,
        content: Content,
        document: Document,
        rules: Rules,
        named: Callable[[Person], None],
        left_out: Callable[[Person, Verdict], None],
    ) -> None:
        """Take what to judge people by, and whom to tell of those who are named or left out."""
        self._people = content.people
        self._groups = frozenset(each for one in content.people.values() for each in one.groups)
        neutral = document.neutral
        self._neutral = None if neutral is None else neutral[rules.language]
        self._rules = rules
        self._named = named
        self._left_out = left_out
        self._verdicts: dict[str, Verdict | None] = {}

    def person(self, key: Value, show: Value = "name") -> str:
        """Word one person, or several, as far as they may be named here.

        Raises:
            ExpressionError: Nobody is known by a key, or somebody is named whom these readers may
                not know of.
        """
        if show not in _SHOWN:
            words = show if isinstance(show, str) else kind_of(show)
            raise _unknown("way to show a person", words, _SHOWN)
        keys = key if isinstance(key, tuple) else (key,)
        if not keys:
            raise ExpressionError("'person' takes somebody's key, not an empty list")
        people = [self._find(each) for each in keys]
        named = [self._worded(one, str(show)) for one in people if self._may_name(one)]
        unnamed = len(people) - len(named)
        if unnamed and self._neutral is not None:
            named.append(self._neutral[unnamed > 1])
        return self._listed(named)

    def people(self, *groups: Value) -> tuple[Value, ...]:
        """Give those of some groups, or of all, who may be named here; in the file's order.

        Raises:
            ExpressionError: There is no such group.
        """
        for group in groups:
            if not isinstance(group, str):
                raise ExpressionError(f"'people' takes a group, not {kind_of(group)}")
            if group not in self._groups:
                raise _unknown("group", group, sorted(self._groups))
        found = [
            person
            for person in self._people.values()
            if not groups or not frozenset(groups).isdisjoint(person.groups)
        ]
        shown = [person for person in found if self._judge(person) is None]
        for person in shown:
            self._named(person)
        return tuple(map(_entity, shown))

    def judge_all(self) -> None:
        """Judge everybody under the Chatham House Rule, so that who is off the record counts."""
        if self._neutral is not None:
            for person in self._people.values():
                self._judge(person)

    def _find(self, key: Value) -> Person:
        if isinstance(key, Entity) and key.kind == "person":
            key = key.fields["key"]
        if not isinstance(key, str):
            raise ExpressionError(f"'person' takes somebody's key, not {kind_of(key)}")
        if key not in self._people:
            raise _unknown("person", key, tuple(self._people))
        return self._people[key]

    def _may_name(self, person: Person) -> bool:
        verdict = self._judge(person)
        if verdict is not None and self._neutral is None:
            message = "this names somebody who is not for this brief"
            if verdict[0] in ("audience", "marking"):
                audience = self._rules.audience
                message = f"this names somebody whom audience {audience!r} may not see"
            hint = "leave the words to those who may see it, with a condition"
            raise ExpressionError(message, hint)
        return verdict is None

    def _judge(self, person: Person) -> Verdict | None:
        """Give the rule by which somebody is not named here; None where they may be."""
        if person.key not in self._verdicts:
            verdict = self._rules.judge(person.conditions)
            if verdict is None and self._neutral is not None and not person.on_record:
                verdict = "rule", "not on record under the Chatham House Rule"
            if verdict is not None:
                self._left_out(person, verdict)
            self._verdicts[person.key] = verdict
        return self._verdicts[person.key]

    def _worded(self, person: Person, show: str) -> str:
        if show == "full":
            words = [person.name, person.role, person.affiliation]
            text = ", ".join(filter(None, words))
        else:
            text = {"name": person.name, "role": person.role}.get(show, person.affiliation)
        if not text:
            raise ExpressionError(f"{person.key!r} has no {show}", "give it in content/people.yaml")
        self._named(person)
        return text

    def _listed(self, names: list[str]) -> str:
        if len(names) == 1:
            return names[0]
        both = f" {_AND[self._rules.language.partition('-')[0]]} "
        return both.join((", ".join(names[:-1]), names[-1]))


def _entity(person: Person) -> Entity:
    fields: dict[str, Value] = {
        "key": person.key,
        "name": person.name,
        "role": person.role,
        "affiliation": person.affiliation,
    }
    given = {name: value for name, value in fields.items() if value}
    return Entity("person", FIELDS, given)


def _unknown(what: str, got: str, known: tuple[str, ...] | list[str]) -> ExpressionError:
    problem = unknown_name(NOWHERE, what, got, known)
    return ExpressionError(problem.message, problem.hint)
