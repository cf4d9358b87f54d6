"""What the manifest says of one file: what it is and what went into it."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.model.content import Content
from briefing.model.country import Period, Reading
from briefing.model.manuscript import Tailored, readings_in
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
    pages_of = _pages_of(numbers)
    manuscript = tailored.manuscript
    withheld = sum(omission.reason in ("audience", "marking") for omission in tailored.omitted)
    readings = sorted({_key(reading): reading for reading in readings_in(manuscript)}.items())
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
        "readings": [_reading(reading, pages_of) for _, reading in readings],
        "numbers": [_number(number) for number in numbers],
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
                key = origin.indicator, origin.place, origin.period
                found.setdefault(key, set()).add(number.page)
    return {key: sorted(pages) for key, pages in found.items()}


def _reading(reading: Reading, pages_of: Mapping[_Key, list[int]]) -> dict[str, Any]:
    period = iso_period(reading.period)
    return {
        "indicator": reading.indicator,
        "place": reading.place,
        "low": reading.amount.low,
        "high": reading.amount.high,
        "period": period,
        "source": reading.source,
        "locator": reading.locator,
        "also": list(reading.also),
        "as-of": reading.as_of,
        "licence": reading.licence,
        "pages": pages_of.get((reading.indicator, reading.place, period), []),
        "from": f"{reading.where.file}:{reading.where.line}",
    }


def _number(number: Traced) -> dict[str, Any]:
    return {
        "text": number.text,
        "in": number.statement,
        "role": number.role,
        "page": number.page,
        "at": str(number.where),
        "from": [_origin(origin) for origin in number.origins],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    cited = [{"source": each.source, "locator": each.locator} for each in origin.cited]
    if not origin.indicator:
        return {"cited": cited, "at": str(origin.where)}
    return {
        "indicator": origin.indicator,
        "place": origin.place,
        "period": origin.period,
        "cited": cited,
        "at": str(origin.where),
    }
