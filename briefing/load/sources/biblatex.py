"""BibLaTeX's types and fields, and BibTeX's, as CSL names them.

Source: The BibLaTeX package 3.19, 2.1 (types) and 2.2 (fields); for what CSL calls them, that of
Pandoc's reader.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from briefing.load.conditions import CONDITIONS
from briefing.load.sources.csl import words
from briefing.load.sources.people import people_of
from briefing.load.sources.tex import plain_address, plain_text
from briefing.load.sources.works import refuse_condition
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, YamlNode, YamlText


class Field(NamedTuple):
    """A field of an entry.

    Attributes:
        name: As it is written.
        node: Its value, with TeX's commands.
        is_braced: It is no bare number or name.
    """

    name: YamlText
    node: YamlText
    is_braced: bool

    @property
    def text(self) -> str:
        """Its value."""
        return self.node.text


class Entry(NamedTuple):
    """An entry of a file; its fields by their names in small letters."""

    key: YamlText
    kind: YamlText
    fields: dict[str, Field]


_TYPES: Mapping[str, str] = {
    "article": "article-journal", "artwork": "graphic", "audio": "song", "bookinbook": "chapter",
    "book": "book", "booklet": "pamphlet", "collection": "book", "commentary": "book",
    "conference": "paper-conference", "dataset": "dataset", "electronic": "webpage",
    "image": "graphic", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case", "legal": "treaty", "legislation": "legislation",
    "letter": "personal_communication", "manual": "report", "mastersthesis": "thesis",
    "misc": "document", "movie": "motion_picture", "music": "song", "mvbook": "book",
    "mvcollection": "book", "mvproceedings": "book", "mvreference": "book", "online": "webpage",
    "patent": "patent", "performance": "speech", "periodical": "periodical",
    "phdthesis": "thesis", "proceedings": "book", "reference": "book", "report": "report",
    "review": "review", "software": "software", "standard": "standard", "suppbook": "chapter",
    "suppcollection": "chapter", "suppperiodical": "article-journal", "techreport": "report",
    "thesis": "thesis", "unpublished": "manuscript", "video": "motion_picture", "www": "webpage",
}  # fmt: skip

_PARTS = ("chapter", "paper-conference", "entry-encyclopedia")

# CSL's field → BibLaTeX's, the first of them that is there.
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "title-short": ("shorttitle",), "container-title-short": ("shortjournal",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("location", "address"), "volume": ("volume",), "issue": ("issue",),
    "collection-title": ("series",), "page": ("pages", "eid"), "number-of-pages": ("pagetotal",),
    "chapter-number": ("chapter",), "edition": ("edition",), "number-of-volumes": ("volumes",),
    "version": ("version",), "ISBN": ("isbn",), "ISSN": ("issn",), "note": ("note", "addendum"),
    "event-title": ("eventtitle",), "event-place": ("venue",),
    "part": ("part",), "status": ("pubstate",), "original-title": ("origtitle",),
    "PMID": ("pmid",), "PMCID": ("pmcid",),
}  # fmt: skip
_NAMES: Mapping[str, str] = {
    "author": "author", "editor": "editor", "translator": "translator",
    "container-author": "bookauthor", "illustrator": "illustrator", "director": "director",
}  # fmt: skip
_DATES: Mapping[str, str] = {
    "issued": "date", "accessed": "urldate", "event-date": "eventdate", "original-date": "origdate",
}  # fmt: skip
_OTHERS = words(
    "title subtitle journaltitle journalsubtitle journal booktitle booksubtitle maintitle number"
    " type entrysubtype year month day doi url langid language howpublished eprint eprinttype"
    " archiveprefix primaryclass crossref xdata"
)
_READ = {*_OTHERS, *_NAMES.values(), *_DATES.values(), *[n for ns in _TEXTS.values() for n in ns]}

_PASSED_OVER = words(
    "abstract annotation annote file timestamp owner groups urlday urlmonth urlyear added-at"
    " biburl bdsk-url-1 bdsk-url-2 bdsk-file-1 date-added date-modified mendeley-tags"
    " mendeley-groups"
    " interhash intrahash issuetitle titleaddon label shorthand sortkey sorttitle sortname options"
    " related relatedtype gender hyphenation keywords library lccn localfile pdf rating read"
    " readstatus priority ranking creationdate modificationdate ids eprintclass key editortype"
    " nameaddon authortype shortauthor shorteditor shortseries bookpagination pagination"
)

_LANGUAGES: Mapping[str, str] = {
    "english": "en", "american": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "usenglish": "en-US", "german": "de", "ngerman": "de", "austrian": "de-AT",
    "naustrian": "de-AT", "swissgerman": "de-CH", "nswissgerman": "de-CH", "french": "fr",
    "russian": "ru", "ukrainian": "uk", "spanish": "es", "italian": "it", "portuguese": "pt",
    "brazilian": "pt-BR", "dutch": "nl", "polish": "pl", "czech": "cs", "turkish": "tr",
    "chinese": "zh", "japanese": "ja", "korean": "ko", "arabic": "ar", "persian": "fa",
    "farsi": "fa", "hebrew": "he", "greek": "el", "swedish": "sv", "danish": "da",
    "norwegian": "no", "finnish": "fi", "hungarian": "hu", "romanian": "ro", "kazakh": "kk",
    "kyrgyz": "ky", "uzbek": "uz", "tajik": "tg", "turkmen": "tk", "mongolian": "mn",
}  # fmt: skip

_GENRES: Mapping[str, str] = {
    "phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis", "techreport": "Technical report",
    "resreport": "Research report", "candthesis": "Candidate thesis",
}  # fmt: skip
_STATES: Mapping[str, str] = {"inpress": "in press", "inpreparation": "in preparation"}

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_URL = re.compile(r"\\url\s*\{([^{}]*)\}|(https?://\S+)")


def works_of(entries: list[Entry], problems: Problems) -> list[tuple[YamlText, YamlMap]]:
    """Turn entries into works with CSL's fields."""
    by_key = {entry.key.text.lower(): entry for entry in reversed(entries)}
    told: set[str] = set()
    works = []
    for entry in entries:
        if entry.kind.text == "xdata":
            continue
        for name, field in entry.fields.items():
            _check_name(name, field, told, problems)
        whole = _inherited(entry, by_key, problems)
        works.append((entry.key, _Work(whole, problems).made()))
    return works


