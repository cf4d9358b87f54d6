"""Links, notes and images: where one gets, and what is said for what one does not see."""

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from briefing.audit.painting.pages import read_pages
from briefing.audit.parts.images import list_images
from briefing.audit.parts.links import list_links
from briefing.audit.parts.notes import list_notes
from briefing.audit.structure.jumps import read_jumps
from briefing.audit.structure.tree import read_tree
from briefing.audit.values import Image, Link, Note
from tests.audit import files


def jump(**more: Any):
    """Where a link on the first of three pages leads, and what is wrong with it."""
    pdf = files.plain(3)
    last = pdf.pages[2].obj
    pdf.Root.Dests = Dictionary(Old=Array([last, Name.Fit]))
    names = Array([String("new"), Dictionary(D=Array([last, Name.Fit])), String("lost"), Array()])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=Array([Dictionary(Names=names)])))
    made: dict[str, Any] = {
        key: value(pdf) if callable(value) else value for key, value in more.items()
    }
    pdf.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Link, **made)])
    jumps, faults = read_jumps(pdf)
    (found,) = jumps.values()
    return found.target, found.to, [fault.message for fault in faults]


def go(kind: str, **more: Any) -> Dictionary:
    return Dictionary(S=Name(f"/{kind}"), **more)


@pytest.mark.parametrize(
    ("link", "target", "to"),
    [
        ({"A": go("URI", URI=String("https://example.org/a?b"))}, "https://example.org/a?b", None),
        ({"Dest": lambda pdf: Array([pdf.pages[1].obj, Name.Fit])}, "page 2", 2),
        ({"A": lambda pdf: go("GoTo", D=Array([pdf.pages[1].obj, Name.Fit]))}, "page 2", 2),
        ({"Dest": String("new")}, "page 3", 3),
        ({"Dest": Name.Old}, "page 3", 3),
        ({"A": go("GoTo", D=String("new"))}, "page 3", 3),
        ({"A": go("GoTo", D=Array([0, Name.Fit]))}, "page 1", 1),
        (
            {"A": lambda pdf: go("GoTo", SD=Array([Dictionary(Pg=pdf.pages[1].obj)]))},
            "page 2",
            2,
        ),
        ({"A": go("GoToR", F=String("other.pdf"))}, "GoToR other.pdf", None),
        ({"A": go("Launch", F=Dictionary(UF=String("run.exe")))}, "Launch run.exe", None),
        ({"A": go("Named", N=Name.NextPage)}, "Named NextPage", None),
        ({"A": go("JavaScript", JS=String("app.beep()"))}, "JavaScript", None),
    ],
)  # fmt: skip
def test_a_link_is_followed_in_any_form(link, target, to):
    assert jump(**link) == (target, to, [])


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ({}, "a link leads nowhere"),
        ({"Dest": Array()}, "a link leads nowhere"),
        ({"Dest": Array([7])}, "a link leads nowhere"),
        ({"A": go("URI")}, "a link leads nowhere"),
        ({"Dest": String("lost")}, "a link leads to a place that there is not: 'lost'"),
        ({"A": go("GoTo", D=Name.Never)}, "a link leads to a place that there is not: 'Never'"),
    ],
)
def test_a_link_that_leads_nowhere_is_a_fault(link, message):
    assert jump(**link) == ("", None, [message])


def test_links_are_read_with_the_text_of_their_elements():
    pdf = files.tagged()
    page = pdf.pages[0].obj
    page.Annots.append(Dictionary(Subtype=Name.Link, Dest=String("marker")))
    jumps, _ = read_jumps(pdf)

    assert list_links(jumps, read_tree(pdf), read_pages(pdf)) == (
        Link("1", "Note 1", "page 1", 1, True),
        Link("1", "Back", "page 1", 1, True),
        Link("Read on", "", "https://example.org/", 1, True),
        Link("", "", "page 1", 1, False),
    )


def test_a_link_over_two_lines_is_one_link():
    pdf = files.tagged()
    page = pdf.pages[0].obj
    second = pdf.make_indirect(Dictionary(dict(page.Annots[2].items())))
    page.Annots.append(second)
    link = pdf.Root.StructTreeRoot.ParentTree.Nums[5]
    link.K.append(Dictionary(Type=Name.OBJR, Obj=second, Pg=page))
    jumps, _ = read_jumps(pdf)
    links = list_links(jumps, read_tree(pdf), read_pages(pdf))

    assert [one.target for one in links] == ["page 1", "page 1", "https://example.org/"]


def notes(change=None):
    pdf = files.tagged()
    if change:
        change(pdf)
    jumps, _ = read_jumps(pdf)
    return list_notes(jumps, read_tree(pdf), read_pages(pdf))


def paragraph(pdf):
    return pdf.Root.StructTreeRoot.K.K[1]


def test_a_note_with_its_reference_before_it_and_a_link_back():
    assert notes() == (Note("1", "A report.", 1, True, True),)


def test_a_note_whose_reference_is_gone():
    def remove(pdf):
        del paragraph(pdf).K[1]

    assert notes(remove) == (Note("1", "A report.", 1, False, True),)


def test_a_note_elsewhere_has_a_reference_where_a_link_with_its_label_leads_to_its_page():
    def move(pdf):
        note = paragraph(pdf).K[2]
        del paragraph(pdf).K[2]
        pdf.Root.StructTreeRoot.K.K.insert(0, note)

    assert notes(move) == (Note("1", "A report.", 1, True, True),)


def test_a_note_without_a_link_back():
    def cut(pdf):
        note = paragraph(pdf).K[2]
        del note.K[0].K[0].K[1]

    assert notes(cut) == (Note("1", "A report.", 1, True, False),)


def test_figures_and_bitmaps_outside_of_them_are_listed():
    pdf = files.tagged()
    files.bitmap(pdf, b"")
    figure = pdf.Root.StructTreeRoot.K.K[3]
    bare = list_images(read_tree(pdf), read_pages(pdf))
    figure.Alt = String("A pipe")
    described = list_images(read_tree(pdf), read_pages(pdf))

    assert bare == (Image(1, None, "Document/Figure[1]"), Image(1, None))
    assert described == (Image(1, "A pipe", "Document/Figure[1]"), Image(1, None))


def test_a_bitmap_among_artifacts_or_below_a_described_element_needs_no_words():
    pdf = files.tagged()
    files.bitmap(pdf, b"")
    page = pdf.pages[0].obj
    content = page.Contents.read_bytes()
    painted = b"q 9 0 0 9 0 0 cm /Im1 Do Q"
    content = content.replace(painted, b"/Artifact BMC " + painted + b" EMC")
    page.Contents = pdf.make_stream(content.replace(b"0 0 9 9 re f", painted))
    figure = pdf.Root.StructTreeRoot.K.K[3]
    figure.S = Name.Span
    plain = list_images(read_tree(pdf), read_pages(pdf))
    figure.Alt = String("A pipe")

    assert plain == (Image(1, None, "Document/Span[1]"),)
    assert list_images(read_tree(pdf), read_pages(pdf)) == ()
