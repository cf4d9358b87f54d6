"""Equal input gives equal bytes: in any hash seed, zone and locale, by any number of processes.

A locale that is not installed is asked for in vain, and then tests no more than a variable does;
tests say which were there with ``pytest -rP``.
"""

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from briefing.model.conformance import CONFORMANCES

ROOT = Path(__file__).parents[1]

MAKE = """
import hashlib, json, locale, sys
import briefing
from briefing import batch

root, documents, countries, names, workers, start, backwards = json.loads(sys.argv[1])
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
project = briefing.open(root)
found = {}
for name in names:
    content = project.with_conformance(name).content
    requests = [one.request for one in project.briefs(documents=documents) if
                one.request.place in (None, "", *countries)]
    requests.sort(key=lambda one: one.name, reverse=backwards)
    for made in batch.build(content, requests, workers=workers, start=start):
        found[f"{made.request.name} {name}"] = hashlib.sha256(made.pdf).hexdigest()
        found[f"{made.request.name} {name} entry"] = repr(made.entry)
print(json.dumps([locale.setlocale(locale.LC_ALL), found]))
"""


class Surroundings(NamedTuple):
    """Where and how papers are made."""

    seed: str
    zone: str
    locale: str
    workers: int = 1
    start: str | None = None
    backwards: bool = False


PLAIN = Surroundings("1", "UTC", "C")
WAYS = [(1, None), (2, "fork"), (2, "spawn")]
ZONES = ["Asia/Tashkent", "America/New_York"]
LOCALES = ["de_DE.UTF-8", "C.UTF-8"]

EVERY = [
    Surroundings(seed, zone, place, *way, backwards)
    for (seed, way), zone, place, backwards in zip(
        itertools.product("123", WAYS),
        itertools.cycle(ZONES),
        itertools.cycle([LOCALES[0], LOCALES[0], LOCALES[1], LOCALES[1]]),
        itertools.cycle([False, True, True]),
        strict=False,
    )
]
"""Every seed with every way to start, and every zone with every locale."""

BRIEFS = ("country-brief", "at-a-glance")


def made(at: Surroundings, root: Path, documents: Any, names: Any) -> dict[str, str]:
    """Hashes of the files, and their entries in the manifest, by name."""
    asked = (str(root), documents, ["TJK"], names, at.workers, at.start, at.backwards)
    run = subprocess.run(
        [sys.executable, "-c", MAKE, json.dumps(asked)],
        env={**os.environ, "PYTHONHASHSEED": at.seed, "TZ": at.zone, "LC_ALL": at.locale,
             "LANG": at.locale},
        capture_output=True, check=True, text=True, cwd=ROOT,
    )  # fmt: skip
    where, found = json.loads(run.stdout)
    print(at, "had", where)  # noqa: T201
    return dict(found)


def test_every_zone_meets_every_locale_and_every_seed_every_way():
    assert len({(one.zone, one.locale) for one in EVERY}) == 4
    assert len({(one.seed, one.workers, one.start) for one in EVERY}) == 9
    assert {one.backwards for one in EVERY} == {False, True}


def test_a_brief_is_the_same_anywhere():
    plain = made(PLAIN, ROOT, BRIEFS[:1], ["ua1+a3a"])

    assert len(plain) == 6
    assert [made(one, ROOT, BRIEFS[:1], ["ua1+a3a"]) for one in (EVERY[4], EVERY[8])] == [plain] * 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("root", "documents"),
    [(ROOT, ("study", *BRIEFS)), (ROOT / "examples" / "gallery", ("figures", "maps", "book"))],
    ids=["project", "gallery"],
)
def test_every_conformance_of_study_briefs_and_gallery_is_the_same_anywhere(root, documents):
    names = list(CONFORMANCES)
    plain = made(PLAIN, root, documents, names)

    assert len(set(plain.values())) == len(plain) >= 2 * 3 * len(names)
    for one in EVERY:
        assert made(one, root, documents, names) == plain
