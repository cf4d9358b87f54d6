"""Random documents, read back from their files: nothing is lost, added, joined or out of order."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import briefing
from briefing.audit import audit_file
from tests.words.compare import difference, numbered
from tests.words.heard import hear
from tests.words.parts import Block, Cited, Given, Noted, Part

TINY = Path(__file__).parent / "cases" / "_project"
FRONT = "---\ntitle: A random paper\nkind: Test\naudiences: [public]\n---\n\n"
BEFORE = [
    Block("P", ["Test · The institute"]),
    Block("H1", ["A random paper"]),
    Block("P", ["October 2022 · For General public"]),
]
WORKS = [("kim-2020", "Kim"), ("lee-2021", "The Lee Office")]
BEHIND = [Block("P", [Given(("The institute",))])]


class Written(NamedTuple):
    """Words or blocks as they are written, and as they are to be heard."""

    text: str
    parts: tuple[Part, ...] = ()
    blocks: tuple[Block, ...] = ()


# --- words --------------------------------------------------------------------------------------

TERMS = (
    "a and the rivers unconstitutionally internationalisation well-known state-of-the-art Çağlar "
    "1,000 2010–2014 U.S. don’t Köln’s (perhaps) disproportionately; water/energy "
    "e.g. 16% fi ffi office affluent counter-revolutionaries —"
)
WORDS = st.sampled_from(TERMS.split())
PHRASES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def marked(before: str, behind: str):
    return PHRASES.map(lambda words: Written(f"{before}{words}{behind}", (words,)))


def cited(work: tuple[str, str], locator: str) -> Written:
    key, name = work
    note = Noted((Cited(((key, locator),), (name,), tuple(filter(str.isdigit, locator))), "."))
    return Written(f" [@{key}{locator and ', ' + locator}]", (note,))


NOTES = st.one_of(
    st.builds(cited, st.sampled_from(WORKS), st.sampled_from(["", "p. 4", "p. 7"])),
    PHRASES.map(lambda words: Written(f"^[Note {words}.]", (Noted((f"Note {words}.",)),))),
)
RUNS = st.one_of(
    PHRASES.map(lambda words: Written(words, (words,))),
    marked("*", "*"), marked("**", "**"), marked("[", "](https://example.org/)"),
    st.just(Written("[Таджикистан]{lang=ru}", ("Таджикистан",))),
   marked("[", "]{lang=de}"), marked("**[", "](https://example.org/)**"),
    PHRASES.map(lambda words: Written(f'"{words}"', (f"“{words}”",))),
    PHRASES.map(lambda words: Written(f"so -- {words}", (f"so – {words}",))),
)  # fmt: skip


@st.composite
def lines(draw, longest: int = 6) -> Written:
    """A paragraph of runs with spaces between them, notes behind some."""
    text, parts = "Begin", ["Begin"]
    for run in draw(st.lists(RUNS, min_size=1, max_size=longest)):
        note = draw(st.one_of(st.none(), st.none(), NOTES))
        space = draw(st.sampled_from([" ", " ", "\n"])) if longest > 2 else " "
        text += space + run.text + (note.text if note else "")
        parts += [" ", *run.parts, *(note.parts if note else ())]
    return Written(f"{text} end.", (*parts, " end."))


# --- blocks -------------------------------------------------------------------------------------


def paragraph(line: Written) -> Written:
    return Written(line.text, (), (Block("P", list(line.parts)),))


BETWEEN = Written("Between.", (), (Block("P", ["Between."]),))


def joined(blocks: list[Written]) -> Written:
    """Blocks one after the other; two lists would be one."""
    parted: list[Written] = []
    for block in blocks:
        if parted and parted[-1].blocks[0].kind == block.blocks[0].kind == "Lbl":
            parted.append(BETWEEN)
        parted.append(block)
    blocks = parted
    text = "\n\n".join(block.text for block in blocks)
    return Written(text, (), tuple(one for block in blocks for one in block.blocks))


def indented(text: str, by: int) -> str:
    return "\n".join(f"{' ' * by}{line}" if line else line for line in text.split("\n"))


def bulleted(items: list[Written]) -> Written:
    text = "\n\n".join("- " + indented(item.text, 2).lstrip() for item in items)
    label = Block("Lbl", [Given(form=r"\W")])
    return Written(text, (), tuple(one for item in items for one in (label, *item.blocks)))


def counted(items: list[Written]) -> Written:
    text = "\n\n".join(
        f"{at}. " + indented(item.text, 3).lstrip() for at, item in enumerate(items, 1)
    )
    blocks = [
        one for at, item in enumerate(items, 1) for one in (Block("Lbl", [f"{at}."]), *item.blocks)
    ]
    return Written(text, (), tuple(blocks))


def quoted(paragraphs: list[Written]) -> Written:
    whole = joined(paragraphs)
    text = "\n".join(f"> {line}".rstrip() for line in whole.text.split("\n"))
    return Written(text, (), tuple(Block("Quote", one.parts) for one in whole.blocks))


def boxed(blocks: list[Written]) -> Written:
    whole = joined(blocks)
    return whole._replace(text=f"::: box\n{whole.text}\n:::")


def tabled(cells: list[tuple[Written, Written]]) -> Written:
    rows = [f"| {left.text} | {right.text} |" for left, right in cells]
    text = "\n".join([rows[0], "|---|---|", *rows[1:]])
    blocks = [
        Block("TD" if at else "TH", list(cell.parts), lettered=True)
        for at, row in enumerate(cells)
        for cell in row
    ]
    notes = [part for block in blocks for part in block.parts if isinstance(part, Noted)]
    return Written(text, (), (*blocks, Block("notes", list(notes))))


PARAGRAPHS = lines().map(paragraph)
CELLS = lines(2)
TABLES = st.lists(st.tuples(CELLS, CELLS), min_size=2, max_size=4).map(tabled)
QUOTES = st.lists(PARAGRAPHS, min_size=1, max_size=2).map(quoted)
NESTED = st.recursive(
    st.one_of(PARAGRAPHS, QUOTES, TABLES),
    lambda inner: st.lists(
        st.tuples(PARAGRAPHS, st.lists(inner, max_size=2)).map(
            lambda one: joined([one[0], *one[1]])
        ),
        min_size=1, max_size=3,
    ).flatmap(lambda items: st.sampled_from([bulleted, counted]).map(lambda make: make(items))),
    max_leaves=5,
)  # fmt: skip
BLOCKS = st.one_of(NESTED, st.lists(NESTED, min_size=1, max_size=2).map(boxed), TABLES)


@st.composite
def documents(draw) -> Written:
    """Blocks under headings, of which none is more than one level below the one before."""
    parts: list[Written] = []
    level = 1
    for block in draw(st.lists(BLOCKS, min_size=1, max_size=4)):
        if draw(st.booleans()):
            level = draw(st.integers(2, min(level + 1, 4)))
            words = draw(PHRASES)
            head = f"{'#' * level} Head {words}"
            parts.append(Written(head, (), (Block(f"H{level}", [f"Head {words}"]),)))
        parts.append(block)
    return joined(parts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    root: Path = tmp_path_factory.mktemp("random")
    shutil.copytree(TINY, root, dirs_exist_ok=True)
    return root


def is_heard_as_it_is_written(document: Written, folder: Path) -> None:
    (folder / "content" / "documents" / "brief.md").write_text(FRONT + document.text, "utf-8")
    data = briefing.open(folder).brief("brief").pdf()
    (folder / "it.pdf").write_bytes(data)
    wanted = [*BEFORE, *document.blocks, *BEHIND]

    assert difference(list(numbered(wanted)), hear(data)) == ""
    faults = audit_file(folder / "it.pdf").faults
    assert [one for one in faults if one.severity == "error"] == []


SETTINGS = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)


@given(documents())
@settings(SETTINGS, max_examples=20)
def test_a_document_is_heard_as_it_is_written(folder, document):
    is_heard_as_it_is_written(document, folder)


@pytest.mark.slow
@given(documents())
@settings(SETTINGS, max_examples=500)
def test_any_document_is_heard_as_it_is_written(folder, document):
    is_heard_as_it_is_written(document, folder)
