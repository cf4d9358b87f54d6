"""What is computed of withheld figures: in no file, and found by the figures that go with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest

from briefing import pipeline
from briefing.errors import ProofError
from briefing.model import content as c
from briefing.model import prose as p
from briefing.model.country import Date, Period, Reading
from briefing.model.drawing import Label
from briefing.model.request import Made, Request
from briefing.proof import forbidden, prove
from tests.pdf.typesetter import LABEL
from tests.proof.everywhere import letters, opened, said_in
from tests.proof.test_figures_withheld import LANGUAGES, _made
from tests.tailor.build import (
    at,
    bars,
    box,
    chart,
    heading,
    paragraph,
    picture,
    placed,
    reading,
    words,
)

LINE = 77
COMPUTED = {
    "rank": "rank('kept', among=['KAZ', 'KGZ', 'UZB'], period='2020')",
    "change": "change('kept', from='2015', as='percent')",
    "share": "share('kept', of=['KAZ', 'KGZ', 'UZB'], period='2020')",
    "compare": "compare('kept', with='KGZ', period='2020')",
}
SAID = {  # a share is a number alone
    "rank": {
        "en": "second highest", "de": "an zweiter Stelle", "fr": "au deuxième rang",
        "ru": "на втором месте",
    },
    "change": {
        "en": "a rise of 266%", "de": "ein Anstieg um 266 %", "fr": "une hausse de 266 %",
        "ru": "рост на 266 %",
    },
    "compare": {
        "en": "4.1 times as high as", "de": "4,1-mal so hoch wie", "fr": "4,1 fois plus que",
        "ru": "в 4,1 раза больше, чем",
    },
}  # fmt: skip


Parts = tuple[Sequence[p.Block], dict[str, list[object]]]


def _cells(source: str) -> Parts:
    rows = [p.Row((p.Cell(words(text), at()),), p.PLAIN, at()) for text in ("x", f"It is {source}")]
    return [p.TableBlock(("left",), (rows[0],), (rows[1],), p.PLAIN, at())], {}


def _chart(source: str) -> Parts:
    drawn = bars("KGZ", "UZB", indicators=("kept",))
    return [placed("chart", "x")], {"charts": [chart("x", drawn, title=f"It is {source}")]}


def _picture(source: str) -> Parts:
    label = Label("Seen", 1, 1, LABEL)
    made = picture("x", labels=[label], alt="A lake", title=f"It is {source}", credit="")
    return [placed("picture", "x")], {"pictures": [made]}


PLACES: dict[str, Callable[[str], Parts]] = {
    "a paragraph": lambda source: ([paragraph(f"It is {source}.")], {}),
    "a heading": lambda source: ([heading(f"It is {source}")], {}),
    "a key fact": lambda source: ([box(paragraph(f"It is {source}."), kind="key-facts")], {}),
    "a cell": _cells,
    "the title of a chart": _chart,
    "the title of a picture": _picture,
}


def reading_of(
    place: str, number: float, year: int, line: int = 1, marking: str = "CLEAR"
) -> Reading:
    return reading(
        "kept", place, number, Period(Date(year), Date(year)), line=line, marking=marking
    )


def made_with(source: str, place: str) -> c.Content:
    blocks, parts = PLACES[place](source)
    readings = [
        reading_of("KAZ", 45213.0, 2020, LINE, marking="AMBER"),
        reading_of("KAZ", 12345.0, 2015, LINE, marking="AMBER"),
        reading_of("KGZ", 11111.0, 2020), reading_of("UZB", 91234.0, 2020),
    ]  # fmt: skip
    return _made([paragraph("First words."), *blocks], readings, "deaths", 0, **parts)


def found_in(made: Made, content: c.Content, language: str) -> list[str]:
    withheld = forbidden(content, "brief", place="KAZ", audience="public", language=language)
    told = json.dumps(made.entry, ensure_ascii=False, indent=0)
    try:
        prove(made.pdf, withheld, name="brief", manifest=told)
    except ProofError as error:
        return list(error.findings)
    return []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("function", COMPUTED)
def test_what_is_computed_of_a_withheld_figure_is_kept_back_and_found(function, place, language):
    content = made_with(f"{{{{ {COMPUTED[function]} if has('kept') else 'untold' }}}}", place)
    request = Request("brief", "KAZ", "public", language, "brief")
    shown = pipeline.make(content, request)
    said = letters(SAID.get(function, {}).get(language, ""))

    assert not said or said not in said_in({"brief": shown.pdf})
    everything = pipeline.make(opened(content), request)
    assert said in said_in({"brief": everything.pdf})
    found = "\n".join(found_in(everything, content, language))
    assert "manifest: shows what" in found
    assert f":{LINE}:1 withholds" in found
