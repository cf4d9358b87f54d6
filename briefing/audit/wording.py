"""Puts an audit into words for a terminal, whose width it does not know and takes to be modest."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from briefing.audit.values import Audit, Fault, Font, Image, Link, Note

_ROWS = 20  # of a list; then it says how many more there are
_ALIKE = 5  # faults of one rule; dates
_WIDE = 60  # columns of a text; what is longer is cut
_INDENT = "  "
_FORBIDDEN = dict.fromkeys(
    [*range(9), *range(11, 32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}"
)
_UNSEEN = dict.fromkeys(
    [0x00AD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
)

_CLAIMS = "Claims are what a file says of itself; veraPDF judges fully whether they are true."


def word_audit(audit: Audit) -> str:
    """All of an audit, section by section, without what a terminal would take for a command."""
    sections: tuple[Callable[[Audit], Iterable[str]], ...] = (
        _what_it_is, _claims, _faults, _fonts, _links, _notes, _images, _attachments, _sizes,
    )  # fmt: skip
    whole = "\n\n".join("\n".join(section(audit)) for section in sections)
    return f"{audit.file}\n\n{whole}\n".translate(_FORBIDDEN | _UNSEEN)


def word_text(audit: Audit) -> str:
    """The text alone in the order in which it is read, a line for each block."""
    return "".join(f"{passage.text}\n" for passage in audit.text).translate(_FORBIDDEN)


def _what_it_is(audit: Audit) -> Iterator[str]:
    pages = _count(audit.pages, "page")
    tagged = "tagged" if audit.tagged else "not tagged"
    encrypted = "encrypted" if audit.encrypted else "not encrypted"
    facts = [
        ("Title", audit.title or "none"),
        ("Language", audit.language or "none"),
        ("File", f"PDF {audit.version}, {pages}, {audit.bytes:,} bytes, {tagged}, {encrypted}"),
        ("Written by", audit.producer or "not told"),
        *_dates(audit.dates),
    ]
    yield "What it is"
    yield from _table([(name, _cut(value)) for name, value in facts])


def _dates(dates: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each date once, in the order of time, with the names of those that say it."""
    distinct = sorted(set(dates.values()))
    for date in distinct[:_ALIKE]:
        names = [name for name, other in dates.items() if other == date]
        more = f" and {len(names) - 2} more" if len(names) > 2 else ""
        yield "Dated", f"{date} ({', '.join(names[:2])}{more})"
    if len(distinct) > _ALIKE:
        yield "", f"and {len(distinct) - _ALIKE:,} more"


def _claims(audit: Audit) -> Iterator[str]:
    if not audit.claims:
        yield "Claims: none"
        return
    yield "Claims"
    yield from (f"{_INDENT}{_cut(claim.standard)}" for claim in audit.claims)
    yield f"{_INDENT}{_CLAIMS}"


def _faults(audit: Audit) -> Iterator[str]:
    counts = Counter(fault.severity for fault in audit.faults)
    told = [_count(counts[kind], kind) for kind in ("error", "warning") if counts[kind]]
    yield f"Faults: {', '.join(told) or 'none found'}"
    by_kind = sorted(audit.faults, key=lambda fault: (fault.severity, fault.rule))
    for (severity, rule), group in groupby(by_kind, lambda fault: (fault.severity, fault.rule)):
        alike = list(group)
        yield f"{_INDENT}{severity} [{rule}]"
        yield from (f"{_INDENT * 2}{line}" for fault in alike[:_ALIKE] for line in _fault(fault))
        if len(alike) > _ALIKE:
            yield f"{_INDENT * 2}and {len(alike) - _ALIKE} more"


def _fault(fault: Fault) -> Iterator[str]:
    where = f"page {fault.page}: " if fault.page is not None else ""
    yield where + " ".join(fault.message.split())
    if fault.element:
        yield f"{_INDENT}{fault.element}"


