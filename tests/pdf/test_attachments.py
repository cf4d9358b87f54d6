import hashlib

import pytest
from msgspec.structs import replace

from briefing.model.flow import Attachment
from briefing.model.structure import Node
from briefing.pdf import write_pdf
from tests.pdf.reader import read
from tests.pdf.sample import chart, everything
from tests.pdf.typesetter import Desk

BIBLIOGRAPHY = Attachment("sources.bib", "All sources", "text/x-bibtex", b"@book{}")


@pytest.fixture(scope="module")
def pdf():
    sample = everything()
    return read(write_pdf(sample.pages, sample.fonts)).pdf


def test_the_data_of_a_drawing_travels_with_it(pdf):
    data = pdf.attachments["reservoirs.csv"]
    figure = pdf.Root.StructTreeRoot.K[0].K[1].K[0].K[1]

    assert data.get_file().read_bytes() == chart().data.encode()
    assert data.obj.AFRelationship == "/Data"
    assert str(data.obj.Desc) == chart().alt
    assert figure.S == "/Figure"
    assert [file.objgen for file in figure.AF] == [data.obj.objgen]


def test_a_file_of_the_whole_document_is_a_supplement(pdf):
    file = pdf.attachments["sources.bib"]

    assert file.obj.AFRelationship == "/Supplement"
    assert str(file.obj.Desc) == "All sources"
    assert {str(each.UF) for each in pdf.Root.AF} == {"sources.bib", "reservoirs.csv"}


def test_a_file_says_its_size_date_and_sum(pdf):
    stream = pdf.attachments["sources.bib"].obj.EF.F

    assert stream.Subtype == "/text/x-bibtex"
    assert stream.Params.Size == len(BIBLIOGRAPHY.data)
    assert str(stream.Params.ModDate) == "D:20260131000000Z"
    digest = hashlib.md5(BIBLIOGRAPHY.data, usedforsecurity=False).digest()
    assert bytes(stream.Params.CheckSum) == digest


def test_data_given_by_name_is_not_attached_twice():
    given = Attachment("reservoirs.csv", "Figures", "text/csv", b"1", drawing="reservoirs")
    pdf = _with_a_drawing([given])

    assert list(pdf.attachments) == ["reservoirs.csv"]
    assert pdf.attachments["reservoirs.csv"].get_file().read_bytes() == b"1"


def test_a_drawing_without_data_attaches_nothing():
    pdf = _with_a_drawing([], data="")

    assert "/Names" not in pdf.Root
    assert "/AF" not in pdf.Root


def test_two_files_of_one_name_are_refused():
    desk = Desk()
    pages = desk.done(Node("Document"), attachments=[BIBLIOGRAPHY, BIBLIOGRAPHY])

    with pytest.raises(ValueError, match=r"^two attachments have one name: 'sources.bib'$"):
        write_pdf(pages, desk.fonts)


def _with_a_drawing(attachments, **changes):
    desk = Desk()
    leaf = desk.leaf()
    desk.drawing(replace(chart(), **changes), leaf)
    figure = Node("Figure", (leaf,), alt="Bars", drawing="reservoirs")
    pages = desk.done(Node("Document", (figure,)), attachments=attachments)
    return read(write_pdf(pages, desk.fonts)).pdf
