"""What the manifest says of one file: what it is and what went into it."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.model.content import Content
from briefing.model.country import Period, Reading, sources_of, spans
from briefing.model.manuscript import WITHHOLDING, Tailored, readings_in
from briefing.model.provenance import Origin, Traced
from briefing.model.request import Request
from briefing.numbers import iso_period


def entry(
    content: Content,
    request: Request,
    tailored: Tailored,
    pdf: bytes,
    pages: int,
    numbers: Sequence[Traced],
) -> dict[str, Any]:
    """List a file's facts, sources and figures; of what was withheld, only how much.

    Returns:
        Values that JSON has.
    """
    manuscript = tailored.manuscript
    withheld = sum(omission.reason in WITHHOLDING for omission in tailored.omitted)
    readings = {_key(reading): reading for reading in readings_in(manuscript)}
    listed = [readings[key] for key in sorted(readings)]
    pages_of = _pages_of(numbers)
    places = {_spelt(reading): at for at, reading in enumerate(listed)}
    return {
        "path": f"{request.name}.pdf",
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "bytes": len(pdf),
        "pages": pages,
        "document": request.document,
        "country": request.place,
        "audience": request.audience,
        "language": request.language,
        "recipient": request.recipient or None,
        "marking": manuscript.marking,
        "edition": content.project.edition.date,
        "conformance": content.project.conformance.name,
        "sources": sorted(manuscript.sources),
        "readings": [_reading(reading, pages_of) for reading in listed],
        "numbers": [_number(number, places) for number in numbers],
        "withheld": withheld,
    }


def _key(reading: Reading) -> tuple[str, str, Period]:
    return reading.indicator, reading.place, reading.period


_Key = tuple[str, str, str]


def _pages_of(numbers: Sequence[Traced]) -> dict[_Key, list[int]]:
    """List the pages on which each reading stands."""
    found: dict[_Key, set[int]] = {}
    for number in numbers:
        for origin in number.origins:
            if origin.indicator and number.page:
                found.setdefault(_named(origin), set()).add(number.page)
    return {key: sorted(pages) for key, pages in found.items()}


def _spelt(reading: Reading) -> _Key:
    return reading.indicator, reading.place, iso_period(reading.period)


def _reading(reading: Reading, pages_of: Mapping[_Key, list[int]]) -> dict[str, Any]:
    found = {
        "indicator": reading.indicator,
        "place": reading.place,
        "period": iso_period(reading.period),
        **_given(reading),
        "pages": pages_of.get(_spelt(reading), []),
    }
    agreeing = [_given(rival) for rival in reading.rivals if not rival.said]
    others = [_given(rival) for rival in reading.rivals if rival.said]
    more = {"agreeing": agreeing, "others": others}
    told = {key: several for key, several in more.items() if several}
    return {**found, **({"spans": True} if spans(reading) else {}), **told}


def _given(reading: Reading) -> dict[str, Any]:
    """What a source gives, and whether a program put it in the place of another."""
    replaces = {"replaces": True} if reading.replaces else {}
    source, *also = sources_of(reading)
    return {
        "low": reading.amount.low,
        "high": reading.amount.high,
        "source": source,
        "locator": reading.locator,
        "also": also,
        "as-of": reading.as_of,
        "licence": reading.licence,
        "doubt": reading.doubt,
        "from": f"{reading.where.file}:{reading.where.line}",
        **replaces,
    }


def _number(number: Traced, places: Mapping[_Key, int]) -> dict[str, Any]:
    """Say where a number stands, and the readings, by their places in the list, or works.

    A range is one of the list, whatever it spans.
    """
    found: dict[str, Any] = {"text": number.text, "page": number.page, "role": number.role}
    known = dict.fromkeys(_named(one) for one in number.origins)
    readings = [places[key] for key in known if key in places]
    works = [each for one in number.origins if not one.indicator for each in one.cited]
    if readings:
        found["readings"] = readings
    if works:
        found["cited"] = [f"{each.source}, {each.locator}".rstrip(", ") for each in works]
    return {**found, "from": str(number.where)}


def _named(origin: Origin) -> _Key:
    return origin.indicator, origin.place, origin.period
