import pytest

from briefing.model.country import Amount, Unit
from briefing.numbers.mentioned import find_amounts_in_words, find_numbers
from briefing.numbers.stated import stated

SHARE = Unit("share", "{value}% of GDP", "", "{value}%", "% of GDP", compact=False)
MONEY = Unit("usd", "US${value}", "", "US${value}", "US$", compact=True)
TANKS = Unit("tanks", "{value} tanks", "", "{value}", "tanks", compact=False)
MILLIONS = Unit("millions", "{value} million people", "", "{value}m", "million people", False)
BARE = Unit("", "{value}", "", "{value}", "", compact=False)


def says(text, value, unit, language="en", end=None):
    (number,) = find_numbers(text, language) + find_amounts_in_words(text, language)
    read = stated(text, number, language)
    amount = value if isinstance(value, Amount) else Amount(value, value)
    return read is not None and read.says(amount, unit, end)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It spends 88%.", 88, SHARE),
        ("It spends 88%.", 87.5, SHARE),
        ("It spends 1.1 of it.", 1.14, SHARE),
        ("It fell by 1.5%.", -1.5, SHARE),
        ("It spends 30 per cent.", 30, SHARE),
        ("It has 4,000 tanks.", 4000, TANKS),
        ("It has about 4,000 tanks.", 3980, TANKS),
        ("It has nearly 40 tanks.", 38, TANKS),
        ("It spends $1.2 billion.", 1.2e9, MONEY),
        ("It spends $1.2bn.", 1.21e9, MONEY),
        ("There are 9.3 million people.", 9.3, MILLIONS),
        ("It is 16–18%.", Amount(16, 18), SHARE),
        ("At least 16%.", Amount(16, 18), SHARE),
        ("Up to 2%.", Amount(None, 2, "up to"), SHARE),
        ("It is 12% of something.", 12, BARE),
        ("About a third see it.", 34, SHARE),
        ("Two thirds of them see it.", 66, SHARE),
        ("Nearly half of them.", 48, SHARE),
    ],
)
def test_a_number_says_a_figure_that_is_rounded_to_it(text, value, unit):
    assert says(text, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It spends 88%.", 1.1, SHARE),
        ("It spends 88%.", 87.4, SHARE),
        ("It spends 1.5%.", 1.6, SHARE),
        ("It has 4,000 tanks.", 3980, TANKS),
        ("It has 4,000 tanks.", 4, TANKS),
        ("It has 12 thousand tanks.", 12, TANKS),
        ("It has 12 million tanks.", 12, TANKS),
        ("It lost 88% of them.", 88, TANKS),
        ("It spends $30.", 30, SHARE),
        ("It is 16–18%.", 16, SHARE),
        ("It is 16–18%.", Amount(16, 20), SHARE),
        ("About a third see it.", 40, SHARE),
        ("A third of it.", 33, TANKS),
        ("It grew eightfold.", 8, SHARE),
        ("There are hundreds of tanks.", 100, TANKS),
    ],
)
def test_it_says_no_other(text, value, unit):
    assert not says(text, value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit", "language"),
    [
        ("Es gibt 1,5 % aus.", 1.5, SHARE, "de"),
        ("Es hat 4.000 Panzer.", 4000, TANKS, "de"),
        ("Es gibt 3 Mrd. Dollar aus.", 3e9, MONEY, "de"),
        ("Zwei Drittel sagen das.", 67, SHARE, "de"),
        ("Il y a 4\u202f000 chars.", 4000, TANKS, "fr"),
        ("La moitié des gens.", 50, SHARE, "fr"),
        ("Это 1,5 процента.", 1.5, SHARE, "ru"),
        ("Это 3 млрд долларов.", 3e9, MONEY, "ru"),
        ("Треть людей.", 33, SHARE, "ru"),
    ],
)
def test_it_is_read_as_its_language_writes_it(text, value, unit, language):
    assert says(text, value, unit, language)


def test_an_end_of_a_range_may_be_a_figure_of_its_own():
    assert says("It is 31–34%.", 34, SHARE, end=34.0)
    assert not says("It is 31–34%.", 30, SHARE, end=34.0)
