"""Words that an expression prints for some readers alone, in every way to write it."""

from __future__ import annotations

import pytest

from briefing import pipeline
from briefing.errors import ProofError
from briefing.model import prose as p
from briefing.model.forbidden import GAP
from briefing.model.request import Request
from briefing.proof import find_unprovable, forbidden, prove
from tests.proof.test_finished import whole
from tests.tailor.build import content, expression, paragraph, reading, words

SECRET = "quiet envoys met at the harbour"
OPEN = "open ministers"
STAFF = "audience.key == 'staff'"

CHOICES = [
    f"'{SECRET}' if {STAFF} else '{OPEN}'",
    f"'{OPEN}' if audience.key != 'staff' else '{SECRET}'",
    f"'{SECRET}'\n  if {STAFF}\n  else '{OPEN}'",
    f"'{SECRET}'\nif\taudience.key\n==\n'staff'\nelse '{OPEN}'",
    f"'{SECRET}'if audience['key'] == 'staff'else'{OPEN}'",
    f"'{SECRET}' if audience[\"key\"] == 'staff' else '{OPEN}'",
    f"'{SECRET}' if audience.key in ['staff'] else '{OPEN}'",
    f"'{SECRET}' if audience.key is in ['staff', 'parliament'] else '{OPEN}'",
    f"'{SECRET}' if audience.key is not in ['public'] else '{OPEN}'",
    f"'{SECRET}' if not (audience.key == 'public') else '{OPEN}'",
    f"'{SECRET}' if 'staff' == audience.key else '{OPEN}'",
    f"({STAFF} and '{SECRET}') or '{OPEN}'",
    f"{STAFF} and '{SECRET}' or '{OPEN}'",
    f"audience.key == 'public' and '{OPEN}' or '{SECRET}'",
    f"('{SECRET}' if language == 'en' else 'x') if {STAFF} else '{OPEN}'",
    f"'{OPEN}' if audience.key == 'public' else ('y' if country.key == 'KGZ' else '{SECRET}')",
    f"('quiet envoys' if {STAFF} else 'open') ~"
    f" (' met at the harbour' if {STAFF} else ' ministers')",
    f"('{SECRET}' if {STAFF} else '{OPEN}') | upper",
    f"('{SECRET}' if {STAFF} else '{OPEN}') | replace('x', 'y')",
    f"'{OPEN}' | replace('{OPEN}', '{SECRET}' if {STAFF} else '{OPEN}')",
    f"['{SECRET}' if {STAFF} else '{OPEN}', 'z'] | first",
    f"(['{SECRET}', '{OPEN}'] if {STAFF} else ['{OPEN}', '{SECRET}'])[0]",
    f"['z', '{SECRET}' if {STAFF} else '{OPEN}'] | last",
    f"(['quiet envoys', 'met at the harbour'] if {STAFF} else ['{OPEN}']) | join(' ')",
    f"audience.key | replace('staff', '{SECRET}') | replace('public', '{OPEN}')",
    f"audience.key | replace('public', '{OPEN}') | replace('staff', '{SECRET}')",
    f"[audience.key == 'public', '{SECRET}'] | first and '{OPEN}' or '{SECRET}'",
    f"'{SECRET}' if has('rank') else '{OPEN}'",
]


def made_with(source: str):
    said = [*words("The "), p.Worded(expression(source)), *words(" then.")]
    closed = reading("rank", "KAZ", 3, marking="RED")
    return whole(paragraph(said), readings=[closed])


def asked(made, audience: str):
    return forbidden(made, "brief", place="KAZ", audience=audience, language="en")


@pytest.mark.parametrize("source", CHOICES)
def test_each_reader_gets_the_words_meant_for_them_and_the_others_count_as_withheld(source):
    made = made_with(source)

    files = {
        key: pipeline.make(made, Request("brief", "KAZ", key, "en", "brief")).pdf
        for key in ("public", "staff")
    }
    of_public = {text.text.lower().strip(GAP) for text in asked(made, "public").texts}
    assert SECRET in of_public
    assert OPEN not in of_public
    with pytest.raises(ProofError):
        prove(files["staff"], asked(made, "public"), name="brief")
    if "rank" not in source:
        assert OPEN in {text.text.lower().strip(GAP) for text in asked(made, "staff").texts}


