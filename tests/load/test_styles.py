from pathlib import Path
from typing import get_args

import pytest

from briefing.errors import ContentError
from briefing.load import load
from briefing.load.contrast import contrast
from briefing.model.content import BoxKind
from briefing.model.style import BoxStyle, Family, ParagraphName, ParagraphStyle, TextStyle
from briefing.units import parse_length
from tests.load.conftest import STYLES

ROOT = Path(__file__).parents[2]

OWN = """\
extends: brief
palette: {accent: "#1F5C99", forest: "#114411"}
families:
  mono:
    {regular: fonts/m.ttf, italic: fonts/m.ttf, bold: fonts/m.ttf, bold-italic: fonts/m.ttf,
     fallback: [sans, serif]}
text:
  base: {colour: forest}
  code: {family: mono, size: 9pt, features: [zero, onum], tracking: 0.5pt, rise: -1pt}
  loud: {like: code, bold: true, features: []}
paragraphs:
  base: {leading: 5mm}
  quote: {text: loud, italic: true, align: centre, first-indent: -4pt, left: 1cm,
          hyphenate: false, orphans: 3}
  number: {like: quote, size: 0.5in, widows: 1, keep-with-next: true, keep-together: true}
boxes:
  box: {fill: none, rule: forest, rule-side: top, rule-width: 2pt}
  key-facts: {like: box, padding-x: 1mm}
"""


@pytest.fixture
def styles(project):
    def of(files):
        return load(project(files), STYLES).content.styles

    return of


@pytest.fixture
def own(styles):
    return styles({"styles/own.yaml": OWN, "styles/fonts/m.ttf": ""})["own"]


def test_every_paragraph_and_box_is_there(styles):
    brief = styles({})["brief"]

    assert set(brief.paragraphs) == set(get_args(ParagraphName))
    assert set(brief.boxes) == set(get_args(BoxKind))
    assert str(brief.where) == "briefing/styles/brief.yaml:1:1"


def test_a_style_takes_what_it_does_not_say_from_the_one_it_extends(own, styles):
    brief = styles({})["brief"]

    assert own.paper == brief.paper
    assert own.palette == {**brief.palette, "accent": "#1f5c99", "forest": "#114411"}
    assert own.families["serif"] == brief.families["serif"]
    assert own.paragraphs["body"].text == TextStyle("serif", 10.0, "#114411")
    assert own.boxes["key-messages"].rule == "#1f5c99"


def test_fonts_are_found_beside_the_style_that_names_them(own, tmp_path):
    path = str(tmp_path / "project/styles/fonts/m.ttf")

    assert own.families["mono"] == Family(path, path, path, path, ("sans", "serif"))
    assert own.families["serif"].regular == str(STYLES / "fonts/face.ttf")


def test_a_paragraph_takes_from_the_one_it_names(own):
    loud = TextStyle("mono", 9.0, "#114411", True, True, (), 0.5, -1.0)
    quote = ParagraphStyle(
        text=loud,
        leading=parse_length("5mm"),
        align="centre",
        first_indent=parse_length("-4pt"),
        left=parse_length("1cm"),
        right=parse_length("6mm"),
        space_before=parse_length("4pt"),
        space_after=parse_length("8pt"),
        hyphenate=False,
        orphans=3,
    )

    assert own.paragraphs["quote"] == quote
    number = own.paragraphs["number"]
    assert number.text == TextStyle("mono", 36.0, "#114411", True, True, (), 0.5, -1.0)
    assert (number.align, number.widows, number.orphans) == ("centre", 1, 3)
    assert (number.keep_with_next, number.keep_together) == (True, True)


def test_a_box_takes_from_the_one_it_names(own):
    assert own.boxes["box"] == BoxStyle(
        fill=None,
        rule="#114411",
        rule_side="top",
        rule_width=parse_length("2pt"),
        padding_x=parse_length("4mm"),
        padding_y=parse_length("3.5mm"),
        space_before=parse_length("8pt"),
        space_after=parse_length("10pt"),
    )
    assert own.boxes["key-facts"].padding_x == parse_length("1mm")
    assert own.boxes["key-facts"].rule_side == "top"


def test_a_style_of_the_project_hides_a_packaged_one_and_may_extend_it(styles):
    found = styles({"styles/brief.yaml": 'extends: brief\npalette: {ink: "#000000"}\n'})

    assert list(found) == ["brief"]
    assert found["brief"].palette["ink"] == "#000000"
    assert str(found["brief"].where) == "styles/brief.yaml:1:1"


def test_only_styles_that_are_used_are_read(project, tmp_path):
    packaged = tmp_path / "packaged"
    (packaged / "fonts").mkdir(parents=True)
    (packaged / "fonts/face.ttf").touch()
    (packaged / "brief.yaml").write_text((STYLES / "brief.yaml").read_text("utf-8"), "utf-8")
    (packaged / "broken.yaml").write_text("[", "utf-8")

    assert list(load(project(), packaged).content.styles) == ["brief"]


def test_a_project_may_be_the_home_of_the_packaged_styles(project):
    root = project({"styles/brief.yaml": (STYLES / "brief.yaml").read_text("utf-8")})
    (root / "styles/fonts").mkdir()
    (root / "styles/fonts/face.ttf").touch()
    content = load(root, root / "styles").content

    assert [name for name in content.inputs if "styles" in name] == ["styles/brief.yaml"]


def test_a_style_that_is_not_whole_is_told_of_where_it_stands(project):
    text = (STYLES / "brief.yaml").read_text("utf-8").replace("  foot: 12mm", "  fooot: 12mm")
    root = project({"styles/brief.yaml": text})
    (root / "styles/fonts").mkdir()
    (root / "styles/fonts/face.ttf").touch()
    with pytest.raises(ContentError) as caught:
        load(root, STYLES)

    assert str(caught.value) == (
        "styles/brief.yaml:4:3: error: 'foot' is missing\n"
        "  hint: wanted: a length such as '18mm'\n"
        "styles/brief.yaml:8:3: error: unknown field 'fooot'\n"
        "  hint: did you mean 'foot'? known: column-gap, foot, head, height, margins, note-gap, "
        "note-rule, width"
    )


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_every_packaged_style_is_whole():
    names = [path.stem for path in (ROOT / "styles").glob("*.yaml")]

    assert set(load(ROOT, ROOT / "styles").content.styles) == set(names)
