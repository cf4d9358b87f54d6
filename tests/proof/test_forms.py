"""Secrets and short withheld texts are found however they are written, and other words are not."""

from __future__ import annotations

import pytest

from briefing.errors import Location
from briefing.model.forbidden import GAP, Forbidden, ForbiddenText
from briefing.proof.file.strand import APART, Strand
from briefing.proof.fold import fold
from briefing.proof.search.needles import needles_for
from briefing.proof.search.searching import search

WHERE = Location("a.md", 1)


def finds(
    text: str, said: str, *, secret: bool = False, name: bool = False, allowed: str = ""
) -> bool:
    forbidden = Forbidden((ForbiddenText(text, WHERE, is_secret=secret),), (allowed,))
    strand = Strand([fold(said)], lambda _: "page 1", between=APART if name else "", name=name)
    found = search([strand], needles_for(forbidden))
    assert set(found) <= {("page 1", 0)}
    return bool(found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Villa Mezzalune", "Villa Mezzalune's gate"),
        ("Villa Mezzalune", "Villa Mezzalune’s gate"),
        ("Villa Mezzalune", "die Räume der Villa Mezzalunes"),
        ("Villa Mezzalune", "The Villa Mezzalune-based talks"),
        ("Villa Mezzalune", "the ex-Villa Mezzalune"),
        ("Villa Mezzalune", "in Villa Mezzalune–the garden"),
        ("Villa Mezzalune", "Das Villa-Mezzalune-Treffen"),
        ("Villa Mezzalune", "Das Villa-\nMezzalune-\nTreffen"),
        ("Villa Mezzalune", "Villa Mezza\u00ad\nlune’s"),
        ("Villa Mezzalune", "‘Villa Mezzalune’"),
        ("Villa Mezzalune", "l'Villa Mezzalune"),
        ("Villa Mezzalune", "Villa Mezzalune/Inn"),
        ("Opération Parapluie", "l’Opération « Parapluie »"),
        ("Opération Parapluie", "OPERATION PARAPLUIE"),
        ("Harbour Lane 7", "at Harbour Lane 7–9"),
        ("Harbour Lane 7", "at Harbour Lane 7-9"),
        ("Ozanne", "An Ozanne-led plan"),
        ("Ozanne", "The Ozanne–Tveitmoor plan"),
        ("Ozanne", "plan d’Ozanne"),
        ("Ozanne", "pre-Ozanne"),
        ("Müller", "der Müller-Plan"),
        ("Müller", "Mueller, Muller"),
        ("Müller", "Muellers Plan"),
        ("Ağaoğlu", "Ağaoğlu’nun"),
        ("Ağaoğlu", "AGAOGLU"),
        ("O’Brien", "OBrien"),
        ("O’Brien", "O Brien"),
        ("O’Brien", "O'Brien's"),
        ("the quiet harbour was leased twice", "the quiet harbour-was leased twice"),
    ],
)
def test_genitives_hyphens_and_accents_hide_nothing(text, said):
    for secret in (False, True):
        assert finds(text, said, secret=secret)
        assert finds(text, said, secret=secret, name=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Harbour Lane 7", "at harbour\x1f 1\x1f lane 7\x1f 2\x1f and"),
        ("Quiet Lapis", "quiet\x1f 12\x1f  lapis"),
        ("Quiet Lapis", " quiet.\x1f 4\x1f 15\x1f lapis"),
        ("Quiet Lapis", "a-quiet\x1f 4\x1f lapis-stone"),
        ("Quiet Lapis", "quiet\x1f 4\x1f \x1fl\x1fapis"),
        ("Quiet Lapis", " qu\x1fiet \x1f 4\x1f lapis"),
    ],
)
def test_the_number_of_a_note_between_two_words_hides_nothing(text, said):
    for secret in (False, True):
        forbidden = Forbidden((ForbiddenText(text, WHERE, is_secret=secret),), ())
        strand = Strand([said], lambda _: "page 1")

        assert search([strand], needles_for(forbidden)) == [("page 1", 0)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Harbour Lane 7", "https://example.org/HarbourLane7"),
        ("Harbour Lane 7", "?room=harbourlane7"),
        ("Harbour Lane 7", "Harbour Lane 7th, 7.5, 7a"),
        ("Quiet Lapis", "QuietLapisAgenda.pdf"),
        ("Quiet Lapis", "Plan-QuietLapis_v2"),
        ("Quiet Lapis", "theQuietLapisfile"),
        ("Quiet Lapis", "Quietlapises"),
        ("Quiet Lapis", "Q u i e t L a p i s"),
        ("Quiet Lapis", "Q.u.i.e.t L.a.p.i.s"),
        ("Ozanne", "so O Z A N N E said"),
        ("4711-0815", "account 4711.0815."),
        ("4711-0815", "47 11 08 15"),
        ("4711-0815", "no4711 0815a"),
        ("12.05.2031", "on 12/05/2031"),
        ("12.05.2031", "on 12-05-2031"),
        ("+49 30 1234567", "Tel. +49 (0) 30 or 4930/123 45 67"),
        ("4,500,000", "4500000 euros"),
        ("4500000", "4 500 000 euros, 4,500,000.50"),
        ("Mueller Platz", "müllerplatz"),
        ("Müller Platz", "MuellerPlatz"),
        ("Goethe Mueller", "Göthe Müller"),
    ],
)
def test_a_secret_is_found_run_together_and_however_its_digits_are_grouped(text, said):
    assert finds(text, said, secret=True)
    assert finds(text, said, secret=True, name=True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Harbour Lane 7", "at Harbour Lane 70 and 17"),
        ("Harbour Lane 7", "Harbour Lane 7,000"),
        ("4711-0815", "147110815 and 471108155"),
        ("4500000", "14,500,000 and 4,500,000,000"),
        ("500000", "4,500,000"),
        ("in dispute", "the main dispute"),
        ("12 45", "12345 and 1 245"),
        ("2019", "in 2019"),
        ("Neue", "neu"),
        ("Long", "fur\u00ad\nlong, along, l. o. n."),
        ("Kim Lee", "a kimlee"),
        ("Quiet Lapis", "quiet 12 lapis"),
        ("Quiet Lapis", "lapis quiet"),
    ],
)
def test_a_secret_is_not_found_in_other_words_or_numbers(text, said):
    assert not finds(text, said, secret=True)


