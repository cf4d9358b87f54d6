"""A work excuses the name of its author only in papers that may cite it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.errors import ProofError
from briefing.model import content as c
from briefing.proof import prove
from tests.proof.planting import written
from tests.proof.test_forbid import asked
from tests.proof.test_people import NEUTRAL, person
from tests.tailor.build import (
    READINGS,
    SOURCES,
    citation,
    content,
    paragraph,
    placed,
    reading,
    section,
    words,
)

ZORA = person("Zora Quillon")
WORK = replace(
    SOURCES["a-2019"],
    key="quillon-2020",
    csl={
        "id": "quillon-2020",
        "type": "book",
        "title": "Lakes and their names",
        "author": [{"given": "Zora", "family": "Quillon"}],
    },
)
CITING = paragraph([*words("As was said"), citation("quillon-2020"), *words(".")])


def holding(*blocks, **parts) -> c.Content:
    made = content(*blocks, **parts)
    document = replace(made.documents["brief"], neutral=NEUTRAL)
    return replace(
        made,
        people={ZORA.key: ZORA},
        documents={**made.documents, "brief": document},
        sources={**made.sources, WORK.key: WORK},
    )


def refuses(made: c.Content, *, place: str | None = "KAZ") -> bool:
    forbidden = asked(made, place=place)
    try:
        prove(written("Zora Quillon"), forbidden, name="brief.pdf")
    except ProofError:
        return True
    return False


def test_a_paper_that_cites_the_work_may_name_its_author():
    assert not refuses(holding(CITING))
    assert refuses(holding(paragraph("Nothing.")))


def test_a_work_that_another_paper_cites_excuses_nobody():
    made = holding(paragraph("Nothing."))
    other = replace(made.documents["brief"], id="sheet", neutral=None, blocks=(CITING,))

    assert refuses(replace(made, documents={**made.documents, "sheet": other}))


@pytest.mark.parametrize("held", [{"countries": ["KGZ"]}, {"languages": ["de"]}])
def test_a_work_that_is_cited_for_others_excuses_nobody(held):
    one = section("there", CITING, title="There", **held)
    made = holding(placed("section", "there"), sections=[one])

    assert refuses(made)
    if "countries" in held:
        assert not refuses(made, place="KGZ")


def of_figure(*blocks) -> c.Content:
    figures = [*READINGS, reading("aid", "KAZ", 12.5, 2019, source=WORK.key)]
    return holding(*blocks, readings=figures)


def test_the_source_of_a_figure_excuses_its_author_only_where_the_figure_is_asked_for():
    assert refuses(of_figure(paragraph("Nothing was said.")))
    assert not refuses(of_figure(paragraph("It is {{ figure('aid') }}.")))
