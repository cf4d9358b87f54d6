from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ContentError, Location
from briefing.load import load
from briefing.load.styles import merge
from briefing.load.styles.contrast import check_contrast, contrast
from briefing.load.styles.parts import read_style
from briefing.load.syntax.fields import Fields
from briefing.load.syntax.files import TextFile
from briefing.load.syntax.problems import Problems
from briefing.load.syntax.yaml_doc import YamlMap, parse_yaml
from briefing.model.prose import BoxKind, SheetKind
from briefing.model.style import (
    NONE,
    BoxStyle,
    Family,
    FittingStyle,
    ParagraphName,
    ParagraphStyle,
    RunningStyle,
    SheetStyle,
    Style,
    TextStyle,
)
from briefing.units import Pt, parse_length
from tests.load.conftest import STYLES

OWN = """\
extends: brief
palette: {accent: "#99331F", forest: "#114411"}
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
    assert own.palette == {**brief.palette, "accent": "#99331f", "forest": "#114411"}
    assert own.families["serif"] == brief.families["serif"]
    assert own.paragraphs["body"].text == TextStyle("serif", 10.0, "#114411")
    assert own.boxes["key-messages"].rule == "#99331f"


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
        "  hint: did you mean 'foot'? known: column-gap, column-notes, columns, facing, foot, "
        "head, height, margins, note-gap, note-rule, width"
    )


def test_what_is_not_said_of_pages_is_plain(styles):
    brief = styles({})["brief"]
    paper, body = brief.paper, brief.paragraphs["body"]
    bare = SheetStyle(None, None, NONE, NONE, Pt(paper.height / 4), paper.inner, paper.bottom)

    assert (paper.columns, paper.column_notes, paper.facing) == (1, False, False)
    assert (body.begins, body.wide) == ("here", False)
    assert (brief.boxes["box"].wide, brief.boxes["box"].beside) == (False, 0.4)
    assert (brief.notes, brief.captions, brief.fitting) == ("foot", "plain", FittingStyle())
    assert brief.sheets == {"cover": bare, "title-page": bare, "back-cover": bare}
    assert brief.head == RunningStyle("{title}", "{publisher}", None, on_first_page=False)
    assert brief.foot == RunningStyle("{kind}  ·  {edition}", "{folio}", None, on_first_page=True)


PAGES = """\
extends: brief
paper: {margins: {inner: 100pt, measure: 375pt}, columns: 2, column-notes: column, facing: true}
running:
  head: {inner: "", outer: "{section}", rule: rule, on-first-page: true}
  foot: {inner: "{page}"}
notes: end
captions: numbered
sheets:
  base: {fill: blue, inset: 30mm, text-top: 100mm}
  cover: {accent: accent, picture-top: 5mm, picture-height: 90mm, bottom: 10mm}
  title-page: {fill: none}
fitting: {space: 60%..130.5%, size: 92% .. 104%}
paragraphs:
  h1: {begins: right-page, wide: true}
  h2: {begins: here}
  cover-title: {colour: white}
  cover-subtitle: {colour: white}
  cover-text: {colour: white}
  title-title: {colour: blue}
  title-subtitle: {colour: blue}
  title-text: {colour: blue}
boxes: {base: {wide: true}, pull-quote: {beside: 33%, wide: false}}
"""


@pytest.fixture
def pages(styles):
    return styles({"styles/pages.yaml": PAGES})["pages"]


def test_a_style_says_how_pages_are_laid_out(pages):
    paper = pages.paper

    assert (paper.inner, paper.measure) == (100, 375)
    assert (paper.columns, paper.column_notes, paper.facing) == (2, True, True)
    assert pages.head == RunningStyle("", "{section}", pages.palette["rule"], on_first_page=True)
    assert pages.foot == RunningStyle("{page}", "{folio}", None, on_first_page=True)
    assert (pages.notes, pages.captions) == ("end", "numbered")
    assert pages.fitting == FittingStyle(space=(0.6, 1.305), size=(0.92, 1.04))


def test_a_heading_may_begin_a_page_and_reach_across_columns(pages):
    one, two, three = (pages.paragraphs[name] for name in ("h1", "h2", "h3"))

    assert (one.begins, one.wide) == ("right-page", True)
    assert (two.begins, two.wide) == ("here", True)
    assert three.begins == "right-page"


def test_a_box_may_be_wide_or_stand_beside_the_text(pages):
    box, quote = pages.boxes["box"], pages.boxes["pull-quote"]

    assert (box.wide, box.beside) == (True, 0.4)
    assert (quote.wide, quote.beside) == (False, 0.33)


def test_a_sheet_takes_what_it_does_not_say_from_the_base(pages):
    blue, inset, top = pages.palette["blue"], parse_length("30mm"), parse_length("100mm")
    bottom = pages.paper.bottom
    picture = parse_length("5mm"), parse_length("90mm")

    assert pages.sheets == {
        "cover": SheetStyle(
            blue, pages.palette["accent"], *picture, top, inset, parse_length("10mm")
        ),
        "title-page": SheetStyle(None, None, NONE, NONE, top, inset, bottom),
        "back-cover": SheetStyle(blue, None, NONE, NONE, top, inset, bottom),
    }


def test_a_band_may_have_no_ground(styles):
    kinds = ("kicker", "title", "subtitle", "meta")
    dark = "".join(f"  band-{kind}: {{colour: ink}}\n" for kind in kinds)
    text = f"extends: brief\nband: {{fill: none, accent: none}}\nparagraphs:\n{dark}"
    band = styles({"styles/bare.yaml": text})["bare"].band

    assert (band.fill, band.accent) == (None, None)


SCALED = """\
extends: brief
baseline: 13pt
scale: {base: 10pt, ratio: 1.25}
text: {base: {size: step 0}, small: {size: step -1}}
paragraphs:
  base: {leading: 1ln, space-after: 0.5 ln}
  h1: {size: step 2, leading: 1.5ln}
  h2: {size: step 0.5}
  body: {first-indent: -1ln}
