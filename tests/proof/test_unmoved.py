"""Whatever withheld items say, and whether they are there, moves nothing in the files of others.

Not one byte: no width, number, rank, scale, order, date or size of what readers get follows from
what they may not see. Only where a reading is asked for by its period do they learn that one is
withheld, because "no data" is said of nothing that somebody has.
"""

from __future__ import annotations

from collections.abc import Iterable
from unittest import mock

import pytest

from briefing import pipeline
from briefing.model import content as c
from briefing.model.request import Request
from tests.proof import everywhere
from tests.proof.everywhere import NOT_INSIDE, PLANTS, Secret, planted, project_of
from tests.proof.spots import Planted
from tests.proof.test_everywhere import together
from tests.tailor.build import AUDIENCES

HELD = ({"marking": "AMBER"}, {"audiences": ["staff"]})
OTHERS = [audience for audience in AUDIENCES if audience != "staff"]
NAMED = "name of another document"  # which has to be asked for by its name


def made(content: c.Content, audience: str) -> tuple[bytes, dict[str, object]]:
    """The file, and all that its manifest tells but for the number of what is withheld."""
    request = Request("brief", "KAZ", audience, "en", "brief")
    one = pipeline.make(content, request)
    return one.pdf, {key: value for key, value in one.entry.items() if key != "withheld"}


def saying_other_words(secrets: list[Secret]) -> c.Content:
    def text_of(_: Secret, number: int) -> str:
        return f"moxd {chr(97 + number)}lid wem"

    with mock.patch.object(everywhere, "text_of", text_of):
        return project_of(secrets)


def without(secrets: list[Secret]) -> c.Content:
    def nothing(secret: Secret, number: int) -> Planted:
        one = planted(secret, number)
        return one._replace(blocks=(), parts={}, readings=(), credit=(), said={})

    with mock.patch.object(everywhere, "planted", nothing):
        return project_of(secrets)


def secrets_of(kinds: Iterable[str], *, inside: bool) -> list[Secret]:
    return [Secret(kind, held, 7, inside) for kind in kinds for held in HELD]


@pytest.mark.parametrize("kinds", together(sorted(PLANTS.keys() - {NAMED})), ids=", ".join)
def test_other_withheld_words_give_the_same_files(kinds):
    secrets = secrets_of(kinds, inside=False)
    some, other = project_of(secrets), saying_other_words(secrets)

    for audience in OTHERS:
        assert made(some, audience) == made(other, audience)


@pytest.mark.parametrize("kinds", together(sorted(PLANTS.keys() - NOT_INSIDE)), ids=", ".join)
def test_files_are_the_same_without_what_is_withheld(kinds):
    secrets = secrets_of(kinds, inside=True)
    some, none = project_of(secrets), without(secrets)

    for audience in OTHERS:
        assert made(some, audience) == made(none, audience)
