import re
from time import process_time

import pyphen
import pytest

from briefing.text import hyphenate as module
from briefing.text.hyphenate import Hyphenator, hyphenate
from tests.text.compile_patterns import TABLES, TARGET
from tests.text.samples import CORPUS


def shown(text: str, language: str) -> str:
    ends = [*hyphenate(text, language), len(text)]
    starts = [0, *ends[:-1]]
    return "=".join(text[start:end] for start, end in zip(starts, ends, strict=True))


@pytest.mark.parametrize(
    ("language", "word", "broken"),
    [
        ("en-GB", "infrastructure", "in=fra=struc=ture"),
        ("en", "cooperation", "co=oper=a=tion"),
        ("en-US", "cooperation", "co=op=er=a=tion"),
        ("en-AU", "cooperation", "co=oper=a=tion"),
        ("en-GB", "university", "uni=ver=sity"),
        ("en-GB", "Kazakhstan", "Kazakh=stan"),
        ("en-US", "Kazakhs", "Kazakhs"),
        ("de-AT", "Sicherheitszusammenarbeit", "Si=cher=heits=zu=sam=men=ar=beit"),
        ("fr", "gouvernement", "gou=ver=ne=ment"),
        ("ru", "сотрудничество", "со=труд=ни=че=ство"),
        ("es", "infraestructura", "in=fra=es=truc=tu=ra"),
        ("it", "cooperazione", "coo=pe=ra=zio=ne"),
        ("nl", "samenwerking", "sa=men=wer=king"),
        ("kk", "қауіпсіздік", "қа=уіп=сіз=дік"),
        ("uk", "співробітництво", "спів=ро=бі=тни=цтво"),
        ("pl", "bezpieczeństwo", "bez=pie=czeń=stwo"),
        ("pt", "desenvolvimento", "de=sen=vol=vi=mento"),
        ("tk", "howpsuzlyk", "howp=suz=lyk"),
    ],
)
def test_words_are_broken_as_their_language_does(language, word, broken):
    assert shown(word, language) == broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("“Cooperation”,", "“Co=oper=a=tion”,"),
        ("(infrastructure)", "(in=fra=struc=ture)"),
        ("government’s", "gov=ern=ment’s"),
        ("decision-making", "de=cision-mak=ing"),
        ("министерство", "ми=ни=стер=ство"),
        ("Қазақстанның", "Қа=зақ=стан=ның"),
    ],
)
def test_signs_around_and_inside_a_word_are_seen(text, broken):
    assert shown(text, "en-GB") == broken


@pytest.mark.parametrize(
    "text",
    [
        "INFRASTRUCTURE",
        "MacGregor",
        "UNESCO’s",
        "COVID-19related",
        "2,000-strong",
        "https://example.org/infrastructure",
        "www.infrastructure.example",
        "infrastructure@example.org",
        "under_score_infrastructure",
        "Українська",
        "Ҷумҳурии",
        "coope\u0301ration",
        "only",
        "",
    ],
)
def test_what_is_no_plain_word_is_left_whole(text):
    assert hyphenate(text, "en-GB") == ()


@pytest.mark.parametrize("language", ["ky", "x-none", "", "../../fonts"])
def test_without_patterns_a_word_is_left_whole(language):
    assert hyphenate("infrastructure", language) == ()


def test_foreign_letters_in_a_russian_text_are_left_whole():
    assert hyphenate("infrastructure", "ru") == ()


@pytest.mark.parametrize("name", sorted(TABLES))
def test_no_break_leaves_less_than_the_language_wants(name):
    table = Hyphenator((TARGET / f"{name}.txt").read_text("utf-8"))
    letters = "кооперацияинформация" if name in ("kk", "ru", "uk") else "cooperazioneinformation"
    places = table.breaks(letters)

    assert places
    assert places[0] >= 2
    assert len(letters) - places[-1] >= 2


def test_patterns_find_what_another_program_finds_in_its_own():
    ours, theirs = "en-US", pyphen.Pyphen(lang="en_US", left=2, right=3)
    words = re.findall("[a-z]{9,}", CORPUS)
    same = [word for word in words if tuple(theirs.positions(word)) == hyphenate(word, ours)]

    assert len(same) >= 0.9 * len(words)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_is_read_quickly_and_has_its_licence_beside_it(name):
    text = (TARGET / f"{name}.txt").read_text("utf-8")
    times = []
    for _ in range(5):
        start = process_time()
        Hyphenator(text)
        times.append(process_time() - start)

    assert min(times) < 0.030  # about 5 ms for the largest when nothing else runs
    assert "licence" in (TARGET / f"LICENSE-{name}.txt").read_text("utf-8")


def test_tables_are_read_when_they_are_needed():
    module._hyphenator.cache_clear()
    module.hyphenate.cache_clear()
    hyphenate("infrastructure", "en-GB")

    assert module._hyphenator.cache_info().currsize == 1
