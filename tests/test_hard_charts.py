"""Hard data, from the author's file to the finished PDF: each kind of chart stays right."""

import io
import shutil
from pathlib import Path

import pikepdf
import pytest

from briefing import pipeline
from briefing.load import load
from briefing.model.request import Request

TINY = Path(__file__).parent / "cases/_project"
LONG = "a label that goes on " * 14 + "and ends"

KINDS = {
    "bar": "chart: bar\ny: One",
    "grouped": "chart: grouped\nseries: [One, Two]",
    "stacked": "chart: stacked\nseries: [One, Two]",
    "slope": "chart: slope\nstart: One\nend: Two",
    "range": "chart: range\nlow: One\nhigh: Two",
    "heatmap": "chart: heatmap\nseries: [One, Two]",
    "donut": "chart: donut\ny: One",
    "line": "chart: line\nseries: [One, Two]",
    "multiples": "chart: multiples\nseries: [One, Two]",
    "logarithmic": "chart: line\nseries: [One, Two]\nlog: true",
    "periods": "chart: bar\ny: One",
}
OVER_TIME = ("line", "multiples", "logarithmic", "periods")
POSITIVE = ("stacked", "donut", "logarithmic")

DATA = {
    "one": [("A", "3", "5")],
    "all zero": [("A", "0", "0"), ("B", "0", "0"), ("C", "0", "0")],
    "all equal": [("A", "5", "5"), ("B", "5", "5"), ("C", "5", "5")],
    "tiny": [("A", "1e-12", "3e-12"), ("B", "2e-12", "5e-12")],
    "huge": [("A", "1e15", "3e15"), ("B", "2e15", "1e15")],
    "tiny beside huge": [("A", "1e-12", "1e15"), ("B", "1e15", "1e-12")],
    "negative": [("A", "-3", "4"), ("B", "-1e15", "2"), ("C", "0", "-5")],
    "bounds": [("A", "over 3", "up to 9"), ("B", "1..2", "about 4"), ("C", "at least 1", "7..9")],
    "gaps": [("A", "1", ""), ("B", "", "4"), ("C", "", "")],
    "out of order": [("C", "1", "2"), ("A", "3", "4"), ("B", "5", "1")],
    "a long label": [(LONG, "1", "2"), ("B", "3", "4")],
    "sixty": [(f"State {number}", str(number + 1), str(60 - number)) for number in range(60)],
}


def fits(kind: str, data: str) -> bool:
    """Tell whether the data are not refused for this kind."""
    rows = DATA[data]
    if kind in POSITIVE and data == "negative":
        return False
    if kind == "logarithmic" and data == "all zero":
        return False
    if data == "sixty" and kind in ("grouped", "stacked", "heatmap"):
        return False  # so many do not go on a page
    return not (kind == "donut" and (len(rows) > 6 or data in ("gaps", "all zero")))


def made(project: Path, kind: str, data: str) -> pikepdf.Pdf:
    """Make the brief of a tiny project with the chart."""
    shutil.copytree(TINY, project, dirs_exist_ok=True)
    folder = project / "content/charts"
    (folder / "hard.csv").write_text(cells(kind, data), "utf-8")
    unused = "" if "Two" in KINDS[kind] else "unused: Two\n"
    (folder / "hard.yaml").write_text(
        f"{KINDS[kind]}\ntitle: Hard\nx: x\ndata: hard.csv\n{unused}unit: percent\ndecimals: 0\n"
        "source: kim-2020\ntable: after\n",
        "utf-8",
    )
    document = project / "content/documents/brief.md"
    document.write_text(document.read_text("utf-8") + '\n{{ chart("hard") }}\n', "utf-8")
    content = load(project, pipeline.packaged_styles()).content
    finished = pipeline.make(content, Request("brief", "KAZ", "public", "en", "hard"))
    return pikepdf.open(io.BytesIO(finished.pdf))


def cells(kind: str, data: str) -> str:
    """Write the data; over time, years stand for labels, in the order of the alphabet."""
    rows = DATA[data]
    names = sorted(label for label, *_ in rows)
    lines = ["x,One,Two"]
    for label, one, two in rows:
        x = str(1950 + names.index(label)) if kind in OVER_TIME else label
        lines.append(f"{x},{one},{two}")
    return "\n".join(lines) + "\n"


CASES = [(kind, data) for kind in KINDS for data in DATA if fits(kind, data)]


@pytest.mark.parametrize(("kind", "data"), CASES)
def test_hard_data_make_a_whole_chart(tmp_path, kind, data):
    pdf = made(tmp_path, kind, data)

    attached = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    (table,) = [text for name, text in attached.items() if "hard" in name]
    assert table.count(b"\r\n") > len(DATA[data]) - (2 if data == "gaps" else 0)
    assert pdf.check_pdf_syntax() == []
