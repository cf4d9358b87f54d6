"""Words that data have because of their form are no leak, and the same words in the data are."""

import json

import pikepdf
import pytest

from briefing.compose.data import _HEAD
from briefing.errors import Location, ProofError
from briefing.load.sources.csl import CSL_DATES, CSL_NAMES, CSL_TEXTS
from briefing.model.conformance import UA1_A3A
from briefing.model.forbidden import Forbidden, ForbiddenText
from briefing.proof import prove
from briefing.proof.file.keys import without_head, without_keys, without_schema
from tests.proof.pdfs import saved
from tests.proof.planting import clean, opened, written

WHERE = Location("content/sections/a.md", 3, 1)


def kept_back(text: str, *allowed: str) -> Forbidden:
    return Forbidden(
        (ForbiddenText(text, WHERE), ForbiddenText(text, WHERE, is_name=True)), allowed
    )


def is_refused(text: str, *, pdf: bytes | None = None, manifest: str = "") -> bool:
    try:
        prove(pdf or clean(), kept_back(text), name="b.pdf", manifest=manifest)
    except ProofError:
        return True
    return False


def with_table(text: str) -> bytes:
    pdf = opened(written())
    attached = [each for each in pdf.objects if is_attached(each)]
    attached[0].write(text.encode())
    return saved(pdf)


def is_attached(value: pikepdf.Object) -> bool:
    return isinstance(value, pikepdf.Stream) and value.get("/Type") == "/EmbeddedFile"


@pytest.mark.parametrize(
    "head",
    [
        ",".join(_HEAD),
        "category,series,low,high,qualifier,text,unit",
        "label,low,high,qualifier,text,unit",
        "kind,name,longitude,latitude",
        "start,end,label,text,lane",
    ],
)
@pytest.mark.parametrize("word", ["label", "series", "text", "indicator", "doubt", "lane"])
def test_heads_of_our_tables_are_no_text(head, word):
    assert not is_refused(word, pdf=with_table(f"{head}\r\n1,2,3\r\n"))
    assert is_refused(word, pdf=with_table(f"{head}\r\n1,{word},3\r\n"))


@pytest.mark.parametrize(
    "head", ["label,amount", "text", "label,low,high,qualifier,text,unit,more"]
)
def test_heads_of_other_tables_are_text(head):
    assert is_refused("text" if "text" in head else "label", pdf=with_table(f"{head}\r\n1,2\r\n"))


@pytest.mark.parametrize("word", ["indicator", "withheld", "cited", "locator", "marking"])
def test_keys_of_the_manifest_are_no_text_and_its_values_are(word):
    key = json.dumps({word: "x", "from": ["y"]}, indent=0)
    value = json.dumps({"from": word, "also": ["x"]}, indent=0)

    assert not is_refused(word, manifest=key)
    assert is_refused(word, manifest=value)
    assert is_refused(word, manifest=json.dumps({"also": [word]}, indent=0))


def test_a_key_of_json_that_is_not_ours_is_text():
    assert is_refused("harbour", manifest=json.dumps({"harbour": "x"}, indent=0))
    assert is_refused("harbour", manifest=json.dumps({"title": {"harbour": 1}}, indent=0))


def test_only_keys_at_the_start_of_a_line_are_keys():
    said = json.dumps({"title": 'x, "indicator": y', "text": '"indicator":'}, indent=0)

    assert "indicator" in without_keys(said)
    assert is_refused("indicator", manifest=said)


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('"sha256": "' + "abba" * 16 + '",', "abba"),
        ('"role": "caption",', "caption"),
        ('"conformance": "ua1+a3a",', "ua1"),
    ],
)
def test_what_the_manifest_says_of_the_file_itself_is_no_text(line, word):
    assert without_keys(line) == ""
    assert word in without_keys(line.replace(f'"{word}', f'"say {word}'))


def test_all_fields_of_works_are_keys():
    for field in (*CSL_TEXTS, *CSL_NAMES, *CSL_DATES):
        assert without_keys(f'  "{field}": "x",') == ' "x",'


def test_a_table_without_a_head_of_ours_stays_whole():
    assert without_head("label,low\r\n1,2\r\n") == "label,low\r\n1,2\r\n"
    assert without_head("") == ""


@pytest.mark.parametrize("word", ["internal", "Integer", "pdfuaid", "Universal Accessibility"])
def test_what_metadata_say_of_their_own_words_is_no_text(word):
    assert not is_refused(word, pdf=written(conformance=UA1_A3A))


def test_identifiers_of_a_file_are_no_text():
    said = "<xmpMM:DocumentID>uuid:82412695-6c23-5903-90e9-63b098b9b73e</xmpMM:DocumentID>"

    assert without_schema(said) == " "
    assert without_schema(said.replace("82412695", "secret")) == said.replace("82412695", "secret")
