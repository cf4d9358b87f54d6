"""Projects with secrets in them: made for everybody, and with tailoring switched off.

What is said here of files is said by another reader than the proof's: pypdfium2 for the pages,
pikepdf for every string and stream.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

import msgspec
import pikepdf
import pypdfium2
from msgspec.structs import replace

from briefing import pipeline
from briefing.errors import ContentError, ProofError
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.boundaries import Boundaries
from briefing.model.forbidden import Forbidden
from briefing.model.request import Request
from briefing.proof import find_unprovable, forbidden, prove
from tests.proof.places_in_charts import CHARTS
from tests.proof.places_in_parts import PARTS
from tests.proof.places_in_text import TEXT
from tests.proof.spots import Held, Plant, Planted, Spot, may_see
from tests.proof.test_finished import whole
from tests.tailor import build
from tests.tailor.build import AUDIENCES, paragraph, words

PLANTS: dict[str, Plant] = {**TEXT, **PARTS, **CHARTS}
NOT_ASKING = frozenset((
    "title of a closed work", "key of somebody", "name of somebody", "role of somebody",
    "affiliation of somebody", "label of a comparison with a closed work",
    "label of a band of a closed work", "remark of a closed work",
))  # fmt: skip
"""Kinds that carry no ``if``."""

NOT_INSIDE = frozenset((
    *NOT_ASKING, "choice of an expression", "credit of the project", "sheet", "front matter",
    "picture of a sheet", "remarks in a photograph", "remarks in a picture",
    "doubt about a rival", "reason of a choice", "doubt about a reading",
    "place of a reading in its source", "work of a reading",
    "licence of a reading", "further work of a reading", "title of the document",
    "subtitle of the document",
    *(kind for kind in PARTS if "document" in kind), "words for those who took part",
))  # fmt: skip
"""Kinds that stand for themselves, or cannot stand in a section."""

NEVER_UNMARKED = frozenset((
    "column", "head of a column", "label of a column of readings", "group of columns of readings",
    "series of a chart",
))  # fmt: skip
"""Kinds that have no marking of their own where none is written."""

UNSEEN = frozenset((
    "id of a heading", "name of a section", "name of a table", "name of a picture",
    "key of a cited work", "key of somebody", "remarks in a photograph", "remarks in a picture",
))  # fmt: skip
"""Kinds whose words the file does not say to those who may see them either."""


class Secret(NamedTuple):
    """Words that nothing else has, the kind of their place, and who may see them.

    Attributes:
        inside: What is closed is a section around the place, not the place.
    """

    kind: str
    held: Held
    length: int
    inside: bool = False


def text_of(secret: Secret, number: int) -> str:
    """Words of letters alone, which no other secret has."""
    made = [f"zq{chr(97 + number)}{chr(97 + at)}vorn" for at in range(secret.length)]
    return " ".join(made)


def planted(secret: Secret, number: int) -> Planted:
    name = f"part-{chr(97 + number) * 3}"
    held = {} if secret.inside else secret.held
    made = PLANTS[secret.kind](Spot(text_of(secret, number), name, 100 * (number + 1), held))
    if not secret.inside:
        return made
    around = build.section(f"{name}-around", *made.blocks, title="Around it", **secret.held)
    sections = {**made.parts.get("sections", {}), around.id: around}
    placed = (build.placed("section", around.id),)
    return made._replace(blocks=placed, parts={**made.parts, "sections": sections})


def project_of(secrets: list[Secret]) -> c.Content:
    blocks: list[p.Block] = []
    all_of_them = [planted(secret, number) for number, secret in enumerate(secrets)]
    for number, one in enumerate(all_of_them):
        after = paragraph(f"Open words after number {number}.", line=100 * (number + 1) + 50)
        blocks += (*one.blocks, after)
    readings = [*build.READINGS, *(each for one in all_of_them for each in one.readings)]
    project = {
        "credit": sum((one.credit for one in all_of_them), words("By us. ")),
        "boundaries": Boundaries(None, "", "", build.at()),
    }
    made = whole(*blocks, readings=readings, of_project=project)
    brief = made.documents["brief"]
    for field in ("title", "subtitle"):
        more = sum((one.said.get(field, ()) for one in all_of_them), words(f"The {field} "))
        brief = replace(brief, **{field: more})
    made = replace(made, documents={"brief": brief})
    for one in all_of_them:
        for field, parts in one.parts.items():
            made = replace(made, **{field: {**getattr(made, field), **parts}})
    return made


def changed(value: Any, change: Callable[[p.Conditions], p.Conditions]) -> Any:
    """The same content with other conditions."""
    if isinstance(value, p.Conditions):
        return change(value)
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple([changed(one, change) for one in value])
    if isinstance(value, dict):
        return {key: changed(one, change) for key, one in value.items()}
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        return replace(value, **{name: changed(one, change) for name, one in fields.items()})
    return value


CHANGED = (
    "documents", "sections", "charts", "tables", "pictures", "readings", "sources", "people",
)  # fmt: skip


def with_conditions(made: c.Content, change: Callable[[p.Conditions], p.Conditions]) -> c.Content:
    """The same project with other conditions on everything that carries any."""
    project = replace(made.project, credit=changed(made.project.credit, change))
    parts = {kind: changed(getattr(made, kind), change) for kind in CHANGED}
    return replace(made, project=project, **parts)


def opened(made: c.Content) -> c.Content:
    """The same project with tailoring switched off: nothing is kept from anybody."""
    return with_conditions(made, partial(replace, audiences=None, marking=None, when=None))


def closed_by_default(made: c.Content) -> c.Content:
    """The same project where AMBER is what carries no marking, and all else is marked."""

    def mark(held: p.Conditions) -> p.Conditions:
        marking = None if held.marking == "AMBER" else held.marking or "CLEAR"
        return replace(held, marking=marking)

    marked = with_conditions(made, mark)
    return replace(marked, project=replace(marked.project, default_marking="AMBER"))


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def said_in(files: Mapping[str, bytes]) -> str:
    """All letters that files say on their pages and anywhere else, in two libraries' words."""
    return "\n".join((*map(letters, files), *map(_said_in, files.values())))


