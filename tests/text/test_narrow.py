"""What fits no column: it is set all the same, broken where it must be, and never over the edge."""

import pytest

from briefing.text.lines import break_lines
from tests.text.samples import FONTS, drawn_width, paragraph, rows, run, text_of

ADDRESS = (
    "https://www.example.org/en/infrastructure/programmes/2020-2025/regional-development/"
    "perspectives_of_cooperation/annexes/interdepartmental/protocols.html?page=12&language=ru"
    "&sort=descending#intergovernmental"
)
LONG = "Interdepartmental" * 18  # 306 letters


def check(text: str, measure: float, align="justify", *, hyphenate: bool = True) -> list[str]:
    """Set a text, find it whole and inside its measure, and give its lines."""
    lines = break_lines([run(text)], paragraph(align, hyphenate=hyphenate), measure, FONTS)

    assert text_of(lines) == text
    for line in lines:
        assert line.width <= measure + 1e-6
        assert sum(map(drawn_width, line.runs)) == pytest.approx(line.width)
    return rows(lines)


@pytest.mark.parametrize("align", ["justify", "left", "right", "centre"])
@pytest.mark.parametrize("measure", [375.0, 225.0, 160.0, 60.0, 20.0])
@pytest.mark.parametrize("text", [LONG, f"It is {LONG}, they say.", f"See {ADDRESS}, p. 4."])
def test_what_is_too_long_is_broken_inside_its_measure(text, measure, align):
    check(text, measure, align)
    check(text, measure, align, hyphenate=False)


def test_an_address_of_200_letters_fills_a_narrow_column():
    lines = check(ADDRESS, 60.0)

    assert len(ADDRESS) > 200
    assert len(lines) <= 24
    assert "".join(lines) == ADDRESS


def test_a_word_wider_than_its_column_is_hyphenated():
    assert check("An intergovernmental body", 60.0) == ["An intergov-", "ernmental", "body"]


def test_a_word_wider_than_its_column_is_cut_with_hyphens_where_no_table_has_any():
    assert check("Xqzxqzxqzxqzxqzxqz", 40.0) == ["Xqzxqzx-", "qzxqzxq-", "zxqz"]
    assert check("Xqzxqzxqzxqzxqzxqz", 40.0, hyphenate=False) == ["Xqzxqzx-", "qzxqzxq-", "zxqz"]


def test_numbers_and_addresses_are_cut_without_hyphens():
    assert check("12345678901234567890", 40.0) == ["12345678", "90123456", "7890"]
    assert "".join(check("www.interdepartmentalinterdepartmental.org", 40.0)).count("-") == 0


def test_a_long_address_beside_wide_words_keeps_its_lines_full():
    for measure in range(180, 400, 7):
        lines = break_lines([run(f"{ADDRESS} and {ADDRESS}")], paragraph(), float(measure), FONTS)

        assert all(measure - line.width < 0.05 * measure for line in lines[:-1])
