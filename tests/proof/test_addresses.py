"""Addresses are read without their percent signs, however often these were put in."""

import pytest

from briefing.errors import Location, ProofError
from briefing.model.forbidden import Forbidden, ForbiddenText
from briefing.proof import find_unprovable, prove
from briefing.proof.addresses import spelt
from tests.proof.planting import PLANTS, clean, written

SECRET = ForbiddenText("Quiet Jäger", Location("content/project.yaml", 3, 1), is_secret=True)
ENCODED = (
    "quiet%20j%C3%A4ger", "quiet%2520j%25C3%25A4ger", "quiet%252520j%2525C3%2525A4ger",
    "Quiet%20J%e4ger", "%51uiet+j%C3%A4ger", "%71%75%69%65%74%20%6A%C3%A4%67%65%72",
)  # fmt: skip


@pytest.mark.parametrize("encoded", ENCODED)
def test_a_secret_is_found_in_an_address_however_often_it_is_encoded(encoded):
    address = f"https://example.org/?q={encoded}&page=2"
    forbidden = Forbidden((SECRET,), ())

    for pdf in (
        PLANTS["address of a link"](encoded),
        written(alt=f"QR code: {address}"),
        written(data=address),
        written(subject=address),
    ):
        with pytest.raises(ProofError):
            prove(pdf, forbidden, name="b.pdf")
    with pytest.raises(ProofError):
        prove(clean(), forbidden, name="b.pdf", manifest=f'"text": "{address}"')


def test_what_an_allowed_address_says_without_its_signs_is_no_leak():
    address = "https://example.org/Security%20and%2520SSR.pdf"
    text = ForbiddenText("and SSR", Location("content/sections/a.md", 3, 1))
    forbidden = Forbidden((text,), (address,))

    prove(written(alt=address), forbidden, name="b.pdf")
    assert [one.text for one in find_unprovable(forbidden)] == ["and SSR"]


def test_a_percentage_is_no_sign_of_an_address():
    assert spelt("Share, %, and 5% of 20 %ofall") == "Share, %, and 5% of 20 %ofall"
