"""Finds the dates of a file, and where they contradict each other."""

import re
from collections.abc import Iterator
from datetime import datetime

from pikepdf import Pdf

from briefing.audit.entries import dictionary, text, walk_tree
from briefing.audit.parts.xmp import Xmp
from briefing.audit.values import Fault

_PDF = re.compile(
    r"D?:?(?P<year>\d{4})(?P<month>\d\d)?(?P<day>\d\d)?"
    r"(?P<hour>\d\d)?(?P<minute>\d\d)?(?P<second>\d\d)?"
    r"(?:Z(?:00'?00'?)?|(?P<zone>[+-]\d\d)'?(?P<part>\d\d)?'?)?"
)
_SAME = (("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate"))


def read_dates(pdf: Pdf, xmp: Xmp) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """Find all dates by their names, in a fixed order.

    Source: ISO 32000-2 7.9.4; ISO 16684-1 8.2.1.1; that both agree: ISO 19005-1 6.7.3.
    """
    dates: dict[str, str] = {}
    faults: list[Fault] = []
    for name, written, parsed in _written(pdf, xmp):
        if parsed is None or _instant(parsed) is None:
            faults.append(Fault("warning", "dates", f"{name} is no date: {written!r}"))
        else:
            dates[name] = parsed
    for inner, outer in _SAME:
        if inner in dates and outer in dates and not _equal(dates[inner], dates[outer]):
            said = f"{inner} and {outer} differ: {dates[inner]}, {dates[outer]}"
            faults.append(Fault("warning", "dates", said))
    return dates, tuple(faults)


def _written(pdf: Pdf, xmp: Xmp) -> Iterator[tuple[str, str, str | None]]:
    """Each date: its name, as it is written, and as ISO 8601 where it can be read."""
    info = pdf.trailer.get("/Info")
    for name in ("CreationDate", "ModDate"):
        if written := text(info, f"/{name}"):
            yield name, written, _iso(written)
    for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "dc:date"):
        if written := xmp.first(name):
            yield name, written, written
    names = dictionary(pdf.Root, "/Names")
    for _, file in walk_tree(dictionary(names, "/EmbeddedFiles"), "/Names"):
        held = dictionary(dictionary(file, "/EF"), "/F")
        called = text(file, "/UF") or text(file, "/F")
        for name in ("CreationDate", "ModDate"):
            if written := text(dictionary(held, "/Params"), f"/{name}"):
                yield f"{name} of {called}", written, _iso(written)


def _iso(written: str) -> str | None:
    match = _PDF.fullmatch(written.strip())
    if match is None:
        return None
    part = {key: value or "" for key, value in match.groupdict().items()}
    iso = part["year"] + "".join(f"-{part[key]}" for key in ("month", "day") if part[key])
    if part["hour"]:
        iso += f"T{part['hour']}:{part['minute'] or '00'}:{part['second'] or '00'}"
        if part["zone"]:
            iso += f"{part['zone']}:{part['part'] or '00'}"
        elif "Z" in written:
            iso += "Z"
    return iso


def _instant(iso: str) -> datetime | None:
    """A moment to compare; of a year or a month alone, its first."""
    whole = iso + "-01-01"[len(iso) - 4 :] if re.fullmatch(r"\d{4}(-\d\d)?", iso) else iso
    try:
        return datetime.fromisoformat(whole)
    except ValueError:
        return None


def _equal(one: str, other: str) -> bool:
    """Compare moments; where only one has a zone, what the clocks show."""
    first, second = _instant(one), _instant(other)
    if first is None or second is None:
        return False
    if (first.tzinfo is None) != (second.tzinfo is None):
        return first.replace(tzinfo=None) == second.replace(tzinfo=None)
    return first == second
