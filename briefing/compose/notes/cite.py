"""Works as a note names them, by citeproc and a CSL style."""

import json
import re
from functools import lru_cache
from typing import Any, Literal

from msgspec import Struct

from briefing.compose.notes.csl import read_style
from briefing.model.locators import find_place
from briefing.model.source import Source
from briefing.model.style import Addresses

Form = Literal["full", "short", "ibid", "ibid elsewhere", "listed"]
"""Short where an earlier note names the work in full, ibid. where the last one cites it alone:
at the same place in it, or elsewhere; listed in a bibliography."""

NUMBER = "\x12"
"""Stands in a short form for the number of the note that names the work in full."""

# Between the first two stands what is in italics, between the next the title, between the last the
# address with all that belongs to it; CSL styles say so by an underline and by light type. Data
# cannot hold them: `_clean` drops them.
_OPEN, _CLOSE, _TITLE, _END, _AT, _AWAY = "\x0e", "\x0f", "\x10", "\x11", "\x13", "\x14"
_MARKS = _OPEN + _CLOSE + _TITLE + _END + _AT + _AWAY
_PIECE = re.compile(rf"([{_MARKS}])|(https?://[^\s<>{_MARKS}]+)")
_ADDRESS = re.compile(
    rf"(?:,? )?(?:{_AT}[^{_AWAY}]*?(https?://[^\s<>{_MARKS}]+)[^{_AWAY}]*{_AWAY}"
    rf"|(https?://[^\s<>{_MARKS}]+))$"
)
_BACK = re.compile(rf"[ \u00a0]\([^()]*{NUMBER}[^()]*\)")
_LAST = re.compile(rf"{_BACK.pattern}$")

_NO_MARKS = dict.fromkeys(map(ord, _MARKS + NUMBER))
_QUOTED = re.compile(r"‘([^‘’]*)’(?!\w)")

_ABBREVIATED = re.compile(r"(?<=\.) (?=\d)")
_STOPS = re.compile(rf"([.?!…][{_MARKS}”’]*)\.")
_DAY = re.compile(r"(?<=\b\d) (?=[^\W\d]+ \d{4}\b)|(?<=\b\d\d) (?=[^\W\d]+ \d{4}\b)")
_OF_MONTH = re.compile(
    r"(?<=\d\u00a0)"
    r"(?:(март|август)|(январ|феврал|апрел|ма|ию[нл]|сентябр|октябр|ноябр|декабр)[ьй])(?= )"
)
_NO_BREAK = "\u00a0"  # "pp. 3, 7–9" and "28 May" stay on one line


class Segment(Struct, frozen=True):
    """Words of a note.

    Attributes:
        address: What they lead to; empty for none.
        is_title: They are the title of the work, in the work's own language.
    """

    text: str
    italic: bool = False
    address: str = ""
    is_title: bool = False


def cite(
    source: Source,
    locator: str,
    *,
    form: Form,
    language: str,
    addresses: Addresses,
    citations: str = "notes",
    suffix: str = "",
) -> tuple[Segment, ...]:
    """Name one work, without a full stop at the end.

    Args:
        source: The work.
        locator: The place in it as the author wrote it; may be empty.
        form: How it is named here.
        language: Of the document.
        addresses: Whether the work's address is printed, or its title leads there.
        citations: The name of a packaged style, or the text of a CSL file.
        suffix: Words behind it, with the comma that may stand before them.
    """
    wanted = _Wanted(form, language, addresses, citations)
    return _cite(_fields(_Same(source)), locator, suffix, wanted)


class _Wanted(Struct, frozen=True):
    """What notes of one document have in common."""

    form: Form
    language: str
    addresses: Addresses
    citations: str


class _Same:
    """A source as the key of a cache, told by its identity: its fields take long to compare."""

    __slots__ = ("source",)

    def __init__(self, source: Source) -> None:
        self.source = source

    def __hash__(self) -> int:
        return id(self.source)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.source is other.source


@lru_cache(maxsize=4096)
def _fields(same: _Same) -> str:
    """Write the fields of a source as JSON."""
    return json.dumps(dict(same.source.csl), sort_keys=True, ensure_ascii=False)


