"""What an audience may not see in the parts of a page, in expressions, in what data say."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.country import Amount, Indicator
from briefing.model.forbidden import GAP, Forbidden, ForbiddenText
from briefing.numbers import format_amount
from briefing.proof import find_unprovable
from briefing.proof.content.figures import distinctive
from briefing.proof.file.strand import Strand
from briefing.proof.fold import fold
from briefing.proof.search.needles import needles_for
from briefing.proof.search.searching import search
from tests.proof.test_forbid import SECRET, asked, texts
from tests.tailor.build import (
    ABBREVIATIONS,
    INDICATORS,
    UNITS,
    at,
    attributes,
    bars,
    bullets,
    chart,
    citation,
    columns,
    conditions,
    content,
    definition,
    definitions,
    front_matter,
    heading,
    item,
    listing,
    paragraph,
    placed,
    quote,
    reading,
    reference,
    section,
    sheet,
    span,
    table,
    words,
)


def row(*cells: str, **given) -> p.Row:
    return p.Row(tuple(p.Cell(words(cell), at()) for cell in cells), attributes(**given), at())


def unprovable(made: c.Content, **of_brief) -> list[str]:
    return [text.text for text in find_unprovable(asked(made, **of_brief))]


def searched(made: c.Content, **of_brief) -> set[str]:
    """All that is searched for, runs and shorter texts, but no names."""
    needles = needles_for(asked(made, **of_brief))
    shorts = (short for several in needles.shorts.values() for short in several)
    return {" ".join(words) for words in (*needles.runs, *shorts)}


# --- the parts of a page -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "block",
    [
        definitions(definition(SECRET, paragraph("x")), marking="RED"),
        definitions(definition(SECRET, paragraph("x"), marking="RED")),
        definitions(definition("x", paragraph(SECRET), audiences=["staff"])),
        definitions(definition([span(SECRET, marking="RED")], paragraph("x"))),
        columns(paragraph(SECRET), marking="RED"),
        columns(bullets(item(paragraph(SECRET, marking="RED")))),
        front_matter(paragraph(SECRET), audiences=["staff"]),
        front_matter(heading(SECRET, marking="RED")),
        sheet(heading(SECRET, level=1), marking="RED"),
        sheet(heading(SECRET, level=1, marking="RED"), paragraph("x")),
        quote(paragraph("x"), paragraph(SECRET, classes=("attribution",), marking="RED")),
        p.TableBlock(("left",), (row("x"),), (row("y"),), attributes(marking="RED"), at(),
                     title=words(SECRET)),
        p.TableBlock(("left",), (row("x"),), (row("y"),), p.PLAIN, at(),
                     note=(span(SECRET, marking="RED"),)),
    ],
)  # fmt: skip
def test_a_withheld_text_is_forbidden_in_every_part_of_a_page(block):
    assert SECRET in texts(content(block))


def test_a_listing_says_nothing_of_its_own():
    assert texts(content(listing("contents", marking="RED"))) == {}


def test_a_section_is_withheld_with_its_short_title():
    closed = section("closed-talk", paragraph("x"), short=SECRET, marking="AMBER")

    assert SECRET in texts(content(sections=[closed]))


def test_a_document_is_withheld_with_its_authors():
    made = content(paragraph("x"))
    other = replace(
        made.documents["brief"], id="other", authors=("A. Quiet Author",),
        conditions=conditions(marking="RED"),
    )  # fmt: skip

    assert "A. Quiet Author" in texts(replace(made, documents={**made.documents, "other": other}))


def test_a_document_is_withheld_with_its_identifiers_and_an_open_one_says_its_own():
    made = content(paragraph("x"), identifiers=("doi:10.1234/open",))
    other = replace(
        made.documents["brief"], id="other", identifiers=("doi:10.1234/closed",),
        conditions=conditions(marking="RED"),
    )  # fmt: skip
    found = texts(replace(made, documents={**made.documents, "other": other}))

    assert "doi:10.1234/closed" in found
    assert "doi:10.1234/open" not in found


def test_the_names_that_references_lead_to_are_withheld_with_them():
    made = content(paragraph([reference("closed-talk")], marking="RED"))

    assert texts(made) == {"closed-talk": str(at())}


def test_a_reference_splits_a_text():
    made = content(paragraph([*words("As "), reference("x"), *words(" shows")], marking="RED"))

    assert f"As {GAP} shows" in texts(made)


def test_a_table_is_withheld_with_its_head():
    head, body = row("Port", marking="RED"), row(SECRET)

    made = content(p.TableBlock(("left",), (head,), (body,), p.PLAIN, at()))
    assert {text.strip() for text in texts(made)} == {"Port", SECRET}


def test_what_a_withheld_table_prints_for_missing_readings_is_withheld():
    closed = table("x", ("A", "mil-exp", "value"), missing="not told by the envoys", marking="RED")

    assert "not told by the envoys" in texts(content(tables=[closed]))


# --- abbreviations -------------------------------------------------------------------------------

LONG = "Shanghai Cooperation Organisation"


@pytest.mark.parametrize("source", ["abbr('SCO')", "abbr(key='SCO')", 'abbr( "SCO" )'])
def test_what_only_withheld_text_abbreviates_is_withheld(source):
    made = content(paragraph(f"In the {{{{ {source} }}}}", marking="RED"), readings=[])

    assert texts(made).keys() == {f"In the {GAP}SCO{GAP}{LONG} SCO{GAP}", "SCO", LONG}


def test_what_open_text_abbreviates_too_is_not():
    made = content(
        paragraph("In the {{ abbr('SCO') }}"),
        paragraph("In the {{ abbr('SCO') }}", line=2, marking="RED"),
    )

    assert unprovable(made) == [text.text for text in asked(made).texts]


def test_an_abbreviation_by_a_variable_may_be_any():
    made = content(
        paragraph("{{ abbr(key) }}", repeat="key in ['SCO', 'NATO']"),
        paragraph(f"the {LONG} and NATO", marking="RED"),
        paragraph("the {{ abbr('NATO') }}", marking="RED"),
    )

    assert texts(made).keys() >= {f"the {LONG} and NATO"}
    assert not {LONG, "SCO", "NATO"} & texts(made).keys()


def test_a_long_form_is_expected_only_where_it_is_printed():
    made = content(
        paragraph("members of the {{ abbr('NATO') }} met"),
        paragraph("members of the North Atlantic Treaty Organization", line=2, marking="RED"),
        paragraph("the North Atlantic Treaty Organization has left us", line=3, marking="RED"),
    )

    found = {run for run in searched(made) if "organization" in run}
    assert found == {
        "north atlantic treaty organization has", "atlantic treaty organization has left",
        "treaty organization has left us",
    }  # fmt: skip
    assert ABBREVIATIONS["NATO"].long["en"] == "North Atlantic Treaty Organization"


# --- texts of expressions ------------------------------------------------------------------------


def test_a_text_of_an_expression_excuses_what_is_printed_with_it_and_nothing_else():
    given = "{{ 'quiet envoys' if has('aid') else 'harbour masters' }}"
    made = content(
        paragraph(f"On Monday the {given} met at dawn"),
        paragraph("the quiet envoys met at dawn", line=2, marking="RED"),
        paragraph("on Monday the harbour masters met", line=3, marking="RED"),
        paragraph("quiet harbour masters met envoys today", line=4, marking="RED"),
    )

    assert unprovable(made) == [
        "the quiet envoys met at dawn", "on Monday the harbour masters met",
    ]  # fmt: skip
    assert searched(made) == {
        "quiet harbour masters met envoys", "harbour masters met envoys today",
    }  # fmt: skip


def test_the_texts_of_a_repeat_stand_in_it_alone():
    repeat = "name in ['quiet envoys', 'harbour masters']"
    made = content(
        paragraph("On Monday the {{ name }} met", repeat=repeat),
        paragraph([*words("So "), span("{{ name }} met. ", repeat=repeat)]),
        paragraph("On Monday the quiet envoys met", line=2, marking="RED"),
        paragraph("quiet envoys harbour masters", line=3, marking="RED"),
    )

    assert unprovable(made) == ["On Monday the quiet envoys met"]


def test_a_text_of_an_expression_may_have_data_beside_it():
    made = content(
        paragraph("On Monday {{ 'the envoys of ' ~ country.name }} met at dawn"),
        paragraph("the envoys of Kazakhstan met at dawn", line=2, marking="RED"),
    )

    assert unprovable(made) == ["the envoys of Kazakhstan met at dawn"]


def test_the_texts_of_a_condition_are_no_excuse_and_no_secret():
    made = content(
        paragraph("x", when="country.key in ['quiet harbour']"),
        paragraph("The quiet harbour", line=2, marking="RED", when="country.name == 'Kazakh land'"),
    )

    assert texts(made).keys() == {"The quiet harbour"}
    assert searched(made) == {"the quiet harbour"}


# --- names ---------------------------------------------------------------------------------------


def names(made: c.Content) -> set[str]:
    found = needles_for(asked(made)).names
    return {" ".join(tokens) for several in found.values() for tokens in several}


def test_a_name_is_searched_as_it_is_written():
    made = content(
        paragraph("Of water 2 things are known; a water-2 plan."),
        sections=[section("water2", paragraph("x"), marking="RED")],
    )

    assert names(made) == {"water2"}


def test_a_name_that_repeats_may_give_another_cannot_be_searched():
    made = content(
        placed("chart", "water"), charts=[
            chart("water", bars("KAZ")), chart("water-2", bars("KAZ"), marking="RED"),
            chart("water-x", bars("KAZ"), marking="RED"),
        ],
    )  # fmt: skip

    assert names(made) == {"water x"}


def test_what_the_product_calls_places_of_a_file_cannot_be_searched():
    closed = [section(name, paragraph("x"), marking="RED") for name in ("note-3", "box-b")]

    assert names(content(sections=closed)) == {"box b"}


def test_the_names_of_files_that_the_manifest_lists_are_no_secret():
    listed = replace(reading("rank", "KAZ", 3), where=at(file="content/readings/arms.yaml"))
    closed = [section("arms", paragraph("x"), marking="RED")]

    assert names(content(sections=closed, readings=[listed])) == set()
    assert names(content(sections=closed, readings=[])) == {"arms"}


def test_a_name_of_several_words_is_searched_unless_a_text_has_them_together():
    closed = [section("closed-talk", paragraph("x"), marking="RED")]

    assert names(content(paragraph("A talk that was closed"), sections=closed)) == {"closed talk"}
    assert names(content(paragraph("A closed talk"), sections=closed)) == set()


# --- figures ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "is_drawn", "found"),
    [
        (12_340_000, True, {"12.3", "12.34", "12.340", "12.3400"}),
        (12_340_000, False, {"12.3", "12.34", "12.340", "12.3400"}),
        (1_240_000, True, {"1.24", "1.240", "1.2400"}),
        (1_240_000, False, {"1.2", "1.24", "1.240", "1.2400"}),
        (2_000_000, False, set()),
        (14_500_000, False, set()),  # as another reading is, too
        (
            Amount(1_260_000, 12_350_000),
            False,
            {
                *("1.3", "1.26", "1.260", "1.2600", "12.4", "12.35", "12.350", "12.3500"),
                *("1.312.4", "1.2612.35", "1.26012.350", "1.260012.3500"),  # a dash is no space
                *("1.3 12.4", "1.26 12.35", "1.260 12.350", "1.2600 12.3500"),
            },
        ),
        (12_340, False, set()),
    ],
)
def test_a_large_figure_is_withheld_in_short_form(value, is_drawn, found):
    charts = [chart("aid", bars("KAZ", indicators=("aid",)))] if is_drawn else []
    closed = reading("aid", "KAZ", value, marking="RED")
    made = content(charts=charts, readings=[closed, reading("aid", "KGZ", 14_500_000)])

    texts = {text for text in searched(made) if text.endswith(" million")}
    assert texts == {f"{number} million" for number in found}
    assert {f"{number} mio" for number in found} <= searched(made)


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru"])
@pytest.mark.parametrize("more", [0, 1, 3])
@pytest.mark.parametrize(
    ("low", "high", "unit", "decimals"),
    [
        (97_374, 97_374, "deaths", 0),
        (97_374, 98_123, "deaths", 0),
        (999_100, 1_234_567, "deaths", 0),
        (-98_123, -97_374, "deaths", 0),
        (97_374.25, 97_374.25, "deaths", 1),
        (14_567_000, 14_567_000, "usd", 1),
        (14_200_000, 15_300_000, "usd", 1),
        (1.2345e16, 1.2345e16, "usd", 1),
    ],
)
def test_a_withheld_figure_is_found_however_it_is_printed(
    low, high, unit, decimals, more, language
):
    amount = Amount(low, high)
    told = distinctive(amount, UNITS[unit], decimals, has_axis=True)
    printed = format_amount(
        amount, UNITS[unit], decimals=decimals + more, language=language, form="short"
    )
    needles = needles_for(Forbidden(tuple([ForbiddenText(text, at()) for text in told]), ()))

    assert search([Strand([fold(f"In all {printed}.")], lambda _: "page 1")], needles)


def test_a_figure_is_found_with_the_decimals_of_another_that_a_chart_may_show_beside_it():
    finer = Indicator("hurt", "Hurt", "", "deaths", 2, at())
    closed = reading("deaths", "KAZ", 14_523, marking="RED")

    made = content(readings=[closed])
    alone = searched(made)
    beside = searched(replace(made, indicators={**INDICATORS, "hurt": finer}))

    assert "14.523.00000" not in alone
    assert "14.523.00000" in beside


def test_a_number_is_no_other_ones_digits():
    closed, *others = (
        reading("deaths", "KAZ", 14_523, marking="RED"), reading("deaths", "KGZ", 14),
        reading("deaths", "UZB", 523),
    )  # fmt: skip

    assert searched(content(readings=[closed, *others])) >= {"14.523", "14523"}


# --- places in works -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locator", "is_told"),
    [
        ("p. 36", False), ("pp. 3-5 and 7", False), ("see also note 12", False), ("Abb. 4", False),
        ("cable 14", True), ("Annex C, cable of 3 May", True), ("interview in Aktau", True),
    ],
)  # fmt: skip
def test_a_place_in_a_work_is_withheld_where_it_tells_something(locator, is_told):
    closed = replace(reading("rank", "KAZ", 3, marking="RED"), locator=locator)
    cited = p.Citation((p.CitedWork("a-2019", locator, "", at()),), at())
    of_reading = content(readings=[closed])
    of_text = content(paragraph([*words("x"), cited], marking="RED"))

    assert (locator in texts(of_reading)) is is_told
    assert (locator in texts(of_text)) is is_told


def test_words_around_a_withheld_citation_are_withheld_too():
    work = p.CitedWork("a-2019", "p. 3", "as told by", at(), "and by the envoy")
    closed = content(paragraph([*words("x"), p.Citation((work,), at())], marking="RED"))

    assert {"as told by", "and by the envoy"} <= set(texts(closed))


# --- what the product prints with numbers --------------------------------------------------------


@pytest.mark.parametrize("said", ["Page 1", "Page 12 of 40", "Figure 3", "page 7", "note 12"])
def test_what_the_product_prints_with_a_number_cannot_be_proved(said):
    assert unprovable(content(paragraph(said, line=2, marking="RED"))) == [said]


@pytest.mark.parametrize("said", ["Page one", "Page 1 of the report", "Figure 3 shows it"])
def test_what_says_more_can(said):
    assert unprovable(content(paragraph(said, line=2, marking="RED"))) == []


# --- conditions by expressions -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "audience", "is_withheld"),
    [
        ("audience.key == 'staff'", "public", True),
        ("audience.key == 'staff'", "staff", False),
        ("audience.key != 'staff'", "staff", True),
        ("audience.key in ['staff', 'parliament']", "public", True),
        ("audience.key in ['staff', 'parliament']", "parliament", False),
        ("audience.key not in ('public',)", "public", True),
        ("not (audience.key == 'public')", "public", True),
        ("audience.name == 'General public'", "parliament", True),
        ("audience.key == 'staff' and country.key == 'KAZ'", "public", True),
        ("audience.key == 'staff' and country.key == 'KGZ'", "public", False),
        ("audience.key == 'staff' and has('no such')", "public", False),
        ("audience.key == 'staff' or language == 'en'", "public", False),
        ("audience.key == 'staff' or language == 'de'", "public", True),
        ("audience.key == 'staff' and document.id == 'brief'", "public", True),
        ("(audience.key == 'staff') if country.iso2 == 'KA' else false", "public", True),
        ("audience.key | upper == 'STAFF'", "public", True),
        ("audience.key == nothing", "public", False),
        ("audience.key ~ 'x' == 'staffx'", "public", False),
        ("audience.key == 'staff' and nothing", "public", True),
        ("has('rank')", "public", True),
        ("has('rank')", "staff", False),
        ("has('rank', 'KAZ')", "public", True),
        ("has('rank', place=country)", "public", True),
        ("has('rank', 'KGZ')", "public", False),
        ("not has('rank')", "staff", True),
        ("has('deaths')", "public", False),
        ("has('deaths', peer)", "public", False),
        ("has('aid')", "public", True),
        ("country.key == 'KGZ'", "public", False),
        ("false", "public", False),
        ("(" * 300 + "audience.key" + ")" * 300 + " == 'staff'", "public", False),
    ],
)
def test_what_an_expression_hides_from_these_readers_alone_is_withheld(when, audience, is_withheld):
    readings = (
        reading("rank", "KAZ", 3, marking="RED"),
        reading("deaths", "KAZ", 4),
        reading("aid", "KAZ", 5, when="audience.key != 'public'"),
    )
    made = content(paragraph(SECRET, when=when), readings=readings)

    assert (SECRET in texts(made, audience=audience)) is is_withheld
    assert (SECRET in asked(made, audience=audience).allowed) is False or not is_withheld


def test_what_an_expression_prints_for_other_readers_is_withheld():
    source = "'quiet envoys' if audience.key == 'staff' else 'open ministers'"
    made = content(paragraph(f"The {{{{ {source} }}}} met"))

    assert texts(made).keys() == {"quiet envoys"}
    assert texts(made, audience="staff").keys() == {"open ministers"}
    assert "The open ministers met" in asked(made).allowed


def test_a_reading_that_asks_for_itself_is_not_judged():
    made = content(paragraph(SECRET, when="has('aid')"), readings=[
        reading("aid", "KAZ", 5, when="has('aid') and audience.key == 'staff'"),
    ])  # fmt: skip

    assert SECRET in texts(made)


def test_what_is_hidden_depends_on_the_brief():
    when = "audience.key == 'staff' and country.key == 'KAZ' or country.key == 'KGZ'"
    made = content(paragraph(SECRET, when=when))

    found = {place: SECRET in texts(made, place=place) for place in ("KAZ", "KGZ", "UZB")}
    assert found == {"KAZ": True, "KGZ": False, "UZB": False}


def test_a_section_is_withheld_where_what_it_needs_is():
    needy = section("needy", paragraph(SECRET), needs=("rank",))
    secret = reading("rank", "KAZ", 3, marking="RED")
    made = content(placed("section", "needy"), sections=[needy], readings=[secret])

    assert SECRET in texts(made)
    assert SECRET not in texts(made, audience="staff")
    assert SECRET not in texts(made, place="KGZ")


def test_charts_and_tables_are_withheld_where_all_their_readings_are():
    secret = [reading("rank", key, 3, marking="RED") for key in ("KAZ", "KGZ")]
    drawn = chart("drawn", bars("KAZ", "KGZ", indicators=("rank",)), title=SECRET)
    own = chart("own", bars(place="country", indicators=("rank",)), title="of one place")
    listed = table("listed", ("x", "rank", "value"), rows=("KAZ", "KGZ"), title="in a table")

    def made(*more):
        return content(charts=[drawn, own], tables=[listed], readings=[*secret, *more])

    assert texts(made()).keys() >= {SECRET, "of one place", "in a table"}
    found = texts(made(reading("rank", "KGZ", 4)))
    assert found.keys() & {SECRET, "of one place", "in a table"} == {"of one place"}


def test_what_cites_by_the_way_is_withheld_too():
    made = content(
        paragraph([*words("x"), citation("c-2021")], when="audience.key == 'staff'"),
        placed("section", "closed-talk"),
        sections=[section("closed-talk", paragraph("y"), when="audience.key == 'staff'")],
        readings=[],
    )

    assert texts(made).keys() >= {"c-2021", "Third", "closed-talk"}


# --- works that notes name ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    ["Dirk van der Kley and NATO, Private guards", "van der Kley Dirk and NATO Private guards"],
)
def test_what_a_note_says_of_a_cited_work_is_allowed_in_its_order(said):
    people = [
        {"family": "Kley", "given": "Dirk", "non-dropping-particle": "van der"},
        {"literal": "NATO"},
    ]
    made = content(
        paragraph([*words("Open."), citation("a-2019")]), paragraph(said, line=4, marking="RED")
    )
    source = replace(made.sources["a-2019"], csl={"title": "Private guards", "author": people})
    made = replace(made, sources={**made.sources, "a-2019": source})

    assert unprovable(made) == [said]
