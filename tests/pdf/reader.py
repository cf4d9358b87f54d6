"""Reads a file back as a screen reader does: structure first, text through ToUnicode."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

Tree = tuple[str, tuple[Any, ...]]
"""The role of an element and its kids: texts, elements, and for an annotation its description."""


@dataclass(slots=True)
class Reading:
    """What one file holds.

    Attributes:
        texts: (page, number of the marked content) → text. Pages count from 0.
        artifacts: (type of the artifact, text), in the order painted.
        stray: Text outside of all marked content.
    """

    pdf: pikepdf.Pdf
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    artifacts: list[tuple[str, str]] = field(default_factory=list)
    stray: str = ""

    @property
    def tree(self) -> Tree:
        root = self.pdf.Root.StructTreeRoot
        pages = {page.objgen: index for index, page in enumerate(self.pdf.pages)}
        return self._element(root.K[0], pages)

    def _element(self, element: Any, pages: dict[Any, int]) -> Tree:
        own = pages.get(element.Pg.objgen) if "/Pg" in element else None
        return str(element.S)[1:], tuple(self._kids(element, own, pages))

    def _kids(self, element: Any, own: int | None, pages: dict[Any, int]) -> Iterator[Any]:
        texts: list[str] = []
        for kid in _listed(element.get("/K", [])):
            if isinstance(kid, int):
                assert own is not None
                texts.append(self.texts[own, kid])
            elif kid.get("/Type") == "/MCR":
                texts.append(self.texts[pages[kid.Pg.objgen], int(kid.MCID)])
            else:
                if texts:
                    yield "".join(texts)
                    texts = []
                yield str(kid.Obj.Contents) if "/Obj" in kid else self._element(kid, pages)
        if texts:
            yield "".join(texts)


def read(data: bytes) -> Reading:
    reading = Reading(pikepdf.open(BytesIO(data)))
    for index, page in enumerate(reading.pdf.pages):
        fonts = {str(name): _to_unicode(font) for name, font in page.Resources.Font.items()}
        _Page(reading, index, fonts).run(page)
    return reading


@dataclass(slots=True)
class _Page:
    reading: Reading
    index: int
    fonts: dict[str, dict[int, str]]
    font: dict[int, str] = field(default_factory=dict)
    marks: list[tuple[str, Any]] = field(default_factory=list)
    saved: list[dict[int, str]] = field(default_factory=list)

    def run(self, page: pikepdf.Page) -> None:
        in_text = False
        for instruction in pikepdf.parse_content_stream(page):
            operands = instruction.operands
            match str(instruction.operator):
                case "BT" | "ET" as which:
                    assert in_text is (which == "ET"), "text objects do not nest"
                    in_text = which == "BT"
                case "BDC":
                    self._begin(str(operands[0])[1:], operands[1])
                case "EMC":
                    self.marks.pop()
                case "q":
                    self.saved.append(self.font)
                case "Q":
                    self.font = self.saved.pop()
                case "Tf":
                    self.font = self.fonts[str(operands[0])]
                case "TJ":
                    assert in_text
                    shown = [part for part in operands[0] if isinstance(part, pikepdf.String)]
                    self._show("".join(self._decoded(bytes(part)) for part in shown))
        assert not self.marks
        assert not in_text

    def _begin(self, tag: str, properties: Any) -> None:
        self.marks.append((tag, properties))
        if "/ActualText" in properties:
            self._put(str(properties.ActualText))
        if "/MCID" in properties:
            key = self.index, int(properties.MCID)
            assert key not in self.reading.texts
            self.reading.texts[key] = ""
        if tag == "Artifact":
            self.reading.artifacts.append((_kind(properties), ""))

    def _show(self, text: str) -> None:
        if not any("/ActualText" in properties for _, properties in self.marks):
            self._put(text)

    def _put(self, text: str) -> None:
        for tag, properties in self.marks:
            if tag == "Artifact":
                kind, before = self.reading.artifacts[-1]
                self.reading.artifacts[-1] = kind, before + text
                return
            if "/MCID" in properties:
                self.reading.texts[self.index, int(properties.MCID)] += text
                return
        self.reading.stray += text

    def _decoded(self, codes: bytes) -> str:
        pairs = (codes[at : at + 2] for at in range(0, len(codes), 2))
        return "".join(self.font[int.from_bytes(pair, "big")] for pair in pairs)


def _kind(properties: Any) -> str:
    return "/".join(str(properties[key])[1:] for key in ("/Type", "/Subtype") if key in properties)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (pikepdf.Array, list)) else [value]


def _to_unicode(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9A-F]{4})><([0-9A-F]+)>\n", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
