"""Places for secrets in tables of readings, pictures, works, people, and other documents."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from msgspec.structs import replace
from PIL import Image, PngImagePlugin

from briefing.load.pictures.codes import draw_code
from briefing.model import content as c
from briefing.model.country import Choice, Indicator
from briefing.model.drawing import Bitmap, Label, Raster
from briefing.model.people import Person
from briefing.units import Pt
from tests.bitmaps import saved
from tests.proof.spots import Held, Plant, Planted, Spot, said, tabled, work
from tests.proof.test_pictures import scene
from tests.tailor import build
from tests.tailor.build import (
    at,
    citation,
    heading,
    paragraph,
    placed,
    sheet,
    words,
)

# --- tables and readings -------------------------------------------------------------------------


def _column(spot: Spot, **given: Any) -> Planted:
    made = c.TableColumn(words("Deaths"), "deaths", "value", spot.where)
    return tabled(spot, replace(made, conditions=spot.conditions, **given))


def _reading(spot: Spot, **given: Any) -> Planted:
    """A reading of its own indicator, which a paragraph prints."""
    indicator = Indicator(spot.name, f"Deaths of {spot.name}", "", "deaths", 0, spot.where)
    closed = build.reading(spot.name, "KAZ", 7.0, line=spot.line, **spot.held)
    printed = f"Of them {{{{ figure('{spot.name}') }}}}."
    return Planted(
        (paragraph(printed, line=spot.line + 1, when=f"has('{spot.name}')"),),
        {"indicators": {spot.name: indicator}},
        (replace(closed, **given),),
    )


def _contested(spot: Spot, *, reason: str = "", **given: Any) -> Planted:
    """An open reading, printed, with a closed rival of another source."""
    indicator = Indicator(spot.name, f"Deaths of {spot.name}", "", "deaths", 0, spot.where)
    rival = build.reading(spot.name, "KAZ", 9.0, source="b-2020", line=spot.line, **spot.held)
    printed = replace(
        build.reading(spot.name, "KAZ", 7.0, line=spot.line),
        rivals=(replace(rival, **given),),
        choice=Choice("a-2019", reason, spot.where),
    )
    return Planted(
        (paragraph(f"Of them {{{{ figure('{spot.name}') }}}}.", line=spot.line + 1),),
        {"indicators": {spot.name: indicator}},
        (printed,),
    )


def _work_of_a_reading(spot: Spot, **given: Any) -> Planted:
    """A work of which only a closed reading is taken."""
    planted = _reading(spot, **given)
    made = work(spot, key=spot.slug, title=spot.text)
    return planted._replace(parts={**planted.parts, "sources": {made.key: made}})


# --- pictures ------------------------------------------------------------------------------------


def _picture(spot: Spot, *, held: Held | None = None, name: str = "", **given: Any) -> Planted:
    name = name or spot.name
    shown = {"credit": "Us", "alt": f"A view of {name}", **given}
    made = build.picture(
        name, **shown, data=saved(scene(1)), **(spot.held if held is None else held)
    )
    (one,) = made.image.items
    assert isinstance(one, Bitmap)
    one = replace(one, raster=replace(one.raster, width=64, height=48), width=64.0, height=48.0)
    made = replace(made, image=replace(made.image, items=(one,), width=Pt(64), height=Pt(48)))
    return _showing(made)


def _showing(made: c.PictureSpec) -> Planted:
    return Planted((placed("picture", made.id),), {"pictures": {made.id: made}})


def _on_a_sheet(spot: Spot) -> Planted:
    planted = _picture(spot, name=spot.slug, title=spot.text)
    sheets = sheet(heading("On it", level=1), picture=spot.slug, line=spot.line, **spot.held)
    return planted._replace(blocks=(sheets, *planted.blocks))


def _labelled(spot: Spot) -> Planted:
    planted = _picture(spot)
    (made,) = planted.parts["pictures"].values()
    style = next(iter(styles_of_labels()))
    label = Label(spot.text, 2.0, 20.0, style)
    return _showing(replace(made, image=replace(made.image, items=(label,), width=Pt(300))))


def styles_of_labels() -> list[Any]:
    """The style of labels, which is a stage's own; late, for it opens fonts."""
    from tests.pdf.typesetter import LABEL

    return [LABEL]


