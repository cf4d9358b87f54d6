"""Two opinions on random documents: what is printed is not forbidden, what is withheld is."""

import pytest
from hypothesis import given, settings

from briefing.model import prose as p
from briefing.proof import forbidden
from briefing.proof.search.needles import needles_for
from tests.tailor.build import AUDIENCES, MARKINGS, content, tailored
from tests.tailor.test_properties import BRIEFS, Brief, Tree, holds, trees


def withholds(held: p.Conditions, brief: Brief) -> bool:
    """Say it again in one line, apart from the code under test."""
    rank = MARKINGS.index(held.marking or brief.default)
    closed = rank > MARKINGS.index(AUDIENCES[brief.audience].clearance)
    return closed or (held.audiences is not None and brief.audience not in held.audiences)


def check(tree: Tree, brief: Brief) -> None:
    if not holds(p.ALWAYS, brief):
        return
    given = {"default_marking": brief.default}
    made = content(*tree.blocks, sections=tree.sections, pictures=tree.pictures, of_project=given)
    printed = repr(tailored(made, brief.place, brief.audience, brief.language).manuscript)
    found = forbidden(
        made, "brief", place=brief.place, audience=brief.audience, language=brief.language
    )

    needles = needles_for(found)
    searched = {" ".join(needle) for needle in needles.runs}
    searched |= {" ".join(short) for several in needles.shorts.values() for short in several}
    texts = " ".join(text.text for text in found.texts)
    for word, around in tree.around.items():
        if not word.startswith("word"):
            continue
        in_needle = f"word {word.removeprefix('word')}"
        if word in printed:
            assert not [needle for needle in searched if in_needle in needle]
        assert (word in texts) is any(withholds(each, brief) for each in around)


@given(trees(), BRIEFS)
@settings(max_examples=60, deadline=None)
def test_what_is_printed_is_not_forbidden_and_what_is_withheld_is(tree, brief):
    check(tree, brief)


@pytest.mark.slow
@given(trees(), BRIEFS)
@settings(max_examples=2_000, deadline=None)
def test_what_is_printed_is_not_forbidden_and_what_is_withheld_is_often(tree, brief):
    check(tree, brief)
