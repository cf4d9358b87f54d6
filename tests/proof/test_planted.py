"""A secret is found wherever it is planted, and nowhere else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import Location, ProofError
from briefing.model.forbidden import Forbidden, ForbiddenText
from briefing.proof import prove
from tests.proof.briefs import VOCABULARY
from tests.proof.planting import PLANTS, clean, written

ALLOWED = "The public part of the report says nothing of it."
WORDS = [word.replace("\u00ad", "") for word in VOCABULARY]
RARE = ("quietly", "harbour", "leased", "at", "dawn", "by", "envoys", "of", "the", "republic")
WHERE = Location("content/sections/closed.md", 7, 3)


def forbid(secret: str) -> Forbidden:
    return Forbidden((ForbiddenText(secret, WHERE),), (ALLOWED,))


def findings(data: bytes, secret: str, *, name: str = "brief.pdf", manifest: str = "") -> list[str]:
    with pytest.raises(ProofError) as caught:
        prove(data, forbid(secret), name=name, manifest=manifest)
    assert secret not in str(caught.value)
    return list(caught.value.findings)


long = st.lists(st.sampled_from(WORDS), min_size=4, max_size=20).flatmap(
    lambda words: st.permutations(RARE[:3]).map(
        lambda rare: " ".join((*rare, *words, *reversed(rare)))
    )
)
short = st.lists(st.sampled_from(RARE), min_size=1, max_size=3, unique=True).map(
    lambda words: " ".join(("Ravenna", *words))
)
secrets = long | short
places = st.sampled_from(sorted(PLANTS))


def _is_found(place: str, secret: str) -> None:
    found = findings(PLANTS[place](secret), secret)

    assert all(line.endswith(f"shows what {WHERE} withholds") for line in found)


@pytest.mark.parametrize("place", PLANTS)
def test_a_secret_is_found_in_every_place(place):
    _is_found(place, "quietly leased the harbour to envoys of the republic")
    _is_found(place, "Ravenna harbour")


@pytest.mark.parametrize(
    "line", ["Shut,83217,83217,,83 thousand", 'Shut,5,83217,"83,217,3"', '"1,5",83217,2020']
)
def test_a_number_is_found_between_the_commas_of_attached_data(line):
    found = findings(PLANTS["attachment"](line), "83217")

    assert all(place.startswith("attachment") for place in found)
    assert found


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(places, secrets)
def test_any_secret_is_found_in_any_place(place, secret):
    _is_found(place, secret)


@pytest.mark.slow
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(places, secrets)
def test_any_secret_is_found_in_any_place_at_length(place, secret):
    _is_found(place, secret)


@settings(max_examples=20, deadline=None)
@given(secrets)
def test_five_words_of_a_secret_are_enough(secret):
    words = secret.split()
    middle = len(words) // 2
    part = " ".join(words[middle - 2 : middle + 3]) if len(words) > 5 else secret

    findings(written(part), secret)


CLEAN = clean()


@given(secrets)
def test_a_file_without_the_secret_passes(secret):
    prove(CLEAN, forbid(secret), name="brief.pdf", manifest='{"pages": 1}')


@given(secrets)
def test_the_name_of_the_file_and_the_manifest_are_searched(secret):
    name = secret.lower().replace(" ", "-") + ".pdf"

    assert findings(CLEAN, secret, name=name) == [f"file name: shows what {WHERE} withholds"]
    manifest = f'{{"title": "{secret.upper()}"}}'
    assert findings(CLEAN, secret, manifest=manifest) == [f"manifest: shows what {WHERE} withholds"]


def test_findings_say_where_and_from_which_place_but_never_what():
    secret = "quietly leased the harbour to envoys of the republic"
    second = ForbiddenText("Ravenna harbour", Location("content/sections/closed.md", 9))
    forbidden = Forbidden((ForbiddenText(secret, WHERE), second), ())
    data = written(secret, outline="Ravenna harbour", data=secret)

    with pytest.raises(ProofError) as caught:
        prove(data, forbidden, name="brief.pdf")
    lines = str(caught.value).splitlines()
    assert lines[0] == "page 1: shows what content/sections/closed.md:7:3 withholds"
    assert [line.partition(" (")[0] for line in lines[1:]] == ["outline", "attachment"]
    assert lines[1].endswith("shows what content/sections/closed.md:9:1 withholds")
    assert "harbour" not in str(caught.value)


def test_where_nothing_is_forbidden_nothing_is_read():
    prove(b"no file at all", Forbidden((), ("anything",)), name="brief.pdf")