def _code(spot: Spot) -> Planted:
    address = f"https://example.org/{spot.slug}"
    planted = _picture(spot, alt=f"QR code of the address {address}", note=address)
    (made,) = planted.parts["pictures"].values()
    return _showing(replace(made, image=draw_code(made.id, address, spot.where), code=address))


def with_remarks(text: str, kind: str) -> bytes:
    """A picture whose file says something in every place where files of its kind can."""
    file = BytesIO()
    held = Image.Exif()
    held[0x010E], held[0x013B] = text, text
    held[0x9C9B] = text.encode("utf-16-le")
    held[0x8825] = {0x1B: text.encode(), 0x1D: text}
    if kind == "JPEG":
        xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{text}</x:xmpmeta>".encode()
        scene(1).save(file, "JPEG", exif=held, comment=text, xmp=xmp)
        return file.getvalue()
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Comment", text)
    chunks.add_text("Author", text, zip=True)
    chunks.add_itxt("XML:com.adobe.xmp", text)
    scene(1).save(file, "PNG", exif=held, pnginfo=chunks)
    return file.getvalue()


def _remarked(spot: Spot, kind: str) -> Planted:
    """An open picture whose file tells the secret, which the text tells only to some."""
    planted = _picture(spot, held={})
    (made,) = planted.parts["pictures"].values()
    (one,) = made.image.items
    assert isinstance(one, Bitmap)
    data = with_remarks(spot.text, kind)
    raster = Raster(data, "image/jpeg" if kind == "JPEG" else "image/png", 64, 48, spot.where)
    image = replace(made.image, items=(replace(one, raster=raster),))
    in_text = paragraph(spot.text, line=spot.line, **spot.held)
    shown = _showing(replace(made, image=image))
    return shown._replace(blocks=(*shown.blocks, in_text))


# --- works and people ----------------------------------------------------------------------------


def _cited(spot: Spot, *, key: str = "", **fields: Any) -> Planted:
    """A work that only closed words cite."""
    made = work(spot, key=key, **fields)
    note = spot.closed(*words("closed words"), citation(made.key, spot.line))
    return said(note, line=spot.line)._replace(parts={"sources": {made.key: made}})


def _cited_again(spot: Spot) -> Planted:
    """A work that is named a second time, when its short title will do."""
    first = _cited(spot, **{"title-short": spot.text})
    again = spot.closed(*words("closed words"), citation(spot.name, spot.line))
    return first._replace(blocks=(*first.blocks, *said(again, line=spot.line + 1).blocks))


def _closed_work(spot: Spot) -> Planted:
    """A work that not everybody may know of, with words instead."""
    made = replace(work(spot, title=spot.text), conditions=spot.conditions, where=spot.where)
    note = replace(citation(spot.name, spot.line), otherwise=words("A paper of ours."))
    return said(note, line=spot.line)._replace(parts={"sources": {spot.name: made}})


def _person(spot: Spot, show: str, *, key: str = "", **given: Any) -> Planted:
    key = key or spot.name
    told = {"name": f"Ana Lu {spot.name}", "role": "", "affiliation": "", **given}
    made = Person(
        key, groups=(), on_record=True, where=spot.where, conditions=spot.conditions, **told
    )
    used = f"Somebody, {{{{ person('{key}', '{show}') }}}}, spoke."
    return Planted((paragraph(used, line=spot.line, **spot.held),), {"people": {key: made}})


# --- other documents -----------------------------------------------------------------------------


def _document(spot: Spot, *blocks: Any, key: str = "", **given: Any) -> Planted:
    """Another document, which is closed."""
    shown = {"kind": "Paper", "title": words(f"Paper {spot.name}"), **given}
    made = c.Document(
        id=key or spot.name,
        subtitle=shown.pop("subtitle", ()),
        style="brief",
        countries=(),
        audiences=tuple(build.AUDIENCES),
        languages=("en",),
        least_pages=1,
        most_pages=None,
        blocks=(heading("First"), paragraph("Open."), *blocks),
        conditions=spot.conditions,
        where=at(spot.line, file=f"content/documents/{spot.name}.md"),
        **shown,
    )
    return Planted(parts={"documents": {made.id: made}})


