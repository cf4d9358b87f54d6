"""What travels in the file beside the data of its charts: all figures, and all works cited."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefing.compose.words import WORDS
from briefing.model.country import Reading, sources_of, spans
from briefing.model.flow import Attachment
from briefing.model.manuscript import Manuscript, Measure, readings_in
from briefing.model.provenance import ALL_FIGURES, ALL_SOURCES
from briefing.numbers import iso_period

_CSL_JSON = "application/vnd.citationstyles.csl+json"
_PRIVATE = ("note",)  # where programs that keep works let people write what they like
_HEAD = (
    "indicator", "name", "definition", "unit", "place", "place name", "period", "reported",
    "qualifier", "low", "high", "as of", "doubt", "source", "locator", "also", "licence", "told as",
)  # fmt: skip


def attachments(manuscript: Manuscript) -> tuple[Attachment, ...]:
    """Make the files that travel with a paper; none that would be empty.

    Source:
        RFC 4180; CSL-JSON 1.0.2.
    """
    words = WORDS[manuscript.language]
    found = []
    if readings := list(dict.fromkeys(readings_in(manuscript))):
        data = _figures(readings, manuscript)
        found.append(Attachment(ALL_FIGURES, words.all_figures, "text/csv", data))
    if manuscript.sources:
        found.append(Attachment(ALL_SOURCES, words.all_sources, _CSL_JSON, _sources(manuscript)))
    return tuple(found)


def _figures(readings: list[Reading], manuscript: Manuscript) -> bytes:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for reading, told in _told(readings):
        amount, key = reading.amount, reading.indicator
        source, *also = sources_of(reading)
        measure = manuscript.measures.get(key, Measure(key, ""))
        writer.writerow((
            key, measure.name, measure.definition, measure.unit, reading.place,
            manuscript.place_names.get(reading.place, ""), iso_period(reading.period),
            "reported" if reading.period.reported else "", amount.qualifier,
            _plain(amount.low), _plain(amount.high), reading.as_of, reading.doubt,
            source, reading.locator, " ".join(also), reading.licence, told,
        ))  # fmt: skip
    return target.getvalue().encode()


def _told(readings: Iterable[Reading]) -> Iterator[tuple[Reading, str]]:
    """Give each figure, and behind it what other sources say of the same, or what it spans."""
    for reading in readings:
        yield reading, "figure"
        other = "figure of the range" if spans(reading) else "other figure"
        for rival in reading.rivals:
            yield rival, other if rival.said else "same figure"


def _plain(number: float | None) -> str:
    """A number as people write it into tables: in full, with the digits that it was given with."""
    return "" if number is None else format(Decimal(repr(number or 0.0)).normalize(), "f")


def _sources(manuscript: Manuscript) -> bytes:
    works = [
        {name: value for name, value in source.csl.items() if name not in _PRIVATE}
        for _, source in sorted(manuscript.sources.items())
    ]
    return json.dumps(works, ensure_ascii=False, indent=1).encode()
