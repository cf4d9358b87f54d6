"""Every field of the content that can say something is a place for secrets, or has a reason."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from briefing.model import chart_spec, country, people, prose, source
from briefing.model import content as content_model
from tests.proof.everywhere import PLANTS
from tests.proof.spots import Spot

MODULES: tuple[ModuleType, ...] = (prose, content_model, chart_spec, country, people, source)
WORDS = "zqword zqother zqthird"
REASONS: dict[str, str] = {
    "names of parts of the project, which are declared and carry no conditions": """
        Audience.clearance Audience.key Conditions.audiences Conditions.countries
        Conditions.languages Conditions.marking Content.places Content.styles Content.units
        Document.audiences Document.countries Document.languages Document.style
        FromReadings.places FromRows.unit Indicator.unit LocatorOptions.place MapOptions.around
        Place.key Place.members Project.audiences Project.default_marking Project.languages
        Project.markings Project.style FromReadings.missing Reading.place TableSpec.highlight
        TableSpec.rows Unit.key
        """,
    "said to every reader, and carry no conditions": """
        Audience.name Edition.date Edition.facts_as_of Edition.label Licence.name Licence.url
        Place.adjectives Place.capital Place.iso2 Place.names Project.name Project.title
        Publisher.email Publisher.name Publisher.note Publisher.url Unit.label Unit.one
        Unit.pattern Unit.short
        """,
    "what is measured, which is open as it carries no conditions; its readings do": """
        Indicator.definition Indicator.key Indicator.name FromReadings.indicators
        Reading.indicator Section.needs TableColumn.indicator
        """,
    "names of what the same file says, which is printed from there": """
        ChartSpec.highlight Remark.series
        """,
    "of a closed set of words, or a date, an identifier of a language": """
        Attributes.classes Attributes.language Conditions.since Conditions.until Document.embargo
        LocatorOptions.cities Project.lowered Reading.as_of Project.citations
        """,
    "never printed and never a name in a file": """
        Conditions.when Content.citations Person.groups PlotFunction.name
        Project.names_with_numbers Repeat.name
        """,
    "names of files, which the manifest lists for those who make papers": """
        Content.inputs Content.root PlotFunction.module
        """,
    "secrets themselves, and what is known of them: see test_secrets.py": """
        Project.accepted Secret.text
        """,
    "where a figure has rivals, in test_rivals.py": """
        Choice.takes Choice.then Reading.said
        """,
    "by the keys of what is in them, which are planted there": """
        Content.readings
        """,
}
NOT_PLANTED = {field: reason for reason, several in REASONS.items() for field in several.split()}


def structs() -> Iterator[type[msgspec.Struct]]:
    for module in MODULES:
        for one in vars(module).values():
            is_struct = inspect.isclass(one) and issubclass(one, msgspec.Struct)
            if is_struct and one.__module__ == module.__name__:
                yield one


def speaks(hint: Any, inside: bool = False) -> bool:
    """Whether a value of this type can hold words: of its own, or in what is written in it."""
    if hint is str or hint is Any:
        return True
    if get_origin(hint) is Literal:
        return False
    if inspect.isclass(hint) and issubclass(hint, msgspec.Struct):
        return inside and hint.__module__ == prose.__name__ and hint not in (prose.Conditions,)
    return any(speaks(one, inside=True) for one in get_args(hint))


def fields() -> Iterator[str]:
    """Name every field that can hold words, as its struct's and its own."""
    names = vars(prose) | vars(country) | vars(content_model)
    for struct in structs():
        for field, hint in get_type_hints(struct, localns=names).items():
            if speaks(hint):
                yield f"{struct.__name__}.{field}"


def holding(value: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Name the fields on the way to the words that are planted."""
    if isinstance(value, str):
        if WORDS in value.casefold().replace("-", " "):
            yield from path
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            inner = (*path, f"{type(value).__name__}.{field}")
            yield from holding(getattr(value, field), inner)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from holding(key, path)
            yield from holding(one, path)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from holding(one, path)


def planted() -> set[str]:
    found: set[str] = set()
    for plant in PLANTS.values():
        made = plant(Spot(WORDS, "part-aaa", 100, {"marking": "AMBER"}))
        found.update(holding(tuple(made)))
        found.update(f"Content.{field}" for field in made.parts)
        found.update(f"Document.{field}" for field in made.said)
        found.update(["Project.credit"] if made.credit else [])
    return found


def test_every_field_is_planted_or_has_a_reason_why_not():
    known = set(fields())

    assert sorted(known - planted() - NOT_PLANTED.keys()) == []
    assert sorted(NOT_PLANTED.keys() - known) == []
    assert sorted(NOT_PLANTED.keys() & planted()) == []
