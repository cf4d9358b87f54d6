"""Running heads and feet, and what a file says of itself."""

import re
from collections.abc import Mapping

from briefing.compose.ledger import Ledger
from briefing.model.flow import Field, Metadata, Run, RunningLine
from briefing.model.manuscript import Manuscript
from briefing.model.style import ParagraphStyle, RunningStyle, RunningText

_PLACE = re.compile(r"\{(\w+)\}")
_DOT = re.compile(r"(\s+·\s+)")

# Signs that no text holds stand for what only pages know.
_PAGE, _PAGES, _MARK = "\x01", "\x02", "\x03"
_FIELDS: Mapping[str, Field] = {_PAGE: "page", _PAGES: "pages", _MARK: "mark"}
_FIELD = re.compile(f"([{_PAGE}{_PAGES}{_MARK}])")


def running_line(line: RunningStyle, name: str, ledger: Ledger) -> RunningLine | None:
    """Set a running head or foot; None where the style wants nothing in it.

    Args:
        line: What it says.
        name: Of its paragraph.
        ledger: Of the document.
    """
    style = ledger.paragraph(name)
    inner, outer = (_runs(text, style, ledger) for text in (line.inner, line.outer))
    if not inner and not outer:
        return None
    return RunningLine(
        inner, outer, style, style, line.rule,
        on_first_page=line.on_first_page, mirrored=ledger.style.paper.facing,
    )  # fmt: skip


def _runs(text: RunningText, style: ParagraphStyle, ledger: Ledger) -> tuple[Run, ...]:
    """Fill in what is known, and leave fields for what only pages know."""
    runs: list[Run] = []
    for part in filter(None, _FIELD.split(_worded(text, ledger))):
        field = _FIELDS.get(part)
        words = part if field is None else "0"
        runs.append(Run(words, style.text, None, ledger.language, field=field))
    return tuple(runs)


def _worded(text: RunningText, ledger: Ledger) -> str:
    """Word a line; a dot that would have nothing on one side is left out."""
    values = _values(ledger)
    line = dot = ""
    for number, part in enumerate(_DOT.split(text)):
        if number % 2:
            dot = part
            continue
        words = _PLACE.sub(lambda place: values[place[1]], part)
        if words:
            line += (dot if line else "") + words
    return line


def _values(ledger: Ledger) -> Mapping[str, str]:
    text, words = ledger.manuscript, ledger.words
    return {
        "title": text.title,
        "kind": text.kind,
        "publisher": text.publisher.name,
        "edition": text.edition.label,
        "audience": words.audience.format(name=text.audience.name),
        "section": _MARK,
        "page": _PAGE,
        "folio": words.page.format(page=_PAGE, pages=_PAGES),
    }


def metadata(text: Manuscript) -> Metadata:
    """Say in the file's own data what the paper is."""
    place = (text.place.names[text.language],) if text.place else ()
    return Metadata(
        title=text.title,
        authors=text.authors or (text.publisher.name,),
        subject=text.subtitle,
        keywords=(text.kind, *place, text.edition.label),
        language=text.language,
        date=text.edition.date,
        licence=text.licence.name,
        licence_url=text.licence.url,
        identifiers=text.identifiers,
        key=text.key,
    )
