"""What ``content/project.yaml`` says of the proof: words in no file, and texts it cannot prove."""

from collections.abc import Iterator

from briefing.errors import Location
from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Fields, what_it_is
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlNode, YamlText
from briefing.model.content import Project, Secret
from briefing.model.prose import Conditions

_LEAST_SIGNS = 3  # letters and digits; shorter words are in every file
_LEAST_DIGITS = 5  # of what has digits alone; there are years and page numbers
_NO_SECRET = ("countries", "languages", "from", "until", "if")


def read_secrets(fields: Fields, project: Project, checker: Checker) -> tuple[Secret, ...]:
    """Read ``secrets``: texts that are in no file, or mappings that say who may know them."""
    first: dict[str, Location] = {}
    secrets: list[Secret] = []
    for node in _items(fields, "secrets"):
        if type(node) is YamlMap:
            inner = Fields(node, checker.problems)
            text, place = inner.text("text", "", wanted="the words"), inner.place("text")
            conditions = _conditions(inner, project, checker)
            inner.done()
        elif type(node) is YamlText and node.kind != "null":
            text, place, conditions = node.text, node.where, None
        else:
            hint = "wanted: words, or a mapping with 'text' and 'audience' or 'marking'"
            checker.problems.error(node.where, f"{what_it_is(node)} stands among 'secrets'", hint)
            continue
        if _is_sound(text, place, first, fields):
            secrets.append(Secret(text, conditions, place))
    return tuple(secrets)


def read_accepted(fields: Fields) -> dict[str, Location]:
    """Read ``accepted-unprovable``: texts whose absence the author knows cannot be proved."""
    accepted: dict[str, Location] = {}
    for node in _items(fields, "accepted-unprovable"):
        if type(node) is not YamlText or not node.text.strip():
            message = f"{what_it_is(node)} stands among 'accepted-unprovable'"
            fields.problems.error(node.where, message, "wanted: the words of a withheld text")
        elif accepted.setdefault(node.text, node.where) != node.where:
            hint = f"first given at {accepted[node.text]}"
            fields.problems.error(node.where, "the same text is accepted twice", hint)
    return accepted


def _items(fields: Fields, name: str) -> Iterator[YamlNode]:
    node = fields.node(name)
    if node is None:
        return
    if type(node) is not YamlList:
        message = f"{name!r} is {'a mapping' if type(node) is YamlMap else 'no list'}"
        fields.problems.error(node.where, message, "wanted: a list of texts")
    elif not node.items:
        fields.problems.error(node.where, f"{name!r} is empty", "wanted: a list of texts")
    else:
        yield from node.items


def _conditions(fields: Fields, project: Project, checker: Checker) -> Conditions | None:
    """Read who may know a secret; None for nobody."""
    for name in _NO_SECRET:
        hint = "a secret is kept by 'audience' and 'marking' alone"
        fields.refuse(name, f"a secret has no {name!r}", hint)
    conditions = read_conditions(fields, checker, skip=_NO_SECRET)
    if conditions.audiences is None and conditions.marking is None:
        return None
    rank = _ranks(project).get(conditions.marking or project.default_marking)
    known = [
        audience.key
        for audience in project.audiences.values()
        if conditions.audiences is None or audience.key in conditions.audiences
        if rank is not None and rank <= _ranks(project).get(audience.clearance, -1)
    ]
    if project.audiences and len(known) == len(project.audiences):
        hint = "name the audiences that may know it, a higher marking, or neither for nobody"
        checker.problems.error(fields.where, "the secret is kept from no audience", hint)
    return conditions


def _ranks(project: Project) -> dict[str, int]:
    return {marking: rank for rank, marking in enumerate(project.markings)}


def _is_sound(text: str, place: Location, first: dict[str, Location], fields: Fields) -> bool:
    """Judge the words of a secret; what is wrong is told without them."""
    signs = [sign for sign in text if sign.isalnum()]
    least = _LEAST_DIGITS if all(sign.isdigit() for sign in signs) else _LEAST_SIGNS
    if not text.strip():
        fields.problems.error(place, "an empty text stands among 'secrets'", "wanted: words")
        return False
    if len(signs) < least:
        hint = f"wanted: {_LEAST_SIGNS} letters, or {_LEAST_DIGITS} digits, at least"
        message = "the secret is too short: that it is in no file could not be proved"
        fields.problems.error(place, message, hint)
        return False
    if first.setdefault(" ".join(text.split()).casefold(), place) is not place:
        hint = f"first given at {first[' '.join(text.split()).casefold()]}"
        fields.problems.error(place, "the same secret is given twice", hint)
        return False
    return True
