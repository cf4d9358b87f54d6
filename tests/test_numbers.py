"""Numbers, amounts, periods, dates and ticks, in the language of the document."""

from __future__ import annotations

import datetime
import subprocess
import sys
from decimal import Decimal
from itertools import pairwise
from math import inf, nan

import pytest
from babel.dates import format_date as babel_date
from babel.numbers import format_decimal
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.model.country import Amount, Date, Period, Unit
from briefing.numbers import (
    axis_ticks,
    format_amount,
    format_date,
    format_number,
    format_period,
)
from briefing.numbers.conventions import from_babel
from briefing.numbers.known import KNOWN

NB, NARROW, MINUS = "\u00a0", "\u202f", "\u2212"
GDP = Unit("gdp", "{value}% of GDP", "", "{value}%", "% of GDP", False)
USD = Unit("usd", "US${value}", "", "US${value}", "US$", True)
DEATHS = Unit("deaths", "{value} deaths", "{value} death", "{value}", "deaths", False)
RANK = Unit("rank", "rank {value}", "", "{value}", "rank", False)


def plain(value: float, qualifier: str = "") -> Amount:
    return Amount(value, value, qualifier)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "decimals", "language", "expected"),
    [
        (0, 0, "en", "0"),
        (999, 0, "en", "999"),
        (12_000, 0, "en", "12,000"),
        (1_234_567.25, 1, "en", "1,234,567.3"),
        (4.0, 1, "en", "4.0"),
        (4.0, 0, "en", "4"),
        (1.005, 2, "en", "1.01"),
        (0.5, 0, "en", "1"),
        (2.5, 0, "en", "3"),
        (-2.5, 0, "en", f"{MINUS}3"),
        (-1234.5, 1, "en", f"{MINUS}1,234.5"),
        (-0.04, 1, "en", "0.0"),
        (1e-7, 0, "en", "0"),
        (1e21, 0, "en", "1,000,000,000,000,000,000,000"),
        (12_000.5, 1, "de", "12.000,5"),
        (-12_000.5, 1, "fr", f"{MINUS}12{NARROW}000,5"),
        (12_000.5, 1, "ru", f"12{NB}000,5"),
        (1_234_567, 0, "hi", "12,34,567"),
        (12_000, 0, "en-US", "12,000"),
    ],
)
def test_a_number_is_printed_as_its_language_prints_it(value, decimals, language, expected):
    assert format_number(value, decimals=decimals, language=language) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "language", "expected"),
    [
        (14_500_000, 1, "en", f"14.5{NB}million"),
        (23_000_000, 0, "en", f"23{NB}million"),
        (1_000_000, 0, "en", f"1{NB}million"),
        (999_999, 0, "en", "999,999"),
        (999_999.6, 0, "en", f"1{NB}million"),
        (1_367_000, 0, "en", f"1.4{NB}million"),
        (1_020_000, 0, "en", f"1{NB}million"),
        (9_960_000, 0, "en", f"10{NB}million"),
        (14_500_001, 0, "en", f"15{NB}million"),
        (950_000, 1, "en", "950,000"),
        (12.5, 1, "en", "12.5"),
        (950_000_000, 0, "en", f"950{NB}million"),
        (999_950_000, 1, "en", f"1.0{NB}billion"),
        (999_940_000, 1, "en", f"999.9{NB}million"),
        (-2_500_000_000, 1, "en", f"{MINUS}2.5{NB}billion"),
        (3e12, 0, "en", f"3{NB}trillion"),
        (5e15, 0, "en", f"5,000{NB}trillion"),
        (1_000_000, 0, "de", f"1{NB}Million"),
        (14_500_000, 1, "de", f"14,5{NB}Millionen"),
        (2_000_000_000, 0, "de", f"2{NB}Milliarden"),
        (1_500_000, 1, "fr", f"1,5{NB}million"),
        (14_500_000, 1, "fr", f"14,5{NB}millions"),
        (1_000_000, 0, "ru", f"1{NB}миллион"),
        (2_000_000, 0, "ru", f"2{NB}миллиона"),
        (5_000_000, 0, "ru", f"5{NB}миллионов"),
        (21_000_000, 0, "ru", f"21{NB}миллион"),
        (14_500_000, 1, "ru", f"14,5{NB}миллиона"),
        (23_000_000, 0, "ja", "2,300万"),
        (23_000_000, 0, "sw", f"milioni{NB}23"),
    ],
)
def test_a_large_number_can_be_compact(value, decimals, language, expected):
    assert format_number(value, decimals=decimals, language=language, compact=True) == expected


@pytest.mark.parametrize("value", [inf, -inf, nan])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match=f"^{value!r} is not a number that can be printed$"):
        format_number(value, decimals=0, language="en")


