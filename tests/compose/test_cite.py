"""Works as notes name them."""

import pytest

from briefing.compose.notes.cite import NUMBER, Segment, cite
from briefing.errors import Location
from briefing.model.source import Source

HERE = Location("content/sources.yaml", 1)
KURC = {"family": "Kurç", "given": "Çağlar"}


def work(**fields) -> Source:
    csl = {key.replace("_", "-"): value for key, value in fields.items()}
    return Source("work", {"id": "work", "type": "report", **csl}, HERE)


def named(source: Source, locator: str = "", *, form="full", language="en", **more) -> str:
    segments = cite(source, locator, form=form, language=language, addresses="printed", **more)
    text = "".join(f"_{s.text}_" if s.italic else s.text for s in segments)
    return text.replace("\u00a0", "~").replace(NUMBER, "#")


@pytest.mark.parametrize(
    ("fields", "locator", "expected"),
    [
        (
            {"type": "article-journal", "author": [KURC], "title": "The puzzle", "volume": "37",
             "issue": "4", "container_title": "Comparative Strategy", "page": "316-330",
             "issued": {"date-parts": [[2018]]}},
            "",
            "Çağlar Kurç, ‘The puzzle’, _Comparative Strategy_ 37(4), 2018, pp.~316–330",
        ),
        (
            {"type": "book", "author": [KURC], "title": "Great games", "publisher": "OUP",
             "issued": {"date-parts": [[2014]]}},
            "ch. 2",
            "Çağlar Kurç, _Great games_, OUP, 2014, ch.~2",
        ),
        (
            {"type": "chapter", "author": [KURC], "title": "Part", "container_title": "Whole",
             "editor": [{"family": "Rolland", "given": "Nadège"}], "publisher": "NBR"},
            "pp. 6, 35-38",
            "Çağlar Kurç, ‘Part’, in Nadège Rolland (ed.), _Whole_, NBR, pp.~6,~35–38",
        ),
        (
            {"type": "webpage", "title": "NATO 2030", "author": [{"literal": "NATO"}],
             "issued": {"date-parts": [[2021, 6, 14]]}, "URL": "https://nato.int/x"},
            "",
            "NATO, ‘NATO 2030’, 14~June 2021, https://nato.int/x",
        ),
        (
            {"title": "We need a ‘Compass’", "author": [KURC]},
            "the table on Kazakhstan",
            "Çağlar Kurç, ‘We need a “Compass”’, the table on Kazakhstan",
        ),
    ],
)  # fmt: skip
def test_a_work_is_named_as_its_kind_is(fields, locator, expected):
    assert named(work(**fields), locator) == expected


def test_marks_and_markup_in_data_are_printed_or_dropped_but_never_meant():
    odd = work(title="A *b* <i>c</i> | {{ d }}\x0e\x10 & co")

    assert named(odd) == "‘A *b* <i>c</i> | {{ d }} & co’"


def test_the_short_form_has_family_name_short_title_and_page():
    long = work(author=[KURC], title="The puzzle: a long story", title_short="The puzzle")

    assert named(long, "p. 4", form="short") == "Kurç, ‘The puzzle’, p.~4~(note~#)"


@pytest.mark.parametrize(
    ("language", "form", "expected"),
    [
        ("en", "ibid", "Ibid."), ("en", "ibid elsewhere", "Ibid., p.~4"),
        ("de", "ibid", "Ebd."), ("de", "ibid elsewhere", "Ebd., S.~4"),
        ("fr", "ibid", "Ibid."), ("fr", "ibid elsewhere", "Ibid., p.~4"),
        ("ru", "ibid", "Там же"), ("ru", "ibid elsewhere", "Там же, с.~4"),
    ],
)  # fmt: skip
def test_what_the_note_before_names_is_not_named_again(language, form, expected):
    long = work(author=[KURC], title="The puzzle")

    assert named(long, "p. 4", form=form, language=language) == expected


@pytest.mark.parametrize(
    ("form", "suffix", "expected"),
    [
        ("full", ", with a table", "Kurç, ‘Way’, p.~4, with a table, https://example.org/"),
        ("full", "and passim", "Kurç, ‘Way’, p.~4 and passim, https://example.org/"),
        ("short", "and passim", "Kurç, ‘Way’, p.~4 and passim~(note~#)"),
        ("ibid", "and passim", "Ibid. and passim"),
    ],
)
def test_words_behind_a_work_stand_behind_the_place_in_it(form, suffix, expected):
    way = work(author=[{"family": "Kurç"}], title="Way", URL="https://example.org/")

    assert named(way, "p. 4", form=form, suffix=suffix) == expected


def test_a_day_in_russian_is_one_of_its_month():
    dated = work(title="Т", language="ru", issued={"date-parts": [[2020, 5, 28]]})
    monthly = work(title="Т", language="ru", issued={"date-parts": [[2020, 5]]})

    assert named(dated, language="ru") == "«Т», 28~мая 2020 г."
    assert named(monthly, language="ru") == "«Т», май 2020 г."


def test_a_title_leads_to_its_address_where_addresses_are_linked():
    web = work(title="On the way", URL="https://example.org/way")
    segments = cite(web, "p. 2", form="full", language="en", addresses="linked")

    assert segments == (
        Segment("‘"),
        Segment("On the way", address="https://example.org/way", is_title=True),
        Segment("’, p.\u00a02"),
    )


def test_other_languages_use_their_own_quotation_marks_and_months():
    german = work(title="Titel", issued={"date-parts": [[2020, 5, 28]]})

    assert named(german, language="de") == "„Titel“, 28. Mai 2020"