def _said_in(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = {text for one in opened.objects for text in _strings(one, 0)}
    return "\n".join(map(letters, (*pages, *sorted(found))))


def _strings(value: Any, depth: int) -> Iterator[str]:
    """What an object holds itself; whatever it refers to is among the objects of its file."""
    if isinstance(value, pikepdf.Stream):
        try:
            yield value.read_bytes().decode("latin-1")
        except pikepdf.PdfError:
            yield value.read_raw_bytes().decode("latin-1")
    if isinstance(value, pikepdf.String | pikepdf.Name):
        yield str(value)
    elif depth < 12 and isinstance(value, pikepdf.Array):
        for one in value:
            yield from _inside(one, depth)
    elif depth < 12 and isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, one in value.items():
            yield key
            yield from _inside(one, depth)


def _inside(value: Any, depth: int) -> Iterator[str]:
    if not (isinstance(value, pikepdf.Object) and value.is_indirect):
        yield from _strings(value, depth + 1)


def made_for(made: c.Content, audience: str) -> dict[str, bytes]:
    """Every document that these readers may have, by its file's name."""
    files = {}
    for key, document in made.documents.items():
        place = "KAZ" if document.countries else None
        try:
            files[key] = pipeline.make(made, Request(key, place, audience, "en", key)).pdf
        except ContentError:
            if key == "brief":
                raise
    return files


def withheld_from(made: c.Content, audience: str) -> Forbidden:
    return forbidden(made, "brief", place="KAZ", audience=audience, language="en")


def places_of(secret: Secret, number: int, withheld: Forbidden) -> set[str]:
    """Where the content withholds a secret."""
    text = text_of(secret, number)
    return {
        str(one.where)
        for one in withheld.texts
        if text in one.text.casefold().replace("-", " ").replace("/", " ")
    }


def check(secrets: list[Secret], made: c.Content | None = None) -> None:
    """Make files for all, and prove the file of all that there is for each.

    Args:
        secrets: They are planted.
        made: The project in which they are; without it, the usual one.
    """
    made = made or project_of(secrets)
    everything = made_for(opened(made), "staff")
    told = said_in(everything)
    for audience in AUDIENCES:
        shown = said_in(made_for(made, audience))
        withheld = withheld_from(made, audience)
        closed = []
        for number, one in enumerate(secrets):
            text = letters(text_of(one, number))
            if not may_see(one.held, audience):
                closed.append((one, number))
                assert text not in shown, f"{one.kind} is shown to {audience}"
            elif one.kind not in UNSEEN:
                assert text in shown, f"{one.kind} is kept from {audience}"
        unprovable = " ".join(one.text for one in find_unprovable(withheld))
        assert not any(text_of(*one) in unprovable for one in closed)
        found = "\n".join(findings(everything, withheld))
        for one, number in closed:
            places = places_of(one, number, withheld)
            assert places, f"{one.kind} is not withheld from {audience}"
            if letters(text_of(one, number)) in told:
                is_found = any(f"shows what {where} withholds" in found for where in places)
                assert is_found, f"{one.kind} is not found"
            else:
                assert one.kind in UNSEEN, f"{one.kind} is in no file"


def findings(files: Mapping[str, bytes], withheld: Forbidden) -> list[str]:
    found: list[str] = []
    for name, pdf in files.items():
        try:
            prove(pdf, withheld, name=name)
        except ProofError as error:
            found += error.findings
    return found