@pytest.mark.parametrize("language", ["xx", "english", ""])
def test_an_unknown_language_is_refused(language):
    with pytest.raises(ValueError, match=f"^unknown language {language!r}$"):
        format_number(1, decimals=0, language=language)


@given(
    st.floats(-1e15, 1e15),
    st.integers(0, 6),
    st.sampled_from(["en", "de", "fr", "ru", "es", "hi", "pl"]),
)
def test_numbers_are_those_of_babel_but_for_the_minus_sign_and_halves(value, decimals, language):
    exact = Decimal(repr(value))
    assume((exact.scaleb(decimals) * 2) % 1 != 0)  # where Babel rounds halves to even
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    if language == "hi":
        pattern = "#,##,##0" + ("." + "0" * decimals if decimals else "")

    got = format_number(value, decimals=decimals, language=language)

    expected = format_decimal(exact, pattern, locale=language).replace("-", MINUS)
    assert got == (
        expected[1:]
        if not any(c in expected for c in "123456789") and expected[0] == MINUS
        else expected
    )


@pytest.mark.parametrize(
    ("amount", "unit", "decimals", "prose", "short", "bare"),
    [
        (plain(1.1), GDP, 1, "1.1% of GDP", "1.1%", "1.1"),
        (Amount(16, 18), GDP, 0, "16–18% of GDP", "16–18%", "16–18"),
        (Amount(16.1, 16.4), GDP, 0, "16% of GDP", "16%", "16"),
        (Amount(None, 2, "up to"), GDP, 0, "up to 2% of GDP", "up to 2%", "up to 2"),
        (Amount(50, None, "over"), GDP, 0, "over 50% of GDP", "over 50%", "over 50"),
        (Amount(6, None, "at least"), DEATHS, 0, "at least 6 deaths", "at least 6", "at least 6"),
        (Amount(None, 100, "nearly"), DEATHS, 0, "nearly 100 deaths", "nearly 100", "nearly 100"),
        (plain(12_000, "about"), DEATHS, 0, "about 12,000 deaths", "about 12,000", "about 12,000"),
        (Amount(30, 40, "about"), DEATHS, 0, "about 30–40 deaths", "about 30–40", "about 30–40"),
        (plain(1), DEATHS, 0, "1 death", "1", "1"),
        (plain(1), DEATHS, 1, "1.0 deaths", "1.0", "1.0"),
        (Amount(1, 2), DEATHS, 0, "1–2 deaths", "1–2", "1–2"),
        (Amount(1, None, "at least"), DEATHS, 0, "at least 1 death", "at least 1", "at least 1"),
        (plain(75), RANK, 0, "rank 75", "75", "75"),
        (plain(75, "about"), RANK, 0, "rank about 75", "about 75", "about 75"),
        (plain(14.5e6), USD, 1, f"US$14.5{NB}million", f"US$14.5{NB}million", f"14.5{NB}million"),
        (
            Amount(2e6, None, "over"), USD, 0,
            f"over US$2{NB}million", f"over US$2{NB}million", f"over 2{NB}million",
        ),
        (
            Amount(2e6, 3e6), USD, 0,
            f"US$2–3{NB}million", f"US$2–3{NB}million", f"2–3{NB}million",
        ),
        (
            Amount(9e5, 1.2e6), USD, 1,
            f"US$900,000 to 1.2{NB}million", f"US$900,000 to 1.2{NB}million",
            f"900,000 to 1.2{NB}million",
        ),
        (
            Amount(-5, -3), GDP, 0,
            f"{MINUS}5 to {MINUS}3% of GDP", f"{MINUS}5 to {MINUS}3%", f"{MINUS}5 to {MINUS}3",
        ),
    ],
)  # fmt: skip
def test_an_amount_has_three_forms(amount, unit, decimals, prose, short, bare):
    assert [
        format_amount(amount, unit, decimals=decimals, language="en", form=form)
        for form in ("prose", "short", "bare")
    ] == [prose, short, bare]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("US${value}", "about US$5"),
        ("€ {value}", "about € 5"),
        ("EUR{nb}{value}", "about EUR{nb}5"),
        ("worth US${value}", "worth about US$5"),
        ("rank {value}", "rank about 5"),
        ("{value} deaths", "about 5 deaths"),
        ("No.{nb}{value}", "No.{nb}about 5"),
    ],
)
def test_a_qualifier_stands_before_a_currency_and_after_a_word(pattern, expected):
    unit = Unit("u", pattern.replace("{nb}", NB), "", "{value}", "", False)

    got = format_amount(plain(5, "about"), unit, decimals=0, language="en", form="prose")

    assert got == expected.replace("{nb}", NB)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["rund 5", "mindestens 5", "über 5", "bis zu 5", "fast 5", f"{MINUS}5 bis 5"]),
        ("fr", ["environ 5", "au moins 5", "plus de 5", "jusqu’à 5", "près de 5", f"{MINUS}5 à 5"]),
        ("ru", ["около 5", "не менее 5", "более 5", "до 5", "почти 5", f"{MINUS}5 … 5"]),
        ("de-AT", ["rund 5", "mindestens 5", "über 5", "bis zu 5", "fast 5", f"{MINUS}5 bis 5"]),
        ("hu", [f"≈{NB}5", f"≥{NB}5", f">{NB}5", f"≤{NB}5", f"≲{NB}5", f"{MINUS}5 … 5"]),
    ],
)
def test_qualifiers_are_words_of_the_language_or_signs(language, expected):
    amounts = [
        plain(5, "about"),
        Amount(5, None, "at least"),
        Amount(5, None, "over"),
        Amount(None, 5, "up to"),
        Amount(None, 5, "nearly"),
        Amount(-5, 5),
    ]

    got = [
        format_amount(amount, GDP, decimals=0, language=language, form="bare") for amount in amounts
    ]

    assert got == expected


