"""Secrets in every kind of place: in no file they are kept from, found where tailoring fails.

What is said here of files is said by another reader than the proof's: pypdfium2 for the pages,
pikepdf for every string and stream.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec
import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import pipeline
from briefing.errors import ProofError
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.country import Choice
from briefing.model.drawing import Bitmap
from briefing.model.request import Request
from briefing.proof import find_unprovable, forbidden, prove
from briefing.units import Pt
from tests.bitmaps import saved
from tests.proof.test_finished import whole
from tests.proof.test_pictures import scene
from tests.tailor import build
from tests.tailor.build import (
    AUDIENCES,
    MARKINGS,
    SOURCES,
    at,
    attributes,
    bars,
    box,
    bullets,
    chart,
    citation,
    columns,
    conditions,
    data_row,
    definition,
    definitions,
    heading,
    item,
    link,
    own,
    paragraph,
    placed,
    quote,
    section,
    table,
    words,
)

Held = dict[str, Any]


class Planted(NamedTuple):
    """What a secret brings to a project."""

    blocks: tuple[p.Block, ...] = ()
    parts: dict[str, list[Any]] = {}  # noqa: RUF012 (never changed)
    sources: dict[str, Any] = {}  # noqa: RUF012


Plant = Callable[[str, str, int, Held], Planted]


def _spanned(text: tuple[p.Inline, ...], line: int, held: Held) -> Planted:
    closed = p.Span(text, attributes(**held), at(line, 9))
    return Planted((paragraph([*words("Open words before it, "), closed], line=line),))


def _row(text: str, line: int, **held: Any) -> p.Row:
    cells = tuple(p.Cell(words(cell), at(line)) for cell in (text, "y"))
    return p.Row(cells, attributes(**held), at(line))


def _table(line: int, *rows: p.Row, **given: Any) -> Planted:
    made = p.TableBlock(("left", "left"), (_row("x", line),), rows, p.PLAIN, at(line), **given)
    return Planted((made,))


def _columned(text: str, _: str, line: int, held: Held) -> Planted:
    seen = (conditions(**held), p.ALWAYS)
    return _table(line, _row(text, line), columns=seen)


def _charted(name: str, drawn: Any = None, **given: Any) -> Planted:
    made = chart(name, drawn or bars("KAZ", "KGZ"), **{"title": f"Chart {name}", **given})
    return Planted((placed("chart", name),), {"charts": [made]})


def _labelled(text: str, name: str, line: int, held: Held) -> Planted:
    rows = data_row("One", 3), data_row("Two", 4), data_row(text, 5, line=line, **held)
    options, _ = bars("KAZ")
    return _charted(name, (options, own(*rows)))


def _tabled(name: str, **given: Any) -> Planted:
    made = table(name, ("Spending", "mil-exp", "value"), **{"title": f"Table {name}", **given})
    return Planted((placed("table", name),), {"tables": [made]})


def _pictured(name: str, **given: Any) -> Planted:
    made = build.picture(name, **{"credit": "Us", "alt": "A view", **given}, data=saved(scene(1)))
    (one,) = made.image.items
    assert isinstance(one, Bitmap)
    one = replace(one, raster=replace(one.raster, width=64, height=48), width=64.0, height=48.0)
    made = replace(made, image=replace(made.image, items=(one,), width=Pt(64), height=Pt(48)))
    return Planted((placed("picture", name),), {"pictures": [made]})


def _cited(text: str, name: str, line: int, held: Held) -> Planted:
    source = replace(SOURCES["a-2019"], key=name, csl={"id": name, "type": "book", "title": text})
    planted = _spanned((*words("closed words"), citation(name, line)), line, held)
    return planted._replace(sources={name: source})


def _read(text: str, _: str, line: int, held: Held) -> Planted:
    closed = build.reading("deaths", "UZB", 7.0, line=line, **held)
    return Planted(parts={"readings": [replace(closed, doubt=text)]})


def _rivalled(text: str, reason: str, line: int, held: Held) -> Planted:
    year = 1900 + line
    rival = build.reading("deaths", "UZB", 9.0, year, "b-2020", line=line, **held)
    printed = replace(
        build.reading("deaths", "UZB", 7.0, year, line=line),
        rivals=(replace(rival, doubt=text),),
        choice=Choice("a-2019", reason, at(line)),
    )
    figure = paragraph(f"{{{{ figure('deaths', 'UZB', period='{year}') }}}}", line=line)
    return Planted((figure,), {"readings": [printed]})


OPEN = paragraph("Open.")
PLANTS: dict[str, Plant] = {
    "paragraph": lambda t, _, n, h: Planted((paragraph(t, line=n, **h),)),
    "heading": lambda t, _, n, h: Planted(
        (heading(t, line=n, **h), paragraph("Below.", line=n + 1, **h))
    ),
    "list item": lambda t, _, n, h: Planted(
        (bullets(item(paragraph("Open.")), item(paragraph(t, line=n), **h)),)
    ),
    "list": lambda t, _, n, h: Planted((bullets(item(paragraph(t, line=n)), **h),)),
    "box": lambda t, _, n, h: Planted((box(paragraph(t, line=n), **h),)),
    "quotation": lambda t, _, n, h: Planted((quote(paragraph(t, line=n), **h),)),
    "columns": lambda t, _, n, h: Planted((columns(paragraph(t, line=n), **h),)),
    "definition": lambda t, _, n, h: Planted(
        (definitions(definition("Term", paragraph(t, line=n), **h), definition("A", OPEN)),)
    ),
    "span": lambda t, _, n, h: _spanned(words(t), n, h),
    "note": lambda t, _, n, h: _spanned((*words("closed"), p.Footnote(words(t), at(n))), n, h),
    "address of a link": lambda t, _, n, h: _spanned(
        (link(f"https://example.org/{t.replace(' ', '-')}", "there", n),), n, h
    ),
    "title of a cited work": _cited,
    "row": lambda t, _, n, h: _table(n, _row("open", n), _row(t, n + 1, **h)),
    "column": _columned,
    "placement of a section": lambda t, name, n, h: Planted(
        (placed("section", name, **h),), {"sections": [section(name, paragraph(t, line=n))]}
    ),
    "section": lambda t, name, _, h: Planted(
        (placed("section", name),), {"sections": [section(name, paragraph("x"), title=t, **h)]}
    ),
    "title of a chart": lambda t, name, _, h: _charted(name, title=t, **h),
    "note of a chart": lambda t, name, _, h: _charted(name, note=t, **h),
    "alternative text": lambda t, name, _, h: _charted(name, alt=t, **h),
    "row of a chart": _labelled,
    "title of a table": lambda t, name, _, h: _tabled(name, title=t, **h),
    "note of a table": lambda t, name, _, h: _tabled(name, note=t, **h),
    "caption of a picture": lambda t, name, _, h: _pictured(name, title=t, **h),
    "alternative text of a picture": lambda t, name, _, h: _pictured(name, alt=t, **h),
    "reading": _read,
    "rival of a figure": lambda t, _, n, h: _rivalled(t, "Chosen.", n, h),
    "reason of a choice": lambda t, _, n, h: _rivalled("", t, n, h),
}  # fmt: skip
NEVER_PRINTED = ("reading",)
"""Kinds whose words are printed only where something asks for them, as nothing does here."""

HELD: list[Held] = [
    *({"marking": marking} for marking in MARKINGS[1:]),
    {"audiences": ["staff"]}, {"audiences": ["parliament", "staff"]}, {"audiences": ["staff"],
    "marking": "GREEN"},
]  # fmt: skip


class Secret(NamedTuple):
    """Words that nothing else has, the kind of their place, and who may see them."""

    kind: str
    held: Held
    length: int


def text_of(secret: Secret, number: int) -> str:
    """Words of letters alone, which no other secret has."""
    made = [f"zq{chr(97 + number)}{chr(97 + at)}vorn" for at in range(secret.length)]
    return " ".join(made)


def may_see(secret: Secret, audience: str) -> bool:
    """Say it again in one line, apart from the code under test."""
    marked = MARKINGS.index(secret.held.get("marking", "CLEAR"))
    named = secret.held.get("audiences", [audience])
    return audience in named and marked <= MARKINGS.index(AUDIENCES[audience].clearance)


def project_of(secrets: list[Secret]) -> c.Content:
    blocks: list[p.Block] = []
    parts: dict[str, list[Any]] = {"readings": list(build.READINGS)}
    sources: dict[str, Any] = {}
    for number, secret in enumerate(secrets):
        line = 100 * (number + 1)
        name = f"part-{chr(97 + number) * 3}"
        planted = PLANTS[secret.kind](text_of(secret, number), name, line, secret.held)
        blocks += (*planted.blocks, paragraph(f"Open words after number {number}.", line=line + 9))
        sources.update(planted.sources)
        for kind, several in planted.parts.items():
            parts.setdefault(kind, []).extend(several)
    made = whole(*blocks, **parts)
    return replace(made, sources={**made.sources, **sources})


def without_conditions(value: Any) -> Any:
    """The same content with tailoring switched off: everybody gets all of it."""
    if isinstance(value, p.Conditions):
        return p.ALWAYS
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(map(without_conditions, value))
    if isinstance(value, dict):
        return {key: without_conditions(one) for key, one in value.items()}
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        return replace(value, **{name: without_conditions(one) for name, one in fields.items()})
    return value


def opened(made: c.Content) -> c.Content:
    kinds = ("documents", "sections", "charts", "tables", "pictures", "readings", "sources")
    return replace(made, **{kind: without_conditions(getattr(made, kind)) for kind in kinds})


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def said_in(pdf: bytes) -> str:
    """All letters that a file says on its pages and anywhere else, in two libraries' words."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [text for one in opened.objects for text in _strings(one, 0)]
    return "\n".join(map(letters, (*pages, *found)))


