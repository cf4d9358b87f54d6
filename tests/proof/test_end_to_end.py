"""Secrets in files of a project: built for those who may not know them, and with no tailoring."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing import pipeline
from briefing.cli import Exit, main
from tests.bitmaps import saved
from tests.proof.everywhere import letters, opened, said_in
from tests.proof.places_in_parts import with_remarks
from tests.proof.test_pictures import scene

SECRET = "quiet lapis harbour"
SLUG = "quiet-lapis-harbour"
TINY = Path(__file__).parents[1] / "cases" / "_project"
WATER = "---\ntitle: Water\n---\n\n{{ country.name }} is dry [@kim-2020, p. 4].\n\n"
BRIEF = "content/documents/brief.md"
SECTION = "content/sections/water.md"
SOURCES = "content/sources.yaml"
PICTURE = "file: view.png\nalt: A view\ncredit: Us\n"
LANDSCAPE = saved(scene(1))

Files = Mapping[str, str | bytes]


def more(text: str) -> Files:
    return {SECTION: f"{WATER}{text}\n"}


def chart(text: str, **files: str) -> Files:
    beside = {f"content/charts/{name}.csv": said for name, said in files.items()}
    return {"content/charts/water.yaml": text, **beside}


def picture(text: str, data: bytes = LANDSCAPE) -> Files:
    shown = more('{{ picture("view") }}')
    return {**shown, "content/pictures/view.yaml": text, "content/pictures/view.png": data}


OWN = "chart: grouped\ntitle: Little water\nunit: percent\nsource: kim-2020\n"
WORKS = (TINY / SOURCES).read_text("utf-8")
TITLED = (TINY / BRIEF).read_text("utf-8").replace("name }}", "name }} TITLE")
LEAKS: dict[str, Files] = {
    "a marking above the clearance inside an allowed section": more(
        f"All know it, [but not the {SECRET}]{{marking=AMBER}}."
    ),
    "a paragraph for others inside an allowed section": more(
        f"{{audience=parliament}}\nThey lease the {SECRET}."
    ),
    "words that an expression keeps": more(
        f"{{if=\"audience.key == 'parliament'\"}}\nThey lease the {SECRET}."
    ),
    "a text in an expression": more(
        f"It is {{{{ '{SECRET}' if audience.key == 'parliament' else 'nothing' }}}}."
    ),
    "a note": more(f"All know it^[Of the {SECRET}.]{{marking=AMBER}}."),
    "a caption": more(
        f'{{caption="The {SECRET}" marking=AMBER}}\n| Lake | Depth |\n|---|---|\n| A | 1 |'
    ),
    "a column of a table": more(
        f"| Lake | Of whom {{marking=AMBER}} |\n|---|---|\n| A | {SECRET} |\n| B | x |"
    ),
    "a caption of a picture": {
        **picture(f"{PICTURE}title: The {SECRET}\nmarking: AMBER\n"),
    },
    "a chart's data column": chart(
        f"{OWN}x: lake\ndata: lakes.csv\nseries: [Open, {SECRET}: {{marking: AMBER}}]\n",
        lakes=f"lake,Open,{SECRET}\nA,1,2\nB,3,4\n",
    ),
    "an attachment": chart(
        f"{OWN.replace('grouped', 'bar')}x: lake\ny: share\nrows:\n"
        f"  - {{lake: A, share: 1}}\n  - {{lake: B, share: 2}}\n"
        f"  - {{lake: The {SECRET}, share: 3, marking: AMBER}}\n"
    ),
    "a link's address": more(
        f"Look [[there](https://example.org/{SLUG})]{{audience=parliament}}."
    ),
    "a citation's title": {
        SOURCES: f"{WORKS}may-2021: {{type: book, title: The {SECRET}, marking: AMBER}}\n",
        **more('They lease it [@may-2021]{otherwise="A paper of ours."}.'),
    },
    "the title of what only closed words cite": {
        SOURCES: f"{WORKS}may-2021: {{type: book, title: The {SECRET}}}\n",
        **more("They lease it[, as we know [@may-2021]]{marking=AMBER}."),
    },
    "a title": {BRIEF: TITLED.replace("TITLE", f"[and {SECRET}]{{marking=AMBER}}")},
}  # fmt: skip

DECLARED = f"secrets:\n  - {SECRET}\n"
TRACELESS: dict[str, Files] = {
    "a variable's name": more(
        '{for="quiet_lapis_harbour in [\'A\', \'B\']"}\nLake {{ quiet_lapis_harbour }}.'
    ),
    "a picture's EXIF": {
        **picture(PICTURE.replace("view.png", "view.jpg")),
        "content/pictures/view.jpg": with_remarks(SECRET, "JPEG"),
        "content/pictures/view.png": b"",
    },
    "chunks of a PNG": picture(PICTURE, with_remarks(SECRET, "PNG")),
    "a comment in a chart": chart(
        f"# {SECRET}\nchart: bar\ntitle: Little water\nreadings: water\ncountries: [KAZ, KGZ]\n"
    ),
    "a comment in front matter": {SECTION: WATER.replace("title:", f"# {SECRET}\ntitle:")},
}  # fmt: skip
"""Where a declared secret may stand, for no file has it from there."""

REFUSED: dict[str, Files] = {
    "a caption": picture(f"{PICTURE}title: The {SECRET}\n"),
    "a link's address": more(f"Look [there](https://example.org/{SLUG})."),
    "a citation's title": {
        SOURCES: WORKS.replace("Lakes", f"The {SECRET}"),
    },
    "a chart's data": chart(
        f"{OWN}x: lake\ndata: lakes.csv\nseries: [Open, {SECRET}]\n",
        lakes=f"lake,Open,{SECRET}\nA,1,2\nB,3,4\n",
    ),
    "the name of a section's file": {
        f"content/sections/{SLUG}.md": "---\ntitle: More\n---\n\nMore of it.\n",
        **more(f'{{{{ section("{SLUG}") }}}}'),
    },
    "the name of a picture's file": {
        **picture(PICTURE.replace("view.png", f"{SLUG}.png")),
        f"content/pictures/{SLUG}.png": LANDSCAPE,
        "content/pictures/view.png": b"",
    },
    "the name of a chart's file, which its attachment has": {
        f"content/charts/{SLUG}.yaml": (TINY / "content/charts/water.yaml").read_text("utf-8"),
        **more(f'{{{{ chart("{SLUG}") }}}}'),
    },
    "the name of the file that is made": {
        f"content/documents/{SLUG}.md": (TINY / BRIEF).read_text("utf-8"),
    },
    "a text in an expression": more(f"It is {{{{ '{SECRET}' | upper }}}}."),
}
"""Where nothing keeps a declared secret out of the file, or out of the manifest."""


@pytest.fixture
def project(tmp_path) -> Callable[[Files], Path]:
    def made(files: Files) -> Path:
        root: Path = shutil.copytree(TINY, tmp_path / "project")
        for name, said in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(said if isinstance(said, bytes) else said.encode())
            if not said:
                path.unlink()
        return root

    return made


def build(root: Path, audience: str) -> Result:
    out = root.parent / audience
    arguments = ("build", "-c", "KAZ", "-a", audience, "--project", str(root), "-o", str(out))
    return CliRunner().invoke(main, arguments)


def made_in(root: Path, audience: str) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in (root.parent / audience).glob("*.pdf")}


def declare(root: Path) -> None:
    with (root / "content/project.yaml").open("a", encoding="utf-8") as file:
        file.write(DECLARED)


@pytest.mark.parametrize("files", LEAKS.values(), ids=LEAKS.keys())
def test_what_is_withheld_is_in_no_file_and_refuses_it_where_tailoring_fails(
    files, project, monkeypatch
):
    root = project(files)

    for audience, is_said in (("public", False), ("parliament", True)):
        result = build(root, audience)
        assert result.exit_code == Exit.MADE, result.stderr
        assert (letters(SECRET) in said_in(made_in(root, audience))) is is_said
    manifest = json.loads((root.parent / "public/manifest.json").read_text("utf-8"))
    assert letters(SECRET) not in letters(json.dumps(manifest["files"]))
    shutil.rmtree(root.parent / "public")

    tailor = pipeline.tailor
    monkeypatch.setattr(
        pipeline,
        "tailor",
        lambda content, *given, **named: tailor(
            opened(content), *given, **{**named, "audience": "parliament"}
        ),
    )
    result = build(root, "public")

    assert result.exit_code == Exit.PROOF, result.stderr
    assert result.stderr.endswith("refused: nothing was written\n")
    assert "lapis" not in result.stderr
    assert not (root.parent / "public").exists()


@pytest.mark.parametrize("files", TRACELESS.values(), ids=TRACELESS.keys())
def test_a_declared_secret_in_what_no_file_says_leaves_no_trace(files, project):
    root = project(files)
    declare(root)

    for audience in ("public", "parliament"):
        result = build(root, audience)
        assert result.exit_code == Exit.MADE, result.stderr
        assert letters(SECRET) not in said_in(made_in(root, audience))


@pytest.mark.parametrize("files", REFUSED.values(), ids=REFUSED.keys())
def test_a_declared_secret_refuses_every_file_that_says_it(files, project):
    root = project(files)
    declare(root)

    for audience in ("public", "parliament"):
        result = build(root, audience)
        assert result.exit_code == Exit.PROOF, result.stderr
        assert "lapis" not in result.stderr.replace(f"{SLUG}-kaz-{audience}.pdf", "")
        assert not (root.parent / audience).exists()


def test_a_comment_in_a_text_is_refused(project):
    result = build(project(more(f"All <!-- {SECRET} --> know it.")), "public")

    assert result.exit_code == Exit.CONTENT
    assert "HTML is not read here" in result.stderr


def test_a_variable_that_is_not_known_is_an_error_wherever_it_stands(project):
    hidden = more("[It is {{ quiet_lapis }}.]{marking=AMBER}")
    result = build(project(hidden), "public")

    assert result.exit_code == Exit.CONTENT
    assert "unknown" in result.stderr


def test_a_copy_for_somebody_whose_name_is_secret_is_refused(project):
    root = project({})
    declare(root)
    out = root.parent / "out"
    arguments = ("build", "-c", "KAZ", "-a", "public", "--project", str(root), "-o", str(out))
    result = CliRunner().invoke(main, (*arguments, "--recipient", "Quiet Lapis Harbour"))

    assert result.exit_code == Exit.PROOF, result.stderr
    assert not out.exists()


def test_a_secret_in_the_name_of_a_file_refuses_what_is_made_for_those_who_may_not_know_it(project):
    name = f"content/sections/{SLUG}.md"
    root = project({name: "---\ntitle: More\n---\n\n{audience=parliament}\nMore of it.\n"})
    with (root / "content/project.yaml").open("a", encoding="utf-8") as file:
        file.write(f"secrets:\n  - {{text: {SECRET}, audience: parliament}}\n")
    told = build(root, "public")
    known = build(root, "parliament")

    assert told.exit_code == Exit.PROOF
    assert told.stderr.splitlines()[-3:] == [
        "manifest.json: the name of a file that went into it: "
        "shows what content/project.yaml:13:12 withholds",
        "  hint: reword what is withheld or what is open, or give both one condition; an "
        "affiliation that the open text means otherwise goes under 'accepted-unprovable'",
        "refused: nothing was written",
    ]
    assert not (root.parent / "public").exists()
    assert known.exit_code == Exit.MADE, known.stderr
