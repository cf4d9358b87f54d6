import pytest
from msgspec.structs import replace

from briefing.text.lines import RAGGED_BELOW, Line, Steps, break_lines, line_statistics
from tests.text.samples import (
    BOLD,
    FONTS,
    SERIF,
    SUPERIOR,
    drawn_width,
    paragraph,
    rows,
    run,
    text_of,
)

WORDS = (
    "Publication costs little, it can be introduced without new legislation, and it changes the "
    "balance of information between those who provide a service and those who depend upon it."
)


def broken(runs, measure=200.0, style=None):
    runs = [run(runs)] if isinstance(runs, str) else runs
    return break_lines(runs, style or paragraph(), measure, FONTS)


def test_no_text_gives_no_line():
    assert broken("") == broken([]) == broken("   ") == ()


def test_one_letter_gives_one_line():
    (line,) = broken("a")

    assert rows([line]) == ["a"]
    assert line.width == FONTS.width("a", SERIF)
    assert (line.hyphenated, line.ratio, line.notes) == (False, 1.0, ())


def test_lines_are_filled_and_their_spaces_are_even():
    lines = broken(WORDS)

    assert text_of(lines) == WORDS
    assert [round(line.width, 6) for line in lines[:-1]] == [200.0] * (len(lines) - 1)
    assert lines[-1].width < 200
    assert lines[-1].ratio == 1.0
    for line in lines:
        (placed,) = line.runs
        assert placed.width == pytest.approx(drawn_width(placed))


def test_spaces_never_shrink_below_four_fifths():
    lines = [line for width in range(120, 400, 7) for line in broken(WORDS, float(width))]

    assert min(line.ratio for line in lines) >= 0.8


def test_a_line_ends_in_a_space_or_a_hyphen_but_the_last_does_not():
    lines = broken(WORDS, 110.0)
    ends = [(line.runs[-1].space_after, line.runs[-1].soft_hyphen) for line in lines]

    assert set(ends[:-1]) == {(True, False), (False, True)}
    assert ends[-1] == (False, False)
    assert [line.hyphenated for line in lines] == [hyphen for _, hyphen in ends]


def test_without_hyphenation_words_stay_whole():
    lines = broken(WORDS, 110.0, paragraph(hyphenate=False))

    assert not any(line.hyphenated for line in lines)
    assert text_of(lines) == WORDS


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_ragged_lines_keep_their_spaces_and_stand_where_they_should(align, share):
    lines = broken(WORDS, 200.0, paragraph(align))

    assert text_of(lines) == WORDS
    for line in lines:
        assert line.runs[0].x == pytest.approx((200 - line.width) * share)
        assert line.runs[0].word_space == 0.0
        assert line.ratio == 1.0


def test_ragged_lines_are_about_equally_long():
    widths = [line.width for line in broken(WORDS, 200.0, paragraph("left"))[:-1]]

    assert min(widths) > 150


def test_a_ragged_paragraph_is_hyphenated_only_where_a_line_would_be_very_short():
    text = "A hydrometeorological institution"

    assert rows(broken(text, 120.0, paragraph("left"))) == ["A hydrometeorological", "institution"]
    assert rows(broken(text, 75.0, paragraph("left")))[0].endswith("-")


def test_the_first_line_is_indented():
    first, second, *_ = broken(WORDS, 200.0, paragraph(indent=12.0))

    assert (first.runs[0].x, second.runs[0].x) == (12.0, 0.0)
    assert first.width == pytest.approx(188.0)


def test_the_first_line_may_begin_further_left():
    first, *_ = broken(WORDS, 200.0, paragraph(indent=-12.0))

    assert first.runs[0].x == -12.0
    assert first.width == pytest.approx(212.0)


def test_the_measure_may_change_from_line_to_line():
    lines = broken(WORDS * 3, Steps(4, 190.0, 260.0))

    assert [round(line.width) for line in lines[:-1]] == [190] * 4 + [260] * (len(lines) - 5)
    assert text_of(lines) == WORDS * 3
    assert lines == broken(WORDS * 3, lambda line: 190.0 if line < 4 else 260.0)


def test_justified_text_is_ragged_where_its_measure_is_narrow():
    narrow, wide = RAGGED_BELOW * 10 - 1.0, RAGGED_BELOW * 10

    assert broken(WORDS, narrow) == broken(WORDS, narrow, paragraph("left"))
    assert broken(WORDS, wide) != broken(WORDS, wide, paragraph("left"))
    assert broken(WORDS, Steps(2, narrow, 300.0)) == broken(
        WORDS, Steps(2, narrow, 300.0), paragraph("left")
    )


def test_a_line_feed_ends_the_line():
    lines = broken([run("one two"), run("\n"), run("three "), run("\n\nfour\n")])

    assert rows(lines) == ["one two", "three", "", "four"]
    assert [line.ratio for line in lines] == [1.0] * 4
    assert text_of(lines) == "one two three four"


