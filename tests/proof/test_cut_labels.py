"""Words of charts that are too wide for their room are cut, and found as what they are."""

import pytest

from briefing.charts.lettering.labels import fold, set_block
from briefing.errors import Location, ProofError
from briefing.model.forbidden import Forbidden, ForbiddenText
from briefing.proof import prove
from tests.pdf.primitives import drawing, written
from tests.pdf.typesetter import FAMILIES, LABEL, Desk

FONTS = Desk(dict(FAMILIES)).fonts
WORDS = {
    "letters": "Xqzxqzvkqz" * 16,
    "accents": "Äöüßéèx" * 12,
    "an address": "www.example.org/" + "quietlapisharbour" * 10,
    "an address of mail": "quiet.lapis.harbour@intergovernmental-organisation.example.org",
    "digits": "4812907365" * 12,
    "groups": "4\u00a0812\u00a0907\u00a0365",
    "narrow groups": "4\u202f812\u202f907\u202f365",
    "a name of a program": "_".join(["quiet", "lapis", "harbour"] * 9),
    "hyphens": "-".join(["quiet", "lapis", "harbour"] * 9),
}


@pytest.mark.parametrize("is_secret", [False, True])
@pytest.mark.parametrize("room", [28.0, 44.0, 75.0, 130.0])
@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS.keys())
def test_a_word_that_is_cut_in_a_chart_is_found(word, room, is_secret):
    block = fold(f"They leased {word}, at dawn", LABEL, room, FONTS)
    data = written(drawing(*set_block(block, 10, 100, FONTS)))
    withheld = ForbiddenText(word, Location("content/a.md", 3), is_secret=is_secret)

    with pytest.raises(ProofError):
        prove(data, Forbidden((withheld,), ()), name="brief.pdf")


def test_numbers_are_parted_between_their_groups():
    assert fold("4\u00a0812\u00a0907\u00a0365", LABEL, 28.0, FONTS).lines == (
        "4\u00a0812\u00a0",
        "907\u00a0365",
    )
