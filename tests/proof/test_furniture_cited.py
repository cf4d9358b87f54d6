"""What citations print by themselves is known to the proof, and what nothing prints is not."""

from pathlib import Path
from xml.etree import ElementTree

import citeproc
import msgspec
import pytest

from briefing.compose.notes.csl import _LOCALES
from briefing.compose.words import WORDS
from briefing.model.locators import KINDS
from briefing.numbers.words import PERIOD, QUALIFIERS, REPORTED, TO, TO_SIGN
from briefing.proof.content.furniture import CITED, PHRASES
from briefing.proof.fold import fold, words_of
from tests.proof.printed import printed_by_charts
from tests.proof.test_furniture import counted_by_charts, known

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
TERMS = {"accessed": "long", "ibid": "long", "et-al": "long", "and": "long", "circa": "short",
         "editor": "verb-short"}  # fmt: skip


def terms(language: str) -> set[str]:
    """The words of the locale that our citation styles print."""
    file = Path(citeproc.__file__).parent / f"data/locales/locales-{_LOCALES[language]}.xml"
    wanted = {*TERMS.items(), ("editor", "short"), *((kind, "short") for kind in KINDS.values())}
    return {
        word
        for term in ElementTree.parse(file).iter(f"{NAMESPACE}term")
        if (term.attrib["name"], term.attrib.get("form", "long")) in wanted
        for part in (term, *term)
        for word in words_of(fold(part.text or ""))
    }


@pytest.mark.parametrize("language", WORDS)
def test_what_citations_print_is_known(language):
    assert {word for word in terms(language) if len(word) > 2} <= known(language)


@pytest.mark.parametrize("language", WORDS)
def test_what_stands_before_periods_is_known(language):
    assert set(words_of(fold(PERIOD[language]))) <= known(language)


@pytest.mark.parametrize("language", WORDS)
def test_only_what_is_printed_is_known(language):
    said = (
        *(str(text) for text in msgspec.structs.asdict(WORDS[language]).values()),
        *printed_by_charts(language),
        *counted_by_charts(language),
        *(*QUALIFIERS[language].values(), REPORTED[language], TO.get(language, TO_SIGN)),
        PERIOD[language],
        *CITED[language],
    )
    printed = {word for text in said for word in words_of(fold(text))}

    assert [
        text for text in PHRASES[language] if not printed.issuperset(words_of(fold(text)))
    ] == []


@pytest.mark.parametrize("language", WORDS)
def test_what_is_known_of_citations_is_printed_by_them(language):
    in_styles = {"edited", "by", "note", "and", "others"}  # by our own files of CSL
    printed = terms(language) | in_styles

    assert [text for text in CITED[language] if not printed.issuperset(words_of(fold(text)))] == []
