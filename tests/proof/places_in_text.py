"""Places for secrets in what is written in Markdown."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model import content as c
from briefing.model import prose as p
from tests.proof.spots import Plant, Planted, Spot, charted, readers_of, row, said, tabled, written
from tests.tailor.build import (
    SOURCES,
    box,
    bullets,
    citation,
    columns,
    conditions,
    definition,
    definitions,
    front_matter,
    heading,
    item,
    link,
    paragraph,
    placed,
    quote,
    reference,
    section,
    sheet,
    words,
)

OPEN = paragraph("Open.")


def _heading(spot: Spot) -> Planted:
    below = paragraph("Below.", line=spot.line + 1, **spot.held)
    return Planted((heading(spot.text, line=spot.line, **spot.held), below))


def _id(spot: Spot) -> Planted:
    below = paragraph("Below.", line=spot.line + 1, **spot.held)
    to_it = spot.closed(reference(spot.slug, line=spot.line))
    head = heading(f"Head {spot.name}", line=spot.line, id=spot.slug, **spot.held)
    return Planted((head, below, *said(to_it, line=spot.line).blocks))


def _cited(spot: Spot, **given: str) -> Planted:
    work = replace(citation("a-2019", spot.line).works[0], **given)
    note = replace(citation("a-2019", spot.line), works=(work,))
    return said(spot.closed(note), line=spot.line)


def _instead_of_a_work(spot: Spot) -> Planted:
    """Words instead of a work that this edition does not have yet."""
    later = replace(SOURCES["a-2019"], key=spot.name, conditions=conditions(since="2030-01-01"))
    note = replace(citation(spot.name, spot.line), otherwise=spot.words)
    found = said(spot.closed(note), line=spot.line)
    return found._replace(parts={"sources": {spot.name: later}})


def _chosen(spot: Spot) -> Planted:
    source = f"'{spot.text}' if audience.key in {readers_of(spot.held)} else 'nothing'"
    return Planted((paragraph(f"Open: {{{{ {source} }}}}.", line=spot.line),))


def _repeated(spot: Spot) -> Planted:
    each = paragraph(
        "Of {{ one }}.", line=spot.line, repeat=f"one in ['{spot.text}', 'x']", **spot.held
    )
    return Planted((each,))


def _shortened(spot: Spot, key: str, long: str) -> Planted:
    made = c.Abbreviation(key, {"en": long, "de": f"{long} auf Deutsch"}, spot.where)
    used = paragraph(f"The {{{{ abbr('{key}') }}}}.", line=spot.line, **spot.held)
    return Planted((used,), {"abbreviations": {key: made}})


def _column(spot: Spot, *texts: str) -> Planted:
    """The first column of a table; the head and one cell."""
    head, cell = texts
    open_one, held = p.ALWAYS, spot.conditions
    return written(
        spot,
        row(cell, "y", line=spot.line),
        head=[row(head, "Open", line=spot.line)],
        columns=(held, open_one),
    )


def _joined(spot: Spot) -> Planted:
    cell = p.Cell(spot.words, spot.where, rows=2)
    high = row("x", "y", line=spot.line, **spot.held)
    low = row("x", "z", line=spot.line + 1, **spot.held)
    rows = replace(high, cells=(cell, high.cells[1])), replace(low, cells=(None, low.cells[1]))
    return written(spot, row("open", "y", line=spot.line), *rows)


def _section(spot: Spot, *, name: str = "", **given: object) -> Planted:
    key = name or spot.name
    shown = {"title": f"Section {spot.name}", **given}
    made = section(key, paragraph("x"), **shown, **spot.held)  # type: ignore[arg-type]
    return Planted((placed("section", key),), {"sections": {key: made}})


def _in_a_section(spot: Spot) -> Planted:
    made = section(spot.name, paragraph(spot.text, line=spot.line))
    return Planted((placed("section", spot.name, **spot.held),), {"sections": {spot.name: made}})


def _placed_chart(spot: Spot) -> Planted:
    made = charted(spot, title=spot.text)
    return made._replace(blocks=(placed("chart", spot.name, **spot.held),))


def _placed_table(spot: Spot) -> Planted:
    made = tabled(spot, title=spot.text)
    return made._replace(blocks=(placed("table", spot.name, **spot.held),))


def _short(spot: Spot) -> Planted:
    shown = [*words("Open"), *apart(spot)]
    text = [paragraph(f"Paragraph {number} of many." * 60) for number in range(8)]
    made = section(spot.name, *text, title=f"Section {spot.name}", short=shown)
    return Planted((placed("section", spot.name),), {"sections": {spot.name: made}})


def apart(spot: Spot) -> tuple[p.Inline, ...]:
    """The secret as a word among others."""
    return (*words(" "), spot.closed(*spot.words), *words(" "))


def _both(spot: Spot) -> tuple[p.Block, ...]:
    return heading("On it", level=1), paragraph(spot.text, line=spot.line)


TEXT: dict[str, Plant] = {
    "paragraph": lambda s: Planted((paragraph(s.text, line=s.line, **s.held),)),
    "paragraph that may go": lambda s: Planted(
        (paragraph(s.text, line=s.line, optional=3, **s.held),)
    ),
    "heading": _heading,
    "id of a heading": _id,
    "list item": lambda s: Planted(
        (bullets(item(OPEN), item(paragraph(s.text, line=s.line), **s.held)),)
    ),
    "list": lambda s: Planted((bullets(item(paragraph(s.text, line=s.line)), **s.held),)),
    "box": lambda s: Planted((box(paragraph(s.text, line=s.line), **s.held),)),
    "quotation": lambda s: Planted((quote(paragraph(s.text, line=s.line), **s.held),)),
    "columns": lambda s: Planted((columns(paragraph(s.text, line=s.line), **s.held),)),
    "sheet": lambda s: Planted((sheet(*_both(s), **s.held),)),
    "front matter": lambda s: Planted((front_matter(*_both(s)[1:], **s.held),)),
    "definition": lambda s: Planted(
        (definitions(definition("Term", paragraph(s.text), **s.held), definition("A", OPEN)),)
    ),
    "term": lambda s: Planted(
        (definitions(definition(s.text, OPEN, line=s.line, **s.held), definition("A", OPEN)),)
    ),
    "span": lambda s: said(s.closed(*s.words), line=s.line),
    "stressed words": lambda s: said(s.closed(p.Emphasis(s.words)), line=s.line),
    "important words": lambda s: said(s.closed(p.Strong(s.words)), line=s.line),
    "note in a span": lambda s: said(
        s.closed(*words("closed"), p.Footnote(s.words, s.where)), line=s.line
    ),
    "note": lambda s: said(s.closed(p.Footnote(s.words, s.where)), line=s.line),
    "words of a link": lambda s: said(
        s.closed(link("https://example.org/", s.text, s.line)), line=s.line
    ),
    "address of a link": lambda s: said(
        s.closed(link(f"https://example.org/{s.slug}", "there", s.line)), line=s.line
    ),
    "words instead of a link": lambda s: said(
        s.closed(replace(link("#nowhere", "there", s.line), otherwise=s.words)), line=s.line
    ),
    "words instead of a reference": lambda s: said(
        s.closed(replace(reference("nowhere", line=s.line), otherwise=s.words)), line=s.line
    ),
    "words before a work": lambda s: _cited(s, prefix=s.text),
    "words behind a work": lambda s: _cited(s, suffix=s.text),
    "place in a work": lambda s: _cited(s, locator=s.text),
    "words instead of a work": _instead_of_a_work,
    "text in an expression": lambda s: said(
        s.closed(*words(f"{{{{ '{s.text}' | capitalize }}}}", s.line)), line=s.line
    ),
    "choice of an expression": _chosen,
    "values of a repeat": _repeated,
    "short form": lambda s: _shortened(s, s.text, f"Long {s.name}"),
    "long form": lambda s: _shortened(s, s.name.upper(), s.text),
    "row": lambda s: written(
        s, row("open", "y", line=s.line), row(s.text, "y", line=s.line + 1, **s.held)
    ),
    "cell over two rows": _joined,
    "column": lambda s: _column(s, "Head", s.text),
    "head of a column": lambda s: _column(s, s.text, "x"),
    "caption of a table in the text": lambda s: written(
        s, row("x", "y", line=s.line), held=s.held, title=s.words
    ),
    "note of a table in the text": lambda s: written(
        s, row("x", "y", line=s.line), held=s.held, note=s.words
    ),
    "placement of a section": _in_a_section,
    "placement of a chart": _placed_chart,
    "placement of a table": _placed_table,
    "section": lambda s: _section(s, title=s.text),
    "short title of a section": _short,
    "name of a section": lambda s: _section(s, name=s.slug),
    "title of the document": lambda s: Planted(said={"title": apart(s)}),
    "subtitle of the document": lambda s: Planted(said={"subtitle": apart(s)}),
    "credit of the project": lambda s: Planted(credit=apart(s)),
}
"""By what they are called."""