def test_spaces_in_a_row_are_one_and_none_is_at_the_edges():
    runs = [run("  one "), run("  two\t\n three", BOLD), run(" "), run("  four  "), run(" ", BOLD)]

    assert text_of(broken(runs, 400.0)) == "one two three four"


def test_a_no_break_space_holds_words_together_and_stretches():
    text = "It is a matter of 10\u00a0km or of 25\u00a0km for all of them here, " * 3
    for width in range(180, 260, 3):
        lines = broken(text, float(width))
        halves = [row for row in rows(lines) if "10" in row or "25" in row]

        assert all("10 km" in row or "25 km" in row for row in halves)
        assert all(line.width == pytest.approx(width) for line in lines[:-1])
        assert "\u00a0" not in text_of(lines)


def test_a_narrow_space_is_a_letter_that_does_not_stretch():
    (line,) = broken("10\u202f000 people")
    assert rows([line]) == ["10\u202f000 people"]


def test_a_dash_between_spaces_never_begins_a_line():
    for width in range(60, 120):
        lines = broken("It is slow – and it always was – but it does move along", float(width))

        assert not any(row.startswith("–") for row in rows(lines))


def test_a_note_stays_with_the_word_before_it():
    for width in range(40, 140):
        runs = [
            run("They said that it was enough."),
            run("12", SUPERIOR, leaf=2, note=11),
            run(" Others said otherwise—"),
            run("13", SUPERIOR, leaf=3, note=12),
            run(" and more "),
            run("14", SUPERIOR, leaf=4, note=13),
        ]
        lines = broken(runs, float(width))

        assert not any(row.startswith(("12", "13", "14")) for row in rows(lines))
        assert [note for line in lines for note in line.notes] == [11, 12, 13]


def test_a_line_tells_the_notes_on_it():
    runs = [run("one"), run("1", SUPERIOR, leaf=2, note=0), run(" two " * 20), run("three")]
    runs.append(run("2", SUPERIOR, leaf=3, note=1))
    lines = broken(runs, 150.0)

    assert lines[0].notes == (0,)
    assert lines[-1].notes == (1,)
    assert all(line.notes == () for line in lines[1:-1])


def test_runs_are_joined_where_nothing_differs():
    runs = [run("one "), run("two "), run("three", leaf=2), run(" four", leaf=2, link=5)]
    (line,) = broken(runs, 300.0)

    assert [(r.text, r.leaf, r.link) for r in line.runs] == [
        ("one two ", 1, None),
        ("three", 2, None),
        (" four", 2, 5),
    ]


def test_what_is_filled_in_later_is_a_run_of_its_own():
    runs = [run("page ", leaf=None), run("00", leaf=None, field="page"), run(" of ", leaf=None)]
    runs.append(run("00", leaf=None, field="pages"))
    (line,) = broken(runs, 300.0, paragraph("left"))

    assert [(r.text, r.field) for r in line.runs] == [
        ("page ", None),
        ("00", "page"),
        (" of ", None),
        ("00", "pages"),
    ]


def test_runs_follow_each_other_without_gaps():
    runs = [run("Some of it is "), run("important", BOLD, leaf=2), run(" and some of it is not. ")]
    runs.append(run("None of it is easy, though all of it is old.", BOLD, leaf=3))
    for line in broken(runs, 130.0):
        x = 0.0
        for placed in line.runs:
            assert placed.x == pytest.approx(x)
            assert placed.width == pytest.approx(drawn_width(placed))
            x += placed.width
        assert x == pytest.approx(line.width)


def test_a_word_of_two_looks_is_not_hyphenated_but_one_with_a_comma_is():
    two = [run("infra"), run("structure", BOLD, leaf=2)]
    comma = [run("infrastructure", BOLD, leaf=2), run(", "), run("then")]

    assert rows(broken(two, 40.0, paragraph("left")))[0] != "infra-"
    assert any(row.endswith("-") for row in rows(broken(comma, 50.0, paragraph("left"))))


def test_a_soft_hyphen_is_honoured_and_read_as_nothing():
    lines = broken("Transcauc\u00adasia is here", 55.0, paragraph("left", hyphenate=False))

    assert rows(lines)[:2] == ["Transcauc-", "asia is here"]
    assert lines[0].runs[0].soft_hyphen
    assert text_of(lines) == "Transcaucasia is here"


def test_a_zero_width_space_lets_a_line_end_without_a_hyphen():
    lines = broken("Transcauc\u200basia is here", 55.0, paragraph("left", hyphenate=False))

    assert rows(lines)[:2] == ["Transcauc", "asia is here"]
    assert not lines[0].hyphenated
    assert not lines[0].runs[0].space_after


