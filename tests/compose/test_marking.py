"""What stands on every page: in labels, and once as text in the block of the title."""

import pytest
from msgspec.structs import replace

from briefing.compose import compose
from briefing.model.content import Edition
from briefing.model.flow import PageLabel
from briefing.model.style import MarkingStyle, TextStyle
from tests.compose.flows import nodes, texts
from tests.compose.manuscripts import heading, manuscript, sheet, style, words

MARKED = {"scheme": "tlp", "marking": "AMBER+STRICT", "is_open": False}


def _flow(*blocks, **fields):
    text = replace(manuscript(*blocks or (words("Text."),)), place=None, **fields)
    return compose(text, {}, style())


@pytest.mark.parametrize(
    ("marking", "colour"),
    [
        ("CLEAR", "#ffffff"),
        ("GREEN", "#33ff00"),
        ("AMBER", "#ffc000"),
        ("AMBER+STRICT", "#ffc000"),
        ("RED", "#ff2b2b"),
    ],
)
def test_labels_of_the_traffic_light_protocol_are_as_it_prescribes(marking, colour):
    fields = {**MARKED, "marking": marking}
    for language in ("en", "de", "fr", "ru"):
        label = _flow(language=language, **fields).marking

        assert label is not None
        assert (label.text, label.style.colour, label.fill) == (f"TLP:{marking}", colour, "#000000")
        assert label.style.size >= 12


def test_a_marking_of_the_project_is_its_name_in_capitals():
    label = _flow(scheme="own", marking="for internal use", is_open=False).marking

    assert label is not None
    assert (label.text, label.style.colour, label.fill) == (
        "FOR INTERNAL USE", "#ffffff", "#000000",
    )  # fmt: skip


@pytest.mark.parametrize(("marks_open", "label"), [(False, None), (True, "TLP:CLEAR")])
def test_the_most_open_marking_is_printed_only_where_the_project_wants_it(marks_open, label):
    flow = _flow(scheme="tlp", marking="CLEAR", is_open=True, marks_open=marks_open)

    assert (flow.marking and flow.marking.text) == label


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("DRAFT", "Embargoed until 1 November 2022", "Copy for A. B.")),
        ("de", ("ENTWURF", "Gesperrt bis 1. November 2022", "Exemplar für A. B.")),
        ("fr", ("PROJET", "Sous embargo jusqu’au 1er novembre 2022", "Exemplaire pour : A. B.")),
        ("ru", ("ЧЕРНОВИК", "Эмбарго до 1 ноября 2022 г.", "Экземпляр для: A. B.")),
    ],
)
def test_watermarks_and_notices_are_worded_in_the_language_of_the_document(language, said):
    fields = {"watermark": "draft", "embargo": "2022-11-01", "recipient": "A. B."}
    flow = _flow(language=language, **fields)

    assert flow.watermark is not None
    assert flow.restriction is not None
    got = (flow.watermark.text, flow.restriction.text, *[notice.text for notice in flow.notices])
    assert tuple(" ".join(text.split()) for text in got) == said


def test_an_own_watermark_stands_as_it_was_written_but_in_capitals():
    flow = _flow(watermark="Not for release")

    assert flow.watermark is not None
    assert flow.watermark.text == "NOT FOR RELEASE"


def test_without_any_of_it_nothing_is_added():
    flow = _flow(edition=Edition("2022-11-01", "November", ""))

    assert (flow.marking, flow.restriction, flow.watermark) == (None, None, None)
    assert flow.notices == ()


def test_the_title_band_says_all_of_it_once_as_text():
    flow = _flow(watermark="draft", embargo="2022-11-01", recipient="A. B.", **MARKED)

    band, *_ = flow.items
    marking, rest = texts(band.items)[-2:]
    assert marking == "TLP:AMBER+STRICT"
    assert rest.replace("\u00a0", " ") == (
        "Draft  ·  Embargoed until 1 November 2022  ·  Copy for A. B."
    )


@pytest.mark.parametrize(("size", "label"), [(9.6, 12.0), (13.0, 13.0)])
def test_the_words_of_the_label_are_as_large_in_the_title_band_as_on_pages(size, label):
    house = style()
    meta = house.paragraphs["band-meta"]
    meta = replace(meta, text=replace(meta.text, size=size), leading=1.5 * size)
    house = replace(house, paragraphs={**house.paragraphs, "band-meta": meta})
    text = replace(manuscript(words("Text.")), place=None, recipient="A. B.", **MARKED)

    band, *_ = compose(text, {}, house).items

    found = [(item.runs[0].style.size, item.style.leading) for item in band.items[-2:]]
    assert found == [(label, 1.5 * label), (size, 1.5 * size)]


def test_the_sheet_with_the_title_says_it_where_there_is_no_band():
    cover = sheet("cover", heading("Title", level=1), words("Below."))
    title_page = sheet("title-page", heading("Title", level=1))
    flow = _flow(cover, title_page, words("Text."), recipient="A. B.", **MARKED)

    first, second = [item for item in flow.items if hasattr(item, "last")]
    assert texts(first.items)[-2:] == ["TLP:AMBER+STRICT", "Copy for A. B."]
    assert texts(second.items) == ["Title"]


def test_a_label_that_is_not_translated_has_its_own_language():
    languages = [n.language for n in nodes(_flow(language="ru", **MARKED).structure)]

    assert languages.count("en") == 1


def test_labels_have_the_style_of_the_house():
    look = MarkingStyle(
        TextStyle("serif", 14.0, "#eeeeee"), "#123456", TextStyle("serif", 9.0, "#ffffff"),
        "#654321", "#f0f0f0",
    )  # fmt: skip
    text = replace(
        manuscript(words("Text.")), marking="shut", is_open=False, recipient="A", watermark="w"
    )
    flow = compose(text, {}, replace(style(), marking=look))

    assert flow.marking == PageLabel("SHUT", look.label, "#123456")
    assert flow.notices == (PageLabel("Copy for A", look.notice, "#654321"),)
    assert flow.watermark is not None
    assert flow.watermark.style.colour == "#f0f0f0"
