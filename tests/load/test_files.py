import os

import pytest

from briefing.errors import ContentError
from briefing.load import load
from briefing.load.syntax import files
from tests.load.conftest import STYLES

UNITS = "content/units.yaml"


@pytest.fixture
def errors():
    def of(root):
        with pytest.raises(ContentError) as caught:
            load(root, STYLES)
        return str(caught.value)

    return of


def test_a_folder_without_a_project_is_told_of_once(tmp_path, errors):
    assert errors(tmp_path) == (
        "content/project.yaml:1:1: error: the file is missing\n"
        "  hint: a project is a folder that holds it"
    )


def test_a_file_that_is_missing(project, errors):
    root = project({UNITS: None, "content/sources.yaml": None})

    assert errors(root) == (
        "content/sources.yaml:1:1: error: the file is missing\n"
        f"{UNITS}:1:1: error: the file is missing"
    )


def test_a_folder_in_the_place_of_a_file(project, errors):
    root = project({UNITS: None})
    (root / UNITS).mkdir()

    assert errors(root) == f"{UNITS}:1:1: error: a folder stands where a file is wanted"


def test_a_file_in_the_place_of_a_folder(project, errors):
    root = project({"content/charts/water.yaml": None})
    (root / "content/charts").rmdir()
    (root / "content/charts").write_text("x", "utf-8")

    assert errors(root).startswith(
        "content/charts:1:1: error: the folder cannot be read: not a directory"
    )


def test_a_file_that_may_not_be_read(project, errors, monkeypatch):
    root = project()
    read = files.Path.read_bytes

    def refuse(path):
        if path.name == "units.yaml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(files.Path, "read_bytes", refuse)

    assert errors(root) == f"{UNITS}:1:1: error: the file cannot be read: permission denied"


def test_a_pipe_is_not_waited_for(project, errors):
    root = project({UNITS: None})
    os.mkfifo(root / UNITS)

    assert errors(root) == f"{UNITS}:1:1: error: this is no ordinary file"


def test_a_link_out_of_the_project(project, errors, tmp_path):
    root = project({UNITS: None})
    (tmp_path / "units.yaml").write_text("{}", "utf-8")
    (root / UNITS).symlink_to(tmp_path / "units.yaml")

    assert errors(root) == (
        f"{UNITS}:1:1: error: the file lies outside the project\n"
        "  hint: keep everything that is read inside the project's folder"
    )


def test_a_folder_that_is_a_link_out_of_the_project(project, errors, tmp_path):
    root = project({"content/tables/water.yaml": None})
    (root / "content/tables").rmdir()
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables/water.yaml").write_text("title: Secret", "utf-8")
    (root / "content/tables").symlink_to(tmp_path / "tables")

    assert errors(root) == (
        "content/tables/water.yaml:1:1: error: the file lies outside the project\n"
        "  hint: keep everything that is read inside the project's folder"
    )


def test_a_link_inside_the_project_is_followed(project):
    root = project()
    (root / "content/sections/more.md").symlink_to(root / "content/sections/water.md")

    assert load(root, STYLES).content.sections["more"].title


def test_a_link_that_leads_nowhere(project, errors):
    root = project({UNITS: None})
    (root / UNITS).symlink_to(root / "gone.yaml")

    assert errors(root) == (
        f"{UNITS}:1:1: error: the file is missing\n  hint: the link leads nowhere"
    )


def test_a_font_outside_the_project_is_no_font(project, errors, tmp_path):
    (tmp_path / "face.ttf").touch()
    faces = "italic: fonts/f.ttf, bold: fonts/f.ttf, bold-italic: fonts/f.ttf"
    style = f"extends: brief\nfamilies:\n  mono: {{regular: ../../face.ttf, {faces}}}\n"
    root = project({"styles/own.yaml": style, "styles/fonts/f.ttf": b""})

    assert errors(root) == (
        "styles/own.yaml:3:19: error: there is no font '../../face.ttf'\n"
        "  hint: give its path from the folder of the styles"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"percent: {pattern: '{value}\xa0%', label: x}",
            "1:28: error: the file is not in UTF-8\n  hint: save it as UTF-8",
        ),
        (
            "a: é\nb: ".encode() + b"\xff",
            "2:4: error: the file is not in UTF-8\n  hint: save it as UTF-8",
        ),
        (
            "\ufeffpercent: {}".encode(),
            "1:1: error: the file begins with a byte order mark\n"
            "  hint: save it as UTF-8 without a byte order mark",
        ),
        (
            "percent: {}".encode("utf-16"),
            "1:1: error: the file is in UTF-16\n  hint: save it as UTF-8 without a byte order mark",
        ),
        (
            b"percent:\n  label: a\x07b",
            "2:11: error: the character U+0007 cannot be printed\n  hint: take it out",
        ),
        (
            "label: a\u2028b".encode(),
            "1:9: error: the character U+2028 cannot be printed\n  hint: take it out",
        ),
        (
            "label: \ue041".encode(),
            "1:8: error: the character U+E041 cannot be printed\n  hint: take it out",
        ),
    ],
)
def test_a_file_that_is_no_text(project, errors, data, message):
    assert errors(project({UNITS: data})) == f"{UNITS}:{message}"


def test_a_file_that_is_too_large(project, errors, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 3 * 2**20)
    root = project({UNITS: b"#" * (3 * 2**20 + 100_000)})

    assert errors(root) == f"{UNITS}:1:1: error: the file has 3.1 MB\n  hint: at most 3; split it"


def test_lines_may_end_as_on_windows(project):
    text = "---\r\ntitle: Water\r\n---\r\n\r\nTwo\r\nlines.\r\n"
    section = load(project({"content/sections/water.md": text}), STYLES).content.sections["water"]

    (paragraph,) = section.blocks
    assert [inline.text for inline in paragraph.children] == ["Two lines."]
    assert (paragraph.where.line, paragraph.where.column) == (5, 1)


def test_every_file_that_was_read_is_named_with_its_hash(project):
    inputs = load(project({"content/README.md": "Not read."}), STYLES).content.inputs

    assert list(inputs) == [
        "briefing/styles/brief.yaml",
        "content/charts/water.yaml",
        "content/countries.yaml",
        "content/documents/brief.md",
        "content/indicators.yaml",
        "content/project.yaml",
        "content/readings/water.yaml",
        "content/sections/water.md",
        "content/sources.yaml",
        "content/tables/water.yaml",
        "content/units.yaml",
    ]
    assert all(len(value) == 64 for value in inputs.values())
