import re
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

from briefing.model.structure import LinkPlace, Node
from briefing.pdf import write_pdf
from tests.pdf.reader import read
from tests.pdf.sample import LINKS, Sample, everything
from tests.pdf.typesetter import BODY, LINK, Desk, Piece


@pytest.fixture(scope="module")
def sample():
    return everything()


@pytest.fixture(scope="module")
def reading(sample):
    return read(write_pdf(sample.pages, sample.fonts))


def test_the_structure_gives_the_source_text_in_reading_order(sample, reading):
    assert _without_hyphens(reading.tree) == _source(sample.pages.structure, sample)


def test_lines_end_in_a_space_or_a_soft_hyphen(reading):
    paragraph = reading.tree[1][0][1][1][1]

    assert "the high val\u00adleys fill" in paragraph[4]
    assert "The office offered efficient" in paragraph[4]


def test_what_is_painted_without_a_leaf_is_an_artifact(reading):
    assert reading.artifacts == [
        ("Layout", ""),
        ("Layout", ""),
        ("Pagination/Header", "A running head"),
        ("Pagination/Footer", "page 3"),
        ("Layout", "Country (continued)"),
    ]
    assert reading.stray == ""


def test_a_paragraph_over_two_pages_is_one_element_with_two_sequences(reading):
    paragraph = reading.pdf.Root.StructTreeRoot.K[0].K[0].K[1]
    first, second, *_ = [kid for kid in paragraph.K if not _is_element(kid)][-3:]

    assert isinstance(first, int)
    assert second.Type == "/MCR"
    assert second.Pg.objgen == reading.pdf.pages[1].objgen
    assert paragraph.Pg.objgen == reading.pdf.pages[0].objgen


def test_lines_of_one_leaf_are_one_sequence(reading):
    on_first_page = [key for key in reading.texts if key[0] == 0]

    assert len(on_first_page) == 12


def test_the_parent_tree_leads_back_to_the_owner_of_each_sequence(reading):
    parents = _number_tree(reading.pdf)
    owned = {}
    for element in _elements(reading.pdf.Root.StructTreeRoot.K[0]):
        for page, sequence in _contents(element):
            owned[page, sequence] = element.objgen

    found = {
        (page.objgen, sequence): owner.objgen
        for page in reading.pdf.pages
        for sequence, owner in enumerate(parents[int(page.StructParents)])
    }
    assert found == owned
    assert len(found) == len(reading.texts)


def test_every_annotation_belongs_to_the_link_that_holds_it(reading):
    parents = _number_tree(reading.pdf)
    held = {
        kid.Obj.objgen: element.objgen
        for element in _elements(reading.pdf.Root.StructTreeRoot.K[0])
        for kid in _kids(element)
        if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"
    }

    found = {
        annotation.objgen: parents[int(annotation.StructParent)].objgen
        for page in reading.pdf.pages
        for annotation in page.get("/Annots", [])
    }
    assert found == held
    assert len(found) == len(LINKS)
    assert int(reading.pdf.Root.StructTreeRoot.ParentTreeNextKey) == max(parents) + 1


def test_elements_carry_their_attributes(reading):
    elements = list(_elements(reading.pdf.Root.StructTreeRoot.K[0]))
    figure = next(element for element in elements if element.S == "/Figure")
    numbered = next(element for element in elements if element.S == "/L")
    heads = [element for element in elements if element.S == "/TH"]
    cells = [element for element in elements if element.S == "/TD"]

    assert str(figure.Alt).startswith("Bars: the Toktogul reservoir holds 19.5 cubic kilometres —")
    assert [float(edge) for edge in figure.A.BBox] == [60, 441, 360, 521]
    assert figure.A.O == "/Layout"
    assert numbered.A.ListNumbering == "/Decimal"
    assert [str(head.A.Scope) for head in heads] == ["/Column", "/Column", "/Row", "/Row"]
    assert [str(key) for key in cells[0].A.Headers] == ["c1", "r0"]
    assert cells[2].A.ColSpan == 2
    assert "ru" in [str(element.Lang) for element in elements if "/Lang" in element]


def test_ids_lead_to_their_elements(reading):
    names = reading.pdf.Root.StructTreeRoot.IDTree.Names
    ids = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}

    assert list(ids) == ["c0", "c1", "note-1", "r0", "r1"]
    assert {key: str(element.ID) for key, element in ids.items()} == {key: key for key in ids}
    assert ids["note-1"].S == "/Note"