def _neutral(spot: Spot) -> Planted:
    """A closed document under the Chatham House Rule, and what it calls those who took part."""
    made = _document(
        spot,
        paragraph(f"So said {{{{ person('{spot.name}') }}}}.", line=spot.line),
        neutral={"en": (spot.text, "several of them")},
    )
    person = Person(spot.name, f"Ana Lu {spot.name}", "", "", (), False, spot.where)
    return made._replace(parts={**made.parts, "people": {spot.name: person}})


PARTS: dict[str, Plant] = {
    "title of a table": lambda s: tabled(s, title=s.text, **s.held),
    "name of a table": lambda s: tabled(s, name=s.slug, **s.held),
    "note of a table": lambda s: tabled(s, note=s.text, **s.held),
    "missing figures of a table": lambda s: tabled(
        s, c.TableColumn(words("Rank"), "rank", "value", s.where), missing=s.text, **s.held
    ),
    "label of a column of readings": lambda s: _column(s, label=s.words),
    "group of columns of readings": lambda s: _column(s, group=s.words),
    "doubt about a rival": lambda s: _contested(s, doubt=s.text),
    "reason of a choice": lambda s: _contested(s, reason=s.text),
    "doubt about a reading": lambda s: _reading(s, doubt=s.text),
    "licence of a reading": lambda s: _reading(s, licence=s.text),
    "place of a reading in its source": lambda s: _reading(s, locator=s.text),
    "work of a reading": lambda s: _work_of_a_reading(s, source=s.slug),
    "further work of a reading": lambda s: _work_of_a_reading(s, also=(s.slug,)),
    "caption of a picture": lambda s: _picture(s, title=s.text),
    "alternative text of a picture": lambda s: _picture(s, alt=s.text),
    "note of a picture": lambda s: _picture(s, note=s.text),
    "credit of a picture": lambda s: _picture(s, credit=s.text),
    "name of a picture": lambda s: _picture(s, name=s.slug, title="Named"),
    "picture of a sheet": _on_a_sheet,
    "label in a drawing": _labelled,
    "address of a code": _code,
    "remarks in a photograph": lambda s: _remarked(s, "JPEG"),
    "remarks in a picture": lambda s: _remarked(s, "PNG"),
    "title of a cited work": lambda s: _cited(s, title=s.text),
    "short title of a cited work": _cited_again,
    "address of a cited work": lambda s: _cited(s, URL=f"https://example.org/{s.slug}"),
    "author of a cited work": lambda s: _cited(s, author=[{"literal": s.text}]),
    "publisher of a cited work": lambda s: _cited(s, publisher=s.text),
    "container of a cited work": lambda s: _cited(
        s, type="article-journal", **{"container-title": s.text}
    ),
    "key of a cited work": lambda s: _cited(s, key=s.slug),
    "title of a closed work": _closed_work,
    "key of somebody": lambda s: _person(s, "name", key=s.slug),
    "name of somebody": lambda s: _person(s, "name", name=s.text),
    "role of somebody": lambda s: _person(s, "full", role=s.text),
    "affiliation of somebody": lambda s: _person(s, "full", affiliation=s.text),
    "text of another document": lambda s: _document(s, paragraph(s.text, line=s.line)),
    "title of another document": lambda s: _document(s, title=s.words),
    "subtitle of another document": lambda s: _document(s, subtitle=s.words),
    "kind of another document": lambda s: _document(s, kind=s.text),
    "author of another document": lambda s: _document(s, authors=(s.text,)),
    "identifier of another document": lambda s: _document(s, identifiers=(f"doi:10.1/{s.slug}",)),
    "name of another document": lambda s: _document(s, key=s.slug),
    "words for those who took part": _neutral,
    "watermark of another document": lambda s: _document(s, watermark=s.text),
}  # fmt: skip
"""By what they are called."""