def test_an_amount_without_a_number_is_refused():
    with pytest.raises(ValueError, match=r"^an amount needs a number$"):
        format_amount(Amount(None, None), GDP, decimals=0, language="en", form="bare")


YEAR, MONTH, DAY = Date(2022), Date(2022, 1), Date(2022, 1, 15)


@pytest.mark.parametrize(
    ("start", "end", "english", "german", "french", "russian"),
    [
        (YEAR, YEAR, "2022", "2022", "2022", "2022"),
        (Date(2010), Date(2014), "2010–2014", "2010–2014", "2010–2014", "2010–2014"),
        (MONTH, MONTH, "January 2022", "Januar 2022", "janvier 2022", "январь 2022\u202fг."),
        (
            DAY, DAY,
            "15 January 2022", "15. Januar 2022", "15 janvier 2022", "15 января 2022\u202fг.",
        ),
        (
            MONTH, Date(2022, 3),
            "January–March 2022", "Januar–März 2022", "janvier–mars 2022",
            "январь–март 2022\u202fг.",
        ),
        (
            Date(2022, 1, 3), DAY,
            "3–15 January 2022", "3.–15. Januar 2022", "3–15 janvier 2022",
            "3–15 января 2022\u202fг.",
        ),
        (
            Date(2022, 3, 1), Date(2022, 3, 1),
            "1 March 2022", "1. März 2022", "1er mars 2022", "1 марта 2022\u202fг.",
        ),
        (
            Date(2018, 1), Date(2020, 10),
            f"January 2018{NB}– October 2020", f"Januar 2018{NB}– Oktober 2020",
            f"janvier 2018{NB}– octobre 2020", f"январь 2018{NARROW}г.{NB}– октябрь 2020{NARROW}г.",
        ),
        (
            YEAR, Date(2023, 5),
            f"2022{NB}– May 2023", f"2022{NB}– Mai 2023", f"2022{NB}– mai 2023",
            f"2022{NB}– май 2023{NARROW}г.",
        ),
    ],
)  # fmt: skip
def test_a_period_is_printed_in_words(start, end, english, german, french, russian):
    period = Period(start, end)

    got = [format_period(period, language) for language in ("en", "de", "fr", "ru")]

    assert got == [english, german, french, russian]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "reported 2020"),
        ("de", "gemeldet 2020"),
        ("fr", f"rapporté{NB}: 2020"),
        ("ru", "сообщено: 2020"),
        ("hu", "≤ 2020"),
    ],
)
def test_a_period_that_is_only_reported_says_so(language, expected):
    assert format_period(Period(Date(2020), Date(2020), True), language) == expected


def test_dates_in_american_english_are_american():
    assert format_date("2022-10-03", "en-US") == "October 3, 2022"
    assert format_period(Period(Date(2022, 1, 3), DAY), "en-US") == "January 3–15, 2022"


@pytest.mark.parametrize(
    ("iso", "expected"),
    [("2022-10-03", "3 October 2022"), ("2022-10", "October 2022"), ("2022", "2022")],
)
def test_a_date_is_printed_as_precisely_as_it_is_given(iso, expected):
    assert format_date(iso, "en") == expected


@pytest.mark.parametrize("iso", ["2022-1-1", "3 October", "", "2022-10-03T00", "٢٠٢٢"])
def test_what_is_no_date_is_refused(iso):
    with pytest.raises(ValueError, match=f"^'{iso}' is not a date; write it like '2022-01-15'$"):
        format_date(iso, "en")


