"""An authors' project, read from its YAML files and not by the product."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.words.parts import Cited, Noted, Part

MONTHS = "January February March April May June July August September October November December"
BOUNDS = {"over": "over ", "at-least": "at least ", "up-to": "up to ", "nearly": "nearly ",
          "about": "about "}  # fmt: skip


@dataclass
class Data:
    """Everything below one `content` folder."""

    root: Path

    def file(self, name: str) -> Any:
        """What a file holds; every date and number as it is written."""
        return yaml.load((self.root / name).read_text("utf-8"), _Texts)

    @cached_property
    def project(self) -> Any:
        return self.file("project.yaml")

    @cached_property
    def sources(self) -> Any:
        return self.file("sources.yaml")

    @cached_property
    def places(self) -> Any:
        return self.file("countries.yaml")

    @cached_property
    def abbreviations(self) -> Any:
        return self.file("abbreviations.yaml")

    @cached_property
    def indicators(self) -> Any:
        return self.file("indicators.yaml")

    @cached_property
    def units(self) -> Any:
        return self.file("units.yaml")

    @cached_property
    def readings(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for path in sorted((self.root / "readings").glob("*.yaml")):
            for indicator, rows in self.file(f"readings/{path.name}").items():
                found.setdefault(indicator, []).extend(rows)
        return found

    def reading(self, indicator: str, place: str, period: str = "") -> Any:
        """The latest one, or that of a period; None for none."""
        rows = [row for row in self.readings[indicator] if row["country"] == place]
        rows = [row for row in rows if not period or row["period"] == period]
        return max(rows, key=lambda row: _end(row["period"]), default=None)

    def figure(self, indicator: str, place: str, period: str = "", show: str = "") -> list[Part]:
        """A figure in words, with its note."""
        row = self.reading(indicator, place, period)
        words = self.value(indicator, row["value"], "unit" in show)
        if "period" in show:
            words += f" ({self.period(row['period'])})"
        return [words, self.note(row)]

    def note(self, row: Any) -> Noted:
        """What a figure's note says: its sources, and what is doubtful."""
        sources = [row["source"], *row.get("also", [])]
        cited = self.cited([(key, row.get("locator", "") if at == 0 else "")
                            for at, key in enumerate(sources)])  # fmt: skip
        doubt = [f" {row['doubt']}"] if row.get("doubt") else []
        return Noted((cited, ".", *doubt))

    def value(self, indicator: str, value: Any, with_unit: bool) -> str:
        """An amount as it is said: its bound, its digits, its unit."""
        unit = self.units[self.indicators[indicator]["unit"]]
        bound = ""
        if isinstance(value, dict) and "from" in value:
            digits = "–".join(self._digits(indicator, value[end]) for end in ("from", "to"))
        else:
            if isinstance(value, dict):
                ((which, value),) = value.items()
                bound = BOUNDS[which]
            digits = self._digits(indicator, value)
        one = value == "1" and not bound and "one" in unit
        pattern = unit["one" if one else "pattern"] if with_unit else "{value}"
        return bound + pattern.replace("{value}", digits)

    def _digits(self, indicator: str, value: str) -> str:
        decimals = int(self.indicators[indicator]["decimals"])
        compact = self.units[self.indicators[indicator]["unit"]].get("compact") == "true"
        if compact and float(value) >= 1e6:
            return f"{float(value) / 1e6:.1f}".removesuffix(".0") + " million"
        return f"{float(value):,.{decimals}f}"

    def period(self, period: Any) -> str:
        """A time in words."""
        if isinstance(period, dict):
            return self.period(period["reported"])
        return "–".join(day(part) for part in period.split("/"))

    def cited(self, items: list[tuple[str, str]], prefix: str = "") -> Cited:
        """A citation of works by key and locator."""
        names = tuple(self._name(key) for key, _ in items)
        numbers = tuple(re.findall(r"\d+", " ".join(locator for _, locator in items)))
        return Cited(tuple(items), names, numbers, prefix)

    def _name(self, key: str) -> str:
        work = self.sources[key]
        for people in (work.get("author"), work.get("editor")):
            if people:
                return str(people[0].get("literal") or people[0]["family"])
        return str(work.get("title-short") or work["title"])


class _Texts(yaml.SafeLoader):
    """Leaves every number, date and truth as it is written."""


_Texts.yaml_implicit_resolvers = {}


def day(written: str) -> str:
    """A date of ISO 8601 in English."""
    parts = [int(part) for part in written.split("-")]
    month = MONTHS.split()[parts[1] - 1] if parts[1:] else ""
    return " ".join([*map(str, parts[2:3]), *([month] if month else []), str(parts[0])])


def _end(period: Any) -> str:
    return str(period["reported"] if isinstance(period, dict) else period.split("/")[-1])
