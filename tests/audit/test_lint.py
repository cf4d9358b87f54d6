"""Every way to spoil a file is found, under its own name and no other."""

import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests import papers
from tests.audit.mutants import (
    GALLERY,
    built,
    faults,
    is_element,
    kids,
    numbers,
    parents,
    replace_content,
    role,
    rules,
    spoilt,
    walk,
)

PAPERS = [brief.name for brief in papers.opened(GALLERY).briefs()]


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_wrong_with_a_paper_of_the_gallery(name):
    assert faults(built(name)) == ()


@pytest.mark.parametrize("name", ["study", "country-brief-kgz-parliament", "at-a-glance-uzb"])
def test_nothing_is_wrong_with_a_paper_of_the_example_project(name):
    briefs = {brief.name: brief for brief in papers.opened(GALLERY.parents[1]).briefs()}

    assert faults(papers.file(briefs[name])) == ()


def swap_parents(pdf):
    entries = next(one for one in parents(pdf).values() if isinstance(one, Array) and len(one) > 3)
    entries[0], entries[1] = entries[1], entries[0]


def empty_parents(pdf):
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array([])


def shorten_parents(pdf):
    entries = next(one for one in parents(pdf).values() if isinstance(one, Array) and len(one) > 3)
    del entries[len(entries) - 1]


def share_content(pdf):
    first, second = role(pdf, "H2", 0), role(pdf, "H2", 1)
    second.Pg = first.Pg
    second.K = Array([*kids(second), numbers(first)[0]])


def own_content_twice(pdf):
    element = role(pdf, "H2")
    element.K = Array([numbers(element)[0], numbers(element)[0]])


def drop_content(pdf):
    element = next(one for one in walk(pdf) if one.S == "/P" and len(numbers(one)) > 1)
    del element.K[0]


def drop_element(pdf):
    above = role(pdf, "H2").P
    above.K = Array([kid for kid in kids(above) if kid.get("/S") != "/H2"])


def own_nothing(pdf):
    element = role(pdf, "H2")
    element.K = Array([*kids(element), 9999])


def repeat_number(pdf):
    page = pdf.pages[4]
    replace_content(page, b"<</MCID 1>>", b"<</MCID 0>>")


def lose_reference(pdf):
    link = role(pdf, "Link")
    link.K = Array([kid for kid in kids(link) if isinstance(kid, int)])


def swap_references(pdf):
    first, second = role(pdf, "Link", 0).K, role(pdf, "Link", 1).K
    first[-1].Obj, second[-1].Obj = second[-1].Obj, first[-1].Obj


def swap_links(pdf):
    """So that structure and parent tree agree, and both are wrong."""
    first, second = role(pdf, "Link", 0).K[-1].Obj, role(pdf, "Link", 5).K[-1].Obj
    first.Rect, second.Rect = second.Rect, first.Rect


def refer_to_nothing(pdf):
    link = role(pdf, "Link").K[-1]
    link.Obj = pdf.make_indirect(Dictionary(Subtype=Name.Link, Rect=[0, 0, 1, 1]))


def move_reference(pdf):
    role(pdf, "Link").K[-1].Pg = pdf.pages[0].obj


def move_link(pdf):
    role(pdf, "Link").S = Name.Span


def lose_keys_of_page(pdf):
    del pdf.pages[4].obj["/StructParents"]


def repeat_keys_of_pages(pdf):
    pdf.pages[4].obj.StructParents = pdf.pages[3].obj.StructParents


def lose_key_of_link(pdf):
    del role(pdf, "Link").K[-1].Obj["/StructParent"]


def repeat_key_of_links(pdf):
    first, second = role(pdf, "Link", 0).K[-1].Obj, role(pdf, "Link", 1).K[-1].Obj
    second.StructParent = first.StructParent


def lead_link_astray(pdf):
    tree = pdf.Root.StructTreeRoot.ParentTree
    key = int(role(pdf, "Link").K[-1].Obj.StructParent)
    at = [int(tree.Nums[at]) for at in range(0, len(tree.Nums), 2)].index(key)
    tree.Nums[2 * at + 1] = role(pdf, "H1")


