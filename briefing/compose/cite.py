"""Works as a note names them, by citeproc and the two CSL styles beside this file."""

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from briefing.model.source import Source
from briefing.model.style import Addresses

Form = Literal["full", "short"]

_STYLES: dict[Form, str] = {"full": "notes.csl", "short": "notes-short.csl"}
_LOCALES = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "ru": "ru-RU"}

# Between the first two stands what is in italics, between the others the title; the CSL styles
# say so by an underline. Data cannot hold them: `_clean` drops them.
_OPEN, _CLOSE, _TITLE, _END = "\x0e", "\x0f", "\x10", "\x11"
_PIECE = re.compile(
    rf"([{_OPEN}{_CLOSE}{_TITLE}{_END}])|(https?://[^\s{_OPEN}{_CLOSE}{_TITLE}{_END}]+)"
)
_ADDRESS = re.compile(rf"(?:, )?(https?://[^\s{_OPEN}{_CLOSE}{_TITLE}{_END}]+)$")

_NO_MARKS = dict.fromkeys(map(ord, _OPEN + _CLOSE + _TITLE + _END))
_QUOTED = re.compile(r"‘([^‘’]*)’(?!\w)")

# "pp. 3-5" as authors write it → the CSL locator type; whatever else is printed as it stands.
_LOCATOR = re.compile(r"(?P<label>[a-zA-Z]+)\.?\s*(?P<place>\d[\w,\s–-]*)", re.ASCII)
_ABBREVIATED = re.compile(r"(?<=\.) (?=\d)")
_DAY = re.compile(r"(?<=\b\d) (?=[^\W\d]+ \d{4}\b)|(?<=\b\d\d) (?=[^\W\d]+ \d{4}\b)")
_NO_BREAK = "\u00a0"  # "pp. 3, 7–9" and "28 May" stay on one line

_LABELS = {
    "p": "page", "pp": "page", "page": "page", "pages": "page",
    "ch": "chapter", "chap": "chapter", "chapter": "chapter",
    "para": "paragraph", "paras": "paragraph",
    "sec": "section", "section": "section",
    "fig": "figure", "figure": "figure",
    "n": "note", "note": "note",
    "vol": "volume", "no": "issue",
}  # fmt: skip


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
    source: Source, locator: str, *, form: Form, language: str, addresses: Addresses
) -> tuple[Segment, ...]:
    """Name one work, without a full stop at the end.

    Args:
        source: The work.
        locator: The place in it as the author wrote it; may be empty.
        form: Short where an earlier note gives it in full.
        language: Of the document.
        addresses: Whether the work's address is printed, or its title leads there.
    """
    return _cite(_fields(_Same(source)), locator, form, language, addresses)


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
def _cite(
    fields: str, locator: str, form: Form, language: str, addresses: Addresses
) -> tuple[Segment, ...]:
    from citeproc import Citation, CitationItem, CitationStylesBibliography  # late: 30 ms
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([_clean(json.loads(fields)) | {"id": "work"}])
    works = CitationStylesBibliography(_style(form, language), source, _Marks)
    place, rest = _place(locator)
    citation = Citation([CitationItem("work", **place)])
    works.register(citation)
    text = re.sub(r"[ \n]+", " ", str(works.cite(citation, _refuse)))
    text = _DAY.sub(_NO_BREAK, _ABBREVIATED.sub(_NO_BREAK, text))
    address = _ADDRESS.search(text)
    leads_to = ""
    if address and addresses == "linked" and _TITLE in text:
        text, leads_to = text[: address.start()], address[1]
    return tuple(_segments(text + (f", {rest}" if rest else ""), leads_to))


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


def _place(locator: str) -> tuple[dict[str, Any], str]:
    """Tell a locator that CSL knows from words that are printed behind the citation."""
    from citeproc import Locator

    match = _LOCATOR.fullmatch(locator.strip())
    label = _LABELS.get(match["label"].lower()) if match else None
    if match is None or label is None:
        return {}, locator.strip()
    return {"locator": Locator(label, match["place"].strip().replace(" ", _NO_BREAK))}, ""


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
        else:
            title = match[1] == _TITLE
    if at < len(text):
        segments.append(Segment(text[at:], italic, leads_to if title else "", title))
    return segments


@cache
def _style(form: Form, language: str) -> Any:
    from citeproc import CitationStylesStyle

    path = Path(__file__).with_name(_STYLES[form])
    locale = _LOCALES.get(language, "en-GB")
    return CitationStylesStyle(str(path), locale=locale, validate=False)


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


class _Upright(str):
    """Text in a form that notes do not use; printed as it is."""

    __slots__ = ()


class _Marks:
    """A citeproc formatter: text with marks for what is in italics."""

    Italic = Oblique = _Italic
    Underline = _Title
    Bold = Light = Superscript = Subscript = SmallCaps = _Upright

    @staticmethod
    def preformat(text: str) -> str:
        """Terms of the locale stay as they are."""
        return text
