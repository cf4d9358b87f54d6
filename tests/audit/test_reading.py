"""The structure, and what is read aloud in its order."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from briefing.audit.lint import lint
from briefing.audit.painting.pages import read_pages
from briefing.audit.structure.elements import Annotated, Marked
from briefing.audit.structure.reading import plain, read_aloud, text_of
from briefing.audit.structure.tree import read_tree
from briefing.audit.values import Passage
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from tests.audit.handmade import again, aloud, element, page_of, passages, tagged
from tests.audit.mutants import opened
from tests.pdf.sample import everything


@pytest.fixture
def pdf():
    return pikepdf.new()


def words(*texts: str) -> str:
    """A page with a stretch of content for each text."""
    marks = (
        f"/P <</MCID {number}>> BDC BT /F1 9 Tf ({text}) Tj ET EMC"
        for number, text in enumerate(texts)
    )
    return "\n".join(marks)


def read(pdf):
    tree = read_tree(again(pdf))
    assert tree is not None
    return tree


def test_text_is_read_in_the_order_of_the_structure(pdf):
    page = page_of(pdf, words("three", "one", "two "))
    other = page_of(pdf, words("four"))
    first = element(pdf, "H1", page, 1)
    far = Dictionary(Type=Name.MCR, Pg=other, MCID=0)
    second = element(pdf, "P", page, Array([2, 0, far]), Lang=String("de"))
    tagged(pdf, first, second)

    assert passages(pdf) == (
        Passage("H1", "one", 1, "en"),
        Passage("P", "two threefour", 1, "de"),
    )


def test_notes_interrupt_the_paragraph_that_they_stand_in(pdf):
    page = page_of(pdf, words("Text.", "1", "1", "Note.", " More\255ever"))
    label = element(pdf, "Lbl", page, 2)
    kids = Array(
        [0, element(pdf, "Reference", page, 1), element(pdf, "Note", page, Array([label, 3])), 4]
    )
    tagged(pdf, element(pdf, "P", page, kids))

    assert [role for role, _ in aloud(pdf)] == ["P", "Note", "P"]
    assert [text for _, text in aloud(pdf)][:2] == ["Text.1", "1Note."]


def test_alternatives_are_read_instead_of_what_they_stand_for(pdf):
    page = page_of(pdf, words("ink", "x", "y", "5"))
    figure = element(pdf, "Figure", page, 0, Alt=String("A hill"))
    span = element(pdf, "Span", page, 1, ActualText=String("chi"), Alt=String("no"))
    abbreviation = element(pdf, "Span", page, 2, E=String("years"))
    tagged(pdf, figure, element(pdf, "P", page, Array([span, abbreviation, 3])))

    assert aloud(pdf) == [("Figure", "A hill"), ("P", "chiy5")]


def test_labels_of_items_are_passages_and_those_of_notes_are_not(pdf):
    page = page_of(pdf, words("1.", "Item"))
    item = [element(pdf, "Lbl", page, 0), element(pdf, "LBody", page, 1)]
    tagged(pdf, element(pdf, "L", None, element(pdf, "LI", None, Array(item))))

    assert aloud(pdf) == [("Lbl", "1."), ("LBody", "Item")]


def test_roles_are_followed_through_the_map_and_circles_are_left(pdf):
    roles = Dictionary(Absatz=Name.Text, Text=Name.P, A=Name.B, B=Name.A)
    page = page_of(pdf, words("a", "b"))
    tagged(pdf, element(pdf, "Absatz", page, 0), element(pdf, "A", page, 1), RoleMap=roles)

    assert [(one.role, one.mapped) for one in read(pdf).kids] == [("Absatz", "P"), ("A", "B")]


def test_roles_in_no_encoding_are_followed_too(pdf):
    page = page_of(pdf, words("a"))
    tagged(pdf, element(pdf, "P", page, 0), RoleMap=pikepdf.Object.parse(b"<</\xdcber /H1>>"))
    held = pdf.Root.StructTreeRoot.K[0]
    held.S = pikepdf.Object.parse(b"/\xdcber")

    assert [one.mapped for one in read(pdf).kids] == ["H1"]


def test_attributes_are_plain_values_those_of_classes_below_the_element_s(pdf):
    classes = Dictionary(c=Dictionary(O=Name.Table, Scope=Name.Row, ColSpan=2))
    page = page_of(pdf, words("a"))
    own = Array([Dictionary(O=Name.Table, ColSpan=3, Headers=Array([String("x")])), 0])
    tagged(pdf, element(pdf, "TH", page, 0, C=Name.c, A=own), ClassMap=classes)

    assert read(pdf).kids[0].attributes == {
        "Table": {"Scope": "Row", "ColSpan": 3, "Headers": ("x",)}
    }


def test_every_form_of_kids_is_read(pdf):
    page = page_of(pdf, words("a", "b"))
    link = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 1, 1]))
    page.Annots = Array([link])
    direct = Dictionary(S=Name.P, K=Dictionary(Type=Name.MCR, MCID=1), Pg=page)
    holder = element(pdf, "Link", page, Array([0, Dictionary(Type=Name.OBJR, Obj=link), direct]))
    tagged(pdf, holder)
    kids = read(pdf).kids[0].kids

    assert kids[0] == Marked(0, 1)
    assert isinstance(kids[1], Annotated)
    assert kids[1].kind == "Link"
    assert kids[2].path == "Link/P[1]"
    assert kids[2].key[0] < 0
    assert kids[2].kids == (Marked(1, 1),)


def test_the_parent_tree_is_read_through_its_kids(pdf):
    page = page_of(pdf, words("a"))
    page.StructParents = 0
    held = element(pdf, "P", page, 0)
    low = pdf.make_indirect(Dictionary(Limits=[0, 0], Nums=Array([0, Array([held, None])])))
    tree = Dictionary(Kids=Array([Dictionary(Kids=Array([low, low]))]))
    tagged(pdf, held, ParentTree=tree)
    found = read(pdf)

    assert found.parents == {0: (found.kids[0].key, None)}


def test_a_circle_in_the_structure_ends_and_is_told(pdf):
    page = page_of(pdf, words("a"))
    top = element(pdf, "Sect", page, Array([]))
    below = element(pdf, "P", page, Array([0, top, 5.5, String("x")]), P=top)
    top.K = Array([below, below])
    tagged(pdf, top)

    assert [message for _, message in read(pdf).broken] == [
        "an element below it is its own ancestor",
        "a kid is neither content nor an element",
        "a kid is neither content nor an element",
        "an element below it stands in the structure twice",
    ]
    assert aloud(pdf) == [("P", "a")]


def test_a_structure_without_end_is_read_to_a_depth(pdf):
    page = page_of(pdf, words("a"))
    below = element(pdf, "Div", page, 0)
    for _ in range(400):
        above = element(pdf, "Div", page, below)
        below.P, below = above, above
    tagged(pdf, below)
    with again(pdf) as file:
        tree, pages = read_tree(file), read_pages(file)

        assert [text for _, text in tree.broken] == ["the structure is too deep to be read further"]
        assert "content-lost" in {fault.rule for fault in lint(file, tree, pages)}
        assert text_of(tree.kids[0], pages) == ""


def test_a_file_without_structure_is_read_by_pages(pdf):
    page_of(pdf, "BT /F1 9 Tf (One) Tj ET")
    page_of(pdf, "")

    assert passages(pdf) == (Passage("page", "One", 1),)


def sources(node: Node, texts: dict[int, str]) -> list[str]:
    """The source text of a structure, leaf by leaf; alternatives instead of pictures."""
    if node.alt:
        return [f" {node.alt} "]
    inline = node.role in ("Strong", "Em", "Span", "Link", "Reference", "Sub", "Quote", "Code")
    found = [] if inline else [" "]
    for kid in node.kids:
        if isinstance(kid, Node):
            if not (kid.role == "Lbl" and node.role != "LI"):
                found += sources(kid, texts)
            else:
                found += [text for text in sources(kid, texts) if text != " "]
        elif isinstance(kid, int):
            found.append(texts[kid])
    return found if inline else [*found, " "]


def test_a_document_is_read_as_it_was_written_word_for_word():
    sample = everything()
    with opened(write_pdf(sample.pages, sample.fonts)) as file:
        read = read_aloud(read_tree(file), read_pages(file))

    written = plain("".join(sources(sample.pages.structure, sample.texts)))
    assert " ".join(one.text for one in read).split() == written.split()


def test_a_note_beside_the_document_is_no_trouble(pdf):
    page = page_of(pdf, words("1", "a"))
    tagged(pdf, element(pdf, "Note", page, 0), element(pdf, "P", page, 1))
    with again(pdf) as file:
        found = {fault.rule for fault in lint(file, read_tree(file), read_pages(file))}

    assert "note-id" in found
    assert "note-reference" not in found
