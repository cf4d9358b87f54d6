"""Charts of the galleries as documents in other languages would have them.

Figures and dates are worded as in the language; countries have their names there. All other words
of authors become Cyrillic nonsense of about the same length, so that whatever is left of English
is the product's own.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

import msgspec
from babel.core import Locale

from briefing.charts import draw, draw_in_cell
from briefing.model.chart import (
    Area,
    Bar,
    CellBar,
    Chart,
    Datum,
    Event,
    LinePoint,
    LocatorMap,
    Scale,
    Sketch,
)
from briefing.model.country import Date, Period
from briefing.model.drawing import Drawing
from briefing.numbers import format_date, format_period
from briefing.units import Pt
from tests.charts.maps.samples import FIVE, MARKS, MILITARY, figures, locator
from tests.charts.samples import FONTS, STYLE, chart, worded

GALLERIES = {
    "bars-and-lines": "gallery",
    "lines": "gallery_lines",
    "grouped": "gallery_grouped",
    "stacked": "gallery_stacked",
    "slopes": "gallery_slopes",
    "ranges": "gallery_ranges",
    "donuts": "gallery_donuts",
    "heat-maps": "gallery_heat_maps",
    "multiples": "gallery_multiples",
    "timelines": "gallery_timelines",
    "cells": "gallery_cells",
}
MAPS = ("maps", "locators")
KINDS = (*GALLERIES, *MAPS)
WIDTHS = (Pt(482), Pt(230))

# Fields of the model: authors' words, and what is the same in every language.
_SAID = ("title", "measure", "source", "label", "name", "whole", "sum", "alt", "lanes", "text")
_KEPT = ("boundaries", "unit", "style", "where")

Sample = tuple[Chart | Sketch, dict[str, Any]]
"""What is drawn, and what else it is drawn with."""


@cache  # one list for each kind
def samples(kind: str) -> tuple[Sample, ...]:
    """All that a gallery draws, or the samples of maps."""
    if kind in MAPS:
        given = {"style": STYLE, "fonts": FONTS}
        return tuple((one, {**given, "width": width}) for one in _maps(kind) for width in WIDTHS)
    module: Any = import_module(f"tests.charts.{GALLERIES[kind]}")
    found: list[Sample] = []
    name = "draw_in_cell" if kind == "cells" else "draw"
    real = getattr(module, name)
    setattr(module, name, _recording(real, found))
    try:
        module.gallery()
    finally:
        setattr(module, name, real)
    return tuple(found)


def _recording(real: Callable[..., Drawing], found: list[Sample]) -> Callable[..., Drawing]:
    def record(one: Chart | Sketch, **given: Any) -> Drawing:
        found.append((one, given))
        return real(one, **given)

    return record


def _maps(kind: str) -> Iterator[Chart]:
    if kind == "locators":
        yield locator("KAZ", marks=MARKS)
        yield from (locator(key) for key in ("KGZ", "TJK", "DEU", "ISL"))
        return
    yield chart(figures(MILITARY, picked=("KAZ",)), height=220)
    yield chart(figures(dict.fromkeys(FIVE, 3.0) | {"CHN": None}, labels="names"), height=200)
    yield chart(figures({**MILITARY, "TKM": None, "AFG": None}, breaks=(1.5, 2.0)), height=220)


def drawn(sample: Sample, language: str) -> Drawing:
    """Draw a sample as a document in a language would have it."""
    one, given = sample
    one = translated(one, language)
    return draw(one, **given) if isinstance(one, Chart) else draw_in_cell(one, **given)


def translated(one: Any, language: str, scale: Scale | None = None) -> Any:
    """Put a value of the model, and all in it, into a language."""
    if isinstance(one, tuple):
        return tuple([translated(part, language, scale) for part in one])
    if isinstance(one, Scale):
        return msgspec.structs.replace(one, language=language)
    if not isinstance(one, msgspec.Struct) or isinstance(one, CellBar):
        return one
    fields = msgspec.structs.asdict(one)
    scale = translated(fields.get("scale"), language) or scale
    for name, value in fields.items():
        if name in _SAID:
            fields[name] = _said(value, language)
        elif name not in _KEPT:
            fields[name] = translated(value, language, scale)
    if "language" in fields:
        fields["language"] = language
    if isinstance(one, Bar | Datum | LinePoint | Area) and one.amount and scale:
        fields["text"] = worded(one.amount, scale)
    if isinstance(one, LinePoint):
        fields["label"] = format_date(_iso(one.date), language)
    if isinstance(one, Event):
        fields["label"] = format_period(Period(one.start, one.end), language)
    if isinstance(one, LocatorMap):
        fields["names"] = ()
    return type(one)(**fields)


def _iso(date: Date) -> str:
    parts = f"{date.year:04}", f"{date.month:02}", f"{date.day:02}"
    return "-".join(parts[: 1 + bool(date.month) + bool(date.day)])


# --- what authors would have written -----------------------------------------------------------

REST = {"Other": {"de": "Sonstige", "fr": "Autres", "ru": "Прочие"}}
_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CYRILLIC = "авсдефгнйкипморяткизувжуязАВСДЕФГНЙКИПМОРЯТКИЗУВЖУЯЗ"
_NONSENSE = str.maketrans(_LATIN, _CYRILLIC, ":;'")


def _said(text: Any, language: str) -> Any:
    if isinstance(text, tuple):
        return tuple([_said(part, language) for part in text])
    if language == "en":
        return text
    if text in REST:
        return REST[text][language]
    return _countries(language).get(text) or text.translate(_NONSENSE)


@cache  # one table for each language
def _countries(language: str) -> dict[str, str]:
    names = Locale.parse(language).territories
    known = Locale.parse("en").territories.items()
    return {name: names[code] for code, name in known if code in names}
