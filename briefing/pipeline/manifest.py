"""What the manifest says of one file: what it is and what went into it."""

import hashlib
from typing import Any

from briefing.model.content import Content
from briefing.model.country import Date, Period, Reading
from briefing.model.manuscript import Tailored, readings_in
from briefing.model.request import Request


def entry(
    content: Content, request: Request, tailored: Tailored, pdf: bytes, pages: int
) -> dict[str, Any]:
    """List a file's facts, sources and figures; of what was withheld, only how much.

    Returns:
        Values that JSON has.
    """
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
        "readings": [_reading(reading) for _, reading in readings],
        "withheld": withheld,
    }


def _key(reading: Reading) -> tuple[str, str, Period]:
    return reading.indicator, reading.place, reading.period


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "indicator": reading.indicator,
        "place": reading.place,
        "low": reading.amount.low,
        "high": reading.amount.high,
        "period": _period(reading.period),
        "source": reading.source,
        "from": f"{reading.where.file}:{reading.where.line}",
    }


def _period(period: Period) -> str:
    start, end = _date(period.start), _date(period.end)
    return start if start == end else f"{start}/{end}"


def _date(date: Date) -> str:
    parts = [f"{date.year:04}", f"{date.month:02}", f"{date.day:02}"]
    return "-".join(parts[: 1 + bool(date.month) + bool(date.day)])
