"""Where words were left out of a line, its file is what it would be had they never been written."""

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

import briefing
from briefing import pipeline
from tests.provenance.projects import write

PIECE = st.sampled_from(
    [
        "lakes",
        "(few)",
        "**dams**",
        "*Nurek*",
        "**tall [@lee-2021]**",
        "[a page](https://example.org/)",
        "rivers^[A note.]",
        "floods [@lee-2021]",
        "{{ figure('water', 'KAZ') }}",
        "canals: deep",
    ]
)
LINES = st.lists(PIECE, min_size=1, max_size=6)
HELD = "[Kept *back*]{marking=AMBER}"


def pdf_of(line):
    with tempfile.TemporaryDirectory() as folder:
        text = f"---\ntitle: Water\n---\n\nIt has {line}, and more.\n"
        project = briefing.open(write(Path(folder), text))
        (brief,) = project.briefs()
        return pipeline.make(project.content, brief.request).pdf


@settings(max_examples=60, deadline=None)
@example(["rivers^[A note.]", "lakes"], [1])
@example(["floods [@lee-2021]", "lakes"], [1])
@given(LINES, st.lists(st.integers(0, 6), min_size=1, max_size=2))
def test_a_gap_in_a_line_is_not_seen_in_the_file(pieces, places):
    kept = list(pieces)
    for place in sorted(places, reverse=True):
        kept.insert(min(place, len(kept)), HELD)

    assert pdf_of(" ".join(kept)) == pdf_of(" ".join(pieces))
