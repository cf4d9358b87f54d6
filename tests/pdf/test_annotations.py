import pytest
from msgspec.structs import replace

from briefing.model.flow import LinkItem, OutlineEntry
from briefing.model.structure import LinkPlace, Node
from briefing.pdf import write_pdf
from tests.pdf.reader import read
from tests.pdf.sample import everything
from tests.pdf.typesetter import LINK, Desk, Piece


@pytest.fixture(scope="module")
def sample():
    return everything()


@pytest.fixture(scope="module")
def pdf(sample):
    return read(write_pdf(sample.pages, sample.fonts)).pdf


def test_a_link_leads_to_the_place_of_its_anchor(sample, pdf):
    to_note = pdf.pages[0].Annots[0]
    page, *place = to_note.Dest
    anchor = next(anchor for anchor in sample.pages.anchors if anchor.name == "note-1")

    assert page.objgen == pdf.pages[anchor.page - 1].objgen
    assert place[0] == "/XYZ"
    assert [float(number) for number in place[1:3]] == [anchor.x, 595 - anchor.y]
    assert place[3] is None


def test_a_link_over_two_lines_is_one_annotation_with_two_areas(pdf):
    (annotation,) = pdf.pages[1].Annots
    corners = [float(number) for number in annotation.QuadPoints]
    left, bottom, right, top = (float(number) for number in annotation.Rect)

    assert len(corners) == 16
    assert (left, right) == (min(corners[::2]), max(corners[::2]))
    assert (bottom, top) == (min(corners[1::2]), max(corners[1::2]))
    assert corners[1] == corners[3] > corners[5] == corners[7]


def test_an_address_is_written_as_a_uri(pdf):
    (annotation,) = pdf.pages[1].Annots

    assert annotation.A.S == "/URI"
    assert str(annotation.A.URI) == "https://example.org/%D0%B2%D0%BE%D0%B4%D0%B0?year=2026"


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://example.org/a%20b?c=d#e", "https://example.org/a%20b?c=d#e"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/(a)\\{b}", "https://example.org/(a)%5C%7Bb%7D"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("https://example.org/–", "https://example.org/%E2%80%93"),
    ],
)
def test_what_a_uri_may_not_hold_is_escaped(address, uri):
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece("There", leaf, LINK, 0)])
    structure = Node("Document", (Node("P", (Node("Link", (leaf, LinkPlace(0))),)),))
    pages = desk.done(structure, links=[LinkItem(address, "There")])

    reading = read(write_pdf(pages, desk.fonts))
    assert str(reading.pdf.pages[0].Annots[0].A.URI) == uri


def test_annotations_are_printed_and_say_what_they_lead_to(pdf):
    annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]

    assert [str(annotation.Contents) for annotation in annotations] == [
        "Note 1",
        "Back to the text of note 1",
        "Water (example.org)",
        "Figure 1",
    ]
    assert {int(annotation.F) for annotation in annotations} == {4}
    assert {str(page.Tabs) for page in pdf.pages} == {"/S"}


def test_a_link_on_two_pages_has_an_annotation_on_each():
    desk = Desk()
    leaf = desk.leaf()
    desk.line([Piece("The start ", leaf, LINK, 0)])
    desk.page()
    desk.line([Piece("and the end", leaf, LINK, 0)])
    structure = Node("Document", (Node("P", (Node("Link", (leaf, LinkPlace(0))),)),))
    reading = read(
        write_pdf(desk.done(structure, links=[LinkItem("https://e.org", "E")]), desk.fonts)
    )

    link = reading.pdf.Root.StructTreeRoot.K[0].K.K
    assert link.S == "/Link"
    objects = [kid for kid in link.K if not isinstance(kid, int) and kid.Type == "/OBJR"]
    assert [kid.Pg.objgen for kid in objects] == [page.objgen for page in reading.pdf.pages]


def test_every_broken_target_is_named(sample):
    links = (*sample.pages.links, LinkItem("#nowhere", "A place"), LinkItem("https://e.org", ""))
    outline = (*sample.pages.outline, OutlineEntry("Lost", "lost", 1))

    with pytest.raises(ValueError, match="link 4") as caught:
        write_pdf(replace(sample.pages, links=links, outline=outline), sample.fonts)

    assert str(caught.value) == (
        "link 4 leads to '#nowhere', which is nowhere; "
        "link 5 does not say what it leads to; "
        "the outline entry 'Lost' leads to '#lost', which is nowhere"
    )
