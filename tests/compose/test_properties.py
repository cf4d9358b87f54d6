"""What holds in every flow, whatever the manuscript and the style."""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from briefing.model import manuscript as m
from briefing.model.flow import (
    BandItem,
    BreakItem,
    ColumnsItem,
    FloatItem,
    Flow,
    ParagraphItem,
    SheetItem,
)
from briefing.model.structure import LinkPlace
from briefing.model.style import Style
from briefing.pdf.structure.tree import ROLE_MAP, STANDARD
from tests.compose import manuscripts as made
from tests.compose.flows import (
    anchors,
    drawings,
    everything,
    leaves,
    nodes,
    paragraphs,
    runs,
    runs_of,
)

WORDS = st.sampled_from(["war", "peace", "gas and oil", "Tajikistan’s border.", "a", "Öl"])
ABBREVIATIONS = [
    made.abbreviation("NATO", "North Atlantic Treaty Organization"),
    made.abbreviation("EU", "European Union"),
]
BOXES = ["key-messages", "key-facts", "box", "pull-quote", "recommendations"]
LISTINGS = [
    "contents", "figures", "tables", "abbreviations", "sources", "credits", "notes", "imprint",
]  # fmt: skip


class Names:
    """Gives every named thing another name, and remembers which can be referred to."""

    def __init__(self) -> None:
        self.titled: list[str] = []
        self._count = 0

    def next(self) -> str:
        self._count += 1
        return f"name-{self._count}"

    def one_that_is_titled(self) -> str:
        self.titled.append(self.next())
        return self.titled[-1]


@st.composite
def inlines(draw, depth: int = 2, *, notes: bool = True):
    """Words, with anything in them; references come later, when it is known what there is."""
    plain = WORDS.map(made.text)
    kinds = [plain, plain, st.sampled_from(ABBREVIATIONS), st.just(m.LineBreak())]
    kinds.append(st.just(m.Reference("?", "label", made.HERE)))
    kinds.append(st.just(m.Reference("?", "page", made.HERE)))
    if notes:
        kinds += [
            st.just(made.cited("kurc")),
            st.just(made.cited("kurc", "weitz")),
            st.just(m.Quantity("1.1%", made.reading(doubt="It is old."), made.HERE)),
        ]
    if depth and notes:
        kinds.append(inlines(depth=0, notes=False).map(lambda c: m.Footnote(c, made.HERE)))
    if depth:
        inner = inlines(depth=depth - 1, notes=notes)
        kinds.append(inner.map(m.Emphasis))
        kinds.append(inner.map(m.Strong))
        kinds.append(inner.map(lambda c: m.Link("https://example.org/", c, made.HERE)))
        kinds.append(inner.map(lambda c: m.Span(c, ("run-in",), "ru")))
    rest = draw(st.lists(st.one_of(kinds), max_size=3))
    return (draw(plain), *rest)


@st.composite
def blocks(draw, names: Names, depth: int, *, top: bool = False):
    """Some blocks, at least one."""
    count = draw(st.integers(1, 4 if top else 2))
    return tuple(_block(draw, names, depth, top=top) for _ in range(count))


def _block(draw, names: Names, depth: int, *, top: bool) -> m.Block:
    kinds = ["paragraph", "paragraph", "heading", "figure", "picture", "table"]
    if depth:
        kinds += ["list", "list", "definitions", "quote", "box", "box", "optional"]
    if top:
        kinds += ["section", "listing", "listing", "sheet"]
    if top and depth:
        kinds += ["columns", "front matter"]
    kind = draw(st.sampled_from(kinds))
    inner = blocks(names, max(depth - 1, 0))
    match kind:
        case "paragraph":
            classes = draw(st.sampled_from([(), ("keep",), ("foot",), ("attribution",)]))
            return m.Paragraph(draw(inlines()), classes, made.HERE)
        case "heading":
            level = draw(st.integers(2, 4))
            classes = draw(st.sampled_from([(), ("unlisted",)]))
            name = names.one_that_is_titled()
            return m.Heading(level, draw(inlines(depth=1)), name, made.HERE, classes)
        case "figure" | "picture" | "table" | "section":
            return _named(draw, names, kind, depth)
        case "list":
            items = draw(st.lists(inner, min_size=1, max_size=3))
            classes = st.lists(st.sampled_from(["lettered", "roman", "continued"]), unique=True)
            start = draw(st.sampled_from([None, 1, 3]))
            return m.ListBlock(start, tuple(map(m.ListItem, items)), tuple(draw(classes)))
        case "definitions":
            return m.DefinitionList((m.Definition(draw(inlines(depth=1)), draw(inner)),))
        case "quote":
            return m.Quote(draw(inner))
        case "box":
            box = draw(st.sampled_from(BOXES))
            return m.Box(box, draw(inner), made.HERE, draw(st.sampled_from([(), ("beside",)])))
        case "optional":
            block = _block(draw, names, depth - 1, top=top)
            return m.OptionalBlock(2, block, kind, made.HERE)
        case "columns":
            return m.Columns(draw(st.integers(1, 3)), draw(inner), made.HERE)
        case "front matter":
            return m.FrontMatter(draw(blocks(names, depth - 1, top=depth > 1)), made.HERE)
        case "listing":
            return made.listing(draw(st.sampled_from(LISTINGS)), draw(st.integers(1, 3)))
        case _:
            return _sheet(draw, names)