def test_a_day_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match=r"^day is out of range for month$"):
        format_date("2022-02-30", "en")


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    st.sampled_from(["de", "fr", "ru", "es", "uk", "pt-BR", "zh", "ja"]),
)
def test_days_are_those_of_babel(day, language):
    expected = babel_date(day, "long", locale=language.replace("-", "_"))
    if language == "fr" and day.day == 1:
        expected = expected.replace("1 ", "1er ", 1)

    assert format_date(day.isoformat(), language) == expected


@pytest.mark.parametrize(
    ("low", "high", "count", "expected"),
    [
        (0, 4, 5, (0, 1, 2, 3, 4)),
        (0, 4.0, 6, (0, 1, 2, 3, 4)),
        (0, 10, 5, (0, 2.5, 5, 7.5, 10)),
        (0, 65, 5, (0, 20, 40, 60, 80)),
        (0, 1, 11, (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)),
        (-1.3, 2.2, 6, (-2, -1, 0, 1, 2, 3)),
        (75, 138, 5, (60, 80, 100, 120, 140)),
        (1.8e6, 23e6, 5, (0, 1e7, 2e7, 3e7)),
        (0, 0.0007, 5, (0, 0.0002, 0.0004, 0.0006, 0.0008)),
        (0, 0, 5, (0, 1)),
        (3, 3, 4, (3, 4)),
        (0, 100, 2, (0, 100)),
        (0, 1.1, 12, (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1)),
        (-0.5, 0.5, 2, (-0.5, 0, 0.5)),
    ],
)
def test_ticks_are_round_numbers_that_cover_the_axis(low, high, count, expected):
    assert axis_ticks(low, high, count) == expected


@given(
    st.floats(-1e9, 1e9, allow_subnormal=False),
    st.floats(1e-6, 1e9),
    st.integers(2, 12),
)
def test_ticks_cover_the_axis_evenly_and_are_few(low, width, count):
    high = low + width
    assume(high - low > abs(low) * 1e-9)

    ticks = axis_ticks(low, high, count)

    assert 2 <= len(ticks) <= (max(count, 3) if low < 0 < high else count)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    exact = [Decimal(repr(tick)) for tick in ticks]
    steps = {float(after - before) for before, after in pairwise(exact)}
    assert max(steps) - min(steps) <= 1e-6 * max(steps)
    mantissa = f"{max(steps):.3e}".partition("e")[0]
    assert mantissa in ("1.000", "2.000", "2.500", "5.000")


@pytest.mark.parametrize(("low", "high", "count"), [(1, 0, 5), (0, 1, 1), (0, inf, 5), (nan, 1, 5)])
def test_an_axis_that_is_none_is_refused(low, high, count):
    with pytest.raises(ValueError, match=r"^no axis goes from .* to .* in \d ticks$"):
        axis_ticks(low, high, count)


@pytest.mark.parametrize("language", sorted(KNOWN))
def test_the_conventions_kept_here_are_those_of_cldr(language):
    kept, cldr = KNOWN[language], from_babel(language)

    assert kept._replace(plural=cldr.plural, scales=()) == cldr._replace(scales=())
    numbers = [Decimal(n) for n in (*range(1_100), 5_000, -1, -2)]
    numbers += [Decimal(n) / 10 for n in range(300)] + [Decimal("1.0"), Decimal("5.00")]
    by_power = {scale.power: scale for scale in kept.scales}
    for scale in cldr.scales:
        mine, least = by_power[scale.power].words, 10 ** (scale.least - scale.power)
        reached = [number for number in numbers if abs(number) >= least]
        assert [mine.get(kept.plural(number), mine["other"]) for number in reached] == [
            scale.words.get(cldr.plural(number), scale.words["other"]) for number in reached
        ]


def test_babel_is_not_needed_for_the_languages_kept_here():
    code = (
        "import sys; from briefing.numbers import *;"
        "[format_number(2e6, decimals=0, language=l, compact=True)"
        " for l in ('en', 'de', 'fr', 'ru')];"
        "format_date('2022-01-15', 'en'); print('babel' in sys.modules)"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout == "False\n"


def test_the_machines_own_language_and_clock_do_not_matter():
    code = (
        "from briefing.numbers import *; from briefing.model.country import *;"
        "print(ascii([format_number(-12000.5, decimals=1, language='es'), "
        "format_date('2022-01-15', 'uk'),"
        "format_number(2e6, decimals=0, language='fr', compact=True)]))"
    )

    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"LC_ALL": locale, "TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for locale, zone, seed in (
            ("C", "UTC", "1"), ("de_DE.UTF-8", "Asia/Almaty", "2"), ("tr_TR", "Pacific/Apia", "3"),
        )
    }  # fmt: skip

    assert len(printed) == 1
