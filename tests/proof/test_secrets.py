"""Words that a project declares to be secret are in no file, whatever the content says."""

from __future__ import annotations

import pytest

from briefing.errors import Location, ProofError
from briefing.model import content as c
from briefing.model.forbidden import Forbidden, ForbiddenText
from briefing.proof import find_unprovable, prove
from tests.proof.planting import PLANTS, clean, written
from tests.proof.test_forbid import asked
from tests.tailor.build import at, conditions, content, paragraph

WHERE = Location("content/project.yaml", 30, 5)


def declaring(*secrets: c.Secret, said: str = "x") -> c.Content:
    return content(paragraph(said), of_project={"secrets": secrets})


def secrets_of(made: c.Content, audience: str) -> list[str]:
    return [text.text for text in asked(made, audience=audience).texts if text.is_secret]


@pytest.mark.parametrize(
    ("held", "audience", "is_withheld"),
    [
        (None, "public", True),
        (None, "staff", True),
        ({"audiences": ["staff"]}, "public", True),
        ({"audiences": ["staff"]}, "staff", False),
        ({"marking": "GREEN"}, "public", True),
        ({"marking": "GREEN"}, "parliament", False),
    ],
)
def test_a_secret_is_kept_from_those_who_may_not_know_it(held, audience, is_withheld):
    secret = c.Secret("Quiet Lapis", conditions(**held) if held is not None else None, at())

    assert secrets_of(declaring(secret), audience) == (["Quiet Lapis"] if is_withheld else [])


def test_what_an_allowed_text_says_excuses_no_secret():
    secret = c.Secret("Quiet Lapis", None, at())
    made = declaring(secret, said="All of it is called Quiet Lapis by those who know.")

    with pytest.raises(ProofError):
        prove(written("quiet lapis"), asked(made), name="brief.pdf")
    assert find_unprovable(asked(made)) == ()


@pytest.mark.parametrize("place", PLANTS)
def test_a_secret_is_found_in_every_place_also_where_the_text_is_allowed(place):
    forbidden = Forbidden(
        (ForbiddenText("Quiet Lapis", WHERE, is_secret=True),), ("It is called Quiet Lapis.",)
    )

    with pytest.raises(ProofError) as caught:
        prove(PLANTS[place]("quiet lapis"), forbidden, name="brief.pdf")
    assert "lapis" not in str(caught.value).casefold()


@pytest.mark.parametrize("name", ["quiet-lapis", "quiet_lapis", "QuietLapis2022", "quietlapis"])
def test_a_secret_is_found_in_names_however_its_words_are_joined(name):
    forbidden = Forbidden((ForbiddenText("Quiet Lapis", WHERE, is_secret=True),), ())

    with pytest.raises(ProofError):
        prove(PLANTS["address of a link"](name), forbidden, name="b.pdf")
    with pytest.raises(ProofError):
        prove(clean(), forbidden, name=f"{name}.pdf")
    with pytest.raises(ProofError):
        prove(clean(), forbidden, name="b.pdf", manifest=f'{{"path": "{name}.yaml"}}')


def test_a_secret_of_many_words_is_found_by_five_of_them():
    secret = "the minister agreed to lease the quiet harbour"
    forbidden = Forbidden((ForbiddenText(secret, WHERE, is_secret=True),), (f"Open: {secret}.",))

    with pytest.raises(ProofError):
        prove(written("agreed to lease the quiet"), forbidden, name="brief.pdf")
    prove(written("agreed to lease the harbour"), forbidden, name="brief.pdf")