def _named(draw, names: Names, kind: str, depth: int) -> m.Block:
    """Something that may have a title, and with it can be referred to by label."""
    title = draw(inlines(depth=1)) if draw(st.booleans()) else ()
    note = draw(inlines(depth=0)) if draw(st.booleans()) else ()
    name = names.one_that_is_titled() if title else names.next()
    position = draw(st.sampled_from(["here", "here", "top", "foot", "page"]))
    span = draw(st.sampled_from(["full", "half", "third"]))
    match kind:
        case "figure":
            readings = draw(st.sampled_from([(), (made.reading(),)]))
            return m.Figure(span, title, (), note, readings, made.HERE, name, position)
        case "picture":
            alt = draw(st.sampled_from(["", "It shows."]))
            credit = draw(st.sampled_from([(), (made.text("A."),), (made.text("B."),)]))
            beside = draw(st.booleans())
            image = made.drawing(name, 80)
            return m.Picture(
                name, image, alt, title, note, credit, span, position, beside, made.HERE
            )
        case "table":
            row = m.Row((m.Cell(draw(inlines(depth=1))), m.Cell(draw(inlines(depth=0)))))
            table = made.table(name, "", position=position)
            return replace(table, title=title, rows=(row,), note=note)
        case _:
            within = draw(blocks(names, max(depth - 1, 0), top=depth > 1))
            return m.Section(name, title, within, made.HERE)


def _sheet(draw, names: Names) -> m.Sheet:
    heads = [m.Heading(level, draw(inlines(1, notes=False)), "", made.HERE) for level in (1, 2)]
    texts = [
        m.Paragraph(draw(inlines(1, notes=False)), classes, made.HERE)
        for classes in ((), ("foot",))
    ]
    picture = draw(st.sampled_from([None, made.picture(names.next(), credit="C.")]))
    kind = draw(st.sampled_from(["cover", "title-page", "back-cover"]))
    return made.sheet(kind, *draw(st.sampled_from([heads, texts, heads + texts])), picture=picture)


