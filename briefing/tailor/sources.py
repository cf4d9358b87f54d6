"""Short names of sources, for alternative texts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefing.model.source import Source


def short_names(sources: Iterable[Source]) -> str:
    """Name each source by its authors and year: "Standish 2020; Jardine & Lemon 2020"."""
    return "; ".join(dict.fromkeys(_short_name(source.csl) for source in sources))


def _short_name(csl: Mapping[str, Any]) -> str:
    people = csl.get("author") or csl.get("editor") or ()
    name = _names(people) or csl.get("title-short") or csl.get("title") or csl.get("id", "")
    year = _year(csl.get("issued"))
    return f"{name} {year}" if year else str(name)


def _names(people: Sequence[Mapping[str, str]]) -> str:
    """Name up to two people by their family names (CSL-JSON names), a third as "et al."."""
    names = [each.get("family") or each.get("literal") or "" for each in people]
    names = [name for name in names if name]
    return f"{names[0]} et al." if len(names) > 2 else " & ".join(names)


def _year(issued: Any) -> str:
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    return str(parts[0][0]) if parts and parts[0] else ""
