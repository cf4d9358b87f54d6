"""Series with conditions: names in a list, some of them with what they carry."""

from briefing.load.conditions import read_conditions
from briefing.load.expressions import Checker
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlNode
from briefing.model.chart_spec import Series

_FORM = "write it like - Coal: {marking: GREEN}, or the name alone"


def split_series(fields: Fields, field: str, checker: Checker) -> tuple[Fields, tuple[Series, ...]]:
    """Give fields in which a list holds names alone, and the conditions that stood beside them."""
    node = fields.node(field)
    if type(node) is not YamlList or not any(type(item) is YamlMap for item in node.items):
        return fields, ()
    names: list[YamlNode] = []
    found: list[Series] = []
    for item in node.items:
        if type(item) is not YamlMap:
            names.append(item)
            continue
        series = _series(item, fields, checker)
        if series is not None:
            found.append(series)
        names += [key for key, _ in item.entries.values()][:1]
    key, _ = fields.mapping.entries[field]
    entries = {**fields.mapping.entries, field: (key, node._replace(items=names))}
    return Fields(fields.mapping._replace(entries=entries), fields.problems), tuple(found)


def _series(item: YamlMap, fields: Fields, checker: Checker) -> Series | None:
    problems = fields.problems
    if len(item.entries) != 1:
        problems.error(item.where, "several fields stand where one series is named", _FORM)
        return None
    ((name, node),) = item.entries.values()
    if type(node) is not YamlMap or not node.entries:
        problems.error(node.where, f"{name.text!r} has no conditions", _FORM)
        return None
    inner = Fields(node, problems)
    conditions = read_conditions(inner, checker)
    inner.done()
    return Series(name.text, conditions, name.where)
