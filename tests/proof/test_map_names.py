"""Names that maps print of themselves are no leak where readers may see the map."""

import pytest
from msgspec.structs import replace

from briefing.errors import ProofError
from briefing.model import chart_spec as s
from briefing.model import content as c
from briefing.model.boundaries import Boundaries
from briefing.proof import find_unprovable, prove
from tests.proof.planting import written
from tests.proof.test_forbid import asked
from tests.tailor.build import (
    SOURCES,
    at,
    chart,
    citation,
    content,
    heading,
    paragraph,
    placed,
    words,
)


def beside_a_map(withheld: str, **held) -> c.Content:
    locator = chart("here", (s.LocatorOptions("country"), None), title="Here", **held)
    boundaries = Boundaries(None, "", "", at())
    return content(
        placed("chart", "here"),
        heading(withheld, marking="AMBER"),
        charts=[locator],
        of_project={"boundaries": boundaries},
    )


def refuses(made: c.Content, text: str, language: str = "en") -> bool:
    try:
        prove(written(alt=text), asked(made, language=language), name="brief.pdf")
    except ProofError:
        return True
    return False


@pytest.mark.parametrize("name", ["Mongolia", "Shymkent", "Black Sea", "Aral Sea", "Türkiye"])
def test_a_name_on_a_map_is_told_to_authors_and_refuses_no_build(name):
    made = beside_a_map(name)

    assert not refuses(made, name)
    assert name in [one.text for one in find_unprovable(asked(made))]


def test_a_name_is_one_of_the_language_of_the_map():
    assert not refuses(beside_a_map("Mongolei"), "Mongolei", "de")
    assert refuses(beside_a_map("Mongolei"), "Mongolei", "en")


@pytest.mark.parametrize("held", [{"marking": "AMBER"}, {"countries": ["KGZ"]}])
def test_a_map_that_is_not_there_excuses_no_name(held):
    assert refuses(beside_a_map("Mongolia", **held), "Mongolia")


def test_more_than_a_name_is_found_beside_a_map():
    assert refuses(beside_a_map("Leave Mongolia"), "leave Mongolia")


def test_a_publisher_of_a_withheld_work_may_be_a_name_on_a_map():
    csl = {"id": "w", "type": "book", "title": "A title of its own", "publisher-place": "Shymkent"}
    made = beside_a_map("Words that are withheld")
    work = replace(SOURCES["a-2019"], key="w", csl=csl)
    citing = paragraph([*words("It is said"), citation("w")], marking="AMBER")
    brief = made.documents["brief"]
    brief = replace(brief, blocks=(*brief.blocks, citing))
    made = replace(made, sources={**made.sources, "w": work}, documents={"brief": brief})

    assert not refuses(made, "Shymkent")
    assert refuses(made, "A title of its own")
