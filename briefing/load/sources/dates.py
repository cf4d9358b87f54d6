"""Dates of works: as text, as CSL-JSON writes them, and as Pandoc does."""

from collections.abc import Iterator
from typing import Any

from briefing.load.syntax.fields import what_it_is
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlList, YamlMap, YamlNode, YamlText
from briefing.load.values.periods import parse_date

_HINT = "write it like 2020, 2020-05, 2020-05-28 or 2019/2020; leave it out if there is none"
_PARTS = ("year", "month", "day")
_UNDATED = {"", "n.d.", "n. d.", "nd", "no date", "o. j.", "o.j.", "s. d.", "s.d.", "б. г."}
_OF_MAPPING = (*_PARTS, "date-parts", "raw", "literal", "season", "circa")


def read_date(name: str, node: YamlNode, problems: Problems) -> dict[str, Any] | None:
    """Read one date, or two with what lies between them, as CSL-JSON's ``date-parts``.

    None where the work says that it has none.
    """
    if type(node) is YamlMap:
        return _from_mapping(name, node, problems)
    if type(node) is YamlList:
        texts = [_of_parts(item) if type(item) is YamlMap else None for item in node.items]
        return _dated(name, node, texts, problems)
    text = node.text if type(node) is YamlText else ""
    begin, slash, end = text.partition("/")
    return _dated(name, node, [begin, end] if slash else [begin], problems)


def _from_mapping(name: str, node: YamlMap, problems: Problems) -> dict[str, Any] | None:
    for key, _ in node.entries.values():
        if key.text not in _OF_MAPPING:
            problems.unknown(key.where, "field", key.text, _OF_MAPPING)
    said = {key: value for key, (_, value) in node.entries.items()}
    plain = said.get("raw") or said.get("literal")
    made: dict[str, Any] | None
    if "date-parts" in said:
        made = _dated(name, node, [*_listed(said["date-parts"])], problems)
    elif type(plain) is YamlText:
        if plain.text.strip().lower() in _UNDATED:
            return None
        made = read_date(name, plain, problems)
    else:
        made = _dated(name, node, [_of_parts(node)], problems)
    if "season" in said:
        problems.warning(said["season"].where, "the season of a date is not printed")
    circa = said.get("circa")
    is_about = type(circa) is YamlText and circa.text.lower() not in ("", "false", "0")
    return {**made, "circa": True} if made and is_about else made


def _listed(node: YamlNode) -> Iterator[str | None]:
    """Give the dates of ``[[2020, 5, 28]]`` as texts."""
    for item in node.items if type(node) is YamlList else ():
        parts = item.items if type(item) is YamlList else ()
        yield _joined([part.text if type(part) is YamlText else "?" for part in parts])


def _of_parts(node: YamlMap) -> str | None:
    parts = [node.entries[part][1] for part in _PARTS if part in node.entries]
    return _joined([part.text if type(part) is YamlText else "?" for part in parts])


def _joined(parts: list[str]) -> str | None:
    if not parts or not all(part.isdigit() for part in parts):
        return None
    return "-".join(part.zfill(2) for part in parts)


def _dated(
    name: str, node: YamlNode, texts: list[str | None], problems: Problems
) -> dict[str, Any]:
    dates = [parse_date(text) if text else None for text in texts]
    parts = [[part for part in (date.year, date.month, date.day) if part] for date in dates if date]
    if not 0 < len(parts) == len(dates) <= 2 or parts[0] > parts[-1]:
        message = f"{name!r} is {what_it_is(node)}, which is no date"
        problems.error(node.where, message, _HINT)
    return {"date-parts": parts}
