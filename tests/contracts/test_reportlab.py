"""What `briefing.pdf` takes from inside reportlab; a new version that differs fails here."""

import pytest
from reportlab.pdfbase import pdfdoc


@pytest.fixture
def document():
    return pdfdoc.PDFDocument(invariant=1)


def test_numbers_are_counted_from_the_last_one_given(document):
    before = document.objectcounter
    document.objectcounter += 10
    document.Reference(pdfdoc.PDFDictionary({}))

    assert document.objectcounter == before + 11
    assert max(document.numberToId) == before + 11


def test_a_registered_object_is_found_by_number_and_name(document):
    thing = pdfdoc.PDFDictionary({})
    reference = document.Reference(thing, "Thing")
    number, generation = document.idToObjectNumberAndVersion["Thing"]

    assert thing.__InternalName__ == "Thing"
    assert generation == 0
    assert document.numberToId[number] == "Thing"
    assert document.idToObject["Thing"] is thing
    assert pdfdoc.format(reference, document) == b"%d 0 R" % number


def test_texts_are_written_as_they_are(document):
    dictionary = pdfdoc.PDFDictionary({"A": "<</B 1>>", "C": "7 0 R"})

    assert pdfdoc.format(dictionary, document).split() == b"<< /A <</B 1>> /C 7 0 R >>".split()


def test_a_page_gets_its_number_when_it_is_added(document):
    document.addPage(pdfdoc.PDFPage())

    name = document.numberToId[document.objectcounter]
    assert document.idToObject[name] is document.Pages.pages[0]


def test_a_page_writes_keys_that_it_did_not_know(document):
    page = pdfdoc.PDFPage()
    page.pagewidth, page.pageheight = 420.5, 595
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.Contents, page.Annots, page.StructParents, page.Tabs = "5 0 R", ["6 0 R"], 0, "/S"
    resources = pdfdoc.PDFResourceDictionary()
    resources.basicFonts()
    page.Resources = document.Reference(resources)
    document.addPage(page)
    pages, _ = document.idToObjectNumberAndVersion[document.Reference(document.Pages).name]
    shared, _ = document.idToObjectNumberAndVersion[page.Resources.name]

    assert _words(pdfdoc.format(page, document, toplevel=1)) == (
        f"<< /Annots [ 6 0 R ] /Contents 5 0 R /MediaBox [ 0 0 420.5 595 ] /Parent {pages} 0 R "
        f"/Resources {shared} 0 R /StructParents 0 /Tabs /S /Type /Page >>"
    )


def test_a_page_without_annotations_has_no_array_for_them(document):
    page = pdfdoc.PDFPage()
    page.Contents, page.Resources, page.Annots = "5 0 R", "6 0 R", []
    document.addPage(page)

    assert b"/Annots" not in pdfdoc.format(page, document, toplevel=1)


def test_the_catalogue_writes_keys_that_it_did_not_know_and_leaves_none_out(document):
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]
    catalogue.Outlines = None
    catalogue.OutputIntents, catalogue.AF = "[7 0 R]", None
    catalogue.Lang, catalogue.Metadata, catalogue.PageMode = "(en)", "8 0 R", "/UseNone"
    pages, _ = document.idToObjectNumberAndVersion[document.Reference(document.Pages).name]

    assert _words(pdfdoc.format(catalogue, document, toplevel=1)) == (
        f"<< /Lang (en) /Metadata 8 0 R /OutputIntents [7 0 R] /PageMode /UseNone "
        f"/Pages {pages} 0 R /Type /Catalog >>"
    )


def test_resources_share_one_dictionary_of_fonts(document):
    resources = pdfdoc.PDFResourceDictionary()
    resources.basicFonts()
    document.idToObject[pdfdoc.BasicFonts].dict["F1"] = "9 0 R"
    fonts, _ = document.idToObjectNumberAndVersion[pdfdoc.BasicFonts]

    assert f"/Font {fonts} 0 R" in _words(pdfdoc.format(resources, document, toplevel=1))
    shared = document.idToObject[pdfdoc.BasicFonts]
    assert _words(pdfdoc.format(shared, document, toplevel=1)) == "<< /F1 9 0 R >>"


def test_resources_name_the_pictures_that_they_have(document):
    resources = pdfdoc.PDFResourceDictionary()
    bare = _words(pdfdoc.format(resources, document, toplevel=1))
    resources.XObject["P1"] = "9 0 R"

    assert "XObject" not in bare
    assert "/XObject << /P1 9 0 R >>" in _words(pdfdoc.format(resources, document, toplevel=1))


