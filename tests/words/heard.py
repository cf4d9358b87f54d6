"""What one hears of a file, block by block, in the order of its structure.

Soft hyphens are not heard, and any white is one space. The marker of a note is ``⟨7⟩``; the note
itself follows the block in which its marker stands. Of a figure one hears the alternative.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pikepdf

from tests.pdf.reader import Reading, read

_PARAGRAPHS = {"P", "LBody", "BlockQuote", "Caption"}
_BLOCKS = {"Lbl", "TH", "TD", "TOCI", *_PARAGRAPHS, *(f"H{level}" for level in range(1, 7))}
_OWN = {"TOCI", "Note"}
"""Blocks of which all that is below is one text."""


class Heard(NamedTuple):
    """A block.

    Attributes:
        kind: ``P`` (also in lists), ``H2``, ``Lbl``, ``TH``, ``TD``, ``TOCI``, ``Caption``,
            ``Quote``, ``Note``, ``Figure``.
        page: The label of the page on which it begins.
    """

    kind: str
    text: str
    page: str = ""


def hear(data: bytes) -> list[Heard]:
    """Read a file aloud."""
    listener = _Listener(read(data))
    listener.walk(listener.reading.pdf.Root.StructTreeRoot.K[0], None, "P")
    return [
        Heard(kind, normal("".join(texts)), page)
        for kind, texts, page in listener.blocks
        if normal("".join(texts))
    ]


def in_turn(heard: Sequence[Heard]) -> Iterator[str]:
    """The texts as an audit tells them: a note where its marker stands, and words go on behind."""
    notes = {one.text.split()[0]: one.text for one in heard if _is_numbered(one)}
    for one in heard:
        if _is_numbered(one):
            continue
        apart = re.sub(r"(?<=\S)⟨", " ⟨", one.text)
        said, *others = re.split(r"⟨(\d+)⟩", apart)
        for number, behind in zip(others[::2], others[1::2], strict=True):
            said += number
            if number in notes:  # a marker may stand twice, its note stands at the first
                yield _unmarked(said)
                yield notes.pop(number)
                said = ""
            said += behind
        if said.strip():
            yield _unmarked(said)


def _is_numbered(one: Heard) -> bool:
    return one.kind == "Note" and one.text[0].isdigit()


def _unmarked(text: str) -> str:
    return re.sub("[⟨⟩]", "", text.strip())


def normal(text: str) -> str:
    """The words of a text, with one space between them."""
    return " ".join(text.replace("\xad", "").split())


class _Listener:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.pages = {page.objgen: at for at, page in enumerate(reading.pdf.pages)}
        self.labels = [str(page.label) for page in reading.pdf.pages]
        self.blocks: list[tuple[str, list[str], str]] = []

    def walk(self, element: Any, block: list[str] | None, kind: str) -> None:
        """Hear an element; `block` takes the words of the nearest block around it."""
        role = str(element.S)[1:]
        if role == "Figure":
            self._begin("Figure", element).append(str(element.get("/Alt", "")))
            return
        own = kind in _OWN and block is not None
        own = own or (role == "Lbl" and element.P.S != "/LI")  # as before a caption
        if role == "Note" or (role in _BLOCKS and not own):
            block, kind = None, _kind(role, kind)
        before = None
        for kid in _listed(element.get("/K", [])):
            if isinstance(kid, int) or kid.get("/Type") == "/MCR":
                if block is None:
                    block = self._begin(kind, element)
                block.append(self._text(element, kid))
            elif kid.get("/Type") != "/OBJR":
                if block is None and role in {"P", "TH", "TD", "TOCI", "Note"}:
                    block = self._begin(kind, element)
                marker = self._marker(kid)
                if marker and block is not None:
                    behind = " " if marker[-1:].isspace() else ""
                    block.append(f"⟨{marker.strip()}⟩{behind}")
                elif kid.S == "/Note" and block is not None and before != "marker":
                    block.append(" ⟨a note without its marker⟩ ")
                if not marker:
                    self.walk(kid, block, kind)
                before = "marker" if marker else str(kid.S)

    def _begin(self, kind: str, element: Any) -> list[str]:
        texts: list[str] = []
        self.blocks.append((kind, texts, self.labels[self._page(element)]))
        return texts

    def _page(self, element: Any) -> int:
        """The page on which it is painted first."""
        if "/Pg" in element:
            return self.pages[element.Pg.objgen]
        for kid in _listed(element.get("/K", [])):
            if not isinstance(kid, int) and ("/Pg" in kid or "/K" in kid):
                return self._page(kid)
        return 0

    def _text(self, element: Any, kid: Any) -> str:
        if isinstance(kid, int):
            return self.reading.texts[self.pages[element.Pg.objgen], kid]
        return self.reading.texts[self.pages[kid.Pg.objgen], int(kid.MCID)]

    def _marker(self, element: Any) -> str:
        """The marker of a note, from a link that says that it leads to that note."""
        if element.S != "/Reference":
            return ""
        texts, said = self._all(element)
        found = re.fullmatch(r"Note (\S+)", said)
        return texts if found and found[1] == texts.strip() else ""

    def _all(self, element: Any) -> tuple[str, str]:
        texts = said = ""
        for kid in _listed(element.get("/K", [])):
            if isinstance(kid, int) or kid.get("/Type") == "/MCR":
                texts += self._text(element, kid)
            elif kid.get("/Type") == "/OBJR":
                said += str(kid.Obj.Contents)
            else:
                more, also = self._all(kid)
                texts, said = texts + more, said + also
        return texts, said


def _kind(role: str, around: str) -> str:
    if role not in _PARAGRAPHS:
        return role
    if role == "BlockQuote" or around == "Quote":
        return "Quote"
    if around == "Caption" or role == "Caption":
        return "Caption"
    return around if around in {"TH", "TD"} else "P"


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (pikepdf.Array, list)) else [value]
