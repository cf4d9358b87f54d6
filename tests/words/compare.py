"""Word for word: what a paper should say beside what one hears."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from tests.words.authors import Authors
from tests.words.heard import Heard
from tests.words.parts import Block, Cited, Given, Named, Noted, PageOf, Part

_LETTER = "(?:⟨[a-z]+⟩)?"
NO_NAMES: Mapping[str, str] = {}
_LISTED = {"figures": "Figure", "tables": "Table"}


def expected(authors: Authors, document: str) -> list[Block]:
    """What a document should say, with its notes and listings.

    A pull quote that says what the text says is not heard again.
    """
    blocks = authors.document(document)
    said = " ".join(_words(block.parts) for block in blocks if block.kind != "Quote")
    kept = [one for one in blocks if one.kind != "Quote" or _words(one.parts) not in said]
    return list(numbered(_with_listings(kept, authors), authors.names))


def difference(wanted: Sequence[Block], heard: Sequence[Heard]) -> str:
    """The first difference in words; empty for none."""
    at = 0
    for block in wanted:
        if block.kind == "notes":
            end = at
            while end < len(heard) and re.match(r"[a-z] ", heard[end].text):
                end += heard[end].kind == "Note"
                if heard[end - 1].kind != "Note":
                    break
            if told := _notes_differ(block, heard[at:end]):
                return told
            at = end
            continue
        if at == len(heard):
            return f"nothing is heard any more; expected {block.kind} “{_words(block.parts)}”"
        if told := _differs(block, heard[at], heard):
            return told
        at += 1
    return f"heard but not expected: {heard[at].kind} “{heard[at].text}”" if at < len(heard) else ""


def _with_listings(blocks: list[Block], authors: Authors) -> Iterator[Block]:
    for block in blocks:
        match block.kind:
            case "contents":
                kinds = [f"H{level}" for level in range(2, block.depth + 2)]
                for head in blocks:
                    if head.kind in kinds and head.listed:
                        words = _words(head.parts)
                        yield Block("TOCI", [*head.parts, " ", PageOf(head.kind, words)])
            case "figures" | "tables":
                for one in blocks:
                    if one.kind == "Caption" and _words(one.parts).startswith(_LISTED[block.kind]):
                        plain = [part for part in one.parts if not isinstance(part, Noted)]
                        page = PageOf("Caption", _words(plain))
                        yield Block("TOCI", [*plain, " ", page])
            case "abbreviations":
                for key in sorted(authors.inline.spelled, key=str.casefold):
                    yield Block("Lbl", [key])
                    yield Block("P", [authors.data.abbreviations[key]])
            case "indicators":
                measured = [authors.data.indicators[key] for key in sorted(authors.data.printed)]
                for one in sorted(measured, key=lambda one: str(one["name"]).casefold()):
                    yield Block("Lbl", [one["name"]])
                    yield Block("P", [one["definition"]])
            case "credits":
                for where, credit, alternative in authors.credits:
                    on: Part = PageOf("Figure", alternative) if alternative else Given(form=r"\d+")
                    yield Block("Lbl", ["Cover:"] if where == "Cover" else ["Page ", on, ":"])
                    yield Block("P", [credit])
            case _:
                yield block


def numbered(blocks: Iterable[Block], names: Mapping[str, str] = NO_NAMES) -> Iterator[Block]:
    """Number the notes, those of one block that are equal once, and put each behind its block."""
    number = 0
    for block in blocks:
        parts: list[Part] = []
        notes: list[Block] = []
        numbers: dict[Noted, int] = {}
        for part in block.parts:
            if isinstance(part, Named):
                parts += _named(part, names)
            elif isinstance(part, Noted) and not block.lettered and block.kind != "notes":
                if part not in numbers:
                    number = numbers[part] = number + 1
                    notes.append(Block("Note", [f"{number} ", *part.parts]))
                parts.append(f"⟨{numbers[part]}⟩")
            else:
                parts.append(part)
        yield Block(block.kind, parts, lettered=block.lettered)
        yield from notes


def _named(part: Named, names: Mapping[str, str]) -> list[Part]:
    name = names[part.key]
    match part.show:
        case "number":
            return [re.sub(r"\D", "", name)]
        case "page":
            return ["page ", PageOf("", name)]
        case _:
            return [name]


def _differs(block: Block, heard: Heard, everything: Sequence[Heard]) -> str:
    pattern, gaps = _pattern(block, everything)
    found = re.fullmatch(pattern, heard.text)
    if block.kind != heard.kind or not found:
        return _told(block, heard)
    for gap, words in zip(gaps, found.groups(), strict=True):
        if not gap.suits(words):
            return f"“{words}” is not {gap}, in {heard.kind} “{heard.text}”"
    return ""


def _pattern(block: Block, everything: Sequence[Heard]) -> tuple[str, list[Cited | Given]]:
    """An expression that the words of a block must match whole, and what its groups must be."""
    pattern, gaps = "", []
    for part in block.parts:
        match part:
            case str():
                pattern += re.escape(re.sub(r"\s+", " ", part))
            case PageOf():
                pattern += re.escape(_page(part, everything))
            case Noted():
                pattern += _LETTER
            case Cited() | Given():
                pattern += f"({part.form if isinstance(part, Given) else '.+?'})"
                gaps.append(part)
    pattern = pattern.replace(r"\ \ ", r"\ ").removeprefix(r"\ ").removesuffix(r"\ ")
    return pattern + (_LETTER if block.kind == "TH" and block.lettered else ""), gaps


def _page(part: PageOf, everything: Sequence[Heard]) -> str:
    for one in everything:
        if one.kind == part.kind and re.sub("⟨[^⟩]*⟩", "", one.text).startswith(part.start):
            return one.page
    return f"(no {part.kind} “{part.start}”)"


def _notes_differ(block: Block, heard: Sequence[Heard]) -> str:
    """Notes of a table say what its cells call for: each once, in an order of the product's."""
    wanted = [Block("Note", ["*", " ", *part.parts]) for part in block.parts
              if isinstance(part, Noted)]  # fmt: skip
    told = [one._replace(text="* " + one.text.partition(" ")[2]) for one in heard]
    for one in wanted:
        if not any(_differs(one, other, ()) == "" for other in told):
            return f"below a table no note says “{_words(one.parts)}”"
    for other in told:
        if not any(_differs(one, other, ()) == "" for one in wanted):
            return f"below a table nothing calls for the note “{other.text}”"
    if [one.text.partition(" ")[0] for one in heard] != [chr(97 + at) for at in range(len(heard))]:
        return f"notes below a table are out of order: {[one.text for one in heard]}"
    return ""


def _words(parts: Iterable[Part]) -> str:
    """Words, with dots for what others choose."""
    texts = [
        part if isinstance(part, str) else "" if isinstance(part, Noted) else "…" for part in parts
    ]
    return " ".join("".join(texts).split())


def _told(block: Block, heard: Heard) -> str:
    wanted = _words(block.parts)
    pairs = zip_longest(wanted.split(), re.sub("⟨[^⟩]*⟩", "", heard.text).split())
    at, pair = next(
        ((at, pair) for at, pair in enumerate(pairs) if pair[0] != pair[1]), (0, ("", ""))
    )
    lines = [
        f"expected {block.kind}: {wanted}",
        f"heard {heard.kind} on page {heard.page!r}: {heard.text}",
        f"first difference at word {at + 1}: expected {pair[0]!r}, heard {pair[1]!r}",
    ]
    return "\n".join(lines)