def _check_name(name: str, field: Field, told: set[str], problems: Problems) -> None:
    """Take down what is no field, each once, and what looks like a condition always."""
    if name in _READ or name in _PASSED_OVER:
        return
    if get_close_matches(name, CONDITIONS, cutoff=0.8):
        refuse_condition(field.name, problems)
    elif name not in told:
        told.add(name)
        problems.warning(field.name.where, f"the field {name!r} is not read")


def _inherited(entry: Entry, by_key: Mapping[str, Entry], problems: Problems) -> Entry:
    """Give an entry with what it takes from those that it names."""
    fields, asked = dict(entry.fields), {entry.key.text.lower()}
    waiting = [("xdata", field) for field in [entry.fields.get("xdata")] if field]
    waiting += [("crossref", field) for field in [entry.fields.get("crossref")] if field]
    while waiting:
        how, field = waiting.pop(0)
        parent = by_key.get(field.text.strip().lower())
        if parent is None or parent.key.text.lower() in asked:
            what = "leads back to itself" if parent else "is no entry of the file"
            message = f"{how!r} is {field.text.strip()!r}, which {what}"
            problems.error(field.node.where, message, "write the key of another entry")
            continue
        asked.add(parent.key.text.lower())
        for name, value in parent.fields.items():
            given = _as_of_whole(name) if how == "crossref" else name
            if name in ("crossref", "xdata"):
                waiting.append((name, value))
            elif given:
                fields.setdefault(given, value)
    return entry._replace(fields=fields)


def _as_of_whole(name: str) -> str:
    """Name a field of the whole as a part of it has it; empty for what a part has of its own."""
    if name in ("shorttitle", "ids", "options", "label", "pages", "abstract", "note"):
        return ""
    return {"title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor"}.get(
        name, name
    )


