"""What the reader of workbooks leans on in openpyxl."""

import io

import openpyxl


def test_a_sheet_that_is_read_only_knows_its_path_and_pads_its_rows():
    book = openpyxl.Workbook()
    book.active["B3"] = 1
    data = io.BytesIO()
    book.save(data)
    sheet = openpyxl.load_workbook(data, read_only=True).worksheets[0]
    sheet.reset_dimensions()

    assert sheet._worksheet_path == "xl/worksheets/sheet1.xml"
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [[], [], [None, 1]]
