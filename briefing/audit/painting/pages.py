"""Reads what all pages of a file paint."""

from collections.abc import Mapping

import pikepdf

from briefing.audit import entries
from briefing.audit.painting import Painter
from briefing.audit.painting.codes import senseless, unmapped
from briefing.audit.painting.pen import FontKey, Fonts
from briefing.audit.structure.content import FontUse, PageContent


def read_pages(pdf: pikepdf.Pdf) -> tuple[PageContent, ...]:
    """Read what all pages paint, whatever is wrong with some of them."""
    fonts = Fonts()
    guess = entries.dictionary(pdf.Root, "/StructTreeRoot") is None
    return tuple(
        _read_page(page, number, fonts, guess=guess) for number, page in enumerate(pdf.pages, 1)
    )


def _read_page(page: pikepdf.Page, number: int, fonts: Fonts, *, guess: bool) -> PageContent:
    painter = Painter(fonts, guess=guess)
    key = entries.number(page.obj, "/StructParents")
    if key is not None:
        painter.keys[0] = key
    painter.run(page, entries.inherited(page.obj, "/Resources"))
    painter.close()
    return PageContent(
        number=number,
        sequences={
            (stream, mcid): sequence.closed(stream, mcid)
            for (stream, mcid), sequence in painter.sequences.items()
        },
        artifacts=tuple(artifact.closed() for artifact in painter.artifacts),
        stray=painter.stray.text,
        text=painter.guess.text if painter.guess is not None else "",
        stray_images=painter.stray.images,
        stray_paints=painter.stray.paints,
        fonts={key: _use(fonts, key, painter.shown[key]) for key in sorted(painter.shown)},
        keys=painter.keys,
        broken=tuple(painter.broken),
    )


def _use(fonts: Fonts, key: FontKey, codes: Mapping[int, int]) -> FontUse:
    font = fonts.known[key]
    bad: dict[str, int] = {}
    for code, count in sorted(codes.items()):
        text = font.texts.get(code)
        if text and senseless(text):
            bad[text] = bad.get(text, 0) + count
    return FontUse(font.name, sum(codes.values()), unmapped(font, codes), bad)