def test_streams_lack_a_line_end_before_their_end(document):
    stream = pdfdoc.PDFStream(content=b"data")

    assert pdfdoc.format(stream, document, toplevel=1).endswith(b"\nstream\ndataendstream\n")


def test_resources_write_parameters_of_graphics_and_shadings_as_they_are(document):
    resources = pdfdoc.PDFResourceDictionary()
    bare = _words(pdfdoc.format(resources, document, toplevel=1))
    resources.ExtGState["G1"] = "<</ca .5>>"
    resources.Shading["S1"] = "9 0 R"

    assert "ExtGState" not in bare
    assert "Shading" not in bare
    written = _words(pdfdoc.format(resources, document, toplevel=1))
    assert "/ExtGState << /G1 <</ca .5>> >>" in written
    assert "/Shading << /S1 9 0 R >>" in written


def test_a_page_writes_its_group_and_leaves_out_what_is_none(document):
    page = pdfdoc.PDFPage()
    page.__NoDefault__ = [*page.__NoDefault__, "Group", "StructParents", "Tabs"]
    page.Contents, page.Resources, page.Annots = "5 0 R", "6 0 R", []
    page.Group, page.StructParents, page.Tabs = "<</S/Transparency>>", None, None
    document.addPage(page)

    written = _words(pdfdoc.format(page, document, toplevel=1))
    assert "/Group <</S/Transparency>>" in written
    assert "StructParents" not in written
    assert "Tabs" not in written


def test_keys_that_one_page_may_write_are_not_those_of_all(document):
    page = pdfdoc.PDFPage()
    page.__NoDefault__ = [*page.__NoDefault__, "Tabs"]
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "AF"]

    assert "Tabs" not in pdfdoc.PDFPage().__NoDefault__
    assert "AF" not in pdfdoc.PDFDocument(invariant=1).Catalog.__NoDefault__


def test_objects_have_numbers_in_the_order_in_which_they_were_registered(document):
    document.Reference(pdfdoc.PDFDictionary({}), "Zebra")
    document.Reference(pdfdoc.PDFDictionary({}), "Ape")

    assert list(document.numberToId)[-2:] == sorted(document.numberToId)[-2:]
    assert list(document.numberToId.values())[-2:] == ["Zebra", "Ape"]


def test_what_is_registered_while_another_is_written_comes_last(document):
    inner = pdfdoc.PDFDictionary({})

    class Outer(pdfdoc.PDFObject):
        def format(self, register):
            return pdfdoc.format(register.Reference(inner), register)

    document.Reference(Outer(), "Outer")
    before = list(document.numberToId)
    body = pdfdoc.format(document.idToObject["Outer"], document, toplevel=1)

    (new,) = list(document.numberToId)[len(before) :]
    assert list(document.numberToId)[: len(before)] == before
    assert body.split() == b"%d 0 R".__mod__(new).split()


def test_nothing_is_registered_that_was_not_asked_for(document):
    page = pdfdoc.PDFPage()
    page.Contents, page.Resources, page.Annots = "5 0 R", "6 0 R", []
    document.addPage(page)
    document.Catalog.Outlines = None
    document.Reference(document.Catalog)
    for name in list(document.numberToId.values()):
        pdfdoc.format(document.idToObject[name], document, toplevel=1)

    kinds = [type(document.idToObject[name]).__name__ for name in document.numberToId.values()]
    assert sorted(kinds) == ["PDFCatalog", "PDFDictionary", "PDFPage", "PDFPages"]
    assert document.info is not None  # it has a date, and is never written


def test_pages_know_how_many_they_are_and_in_which_order(document):
    for _ in range(2):
        page = pdfdoc.PDFPage()
        page.Contents, page.Resources, page.Annots = "5 0 R", "6 0 R", []
        document.addPage(page)
    numbers = [document.idToObjectNumberAndVersion[page.__InternalName__][0]
               for page in document.Pages.pages]  # fmt: skip

    assert _words(pdfdoc.format(document.Pages, document, toplevel=1)) == (
        f"<< /Count 2 /Kids [ {numbers[0]} 0 R {numbers[1]} 0 R ] /Type /Pages >>"
    )


def _words(body: bytes) -> str:
    return " ".join(body.decode("latin-1").split())
