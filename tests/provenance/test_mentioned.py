import pytest

from briefing.numbers.mentioned import find_numbers


def found(text: str, *names: str, language: str = "en") -> list[str]:
    return [text[begin:end] for begin, end in find_numbers(text, language, names)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It rose from 2% to 16–18% of imports.", ["2", "16–18"]),
        ("US$14.5 million, or 1,234,567 tons", ["14.5", "1,234,567"]),
        ("a fall of −0.5 points", ["−0.5"]),
        ("between 1\u00a0000 and 2\u202f000 soldiers", ["1\u00a0000", "2\u202f000"]),
        ("2000% more", ["2000"]),
        ("over 2000 million", ["2000"]),
        ("ranked 86th", ["86"]),
        ("nothing", []),
    ],
)
def test_numbers_are_found_ranges_as_one(text, numbers):
    assert found(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "in 2019", "from 2015 to 2019", "2015–2019", "2010/11", "the 1990s", "(2022)", "2022.",
        "on 29 June 2022", "28–30 May", "May 28, 2022", "in June 2022", "at 14:30",
        "the 21st century",
    ],
)  # fmt: skip
def test_dates_and_times_count_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "deaths per 100,000 people"),
        ("en", "of every 100 people asked"),
        ("en", "Index, 2010 = 100"),
        ("de", "Ärzte je 1.000 Einwohner"),
        ("fr", "pour 1000 habitants"),
        ("ru", "на 100\u00a0000 населения"),
    ],
)
def test_what_a_rate_is_of_counts_nothing(language, text):
    assert found(text, language=language) == []


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "over 100,000 people", "100,000"),
        ("en", "every 120 people", "120"),
        ("en", "12 per 100%", "12"),
        ("en", "2010 = 1000 tanks", "1000"),
        ("fr", "pour 1000 chars", "1000"),
        ("ru", "на 100 танков", "100"),
    ],
)
def test_other_round_numbers_do(language, text, number):
    assert number in found(text, language=language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "am 28. Mai 2022"),
        ("fr", "le 1er mai 2022"),
        ("ru", "28 мая 2022"),
        ("de", "Juni 2022"),
    ],
)
def test_dates_are_known_in_the_language_of_the_text(language, text):
    assert found(text, language=language) == []


def test_names_that_are_declared_count_nothing():
    assert found("5G in 5 cities", "5G") == ["5"]
    assert found("Wing Loong-1 and 1 more", "Loong-1") == ["1"]
    assert found("Article 51", "Article 5") == ["51"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They sent over 1950 tanks and 2000 soldiers; about 1500 people fled.", "en"),
        (
            "Sie schickten mehr als 1950 Panzer, über 2000 Soldaten; etwa 1500 Menschen flohen.",
            "de",
        ),
        ("Ils ont envoyé plus de 1950 chars, au moins 2000 soldats, environ 1500 hommes.", "fr"),
        ("Более 1950 танков, почти 2000 солдат, около 1500 человек.", "ru"),
    ],
)
def test_what_looks_like_a_year_and_counts_something_is_a_number(text, language):
    assert found(text, language=language) == ["1950", "2000", "1500"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2000 elections were held, and the 2000 elections were the last.",
        "Since about 2016 relations are cold. From 1900 trade grew.",
        "It is of 2000, or of 1900. At least 2019 was calm.",
        "Until 2020 and 2021 protests were rare; the 1900s were not.",
    ],
)
def test_years_are_no_numbers(text):
    assert found(text) == []
