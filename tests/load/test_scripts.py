"""Words in a script that the language around them does not use, and codes of languages."""

import pytest

from briefing.errors import Location
from briefing.load.syntax.fields import Name
from briefing.load.syntax.problems import Problems
from briefing.load.values.languages import check_language
from briefing.text.scripts import find_foreign

AT = Location("content/sections/lake.md", 5)


@pytest.mark.parametrize(
    ("text", "language", "words", "script"),
    [
        ("The city of Бишкек.", "en", "Бишкек", "Cyrillic"),
        ("Антикитайская осень, 2019", "de-CH", "Антикитайская осень", "Cyrillic"),
        ("Das Ысык-Көл liegt", "de", "Ысык-Көл", "Cyrillic"),
        ("l’Ελλάδα", "fr", "Ελλάδα", "Greek"),
        ("Озеро 湖", "ru", "湖", "Chinese"),
        ("the sea, البحر", "en", "البحر", "Arabic"),
        ("одно два три четыре пять", "en", "одно два три четыре", "Cyrillic"),
    ],
)
def test_words_in_a_foreign_script_are_found(text, language, words, script):
    found = find_foreign(text, language)

    assert found is not None
    assert (found.words, found.script, found.at) == (words, script, text.index(words))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Çağlar Kurç’s naïve ﬁnding – “½ 𝑥 ≤ 3 °C”", "en"),
        ("6 µg, 3 μm, ΔT and α", "en"),
        ("Озеро NATO, ΔT", "ru"),
        ("Бишкек", "ky"),
        ("Бишкек", "und"),
        ("湖", "zh-Hans"),
    ],
)
def test_letters_that_any_text_may_hold_pass(text, language):
    assert find_foreign(text, language) is None


@pytest.mark.parametrize(
    "code", ["en", "pt-BR", "zh-Hans", "kk-Cyrl-KZ", "es-419", "wbl", "prs", "und", "zxx", "qaa"]
)
def test_codes_of_languages_pass(code):
    problems = Problems()

    assert check_language(Name(code, AT), problems) == code
    assert problems.all() == ()


@pytest.mark.parametrize(
    ("code", "taken", "message", "hint"),
    [
        ("rus", "ru", "'rus' is not the usual code of its language", "write 'ru'"),
        ("deu-AT", "de-AT", "'deu-AT' is not the usual code of its language", "write 'de-AT'"),
        (
            "xx", "und", "no language has the code 'xx'",
            "wanted: a code of ISO 639, such as 'ru'; 'und' where nobody knows the language",
        ),
        (
            "Russian", "und", "'Russian' is no code of a language",
            "write it like 'en', 'pt-BR' or 'zh-Hans'",
        ),
        (
            "EN", "und", "'EN' is no code of a language",
            "write it like 'en', 'pt-BR' or 'zh-Hans'",
        ),
    ],
)  # fmt: skip
def test_codes_of_no_language_are_told(code, taken, message, hint):
    problems = Problems()

    assert check_language(Name(code, AT), problems) == taken
    assert [(one.message, one.hint, one.rule) for one in problems.all()] == [
        (message, hint, "language")
    ]
