import pytest

from briefing.numbers.mentioned import find_amounts_in_words


def found(text: str, language: str = "en") -> list[str]:
    return [text[begin:end] for begin, end in find_amounts_in_words(text, language)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Two thirds of those asked, and three-quarters of the rest.",
         ["Two thirds", "three-quarters"]),
        ("A third of all imports, one fifth of them, half of the rest.",
         ["A third", "one fifth", "half"]),
        ("It went from nothing to about a sixth.", ["about a sixth"]),
        ("More than half came from there.", ["than half"]),
        ("Thousands of people, dozens of towns, tens of thousands of troops.",
         ["Thousands", "dozens", "thousands"]),
        ("A dozen sites, two hundred tanks, several million dollars.",
         ["A dozen", "two hundred", "several million"]),
        ("Trade doubled, prices tripled, arms grew eightfold.",
         ["doubled", "tripled", "eightfold"]),
        ("A third party, a quarter past nine, a second half, half a year, half-hearted.", []),
        ("Half of the year, a third of a page, one half of this table.", []),
        ("Two sides, eighteen recommendations, one in charge.", []),
        ("A hundred times, the first dozen, one in a hundred.", []),
        ("Taller than a third of a page, or over half of the first line.", []),
    ],
)  # fmt: skip
def test_amounts_in_words_are_found_and_no_other_words(text, amounts):
    assert found(text) == amounts


@pytest.mark.parametrize(
    ("language", "text", "amounts"),
    [
        ("de", "Zwei Drittel der Einfuhren, die Hälfte der Waffen.", ["Zwei Drittel", "Hälfte"]),
        ("de-AT", "Es sind zwei Drittel, Tausende Soldaten, drei Millionen Dollar.",
         ["zwei Drittel", "Tausende", "drei Millionen"]),
        ("de", "Sie hat sich verdoppelt, ist zehnfach, und zweitausend mehr.",
         ["verdoppelt", "zehnfach", "zweitausend"]),
        ("de", "Die Hälfte des Jahres, ein Viertel Jahrhundert, im Jahrhundert, mehrfach.", []),
        ("fr", "Deux tiers des armes, la moitié des achats, des milliers de soldats, doublé.",
         ["Deux tiers", "moitié", "milliers", "doublé"]),
        ("fr", "La moitié de l’année, un quart d’heure.", []),
        ("ru", "Две трети закупок, тысячи солдат, вдвое больше.", ["Две трети", "тысячи", "вдвое"]),
        ("ru", "Половина года прошла.", []),
        ("kk", "Екі мың адам.", []),
    ],
)  # fmt: skip
def test_they_are_known_in_four_languages(language, text, amounts):
    assert found(text, language) == amounts
