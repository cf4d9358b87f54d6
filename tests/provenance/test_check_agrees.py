"""What ``briefing check`` tells of numbers without a source, before any brief, is so in the briefs.

One goes through the author's words, the other through what readers get; neither knows the other.
"""

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import briefing
from briefing.pipeline import tailored_of
from briefing.provenance import untraced
from tests.provenance.projects import write

NUMBERS = st.sampled_from(
    ["7", "12,500", "3.5%", "16–18%", "$4 billion", "in 2019", "1950", "half", "two thirds",
     "hundreds of tanks", "doubled", "5 May 2020", "an 8th", "{{ figure('water', 'KAZ') }}"]
)  # fmt: skip
WORDS = st.sampled_from(["the river", "lakes (few)", "e.g. dams", "Mr. Kim’s", "of", "Nurek’s dam"])
NOTES = st.sampled_from(["[@kim-2020]", "[@kim-2020; @lee-2021, p. 7]", "^[See [@lee-2021].]"])
LOOKS = st.sampled_from(["{}", "*{}*", "**{}**", "[{}](https://example.org/)", "({})", "“{}”"])
ENDS = st.sampled_from([". ", "; ", ", ", " – ", "? ", ": "])


@st.composite
def sentence(draw):
    pieces = draw(st.lists(st.one_of(NUMBERS, WORDS), min_size=1, max_size=5))
    told = " ".join(draw(LOOKS).format(piece) if "{" not in piece else piece for piece in pieces)
    return told + draw(st.sampled_from(["", "", "{}"])).format(draw(NOTES)) + draw(ENDS)


PARAGRAPHS = st.lists(st.lists(sentence(), min_size=1, max_size=4), min_size=1, max_size=4)
PUT = st.sampled_from(
    [
        "{}\n",
        "- {}\n",
        "## {}\n",
        "> {}\n",
        "| a | b |\n|---|---|\n| {} | more |\n",
        "Term\n:   {}\n",
    ]
)


CHART = "chart: bar\nreadings: water\ncountries: [KAZ, KGZ]\n"
AROUND = ("title", "subtitle", "note")
LINES = st.sampled_from(
    ["", "{value: mean, label: Mean of 61}", "{value: 3, label: Aim of 3, source: lee-2021}"]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(sentence(), min_size=3, max_size=3), LINES)
def test_what_check_tells_of_charts_is_what_readers_get_without_a_source(sentences, line):
    words = [json.dumps(f"It is {one}".strip(), ensure_ascii=False) for one in sentences]
    chart = CHART + "".join(f"{key}: {one}\n" for key, one in zip(AROUND, words, strict=True))
    chart += f"reference: {line}\n" if line else ""
    text = '---\ntitle: Water\n---\n\n{{ chart("lakes") }}\n'
    with tempfile.TemporaryDirectory() as folder:
        project = briefing.open(write(Path(folder), text, **{"charts/lakes.yaml": chart}))
        (brief,) = project.briefs()
        manuscript = tailored_of(project.content, brief.request).manuscript

        early = [one.where for one in project.warnings if one.rule == "uncited"]
        late = [one.where for one in project.check() if one.rule == "uncited"]
        lost = {where for _, where in untraced(manuscript)}
        assert lost.issuperset(early)
        assert not {where.line for where in early} & {where.line for where in late}
        assert {where.line for where in lost} == {where.line for where in (*early, *late)}


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS, st.data())
def test_what_check_tells_is_what_readers_get_without_a_source(paragraphs, data):
    blocks = [data.draw(PUT).format("It is " + "".join(one).strip()) for one in paragraphs]
    text = "---\ntitle: Water\n---\n\n" + "\n".join(blocks)
    with tempfile.TemporaryDirectory() as folder:
        project = briefing.open(write(Path(folder), text))
        (brief,) = project.briefs()
        manuscript = tailored_of(project.content, brief.request).manuscript

        told = [one.where for one in project.warnings if one.rule == "uncited"]
        assert sorted({where for _, where in untraced(manuscript)}) == sorted(set(told))
