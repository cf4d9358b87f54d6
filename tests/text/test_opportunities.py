import pytest

from briefing.text.opportunities import SIGNS, further, hyphens, opportunities


def shown(word: str) -> str:
    places = [at for at, _, _ in opportunities(word)]
    return "|".join(
        word[start:end] for start, end in zip([0, *places], [*places, len(word)], strict=True)
    )


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("decision-making", "decision-|making"),
        ("state-of-the-art", "state-|of-|the-|art"),
        ("e-mail", "e-mail"),
        ("F-16", "F-16"),
        ("2015-19", "2015-19"),
        ("2015–2019", "2015–2019"),
        ("Russia–China", "Russia–|China"),
        ("words—and", "words—|and"),
        ("words—“and", "words—|“and"),
        ("“words—”", "“words—”"),
        ("and/or", "and/|or"),
        ("24/7", "24/7"),
        ("km/h", "km/h"),
        ("non\u2011breaking", "non\u2011breaking"),
        ("self-\u2060made", "self-\u2060made"),
        ("plain", "plain"),
    ],
)
def test_words_end_a_line_after_their_own_signs(word, parts):
    assert shown(word) == parts


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        (
            "https://data.example.org/api/v2?all=yes&page_size=20#top",
            "https://|data.|example.|org/|api/|v2?|all=|yes&|page_|size=|20#|top",
        ),
        ("www.example.org.", "www.|example.|org."),
        ("(https://example.org/a-b~c+d:e)", "(https://|example.|org/|a-|b~|c+|d:e)"),
        ("example.org/water", "example.|org/|water"),
        ("someone@example.org", "someone@|example.|org"),
        ("10.1000/182.5", "10.|1000/|182.5"),
        ("x.example.org/%D0%9A%D1%8B", "x.|example.|org/|%D0|%9A|%D1|%8B"),
    ],
)
def test_addresses_are_broken_after_their_signs_without_hyphens(word, parts):
    assert shown(word) == parts
    assert not any(hyphen for _, _, hyphen in opportunities(word))


def test_long_names_in_addresses_are_broken_last_of_all_three_letters_from_their_signs():
    word = "https://example.org/a/perspectives"
    places = [at for at, _, _ in further(word)]

    assert [word[at:] for at in places if at > 20] == [
        "spectives", "pectives", "ectives", "ctives", "tives", "ives", "ves"
    ]  # fmt: skip
    assert min(price for _, price, _ in further(word)) > 100 * max(
        price for _, price, _ in opportunities(word)
    )
    assert further("perspectives") == ()


def test_a_soft_hyphen_is_shown_and_a_zero_width_space_is_not():
    assert opportunities("ab\u00adcd\u200bef") == ((3, 2500.0, True), (6, 0.0, False))


def test_an_author_s_soft_hyphens_are_the_only_ones():
    assert hyphens("infrastructure", "en-GB")
    assert hyphens("infra\u00adstructure", "en-GB") == ()


def test_words_with_opportunities_hold_one_of_the_signs():
    words = (
        "state-of a‐bcd Russia–China a—b a/b/cc/dd w…w a@b.cc x\u00ady x\u200by www.a.bc 10.1000/1"
    )
    for word in words.split():
        assert any(sign in word for sign in SIGNS)
