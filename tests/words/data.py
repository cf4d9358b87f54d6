"""An authors' project, read from its YAML files and not by the product."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
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
    """Everything below one `content` folder.

    Attributes:
        printed: The indicators of which a figure has been worded.
    """

    root: Path
    printed: set[str] = field(default_factory=set)

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

    @cached_property
    def choices(self) -> dict[tuple[str, str, str], Any]:
        """What is printed where sources differ, by indicator, place and period."""
        return {
            (indicator, one["country"], str(one["period"])): one
            for indicator, several in self.file("choices.yaml").items()
            for one in several
        }

    def reading(self, indicator: str, place: str, period: str = "") -> Any:
        """The latest one, or that of a period; None for none. Of several, the one that is taken."""
        rows = [row for row in self.readings[indicator] if row["country"] == place]
        rows = [row for row in rows if not period or row["period"] == period]
        last = max(rows, key=lambda row: _end(row["period"]), default=None)
        choice = self.choices.get((indicator, place, str(last["period"]))) if last else None
        if last is None or choice is None:
            return last
        same = [row for row in rows if row["period"] == last["period"]]
        (taken,) = (row for row in same if row["source"] == choice["take"])
        others = [row for row in same if row is not taken]
        return {**taken, "others": others, "because": choice["because"], "of": indicator}

    def figure(self, indicator: str, place: str, period: str = "", show: str = "") -> list[Part]:
        """A figure in words, with its note."""
        self.printed.add(indicator)
        row = self.reading(indicator, place, period)
        words = self.value(indicator, row["value"], "unit" in show)
        if "period" in show:
            words += f" ({self.period(row['period'])})"
        return [words, self.note(row)]

    def note(self, *rows: Any) -> Noted:
        """What the note of figures says: sources, doubts, and what other sources give and why."""
        # A figure that adds nothing leaves the note that of the others, which stands just before.
        rows = tuple(row for row in rows if _adds(row, rows))
        works = dict.fromkeys(work for row in rows for work in _works(row))
        doubts = dict.fromkeys(f" {row['doubt']}" for row in rows if row.get("doubt"))
        told = [part for row in rows for part in self._others(row, named=len(rows) > 1)]
        return Noted((self.cited(list(works)), ".", *doubts, *told))

    def _others(self, row: Any, *, named: bool) -> list[Part]:
        """What a note says of a figure that was chosen."""
        if "because" not in row:
            return []
        which = f"{self.places[row['country']]['name']}, {self.period(row['period'])}"
        if not row["others"]:
            return [f" {which}: " if named else " ", row["because"]]
        parts: list[Part] = [f" Other figures ({which}): " if named else " Other figures: "]
        for at, other in enumerate(row["others"]):
            said = self.value(row["of"], other["value"], with_unit=True)
            parts += ["; " if at else "", f"{said} (", self.cited(_works(other)), ")"]
        doubts = [f" {other['doubt']}" for other in row["others"] if other.get("doubt")]
        return [*parts, ".", *doubts, f" {row['because']}"]

    def compare(self, indicator: str, one: str, other: str) -> list[Part]:
        """How many times as high a figure is as another, with its note."""
        self.printed.add(indicator)
        rows = [self.reading(indicator, place) for place in (one, other)]
        times = float(rows[0]["value"]) / float(rows[1]["value"])
        assert times > 2, "only multiples are worded here"
        return [f"{times:.1f} times as high as", self.note(*rows)]

    def change(self, indicator: str, place: str, since: str, to: str, way: str) -> str:
        """How much a figure rose or fell; it is said in titles, where notes stand below."""
        self.printed.add(indicator)
        first, last = (self.reading(indicator, place, when)["value"] for when in (since, to))
        if way == "times":
            times = float(last["from"]) / float(first["up-to"])
            return f"a rise to at least {times:.0f} times the earlier figure"
        assert way == "percent"
        assert float(last) < float(first), "only falls are worded here"
        return f"a fall of {100 - 100 * float(last) / float(first):.0f}%"

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
        for least, word in ((1e9, " billion"), (1e6, " million")):
            if compact and float(value) >= least:
                return f"{float(value) / least:.1f}".removesuffix(".0") + word
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


def _adds(row: Any, rows: Sequence[Any]) -> bool:
    """Whether a note of figures says anything for the sake of this one."""
    says = "doubt" in row or "because" in row
    return says or not any(_works(row) == _works(one) for one in rows if one is not row)


def _works(row: Any) -> list[tuple[str, str]]:
    """The keys of a reading's sources, with locators."""
    return [(row["source"], row.get("locator", "")), *((key, "") for key in row.get("also", []))]


def _end(period: Any) -> str:
    return str(period["reported"] if isinstance(period, dict) else period.split("/")[-1])