def _strings(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, pikepdf.Stream):
        try:
            yield value.read_bytes().decode("latin-1")
        except pikepdf.PdfError:
            yield value.read_raw_bytes().decode("latin-1")
    if isinstance(value, pikepdf.String | pikepdf.Name):
        yield str(value)
    elif depth < 12 and isinstance(value, pikepdf.Array):
        for one in value:
            yield from _strings(one, depth + 1)
    elif depth < 12 and isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, one in value.items():
            yield key
            if not (isinstance(one, pikepdf.Object) and one.is_indirect):
                yield from _strings(one, depth + 1)


def check(secrets: list[Secret]) -> None:
    made = project_of(secrets)
    everything = None
    for audience in AUDIENCES:
        request = Request("brief", "KAZ", audience, "en", "brief-kaz")
        said = said_in(pipeline.make(made, request).pdf)
        withheld = forbidden(made, "brief", place="KAZ", audience=audience, language="en")
        closed = {
            text_of(one, number): one
            for number, one in enumerate(secrets)
            if not may_see(one, audience)
        }
        for number, one in enumerate(secrets):
            text = letters(text_of(one, number))
            if text_of(one, number) in closed:
                assert text not in said
            elif one.kind not in NEVER_PRINTED:
                assert text in said
        unprovable = " ".join(one.text for one in find_unprovable(withheld))
        assert not any(text in unprovable for text in closed)
        wanted = {
            str(text.where)
            for text in withheld.texts
            for words_of_it, one in closed.items()
            if one.kind not in NEVER_PRINTED and words_of_it in text.text.replace("-", " ")
        }
        if everything is None:
            everything = pipeline.make(opened(made), request).pdf
        if wanted:
            with pytest.raises(ProofError) as caught:
                prove(everything, withheld, name="brief-kaz")
            found = "\n".join(caught.value.findings)
            assert [where for where in wanted if f"shows what {where} withholds" not in found] == []
        told = {one.kind for one in closed.values()} - set(NEVER_PRINTED)
        assert len(wanted) >= (1 if told else 0)


secrets = st.lists(
    st.builds(Secret, st.sampled_from(sorted(PLANTS)), st.sampled_from(HELD), st.integers(1, 9)),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("kind", PLANTS)
def test_a_secret_in_any_kind_of_place_is_withheld_and_found(kind):
    check([Secret(kind, {"marking": "AMBER"}, 7), Secret(kind, {"audiences": ["staff"]}, 2)])


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(secrets)
def test_planted_secrets_are_in_no_file_and_the_proof_alone_finds_every_one(planted):
    check(planted)


@pytest.mark.slow
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(secrets)
def test_planted_secrets_are_in_no_file_and_the_proof_alone_finds_every_one_at_length(planted):
    check(planted)


def test_where_nothing_is_marked_nothing_is_refused():
    made = opened(project_of([Secret(kind, HELD[0], 6) for kind in PLANTS]))

    for audience in AUDIENCES:
        withheld = forbidden(made, "brief", place="KAZ", audience=audience, language="en")
        assert withheld.texts == ()
        pipeline.make(made, Request("brief", "KAZ", audience, "en", "brief-kaz"))