def test_what_is_allowed_excuses_other_forms_too():
    assert not finds("Müller Platz", "Mueller Platz", allowed="am Müller Platz")
    assert not finds("the Kazakh", "the Kazakhs", allowed="the Kazakh")
    assert not finds("Kazakh", "Kazakh-led, Kazakh’s", allowed="Kazakh")
    assert not finds("quiet lapis", "quiet\x1f 4\x1f lapis", allowed=f"quiet{GAP}lapis")
    assert finds("the Kazakh", "the Kazakh", allowed="the Kazakhs")


def test_each_place_is_told():
    forbidden = Forbidden((ForbiddenText("Quiet Lapis", WHERE, is_secret=True),), ())
    pages = [fold(text) for text in ("QuietLapisPlan ", "none ", "a Quiet-Lapis-", "\nplan")]
    strand = Strand(pages, lambda index: f"page {index + 1}")

    assert search([strand], needles_for(forbidden)) == [("page 3", 0), ("page 1", 0)]


@pytest.mark.parametrize("secret", [False, True])
@pytest.mark.parametrize("text", ["4\u00a0812\u00a0907", "4,812,907", "4\u202f812\u202f907 sheep"])
def test_a_number_in_groups_is_found_with_spaces_as_files_have_those_that_do_not_break(
    text, secret
):
    said = "They counted 4 812 907 sheep"

    assert finds(text, said, secret=secret)
    assert finds(text, said, secret=True, allowed=said)
    assert not finds(text, said, allowed=said)
    assert not finds(text, said, allowed=said.replace(" 812 ", "\u00a0812\u00a0"))


def test_a_run_of_words_is_found_around_a_number_in_groups():
    assert finds("they took 12\u00a0500 sheep away", "and they took 12 500 sheep away by night")
