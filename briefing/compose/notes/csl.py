"""CSL styles as citeproc reads them, mended where it would fail."""

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from briefing.model.citations import PACKAGED
from briefing.model.locators import KINDS

_LOCALES = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR", "ru": "ru-RU"}
_ALWAYS = re.compile(
    "(?:open|close)-(?:inner-)?quote|page-range-delimiter|and|et-al|ad|bc|(?:month|season)-.*"
)
CSL = "{http://purl.org/net/xbiblio/csl}"


def has_ibid(citations: str) -> bool:
    """Whether a style names what the note before cites alone by ``ibid.``.

    A style that has no such form gives its short form for it, so that all but ours are asked.
    """
    packaged = PACKAGED.get(citations)
    return packaged is None or packaged.ibid


@lru_cache(maxsize=16)
def read_style(citations: str, language: str) -> Any:
    """Read a style.

    Args:
        citations: The name of a packaged one, or the text of a CSL file.
        language: Of the document.
    """
    from citeproc import CitationStylesStyle  # late: 30 ms

    from briefing.compose.notes.quick import quicken

    packaged = PACKAGED.get(citations)
    if packaged is not None:
        data = Path(__file__).with_name(f"{packaged.file}.csl").read_bytes()
    else:
        data = citations.encode()
    style = CitationStylesStyle(BytesIO(data), locale=_LOCALES[language], validate=False)
    own = style.root.get("default-locale", "")
    if own in ("en-US", "de-AT", "de-CH", "fr-CA") and own.startswith(language):
        style.root.set_locale_list(own, validate=False)
    _mend(style.root)
    _trim(style.root)
    quicken(style)
    return style


def _mend(root: Any) -> None:
    """Take out what notes have of their own, and what citeproc does not know.

    Titles are underlined, by which the program knows them again; no note is near another.
    """
    for layout in root.findall(f"*/{CSL}layout"):
        layout.attrib.pop("suffix", None)
    for text in root.iter(f"{CSL}text"):
        if text.get("variable") == "title":
            text.set("text-decoration", "underline")
    for test in root.iter(f"{CSL}if", f"{CSL}else-if"):
        position = test.get("position")
        if position is not None:
            test.set("position", position.replace("near-note", "never"))


def _trim(root: Any) -> None:
    """Take out the terms that a style cannot ask for: citeproc goes through all, for each."""
    said = {word for element in root.iter() for value in element.values() for word in value.split()}
    said.update(KINDS.values())
    for locale in root.locales:
        dates = [part.get("form", "") for part in locale.iter(f"{CSL}date-part")]
        has_ordinals = any("ordinal" in word for word in (*said, *dates))
        for term in locale.findall(f"{CSL}terms/{CSL}term"):
            name = term.get("name")
            is_ordinal = has_ordinals and "ordinal" in name
            if name not in said and not is_ordinal and not _ALWAYS.fullmatch(name):
                term.getparent().remove(term)