def _fonts(audit: Audit) -> Iterator[str]:
    fonts = Counter(_font(font) for font in audit.fonts)
    yield f"Fonts: {len(audit.fonts) or 'none'}"
    rows = [
        (f"{row[0]} ×{count}" if count > 1 else row[0], *row[1:]) for row, count in fonts.items()
    ]
    yield from _listed(rows)


def _font(font: Font) -> tuple[str, ...]:
    held = ("subset" if font.subset else "whole") if font.embedded else "not embedded"
    told = "with text" if font.to_unicode else "no ToUnicode"
    missing = f"{font.unmapped:,} signs without text" if font.unmapped else ""
    return _cut(font.name), font.kind, held, told, missing


def _links(audit: Audit) -> Iterator[str]:
    loose = sum(not link.tagged for link in audit.links)
    yield _headed("Links", len(audit.links), loose, "not tagged")
    yield from _listed([_link(link) for link in sorted(audit.links, key=_is_usable)])


def _is_usable(link: Link) -> bool:
    return link.tagged and bool(link.target) and bool(link.text or link.description)


def _link(link: Link) -> tuple[str, ...]:
    text = link.text or link.description
    tagged = "" if link.tagged else "not tagged"
    return f"page {link.page}", _cut(text, 40) or "no text", _cut(link.target) or "nowhere", tagged


def _notes(audit: Audit) -> Iterator[str]:
    stray = sum(not _is_joined(note) for note in audit.notes)
    yield _headed("Notes", len(audit.notes), stray, "without a way there or back")
    yield from _listed([_note(note) for note in sorted(audit.notes, key=_is_joined)])


def _is_joined(note: Note) -> bool:
    return note.has_reference and note.links_back


def _note(note: Note) -> tuple[str, ...]:
    missing = [] if note.has_reference else ["no reference"]
    missing += [] if note.links_back else ["no link back"]
    return _page(note.page), note.label, _cut(note.text), ", ".join(missing)


def _images(audit: Audit) -> Iterator[str]:
    bare = [image for image in audit.images if image.alternative is None]
    yield _headed("Images", len(audit.images), len(bare), "without an alternative")
    yield from _listed([_image(image) for image in bare])


def _image(image: Image) -> tuple[str, ...]:
    return _page(image.page), image.element or "a bitmap outside of the structure"


def _attachments(audit: Audit) -> Iterator[str]:
    yield f"Attachments: {len(audit.attachments) or 'none'}"
    yield from _listed(
        [
            (_cut(one.name), one.kind or "no type", one.relationship, f"{one.bytes:,} bytes")
            for one in audit.attachments
        ]
    )


def _sizes(audit: Audit) -> Iterator[str]:
    yield "Size"
    parts = [*((part.name, part.bytes) for part in audit.sizes), ("whole", audit.bytes)]
    wide = len(f"{audit.bytes:,}")
    for name, size in parts:
        share = 100 * size / audit.bytes if audit.bytes else 0
        yield f"{_INDENT}{name:<12} {size:>{wide},} {share:>6.1f} %"


def _headed(name: str, total: int, bad: int, fault: str) -> str:
    return f"{name}: {total or 'none'}" + (f", {bad} {fault}" if bad else "")


def _listed(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The first of many rows, those with faults before all, and how many more there are."""
    yield from _table(rows[:_ROWS])
    if len(rows) > _ROWS:
        yield f"{_INDENT}and {len(rows) - _ROWS:,} more, which --json lists"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows with aligned columns; columns of nothing are left out."""
    columns = [column for column in zip(*rows, strict=True) if any(column)]
    widths = [max(map(len, column)) for column in columns]
    for row in zip(*columns, strict=True):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield (_INDENT + "  ".join(cells)).rstrip()


def _page(page: int | None) -> str:
    return "no page" if page is None else f"page {page}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _cut(text: str, width: int = _WIDE) -> str:
    """One line, at most `width` signs long."""
    line = " ".join(text.translate(_UNSEEN).split())
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"
