"""Copy-fitting, with a typesetter that counts: a paragraph is ten lines, a page has thirty."""

from math import ceil

import pytest
from msgspec.structs import replace

from briefing.errors import ContentError, Diagnostic
from briefing.model import manuscript as m
from briefing.model.content import (
    Audience,
    Edition,
    Licence,
    Publisher,
)
from briefing.model.page import Page, Pages
from briefing.model.style import FittingStyle, Style
from briefing.pipeline.fit import fit
from briefing.pipeline.squeeze import STEPS, squeezed
from briefing.units import Pt
from tests.compose.manuscripts import HERE, style

PAGE = 30 * 13.0


def house(space=(0.5, 1.5), size=(0.9, 1.1)) -> Style:
    plain = style()
    body = replace(plain.paragraphs["body"], leading=Pt(13), space_after=Pt(13))
    return replace(
        plain,
        paragraphs={**plain.paragraphs, "body": body},
        fitting=FittingStyle(space, size),
    )


def paragraph(words: str = "Words.") -> m.Paragraph:
    return m.Paragraph((m.Text(words, HERE),), (), HERE)


def optional(rank: int, words: str) -> m.OptionalBlock:
    return m.OptionalBlock(rank, paragraph(words), f"paragraph {words}", HERE)


def tailored(*blocks: m.Block, least: int = 0, most: int | None = None) -> m.Tailored:
    text = m.Manuscript(
        document="brief",
        kind="Brief",
        title="Brief",
        subtitle="",
        language="en",
        audience=Audience("public", "General public", "CLEAR", HERE),
        place=None,
        edition=Edition("2022-10-03", "October 2022", ""),
        publisher=Publisher("Institute", "", "", ""),
        licence=Licence("", ""),
        credit=(),
        marking="CLEAR",
        style="test",
        least_pages=least,
        most_pages=most,
        blocks=blocks,
        sources={},
        charts={},
        where=HERE,
    )
    return m.Tailored(text, ())


class Typesetter:
    """Counts what it sets; a paragraph is nine lines of the body's leading and its space."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, text, house):
        self.runs += 1
        body = house.paragraphs["body"]
        count = ceil(len(text.blocks) * (9 * body.leading + body.space_after) / PAGE - 1e-6)
        most = text.most_pages
        if count < text.least_pages or (most is not None and count > most):
            raise ContentError([Diagnostic(HERE, f"{count} pages")])
        pages = tuple(Page(n + 1, str(n + 1), Pt(0), Pt(0), (), ()) for n in range(count))
        return None, Pages(pages, (), (), None, (), None, (), house)


def words(found):
    blocks = [getattr(block, "block", block) for block in found.manuscript.blocks]
    return [block.children[0].text for block in blocks]


def test_what_fits_is_set_once_and_left_as_it_is():
    typesetter, text = Typesetter(), tailored(*[paragraph()] * 6, least=2, most=2)
    found = fit(text, house(), typesetter)

    assert found.tailored == text
    assert found.pages.style == house()
    assert typesetter.runs == 1


def test_white_goes_first_and_no_more_than_must():
    found = fit(tailored(*[paragraph()] * 31, most=10), house(), Typesetter())

    body = found.pages.style.paragraphs["body"]
    assert len(found.pages.pages) == 10
    assert body.leading == 13.0
    assert 0.5 * 13 <= body.space_after < 13
    steps = [s for s in range(STEPS) if squeezed(house(), s) == found.pages.style]
    loose = squeezed(house(), steps[0] - 1).paragraphs["body"]
    assert 31 * (9 * loose.leading + loose.space_after) > 10 * PAGE


def test_then_type_gets_smaller():
    found = fit(tailored(*[paragraph()] * 34, most=10), house(), Typesetter())

    body = found.pages.style.paragraphs["body"]
    assert body.space_after == 0.5 * 13
    assert 0.9 * 13 <= body.leading < 13
    assert body.text.size < house().paragraphs["body"].text.size


def test_optional_blocks_go_by_rank_the_last_of_equals_first_and_no_more_than_must():
    blocks = [optional(1, "a"), *[paragraph("kept")] * 2, optional(3, "b"), optional(3, "c")]
    found = fit(tailored(*blocks, most=1), house((1.0, 1.0), (1.0, 1.0)), Typesetter())

    assert words(found.tailored) == ["a", "kept", "kept"]
    assert found.tailored.omitted == tuple(
        m.Omission(
            HERE, f"paragraph {which}", "pages",
            "optional, of rank 3, and there were too many pages",
        )
        for which in "cb"
    )  # fmt: skip


def test_a_small_block_comes_back_where_a_large_one_has_made_room():
    large = m.OptionalBlock(2, m.Quote((paragraph("large"),) * 3), "quotation", HERE)
    text = tailored(paragraph("kept"), large, optional(3, "small"), most=1)

    class Weighing(Typesetter):
        def __call__(self, text, house):
            blocks = [getattr(block, "block", block) for block in text.blocks]
            flat = [one for b in blocks for one in (b.blocks if isinstance(b, m.Quote) else (b,))]
            return super().__call__(replace(text, blocks=tuple(flat)), house)

    found = fit(text, house((1.0, 1.0), (1.0, 1.0)), Weighing())

    assert words(found.tailored) == ["kept", "small"]


def test_blocks_that_are_dropped_give_back_what_was_squeezed():
    blocks = [*[paragraph("kept")] * 3, optional(1, "a")]
    found = fit(tailored(*blocks, most=1), house((0.9, 1.0), (1.0, 1.0)), Typesetter())

    assert words(found.tailored) == ["kept"] * 3
    assert found.pages.style == house((0.9, 1.0), (1.0, 1.0))


def test_too_short_a_text_is_loosened():
    found = fit(tailored(*[paragraph()] * 26, least=10), house(), Typesetter())

    assert len(found.pages.pages) == 10
    assert found.pages.style.paragraphs["body"].space_after > 13


@pytest.mark.parametrize(("count", "limits"), [(40, {"most": 10}), (10, {"least": 10})])
def test_what_cannot_fit_is_refused_at_the_limit(count, limits):
    with pytest.raises(ContentError) as raised:
        fit(tailored(*[paragraph()] * count, **limits), house(), Typesetter())

    tight = squeezed(house(), STEPS if "most" in limits else -STEPS).paragraphs["body"]
    pages = ceil(count * (9 * tight.leading + tight.space_after) / PAGE)
    assert raised.value.problems == (Diagnostic(HERE, f"{pages} pages"),)


def test_headings_sections_and_lists_go_with_all_that_was_in_them():
    heading = m.Heading(2, (m.Text("Head", HERE),), "", HERE)
    section = m.Section("s", (m.Text("Section", HERE),), (optional(2, "b"),), HERE)
    listed = m.ListBlock(None, (m.ListItem((optional(3, "c"),)),), ())
    kept = (paragraph("kept"),) * 3
    text = tailored(*kept, listed, heading, optional(2, "a"), section, most=1)
    found = fit(text, house((1.0, 1.0), (1.0, 1.0)), Typesetter())

    assert found.tailored.manuscript.blocks == kept
