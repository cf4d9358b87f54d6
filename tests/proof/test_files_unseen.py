"""Files of which readers see nothing are not named beside their papers."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec.structs import replace

import briefing
from briefing import batch, pipeline
from briefing.model.content import Content
from briefing.model.request import Request
from briefing.proof import forbidden
from tests.tailor.build import (
    at,
    citation,
    content,
    paragraph,
    picture,
    placed,
    reading,
    section,
    span,
    words,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "closed-door-event"
BITS = b"as it is in the file"


def inputs(*names: str, **more: str) -> dict[str, str]:
    return {**{f"content/{name}": "0" * 64 for name in names}, **more}


def unseen(made: Content, audience: str = "public") -> tuple[str, ...]:
    found = forbidden(made, "brief", place="KAZ", audience=audience, language="en")
    return found.files


def in_section(key: str, *blocks, **held):
    return replace(section(key, *blocks, title="Of it", **held), where=here(f"sections/{key}.md"))


def here(file: str):
    return at(file=f"content/{file}")


def with_sections(*sections, blocks=()) -> Content:
    made = content(*blocks, *[placed("section", one.id) for one in sections], sections=sections)
    return replace(made, inputs=inputs(*[f"sections/{one.id}.md" for one in sections]))


def test_a_file_that_is_withheld_whole_is_not_named():
    closed = in_section("minutes-with-the-general", paragraph("Quiet words"), marking="AMBER")
    made = with_sections(closed, in_section("open", paragraph("Open words")))

    assert unseen(made) == ("content/sections/minutes-with-the-general.md",)
    assert unseen(made, "staff") == ()


def test_a_file_of_which_something_may_be_seen_is_named():
    shown = span("open", line=3)
    shown = replace(shown, where=here("sections/half.md"))
    block = replace(paragraph("Quiet words", marking="AMBER"), where=here("sections/half.md"))
    other = replace(paragraph([shown]), where=here("sections/half.md"))

    assert unseen(with_sections(in_section("half", block, other))) == ()


def test_the_files_of_a_withheld_picture_are_not_named():
    closed = picture("talk", data=BITS, marking="RED")
    made = content(pictures=[closed, picture("lake", data=b"other")])
    made = replace(
        made,
        inputs={
            "content/pictures/envoys-in-may.png": hashlib.sha256(BITS).hexdigest(),
            **inputs("pictures/talk.yaml", "pictures/lake.yaml", "pictures/lake.png"),
        },
    )

    assert unseen(made) == ("content/pictures/envoys-in-may.png", "content/pictures/talk.yaml")


def test_a_table_of_readings_that_are_all_withheld_is_not_named():
    closed = reading("deaths", "KAZ", 16204.0, marking="AMBER")
    closed = replace(closed, where=here("readings/a-cable.csv"))
    shown = replace(reading("deaths", "KGZ", 3.0), where=here("readings/deaths.csv"))
    made = content(paragraph("x"), readings=[closed, shown])
    made = replace(made, inputs=inputs("readings/a-cable.csv", "readings/deaths.csv"))

    assert unseen(made) == ("content/readings/a-cable.csv",)


def test_works_that_readers_may_see_keep_their_file_in_the_list():
    quiet = paragraph([*words("See "), citation("c-2021")], marking="AMBER")
    made = content(quiet, paragraph([*words("See "), citation("a-2019")]))
    files = {work.where.file for work in made.sources.values()}
    made = replace(made, inputs=dict.fromkeys(files, "0" * 64))

    assert unseen(made) == ()


def test_the_manifest_counts_what_it_does_not_name():
    project = briefing.open(EXAMPLE)
    every = project.content.inputs
    public, inside = [
        [one for one in pipeline.requests(project.content) if (one.audience == "public") is way]
        for way in (True, False)
    ]

    def listed(requests: list[Request]):
        return batch.manifest(batch.build(project.content, requests), project.content)

    told = listed(public)
    hidden = {"content/documents/handout-participants.md", "content/sections/follow-up.md"}
    assert set(told["inputs"]) == every.keys() - hidden
    whole = "".join(f"{every[path]}  {path}\n" for path in sorted(hidden)).encode()
    assert told["unnamed-inputs"] == {"files": 2, "sha256": hashlib.sha256(whole).hexdigest()}
    assert "follow-up" not in str(told)

    for one in inside:
        if one.audience == "participants":
            assert "unnamed-inputs" not in listed([one])