def test_an_address_is_broken_at_its_signs():
    url = (
        "https://data.example.org/api/v2/indicators/electricity-consumption?country=all&format=csv"
    )
    lines = broken(f"See {url} for it.", 150.0)

    assert text_of(lines) == f"See {url} for it."
    assert not any(line.hyphenated for line in lines)
    assert all(row[-1] in "/.?&=-" for row in rows(lines)[1:-1])


def test_a_word_of_300_letters_is_cut_where_it_has_to_be():
    word = "Llanfairpwllgwyngyll" * 15
    lines = broken(f"It is called {word} by some.", 200.0, paragraph("left"))

    assert text_of(lines) == f"It is called {word} by some."
    assert len(lines) < 12
    assert max(line.width for line in lines) <= 200 + 1e-6


def test_an_accent_is_never_cut_off():
    lines = broken("q\u0301" * 60, 50.0)

    assert text_of(lines) == "q\u0301" * 60
    assert all(row.startswith("q") for row in rows(lines))


def test_a_measure_narrower_than_a_letter_still_gets_all_letters():
    lines = broken("WW iii", 1.0)

    assert text_of(lines) == "WW iii"
    assert rows(lines) == ["W-", "W", "i-", "i-", "i"]


@pytest.mark.parametrize("text", ["Қазақстан Республикасы", "Ελληνική Δημοκρατία", "Тоҷикистон"])
def test_letters_of_other_scripts_are_set(text):
    assert text_of(broken([run(text, language="kk")], 60.0)) == text


def test_loose_lines_have_their_letters_spaced_out_a_little():
    lines = [line for width in range(180, 300, 5) for line in broken(WORDS, float(width))]
    tracking = {placed.style.tracking for line in lines for placed in line.runs}

    assert 0.0 in tracking
    assert 0 < max(tracking) <= 0.0221 * SERIF.size
    for line in lines:
        for placed in line.runs:
            assert replace(placed.style, tracking=0.0) == SERIF
            if placed.style.tracking > 0:
                assert line.ratio > 1.3
            if placed.style.tracking > 0.0121 * SERIF.size:
                assert line.ratio > 1.9


def test_tight_lines_have_their_letters_set_closer_before_their_spaces_are_too_small():
    lines = [line for width in range(180, 400, 3) for line in broken(WORDS, float(width))]
    closer = [line for line in lines if line.runs[0].style.tracking < 0]

    assert closer
    assert min(line.runs[0].style.tracking for line in closer) >= -0.008 * SERIF.size
    assert all(line.ratio == pytest.approx(0.8, abs=0.03) for line in closer)
    assert min(line.ratio for line in lines) >= 0.8 - 1e-9


def test_a_line_of_one_long_word_has_its_letters_spaced_out():
    url = "https://www.example.org/publications/online/perspectives-2014-2015-and-after.pdf"
    lines = broken(f"See {url}, p. 4.", 200.0)
    full = [line for line in lines[:-1] if " " not in line.runs[0].text]

    assert full
    for line in full:
        assert line.width == pytest.approx(200.0, abs=0.1)
        assert 0 < line.runs[0].style.tracking <= 0.22


def test_the_end_of_a_word_is_seldom_a_last_line():
    words = WORDS.rstrip(".").split(" ")
    ends = [
        rows(broken(" ".join(words[:count]) + ".", float(width)))[-2:]
        for count in range(18, len(words))
        for width in range(250, 400, 7)
    ]
    lonely = [end for end in ends if len(end) == 2 and end[0].endswith("-") and len(end[1]) < 5]

    assert len(lonely) <= 0.01 * len(ends)


def test_the_same_words_are_broken_once_for_all_documents():
    here = broken([run("Some words "), run("of note", BOLD, leaf=2, link=1)], 60.0)
    there = broken([run("Some words ", leaf=7), run("of note", BOLD, leaf=8, link=3)], 60.0)

    assert rows(here) == rows(there)
    assert {(r.leaf, r.link) for line in here for r in line.runs} == {(1, None), (2, 1)}
    assert {(r.leaf, r.link) for line in there for r in line.runs} == {(7, None), (8, 3)}


def test_statistics_count_the_lines_that_were_stretched():
    lines = [Line((), 0.0, (), False, ratio) for ratio in (1.0, 0.9, 1.6, 2.5, 3.5)]
    lines.append(Line((), 0.0, (), True, 1.2))
    found = line_statistics(lines)

    assert str(found) == (
        "6 lines, 5 justified: word space over 1.5x 60.0%, over 2x 40.0%, over 3x 20.0%, "
        "0.90x to 3.50x; 16.7% hyphenated"
    )
    assert line_statistics([]).justified == 0


def test_a_no_break_space_is_broken_before_anything_runs_over_the_edge():
    text = "5\u00a0000\u00a0000\u00a0000\u00a0000"
    lines = broken(text, 50.0, paragraph("left"))

    assert rows(lines) == ["5 000 000", "000 000"]
    assert text_of(lines) == "5 000 000 000 000"