@pytest.mark.parametrize(
    "source",
    [
        "countries('KAZ', 'KGZ') | join(', ', attribute='name')",
        "'s' if language == 'en' else ''",
        "'state' ~ ('s' if country.key == 'KAZ' else '')",
        f"'{OPEN}' if country.key == 'KAZ' else '{SECRET}'",
        f"'{OPEN}' if has('deaths') else '{SECRET}'",
        "country.capital | default('the capital')",
        "audience.name | replace('the ', '')",
        "name('KGZ') | upper",
        "rank('deaths', show='number') if has('deaths') else ''",
        "abbr('SCO') if language == 'en' else 'z'",
    ],
)
def test_words_that_no_reader_is_denied_are_not_withheld(source):
    made = content(
        paragraph(f"The {{{{ {source} }}}} then."), readings=[reading("deaths", "KAZ", 4)]
    )

    for audience in ("public", "staff"):
        assert asked(made, audience).texts == ()
        assert find_unprovable(asked(made, audience)) == ()


def test_numbers_that_are_chosen_are_found_with_and_without_groups():
    made = content(paragraph(f"{{{{ 450000 + (5100 if {STAFF} else 100) }}}} then"))

    assert {text.text for text in asked(made, "public").texts} == {"455100", "455,100"}


def test_texts_that_a_repeat_has_for_some_readers_alone_are_withheld():
    over = f"['{SECRET}'] if {STAFF} else ['{OPEN}']"
    made = content(paragraph("The {{ one }}.", repeat=f"one in {over}"))

    assert [text.text for text in asked(made, "public").texts] == [SECRET]
    assert f"The {OPEN}." in asked(made, "public").allowed


def test_an_abbreviation_for_some_readers_alone_is_withheld():
    made = content(paragraph(f"{{{{ abbr('SCO') if {STAFF} else 'it' }}}} then"))

    assert "SCO" in " ".join(text.text for text in asked(made, "public").texts)
    assert "SCO" not in " ".join(text.text for text in asked(made, "staff").texts)


OLDER, NEWER = 2018, 2020


@pytest.mark.parametrize(
    "source",
    [
        f"'{SECRET}' if figure('rank') > 4 else '{OPEN}'",
        f"'{OPEN}' if not figure('rank') >= 4 else '{SECRET}'",
        f"'{SECRET}' if 4 < figure('rank', 'KAZ') < 100 else '{OPEN}'",
        f"'{OPEN}' if figure('rank') == 2 else '{SECRET}'",
        f"'{SECRET}' if figure('rank') > figure('rank', 'KGZ') else '{OPEN}'",
    ],
)
def test_words_that_a_closed_figure_chooses_are_withheld_from_who_gets_an_older_one(source):
    said = [*words("The "), p.Worded(expression(source)), *words(" then.")]
    readings = [
        reading("rank", "KAZ", 2, OLDER),
        reading("rank", "KAZ", 9, NEWER, line=2, marking="RED"),
        reading("rank", "KGZ", 4, line=3),
    ]
    made = whole(paragraph(said), readings=readings)

    files = {
        key: pipeline.make(made, Request("brief", "KAZ", key, "en", "brief")).pdf
        for key in ("public", "staff")
    }
    of_public = {text.text.lower().strip(GAP) for text in asked(made, "public").texts}
    prove(files["public"], asked(made, "public"), name="brief")
    if "== 2" in source:  # what is near is not compared
        assert SECRET not in of_public
        return
    assert SECRET in of_public
    assert OPEN not in of_public
    with pytest.raises(ProofError):
        prove(files["staff"], asked(made, "public"), name="brief")


def test_a_block_that_a_closed_figure_brings_is_withheld_from_who_gets_an_older_one():
    shut = paragraph(f"The {SECRET} then.", when="figure('rank') > 4")
    readings = [
        reading("rank", "KAZ", 2, OLDER),
        reading("rank", "KAZ", 9, NEWER, line=2, marking="RED"),
    ]
    made = whole(shut, readings=readings)

    assert [text.text for text in asked(made, "public").texts if SECRET in text.text]
    assert not [text.text for text in asked(made, "staff").texts if SECRET in text.text]
    entry = pipeline.make(made, Request("brief", "KAZ", "public", "en", "brief")).entry
    assert entry["withheld"] == 2  # the paragraph and the figure: tailoring says the same
