"""``briefing trace`` knows where every number of every paper comes from.

Numbers are found by the roles of the structure (`tests.tracing.heard`), which knows nothing of how
the product finds them, and must be the same ones.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

import briefing
from briefing.project import Brief
from briefing.tracing import trace_file
from briefing.tracing.values import Answer
from tests import papers
from tests.provenance.projects import write
from tests.tracing.heard import Label, along_axes, hear, numbers

ROOT = Path(__file__).parents[1]
PROJECTS = {
    "example": ROOT,
    "gallery": ROOT / "examples" / "gallery",
    "closed-door-event": ROOT / "examples" / "closed-door-event",
}
FEW = {
    "example": (
        "country-brief-uzb-eu-institutions",
        "event-report-parliament",
        "policy-paper-nato",
    ),
    "gallery": ("charts", "book"),
    "closed-door-event": ("handout-participants",),
}
_CLASSES = re.compile(r"(under )?[\d.]+(–[\d.]+)?(%)?( and over)?")


@pytest.mark.parametrize("name", PROJECTS)
def test_every_number_of_a_few_papers_is_traced(name, tmp_path):
    briefs = [one for one in papers.opened(PROJECTS[name]).briefs() if one.name in FEW[name]]

    assert len(briefs) == len(FEW[name])
    assert lost(PROJECTS[name], briefs, tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", PROJECTS)
def test_every_number_of_every_paper_is_traced(name, tmp_path):
    briefs = papers.opened(PROJECTS[name]).briefs()

    assert lost(PROJECTS[name], briefs, tmp_path) == []


def test_a_number_without_a_source_is_found(tmp_path):
    section = "---\ntitle: Water\n---\n\nIt has 7 mouths. In May 2020 it had 8 [@kim-2020].\n"
    project = briefing.open(write(tmp_path, section))

    assert lost(tmp_path, project.briefs(), tmp_path / "out") == [
        "brief.pdf: 7 in 'It has 7 mouths.'"
    ]


def test_a_value_of_a_chart_that_is_not_in_the_manifest_is_found():
    labels = [Label("0", 1, 10, 10, 14), Label("5", 1, 10, 20, 14), Label("10 m", 1, 10, 30, 22)]
    value = Label("Kazakhstan 12 m", 1, 40, 26, 90)

    assert _unknown([*labels, value], {"12"}, []) == []
    assert _unknown([*labels, value], set(), []) == ["not traced in a figure: Kazakhstan 12 m"]


def lost(root: Path, briefs: Iterable[Brief], out: Path) -> list[str]:
    """Make papers, and list what is wrong with the origin of their numbers."""
    briefing.open(root).build(out, briefs=briefs, workers=1)
    manifest = json.loads((out / "manifest.json").read_bytes())
    project = yaml.safe_load((root / "content" / "project.yaml").read_text("utf-8"))
    silent = [*project.get("names-with-numbers", []), project["licence"]["name"]]
    wrong = []
    for listed in manifest["files"]:
        answers = trace_file(out / listed["path"])
        heard = hear(out / listed["path"])
        drawn = {one["text"] for one in listed["numbers"] if one["role"] == "figure"}
        told = [
            *_differing(numbers(heard.text, silent), answers),
            *(text for labels in heard.figures for text in _unknown(labels, drawn, silent)),
            *(f"{one.text} in {one.statement!r}" for one in answers if not one.is_traced),
            *(text for one in answers for text in _unfounded(one, root)),
        ]
        wrong += [f"{listed['path']}: {text}" for text in told]
    return wrong


def _differing(found: list[str], answers: tuple[Answer, ...]) -> list[str]:
    """Numbers that stand in a text and not among the answers, or the other way round."""
    asked = [one.text for one in answers if one.role != "figure"]
    known = [each for text in asked for each in numbers(text, ())]
    missing, more = Counter(found) - Counter(known), Counter(known) - Counter(found)
    return [f"not traced: {one}" for one in missing] + [f"not in the text: {one}" for one in more]


def _unknown(labels: list[Label], drawn: set[str], silent: list[str]) -> list[str]:
    """Numbers of a figure that are none of its values, nor along an axis, in a key or a scale."""
    known = {each for text in drawn for each in numbers(text, ())}
    axes = along_axes(labels)
    return [
        f"not traced in a figure: {label.text}"
        for label in labels
        if not set(numbers(label.text, silent)) <= known
        and label not in axes
        and not _is_key(label, labels)
        and not re.fullmatch(r"[\d,]+ km", label.text)
    ]


def _is_key(label: Label, labels: list[Label]) -> bool:
    """Whether it names one of the classes of shades, from "under …" to "… and over"."""
    texts = [one.text for one in labels if _CLASSES.fullmatch(one.text)]
    has_ends = any(map(_begins("under"), texts)) and any(text.endswith("over") for text in texts)
    return has_ends and label.text in texts


def _begins(word: str) -> Callable[[str], bool]:
    return lambda text: text.startswith(word)


def _unfounded(answer: Answer, root: Path) -> list[str]:
    """What the author's own files do not bear out."""
    wrong = []
    for figure in answer.figures:
        file, _, line = figure.input.rpartition(":")
        written = "\n".join((root / file).read_text("utf-8").splitlines()[int(line) - 1 :][:1])
        if figure.place not in written:
            wrong.append(f"{answer.text}: there is no reading of {figure.place} at {figure.input}")
    cited = {each.partition(", ")[0] for each in answer.cited}
    return [*wrong, *(f"{answer.text}: no source {key!r}" for key in sorted(cited - _keys(root)))]


@lru_cache(maxsize=8)
def _keys(root: Path) -> frozenset[str]:
    """Of the project's works."""
    return frozenset(yaml.safe_load((root / "content" / "sources.yaml").read_text("utf-8")))