@lru_cache(maxsize=4096)
def _cite(fields: str, locator: str, suffix: str, wanted: _Wanted) -> tuple[Segment, ...]:
    words = f", {locator}" if locator and _place(locator) is None else ""
    words += f" {suffix}" if suffix and not suffix.startswith(",") else suffix
    text = re.sub(r"[ \n]+", " ", _format(fields, locator, wanted))
    text = _DAY.sub(_NO_BREAK, _ABBREVIATED.sub(_NO_BREAK, text))
    if wanted.language == "ru":  # which says "28 мая", but "май 2020"
        text = _OF_MONTH.sub(lambda month: f"{month[1]}а" if month[1] else f"{month[2]}я", text)
    text = _BACK.sub(lambda back: back[0].replace(" ", _NO_BREAK), text)
    address = _ADDRESS.search(text)
    tail = address or _LAST.search(text)
    before, behind = (text[: tail.start()], tail[0]) if tail else (text, "")
    leads_to = ""
    if address and wanted.addresses == "linked" and _TITLE in text:
        leads_to, behind = address[1] or address[2], ""
    return tuple(_segments(before + words + behind, leads_to))


def _format(fields: str, locator: str, wanted: _Wanted) -> str:
    """Let citeproc name the work, in a style, as if other notes stood before it."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, Locator  # late: 30 ms
    from citeproc.source.json import CiteProcJSON

    data = _clean(json.loads(fields)) | {"id": "work"}
    if wanted.form not in ("full", "listed"):
        data["first-reference-note-number"] = NUMBER
    style = read_style(wanted.citations, wanted.language)
    works = CitationStylesBibliography(style, CiteProcJSON([data]), _Marks)
    if wanted.form == "listed" and style.has_bibliography():
        works.register(Citation([CitationItem("work")]))
        return _STOPS.sub(r"\1", str(works.bibliography()[0]))
    found = _place(locator)
    given = {} if found is None else {"locator": Locator(*found)}
    match wanted.form:
        case "full" | "listed":
            before = []
        case "short":
            before = [CitationItem("work"), CitationItem("other")]
        case "ibid":
            before = [CitationItem("work", **given)]
        case "ibid elsewhere":
            before = [CitationItem("work")]
    for item in before:
        Citation([item])  # which the item remembers
    citation = Citation([CitationItem("work", **given)])
    works.register(citation)
    return str(style.render_citation(citation, before, _refuse))


def _clean(value: Any) -> Any:
    """Take our marks out of data; quotation marks turn double, for titles stand in single ones."""
    match value:
        case str():
            return _QUOTED.sub("“\\1”", value.translate(_NO_MARKS))
        case list():
            return [_clean(part) for part in value]
        case dict():
            return {key: _clean(part) for key, part in value.items()}
        case _:
            return value


def _place(locator: str) -> tuple[str, str] | None:
    """Give the kind of a place, and its number; None for words, which are printed as they are."""
    found = find_place(locator)
    if found is None or found.end < len(locator):
        return None
    return found.kind, found.number.replace(" ", _NO_BREAK)


def _segments(text: str, leads_to: str) -> list[Segment]:
    """Split formatted text at italics, at the title and at addresses.

    Args:
        text: With marks.
        leads_to: The address that the title leads to; empty for none.
    """
    segments: list[Segment] = []
    italic, title, at = False, False, 0
    for match in _PIECE.finditer(text):
        if match.start() > at:
            between = text[at : match.start()]
            segments.append(Segment(between, italic, leads_to if title else "", title))
        at = match.end()
        if match[2]:
            segments.append(Segment(match[2], italic, match[2]))
        elif match[1] in (_OPEN, _CLOSE):
            italic = match[1] == _OPEN
        elif match[1] in (_TITLE, _END):
            title = match[1] == _TITLE
    if at < len(text):
        segments.append(Segment(text[at:], italic, leads_to if title else "", title))
    return segments


def _refuse(item: Any) -> None:
    raise ValueError(f"citeproc does not know the work of {item!r}")


class _Italic(str):
    """Text in italics, between two marks; a second pair inside turns it upright."""

    __slots__ = ()

    def __new__(cls, text: str) -> "_Italic":
        return super().__new__(cls, f"{_OPEN}{text}{_CLOSE}")


class _Title(str):
    """The title of the work, between two marks."""

    __slots__ = ()

    def __new__(cls, text: str) -> "_Title":
        return super().__new__(cls, f"{_TITLE}{text}{_END}")


class _Address(str):
    """The address of the work with all that belongs to it, between two marks."""

    __slots__ = ()

    def __new__(cls, text: str) -> "_Address":
        return super().__new__(cls, f"{_AT}{text}{_AWAY}")


class _Upright(str):
    """Text in a form that notes do not use; printed as it is."""

    __slots__ = ()


class _Marks:
    """A citeproc formatter: text with marks for what is in italics."""

    Italic = Oblique = _Italic
    Underline = _Title
    Light = _Address
    Bold = Superscript = Subscript = SmallCaps = _Upright

    @staticmethod
    def preformat(text: str) -> str:
        """Terms of the locale stay as they are."""
        return text