class _Work:
    """Makes one work of an entry."""

    def __init__(self, entry: Entry, problems: Problems) -> None:
        self._entry = entry
        self._fields = entry.fields
        self._problems = problems
        self._made: dict[str, tuple[YamlText, YamlNode]] = {}

    def made(self) -> YamlMap:
        """Give the work."""
        kind = self._kind()
        self._take_titles()
        for name, theirs in _NAMES.items():
            if theirs in self._fields:
                field = self._fields[theirs]
                self._put(name, field, people_of(field.node, self._problems))
        for name, others in _TEXTS.items():
            found = [other for other in others if other in self._fields]
            if found:
                self._take(name, found[0])
        self._take_numbers(kind)
        self._take_dates()
        self._take_genre()
        self._take_addresses()
        node = self._entry.key
        return YamlMap(self._made, node.file, node.line, node.column)

    def _put(self, name: str, field: Field, node: YamlNode) -> None:
        self._made[name] = (field.name._replace(text=name), node)

    def _take(self, name: str, theirs: str) -> None:
        """Take a text as it is."""
        field = self._fields[theirs]
        text = self._plain(field)
        if name == "page":
            text = text.replace("–", "-")
        if name == "status":
            text = _STATES.get(text, text)
        self._put(name, field, field.node._replace(text=text))

    def _plain(self, field: Field) -> str:
        text, fault = plain_text(field.text)
        if fault is not None:
            message = f"{fault.what} is not read"
            before = field.text[: fault.at]
            line = field.node.line + before.count("\n")
            column = len(before) - before.rfind("\n") if "\n" in before else 0
            where = field.node._replace(line=line, column=column or field.node.column + fault.at)
            self._problems.error(where.where, message, fault.hint)
        return text

    def _kind(self) -> str:
        kind = self._entry.kind
        csl = _TYPES.get(kind.text)
        if csl is None:
            self._problems.unknown(kind.where, "type of entry", kind.text, _TYPES)
            csl = "document"
        subtype = self._fields.get("entrysubtype")
        if csl == "article-journal" and subtype and subtype.text in ("magazine", "newspaper"):
            csl = f"article-{subtype.text}"
        if csl == "document" and ("url" in self._fields or "howpublished" in self._fields):
            csl = "webpage" if self._address() else csl
        self._made["type"] = (kind._replace(text="type"), kind._replace(text=csl))
        return csl

    def _take_titles(self) -> None:
        self._take_title("title", "title", "subtitle")
        for whole in ("journal", "journaltitle", "maintitle", "booktitle"):
            self._take_title("container-title", whole, whole.removesuffix("title") + "subtitle")

    def _take_title(self, name: str, title: str, subtitle: str) -> None:
        field = self._fields.get(title)
        if field is not None:
            parts = [field, *[self._fields[subtitle]]] if subtitle in self._fields else [field]
            text = ": ".join(map(self._plain, parts))
            self._put(name, field, field.node._replace(text=text))

    def _take_numbers(self, kind: str) -> None:
        """Take `number`, which means what the type makes of it."""
        if "number" in self._fields:
            name = "number"
            if kind.startswith("article-") or kind == "periodical":
                name = "issue"
            elif "series" in self._fields and (kind in _PARTS or kind == "book"):
                name = "collection-number"
            if name not in self._made:
                self._take(name, "number")

    def _take_dates(self) -> None:
        for name, theirs in _DATES.items():
            field = self._fields.get(theirs)
            if field is not None:
                self._put_date(name, field, field.text.strip())
        year = self._fields.get("year")
        if year is not None and "issued" not in self._made:
            parts = [year.text.strip()]
            for part in ("month", "day"):
                text = self._fields[part].text.strip() if part in self._fields else ""
                if not text:
                    break
                parts.append(_month(text) if part == "month" else text.zfill(2))
            self._put_date("issued", year, "-".join(parts))

    def _put_date(self, name: str, field: Field, text: str) -> None:
        """Take a date; ``2020~`` and ``2020?`` are about right."""
        plain = text.rstrip("~?%")
        node: YamlNode = field.node._replace(text=plain)
        if plain != text:
            where = field.node
            raw = (where._replace(text="raw"), where._replace(text=plain))
            circa = (where._replace(text="circa"), where._replace(text="true"))
            node = YamlMap({"raw": raw, "circa": circa}, where.file, where.line, where.column)
        self._put(name, field, node)

    def _take_genre(self) -> None:
        field = self._fields.get("type")
        if field is not None:
            genre = _GENRES.get(field.text.strip(), self._plain(field))
            self._put("genre", field, field.node._replace(text=genre))
        elif self._entry.kind.text in _GENRES:
            kind = self._entry.kind
            named = kind._replace(text=_GENRES[kind.text])
            self._made["genre"] = (kind._replace(text="genre"), named)

    def _take_addresses(self) -> None:
        doi, said = (
            self._fields.get("doi"),
            self._fields.get("langid", self._fields.get("language")),
        )
        if doi is not None:
            text = _DOI.sub("", plain_address(doi.text))
            self._put("DOI", doi, doi.node._replace(text=text))
        address = self._address()
        if address is not None:
            self._put("URL", address[0], address[0].node._replace(text=address[1]))
        if said is not None:
            code = _LANGUAGES.get(said.text.strip().lower(), said.text.strip())
            self._put("language", said, said.node._replace(text=code))
        published = self._fields.get("howpublished")
        if (
            published is not None
            and "publisher" not in self._made
            and not _URL.search(published.text)
        ):
            self._take("publisher", "howpublished")

    def _address(self) -> tuple[Field, str] | None:
        url, published = self._fields.get("url"), self._fields.get("howpublished")
        if url is not None:
            found = _URL.search(url.text)
            return url, plain_address(found[1] or found[2] if found else url.text)
        found = _URL.search(published.text) if published else None
        if published is not None and found is not None:
            return published, plain_address(found[1] or found[2])
        eprint = self._fields.get("eprint")
        kind = self._fields.get("eprinttype", self._fields.get("archiveprefix"))
        if eprint is not None and kind is not None and kind.text.strip().lower() == "arxiv":
            return eprint, f"https://arxiv.org/abs/{eprint.text.strip()}"
        return None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _month(text: str) -> str:
    """Give the number of a month; its name in English, short or long, is one too."""
    name = text.lower()[:3]
    return f"{_MONTHS.index(name) + 1:02}" if name in _MONTHS else text.zfill(2)


def wholes_of(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Give each entry that takes fields from another, with the key of that one."""
    keys = {entry.key.text.lower(): entry.key.text for entry in reversed([*entries])}
    for entry in entries:
        for how in ("crossref", "xdata"):
            field = entry.fields.get(how)
            if field and (whole := keys.get(field.text.strip().lower())):
                yield entry.key.text, whole
