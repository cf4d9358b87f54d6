"""The same words in an open place and a closed one of each kind refuse no build."""

from __future__ import annotations

import pytest

from tests.proof import everywhere
from tests.proof.everywhere import PLANTS, Secret, made_for, project_of
from tests.proof.spots import Spot

NAMING = ("key of somebody",)
"""Kinds that cannot be open and closed at once: whoever may be named, may be named."""

WORDS = "zqavorn zqbvorn"


@pytest.mark.parametrize("kind", sorted(PLANTS.keys() - NAMING))
def test_what_an_open_place_says_refuses_no_build(monkeypatch, kind):
    def planted(secret, number):
        return PLANTS[kind](Spot(WORDS, f"part-{number}", 100 * (number + 1), secret.held))

    monkeypatch.setattr(everywhere, "planted", planted)
    made = project_of(
        [
            Secret(kind, {}, 1),
            Secret(kind, {"marking": "GREEN"}, 1),
        ]
    )

    assert "brief" in made_for(made, "public")