"""


def test_lengths_may_be_lines_of_the_baseline_and_sizes_steps_of_the_scale(styles):
    paragraphs = styles({"styles/scaled.yaml": SCALED})["scaled"].paragraphs
    sizes = [paragraphs[name].text.size for name in ("body", "h1", "h2", "running-head")]

    assert sizes == [10.0, 15.6, 11.2, 8.0]
    assert (paragraphs["h1"].leading, paragraphs["contents-1"].leading) == (19.5, 13)
    assert (paragraphs["contents-1"].space_after, paragraphs["body"].first_indent) == (6.5, -13)


def test_another_baseline_or_scale_changes_all_that_is_measured_in_it(styles):
    text = "extends: scaled\nbaseline: 16pt\nscale: {base: 12pt}\n"
    files = {"styles/scaled.yaml": SCALED, "styles/larger.yaml": text}
    larger = styles(files)["larger"].paragraphs

    assert (larger["contents-1"].leading, larger["body"].text.size) == (16, 12)
    assert larger["h1"].text.size == 18.8


def test_a_style_may_extend_one_that_extends_another(styles):
    first = 'extends: brief\npalette: {accent: "#99331f", gold: "#7a5200"}\nnotes: end\n'
    second = "extends: first\nparagraphs: {h1: {colour: gold}}\nnotes: foot\n"
    third = 'extends: second\npalette: {gold: "#6b4800"}\n'
    found = styles(
        {
            f"styles/{name}.yaml": text
            for name, text in (("first", first), ("second", second), ("third", third))
        }
    )["third"]

    assert found.paragraphs["h1"].text.colour == "#6b4800"
    assert found.palette["accent"] == "#99331f"
    assert found.notes == "foot"
    assert found.paper == styles({})["brief"].paper


def test_a_measure_stands_instead_of_the_outer_margin_and_the_other_way_round(styles):
    first = "extends: brief\npaper: {margins: {measure: 375pt}}\n"
    second = "extends: first\npaper: {margins: {outer: 30mm}}\n"
    found = styles({"styles/first.yaml": first, "styles/second.yaml": second})

    assert found["first"].paper.measure == 375
    assert found["second"].paper.outer == parse_length("30mm")


def test_what_a_packaged_style_extends_is_packaged_whatever_a_project_calls_its_own(
    project, tmp_path
):
    packaged = tmp_path / "packaged"
    (packaged / "fonts").mkdir(parents=True)
    (packaged / "fonts/face.ttf").touch()
    (packaged / "base.yaml").write_text((STYLES / "brief.yaml").read_text("utf-8"), "utf-8")
    (packaged / "brief.yaml").write_text("extends: base\nnotes: end\n", "utf-8")
    root = project({"styles/base.yaml": "extends: brief\ncaptions: numbered\n"})
    found = load(root, packaged).content.styles

    assert {name: (style.notes, style.captions) for name, style in found.items()} == {
        "base": ("end", "numbered"),
        "brief": ("end", "plain"),
    }


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


ODD = st.sampled_from(
    ["", "none", "0pt", "-3pt", "99ln", "9mm", "99999in", "step 9", "step -99", "step 7777",
     "999%", "10%..20%", "true", "17", "[a, {b: c}]", "[]", "{}", "{base: 1}", "~", "body", "page",
     "white", '"{title"', "{fill: white, text-top: 999mm, picture-height: 1mm}"]
)  # fmt: skip
HOUSE = parse_yaml(TextFile("h", (STYLES / "brief.yaml").read_text("utf-8")), Problems())
PLACES = [*Style.__struct_fields__, "running", "scale", "baseline", "sheets", "fitting", "notes"]
PARTS = ["base", "body", "h1", "box", "margins", "cover", "head", "series", "ink", "serif", "width"]
FIELDS = ["like", "size", "leading", "begins", "fill", "measure", "inner", "text", "beside", "rule"]


@given(st.lists(st.tuples(*map(st.sampled_from, (PLACES, PARTS, FIELDS)), ODD), max_size=3), ODD)
def test_any_style_is_read_or_refused(changes, odd):
    text = "baseline: 14pt\nscale: {base: 10pt, ratio: 1.2}\n"
    text += "".join(f"{one}: {{{two}: {{{three}: {to}}}}}\n" for one, two, three, to in changes)
    text += f"table: {odd}\n"
    problems = Problems()
    node = parse_yaml(TextFile("s", text), problems)
    if type(node) is not YamlMap or problems.failed:
        return
    merged = Fields(merge(HOUSE, node), problems)
    style = read_style(merged, "s", Location("s", 1), lambda _: "face")

    if not problems.failed:
        assert set(style.paragraphs) == set(get_args(ParagraphName))
        assert set(style.sheets) == set(get_args(SheetKind))
        assert style.paper.share(style.paper.columns) > 0
        check_contrast(style, problems)
