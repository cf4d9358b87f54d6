"""``content/project.yaml``."""

from briefing.errors import RULES, Location, Rule
from briefing.load.project.limits import read_limits
from briefing.load.project.markings import read_markings
from briefing.load.syntax.fields import Fields, Name
from briefing.load.syntax.yaml_doc import YamlMap
from briefing.load.values.keys import read_address, read_key
from briefing.load.values.languages import check_printed
from briefing.load.values.periods import read_day
from briefing.model.conformance import CONFORMANCES, UA1_A3A
from briefing.model.content import (
    Audience,
    Edition,
    Licence,
    Project,
    Publisher,
)


def read_project(fields: Fields) -> Project:
    """Read the project's own file.

    `credit` is left empty, for it may cite works, and so are `boundaries`, which may be a file,
    and `secrets`, which name audiences.
    """
    scheme, markings = read_markings(fields)
    project = Project(
        name=_key(fields),
        title=fields.text("title"),
        edition=_edition(fields),
        languages=_languages(fields),
        style=fields.text("style"),
        publisher=_publisher(fields),
        licence=_licence(fields),
        credit=(),
        markings=markings,
        default_marking=_marking(
            fields, "default-marking", markings, "the marking of whatever carries none"
        ),
        audiences=_audiences(fields, markings),
        where=fields.where,
        runs_code=fields.truth("runs-code", False),
        conformance=CONFORMANCES[fields.choice("conformance", tuple(CONFORMANCES), UA1_A3A.name)],
        scheme=scheme,
        marks_open=fields.truth("mark-open", False),
        lowered=_lowered(fields),
        limits=read_limits(fields),
        citations=fields.text("citations", "notes"),
        names_with_numbers=_names_with_numbers(fields),
    )
    fields.node("credit")
    fields.node("boundaries")
    fields.node("secrets")
    fields.node("accepted-unprovable")
    fields.done()
    return project


def _key(fields: Fields) -> str:
    text = fields.text("name")
    return read_key(Name(text, fields.place("name")), fields.problems) if text else ""


def _edition(fields: Fields) -> Edition:
    edition = fields.fields("edition")
    if edition is None:
        if not fields.has("edition"):
            fields.missing("edition", "a mapping with date and label")
        return Edition("", "", "")
    made = Edition(
        date=read_day(edition, "date", needed=True),
        label=edition.text("label"),
        facts_as_of=read_day(edition, "facts-as-of"),
    )
    edition.done()
    return made


def _languages(fields: Fields) -> tuple[str, ...]:
    names = fields.names("languages")
    for name in names or ():
        check_printed(name, fields.problems)
    return _distinct(names, fields, "languages") or ("en",)


def _publisher(fields: Fields) -> Publisher:
    publisher = fields.fields("publisher")
    if publisher is None:
        if not fields.has("publisher"):
            fields.missing("publisher", "a mapping with a name")
        return Publisher("", "", "", "")
    made = Publisher(
        name=publisher.text("name"),
        url=read_address(publisher, "url"),
        email=publisher.text("email", ""),
        note=publisher.text("note", ""),
    )
    publisher.done()
    return made


def _licence(fields: Fields) -> Licence:
    licence = fields.fields("licence")
    if licence is None:
        return Licence("", "")
    made = Licence(name=licence.text("name"), url=read_address(licence, "url"))
    licence.done()
    return made


def _marking(fields: Fields, name: str, markings: tuple[str, ...], wanted: str) -> str:
    text = fields.text(name, wanted=wanted)
    if text and markings and text not in markings:
        fields.problems.unknown(fields.place(name), "marking", text, markings)
    return text


def _audiences(fields: Fields, markings: tuple[str, ...]) -> dict[str, Audience]:
    found: dict[str, Audience] = {}
    group = fields.fields("audiences")
    if group is None:
        if not fields.has("audiences"):
            fields.missing("audiences", "a mapping of at least one audience")
        return found
    for key, node in group.entries():
        name = read_key(Name(key.text, key.where), fields.problems)
        if type(node) is not YamlMap:
            hint = "wanted: a mapping with name and clearance"
            fields.problems.error(node.where, f"the audience {name!r} says nothing", hint)
            continue
        audience = Fields(node, fields.problems)
        clearance = _marking(audience, "clearance", markings, "the highest marking it may see")
        found[name] = Audience(name, audience.text("name"), clearance, key.where)
        audience.done()
    return found


def _lowered(fields: Fields) -> dict[Rule, str]:
    """Read which rules only warn, each with its reason: nobody else will know it later."""
    group = fields.fields("lower-to-warnings")
    reasons: dict[Rule, str] = {}
    for key, _ in group.entries() if group else ():
        known = next((rule for rule in RULES if rule == key.text), None)
        if group is None or known is None:
            fields.problems.unknown(key.where, "rule", key.text, RULES)
            continue
        wanted = "the reason, in a sentence; it is printed with every warning"
        reason = " ".join(group.text(known, wanted=wanted).split())
        if reason:
            reasons[known] = reason
    return reasons


def _names_with_numbers(fields: Fields) -> tuple[str, ...]:
    """Read the names whose digits count nothing."""
    given = fields.names("names-with-numbers") or ()
    for name in given:
        if not any(sign.isdigit() or sign == "#" for sign in name.text):
            hint = 'wanted: a name such as 5G, or "B-#", whose # is any number'
            fields.problems.error(name.where, f"{name.text!r} has no number in it", hint)
    return _distinct(given, fields, "names-with-numbers") if given else ()


def _distinct(names: tuple[Name, ...] | None, fields: Fields, field: str) -> tuple[str, ...]:
    if names is None:
        fields.missing(field, "a list such as [en]")
        return ()
    first: dict[str, Location] = {}
    for name in names:
        if first.setdefault(name.text, name.where) is not name.where:
            hint = f"first given at {first[name.text]}"
            fields.problems.error(name.where, f"{name.text!r} is given twice", hint)
    return tuple(first)
