"""The papers around the talk of June 2022: its report, its handout, and the policy paper."""

import re

import pytest

from briefing.model.page import PlacedLine
from briefing.project import Brief, Project
from tests.layout.invariants import broken, lonely
from tests.papers import fitted, opened, pages, text
from tests.test_briefs import ROOT, named

AUDIENCES = {
    "event-report": {"public", "parliament", "eu-institutions"},
    "event-handout": {"public", "eu-institutions", "nato"},
    "policy-paper": {"public", "eu-institutions", "nato"},
}
PAGES = {"event-report": (2, 3), "event-handout": (2, 2), "policy-paper": (4, 8)}
BRIEFS = list(opened(ROOT).briefs(documents=list(AUDIENCES)))

ON_RECORD = {"Michael Gahler", "Janne Leino", "Constantin Knuhr", "Farkhod Aminjonov"}
OF_BODIES = {"Abu", "Dhabi", "Zayed", "Neighbourhood", "Council"}
UNSAID = ("note", "running", "figure", "band-kicker", "imprint")
"""How roles begin in which works, figures and the paper itself are named."""


@pytest.fixture(scope="module")
def project() -> Project:
    return opened(ROOT)


def words_of(brief: Brief) -> str:
    """What is said on its pages, without notes and without what repeats on each."""
    return " ".join(" ".join(lines_of(brief)).split())


def lines_of(brief: Brief) -> list[str]:
    return [
        "".join(run.text for run in item.runs)
        for page in pages(brief).pages
        for item in page.items
        if isinstance(item, PlacedLine) and not item.role.startswith(UNSAID)
    ]


def common_words(project: Project) -> set[str]:
    """Words that stand somewhere in small letters, and those of titles, bodies and places."""
    texts = [
        re.sub(r"@[\w-]+|https?://\S+|person\([^)]*\)", "", path.read_text("utf-8"))
        for path in (ROOT / "content").glob("*/*.md")
    ]
    words = {word.capitalize() for text in texts for word in re.findall(r"\b[a-z][a-z]+", text)}
    named = [
        str(source.csl.get(field, ""))
        for source in project.content.sources.values()
        for field in ("title", "publisher", "container-title")
    ]
    named += [name for place in project.content.places.values() for name in place.names.values()]
    return words | OF_BODIES | {word for text in named for word in re.findall(r"\w+", text)}


def test_each_paper_is_made_for_its_own_audiences_and_no_other():
    made = {document: set() for document in AUDIENCES}
    for brief in BRIEFS:
        made[brief.request.document].add(brief.request.audience)

    assert made == AUDIENCES
    assert len(BRIEFS) == 9


def test_nato_gets_no_paper_that_does_not_name_it(project):
    papers = {brief.request.document for brief in project.briefs(audiences=["nato"])}

    assert papers == {"event-handout", "policy-paper"}


@pytest.mark.parametrize("brief", BRIEFS, ids=named)
def test_each_builds_soundly_and_within_its_pages(brief):
    whole = fitted(brief)
    least, most = PAGES[brief.request.document]

    assert brief.pdf().startswith(b"%PDF-")
    assert broken(whole.flow, whole.pages) == []
    assert lonely(whole.flow, whole.pages) == []
    assert least <= len(whole.pages.pages) <= most


@pytest.mark.parametrize("brief", BRIEFS, ids=named)
def test_no_last_page_is_nearly_empty(brief):
    every = pages(brief).pages
    lines = [item for item in every[-1].items if isinstance(item, PlacedLine)]

    assert len(lines) >= 25


@pytest.mark.parametrize("audience", sorted(AUDIENCES["event-report"]))
def test_the_closed_door_report_names_nobody_but_host_organiser_and_authors(project, audience):
    lines = lines_of(project.brief("event-report", audience=audience))
    lines = lines[: lines.index("To read on")]
    spans = [
        re.split("[ -]", span)
        for line in lines
        for span in re.findall(r"[A-Z]\w+(?:[ -](?:v[ao]n |de[rn]? )*[A-Z]\w+)+", line)
    ]
    common = common_words(project)
    kept = [[word for word in span if word not in common] for span in spans]
    people = {" ".join(words) for words in kept if len(words) > 1}

    assert people == ON_RECORD


@pytest.mark.parametrize("audience", sorted(AUDIENCES["event-report"]))
def test_what_was_said_in_the_talk_is_laid_to_nobody_but_the_closing_remarks(project, audience):
    said = words_of(project.brief("event-report", audience=audience))
    sayings = re.findall(r"(\w+ \w+) (?:said|argued|stressed|warned|asked|replied|told)\b", said)

    assert [name for name in sayings if name.istitle()] == []
    assert "Janne Leino closed the talk for the organiser" in said


def test_doubtful_figures_of_the_talk_stand_in_a_note_with_their_base_or_nowhere():
    for brief in BRIEFS:
        whole = text(brief)
        said = words_of(brief)

        assert "80%" not in whole
        assert "20%" not in said
        if brief.request.document == "event-report":
            assert "up to 20% of the arms imports of some countries" in " ".join(whole.split())


def test_the_report_has_its_working_points_only_for_readers_cleared_for_them(project):
    reports = {
        audience: words_of(project.brief("event-report", audience=audience))
        for audience in AUDIENCES["event-report"]
    }
    shown = {audience for audience, said in reports.items() if "Points to follow up" in said}

    assert shown == {"parliament", "eu-institutions"}


def test_the_policy_paper_answers_each_audience_apart(project):
    papers = {
        audience: words_of(project.brief("policy-paper", audience=audience))
        for audience in AUDIENCES["policy-paper"]
    }

    def those_with(words: str) -> set[str]:
        return {audience for audience, said in papers.items() if words in said}

    assert those_with("Recommendations, by addressee") == AUDIENCES["policy-paper"]
    assert those_with("The plan that stays in the drawer") == {"eu-institutions", "nato"}
    assert those_with("What this means for NATO") == {"nato"}
    assert those_with("What this means for the EU institutions") == {"eu-institutions"}
    assert those_with("Why this is not a matter for governments alone") == {"public"}


def test_the_policy_paper_takes_up_all_eighteen_recommendations_of_the_study(project):
    said = words_of(project.brief("policy-paper", audience="public"))
    start = said.index("Recommendations, by addressee")
    advice = said[start : said.index("Why this is not", start)]
    taken = {int(number) for group in re.findall(r"\(([\d, ]+)\)", advice)
             for number in group.split(",")}  # fmt: skip

    assert taken == set(range(1, 19))


def test_the_handout_has_five_figures_a_map_a_code_and_a_reading_list_of_cited_works(project):
    brief = project.brief("event-handout", audience="public")
    items = [item for page in pages(brief).pages for item in page.items]
    facts = [item for item in items if isinstance(item, PlacedLine) and item.role == "fact-value"]
    alts = [item.drawing.alt for item in items if hasattr(item, "drawing")]
    text = (ROOT / "content/sections/event-reading.md").read_text("utf-8")
    links = re.findall(r"\]\((https?://[^)]+)\)", text)
    known = {source.csl.get("URL") for source in project.content.sources.values()}

    assert len(facts) == 5
    assert [alt.partition(":")[0] for alt in alts if alt] == [
        "Map", "QR code that opens the study on the web, at https",
    ]  # fmt: skip
    assert len(re.findall("^- ", text, re.MULTILINE)) == 6
    assert set(links) <= known
