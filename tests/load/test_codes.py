"""QR codes: the drawing has the modules of the code, black on white, with room around it."""

import pytest
import segno

from briefing.errors import Location
from briefing.load.pictures.codes import MODULE, QUIET, draw_code
from briefing.model.drawing import Drawing, Shape

HERE = Location("content/pictures/code.yaml", 1, 7)


def dark(drawing: Drawing) -> set[tuple[int, int]]:
    """The columns and rows of the dark modules, the quiet zone counted."""
    _, code = drawing.items
    assert isinstance(code, Shape)
    found = set()
    for begin in range(0, len(code.path), 5):
        rectangle = code.path[begin : begin + 4]
        across = [float(segment[1]) for segment in rectangle if segment[0] in ("M", "L")]
        down = [float(segment[2]) for segment in rectangle if segment[0] in ("M", "L")]
        left, right, top, bottom = min(across), max(across), min(down), max(down)
        found |= {
            (column, row)
            for column in range(round(left / MODULE), round(right / MODULE))
            for row in range(round(top / MODULE), round(bottom / MODULE))
        }
    return found


@pytest.mark.parametrize("address", ["https://example.org/", "https://example.org/" + "a1-" * 76])
def test_a_code_reads_back(address):
    made = segno.make_qr(address, error="m", boost_error=False)
    drawing = draw_code("code", address, HERE)
    side = len(made.matrix) + 2 * QUIET

    assert dark(drawing) == {
        (column + QUIET, row + QUIET)
        for row, modules in enumerate(made.matrix)
        for column, module in enumerate(modules)
        if module
    }
    assert drawing.width == drawing.height == side * MODULE
    assert [item.fill for item in drawing.items] == ["#ffffff", "#000000"]
