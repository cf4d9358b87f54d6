"""``{{ sources() }}`` lists what a paper cites to its own readers, and nothing else."""

import briefing
from tests.provenance.projects import FILES, write

SECTION = """\
---
title: Water
---

It has 7 mouths [@kim-2020, p. 3]. [It has 8 isles [@lee-2021].]{marking=AMBER}

{{ sources() }}
"""
AUDIENCES = "audiences: {public: {name: all, clearance: CLEAR}"
STAFF = f"{AUDIENCES}, staff: {{name: us, clearance: AMBER}}"


def listed(path) -> list[str]:
    """What an audit hears behind the heading of the list."""
    told = [(one.role, one.text) for one in briefing.audit_file(path).text]
    at = told.index(("H2", "Sources"))
    return [text for role, text in told[at + 1 :] if role == "LBody"]


def test_each_reader_gets_the_works_that_their_own_text_cites(tmp_path):
    project = FILES["project.yaml"].replace(AUDIENCES, STAFF)
    root = write(tmp_path, SECTION, **{"project.yaml": project})
    briefing.open(root).build(tmp_path / "out", workers=1)

    assert listed(tmp_path / "out" / "brief-public.pdf") == ["Kim, A., Lakes, P, 2020."]
    assert listed(tmp_path / "out" / "brief-staff.pdf") == [
        "Kim, A., Lakes, P, 2020.",
        "Lee, B., Rivers, P, 2021.",
    ]


def test_sources_of_figures_are_listed_too(tmp_path):
    section = '---\ntitle: Water\n---\n\n{{ figure("water", "KGZ") }}\n\n{{ sources() }}\n'
    briefing.open(write(tmp_path, section)).build(tmp_path / "out", workers=1)

    assert listed(tmp_path / "out" / "brief.pdf") == ["Lee, B., Rivers, P, 2021."]