def lose_mark(pdf):
    page = pdf.pages[4]
    data = page.Contents.read_bytes()
    match = re.search(rb"/Artifact[^\n]*B[DM]C\n", data)
    page.Contents.write(data.replace(match[0], b"/P BMC\n", 1))


def paint_outside(pdf):
    page = pdf.pages[4]
    page.Contents.write(page.Contents.read_bytes() + b"\n0 0 9 9 re f\n")


def nest_content(pdf):
    page = pdf.pages[4]
    data = page.Contents.read_bytes()
    first = data.index(b"<</MCID 0>>BDC") + len(b"<</MCID 0>>BDC")
    page.Contents.write(data[:first] + b"/Artifact BMC EMC" + data[first:])


def open_mark(pdf):
    page = pdf.pages[4]
    page.Contents.write(page.Contents.read_bytes() + b"\n/Artifact BMC\n")


def skip_level(pdf):
    role(pdf, "H2").S = Name.H4


def mix_headings(pdf):
    role(pdf, "H3", -1).S = Name.H


def lose_headings(pdf):
    for element in list(walk(pdf)):
        if re.fullmatch("/H[1-6]", str(element.S)):
            element.S = Name.P


def lose_alternative(pdf):
    del role(pdf, "Figure")["/Alt"]


def empty_alternative(pdf):
    role(pdf, "Figure").Alt = String("  ")


def say_nothing(text):
    def spoil(pdf):
        role(pdf, "Figure").Alt = String(text)

    return spoil


def lose_heads(pdf):
    for element in list(walk(pdf)):
        if element.S == "/TH":
            element.S = Name.TD


def lose_cell(pdf):
    row = role(pdf, "TR", -1)
    row.K[len(row.K) - 1].A.ColSpan = 2


def lose_scope(pdf):
    for element in list(walk(pdf)):
        if element.S == "/TH":
            del element.A["/Scope"]
        if element.S in ("/TD", "/TH") and "/Headers" in element.get("/A", {}):
            del element.A["/Headers"]


def unknown_header(pdf):
    cell = next(one for one in walk(pdf) if "/Headers" in one.get("/A", {}))
    cell.A.Headers = Array([String("nobody")])


def misplace_cell(pdf):
    role(pdf, "TH").S = Name.P


def lose_note_id(pdf):
    del role(pdf, "Note")["/ID"]


def repeat_id(pdf):
    role(pdf, "Note", 1).ID = role(pdf, "Note", 0).ID


def lose_ids(pdf):
    del pdf.Root.StructTreeRoot["/IDTree"]


def lead_id_astray(pdf):
    names = pdf.Root.StructTreeRoot.IDTree
    while "/Names" not in names:
        names = names.Kids[0]
    names.Names[1] = role(pdf, "H1")


def lose_marker(pdf):
    note = role(pdf, "Note")
    above = note.P
    at = next(i for i, kid in enumerate(above.K) if is_element(kid) and kid.objgen == note.objgen)
    marker = above.K[at - 1]
    marker.S = Name.Span
    marker.K.S = Name.Span
    marker.K.K = marker.K.K[0]


def misplace_item(pdf):
    role(pdf, "LBody").S = Name.P


def lose_numbering(pdf):
    for element in list(walk(pdf)):
        if element.S == "/L" and "/A" in element:
            del element["/A"]


def misplace_entry(pdf):
    role(pdf, "TOCI").S = Name.LI


def reverse_contents(pdf):
    contents = role(pdf, "TOC")
    last = len(contents.K) - 1
    contents.K[0], contents.K[last] = contents.K[last], contents.K[0]


def lose_description(pdf):
    del role(pdf, "Link").K[-1].Obj["/Contents"]


def vague_link(pdf):
    role(pdf, "Link").ActualText = String("Click here")


def bare_link(pdf):
    link = role(pdf, "Link")
    link.ActualText = String("https://example.org/a")
    link.K[-1].Obj.Contents = String("https://example.org/a")