def referring(value, targets: list[str], turn: int = 0):
    """Let the references lead to what there is; without any they are words."""
    if isinstance(value, m.Reference):
        if not targets:
            return made.text("nothing")
        return replace(value, target=targets[len(targets) // 2])
    if isinstance(value, tuple):
        return tuple(referring(one, targets, turn + at) for at, one in enumerate(value))
    if isinstance(value, Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {
            name: referring(field, targets)
            for name, field in fields.items()
            if isinstance(field, (tuple, Struct))
        }
        return replace(value, **changed)
    return value


class Case(NamedTuple):
    """A manuscript to compose; what is in it would be too long to print."""

    blocks: tuple[m.Block, ...]
    house: Style
    language: str

    def __repr__(self) -> str:
        paper = self.house.paper
        return f"Case({self.language}, {paper.columns} columns, notes at {self.house.notes}, …)"

    def flow(self) -> Flow:
        """Compose it."""
        drawn = made.charts(self.house, full="full", half="half", third="third")
        return made.composed(
            *self.blocks, house=self.house, language=self.language, place=None, **drawn
        )


@st.composite
def cases(draw):
    """Any manuscript in any style."""
    names = Names()
    text = draw(blocks(names, 3, top=True))
    house = made.paper(made.style(), columns=draw(st.integers(1, 3)), facing=draw(st.booleans()))
    house = replace(
        house,
        captions=draw(st.sampled_from(["plain", "numbered"])),
        notes=draw(st.sampled_from(["foot", "end"])),
    )
    begins = draw(st.sampled_from(["here", "page", "right-page"]))
    house = made.with_paragraph(house, "h1", begins=begins, wide=draw(st.booleans()))
    if draw(st.booleans()):
        wide = replace(house.boxes["key-facts"], wide=True)
        house = replace(house, boxes={**house.boxes, "key-facts": wide})
    language = draw(st.sampled_from(["en", "de", "fr", "ru"]))
    return Case(referring(text, names.titled), house, language)


def faults(flow: Flow) -> list[str]:
    """Everything that is wrong with a flow."""
    return [
        *_leaf_faults(flow),
        *_link_faults(flow),
        *_note_faults(flow),
        *_place_faults(flow),
        *_structure_faults(flow),
    ]


def _leaf_faults(flow: Flow):
    in_tree = leaves(flow.structure)
    if len(in_tree) != len(set(in_tree)):
        yield f"leaves twice in the tree: {Counter(in_tree).most_common(2)}"
    owners: dict[int | None, set[int]] = {}
    for number, item in enumerate(paragraphs(flow)):
        for run in runs_of(item):
            if run.leaf is not None and run.text.strip():
                owners.setdefault(run.leaf, set()).add(number)
    for leaf, paragraphs_ in owners.items():
        if len(paragraphs_) > 1:
            yield f"leaf {leaf} is in several paragraphs"
    painted = set(owners)
    for drawing, leaf in drawings(flow):
        if leaf in painted:
            yield f"leaf {leaf} of {drawing.id} is painted by words too"
        painted |= {leaf} - {None}
    if painted != set(in_tree):
        yield f"painted only: {painted - set(in_tree)}, never painted: {set(in_tree) - painted}"


def _link_faults(flow: Flow):
    names = anchors(flow)
    yield from (f"{name} is given twice" for name, count in Counter(names).items() if count > 1)
    known = set(names)
    places = [
        kid.link for node in nodes(flow.structure) for kid in node.kids
        if isinstance(kid, LinkPlace)
    ]  # fmt: skip
    if sorted(places) != list(range(len(flow.links))):
        yield f"links {sorted(places)} of {len(flow.links)}"
    used = {run.link for run in runs(flow)} - {None}
    if used != set(places):
        yield f"links with a place but no words: {set(places) - used}, or without: {used}"
    for link in flow.links:
        if link.target.startswith("#") and link.target[1:] not in known:
            yield f"{link.target} leads nowhere"
    for run in runs(flow):
        if (run.field == "page-of") != bool(run.target) or (run.target and run.target not in known):
            yield f"the page of {run.target!r} is nowhere"
    for entry in flow.outline:
        if entry.anchor not in known:
            yield f"the bookmark {entry.title!r} leads nowhere"


def _note_faults(flow: Flow):
    marked = [run.note for item in everything(flow.items) if isinstance(item, ParagraphItem)
              for run in runs_of(item) if run.note is not None]  # fmt: skip
    if list(dict.fromkeys(marked)) != list(range(len(flow.notes))):
        yield f"markers {marked} for {len(flow.notes)} notes"
    if flow.style.notes == "end" and flow.notes:
        yield "foot notes although they stand at the end"
    held = [node for node in nodes(flow.structure) if node.role == "Note"]
    if len({node.id for node in held}) != len(held):
        yield "notes without an id of their own"


def _place_faults(flow: Flow):
    for item in flow.items:
        within = list(everything([item]))[1:]
        for one in within:
            if isinstance(one, (FloatItem, ColumnsItem, SheetItem, BandItem, BreakItem)):
                yield f"a {type(one).__name__} stands in a {type(item).__name__}"
        if isinstance(item, FloatItem):
            lines = [one for one in within if isinstance(one, ParagraphItem)]
            if any(run.note is not None for line in lines for run in runs_of(line)):
                yield "a float has the marker of a foot note"
        if isinstance(item, ColumnsItem) and (item.count < 2 or not item.items):
            yield "columns of one, or empty"
    kinds = [type(item) for item in flow.items]
    if BreakItem in {kinds[-1]} or (BreakItem, BreakItem) in set(pairwise(kinds)):
        yield "breaks that meet, or a last one"


def _structure_faults(flow: Flow):
    levels = [int(node.role[1:]) for node in nodes(flow.structure) if node.role[0] == "H"]
    before = 0
    for level in levels:
        if level > before + 1 and before:
            yield f"heading {level} stands below heading {before}"
        before = level
    before = 0
    for entry in flow.outline:
        if entry.level > before + 1:
            yield f"the bookmark {entry.title!r} skips a level"
        before = entry.level
    for node in nodes(flow.structure):
        if node.role not in STANDARD | ROLE_MAP.keys():
            yield f"{node.role} is no role"
    ids = Counter(node.id for node in nodes(flow.structure) if node.id)
    yield from (f"the id {name} is given twice" for name, count in ids.items() if count > 1)


@given(cases())
@settings(max_examples=80, deadline=None)
def test_a_flow_is_sound_whatever_the_manuscript(case):
    found = faults(case.flow())

    note(f"{case.blocks}")
    assert found == []


@pytest.mark.slow
@given(cases())
@settings(max_examples=2000, deadline=None)
def test_many_flows_are_sound(case):
    found = faults(case.flow())

    note(f"{case.blocks}")
    assert found == []