def test_roles_that_pdf_1_7_lacks_are_mapped(reading):
    assert dict(reading.pdf.Root.StructTreeRoot.RoleMap) == {"/Aside": "/Div", "/Strong": "/Span"}


def test_every_disagreement_between_pages_and_structure_is_named():
    desk = Desk()
    painted, spare = desk.leaf(), desk.leaf()
    desk.line([Piece("In the tree", painted), Piece(" and not", 77), Piece(" again", 78, LINK, 1)])
    pages = desk.done(
        Node(
            "Document",
            (Node("P", (painted, spare)), Node("Link", (LinkPlace(0),)), Node("P", (painted,))),
        ),
        links=LINKS[3:] * 2,
    )

    with pytest.raises(ValueError, match="leaf 1") as caught:
        write_pdf(pages, desk.fonts)

    assert str(caught.value) == (
        "leaf 1 is twice in the structure; leaf 77 is painted but not in the structure; "
        "leaf 78 is painted but not in the structure; "
        "leaf 2 of the structure, in P, is never painted; "
        "link 0 of the structure has no area on any page; "
        "link 1 has an area but no place in the structure"
    )


def test_unknown_roles_and_ids_given_twice_are_refused():
    desk = Desk()
    leaves = [desk.leaf() for _ in range(2)]
    for leaf in leaves:
        desk.line([Piece("A note", leaf)])
    notes = [Node("Note", (leaf,), id="n") for leaf in leaves]

    with pytest.raises(ValueError, match=r"^the id 'n' is given twice in the structure$"):
        write_pdf(desk.done(Node("Document", tuple(notes))), desk.fonts)
    with pytest.raises(ValueError, match=r"^'Notte' is no structure type$"):
        write_pdf(desk.done(Node("Document", (notes[0], Node("Notte", (leaves[1],))))), desk.fonts)


def test_a_link_with_two_places_is_refused(sample):
    link = Node("Link", (LinkPlace(0),))
    structure = replace(sample.pages.structure, kids=(*sample.pages.structure.kids, link))

    with pytest.raises(ValueError, match=r"^link 0 has two places in the structure$"):
        write_pdf(replace(sample.pages, structure=structure), sample.fonts)


def test_an_element_without_content_is_kept():
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece("Cell", leaf, BODY)])
    row = Node("TR", (Node("TD", (leaf,)), Node("TD")))
    pages = desk.done(Node("Document", (Node("Table", (row,)),)))

    tree = read(write_pdf(pages, desk.fonts)).tree
    assert tree == ("Document", (("Table", (("TR", (("TD", ("Cell",)), ("TD", ()))),)),))


def test_an_abbreviation_says_what_it_stands_for():
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece("OSCE", leaf, BODY)])
    stands_for = "Organization for Security and Co-operation in Europe"
    short = Node("Span", (leaf,), expansion=stands_for)
    pages = desk.done(Node("Document", (Node("P", (short,)),)))

    written = read(write_pdf(pages, desk.fonts))
    elements = _elements(written.pdf.Root.StructTreeRoot.K[0])
    assert [str(one.E) for one in elements if "/E" in one] == [stands_for]


def _source(node: Node, sample: Sample):
    kids: list[object] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            kids.append(_source(kid, sample))
        elif isinstance(kid, LinkPlace):
            kids.append(LINKS[kid.link].description)
        elif kids and isinstance(kids[-1], str):
            kids[-1] += sample.texts[kid]
        else:
            kids.append(sample.texts[kid])
    return node.role, tuple(kids)


def _without_hyphens(tree):
    if isinstance(tree, str):
        return re.sub("\u00ad", "", tree)
    role, kids = tree
    return role, tuple(_without_hyphens(kid) for kid in kids)


def _is_element(kid) -> bool:
    return not isinstance(kid, int) and "/S" in kid


def _kids(element):
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, (pikepdf.Array, list)) else [kids]


def _elements(element):
    yield element
    for kid in _kids(element):
        if _is_element(kid):
            yield from _elements(kid)


def _contents(element):
    for kid in _kids(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen, int(kid.MCID)


def _number_tree(pdf) -> dict[int, Any]:
    pairs = pdf.Root.StructTreeRoot.ParentTree.Nums
    return {int(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)}
