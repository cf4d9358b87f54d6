"""A paper as its authors wrote it, block by block: Markdown and YAML, read without the product.

What the product adds is said here, in `_listing`, `_imprint` and the words of `_float`, and
nowhere else: headings and entries of listings, numbers of figures, tables, notes and pages,
bullets, what citations say, alternatives and sources of charts, and the imprint.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.words.data import Data, day
from tests.words.inline import Inline
from tests.words.parts import Block, Given, Noted, Part

_MARKDOWN = MarkdownIt("commonmark").enable("table").disable(["html_block", "reference"])
_ATTRIBUTES = re.compile(r"^( *)\{([^{}]*)\}\s*$")
_PLACED = re.compile(r"^\{\{\s*(\w+)\((.*)\)\s*\}\}$", re.DOTALL)
BULLET = Given(form=r"\W")


class Authors:
    """Reads one document; of conditions and repeats it knows nothing, and says so."""

    def __init__(self, content: Path) -> None:
        self.data = Data(content)
        self.inline = Inline(self.data)
        self.level = 1  # of the heading before
        self.numbers = {"Figure": 0, "Table": 0}
        self.names: dict[str, str] = {}
        self.credits: list[tuple[str, str, str]] = []
        self.around: list[str] = []

    def document(self, name: str) -> list[Block]:
        """All of it, in reading order."""
        _, text = _front(self.data.root / "documents" / f"{name}.md")
        body, _, behind = text.partition("::: back-cover")
        blocks = [*self._blocks(body), *self._imprint()]
        return [*blocks, *self._blocks(f"::: back-cover{behind}" if behind else "")]

    def _blocks(self, text: str) -> Iterator[Block]:
        plain: list[str] = []
        lines = iter(text.split("\n"))
        for line in lines:
            if fence := re.match(r"^::: *([\w-]+) *(.*)$", line):
                yield from self._plain("\n".join(plain))
                plain = []
                yield from self._fenced(fence[1], fence[2], _until_closed(lines))
            else:
                plain.append(line)
        yield from self._plain("\n".join(plain))

    def _fenced(self, kind: str, attributes: str, text: str) -> Iterator[Block]:
        self.around.append(kind)
        if kind == "pull-quote":
            for block in self._blocks(text):
                block.kind = "Quote"
                yield block
        else:
            if found := re.search(r"picture=([\w-]+)", attributes):
                yield from self._picture(found[1])
            yield from self._blocks(text)
        self.around.pop()

    def _plain(self, text: str) -> Iterator[Block]:
        """Blocks of Markdown, without fences."""
        attributes: dict[int, str] = {}
        lines = text.split("\n")
        for at, line in enumerate(lines):
            if found := _ATTRIBUTES.match(line):
                attributes[at + 1] = found[2]
                lines[at] = ""
        tokens = _MARKDOWN.parse("\n".join(lines))
        yield from self._tokens(tokens, attributes)

    def _tokens(self, tokens: list[Token], attributes: dict[int, str]) -> Iterator[Block]:
        at = 0
        while at < len(tokens):
            end = _close(tokens, at)
            lines = tokens[at].map
            own = attributes.get(lines[0], "") if lines else ""
            assert not re.search(r"\b(audience|marking|countries|languages|if|for)=", own), own
            yield from self._block(tokens[at : end + 1], attributes, own)
            at = end + 1

    def _block(self, tokens: list[Token], attributes: dict[int, str], own: str) -> Iterator[Block]:
        inner = tokens[1:-1]
        match tokens[0].type:
            case "heading_open":
                yield from self._heading(int(tokens[0].tag[1]), inner[0].content)
            case "paragraph_open":
                yield from self._paragraph(inner[0].content)
            case "bullet_list_open" | "ordered_list_open":
                yield from self._list(tokens, attributes, own)
            case "table_open":
                yield from self._table(inner, own)
            case kind:
                raise NotImplementedError(kind)

    def _heading(self, level: int, text: str) -> Iterator[Block]:
        found = re.match(r"^(.*?)(?:\s*\{([^{}]*)\})?$", text)
        assert found
        classes = found[2] or ""
        if self.around and self.around[-1] in {"cover", "title-page", "back-cover"}:
            first = level == 1 and self.level == 1 and self.around[-1] == "cover"
            kind = "H1" if first else "P"
        else:
            level = self.level = min(level + 1, self.level + 1)  # none is left out
            kind = f"H{level}"
        name = re.search(r"#([\w-]+)", classes)
        parts = self.inline.parts(found[1])
        listed = ".unlisted" not in classes and not self.around
        block = Block(kind, parts, name[1] if name else "", listed)
        if block.name:
            self.names[block.name] = "".join(map(str, parts))
        yield block

    def _paragraph(self, text: str) -> Iterator[Block]:
        if found := _PLACED.match(text.strip()):
            match found[1]:
                case "section" | "chart" | "table" | "picture":
                    place = getattr(self, f"_{found[1]}" if found[1] != "table" else "_readings")
                    yield from place(found[2].strip().strip("\"'"))
                    return
                case (
                    "contents"
                    | "figures"
                    | "tables"
                    | "abbreviations"
                    | "indicators"
                    | "sources"
                    | "credits"
                ):
                    yield from self._listing(found[1], found[2])
                    return
        yield Block("P", self.inline.parts(text))

    def _section(self, name: str) -> Iterator[Block]:
        fields, text = _front(self.data.root / "sections" / f"{name}.md")
        self.level = 1
        if fields["title"]:
            self.names[name] = fields["title"]
            for block in self._heading(1, fields["title"]):
                block.name = name
                yield block
        yield from self._blocks(text)

    def _list(self, tokens: list[Token], attributes: dict[int, str], own: str) -> Iterator[Block]:
        number = int(tokens[0].attrs.get("start", 1))
        at = 1
        while at < len(tokens) - 1:
            end = _close(tokens, at)
            label: Part = BULLET
            if tokens[0].type == "ordered_list_open":
                label = (
                    f"{'abcdefghijklmnopqrstuvwxyz'[number - 1] if '.lettered' in own else number}."
                )
            yield Block("Lbl", [label])
            yield from self._tokens(tokens[at + 1 : end], attributes)
            at, number = end + 1, number + 1

    # --- what is numbered -----------------------------------------------------------------------

    def _float(self, kind: str, name: str, title: str) -> Block:
        self.numbers[kind] += 1
        self.names[name] = f"{kind} {self.numbers[kind]}"
        parts = self.inline.parts(title)
        return Block("Caption", [f"{self.names[name]}. ", *parts], name)

    def _chart(self, name: str) -> Iterator[Block]:
        spec = self.data.file(f"charts/{name}.yaml")
        assert "table" not in spec
        given = spec.get("readings", [])
        self.data.printed.update([given] if isinstance(given, str) else given)
        yield self._float("Figure", name, spec["title"])
        if spec.get("subtitle"):
            yield Block("Caption", self.inline.parts(spec["subtitle"]))
        words = [part for part in self.inline.parts(spec.get("alt", "")) if isinstance(part, str)]
        title = "".join(map(str, self.inline.parts(spec["title"])))
        yield Block("Figure", list(words) or [Given((_plain(title),))])
        note = self.inline.parts(spec["note"]) if spec.get("note") else []
        yield Block("P", [*(["Note: ", *note, " "] if note else []), Given(("Source",))])

    def _picture(self, name: str) -> Iterator[Block]:
        spec = self.data.file(f"pictures/{name}.yaml")
        assert not {"title", "note"} & spec.keys()
        where = "Cover" if self.around else f"picture {name}"
        self.credits.append((where, spec["credit"], spec.get("alt", "")))
        if not spec.get("decorative"):
            yield Block("Figure", [*self.inline.parts(spec["alt"])])

    def _table(self, tokens: list[Token], own: str) -> Iterator[Block]:
        """A table in the text."""
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', own))
        assert not {"head", "note"} & given.keys()
        name = re.search(r"#([\w-]+)", own)
        if "caption" in given:
            yield self._float("Table", name[1] if name else "", given["caption"])
        cells: list[Block] = []
        first = False
        for token, inner in pairwise(tokens):
            if token.type == "tr_open":
                first = True
            elif token.type in {"th_open", "td_open"}:
                content = inner.content.strip()
                assert content not in {"<", "^"}
                parts = self.inline.parts(content)
                is_head = token.type == "th_open" or (first and ".row-heads" in own)
                cells.append(Block("TH" if is_head else "TD", parts, lettered=True))
                first = False
        yield from self._noted(cells, "")

    def _readings(self, name: str) -> Iterator[Block]:
        """A table made from readings."""
        spec = self.data.file(f"tables/{name}.yaml")
        yield self._float("Table", name, spec["title"])
        cells = [
            Block("TH", self.inline.parts(one["label"]), lettered=True) for one in spec["columns"]
        ]
        for place in spec["rows"]:
            cells.append(Block("TH", [self.data.places[place]["name"]], lettered=True))
            for column in spec["columns"]:
                parts: list[Part] = [spec["missing"]]
                if self.data.reading(column["indicator"], place):
                    parts = self.data.figure(column["indicator"], place, show=column["show"])
                cells.append(Block("TD", parts, lettered=True))
        yield from self._noted(cells, spec.get("note", ""))

    def _noted(self, cells: list[Block], remark: str) -> Iterator[Block]:
        """Cells; below them a remark, and the notes of all, each once."""
        yield from cells
        if remark:
            yield Block("P", ["Note: ", *self.inline.parts(remark)])
        yield Block(
            "notes", [part for one in cells for part in one.parts if isinstance(part, Noted)]
        )

    # --- what the product adds ------------------------------------------------------------------

    def _listing(self, what: str, given: str) -> Iterator[Block]:
        heads = {"contents": "Contents", "figures": "Figures", "tables": "Tables",
                 "abbreviations": "Abbreviations", "indicators": "Indicators"}  # fmt: skip
        if what in heads:
            self.level = 2
            yield Block("H2", [heads[what]], listed=what != "contents")
        depth = re.search(r"\d", given)
        yield Block(what, depth=int(depth[0]) if depth else 2)

    def _imprint(self) -> Iterator[Block]:
        project = self.data.project
        who, licence = project["publisher"], project["licence"]["name"]
        contact = f"{who['name']}, {who['email']}, {who['url']}."
        yield Block("P", [f"Publisher: {contact} {who['note']}"])
        credit = self.inline.note(project["credit"]).parts  # cited in the text itself
        facts = f" Facts as known on {day(project['edition']['facts-as-of'])}. "
        used = f"This paper may be used under the licence {licence}."
        yield Block("P", [*credit, facts, used])


def _plain(text: str) -> str:
    return " ".join(text.split())


def _front(path: Path) -> tuple[Any, str]:
    _, head, text = path.read_text("utf-8").split("---\n", 2)
    return yaml.load(head, yaml.BaseLoader), text


def _until_closed(lines: Iterator[str]) -> str:
    depth, inner = 1, []
    for line in lines:
        depth += 1 if re.match(r"^::: *\w", line) else -1 if line.strip() == ":::" else 0
        if not depth:
            break
        inner.append(line)
    return "\n".join(inner)


def _close(tokens: list[Token], at: int) -> int:
    depth = 0
    for end in range(at, len(tokens)):
        depth += tokens[end].nesting
        if not depth:
            return end
    raise AssertionError("a block is not closed")