def lose_language(pdf):
    del pdf.Root["/Lang"]


def break_language(pdf):
    pdf.Root.Lang = String("english_GB")


def break_language_of_element(pdf):
    role(pdf, "P").Lang = String("deutsch oder so")


def lose_title(pdf):
    replace_metadata(pdf, rb"<dc:title>.*?</dc:title>", b"")


def change_title(pdf):
    pdf.docinfo["/Title"] = "Another"


def change_author(pdf):
    pdf.docinfo["/Author"] = "Somebody else"


def replace_metadata(pdf, old, new):
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(old, new, data, flags=re.DOTALL))


def lose_metadata(pdf):
    del pdf.Root["/Metadata"]


def hide_title(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def lose_marking(pdf):
    del pdf.Root["/MarkInfo"]


def suspect(pdf):
    pdf.Root.MarkInfo.Suspects = True


def lose_order_of_tabs(pdf):
    page = next(page for page in pdf.pages if "/Annots" in page.obj)
    del page.obj["/Tabs"]


def lose_first_label(pdf):
    pdf.Root.PageLabels = Dictionary(Nums=Array([2, Dictionary(S=Name.D)]))


def lose_text_of_glyphs(pdf):
    del next(iter(pdf.pages[4].obj.Resources.Font.values()))["/ToUnicode"]


def senseless_text(pdf):
    font = next(iter(pdf.pages[4].obj.Resources.Font.values()))
    font.ToUnicode.write(re.sub(rb"<0065>", b"<E001>", font.ToUnicode.read_bytes()))


def lose_font(pdf):
    font = next(iter(pdf.pages[4].obj.Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def empty_element(pdf):
    element = role(pdf, "H2").P
    new = pdf.make_indirect(Dictionary(S=Name.P, P=element))
    element.K = Array([*kids(element), new])


def unknown_role(pdf):
    role(pdf, "P").S = Name.Absatz


def remap_role(pdf):
    roles = pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary())
    roles["/P"] = Name.Span
    pdf.Root.StructTreeRoot.RoleMap = roles


def make_cycle(pdf):
    element = role(pdf, "Sect", 1)
    below = next(kid for kid in kids(element) if is_element(kid))
    below.K = Array([*kids(below), element])


def wrong_parent(pdf):
    role(pdf, "H2").P = role(pdf, "H1")


def odd_kid(pdf):
    element = role(pdf, "H2")
    element.K = Array([*kids(element), Name.Odd])


def run_together(pdf):
    """Take the spaces away in which lines end: those before a new position, in the same text."""
    page = pdf.pages[6]
    page.Contents.write(without_last_spaces(page))


def without_last_spaces(page):
    instructions = list(pikepdf.parse_content_stream(page))
    out = []
    for at, one in enumerate(instructions):
        then = [str(follows.operator) for follows in instructions[at + 1 : at + 2]]
        if str(one.operator) == "TJ" and then == ["Tm"]:
            strings = [i for i, part in enumerate(one.operands[0]) if isinstance(part, String)]
            last = bytes(one.operands[0][strings[-1]])
            one.operands[0][strings[-1]] = String(last[:-2] or b"")
        out.append(one)
    return pikepdf.unparse_content_stream(out)


def harden_hyphens(pdf):
    for page in pdf.pages:
        data = page.Contents.read_bytes()
        page.Contents.write(data.replace(b"<FEFF00AD>", b"<FEFF002D>"))


def reverse_lines(pdf):
    element = next(
        one for one in walk(pdf) if one.S == "/P" and len(numbers(one)) > 2 and len(kids(one)) > 4
    )
    element.K = Array(list(reversed(kids(element))))


def reverse_blocks(pdf):
    element = role(pdf, "Document")
    blocks = element if len(kids(element)) > 6 else role(pdf, "Sect")
    blocks.K = Array(list(reversed(kids(blocks))))


SPOILT = [
    (swap_parents, "book", "parent-tree"),
    (empty_parents, "book", "parent-tree"),
    (shorten_parents, "book", "parent-tree"),
    (share_content, "book", "content-shared line-ends reading-order"),
    (own_content_twice, "book", "content-shared"),
    (drop_content, "book", "content-lost"),
    (drop_element, "house-plain", "content-lost"),
    (own_nothing, "book", "content-missing"),
    (repeat_number, "book", "content-repeated content-missing line-ends"),
    (lose_reference, "book", "annotation-lost link-without-annotation"),
    (swap_references, "book", "parent-tree"),
    (swap_links, "book", "link-area"),
    (refer_to_nothing, "book", "annotation-lost annotation-reference"),
    (move_reference, "book", "annotation-reference"),
    (move_link, "book", "annotation-role"),
    (lose_keys_of_page, "book", "struct-parents"),
    (repeat_keys_of_pages, "book", "struct-parents"),
    (lose_key_of_link, "book", "struct-parents"),
    (repeat_key_of_links, "book", "struct-parents"),
    (lead_link_astray, "book", "parent-tree"),
    (lose_mark, "book", "untagged"),
    (paint_outside, "book", "untagged"),
    (nest_content, "book", "nested-content"),
    (open_mark, "book", "content"),
    (skip_level, "book", "heading-levels"),
    (mix_headings, "book", "heading-kinds"),
    (lose_headings, "book", "heading-missing"),
    (lose_alternative, "book", "alternative"),
    (empty_alternative, "book", "alternative"),
    (say_nothing("Image"), "book", "alternative-weak"),
    (say_nothing("picture 1"), "book", "alternative-weak"),
    (say_nothing("hills_final-2.PNG"), "book", "alternative-weak"),
    (lose_heads, "book", "table-head"),
    (lose_cell, "book", "table-shape"),
    (lose_scope, "book", "table-scope"),
    (unknown_header, "book", "table-headers"),
    (misplace_cell, "book", "table-structure table-shape"),
    (lose_note_id, "notes", "note-id"),
    (repeat_id, "notes", "id-repeated"),
    (lose_ids, "notes", "id-tree"),
    (lead_id_astray, "notes", "id-tree"),
    (lose_marker, "notes", "annotation-lost note-reference"),
    (misplace_item, "lists", "list"),
    (lose_numbering, "lists", "list-numbering"),
    (misplace_entry, "book", "contents list"),
    (reverse_contents, "book", "contents-order"),
    (lose_description, "book", "link-description"),
    (vague_link, "book", "link-text"),
    (bare_link, "book", "link-text"),
    (lose_language, "book", "language"),
    (break_language, "book", "language"),
    (break_language_of_element, "book", "language"),
    (lose_title, "book", "title"),
    (change_title, "book", "metadata-differs"),
    (change_author, "book", "metadata-differs"),
    (lose_metadata, "book", "metadata"),
    (hide_title, "book", "title-shown"),
    (lose_marking, "book", "tagged"),
    (suspect, "book", "suspects"),
    (lose_order_of_tabs, "book", "tab-order"),
    (lose_first_label, "book", "page-labels"),
    (lose_text_of_glyphs, "book", "unicode"),
    (senseless_text, "book", "unicode"),
    (lose_font, "book", "font-embedded"),
    (empty_element, "book", "empty"),
    (unknown_role, "book", "role"),
    (remap_role, "book", "role"),
    (make_cycle, "book", "structure"),
    (wrong_parent, "book", "structure"),
    (odd_kid, "book", "structure"),
    (run_together, "book", "line-ends"),
    (harden_hyphens, "columns", "hyphens"),
    (reverse_lines, "book", "line-ends"),
    (reverse_blocks, "house-plain", "heading-levels reading-order"),
]


@pytest.mark.parametrize(
    ("spoil", "name", "expected"), SPOILT, ids=[one[0].__name__ for one in SPOILT]
)
def test_what_is_spoilt_is_found_under_its_own_name(spoil, name, expected):
    assert rules(spoilt(name, spoil)) == set(expected.split())
