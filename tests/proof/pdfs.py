"""Small PDFs for the tests of `proof`, put together with pikepdf."""

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from briefing.proof.file.reader import read_pdf
from briefing.proof.fold import words_of

SAVED = {
    "with object streams": {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
    "with a table": {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
    "uncompressed": {
        "object_stream_mode": pikepdf.ObjectStreamMode.disable,
        "compress_streams": False,
        "stream_decode_level": pikepdf.StreamDecodeLevel.generalized,
    },
}
"""Ways to save the same document."""

ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-’()äöé"
LIGATURES = {200: "fi", 201: "ffl", 202: "\u00ad"}


def code_of(text: str) -> bytes:
    """The codes of a text in `wide_font`, two bytes each."""
    return b"".join((ALPHABET.index(sign) + 1).to_bytes(2, "big") for sign in text)


def hexed(text: str) -> bytes:
    return b"<%b>" % code_of(text).hex().encode()


def wide_font(pdf: Pdf, *, ranges: bool = False) -> pikepdf.Object:
    """A Type 0 font that is not embedded; what it says is all that matters here."""
    pairs = {ALPHABET.index(sign) + 1: sign for sign in ALPHABET} | LIGATURES
    lines = [f"<{c:04X}> <{t.encode('utf-16-be').hex()}>" for c, t in sorted(pairs.items())]
    blocks = f"{len(lines)} beginbfchar\n" + "\n".join(lines) + "\nendbfchar"
    if ranges:
        rest = [line for line in lines if int(line[1:5], 16) > 52]
        blocks = (
            "2 beginbfrange\n<0001> <001A> <0061>\n"
            f"<001B> <0034> [{' '.join(f'<{ord(c):04x}>' for c in ALPHABET[26:52])}]\nendbfrange\n"
            f"{len(rest)} beginbfchar\n" + "\n".join(rest) + "\nendbfchar"
        )
    cmap = f"begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{blocks}\nendcmap"
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.Test,
            Encoding=Name("/Identity-H"),
            ToUnicode=pdf.make_stream(cmap.encode()),
            DescendantFonts=Array([
                Dictionary(
                    Type=Name.Font,
                    Subtype=Name.CIDFontType2,
                    BaseFont=Name.Test,
                    CIDSystemInfo=Dictionary(
                        Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
                    ),
                )
            ]),
        )
    )  # fmt: skip


def document(*contents: bytes, ranges: bool = False) -> Pdf:
    """A page for each content stream; their font is F1."""
    pdf = Pdf.new()
    font = wide_font(pdf, ranges=ranges)
    for content in contents:
        page = pdf.add_blank_page(page_size=(400, 400))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(content)
    return pdf


def saved(pdf: Pdf, **how) -> bytes:
    target = io.BytesIO()
    pdf.save(target, static_id=True, **(how or SAVED["with object streams"]))
    return target.getvalue()


def changed(data: bytes, change: Callable[[Pdf], object], **how) -> bytes:
    """The file after a change."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        return saved(pdf, **how)


def words_at(data: bytes, place: str) -> list[list[str]]:
    """The words of each strand that begins at a place."""
    strands = [strand for strand in read_pdf(data) if strand.words()]
    return [s.words() for s in strands if s.place_of(0, words_of).startswith(place)]
