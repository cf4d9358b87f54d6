"""What a project holds its figures to: ``gates`` in ``content/project.yaml``."""

import re

from briefing.load.syntax.fields import Fields, read_number
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlNode, YamlText
from briefing.model.content import Limits

_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s?%")


def read_limits(fields: Fields) -> Limits:
    """Read the limits; those that are left out do not hold."""
    gates = fields.fields("gates")
    if gates is None:
        return Limits()
    limits = Limits(
        age=_years(gates, "age"),
        jump=_share(gates, "jump"),
        differ=_differ(gates),
        apart=_years(gates, "apart"),
    )
    gates.done()
    return limits


def _years(fields: Fields, name: str) -> float | None:
    node = fields.node(name)
    return None if node is None else read_years(node, name, fields.problems)


def _differ(fields: Fields) -> float:
    share = _share(fields, "differ") or 0.0
    if share < 1:
        return share
    # Two figures above zero never differ by the whole of the larger.
    message = f"'differ' is {share:.15g}, by which no two figures differ"
    fields.problems.error(fields.place("differ"), message, "wanted: a share below 100%")
    return 0.0


def read_years(node: YamlNode, name: str, problems: Problems) -> float | None:
    """Read how many years a figure may be old; None, and why, if it is no such number."""
    wanted = "a number of years above 0"
    number = read_number(node, name, problems, wanted)
    if number is not None and number <= 0:
        problems.error(node.where, f"{name!r} is {number:g}", f"wanted: {wanted}")
        return None
    return number


def _share(fields: Fields, name: str) -> float | None:
    """Read a share such as ``50%`` or ``0.5``; None where it is missing, or, with why, none."""
    node = fields.node(name)
    if node is None:
        return None
    match = _SHARE.fullmatch(node.text.strip()) if type(node) is YamlText else None
    if match is not None:
        return float(match[1]) / 100
    wanted = "a share such as 50% or 0.5"
    number = read_number(node, name, fields.problems, wanted)
    if number is not None and number < 0:
        fields.problems.error(node.where, f"{name!r} is {number:g}", f"wanted: {wanted}")
        return None
    if number is not None and number > 1:
        message = f"{name!r} is {number:g}, which is {number:.0%}"
        fields.problems.error(node.where, message, f"write {number:g}%, or {number:.0%}")
        return None
    return number
